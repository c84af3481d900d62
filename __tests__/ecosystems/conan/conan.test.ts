/** Conan against the laws, and hostile texts. */

import { expect, test } from '@jest/globals'
import { conanfileTxt } from '../../../src/ecosystems/conan/conanfile-txt.ts'
import { conan } from '../../../src/ecosystems/conan/index.ts'
import { conanVersions } from '../../../src/ecosystems/conan/version.ts'
import { collect } from '../../support/cases.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'

holdsTheLaws(conan)

test.each([
  ['conanfile.txt', true],
  ['src/conanfile.txt', true],
  ['conanfile.py', false],
  ['my-conanfile.txt', false]
])('%s is claimed: %s', (path, claimed) => {
  expect(conanfileTxt.claims(path)).toBe(claimed)
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
