/** A headline for every kind of report. */

import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { headline, outcome, resolvedHeadline } from '../../src/reporters/headline.ts'
import { at, finding, gap, report, resultOf, waiver, waiverResult } from '../support/report.ts'

const good = finding('reloads')
const bad = finding('cannot-reload')
const below = finding('below-minimum')
const silent = finding('sends-no-token')
const late = finding('reloads-late')
const unknown = finding('unknown')
const image = finding('reloads', { dependency: { ecosystem: 'docker' } })
const badImage = finding('cannot-reload', { dependency: { ecosystem: 'docker' } })
const outside = finding('cannot-reload', { dependency: { ecosystem: 'docker' }, level: 'notice' })
const settled = finding('unknown', { settledBy: at('go.mod:1:1') })

describe('headline', () => {
  const cases: readonly [string, Report, string][] = [
    ['clean', report([good, good, good]), 'All 3 Kubernetes clients reload bound service-account tokens.'],
    ['two', report([good, good]), 'Both Kubernetes clients reload bound service-account tokens.'],
    ['one', report([good]), 'The only Kubernetes client reloads bound service-account tokens.'],
    [
      'errors of one kind',
      report([bad, bad, good, good, good]),
      '2 of 5 Kubernetes clients cannot reload bound service-account tokens.'
    ],
    ['one error', report([below, good]), '1 of 2 Kubernetes clients is below the documented minimum version.'],
    ['the only one', report([silent]), 'The only Kubernetes client sends no service-account token at all.'],
    ['all of them', report([bad, bad]), '2 of 2 Kubernetes clients cannot reload bound service-account tokens.'],
    [
      'errors of several kinds',
      report([silent, bad, bad, below, good]),
      '4 of 5 Kubernetes clients fail the bound-token check: 1 sends no token, 2 cannot reload, 1 is below the minimum.'
    ],
    [
      'errors and a warning',
      report([bad, late]),
      '1 of 2 Kubernetes clients cannot reload bound service-account tokens; 1 more needs a look.'
    ],
    [
      'errors and warnings',
      report([bad, late, unknown]),
      '1 of 3 Kubernetes clients cannot reload bound service-account tokens; 2 more need a look.'
    ],
    [
      'packages and images',
      report([bad, image, badImage]),
      '2 of 3 Kubernetes clients and container images cannot reload bound service-account tokens.'
    ],
    [
      'images only',
      report([image, image]),
      'Both container images with a Kubernetes client reload bound service-account tokens.'
    ],
    [
      'an image only',
      report([badImage]),
      'The only container image with a Kubernetes client cannot reload bound service-account tokens.'
    ],
    [
      'an error and a notice of the same verdict',
      report([bad, outside]),
      '1 of 2 Kubernetes clients and container images cannot reload bound service-account tokens; 1 more needs a look.'
    ],
    ['warnings of one kind', report([late, late, good]), '2 of 3 Kubernetes clients reload the token late.'],
    ['unknown only', report([unknown, good]), '1 of 2 Kubernetes clients cannot be judged.'],
    [
      'warnings only',
      report([late, unknown, unknown]),
      '3 of 3 Kubernetes clients need a look: 1 reloads late, 2 are unknown.'
    ],
    [
      'settled ones do not count',
      report([bad, settled, good]),
      '1 of 2 Kubernetes clients cannot reload bound service-account tokens.'
    ],
    ['settled ones only', report([settled]), 'Every Kubernetes client that was found is settled by another file.'],
    [
      'notices',
      report([finding('below-minimum', { level: 'notice' }), good]),
      '1 of 2 Kubernetes clients is below the documented minimum version.'
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
      'Incomplete: 1 place could not be read; the only Kubernetes client reloads bound service-account tokens.'
    ],
    [
      'incomplete and empty',
      report([], [gap(), gap()]),
      'Incomplete: 2 places could not be read; no Kubernetes client was found in 3 dependency files (40 listed files in all).'
    ],
    [
      'errors and a gap',
      report([bad, good], [gap()]),
      '1 of 2 Kubernetes clients cannot reload bound service-account tokens; 1 place could not be read.'
    ],
    [
      'waived ones are told apart',
      report([bad, good, finding('cannot-reload', { waivedBy: waiver() })]),
      '1 of 2 Kubernetes clients cannot reload bound service-account tokens; 1 more is waived.'
    ],
    [
      'waived ones beside good ones',
      report([good, ...[1, 2].map(() => finding('cannot-reload', { waivedBy: waiver() }))]),
      'The only Kubernetes client reloads bound service-account tokens; 2 more are waived.'
    ],
    [
      'the only one is waived',
      report([finding('unknown', { waivedBy: waiver() })]),
      'The only Kubernetes client is waived.'
    ],
    [
      'all of them are waived',
      report([1, 2, 3].map(() => finding('cannot-reload', { waivedBy: waiver() }))),
      'All 3 Kubernetes clients are waived.'
    ],
    [
      'waivers that have expired',
      { ...report([good]), waivers: [waiverResult('expired'), waiverResult('expired'), waiverResult('unused')] },
      'The only Kubernetes client reloads bound service-account tokens; 2 waivers have expired.'
    ],
    [
      'files that are not there',
      report([], [], { claimed: 2, unmentioned: 0, absent: 2 }),
      'No Kubernetes client was found: the listed dependency files are absent.'
    ],
    [
      'some files that are not there',
      report([], [], { claimed: 3, unmentioned: 1, absent: 2 }),
      'No Kubernetes client was found in 1 dependency file (40 listed files in all).'
    ],
    [
      'an absent file leaves nothing unread',
      report([good], [gap({ kind: 'absent-file' })]),
      'The only Kubernetes client reloads bound service-account tokens.'
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
  test('of a comment that has nothing left to tell', () => {
    const clean = report([good])
    expect(resolvedHeadline(resultOf(clean))).toBe(
      'Resolved: the only Kubernetes client reloads bound service-account tokens.'
    )
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
    expect(outcome(resultOf(unread))).toBe(
      'The check fails, because what could not be read may name a client that breaks.'
    )
  })
})
