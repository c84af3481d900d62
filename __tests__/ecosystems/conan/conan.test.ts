/** Conan against the laws, and hostile texts. */

import { expect, test } from '@jest/globals'
import { conanLock } from '../../../src/ecosystems/conan/conan-lock.ts'
import { conanfileTxt } from '../../../src/ecosystems/conan/conanfile-txt.ts'
import { conan } from '../../../src/ecosystems/conan/index.ts'
import { conanVersions } from '../../../src/ecosystems/conan/version.ts'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { collect } from '../../support/cases.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'

holdsTheLaws(conan)

test.each([
  ['conanfile.txt', true],
  ['src/conanfile.txt', true],
  ['conanfile.py', false],
  ['my-conanfile.txt', false]
])('%s is claimed: %s', (path, claimed) => {
  expect(matches(conanfileTxt.names, path)).toBe(claimed)
})

test.each([
  ['500 kB of blanks', `[requires]\na/1.0${' '.repeat(500_000)}b`],
  ['500 kB of slashes', `[requires]\n${'/'.repeat(500_000)}`],
  ['500 kB of brackets', `[requires]\na/${'['.repeat(500_000)}`],
  ['500 kB of at signs', `[requires]\na/1${'@'.repeat(500_000)} `],
  ['a line of 50 MB', `[requires]\n${'a'.repeat(50_000_000)}`],
  ['100,000 lines', `[requires]\n${'a/1.0\n'.repeat(100_000)}`]
])('%s end soon', async (_, text) => {
  await expect(collect(conanfileTxt, text)).resolves.toHaveProperty('entries')
})

test.each(['>=1 '.repeat(1000), '||'.repeat(2000), '-'.repeat(4000), `>=1-${'a.'.repeat(2000)}`, '1'.repeat(100_000)])(
  'a hostile range ends soon (%#)',
  range => {
    expect(() => conanVersions.span(range)).not.toThrow()
  }
)

test.each([
  ['conan.lock', true],
  ['src/conan.lock', true],
  ['my-conan.lock', false],
  ['conan.lock.orig', false]
])('%s is claimed as a lockfile: %s', (path, claimed) => {
  expect(matches(conanLock.names, path)).toBe(claimed)
})

test('a lock is written anew after the edit', () => {
  expect(conanLock.upgrade('kubernetes', '0.14.0', {})).toEqual([
    '# in conanfile.txt: kubernetes/0.14.0',
    'conan lock create . --lockfile=""'
  ])
})

test.each([
  ['500 kB of blanks', ' '.repeat(500_000)],
  ['500 kB in a reference', `{"version":"0.5","requires":["${'a/'.repeat(250_000)}"]}`],
  ['open lists', '['.repeat(500_000)],
  ['100,000 references', `{"version":"0.5","requires":[${'"a/1",'.repeat(100_000)}"a/1"]}`]
])('a lock of %s ends soon', async (_, text) => {
  await expect(collect(conanLock, text)).resolves.toHaveProperty('entries')
})
