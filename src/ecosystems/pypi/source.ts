/** Sources in the TOML and JSON files of Python. */

import { sourceRequirement } from '../../model/dependency.ts'
import type { TextNode } from '../../syntax/tree.ts'
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
