/** Whether the job passes: by level, by what became of a finding, gap or waiver, and by the settings. */

import { describe, expect, test } from '@jest/globals'
import type { Compared } from '../../src/model/comparison.ts'
import type { ChangeKind, Finding } from '../../src/model/finding.ts'
import type { Gap, Report } from '../../src/model/report.ts'
import type { Level } from '../../src/model/rule.ts'
import type { WaiverResult } from '../../src/model/waiver.ts'
import { conclude } from '../../src/policy/conclude.ts'
import { FAIL_ON, type FailOn } from '../../src/settings/choices.ts'
import { finding, gap, report, waiverResult } from '../support/report.ts'

const CHANGES: readonly ChangeKind[] = ['introduced', 'worsened', 'existing', 'improved']
const LEVELS: readonly Level[] = ['notice', 'warning', 'error']
const COMPARED: Compared = { kind: 'compared', base: { id: 'a', kind: 'named' }, fixed: [], unread: [] }

/** Which levels fail under each `fail-on`. */
const FAILING: Readonly<Record<FailOn, readonly Level[]>> = {
  error: ['error'],
  warning: ['warning', 'error'],
  notice: ['notice', 'warning', 'error'],
  never: []
}

function verdictOf(
  parts: { findings?: readonly Finding[]; gaps?: readonly Gap[]; waivers?: readonly WaiverResult[] },
  options: Partial<Parameters<typeof conclude>[1]>,
  comparison: Report['comparison'] = COMPARED
) {
  const whole = { ...report(), ...parts, ...(comparison ? { comparison } : {}) }
  return conclude(whole, { failOn: 'error', allowIncomplete: false, ...options })
}

describe.each(FAIL_ON)('fail-on: %s', failOn => {
  const rows = CHANGES.flatMap(kind => LEVELS.map(level => ({ kind, level })))

  test.each(rows)('a finding of level $level that is $kind', ({ kind, level }) => {
    const findings = [{ ...finding('unknown', { level }), change: { kind } }]
    const fails = FAILING[failOn].includes(level)
    const isOfChange = kind === 'introduced' || kind === 'worsened'
    expect(verdictOf({ findings }, { failOn, scope: 'all' }).exitCode).toBe(fails ? 1 : 0)
    expect(verdictOf({ findings }, { failOn }).exitCode).toBe(fails ? 1 : 0)
    expect(verdictOf({ findings }, { failOn, scope: 'introduced' }).exitCode).toBe(fails && isOfChange ? 1 : 0)
  })

  test.each(LEVELS)('without a comparison every finding of level %s counts', level => {
    const findings = [finding('unknown', { level })]
    const because = { kind: 'not-compared', because: 'the branch is new' } as const
    for (const comparison of [because, undefined]) {
      const { exitCode, counted } = conclude(
        { ...report(findings), ...(comparison ? { comparison } : {}) },
        { failOn, scope: 'introduced', allowIncomplete: false }
      )
      expect({ exitCode, counted }).toEqual({ exitCode: FAILING[failOn].includes(level) ? 1 : 0, counted: 'all' })
    }
  })
})

describe('of what the change introduces', () => {
  const scope = 'introduced'

  test('a waived finding fails nothing, and one of a scope that may not fail neither', () => {
    const introduced = { kind: 'introduced' } as const
    const waived = {
      ...finding('cannot-reload'),
      status: { kind: 'waived', by: waiverResult('in-force').waiver }
    } as const
    expect(verdictOf({ findings: [{ ...waived, change: introduced }] }, { scope }).verdict).toBe('passed')
    const test = finding('cannot-reload', { dependency: { scope: 'development' } })
    const findings = [{ ...test, change: introduced }]
    expect(verdictOf({ findings }, { scope }).verdict).toBe('failed')
    expect(verdictOf({ findings }, { scope, failOnScopes: ['runtime'] }).verdict).toBe('passed')
  })

  test.each([
    ['unreadable-file', false, 'incomplete'],
    ['unreadable-file', true, 'passed'],
    ['absent-file', false, 'passed']
  ] as const)('a gap %s that the base has: %s', (kind, existing, verdict) => {
    const gaps = [gap({ kind, existing })]
    expect(verdictOf({ gaps }, { scope }).verdict).toBe(verdict)
    expect(verdictOf({ gaps }, { scope, allowIncomplete: true }).verdict).toBe('passed')
  })

  test('a gap that the base has makes the check of everything incomplete', () => {
    expect(verdictOf({ gaps: [gap({ existing: true })] }, { scope: 'all' }).verdict).toBe('incomplete')
  })

  test.each([
    ['expired', true, 'passed'],
    ['expired', false, 'failed'],
    ['unused', true, 'passed'],
    ['unused', false, 'failed']
  ] as const)('a waiver that is %s, in the base too: %s', (state, existing, verdict) => {
    const waivers = [{ ...waiverResult(state), existing }]
    expect(verdictOf({ waivers }, { scope, failOn: 'notice' }).verdict).toBe(verdict)
  })
})
