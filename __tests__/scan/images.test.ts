/** Container images of which another file says the tag, and those that run outside of clusters. */

import { expect, test } from '@jest/globals'
import { linesOf, scanned } from '../support/findings.ts'

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

const deployment = (image: string) => `spec:\n  containers:\n    - image: ${image}\n`
const kustomization = (name: string, tag: string) => `images:\n  - name: ${name}\n    newTag: ${tag}\n`

test('a kustomization says the tag of the manifests below it', async () => {
  expect(
    await told({
      'base/kustomization.yaml': kustomization('quay.io/argoproj/argocd', 'v2.14.21'),
      'base/server/deployment.yaml': deployment('quay.io/argoproj/argocd:latest'),
      'base/repo/deployment.yaml': deployment('quay.io/argoproj/argocd'),
      'base/old/deployment.yaml': deployment('quay.io/argoproj/argocd:v1.2.3'),
      'other/deployment.yaml': deployment('quay.io/argoproj/argocd:latest')
    })
  ).toEqual([
    'base/kustomization.yaml:3 v2.14.21 pass',
    'base/old/deployment.yaml:3 v1.2.3 error',
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
