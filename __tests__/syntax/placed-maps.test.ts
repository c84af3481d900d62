/** The tree of a large text against the trees of its parts: the same nodes, with the offsets of the whole. */

import { expect, test } from '@jest/globals'
import { parseJson } from '../../src/syntax/json.ts'
import { parseToml } from '../../src/syntax/toml.ts'
import { items, members, type TreeNode } from '../../src/syntax/tree.ts'
import { pick, wholeNumbers } from '../support/numbers.ts'

/** In characters: above what makes a text large. */
const LARGE = 1_100_000

/** A node that keeps everything, moved. */
function plain(node: TreeNode | undefined, by = 0): unknown {
  if (node?.kind === 'list') return { kind: 'list', at: node.at + by, items: items(node).map(item => plain(item, by)) }
  if (node?.kind !== 'map') return node && { ...node, at: node.at + by }
  const all = members(node).map(({ key, keyAt, value }) => ({ key, keyAt: keyAt + by, value: plain(value, by) }))
  return { kind: 'map', at: node.at + by, members: all }
}

/** Looked at twice: the second time it may be parsed again. Tens of thousands of comparisons by jest take a minute. */
function isSame(node: TreeNode | undefined, expected: unknown): boolean {
  const wanted = JSON.stringify(expected)
  return JSON.stringify(plain(node)) === wanted && JSON.stringify(plain(node)) === wanted
}

const next = wholeNumbers(13)
const VALUES = [
  '"1.0.0"',
  '"a\\u0041\\"b"',
  '{"x": [1, {"y": null}], "é🔥": ""}',
  '[]',
  '[{}, "🔥"]',
  'true',
  '-1.5e3',
  '{}'
]

test('objects of JSON, small and large', () => {
  const parts: string[] = []
  for (let length = 0; length < LARGE; length += parts.at(-1)?.length ?? 0) {
    const count = next(100) === 0 ? 400 : next(8)
    parts.push(
      `{${Array.from({ length: count }, (_, index) => `"k${index % 5}" : ${pick(next, VALUES)}`).join(' ,\n')}}`
    )
  }
  const text = `{"packages": [${parts.join(', ')}], "last": {"a": 1}}`
  const list = items(members(parseJson(text).root)[0]?.value)
  expect(list).toHaveLength(parts.length)
  const wrong: string[] = []
  let at = text.indexOf('[') + 1
  for (const [index, part] of parts.entries()) {
    if (!isSame(list[index], plain(parseJson(part).root, at))) wrong.push(part)
    at += part.length + 2
  }
  expect(wrong).toEqual([])
})

test('tables of a list of TOML, with the tables in them', () => {
  const parts: string[] = []
  for (let length = 0; length < LARGE; length += parts.at(-1)?.length ?? 0) {
    const rows = Array.from(
      { length: next(5) },
      (_, index) => `k${index} = ${pick(next, ['"a"', '[1, {b = 2}]', "'🔥'"])}\n`
    )
    const inner = pick(next, [
      '',
      '[package.dependencies]\na = "1"\n',
      '[[package.files]]\nx = 1\n[[package.files]]\nx = 2\n'
    ])
    const between = next(50) === 0 ? `[metadata.m${parts.length}]\nz = 1\n` : ''
    parts.push(`[[package]]\n${rows.join('')}c.d = 1\n${inner}${between}`)
  }
  const text = `version = 1\n${parts.join('')}[package.last]\ny = 1\n`
  const { root, fault } = parseToml(text)
  expect(fault).toBeUndefined()
  const list = items(members(root).find(({ key }) => key === 'package')?.value)
  expect(list).toHaveLength(parts.length)
  const wrong: string[] = []
  let at = text.indexOf('[')
  for (const [index, part] of parts.entries()) {
    const own = index === parts.length - 1 ? `${part}[package.last]\ny = 1\n` : part
    if (!isSame(list[index], plain(items(members(parseToml(own).root)[0]?.value)[0], at))) wrong.push(own)
    at += part.length
  }
  expect(wrong).toEqual([])
})

test('what is cut off keeps everything in front of it', () => {
  const text = `{"a": [${'{"n": "1.0", "m": {"x": [1]}}, '.repeat(40_000)}{"n": "2`
  const { root, fault } = parseJson(text)
  expect(fault?.message).toBe('unterminated string')
  expect(items(members(root)[0]?.value).filter(node => members(node)[0]?.key === 'n')).toHaveLength(40_000)
})
