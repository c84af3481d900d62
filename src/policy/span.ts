/** Questions about what a range allows, for any version scheme. */

import { intersection } from '../ecosystems/interval.ts'
import type { Bound, Interval, Span, VersionScheme } from '../ecosystems/version-scheme.ts'

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

/** The span of a text that is a version or a range; of a version, that version alone. */
export function versionsIn<V>(scheme: VersionScheme<V>, text: string): Span<V> | undefined {
  return onlyVersion(scheme, text) ?? scheme.span(text)
}

/** The span of one version; undefined if the text is not a version. */
export function onlyVersion<V>(scheme: VersionScheme<V>, text: string): Span<V> | undefined {
  const version = scheme.parse(text)
  if (version === undefined) return undefined
  const bound = { version, inclusive: true }
  return { intervals: [{ from: bound, to: bound }], prereleases: true }
}

/** Whether one span is within another, and is not empty. */
export function within<V>(scheme: VersionScheme<V>, inner: Span<V>, outer: Span<V>): boolean {
  if (inner.intervals.length === 0) return false
  return inner.intervals.every(({ from, to }) =>
    outer.intervals.some(
      other =>
        reachesAsFar(from, other.from, (a, b) => scheme.compare(b, a)) &&
        reachesAsFar(to, other.to, (a, b) => scheme.compare(a, b))
    )
  )
}

/** Whether the outer bound is at or beyond the inner one. A missing bound is beyond every version. */
function reachesAsFar<V>(
  inner: Bound<V> | undefined,
  outer: Bound<V> | undefined,
  compare: (a: V, b: V) => number
): boolean {
  if (!outer) return true
  if (!inner) return false
  const order = compare(outer.version, inner.version)
  return order > 0 || (order === 0 && (outer.inclusive || !inner.inclusive))
}
