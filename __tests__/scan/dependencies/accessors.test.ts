/** A library of a Gradle catalog is told at its line in the catalog, with the lines of the scripts that use it. */

import { describe, expect, test } from '@jest/globals'
import { scan } from '../../../src/scan/scan.ts'
import { lineOf } from '../../support/findings.ts'
import { memoryWorkspace } from '../../support/memory-workspace.ts'

const CATALOG = [
  '[libraries]',
  'k8s-client = { module = "io.kubernetes:client-java", version = "5.0.0" }',
  '[bundles]',
  'cloud_all = ["k8s-client"]',
  ''
].join('\n')
const PATH = 'gradle/libs.versions.toml'

/** `PATH:LINE LEVEL SCOPE`, then the places of use. */
async function told(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { findings } = await scan(memoryWorkspace({ [PATH]: CATALOG, ...files }), { minimum: 'documented' })
  return findings.map(({ subject, place, level, related }) => {
    const used = related.filter(({ role }) => role === 'used').map(other => lineOf(other.place))
    const scope = subject.kind === 'client' ? subject.dependency.scope : ''
    return [lineOf(place), level, scope, ...used].join(' ')
  })
}

describe('the script that uses a library is found by its accessor', () => {
  test.each([
    ['in Kotlin', 'app/build.gradle.kts', 'dependencies {\n  implementation(libs.k8s.client)\n}\n', 'runtime'],
    ['in Groovy', 'app/build.gradle', 'dependencies {\n  implementation libs.k8s.client\n}\n', 'runtime'],
    ['as a provider', 'app/build.gradle', 'dependencies {\n  api(libs.k8s.client.get())\n}\n', 'runtime'],
    ['for tests', 'app/build.gradle.kts', 'dependencies {\n  testImplementation(libs.k8s.client)\n}\n', 'development'],
    [
      'in a set of sources for tests',
      'build.gradle.kts',
      'commonTest.dependencies {\n  api(libs.k8s.client)\n}',
      'development'
    ],
    ['in a bundle', 'app/build.gradle.kts', 'dependencies {\n  implementation(libs.bundles.cloud.all)\n}\n', 'runtime'],
    ['by name', 'a/b.gradle.kts', 'dependencies {\n  api(libs.findLibrary("k8s-client").get())\n}\n', 'runtime'],
    [
      'by the name of a bundle',
      'a/b.gradle',
      'dependencies {\n  api(libs.findBundle("cloud-all").get())\n}\n',
      'runtime'
    ],
    ['by another name of the catalog', 'build.gradle', 'dependencies {\n  foo(deps.k8s.client)\n}\n', 'unknown']
  ])('%s', async (_how, path, script, scope) => {
    expect(await told({ [path]: script })).toEqual([`${PATH}:2 error ${scope} ${path}:2`])
  })

  test('however the alias separates its words', async () => {
    for (const alias of ['k8s_client', '"k8s.client"', 'k8s-client']) {
      const catalog = `[libraries]\n${alias} = "io.kubernetes:client-java:5.0.0"\n`
      const files = { [PATH]: catalog, 'build.gradle': 'dependencies { api libs.k8s.client }' }
      expect(await told(files)).toEqual([`${PATH}:2 error runtime build.gradle:1`])
    }
  })

  test('in several scripts: one that needs it at run time decides on the scope', async () => {
    const files = {
      'a/build.gradle': 'dependencies { testImplementation libs.k8s.client }',
      'b/build.gradle': 'dependencies { implementation libs.k8s.client }'
    }
    expect(await told(files)).toEqual([`${PATH}:2 error runtime a/build.gradle:1 b/build.gradle:1`])
  })
})

describe('a library that no script uses stays a finding, without a place of use', () => {
  test.each([
    ['a comment', { 'build.gradle.kts': 'dependencies {\n  // api(libs.k8s.client)\n}' }],
    ['a text', { 'build.gradle.kts': 'val x = "libs.k8s.client"' }],
    ['a longer accessor', { 'build.gradle.kts': 'dependencies { api(libs.k8s.client.extended) }' }],
    ['a script elsewhere', { [PATH]: '', 'a/gradle/libs.versions.toml': CATALOG, 'b.gradle': 'api libs.k8s.client' }],
    [
      'a nearer catalog',
      {
        'a/gradle/libs.versions.toml': '[versions]\nx = "1"\n',
        'a/build.gradle': 'dependencies { api libs.k8s.client }'
      }
    ]
  ])('%s is no use', async (_what, files) => {
    const [only, ...others] = await told(files)
    expect([only?.replace(/^a\//, ''), others]).toEqual([`${PATH}:2 error unknown`, []])
  })
})
