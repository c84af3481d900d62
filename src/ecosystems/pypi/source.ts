/** Sources as the TOML and JSON files of Python name them. */

import { sourceRequirement } from '../../model/dependency.ts'
import type { TextNode } from '../../syntax/tree.ts'
import type { PlacedRequirement } from '../file-format.ts'

/** A source whose text is the first of these strings that is there: what a person would change to get another one. */
export function sourceAt(
  candidates: readonly (TextNode | undefined)[],
  facts: Parameters<typeof sourceRequirement>[1]
): PlacedRequirement | undefined {
  const node = candidates.find(candidate => candidate !== undefined && candidate.value !== '')
  return node && { requirement: sourceRequirement(node.value, facts), at: node.at }
}
