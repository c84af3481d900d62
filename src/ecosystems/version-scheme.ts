/** How the versions of an ecosystem are read and ordered, and what its ranges allow. */

/** One end of an interval of versions. */
export interface Bound<V> {
  readonly version: V
  readonly inclusive: boolean
}

/** The versions between two bounds; a missing bound is open to that side. */
export interface Interval<V> {
  readonly from?: Bound<V>
  readonly to?: Bound<V>
}

/** What a range allows: the union of its intervals. */
export interface Span<V> {
  readonly intervals: readonly Interval<V>[]
  /** Whether the range lets the package manager choose a pre-release. */
  readonly prereleases: boolean
}

/** The most characters of a version that a scheme looks at. No registry holds a longer one: it is hostile, and refused. */
export const LONGEST_VERSION = 256

/** The most characters of a range that a scheme looks at. No person writes a longer one. */
export const LONGEST_RANGE = 4_096

/** How the versions of an ecosystem are read and ordered. Methods, so that a scheme of any `V` fits the registry. */
export interface VersionScheme<V = unknown> {
  readonly title: string
  readonly specification: string
  /** What settles an open range beside a bound, where that is not a lockfile. */
  readonly pinned?: string
  /** Undefined when the text is no version in this scheme; never a guess. */
  parse(text: string): V | undefined
  /** Negative, zero or positive: `a` before, equal to, or after `b`. A total order over everything `parse` returns. */
  compare(a: V, b: V): number
  isPrerelease(version: V): boolean
  /** What a range allows; undefined when that cannot be said (not a range of this scheme, a moving tag). */
  span(range: string): Span<V> | undefined
}
