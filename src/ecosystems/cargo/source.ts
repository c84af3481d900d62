/** Sources as Cargo's two files name them. */

import { sourceRequirement } from '../../model/dependency.ts'
import type { PlacedRequirement } from '../file-format.ts'

/** A text of the file and where it stands. */
export interface Written {
  readonly value: string
  readonly at: number
}

/** A source whose text is what a person would change to get another one. */
export function sourceAt(
  { value, at }: Written,
  facts: Parameters<typeof sourceRequirement>[1] = {}
): PlacedRequirement {
  return { requirement: sourceRequirement(value, facts), at }
}
