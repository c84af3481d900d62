/** How readers walk the tree of the JSON, TOML and YAML parsers. */

import { expect, test } from '@jest/globals'
import { parseJson } from '../../src/syntax/json.ts'
import { child, items, members, textOf, textOrScalar, words } from '../../src/syntax/tree.ts'

const SOURCE = '{"a": {"b": ["x", 1, null], "c": "y"}, "d": true, "a": {"c": "z"}, "e": ""}'
const { root } = parseJson(SOURCE)

test('child follows keys, and takes the last of duplicate keys', () => {
  expect(child(root)).toBe(root)
  expect(child(root, 'a', 'c')).toMatchObject({ kind: 'text', value: 'z' })
  expect(child(root, 'a', 'b')).toBeUndefined()
  expect(child(root, 'd', 'c')).toBeUndefined()
  expect(child(undefined, 'a')).toBeUndefined()
})

test('members and items of other nodes are none', () => {
  expect(members(root).map(({ key }) => key)).toEqual(['a', 'd', 'a', 'e'])
  expect(members(child(root, 'd'))).toEqual([])
  expect(members(undefined)).toEqual([])
  const list = members(members(root)[0]?.value)[0]?.value
  expect(items(list).map(({ kind }) => kind)).toEqual(['text', 'scalar', 'scalar'])
  expect(items(root)).toEqual([])
  expect(items(undefined)).toEqual([])
})

test('textOf is a string only, textOrScalar also a scalar as it is written', () => {
  expect(textOf(root, 'a', 'c')).toEqual({ kind: 'text', value: 'z', at: SOURCE.indexOf('z') })
  expect(textOf(root, 'd')).toBeUndefined()
  expect(textOrScalar(root, 'd')).toEqual({ text: 'true', at: SOURCE.indexOf('true') })
  expect(textOrScalar(root, 'a', 'c')).toEqual({ text: 'z', at: SOURCE.indexOf('z') })
  expect(textOrScalar(root, 'e')).toEqual({ text: '', at: SOURCE.length - 2 })
  expect(textOrScalar(root, 'a')).toBeUndefined()
  expect(textOrScalar({ kind: 'scalar', text: '', at: 3 })).toBeUndefined()
})

test('words are all keys and values, at any depth', () => {
  expect(words(root)).toBe('a b x 1 null c y d true a c z e ')
})
