/** Lines, and the markers of merge conflicts. */

import { describe, expect, test } from '@jest/globals'
import { conflictIn, lines } from '../../src/syntax/lines.ts'
import { withinBudget } from '../support/hostile.ts'

describe('lines', () => {
  test.each<[string, [string, number][]]>([
    ['', []],
    ['a', [['a', 0]]],
    ['a\n', [['a', 0]]],
    [
      'a\nb',
      [
        ['a', 0],
        ['b', 2]
      ]
    ],
    [
      'a\r\nb\r\n',
      [
        ['a', 0],
        ['b', 3]
      ]
    ],
    [
      '\n\na',
      [
        ['', 0],
        ['', 1],
        ['a', 2]
      ]
    ],
    ['\r\n', [['', 0]]],
    ['a\rb\n', [['a\rb', 0]]],
    [
      'a\r\r\nb',
      [
        ['a\r', 0],
        ['b', 4]
      ]
    ],
    ['a\r', [['a', 0]]],
    [
      '\u{1f600}\nb',
      [
        ['\u{1f600}', 0],
        ['b', 3]
      ]
    ]
  ])('%j', (text, expected) => {
    expect([...lines(text)].map(line => [line.text, line.at])).toEqual(expected)
  })

  test.each([
    ['line ends', '\n'.repeat(30_000), 30_000],
    ['carriage returns', '\r'.repeat(30_000), 1],
    ['one line', 'x'.repeat(30_000), 1]
  ])('%s cost no more than their length', async (_title, text, count) => {
    expect(await withinBudget(text.length, 5, () => [...lines(text)].length)).toBe(count)
  })
})

describe('conflicts', () => {
  test.each(['<<<<<<< HEAD', '=======', '>>>>>>> topic', '||||||| base', '=======\t', '<<<<<<<'])('%j', text => {
    expect(conflictIn({ text, at: 7 })).toMatchObject({ message: 'unresolved merge conflict', at: 7 })
  })

  test.each(['', '<<<<<< HEAD', '<<<<<<<<', '========', ' =======', '=======x', '>>>>>>>>> quoted', 'a ======='])(
    'none: %j',
    text => {
      expect(conflictIn({ text, at: 7 })).toBeUndefined()
    }
  )
})
