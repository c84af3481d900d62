/** The cluster on the command line and in the Action: its settings, its deadline, its evidence, and what follows for findings. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from '@jest/globals'
import { HAZARD_FATES } from '../../src/cluster/extension.ts'
import { NEED_SECRETS } from '../../src/cluster/judged-by-cluster.ts'
import { clientsMeant } from '../../src/cluster/user-agents.ts'
import { builtIn } from '../../src/policy/policy.ts'
import { ruleNamed } from '../../src/rules/index.ts'
import { runAction } from '../support/action.ts'
import { NOW } from '../support/clock.ts'
import { commandLine } from '../support/command-line.ts'
import { expectClean } from '../support/process.ts'
import { commit, type Files, removeTrees, repository, tree, write } from '../support/trees.ts'

afterAll(removeTrees)

const BAD = 'require k8s.io/client-go v11.0.0+incompatible\n'
const GOOD = 'require k8s.io/client-go v0.29.3\n'
const STALE = 'serviceaccount_stale_tokens_total 12\nserviceaccount_valid_tokens_total 30\n'
const FINE = 'serviceaccount_stale_tokens_total 0\nserviceaccount_valid_tokens_total 30\n'
const IDLE = 'serviceaccount_stale_tokens_total 0\nserviceaccount_valid_tokens_total 0\n'

/** An event of an audit log with a stale token, as one line. */
function staleEvent(
  userAgent: string,
  { account = 'shop:cart', at = '2025-06-01T00:00:00Z', pod = 'cart-1' } = {}
): string {
  const value = `subject: system:serviceaccount:${account}, seconds after warning threshold: ${10 * 86_400 - 3607}`
  return `${JSON.stringify({
    auditID: '1',
    stage: 'ResponseComplete',
    user: { username: `system:serviceaccount:${account}`, extra: { 'authentication.kubernetes.io/pod-name': [pod] } },
    userAgent,
    requestReceivedTimestamp: at,
    annotations: { 'authentication.k8s.io/stale-token': value }
  })}\n`
}

async function json(args: readonly string[], cwd: string) {
  const ended = await commandLine([...args, '--format', 'json'], { cwd })
  expect(ended.stderr).toBe('')
  return { status: ended.status, report: JSON.parse(ended.stdout) }
}

/** The findings of a scan as `place rule level`. */
async function scan(files: Files, ...options: readonly string[]): Promise<string[]> {
  const { report } = await json(['scan', ...options], tree(files))
  return report.findings
    .filter(({ level }: { level: string }) => level !== 'pass')
    .map(({ path, line, rule, level }: Record<string, string>) => `${path}:${line} ${rule} ${level}`)
}

describe('the deadline', () => {
  async function sentence(...options: readonly string[]): Promise<string | undefined> {
    const { stdout } = await commandLine([tree({ 'go.mod': BAD }), ...options])
    return /On this cluster[^!]*?\.(?=\n\n|\n[A-Z0-9])/.exec(stdout)?.[0].replace(/\s+/g, ' ')
  }

  test.each([
    [
      'a year',
      ['--platform', 'cce', '--cluster-version', '1.23', '--upgraded-on', '2025-06-01'],
      'On this cluster (CCE 1.23, upgraded on 2025-06-01) that is on 2026-06-01, in 351 days.'
    ],
    [
      '90 days of EKS',
      ['--platform', 'eks', '--upgraded-on', '2025-06-01'],
      'On this cluster (EKS, upgraded on 2025-06-01) that is on 2025-08-30, in 76 days.'
    ],
    [
      'a grace of its own, over',
      ['--grace', '10', '--upgraded-on', '2025-06-01'],
      'On this cluster (Kubernetes, upgraded on 2025-06-01) that was on 2025-06-11, 4 days ago.'
    ],
    [
      'an upgrade to come',
      ['--grace', '10', '--upgraded-on', '2025-07-01'],
      'On this cluster (Kubernetes, upgraded on 2025-07-01) that is on 2025-07-11, in 26 days.'
    ],
    [
      'no grace',
      ['--grace', '0', '--cluster-version', 'v1.30.2-gke.5'],
      'On this cluster (Kubernetes 1.30) that is an hour after the start of the pod: it grants no grace.'
    ],
    ['a day that is not known', ['--platform', 'cce'], undefined],
    [
      'a grace that depends on more: AKS from 1.30 on',
      ['--platform', 'aks', '--cluster-version', '1.31', '--upgraded-on', '2025-06-01'],
      undefined
    ]
  ])('%s', async (_, options, expected) => {
    expect(NOW).toBe(Date.UTC(2025, 5, 15, 12))
    expect(await sentence(...options)).toBe(expected)
  })
})

describe('the version of the cluster', () => {
  test('below 1.21 findings are notices, which say when the problem begins', async () => {
    const files = { 'go.mod': BAD }
    expect(await scan(files)).toEqual(['go.mod:1 client-cannot-reload error'])
    expect(await scan(files, '--cluster-version', '1.21')).toEqual(['go.mod:1 client-cannot-reload error'])
    const { status, report } = await json(
      ['scan', '--cluster-version', '1.19', '--upgraded-on', '2025-09-01'],
      tree(files)
    )
    expect(status).toBe(0)
    expect(report.findings).toMatchObject([
      {
        level: 'notice',
        because: expect.stringContaining(
          'tokens are permanent: the problem begins with its upgrade to 1.21 or newer, planned for 2025-09-01.'
        )
      }
    ])
  })

  test('a client that sends no token at all is refused by every cluster', async () => {
    expect(await scan({ 'requirements.txt': 'kubernetes==36.0.0\n' }, '--cluster-version', '1.19')).toEqual([
      'requirements.txt:1 client-sends-no-token error'
    ])
  })

  test.each([
    ['none', [], 'warning', 'error'],
    ['1.23', ['--cluster-version', '1.23'], 'warning', 'warning'],
    ['1.24', ['--cluster-version', '1.24'], 'error', 'error'],
    ['1.19', ['--cluster-version', '1.19'], 'notice', 'notice']
  ])('%s: what needs Secrets that the cluster makes', async (_, options, script, mount) => {
    const files = {
      'a.sh': "kubectl get sa ci -o jsonpath='{.secrets[0].name}'\n",
      'pod.yaml':
        'apiVersion: v1\nkind: Pod\nspec:\n  containers: [{name: a}]\n  volumes:\n    - name: t\n      secret: {secretName: default-token-8xk2p}\n'
    }
    expect(await scan(files, ...options)).toEqual([
      `a.sh:1 reads-service-account-secret-name ${script}`,
      `pod.yaml:7 pod-mounts-token-secret ${mount}`
    ])
  })

  test.each([
    ['1.23', 'warning'],
    ['1.24', 'error']
  ])('%s: a gate that 1.24 removed is a reason not to start', async (version, level) => {
    const files = {
      'api.service': 'ExecStart=/bin/kube-apiserver --feature-gates=BoundServiceAccountTokenVolume=false\n'
    }
    expect(await scan(files, '--cluster-version', version)).toEqual([
      `api.service:1 bound-token-feature-disabled ${level}`
    ])
  })

  test('the rules of hazards that are treated in a way of their own exist', () => {
    const ids = [...NEED_SECRETS, ...HAZARD_FATES.keys()]
    expect(ids.filter(id => ruleNamed(id) === undefined)).toEqual([])
  })

  test('a level that the configuration states stays', async () => {
    const files = { 'go.mod': BAD, '.github/bound-token-check.yml': 'rules: { client-cannot-reload: error }\n' }
    expect(await scan(files, '--cluster-version', '1.19')).toEqual(['go.mod:1 client-cannot-reload error'])
  })

  test('an upgrade in the past and a version before it contradict each other', async () => {
    const ended = await commandLine([tree({}), '--cluster-version', '1.19', '--upgraded-on', '2025-06-14'])
    expect(ended).toMatchObject({ status: 3, stderr: expect.stringContaining('Correct the version or the day.') })
  })
})

describe('client-go behind the cluster', () => {
  const at = (version: string) => ({ 'go.mod': `require k8s.io/client-go ${version}\n` })
  const BEHIND = ['go.mod:1 client-go-behind-cluster warning']
  test.each([
    ['1.23', 'v0.19.0', []],
    ['1.23', 'v0.18.20', BEHIND],
    ['1.28', 'v0.24.3', BEHIND],
    ['1.28', 'v0.25.0', []],
    ['1.34', 'v0.31.0', BEHIND],
    ['1.34', 'v0.32.0-alpha.1', []],
    // CCE has no 1.24: its nearest release below is 1.23.
    ['1.24', 'v0.19.0', []],
    ['1.9', 'v0.15.7', []]
  ])('CCE %s, client-go %s', async (cluster, version, expected) => {
    expect(await scan(at(version), '--platform', 'cce', '--cluster-version', cluster, '--minimum', 'observed')).toEqual(
      expected
    )
  })

  test.each([
    ['1.28', 'v0.24.3', []],
    ['1.28', 'v0.23.9', BEHIND],
    ['1.23', 'kubernetes-1.18.2', BEHIND],
    ['1.19', 'v12.0.0+incompatible', []]
  ])('four minor versions: %s, client-go %s', async (cluster, version, expected) => {
    const found = await scan(
      at(version),
      '--skew',
      'minor-versions',
      '--cluster-version',
      cluster,
      '--minimum',
      'observed'
    )
    expect(found.filter(text => text.includes('behind'))).toEqual(expected)
  })

  test('old tags are of the release they came out with, and no other platform asks for it', async () => {
    const options = ['--cluster-version', '1.23', '--minimum', 'observed']
    const old = await scan(at('v12.0.0+incompatible'), '--platform', 'cce', ...options)
    expect(old).toContain('go.mod:1 client-go-behind-cluster warning')
    expect(await scan(at('v0.16.4'), '--platform', 'eks', ...options)).toEqual([])
    expect(await scan(at('v0.16.4'), '--platform', 'cce', '--skew', 'off', ...options)).toEqual([])
  })

  test('the line that decides is the one to edit, and stale use makes it an error', async () => {
    const files = {
      'go.mod': 'require k8s.io/client-go v0.28.4\n\nreplace k8s.io/client-go => k8s.io/client-go v0.23.5\n',
      'm.txt': STALE
    }
    const options = ['--platform', 'cce', '--cluster-version', '1.29', '--metrics', 'm.txt']
    expect(await scan(files, ...options)).toEqual([
      'go.mod:3 client-go-behind-cluster error',
      'm.txt:1 stale-tokens-metric error'
    ])
  })
})

describe('evidence in a scan', () => {
  test('user agents are joined to the clients of the repository', async () => {
    const files = {
      'requirements.txt': 'kubernetes==11.0.0\n',
      'b/requirements.txt': 'kubernetes==10.0.0\n',
      'audit.log':
        staleEvent('OpenAPI-Generator/11.0.0/python') +
        staleEvent('fabric8-kubernetes-client/5.6.0', { account: 'shop:till' })
    }
    const { report } = await json(['scan', '--audit-log', 'audit.log', '--platform', 'eks'], tree(files))
    const because = (path: string, line: number) =>
      report.findings.find((finding: { path: string; line: number }) => finding.path === path && finding.line === line)
        .because
    expect(because('requirements.txt', 1)).toContain('Confirmed in the cluster: 1 request of 1 service account')
    expect(because('b/requirements.txt', 1)).not.toContain('Confirmed')
    expect(because('audit.log', 1)).toBe(
      '1 request from `cart-1` on 2025-06-01. The token was 10 days old. The cluster refuses it from 2025-08-20 on, in 66 days, unless its pod starts anew. It is a Python client, and such a client was found here.'
    )
    expect(because('audit.log', 2)).toContain(
      'It is the Java client of fabric8: seen in the cluster and not found here.'
    )
  })

  test('what was there before a change is not introduced by it', async () => {
    const root = repository({
      'go.mod': GOOD,
      'm.txt': STALE,
      '.github/bound-token-check.yml': 'cluster: { metrics: m.txt }\n'
    })
    write(root, { 'b/go.mod': BAD })
    commit(root)
    const { status, report } = await json(['scan', '--base', 'HEAD~1', '--scope', 'introduced'], root)
    expect(status).toBe(1)
    const changes = report.findings.flatMap(({ path, change }: { path: string; change?: { kind: string } }) =>
      change ? [`${path} ${change.kind}`] : []
    )
    expect(changes).toEqual(['b/go.mod introduced', 'm.txt existing'])
  })

  test('each finding says what becomes of it when the extension is switched off', async () => {
    const files = {
      'go.mod': BAD,
      'a/go.mod': 'require k8s.io/client-go v12.0.0+incompatible\n',
      'b/package.json': '{ "dependencies": { "@kubernetes/client-node": "*" } }',
      'm.txt': `${STALE}serviceaccount_legacy_tokens_total 1\n`
    }
    const root = tree(files)
    const { report } = await json(['scan', '--metrics', 'm.txt'], root)
    const fates = report.findings.map((finding: Record<string, string>) => [
      `${finding['path']}:${finding['line']}`,
      finding['withoutExtension']
    ])
    expect(fates).toEqual([
      ['a/go.mod:1', 'goes-on'],
      ['b/package.json:1', 'unknown'],
      ['go.mod:1', 'breaks'],
      ['m.txt:1', 'is-refused'],
      ['m.txt:3', 'goes-on']
    ])
    expect((await json(['scan'], root)).report.findings[0]).not.toHaveProperty('withoutExtension')
  })

  test('metrics that prove nothing are said to, and fail nothing', async () => {
    const { status, report } = await json(['scan', '--metrics', 'm.txt'], tree({ 'go.mod': GOOD, 'm.txt': IDLE }))
    expect([status, report.findings.length]).toEqual([0, 1])
    expect(report.gaps).toMatchObject([
      { gap: 'inconclusive', path: 'm.txt', detail: expect.stringContaining('Both counters are zero') }
    ])
  })

  test('the headline names what the cluster shows', async () => {
    const { stdout } = await commandLine([
      tree({ 'go.mod': GOOD, 'm.txt': STALE, '.github/bound-token-check.yml': 'cluster: { metrics: [m.txt] }\n' })
    ])
    expect(stdout.split('\n')[0]).toBe('The cluster shows that stale tokens are in use.')
    expect(stdout).toContain('serviceaccount_stale_tokens_total (12): stale tokens are in use.')
  })
})

describe('the configuration', () => {
  const CONFIGURED = 'cluster: { version: 1.23, platform: cce, upgraded-on: 2025-06-01 }\n'

  test('doctor shows each value with its source', async () => {
    const root = tree({ '.github/bound-token-check.yml': CONFIGURED })
    const { stdout } = await commandLine(['doctor', root, '--upgraded-on', '2025-06-02'])
    const row = (name: string) => new RegExp(`^${name} .*$`, 'm').exec(stdout)?.[0].replace(/ +/g, ' ')
    expect(row('cluster-version')).toBe('cluster-version 1.23 .github/bound-token-check.yml:1:12')
    expect(row('platform')).toBe('platform cce .github/bound-token-check.yml:1:27')
    expect(row('upgraded-on')).toBe('upgraded-on 2025-06-02 input')
    expect(row('grace')).toBe('grace 365 the platform cce')
    expect(row('metrics')).toBe('metrics none built-in')
  })

  test.each([
    ['cluster: { platform: ek }', '"platform" cannot be "ek": did you mean "eks"?'],
    ['cluster: { version: 2.1 }', '"version" cannot be "2.1". Allowed: a version of Kubernetes such as "1.23".'],
    ['cluster: { grace: -1 }', '"grace" cannot be "-1". Allowed: a whole number from 0 to 36500.'],
    ['cluster: { upgraded-on: 2025-02-30 }', '"upgraded-on" cannot be "2025-02-30".'],
    ['cluster: { upgraded: 2025-02-01 }', 'unknown key "upgraded" in "cluster"'],
    ['cluster: { audit-log: [] }', '"audit-log" is an empty list.'],
    ['cluster: { metrics: "-" }', '"-" is not a path of a file.'],
    ['cluster: eks', '"cluster" must be a mapping']
  ])('%s is an error at its place', async (text, message) => {
    const ended = await commandLine([tree({ '.github/bound-token-check.yml': `${text}\n` })])
    expect(ended.status).toBe(3)
    expect(ended.stderr).toMatch(/bound-token-check\.yml:1:\d+: /)
    expect(ended.stderr).toContain(message)
  })
})

describe('what a real API server counted and logged: evidence/kube-apiserver', () => {
  const recorded = join(import.meta.dirname, '..', '..', 'evidence', 'kube-apiserver', 'recorded')
  const report = async (state: string) =>
    (
      await json(
        ['cluster', '--metrics', `metrics-extension-${state}.txt`, '--audit-log', `audit-extension-${state}.jsonl`],
        recorded
      )
    ).report

  test('with the extension on', async () => {
    const { counters, uses, gaps, extension } = await report('on')
    const totals = Object.entries(counters).map(([name, count]) => `${name} ${(count as { total: number }).total}`)
    const text = readFileSync(join(recorded, 'metrics-extension-on.txt'), 'utf8')
    expect(totals.length).toBe(6)
    for (const total of totals) expect(text).toContain(`\n${total}\n`)
    expect([gaps, extension.canBeOff]).toEqual([[], 'no'])
    const who = uses.map(({ kind, account, userAgent }: Record<string, string>) => `${kind} ${account} ${userAgent}`)
    expect(who).toEqual(
      expect.arrayContaining([
        'stale shop:cart probe/stale',
        'stale shop:cart OpenAPI-Generator/11.0.0/python',
        'legacy shop:cart probe/cart-manual',
        'legacy shop:cart probe/cart-token-auto1'
      ])
    )
    expect(who.some((use: string) => use.includes('probe/fresh'))).toBe(false)
  })

  test.each([
    ['OpenAPI-Generator/11.0.0/python', 'pypi', '11.0.0'],
    ['Kubernetes Java Client/27.0.0-SNAPSHOT', 'maven', '27.0.0'],
    ['OpenAPI-Generator/1.0-SNAPSHOT/java', 'maven', undefined],
    ['fabric8-kubernetes-client/7.8.0', 'maven', '7.8.0'],
    ['okhttp/3.12.12', 'maven', undefined],
    ['node-fetch/1.0 (+https://github.com/bitinn/node-fetch)', 'npm', undefined],
    ['program/v0.0.0 (linux/amd64) kubernetes/$Format', 'golang', undefined]
  ])('the user agent %s is of a client of %s', (userAgent, ecosystem, version) => {
    expect(readFileSync(join(recorded, 'audit-extension-on.jsonl'), 'utf8')).toContain(`"userAgent":"${userAgent}"`)
    const meant = clientsMeant(userAgent)
    expect([meant?.ecosystem, meant?.version]).toEqual([ecosystem, version])
    for (const name of meant?.names ?? []) expect([name, builtIn.clientOf(ecosystem, name)?.name]).toEqual([name, name])
  })
})

describe('the command cluster', () => {
  test.each([
    ['stale tokens', { 'm.txt': STALE }, ['--metrics', 'm.txt'], 1, 'no'],
    ['none stale', { 'm.txt': FINE }, ['--metrics', 'm.txt'], 0, 'yes'],
    ['both zero', { 'm.txt': IDLE }, ['--metrics', 'm.txt'], 2, 'unknown'],
    ['both zero, allowed', { 'm.txt': IDLE }, ['--metrics', 'm.txt', '--allow-incomplete'], 0, 'unknown'],
    ['no counter', { 'm.txt': 'up 1\n' }, ['--metrics', 'm.txt'], 2, 'unknown'],
    ['no file', {}, ['--metrics', 'm.txt'], 2, 'unknown'],
    [
      'a part that cannot be read',
      { 'm.txt': `${FINE}serviceaccount_stale_tokens_total{\n` },
      ['--metrics', 'm.txt'],
      2,
      'unknown'
    ],
    ['several servers, one with stale tokens', { a: FINE, b: STALE }, ['--metrics', 'a', '--metrics', 'b'], 1, 'no'],
    ['stale tokens that fail nothing', { 'm.txt': STALE }, ['--metrics', 'm.txt', '--fail-on', 'never'], 0, 'no'],
    ['an audit log', { 'a.log': staleEvent('curl/8') }, ['--audit-log', 'a.log'], 1, 'no'],
    ['an audit log without stale tokens', { 'a.log': '{}\n' }, ['--audit-log', 'a.log'], 0, 'unknown'],
    [
      'audit logs that the shell lists',
      { 'a.log': '{}\n', 'b.log.gz': gzipSync(staleEvent('curl/8')) },
      ['--audit-log', 'a.log', 'b.log.gz'],
      1,
      'no'
    ],
    ['both, none stale', { 'm.txt': FINE, 'a.log': '{}\n' }, ['--metrics', 'm.txt', '--audit-log', 'a.log'], 0, 'yes'],
    [
      'an extension that is off',
      { 'm.txt': IDLE },
      ['--metrics', 'm.txt', '--grace', '0', '--allow-incomplete'],
      0,
      'yes'
    ],
    ['a cluster below 1.21', { 'm.txt': FINE }, ['--metrics', 'm.txt', '--cluster-version', '1.20'], 0, 'unknown']
  ])('%s', async (_, files: Files, options, status, answer) => {
    const ended = await json(['cluster', ...options], tree(files))
    expect([ended.status, ended.report.exitCode, ended.report.extension.canBeOff]).toEqual([status, status, answer])
    expect(ended.report.extension.reasons.length).toBeGreaterThan(0)
  })

  test('reads standard input', async () => {
    const ended = await commandLine(['cluster', '--metrics', '-', '--upgraded-on', '2025-06-01', '--platform', 'eks'], {
      cwd: tree({}),
      input: STALE
    })
    expectClean(ended)
    expect(ended.stdout).toContain('Can the extension of tokens be switched off here? No.')
    expect(ended.stdout).toContain('ERROR standard input:1:1 serviceaccount_stale_tokens_total:')
    expect(ended.stdout).toContain('Clients that do not reload break on 2025-08-30, in 76 days.')
  })

  test('levels of the configuration count', async () => {
    const files = {
      'm.txt': `${FINE}serviceaccount_legacy_manual_token_uses_total 3\n`,
      '.github/bound-token-check.yml': 'rules: { legacy-tokens-metric: error }\n'
    }
    expect((await json(['cluster', '--metrics', 'm.txt'], tree(files))).status).toBe(1)
  })

  test('a revoked Secret and one of the cluster weigh more than one of a person', async () => {
    const names = [
      'legacy_tokens',
      'legacy_manual_token_uses',
      'legacy_auto_token_uses',
      'invalid_legacy_auto_token_uses'
    ]
    const text = names.map(name => `serviceaccount_${name}_total 1\n`).join('')
    const levels = async (version: string) => {
      const { report } = await json(['cluster', '--metrics', 'm', '--cluster-version', version], tree({ m: text }))
      return Object.fromEntries(
        report.findings.map(({ line, level }: { line: number; level: string }) => [line, level])
      )
    }
    expect(await levels('1.28')).toEqual({ 1: 'warning', 2: 'notice', 3: 'warning', 4: 'error' })
    expect(await levels('1.29')).toEqual({ 1: 'warning', 2: 'notice', 3: 'error', 4: 'error' })
  })

  test.each([
    [['cluster'], 'no evidence was given'],
    [['cluster', 'a.log'], 'takes no arguments, but got a.log'],
    [['cluster', '--metrics', '-', '--audit-log', '-'], 'standard input is named more than once'],
    [['cluster', '--platform', 'gkee', '--metrics', '-'], '--platform gkee: unknown value. Did you mean gke?'],
    [['cluster', '--metrics', ''], '--metrics']
  ])('%j is wrong use', async (args, message) => {
    const ended = await commandLine(args, { cwd: tree({}) })
    expect(ended).toMatchObject({ status: 3, stdout: '', stderr: expect.stringContaining(message) })
  })

  test('hostile names act in no output', async () => {
    const root = tree({
      'a.log': staleEvent('\u001b[31m::error::x\u202e', { account: '\u001b]0;a:b', pod: '<!-- @everyone' })
    })
    for (const format of ['text', 'json']) {
      const { stdout } = await commandLine(['cluster', '--audit-log', 'a.log', '--format', format], { cwd: root })
      for (const hidden of ['\u001b', '\u202e']) expect(stdout).not.toContain(hidden)
    }
  })
})

test('the Action reads its inputs, and files of the workspace', async () => {
  const workspace = tree({ 'go.mod': BAD, 'm.txt': STALE })
  const inputs = { 'cluster-version': '1.23', platform: 'cce', 'upgraded-on': '2025-06-01', metrics: 'm.txt' }
  const { exitCode, summary, log } = await runAction({ workspace, inputs, event: 'workflow_dispatch', payload: {} })
  expect(exitCode).toBe(1)
  expect(summary).toContain('CCE 1.23, upgraded on 2025-06-01')
  expect(log).toContain('serviceaccount_stale_tokens_total')
  // No commit of the repository has the metrics.
  expect(summary).toMatch(/blob\/\w+\/go\.mod#L1/)
  expect(summary).toContain('m.txt:1')
  expect(summary).not.toMatch(/blob\/\w+\/m\.txt/)
  const wrong = await runAction({ workspace, inputs: { platform: 'ek' }, event: 'workflow_dispatch', payload: {} })
  expect(wrong.exitCode).toBe(3)
  expect(wrong.log).toContain('Did you mean "eks"?')
})
