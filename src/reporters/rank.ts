/** Which finding is reported first, and at which of its places. */

import { type Finding, isOpen, type RelatedRole, subjectPlace } from '../model/finding.ts'
import { comparePlaces, type Place } from '../model/place.ts'
import { SEVERITY } from '../model/rule.ts'
import { VERDICT_ORDER } from './phrases.ts'

/**
 * The open findings: by level and then by verdict, both from bad to good, hazards behind the clients of their level; then what
 * the project itself requires before what a parent brings in; then by place.
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

/** The further places of a finding that a report names: those on another line than the one to edit. */
export interface OtherPlaces {
  readonly resolved?: Place
  readonly used?: Place
  readonly declared: readonly Place[]
  readonly repeated: number
}

/** The further places that a report of this finding names, without those on the line to edit. */
export function otherPlaces({ place: shown, related }: Finding): OtherPlaces {
  const of = (role: RelatedRole) => related.flatMap(other => (other.role === role ? other.place : []))
  const elsewhere = (places: readonly Place[]) => places.filter(place => !isSameLine(place, shown))
  const [resolved] = elsewhere(of('resolved'))
  const [used] = elsewhere(of('used'))
  return {
    ...(resolved ? { resolved } : {}),
    ...(used ? { used } : {}),
    declared: elsewhere(of('declared')),
    repeated: of('repeated').length
  }
}

/** The line is all that a reader sees of a place. */
function isSameLine(a: Place, b: Place): boolean {
  return a.path === b.path && a.line === b.line
}

function verdictRank({ subject }: Finding): number {
  return subject.kind === 'client' ? VERDICT_ORDER.indexOf(subject.verdict.kind) : VERDICT_ORDER.length
}

function directRank({ subject }: Finding): number {
  const direct = subject.kind === 'client' ? subject.dependency.direct : undefined
  if (direct === undefined) return 1
  return direct ? 0 : 2
}
