/** A short round over damaged inputs, and whether each kind of fault would be found. `scripts/fuzz.mjs` runs longer ones. */

import { describe, expect, test } from '@jest/globals'
import type { Entry, FileFormat } from '../../src/ecosystems/file-format.ts'
import { npm } from '../../src/ecosystems/npm/index.ts'
import { damaged } from './damages.ts'
import { Fuzzer, faultOfFile, faultOfFormat, faultOfWorkspace, guarded, minimised } from './fuzz.ts'
import { wholeNumbers } from './numbers.ts'

const FILES = 1_500
const WORKSPACES = 50
const fuzzer = new Fuzzer(20_260_801)

test('damaged files are read without a fault', async () => {
  const faults: unknown[] = []
  for (let number = 0; number < FILES; number++) {
    const fault = await faultOfFile(fuzzer.fileAt(number))
    if (fault) faults.push({ number, ...fault })
  }
  expect(faults).toEqual([])
}, 180_000)

test('damaged workspaces are checked without a fault', async () => {
  const faults: unknown[] = []
  for (let number = 0; number < WORKSPACES; number++) {
    const fault = await faultOfWorkspace(fuzzer.workspaceAt(number))
    if (fault) faults.push({ number, ...fault })
  }
  expect(faults).toEqual([])
}, 180_000)

test('a number makes the same input each time, and another one than its neighbour', () => {
  const again = new Fuzzer(20_260_801)
  for (const number of [0, 1, 17]) {
    expect(again.fileAt(number)).toEqual(fuzzer.fileAt(number))
    expect(again.workspaceAt(number)).toEqual(fuzzer.workspaceAt(number))
    expect(fuzzer.fileAt(number + 1)).not.toEqual(fuzzer.fileAt(number))
  }
})

test('every kind of file is damaged, and most inputs differ from what was written', () => {
  const written = 'a: 1\nb:\n  - "c"\n'
  const tools = { next: wholeNumbers(1), other: () => 'x = [1]\n', name: () => 'kubernetes', longest: 2_000 }
  const texts = Array.from({ length: 500 }, () => damaged(written, tools))
  expect(texts.filter(text => text !== written).length).toBeGreaterThan(450)
  expect(texts.every(text => text.length <= 2_000)).toBe(true)
  expect(
    new Set(Array.from({ length: 2_000 }, (_, number) => fuzzer.fileAt(number).path.split('/').at(-1))).size
  ).toBeGreaterThan(90)
})

describe('a reader is at fault', () => {
  const [known] = npm.formats
  if (!known) throw new Error('no format')
  const reading = (read: (text: string) => Iterable<Entry>, name = 'toy'): FileFormat => ({ ...known, name, read })
  const one = (text: string, at: number): Entry => ({ name: 'a', requirement: { kind: 'version', text }, at })
  const faultOf = async (format: FileFormat, head: string, rest = '') =>
    (await guarded('toy', () => faultOfFormat(format, npm, head, head + rest)))?.kind

  test.each<[string, FileFormat, string | undefined]>([
    ['that is right', reading(() => [one('1.0', 4)]), undefined],
    ['with a text that differs further on', reading(() => [one('1.1', 4)]), 'toy: another text at a version'],
    ['that throws', reading(() => [].map(() => one('', 0)).concat(JSON.parse('{'))), 'toy throws SyntaxError in '],
    ['with an offset outside', reading(() => [one('1.0', 40)]), 'toy: an offset outside'],
    ['with an offset that is no number', reading(() => [one('1.0', Number.NaN)]), 'toy: an offset outside'],
    ['with another text at its place', reading(() => [one('1.0', 0)]), 'toy: another text at a version'],
    [
      'with another name at its place',
      reading(() => [{ name: 'b', requirement: { kind: 'none' }, at: 0 }]),
      'toy: another text at a name'
    ],
    [
      'with a part that ends before it begins',
      reading(() => [{ ignored: 'x', at: 4, end: 2 }]),
      'toy: an offset outside'
    ]
  ])('%s', async (_, format, kind) => expect(await faultOf(format, 'a = 1.0 in b\n')).toBe(kind))

  test('that loses what stands in front of a damage', async () => {
    const rows = (text: string): Entry[] =>
      [...text.matchAll(/(\w+)=(\S+)/g)].map(({ 1: name = '', 2: version = '', index }) => {
        return { name, requirement: { kind: 'version', text: version }, at: index + name.length + 1 }
      })
    const losing = reading(text => (text.includes('!') ? [] : rows(text)), 'yarn.lock')
    expect(await faultOf(losing, 'a=1\nb=2\n', '!')).toBe('yarn.lock: a lost entry')
    expect(await faultOf(reading(rows, 'yarn.lock'), 'a=1\nb=2\n', '!')).toBeUndefined()
  })
})

test('an input is made as small as it stays at fault', async () => {
  const text = `${'line\n'.repeat(50)}needle and more\n${'line\n'.repeat(50)}`
  expect(await minimised(text, async smaller => smaller.includes('ne') && smaller.includes('more'))).toBe('nemore')
})
