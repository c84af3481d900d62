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

/** The versions that a range allows: the union of its intervals. */
export interface Span<V> {
  readonly intervals: readonly Interval<V>[]
  /** Whether the range lets the package manager choose a pre-release. */
  readonly prereleases: boolean
}

/** In characters. A longer version is hostile and refused: no registry has one. */
export const LONGEST_VERSION = 256

/** In characters. A longer range is hostile and refused: no person writes one. */
export const LONGEST_RANGE = 4_096

/** How the versions of an ecosystem are read and ordered. Methods, so that a scheme of any `V` fits the registry. */
export interface VersionScheme<V = unknown> {
  /** The name of one version in messages, without an article: `Go module version`. */
  readonly title: string
  readonly specification: string
  /** Names the statement that settles an open range, if that is not a lockfile. */
  readonly pinned?: string
  /** Set if a version can move to other code, as tags of images do. */
  readonly moves?: true
  /** Undefined if the text is not a version of this scheme; never a guess. */
  parse(text: string): V | undefined
  /** Negative, zero or positive: `a` before, equal to, or after `b`. A total order over everything `parse` returns. */
  compare(a: V, b: V): number
  isPrerelease(version: V): boolean
  /** The versions that a range allows; undefined if they are unknown (not a range of this scheme, a moving tag). */
  span(range: string): Span<V> | undefined
}
