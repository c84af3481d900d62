/** The one way for text from the repository into anything people read: nothing in it can act, hide or grow. */

/** How many characters of a name, a version or a path are shown unless the place of use says otherwise. */
export const USUAL_LENGTH = 120

// What is not seen or moves other text: controls with every line end, lone surrogates, private use, bidi and zero-width
// characters, fillers, odd spaces, and from the third mark on one letter the marks that pile up over the lines around.
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}|(?<=\p{M}{2})\p{M}/gu

// The runner obeys `##[command]` anywhere in a line of the log and `::command::` at its start, blanks before it included.
// https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
const OLD_COMMAND = /(?<=##)\[/g
const COMMAND = /^( *):(?=:)/
/** An HTML comment would hide what follows it, and could pass for the marker of our own comment. */
const COMMENT = /(?<=<)!(?=--)/g
const BLANK = /^ +$/

/**
 * Makes text from the repository safe to show: what cannot be seen becomes an escape such as `\u{202e}`, what a machine
 * would obey is broken by one, and what is longer than `most` (UTF-16 code units) loses its middle to an ellipsis.
 */
export function visible(text: string, most: number = USUAL_LENGTH): string {
  const escaped = shorten(text, most)
    .replace(UNSEEN, escapes)
    .replace(OLD_COMMAND, escapes)
    .replace(COMMENT, escapes)
    .replace(COMMAND, '$1\\u{3a}')
    .replace(BLANK, escapes)
  return shorten(escaped, most)
}

/** Cuts the middle out of a text longer than `most`: both ends tell more of a path or an address than its middle. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const tail = Math.floor((most - 1) / 2)
  const head = most - 1 - tail
  return `${start(text, head)}…${end(text, tail)}`
}

/** The first `length` code units, less one where that would cut a surrogate pair. */
export function start(text: string, length: number): string {
  return text.slice(0, isHighSurrogate(text.charCodeAt(length - 1)) ? length - 1 : length)
}

/** A text of at most `most` characters; what is longer loses its end to an ellipsis. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${start(text, most - 1)}…`
}

function end(text: string, length: number): string {
  const from = text.length - length
  return text.slice(isHighSurrogate(text.charCodeAt(from - 1)) ? from + 1 : from)
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd8_00 && unit <= 0xdb_ff
}

function escapes(characters: string): string {
  return Array.from(characters, character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`).join('')
}

/** A path as people read it; `.` for the scanned folder itself, which a gap may concern. */
export function pathText(path: string, most: number): string {
  return path === '' ? '.' : visible(path, most)
}
