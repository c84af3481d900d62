/**
 * `vendor/manifest`: the packages that gvt and gb copied, each with its commit.
 * Specification: none is published; the code that writes it is https://github.com/FiloSottile/gvt/blob/master/gbvendor/manifest.go.
 * Deliberately ignored: the path within the repository and which files were left out.
 */

import { defined } from '../../collections.ts'
import { sourceRequirement } from '../../model/dependency.ts'
import { folderName } from '../../paths.ts'
import { type TreeNode, textOf } from '../../syntax/tree.ts'
import type { FileFormat, GapEntry } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { replacementBy, repositoryOf } from './repository.ts'
import { moveToModules } from './upgrade.ts'
import { readVendored, type Vendored } from './vendored.ts'

/** What stands for the branch of a commit that was named itself, or by a tag. */
const NO_BRANCH: ReadonlySet<string> = new Set(['', 'HEAD'])

export const vendorManifest: FileFormat = {
  name: 'vendor/manifest',
  role: { kind: 'lockfile', locks: [] },
  specification: 'https://github.com/FiloSottile/gvt/blob/master/gbvendor/manifest.go',
  comments: 'none',
  names: { exact: ['vendor/manifest'] },
  scopeOf: () => 'runtime',
  read: text => readVendored(text, 'dependencies', vendored),
  folder: path => folderName(folderName(path)),
  upgrade: moveToModules
}

function vendored(node: TreeNode): Vendored | GapEntry {
  const path = textOf(node, 'importpath')?.value ?? ''
  const revision = textOf(node, 'revision')
  if (path === '' || !revision || revision.value === '') return gapFor(node, 'expected an import path and a revision')
  const { value, at } = revision
  const branch = textOf(node, 'branch')?.value ?? ''
  const requirement = sourceRequirement(value, { revision: value, branch: NO_BRANCH.has(branch) ? undefined : branch })
  const replacement = replacementBy(textOf(node, 'repository')?.value, repositoryOf(path))
  return defined({ path, requirement, at, replacement })
}
