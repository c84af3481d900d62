/** The order in which findings are reported: worst first. */

import { type Finding, isOpen, subjectPlace } from '../model/finding.ts'
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

/**
 * The open findings: by level and then by verdict, both from bad to good, hazards after the clients
 * of their level; then direct dependencies before those that a parent brings in; then by place.
 */
export function ranked(findings: readonly Finding[]): Finding[] {
  return findings
    .filter(isOpen)
    .toSorted(
      (a, b) =>
        SEVERITY[b.level] - SEVERITY[a.level] ||
        verdictRank(a) - verdictRank(b) ||
        directRank(a) - directRank(b) ||
        comparePlaces(a.place, b.place) ||
        comparePlaces(subjectPlace(a), subjectPlace(b))
    )
}

function verdictRank({ subject }: Finding): number {
  return subject.kind === 'client' ? VERDICT_ORDER.indexOf(subject.verdict.kind) : VERDICT_ORDER.length
}

function directRank({ subject }: Finding): number {
  const direct = subject.kind === 'client' ? subject.dependency.direct : undefined
  if (direct === undefined) return 1
  return direct ? 0 : 2
}
