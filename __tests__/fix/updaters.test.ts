/** Rules for Renovate and Dependabot: only where a repository has such a configuration, and in the ranges that each of them reads. */

import { describe, expect, test } from '@jest/globals'
import { updaterRules } from '../../src/fix/updaters.ts'
import { scan } from '../../src/scan/scan.ts'
import { memoryWorkspace } from '../support/memory-workspace.ts'

const DOCUMENTED = { minimum: 'documented' } as const

/** The rules of a repository as `program in path: text`. */
async function rules(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { findings } = await scan(memoryWorkspace(files), DOCUMENTED)
  const found = await updaterRules(
    Object.keys(files),
    findings.filter(({ rule }) => rule),
    DOCUMENTED
  )
  return found.map(({ updater, path, where, text }) => `${updater} in ${path}, ${where}: ${text}`)
}

const PINS = {
  'requirements.txt': 'kubernetes==11.0.0\n',
  'package.json': '{"dependencies":{"@kubernetes/client-node":"0.10.2"}}',
  'go.mod': 'module a\n\nrequire k8s.io/client-go v11.0.0+incompatible\n',
  'pom.xml':
    '<project><dependencies><dependency><groupId>io.fabric8</groupId><artifactId>kubernetes-client</artifactId><version>5.3.0</version></dependency></dependencies></project>'
}

test('of a program that a repository does not have there is no rule', async () => {
  expect(await rules(PINS)).toEqual([])
  expect(await rules({ ...PINS, 'docs/renovate.json': '{}', 'dependabot.yml': '' })).toEqual([])
})

test('Renovate is allowed what passes', async () => {
  expect(await rules({ ...PINS, 'renovate.json': '{}' })).toEqual([
    `Renovate in renovate.json, in packageRules: ${[
      '{"matchPackageNames":["@kubernetes/client-node"],"allowedVersions":">=0.10.3"}',
      '{"matchPackageNames":["io.fabric8:kubernetes-client"],"allowedVersions":"[6.1.0,)"}',
      '{"matchPackageNames":["k8s.io/client-go"],"allowedVersions":">=0.15.7 <1.0.0"}',
      '{"matchPackageNames":["kubernetes"],"allowedVersions":">=12.0.0,!=36.0.0"}'
    ].join(',\n')}`
  ])
})

test('Dependabot ignores what fails', async () => {
  expect(await rules({ ...PINS, '.github/dependabot.yml': '' })).toEqual([
    `Dependabot in .github/dependabot.yml, below ignore of the updates of each ecosystem: ${[
      '- dependency-name: "@kubernetes/client-node"  # npm',
      '  versions: ["< 0.10.3"]',
      '- dependency-name: "io.fabric8:kubernetes-client"  # maven',
      '  versions: ["(,6.1.0)"]',
      '- dependency-name: "k8s.io/client-go"  # gomod',
      '  versions: ["< 0.15.7", ">= 1.0.0"]',
      '- dependency-name: "kubernetes"  # pip',
      '  versions: ["< 12.0.0", "36.0.0"]'
    ].join('\n')}`
  ])
})

describe('a configuration is found', () => {
  test.each([
    'renovate.json',
    'renovate.json5',
    '.github/renovate.json',
    '.gitlab/renovate.json5',
    '.renovaterc',
    '.renovaterc.json',
    '.github/dependabot.yaml'
  ])('%s', async path => {
    expect(await rules({ 'package.json': PINS['package.json'], [path]: '{}' })).toHaveLength(1)
  })
})

test.each([
  ['no version passes', { 'package.json': '{"dependencies":{"kubernetes-client":"9.0.0"}}' }],
  ['the client is an image', { 'd.yaml': 'kind: Pod\nspec:\n  containers:\n    - image: argoproj/argocd:v1.0.0\n' }]
])('there is no rule where %s', async (_, files) => {
  expect(await rules({ ...files, 'renovate.json': '{}' })).toEqual([])
})
