/** Questions about what a range allows, for any version scheme. */

import type { Interval, Span, VersionScheme } from '../ecosystems/ecosystem.ts'
import { intersection } from '../ecosystems/interval.ts'

/** Whether the range lets a package manager choose this version. */
export function admits<V>(scheme: VersionScheme<V>, span: Span<V>, version: V): boolean {
  if (!span.prereleases && scheme.isPrerelease(version)) return false
  const bound = { version, inclusive: true }
  return meets(scheme, span, { from: bound, to: bound })
}

/** Whether some version between the bounds of `interval` is also between the bounds of the span. */
export function meets<V>(scheme: VersionScheme<V>, span: Span<V>, interval: Interval<V>): boolean {
  return span.intervals.some(other => intersection(interval, other, (a, b) => scheme.compare(a, b)) !== undefined)
}
