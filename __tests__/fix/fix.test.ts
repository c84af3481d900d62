/** The edits of a workspace: scanned anew until nothing is left, and taken back where a file can no longer be read. */

import { expect, test } from '@jest/globals'
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

test('a workspace without a client has nothing', async () => {
  expect(await fixed({ 'requirements.txt': 'six\n' })).toEqual({ files: [], left: [] })
})
