/** The rows of container images against what the sources of their releases hold (evidence/images.mjs). */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { imageTags } from '../../../src/ecosystems/docker/version.ts'
import { namesOf } from '../../../src/policy/client.ts'
import { unexaminedImages } from '../../../src/policy/clients/docker-unexamined.ts'
import { clientsOf } from '../../../src/policy/clients/index.ts'
import { scan } from '../../../src/scan/scan.ts'
import { flatJudgement } from '../../support/judged.ts'
import { memoryWorkspace } from '../../support/memory-workspace.ts'

interface Release {
  readonly version: string
  readonly clientGo: string
  readonly observed: string
}

const file = join(import.meta.dirname, '..', '..', '..', 'evidence', 'images.json')
const images: Readonly<Record<string, readonly Release[]>> = JSON.parse(readFileSync(file, 'utf8'))

describe.each(Object.entries(images))('%s', (image, releases) => {
  test('has a row', () => {
    expect(clientsOf('docker').filter(({ name, alsoNamed = [] }) => [name, ...alsoNamed].includes(image))).toHaveLength(
      1
    )
  })
  test('does what the client-go in it does', () => {
    const name = clientsOf('docker').find(row => [row.name, ...(row.alsoNamed ?? [])].includes(image))?.name ?? ''
    const judged = releases.map(({ version, clientGo }) => {
      const requirement = { kind: 'version', text: version } as const
      const { observed } = flatJudgement({ ecosystem: 'docker', name, requirement }, imageTags, {
        minimum: 'documented'
      })
      return { version, clientGo, observed }
    })
    // Of a bare commit client-go's row knows nothing; the row of the image may.
    const known = releases.filter(({ observed }) => observed !== 'not-known')
    const wanted = known.map(({ version, clientGo, observed }) => ({ version, clientGo, observed }))
    expect(judged.filter(({ version }) => known.some(release => release.version === version))).toEqual(wanted)
  })
})

test('the sources of more than a hundred releases were looked into', () => {
  expect(Object.values(images).flat().length).toBeGreaterThan(100)
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

test.each([
  ['latest', 'moving-version'],
  ['stable', 'moving-version'],
  ['release', 'no-order']
])('every image with the tag %s is a notice, but for one whose every release is bad', async (tag, reason) => {
  const rows = clientsOf('docker')
  const names = rows.map(({ name }) => name)
  const pod = `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n${names.map(name => `    - image: ${name}:${tag}\n`).join('')}`
  const { findings } = await scan(memoryWorkspace({ 'pod.yaml': pod }), { minimum: 'documented' })
  const found = findings.map(({ level, subject }) => [level, subject.kind === 'client' && subject.verdict.reason])
  const isBad = rows.map(({ observed }) => observed.every(({ behaviour }) => behaviour === 'reads-once'))
  expect(isBad.filter(bad => bad)).toHaveLength(1)
  expect(found).toEqual(isBad.map(bad => (bad ? ['error', undefined] : ['notice', reason])))
})
