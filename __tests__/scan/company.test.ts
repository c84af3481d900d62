/** Which client makes a projected token a warning: one of the same component. */

import { describe, expect, test } from '@jest/globals'
import { scan } from '../../src/scan/scan.ts'
import { memoryWorkspace } from '../support/memory-workspace.ts'

const TOKEN =
  'apiVersion: v1\nkind: Pod\nspec:\n  volumes:\n    - name: t\n      projected:\n        sources:\n          - serviceAccountToken: {path: token, expirationSeconds: 7200}\n'
const BAD = 'require k8s.io/client-go v11.0.0+incompatible\n'
const GOOD = 'require k8s.io/client-go v0.29.3\n'
const IMAGE =
  'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n      image: docker.io/amazon/aws-alb-ingress-controller:v1.1.9\n'
const SCRIPT = '#!/bin/sh\nexport TOKEN=$(cat /var/run/secrets/kubernetes.io/serviceaccount/token)\nexec app\n'

/** The projected tokens as `path level`. */
async function levelsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { findings } = await scan(memoryWorkspace(files), { minimum: 'documented' })
  return findings
    .filter(({ rule }) => rule?.id === 'projected-token-without-grace')
    .map(({ place, level }) => `${place.path} ${level}`)
}

describe('a warning', () => {
  test.each([
    ['beside the only project', { 'go.mod': BAD, 'deploy/a.yaml': TOKEN }, 'deploy/a.yaml'],
    ['in the project', { 'a/go.mod': BAD, 'b/go.mod': GOOD, 'a/deploy/a.yaml': TOKEN }, 'a/deploy/a.yaml'],
    ['beside an image', { 'deploy/a.yaml': TOKEN, 'deploy/b.yaml': IMAGE }, 'deploy/a.yaml'],
    ['in a chart', { 'c/templates/a.yaml': TOKEN, 'c/templates/x/b.yaml': IMAGE }, 'c/templates/a.yaml'],
    ['beside a script that keeps the token', { 'a/a.yaml': TOKEN, 'a/start.sh': SCRIPT }, 'a/a.yaml']
  ])('%s', async (_, files: Readonly<Record<string, string>>, path) => {
    expect(await levelsOf(files)).toEqual([`${path} warning`])
  })

  test('that says what is beside it', async () => {
    const { findings } = await scan(memoryWorkspace({ 'go.mod': BAD, 'a.yaml': TOKEN }), { minimum: 'documented' })
    expect(findings.map(({ explanation }) => explanation.because)).toContainEqual(
      expect.stringContaining('Beside it, k8s.io/client-go in go.mod keeps the first token.')
    )
  })
})

describe('a notice', () => {
  test.each([
    ['alone', { 'deploy/a.yaml': TOKEN }],
    ['beside a client that reloads', { 'go.mod': GOOD, 'deploy/a.yaml': TOKEN }],
    ['beside a client of another project', { 'a/go.mod': BAD, 'b/go.mod': GOOD, 'b/deploy/a.yaml': TOKEN }],
    ['in no project', { 'a/go.mod': BAD, 'deploy/a.yaml': TOKEN }],
    ['below the root, which is one project of several', { 'go.mod': BAD, 'b/go.mod': GOOD, 'deploy/a.yaml': TOKEN }],
    ['beside an image of another folder', { 'deploy/a/a.yaml': TOKEN, 'deploy/b/b.yaml': IMAGE }]
  ])('%s', async (_, files: Readonly<Record<string, string>>) => {
    expect(await levelsOf(files)).toEqual([expect.stringMatching(/ notice$/)])
  })
})
