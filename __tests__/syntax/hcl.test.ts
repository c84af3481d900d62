/** Blocks and expressions of HCL. */

import { describe, expect, test } from '@jest/globals'
import { offsetIn } from '../../src/syntax/assembled.ts'
import { type HclBody, type HclExpression, parseHcl, parseHclObject } from '../../src/syntax/hcl.ts'
import { MASK } from '../../src/syntax/template.ts'
import { withinBudget } from '../support/hostile.ts'
import { mutationsOf } from '../support/mutations.ts'

/** An expression as JSON: texts as they are, calls and everything else in angle brackets. */
function short(value: HclExpression): unknown {
  switch (value.kind) {
    case 'text':
      return value.value.text.replaceAll(MASK, '_')
    case 'list':
      return value.items.map(short)
    case 'object':
      return Object.fromEntries(value.members.map(({ key, value: own }) => [key, short(own)]))
    case 'call':
      return [`<${value.name}>`, ...value.arguments.map(short)]
    case 'other':
      return `<${value.text}>`
  }
}

const shortBody = ({ attributes, blocks }: HclBody): unknown => ({
  ...Object.fromEntries(attributes.map(({ name, value }) => [name, short(value)])),
  ...Object.fromEntries(blocks.map(({ type, labels, body }) => [[type, ...labels].join(' '), shortBody(body)]))
})

describe('values', () => {
  test.each<readonly [string, unknown]>([
    ['a = "b"', 'b'],
    ['a = "b\\n\\"c\\""', 'b\n"c"'],
    ['a = "x-${var.b}"', 'x-________'],
    ['a = "${f("}")}"', '_________'],
    ['a = "$${b}"', '$${b}'],
    ['a = true', '<true>'],
    ['a = var.b # c', '<var.b>'],
    ['a = b.c[0].d["e"]', '<b.c[0].d["e"]>'],
    ['a = x ? "b" : "c"', '<x ? "b" : "c">'],
    ['a = [1, "b",\n  "c" # d\n]', ['<1>', 'b', 'c']],
    ['a = { b = "c", "d" : 1\n e = [] }', { b: 'c', d: '<1>', e: [] }],
    ['a = {\n  b = 1\n  c = x\n  d = "e"\n}', { b: '<1>', c: '<x>', d: 'e' }],
    ['a = jsonencode([{ b = "c" }])', ['<jsonencode>', [{ b: 'c' }]]],
    ['a = [for k, v in b : v.c]', '<[for k, v in b : v.c]>'],
    ['a = { for k, v in b : k => v.c }', '<{ for k, v in b : k => v.c }>'],
    ['a = (1 + 2)', '<(1 + 2)>'],
    ['a = <<E\nb\n  c ${d}\nE', 'b\n  c ____\n'],
    ['a = <<-E\n  b\n  E\nc = 1', '  b\n']
  ])('%j', (text, expected) => {
    const { body, fault } = parseHcl(text)
    expect(fault).toBeUndefined()
    expect(body.attributes[0] && short(body.attributes[0].value)).toEqual(expected)
  })
})

test('blocks have labels, attributes and blocks', () => {
  const text = 'resource "a" "b" {\n  /* c */ d = 1\n  e {\n    f = "g"\n  }\n}\nlocals { x = 1 }\n// y\nz "w" v {}\n'
  expect(shortBody(parseHcl(text).body)).toEqual({
    'resource a b': { d: '<1>', e: { f: 'g' } },
    locals: { x: '<1>' },
    'z w v': {}
  })
})

test('offsets are those of the file', () => {
  const text = 'a "b" {\n  c = "x\\ny${d}z"\n}\n'
  const value = parseHcl(text).body.blocks[0]?.body.attributes[0]?.value
  if (value?.kind !== 'text') throw new Error('no text')
  expect(value.at).toBe(text.indexOf('x'))
  expect(offsetIn(value.value, value.value.text.indexOf('z'))).toBe(text.indexOf('z'))
})

test.each([
  ['a {\n  b = "c"\n  d = "e\n}', { a: { b: 'c' } }],
  ['a {\n  b = "c"\n', { a: { b: 'c' } }],
  ['b = 1\na = [1, 2', { b: '<1>' }],
  ['b = 1\na = {\n  c = 1', { b: '<1>' }],
  ['b = 1\na = <<E\nx', { b: '<1>' }]
])('%j has a fault and keeps what is before it', (text, expected) => {
  const { body, fault } = parseHcl(text)
  expect(fault).toBeDefined()
  expect(shortBody(body)).toEqual(expected)
})

test('an object of Bicep is read like one', () => {
  const value = parseHclObject("x = {\n  name: 'a'\n  b: {\n    c: true\n  }\n}", 4)
  expect(value && short(value)).toEqual({ name: 'a', b: { c: '<true>' } })
  expect(parseHclObject('{ a: [', 0)).toBeUndefined()
})

test('every mutation of a file ends', () => {
  const text = 'resource "a" "b" {\n  c = { d = "e${f}", g = [1] }\n  h = <<-E\n    i: j\n  E\n}\n'
  for (const mutated of mutationsOf(text, 20)) expect(parseHcl(mutated.text).body).toBeDefined()
})

test.each([
  ['open brackets', `a = ${'['.repeat(20_000)}`],
  ['open blocks', 'a {\n'.repeat(10_000)],
  ['insertions', `a = "${'${'.repeat(20_000)}`],
  ['quotes in insertions', `a = "${'${"'.repeat(20_000)}`],
  ['comments', `a = ${'/* '.repeat(20_000)}`],
  ['here-documents', 'a = <<E\n'.repeat(10_000)],
  ['members', `a = {\n${'b = c\n'.repeat(20_000)}`],
  ['blanks in an object', `a = {${' '.repeat(50_000)}`],
  ['blanks behind values', `a = {b = c${' '.repeat(50_000)}d}`],
  ['labels', 'a '.repeat(20_000)]
])('hostile: %s', async (_title, text) => {
  expect(await withinBudget(text.length, 70, () => parseHcl(text).body)).toBeDefined()
})
