/**
 * The tokens of source code, with their offsets: names, numbers, string literals and marks, without comments. One tolerant lexer for all
 * languages, each described by a `Lexis`. A literal with code in it becomes the addition that it means: `"a${b}"` is `("a"+(b)+"")`.
 * Deliberately ignored: the meaning of escapes, because no name that is looked for is written with one.
 */

import { Cursor } from './cursor.ts'
import { SyntaxFault } from './fault.ts'

/** A token of source code. */
export interface CodeToken {
  readonly kind: 'name' | 'number' | 'text' | 'mark'
  /** Of a literal, what is between its quotes. */
  readonly value: string
  /** Offset of the token, in UTF-16 code units. */
  readonly at: number
  readonly end: number
  /** Whether it is the first on its line. */
  readonly startsLine: boolean
}

/** How a language inserts code into a literal: `{x}`, `{x}` only around a name, `${x}` and `$x`, or an opener such as `#{`. */
export type Insertion = 'braces' | 'braced-names' | 'dollar' | '${' | '#{'

/** A kind of string literal. */
export interface Literal {
  /** Sticky. The group `close` or `hashes`, if it has one, is part of what ends it. */
  readonly open: RegExp
  /** What ends it; absent: the group `close`. */
  readonly close?: string
  /** Whether a backslash escapes the next character; a verbatim literal doubles its quote instead. */
  readonly escapes: 'backslash' | 'doubled' | 'none'
  readonly insertion?: Insertion
  /** Whether the prefix of the literal decides that code is inserted. */
  readonly insertsIf?: RegExp
  /** Whether it ends with its line at the latest. */
  readonly oneLine?: boolean
  /** It is a command of the shell: the token is the argument of a call of this name. */
  readonly calls?: string
}

/** The tokens of a language. All patterns are sticky and linear. */
export interface Lexis {
  /** A comment up to the end of the line. */
  readonly lineComment: RegExp
  /** `/* … *​/`. */
  readonly blockComments: 'none' | 'flat' | 'nested'
  /** In the order in which they are tried. */
  readonly literals: readonly Literal[]
  readonly name: RegExp
  /** The marks of several characters. */
  readonly marks: RegExp
  /** Whether `/…/` may be a regular expression. */
  readonly hasPatterns?: boolean
  /** Here-documents as in Ruby. */
  readonly hasHereDocuments?: boolean
  /** A whole-line comment of several lines: `=begin` to `=end`. */
  readonly longComment?: RegExp
}

/** The tokens of a text; with a fault, those before it. */
export interface Tokenized {
  readonly tokens: readonly CodeToken[]
  readonly fault?: SyntaxFault
}

/** Literals in code in literals. */
const DEEPEST = 12
/** In tokens of one file. */
const MOST = 400_000
const BLANK = /[ \t\r\f\v\u00a0\ufeff]+|\\\r?\n/y
const NUMBER = /\d[\w.]*/y
const PATTERN = /\/(?:\\[^\n]|\[(?:\\[^\n]|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y
const HERE = /<<[-~]?(?:"(?<double>\w+)"|'(?<single>\w+)'|(?<plain>[A-Z_]\w*))/y
/** After these words comes an operand, so that a slash begins a pattern. */
const BEFORE_OPERAND = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'if',
  'and',
  'or',
  'not',
  'when',
  'unless',
  'then',
  'yield'
])
const PLAIN_NAME = /\{(?<name>[A-Za-z_]\w*)(?::[^{}\n]*)?\}/y
const DOLLAR_NAME = /\$(?<name>[A-Za-z_]\w*)/y
const ANY_CLOSER = /["'`#$@\\{}\n]/g

/** Reads the tokens of a text. Never throws; takes time in proportion to the text. */
export function codeTokens(text: string, lexis: Lexis): Tokenized {
  const lexer = new Lexer(text, lexis)
  try {
    lexer.code('')
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    return { tokens: lexer.tokens, fault: error }
  }
  return { tokens: lexer.tokens }
}

class Lexer {
  readonly tokens: CodeToken[] = []
  private readonly cursor: Cursor
  private readonly lexis: Lexis
  private startsLine = true
  private depth = 0
  /** The delimiters of here-documents whose text begins below the line. */
  private hereDocuments: string[] = []
  private shifts = 0

  constructor(text: string, lexis: Lexis) {
    this.cursor = new Cursor(text)
    this.lexis = lexis
  }

  /** Reads code up to the bracket `close` that no other opens, or to the end. */
  code(close: '' | '}'): void {
    const { cursor } = this
    let nested = 0
    while (!cursor.isAtEnd()) {
      if (this.skipped()) continue
      const character = cursor.peek()
      if (close !== '' && character === '{') nested++
      if (close !== '' && character === '}' && nested-- === 0) return
      this.token()
      if (this.tokens.length > MOST) throw cursor.fault('too many tokens')
    }
  }

  /** Skips blanks, line ends and comments. */
  private skipped(): boolean {
    const { cursor, lexis } = this
    if (cursor.skip(BLANK)) return true
    if (cursor.peek() === '\n') {
      cursor.at++
      this.startsLine = true
      for (const delimiter of this.hereDocuments.splice(0)) this.hereDocument(delimiter)
      return true
    }
    if (this.startsLine && lexis.longComment && cursor.skip(lexis.longComment)) return true
    if (cursor.skip(lexis.lineComment)) return true
    return lexis.blockComments !== 'none' && cursor.startsWith('/*') && this.skipComment()
  }

  private skipComment(): true {
    const { cursor } = this
    const isNested = this.lexis.blockComments === 'nested'
    let open = 0
    do {
      if (cursor.startsWith('*/')) {
        open--
        cursor.at += 2
      } else if (cursor.startsWith('/*') && (isNested || open === 0)) {
        open++
        cursor.at += 2
      } else cursor.at++
    } while (open > 0 && !cursor.isAtEnd())
    return true
  }

  private token(): void {
    const { cursor, lexis } = this
    const at = cursor.at
    for (const literal of lexis.literals) {
      literal.open.lastIndex = at
      const opened = literal.open.exec(cursor.text)
      if (!opened) continue
      cursor.at = literal.open.lastIndex
      this.literal(literal, opened, at)
      return
    }
    if (cursor.skip(lexis.name)) this.add('name', at)
    else if (cursor.skip(NUMBER)) this.add('number', at)
    else if (lexis.hasHereDocuments && this.announces()) this.add('text', at, '')
    else if (lexis.hasPatterns && cursor.peek() === '/' && this.wantsOperand() && cursor.skip(PATTERN))
      this.add('text', at, '')
    else {
      if (!cursor.skip(lexis.marks)) cursor.at++
      this.add('mark', at)
    }
  }

  private wantsOperand(): boolean {
    const last = this.tokens.at(-1)
    if (!last) return true
    if (last.kind === 'mark') return last.value !== ')' && last.value !== ']' && last.value !== '}'
    return last.kind === 'name' && BEFORE_OPERAND.has(last.value)
  }

  /** Reads the operator of a here-document. */
  private announces(): boolean {
    const groups = this.cursor.groups(HERE)
    const delimiter = groups && (groups['double'] ?? groups['single'] ?? groups['plain'])
    if (delimiter === undefined) return false
    this.hereDocuments.push(delimiter)
    return true
  }

  /** Moves past the text of a here-document. Without its end it was none, but a shift. */
  private hereDocument(delimiter: string): void {
    const { cursor } = this
    const from = cursor.at
    while (!cursor.isAtEnd()) {
      const line = cursor.at
      cursor.skipLine()
      if (cursor.text.slice(line, cursor.at).trim() === delimiter) return
      cursor.at++
    }
    if (++this.shifts > DEEPEST) throw cursor.fault('unterminated here-document', from)
    cursor.at = from
    this.startsLine = true
  }

  private literal(literal: Literal, opened: RegExpExecArray, at: number): void {
    if (literal.calls !== undefined) {
      this.add('name', at, literal.calls)
      this.add('mark', at, '(')
    }
    const { close = '', hashes = '' } = opened.groups ?? {}
    const closer = (literal.close ?? close) + hashes
    const inserts = literal.insertion && (!literal.insertsIf || literal.insertsIf.test(opened[0]))
    const before = this.tokens.length
    const isOpen = this.content(inserts ? literal : { ...literal, insertion: undefined }, closer)
    if (this.tokens.length > before + 1) {
      this.tokens.splice(before, 0, { kind: 'mark', value: '(', at, end: at, startsLine: this.startsOf(before) })
      this.add('mark', this.cursor.at, ')')
    } else this.tokens[before] = { ...(this.tokens[before] as CodeToken), at }
    if (literal.calls !== undefined) this.add('mark', this.cursor.at, ')')
    if (isOpen && !literal.oneLine) throw this.cursor.fault('unterminated string', at)
  }

  private startsOf(index: number): boolean {
    return this.tokens[index]?.startsLine ?? false
  }

  /** Reads the content of a literal as texts and the code between them. Returns whether its end is missing. */
  private content(
    literal: Omit<Literal, 'insertion'> & { insertion?: Insertion | undefined },
    closer: string
  ): boolean {
    const { cursor } = this
    let from = cursor.at
    while (!cursor.isAtEnd()) {
      if (cursor.startsWith(closer)) {
        if (literal.escapes === 'doubled' && cursor.startsWith(closer + closer)) {
          cursor.at += 2
          continue
        }
        const to = cursor.at
        cursor.at += closer.length
        this.add('text', from, cursor.text.slice(from, to))
        return false
      }
      const character = cursor.peek()
      if (character === '\n' && literal.oneLine) break
      if (character === '\\' && literal.escapes === 'backslash') cursor.at += 2
      else if (literal.insertion === 'braces' && cursor.startsWith('{{')) cursor.at += 2
      else if (literal.insertion && this.inserts(literal.insertion, from)) from = cursor.at
      else this.skipPlain(closer)
    }
    this.add('text', from, cursor.text.slice(from, cursor.at))
    return true
  }

  /** Moves past one character, or several that cannot end the text or begin code in it. */
  private skipPlain(closer: string): void {
    const { cursor } = this
    cursor.at++
    if (!'"\'`'.includes(closer.charAt(0))) return
    ANY_CLOSER.lastIndex = cursor.at
    const next = ANY_CLOSER.exec(cursor.text)
    cursor.at = next ? next.index : cursor.text.length
  }

  /** Reads inserted code at the cursor, with the text before it. */
  private inserts(insertion: Insertion, from: number): boolean {
    const { cursor } = this
    const before = cursor.at
    if (insertion === 'dollar' || insertion === 'braced-names') {
      const name = cursor.groups(insertion === 'dollar' ? DOLLAR_NAME : PLAIN_NAME)?.['name']
      if (name !== undefined) {
        this.add('text', from, cursor.text.slice(from, before))
        this.add('mark', before, '+')
        this.add('name', before, name)
        this.add('mark', before, '+')
        return true
      }
      if (insertion === 'braced-names') return false
    }
    const opener = { braces: '{', dollar: '${', '${': '${', '#{': '#{' }[insertion]
    if (!cursor.startsWith(opener)) return false
    if (++this.depth > DEEPEST) throw cursor.fault(`nested deeper than ${DEEPEST} levels`)
    this.add('text', from, cursor.text.slice(from, before))
    this.add('mark', before, '+')
    this.add('mark', before, '(')
    cursor.at += opener.length
    this.code('}')
    this.add('mark', cursor.at, ')')
    cursor.at++
    this.add('mark', cursor.at, '+')
    this.depth--
    return true
  }

  private add(kind: CodeToken['kind'], at: number, value = this.cursor.text.slice(at, this.cursor.at)): void {
    this.tokens.push({ kind, value, at, end: this.cursor.at, startsLine: this.startsLine })
    this.startsLine = false
  }
}
