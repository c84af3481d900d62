/** The values of strings, aligned with the files that write them. */

import { expect, test } from '@jest/globals'
import { aligned } from '../../src/syntax/aligned.ts'
import { offsetIn } from '../../src/syntax/assembled.ts'

/** The text of the file from the place of a part of the value on. */
const placed = (value: string, file: string, part: string, begin = 0) => {
  const text = aligned(value, file, file.search(/\S/) + begin)
  return file.slice(offsetIn(text, value.indexOf(part))).slice(0, part.length)
}

test.each([
  ['one two', 'one two', 'two'],
  ['a\n  b\nc', 'a\n    b\n  c', 'c'],
  ['a b', 'a\n    b', 'b'],
  ['a\nb', 'a\\nb', 'b'],
  ['say "hi" now', 'say \\"hi\\" now', 'now'],
  ['a\n\nb', 'a\n\n\n   b', 'b'],
  ["it's so", "it''s so", 'so'],
  ['x-y z', '\\u0078-y z', 'z']
])('%j written %j has %j', (value, file, part) => {
  expect(placed(value, file, part)).toBe(part)
})

test('an index behind the value and an unlike text end', () => {
  expect(aligned('abc', 'xyz', 0).text).toBe('abc')
  expect(aligned('', 'xyz', 2)).toEqual({ text: '', runs: [{ from: 0, at: 2 }] })
})
