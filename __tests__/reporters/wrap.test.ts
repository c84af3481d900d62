/** Lines of a terminal. */

import { expect, test } from '@jest/globals'
import { widthOf, wrapped } from '../../src/reporters/wrap.ts'

test.each([
  ['', 0],
  ['abc', 3],
  ['\u001b[1mabc\u001b[22m', 3],
  ['日本', 4],
  ['🔥', 2],
  ['e\u0301', 1],
  ['→', 1]
])('%s is %i columns wide', (text, columns) => {
  expect(widthOf(text)).toBe(columns)
})

test('breaks at blanks, and indents what follows', () => {
  expect(wrapped('one two three four', 9)).toBe('one two\nthree\nfour')
  expect(wrapped('one two three four', 9, 2)).toBe('  one two\n  three\n  four')
  expect(wrapped('one two three', 9, 2, '- ')).toBe('- one two\n  three')
})

test('a word that is longer stays whole', () => {
  expect(wrapped('a https://github.example/x b', 10)).toBe('a\nhttps://github.example/x\nb')
  expect(wrapped('https://github.example/x', 10, 2)).toBe('  https://github.example/x')
})

test('styles take no room', () => {
  const bold = (word: string) => `\u001b[1m${word}\u001b[22m`
  expect(wrapped(`${bold('one')} ${bold('two')}`, 7)).toBe(`${bold('one')} ${bold('two')}`)
})
