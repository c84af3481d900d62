/** vcpkg against the laws, and hostile texts. */

import { describe, expect, test } from '@jest/globals'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { vcpkg } from '../../../src/ecosystems/vcpkg/index.ts'
import { vcpkgJson } from '../../../src/ecosystems/vcpkg/vcpkg-json.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'
import { byName, long, MANY, readsWithinBudget } from '../../support/hostile.ts'

holdsTheLaws(vcpkg)

test.each([
  ['vcpkg.json', true],
  ['ports/kubernetes/vcpkg.json', true],
  ['vcpkg-configuration.json', false],
  ['vcpkg.json/x', false]
])('%s is claimed: %s', (path, claimed) => {
  expect(matches(vcpkgJson.names, path)).toBe(claimed)
})

describe('hostile texts', () => {
  readsWithinBudget(byName(vcpkg.formats), [
    ['many dependencies', `{"dependencies": [${'"a",'.repeat(MANY)}"b"]}`, { 'vcpkg.json': `${MANY + 1} packages` }],
    [
      'many overrides',
      `{"overrides": [${'{"name":"a","version":"1"},'.repeat(MANY)}{}]}`,
      { 'vcpkg.json': '1 gap "expected an override with a name and a version", 1 package' }
    ],
    ['hyphens', `{"dependencies": ["${long('a-')}"]}`, { 'vcpkg.json': '1 gap "expected a dependency with a name"' }],
    [
      'many levels',
      `{"dependencies": ${long('[')}`,
      { 'vcpkg.json': '1 gap "expected a dependency with a name", fault "nested deeper than 1000 levels"' }
    ],
    [
      '900 levels',
      `{"dependencies": [${'['.repeat(900)}${']'.repeat(900)}]}`,
      { 'vcpkg.json': '1 gap "expected a dependency with a name"' }
    ]
  ])
})
