/** Patches as GitHub sends them for one file. */

import { expect, test } from '@jest/globals'
import { addedLines } from '../../src/github/patch.ts'

const lines = (patch: string) => [...addedLines(patch)].map(([line, text]) => `${line} ${text}`)

test('added and changed lines have the numbers of the new file', () => {
  const patch = [
    '@@ -1,4 +1,5 @@ module Test',
    ' first',
    '-second',
    '+2nd',
    '+between',
    ' third',
    ' fourth',
    '@@ -90 +91,2 @@',
    '+@@ -1 +1 @@ no header',
    ' last',
    '\\ No newline at end of file'
  ].join('\n')
  expect(lines(patch)).toEqual(['2 2nd', '3 between', '91 @@ -1 +1 @@ no header'])
})

test('a new file, a deleted one, one without an end of its last line, and no patch at all', () => {
  expect(lines('@@ -0,0 +1 @@\n+only\n\\ No newline at end of file')).toEqual(['1 only'])
  expect(lines('@@ -1,2 +0,0 @@\n-a\n-b')).toEqual([])
  expect(lines('@@ -1 +1 @@\n-a\n+b\r')).toEqual(['1 b\r'])
  expect(lines('')).toEqual([])
})
