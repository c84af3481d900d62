/** Texts of templates without what their engines compute. */

import { expect, test } from '@jest/globals'
import { MASK, withoutActions, withoutExpressions } from '../../src/syntax/template.ts'

test.each([
  ['a: {{ b }}-c', `a: ${MASK.repeat(7)}-c`],
  ['{{- if a }}\nb: c\n{{- end }}', '           \nb: c\n          '],
  ['a: {{ b\n  c }}', 'a:     \n      ']
])('%j without actions', (text, expected) => {
  expect(withoutActions(text)).toBe(expected)
  expect(withoutExpressions(text)).toBe(expected)
})

test.each([
  ['{% if a %}\nb: {{ c }}\n{% endif %}', `          \nb: ${MASK.repeat(7)}\n           `],
  ['a: b {# c #}', 'a: b        '],
  ["printf '{%s'", "printf '{%s'"],
  ['a: {b: c}', 'a: {b: c}']
])('%j without expressions', (text, expected) => {
  expect(withoutExpressions(text)).toBe(expected)
  expect(withoutExpressions(text)).toHaveLength(text.length)
})
