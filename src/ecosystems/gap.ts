/** The gap for an element of unexpected shape, in the formats that are read as a tree or as XML. */

import { type Member, type TreeNode, words } from '../syntax/tree.ts'
import { elementWords, type XmlElement } from '../syntax/xml.ts'
import type { GapEntry } from './ecosystem.ts'

/** At a member's key, for a key is what people look for; with every word of the element, in case one names a client. */
export function gapFor(element: TreeNode | Member | XmlElement, gap: string): GapEntry {
  if ('attributes' in element) return { gap, text: elementWords(element), at: element.at }
  if ('kind' in element) return { gap, text: words(element), at: element.at }
  return { gap, text: `${element.key} ${words(element.value)}`, at: element.keyAt }
}
