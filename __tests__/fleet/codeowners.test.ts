/** The team of a repository: who owns all of it. */

import { expect, test } from '@jest/globals'
import { teamIn } from '../../src/fleet/codeowners.ts'

test.each<[string, string | undefined]>([
  ['* @acme/one @acme/two', '@acme/one'],
  ['*   @acme/one # since 2020', '@acme/one'],
  ['* @acme/one\n/docs @acme/docs\n', '@acme/one'],
  ['* @acme/one\n* @acme/two\n', '@acme/two'],
  ['* @acme/one\n*\n', undefined],
  ['*.go @acme/go', undefined],
  ['#* @acme/one', undefined],
  [`* @${'a'.repeat(200)}`, undefined],
  ['', undefined]
])('%j', (text, team) => {
  expect(teamIn(text)).toBe(team)
})
