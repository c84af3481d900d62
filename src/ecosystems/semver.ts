/**
 * Semantic versions and npm's ranges of them, read by the `semver` package.
 * Specification: https://semver.org/spec/v2.0.0.html and https://github.com/npm/node-semver#ranges. Deliberately
 * ignored: loose versions (`1.2`, `v1.2.3`, `1.2.3beta`), which package managers rewrite before they choose one.
 */

import { type Comparator, compare, parse, Range, SemVer, validRange } from 'semver'
import { intersection } from './interval.ts'
import { type Bound, type Interval, LONGEST_RANGE, type Span, type VersionScheme } from './version-scheme.ts'

// `parse` also accepts blanks, `v` and `=` before a version. https://semver.org/#is-v123-a-semantic-version
const STARTS_AND_ENDS_AS_VERSION = /^\d(?:.*\S)?$/
const NULL_SET = '<0.0.0-0'

/** The order of semantic versions: build metadata does not count, https://semver.org/spec/v2.0.0.html#spec-item-10. */
export const semanticVersions: VersionScheme<SemVer> = {
  title: 'semantic version',
  specification: 'https://semver.org/spec/v2.0.0.html',
  parse: text => (STARTS_AND_ENDS_AS_VERSION.test(text) ? (parse(text) ?? undefined) : undefined),
  compare: (a, b) => compare(a, b),
  isPrerelease: version => version.prerelease.length > 0,
  span: spanOf
}

/**
 * The versions that an npm range allows. Differs from `satisfies` in one point: there, a comparator such as
 * `>=1.0.0-rc2` allows pre-releases of 1.0.0 only. Here the whole span then allows them (`1.1.0-beta` too), because an
 * interval cannot have holes. Undefined for any other text, such as a distribution tag (`latest`) or an address.
 */
function spanOf(text: string): Span<SemVer> | undefined {
  if (text.length > LONGEST_RANGE || validRange(text) === null) return undefined
  const sets = new Range(text).set
  return {
    intervals: sets.flatMap(set => intervalOf(set) ?? []),
    prereleases: sets.some(set => set.some(namesPrerelease))
  }
}

/** The versions that match every comparator of a set; undefined if there are none. */
function intervalOf(set: readonly Comparator[]): Interval<SemVer> | undefined {
  let interval: Interval<SemVer> | undefined = {}
  for (const comparator of set) {
    const allowed = allowedBy(comparator, set)
    interval = interval && allowed && intersection(interval, allowed, compare)
  }
  return interval
}

function allowedBy(
  { value, operator, semver: version }: Comparator,
  set: readonly Comparator[]
): Interval<SemVer> | undefined {
  if (value === NULL_SET) return undefined
  if (value === '') return {}
  const inclusive = { version, inclusive: true }
  switch (operator) {
    case '<':
      return { to: below(version, set) }
    case '<=':
      return { to: inclusive }
    case '>':
      return { from: { version, inclusive: false } }
    case '>=':
      return { from: inclusive }
    default:
      return { from: inclusive, to: inclusive }
  }
}

/** `<2.0.0` excludes the pre-releases of 2.0.0, although they come before it, unless the same set contains one. */
function below(version: SemVer, set: readonly Comparator[]): Bound<SemVer> {
  const named = set.some(other => namesPrerelease(other) && other.semver.compareMain(version) === 0)
  if (version.prerelease.length > 0 || named) return { version, inclusive: false }
  return { version: new SemVer(`${version.major}.${version.minor}.${version.patch}-0`), inclusive: false }
}

/**
 * Whether a comparator allows pre-releases. `<2.0.0-0`, the end of the rewritten `^1.0.0`, contains one and allows
 * none.
 */
function namesPrerelease({ value, operator, semver: version }: Comparator): boolean {
  if (value === '' || version.prerelease.length === 0) return false
  return !(operator === '<' && version.prerelease.length === 1 && version.prerelease[0] === 0)
}
