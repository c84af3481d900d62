/** YAML: the tree, its offsets, and what hostile texts do to it. */

import { describe, expect, test } from '@jest/globals'
import { child, items, type TreeNode, textOf, words } from '../../src/syntax/tree.ts'
import { parseYaml } from '../../src/syntax/yaml.ts'
import { withinBudget } from '../support/hostile.ts'

/** Repetitions in a hostile text, and the most steps for each of its characters: the `yaml` package takes more. */
const LONG = 10_000
const STEPS = 100

/** A tree as plain values, maps as lists of pairs, so that duplicate keys show. */
function plain(node: TreeNode): unknown {
  if (node.kind === 'text') return node.value
  if (node.kind === 'scalar') return { scalar: node.text }
  if (node.kind === 'list') return node.items.map(plain)
  return node.members.map(({ key, value }) => [key, plain(value)])
}

function read(source: string): unknown {
  const { root, fault } = parseYaml(source)
  expect(fault).toBeUndefined()
  return plain(root)
}

/** The message of the fault and where it stands, and what was kept. */
function broken(source: string): { message: string | undefined; at: number | undefined; kept: unknown } {
  const { root, fault } = parseYaml(source)
  return { message: fault?.message, at: fault?.at, kept: plain(root) }
}

/** Every text and key below a node with its offset. */
function* places(node: TreeNode): Generator<{ written: string; at: number }> {
  if (node.kind === 'text') yield { written: node.value, at: node.at }
  if (node.kind === 'scalar') yield { written: node.text, at: node.at }
  if (node.kind === 'list') for (const item of node.items) yield* places(item)
  if (node.kind === 'map') {
    for (const { key, keyAt, value } of node.members) {
      yield { written: key, at: keyAt }
      yield* places(value)
    }
  }
}

describe('the tree', () => {
  test('block and flow collections, comments, the three kinds of scalars', () => {
    expect(read('# first\na: b # second\nlist:\n- x\n- {y: z, w: [1, ~]}\nempty:\nquoted: "1.0"\n')).toEqual([
      ['a', 'b'],
      [
        'list',
        [
          'x',
          [
            ['y', 'z'],
            ['w', [{ scalar: '1' }, { scalar: '~' }]]
          ]
        ]
      ],
      ['empty', { scalar: '' }],
      ['quoted', '1.0']
    ])
  })

  test('a number keeps its written text', () => {
    expect(read('[1.0, 1.10, 0x1F, 1e3, 012, 1_000, true, 1.0.0, 2024-01-01, .5]')).toEqual([
      { scalar: '1.0' },
      { scalar: '1.10' },
      { scalar: '0x1F' },
      { scalar: '1e3' },
      { scalar: '012' },
      '1_000',
      { scalar: 'true' },
      '1.0.0',
      '2024-01-01',
      { scalar: '.5' }
    ])
  })

  test('keys that are no strings are kept as they are written', () => {
    expect(read('1.0: a\ntrue: b\n? [x, y]\n: c\n"q": d\n? e\n')).toEqual([
      ['1.0', 'a'],
      ['true', 'b'],
      ['[x, y]', 'c'],
      ['q', 'd'],
      ['e', { scalar: '' }]
    ])
  })

  test('duplicate keys stay, the last counts', () => {
    const { root } = parseYaml('a: 1.0.0\na: 2.0.0\n')
    expect(plain(root)).toEqual([
      ['a', '1.0.0'],
      ['a', '2.0.0']
    ])
    expect(textOf(root, 'a')?.value).toBe('2.0.0')
  })

  test('tags are looked through, also those nobody knows', () => {
    expect(read('a: !Ref b\nc: !!str 1.0\nd: !!int "3"\ne: !x!y z\nf: !!omap [g: h]\ni: !!int no\n')).toEqual([
      ['a', 'b'],
      ['c', '1.0'],
      ['d', { scalar: '3' }],
      ['e', 'z'],
      ['f', [[['g', 'h']]]],
      ['i', 'no']
    ])
  })

  test('a file that calls itself YAML 1.1 is read the same', () => {
    expect(read('%YAML 1.1\n---\na: yes\n<<: {b: 0o7}\n')).toEqual([
      ['a', 'yes'],
      ['<<', [['b', { scalar: '0o7' }]]]
    ])
  })

  test('only the first document is read, and what follows does no harm', () => {
    expect(read('---\na: b\n---\nc: d\n')).toEqual([['a', 'b']])
    expect(read('a: b\n...\n---\n{{{{\n')).toEqual([['a', 'b']])
  })

  test.each(['', '\n\n', '# nothing\n', '---\n', '--- # nothing\n'])('%j is an empty scalar', source => {
    expect(read(source)).toEqual({ scalar: '' })
  })
})

describe('offsets', () => {
  test('stand inside the quotes, behind tags and anchors, on the first line of a block', () => {
    const source =
      'plain: a1\n"double": "a2"\n\'single\': \'a3\'\nanchored: &x a4\ntagged: !t "a5"\nliteral: |-2\n\n    a6\nfolded: > # why\n    a7\nflow: [a8, "a9"]\n? b1\n: - b2\nempty: |\nlast: b3'
    for (const { written, at } of places(parseYaml(source).root)) {
      if (written.trim() !== '') expect(source.slice(at)).toContain(written.trim().slice(0, 2))
      const found = source.slice(at, at + 2)
      if (/^[ab]\d/.test(written.trim())) expect(found).toBe(written.trim().slice(0, 2))
    }
    expect([...places(parseYaml(source).root)].filter(({ written }) => /^[ab]\d/.test(written.trim())).length).toBe(12)
  })

  test('are the same with CRLF, moved by the line ends', () => {
    const source = 'a: b\nlist:\n  - "c"\n  - |\n    d\n'
    const offsets = (from: string) => [...places(parseYaml(from).root)].map(({ at }) => from.slice(at, at + 1))
    expect(offsets(source.replaceAll('\n', '\r\n'))).toEqual(offsets(source))
    expect(offsets(source)).toEqual(['a', 'b', 'l', 'c', 'd'])
  })

  test('of an empty value stand behind its key', () => {
    const { root } = parseYaml('a:\nb: c\n')
    expect(child(root, 'a')?.at).toBe(2)
  })
})

describe('aliases', () => {
  test('are followed, with the offsets of the anchor', () => {
    const source = 'a: &x 1.2.3\nb: *x\nc: &y [d]\ne: *y\n*x : f\n'
    const { root, fault } = parseYaml(source)
    expect(fault).toBeUndefined()
    expect(plain(root)).toEqual([
      ['a', '1.2.3'],
      ['b', '1.2.3'],
      ['c', ['d']],
      ['e', ['d']],
      ['1.2.3', 'f']
    ])
    expect(textOf(root, 'b')?.at).toBe(source.indexOf('1.2.3'))
  })

  test('name the last anchor above them', () => {
    expect(read('- &x a\n- *x\n- &x b\n- *x\n')).toEqual(['a', 'a', 'b', 'b'])
  })

  test('merge keys are left as they are', () => {
    expect(read('base: &x {a: b}\nuser:\n  <<: *x\n  c: d\n')).toEqual([
      ['base', [['a', 'b']]],
      [
        'user',
        [
          ['<<', [['a', 'b']]],
          ['c', 'd']
        ]
      ]
    ])
  })

  test('a thousand uses of one anchor are no bomb', () => {
    expect(parseYaml(`a: &x {b: c}\nl:\n${'- *x\n'.repeat(1000)}`).fault).toBeUndefined()
  })

  test('without an anchor are a fault', () => {
    expect(broken('a: b\nc: *x\nd: e\n')).toEqual({
      message: 'unknown alias: no anchor above it',
      at: 8,
      kept: [
        ['a', 'b'],
        ['c', { scalar: '' }]
      ]
    })
  })

  test('inside what they name are a fault', () => {
    expect(broken('a: &x\n- b\n- *x\n')).toEqual({
      message: 'the alias refers to a node that contains it',
      at: 12,
      kept: [['a', ['b', { scalar: '' }]]]
    })
  })

  test('that multiply are a fault', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i},`.repeat(10)}]`)
    const { root, fault } = parseYaml(`l0: &l0 [lol]\n${levels.join('\n')}\n`)
    expect(fault?.message).toBe('aliases add more than 100000 nodes')
    expect([...places(root)].length).toBeLessThan(1_000_000)
  })

  test('that nest ever deeper are a fault', () => {
    const levels = Array.from({ length: 1000 }, (_, i) => `l${i + 1}: &l${i + 1} [*l${i}]`)
    expect(parseYaml(`l0: &l0 [lol]\n${levels.join('\n')}\n`).fault?.message).toMatch(/^aliases add more than/)
  })
})

describe('broken texts', () => {
  const a = ['a', 'b']
  test.each([
    ['a: b\nc: "d\ne: f\n', 'missing quote, bracket, comma or colon', 8, [a, ['c', { scalar: '' }]]],
    ["a: b\nc: 'd", 'missing quote, bracket, comma or colon', 8, [a, ['c', { scalar: '' }]]],
    ['a: b\nc: "\\q"\n', 'invalid YAML', 8, [a, ['c', { scalar: '' }]]],
    ['a: b\nc: [d, "e"', 'wrong indentation or missing bracket', 15, [a, ['c', ['d', 'e']]]],
    ['a: b\nc: [d, e\n', 'wrong indentation or missing bracket', 14, [a, ['c', ['d', 'e']]]],
    ['a: b\n  c: d\ne: f\n', 'a nested mapping or list must start on its own line', 3, [['a', { scalar: '' }]]],
    ['a: b\nc: ]\nd: e\n', 'unexpected token', 8, [a, ['c', { scalar: '' }]]],
    ['a: b\n}\nd: e\n', 'unexpected token', 5, [a]],
    ['a:\n\t- b\n', 'tabs are not allowed as indentation', 3, [['a', { scalar: '' }]]],
    ['a: b\n@c: d\ne: f\n', 'a plain value cannot start with this character: quote it', 5, [a]],
    ['a: b\n<<<<<<< x\nc: d\n', 'invalid YAML', 5, [a]]
  ])('%j keeps what stands before its fault', (source, message, at, kept) => {
    expect(broken(source)).toEqual({ message, at, kept })
  })

  test('a hostile key is a key', () => {
    expect(read('__proto__:\n  constructor: {toString: x}\n')).toEqual([
      ['__proto__', [['constructor', [['toString', 'x']]]]]
    ])
    expect(({} as Record<string, unknown>)['constructor']).toBe(Object)
  })
})

describe('hostile texts end soon', () => {
  const tooLong = 'longer than 4000000 characters'
  test.each([
    ['opened lists', '['.repeat(LONG), 'nested too deeply'],
    ['lists', '['.repeat(LONG) + ']'.repeat(LONG), 'nested too deeply'],
    ['maps', '{a: '.repeat(LONG), 'nested too deeply'],
    ['block lists', `${'- '.repeat(LONG)}x`, 'nested too deeply'],
    ['explicit keys', `${'? '.repeat(LONG)}x`, 'nested too deeply'],
    ['keys on a line', `[${'a: '.repeat(LONG)}]`, 'block collections are not allowed inside brackets'],
    ['block maps', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'nested too deeply'],
    ['blanks', `a: ${' '.repeat(LONG)}b`, undefined],
    ['line ends', `${'\n'.repeat(LONG)}a: b`, undefined],
    ['tabs', `${'\t'.repeat(LONG)}a: b`, 'tabs are not allowed as indentation'],
    ['brackets', ']'.repeat(LONG), 'unexpected token'],
    ['commas', `[${','.repeat(LONG)}]`, 'unexpected token'],
    ['anchors', '&a '.repeat(LONG), 'invalid YAML'],
    ['an unclosed quote', `a: b\nc: "${'x\n'.repeat(LONG)}`, 'missing quote, bracket, comma or colon']
  ])('%s', async (_, source, message) => {
    const { fault } = await withinBudget(source.length, STEPS, () => parseYaml(source))
    expect(fault?.message).toBe(message)
  })

  test.each([
    ['lists in brackets', `deep: ${'['.repeat(250)}${']'.repeat(250)}`],
    ['maps in brackets', `deep: ${'{a: '.repeat(250)}${'}'.repeat(250)}`],
    ['block lists', `deep:\n  ${'- '.repeat(250)}x`],
    ['block maps', `deep:\n${Array.from({ length: 250 }, (_, i) => `${' '.repeat(i + 1)}a:`).join('\n')}`]
  ])('what stands before %s that nest too deeply is kept', (_, deep) => {
    const { root, fault } = parseYaml(`first: 1.2.3\nlist: [a, b]\n${deep}\nlast: y\n`)
    expect(textOf(root, 'first')?.value).toBe('1.2.3')
    expect(items(child(root, 'list')).map(words)).toEqual(['a', 'b'])
    expect(child(root, 'last')).toBeUndefined()
    expect(fault?.message).toBe('nested too deeply')
    expect(fault?.at).toBeGreaterThan(20)
  })

  test('a line that is too long', () => {
    expect(parseYaml(`a: ${'x'.repeat(4_000_000)}`).fault?.message).toBe(tooLong)
  })

  test('a text that is too long keeps what stands before its end', () => {
    const { root, fault } = parseYaml(`first: 1.2.3\ntext: |\n${`  ${'x'.repeat(9_998)}\n`.repeat(400)}last: y\n`)
    expect(textOf(root, 'first')?.value).toBe('1.2.3')
    expect(child(root, 'last')).toBeUndefined()
    expect(fault?.message).toBe(tooLong)
  })
})
