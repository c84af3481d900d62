/**
 * `vendor/vendor.json`: the packages that govendor copied, each with its commit and the time of that commit.
 * Specification: https://github.com/kardianos/vendor-spec. Leaves out on purpose: packages without a revision, which
 * govendor lists for App Engine and which are not copied.
 */

import { sourceRequirement } from '../../model/dependency.ts'
import { folderName } from '../../paths.ts'
import { parseJson } from '../../syntax/json.ts'
import { child, items, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat, GapEntry } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { repositoryOf } from './repository.ts'
import { moveToModules } from './upgrade.ts'
import { repositoriesOf, type Vendored } from './vendored.ts'

const VENDOR_FOLDER = '/vendor/'

export const vendorJson: FileFormat = {
  name: 'vendor/vendor.json',
  role: { kind: 'lockfile', locks: [] },
  specification: 'https://github.com/kardianos/vendor-spec',
  names: { exact: ['vendor/vendor.json'] },
  read,
  folder: path => folderName(folderName(path)),
  upgrade: moveToModules
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  const packages: Vendored[] = []
  for (const node of items(child(root, 'package'))) {
    const found = vendored(node)
    if (found && 'path' in found) packages.push(found)
    // What a fault cuts short is told by the fault.
    else if (found && !fault) yield found
  }
  yield* repositoriesOf(packages)
  if (fault) throw fault
}

function vendored(node: TreeNode): Vendored | GapEntry | undefined {
  const path = textOf(node, 'path')?.value ?? ''
  const revision = textOf(node, 'revision')
  const tag = textOf(node, 'versionExact')
  if (path === '' || (!revision && !tag)) return gapFor(node, 'expected a path and a revision')
  const origin = replacementIn(textOf(node, 'origin')?.value, path)
  if (tag && tag.value !== '') return { path, requirement: { kind: 'version', text: tag.value }, at: tag.at, ...origin }
  if (!revision || revision.value === '') return undefined
  const { value, at } = revision
  const committed = textOf(node, 'revisionTime')?.value
  return { path, requirement: sourceRequirement(value, { revision: value, committed }), at, ...origin }
}

/** `origin` says whose folder the package was copied from: its own fork, or what another project had copied. */
function replacementIn(origin: string | undefined, path: string): { replacement?: string } {
  if (origin === undefined || origin === '' || origin === path) return {}
  const outer = origin.includes(VENDOR_FOLDER) ? origin.slice(0, origin.indexOf(VENDOR_FOLDER)) : origin
  // Without a vendor folder in it, the same path stands behind another root.
  const inner = path.slice(repositoryOf(path).length)
  const root = inner !== '' && outer.endsWith(inner) ? outer.slice(0, -inner.length) : outer
  return root === repositoryOf(path) ? {} : { replacement: root }
}
