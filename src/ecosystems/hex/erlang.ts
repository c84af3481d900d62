/**
 * The terms of Erlang in `rebar.config` and `rebar.lock`: words, literals and brackets. Nothing is run.
 * Specification: https://www.erlang.org/doc/system/reference_manual.html. Deliberately ignored: the marks of binaries, `<<` and `>>`,
 * with the types of their values, so that a binary of one text is that text.
 */

import { grouped, type Program, skipLiteral, type Token, tokenTo } from '../../syntax/brackets.ts'
import { Cursor } from '../../syntax/cursor.ts'
import { conflictIn } from '../../syntax/lines.ts'

const SKIPPED = /(?:\s+|<<(?!<)|>>(?!>)|\/utf8\b)+/y
const NAME = /[\p{L}_][\p{L}\p{N}_@]*|\d[\w.]*/uy
const CONFLICT_SIGNS = new Set('<=>|')

/** The words of an Erlang text, grouped by their brackets. */
export function readErlang(text: string): Program {
  return grouped(tokens(text))
}

function* tokens(text: string): Generator<Token> {
  const cursor = new Cursor(text)
  for (;;) {
    cursor.skip(SKIPPED)
    if (cursor.isAtEnd()) return
    const first = cursor.peek()
    if (CONFLICT_SIGNS.has(first)) failOnConflict(cursor)
    if (first === '%') cursor.skipLine()
    else yield token(cursor, first)
  }
}

function failOnConflict({ text, at }: Cursor): void {
  const startsLine = at === 0 || text[at - 1] === '\n'
  const conflict = startsLine && conflictIn({ text: text.slice(at, at + 8), at })
  if (conflict) throw conflict
}

/** A text in double quotes, an atom with or without single quotes, a number, or a mark. */
function token(cursor: Cursor, first: string): Token {
  const start = cursor.at
  if (first === '"' || first === "'") {
    cursor.at++
    const at = cursor.at
    const exact = skipLiteral(cursor, { start, closer: first })
    return tokenTo(cursor, first === '"' ? 'text' : 'name', start, { at, end: cursor.at - 1, exact })
  }
  if (cursor.skip(NAME)) return tokenTo(cursor, 'name', start)
  cursor.at++
  return tokenTo(cursor, 'mark', start)
}

/** The group that a slot consists of. */
export function onlyGroup(slot: Program['pieces'] | undefined) {
  const [first] = slot ?? []
  return slot?.length === 1 && first?.kind === 'group' ? first : undefined
}

/** The atom that a slot consists of. */
export function onlyName(slot: Program['pieces'] | undefined): Token | undefined {
  const [first] = slot ?? []
  return slot?.length === 1 && first?.kind === 'name' ? first : undefined
}
