/** Words of shell scripts: their parts, and where they end. */

import { describe, expect, test } from '@jest/globals'
import { offsetIn, standing } from '../../src/syntax/assembled.ts'
import { Cursor } from '../../src/syntax/cursor.ts'
import { plainText, readWord } from '../../src/syntax/shell-word.ts'
import { withinBudget } from '../support/hostile.ts'

/** The parts of the first word: `text`, `"quoted"`, `$NAME` or `$NAME:-fallback`; then the rest of the text. */
function read(text: string): string {
  const cursor = new Cursor(text)
  const { parts } = readWord(standing(text, 0), cursor)
  const short = parts.map(part => {
    const { variable, fallback, quoted } = part
    const content = variable === undefined ? part.text.text : `$${variable}${fallback ? `:-${fallback.text}` : ''}`
    return quoted ? `"${content}"` : content
  })
  return `${short.join(' ')} / ${text.slice(cursor.at)}`
}

describe('parts', () => {
  test.each([
    ['ab c', 'ab /  c'],
    ['ab;c', 'ab / ;c'],
    ['a\nb', 'a / \nb'],
    ["a'b c'd", 'a "b c" d / '],
    ["''", '"" / '],
    ['""', '"" / '],
    ['"a b"c', '"a b" c / '],
    ['a\\ b', 'a " " b / '],
    ['a\\\nb', 'a b / '],
    ['a\\\r\nb', 'a b / '],
    ['"a\\"b\\c\\$d"', '"a" """ "b" "\\c" "$" "d" / '],
    ['"a\\\nb"', '"a" "b" / '],
    ["$'a\\'b'c", '"a\\\'b" c / '],
    ['$"a"', '"a" / '],
    ['a=b#c', 'a=b#c / '],
    [')a', ' / a'],
    ['\\', '"" / '],
    ['<(a)', '"<" / (a)']
  ])('%j', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each([
    ['$AB-c', '$AB -c / '],
    ['"$A"', '"$A" / '],
    ['$1a', '$1 a / '],
    ['$', '$ / '],
    ['$-', '$ - / '],
    ['"$"', '"$" / '],
    ['${A}b', '$A b / '],
    ['${A:-1.2}', '$A:-1.2 / '],
    ['${A-b}${C:=d}', '$A:-b $C:=d / '.replace(':=', ':-')],
    ['"${A:-b c}"', '"$A:-b c" / '],
    ['${A:-}', '$A / '],
    ['${A[@]}', '$A / '],
    ['${A#v}', '"${A#v}" / '],
    ['${A:-$B}', '"${A:-$B}" / '],
    ['$(a b)c', '"$(a b)" c / '],
    ['`a b`c', '"`a b`" c / '],
    ['"a`b "c"`d"', '"a" "`b "c"`" "d" / '],
    ['$((1 + 2))', '"$((1 + 2))" / ']
  ])('variables: %j', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

test('every part has its offset', () => {
  const text = 'a"b\\"${C:-d}"\\e\'f\''
  const { parts, start, end } = readWord(standing(text, 10), new Cursor(text))
  expect([start, end]).toEqual([10, 10 + text.length])
  for (const { text: part } of parts) {
    for (let index = 0; index < part.text.length; index++) {
      expect(part.text[index]).toBe(text[offsetIn(part, index) - 10])
    }
  }
  const fallback = parts.find(part => part.fallback)?.fallback
  expect(fallback && offsetIn(fallback, 0)).toBe(10 + text.indexOf('d}'))
  expect(plainText(parts)).toBe('ab"${C:-d}ef')
})

test('the text of a word without parts is empty', () => {
  expect(plainText([])).toBe('')
})

test.each([
  ['"a', 0, 'unterminated string'],
  ['a"b\\"', 1, 'unterminated string'],
  ["a'b", 1, 'unterminated string'],
  ["$'a\\'", 0, 'unterminated string'],
  ['"a$(b"', 2, 'unterminated substitution'],
  ['${a', 0, 'unterminated substitution'],
  ['a`b', 1, 'unterminated substitution']
])('%j has no end', (text, at, message) => {
  expect(() => readWord(standing(text, 0), new Cursor(text))).toThrow(expect.objectContaining({ message, at }))
})

test.each([
  ['quotes', '""'.repeat(20_000)],
  ['escapes', '\\a'.repeat(20_000)],
  ['escapes in quotes', `"${'\\"'.repeat(20_000)}"`],
  ['variables', '$A'.repeat(20_000)],
  ['variables in braces', '${A:-b}'.repeat(5_000)],
  ['dollar signs', '$'.repeat(30_000)],
  ['commands', '$(a)'.repeat(10_000)],
  ['nested commands', `${'$('.repeat(10_000)}${')'.repeat(10_000)}`],
  ['a long fallback', `\${A:-${'b'.repeat(30_000)}}`]
])('hostile: %s', async (_title, text) => {
  const word = await withinBudget(text.length, 60, () => readWord(standing(text, 0), new Cursor(text)))
  expect(word.end).toBe(text.length)
})
