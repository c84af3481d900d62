/** How a range, a placeholder, a fork and the two readings of the minimum are judged. */

import { describe, expect, test } from '@jest/globals'
import { ecosystemOf } from '../../src/ecosystems/index.ts'
import type { Requirement } from '../../src/model/dependency.ts'
import type { Client } from '../../src/policy/client.ts'
import { allClients } from '../../src/policy/clients/index.ts'
import { judge } from '../../src/policy/judge.ts'
import { levelOf } from '../../src/policy/level.ts'
import { builtIn } from '../../src/policy/policy.ts'
import type { MinimumMode } from '../../src/settings/choices.ts'
import { type FlatJudgement, flatJudgement } from '../support/judged.ts'

async function verdict(
  ecosystem: string,
  name: string,
  requirement: Requirement,
  options: { minimum?: MinimumMode; replacement?: string } = {}
): Promise<FlatJudgement> {
  const scheme = await ecosystemOf(ecosystem)?.versions()
  if (!scheme) throw new Error(`no ecosystem ${ecosystem}`)
  const replacement = options.replacement === undefined ? {} : { replacement: options.replacement }
  return flatJudgement({ ecosystem, name, requirement, ...replacement }, scheme, {
    minimum: options.minimum ?? 'documented'
  })
}

const DOCUMENTED = { minimum: 'documented' } as const
const range = (text: string): Requirement => ({ kind: 'range', text })
const version = (text: string): Requirement => ({ kind: 'version', text })

describe('a range is judged by what it allows', () => {
  test.each([
    ['npm', '@kubernetes/client-node', '^1.0.0', 'reloads', ''],
    ['npm', '@kubernetes/client-node', '>=0.10.3', 'reloads', ''],
    ['npm', '@kubernetes/client-node', '~0.9.0', 'cannot-reload', ''],
    ['npm', '@kubernetes/client-node', '^0.10.2', 'unknown', 'a lower bound of 0.10.3 or a lockfile settles it'],
    ['npm', '@kubernetes/client-node', '*', 'unknown', 'a lower bound of 0.10.3 or a lockfile settles it'],
    ['npm', '@kubernetes/client-node', 'latest', 'unknown', 'only a lockfile records which'],
    ['npm', '@kubernetes/client-node', 'next', 'unknown', 'The package manager chooses the version'],
    // A missing comma in a list of Python joins two requirements.
    ['pypi', 'kubernetes', '>=3.0,<9.0pyYAML', 'unknown', 'Not a range of PEP 440 versions alone'],
    ['npm', 'kubernetes-client', '>=8', 'cannot-reload', ''],
    ['pypi', 'kubernetes', '>=12,<36', 'reloads', ''],
    ['pypi', 'kubernetes', '<12', 'cannot-reload', ''],
    ['pypi', 'kubernetes', '>=12.0.1', 'unknown', 'excluding 36.0.0 or a lockfile settles it'],
    ['pypi', 'kubernetes', '>=12.0.1,!=36.0.0', 'reloads', ''],
    ['pypi', 'kubernetes', '>=11', 'unknown', 'a lower bound of 36.0.1 or a lockfile settles it'],
    ['nuget', 'KubernetesClient', '[2.0.22,7.0.5)', 'below-minimum', ''],
    ['hackage', 'kubernetes-client', '>=0.3 && <0.4', 'reloads', ''],
    ['maven', 'io.kubernetes:client-java', '[8.0.0,9.0.0]', 'unknown', '9.0.0']
  ])('%s %s %s is %s', async (ecosystem, name, text, kind, because) => {
    const judged = await verdict(ecosystem, name, range(text))
    expect({ kind: judged.kind, because: judged.because }).toEqual({ kind, because: expect.stringContaining(because) })
    if (kind === 'unknown') expect(judged.reason).toBe('open-range')
  })
})

describe('nothing said of the version', () => {
  test('is unknown where versions differ', async () => {
    expect(await verdict('pypi', 'kubernetes', { kind: 'none' })).toMatchObject({
      kind: 'unknown',
      reason: 'no-version'
    })
    expect(await verdict('golang', 'k8s.io/client-go', { kind: 'none' })).toMatchObject({
      kind: 'unknown',
      reason: 'no-version'
    })
  })
  test('is certain where all versions are alike', async () => {
    expect(await verdict('npm', '@kubernetes/typescript-node', { kind: 'none' })).toMatchObject({
      kind: 'cannot-reload'
    })
    expect(await verdict('hackage', 'kubernetes-api-client', { kind: 'none' })).toMatchObject({ kind: 'reloads' })
    const latest = { kind: 'range', text: 'latest' } as const
    expect(await verdict('golang', 'go-micro.dev/v4', latest)).toMatchObject({ kind: 'cannot-reload' })
    expect(await verdict('golang', 'k8s.io/client-go', latest)).toMatchObject({ kind: 'unknown', reason: 'open-range' })
  })
})

test.each([
  '${client.version}',
  '$(KubernetesClientVersion)',
  '$clientVersion',
  '{{ version }}',
  '@version@',
  '<VERSION>',
  '#{version}',
  '%VERSION%',
  '$1'
])('%s is a placeholder', async text => {
  expect(await verdict('maven', 'io.kubernetes:client-java', version(text))).toMatchObject({
    kind: 'unknown',
    reason: 'placeholder'
  })
})

test('what is no version in the scheme is unknown, never a guess', async () => {
  for (const [ecosystem, name, text] of [
    ['npm', '@kubernetes/client-node', '1.x.y'],
    ['pypi', 'kubernetes', 'twelve'],
    ['golang', 'k8s.io/client-go', 'release-9'],
    ['hackage', 'kubernetes-client', '0.3-beta']
  ] as const) {
    expect(await verdict(ecosystem, name, version(text))).toMatchObject({ kind: 'unknown', reason: 'not-a-version' })
  }
})

describe('forks', () => {
  test('are never judged by upstream', async () => {
    const judged = await verdict('golang', 'k8s.io/client-go', version('v0.29.3'), {
      replacement: 'github.com/acme/client-go'
    })
    expect(judged).toMatchObject({ kind: 'unknown', reason: 'fork', fix: { version: 'v0.15.7' } })
  })
  test('of images are notices: an image that takes the place of another is as unknown as every unexamined one', async () => {
    const { judgement } = await verdict('docker', 'argoproj/argocd', version('v2.9.0'), { replacement: 'acme/argocd' })
    expect(levelOf(judgement, { minimum: 'documented' }, { moves: true })).toBe('notice')
  })
  test('are judged by their own row where there is one', async () => {
    const replacement = 'github.com/openshift/kubernetes-client-go'
    const judged = await verdict(
      'golang',
      'k8s.io/client-go',
      version('v11.0.1-0.20190701222832-70952d66b5d1+incompatible'),
      { replacement }
    )
    expect(judged).toMatchObject({ kind: 'cannot-reload', fix: { advice: expect.stringContaining('77613') } })
  })
})

test.each([
  ['3f8a2c1', 'no-order', 'notice'],
  ['pr-1234', 'no-order', 'notice'],
  ['latest', 'moving-version', 'notice'],
  ['${TAG}', 'placeholder', 'notice'],
  [`sha256:${'0'.repeat(64)}`, 'no-order', 'notice']
])('the tag %s of an image is unknown (%s), a %s', async (tag, reason, level) => {
  const judged = await verdict('docker', 'coredns/coredns', version(tag))
  expect([judged.kind, judged.reason, levelOf(judged.judgement, { minimum: 'documented' }, { moves: true })]).toEqual([
    'unknown',
    reason,
    level
  ])
})

describe('minimum: observed', () => {
  test.each([
    ['nuget', 'KubernetesClient', '2.0.22', 'below-minimum', 'notice'],
    ['nuget', 'KubernetesClient', '2.0.21', 'cannot-reload', 'error'],
    ['golang', 'k8s.io/client-go', 'v12.0.0+incompatible', 'below-minimum', 'notice'],
    ['golang', 'k8s.io/client-go', 'v9.0.0+incompatible', 'reloads-late', 'warning'],
    ['golang', 'k8s.io/client-go', 'v11.0.0+incompatible', 'cannot-reload', 'error'],
    ['golang', 'k8s.io/client-go', 'v0.15.6', 'unknown', 'notice'],
    ['pypi', 'kubernetes', '12.0.0a1', 'below-minimum', 'notice']
  ])('%s %s %s is %s, a %s', async (ecosystem, name, text, kind, level) => {
    const judged = await verdict(ecosystem, name, version(text), { minimum: 'observed' })
    expect([judged.kind, levelOf(judged.judgement, { minimum: 'observed' })]).toEqual([kind, level])
  })
})

test('the fix is the next version that passes', async () => {
  expect((await verdict('pypi', 'kubernetes', version('11.0.0'))).fix).toEqual({
    version: '12.0.0',
    newest: '12.0.1',
    steps: ['get 12.0.0']
  })
  expect((await verdict('pypi', 'kubernetes', version('36.0.0'))).fix?.version).toBe('36.0.1')
  expect((await verdict('maven', 'io.fabric8:kubernetes-client', version('5.3.0'))).fix?.version).toBe('5.12.4')
  expect((await verdict('maven', 'io.fabric8:kubernetes-client', version('6.0.0'))).fix?.version).toBe('6.1.0')
  expect((await verdict('maven', 'io.quarkus:quarkus-kubernetes-client', version('2.3.0.Final'))).fix?.version).toBe(
    '2.14.0.Final'
  )
  expect((await verdict('pypi', 'kubernetes', version('12.0.0'))).fix).toBeUndefined()
})

describe('a fix leads to a release', () => {
  test.each([
    ['although a candidate for it passes', 'docker', 'argoproj/workflow-controller', 'v2.3.0', 'v2.4.0'],
    ['in the first stretch of tags that pass', 'docker', 'velero/velero', 'v1.2.5', 'v1.3.0'],
    ['after a milestone', 'maven', 'org.springframework.vault:spring-vault-core', '2.1.0.RELEASE', '2.2.0.RELEASE'],
    ['after a bound that is none', 'nuget', 'Steeltoe.Common.Kubernetes', '3.1.0', '3.4.0'],
    [
      'unless only candidates follow one',
      'maven',
      'org.apache.logging.log4j:log4j-kubernetes',
      '3.0.0-alpha1',
      '3.0.0-beta1'
    ]
  ])('%s', async (_, ecosystem, name, text, expected) => {
    expect((await verdict(ecosystem, name, version(text))).fix?.version).toBe(expected)
  })

  test('also where no version is given, and only candidates are newer', async () => {
    expect((await verdict('maven', 'org.apache.logging.log4j:log4j-kubernetes', { kind: 'none' })).fix?.version).toBe(
      '2.21.0'
    )
  })

  test('of no client to a candidate where the present version is a release', async () => {
    const led: string[] = []
    for (const { ecosystem, client } of allClients()) {
      const scheme = await ecosystemOf(ecosystem)?.versions()
      for (const { requirement } of client.examples) {
        const present = typeof requirement === 'string' ? scheme?.parse(requirement) : undefined
        if (typeof requirement !== 'string' || !scheme || present === undefined || scheme.isPrerelease(present))
          continue
        const { remedy } = judge(
          { ecosystem, name: client.name, requirement: version(requirement) },
          scheme,
          DOCUMENTED
        )
        const versions = [remedy?.version, remedy?.newest, ...(remedy?.moves ?? []).map(move => move.version)]
        for (const text of versions) {
          if (text !== undefined && scheme.isPrerelease(scheme.parse(text))) led.push(`${client.name} ${text}`)
        }
      }
    }
    expect(led).toEqual([])
  })
})

describe('the newest release of the major version', () => {
  test.each([
    ['is named beside the smallest step', 'npm', '@kubernetes/client-node', '0.10.2', ['0.10.3', '0.22.3']],
    ['is none of the next major version', 'maven', 'io.fabric8:kubernetes-client', '6.0.0', ['6.1.0', '6.13.4']],
    [
      'is not named where it is the smallest step',
      'maven',
      'io.fabric8:kubernetes-client',
      '5.3.0',
      ['5.12.4', undefined]
    ],
    ['is not named where nobody looked at one', 'gem', 'kubeclient', '4.9.3', ['4.10.1', undefined]],
    [
      'is no answer for a program of the version of the cluster',
      'docker',
      'kube-proxy',
      'v1.14.0',
      ['v1.15.7', undefined]
    ]
  ])('%s', async (_, ecosystem, name, text, expected) => {
    const { fix } = await verdict(ecosystem, name, version(text))
    expect([fix?.version, fix?.newest]).toEqual(expected)
  })

  test('is none that is bad for another client of the same file', async () => {
    const scheme = await ecosystemOf('npm')?.versions()
    const base = { title: 'x', repository: 'https://host.example', examples: [] }
    const [once, again] = (['reads-once', 'reloads'] as const).map(behaviour => ({
      behaviour,
      because: 'x',
      evidence: []
    }))
    if (!scheme || !once || !again) throw new Error('no scheme')
    const lib: Client = {
      ...base,
      name: 'lib',
      observed: [
        { before: '1.1.0', ...once },
        { from: '1.1.0', ...again }
      ],
      good: ['1.4.0', '1.9.0']
    }
    const pair = { package: 'lib', own: {}, versions: { from: '1.5.0' }, ...once, fix: { own: '2.0.0', advice: 'x' } }
    const user: Client = { ...base, name: 'user', observed: [again], with: [pair] }
    const byName = new Map([lib, user].map(client => [client.name, client]))
    const policy = { ...builtIn, clientOf: (_: string, name: string) => byName.get(name) }
    const newest = (beside: readonly { name: string; requirement: Requirement }[]) =>
      judge({ ecosystem: 'npm', name: 'lib', requirement: version('1.0.0'), beside }, scheme, { ...DOCUMENTED, policy })
        .remedy?.newest
    expect([newest([]), newest([{ name: 'user', requirement: version('1.0.0') }])]).toEqual(['1.9.0', '1.4.0'])
  })

  test('passes where a configuration requires more', async () => {
    const scheme = await ecosystemOf('pypi')?.versions()
    const row = builtIn.clientOf('pypi', 'kubernetes')
    if (!scheme || !row?.minimum) throw new Error('no row')
    const client = { ...row, minimum: { ...row.minimum, version: '12.0.2' } }
    const policy = { ...builtIn, clientOf: () => client }
    const { remedy } = judge({ ecosystem: 'pypi', name: 'kubernetes', requirement: version('11.0.0') }, scheme, {
      ...DOCUMENTED,
      policy
    })
    expect(remedy?.newest).toBeUndefined()
  })

  test('passes for every client, and stands in order', async () => {
    for (const { ecosystem, client } of allClients()) {
      const scheme = await ecosystemOf(ecosystem)?.versions()
      if (!scheme) continue
      for (const [index, text] of (client.good ?? []).entries()) {
        const { verdict } = judge({ ecosystem, name: client.name, requirement: version(text) }, scheme, DOCUMENTED)
        expect([client.name, text, verdict.kind]).toEqual([client.name, text, 'reloads'])
        const before = client.good?.[index - 1]
        if (before !== undefined) expect(scheme.compare(scheme.parse(before), scheme.parse(text))).toBeLessThan(0)
      }
    }
  })
})

test('a variable in a build file is a warning: its author can write the version', async () => {
  const { judgement } = await verdict('maven', 'io.fabric8:kubernetes-client', version('${kubernetes.version}'))
  expect([judgement.verdict.reason, levelOf(judgement, { minimum: 'documented' })]).toEqual(['placeholder', 'warning'])
})

test('a package without a token loader breaks no rule', async () => {
  const { judgement } = await verdict('nuget', 'KubernetesClient.Models', version('1.0.0'))
  expect([judgement.verdict.reason, levelOf(judgement, { minimum: 'documented' })]).toEqual(['no-loader', 'pass'])
})

test('an unsure statement is a notice', async () => {
  const judged = await verdict('golang', 'k8s.io/client-go', version('v0.0.0-20190101000000-aaaaaaaaaaaa'), {
    replacement: 'k8s.io/kubernetes/staging/src/k8s.io/client-go'
  })
  expect([judged.kind, levelOf(judged.judgement, { minimum: 'documented' })]).toEqual(['cannot-reload', 'notice'])
})
