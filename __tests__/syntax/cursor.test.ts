/** The cursor of the hand-written lexers. */

import { expect, test } from '@jest/globals'
import { Cursor } from '../../src/syntax/cursor.ts'
import { SyntaxFault } from '../../src/syntax/fault.ts'
import { withinBudget } from '../support/hostile.ts'

const NAME = /[a-z]+/y
const PAIR = /(?<key>[a-z]+)=(?<value>\d+)?/y

test('skip moves behind a match at the position, and stays without one', () => {
  const cursor = new Cursor('12ab', 1)
  expect(cursor.skip(NAME)).toBe(false)
  expect(cursor.at).toBe(1)
  cursor.at = 2
  expect(cursor.skip(NAME)).toBe(true)
  expect(cursor.at).toBe(4)
  expect(cursor.isAtEnd()).toBe(true)
})

test('match returns the matched text', () => {
  const cursor = new Cursor('ab=1')
  expect(cursor.match(NAME)).toBe('ab')
  expect(cursor.match(NAME)).toBeUndefined()
  expect(cursor.at).toBe(2)
})

test('an empty match is a match', () => {
  const cursor = new Cursor('1')
  expect(cursor.match(/[a-z]*/y)).toBe('')
  expect(cursor.skip(/[a-z]*/y)).toBe(true)
  expect(cursor.at).toBe(0)
})

test('groups returns the named groups of a match', () => {
  const cursor = new Cursor('ab=1,c=')
  expect({ ...cursor.groups(PAIR) }).toEqual({ key: 'ab', value: '1' })
  expect(cursor.groups(PAIR)).toBeUndefined()
  expect(cursor.at).toBe(4)
  cursor.at++
  expect({ ...cursor.groups(PAIR) }).toEqual({ key: 'c', value: undefined })
  expect(cursor.isAtEnd()).toBe(true)
})

test('a pattern has no memory of another position or text', () => {
  const [first, second] = [new Cursor('abc def'), new Cursor('xyz')]
  expect(first.match(NAME)).toBe('abc')
  expect(second.match(NAME)).toBe('xyz')
  first.at = 4
  expect(first.match(NAME)).toBe('def')
  expect(second.match(NAME)).toBeUndefined()
})

test('peek looks at the text around the position, and at nothing outside the text', () => {
  const cursor = new Cursor('abc', 1)
  expect([-2, -1, 0, 1, 2].map(distance => cursor.peek(distance))).toEqual(['', 'a', 'b', 'c', ''])
  expect(cursor.peek()).toBe('b')
  expect([cursor.startsWith('bc'), cursor.startsWith('ab'), cursor.startsWith('bcd')]).toEqual([true, false, false])
})

test('indexOf is the length of the text where nothing is found', () => {
  const cursor = new Cursor('a\nb\n', 2)
  expect([cursor.indexOf('\n'), cursor.indexOf('\n', 0), cursor.indexOf('a'), cursor.indexOf('b', 9)]).toEqual([
    3, 1, 4, 4
  ])
})

test('skipLine stops in front of the line end, or at the end of the text', () => {
  const cursor = new Cursor('a\r\nb')
  cursor.skipLine()
  expect(cursor.at).toBe(2)
  cursor.skipLine()
  expect(cursor.at).toBe(2)
  cursor.at++
  cursor.skipLine()
  expect(cursor.at).toBe(4)
})

test('a position behind the end is an end', () => {
  const cursor = new Cursor('a', 3)
  expect([cursor.isAtEnd(), cursor.peek(), cursor.skip(NAME), cursor.indexOf('a')]).toEqual([true, '', false, 1])
})

test('fault is at the position unless given', () => {
  const cursor = new Cursor('abc', 2)
  expect(cursor.fault('here')).toBeInstanceOf(SyntaxFault)
  expect(cursor.fault('here')).toMatchObject({ message: 'here', at: 2 })
  expect(cursor.fault('there', 0)).toMatchObject({ message: 'there', at: 0 })
})

test('a failed match costs no search through the rest of the text', async () => {
  const text = `${'1 '.repeat(30_000)}a`
  const cursor = new Cursor(text)
  await withinBudget(text.length, 5, () => {
    for (; !cursor.isAtEnd(); cursor.at++) if (cursor.skip(NAME)) break
  })
  expect(cursor.at).toBe(text.length)
})
