/**
 * The words of a program with their offsets, grouped by the brackets around them. Nothing is run.
 * Deliberately ignored: the meaning of the words, which the reader of each language knows.
 */

import { defined } from '../collections.ts'
import type { Cursor } from './cursor.ts'
import { SyntaxFault } from './fault.ts'
import { MAXIMUM_DEPTH } from './tree.ts'

/** A word of a program. */
export interface Token {
  /** `atom` and `label` are `:name` and `name:`; `text` is a quoted literal; `mark` is everything else. */
  readonly kind: 'name' | 'text' | 'atom' | 'label' | 'mark'
  /** Without its quotes or colon. */
  readonly value: string
  /** Offset of `value`. */
  readonly at: number
  /** Offsets of the whole word, quotes included. */
  readonly start: number
  readonly end: number
  /** Whether `value` is the value of the literal: false with escapes or inserted expressions in it. */
  readonly exact: boolean
}

/** The pieces between two brackets, split at the commas. */
export interface Group {
  readonly kind: 'group'
  readonly open: string
  readonly slots: readonly (readonly Piece[])[]
  /** False if the closing bracket is missing. */
  readonly closed: boolean
  readonly start: number
  readonly end: number
}

/** A word, or brackets with their content. */
export type Piece = Token | Group

/** The pieces of a text; with a fault, those before it. */
export interface Program {
  readonly pieces: readonly Piece[]
  readonly fault?: SyntaxFault
}

interface OpenGroup {
  readonly open: string
  readonly start: number
  readonly slots: Piece[][]
}

/** The syntax of code inside literals: `#{…}` or `\(…)`, and the quotes of literals in that code. */
export interface Interpolation {
  readonly opener: string
  readonly open: string
  readonly close: string
  readonly quotes: readonly string[]
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}']
])
const OPENERS: ReadonlyMap<string, string> = new Map(Array.from(CLOSERS, ([open, close]) => [close, open]))

/** Characters without a meaning in literals and in the code in them; skipped at once, which is faster. */
const ORDINARY = /[\w .,:;=-]+/y

/** Groups words by their brackets. A fault of the lexer, or else the first of the brackets, is in the result. */
export function grouped(tokens: Iterable<Token>): Program {
  return new Grouping().read(tokens)
}

class Grouping {
  private readonly root: Piece[] = []
  private readonly open: OpenGroup[] = []
  private fault: SyntaxFault | undefined
  /** Offset after the last word. */
  private end = 0
  private mismatches = 0

  read(tokens: Iterable<Token>): Program {
    try {
      for (const token of tokens) this.token(token)
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error
      this.fault ??= error
    }
    const unclosed = this.open.at(-1)
    if (unclosed) this.fault ??= new SyntaxFault('unclosed bracket', unclosed.start)
    while (this.open.length > 0) this.finish(false, this.end)
    return defined({ pieces: this.root, fault: this.fault })
  }

  private token(token: Token): void {
    this.end = token.end
    if (token.kind !== 'mark') this.add(token)
    else if (CLOSERS.has(token.value)) this.begin(token)
    else if (OPENERS.has(token.value)) this.close(token)
    else if (token.value === ',' && this.open.length > 0) this.open.at(-1)?.slots.push([])
    else this.add(token)
  }

  private add(piece: Piece): void {
    const slots = this.open.at(-1)?.slots
    if (slots) slots.at(-1)?.push(piece)
    else this.root.push(piece)
  }

  private begin({ value, start }: Token): void {
    if (this.open.length >= MAXIMUM_DEPTH) throw new SyntaxFault(`nested deeper than ${MAXIMUM_DEPTH} levels`, start)
    this.open.push({ open: value, start, slots: [[]] })
  }

  /** Closes the last bracket of this kind and every bracket inside it; a bracket that closes none is skipped. */
  private close(token: Token): void {
    const open = OPENERS.get(token.value)
    if (this.open.at(-1)?.open !== open) {
      this.fault ??= new SyntaxFault('mismatched closing bracket', token.start)
      // With so many mismatches the structure cannot be recovered.
      if (++this.mismatches > MAXIMUM_DEPTH) throw this.fault
      if (!this.open.some(group => group.open === open)) return
    }
    while (this.open.at(-1)?.open !== open) this.finish(false, token.start)
    this.finish(true, token.end)
  }

  private finish(closed: boolean, end: number): void {
    const last = this.open.pop()
    if (!last) return
    const slots = last.slots.filter(slot => slot.length > 0)
    this.add({ kind: 'group', open: last.open, slots, closed, start: last.start, end })
  }
}

/**
 * The token from `start` to the cursor. Its value is the text from `at` to `end`: the whole token unless given.
 */
export function tokenTo(
  cursor: Cursor,
  kind: Token['kind'],
  start: number,
  { at = start, end = cursor.at, exact = true }: { at?: number; end?: number; exact?: boolean } = {}
): Token {
  return { kind, value: cursor.text.slice(at, end), at, start, end: cursor.at, exact }
}

/** A literal whose content begins at the cursor. */
export interface OpenLiteral {
  /** Offset of its fault, if it has no end. */
  readonly start: number
  readonly closer: string
  readonly interpolation?: Interpolation
  /** Whether a line end in it is a fault. */
  readonly oneLine?: boolean
}

/** A literal, or code inside one, that is open; `nested` counts the brackets that are open in code. */
interface Level {
  readonly closer: string
  readonly isCode: boolean
  nested: number
}

/**
 * Moves past the end of a literal; returns whether its content is its value. Throws `SyntaxFault` at the start of the
 * literal if it has no end, or if literals and code in it nest too deep.
 */
export function skipLiteral(cursor: Cursor, { start, closer, interpolation, oneLine }: OpenLiteral): boolean {
  const open: Level[] = [{ closer, isCode: false, nested: 0 }]
  let exact = true
  for (let inside = open.at(-1); inside; inside = open.at(-1)) {
    cursor.skip(ORDINARY)
    const isCut = cursor.isAtEnd() || (oneLine && !inside.isCode && cursor.text[cursor.at] === '\n')
    if (isCut) throw cursor.fault('unterminated string', start)
    if (inside.isCode && interpolation) skipCode(cursor, open, inside, interpolation)
    else if (cursor.startsWith(inside.closer)) {
      cursor.at += inside.closer.length
      open.pop()
    } else if (!skipText(cursor, open, interpolation)) exact = false
    if (open.length > MAXIMUM_DEPTH) throw cursor.fault(`nested deeper than ${MAXIMUM_DEPTH} levels`, start)
  }
  return exact
}

/** Skips one character of a literal, an escape, or the beginning of code in it; false for the latter two. */
function skipText(cursor: Cursor, open: Level[], interpolation: Interpolation | undefined): boolean {
  if (interpolation && cursor.startsWith(interpolation.opener)) {
    cursor.at += interpolation.opener.length
    open.push({ closer: interpolation.close, isCode: true, nested: 0 })
    return false
  }
  const isEscape = cursor.text[cursor.at] === '\\'
  cursor.at += isEscape ? 2 : 1
  return !isEscape
}

/** Skips one character of the code inside a literal, or the quotes that open a literal in it. */
function skipCode(cursor: Cursor, open: Level[], inside: Level, { open: bracket, quotes }: Interpolation): void {
  const quote = quotes.find(candidate => cursor.startsWith(candidate))
  if (quote !== undefined) {
    open.push({ closer: quote, isCode: false, nested: 0 })
    cursor.at += quote.length
    return
  }
  const character = cursor.text[cursor.at]
  cursor.at++
  if (character === bracket) inside.nested++
  else if (character === inside.closer && inside.nested-- === 0) open.pop()
}

/** The only piece of a slot, if it is a literal. */
export function onlyText(slot: readonly Piece[] | undefined): Token | undefined {
  const [first] = slot ?? []
  return slot?.length === 1 && first?.kind === 'text' ? first : undefined
}

/** The offset of the first piece of a slot, and the one after its last. */
export function extent(slot: readonly Piece[]): { readonly start: number; readonly end: number } {
  return { start: slot[0]?.start ?? 0, end: slot.at(-1)?.end ?? 0 }
}

/** Whether a piece is one of these marks. */
export function isMark(piece: Piece | undefined, ...marks: readonly string[]): boolean {
  return piece?.kind === 'mark' && marks.includes(piece.value)
}
