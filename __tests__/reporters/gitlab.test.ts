/** The code quality report: the fields that GitLab requires, and nothing that it would show wrongly. */

import { expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { gitlab } from '../../src/reporters/gitlab.ts'
import { at, finding, gap, HOSTILE_ROWS, hostileReport, report, resultOf, sample, waiver } from '../support/report.ts'

interface Row {
  readonly description: string
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: string
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } }
}

const rows = (whole: Report): readonly Row[] => JSON.parse(gitlab.render(resultOf(whole), {}))

test.each([['sample', sample()], ...HOSTILE_ROWS.map(([name, text]) => [name, hostileReport(text)] as const)] as const)(
  '%s: every row has the required fields, and no two have one fingerprint',
  (_, whole) => {
    const all = rows(whole)
    expect(all.length).toBeGreaterThan(0)
    for (const { description, check_name, fingerprint, severity, location } of all) {
      expect(description).toMatch(/^[^\p{Cc}]+$/u)
      expect(check_name).toMatch(/^[a-z-]+$/)
      expect(fingerprint).toMatch(/^[0-9a-f]{32}:\d+$/)
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity)
      expect(location.path).not.toBe('')
      expect(location.lines.begin).toBeGreaterThan(0)
    }
    expect(new Set(all.map(({ fingerprint }) => fingerprint)).size).toBe(all.length)
  }
)

test('errors, warnings and notices by their severity; the file as it is called', () => {
  const whole = report(
    [
      finding('cannot-reload', { dependency: { place: at('ä b/go.mod:7:2') } }),
      finding('reloads-late', { dependency: { place: at('b/go.mod:3:1') } }),
      finding('reloads')
    ],
    [gap({ kind: 'absent-file', place: at('c:1:1') })]
  )
  expect(rows(whole)).toMatchObject([
    { check_name: 'client-cannot-reload', severity: 'critical', location: { path: 'ä b/go.mod', lines: { begin: 7 } } },
    { check_name: 'client-reloads-late', severity: 'major' },
    { check_name: 'absent-file', severity: 'info' }
  ])
})

test('what is waived is left out, and nothing is an empty list', () => {
  expect(gitlab.render(resultOf(report([finding('cannot-reload', { waivedBy: waiver() })])), {})).toBe('[]\n')
})
