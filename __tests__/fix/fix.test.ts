/** The edits of a workspace: scanned anew until nothing is left, and taken back where a file can no longer be read. */

import { describe, expect, test } from '@jest/globals'
import { type FixResult, fixOf, followUpsOf } from '../../src/fix/fix.ts'
import type { Report } from '../../src/model/report.ts'
import { scan } from '../../src/scan/scan.ts'
import type { Workspace } from '../../src/workspaces/workspace.ts'
import { memoryWorkspace } from '../support/memory-workspace.ts'

type Files = Readonly<Record<string, string>>

const scanned = (workspace: Workspace) => scan(workspace, { minimum: 'documented' })
const fixed = (files: Files, scanOf = scanned) => fixOf(memoryWorkspace(files), scanOf, { level: 'warning' })

/** A scan that cannot read a file any more once it has a text. */
function spoiltBy(path: string, text: string) {
  return async (workspace: Workspace): Promise<Report> => {
    const report = await scanned(workspace)
    const reading = await workspace.read(path)
    if (!('text' in reading && reading.text.includes(text))) return report
    const gap = { kind: 'unparseable-file', place: { path, line: 1, column: 1 }, detail: 'x' } as const
    return { ...report, gaps: [...report.gaps, gap] }
  }
}

/** Each file as it is afterwards, and what is left. */
function shown(result: FixResult) {
  return {
    files: Object.fromEntries(result.files.map(({ path, after }) => [path, after])),
    left: result.left.map(({ finding: { place }, because }) => `${place.path}:${place.line} ${because ?? ''}`.trim())
  }
}

const MANIFEST = (version: string) => `{"workspaces":["a"],"dependencies":{"@kubernetes/client-node":"${version}"}}`
const LOCK = (version: string) =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { workspaces: ['a'], dependencies: { '@kubernetes/client-node': version } },
      a: { dependencies: { '@kubernetes/client-node': version } },
      'node_modules/a': { resolved: 'a', link: true },
      'node_modules/@kubernetes/client-node': { version: '0.10.2' }
    }
  })

test('two clients with one property get the version that both need', async () => {
  const dependency = (artifact: string) =>
    `<dependency><groupId>io.fabric8</groupId><artifactId>${artifact}</artifactId><version>\${v}</version></dependency>`
  const files = {
    'pom.xml': `<project><properties><v>4.4.1</v></properties><dependencies>${dependency('kubernetes-client')}${dependency('openshift-client')}</dependencies></project>`
  }
  const result = await fixed(files)
  expect(result.left).toEqual([])
  expect((await scanned(memoryWorkspace(shown(result).files))).findings.map(({ level }) => level)).not.toContain(
    'error'
  )
})

test('all lines from which a lockfile chose a version are edited, and the lockfile is renewed once', async () => {
  const files = {
    'package.json': MANIFEST('^0.10.0'),
    'a/package.json': '{"name":"a","dependencies":{"@kubernetes/client-node":"^0.10.0"}}',
    'package-lock.json': LOCK('^0.10.0')
  }
  const result = await fixed(files)
  expect(shown(result)).toEqual({
    files: {
      'package.json': MANIFEST('^0.10.3'),
      'a/package.json': '{"name":"a","dependencies":{"@kubernetes/client-node":"^0.10.3"}}'
    },
    left: []
  })
  expect(followUpsOf(result.files)).toEqual([{ folder: '', steps: ['npm install'] }])
})

test('a file that cannot be read afterwards is left as it is, and others are edited', async () => {
  const files = { 'a/requirements.txt': 'kubernetes==11.0.0\n', 'b/requirements.txt': 'kubernetes==11.0.0\n' }
  expect(shown(await fixed(files, spoiltBy('a/requirements.txt', '12.0.0')))).toEqual({
    files: { 'b/requirements.txt': 'kubernetes==12.0.0\n' },
    left: ['a/requirements.txt:1 the file could not be read any more afterwards']
  })
})

test('a line that is left as it is waits for no lockfile to be renewed', async () => {
  const files = {
    'package.json': MANIFEST('0.10.2').replace('"workspaces":["a"],', ''),
    'package-lock.json': JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': { dependencies: { '@kubernetes/client-node': '0.10.2' } },
        'node_modules/@kubernetes/client-node': { version: '0.10.2' }
      }
    })
  }
  const result = await fixed(files, spoiltBy('package.json', '0.10.3'))
  expect(shown(result)).toEqual({
    files: {},
    left: ['package.json:1 the file could not be read any more afterwards']
  })
  expect(followUpsOf(result.files)).toEqual([])
})

const PARENT_LOCK = (name: string, version: string) =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { acme: '1.0.0' } },
      'node_modules/acme': { version: '1.0.0', dependencies: { [name]: version } },
      [`node_modules/${name}`]: { version }
    }
  })

describe('where only another package requires the client', () => {
  const client = '@kubernetes/client-node'
  const lock = PARENT_LOCK(client, '0.10.2')

  test('an override is added, and the lockfile is renewed', async () => {
    const result = await fixed({
      'a/package.json': '{\n  "dependencies": { "acme": "1.0.0" }\n}\n',
      'a/package-lock.json': lock
    })
    expect(shown(result)).toEqual({
      files: {
        'a/package.json': `{\n  "dependencies": { "acme": "1.0.0" },\n  "overrides": {\n    "${client}": "0.10.3"\n  }\n}\n`
      },
      left: []
    })
    expect(followUpsOf(result.files)).toEqual([{ folder: 'a', steps: ['npm install'] }])
  })

  test('one override is added for several copies', async () => {
    const twice = lock.replace(
      '"node_modules/acme":',
      `"node_modules/x/node_modules/${client}":{"version":"0.9.0"},"node_modules/acme":`
    )
    const result = await fixed({ 'package.json': '{}', 'package-lock.json': twice })
    expect([result.left, result.files.map(({ edits }) => edits.length)]).toEqual([[], [1]])
  })

  test('none is added where there is no manifest, or one that cannot take it', async () => {
    const left = ['package-lock.json:1']
    expect(shown(await fixed({ 'package-lock.json': lock }))).toEqual({ files: {}, left })
    const files = { 'package.json': '{"overrides":[]}', 'package-lock.json': lock }
    expect(shown(await fixed(files))).toEqual({ files: {}, left })
  })

  test('none is added where no version passes', async () => {
    const files = { 'package.json': '{}', 'package-lock.json': PARENT_LOCK('kubernetes-client', '9.0.0') }
    expect(shown(await fixed(files)).files).toEqual({})
  })

  test('of two files the one that has overrides takes it, and else the first', async () => {
    const pnpm = `lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      acme:\n        specifier: 1.0.0\n        version: 1.0.0\npackages:\n  '${client}@0.10.2':\n    resolution: {integrity: x}\n  acme@1.0.0:\n    resolution: {integrity: x}\nsnapshots:\n  '${client}@0.10.2': {}\n  acme@1.0.0:\n    dependencies:\n      '${client}': 0.10.2\n`
    const files = {
      'package.json': '{"pnpm":{"overrides":{"c":"1"}}}',
      'pnpm-workspace.yaml': 'packages: []\n',
      'pnpm-lock.yaml': pnpm
    }
    expect(shown(await fixed(files)).files).toEqual({
      'package.json': `{"pnpm":{"overrides":{ "${client}": "0.10.3","c":"1"}}}`
    })
    expect(shown(await fixed({ ...files, 'package.json': '{}' })).files).toEqual({
      'pnpm-workspace.yaml': `packages: []\noverrides:\n  '${client}': 0.10.3\n`
    })
  })

  test('uv gets an override, because a constraint cannot widen what a parent allows', async () => {
    const files = {
      'pyproject.toml': '[project]\nname = "app"\nversion = "1"\ndependencies = ["acme"]\n',
      'uv.lock':
        'version = 1\n\n[[package]]\nname = "acme"\nversion = "1.0"\nsource = { registry = "https://registry.example" }\ndependencies = [{ name = "kubernetes" }]\n\n[[package]]\nname = "app"\nversion = "1"\nsource = { virtual = "." }\ndependencies = [{ name = "acme" }]\n\n[[package]]\nname = "kubernetes"\nversion = "11.0.0"\nsource = { registry = "https://registry.example" }\n'
    }
    const result = await fixed(files)
    expect(shown(result).files['pyproject.toml']).toBe(
      `${files['pyproject.toml']}\n[tool.uv]\noverride-dependencies = ["kubernetes>=12.0.0"]\n`
    )
    expect(followUpsOf(result.files)).toEqual([{ folder: '', steps: ['uv lock'] }])
  })
})

test('a workspace without a client has nothing', async () => {
  expect(await fixed({ 'requirements.txt': 'six\n' })).toEqual({ files: [], left: [] })
})
