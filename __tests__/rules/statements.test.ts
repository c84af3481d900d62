/** The statements of the vendor documents: each has rules, each rule its place, and each rule files in which it is broken and is not. */

import { afterAll, describe, expect, test } from '@jest/globals'
import { hazards } from '../../src/hazards/index.ts'
import { ruleIds, ruleMeant, rules } from '../../src/rules/index.ts'
import { byStatement } from '../../src/rules/statements.ts'
import { commandLine } from '../support/command-line.ts'
import { type Files, removeTrees, tree } from '../support/trees.ts'

afterAll(removeTrees)

/** The statements of the two documents in their order. */
const STATEMENTS = [
  'secret-as-token',
  'no-automatic-secret',
  'projected-token',
  'bound-by-default',
  'extension-ends',
  'client-minimum',
  'permanent-token',
  'addon-minimum',
  'stale-metric',
  'client-go-skew',
  'from-1-21',
  'kep'
]

const CONFIGURATION = '.github/bound-token-check.yml'
const python = (requirement: string) => ({ 'requirements.txt': `kubernetes${requirement}\n` })
const go = (version: string) => ({ 'go.mod': `require k8s.io/client-go ${version}\n` })
const cargo = (version: string) => ({
  'Cargo.toml': `[package]\nname = "a"\n[dependencies]\nkube-runtime = "=${version}"\n`
})

/** The cluster's own files, and the settings that name them. */
const metrics = (text: string) => ({ 'm.txt': text, [CONFIGURATION]: 'cluster: { metrics: m.txt }\n' })
const audit = (annotation: string, value: string) => ({
  'a.log': `${JSON.stringify({
    auditID: '1',
    stage: 'ResponseComplete',
    user: { username: 'system:serviceaccount:shop:cart' },
    userAgent: 'curl/8',
    requestReceivedTimestamp: '2025-06-01T00:00:00Z',
    annotations: { [`authentication.k8s.io/${annotation}`]: value }
  })}\n`,
  [CONFIGURATION]: 'cluster: { audit-log: a.log }\n'
})
const STALE_USE = audit('stale-token', 'subject: system:serviceaccount:shop:cart, seconds after warning threshold: 60')
const LEGACY_USE = audit('legacy-token', 'system:serviceaccount:shop:cart')
const behind = (version: string) => ({
  ...go(version),
  [CONFIGURATION]: 'cluster: { version: "1.23", platform: cce }\n'
})

/** A lockfile of npm, whose root overrides what a member requires. */
const overriding = (required: string) => ({
  'package.json': JSON.stringify({
    name: 'root',
    workspaces: ['a'],
    overrides: { '@kubernetes/client-node': '0.22.3' }
  }),
  'a/package.json': JSON.stringify({ name: 'a', dependencies: { '@kubernetes/client-node': required } }),
  'package-lock.json': JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': {},
      a: { dependencies: { '@kubernetes/client-node': required } },
      'node_modules/@kubernetes/client-node': { version: '0.22.3' }
    }
  })
})
const waived = (requirement: string, until: string) => ({
  ...python(requirement),
  [CONFIGURATION]: [
    'waivers:',
    '  - rule: client-cannot-reload',
    '    package: pkg:pypi/kubernetes',
    '    reason: runs outside the cluster',
    '    owner: us',
    `    until: ${until}`,
    ''
  ].join('\n')
})

/** For each rule that is no hazard, files in which it is broken and files in which it is not. The hazards have examples. */
const CASES: Readonly<Record<string, { readonly fires: Files; readonly silent: Files }>> = {
  'client-cannot-reload': { fires: python('==11.0.0'), silent: python('==12.0.0') },
  'client-sends-no-token': { fires: python('==36.0.0'), silent: python('==36.0.2') },
  'client-below-minimum': { fires: go('v12.0.0+incompatible'), silent: go('v0.15.7') },
  'client-reloads-late': { fires: cargo('0.69.0'), silent: cargo('0.90.0') },
  'client-unknown': { fires: python('>=11'), silent: python('>=12,<36') },
  'override-disagrees': { fires: overriding('0.10.2'), silent: overriding('0.22.3') },
  'stale-tokens-metric': {
    fires: metrics('serviceaccount_stale_tokens_total 1\n'),
    silent: metrics('serviceaccount_stale_tokens_total 0\nserviceaccount_valid_tokens_total 1\n')
  },
  'legacy-tokens-metric': {
    fires: metrics('serviceaccount_legacy_tokens_total 1\n'),
    silent: metrics('serviceaccount_legacy_tokens_total 0\nserviceaccount_valid_tokens_total 1\n')
  },
  'stale-token-audit': { fires: STALE_USE, silent: LEGACY_USE },
  'legacy-token-audit': { fires: LEGACY_USE, silent: STALE_USE },
  'client-go-behind-cluster': { fires: behind('v0.18.0'), silent: behind('v0.19.0') },
  'waiver-expired': { fires: waived('==11.0.0', '2020-01-01'), silent: waived('==11.0.0', '2999-01-01') },
  'waiver-unused': { fires: waived('==12.0.0', '2999-01-01'), silent: waived('==11.0.0', '2999-01-01') }
}

/** What a scan of a folder reports, as JSON. */
async function reportOf(files: Files) {
  const { status, stdout, stderr } = await commandLine(['scan', '--format', 'json'], { cwd: tree(files) })
  expect({ isComplete: status === 0 || status === 1, stderr }).toEqual({ isComplete: true, stderr: '' })
  return JSON.parse(stdout)
}

/** The rules that are broken in a folder, by what is found there and by the waivers themselves. */
async function brokenIn(files: Files): Promise<readonly string[]> {
  const { findings, waivers } = await reportOf(files)
  return [
    ...findings.map(({ rule }: { readonly rule?: string }) => rule),
    ...waivers.map(({ breaks }: { readonly breaks?: string }) => breaks)
  ].filter(rule => rule !== undefined)
}

test('each statement has rules, its words and documents, and is no other word for a rule', () => {
  const groups = byStatement(rules)
  expect(groups.map(({ statement }) => statement?.id)).toEqual([...STATEMENTS, undefined])
  for (const { statement } of groups) {
    if (!statement) continue
    expect(statement.text).toMatch(/^\S.*\.$/)
    for (const { url } of statement.documents) expect(url).toMatch(/^https:\/\//)
    expect(statement.documents.length).toBeGreaterThan(0)
    expect(ruleMeant(statement.id)).toBeUndefined()
  }
})

test('each rule is under a statement or beyond them all', () => {
  const listed = byStatement(rules).flatMap(group => group.rules.map(({ id }) => id))
  expect([...new Set(listed)].sort()).toEqual([...ruleIds()].sort())
  for (const { statement, rules: own } of byStatement(rules))
    for (const { answers } of own) expect(answers).toEqual(statement ? expect.arrayContaining([statement.id]) : [])
})

test('each rule has a case that breaks it and one that does not', () => {
  const ofHazards = hazards.filter(({ examples }) => examples.fires.length > 0 && examples.silent.length > 0)
  expect([...Object.keys(CASES), ...ofHazards.map(({ rule }) => rule.id)].sort()).toEqual([...ruleIds()].sort())
})

describe.each(Object.entries(CASES))('%s', (id, { fires, silent }) => {
  test('is broken', async () => expect(await brokenIn(fires)).toContain(id))
  test('is not', async () => expect(await brokenIn(silent)).not.toContain(id))
})

test('a finding of each rule that answers with the proposal of Kubernetes cites it', async () => {
  const citing = rules.filter(({ answers }) => answers.includes('kep'))
  for (const { id } of citing) {
    const { findings } = await reportOf(CASES[id]?.fires ?? {})
    expect(JSON.stringify(findings)).toContain('1205-bound-service-account-tokens')
  }
})

test('the findings of each rule that is for clusters from 1.21 on are notices below it', async () => {
  const gated = rules.filter(({ answers }) => answers.includes('from-1-21'))
  for (const { id } of gated) {
    const older = { ...CASES[id]?.fires, [CONFIGURATION]: 'cluster: { version: "1.20" }\n' }
    const { findings } = await reportOf(older)
    expect(findings).toContainEqual(expect.objectContaining({ rule: id, level: 'notice' }))
  }
})
