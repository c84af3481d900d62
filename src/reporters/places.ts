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
export function otherPlaces({ place: shown, related }: Finding): OtherPlaces {
  const of = (role: RelatedRole) => related.flatMap(other => (other.role === role ? other.place : []))
  const elsewhere = (places: readonly Place[]) => places.filter(place => !isSameLine(place, shown))
  const [resolved] = elsewhere(of('resolved'))
  const [used] = elsewhere(of('used'))
  return {
    ...defined({ resolved, used }),
    declared: elsewhere([...of('declared'), ...of('same')]).filter(place => !used || !isSameLine(place, used)),
    repeated: of('repeated').length
  }
}

/** The line is all that a reader sees of a place. */
export function isSameLine(a: Place, b: Place): boolean {
  return a.path === b.path && a.line === b.line
}
