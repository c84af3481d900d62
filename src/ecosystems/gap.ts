/** Gaps and faults of readers: an element of unexpected shape, a requirement with escapes, an unknown version. */

import { unknownVersion } from '../syntax/fault.ts'
import { type Member, type TreeNode, words } from '../syntax/tree.ts'
import { elementWords, type XmlElement } from '../syntax/xml.ts'
import type { GapEntry, PackageEntry } from './file-format.ts'

/**
 * A gap at a member's key, which is the text people search for. It holds every word of the element: one may name a
 * client.
 */
export function gapFor(element: TreeNode | Member | XmlElement, gap: string): GapEntry {
  if ('attributes' in element) return { gap, text: elementWords(element), at: element.at }
  if ('kind' in element) return { gap, text: words(element), at: element.at }
  return { gap, text: `${element.key} ${words(element.value)}`, at: element.keyAt }
}

/** The entry, or a gap if the text at its offset is not the requirement, because the file writes it with escapes. */
export function entryAt(text: string, entry: PackageEntry): PackageEntry | GapEntry {
  const { name, requirement, at } = entry
  if (text.startsWith(requirement.kind === 'none' ? name : requirement.text, at)) return entry
  return { gap: 'the requirement contains an escape sequence', text: name, at }
}

/** The versions of a format that its reader knows. */
export interface KnownVersions {
  /** The name of the version in the message, such as `lockfileVersion`. */
  readonly name: string
  /** Whether a file writes it as a string (`text`) or as a number (`scalar`). */
  readonly kind: 'text' | 'scalar'
  readonly pattern: RegExp
  /** The known versions in the message, such as "1 to 3". */
  readonly known: string
}

/**
 * Throws a `SyntaxFault` unless the reader knows the version of a file. A missing one is reported at the offset
 * `missingAt`.
 */
export function requireKnownVersion(version: TreeNode | undefined, versions: KnownVersions, missingAt = 0): void {
  const { name, kind, pattern, known } = versions
  const written = writtenAs(version, kind)
  if (written !== undefined && pattern.test(written)) return
  throw unknownVersion(name, written, known, version?.at ?? missingAt)
}

/** The value of a string or of a number; undefined for a node of another kind. */
function writtenAs(node: TreeNode | undefined, kind: KnownVersions['kind']): string | undefined {
  if (node?.kind === 'text' && kind === 'text') return node.value
  return node?.kind === 'scalar' && kind === 'scalar' ? node.text : undefined
}
