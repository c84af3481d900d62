/**
 * The offset of a requirement in a string with escapes. Readers add its offset in the value to that of the string, and what is written
 * in escapes before it is longer than it means: `npm:@kubernetes\/client-node@1.0.0`.
 */

import type { PackageEntry } from '../../ecosystems/file-format.ts'
import type { Requirement } from '../../model/dependency.ts'

/** In characters. No name or address is longer. */
const LONGEST = 1_000
/** The rest of a string. */
const REST = /^(?:[^"'\\\n]|\\[^\n])*/

/** Continues a version. */
const GOES_ON = /[\w@+.*-]/

/** The offset at which the text has the requirement: that of the entry, or behind it in the same string. */
export function offsetOf({ requirement, at }: PackageEntry, text: string): number {
  if (requirement.kind === 'none' || text.startsWith(requirement.text, at)) return at
  const shift = REST.exec(text.slice(at, at + LONGEST))?.[0].indexOf(requirement.text) ?? -1
  return shift < 0 ? at : at + shift
}

/** Whether the text at the offset is the requirement and ends with it: behind `1.2.3` may be the digest of an image. */
export function isWhole(text: string, at: number, requirement: Requirement): boolean {
  if (requirement.kind === 'none' || requirement.kind === 'source') return false
  return text.startsWith(requirement.text, at) && !GOES_ON.test(text.charAt(at + requirement.text.length))
}
