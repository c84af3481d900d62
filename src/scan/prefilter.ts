/** Tests before any parsing whether a text may name a client. False positives are allowed, false negatives are not. */

// Notations that can split a name: escapes of printable ASCII (JSON, TOML, YAML, Ruby), line continuations (TOML, YAML,
// Ruby, requirements files), XML's numeric references, comments, processing instructions and CDATA sections.
const SPLIT =
  /\\(?:u00|U000000|x)[2-7][\da-f]|\\(?:[ux]\{|1[0-7]{2})|[\w./@-]\\[ \t]*\r?\n|&#|[^\s>]<!--|[^\s>]<\?|<!\[CDATA\[/i

// Joints inside a name: adjacent strings, with Python's prefixes before a quote; strings with a plus sign between them; and
// a backslash before an ordinary character.
const JOINT = /["'\\](?<=[\w./@-].)(?:["'\\]|[\s+]+[bfruBFRU]{0,2}["'\\])*(?=[\w./@-])/
const JOINTS = /["'\\](?:["'\\]|[\s+]+[bfruBFRU]{0,2}["'\\])*/g
/** A slash in JSON and YAML: PHP's default (https://www.php.net/manual/en/json.constants.php). */
const ESCAPED_SLASH = '\\/'

/** Whether a text may name a client. With `joins`, the name may be joined from adjacent strings. */
export type Prefilter = (text: string, joins?: boolean) => boolean

/** Makes the test for the needles of clients (`Ecosystem.needle`). */
export function prefilter(needles: Iterable<string>): Prefilter {
  const all = Array.from(new Set(Array.from(needles, needle => needle.toLowerCase())))
  // A text with a longer needle also contains the shorter needle inside it, so the shorter one is enough.
  const own = all.filter(needle => !all.some(other => other !== needle && needle.includes(other)))
  if (own.length === 0) return () => false
  const mention = new RegExp(own.map(needle => needle.replace(/[^\w]/g, '\\$&')).join('|'), 'i')
  return (text, joins = false) => {
    if (mention.test(text) || SPLIT.test(text)) return true
    if (joins && JOINT.test(text)) return mention.test(text.replace(JOINTS, ''))
    return text.includes(ESCAPED_SLASH) && mention.test(text.replaceAll(ESCAPED_SLASH, '/'))
  }
}
