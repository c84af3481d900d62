/** Whether a text may name a client at all: the test that runs before any parsing. It may say yes too often, never no. */

// What may stand inside a name without being of it: escapes of printable ASCII (JSON, TOML, YAML, Ruby), a line that goes
// on (TOML, YAML, Ruby, requirements files), XML's numeric references, and its comments, instructions and CDATA sections.
const SPLIT =
  /\\(?:u00|U000000|x)[2-7][\da-f]|\\(?:u\{|1[0-7]{2})|[\w./@-]\\[ \t]*\r?\n|&#|[^\s>]<!--|[^\s>]<\?|<!\[CDATA\[/i

/** Makes the test for the needles of the clients that are watched (`Ecosystem.needle`). */
export function prefilter(needles: Iterable<string>): (text: string) => boolean {
  const all = Array.from(new Set(Array.from(needles, needle => needle.toLowerCase())))
  // What holds a longer needle holds the shorter one that is part of it: most packages of a family need no search of their own.
  const own = all.filter(needle => !all.some(other => other !== needle && needle.includes(other)))
  if (own.length === 0) return () => false
  const mention = new RegExp(own.map(needle => needle.replace(/[^\w]/g, '\\$&')).join('|'), 'i')
  return text => mention.test(text) || SPLIT.test(text)
}
