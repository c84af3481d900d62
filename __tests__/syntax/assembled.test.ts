/** Texts joined from runs of a file: every character keeps its offset. */

import { describe, expect, test } from '@jest/globals'
import { type Assembled, cut, joined, offsetIn, standing } from '../../src/syntax/assembled.ts'
import { withinBudget } from '../support/hostile.ts'

const FILE = 'RUN echo one \\\n  two \\\n  three\n'

/** The run of the file between two offsets. */
function run(from: number, to: number): Assembled {
  return standing(FILE.slice(from, to), from)
}

/** The characters of the file at the offsets of all characters of a text. */
function inFile(text: Assembled): string {
  return Array.from(text.text, (_, index) => FILE[offsetIn(text, index)]).join('')
}

const whole = joined([run(4, 13), run(15, 21), run(23, 30)])

test('a joined text has the offsets of its runs', () => {
  expect(whole.text).toBe('echo one   two   three')
  expect(inFile(whole)).toBe(whole.text)
  expect([0, 8, 9, 14, 15, 21].map(index => offsetIn(whole, index))).toEqual([4, 12, 15, 20, 23, 29])
})

test('the offset behind the last character goes on from the last run', () => {
  expect(offsetIn(whole, whole.text.length)).toBe(30)
  expect(offsetIn(standing('ab', 5), 2)).toBe(7)
})

describe('joining', () => {
  test('one text is the text itself', () => {
    const one = run(4, 8)
    expect(joined([one])).toBe(one)
  })

  test('empty texts leave no run behind', () => {
    expect(joined([standing('', 3), run(4, 8), standing('', 9)])).toEqual(run(4, 8))
  })

  test('only empty texts: an empty text at the first of them, or at 0', () => {
    expect(joined([standing('', 3), standing('', 9)])).toEqual(standing('', 3))
    expect(joined([])).toEqual(standing('', 0))
  })

  test('joined texts can be joined', () => {
    const twice = joined([whole, run(4, 8), whole])
    expect(twice.text).toBe(`${whole.text}echo${whole.text}`)
    expect(inFile(twice)).toBe(twice.text)
  })
})

test('every part that is cut out has the offsets of the whole', () => {
  for (let from = 0; from <= whole.text.length; from++) {
    for (let to = from; to <= whole.text.length; to++) {
      const part = cut(whole, from, to)
      expect(part.text).toBe(whole.text.slice(from, to))
      expect(inFile(part)).toBe(part.text)
      expect(offsetIn(part, 0)).toBe(offsetIn(whole, from))
    }
  }
})

test('many runs: a part costs its own runs, an offset a binary search', async () => {
  const parts = Array.from({ length: 10_000 }, (_, index) => standing('ab', index * 3))
  const text = joined(parts)
  const offsets = await withinBudget(text.text.length, 5, () =>
    parts.map((_, index) => offsetIn(cut(text, index * 2 + 1, index * 2 + 2), 0))
  )
  expect(offsets).toEqual(parts.map((_, index) => index * 3 + 1))
})
