/** Sources in the TOML and JSON files of Python. */

import { sourceRequirement } from '../../model/dependency.ts'
import { type TextNode, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { PlacedRequirement } from '../file-format.ts'

/**
 * A source. Its text, the part that a person would change, is the first of these strings that exists and is not empty.
 */
export function sourceAt(
  candidates: readonly (TextNode | undefined)[],
  facts: Parameters<typeof sourceRequirement>[1]
): PlacedRequirement | undefined {
  const node = candidates.find(candidate => candidate !== undefined && candidate.value !== '')
  return node && { requirement: sourceRequirement(node.value, facts), at: node.at }
}

/** The source in `{ git = … }`, `{ path = … }`, `{ url = … }` or `{ file = … }`, which Poetry, uv and pixi share. */
export function sourceIn(table: TreeNode): PlacedRequirement | undefined {
  const git = textOf(table, 'git')
  if (git) {
    const revision = textOf(table, 'rev') ?? textOf(table, 'tag')
    const branch = textOf(table, 'branch')
    return sourceAt([revision, branch, git], { url: git.value, revision: revision?.value, branch: branch?.value })
  }
  const url = textOf(table, 'url')
  return sourceAt([textOf(table, 'path'), textOf(table, 'file'), url], { url: url?.value })
}
