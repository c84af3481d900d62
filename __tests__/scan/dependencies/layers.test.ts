/** Container images of which another file says the tag, and those that run outside of clusters. */

import { expect, test } from '@jest/globals'
import { linesOf, scanned } from '../../support/findings.ts'

const told = linesOf('line', 'requirement', 'settledOrLevel')

const values = (repository: string, tag = '""') => `image:\n  repository: ${repository}\n  tag: ${tag}\n`
const chart = (name: string, version: string) => `name: ${name}\nappVersion: ${version}\n`

test('an image without a tag has that of its chart', async () => {
  expect(
    await told({
      'charts/metrics-server/Chart.yaml': chart('metrics-server', '0.8.1'),
      'charts/metrics-server/values.yaml': values('registry.k8s.io/metrics-server/metrics-server'),
      'charts/metrics-server/values-old.yaml': values('metrics-server/metrics-server', 'v0.3.1')
    })
  ).toEqual([
    'charts/metrics-server/Chart.yaml:2 0.8.1 pass',
    'charts/metrics-server/values-old.yaml:3 v0.3.1 error',
    'charts/metrics-server/values.yaml:2 none settled by charts/metrics-server/Chart.yaml:2'
  ])
})

test('the chart around another one says nothing of its images', async () => {
  expect(
    await told({
      'platform/Chart.yaml': chart('platform', '1.0.0'),
      'platform/values.yaml': `metrics-server:\n  image:\n    repository: metrics-server/metrics-server\n`,
      'metrics-server/Chart.yaml': chart('metrics-server', '0.8.1')
    })
  ).toEqual(['platform/values.yaml:3 none notice'])
})

test('a chart below another one decides for the values that its parent gives it', async () => {
  expect(
    await told({
      'platform/Chart.yaml': chart('platform', '1.0.0'),
      'platform/values.yaml': `metrics-server:
  image:
    repository: metrics-server/metrics-server
    tag: # that of the chart
coredns:
  image:
    tag: 1.6.2
`,
      'platform/charts/metrics-server/Chart.yaml': chart('metrics-server', '0.3.1'),
      'other/charts/metrics-server/Chart.yaml': chart('metrics-server', '0.8.1')
    })
  ).toEqual([
    'platform/charts/metrics-server/Chart.yaml:2 0.3.1 error',
    'platform/values.yaml:3 none settled by platform/charts/metrics-server/Chart.yaml:2',
    'platform/values.yaml:7 1.6.2 error'
  ])
})

const deployment = (image: string) => `spec:\n  containers:\n    - image: ${image}\n`
const kustomization = (name: string, tag: string) => `images:\n  - name: ${name}\n    newTag: ${tag}\n`

test('a kustomization says the tag of the manifests below it', async () => {
  expect(
    await told({
      'base/kustomization.yaml': kustomization('quay.io/argoproj/argocd', 'v2.14.21'),
      'base/server/deployment.yaml': deployment('quay.io/argoproj/argocd:latest'),
      'base/repo/deployment.yaml': deployment('quay.io/argoproj/argocd'),
      'base/old/deployment.yaml': deployment('quay.io/argoproj/argocd:v0.9.0'),
      'other/deployment.yaml': deployment('quay.io/argoproj/argocd:latest')
    })
  ).toEqual([
    'base/kustomization.yaml:3 v2.14.21 pass',
    'base/old/deployment.yaml:3 v0.9.0 error',
    'base/repo/deployment.yaml:3 none settled by base/kustomization.yaml:3',
    'base/server/deployment.yaml:3 latest settled by base/kustomization.yaml:3',
    'other/deployment.yaml:3 latest notice'
  ])
})

test('what Compose starts has no token, and is no reason to fail', async () => {
  const files = {
    'compose.yaml': `services:\n  a:\n    image: prom/prometheus:v2.2.1\n  b:\n    image: prom/prometheus:latest\n`
  }
  expect(await told(files)).toEqual(['compose.yaml:3 v2.2.1 notice', 'compose.yaml:5 latest notice'])
  const { findings } = await scanned(files)
  for (const { verdict } of findings) expect(verdict.because).toContain('Compose runs it outside a cluster')
})

const listed = (...resources: readonly string[]) => `resources: [${resources.join(', ')}]\n`

test('a kustomization decides the tags of what it builds on, and of nothing else', async () => {
  expect(
    await told({
      'app/kustomization.yaml': `${listed('deploy.yaml')}${kustomization('prom/prometheus', 'v2.40.0')}`,
      'app/deploy.yaml': deployment('prom/prometheus:v2.10.0'),
      'app/unused.yaml': deployment('prom/prometheus:v2.10.0'),
      'app/other-name.yaml': deployment('docker.io/prom/prometheus:v2.11.0')
    })
  ).toEqual([
    'app/deploy.yaml:3 v2.10.0 settled by app/kustomization.yaml:4',
    'app/kustomization.yaml:4 v2.40.0 pass',
    'app/other-name.yaml:3 v2.11.0 error',
    'app/unused.yaml:3 v2.10.0 error'
  ])
})

test('the outermost of several kustomizations decides', async () => {
  expect(
    await told({
      'base/kustomization.yaml': `${listed('deploy.yaml')}${kustomization('prom/prometheus', 'v2.11.0')}`,
      'base/deploy.yaml': deployment('prom/prometheus:v2.10.0'),
      'middle/kustomization.yml': `bases:\n- ../base/\n`,
      'production/kustomization.yaml': `${listed('../middle')}${kustomization('prom/prometheus', 'v2.40.0@sha256:0123456789abcdef')}`
    })
  ).toEqual([
    'base/deploy.yaml:3 v2.10.0 settled by production/kustomization.yaml:4',
    'base/kustomization.yaml:4 v2.11.0 settled by production/kustomization.yaml:4',
    'production/kustomization.yaml:4 v2.40.0 pass'
  ])
})

test('what is also built without a change keeps its tag', async () => {
  expect(
    await told({
      'base/kustomization.yaml': listed('deploy.yaml'),
      'base/deploy.yaml': deployment('prom/prometheus:v2.10.0'),
      'test/kustomization.yaml': listed('../base'),
      'production/kustomization.yaml': `${listed('../base')}${kustomization('prom/prometheus', 'v2.40.0')}`
    })
  ).toEqual(['base/deploy.yaml:3 v2.10.0 error', 'production/kustomization.yaml:4 v2.40.0 pass'])
})

test('an image may take the place of one of another name', async () => {
  expect(
    await told({
      'app/kustomization.yaml': `${listed('deploy.yaml')}images:
  - name: controller
    newName: prom/prometheus
    newTag: v2.10.0
  - name: traefik
    newName: acme/proxy
    newTag: v9
  - name: coredns/coredns
    newName: mirror.example/coredns/coredns
`,
      'app/deploy.yaml': `${deployment('controller:latest')}    - image: traefik:v1.7.0\n    - image: coredns/coredns:1.6.2\n`
    })
  ).toEqual([
    'app/deploy.yaml:4 v1.7.0 settled by app/kustomization.yaml:8',
    'app/deploy.yaml:5 1.6.2 error',
    'app/kustomization.yaml:5 v2.10.0 error',
    'app/kustomization.yaml:8 v9 notice'
  ])
})

test('the entries of one kustomization apply one after another', async () => {
  expect(
    await told({
      'app/kustomization.yaml': `${listed('deploy.yaml')}images:
  - {name: traefik, newName: prom/prometheus, newTag: v2.10.0}
  - {name: prom/prometheus, newTag: v2.40.0}
  - {name: traefik, newTag: v1.7.0}
`,
      'app/deploy.yaml': deployment('traefik:v1.7.0')
    })
  ).toEqual([
    'app/deploy.yaml:3 v1.7.0 settled by app/kustomization.yaml:4',
    'app/kustomization.yaml:3 v2.10.0 settled by app/kustomization.yaml:4',
    'app/kustomization.yaml:4 v2.40.0 pass',
    'app/kustomization.yaml:5 v1.7.0 error'
  ])
})

test('Flux and Argo CD change what they build from this repository', async () => {
  expect(
    await told({
      'a/kustomization.yaml': listed('deploy.yaml'),
      'a/deploy.yaml': deployment('prom/prometheus:v2.10.0'),
      'b/kustomization.yaml': listed('deploy.yaml'),
      'b/deploy.yaml': deployment('prom/prometheus:v2.10.0'),
      'c/kustomization.yaml': listed('deploy.yaml'),
      'c/deploy.yaml': deployment('prom/prometheus:v2.10.0'),
      'clusters/apps.yaml': `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
spec:
  path: ./a
  images:
    - name: prom/prometheus
      newTag: v2.40.0
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
spec: {path: ./b}
---
apiVersion: argoproj.io/v1alpha1
kind: Application
spec:
  source:
    path: c
    kustomize:
      images: ["prom/prometheus:v2.41.0"]
`
    })
  ).toEqual([
    'a/deploy.yaml:3 v2.10.0 settled by clusters/apps.yaml:7',
    'b/deploy.yaml:3 v2.10.0 error',
    'c/deploy.yaml:3 v2.10.0 settled by clusters/apps.yaml:19',
    'clusters/apps.yaml:7 v2.40.0 pass',
    'clusters/apps.yaml:19 v2.41.0 pass'
  ])
})

test('kustomizations in a circle end, and what settles another stands for itself', async () => {
  expect(
    await told({
      'a/kustomization.yaml': `${listed('../b')}${kustomization('prom/prometheus', 'v2.10.0')}`,
      'b/kustomization.yaml': `${listed('../a')}${kustomization('prom/prometheus', 'v2.11.0')}`
    })
  ).toEqual([
    'a/kustomization.yaml:4 v2.10.0 error',
    'b/kustomization.yaml:4 v2.11.0 settled by a/kustomization.yaml:4'
  ])
  expect(
    await told({
      'a/kustomization.yaml': `${listed('../b', 'deploy.yaml')}${kustomization('prom/prometheus', 'v2.40.0')}`,
      'b/kustomization.yaml': listed('../a'),
      'a/deploy.yaml': deployment('prom/prometheus:v2.10.0')
    })
  ).toEqual(['a/deploy.yaml:3 v2.10.0 settled by a/kustomization.yaml:4', 'a/kustomization.yaml:4 v2.40.0 pass'])
})
