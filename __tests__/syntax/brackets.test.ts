/** Words grouped by their brackets, and the ends of literals, in a small language of this test. */

import { describe, expect, test } from '@jest/globals'
import {
  extent,
  grouped,
  type Interpolation,
  isMark,
  onlyText,
  type Piece,
  skipLiteral,
  type Token,
  tokenTo
} from '../../src/syntax/brackets.ts'
import { Cursor } from '../../src/syntax/cursor.ts'
import { MAXIMUM_DEPTH } from '../../src/syntax/tree.ts'
import { withinBudget } from '../support/hostile.ts'

const LONG = 30_000
const INTERPOLATION: Interpolation = { opener: '#{', open: '{', close: '}', quotes: ['"""', '"'] }
const NAME = /[a-z]+/y
const BLANKS = /\s+/y

/** Names, texts in double quotes, and marks of one character. */
function* tokens(text: string): Generator<Token> {
  const cursor = new Cursor(text)
  for (cursor.skip(BLANKS); !cursor.isAtEnd(); cursor.skip(BLANKS)) {
    const start = cursor.at
    if (cursor.skip(NAME)) yield tokenTo(cursor, 'name', start)
    else if (cursor.peek() === '"') {
      cursor.at++
      const exact = skipLiteral(cursor, { start, closer: '"' })
      yield tokenTo(cursor, 'text', start, { at: start + 1, end: cursor.at - 1, exact })
    } else {
      cursor.at++
      yield tokenTo(cursor, 'mark', start)
    }
  }
}

/** Pieces in short: `name`, `'text'`, `mark`, `( slot | slot )` with `!` where the end is missing. */
function short(piece: Piece): string {
  if (piece.kind === 'text') return `'${piece.value}'`
  if (piece.kind !== 'group') return piece.value
  const slots = piece.slots.map(slot => slot.map(short).join(' '))
  return `${piece.open}${slots.join(' | ')}${piece.closed ? '' : '!'}`.concat(')')
}

function read(text: string): { pieces: string; fault: string | undefined } {
  const { pieces, fault } = grouped(tokens(text))
  return { pieces: pieces.map(short).join(' '), fault: fault && `${fault.at} ${fault.message}` }
}

describe('grouping', () => {
  test.each([
    ['', ''],
    ['a "b" c', "a 'b' c"],
    ['a(b, c d)', 'a (b | c d)'],
    ['[a, [b, {c}]]', '[a | [b | {c)))'],
    ['a, b', 'a , b'],
    ['(a,, b,)', '(a | b)'],
    ['()', '()'],
    ['(,)', '()'],
    ['f(a)(b)', 'f (a) (b)']
  ])('%s', (text, pieces) => {
    expect(read(text)).toEqual({ pieces, fault: undefined })
  })

  test('a group has the offsets of its brackets', () => {
    const text = 'a (b, [c]) d'
    const [, group] = grouped(tokens(text)).pieces
    expect(group && text.slice(group.start, group.end)).toBe('(b, [c])')
  })

  test.each([
    // text, pieces, fault
    ['a (b', 'a (b!)', '2 unclosed bracket'],
    ['(a [b {c', '(a [b {c!)!)!)', '6 unclosed bracket'],
    ['a ) b', 'a b', '2 mismatched closing bracket'],
    ['(a [b) c', '(a [b!)) c', '5 mismatched closing bracket'],
    ['(a ] b) c', '(a b) c', '3 mismatched closing bracket'],
    ['a ) (b', 'a (b!)', '2 mismatched closing bracket'],
    ['(a, "b', '(a!)', '4 unterminated string'],
    ['a ) "b', 'a', '2 mismatched closing bracket']
  ])('%s has a fault, and keeps what can be read', (text, pieces, fault) => {
    expect(read(text)).toEqual({ pieces, fault })
  })

  test('an unclosed group ends behind the last word, or at the bracket that closes another one', () => {
    const text = '([a) b'
    const [outer] = grouped(tokens(text)).pieces
    const inner = outer?.kind === 'group' ? outer.slots[0]?.[0] : undefined
    expect(inner).toMatchObject({ open: '[', closed: false, start: 1, end: 3 })
    expect(grouped(tokens('(a b  ')).pieces[0]).toMatchObject({ closed: false, end: 4 })
  })

  test('an error of another kind goes through', () => {
    const broken = function* (): Generator<Token> {
      yield* tokens('a')
      throw new TypeError('a bug')
    }
    expect(() => grouped(broken())).toThrow(TypeError)
  })
})

describe('literals', () => {
  function literal(text: string, oneLine = false): { read: string; exact: boolean } {
    const cursor = new Cursor(text, 1)
    const exact = skipLiteral(cursor, { start: 0, closer: text.charAt(0), interpolation: INTERPOLATION, oneLine })
    return { read: text.slice(0, cursor.at), exact }
  }

  test.each([
    ['""', true],
    ['"a b"', true],
    ['"a # { }"', true],
    ['"a\nb"', true],
    ['"a\\"b"', false],
    ['"\\\\"', false],
    ['"a#{b}c"', false],
    ['"#{ {a} }"', false],
    ['"#{ "}" }"', false],
    ['"#{ """ " } """ }"', false],
    ['"#{ "#{ "a" }" }"', false]
  ])('%s', (text, exact) => {
    expect(literal(`${text} rest"`)).toEqual({ read: text, exact })
  })

  test.each(['"a', '"a\\', '"a\\"', '"#{a', '"#{a"', '"#{"a}"'])('%s has no end', text => {
    expect(() => literal(text)).toThrow(expect.objectContaining({ message: 'unterminated string', at: 0 }))
  })

  test('a line end is a fault only where asked, and not in code', () => {
    expect(() => literal('"a\n"', true)).toThrow(expect.objectContaining({ at: 0 }))
    expect(literal('"#{\n}"', true)).toEqual({ read: '"#{\n}"', exact: false })
    expect(literal('"\\\n"', true)).toEqual({ read: '"\\\n"', exact: false })
  })
})

describe('pieces', () => {
  const { pieces } = grouped(tokens('a "b" ( , )'))

  test('the only text of a slot', () => {
    expect(onlyText(pieces.slice(1, 2))?.value).toBe('b')
    expect(onlyText(pieces.slice(0, 1))).toBeUndefined()
    expect(onlyText(pieces.slice(0, 2))).toBeUndefined()
    expect(onlyText(pieces.slice(2, 3))).toBeUndefined()
    expect(onlyText(undefined)).toBeUndefined()
  })

  test('the extent of a slot', () => {
    expect(extent(pieces)).toEqual({ start: 0, end: 11 })
    expect(extent(pieces.slice(1, 2))).toEqual({ start: 2, end: 5 })
    expect(extent([])).toEqual({ start: 0, end: 0 })
  })

  test('marks', () => {
    const [, comma] = grouped(tokens('a, b')).pieces
    expect([isMark(comma, ','), isMark(comma, ';', ','), isMark(comma, ';'), isMark(pieces[0], 'a')]).toEqual([
      true,
      true,
      false,
      false
    ])
    expect(isMark(undefined, ',')).toBe(false)
  })
})

describe('hostile texts', () => {
  const tooDeep = `${MAXIMUM_DEPTH} nested deeper than ${MAXIMUM_DEPTH} levels`

  test.each([
    ['brackets', '('.repeat(LONG), tooDeep],
    ['brackets that close', '()'.repeat(LONG), undefined],
    ['brackets that close nothing', ')'.repeat(LONG), '0 mismatched closing bracket'],
    ['brackets that close another one', `${'('.repeat(900)}${']'.repeat(LONG)}`, '900 mismatched closing bracket'],
    ['crossed brackets', '([)'.repeat(LONG), '2 mismatched closing bracket'],
    ['commas', `(${','.repeat(LONG)})`, undefined]
  ])('%s', async (_title, text, expected) => {
    const { fault } = await withinBudget(text.length, 60, () => grouped(tokens(text)))
    expect(fault && `${fault.at} ${fault.message}`).toBe(expected)
  })

  test.each([
    ['escapes', '\\"'.repeat(LONG), 'unterminated string'],
    ['code', '#{'.repeat(LONG), 'unterminated string'],
    ['literals in code', '#{"'.repeat(LONG), `nested deeper than ${MAXIMUM_DEPTH} levels`],
    ['braces in code', `#{${'{'.repeat(LONG)}`, 'unterminated string'],
    ['words', 'a '.repeat(LONG), 'unterminated string']
  ])('a literal of %s', async (_title, text, message) => {
    const read = () => skipLiteral(new Cursor(text), { start: 0, closer: '"', interpolation: INTERPOLATION })
    await expect(withinBudget(text.length, 60, read)).rejects.toMatchObject({ message, at: 0 })
  })
})
