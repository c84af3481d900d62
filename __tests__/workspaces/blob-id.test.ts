/** Ids of git blobs, with both hash functions. */

import { expect, test } from '@jest/globals'
import { hasId } from '../../src/workspaces/blob-id.ts'

// What `git hash-object` prints in repositories with either object format.
test.each([
  ['', 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391'],
  ['', '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813'],
  ['what is up, doc?', 'bd9dbf5aae1a3862dd1526723246b20206e5fc37']
])('%j is %s', (text, id) => {
  expect(hasId(Buffer.from(text), id)).toBe(true)
  expect(hasId(Buffer.from(`${text} `), id)).toBe(false)
})
