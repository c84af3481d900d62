/** Entries that are read out of a tree: what TOML and JSON files of Python have in common. */

import type { Requirement } from '../../model.ts'
import type { TreeNode } from '../../syntax/tree.ts'
import type { Entry, GapEntry, PackageEntry } from '../ecosystem.ts'

/** How much of an element of unexpected shape is shown to the search for names. */
const LONGEST_ELEMENT = 1_000

/** An element of unexpected shape that begins at `at`; its text ends with the line, or where `end` first stands. */
export function gapAt(text: string, at: number, gap: string, end = '\n'): GapEntry {
  const piece = text.slice(at, at + LONGEST_ELEMENT)
  const stop = piece.indexOf(end)
  return { gap, text: stop < 0 ? piece : piece.slice(0, stop), at }
}

/** The entry, or a gap where escapes in the text keep its requirement from standing at its offset as it is. */
export function entryAt(text: string, entry: PackageEntry): Entry {
  const { name, requirement, at } = entry
  if (text.startsWith(requirement.kind === 'none' ? name : requirement.text, at)) return entry
  return gapAt(text, at, 'the requirement is written with escapes')
}

/** A source whose text is the first of these strings that is there: what a person would change to get another one. */
export function sourceAt(
  candidates: readonly (TreeNode | undefined)[],
  facts: { url?: string | undefined; revision?: string | undefined; branch?: string | undefined }
): { requirement: Requirement; at: number } | undefined {
  for (const node of candidates) {
    if (node?.kind !== 'text' || node.value === '') continue
    const { url, revision, branch } = facts
    return {
      requirement: {
        kind: 'source',
        text: node.value,
        ...(url === undefined ? {} : { url }),
        ...(revision === undefined ? {} : { revision }),
        ...(branch === undefined ? {} : { branch })
      },
      at: node.at
    }
  }
  return undefined
}
