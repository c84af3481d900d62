/** Clients of one resolution: which of them handles the token, and what one does beside another. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { stepLine } from '../../../src/model/verdict.ts'
import { findingLines, gapLines, type Part, scanned, watching } from '../../support/findings.ts'
import { withinBudget } from '../../support/hostile.ts'
import { parseScenarios } from '../../support/scenarios.ts'

const FOLDER = join(import.meta.dirname, 'companions')
const PARTS: readonly Part[] = ['place', 'name', 'requirement', 'verdict', 'settledOrLevel']

describe.each(readdirSync(FOLDER))('%s', document => {
  test.each(parseScenarios(readFileSync(join(FOLDER, document), 'utf8')))(
    '$title',
    async ({ files, expected, fix = [] }) => {
      const { findings, gaps } = await scanned(files)
      expect([...findingLines(findings, PARTS), ...gapLines(gaps)]).toEqual(expected)
      const open = findings.filter(({ settledBy }) => settledBy === undefined)
      expect(open.flatMap(({ verdict }) => (verdict.fix?.steps ?? []).map(stepLine))).toEqual(fix)
    }
  )
})

describe('the work grows with the number of clients alone', () => {
  const policy = watching('kopf', 'kubernetes', 'pykube', 'pykube-ng', 'kubernetes-asyncio')
  const lines = (many: number) =>
    Array.from({ length: many }, (_, at) => `kopf==1.44.5.post${at}\nkubernetes==36.0.1.post${at}\n`).join('')

  test('in one file', async () => {
    const text = lines(2_000)
    const { findings } = await withinBudget(text.length, 200, () => scanned({ 'requirements.txt': text }, policy))
    expect(findings).toHaveLength(4_000)
  })

  test('in many files of one folder', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`requirements-${at}.txt`, lines(1)]))
    const { findings } = await withinBudget(300 * lines(1).length, 400, () => scanned(files, policy))
    expect(findings.filter(({ verdict }) => verdict.kind === 'sends-no-token')).toHaveLength(300)
  })
})
