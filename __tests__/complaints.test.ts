/**
 * What users complained about in tools of this kind, as tests of the Action. Most such tests are beside what they test; here are
 * those that are about several parts. Each names the thread.
 */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { Outcome } from './support/action.ts'
import { metadata } from './support/action-yml.ts'
import { commandLine, jsonLines } from './support/command-line.ts'
import { check, closeGitHub, FINE, ours, STALE, startGitHub, stepOf } from './support/pull-request.ts'
import { repository, tree } from './support/trees.ts'

afterEach(closeGitHub)

const CONFIGURATION = '.github/bound-token-check.yml'
const OLD_NODE = (version: string) => JSON.stringify({ dependencies: { '@kubernetes/client-node': version } })

/** A waiver with these lines in place of the usual ones. */
function waiver(lines: Readonly<Record<string, string | undefined>>): string {
  const whole = {
    rule: 'client-cannot-reload',
    package: 'pkg:golang/k8s.io/client-go',
    reason: 'runs outside the cluster',
    owner: '"@acme/platform"',
    until: '2025-12-31',
    ...lines
  }
  const written = Object.entries(whole).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]))
  return `waivers:\n  - ${written.join('\n    ')}\n`
}

/** The report in the file that the Action wrote. */
function findingsOf({ outputs }: Outcome) {
  const { findings } = JSON.parse(readFileSync(outputs['report-json'] ?? '', 'utf8'))
  return findings as readonly {
    readonly path: string
    readonly line: number
    readonly status: { readonly kind: string }
  }[]
}

// https://github.com/actions/dependency-review-action/issues/133, /890: exceptions without an end, a reason, a version.
describe('a waiver', () => {
  test.each(['reason', 'owner', 'until'])('without "%s" is a mistake in the configuration', async key => {
    const files = { 'go.mod': STALE, [CONFIGURATION]: waiver({ [key]: undefined }) }
    const outcome = await check(await startGitHub(), files)
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([3, 'invalid'])
    expect(outcome.log).toContain(`"${key}"`)
  })

  test.each([
    ['as it is', {}, 0],
    ['for another version', { versions: '"<=v10.0.0"' }, 1],
    ['for another path', { paths: '["tools/**"]' }, 1],
    ['that has ended', { until: '2025-01-31' }, 1]
  ])('%s', async (_, lines, exitCode) => {
    const files = { 'go.mod': STALE, [CONFIGURATION]: waiver(lines) }
    expect((await check(await startGitHub(), files)).exitCode).toBe(exitCode)
  })

  // https://github.com/actions/dependency-review-action/pull/623: one exception silenced all others of the package.
  test('takes one finding away, not the package', async () => {
    const files = { 'a/go.mod': STALE, 'b/go.mod': STALE, [CONFIGURATION]: waiver({ paths: '["a/**"]' }) }
    const outcome = await check(await startGitHub(), files)
    expect([outcome.exitCode, outcome.outputs['errors']]).toEqual([1, '1'])
    expect(findingsOf(outcome).map(({ path, status }) => [path, status.kind])).toEqual([
      ['a/go.mod', 'waived'],
      ['b/go.mod', 'open']
    ])
  })

  // https://github.com/actions/dependency-review-action/pull/1056, /1057, https://github.com/actions/dependency-review-action/issues/812
  test.each([
    ['pkg:pypi/kubernetes-asyncio', 'requirements.txt', 'Kubernetes_Asyncio==11.0.0\n'],
    ['pkg:pypi/Kubernetes_asyncio', 'requirements.txt', 'kubernetes-asyncio==11.0.0\n'],
    ['pkg:npm/%40kubernetes/client-node', 'package.json', OLD_NODE('0.10.2')],
    ['"pkg:npm/@kubernetes/client-node"', 'package.json', OLD_NODE('0.10.2')],
    ['pkg:maven/io.kubernetes/client-java', 'pom.xml', pom()]
  ])('is found whatever the spelling: %s', async (purl, path, text) => {
    const without = await check(await startGitHub(), { [path]: text })
    expect(without.exitCode).toBe(1)
    const outcome = await check(await startGitHub(), { [path]: text, [CONFIGURATION]: waiver({ package: purl }) })
    expect([outcome.exitCode, outcome.outputs['errors']]).toEqual([0, '0'])
  })
})

function pom(): string {
  const dependency =
    '<dependency><groupId>io.kubernetes</groupId><artifactId>client-java</artifactId><version>8.0.2</version></dependency>'
  return `<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>a</artifactId><version>1</version><dependencies>${dependency}</dependencies></project>\n`
}

// https://github.com/actions/dependency-review-action/issues/713: why was this one not blocked?
test('each client is listed on request, also one that passes, with its scope', async () => {
  const root = tree({
    'go.mod': FINE,
    'package.json': JSON.stringify({ devDependencies: { '@kubernetes/client-node': '0.10.2' } })
  })
  const { stdout } = await commandLine(['list', root])
  expect(jsonLines(stdout)).toEqual([
    expect.objectContaining({ path: 'go.mod', verdict: 'reloads' }),
    expect.objectContaining({ path: 'package.json', verdict: 'cannot-reload', scope: 'development' })
  ])
  const reported = await commandLine(['scan', '--format', 'json', root])
  const { findings } = JSON.parse(reported.stdout)
  expect(findings).toMatchObject([
    { path: 'go.mod', level: 'pass', subject: { scope: 'runtime' } },
    { path: 'package.json', level: 'error', rule: 'client-cannot-reload', subject: { scope: 'development' } }
  ])
})

// https://github.com/actions/dependency-review-action/issues/1072: a runtime past its end.
// https://github.com/kgateway-dev/kgateway/pull/14713, https://github.com/FairwindsOps/pluto/issues/51: a pinned action that
// fetched an image by a moving tag.
test('the action is one bundle for the current runtime, and fetches nothing', async () => {
  expect(metadata.runs).toEqual({ using: 'node24', main: 'dist/main/index.js' })
  // https://github.com/aquasecurity/trivy-action/issues/389, /430: a verdict that waits for a download.
  const api = await startGitHub()
  const outcome = await check(api, { 'go.mod': STALE }, { event: 'push', payload: {}, inputs: { token: '' } })
  expect(outcome.outputs['verdict']).not.toBe('passed')
  expect(api.requests).toEqual([])
})

// https://github.com/google/osv-scanner/issues/701, /1454, https://github.com/google/osv-scanner-action/issues/128
test('SARIF is a file: nothing is uploaded, and no permission for it is asked for', async () => {
  const api = await startGitHub({ permissions: { contents: 'read' }, private: true })
  const outcome = await check(api, { 'go.mod': FINE })
  expect(outcome.exitCode).toBe(0)
  expect(JSON.parse(readFileSync(outcome.outputs['report-sarif'] ?? '', 'utf8')).version).toBe('2.1.0')
  expect(api.requests.filter(({ path }) => path.includes('code-scanning'))).toEqual([])
  expect(outcome.log + outcome.summary).not.toContain('security-events')
})

// https://github.com/google/osv-scanner/issues/150, https://github.com/anchore/grype/issues/130,
// https://github.com/anchore/syft/issues/488: no line, or always line 1.
test('every finding of six ecosystems has the line with the requirement', async () => {
  const root = join(import.meta.dirname, '..')
  const { stdout } = await commandLine(['list', join(root, 'example')])
  const found = jsonLines(stdout).filter(({ name }) => name !== undefined)
  expect(new Set(found.map(({ ecosystem }) => ecosystem)).size).toBe(6)
  for (const { path, line, requirement } of found) {
    const lines = readFileSync(join(root, path), 'utf8').split('\n')
    expect(lines[line - 1]).toContain(String(requirement).replace(/^v/, ''))
  }
})

// https://github.com/kubescape/kubescape/issues/2393: line 1 of an absolute path.
test.each(['.', './app', 'app/../app', 'ABSOLUTE'])('the input "path" %s: the same place in every file', async path => {
  const workspace = repository({ 'app/go.mod': STALE })
  const api = await startGitHub()
  const inputs = { path: path === 'ABSOLUTE' ? join(workspace, 'app') : path }
  const outcome = await check(api, workspace, { inputs })
  expect(findingsOf(outcome)).toMatchObject([{ path: 'app/go.mod', line: 5 }])
  const [run] = JSON.parse(readFileSync(outcome.outputs['report-sarif'] ?? '', 'utf8')).runs
  expect(run.results[0].locations[0].physicalLocation).toMatchObject({
    artifactLocation: { uri: 'app/go.mod' },
    region: { startLine: 5 }
  })
  expect(api.checkRuns[0]?.annotations).toMatchObject([{ path: 'app/go.mod', start_line: 5 }])
})

// https://github.com/google/osv-scanner/issues/1640, /1273, https://github.com/spdx/ntia-conformance-checker/pull/252, /255
test('one configuration at the root counts for every folder, and one in a folder for nothing', async () => {
  const files = {
    'app/go.mod': STALE,
    [CONFIGURATION]: 'fail-on: never\n',
    [`app/${CONFIGURATION}`]: 'fail-on: error\n'
  }
  for (const path of ['.', 'app']) {
    const outcome = await check(await startGitHub(), files, { inputs: { path } })
    expect([outcome.exitCode, outcome.outputs['errors']]).toEqual([0, '1'])
  }
  const { stdout } = await commandLine(['doctor', repository(files)])
  expect(stdout).toMatch(new RegExp(`fail-on.*never.*${CONFIGURATION.replaceAll('.', '\\.')}`))
})

// https://github.com/google/osv-scanner/issues/2324, /348, https://github.com/google/osv-scanner/pull/1943,
// https://github.com/oxsecurity/megalinter/pull/8178
test('folders can be left out, and a repository without dependency files passes', async () => {
  const excluded = { 'docs/go.mod': STALE, [CONFIGURATION]: 'paths:\n  exclude: ["docs/**"]\n' }
  for (const files of [excluded, { 'README.md': '# Shop\n' }]) {
    const outcome = await check(await startGitHub(), files)
    expect([outcome.exitCode, outcome.outputs['clients']]).toEqual([0, '0'])
    expect(outcome.summary).toMatch(/no Kubernetes client/i)
  }
})

// https://github.com/google/osv-scanner/issues/2073: findings and failures told apart.
test('--help lists the exit codes', async () => {
  const { status, stdout } = await commandLine(['--help'])
  expect(status).toBe(0)
  for (const code of [0, 1, 2, 3]) expect(stdout).toMatch(new RegExp(`^ +${code} +\\w`, 'm'))
})

// https://github.com/reviewdog/reviewdog/issues/1846, https://github.com/reviewdog/reviewdog/pull/1854: levels, whose meaning stays.
test.each([
  ['never', [0, 0, 0]],
  ['error', [1, 0, 0]],
  ['warning', [1, 1, 0]],
  ['notice', [1, 1, 1]]
] as const)('fail-on: %s', async (failOn, codes) => {
  const files = [
    { 'go.mod': STALE },
    { 'package.json': OLD_NODE('*') },
    { Dockerfile: 'FROM fluent/fluentd-kubernetes-daemonset:latest\n' }
  ]
  const exits = []
  for (const each of files) {
    const outcome = await check(await startGitHub(), each, { inputs: { 'fail-on': failOn } })
    exits.push(outcome.exitCode)
  }
  expect(exits).toEqual(codes)
})

// The thread of https://github.com/dorny/test-reporter/issues/562: where a result is shown must not change in a minor version.
test('without any input a result is shown in the comment, the check run, the summary, the log, the outputs and the files', async () => {
  const api = await startGitHub()
  const step = stepOf(api, { 'go.mod': STALE })
  const outcome = await check(api, step.workspace)
  expect(ours(api)).toHaveLength(1)
  expect(api.checkRuns).toHaveLength(1)
  for (const text of [outcome.log, outcome.summary]) expect(text).toContain('go.mod:5')
  for (const name of ['report-json', 'report-sarif', 'comment-file'])
    expect(existsSync(outcome.outputs[name] ?? '')).toBe(true)
  expect(new Set(outcome.outputNames)).toEqual(new Set(Object.keys(metadata.outputs)))
})
