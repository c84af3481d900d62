/** The rows of container images against what the sources of their releases hold (evidence/images.mjs). */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from '@jest/globals'
import { docker } from '../../../src/ecosystems/docker/index.ts'
import { imageTags } from '../../../src/ecosystems/docker/version.ts'
import { namesOf } from '../../../src/policy/client.ts'
import { imagesOfTable } from '../../../src/policy/clients/docker-images.ts'
import { unexaminedImages } from '../../../src/policy/clients/docker-unexamined.ts'
import { clientsOf } from '../../../src/policy/clients/index.ts'
import { builtIn, clientNamed } from '../../../src/policy/policy.ts'
import { scan } from '../../../src/scan/scan.ts'
import { flatJudgement } from '../../support/judged.ts'
import { memoryWorkspace } from '../../support/memory-workspace.ts'

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'evidence')

/** A record of evidence/images.tsv: tags of an image with the same client. */
interface Recorded {
  readonly image: string
  readonly observed: string
  readonly isBelow: boolean
  readonly tags: readonly string[]
}

const records = readFileSync(join(FOLDER, 'images.tsv'), 'utf8').trimEnd().split('\n').map(recordOf)
const images = [...new Set(records.map(({ image }) => image))]

function recordOf(line: string): Recorded {
  const [image = '', , observed = '', below = '', tags = ''] = line.split('\t')
  return { image, observed, isBelow: below === 'below', tags: tags.split(' ') }
}

function judged(name: string, text: string) {
  const requirement = { kind: 'version', text } as const
  return flatJudgement({ ecosystem: 'docker', name, requirement }, imageTags, { minimum: 'documented' })
}

test.each(images)('%s does at every tag what the client in it does', image => {
  const wrong = records
    .filter(record => record.image === image)
    .flatMap(({ observed, isBelow, tags }) =>
      tags.flatMap(tag => {
        const verdict = judged(image, tag)
        const seen = { observed: verdict.observed, isBelow: verdict.kind === 'below-minimum' }
        const wanted = { observed, isBelow: isBelow && observed !== 'not-known' }
        return isDeepStrictEqual(seen, wanted) ? [] : [{ tag, seen, wanted }]
      })
    )
  expect(wrong).toEqual([])
})

test('the lock files of more than ten thousand tags of a hundred images were read', () => {
  expect(images.length).toBeGreaterThanOrEqual(100)
  expect(records.flatMap(({ tags }) => tags).length).toBeGreaterThan(10_000)
})

test('every image of the list has its row, and no other', () => {
  const listed = readFileSync(join(FOLDER, 'images.txt'), 'utf8')
    .split('\n')
    .filter(line => /^[^#\s]/.test(line))
  expect(images).toEqual(listed.map(line => line.split(' ')[0]))
  expect(imagesOfTable.map(({ name }) => name)).toEqual(images)
})

test.each(
  readFileSync(join(import.meta.dirname, 'docker-tags.txt'), 'utf8')
    .split('\n')
    .filter(line => /^[^#\s]/.test(line))
    .map(line => line.split(/\s+/))
)('%s:%s is %s', (name = '', tag = '', verdict) => {
  const client = clientNamed(builtIn, docker, name)
  expect(judged(client?.name ?? '', tag).kind).toBe(verdict)
})

test('a release that is newer than the last one that was looked at is judged like it, and says so', () => {
  const { kind, because } = judged('argoproj/argocd', 'v99.0.0')
  const [, newest] = /looked at, up to (v[\d.]+)\.$/.exec(because) ?? []
  expect(kind).toBe('reloads')
  expect(judged('argoproj/argocd', newest ?? '').because).not.toContain('looked at')
})

test('of the images in public charts and manifests four in five have a row, and the others are reported by their name', async () => {
  const seen = readFileSync(join(FOLDER, 'public-images.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => line.split('\t'))
  const names = seen.map(([name = '']) => name)
  expect(new Set(names.map(docker.canonicalName)).size).toBe(names.length)
  expect(names.length).toBeGreaterThanOrEqual(150)
  expect(new Set(seen.map(([, , repository]) => repository)).size).toBeGreaterThanOrEqual(40)

  const isExamined = (name: string) =>
    clientNamed(builtIn, docker, docker.canonicalName(name))?.observed.some(
      ({ reason }) => reason !== 'not-examined'
    ) ?? false
  const others = names.filter(name => !isExamined(name))
  expect(others.length / names.length).toBeLessThanOrEqual(0.2)
  const pod = `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n${others.map(name => `    - image: ${name}:8.1.0\n`).join('')}`
  const { findings } = await scan(memoryWorkspace({ 'pod.yaml': pod }), { minimum: 'documented' })
  const reported = findings.map(({ place, level, subject }) => [
    others[place.line - 5],
    level,
    subject.kind === 'client' && subject.verdict.reason
  ])
  expect(reported).toEqual(others.map(name => [name, 'notice', 'not-examined']))
})

test('an image that was not examined is reported as a notice, never passed over', async () => {
  const image = (name: string) => `    - image: docker.example/${name}:8.1.0\n`
  const names = unexaminedImages.flatMap(namesOf)
  const pod = `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n${names.map(image).join('')}`
  const { findings } = await scan(memoryWorkspace({ 'pod.yaml': pod }), { minimum: 'documented' })
  expect(findings.map(({ level, subject }) => [level, subject.kind === 'client' && subject.verdict.reason])).toEqual(
    names.map(() => ['notice', 'not-examined'])
  )
})

test('an image that no row names is a notice if its name says that it is a program for clusters', async () => {
  const names = ['acme/acme-operator', 'quay.io/acme/kube-janitor', 'acme/team/node-controller', 'acme/acme-csi-driver']
  const others = [
    'postgres',
    'bitnami/redis',
    'acme/web',
    'kube-apiserver',
    'registry.k8s.io/kube-scheduler',
    'acme/cooperator'
  ]
  const image = (name: string) => `    - image: ${name}:8.1.0\n`
  const pod = `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n${[...others, ...names].map(image).join('')}`
  const { findings } = await scan(memoryWorkspace({ 'pod.yaml': pod }), { minimum: 'documented' })
  expect(findings.map(({ level, subject }) => [level, subject.kind === 'client' && subject.dependency.name])).toEqual(
    names.map(name => ['notice', name.replace('quay.io/', '')])
  )
})

test.each([
  ['latest', 'moving-version'],
  ['stable', 'moving-version'],
  ['release', 'no-order']
])(
  'every image with the tag %s is a notice, but for those of which every release is bad; one that nobody examined says only that',
  async (tag, reason) => {
    const rows = clientsOf('docker')
    const names = rows.map(({ name }) => name)
    const pod = `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n${names.map(name => `    - image: ${name}:${tag}\n`).join('')}`
    const { findings } = await scan(memoryWorkspace({ 'pod.yaml': pod }), { minimum: 'documented' })
    const found = findings.map(({ level, subject }) => [level, subject.kind === 'client' && subject.verdict.reason])
    const isBad = rows.map(({ observed }) => observed.every(({ behaviour }) => behaviour === 'reads-once'))
    expect(names.filter((_, index) => isBad[index]).sort()).toEqual([
      'acid/postgres-operator-ui',
      'coreos/container-linux-update-operator',
      'coreos/etcd-operator',
      'external-secrets/kubernetes-external-secrets',
      'fluxcd/flux',
      'fluxcd/helm-operator',
      'logzio/logzio-k8s',
      'splunk/kube-objects'
    ])
    const isUnexamined = rows.map(({ observed }) => observed.every(range => range.reason === 'not-examined'))
    expect(isUnexamined).toContain(true)
    const reasons = isUnexamined.map(unexamined => (unexamined ? 'not-examined' : reason))
    expect(found).toEqual(isBad.map((bad, index) => (bad ? ['error', undefined] : ['notice', reasons[index]])))
  }
)

test.each([
  'apache/spark:3.0.1',
  'apachepulsar/pulsar:2.6.0',
  'rayproject/ray:2.40.0',
  'apache/flink:1.16.0',
  'registry.k8s.io/kube-proxy:v1.14.0'
])('%s is a notice: whether it uses its client, the file with the image does not show', async image => {
  const pod = `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: ${image}\n`
  const { findings } = await scan(memoryWorkspace({ 'pod.yaml': pod }), { minimum: 'documented' })
  expect(findings).toMatchObject([
    { level: 'notice', subject: { verdict: { kind: expect.stringMatching(/^(?:cannot-reload|reloads-late)$/) } } }
  ])
})
