/** Container images. */

import { describe, expect, test } from '@jest/globals'
import { docker } from '../../../src/ecosystems/docker/index.ts'
import { repositoryOf, tagEdit } from '../../../src/ecosystems/docker/reference.ts'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { builtIn, clientNamed } from '../../../src/policy/policy.ts'
import { collect } from '../../support/cases.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'
import { byName, HUGE, long, readsHugeTexts, readsWithinBudget } from '../../support/hostile.ts'

holdsTheLaws(docker)

test.each([
  ['coredns/coredns', 'coredns/coredns'],
  ['docker.io/library/traefik', 'traefik'],
  ['Traefik', 'traefik'],
  ['localhost/velero/velero', 'velero/velero'],
  ['registry.example:5000/velero/velero', 'velero/velero'],
  ['mirror.example/hub/quay.io/coreos/etcd', 'coreos/etcd'],
  ['602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/coredns', 'eks/coredns']
])('the repository of %s is %s', (name, repository) => {
  expect(repositoryOf(name)).toBe(repository)
})

describe('claims', () => {
  const formatFor = (path: string) => docker.formats.find(format => matches(format.names, path))?.name
  test.each([
    ['Dockerfile', 'Dockerfile'],
    ['build/Dockerfile.alpine', 'Dockerfile'],
    ['api.Dockerfile', 'Dockerfile'],
    ['Containerfile', 'Dockerfile'],
    ['docs/Dockerfile.md', undefined],
    ['docker-compose.prod.yml', 'compose.yaml'],
    ['compose.yaml', 'compose.yaml'],
    ['overlays/production/kustomization.yml', 'kustomization.yaml'],
    ['charts/app/Chart.yaml', 'Chart.yaml'],
    ['charts/app/values.yaml', 'values*.yaml'],
    ['charts/app/values-prod.yml', 'values*.yaml'],
    ['charts/app/templates/deployment.yaml', '*.yaml'],
    ['.github/workflows/test.yml', undefined],
    ['.gitlab-ci.yml', undefined],
    ['pnpm-lock.yaml', undefined]
  ])('%s is read as %s', (path, name) => {
    expect(formatFor(path)).toBe(name)
  })
})

test('the repository and the tag of one image stay together in a file that is read key by key', async () => {
  const yaml = docker.formats.find(({ name }) => name === '*.yaml')
  const others = Array.from({ length: 2_000 }, (_, index) => `download_${index}:\n  enabled: true\n`).join('')
  const text = `coredns_image_repo: coredns/coredns\n${others}coredns_image_tag: 1.6.2\ncalico:\n  image: traefik:v1.7.30\n`
  const found = yaml && (await collect(yaml, text))
  expect(found?.entries).toMatchObject([
    { name: 'traefik', requirement: { text: 'v1.7.30' }, at: text.indexOf('v1.7.30') },
    { name: 'coredns/coredns', requirement: { text: '1.6.2' }, at: text.indexOf('1.6.2') }
  ])
})

describe('hostile files end', () => {
  const yaml = docker.formats.find(({ name }) => name === '*.yaml')
  const dockerfile = docker.formats.find(({ name }) => name === 'Dockerfile')
  readsWithinBudget(byName(docker.formats), [
    ['a line of blanks', long(' '), { '*': 'nothing' }],
    ['lines of dashes', `${'- '.repeat(4_000)}a: b\n`.repeat(3), { '*.yaml': 'nothing' }],
    ['flow mappings of one word', `- {${'a'.repeat(9_000)}}\n`.repeat(3), { '*.yaml': 'nothing' }],
    [
      'ever deeper mappings',
      Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}k:`).join('\n'),
      { '*.yaml': 'nothing' }
    ],
    [
      'an instruction of variables',
      `FROM ${long('$A')}`,
      { Dockerfile: '1 gap "image reference longer than 2000 characters"' }
    ],
    [
      'variables without an end',
      `FROM ${long('${a-')}`,
      { Dockerfile: '1 gap "image reference longer than 2000 characters"' }
    ],
    [
      'a variable that grows',
      `ARG A=${long('x')}\nFROM ${long('$A')}`,
      { Dockerfile: '1 gap "image reference longer than 2000 characters"' }
    ],
    ['an instruction of options', `COPY ${long('--a ')}`, { Dockerfile: 'nothing' }]
  ])
  readsHugeTexts(byName(docker.formats), [
    ['a huge line of blanks', ' '.repeat(HUGE), { '*.yaml': 'nothing' }],
    ['a huge line', `image: ${' '.repeat(HUGE)}`, { '*.yaml': '1 gap "line longer than 10000 characters: not read"' }]
  ])
  test.each([
    ['as it is written', `FROM traefik:\${A-${'x'.repeat(3_000)}}\n`],
    ['with its variables', `ARG A=${'x'.repeat(3_000)}\nFROM traefik:$A\n`]
  ])('an image that is too long is a gap: %s', async (_, text) => {
    expect(dockerfile && (await collect(dockerfile, text)).entries).toEqual([
      expect.objectContaining({ gap: 'image reference longer than 2000 characters' })
    ])
  })
  test('what is too long to be parsed is read line by line, and a line that is too long is a gap', async () => {
    const text = `image: coredns/coredns:1.6.6 #${'x'.repeat(600_000)}`
    expect(yaml && (await collect(yaml, text)).entries).toEqual([
      { gap: 'line longer than 10000 characters: not read', text, at: 0 }
    ])
  })
})

test.each([
  ['rancher/mirrored-coredns-coredns', 'coredns/coredns'],
  ['rancher/coredns-coredns', 'coredns/coredns'],
  ['registry.example/rancher/mirrored-kiwigrid-k8s-sidecar', 'kiwigrid/k8s-sidecar'],
  ['rancher/hardened-k8s-metrics-server', 'metrics-server/metrics-server'],
  ['rancher/mirrored-library-traefik', 'traefik'],
  ['registry.example/google_containers/coredns', 'coredns/coredns'],
  ['google_containers/coredns-arm64', 'coredns/coredns'],
  ['harbor.example/dockerhub/prom/prometheus', 'prom/prometheus'],
  ['harbor.example/dockerhub/library/traefik', 'traefik'],
  ['registry.example/project/repository/bitnami/external-dns', 'external-dns/external-dns'],
  ['us.gcr.io/k8s-artifacts-prod/external-dns/external-dns', 'external-dns/external-dns'],
  ['us.gcr.io/k8s-artifacts-prod/kube-proxy-amd64', 'kube-proxy'],
  ['acme/traefik', undefined],
  ['acme/coredns-coredns', undefined],
  ['registry.example/acme/telegraf', undefined]
])('%s is known as %s', (name, client) => {
  expect(clientNamed(builtIn, docker, name)?.name).toBe(client)
})

test.each([
  ['v1.2.3', 'v1.6.0', 'v1.6.0'],
  ['v1.2.3', '1.6.0', 'v1.6.0'],
  ['1.2.3-debian-10-r0', 'v1.6.0', '1.6.0'],
  ['latest', 'v1.6.0', 'v1.6.0'],
  ['stable-2.7.0', 'stable-2.8.0', 'stable-2.8.0']
])('in place of %s, %s is written as %s', (text, version, tag) => {
  expect(tagEdit('', version, { requirement: { kind: 'version', text } })).toEqual([
    { edit: `change this tag to ${tag} or newer` }
  ])
})
