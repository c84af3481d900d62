/** Edits: only where one line is the whole fix, in the notation of the file, and proven by another scan. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Finding, LineEdit } from '../../../src/model/finding.ts'
import type { Place } from '../../../src/model/place.ts'
import { fold } from '../../../src/policy/fold.ts'
import { scan } from '../../../src/scan/scan.ts'
import { memoryWorkspace } from '../../support/memory-workspace.ts'
import { parseScenarios, type Scenario } from '../../support/scenarios.ts'

type Files = Readonly<Record<string, string>>

const scanned = (files: Files) => scan(memoryWorkspace(files), { minimum: 'documented' })

/** Each edit as `path: old → new`, with the steps that follow. */
async function edits(files: Files): Promise<string[]> {
  const { findings } = await scanned(files)
  return findings
    .flatMap(({ place, edit, edits = [] }) => (edit ? [{ place, edit }, ...edits] : edits))
    .map(({ place, edit: { old, new: text, followUps = [] } }) => {
      const steps = followUps.flatMap(({ folder, steps }) => [`in ${folder || '.'}: ${steps.join(', ')}`])
      return [`${place.path}: ${old} → ${text}`, ...steps].join('; ')
    })
}

const pom = (version: string, properties = '') =>
  `<project><properties>${properties}</properties><dependencies><dependency><groupId>io.kubernetes</groupId><artifactId>client-java</artifactId><version>${version}</version></dependency></dependencies></project>`
const deployment = (image: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - image: ${image}\n`
const project = (version: string, property = '') =>
  `<Project><PropertyGroup>${property}</PropertyGroup><ItemGroup><PackageReference Include="KubernetesClient" Version="${version}" /></ItemGroup></Project>`
const HASH = `--hash=sha256:${'0'.repeat(64)}`
const DIGEST = `@sha256:${'0'.repeat(64)}`
const OPERATOR = 'quay.io/prometheus-operator/prometheus-operator'

describe('one line is the whole fix', () => {
  test.each<readonly [string, Files, string]>([
    ['a pin', { 'requirements.txt': 'kubernetes==11.0.0  # old\n' }, 'requirements.txt: 11.0.0 → 12.0.0'],
    [
      'a range with one version',
      { 'package.json': '{"dependencies":{"@kubernetes/client-node":"^0.10.1"}}' },
      'package.json: ^0.10.1 → ^0.10.3'
    ],
    [
      'a tag, where a candidate for the release passes too',
      { 'd.yaml': deployment('argoproj/workflow-controller:v2.3.0') },
      'd.yaml: v2.3.0 → v2.4.0'
    ],
    ['an element', { 'pom.xml': pom('8.0.2') }, 'pom.xml: 8.0.2 → 9.0.0'],
    ['a property', { 'pom.xml': pom('${k8s}', '<k8s>8.0.2</k8s>') }, 'pom.xml: 8.0.2 → 9.0.0'],
    [
      'a property of another file',
      {
        'gradle.properties': 'k8s=8.0.2\n',
        'build.gradle': 'dependencies { implementation "io.kubernetes:client-java:$k8s" }\n'
      },
      'gradle.properties: 8.0.2 → 9.0.0'
    ],
    [
      'a literal of Gradle',
      { 'build.gradle': 'dependencies { implementation "io.kubernetes:client-java:8.0.2" }\n' },
      'build.gradle: 8.0.2 → 9.0.0'
    ],
    ['an attribute', { 'a.csproj': project('6.0.19') }, 'a.csproj: 6.0.19 → 7.0.5'],
    ['a property of MSBuild', { 'a.csproj': project('$(V)', '<V>6.0.19</V>') }, 'a.csproj: 6.0.19 → 7.0.5'],
    ['a tag', { 'd.yaml': deployment(`${OPERATOR}:v0.30.0`) }, 'd.yaml: v0.30.0 → v0.32.0'],
    ['a tag without v, as the present one', { 'd.yaml': deployment(`${OPERATOR}:0.30.0`) }, 'd.yaml: 0.30.0 → 0.32.0'],
    ['a tag in a Dockerfile', { Dockerfile: `FROM ${OPERATOR}:v0.30.0\n` }, 'Dockerfile: v0.30.0 → v0.32.0'],
    ['an open range', { 'requirements.txt': 'kubernetes>=10\n' }, 'requirements.txt: >=10 → >=12.0.0,!=36.0.0'],
    [
      'an open range with another operator',
      { 'requirements.txt': 'kubernetes > 10\n' },
      'requirements.txt: > 10 → >= 12.0.0,!=36.0.0'
    ],
    ['a compatible release', { 'requirements.txt': 'kubernetes~=11.0\n' }, 'requirements.txt: ~=11.0 → ~=12.0.0'],
    [
      'an open range whose bound is good',
      { 'requirements.txt': 'kubernetes>=12.0.1\n' },
      'requirements.txt: >=12.0.1 → >=12.0.1,!=36.0.0'
    ],
    [
      'the lower one of two bounds',
      { 'requirements.txt': 'kubernetes>=10,<20\n' },
      'requirements.txt: >=10,<20 → >=12.0.0,<20'
    ],
    [
      'every version',
      { 'package.json': '{"dependencies":{"@kubernetes/client-node":"*"}}' },
      'package.json: * → >=0.10.3'
    ],
    [
      'a new tag of a kustomization',
      { 'kustomization.yaml': `images:\n  - name: ${OPERATOR}\n    newTag: v0.30.0\n` },
      'kustomization.yaml: v0.30.0 → v0.32.0'
    ],
    [
      'a tag of values',
      { 'values.yaml': `image:\n  repository: ${OPERATOR}\n  tag: "v0.30.0"\n` },
      'values.yaml: v0.30.0 → v0.32.0'
    ],
    [
      'a tag of compose',
      { 'compose.yaml': `services:\n  a:\n    image: ${OPERATOR}:v0.30.0\n` },
      'compose.yaml: v0.30.0 → v0.32.0'
    ],
    ['a gem in a script', { 'a.sh': 'npm install @kubernetes/client-node@0.10.2\n' }, 'a.sh: 0.10.2 → 0.10.3'],
    [
      'an install command',
      { Dockerfile: 'FROM x\nRUN pip install kubernetes==11.0.0\n' },
      'Dockerfile: 11.0.0 → 12.0.0'
    ]
  ])('%s', async (_, files, expected) => expect(await edits(files)).toEqual([expected]))

  test('folded findings have one each', async () => {
    const files = {
      'a/requirements.txt': 'kubernetes==11.0.0\n',
      'b/requirements.txt': `kubernetes==11.0.0 ${HASH}\n`,
      'c/requirements.txt': 'x\nkubernetes==11.0.0\n'
    }
    const [only, ...others] = fold(await scanned(files)).findings
    const edit = { old: '11.0.0', new: '12.0.0' }
    expect(others).toEqual([])
    expect(only).toMatchObject({ edit, place: { path: 'a/requirements.txt' } })
    expect(only?.related.map(related => [related.place.path, related.edit])).toEqual([
      ['b/requirements.txt', undefined],
      ['c/requirements.txt', edit]
    ])
  })
})

describe('one line is not the whole fix', () => {
  test.each<readonly [string, Files]>([
    ['it passes', { 'requirements.txt': 'kubernetes==12.0.0\n' }],
    ['a checksum stands beside it', { 'requirements.txt': `kubernetes==11.0.0 \\\n    ${HASH}\n` }],
    ['a digest stands behind it', { 'd.yaml': deployment(`${OPERATOR}:v0.30.0${DIGEST}`) }],
    ['pip-compile wrote it', { 'requirements.txt': 'kubernetes==11.0.0\n    # via -r requirements.in\n' }],
    ['go.sum has its checksum', { 'go.mod': 'module a\n\nrequire k8s.io/client-go v11.0.0+incompatible\n' }],
    ['the modules of Kubernetes move together', { Dockerfile: 'FROM x\nRUN go get k8s.io/client-go@v0.15.0\n' }],
    [
      'a lockfile chose the version',
      {
        Gemfile: "gem 'kubeclient', '4.9.3'\n",
        'Gemfile.lock': 'GEM\n  specs:\n    kubeclient (4.9.3)\n\nDEPENDENCIES\n  kubeclient (= 4.9.3)\n'
      }
    ],
    [
      'no known command renews the lockfile alone',
      {
        'build.gradle': 'dependencies { implementation "io.kubernetes:client-java:8.0.2" }\n',
        'gradle.lockfile': 'io.kubernetes:client-java:8.0.2=runtimeClasspath\n'
      }
    ],
    ['more has to be done', { Gemfile: "gem 'kubeclient', '4.9.3'\n" }],
    [
      'the project patches that version',
      {
        'package.json':
          '{"dependencies":{"@kubernetes/client-node":"patch:@kubernetes/client-node@npm%3A0.10.1#./p.patch"}}'
      }
    ],
    ['no release passes', { 'package.json': '{"dependencies":{"kubernetes-client":"9.0.0"}}' }],
    ['the range ends too early', { 'requirements.txt': 'kubernetes>=10,<12\n' }],
    [
      'the variant of the tag may not exist',
      { 'd.yaml': deployment('fluent/fluentd-kubernetes-daemonset:v1.4.2-debian-elasticsearch-1.1') }
    ],
    ['the version is put together', { 'a.csproj': project('$(M).19', '<M>6.0</M>') }],
    [
      'the chart has the version of its application',
      {
        'Chart.yaml': 'name: prometheus-operator\nappVersion: v0.30.0\n',
        'values.yaml': `image:\n  repository: ${OPERATOR}\n`
      }
    ]
  ])('%s', async (_, files) => expect(await edits(files)).toEqual([]))
})

test('a pin and its parent, which forbids every good version, move together', async () => {
  expect(await edits({ 'requirements.txt': 'kubernetes==11.0.0\nopenshift==0.11.2\n' })).toEqual([
    'requirements.txt: 11.0.0 → 12.0.0',
    'requirements.txt: 0.11.2 → 0.12.0'
  ])
})

test('of a file that pip-compile wrote, the parent moves where a person requires it', async () => {
  const compiled =
    '# pip-compile requirements.in\nkubernetes==11.0.0\n    # via openshift\nopenshift==0.11.2\n    # via -r requirements.in\n'
  expect(await edits({ 'requirements.in': 'openshift==0.11.2\n', 'requirements.txt': compiled })).toEqual([
    'requirements.in: 0.11.2 → 0.12.0; in .: pip-compile'
  ])
  const { findings } = await scanned({ 'requirements.in': 'openshift==0.11.2\n', 'requirements.txt': compiled })
  expect(findings.flatMap(({ explanation: { fix } }) => fix?.through?.name ?? [])).toEqual(['openshift'])
})

describe('a lockfile has to follow', () => {
  const CLIENT = '@kubernetes/client-node'
  const manifest = (version: string) => JSON.stringify({ name: 'a', dependencies: { [CLIENT]: version } })
  const npmLock = (version: string) =>
    JSON.stringify({
      lockfileVersion: 3,
      packages: { '': { dependencies: { [CLIENT]: version } }, [`node_modules/${CLIENT}`]: { version: '0.10.2' } }
    })

  test.each<readonly [string, Files, readonly string[]]>([
    [
      'the line from which it chose the version',
      { 'a/package.json': manifest('^0.10.0'), 'a/package-lock.json': npmLock('^0.10.0') },
      ['a/package.json: ^0.10.0 → ^0.10.3; in a: npm install']
    ],
    [
      'one that does not name the client',
      { 'package.json': manifest('0.10.1'), 'package-lock.json': '{"lockfileVersion":3,"packages":{}}' },
      ['package.json: 0.10.1 → 0.10.3; in .: npm install']
    ],
    [
      'a line of Poetry, and the parent that forbids what it is to be',
      {
        'pyproject.toml': '[tool.poetry.dependencies]\nkubernetes = "11.0.0"\nopenshift = "0.11.2"\n',
        'poetry.lock':
          '[[package]]\nname = "kubernetes"\nversion = "11.0.0"\n\n[[package]]\nname = "openshift"\nversion = "0.11.2"\n\n[package.dependencies]\nkubernetes = ">=11.0,<11.1"\n\n[metadata]\nlock-version = "2.0"\n'
      },
      ['pyproject.toml: 11.0.0 → 12.0.0; in .: poetry lock', 'pyproject.toml: 0.11.2 → 0.12.0; in .: poetry lock']
    ],
    [
      'the line of a workspace, from which a member takes its version',
      {
        'Cargo.toml': '[workspace]\nmembers = ["a"]\n\n[workspace.dependencies]\nkube = "0.68"\n',
        'a/Cargo.toml': '[package]\nname = "a"\nversion = "0.1.0"\n\n[dependencies]\nkube = { workspace = true }\n',
        'Cargo.lock':
          'version = 3\n\n[[package]]\nname = "a"\nversion = "0.1.0"\ndependencies = ["kube"]\n\n[[package]]\nname = "kube"\nversion = "0.68.0"\nsource = "registry+https://registry.example/index"\n'
      },
      ['Cargo.toml: 0.68 → 0.69.1; in .: cargo update --workspace']
    ],
    [
      'the line of the parent alone',
      {
        'pyproject.toml': '[tool.poetry.dependencies]\nopenshift = "0.11.2"\n',
        'poetry.lock':
          '[[package]]\nname = "kubernetes"\nversion = "11.0.0"\n\n[[package]]\nname = "openshift"\nversion = "0.11.2"\n\n[package.dependencies]\nkubernetes = ">=11.0,<11.1"\n\n[metadata]\nlock-version = "2.0"\n'
      },
      ['pyproject.toml: 0.11.2 → 0.12.0; in .: poetry lock']
    ],
    [
      'the input of pip-compile',
      {
        'base.in': 'kubernetes==11.0.0\n',
        'base.txt': 'kubernetes==11.0.0\n    # via -r base.in\n',
        'requirements.in': 'kubernetes==11.0.0\n',
        'requirements.txt': 'kubernetes==11.0.0\n    # via -r requirements.in\n'
      },
      ['requirements.in: 11.0.0 → 12.0.0; in .: pip-compile']
    ],
    [
      'a line with an open range',
      {
        'pyproject.toml': '[project]\nname = "a"\ndependencies = ["kubernetes>=10"]\n',
        'uv.lock':
          'version = 1\n\n[[package]]\nname = "a"\nsource = { virtual = "." }\ndependencies = [{ name = "kubernetes" }]\n\n[[package]]\nname = "kubernetes"\nversion = "11.0.0"\n'
      },
      ['pyproject.toml: >=10 → >=12.0.0,!=36.0.0; in .: uv lock']
    ]
  ])('%s', async (_, files, expected) => expect(await edits(files)).toEqual(expected))
})

/** All scenarios of the settlement of versions. */
const scenarios: readonly Scenario[] = ['chains', 'companions', 'members', 'redefined', 'scopes'].flatMap(name => {
  const folder = join(import.meta.dirname, name)
  return readdirSync(folder)
    .filter(file => file.endsWith('.md'))
    .flatMap(file => parseScenarios(readFileSync(join(folder, file), 'utf8')))
})

/** The file with the edit at its place. Throws where the old text is not there. */
function edited(files: Files, { path, line, column }: Place, { old, new: text }: LineEdit): Files {
  const lines = (files[path] ?? '').split('\n')
  const own = lines[line - 1] ?? ''
  if (!own.startsWith(old, column - 1)) throw new Error(`${path}:${line}:${column} does not begin with ${old}`)
  lines[line - 1] = own.slice(0, column - 1) + text + own.slice(column - 1 + old.length)
  return { ...files, [path]: lines.join('\n') }
}

test('each edit of all scenarios stands where it says, and the finding passes afterwards', async () => {
  let made = 0
  for (const { title, files } of scenarios) {
    for (const finding of (await scanned(files)).findings) {
      // What a lockfile has to follow first is held by the round trip with the real tools.
      if (!finding.edit || finding.edit.followUps) continue
      made++
      const { findings } = await scanned(edited(files, finding.place, finding.edit))
      const left = findings.filter(other => isSame(other, finding) && other.level !== 'pass')
      expect({ title, edit: finding.edit, left }).toEqual({ title, edit: finding.edit, left: [] })
    }
  }
  expect(made).toBeGreaterThan(20)
})

function isSame(a: Finding, b: Finding): boolean {
  return a.identity === b.identity && a.place.line === b.place.line
}
