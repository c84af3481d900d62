/**
 * The tokens of a Python text that are needed to find lists of strings in it.
 * Specification: https://docs.python.org/3/reference/lexical_analysis.html. Deliberately ignored: indentation, the
 * values of numbers, and the meaning of escapes: the text of a string is kept as written.
 */

import { defined } from '../../collections.ts'
import { Cursor } from '../../syntax/cursor.ts'
import { SyntaxFault } from '../../syntax/fault.ts'
import type { Placed } from '../../syntax/lines.ts'

/** A string, a name, or any other sign. `at` is the offset of its first character; of a string, inside the quotes. */
export interface Token extends Placed {
  readonly kind: 'string' | 'name' | 'sign'
  /** The number of brackets open around it; a bracket does not count itself. */
  readonly depth: number
  /** Whether a statement may begin with it. */
  readonly begins: boolean
  /** Whether names in braces are replaced by their values: `f"…"`. */
  readonly formatted: boolean
}

// Sticky, each a single run.
const NAME = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y
const PREFIX = /^[rRbBuUfFtT]{1,3}$/
const SIGN = /==|!=|<=|>=|\+=|:=|->|\d[\w.]*|[^\s]/y
const OPENS = '([{'
const CLOSES = ')]}'

/** Reads the tokens of a text; with a fault if a string has no end, and the tokens before it. */
export function tokenize(text: string): { tokens: readonly Token[]; fault?: SyntaxFault } {
  return new Tokenizer(text).read()
}

class Tokenizer {
  private readonly cursor: Cursor
  private readonly tokens: Token[] = []
  private depth = 0
  private begins = true

  constructor(text: string) {
    this.cursor = new Cursor(text)
  }

  read(): { tokens: readonly Token[]; fault?: SyntaxFault } {
    let fault: SyntaxFault | undefined
    while (!fault && !this.cursor.isAtEnd()) fault = this.next()
    return defined({ tokens: this.tokens, fault })
  }

  private next(): SyntaxFault | undefined {
    const { cursor } = this
    const { text, at } = cursor
    switch (text[at]) {
      case '\n':
        this.begins ||= this.depth === 0
        cursor.at++
        return undefined
      case ' ':
      case '\t':
      case '\r':
        cursor.at++
        return undefined
      case '\\':
        cursor.at += text.startsWith('\r\n', at + 1) ? 3 : 2
        return undefined
      case '#':
        cursor.skipLine()
        return undefined
      case '"':
      case "'":
        return this.string('')
      default:
        return this.nameOrSign()
    }
  }

  /** A name, a string with its prefix, or a sign. */
  private nameOrSign(): SyntaxFault | undefined {
    const { cursor } = this
    const { at } = cursor
    const name = cursor.match(NAME)
    if (name === undefined) this.sign()
    else {
      const next = cursor.text[cursor.at]
      if ((next === '"' || next === "'") && PREFIX.test(name)) return this.string(name)
      this.push('name', name, at)
    }
    return undefined
  }

  private push(kind: Token['kind'], text: string, at: number, formatted = false): void {
    this.tokens.push({ kind, text, at, depth: this.depth, begins: this.begins, formatted })
    this.begins = false
  }

  private sign(): void {
    const { at } = this.cursor
    const sign = this.cursor.match(SIGN)
    // A rare blank, such as a form feed.
    if (sign === undefined) this.cursor.at++
    const text = sign ?? ' '
    if (CLOSES.includes(text)) this.depth = Math.max(0, this.depth - 1)
    this.push('sign', text, at)
    if (OPENS.includes(text)) this.depth++
    if (text === ';' && this.depth === 0) this.begins = true
  }

  /** Reads the string at the cursor, which is after its prefix. */
  private string(prefix: string): SyntaxFault | undefined {
    const { cursor } = this
    const { text, at } = cursor
    const quote = cursor.peek()
    const isLong = cursor.startsWith(quote.repeat(3))
    const mark = isLong ? quote.repeat(3) : quote
    const start = at + mark.length
    let end = start
    while (text[end] !== quote || !text.startsWith(mark, end)) {
      const character = text[end]
      if (character === undefined || (character === '\n' && !isLong)) return new SyntaxFault('unterminated string', at)
      if (character !== '\\') end++
      else end += text.startsWith('\r\n', end + 1) ? 3 : 2
    }
    this.push('string', text.slice(start, end), start, /f/i.test(prefix))
    cursor.at = end + mark.length
    return undefined
  }
}
