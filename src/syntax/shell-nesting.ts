/**
 * The ends of nested constructs of shell scripts: `$(…)`, `${…}`, `` `…` ``, `((…))`.
 * Specification: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html.
 * Deliberately ignored: the meaning of the text inside them.
 */

import { Cursor } from './cursor.ts'
import { endOfDocument, type HereDocument, hereDocument } from './here-document.ts'

/** A construct that is open; `((` is arithmetic, in which `<<` and `#` have other meanings. */
type Nesting = '"' | '`' | '${' | '(' | '(('

const BEFORE_COMMENT = /[\s;(]/

/** The index after the construct that begins at `from`; undefined if it has no end. */
export function endOfNested(text: string, from: number): number | undefined {
  return new NestingScanner(text, from).end()
}

/** The index after `'…'` with escapes, whose content begins at `from`; undefined if it has no end. */
export function endOfEscaped(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "'") return at + 1
    if (text[at] === '\\') at++
  }
  return undefined
}

class NestingScanner {
  private readonly cursor: Cursor
  private readonly open: Nesting[] = []
  /** The here-documents that the present line announces. */
  private documents: HereDocument[] = []

  constructor(text: string, from: number) {
    this.cursor = new Cursor(text, from)
  }

  end(): number | undefined {
    const { cursor } = this
    do {
      if (cursor.isAtEnd() || !this.step()) return undefined
    } while (this.open.length > 0)
    return Math.min(cursor.at, cursor.text.length)
  }

  /** Moves on by one character or construct; false if a text in single quotes has no end. */
  private step(): boolean {
    const { cursor } = this
    const inside = this.open.at(-1)
    const character = cursor.peek()
    if (character === '\\') cursor.at += 2
    else if (inside === '`' && character !== '`') cursor.at++
    else if (character === '`' || character === '"') this.toggle(character)
    else if (character === '$' && this.expansion()) return true
    else if (inside === '"') cursor.at++
    else if (character === "'" && this.isQuoteSpecial()) return this.skipQuoted()
    else if (inside === '${') this.inBraces(character)
    else this.inCommand(character)
    return true
  }

  private toggle(quote: '"' | '`'): void {
    if (this.open.at(-1) === quote) this.open.pop()
    else this.open.push(quote)
    this.cursor.at++
  }

  private push(nesting: Nesting, length: number): void {
    this.open.push(nesting)
    this.cursor.at += length
  }

  /** False if the dollar sign begins nothing that nests. */
  private expansion(): boolean {
    const { cursor } = this
    if (cursor.startsWith('${')) this.push('${', 2)
    else if (cursor.startsWith('$((')) {
      this.push('((', 3)
      this.open.push('((')
    } else if (cursor.startsWith('$(')) this.push('(', 2)
    else return false
    return true
  }

  /** A single quote is an ordinary character in arithmetic, and in braces inside double quotes. */
  private isQuoteSpecial(): boolean {
    const inside = this.open.at(-1)
    return inside !== '((' && !(inside === '${' && this.open.at(-2) === '"')
  }

  private skipQuoted(): boolean {
    const { cursor } = this
    const { text, at } = cursor
    const end = text[at - 1] === '$' ? endOfEscaped(text, at + 1) : text.indexOf("'", at + 1) + 1
    if (!end) return false
    cursor.at = end
    return true
  }

  private inBraces(character: string): void {
    if (character === '}') this.open.pop()
    this.cursor.at++
  }

  private inCommand(character: string): void {
    const { cursor } = this
    const inside = this.open.at(-1)
    if (character === '(') this.parenthesis()
    else if (character === ')') {
      this.open.pop()
      cursor.at++
    } else if (inside === '(' && character === '#' && BEFORE_COMMENT.test(cursor.peek(-1))) cursor.skipLine()
    else if (inside === '(' && cursor.startsWith('<<')) this.announcement()
    else if (character === '\n' && this.documents.length > 0) this.skipDocuments()
    else cursor.at++
  }

  private parenthesis(): void {
    const inside = this.open.at(-1)
    if (inside === undefined && this.cursor.peek(1) === '(') {
      this.push('((', 2)
      this.open.push('((')
    } else this.push(inside === '((' ? '((' : '(', 1)
  }

  private announcement(): void {
    const document = hereDocument(this.cursor)
    if (document) this.documents.push(document)
    else this.cursor.at += 3
  }

  private skipDocuments(): void {
    this.cursor.at++
    for (const document of this.documents) endOfDocument(this.cursor, document)
    this.documents = []
  }
}
