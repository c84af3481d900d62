/**
 * `Godeps/Godeps.json`: the packages that godep copied, each with its commit.
 * Specification: https://github.com/tools/godep#file-format. Deliberately ignored: the `ImportPath` of the project
 * itself, and comments that name a commit after a tag (`v1.5.0-12-gabcdef0`), whose code is not that of the tag.
 */

import { sourceRequirement } from '../../model/dependency.ts'
import { folderName } from '../../paths.ts'
import { type TreeNode, textOf } from '../../syntax/tree.ts'
import type { FileFormat, GapEntry } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { isTag } from './revision.ts'
import { moveToModules } from './upgrade.ts'
import { readVendored, type Vendored } from './vendored.ts'

export const godepsJson: FileFormat = {
  name: 'Godeps/Godeps.json',
  role: { kind: 'lockfile', locks: [] },
  specification: 'https://github.com/tools/godep#file-format',
  comments: 'none',
  names: { exact: ['Godeps/Godeps.json'] },
  scopeOf: () => 'runtime',
  ownName: /^\s*\{\s*"ImportPath"\s*:\s*"(?<name>[^"]+)"/,
  read: text => readVendored(text, 'Deps', vendored),
  folder: path => folderName(folderName(path)),
  upgrade: moveToModules
}

function vendored(node: TreeNode): Vendored | GapEntry {
  const path = textOf(node, 'ImportPath')?.value ?? ''
  const revision = textOf(node, 'Rev')
  const comment = textOf(node, 'Comment')
  if (path !== '' && comment && isTag(comment.value)) {
    return { path, requirement: { kind: 'version', text: comment.value }, at: comment.at }
  }
  if (path === '' || !revision || revision.value === '') return gapFor(node, 'expected an import path and a revision')
  const { value, at } = revision
  return { path, requirement: sourceRequirement(value, { revision: value }), at }
}
