/** The documents of a YAML stream. */

import { expect, test } from '@jest/globals'
import { offsetIn, standing } from '../../src/syntax/assembled.ts'
import { documentsOf } from '../../src/syntax/yaml-documents.ts'

test.each([
  ['a: b\n', ['a: b\n']],
  ['---\na: b\n---\nc: d\n', ['\na: b\n', '\nc: d\n']],
  ['a: |\n  ---\n  b\n...\nc', ['a: |\n  ---\n  b\n', '\nc']],
  ['', []]
])('%j', (text, expected) => {
  const found = [...documentsOf(standing(text, 5))]
  expect(found.map(document => document.text)).toEqual(expected)
  for (const document of found) expect(text.slice(offsetIn(document, 0) - 5)).toMatch(document.text)
})
