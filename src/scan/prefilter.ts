/** Whether a text may name a client at all: the test that runs before any parsing. It may say yes too often, never no. */

// What may stand inside a name without being of it: escapes of printable ASCII (JSON, TOML, YAML, Ruby), a line that goes
// on (TOML, YAML, Ruby, requirements files), XML's numeric references, and its comments, instructions and CDATA sections.
const SPLIT =
  /\\(?:u00|U000000|x)[2-7][\da-f]|\\(?:u\{|1[0-7]{2})|[\w./@-]\\[ \t]*\r?\n|&#|[^\s>]<!--|[^\s>]<\?|<!\[CDATA\[/i

/** Makes the test for the needles of the clients that are watched (`Ecosystem.needle`). */
export function prefilter(needles: Iterable<string>): (text: string) => boolean {
  const own = new Set(Array.from(needles, needle => needle.toLowerCase()))
  if (own.size === 0) return () => false
  const mention = new RegExp(Array.from(own, needle => needle.replace(/[^\w]/g, '\\$&')).join('|'), 'i')
  return text => mention.test(text) || SPLIT.test(text)
}
