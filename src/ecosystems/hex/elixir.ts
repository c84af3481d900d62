/**
 * The parts of Elixir in `mix.exs` and `mix.lock`: words, literals and brackets. Nothing is run.
 * Specification: https://hexdocs.pm/elixir/syntax-reference.html. Deliberately ignored: the content of here-documents,
 * sigils and charlists, and the values of expressions.
 */

import { grouped, type Interpolation, type Program, skipLiteral, type Token, tokenTo } from '../../syntax/brackets.ts'
import { Cursor } from '../../syntax/cursor.ts'
import { conflictIn } from '../../syntax/lines.ts'

const BLANKS = /[\s;]+/y
const NAME = /[\p{L}_][\p{L}\p{N}_@]*[?!]?|\d[\w.]*/uy
const MARK = /=>|<>|->|<-|\|>|::|[\s\S]/y
const SIMPLE = /[^"\\#]*"(?!")/y
const SIGIL = /~(?:[a-z]|[A-Z][A-Z\d]*)(?<quote>"""|'''|["'(|[{</])/y
const CHARACTER = /\?(?:\\[\s\S]|[^\s\\])/y
const CONFLICT_SIGNS = new Set('<=>|')
const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' }
const INTERPOLATION: Interpolation = { opener: '#{', open: '{', close: '}', quotes: ['"""', '"'] }

/** The words of an Elixir text, grouped by their brackets. */
export function readElixir(text: string): Program {
  return grouped(tokens(text))
}

function* tokens(text: string): Generator<Token> {
  const cursor = new Cursor(text)
  for (;;) {
    const blanks = cursor.match(BLANKS)
    if (cursor.isAtEnd()) return
    const first = cursor.peek()
    const startsLine = blanks === undefined ? cursor.at === 0 : blanks.endsWith('\n')
    if (startsLine && CONFLICT_SIGNS.has(first)) failOnConflict(cursor)
    if (first === '#') cursor.skipLine()
    else yield token(cursor, first)
  }
}

function failOnConflict({ text, at }: Cursor): void {
  const conflict = conflictIn({ text: text.slice(at, at + 8), at })
  if (conflict) throw conflict
}

function token(cursor: Cursor, first: string): Token {
  const start = cursor.at
  if (first === '"' || first === "'") return literal(cursor, start)
  const special = (first === '~' && sigil(cursor)) || (first === ':' && atom(cursor))
  if (special) return special
  if (first === '?' && cursor.skip(CHARACTER)) return tokenTo(cursor, 'mark', start)
  if (cursor.skip(NAME)) {
    const end = cursor.at
    return tokenTo(cursor, skipLabelEnd(cursor) ? 'label' : 'name', start, { end })
  }
  cursor.skip(MARK)
  return tokenTo(cursor, 'mark', start)
}

/** `~s(…)`. The value of a sigil depends on its letter. */
function sigil(cursor: Cursor): Token | undefined {
  const start = cursor.at
  const quote = cursor.groups(SIGIL)?.['quote']
  if (quote === undefined) return undefined
  skipLiteral(cursor, { start, closer: CLOSERS[quote] ?? quote })
  return tokenTo(cursor, 'text', start, { exact: false })
}

/** `:name` or `:"name"`. */
function atom(cursor: Cursor): Token | undefined {
  const start = cursor.at
  if (cursor.peek(1) === ':') return undefined
  cursor.at++
  const next = cursor.peek()
  if (next === '"' || next === "'") return { ...literal(cursor, start), kind: 'atom' }
  if (cursor.skip(NAME)) return tokenTo(cursor, 'atom', start, { at: start + 1 })
  cursor.at = start
  return undefined
}

/** `"…"`, `'…'` and here-documents; a key if a colon follows. `start` is the offset of the token. */
function literal(cursor: Cursor, start: number): Token {
  const quote = cursor.peek()
  const closer = cursor.startsWith(quote.repeat(3)) ? quote.repeat(3) : quote
  cursor.at += closer.length
  const { at } = cursor
  const isPlain = closer === '"' && cursor.skip(SIMPLE)
  const exact = isPlain || skipLiteral(cursor, { start, closer, interpolation: INTERPOLATION })
  const end = cursor.at - closer.length
  const isKey = closer.length === 1 && skipLabelEnd(cursor)
  return tokenTo(cursor, isKey ? 'label' : 'text', start, { at, end, exact: exact && closer === '"' })
}

/** Moves past the colon of a key; `::` is an operator. */
function skipLabelEnd(cursor: Cursor): boolean {
  if (cursor.peek() !== ':' || cursor.peek(1) === ':') return false
  cursor.at++
  return true
}
