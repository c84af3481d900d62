/** Entries that are read out of a tree: what TOML and JSON files of Python have in common. */

import { sourceRequirement } from '../../model.ts'
import type { TextNode } from '../../syntax/tree.ts'
import type { Entry, PackageEntry, PlacedRequirement } from '../ecosystem.ts'

/** The entry, or a gap where escapes in the text keep its requirement from standing at its offset as it is. */
export function entryAt(text: string, entry: PackageEntry): Entry {
  const { name, requirement, at } = entry
  if (text.startsWith(requirement.kind === 'none' ? name : requirement.text, at)) return entry
  return { gap: 'the requirement is written with escapes', text: name, at }
}

/** A source whose text is the first of these strings that is there: what a person would change to get another one. */
export function sourceAt(
  candidates: readonly (TextNode | undefined)[],
  facts: Parameters<typeof sourceRequirement>[1]
): PlacedRequirement | undefined {
  const node = candidates.find(candidate => candidate !== undefined && candidate.value !== '')
  return node && { requirement: sourceRequirement(node.value, facts), at: node.at }
}
