/** The cluster that the files of a repository make: on the command line, against a base, and in the Action. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { runAction } from '../support/action.ts'
import { commandLine } from '../support/command-line.ts'
import { check, closeGitHub, STALE, startGitHub } from '../support/pull-request.ts'
import { commit, type Files, removeTrees, repository, tree, write } from '../support/trees.ts'

afterAll(removeTrees)

const BAD = { 'go.mod': 'require k8s.io/client-go v11.0.0+incompatible\n' }
const NEEDS_SECRETS = { 'a.sh': "kubectl get sa ci -o jsonpath='{.secrets[0].name}'\n" }
const OFF = '  extraArgs: {service-account-extend-token-expiration: "false"}\n'

const kubeadm = (version: string, more = '') =>
  `apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: ${version}\napiServer:\n${more}`
const eksctl = (version: string) =>
  `apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {name: shop, version: "${version}"}\n`
const cce = (version: string) => `resource "huaweicloud_cce_cluster" "a" {\n  cluster_version = "${version}"\n}\n`

interface Fact {
  readonly value: unknown
  readonly source: string
}

/** What a scan says of the cluster, and the levels of its findings. */
async function scanned(folder: string, ...options: readonly string[]) {
  const { stdout, stderr } = await commandLine([folder, '--format', 'json', ...options])
  expect(stderr).toBe('')
  const { cluster, findings } = JSON.parse(stdout)
  const facts = Object.entries<Fact>(cluster ?? {})
    .filter(([name]) => ['minor', 'platform', 'grace'].includes(name))
    .map(([name, { value, source }]) => `${name} ${value} (${source})`)
  const levels = findings
    .filter(({ subject }: { subject: { type: string } }) => subject.type !== 'cluster')
    .map(({ path, level }: Record<string, string>) => `${path} ${level}`)
  return { cluster, facts, levels }
}

const scan = (files: Files, ...options: readonly string[]) => scanned(tree(files), ...options)

describe('levels follow the cluster', () => {
  test.each([
    ['1.20.4', 'notice', 'notice'],
    ['1.22.0', 'error', 'warning'],
    ['1.28.0', 'error', 'error']
  ])('kubeadm %s', async (version, client, secret) => {
    const { facts, levels } = await scan({ ...BAD, ...NEEDS_SECRETS, 'infra/kubeadm.yaml': kubeadm(version) })
    expect(levels).toEqual([`a.sh ${secret}`, `go.mod ${client}`])
    expect(facts).toEqual([
      `minor ${version.split('.')[1]} (infra/kubeadm.yaml:3:20)`,
      'platform upstream (infra/kubeadm.yaml:1:1)',
      'grace 365 (the platform upstream)'
    ])
  })

  test('client-go is behind a CCE that Terraform makes', async () => {
    const { stdout } = await commandLine([
      tree({ 'go.mod': 'require k8s.io/client-go v0.20.0\n', 'cce.tf': cce('v1.29') })
    ])
    expect(stdout).toContain('It is of Kubernetes 1.20, and the cluster is 1.29')
  })

  test('EKS has upgraded a cluster whose file has a version that it no longer supports', async () => {
    const { cluster, levels } = await scan({ ...BAD, 'eks.yaml': eksctl('1.20') })
    expect([cluster, levels]).toEqual([undefined, ['go.mod error']])
  })
})

describe('the grace', () => {
  const EXTENSION = { 'infra/patches/api.yaml': `apiServer:\n${OFF}` }

  test('a flag in the file of the cluster takes it away', async () => {
    const { cluster, facts } = await scan({ ...BAD, 'a.yaml': kubeadm('1.28.0', OFF) })
    expect(facts.at(-1)).toBe('grace 0 (a.yaml:5:57)')
    expect(cluster.deadline).toEqual({ cluster: 'Kubernetes 1.28', after: 'hour' })
  })

  test.each<[string, Files, string]>([
    [
      'below the folder of the cluster',
      { 'infra/kubeadm.yaml': kubeadm('1.28.0') },
      'grace 0 (infra/patches/api.yaml:2:57)'
    ],
    ['elsewhere', { 'other/kubeadm.yaml': kubeadm('1.28.0') }, 'grace 365 (the platform upstream)'],
    ['of EKS, where nobody sets flags', { 'infra/eks.yaml': eksctl('1.28') }, 'grace 90 (the platform eks)']
  ])('a flag in a file %s', async (_, files, expected) => {
    expect((await scan({ ...EXTENSION, ...files })).facts.at(-1)).toBe(expected)
  })

  test('the day follows where the settings state the upgrade', async () => {
    const { cluster } = await scan({ ...BAD, 'eks.yaml': eksctl('1.28') }, '--upgraded-on', '2025-06-01')
    expect(cluster.deadline).toEqual({ cluster: 'EKS 1.28, upgraded on 2025-06-01', on: '2025-08-30', daysLeft: 76 })
  })
})

describe('settings beat what is found', () => {
  const files = { ...BAD, 'a.yaml': kubeadm('1.20.4', OFF) }

  test('they complete each other', async () => {
    expect((await scan(files, '--grace', '30')).facts).toEqual([
      'minor 20 (a.yaml:3:20)',
      'platform upstream (a.yaml:1:1)',
      'grace 30 (input)'
    ])
  })

  test('a cluster of another version or platform is another cluster', async () => {
    expect((await scan(files, '--cluster-version', '1.30')).facts).toEqual(['minor 30 (input)'])
    expect((await scan(files, '--platform', 'eks')).facts).toEqual([
      'platform eks (input)',
      'grace 90 (the platform eks)'
    ])
  })

  test('a version before an upgrade that the settings know of is old', async () => {
    const { facts, levels } = await scan(files, '--upgraded-on', '2025-06-01')
    expect(facts).toEqual(['platform upstream (a.yaml:1:1)', 'grace 0 (a.yaml:5:57)'])
    expect(levels).toContain('go.mod error')
  })
})

describe('several clusters', () => {
  test('that differ: none counts, and all are named', async () => {
    const files = { ...BAD, 'a.yaml': kubeadm('1.20.4'), 'b.yaml': kubeadm('1.20.9', OFF), 'eks.yaml': eksctl('1.28') }
    const { cluster, facts, levels } = await scan(files)
    expect([facts, levels]).toEqual([[], ['b.yaml notice', 'go.mod error']])
    expect(cluster.differing).toEqual([
      { title: 'Kubernetes 1.20', path: 'a.yaml', line: 1, column: 1 },
      { title: 'Kubernetes 1.20', path: 'b.yaml', line: 1, column: 1 },
      { title: 'EKS 1.28', path: 'eks.yaml', line: 1, column: 1 }
    ])
    expect((await scan(files, '--platform', 'eks')).facts[0]).toBe('minor 28 (eks.yaml:3:34)')
  })

  test('that agree count', async () => {
    const { facts } = await scan({ 'a.yaml': eksctl('1.28'), 'b.yaml': eksctl('1.28') })
    expect(facts[0]).toBe('minor 28 (a.yaml:3:34)')
  })

  test('one whose version is not known may be of any', async () => {
    const { facts } = await scan({
      'a.yaml': eksctl('1.28'),
      'b.tf': 'resource "aws_eks_cluster" "a" {\n  version = var.v\n}\n'
    })
    expect(facts).toEqual([])
  })

  test('of which nothing but the platform is known show nothing', async () => {
    expect((await scan({ 'a.tf': 'resource "aws_eks_cluster" "a" {\n  version = var.v\n}\n' })).cluster).toBeUndefined()
  })
})

describe('against a base', () => {
  async function changed(base: Files, head: Files) {
    const root = repository({ ...BAD, ...NEEDS_SECRETS, ...base })
    for (const path of Object.keys(base)) if (!(path in head)) write(root, { [path]: '' })
    write(root, head)
    commit(root)
    return scanned(root, '--base', 'HEAD~1')
  }
  const MILD = ['a.sh notice', 'go.mod notice']
  const UNKNOWN = ['a.sh warning', 'go.mod error']
  const STRICT = ['a.sh error', 'go.mod error']

  test.each<[string, Files, Files, readonly string[], string | undefined]>([
    [
      'an old cluster that the head adds',
      {},
      { 'k.yaml': kubeadm('1.20.0') },
      UNKNOWN,
      'platform upstream (k.yaml:1:1)'
    ],
    ['a middle one', {}, { 'k.yaml': kubeadm('1.22.0') }, UNKNOWN, 'platform upstream (k.yaml:1:1)'],
    ['a new one', {}, { 'k.yaml': kubeadm('1.28.0') }, STRICT, 'minor 28 (k.yaml:3:20)'],
    [
      'an old cluster that stays',
      { 'k.yaml': kubeadm('1.20.0') },
      { 'k.yaml': `# moved\n${kubeadm('1.20.0')}` },
      MILD,
      'minor 20 (k.yaml:4:20)'
    ],
    ['an upgrade', { 'k.yaml': kubeadm('1.20.0') }, { 'k.yaml': kubeadm('1.28.0') }, STRICT, 'minor 28 (k.yaml:3:20)'],
    [
      'a downgrade',
      { 'k.yaml': kubeadm('1.28.0') },
      { 'k.yaml': kubeadm('1.20.0') },
      STRICT,
      'minor 28 (k.yaml:3:20 of the base)'
    ],
    [
      'an old cluster that the head removes',
      { 'k.yaml': kubeadm('1.20.0') },
      {},
      UNKNOWN,
      'platform upstream (k.yaml:1:1 of the base)'
    ],
    [
      'a new cluster that the head removes',
      { 'k.yaml': kubeadm('1.28.0') },
      {},
      STRICT,
      'minor 28 (k.yaml:3:20 of the base)'
    ],
    [
      'a second one',
      { 'k.yaml': kubeadm('1.28.0') },
      { 'k.yaml': kubeadm('1.28.0'), 'b.yaml': kubeadm('1.20.0') },
      STRICT,
      'minor 28 (k.yaml:3:20 of the base)'
    ]
  ])('%s', async (_, base, head, levels, fact) => {
    const result = await changed(base, head)
    expect([result.levels, result.facts[0]]).toEqual([levels, fact])
  })

  test('the head takes the grace away, and never gives it back', async () => {
    const [on, off] = [{ 'k.yaml': kubeadm('1.28.0') }, { 'k.yaml': kubeadm('1.28.0', OFF) }]
    expect((await changed(on, off)).facts.at(-1)).toBe('grace 0 (k.yaml:5:57)')
    expect((await changed(off, on)).facts.at(-1)).toBe('grace 0 (k.yaml:5:57 of the base)')
  })
})

describe('in the Action', () => {
  afterEach(() => {
    process.exitCode = undefined
    return closeGitHub()
  })

  test('a pull request does not excuse itself by the file of an old cluster', async () => {
    const { exitCode, summary } = await check(await startGitHub(), { 'go.mod': STALE, 'k.yaml': kubeadm('1.20.0') })
    expect([exitCode, summary]).toEqual([1, expect.not.stringContaining('version 1.20')])
  })

  test('what is merged already counts', async () => {
    const workspace = tree({ 'go.mod': STALE, 'k.yaml': kubeadm('1.20.0') })
    const { exitCode, summary } = await runAction({ workspace, event: 'workflow_dispatch', payload: {} })
    expect([exitCode, summary]).toEqual([0, expect.stringContaining('The cluster: version 1.20 ([`k.yaml:3`](')])
  })
})

test('the command cluster shows what the work tree makes, and looks nowhere else', async () => {
  const recorded = join(import.meta.dirname, '..', '..', 'evidence', 'kube-apiserver', 'recorded')
  const metrics = readFileSync(join(recorded, 'metrics-extension-off.txt'), 'utf8')
  const files = { 'infra/k.yaml': kubeadm('1.28.0', OFF), 'm.txt': metrics }
  const { stdout } = await commandLine(['cluster', '--metrics', 'm.txt'], { cwd: repository(files) })
  expect(stdout).toContain('Cluster: Kubernetes 1.28\n  version      1.28         infra/k.yaml:3:20\n')
  expect(stdout).toContain('grace        0 days       infra/k.yaml:5:57\n')
  expect(stdout).toContain('Clients that do not reload break an hour after the start of their pod')
  const outside = await commandLine(['cluster', '--metrics', 'm.txt'], { cwd: tree(files) })
  expect(outside.stdout).toContain('Cluster: Kubernetes\n')
})

test('the command cluster names what may describe the cluster and was not read', async () => {
  const metrics = 'serviceaccount_stale_tokens_total 0\nserviceaccount_valid_tokens_total 30\n'
  const files = {
    'infra/k.yaml': kubeadm('1.28.0'),
    'infra/torn.yaml': 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nclusterName: "shop\n',
    'other/torn.yaml': 'a: "b\n',
    'tests/torn.yaml': 'apiVersion: kubeadm.k8s.io/v1beta4\nclusterName: "shop\n',
    'infra/binary.yaml': Buffer.from('kubeadm.k8s.io/\0\0'),
    'infra/other.yaml': Buffer.from('x\0\0'),
    'm.txt': metrics
  }
  const { stdout, status } = await commandLine(['cluster', '--metrics', 'm.txt', '--format', 'json'], {
    cwd: repository(files)
  })
  const { gaps } = JSON.parse(stdout)
  expect(
    gaps.map(({ path, line, gap, detail }: Record<string, string>) => `${path}:${line} ${gap}: ${detail}`)
  ).toEqual([
    'infra/binary.yaml:1 not-understood: it may describe the cluster, and cannot be read: not a text file',
    'infra/torn.yaml:3 not-understood: it may describe the cluster, and cannot be parsed from here on'
  ])
  expect(status).toBe(0)
})
