/**
 * Conan versions, which are any count of numbers, an optional pre-release and an optional build; and their ranges.
 * Specification: https://docs.conan.io/2/tutorial/versioning/version_ranges.html and the classes Version and
 * VersionRange of Conan 2. Deliberately ignored: versions with letters among the numbers (`1.0.2n`), whose order in
 * Conan contradicts itself; the ranges of Conan 1 (`1.x`, `~=1.0`).
 */

import { defined } from '../../collections.ts'
import { intersection } from '../interval.ts'
import { type Interval, LONGEST_RANGE, LONGEST_VERSION, type Span, type VersionScheme } from '../version-scheme.ts'

interface ConanVersion {
  readonly numbers: readonly number[]
  /** Empty for the bound below every pre-release of the numbers; absent for a release. */
  readonly prerelease?: readonly (number | string)[]
  readonly build?: readonly (number | string)[]
}

const VERSION =
  /^(?<numbers>\d{1,9}(?:\.\d{1,9})*)(?:-(?<prerelease>[0-9a-z_-]+(?:\.[0-9a-z_-]+)*))?(?:\+(?<build>[0-9a-z_.-]+))?$/
const COMPARATOR = /^(?<operator>[<>]=?|[=~^])?(?<version>\d\S*)$/
const NUMBER = /^\d{1,9}$/
const WORD = /^\s*[a-z]/i

/** `1.0` equals `1.0.0`; a pre-release comes before its release, a build after it. */
export const conanVersions: VersionScheme<ConanVersion> = {
  title: 'Conan version',
  specification: 'https://docs.conan.io/2/tutorial/versioning/version_ranges.html',
  parse,
  compare,
  isPrerelease: version => version.prerelease !== undefined,
  span: spanOf
}

function parse(text: string): ConanVersion | undefined {
  const { numbers, prerelease, build } = (text.length <= LONGEST_VERSION && VERSION.exec(text)?.groups) || {}
  if (numbers === undefined) return undefined
  return defined({
    numbers: numbers.split('.').map(Number),
    prerelease: prerelease === undefined ? undefined : parts(prerelease),
    build: build === undefined ? undefined : parts(build)
  })
}

function parts(text: string): readonly (number | string)[] {
  return text.split('.').map(part => (NUMBER.test(part) ? Number(part) : part))
}

function compare(a: ConanVersion, b: ConanVersion): number {
  for (let i = 0; i < Math.max(a.numbers.length, b.numbers.length); i++) {
    const order = (a.numbers[i] ?? 0) - (b.numbers[i] ?? 0)
    if (order !== 0) return order
  }
  if (a.prerelease && b.prerelease) return compareParts(a.prerelease, b.prerelease) || compareBuilds(a, b)
  if (a.prerelease || b.prerelease) return a.prerelease ? -1 : 1
  return compareBuilds(a, b)
}

function compareBuilds(a: ConanVersion, b: ConanVersion): number {
  if (a.build && b.build) return compareParts(a.build, b.build)
  return Number(a.build !== undefined) - Number(b.build !== undefined)
}

/** Part by part, numbers before words, fewer parts first. */
function compareParts(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index]
    if (right === undefined) return 1
    if (left === right) continue
    if (typeof left === 'number' && typeof right === 'number') return left - right
    if (typeof left === typeof right) return left < right ? -1 : 1
    return typeof left === 'number' ? -1 : 1
  }
  return a.length - b.length
}

/** The versions that the text between the brackets of a reference allows; undefined if Conan 2 refuses it. */
function spanOf(text: string): Span<ConanVersion> | undefined {
  if (text.length > LONGEST_RANGE) return undefined
  const [expression = '', ...options] = text.split(',')
  if (!options.every(option => WORD.test(option))) return undefined
  const intervals: Interval<ConanVersion>[] = []
  for (const alternative of expression.split('||')) {
    let allowed: Interval<ConanVersion> | undefined = {}
    for (const comparator of alternative.split(/\s+/)) {
      const limits = comparator === '' ? {} : limitsOf(comparator)
      if (!limits) return undefined
      allowed = allowed && intersection(allowed, limits, compare)
    }
    if (allowed) intervals.push(allowed)
  }
  return { intervals, prereleases: options.some(option => option.includes('include_prerelease')) }
}

function limitsOf(comparator: string): Interval<ConanVersion> | undefined {
  if (comparator === '*') return {}
  const { operator = '=', version: written = '' } = COMPARATOR.exec(comparator)?.groups ?? {}
  const version = parse(written)
  if (!version) return undefined
  switch (operator) {
    case '>':
      return { from: { version, inclusive: false } }
    case '>=':
      return { from: { version: withPrereleases(version), inclusive: true } }
    case '<':
      return { to: { version: withPrereleases(version), inclusive: false } }
    case '<=':
      return { to: { version, inclusive: true } }
    case '~':
      return upTo(version, version.numbers.length > 1 ? 1 : 0)
    case '^':
      return upTo(version, firstAboveZero(version.numbers))
    default:
      return { from: { version, inclusive: true }, to: { version, inclusive: true } }
  }
}

/** From a version up to the next with a higher number at `index`: `~1.2.3` is up to 1.3, `^1.2.3` up to 2. */
function upTo(version: ConanVersion, index: number): Interval<ConanVersion> | undefined {
  const number = version.numbers[index]
  if (number === undefined) return undefined
  const next = { numbers: [...version.numbers.slice(0, index), number + 1], prerelease: [] }
  return { from: { version: withPrereleases(version), inclusive: true }, to: { version: next, inclusive: false } }
}

/** The bound below every pre-release of a version, unless the version is a pre-release or build itself. */
function withPrereleases(version: ConanVersion): ConanVersion {
  return version.prerelease || version.build ? version : { ...version, prerelease: [] }
}

function firstAboveZero(numbers: readonly number[]): number {
  const index = numbers.findIndex(number => number !== 0)
  return index < 0 ? numbers.length : index
}
