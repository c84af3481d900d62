/** Offsets as lines and columns. */

import { expect, test } from '@jest/globals'
import { placeFinder } from '../../src/syntax/place.ts'

test.each([
  ['', [[0, 1, 1]]],
  [
    'ab',
    [
      [0, 1, 1],
      [1, 1, 2],
      [2, 1, 3]
    ]
  ],
  [
    'a\nb',
    [
      [1, 1, 2],
      [2, 2, 1],
      [3, 2, 2]
    ]
  ],
  [
    'a\r\nb\n',
    [
      [2, 1, 3],
      [3, 2, 1],
      [5, 3, 1]
    ]
  ],
  ['\u{1f600}b', [[2, 1, 3]]],
  [
    'a\nb',
    [
      [-1, 1, 1],
      [99, 2, 2]
    ]
  ]
])('%j', (text, rows) => {
  const find = placeFinder(text)
  for (const [at, line, column] of rows) expect({ at, ...find(at ?? 0) }).toEqual({ at, line, column })
})

test('every offset of a text, in any order', () => {
  const text = 'one\n\ntwo\r\n three'
  const find = placeFinder(text)
  for (let at = text.length; at >= 0; at--) {
    const before = text.slice(0, at).split('\n')
    expect(find(at)).toEqual({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 })
  }
})
