/**
 * The words of shell scripts: quotes, escapes and variables, with the offset of everything.
 * Specification: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html, and `$'…'` of
 * https://www.gnu.org/software/bash/manual/bash.html. Deliberately ignored: globs, and the text inside `$(…)`,
 * backticks and most forms of `${…}`, which is text of its word.
 */

import { defined } from '../collections.ts'
import { type Assembled, cut, joined, offsetIn } from './assembled.ts'
import type { Cursor } from './cursor.ts'
import { SyntaxFault } from './fault.ts'
import { endOfEscaped, endOfNested } from './shell-nesting.ts'

/** A run of a word: text without its quotes and escapes, or a variable. */
export interface WordPart {
  /** A variable as it is written. */
  readonly text: Assembled
  /** The name of the variable. */
  readonly variable?: string
  /** The text to use if the variable has no value: `${NAME:-this}`. */
  readonly fallback?: Assembled
  /** Whether quotes keep it from being split at blanks. */
  readonly quoted: boolean
}

/** A word. */
export interface Word {
  readonly parts: readonly WordPart[]
  /** Offsets of its first character, which may be a quote, and after its last. */
  readonly start: number
  readonly end: number
}

/** A backslash at the end of a line: the next line continues it. */
export const CONTINUED = /\\\r?\n/y
/** Characters of a word without a special meaning: outside quotes, and inside. */
const PLAIN = /[^\s"'\\$`;&|()<>]+/y
const PLAIN_IN_QUOTES = /[^"\\$`]+/y
/** The characters whose special meaning a backslash removes inside double quotes. */
const ESCAPED_IN_QUOTES = /["\\$`]/
const VARIABLE = /\$(?<name>[A-Za-z_]\w*|\d)/y
/** Every other form of `${…}` computes its value. */
const BRACED = /^\$\{(?<name>\w+)(?:\[[@*]\])?(?::?[-=](?<fallback>[^"'$`\\{}]*))?\}$/

/** Reads the word at the cursor. Throws `SyntaxFault` if a quote or bracket has no end. */
export function readWord(script: Assembled, cursor: Cursor): Word {
  return new WordReader(script, cursor).read()
}

/** The text of a word, variables as they are written. */
export function plainText(parts: readonly WordPart[]): string {
  return parts.length === 1 ? (parts[0]?.text.text ?? '') : joined(parts.map(part => part.text)).text
}

/** Whether `<(…)` or `>(…)` begins here: a word, whose content is read as further commands. */
export function isProcess(cursor: Cursor): boolean {
  const first = cursor.peek()
  return (first === '<' || first === '>') && cursor.peek(1) === '('
}

/** The index after the nested construct at an index. Throws `SyntaxFault` if it has no end. */
export function behindNested(script: Assembled, from: number): number {
  const end = endOfNested(script.text, from)
  if (end === undefined) throw new SyntaxFault('unterminated substitution', offsetIn(script, from))
  return end
}

class WordReader {
  private readonly script: Assembled
  private readonly cursor: Cursor
  private readonly parts: WordPart[] = []

  constructor(script: Assembled, cursor: Cursor) {
    this.script = script
    this.cursor = cursor
  }

  read(): Word {
    const { script, cursor, parts } = this
    const begin = cursor.at
    if (isProcess(cursor)) this.opaque(begin + 1)
    while (!cursor.isAtEnd() && this.part());
    cursor.at = Math.min(cursor.at, cursor.text.length)
    // A character without a meaning here is skipped: every call moves forward.
    if (cursor.at === begin) cursor.at++
    return { parts, start: offsetIn(script, begin), end: offsetIn(script, cursor.at - 1) + 1 }
  }

  /** False if the word ends. */
  private part(): boolean {
    const { cursor } = this
    switch (cursor.text[cursor.at]) {
      case "'":
        this.singleQuoted()
        return true
      case '"':
        this.doubleQuoted()
        return true
      case '\\':
        if (!cursor.skip(CONTINUED)) this.escaped(true)
        return true
      case '$':
        this.expansion(false)
        return true
      case '`':
        this.opaque(behindNested(this.script, cursor.at))
        return true
      default:
        return this.plainRun(PLAIN, false)
    }
  }

  private add(from: number, to: number, quoted: boolean): void {
    this.parts.push({ text: cut(this.script, from, to), quoted })
  }

  private plainRun(pattern: RegExp, quoted: boolean): boolean {
    const from = this.cursor.at
    if (!this.cursor.skip(pattern)) return false
    this.add(from, this.cursor.at, quoted)
    return true
  }

  /** Adds a computed text as it is written. */
  private opaque(end: number): void {
    this.add(this.cursor.at, end, true)
    this.cursor.at = end
  }

  /** A backslash and the character after it; the backslash is kept unless it is an escape. */
  private escaped(isEscape: boolean): void {
    const { at } = this.cursor
    this.add(isEscape ? at + 1 : at, at + 2, true)
    this.cursor.at += 2
  }

  private unclosedQuote(at: number): SyntaxFault {
    return new SyntaxFault('unterminated string', offsetIn(this.script, at))
  }

  private singleQuoted(): void {
    const { cursor } = this
    const { at } = cursor
    const end = cursor.text.indexOf("'", at + 1)
    if (end < 0) throw this.unclosedQuote(at)
    this.add(at + 1, end, true)
    cursor.at = end + 1
  }

  private doubleQuoted(): void {
    const { cursor, parts } = this
    const start = cursor.at++
    const before = parts.length
    while (cursor.peek() !== '"') {
      if (cursor.isAtEnd()) throw this.unclosedQuote(start)
      this.partInQuotes()
    }
    // An empty text in quotes is a word, too.
    if (parts.length === before) this.add(cursor.at, cursor.at, true)
    cursor.at++
  }

  private partInQuotes(): void {
    const { cursor } = this
    switch (cursor.text[cursor.at]) {
      case '\\':
        if (!cursor.skip(CONTINUED)) this.escaped(ESCAPED_IN_QUOTES.test(cursor.peek(1)))
        break
      case '$':
        this.expansion(true)
        break
      case '`':
        this.opaque(behindNested(this.script, cursor.at))
        break
      default:
        this.plainRun(PLAIN_IN_QUOTES, true)
    }
  }

  /** Reads what a dollar sign begins. */
  private expansion(quoted: boolean): void {
    const { cursor } = this
    const next = cursor.peek(1)
    if (next === '(') this.opaque(behindNested(this.script, cursor.at))
    else if (next === '{') this.braced(quoted)
    else if (!quoted && next === '"') cursor.at++
    else if (!quoted && next === "'") this.singleQuotedWithEscapes()
    else this.variable(quoted)
  }

  /** `${NAME}` with or without a fallback. */
  private braced(quoted: boolean): void {
    const { script, cursor } = this
    const { text, at } = cursor
    const end = behindNested(script, at)
    const { name: variable, fallback } = BRACED.exec(text.slice(at, end))?.groups ?? {}
    if (variable === undefined) {
      this.opaque(end)
      return
    }
    const written = fallback ? cut(script, end - 1 - fallback.length, end - 1) : undefined
    this.parts.push(defined({ text: cut(script, at, end), variable, fallback: written, quoted }))
    cursor.at = end
  }

  /** `$'…'`. */
  private singleQuotedWithEscapes(): void {
    const { cursor } = this
    const { at } = cursor
    const end = endOfEscaped(cursor.text, at + 2)
    if (end === undefined) throw this.unclosedQuote(at)
    this.add(at + 2, end - 1, true)
    cursor.at = end
  }

  /** `$NAME`, or a dollar sign without a name. */
  private variable(quoted: boolean): void {
    const { cursor } = this
    const { at } = cursor
    const variable = cursor.groups(VARIABLE)?.['name']
    if (variable === undefined) cursor.at++
    this.parts.push(defined({ text: cut(this.script, at, cursor.at), quoted, variable }))
  }
}
