/**
 * Versions and version specifiers of Python packages, and the ranges that Poetry and Pipenv add to them.
 * Specification: https://packaging.python.org/en/latest/specifications/version-specifiers/ (PEP 440) and
 * https://python-poetry.org/docs/dependency-specification/. The package `@renovatebot/pep440` reads the versions; their
 * order is ours, because a range needs bounds that are not versions ("after every post-release of 12.0"), and because
 * the package reads a local part such as `1e5` as a number. Deliberately ignored: versions with a number beyond 2^53,
 * and wildcards after `>=` and the like, which pip refuses.
 */

import { type Pep440Version, parse } from '@renovatebot/pep440'
import { intersection } from '../interval.ts'
import {
  type Bound,
  type Interval,
  LONGEST_RANGE,
  LONGEST_VERSION,
  type Span,
  type VersionScheme
} from '../version-scheme.ts'

/** A PEP 440 version, or a bound between versions. Its members are compared in this order. */
interface PypiVersion {
  readonly epoch: number
  /** As written: `12.0` and `12` are equal, yet `==12.0.*` and `==12.*` are not. */
  readonly release: readonly number[]
  /** `a`, `b`, `rc` or a final release; a development release of the final release comes before them all. */
  readonly phase: -1 | 0 | 1 | 2 | 3
  readonly phaseNumber: number
  /** -1 if there is none; infinite in the bound after every post-release. */
  readonly post: number
  /** Infinite if there is none. */
  readonly dev: number
  /** Empty if there is none; `[Infinity]` in the bound after every local version. */
  readonly local: readonly (number | string)[]
}

type Intervals = readonly Interval<PypiVersion>[]

const FINAL = 3
const PHASES: ReadonlyMap<unknown, 0 | 1 | 2> = new Map([
  ['a', 0],
  ['b', 1],
  ['rc', 2]
])
const AFTER_LOCALS: readonly number[] = [Number.POSITIVE_INFINITY]

const LOCAL_SEPARATOR = /[-_.]/
const DIGITS = /^\d+$/
// A requirement may continue on the next line after a backslash.
const LINE_CONTINUATION = /\\\r?\n/g
const ALTERNATIVES = /\|\|?/
const CLAUSE = /(?<operator>~=|===?|!=|<=?|>=?|\^|~|=)?\s*(?<version>[^\s,|]+)\s*(?:,\s*)?/y
const ANYTHING = /^[*xX](?:\.[*xX])*$/

/** The versions of Python packages. */
export const pypiVersions: VersionScheme<PypiVersion> = {
  title: 'PEP 440 version',
  specification: 'https://packaging.python.org/en/latest/specifications/version-specifiers/',
  parse: parseVersion,
  compare,
  isPrerelease,
  span
}

function parseVersion(text: string): PypiVersion | undefined {
  if (text.length > LONGEST_VERSION) return undefined
  const parsed = parse(text)
  if (!parsed) return undefined
  const { epoch, release } = parsed
  const phase = phaseOf(parsed)
  if (phase === undefined) return undefined
  const phaseNumber = parsed.pre ? Number(parsed.pre[1]) : 0
  const dev = parsed.dev ? Number(parsed.dev[1]) : Number.POSITIVE_INFINITY
  const post = parsed.post ? Number(parsed.post[1]) : -1
  const local = localParts(text)
  const numbers = [epoch, ...release, phaseNumber, post, dev, ...local]
  if (numbers.some(number => typeof number === 'number' && isInexact(number))) return undefined
  return { epoch, release, phase, phaseNumber, post, dev, local }
}

function phaseOf({ pre, dev, post }: Pep440Version): PypiVersion['phase'] | undefined {
  if (pre) return PHASES.get(pre[0])
  return dev && !post ? -1 : FINAL
}

/** The parts after the plus sign. */
function localParts(text: string): PypiVersion['local'] {
  const plus = text.indexOf('+')
  if (plus < 0) return []
  const parts = text
    .slice(plus + 1)
    .toLowerCase()
    .split(LOCAL_SEPARATOR)
  return parts.map(part => (DIGITS.test(part) ? Number(part) : part))
}

function isInexact(number: number): boolean {
  return number > Number.MAX_SAFE_INTEGER && number !== Number.POSITIVE_INFINITY
}

function compare(a: PypiVersion, b: PypiVersion): number {
  return (
    order(a.epoch, b.epoch) ||
    compareReleases(a.release, b.release) ||
    order(a.phase, b.phase) ||
    order(a.phaseNumber, b.phaseNumber) ||
    order(a.post, b.post) ||
    order(a.dev, b.dev) ||
    compareLocals(a.local, b.local)
  )
}

/** Not a subtraction, because the difference of two infinities is not a number. */
function order(a: number, b: number): number {
  return Number(a > b) - Number(a < b)
}

function compareReleases(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length || i < b.length; i++) {
    const difference = order(a[i] ?? 0, b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Numbers come after words; a longer local version comes after its own beginning. */
function compareLocals(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [i, left] of a.entries()) {
    const right = b[i]
    if (right === undefined) return 1
    if (left === right) continue
    if (typeof left === 'number' && typeof right === 'number') return order(left, right)
    if (typeof left === typeof right) return left < right ? -1 : 1
    return typeof left === 'number' ? 1 : -1
  }
  return order(a.length, b.length)
}

function isPrerelease(version: PypiVersion): boolean {
  return version.phase < FINAL || version.dev !== Number.POSITIVE_INFINITY
}

/**
 * Reads a specifier set (`>=12,<13`), one of Poetry's ranges (`^12.0`, `~12.0`, `12.*`, `>=12 <13`, alternatives with
 * `||`), a bare version, which Poetry and Pipenv read as `==`, or `*`.
 */
function span(range: string): Span<PypiVersion> | undefined {
  if (range.length > LONGEST_RANGE) return undefined
  const intervals: Interval<PypiVersion>[] = []
  let prereleases = false
  for (const alternative of range.replace(LINE_CONTINUATION, ' ').split(ALTERNATIVES)) {
    const set = specifierSet(alternative.trim())
    if (!set) return undefined
    intervals.push(...set.intervals)
    prereleases ||= set.prereleases
  }
  return { intervals, prereleases }
}

function specifierSet(text: string): Span<PypiVersion> | undefined {
  let intervals: Intervals = [{}]
  let prereleases = false
  CLAUSE.lastIndex = 0
  do {
    const { operator = '', version = '' } = CLAUSE.exec(text)?.groups ?? {}
    const allowed = version === '' ? undefined : specifier(operator, version)
    if (!allowed) return undefined
    intervals = intervals.flatMap(a => allowed.intervals.flatMap(b => intersection(a, b, compare) ?? []))
    prereleases ||= allowed.prereleases
  } while (CLAUSE.lastIndex < text.length)
  return { intervals, prereleases }
}

function specifier(operator: string, text: string): Span<PypiVersion> | undefined {
  if (operator === '' && ANYTHING.test(text)) return { intervals: [{}], prereleases: false }
  const isPrefix = text.endsWith('.*')
  const version = parseVersion(isPrefix ? text.slice(0, -2) : text)
  if (!version) return undefined
  if (isPrefix) {
    const intervals = prefixIntervals(operator, version)
    return intervals && { intervals, prereleases: false }
  }
  // `=12.0` is 12.0 with every patch of it in conda. Poetry, which has it too, reads an exact version.
  const isPartial = operator === '=' && version.release.length < 3
  const intervals = isPartial ? prefixIntervals('==', version) : specifierIntervals(operator, version)
  return intervals && { intervals, prereleases: operator !== '!=' && isPrerelease(version) }
}

/** `==12.0.*` and its opposite. */
function prefixIntervals(operator: string, version: PypiVersion): Intervals | undefined {
  if (version.phase !== FINAL || version.post >= 0 || version.local.length > 0) return undefined
  const from = firstOf(version)
  const before = firstOf(next(version, version.release.length - 1))
  if (operator === '!=') return [{ to: exclusive(from) }, { from: inclusive(before) }]
  if (operator === '' || operator === '=' || operator === '==')
    return [{ from: inclusive(from), to: exclusive(before) }]
  return undefined
}

function specifierIntervals(operator: string, version: PypiVersion): Intervals | undefined {
  const hasLocal = version.local.length > 0
  const last = hasLocal ? version : { ...version, local: AFTER_LOCALS }
  switch (operator) {
    case '':
    case '=':
    case '==':
      return [{ from: inclusive(version), to: inclusive(last) }]
    case '===':
      return [{ from: inclusive(version), to: inclusive(version) }]
    case '!=':
      return [{ to: exclusive(version) }, { from: exclusive(last) }]
  }
  return hasLocal ? undefined : orderedIntervals(operator, version, last)
}

/** For the operators without local versions. `last` is the bound after every local version of `version`. */
function orderedIntervals(operator: string, version: PypiVersion, last: PypiVersion): Intervals | undefined {
  const { length } = version.release
  switch (operator) {
    case '>=':
      return [{ from: inclusive(version) }]
    case '<=':
      return [{ to: inclusive(last) }]
    case '>':
      return [{ from: after(version) }]
    case '<':
      return before(version)
    case '~=':
      return length < 2 ? undefined : [upTo(version, length - 2)]
    case '~':
      return [upTo(version, Math.min(1, length - 1))]
    case '^': {
      const significant = version.release.slice(0, 3).findIndex(number => number > 0)
      return [upTo(version, significant < 0 ? Math.min(2, length - 1) : significant)]
    }
    default:
      return undefined
  }
}

/** From a version to the next release with another number at `position`. */
function upTo(version: PypiVersion, position: number): Interval<PypiVersion> {
  return { from: inclusive(version), to: exclusive(firstOf(next(version, position))) }
}

/** `>12.0` allows neither local versions nor post-releases of 12.0: the section "Exclusive ordered comparison". */
function after(version: PypiVersion): Bound<PypiVersion> {
  if (version.dev !== Number.POSITIVE_INFINITY) return inclusive({ ...version, dev: version.dev + 1 })
  if (version.post >= 0) return inclusive({ ...version, post: version.post + 1, dev: 0 })
  return exclusive({ ...version, post: Number.POSITIVE_INFINITY, local: AFTER_LOCALS })
}

/** `<12.0` excludes the pre-releases of 12.0 as well. No version is before the first of all. */
function before(version: PypiVersion): Intervals {
  const bound = boundBefore(version)
  const first = firstOf({ ...version, epoch: 0, release: [0] })
  return compare(bound, first) <= 0 ? [] : [{ to: exclusive(bound) }]
}

function boundBefore(version: PypiVersion): PypiVersion {
  if (isPrerelease(version)) return version
  return version.post >= 0 ? { ...version, dev: 0 } : firstOf(version)
}

/** The first development release of a release, before every other version of it. */
function firstOf({ epoch, release }: PypiVersion): PypiVersion {
  return { epoch, release, phase: -1, phaseNumber: 0, post: -1, dev: 0, local: [] }
}

/** The release that ends at `position` with a number one higher: `next(12.0.1, 1)` is 12.1. */
function next(version: PypiVersion, position: number): PypiVersion {
  const release = version.release.slice(0, position + 1)
  release[position] = (release[position] ?? 0) + 1
  return { ...version, release }
}

function inclusive(version: PypiVersion): Bound<PypiVersion> {
  return { version, inclusive: true }
}

function exclusive(version: PypiVersion): Bound<PypiVersion> {
  return { version, inclusive: false }
}
