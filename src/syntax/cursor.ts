/** A text and the position of a hand-written lexer in it: what every lexer does at a position, written once. */

import { SyntaxFault } from './fault.ts'

/**
 * A position in a text. Lexers hold a cursor and do not extend it: V8 reads one shape of object faster than several.
 * Patterns must be sticky (`/…/y`) and linear. Offsets count UTF-16 code units.
 */
export class Cursor {
  readonly text: string
  /** Offset of the next character; not less than the length of the text once everything is read. */
  at: number

  constructor(text: string, at = 0) {
    this.text = text
    this.at = at
  }

  /** Whether no character is left. */
  isAtEnd(): boolean {
    return this.at >= this.text.length
  }

  /** The character at a distance from the position; `''` outside the text. */
  peek(distance = 0): string {
    return this.text.charAt(this.at + distance)
  }

  /** Whether the text goes on with `expected`. */
  startsWith(expected: string): boolean {
    return this.text.startsWith(expected, this.at)
  }

  /** Moves past a match of the pattern at the position. Without one, the cursor stays and the result is false. */
  skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at
    if (!pattern.test(this.text)) return false
    this.at = pattern.lastIndex
    return true
  }

  /** Like `skip`, but returns the matched text; undefined without a match. */
  match(pattern: RegExp): string | undefined {
    const from = this.at
    return this.skip(pattern) ? this.text.slice(from, this.at) : undefined
  }

  /** Like `skip`, but returns the named groups of the pattern; undefined without a match. */
  groups(pattern: RegExp): Readonly<Record<string, string | undefined>> | undefined {
    pattern.lastIndex = this.at
    const groups = pattern.exec(this.text)?.groups
    if (groups) this.at = pattern.lastIndex
    return groups
  }

  /** Offset of the next occurrence of `wanted` at or after `from`; the length of the text if there is none. */
  indexOf(wanted: string, from = this.at): number {
    const found = this.text.indexOf(wanted, from)
    return found < 0 ? this.text.length : found
  }

  /** Moves to the end of the line, in front of its `\n`. */
  skipLine(): void {
    this.at = this.indexOf('\n')
  }

  /** A fault at the position, or at another offset. */
  fault(message: string, at = this.at): SyntaxFault {
    return new SyntaxFault(message, at)
  }
}
