/** The words: a headline for every kind of report, and the rows behind it. */

import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { explainRule, explainRules } from '../../src/reporters/explain.ts'
import {
  chainText,
  count,
  GAPS,
  headline,
  LEVELS,
  outcome,
  PROOFS,
  REASONS,
  remarks,
  resolvedHeadline,
  VERDICT_ORDER,
  VERDICTS,
  WAIVERS
} from '../../src/reporters/phrases.ts'
import { rules } from '../../src/rules/index.ts'
import { at, concluded, finding, gap, report, waiver, waiverResult } from '../support/report.ts'

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
    [
      'settled ones only',
      report([settled]),
      'No Kubernetes client stands for itself: other files settle all that were found.'
    ],
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
      'no dependency file',
      report([], [], { listed: 40, claimed: 0, unmentioned: 0 }),
      'No Kubernetes client was found: none of the 40 listed files is a dependency file.'
    ],
    [
      'one file',
      report([], [], { listed: 1, claimed: 0, unmentioned: 0 }),
      'No Kubernetes client was found: the only listed file is no dependency file.'
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
      'an absent file leaves nothing unread',
      report([good], [gap({ kind: 'absent-file' })]),
      'The only Kubernetes client reloads bound service-account tokens.'
    ]
  ]
  test.each(cases)('%s', (_, report, expected) => {
    expect(headline(report, concluded(report))).toBe(expected)
  })
  test('is the same whatever fails the job: reporting and failing are two questions', () => {
    // https://github.com/actions/dependency-review-action/issues/817
    for (const [, report] of cases) {
      if (report.gaps.length > 0) continue
      expect(headline(report, concluded(report, 'never'))).toBe(headline(report, concluded(report)))
    }
  })
  test('of a comment that has nothing left to tell', () => {
    const clean = report([good])
    expect(resolvedHeadline(clean, concluded(clean))).toBe(
      'Resolved: the only Kubernetes client reloads bound service-account tokens.'
    )
  })
})

describe('outcome', () => {
  test('is told where the headline leaves it open', () => {
    const broken = report([bad])
    const doubtful = report([late])
    const unread = report([good], [gap()])
    expect(outcome(broken, concluded(broken))).toBeUndefined()
    expect(outcome(doubtful, concluded(doubtful))).toBeUndefined()
    expect(outcome(broken, concluded(broken, 'never'))).toBe('The check passes all the same: its settings say so.')
    expect(outcome(unread, concluded(unread, 'error', true))).toBe(
      'The check passes all the same: its settings say so.'
    )
    expect(outcome(doubtful, concluded(doubtful, 'warning'))).toBe(
      'The check fails, because findings of the level warning are set to fail it.'
    )
    expect(outcome(unread, concluded(unread))).toBe(
      'The check fails, because what could not be read may name a client that breaks.'
    )
  })
})

describe('rows', () => {
  test('every verdict has its place in the order', () => {
    expect([...VERDICT_ORDER].sort()).toEqual(Object.keys(VERDICTS).sort())
  })
  test('labels are short and of one line, sentences end with a full stop', () => {
    for (const { label, sentence } of [VERDICTS, REASONS, GAPS, LEVELS, WAIVERS].flatMap(rows => Object.values(rows))) {
      expect(label).toMatch(/^[a-z][a-z -]{2,24}$/)
      expect(sentence).toMatch(/^[A-Z].*\.$/)
    }
  })
  test('markers for text are ASCII of at most five characters', () => {
    for (const { marker } of [...Object.values(LEVELS), ...Object.values(GAPS)])
      expect(marker.text).toMatch(/^[A-Z]{2,5}$/)
  })
  test('proofs continue a sentence', () => {
    for (const words of Object.values(PROOFS)) expect(words).toMatch(/^[a-z][^.]*$/)
  })
  test('count', () => {
    expect([count(0, 'file'), count(1, 'file'), count(2, 'file')]).toEqual(['0 files', '1 file', '2 files'])
  })
})

describe('why it is there', () => {
  const quote = (text: string) => `"${text}"`
  const links = (...texts: readonly string[]) =>
    texts.map(text => ({ name: text.split(' ')[0] ?? '', version: text.split(' ')[1] ?? '' }))
  const told = (...texts: readonly string[]) =>
    remarks(finding('cannot-reload', { dependency: { direct: false, chain: links(...texts) } }), quote)
  test('names what the project asks for, and what lies between', () => {
    expect(told('a 1', 'client 3')).toEqual(['It is brought in by "a 1", which the project asks for.'])
    expect(told('a 1', 'b 2', 'c 2', 'client 3')).toEqual([
      'It is brought in by "a 1", which the project asks for, through "b 2" → "c 2".'
    ])
  })
  test('says so where the way is not known', () => {
    expect(remarks(finding('cannot-reload', { dependency: { direct: false } }), quote)).toEqual([
      'It is indirect: another package brings it in.'
    ])
    expect(remarks(finding('cannot-reload', { dependency: { direct: false }, why: 'ask why' }), quote)).toEqual([
      'It is indirect: another package brings it in; "ask why" tells which.'
    ])
    expect(remarks(finding('cannot-reload', { why: 'ask why' }), quote)).toEqual([
      'Where no manifest names it, another package brings it in; "ask why" tells which.'
    ])
    expect(remarks(finding('cannot-reload'), quote)).toEqual([])
  })
  test('only counts the middle of a long chain', () => {
    const chain = Array.from({ length: 11 }, (_, at) => ({ name: `p${at}`, version: '' }))
    expect(chainText(chain, text => text)).toBe('p0 → p1 → p2 → p3 → 3 more → p7 → p8 → p9 → p10')
  })
})

describe('explain', () => {
  test.each(rules)('$id: what it means, why it matters, its level, the fix, the waiver', rule => {
    const words = explainRule(rule)
    for (const title of ['What it means', 'Why it matters', 'Level', 'How to fix it', 'How to waive it'])
      expect(words).toContain(`\n\n${title}\n  `)
    expect(words).toContain(rule.waivable ? `- rule: ${rule.id}\n` : 'A waiver cannot be waived.')
    for (const line of words.split('\n')) expect(line.length).toBeLessThanOrEqual(102)
    expect(explainRules()).toContain(`${rule.id} `)
  })
})
