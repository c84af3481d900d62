/**
 * The lines of YAML that a program writes in a regular layout, such as a lockfile: their level of indentation, and the key and
 * value of each. It is read so where parsing all of a long file would take too long.
 */

import { type Line, lines, type Placed } from './lines.ts'

/** A line with content. */
export interface ContentLine extends Line {
  /** The offset within the line at which its key begins. */
  readonly indent: number
  /** 0 at the margin, 1 for the first level below it, and so on. A fraction if the indentation is irregular. */
  readonly level: number
}

/** A line `key: value`, each without its quotes. Without a value, deeper lines follow. */
export interface Field {
  readonly key: Placed
  readonly value?: Placed
}

const SINGLE_QUOTED = /'(?<text>[^']*(?:''[^']*)*)'/y
const DOUBLE_QUOTED = /"(?<text>[^"\\]*(?:\\.[^"\\]*)*)"/y
const COMMENT = /\s#.*$/

/** The lines of a text without empty lines and comments. */
export function* contentLines(text: string): Generator<ContentLine> {
  /** The number of blanks per level: two, unless another program rewrote the file. */
  let unit = 0
  for (const line of lines(text)) {
    const content = line.text.trimStart()
    if (content === '' || content.startsWith('#')) continue
    // Below a key in the long form, `? key`, the first field follows its colon.
    const indent = line.text.length - content.length + (content.startsWith(': ') ? 2 : 0)
    unit ||= indent
    yield { text: line.text, at: line.at, indent, level: indent === 0 ? 0 : indent / unit }
  }
}

/** Reads `key: value`, `key:` and `? key`. Undefined for items of lists and anything else. */
export function fieldOf({ text, at, indent }: ContentLine): Field | undefined {
  if (text.startsWith('? ', indent)) {
    const start = indent + 2
    return { key: quotedAt(text, start, at)?.text ?? { text: text.slice(start).trimEnd(), at: at + start } }
  }
  const quoted = quotedAt(text, indent, at)
  const end = quoted?.end ?? colonAfter(text, indent)
  if (text[end] !== ':') return undefined
  const key = quoted?.text ?? { text: text.slice(indent, end), at: at + indent }
  const value = valueAt(text, at, end + 1)
  return value ? { key, value } : { key }
}

/** The colon that ends a plain key: before a blank, or the last character. */
function colonAfter(text: string, start: number): number {
  const colon = text.indexOf(': ', start)
  if (colon >= 0) return colon
  const end = text.trimEnd().length - 1
  return text[end] === ':' ? end : -1
}

/** The value that begins at or after `from`; `at` is the offset of the line. */
function valueAt(text: string, at: number, from: number): Placed | undefined {
  const rest = text.slice(from)
  const start = from + rest.length - rest.trimStart().length
  if (start === text.length) return undefined
  return quotedAt(text, start, at)?.text ?? { text: text.slice(start).replace(COMMENT, '').trimEnd(), at: at + start }
}

/**
 * The text in the quotes that begin at `start`, and the end of the quotes within the line; `at` is the offset of the
 * line.
 */
function quotedAt(text: string, start: number, at: number): { text: Placed; end: number } | undefined {
  const form = text[start] === "'" ? SINGLE_QUOTED : DOUBLE_QUOTED
  form.lastIndex = start
  const match = form.exec(text)
  if (!match) return undefined
  const content = (match.groups?.['text'] ?? '').replaceAll("''", "'")
  return { text: { text: content, at: at + start + 1 }, end: form.lastIndex }
}
