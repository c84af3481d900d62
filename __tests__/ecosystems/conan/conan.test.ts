/** Conan against the laws, and hostile texts. */

import { describe, expect, test } from '@jest/globals'
import { conanLock } from '../../../src/ecosystems/conan/conan-lock.ts'
import { conanfileTxt } from '../../../src/ecosystems/conan/conanfile-txt.ts'
import { conan } from '../../../src/ecosystems/conan/index.ts'
import { conanVersions } from '../../../src/ecosystems/conan/version.ts'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'
import { byName, HUGE, long, MANY, readsHugeTexts, readsWithinBudget, withinBudget } from '../../support/hostile.ts'
import { upgradeLines } from '../../support/upgrades.ts'

holdsTheLaws(conan)

test.each([
  ['conanfile.txt', true],
  ['src/conanfile.txt', true],
  ['conanfile.py', false],
  ['my-conanfile.txt', false]
])('%s is claimed: %s', (path, claimed) => {
  expect(matches(conanfileTxt.names, path)).toBe(claimed)
})

describe('hostile texts', () => {
  readsWithinBudget(byName(conan.formats), [
    ['blanks', `[requires]\na/1.0${long(' ')}b`, { 'conanfile.txt': '1 gap "expected "name/version""' }],
    ['slashes', `[requires]\n${long('/')}`, { 'conanfile.txt': '1 gap "expected "name/version""' }],
    ['brackets', `[requires]\na/${long('[')}`, { 'conanfile.txt': '1 gap "expected "name/version""' }],
    ['at signs', `[requires]\na/1${long('@')} `, { 'conanfile.txt': '1 package' }],
    ['many lines', `[requires]\n${'a/1.0\n'.repeat(MANY)}`, { 'conanfile.txt': `${MANY} packages` }],
    ['blanks in a lockfile', long(' '), { 'conan.lock': 'fault "the file ends in the middle of a JSON value"' }],
    [
      'a long reference',
      `{"version":"0.5","requires":["${long('a/')}"]}`,
      { 'conan.lock': '1 gap "expected "name/version""' }
    ],
    ['calls in calls', 'self.requires('.repeat(MANY), { 'conanfile.py': 'nothing' }],
    ['quotes', `requires = ${long(`'"`)}`, { 'conanfile.py': 'nothing' }],
    ['quotes of three', `requires = ${'"""'.repeat(MANY)}`, { 'conanfile.py': 'nothing' }],
    ['attributes', 'requires = "a/1"\n'.repeat(MANY), { 'conanfile.py': `${MANY} packages` }],
    ['open lists', long('['), { 'conan.lock': 'fault "nested deeper than 1000 levels"' }],
    [
      'many references',
      `{"version":"0.5","requires":[${'"a/1",'.repeat(MANY)}"a/1"]}`,
      { 'conan.lock': `${MANY + 1} packages` }
    ]
  ])
  readsHugeTexts(byName(conan.formats), [
    ['a huge line', `[requires]\n${'a'.repeat(HUGE)}`, { 'conanfile.txt': '1 gap "expected "name/version""' }]
  ])
})

test.each([
  ['one clause, repeated', '>=1 '.repeat(1_000), 1],
  ['alternatives of nothing', '||'.repeat(2_000), 2_001],
  ['hyphens', '-'.repeat(4_000), undefined],
  ['a long pre-release', `>=1-${'a.'.repeat(2_000)}`, undefined],
  ['a long number', '1'.repeat(100_000), undefined]
])('a hostile range costs little: %s', async (_, range, intervals) => {
  expect((await withinBudget(range.length, 70, () => conanVersions.span(range)))?.intervals.length).toBe(intervals)
})

test.each([
  ['conan.lock', true],
  ['src/conan.lock', true],
  ['my-conan.lock', false],
  ['conan.lock.orig', false]
])('%s is claimed as a lockfile: %s', (path, claimed) => {
  expect(matches(conanLock.names, path)).toBe(claimed)
})

test('a lock is written anew after the edit', () => {
  expect(upgradeLines(conanLock, 'kubernetes', '0.14.0', {})).toEqual([
    '# in the conanfile: kubernetes/0.14.0',
    'conan lock create . --lockfile=""'
  ])
})
