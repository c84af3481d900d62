/** The patterns by which workspaces name folders. */

import { expect, test } from '@jest/globals'
import { matches, wildcardsIn } from '../../../src/scan/dependencies/wildcards.ts'

/** Whether a pattern matches a path of the same root. */
function isMatch(pattern: string, path: string): boolean {
  return wildcardsIn(pattern).some(({ base, rest }) => {
    const within = base === '' || path === base || path.startsWith(`${base}/`)
    return (
      within &&
      matches(
        rest,
        path
          .slice(base === '' ? 0 : base.length)
          .split('/')
          .filter(Boolean)
      )
    )
  })
}

test.each([
  ['packages/*', 'packages/a', true],
  ['packages/*', 'packages/a/b', false],
  ['packages/*', 'packages', false],
  ['packages/*', 'packages/.a', false],
  ['packages/.*', 'packages/.a', true],
  ['./packages/*/', 'packages/a', true],
  ['packages/**', 'packages', true],
  ['packages/**', 'packages/a/b', true],
  ['**/web', 'apps/x/web', true],
  ['**/web', 'apps/x/web/y', false],
  ['**/a/**/b', 'a/x/a/y/b', true],
  ['**/a/**/b', 'x/a/b/c', false],
  ['*-?/x', 'lib-1/x', true],
  ['*-?/x', 'lib-10/x', false],
  ['*ab*ab', 'abxab', true],
  ['*ab*ab', 'xab', false],
  ['{apps,libs}/{a,b}*', 'libs/bc', true],
  ['{apps,libs}/{a,b}*', 'libs/cb', false],
  ['{apps}/a', '{apps}/a', true],
  ['app/[id]', 'app/[id]', true],
  ['app/[id]', 'app/i', false]
])('%s and %s', (pattern, path, expected) => {
  expect(isMatch(pattern, path)).toBe(expected)
})

test('braces are expanded up to a number', () => {
  expect(wildcardsIn('{a,b}'.repeat(30)).length).toBeLessThanOrEqual(100)
})
