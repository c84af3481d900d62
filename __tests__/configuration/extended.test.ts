/** What `extends` may name. */

import { expect, test } from '@jest/globals'
import { extendedIn, nameOf } from '../../src/configuration/extended.ts'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'

test.each([
  [`acme/policy@${COMMIT}`, 'acme/policy/.github/bound-token-check.yml@0123456'],
  [`acme/.github@${COMMIT}`, 'acme/.github/.github/bound-token-check.yml@0123456'],
  [`a-c/p.o_l/teams/web/strict.yml@${COMMIT}`, 'a-c/p.o_l/teams/web/strict.yml@0123456'],
  ['./ci/base.yml', 'ci/base.yml']
])('%s', (text, name) => {
  const extended = extendedIn(text)
  if ('fault' in extended) throw new Error(extended.fault)
  expect(nameOf(extended)).toBe(name)
  if (extended.kind === 'elsewhere') expect(extended.commit).toBe(COMMIT)
})

test.each([
  ['acme/policy', 'names no commit'],
  ['acme/policy/base.yml', 'names no commit'],
  ['acme/policy@main', 'A branch, a tag or a short id'],
  ['acme/policy@v1', 'A branch, a tag or a short id'],
  [`acme/policy@${COMMIT.slice(0, 39)}`, 'A branch, a tag or a short id'],
  [`acme/policy@${COMMIT.toUpperCase()}`, 'A branch, a tag or a short id'],
  [`acme/policy@${COMMIT}@${COMMIT}`, 'A branch, a tag or a short id'],
  [`acme/policy/../other/base.yml@${COMMIT}`, 'no path of a file below the root'],
  [`acme/policy//base.yml@${COMMIT}`, 'no path of a file below the root'],
  [`acme/policy/@${COMMIT}`, 'no path of a file below the root'],
  [`acme/..@${COMMIT}`, 'names no file'],
  [`acme@${COMMIT}`, 'names no file'],
  [`https://github.com/acme/policy@${COMMIT}`, 'names no file'],
  [`acme/pol icy@${COMMIT}`, 'names no file'],
  ['./../base.yml', 'no path of a file below the root'],
  ['./a/../../base.yml', 'no path of a file below the root'],
  ['./a\\..\\base.yml', 'no path of a file below the root'],
  ['./', 'no path of a file below the root'],
  ['../base.yml', 'names no file'],
  ['/etc/passwd', 'names no file'],
  ['base.yml', 'names no file']
])('%s is none', (text, fault) => {
  expect(extendedIn(text)).toEqual({ fault: expect.stringContaining(fault) })
})
