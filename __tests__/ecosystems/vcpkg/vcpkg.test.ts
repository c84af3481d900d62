/** vcpkg against the laws, and hostile texts. */

import { expect, test } from '@jest/globals'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { vcpkg } from '../../../src/ecosystems/vcpkg/index.ts'
import { vcpkgJson } from '../../../src/ecosystems/vcpkg/vcpkg-json.ts'
import { collect } from '../../support/cases.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'

holdsTheLaws(vcpkg)

test.each([
  ['vcpkg.json', true],
  ['ports/kubernetes/vcpkg.json', true],
  ['vcpkg-configuration.json', false],
  ['vcpkg.json/x', false]
])('%s is claimed: %s', (path, claimed) => {
  expect(matches(vcpkgJson.names, path)).toBe(claimed)
})

test.each([
  ['100,000 dependencies', `{"dependencies": [${'"a",'.repeat(100_000)}"b"]}`],
  ['100,000 overrides', `{"overrides": [${'{"name":"a","version":"1"},'.repeat(100_000)}{}]}`],
  ['500 kB of hyphens', `{"dependencies": ["${'a-'.repeat(250_000)}"]}`],
  ['100,000 levels', `{"dependencies": ${'['.repeat(100_000)}`],
  ['900 levels', `{"dependencies": [${'['.repeat(900)}${']'.repeat(900)}]}`]
])('%s end soon', async (_, text) => {
  await expect(collect(vcpkgJson, text)).resolves.toHaveProperty('entries')
})
