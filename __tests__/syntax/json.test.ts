/** The JSON parser: `JSON.parse` is the oracle for values, the text itself for positions. */

import { expect, describe as suite, test } from '@jest/globals'
import { parseJson } from '../../src/syntax/json.ts'
import { child, items, MAXIMUM_DEPTH, members, type TreeNode, textOf } from '../../src/syntax/tree.ts'
import { withinBudget } from '../support/hostile.ts'
import { randomNumbers } from '../support/numbers.ts'

/** Repetitions in a hostile text, and the most steps for each of its characters. */
const LONG = 30_000
const STEPS = 12

suite('values and positions', () => {
  test('generated values: the same values as JSON.parse, every offset exact', () => {
    const random = randomNumbers(20261121)
    for (let round = 0; round < 400; round++) {
      const source = write(random, 0)
      const { root, fault } = parseJson(source)
      expect({ source, fault }).toEqual({ source, fault: undefined })
      expect(toValue(root)).toEqual(JSON.parse(source))
      holdsPositions(source, root)
    }
  })

  test('whatever JSON.parse accepts after a random change is accepted, with the same value', () => {
    const random = randomNumbers(7)
    let accepted = 0
    for (let round = 0; round < 4000; round++) {
      const source = change(random, write(random, 0))
      let wanted: unknown
      try {
        wanted = JSON.parse(source)
      } catch {
        parseJson(source)
        continue
      }
      accepted++
      const { root, fault } = parseJson(source)
      expect({ source, fault }).toEqual({ source, fault: undefined })
      expect(toValue(root)).toEqual(wanted)
    }
    expect(accepted).toBeGreaterThan(400)
  })

  test.each(['', ' ', '\n', '\t\r\n '])('blanks %j around everything change nothing but the offsets', blank => {
    const source = ['', '{', '"a"', ':', '[', '1', ',', '"b"', ']', '}', ''].join(blank)
    const { root, fault } = parseJson(source)
    expect(fault).toBeUndefined()
    expect(toValue(root)).toEqual({ a: [1, 'b'] })
    holdsPositions(source, root)
  })

  test('the offset of a string is inside its quotes, the offset of a key too', () => {
    const source = '{ "a\\u0062": [ -1.5e+3, "x\\ty" ] }'
    const { root } = parseJson(source)
    const [member] = members(root)
    expect(member).toMatchObject({ key: 'ab', keyAt: 3, value: { kind: 'list', at: 13 } })
    expect(items(member?.value)).toEqual([
      { kind: 'scalar', text: '-1.5e+3', at: 15 },
      { kind: 'text', value: 'x\ty', at: 25 }
    ])
  })

  test.each([
    ['"\\"\\\\\\/\\b\\f\\n\\r\\t"', '"\\/\b\f\n\r\t'],
    ['"\\u0041\\ud83d\\ude00"', 'A\u{1f600}'],
    ['"\\ud800"', '\ud800'],
    ['"\\\\"', '\\'],
    ['"\\\\\\""', '\\"']
  ])('escapes: %s', (source, value) => {
    expect(parseJson(source)).toEqual({ root: { kind: 'text', value, at: 1 } })
  })

  test('a backslash in one string does not disturb its neighbours', () => {
    const source = '["a", "b\\nc", "d", "e\\\\", "f"]'
    const { root } = parseJson(source)
    expect(toValue(root)).toEqual(['a', 'b\nc', 'd', 'e\\', 'f'])
    holdsPositions(source, root)
  })

  test('__proto__, constructor and toString are keys like any other', () => {
    const { root, fault } = parseJson('{"__proto__": {"polluted": "yes"}, "constructor": "c", "toString": 1}')
    expect(fault).toBeUndefined()
    expect(members(root).map(member => member.key)).toEqual(['__proto__', 'constructor', 'toString'])
    expect(textOf(root, '__proto__', 'polluted')?.value).toBe('yes')
    expect(({} as { polluted?: string }).polluted).toBeUndefined()
    expect(child(root, 'hasOwnProperty')).toBeUndefined()
  })

  test('duplicate keys all stay; child takes the last', () => {
    const { root } = parseJson('{"a": "1", "b": "2", "a": "3"}')
    expect(members(root).map(member => member.key)).toEqual(['a', 'b', 'a'])
    expect(textOf(root, 'a')).toEqual({ kind: 'text', value: '3', at: 27 })
  })
})

suite('the dialects of the package managers', () => {
  test.each([
    ['a comment to the end of the line', '{ // "no": 1\n "a": 1 // end\n}// last', { a: 1 }],
    ['a comment between anything', '/* x */{/**/"a"/* : 2 */:/* " */1/*,*/,"b"/***/:[/*]*/]}/**/', { a: 1, b: [] }],
    ['trailing commas', '{"a": [1, 2,], "b": {"c": 1,},}', { a: [1, 2], b: { c: 1 } }],
    ['a comment after a trailing comma', '[1, // one\n]', [1]],
    ['a tab inside a string', '{"a": "x\ty"}', { a: 'x\ty' }]
  ])('%s', (_title, source, value) => {
    const { root, fault } = parseJson(source)
    expect(fault).toBeUndefined()
    expect(toValue(root)).toEqual(value)
    holdsPositions(source, root)
  })
})

suite('faults: what, where, and what was read before', () => {
  test.each<[string, string, number, unknown]>([
    // source, message, offset, what was read
    ['', 'the file ends in the middle of a JSON value', 0, ''],
    [' \n', 'the file ends in the middle of a JSON value', 2, ''],
    ['{', 'the file ends inside an object', 1, {}],
    ['{"a": 1', 'the file ends before "}"', 7, { a: 1 }],
    ['{"a": 1,', 'the file ends inside an object', 8, { a: 1 }],
    ['{"a"', 'expected ":" after the key', 4, {}],
    ['{"a":', 'the file ends in the middle of a JSON value', 5, {}],
    ['{"a": }', 'expected a JSON value', 6, {}],
    ['{"a": "1', 'unterminated string', 6, {}],
    ['{"a": "1\\', 'unterminated string', 6, {}],
    ['{"a": "1\\u00', 'expected four hexadecimal digits after "\\u"', 8, {}],
    ['{"a', 'unterminated string', 1, {}],
    ['["a\n", "b"]', 'unterminated string', 1, []],
    ['["x", "a\\"\n", "b"]', 'unterminated string', 6, ['x']],
    ['["x", "a\\x41"]', 'unknown escape sequence', 8, ['x']],
    ['["\\u12g4"]', 'expected four hexadecimal digits after "\\u"', 2, []],
    ['{"\\u12": 1}', 'expected four hexadecimal digits after "\\u"', 2, {}],
    ['[', 'the file ends in the middle of a JSON value', 1, []],
    ['[1', 'the file ends before "]"', 2, [1]],
    ['[1 2]', 'expected "," or "]"', 3, [1]],
    ['[1}', 'expected "," or "]"', 2, [1]],
    ['[,]', 'expected a JSON value', 1, []],
    ['[1,,]', 'expected a JSON value', 3, [1]],
    ['{,}', 'expected a key in double quotes or "}"', 1, {}],
    ['{a: 1}', 'expected a key in double quotes or "}"', 1, {}],
    ["{'a': 1}", 'expected a key in double quotes or "}"', 1, {}],
    ['{"a" 1}', 'expected ":" after the key', 5, {}],
    ['{"a": 1 "b": 2}', 'expected "," or "}"', 8, { a: 1 }],
    ['{"a": 1]', 'expected "," or "}"', 7, { a: 1 }],
    ['[01]', 'expected "," or "]"', 2, [0]],
    ['[1.]', 'expected "," or "]"', 2, [1]],
    ['[.5]', 'expected a JSON value', 1, []],
    ['[-]', 'expected a JSON value', 1, []],
    ['[+1]', 'expected a JSON value', 1, []],
    ['[NaN]', 'expected a JSON value', 1, []],
    ['[nulls]', 'expected "," or "]"', 5, [null]],
    ['[undefined]', 'expected a JSON value', 1, []],
    ['[1] [2]', 'expected the end of the file after the JSON value', 4, [1]],
    ['{"a": 1}}', 'expected the end of the file after the JSON value', 8, { a: 1 }],
    ['[1] /* no end', 'unterminated comment', 4, [1]],
    ['{"a": /* no end', 'unterminated comment', 6, {}],
    ['{ /* no end', 'unterminated comment', 2, {}],
    ['[1 / 2]', 'expected "," or "]"', 3, [1]],
    ['{"a": {"b": ["c", "d', 'unterminated string', 18, { a: { b: ['c'] } }],
    ['<<<<<<< HEAD\n{}', 'expected a JSON value', 0, ''],
    ['{"a": 1,\n<<<<<<< HEAD\n"b": 2}', 'expected a key in double quotes or "}"', 9, { a: 1 }],
    ['\u0000', 'expected a JSON value', 0, '']
  ])('%j', (source, message, at, read) => {
    const { root, fault } = parseJson(source)
    expect(fault).toMatchObject({ message, at })
    expect(toValue(root)).toEqual(read)
  })

  test('cut off anywhere: a fault within the text, never an exception', () => {
    const source = JSON.stringify({ a: ['x\n', -1.5e3, true, null, { b: '"' }], 'c/d': {} }, undefined, 1)
    for (let end = 0; end < source.length; end++) {
      const { fault } = parseJson(source.slice(0, end))
      expect(fault).toBeDefined()
      expect(fault?.at).toBeLessThanOrEqual(end)
    }
  })
})

suite('hostile texts', () => {
  const nested = (depth: number, open: string, close: string, inner: string) =>
    open.repeat(depth) + inner + close.repeat(depth)

  test('the deepest nesting that is accepted, and one level more', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}']
    ] as const) {
      expect(parseJson(nested(MAXIMUM_DEPTH, open, close, '1')).fault).toBeUndefined()
      const { fault } = parseJson(nested(MAXIMUM_DEPTH + 1, open, close, '1'))
      expect(fault).toMatchObject({
        message: `nested deeper than ${MAXIMUM_DEPTH} levels`,
        at: open.length * MAXIMUM_DEPTH
      })
    }
  })

  const tooDeep = `nested deeper than ${MAXIMUM_DEPTH} levels`
  const noEnd = 'the file ends in the middle of a JSON value'

  test.each<[string, string, string | undefined]>([
    ['nested arrays', nested(LONG, '[', ']', ''), tooDeep],
    ['nested objects', nested(LONG, '{"a":', '}', '1'), tooDeep],
    ['open arrays and no end', '['.repeat(LONG), tooDeep],
    ['blanks', ' '.repeat(LONG), noEnd],
    ['a string', `{"a": "${'x'.repeat(LONG)}"}`, undefined],
    ['a string without an end', `{"a": "${'x'.repeat(LONG)}`, 'unterminated string'],
    ['escapes', `"${'\\n'.repeat(LONG)}"`, undefined],
    ['escapes of every length', `["${'\\u0041", "\\n'.repeat(LONG)}"]`, undefined],
    ['a number', '1'.repeat(LONG), undefined],
    ['quotes', '"'.repeat(LONG), 'expected the end of the file after the JSON value'],
    ['short strings, one escape at the end', `[${'"a",'.repeat(LONG)}"\\n"]`, undefined],
    ['short strings, one escape at the beginning', `["\\n"${',"a"'.repeat(LONG)}]`, undefined],
    ['short strings on lines', `[${'"a",\n'.repeat(LONG)}]`, undefined],
    ['comments', `${'/**/'.repeat(LONG)}1`, undefined],
    ['comments without an end', '/* '.repeat(LONG), 'unterminated comment'],
    ['duplicate keys', `{${'"a":1,'.repeat(LONG)}}`, undefined]
  ])('%s', async (_title, source, message) => {
    const { fault } = await withinBudget(source.length, STEPS, () => parseJson(source))
    expect(fault?.message).toBe(message)
  })
})

/** The value of a tree; of duplicate keys the last counts. */
function toValue(node: TreeNode): unknown {
  switch (node.kind) {
    case 'text':
      return node.value
    case 'scalar':
      return node.text === '' ? '' : JSON.parse(node.text)
    case 'list':
      return node.items.map(toValue)
    case 'map':
      return Object.fromEntries(node.members.map(member => [member.key, toValue(member.value)]))
  }
}

/** Every node begins at its offset: strings and keys inside their quotes, the rest at its first character. */
function holdsPositions(source: string, node: TreeNode): void {
  if (node.kind === 'text') holdsString(source, node.at, node.value)
  else if (node.kind === 'scalar') expect(source.slice(node.at, node.at + node.text.length)).toBe(node.text)
  else expect(source[node.at]).toBe(node.kind === 'map' ? '{' : '[')
  for (const item of items(node)) holdsPositions(source, item)
  for (const member of members(node)) {
    holdsString(source, member.keyAt, member.key)
    holdsPositions(source, member.value)
  }
}

function holdsString(source: string, at: number, value: string): void {
  const raw = /^(?:[^"\\]|\\.)*/s.exec(source.slice(at))?.[0] ?? ''
  expect(source[at - 1]).toBe('"')
  expect(JSON.parse(`"${raw.replaceAll('\t', '\\t')}"`)).toBe(value)
}

/** Writes a random JSON text: any value, any blanks, any spelling of the same string. */
function write(random: () => number, depth: number): string {
  const blank = () => ['', '', '', ' ', '\n', '\r\n', '\t'][Math.floor(random() * 7)] ?? ''
  const many = () => Array.from({ length: Math.floor(random() * 5) })
  const pick = random()
  if (depth < 4 && pick < 0.3) {
    const inner = many().map(() => `${blank()}${write(random, depth + 1)}${blank()}`)
    return `[${inner.join(',') || blank()}]`
  }
  if (depth < 4 && pick < 0.6) {
    const inner = many().map(
      () => `${blank()}${writeString(random)}${blank()}:${blank()}${write(random, depth + 1)}${blank()}`
    )
    return `{${inner.join(',') || blank()}}`
  }
  if (pick < 0.85) return writeString(random)
  return ['true', 'false', 'null', '0', '-0', '12', '-3.25', '1e5', '2E-3', '6.02e+23'][Math.floor(random() * 10)] ?? ''
}

const LETTERS = [
  'a',
  'B',
  '@',
  '/',
  '^',
  '.',
  ' ',
  'é',
  '語',
  '😀',
  '\u2028',
  '__proto__',
  '{',
  '}',
  '[',
  ']',
  ':',
  ','
]
const ESCAPED = ['\\"', '\\\\', '\\/', '\\b', '\\f', '\\n', '\\r', '\\t', '\\u0041', '\\u00e9', '\\uD83D\\uDE00']

function writeString(random: () => number): string {
  let content = ''
  for (let left = Math.floor(random() * 6); left > 0; left--) {
    const from = random() < 0.25 ? ESCAPED : LETTERS
    content += from[Math.floor(random() * from.length)]
  }
  return `"${content}"`
}

/** Takes a character out, doubles one, or puts another in its place. */
function change(random: () => number, source: string): string {
  const at = Math.floor(random() * source.length)
  const letters = '{}[]",:\\ 01e-tn'
  const put = ['', source.slice(at, at + 1).repeat(2), letters[Math.floor(random() * letters.length)] ?? '']
  return source.slice(0, at) + put[Math.floor(random() * 3)] + source.slice(at + 1)
}
