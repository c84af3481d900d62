/** Issues: each place once, with a fingerprint that only its own line can change. */

import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../src/model/finding.ts'
import type { Place } from '../../src/model/place.ts'
import type { Report } from '../../src/model/report.ts'
import { fold } from '../../src/policy/fold.ts'
import { issuesOf } from '../../src/reporters/issues.ts'
import { randomNumbers } from '../support/numbers.ts'
import { at, finding, gap, report, resultOf, waiverResult } from '../support/report.ts'

const issues = (whole: Report) => issuesOf(resultOf(whole))
const fingerprints = (whole: Report) => issues(whole).map(({ fingerprint }) => fingerprint)

/** A report of findings, gaps and waivers at random places, some on one line and some of them equal. */
function randomReport(seed: number): Report {
  const random = randomNumbers(seed)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
  const place = () => at(`${pick(['a', 'b', 'c'])}/go.mod:${1 + Math.floor(random() * 30)}:${pick([3, 9])}`)
  const findings = Array.from({ length: 12 }, () =>
    finding(pick(['cannot-reload', 'unknown', 'reloads'] as const), {
      dependency: { name: pick(['k8s.io/client-go', 'k8s.io/apimachinery']), place: place() }
    })
  )
  const gaps = Array.from({ length: 3 }, () => gap({ place: place() }))
  return { ...report(findings, gaps), waivers: [waiverResult('expired', { place: place() })] }
}

/** The same report after lines were added above and between: every place moves down, none past another. */
function shifted(whole: Report, random: () => number): Report {
  const added = Array.from({ length: 40 }, () => Math.floor(random() * 3))
  const moved = (place: Place): Place => ({
    ...place,
    line: place.line + added.slice(0, place.line).reduce((sum, count) => sum + count, 0)
  })
  const movedFinding = (each: Finding): Finding => ({
    ...each,
    place: moved(each.place),
    related: each.related.map(other => ({ ...other, place: moved(other.place) })),
    subject:
      each.subject.kind === 'client'
        ? {
            ...each.subject,
            dependency: { ...each.subject.dependency, place: moved(each.subject.dependency.place) }
          }
        : each.subject
  })
  return {
    ...whole,
    findings: whole.findings.map(movedFinding),
    gaps: whole.gaps.map(each => ({ ...each, place: moved(each.place) })),
    waivers: whole.waivers.map(each => ({ ...each, waiver: { ...each.waiver, place: moved(each.waiver.place) } }))
  }
}

describe('fingerprints', () => {
  test.each(Array.from({ length: 200 }, (_, seed) => seed))('of report %d are unique and survive moved lines', seed => {
    const whole = fold(randomReport(seed))
    const own = fingerprints(whole)
    expect(new Set(own).size).toBe(own.length)
    expect(fingerprints(shifted(whole, randomNumbers(seed + 1_000)))).toEqual(own)
  })

  test('survive another version and another finding elsewhere, but not another rule, package or file', () => {
    const one = (changes: Parameters<typeof finding>[1] = {}, kind: Parameters<typeof finding>[0] = 'cannot-reload') =>
      fingerprints(report([finding(kind, changes)]))[0]
    const version = { requirement: { kind: 'version', text: 'v11.0.0+incompatible' } } as const
    expect(one({ dependency: version })).toBe(one())
    const other = finding('cannot-reload', { dependency: { name: 'k8s.io/kubectl', place: at('go.mod:1:1') } })
    expect(fingerprints(report([other, finding('cannot-reload')]))).toContain(one())
    expect(one({}, 'unknown')).not.toBe(one())
    expect(one({ dependency: { name: 'k8s.io/kubectl' } })).not.toBe(one())
    expect(one({ dependency: { place: at('sub/go.mod:12:18') } })).not.toBe(one())
  })
})

test('issues are in order of level and place, and a folded finding is one at each of its lines', () => {
  const equal = ['z', 'b'].map(name => finding('cannot-reload', { dependency: { place: at(`${name}/go.mod:3:5`) } }))
  const late = finding('reloads-late', { dependency: { place: at('a/go.mod:1:1') } })
  expect(issues(fold(report([late, ...equal]))).map(({ level, place }) => `${level} ${place.path}`)).toEqual([
    'error b/go.mod',
    'error z/go.mod',
    'warning a/go.mod'
  ])
})
