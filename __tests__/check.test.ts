/** The pipeline: head and base under one configuration, and the configuration that the head proposes. */

import { describe, expect, test } from '@jest/globals'
import { type CheckOptions, type CheckSettings, check } from '../src/check.ts'
import { type Configuration, NO_CONFIGURATION } from '../src/configuration/configuration.ts'
import { parseConfiguration } from '../src/configuration/parse.ts'
import { type Finding, subjectPlace } from '../src/model/finding.ts'
import { settingsOf } from '../src/settings/values.ts'
import { memoryWorkspace } from './support/memory-workspace.ts'

type Files = Parameters<typeof memoryWorkspace>[0]

const BAD = 'kubernetes==11.0.0\n'
const GOOD = 'kubernetes==29.0.0\n'
const SETTINGS: CheckSettings = { minimum: 'documented', failOn: 'error', allowIncomplete: false }
const COMMIT = { id: '0123456789012345678901234567890123456789', kind: 'merge-base' } as const
const WAIVER = [
  'waivers:',
  '  - rule: client-cannot-reload',
  '    package: pkg:pypi/kubernetes',
  '    reason: it is restarted every hour',
  '    owner: Ann',
  '    until: 2026-03-01'
].join('\n')

const parsed = (text: string) => parseConfiguration(text, { path: 'c.yml' })

function checked(head: Files, options: Partial<CheckOptions> = {}, configuration: Configuration = NO_CONFIGURATION) {
  return check(memoryWorkspace(head), configuration, { ...SETTINGS, today: '2026-02-01', ...options })
}

function against(base: Files): Pick<CheckOptions, 'base'> {
  return { base: { workspace: memoryWorkspace(base), commit: COMMIT } }
}

/** The configuration of the head, with its settings in effect. */
async function proposing(text: string): Promise<Pick<CheckOptions, 'proposed'>> {
  const configuration = await parsed(text)
  return { proposed: { configuration, settings: settingsOf(configuration, {}).values } }
}

const changeOf = (finding: Finding) => [subjectPlace(finding).path, finding.change?.kind]

describe('a comparison', () => {
  test('says what became of each finding, and what is fixed', async () => {
    const base = { 'a/requirements.txt': BAD, 'b/requirements.txt': BAD }
    const { report } = await checked(
      { 'a/requirements.txt': BAD, 'c/Pipfile': '[packages]\nkubernetes = "==10.0.0"' },
      against(base)
    )
    expect(report.findings.map(changeOf)).toEqual([
      ['a/requirements.txt', 'existing'],
      ['c/Pipfile', 'introduced']
    ])
    expect(report.comparison).toMatchObject({
      kind: 'compared',
      base: COMMIT,
      fixed: [{ before: { place: { path: 'b/requirements.txt' } } }],
      unread: []
    })
  })

  test('keeps findings of different changes apart, and folds what is fixed', async () => {
    const base = {
      'a/requirements.txt': BAD,
      'x/setup.py': 'setup(install_requires=["kubernetes==10.0.0"])',
      'y/setup.py': 'setup(install_requires=["kubernetes==10.0.0"])'
    }
    const head = { 'a/requirements.txt': BAD, 'b/requirements.txt': BAD, 'c/requirements.txt': BAD }
    const { report, unfolded } = await checked(head, against(base))
    expect(unfolded.findings).toHaveLength(3)
    expect(report.findings.map(changeOf)).toEqual([
      ['a/requirements.txt', 'existing'],
      ['b/requirements.txt', 'introduced']
    ])
    expect(report.findings[1]?.related).toMatchObject([{ role: 'same', place: { path: 'c/requirements.txt' } }])
    const { comparison } = report
    expect(comparison?.kind === 'compared' ? comparison.fixed : []).toMatchObject([
      { before: { place: { path: 'x/setup.py' }, related: [{ role: 'same', place: { path: 'y/setup.py' } }] } }
    ])
  })

  test('folds what is fixed by the same version, and keeps apart what is gone', async () => {
    const base = { 'a/requirements.txt': BAD, 'b/requirements.txt': BAD, 'c/requirements.txt': BAD }
    const { report } = await checked({ 'a/requirements.txt': GOOD, 'b/requirements.txt': GOOD }, against(base))
    const { comparison } = report
    expect(comparison?.kind === 'compared' ? comparison.fixed : []).toMatchObject([
      {
        before: { place: { path: 'a/requirements.txt' }, related: [{ place: { path: 'b/requirements.txt' } }] },
        now: { place: { path: 'a/requirements.txt' }, related: [{ place: { path: 'b/requirements.txt' } }] }
      },
      { before: { place: { path: 'c/requirements.txt' }, related: [] } }
    ])
  })

  test('of versions that went to one: what was bad before stays one finding, what became so is told by its version', async () => {
    const base = {
      'a/requirements.txt': 'kubernetes==10.0.0',
      'b/requirements.txt': 'kubernetes==9.0.0',
      'c/requirements.txt': GOOD,
      'd/requirements.txt': 'kubernetes==28.1.0'
    }
    const head = Object.fromEntries(Object.keys(base).map(path => [path, BAD]))
    const { report } = await checked(head, against(base))
    expect(report.findings.map(changeOf)).toEqual([
      ['a/requirements.txt', 'existing'],
      ['c/requirements.txt', 'introduced'],
      ['d/requirements.txt', 'introduced']
    ])
  })

  test('marks the gaps that the base has, also in a moved file', async () => {
    const broken = '{ "dependencies": { "kubernetes-client": "9.0.0" }'
    const base = { 'a/package.json': broken, 'b/package.json': broken }
    const { report } = await checked(
      { 'a/package.json': broken, 'c/package.json': broken, 'd/package.json': broken },
      against(base)
    )
    expect(report.gaps.map(({ place, existing }) => [place.path, existing])).toEqual([
      ['a/package.json', true],
      ['c/package.json', true],
      ['d/package.json', false]
    ])
  })

  test('lists what the base alone does not let read, which does not make the check incomplete', async () => {
    const base = { 'requirements.txt': { unreadable: 'it is too large' } }
    const { report, conclusion } = await checked({ 'requirements.txt': BAD }, { ...against(base), scope: 'introduced' })
    expect(report.findings.map(changeOf)).toEqual([['requirements.txt', 'existing']])
    expect(report.comparison).toMatchObject({
      unread: [{ place: { path: 'requirements.txt' }, detail: 'it is too large' }]
    })
    expect(report.gaps).toEqual([])
    expect(conclusion).toMatchObject({ verdict: 'passed', counted: 'introduced' })
  })

  test('scans the base under the same configuration', async () => {
    const configuration = await parsed('paths: { exclude: [b] }')
    const { report } = await checked(
      { 'a/requirements.txt': GOOD },
      against({ 'b/requirements.txt': BAD }),
      configuration
    )
    expect(report.comparison).toMatchObject({ fixed: [] })
  })

  test('says of a waiver whether it is in the same state in the base', async () => {
    const configuration = await parsed(WAIVER)
    const existing = async (base: Files, head: Files) =>
      (await checked(head, against(base), configuration)).report.waivers.map(waiver => [waiver.state, waiver.existing])
    expect(await existing({ 'requirements.txt': BAD }, { 'requirements.txt': GOOD })).toEqual([['unused', false]])
    expect(await existing({ 'requirements.txt': GOOD }, { 'requirements.txt': GOOD })).toEqual([['unused', true]])
  })

  test('finds the same waiver in the base, although only those of an extended configuration are told that cover something', async () => {
    const waiver = (subject: string, until: string) =>
      `  - { rule: client-cannot-reload, package: "pkg:${subject}", reason: r, owner: o, until: ${until} }`
    const shared = ['waivers:', waiver('npm/kubernetes-client', '2026-03-01'), waiver('pypi/kubernetes', '2026-01-01')]
    const configuration = await parseConfiguration('extends: ./base.yml', { path: 'c.yml' }, () =>
      parseConfiguration(shared.join('\n'), { path: 'acme/policy/base.yml', isOutside: true })
    )
    const stale = { 'requirements.txt': BAD }
    const base = { ...stale, 'package.json': '{ "dependencies": { "kubernetes-client": "9.0.0" } }' }
    const { report } = await checked(stale, against(base), configuration)
    expect(report.waivers.map(({ state, existing }) => [state, existing])).toEqual([['expired', true]])
  })

  test('that is not possible says why, and everything counts', async () => {
    const base = { kind: 'not-compared', because: 'the branch is new' } as const
    const { report, conclusion } = await checked({ 'requirements.txt': BAD }, { base, scope: 'introduced' })
    expect(report.comparison).toEqual(base)
    expect(report.findings.map(changeOf)).toEqual([['requirements.txt', undefined]])
    expect(conclusion).toMatchObject({ verdict: 'failed', counted: 'all' })
  })

  test('that the settings require, and that nobody can make, is reported', async () => {
    const { report } = await checked({ 'requirements.txt': BAD }, { scope: 'introduced' })
    expect(report.comparison).toEqual({ kind: 'not-compared', because: 'this run has no base to compare with' })
    expect((await checked({ 'requirements.txt': BAD })).report.comparison).toBeUndefined()
  })
})

describe('a proposed configuration', () => {
  const files = { 'requirements.txt': BAD }

  test('that changes nothing is not reported', async () => {
    const { report } = await checked(
      files,
      await proposing('# a comment\nfail-on: error'),
      await parsed('fail-on: error # usual')
    )
    expect(report.configurationChange).toBeUndefined()
  })

  test.each([
    ['a waiver', WAIVER, 'passed'],
    ['another level', 'rules: { client-unknown: error }', 'failed'],
    ['a lower bar', 'fail-on: never', 'passed'],
    ['excluded paths', 'paths: { exclude: ["/requirements.txt"] }', 'passed'],
    [
      'a client that is added',
      'clients: [{ package: pkg:npm/@acme/kube, same-as: pkg:npm/kubernetes-client }]',
      'failed'
    ]
  ])('decides nothing, and shows its effect: %s', async (_, text, verdict) => {
    const all = { ...files, 'other.txt': '' }
    const { report, conclusion } = await checked(all, await proposing(text))
    expect(conclusion.verdict).toBe('failed')
    expect(report.configurationChange).toMatchObject({ effect: { conclusion: { verdict } } })
    expect(report.waivers).toEqual([])
  })

  test('sees clients of its own in its effect', async () => {
    const all = { 'package.json': '{ "dependencies": { "@acme/kube": "1.0.0", "@kubernetes/client-node": "1.0.0" } }' }
    const text = 'clients: [{ package: pkg:npm/@acme/kube, reloads-from: 2.0.0, evidence: "https://example.com" }]'
    const { report, conclusion } = await checked(all, await proposing(text))
    expect(conclusion.verdict).toBe('passed')
    expect(report.configurationChange).toMatchObject({ effect: { conclusion: { verdict: 'failed' } } })
  })

  test('is compared with the same base', async () => {
    const { report } = await checked(files, { ...against(files), ...(await proposing('scope: introduced')) })
    expect(report.configurationChange).toMatchObject({
      effect: { conclusion: { verdict: 'passed', counted: 'introduced' } }
    })
  })

  test('that excludes every file says so', async () => {
    const { report } = await checked(files, await proposing('paths: { exclude: ["*"] }'))
    expect(report.configurationChange).toMatchObject({
      effect: { problem: expect.stringContaining('"paths" excludes all 1 files') }
    })
  })

  test('that is wrong is reported, and the one of the base decides', async () => {
    const { report, conclusion } = await checked(files, { proposed: { problem: 'c.yml:1:1: unknown key' } })
    expect(report.configurationChange).toEqual({ edits: [], effect: { problem: 'c.yml:1:1: unknown key' } })
    expect(conclusion.verdict).toBe('failed')
  })
})
