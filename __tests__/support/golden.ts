/** Expected outputs that are files of their own, so that a change of what people see can be read in a review. */

import { readFileSync, writeFileSync } from 'node:fs'
import { expect } from '@jest/globals'

/** Holds a text against a file. `UPDATE_GOLDENS=1 npm test` writes the file instead. */
export function expectGolden(file: string, actual: string): void {
  if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(file, actual)
  expect(actual).toBe(readFileSync(file, 'utf8'))
}
