/** Sources in Cargo.toml and Cargo.lock. */

import { sourceRequirement } from '../../model/dependency.ts'
import type { TextNode } from '../../syntax/tree.ts'
import type { PlacedRequirement } from '../file-format.ts'

/** A source. Its text is the part that a person would change to get another one. */
export function sourceAt(
  { value, at }: Pick<TextNode, 'value' | 'at'>,
  facts: Parameters<typeof sourceRequirement>[1] = {}
): PlacedRequirement {
  return { requirement: sourceRequirement(value, facts), at }
}
