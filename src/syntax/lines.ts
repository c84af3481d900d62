/** The lines of a text. */

import { SyntaxFault } from './fault.ts'

/** A part of a text, and the offset of its first character. */
export interface Placed {
  readonly text: string
  readonly at: number
}

/** A line without its end (`\n` or `\r\n`). */
export type Line = Placed

const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/

/** Splits a text into lines. A text that ends with a line end has no empty last line. */
export function* lines(text: string): Generator<Line> {
  let at = 0
  while (at < text.length) {
    let end = text.indexOf('\n', at)
    if (end < 0) end = text.length
    const stop = end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end
    yield { text: text.slice(at, stop), at }
    at = end + 1
  }
}

/** The fault of a line with a conflict marker of git; undefined for any other line. */
export function conflictIn({ text, at }: Line): SyntaxFault | undefined {
  return CONFLICT.test(text) ? new SyntaxFault('unresolved merge conflict', at) : undefined
}
