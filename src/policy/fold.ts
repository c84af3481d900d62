/** Folding: what is the same at several places is one finding with several places. */

import { defined, groupBy } from '../collections.ts'
import type { Comparison, FixedFinding } from '../model/comparison.ts'
import type { Change, Finding, RelatedPlace, Subject } from '../model/finding.ts'
import type { Report } from '../model/report.ts'

/**
 * The report with one finding for each package, requirement, verdict, fix and change: the first in the order of the findings, with
 * the places of the others; what is fixed likewise. A settled finding stays by itself, because its place and the one that settles it
 * belong together.
 */
export function fold(report: Report): Report {
  const { findings, comparison } = report
  return {
    ...report,
    findings: Array.from(groupBy(findings, keyOf).values(), joined),
    ...(comparison ? { comparison: foldedComparison(comparison) } : {})
  }
}

function foldedComparison(comparison: Comparison): Comparison {
  if (comparison.kind === 'not-compared') return comparison
  return { ...comparison, fixed: Array.from(groupBy(comparison.fixed, fixedKeyOf).values(), joinedFixed) }
}

function keyOf({ subject, rule, level, explanation, status, identity, change }: Finding): string {
  if (subject.kind === 'cluster' || status.kind === 'settled') return identity
  // The same fix in another folder is the same.
  const fix = explanation.fix && { ...explanation.fix, folder: undefined }
  const waiver = status.kind === 'waived' ? status.by.place : undefined
  return JSON.stringify([
    subjectKeyOf(subject),
    [rule?.id, level, { ...explanation, fix }, status.kind, waiver],
    change && changeKeyOf(change)
  ])
}

function subjectKeyOf(subject: Exclude<Subject, { kind: 'cluster' }>): readonly unknown[] {
  if (subject.kind === 'hazard') return ['hazard', subject.object]
  const { ecosystem, name, requirement, replacement, alias, scope } = subject.dependency
  return ['client', ecosystem, name, requirement, replacement, alias, scope, subject.verdict]
}

/** Findings that came from different versions are told apart, but for those that are as bad as before. */
function changeKeyOf({ kind, before }: Change): readonly unknown[] {
  return kind === 'existing' || before?.subject.kind !== 'client'
    ? [kind]
    : [kind, before.subject.dependency.requirement]
}

function fixedKeyOf({ before, now }: FixedFinding): string {
  return JSON.stringify([keyOf(before), now && keyOf(now)])
}

function joined([first, ...others]: readonly [Finding, ...Finding[]]): Finding {
  if (others.length === 0) return first
  const same = others.map(({ place, edit }): RelatedPlace => ({ role: 'same', place, ...defined({ edit }) }))
  return { ...first, related: [...first.related, ...same] }
}

function joinedFixed(all: readonly [FixedFinding, ...FixedFinding[]]): FixedFinding {
  const before = joined(parts(all, ({ before }) => before))
  const [{ now }] = all
  return now ? { before, now: joined(parts(all, each => each.now ?? now)) } : { before }
}

function parts(
  [first, ...others]: readonly [FixedFinding, ...FixedFinding[]],
  partOf: (fixed: FixedFinding) => Finding
): readonly [Finding, ...Finding[]] {
  return [partOf(first), ...others.map(partOf)]
}
