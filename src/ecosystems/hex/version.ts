/**
 * Elixir's versions, which are semantic versions, and the requirements of Hex.
 * Specification: https://hexdocs.pm/elixir/Version.html. Deliberately ignored: numbers beyond 2^53. `and` binds
 * stronger than `or`, as in the solver of Hex.
 */

import { intersection } from '../interval.ts'
import { semanticVersions } from '../semver.ts'
import { type Interval, LONGEST_RANGE, type Span, type VersionScheme } from '../version-scheme.ts'

type Version = NonNullable<ReturnType<typeof semanticVersions.parse>>

const COMPARISON = /^(?<operator>[<>=!]=|~>|[<>!])? *(?<version>\d[^ <>=~!]*)$/
// Only `~>` may omit the patch number.
const WITHOUT_PATCH = /^(?<main>\d+\.\d+)(?<rest>(?:-[^+]*)?(?:\+.*)?)$/
const BLANKS = /^ +| +$/g
const MOST_COMPARISONS = 64

/** The order of semantic versions with Elixir's requirements. */
export const elixirVersions: VersionScheme<Version> = {
  ...semanticVersions,
  title: 'Elixir version',
  specification: 'https://hexdocs.pm/elixir/Version.html',
  span
}

function span(text: string): Span<Version> | undefined {
  if (text.length > LONGEST_RANGE) return undefined
  const alternatives = text.split(' or ').map(alternative => alternative.split(' and '))
  if (alternatives.flat().length > MOST_COMPARISONS) return undefined
  const intervals: Interval<Version>[] = []
  let prereleases = false
  for (const comparisons of alternatives) {
    let allowed: readonly Interval<Version>[] = [{}]
    for (const comparison of comparisons) {
      const limits = limitsOf(comparison.replace(BLANKS, ''))
      if (!limits) return undefined
      allowed = allowed.flatMap(one => limits.intervals.flatMap(other => intersection(one, other, compare) ?? []))
      // Hex allows pre-releases if the requirement names one.
      prereleases ||= limits.prereleases
    }
    intervals.push(...allowed)
  }
  return { intervals, prereleases }
}

function compare(a: Version, b: Version): number {
  return semanticVersions.compare(a, b)
}

function limitsOf(comparison: string): Span<Version> | undefined {
  const { operator = '==', version: written = '' } = COMPARISON.exec(comparison)?.groups ?? {}
  const { main, rest } = (operator === '~>' && WITHOUT_PATCH.exec(written)?.groups) || {}
  const version = semanticVersions.parse(main === undefined ? written : `${main}.0${rest ?? ''}`)
  if (!version) return undefined
  const prereleases = semanticVersions.isPrerelease(version)
  const [inclusive, exclusive] = [
    { version, inclusive: true },
    { version, inclusive: false }
  ]
  switch (operator) {
    case '>':
      return { intervals: [{ from: exclusive }], prereleases }
    case '>=':
      return { intervals: [{ from: inclusive }], prereleases }
    case '<':
      return { intervals: [{ to: exclusive }], prereleases }
    case '<=':
      return { intervals: [{ to: inclusive }], prereleases }
    case '!':
    case '!=':
      return { intervals: [{ to: exclusive }, { from: exclusive }], prereleases }
    case '~>': {
      const { major, minor } = version
      const next = semanticVersions.parse(main === undefined ? `${major}.${minor + 1}.0-0` : `${major + 1}.0.0-0`)
      return next && { intervals: [{ from: inclusive, to: { version: next, inclusive: false } }], prereleases }
    }
    default:
      return { intervals: [{ from: inclusive, to: inclusive }], prereleases }
  }
}
