/**
 * The parts of Swift in `Package.swift`: words, literals and brackets. Nothing is run.
 * Specification: https://docs.swift.org/swift-book/documentation/the-swift-programming-language/lexicalstructure/.
 * Deliberately ignored: regular expressions and the values of expressions.
 */

import { grouped, type Interpolation, type Program, skipLiteral, type Token, tokenTo } from '../../syntax/brackets.ts'
import { Cursor } from '../../syntax/cursor.ts'
import { conflictIn } from '../../syntax/lines.ts'
import { MAXIMUM_DEPTH } from '../../syntax/tree.ts'

const BLANKS = /[\s;]+/y
const NAME = /[\p{L}_][\p{L}\p{N}_]*|`[^`\n]*`|\d[\w.]*/uy
const MARK = /\.\.<|\.\.\.|->|[\s\S]/y
const SIMPLE = /[^"\\\n]*"(?!")/y
const RAW = /(?<hashes>#{1,9})(?<quote>"""|")/y
const COMMENT_EDGE = /\/\*|\*\//g
const CONFLICT_SIGNS = new Set('<=>')
const INTERPOLATION: Interpolation = { opener: '\\(', open: '(', close: ')', quotes: ['"""', '"'] }

/** The words of a Swift text, grouped by their brackets. */
export function readSwift(text: string): Program {
  return grouped(tokens(text))
}

function* tokens(text: string): Generator<Token> {
  const cursor = new Cursor(text)
  for (;;) {
    cursor.skip(BLANKS)
    if (cursor.isAtEnd()) return
    const first = cursor.peek()
    const second = first === '/' ? cursor.peek(1) : ''
    if (CONFLICT_SIGNS.has(first)) failOnConflict(cursor)
    if (second === '/') cursor.skipLine()
    else if (second === '*') skipComment(cursor)
    else yield token(cursor, first)
  }
}

function failOnConflict({ text, at }: Cursor): void {
  const startsLine = at === 0 || text[at - 1] === '\n'
  const conflict = startsLine && conflictIn({ text: text.slice(at, at + 8), at })
  if (conflict) throw conflict
}

/** Comments of this kind nest. */
function skipComment(cursor: Cursor): void {
  const start = cursor.at
  let depth = 0
  COMMENT_EDGE.lastIndex = start
  for (let edge = COMMENT_EDGE.exec(cursor.text); edge; edge = COMMENT_EDGE.exec(cursor.text)) {
    depth += edge[0] === '/*' ? 1 : -1
    cursor.at = COMMENT_EDGE.lastIndex
    if (depth === 0) return
    if (depth > MAXIMUM_DEPTH) throw cursor.fault(`nested deeper than ${MAXIMUM_DEPTH} levels`, start)
  }
  throw cursor.fault('unterminated comment', start)
}

function token(cursor: Cursor, first: string): Token {
  const start = cursor.at
  if (first === '"') return literal(cursor)
  const raw = first === '#' ? rawLiteral(cursor) : undefined
  if (raw) return raw
  if (cursor.skip(NAME)) {
    const end = cursor.at
    const isLabel = cursor.peek() === ':'
    if (isLabel) cursor.at++
    return tokenTo(cursor, isLabel ? 'label' : 'name', start, { end })
  }
  cursor.skip(MARK)
  return tokenTo(cursor, 'mark', start)
}

/** `#"…"#`, in which only a backslash with as many `#` after it is an escape. */
function rawLiteral(cursor: Cursor): Token | undefined {
  const start = cursor.at
  const { hashes, quote } = cursor.groups(RAW) ?? {}
  if (hashes === undefined || quote === undefined) return undefined
  const { text, at } = cursor
  const end = text.indexOf(quote + hashes, at)
  if (end < 0) throw cursor.fault('unterminated string', start)
  cursor.at = end + quote.length + hashes.length
  return tokenTo(cursor, 'text', start, { at, end, exact: !text.slice(at, end).includes('\\') })
}

function literal(cursor: Cursor): Token {
  const start = cursor.at
  const closer = cursor.startsWith('"""') ? '"""' : '"'
  cursor.at += closer.length
  const { at } = cursor
  const oneLine = closer === '"'
  const isPlain = oneLine && cursor.skip(SIMPLE)
  const exact = isPlain || skipLiteral(cursor, { start, closer, interpolation: INTERPOLATION, oneLine })
  return tokenTo(cursor, 'text', start, { at, end: cursor.at - closer.length, exact: exact && oneLine })
}
