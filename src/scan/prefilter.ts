/** Whether a text may name a client at all: the test that runs before any parsing. It may say yes too often, never no. */

import type { Ecosystem } from '../ecosystems/ecosystem.ts'

// JSON, TOML and YAML escapes of printable ASCII, and XML's numeric references: a name may be spelled with them.
const ESCAPED = /\\(?:u00|U000000|x)[2-7][\da-f]|&#/i

/** Makes the test for the names that one ecosystem's policy watches. */
export function prefilter(ecosystem: Ecosystem, canonicalNames: Iterable<string>): (text: string) => boolean {
  const needles = new Set(Array.from(canonicalNames, name => ecosystem.needle(name).toLowerCase()))
  if (needles.size === 0) return () => false
  const mention = new RegExp(Array.from(needles, needle => needle.replace(/[^\w]/g, '\\$&')).join('|'), 'i')
  return text => mention.test(text) || ESCAPED.test(text)
}
