/** A headline for every kind of report. */

import { describe, expect, test } from '@jest/globals'
import type { ChangeKind, Finding } from '../../src/model/finding.ts'
import type { Report } from '../../src/model/report.ts'
import type { Harm } from '../../src/model/rule.ts'
import { conclude } from '../../src/policy/conclude.ts'
import { headline, outcome, resolvedHeadline } from '../../src/reporters/headline.ts'
import type { Result } from '../../src/reporters/reporter.ts'
import {
  at,
  comparedWith,
  finding,
  gap,
  hazardFinding,
  report,
  resultOf,
  toyRule,
  waiver,
  waiverResult
} from '../support/report.ts'

let made = 0
/** A finding about a package of its own. */
const own = (kind: Parameters<typeof finding>[0], changes: Parameters<typeof finding>[1] = {}) =>
  finding(kind, { ...changes, dependency: { name: `client-${made++}`, ...changes.dependency } })
const of = (number: number, kind: Parameters<typeof finding>[0], changes?: Parameters<typeof finding>[1]) =>
  Array.from({ length: number }, () => own(kind, changes))
const changed = (kind: ChangeKind) => ({ change: { kind } })
const compared = (whole: Report, fixed: readonly Finding[] = []): Report => ({
  ...whole,
  comparison: comparedWith(fixed.map(before => ({ before })))
})

const good = own('reloads')
const bad = own('cannot-reload')
const late = own('reloads-late')
const hazard = (harm: Harm) => hazardFinding({ rule: { ...toyRule, harm } })
const docker = { dependency: { ecosystem: 'docker' } }

describe('headline', () => {
  const cases: readonly [string, Report, string][] = [
    ['clean', report(of(3, 'reloads')), 'All 3 Kubernetes clients reload their token.'],
    ['two', report(of(2, 'reloads')), 'Both Kubernetes clients reload their token.'],
    ['one', report([good]), 'The only Kubernetes client reloads its token.'],
    ['one in two places', report([good, good]), 'The only Kubernetes client reloads its token.'],
    [
      'errors of one kind',
      report([...of(2, 'cannot-reload'), ...of(3, 'reloads')]),
      '2 of 5 Kubernetes clients stop working when their token expires.'
    ],
    [
      'one error',
      report([own('below-minimum'), good]),
      '1 of 2 Kubernetes clients is below the documented minimum version.'
    ],
    ['the only one', report([own('sends-no-token')]), 'The only Kubernetes client sends no token at all.'],
    ['all of them', report(of(2, 'cannot-reload')), 'Both Kubernetes clients stop working when their token expires.'],
    [
      'one package in two verdicts counts by the worse',
      report([
        late,
        bad,
        finding('reloads-late', { dependency: { name: 'x' } }),
        finding('cannot-reload', { dependency: { name: 'x' } })
      ]),
      '2 of 3 Kubernetes clients stop working when their token expires; 1 more needs a look.'
    ],
    [
      'errors of two kinds',
      report([own('sends-no-token'), ...of(2, 'cannot-reload'), good]),
      '1 of 4 Kubernetes clients sends no token at all, and 2 stop working when their token expires.'
    ],
    [
      'errors of several kinds',
      report([own('sends-no-token'), ...of(2, 'cannot-reload'), own('below-minimum'), good]),
      '1 of 5 Kubernetes clients sends no token at all, 2 stop working when their token expires and 1 is below the documented minimum version.'
    ],
    [
      'errors and warnings',
      report([bad, late, own('unknown')]),
      '1 of 3 Kubernetes clients stops working when its token expires; 2 more need a look.'
    ],
    [
      'packages and images',
      report([bad, own('reloads', docker), own('cannot-reload', docker)]),
      '2 of 3 Kubernetes clients and container images stop working when their token expires.'
    ],
    [
      'images only',
      report(of(2, 'reloads', docker)),
      'Both container images with a Kubernetes client reload their token.'
    ],
    [
      'an image only',
      report([own('cannot-reload', docker)]),
      'The only container image with a Kubernetes client stops working when its token expires.'
    ],
    [
      'an error and a notice of the same verdict',
      report([bad, own('cannot-reload', { ...docker, level: 'notice' })]),
      '1 of 2 Kubernetes clients and container images stops working when its token expires; 1 more needs a look.'
    ],
    [
      'an error and clients that nobody can judge',
      report([bad, ...of(2, 'unknown', { level: 'notice' })]),
      '1 of 3 Kubernetes clients stops working when its token expires; 2 more cannot be judged.'
    ],
    [
      'an error, a client that nobody can judge, and one that an edit settles',
      report([bad, own('unknown', { level: 'notice' }), own('unknown')]),
      '1 of 3 Kubernetes clients stops working when its token expires; 2 more need a look.'
    ],
    [
      'warnings of one kind',
      report([...of(2, 'reloads-late'), good]),
      '2 of 3 Kubernetes clients reload their token late.'
    ],
    ['unknown only', report([own('unknown'), good]), '1 of 2 Kubernetes clients cannot be judged.'],
    [
      'warnings only',
      report([late, ...of(2, 'unknown')]),
      '1 of 3 Kubernetes clients reloads its token late, and 2 cannot be judged.'
    ],
    [
      'settled ones do not count',
      report([bad, own('unknown', { settledBy: at('go.mod:1:1') }), good]),
      '1 of 2 Kubernetes clients stops working when its token expires.'
    ],
    [
      'settled ones only',
      report([own('unknown', { settledBy: at('go.mod:1:1') })]),
      'Every Kubernetes client that was found is settled by another file.'
    ],
    ['a hazard', report([hazardFinding()]), '1 hazard keeps a token that expires.'],
    [
      'a hazard beside clients',
      report([bad, good, hazardFinding()]),
      '1 of 2 Kubernetes clients stops working when its token expires; 1 hazard keeps a token that expires.'
    ],
    [
      'hazards of several kinds, the most frequent first',
      report([hazard('old-add-on'), hazard('permanent-token'), hazard('permanent-token')]),
      '3 hazards: 2 make or use a permanent token and 1 is an add-on that is too old to reload its token.'
    ],
    [
      'hazards of one kind',
      report([hazard('changes-lifetime'), hazard('changes-lifetime')]),
      '2 hazards change how long tokens are valid.'
    ],
    [
      'no client',
      report([], [], { listed: 40, claimed: 3 }),
      'No Kubernetes client was found in 3 dependency files (40 listed files in all).'
    ],
    [
      'a client that is named and not understood',
      report([], [gap({ kind: 'not-understood' }), gap({ kind: 'not-understood' })]),
      'A Kubernetes client is named, but not understood, in 2 places.'
    ],
    [
      'no dependency file',
      report([], [], { listed: 40, claimed: 0, unmentioned: 0 }),
      'No Kubernetes client was found: none of the 40 listed files is a dependency file.'
    ],
    [
      'one file',
      report([], [], { listed: 1, claimed: 0, unmentioned: 0 }),
      'No Kubernetes client was found: the only listed file is not a dependency file.'
    ],
    ['no file', report([], [], { listed: 0, claimed: 0, unmentioned: 0 }), 'Nothing to scan: no file was found.'],
    [
      'incomplete',
      report([good], [gap()]),
      'Incomplete: 1 place could not be read; the only Kubernetes client reloads its token.'
    ],
    [
      'incomplete and empty',
      report([], [gap(), gap()]),
      'Incomplete: 2 places could not be read; no Kubernetes client was found in 3 dependency files (40 listed files in all).'
    ],
    [
      'errors and a gap',
      report([bad, good], [gap()]),
      '1 of 2 Kubernetes clients stops working when its token expires; 1 place could not be read.'
    ],
    [
      'waived ones are told apart',
      report([bad, good, own('cannot-reload', { waivedBy: waiver() })]),
      '1 of 2 Kubernetes clients stops working when its token expires; 1 more is waived.'
    ],
    [
      'waived ones beside good ones',
      report([good, ...of(2, 'cannot-reload', { waivedBy: waiver() })]),
      'The only Kubernetes client reloads its token; 2 more are waived.'
    ],
    [
      'the only one is waived',
      report([own('unknown', { waivedBy: waiver() })]),
      'The only Kubernetes client is waived.'
    ],
    [
      'all of them are waived',
      report(of(3, 'cannot-reload', { waivedBy: waiver() })),
      'All 3 Kubernetes clients are waived.'
    ],
    [
      'waivers that have expired',
      { ...report([good]), waivers: [waiverResult('expired'), waiverResult('expired'), waiverResult('unused')] },
      'The only Kubernetes client reloads its token; 2 waivers have expired.'
    ],
    [
      'some files that are not there',
      report([], [], { claimed: 3, unmentioned: 1, absent: 2 }),
      'No Kubernetes client was found in 1 dependency file (40 listed files in all).'
    ],
    [
      'an absent file leaves nothing unread',
      report([good], [gap({ kind: 'absent-file' })]),
      'The only Kubernetes client reloads its token.'
    ],
    [
      'what a change makes worse, whatever was there',
      compared(
        report([...of(2, 'cannot-reload', changed('introduced')), own('cannot-reload', changed('existing')), good])
      ),
      '2 Kubernetes clients in this pull request stop working when their token expires.'
    ],
    [
      'one that a change makes worse',
      compared(report([own('below-minimum', changed('worsened')), good])),
      '1 Kubernetes client in this pull request is below the documented minimum version.'
    ],
    [
      'a hazard that a change brings in',
      compared(report([good, hazardFinding(changed('introduced'))])),
      '1 hazard in this pull request keeps a token that expires.'
    ],
    [
      'what a change fixes',
      compared(report(of(3, 'reloads')), [...of(2, 'cannot-reload'), hazardFinding()]),
      'This pull request fixes 2 Kubernetes clients and 1 hazard; all 3 reload their token.'
    ],
    ['the last client, gone', compared(report(), [bad]), 'This pull request fixes 1 Kubernetes client.'],
    [
      'what a change fixes and improves, and what is left',
      compared(report([own('reloads-late', changed('improved')), own('cannot-reload', changed('existing'))]), [bad]),
      'This pull request fixes 1 Kubernetes client and improves 1 Kubernetes client; 1 Kubernetes client left stops working when its token expires; 1 more needs a look.'
    ],
    [
      'what was there and is no better',
      compared(report(of(3, 'cannot-reload', changed('existing')))),
      '3 Kubernetes clients stop working when their token expires, as before this pull request.'
    ],
    ['nothing', compared(report(of(2, 'reloads'))), 'Both Kubernetes clients reload their token.'],
    [
      'a wrong configuration',
      { ...compared(report([good])), configurationChange: { edits: [], effect: { problem: 'x' } } },
      'The new configuration is wrong; the only Kubernetes client reloads its token.'
    ],
    [
      'without a comparison',
      { ...report([bad, good]), comparison: { kind: 'not-compared', because: 'it is not known' } },
      '1 of 2 Kubernetes clients stops working when its token expires.'
    ]
  ]
  test.each(cases)('%s', (_, report, expected) => {
    expect(headline(resultOf(report))).toBe(expected)
  })
  test('is the same whatever fails the job: reporting and failing are two questions', () => {
    // https://github.com/actions/dependency-review-action/issues/817
    for (const [, report] of cases) {
      if (report.gaps.length > 0) continue
      expect(headline(resultOf(report, 'never'))).toBe(headline(resultOf(report)))
    }
  })
  test.each([
    ['merge-base', 'this pull request'],
    ['queue-parent', 'this merge group'],
    ['before-push', 'this push'],
    ['named', 'this change']
  ] as const)('compared with %s, it is about %s', (kind, words) => {
    const whole = report([own('cannot-reload', changed('introduced'))])
    const text = headline(
      resultOf({ ...whole, comparison: { kind: 'compared', base: { id: 'abc', kind }, fixed: [], unread: [] } })
    )
    expect(text).toBe(`1 Kubernetes client in ${words} stops working when its token expires.`)
  })
  test('of a comment that has nothing left to tell', () => {
    const clean = report([good])
    expect(resolvedHeadline(resultOf(clean))).toBe('Resolved: the only Kubernetes client reloads its token.')
  })
})

describe('outcome', () => {
  test('is told where the headline leaves it open', () => {
    const broken = report([bad])
    const doubtful = report([late])
    const unread = report([good], [gap()])
    expect(outcome(resultOf(broken))).toBeUndefined()
    expect(outcome(resultOf(doubtful))).toBeUndefined()
    expect(outcome(resultOf(broken, 'never'))).toBe('The check passes nevertheless, because its settings allow it.')
    expect(outcome(resultOf(unread, 'error', true))).toBe(
      'The check passes nevertheless, because its settings allow it.'
    )
    expect(outcome(resultOf(doubtful, 'warning'))).toBe('The check fails, because fail-on is set to warning.')
    const before = compared(report(of(1, 'cannot-reload', changed('existing'))))
    expect(outcome(resultOf(before))).toBe(
      'The check fails, because it counts what was here before this pull request too.'
    )
    expect(outcome(resultOf(unread))).toBe(
      'The check fails, because what could not be read may name a client that breaks.'
    )
    // The headline has it: no setting is the reason.
    expect(outcome(resultOf({ ...report([good]), waivers: [waiverResult('expired', {}, 1)] }))).toBeUndefined()
  })
  test('where only what is new counts, that is the reason unless something new is allowed', () => {
    const of = (kind: 'existing' | 'introduced', failOn: 'error' | 'never'): Result => {
      const own = compared(report([finding('cannot-reload', changed(kind))]))
      return { report: own, conclusion: conclude(own, { failOn, allowIncomplete: false, scope: 'introduced' }) }
    }
    expect(outcome(of('existing', 'error'))).toBe(
      'The check passes, because it counts only what this pull request introduces or worsens.'
    )
    expect(outcome(of('introduced', 'never'))).toBe('The check passes nevertheless, because its settings allow it.')
    expect(outcome(of('introduced', 'error'))).toBeUndefined()
  })
})
