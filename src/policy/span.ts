/** Questions about what a range allows, for any version scheme. */

import type { Interval, Span, VersionScheme } from '../ecosystems/ecosystem.ts'

/** Whether the range lets a package manager choose this version. */
export function admits<V>(scheme: VersionScheme<V>, span: Span<V>, version: V): boolean {
  if (!span.prereleases && scheme.isPrerelease(version)) return false
  return span.intervals.some(interval => within(scheme, interval, version))
}

/** Whether some version between the bounds of `interval` is also between the bounds of the span. */
export function meets<V>(scheme: VersionScheme<V>, span: Span<V>, interval: Interval<V>): boolean {
  return span.intervals.some(other => overlap(scheme, interval, other))
}

function within<V>(scheme: VersionScheme<V>, { from, to }: Interval<V>, version: V): boolean {
  if (from) {
    const order = scheme.compare(version, from.version)
    if (order < 0 || (order === 0 && !from.inclusive)) return false
  }
  if (to) {
    const order = scheme.compare(version, to.version)
    if (order > 0 || (order === 0 && !to.inclusive)) return false
  }
  return true
}

function overlap<V>(scheme: VersionScheme<V>, a: Interval<V>, b: Interval<V>): boolean {
  return beginsBeforeEnd(a, b) && beginsBeforeEnd(b, a) && !isEmpty(a) && !isEmpty(b)

  function beginsBeforeEnd({ from }: Interval<V>, { to }: Interval<V>): boolean {
    if (!from || !to) return true
    const order = scheme.compare(from.version, to.version)
    return order < 0 || (order === 0 && from.inclusive && to.inclusive)
  }

  function isEmpty({ from, to }: Interval<V>): boolean {
    return from !== undefined && to !== undefined && !beginsBeforeEnd({ from }, { to })
  }
}
