/** Generated hostile texts through every rendering; `scripts/hostile-renderings.mjs` runs many more of them. */

import { expect, test } from '@jest/globals'
import { faultsOf, hostileText } from '../support/hostile-renderings.ts'
import { randomNumbers } from '../support/numbers.ts'
import { HOSTILE_ROWS } from '../support/report.ts'

test.each(HOSTILE_ROWS)('%s', (_, text) => {
  expect([...faultsOf(() => text, true), ...faultsOf(() => text, false)]).toEqual([])
})

test.each([1, 2, 3, 4])('generated texts of seed %i', seed => {
  for (let number = 0; number < 25; number++) {
    const random = randomNumbers(seed * 1_000 + number)
    expect({ number, faults: faultsOf(() => hostileText(random), number % 2 === 0) }).toEqual({ number, faults: [] })
  }
})
