/** The order in which findings are reported: worst first. */

import { type ChangeKind, type Finding, isOpen, subjectPlace } from '../model/finding.ts'
import { comparePlaces } from '../model/place.ts'
import { SEVERITY } from '../model/rule.ts'
import type { VerdictKind } from '../model/verdict.ts'

/** The verdicts from bad to good. */
export const VERDICT_ORDER: readonly VerdictKind[] = [
  'sends-no-token',
  'cannot-reload',
  'below-minimum',
  'reloads-late',
  'unknown',
  'reloads'
]

/** The changes in the order in which a reviewer wants to see them. */
const CHANGE_ORDER: readonly ChangeKind[] = ['introduced', 'worsened', 'existing', 'improved']

/**
 * The open findings: by level, from bad to good; then what the change introduces or worsens before what existed; then direct
 * dependencies before those that a parent brings in; then by verdict, all else after the clients; then by place.
 */
export function ranked(findings: readonly Finding[]): Finding[] {
  return findings
    .filter(isOpen)
    .toSorted(
      (a, b) =>
        SEVERITY[b.level] - SEVERITY[a.level] ||
        changeRank(a) - changeRank(b) ||
        directRank(a) - directRank(b) ||
        verdictRank(a) - verdictRank(b) ||
        comparePlaces(a.place, b.place) ||
        comparePlaces(subjectPlace(a), subjectPlace(b))
    )
}

/** The place of a finding in `CHANGE_ORDER`; the first for all where nothing was compared. */
export function changeRank({ change }: Pick<Finding, 'change'>): number {
  return change ? CHANGE_ORDER.indexOf(change.kind) : 0
}

function verdictRank({ subject }: Finding): number {
  return subject.kind === 'client' ? VERDICT_ORDER.indexOf(subject.verdict.kind) : VERDICT_ORDER.length
}

function directRank({ subject }: Finding): number {
  const direct = subject.kind === 'client' ? subject.dependency.direct : undefined
  if (direct === undefined) return 1
  return direct ? 0 : 2
}
