/**
 * The versions of pub, and its constraints.
 * Specification: https://dart.dev/tools/pub/dependencies#version-constraints, and the code that reads them,
 * https://github.com/dart-lang/tools/tree/main/pkgs/pub_semver.
 */

import { compareBuild, SemVer } from 'semver'
import { intersection } from '../interval.ts'
import { semanticVersions } from '../semver.ts'
import { type Bound, type Interval, LONGEST_RANGE, type Span, type VersionScheme } from '../version-scheme.ts'

/** A part of a constraint, and the blanks behind it. Parts need no blanks between them. */
const PART = /(?<operator>\^|[<>]=?)?\s*(?<version>\d+\.\d+\.\d+[0-9A-Za-z.+-]*)\s*/y
const ANYTHING = 'any'
const MOST_PARTS = 32

/** Semantic versions in whose order a build counts, as in that of pub: `1.0.0` comes before `1.0.0+1`. */
export const pubVersions: VersionScheme<SemVer> = {
  ...semanticVersions,
  title: 'pub version',
  specification: 'https://dart.dev/tools/pub/versioning#semantic-versions',
  compare,
  span: spanOf
}

function compare(a: SemVer, b: SemVer): number {
  return compareBuild(a, b)
}

/** The versions that a constraint allows; undefined if pub refuses it. */
function spanOf(text: string): Span<SemVer> | undefined {
  if (text.length > LONGEST_RANGE) return undefined
  const constraint = text.trim()
  if (constraint === ANYTHING) return { intervals: [{}], prereleases: false }
  const limits: Interval<SemVer>[] = []
  PART.lastIndex = 0
  while (PART.lastIndex < constraint.length) {
    const { operator = '', version: written = '' } = PART.exec(constraint)?.groups ?? {}
    const version = semanticVersions.parse(written)
    if (!version || limits.length === MOST_PARTS) return undefined
    limits.push(limitsOf(operator, version))
  }
  if (limits.length === 0) return undefined
  let allowed: Interval<SemVer> | undefined = {}
  for (const limit of limits) allowed = allowed && intersection(allowed, limit, compare)
  const from = allowed?.from?.version
  return {
    intervals: allowed ? [{ ...allowed, ...(allowed.to ? { to: withoutPrereleases(allowed.to, from) } : {}) }] : [],
    // pub chooses a pre-release only where the constraint begins with one, or nothing else fits.
    prereleases: from !== undefined && from.prerelease.length > 0
  }
}

function limitsOf(operator: string, version: SemVer): Interval<SemVer> {
  switch (operator) {
    case '>':
      return { from: { version, inclusive: false } }
    case '>=':
      return { from: { version, inclusive: true } }
    case '<':
      return { to: { version, inclusive: false } }
    case '<=':
      return { to: { version, inclusive: true } }
    case '^':
      return { from: { version, inclusive: true }, to: { version: nextBreaking(version), inclusive: false } }
    default:
      return { from: { version, inclusive: true }, to: { version, inclusive: true } }
  }
}

/** The next version that may break: unlike npm, `^0.0.3` goes up to 0.1.0. */
function nextBreaking({ major, minor }: SemVer): SemVer {
  return new SemVer(major > 0 ? `${major + 1}.0.0` : `0.${minor + 1}.0`)
}

/** `<2.0.0` excludes the pre-releases of 2.0.0, unless the constraint begins with one of them. */
function withoutPrereleases({ version, inclusive }: Bound<SemVer>, from: SemVer | undefined): Bound<SemVer> {
  const isNamed = from !== undefined && from.prerelease.length > 0 && from.compareMain(version) === 0
  if (inclusive || version.prerelease.length > 0 || version.build.length > 0 || isNamed) return { version, inclusive }
  return { version: new SemVer(`${version.major}.${version.minor}.${version.patch}-0`), inclusive }
}
