/** Reading members out of bytes: `JSON.parse` is the oracle, for what is JSON and for the values. */

import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { MemberReader } from '../../src/cluster/json-members.ts'
import { randomNumbers } from '../support/numbers.ts'

const PATHS = [['id'], ['user', 'name'], ['user', 'extra', 'a/b'], ['notes', 'x'], ['notes', 'y']] as const
const NAMES = ['id', 'user', 'name', 'extra', 'a/b', 'notes', 'x', 'y', 'ID', 'i', 'idd', '', '__proto__', 'é', 'a\\b']

const reader = new MemberReader(PATHS)

/** What the reader says of a text that lies between other bytes; undefined where it says that it is no object. */
function read(bytes: Buffer): readonly unknown[] | undefined {
  const around = Buffer.concat([Buffer.from('7{"id":'), bytes, Buffer.from('0}"]')])
  return reader.read(around, 7, 7 + bytes.length) ? PATHS.map((_, index) => reader.value(index)) : undefined
}

/** The same by `JSON.parse`. */
function wanted(bytes: Buffer): readonly unknown[] | undefined {
  try {
    const json = JSON.parse(bytes.toString('utf8'))
    return isMap(json) ? PATHS.map(path => path.reduce<unknown>(memberOf, json)) : undefined
  } catch {
    return undefined
  }
}

function memberOf(value: unknown, name: string): unknown {
  return isMap(value) ? value[name] : undefined
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type Random = () => number

function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T
}

function blanks(random: Random): string {
  return random() < 0.8 ? '' : pick(random, [' ', '\n', '\t', '\r\n', '  '])
}

/** A text of JSON, some characters of which are escaped. */
function quoted(random: Random, text: string): string {
  const characters = Array.from({ length: text.length }, (_, index) => {
    const character = text.charAt(index)
    if (random() < 0.05) return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
    return JSON.stringify(character).slice(1, -1)
  })
  return `"${characters.join('')}"`
}

function value(random: Random, depth: number): string {
  const kind = depth > 4 ? random() * 0.6 : random()
  if (kind < 0.35)
    return quoted(random, pick(random, ['', 'a', 'é€', '\ud800', 'say "id":{', 'tab\t', '\u0001/\\', 'plain']))
  if (kind < 0.5) return pick(random, ['0', '-0', '12', '-1.50', '1e3', '2E-07', '0.1e+9', '1e400'])
  if (kind < 0.6) return pick(random, ['true', 'false', 'null'])
  const items = Array.from({ length: Math.floor(random() * 4) }, () =>
    kind < 0.72 ? value(random, depth + 1) : member(random, depth + 1)
  ).map(item => blanks(random) + item + blanks(random))
  const inside = items.join(',') || blanks(random)
  return kind < 0.72 ? `[${inside}]` : `{${inside}}`
}

function member(random: Random, depth: number): string {
  const name = pick(random, NAMES)
  const isWay = ['user', 'extra', 'notes'].includes(name) && depth < 4 && random() < 0.8
  const text = isWay ? object(random, depth + 1) : value(random, depth)
  return `${quoted(random, name)}${blanks(random)}:${blanks(random)}${text}`
}

/** An object, many members of which are on the way to wanted ones. */
function object(random: Random, depth = 0): string {
  const members = Array.from({ length: Math.floor(random() * 7) }, () => member(random, depth))
  return `${blanks(random)}{${members.join(',')}}${blanks(random)}`
}

/** The bytes with one of them changed, added or taken away, or cut off. */
function changed(random: Random, bytes: Buffer): Buffer {
  const at = Math.floor(random() * bytes.length)
  const other = random() < 0.2 ? Math.floor(random() * 256) : pick(random, [...Buffer.from('"\\{}[],:0-.eu n\n')])
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  const kind = Math.floor(random() * 4)
  if (kind === 0) return Buffer.from(before)
  if (kind === 1) return Buffer.concat([before, after.subarray(1)])
  return Buffer.concat([before, Buffer.of(other), kind === 2 ? after : after.subarray(1)])
}

describe('the same as JSON.parse', () => {
  test('of generated objects: names and values with escapes, members of one name, nested ones of the same names', () => {
    const random = randomNumbers(20261130)
    const seen = PATHS.map(() => 0)
    for (let round = 0; round < 5_000; round++) {
      const text = object(random)
      const expected = wanted(Buffer.from(text))
      const found = read(Buffer.from(text))
      if (!expected || !isDeepStrictEqual(found, expected)) expect({ text, found }).toEqual({ text, found: expected })
      for (const [index, each] of (expected ?? []).entries())
        if (each !== undefined) seen[index] = (seen[index] ?? 0) + 1
    }
    expect(Math.min(...seen)).toBeGreaterThan(20)
  })

  test('of objects with a changed byte: what is no JSON is not read, and everything else is', () => {
    const random = randomNumbers(11)
    let [whole, broken] = [0, 0]
    for (let round = 0; round < 10_000; round++) {
      const bytes = changed(random, Buffer.from(object(random)))
      const expected = wanted(bytes)
      if (expected) whole++
      else broken++
      const found = read(bytes)
      const text = bytes.toString('latin1')
      if (!isDeepStrictEqual(found, expected)) expect({ text, found }).toEqual({ text, found: expected })
    }
    expect(Math.min(whole, broken)).toBeGreaterThan(2_000)
  })

  test.each([
    '{"id":01}',
    '{"id":-}',
    '{"id":1.}',
    '{"id":.5}',
    '{"id":1e}',
    '{"id":+1}',
    '{"id":tru}',
    '{"id":"\\x"}',
    '{"id":"\\u12G4"}',
    '{"id":"\\u123',
    '{"id":"a\tb"}',
    '{"id":1,}',
    '{,"id":1}',
    '{"id" 1}',
    '{"id":[1,]}',
    '{"id":{"a":1]}',
    '{"id":1}}',
    '{"id":1} x',
    "{'id':1}",
    '[{"id":1}]',
    '"id"',
    '\ufeff{"id":1}',
    '{"id":1}\u00a0',
    ''
  ])('no object: %j', text => {
    expect(wanted(Buffer.from(text))).toBeUndefined()
    expect(read(Buffer.from(text))).toBeUndefined()
  })
})

test('bytes that are no UTF-8 become the same replacement characters', () => {
  const bytes = Buffer.concat([Buffer.from('{"id":"'), Buffer.of(0xff, 0xc3, 0x28, 0xe2, 0x82), Buffer.from('"}')])
  expect(read(bytes)).toEqual(wanted(bytes))
})

test('values that are deeper than 512 levels are not read, and end fast', () => {
  const deep = (depth: number) => Buffer.from(`{"x":${'['.repeat(depth)}${']'.repeat(depth)},"id":1}`)
  expect(read(deep(500))?.[0]).toBe(1)
  expect(read(deep(600))).toBeUndefined()
  expect(read(Buffer.from(`{"x":${'[{"a":'.repeat(300_000)}`))).toBeUndefined()
})
