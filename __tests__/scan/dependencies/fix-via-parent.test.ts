/** The fix of a client that another package brings in, with rows of the policy of its own. */

import { beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Finding } from '../../../src/model/finding.ts'
import { stepLine } from '../../../src/model/verdict.ts'
import type { Client } from '../../../src/policy/client.ts'
import { pypiClients } from '../../../src/policy/clients/pypi.ts'
import { annotations } from '../../../src/reporters/annotations.ts'
import { json } from '../../../src/reporters/json.ts'
import { markdown } from '../../../src/reporters/markdown.ts'
import { text } from '../../../src/reporters/text.ts'
import { type FlatFinding, flat } from '../../support/flat.ts'
import { memoryWorkspace } from '../../support/memory-workspace.ts'
import { report, resultOf } from '../../support/report.ts'

/** A package that brings `kubernetes` in, from 3.0.0 on one that reloads. */
function bringer(name: string): Client {
  const evidence = [{ text: 'a page', url: 'https://github.com/acme/acme', proof: 'source' as const }]
  const observed = [
    { before: '3.0.0', behaviour: 'reads-once' as const, because: 'It asks for an old client.', evidence },
    { from: '3.0.0', behaviour: 'reloads' as const, because: 'It asks for a good client.', evidence }
  ]
  return { name, title: name, repository: evidence[0]?.url ?? '', observed, brings: ['kubernetes'], examples: [] }
}

let scan: typeof import('../../../src/scan/scan.ts').scan

beforeAll(async () => {
  const clients = [...pypiClients, bringer('acme-spawner'), bringer('acme-hub')]
  jest.unstable_mockModule('../../../src/policy/clients/pypi.ts', () => ({ pypiClients: clients }))
  scan = (await import('../../../src/scan/scan.ts')).scan
})

type Locked = readonly [name: string, version: string]

/** A poetry.lock in which each package needs the next one; the last is the client. */
function lock(packages: readonly Locked[]): string {
  return packages
    .map(([name, version], index) => {
      const next = packages[index + 1]
      const needs = next ? `[package.dependencies]\n${next[0]} = "*"\n` : ''
      return `[[package]]\nname = "${name}"\nversion = "${version}"\n${needs}`
    })
    .join('\n')
}

async function client(...packages: readonly Locked[]): Promise<FlatFinding> {
  return flat(await clientFinding(...packages))
}

async function clientFinding(...packages: readonly Locked[]): Promise<Finding> {
  const files = { 'poetry.lock': lock(packages), 'pyproject.toml': '[tool.poetry.dependencies]\napp = "*"\n' }
  const { findings } = await scan(memoryWorkspace(files), { minimum: 'documented' })
  const found = findings.find(finding => flat(finding).dependency.name === 'kubernetes')
  if (!found) throw new Error('the client is not found')
  return found
}

describe('the fix', () => {
  test('is the lowest version of the package that brings a good client, and its command', async () => {
    const { verdict } = await client(['Acme_Spawner', '2.1.0'], ['kubernetes', '11.0.0'])
    expect(verdict.fix).toEqual({
      version: '12.0.0',
      newest: '12.0.1',
      folder: '',
      steps: [{ run: "poetry add 'acme-spawner>=3.0.0'", note: 'for a group, add --group NAME' }],
      through: { name: 'acme-spawner', version: '3.0.0' }
    })
  })
  test('is about the first such package of the chain', async () => {
    const { verdict } = await client(
      ['x', '1'],
      ['acme-hub', '1.0'],
      ['acme-spawner', '2.1.0'],
      ['kubernetes', '11.0.0']
    )
    expect(verdict.fix?.through).toEqual({ name: 'acme-hub', version: '3.0.0' })
    expect(verdict.fix?.steps.map(stepLine)).toEqual(['poetry update acme-hub'])
  })
  test('is about the client where that package may have a good one already', async () => {
    const { verdict } = await client(['acme-spawner', '3.0.0'], ['kubernetes', '11.0.0'])
    expect(verdict.fix).toEqual({
      version: '12.0.0',
      newest: '12.0.1',
      folder: '',
      steps: ['poetry update kubernetes']
    })
  })
  test('is about the client where no such package is in the chain', async () => {
    const { verdict } = await client(['other', '1.0'], ['kubernetes', '11.0.0'])
    expect(verdict.fix).toEqual({
      version: '12.0.0',
      newest: '12.0.1',
      folder: '',
      steps: ['poetry update kubernetes']
    })
  })
  test('is none where the client passes', async () => {
    const { verdict } = await client(['acme-spawner', '2.1.0'], ['kubernetes', '12.0.0'])
    expect(verdict.fix).toBeUndefined()
  })
  test('holds no text of the chain', async () => {
    const { verdict } = await client(['acme-spawner', '2.1.0$(rm)'], ['kubernetes', '11.0.0'])
    expect(JSON.stringify(verdict)).not.toContain('rm)')
  })
  test('every report tells it', async () => {
    const finding = await clientFinding(['acme-spawner', '2.1.0'], ['kubernetes', '11.0.0'])
    const result = resultOf(report([finding]))
    expect(text.render(result, { colour: false, width: 120 })).toContain(
      'Use acme-spawner 3.0.0 or newer, which brings a client that passes'
    )
    expect(JSON.parse(json.render(result, {})).findings[0].fix.through).toEqual({
      name: 'acme-spawner',
      version: '3.0.0'
    })
    expect(markdown.render(result, {})).toContain('`acme-spawner` `3.0.0` or newer')
    expect(JSON.stringify(annotations.render(result, {}))).toContain('Use acme-spawner 3.0.0 or newer')
  })
})
