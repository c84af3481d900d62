/**
 * `vendor/vendor.json`: the packages that govendor copied, each with its commit and the time of that commit.
 * Specification: https://github.com/kardianos/vendor-spec. Deliberately ignored: packages
 * without a revision, which govendor lists for App Engine and which are not copied.
 */

import { defined } from '../../collections.ts'
import { sourceRequirement } from '../../model/dependency.ts'
import { folderName } from '../../paths.ts'
import { type TreeNode, textOf } from '../../syntax/tree.ts'
import type { FileFormat, GapEntry } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { repositoryOf } from './repository.ts'
import { moveToModules } from './upgrade.ts'
import { readVendored, type Vendored } from './vendored.ts'

const VENDOR_FOLDER = '/vendor/'

export const vendorJson: FileFormat = {
  name: 'vendor/vendor.json',
  role: { kind: 'lockfile', locks: [] },
  specification: 'https://github.com/kardianos/vendor-spec',
  comments: 'none',
  names: { exact: ['vendor/vendor.json'] },
  scopeOf: () => 'runtime',
  read: text => readVendored(text, 'package', vendored),
  folder: path => folderName(folderName(path)),
  upgrade: moveToModules
}

function vendored(node: TreeNode): Vendored | GapEntry | undefined {
  const path = textOf(node, 'path')?.value ?? ''
  const revision = textOf(node, 'revision')
  const tag = textOf(node, 'versionExact')
  if (path === '' || (!revision && !tag)) return gapFor(node, 'expected a path and a revision')
  const replacement = replacementIn(textOf(node, 'origin')?.value, path)
  if (tag && tag.value !== '') {
    return defined({ path, requirement: { kind: 'version', text: tag.value } as const, at: tag.at, replacement })
  }
  if (!revision || revision.value === '') return undefined
  const { value, at } = revision
  const committed = textOf(node, 'revisionTime')?.value
  return defined({ path, requirement: sourceRequirement(value, { revision: value, committed }), at, replacement })
}

/** The repository in `origin`, from which the package was copied: a fork, or a project that had copied it as well. */
function replacementIn(origin: string | undefined, path: string): string | undefined {
  if (origin === undefined || origin === '' || origin === path) return undefined
  const outer = origin.includes(VENDOR_FOLDER) ? origin.slice(0, origin.indexOf(VENDOR_FOLDER)) : origin
  // Without a vendor folder in it, `origin` ends with the path of the package in its repository.
  const inner = path.slice(repositoryOf(path).length)
  const root = inner !== '' && outer.endsWith(inner) ? outer.slice(0, -inner.length) : outer
  return root === repositoryOf(path) ? undefined : root
}
