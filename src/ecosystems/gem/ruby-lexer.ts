/**
 * The tokens of a Ruby text.
 * Specification: https://docs.ruby-lang.org/en/master/syntax/literals_rdoc.html. Deliberately ignored: the content of
 * here-documents.
 */

import { Cursor } from '../../syntax/cursor.ts'
import { MAXIMUM_DEPTH } from '../../syntax/tree.ts'

/** A word of the language. */
export interface RubyToken {
  /** `name`: identifiers, keywords, constants, numbers. `text`: any quoted literal. `mark`: everything else. */
  readonly kind: 'name' | 'text' | 'symbol' | 'label' | 'mark' | 'line-end'
  /** Without its quotes or colon. */
  readonly value: string
  /** Offset of `value`. */
  readonly at: number
  /** Offset of the whole token, quotes included. */
  readonly start: number
  readonly end: number
  /** Of a text: whether `value` is its value; false for escapes, interpolation and lists of words. */
  readonly exact: boolean
  /** Whether a blank comes before it. */
  readonly spaced: boolean
}

/** A here-document that the present line announces; its text begins below that line. */
interface Heredoc {
  readonly id: string
  readonly indented: boolean
  readonly at: number
}

/** The quotes of a literal. With an `opener` that differs from the closer, pairs of them nest. */
interface Quotes {
  readonly opener: string
  readonly closer: string
  readonly interpolates: boolean
}

/** A literal, or the code of an interpolation in one, that is open; `nested` counts pairs of its brackets. */
interface Level extends Quotes {
  readonly isCode: boolean
  nested: number
}

const BLANKS = /[ \t\r\f\v]*/y
const LINE_CONTINUED = /\\\r?\n/y
const NAME = /(?:[@$]{0,2}[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*(?:[?!](?![=~]))?|\d\w*(?:\.\d\w*)*|\$[^\w\s])/y
const MARK = /=>|==|=~|!=|!~|<=|>=|\|\|=?|&&=?|&\.|::|\*\*|\.\.\.?|[\s\S]/y
const SINGLE_QUOTED = /[^'\\]*'/y
const DOUBLE_QUOTED = /[^"\\#]*"/y
const HEREDOC = /<<(?<indent>[~-]?)(?:(?<quote>["'`])(?<quoted>[^"'`\n]+)\k<quote>|(?<id>[A-Za-z_]\w*))/y
const PERCENT = /%(?<type>[qQwWiIrxs]?)(?<open>[([{<|!/])/y
const COMMENT_END = '\n=end'
const END_MARK = /__END__\r?(?:\n|$)/y
/** Types of `%…` literals that insert no expressions, and those that are one text. */
const LITERAL_TYPES = new Set('qwis')
const TEXT_TYPES = new Set(['', 'q', 'Q'])
const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' }

const QUOTE_OR_HASH = new Set('\'"`#')
/** Keywords after which an expression begins, so that `/` begins a regular expression and `if` has an `end`. */
const BEFORE_VALUE = new Set(
  'if unless while until when case and or not return then else elsif do begin rescue ensure in yield'.split(' ')
)

/** Reads one token after the other. Every character is read a bounded number of times. */
export class RubyLexer {
  private readonly cursor: Cursor
  private previous: RubyToken | undefined
  /** Whether a blank comes before the token that is being read. */
  private spaced = false
  /** No slash before this offset begins a regular expression. */
  private noRegexpBefore = 0
  private heredocs: Heredoc[] = []

  constructor(text: string) {
    this.cursor = new Cursor(text)
  }

  /** The next token; undefined at the end. Throws `SyntaxFault` if a literal or comment has no end. */
  next(): RubyToken | undefined {
    const { cursor } = this
    for (;;) {
      if (cursor.at === 0 || cursor.text[cursor.at - 1] === '\n') this.skipAtLineStart()
      this.skipBlanks()
      const first = cursor.peek()
      if (first === '') return this.end()
      if (first !== '#') {
        this.previous = this.special(first) ?? this.nameOrMark()
        return this.previous
      }
      cursor.skipLine()
    }
  }

  private end(): undefined {
    const [heredoc] = this.heredocs
    if (heredoc) throw this.cursor.fault('unterminated here-document', heredoc.at)
  }

  /** Comments between `=begin` and `=end`, and `__END__`, are recognised at the beginning of a line only. */
  private skipAtLineStart(): void {
    const { cursor } = this
    while (cursor.startsWith('=begin')) {
      const end = cursor.text.indexOf(COMMENT_END, cursor.at)
      if (end < 0) throw cursor.fault('unterminated comment: expected "=end"')
      cursor.at = cursor.indexOf('\n', end + 1) + 1
    }
    if (cursor.skip(END_MARK)) cursor.at = cursor.text.length
  }

  private skipBlanks(): void {
    const { cursor } = this
    const { at } = cursor
    do cursor.skip(BLANKS)
    while (cursor.skip(LINE_CONTINUED))
    this.spaced = cursor.at > at
  }

  /** The token that the first character determines; undefined if no token begins with it. */
  private special(first: string): RubyToken | undefined {
    switch (first) {
      case '\n':
        return this.lineEnd()
      case "'":
      case '"':
      case '`':
        return this.quoted(first)
      case '%':
        return this.percentLiteral()
      case '<':
        return this.heredoc()
      case '/':
        return this.regexp()
      case '?':
        return this.character()
      case ':':
        return this.symbol()
      default:
        return undefined
    }
  }

  /** The token from `start` to the cursor. Its value is the text from `at` to `end`: the whole token unless given. */
  private made(
    kind: RubyToken['kind'],
    start: number,
    { at = start, end = this.cursor.at, exact = true }: { at?: number; end?: number; exact?: boolean } = {}
  ): RubyToken {
    const { cursor, spaced } = this
    return { kind, value: cursor.text.slice(at, end), at, start, end: cursor.at, exact, spaced }
  }

  /** The end of a line, with the here-documents below it. */
  private lineEnd(): RubyToken {
    const start = this.cursor.at++
    for (const heredoc of this.heredocs) this.skipHeredoc(heredoc)
    this.heredocs = []
    return this.made('line-end', start, { end: start + 1 })
  }

  private skipHeredoc({ id, indented, at }: Heredoc): void {
    const { cursor } = this
    for (;;) {
      if (cursor.isAtEnd()) throw cursor.fault('unterminated here-document', at)
      const from = cursor.at
      cursor.skipLine()
      const line = cursor.text.slice(from, cursor.at)
      if (!cursor.isAtEnd()) cursor.at++
      if ((indented ? line.trim() : line.trimEnd()) === id) return
    }
  }

  /** A text in quotes; a key if a colon follows. */
  private quoted(quote: string): RubyToken {
    const { cursor } = this
    const start = cursor.at++
    const { at } = cursor
    const interpolates = quote !== "'"
    const exact = this.skipPlain(quote) || this.skipLiteral({ opener: '', closer: quote, interpolates }, start)
    const end = cursor.at - 1
    const isLabel = quote !== '`' && this.skipLabelEnd()
    return this.made(isLabel ? 'label' : 'text', start, { at, end, exact: exact && quote !== '`' })
  }

  /** Moves past a text without escapes and interpolation. */
  private skipPlain(quote: string): boolean {
    if (quote === "'") return this.cursor.skip(SINGLE_QUOTED)
    return quote === '"' && this.cursor.skip(DOUBLE_QUOTED)
  }

  private percentLiteral(): RubyToken | undefined {
    const { cursor } = this
    const start = cursor.at
    const { type = '', open } = (this.isValueExpected() && cursor.groups(PERCENT)) || {}
    if (open === undefined) return undefined
    const { at } = cursor
    const closer = CLOSERS[open]
    const interpolates = !LITERAL_TYPES.has(type)
    const quotes =
      closer === undefined ? { opener: '', closer: open, interpolates } : { opener: open, closer, interpolates }
    const exact = this.skipLiteral(quotes, start)
    return this.made('text', start, { at, end: cursor.at - 1, exact: exact && TEXT_TYPES.has(type) })
  }

  private heredoc(): RubyToken | undefined {
    const start = this.cursor.at
    const isPossible = this.isValueExpected() && this.previous?.value !== 'class'
    const groups = isPossible && this.cursor.groups(HEREDOC)
    if (!groups) return undefined
    const { indent, quoted, id = '' } = groups
    this.heredocs.push({ id: quoted ?? id, indented: indent !== '', at: start })
    return this.made('text', start, { end: start, exact: false })
  }

  /** A regular expression; undefined if the slash is a division. */
  private regexp(): RubyToken | undefined {
    const { cursor } = this
    const start = cursor.at
    const isPossible =
      start >= this.noRegexpBefore &&
      this.isValueExpected() &&
      (beginsExpression(this.previous) || cursor.peek(1) !== ' ')
    if (!isPossible) return undefined
    if (this.skipRegexp()) return this.made('text', start, { at: start + 1, end: cursor.at - 1, exact: false })
    this.noRegexpBefore = cursor.at
    cursor.at = start
    return undefined
  }

  /** Moves past a regular expression; false, at the end of the line, if the slash does not begin one. */
  private skipRegexp(): boolean {
    const { cursor } = this
    const { text } = cursor
    for (cursor.at++; cursor.at < text.length && text[cursor.at] !== '\n'; cursor.at++) {
      if (text[cursor.at] === '\\') cursor.at++
      else if (text[cursor.at] === '/') {
        cursor.at++
        return true
      }
    }
    return false
  }

  /** A single character such as `?'` that would look like the beginning of a text or comment. */
  private character(): RubyToken | undefined {
    const { cursor } = this
    const start = cursor.at
    if (!beginsExpression(this.previous) || !QUOTE_OR_HASH.has(cursor.peek(1))) return undefined
    cursor.at += 2
    return this.made('text', start, { at: start + 1, exact: false })
  }

  private symbol(): RubyToken | undefined {
    const { cursor } = this
    const start = cursor.at
    if (cursor.peek(1) === ':') return undefined
    cursor.at++
    const next = cursor.peek()
    if (next === '"' || next === "'") return { ...this.quoted(next), kind: 'symbol', start, spaced: false }
    if (cursor.skip(NAME)) return this.made('symbol', start, { at: start + 1 })
    cursor.at = start
    return undefined
  }

  private nameOrMark(): RubyToken {
    const { cursor } = this
    const start = cursor.at
    if (cursor.skip(NAME)) {
      const end = cursor.at
      return this.made(this.skipLabelEnd() ? 'label' : 'name', start, { end })
    }
    cursor.skip(MARK)
    return this.made('mark', start)
  }

  /** Moves past the colon of a key; the one of `a ? b : c` and `::` are operators. */
  private skipLabelEnd(): boolean {
    const { cursor } = this
    if (cursor.peek() !== ':' || cursor.peek(1) === ':' || isMark(this.previous, '?')) return false
    cursor.at++
    return true
  }

  /** Whether a value can begin here: the start of an expression, or an argument without brackets. */
  private isValueExpected(): boolean {
    return beginsExpression(this.previous) || (this.previous?.kind === 'name' && this.spaced)
  }

  /** Moves past the end of a literal; false if it has escapes or interpolation. A fault is at the offset `start`. */
  private skipLiteral({ opener, closer, interpolates }: Quotes, start: number): boolean {
    const { cursor } = this
    const open: Level[] = [{ opener, closer, interpolates, isCode: false, nested: 0 }]
    let exact = true
    for (let inside = open.at(-1); inside; inside = open.at(-1)) {
      if (cursor.isAtEnd()) throw cursor.fault('unterminated string', start)
      if (!this.skipInLiteral(open, inside)) exact = false
      if (open.length > MAXIMUM_DEPTH) throw cursor.fault(`nested deeper than ${MAXIMUM_DEPTH} levels`, start)
    }
    return exact
  }

  /** Moves past one character, escape or `#{`; false after an escape or `#{`. */
  private skipInLiteral(open: Level[], inside: Level): boolean {
    const { cursor } = this
    const character = cursor.text[cursor.at] ?? ''
    cursor.at++
    if (character === '\\') {
      cursor.at++
      return false
    }
    if (inside.isCode && character === '$') cursor.at++
    else if (character === inside.opener) inside.nested++
    else if (character !== inside.closer) {
      const inner = this.levelInside(inside, character)
      if (inner) open.push(inner)
      return !inner?.isCode
    } else if (inside.nested-- === 0) open.pop()
    return true
  }

  /** The literal in code, or the code in a literal, that this character begins; moves past `#{`. */
  private levelInside({ isCode, interpolates }: Level, character: string): Level | undefined {
    if (isCode && (character === '"' || character === "'" || character === '`'))
      return { opener: '', closer: character, interpolates: character !== "'", isCode: false, nested: 0 }
    if (!interpolates || character !== '#' || this.cursor.peek() !== '{') return undefined
    this.cursor.at++
    return { opener: '{', closer: '}', interpolates: false, isCode: true, nested: 0 }
  }
}

/** Whether a token is one of these marks. */
export function isMark(token: RubyToken | undefined, ...marks: readonly string[]): boolean {
  return token?.kind === 'mark' && marks.includes(token.value)
}

/** Whether an expression begins after this token: not after a complete value. */
export function beginsExpression(previous: RubyToken | undefined): boolean {
  if (!previous || previous.kind === 'line-end' || previous.kind === 'label') return true
  if (previous.kind === 'mark') return !isMark(previous, ')', ']', '}')
  return previous.kind === 'name' && BEFORE_VALUE.has(previous.value)
}
