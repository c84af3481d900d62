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

/** One character of a string as JSON, TOML, YAML, Python and others write it: itself or an escape, with its code if that is a number. */
const CHARACTER =
  /\\u\{(?<braced>[\da-fA-F]{1,6})\}|\\(?:u(?=[\da-fA-F]{4})|U(?=[\da-fA-F]{8})|x(?=[\da-fA-F]{2}))(?<digits>(?<=u)[\da-fA-F]{4}|(?<=U)[\da-fA-F]{8}|(?<=x)[\da-fA-F]{2})|\\?[\s\S]/g

/** Continues a version. */
const GOES_ON = /[\w@+.*-]/

/** The offset at which the text has the requirement: that of the entry, or behind it in the same string; behind blanks, which fold lines. */
export function offsetOf({ requirement, at }: PackageEntry, text: string): number {
  if (requirement.kind === 'none' || text.startsWith(requirement.text, at)) return at
  const rest = REST.exec(text.slice(at, at + LONGEST))?.[0] ?? ''
  const shift = rest.indexOf(requirement.text)
  return at + (shift < 0 ? (escapedIn(rest, requirement.text) ?? Math.max(0, rest.search(/\S/))) : shift)
}

/** Where a part of a string has a text that it writes in escapes; undefined if it does not. */
function escapedIn(rest: string, wanted: string): number | undefined {
  if (!rest.includes('\\')) return undefined
  let value = ''
  const starts: number[] = []
  for (const { 0: written, index, groups } of rest.matchAll(CHARACTER)) {
    const code = groups?.['braced'] ?? groups?.['digits']
    value += code === undefined ? written.slice(-1) : String.fromCharCode(Number.parseInt(code, 16))
    starts.push(index)
  }
  return starts[value.indexOf(wanted)]
}

/** Whether the text at the offset is the requirement and ends with it: behind `1.2.3` may be the digest of an image. */
export function isWhole(text: string, at: number, requirement: Requirement): boolean {
  if (requirement.kind === 'none' || requirement.kind === 'source') return false
  return text.startsWith(requirement.text, at) && !GOES_ON.test(text.charAt(at + requirement.text.length))
}
