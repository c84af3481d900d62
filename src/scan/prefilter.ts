/** Tests before any parsing whether a text may name a client. False positives are allowed, false negatives are not. */

// Notations that can split a name: escapes of printable ASCII (JSON, TOML, YAML, Ruby), line continuations (TOML, YAML,
// Ruby, requirements files), XML's numeric references, comments, processing instructions and CDATA sections.
const SPLIT =
  /\\(?:u00|U000000|x)[2-7][\da-f]|\\(?:[ux]\{|1[0-7]{2})|[\w./@-]\\[ \t]*\r?\n|&#|[^\s>]<!--|[^\s>]<\?|<!\[CDATA\[/i

// Joints inside a name: adjacent strings, with Python's prefixes before a quote; strings with a plus sign between them; and
// a backslash before an ordinary character.
const JOINT = /["'\\](?<=[\w./@-].)(?:["'\\]|[\s+]+[bfruBFRU]{0,2}["'\\])*(?=[\w./@-])/
const JOINTS = /["'\\](?:["'\\]|[\s+]+[bfruBFRU]{0,2}["'\\])*/g
/** In characters. No needle is shorter. */
const START = 3
/** A slash in JSON and YAML: PHP's default (https://www.php.net/manual/en/json.constants.php). */
const ESCAPED_SLASH = '\\/'

/** Whether a text may name a client. With `joins`, the name may be joined from adjacent strings. */
export type Prefilter = (text: string, joins?: boolean) => boolean

/** Makes the test for the needles of clients (`Ecosystem.needle`). */
export function prefilter(needles: Iterable<string>): Prefilter {
  const own = shortest(new Set(Array.from(needles, needle => needle.toLowerCase())))
  if (own.length === 0) return () => false
  const mention = new RegExp(own.map(needle => needle.replace(/[^\w]/g, '\\$&')).join('|'), 'i')
  return (text, joins = false) => {
    if (mention.test(text) || SPLIT.test(text)) return true
    if (joins && JOINT.test(text)) return mention.test(text.replace(JOINTS, ''))
    return text.includes(ESCAPED_SLASH) && mention.test(text.replaceAll(ESCAPED_SLASH, '/'))
  }
}

/**
 * The needles without those that hold another one: a text with the longer also holds the shorter. They are found by their first
 * characters, because a comparison of each with each takes longer than many scans.
 */
function shortest(needles: ReadonlySet<string>): readonly string[] {
  const byStart = new Map<string, string[]>()
  const holdsOne = (needle: string) => {
    for (let at = 0; at < needle.length; at++) {
      const known = byStart.get(needle.slice(at, at + START))
      if (known?.some(other => needle.startsWith(other, at))) return true
    }
    return false
  }
  const inOrder = [...needles].sort((a, b) => a.length - b.length)
  return inOrder.filter(needle => {
    if (holdsOne(needle)) return false
    const start = needle.slice(0, START)
    const known = byStart.get(start)
    if (known) known.push(needle)
    else byStart.set(start, [needle])
    return true
  })
}
