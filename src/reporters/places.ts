/** The further places of a finding that a report names. */

import { defined } from '../collections.ts'
import type { Finding, RelatedRole } from '../model/finding.ts'
import type { Place } from '../model/place.ts'

/** The further places of a finding, without those on the line to edit. */
export interface OtherPlaces {
  readonly resolved?: Place
  readonly used?: Place
  readonly declared: readonly Place[]
  /** How often the same file states the same again. */
  readonly repeated: number
}

/** The further places of a finding. */
export const otherPlaces = perFinding(({ place: shown, related }: Finding): OtherPlaces => {
  const of = (role: RelatedRole) => related.flatMap(other => (other.role === role ? other.place : []))
  const elsewhere = (places: readonly Place[]) => places.filter(place => !isSameLine(place, shown))
  const [resolved] = elsewhere(of('resolved'))
  const [used] = elsewhere(of('used'))
  return {
    ...defined({ resolved, used }),
    declared: elsewhere([...of('declared'), ...of('same')]).filter(place => !used || !isSameLine(place, used)),
    repeated: of('repeated').length
  }
})

/** Computes once for a finding what each of its lines asks for. */
export function perFinding<Value>(compute: (finding: Finding) => Value): (finding: Finding) => Value {
  const known = new WeakMap<Finding, { readonly value: Value }>()
  return finding => {
    const before = known.get(finding) ?? { value: compute(finding) }
    known.set(finding, before)
    return before.value
  }
}

/** The line is all that a reader sees of a place. */
export function isSameLine(a: Place, b: Place): boolean {
  return a.path === b.path && a.line === b.line
}
