/** Gaps: for an element of unexpected shape, and for a requirement that does not stand in the text as it is. */

import { type Member, type TreeNode, words } from '../syntax/tree.ts'
import { elementWords, type XmlElement } from '../syntax/xml.ts'
import type { GapEntry, PackageEntry } from './file-format.ts'

/** At a member's key, for a key is what people look for; with every word of the element, in case one names a client. */
export function gapFor(element: TreeNode | Member | XmlElement, gap: string): GapEntry {
  if ('attributes' in element) return { gap, text: elementWords(element), at: element.at }
  if ('kind' in element) return { gap, text: words(element), at: element.at }
  return { gap, text: `${element.key} ${words(element.value)}`, at: element.keyAt }
}

/** The entry, or a gap where escapes in the text keep its requirement from standing at its offset as it is. */
export function entryAt(text: string, entry: PackageEntry): PackageEntry | GapEntry {
  const { name, requirement, at } = entry
  if (text.startsWith(requirement.kind === 'none' ? name : requirement.text, at)) return entry
  return { gap: 'the requirement is written with escapes', text: name, at }
}
