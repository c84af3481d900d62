/** Here-documents: how they are announced, and where they end. */

import { expect, test } from '@jest/globals'
import { Cursor } from '../../src/syntax/cursor.ts'
import { endOfDocument, hereDocument } from '../../src/syntax/here-document.ts'

test.each([
  ['<<X', 'X', false],
  ['<<-X', 'X', true],
  ['<< X', 'X', false],
  ['<<"X Y"', 'X Y', false],
  ["<<-'X Y'", 'X Y', true],
  ['<<\\X', 'X', false],
  ['<<X.y-1', 'X.y-1', false]
])('%s', (text, delimiter, stripsTabs) => {
  const cursor = new Cursor(`a ${text};b`, 2)
  expect(hereDocument(cursor)).toEqual({ delimiter, stripsTabs })
  expect(cursor.at).toBe(2 + text.length)
})

test.each(['<<<X', '<X', '<<\n', '<<"X', '<<;', '<<', '>>X'])('%j announces none', text => {
  const cursor = new Cursor(text)
  expect(hereDocument(cursor)).toBeUndefined()
  expect(cursor.at).toBe(0)
})

test.each([
  // text, whether tabs are removed, the here-document, the rest
  ['a\nX\nb', false, 'a\n', 'b'],
  ['X\nb', false, '', 'b'],
  ['a\r\nX\r\nb', false, 'a\r\n', 'b'],
  ['\tX\n X\nX', false, '\tX\n X\n', ''],
  ['a\n\t\tX\nb', true, 'a\n', 'b'],
  ['a\n X\nb', true, 'a\n X\nb', ''],
  ['a\nXX\n', false, 'a\nXX\n', ''],
  ['a', false, 'a', ''],
  ['', false, '', '']
])('%j', (text, stripsTabs, document, rest) => {
  const cursor = new Cursor(text)
  const end = endOfDocument(cursor, { delimiter: 'X', stripsTabs })
  expect([text.slice(0, end), text.slice(cursor.at)]).toEqual([document, rest])
})
