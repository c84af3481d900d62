/** Tests before any parsing whether a text may name a client. False positives are allowed, false negatives are not. */

// Notations that can split a name: escapes of printable ASCII (JSON, TOML, YAML, Ruby), line continuations (TOML, YAML,
// Ruby, requirements files), XML's numeric references, comments, processing instructions and CDATA sections.
const SPLIT =
  /\\(?:u00|U000000|x)[2-7][\da-f]|\\(?:u\{|1[0-7]{2})|[\w./@-]\\[ \t]*\r?\n|&#|[^\s>]<!--|[^\s>]<\?|<!\[CDATA\[/i

/** Makes the test for the needles of clients (`Ecosystem.needle`). */
export function prefilter(needles: Iterable<string>): (text: string) => boolean {
  const all = Array.from(new Set(Array.from(needles, needle => needle.toLowerCase())))
  // A text with a longer needle also contains the shorter needle inside it, so the shorter one is enough.
  const own = all.filter(needle => !all.some(other => other !== needle && needle.includes(other)))
  if (own.length === 0) return () => false
  const mention = new RegExp(own.map(needle => needle.replace(/[^\w]/g, '\\$&')).join('|'), 'i')
  return text => mention.test(text) || SPLIT.test(text)
}
