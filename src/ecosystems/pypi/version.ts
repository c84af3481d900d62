/**
 * Versions and version specifiers of Python packages, and the ranges that Poetry and Pipenv add to them.
 * Specification: https://packaging.python.org/en/latest/specifications/version-specifiers/ (PEP 440) and
 * https://python-poetry.org/docs/dependency-specification/. The package `@renovatebot/pep440` reads the versions; their
 * order is ours, because a range needs bounds that are no versions ("after every post-release of 12.0"), and because the
 * package takes a local part such as `1e5` for a number. Leaves out on purpose: versions with a number beyond 2^53, and
 * wildcards after `>=` and the like, which pip refuses.
 */

import { parse } from '@renovatebot/pep440'
import { intersection } from '../interval.ts'
import {
  type Bound,
  type Interval,
  LONGEST_RANGE,
  LONGEST_VERSION,
  type Span,
  type VersionScheme
} from '../version-scheme.ts'

/** A PEP 440 version, or a bound between versions. Its numbers compare one after the other, in this order. */
interface PypiVersion {
  readonly epoch: number
  /** As written: `12.0` and `12` are equal, yet `==12.0.*` and `==12.*` are not. */
  readonly release: readonly number[]
  /** `a`, `b`, `rc` or a final release; a development release of the final release comes before them all. */
  readonly phase: -1 | 0 | 1 | 2 | 3
  readonly phaseNumber: number
  /** -1 where there is none; infinite in the bound after every post-release. */
  readonly post: number
  /** Infinite where there is none. */
  readonly dev: number
  /** Empty where there is none; `[Infinity]` in the bound after every local version. */
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
// A requirement may go on in the next line after a backslash.
const LINE_CONTINUATION = /\\\r?\n/g
const ALTERNATIVES = /\|\|?/
const CLAUSE = /(?<operator>~=|===?|!=|<=?|>=?|\^|~|=)?\s*(?<version>[^\s,|]+)\s*(?:,\s*)?/y
const ANYTHING = /^[*xX](?:\.[*xX])*$/

/** The versions of Python packages. */
export const pypiVersions: VersionScheme<PypiVersion> = {
  title: 'PEP 440 versions',
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
  const plus = text.indexOf('+')
  const local =
    plus < 0
      ? []
      : text
          .slice(plus + 1)
          .toLowerCase()
          .split(LOCAL_SEPARATOR)
          .map(localPart)
  const dev = parsed.dev ? Number(parsed.dev[1]) : Number.POSITIVE_INFINITY
  const post = parsed.post ? Number(parsed.post[1]) : -1
  const phase = parsed.pre ? PHASES.get(parsed.pre[0]) : parsed.dev && !parsed.post ? -1 : FINAL
  const phaseNumber = parsed.pre ? Number(parsed.pre[1]) : 0
  if (phase === undefined) return undefined
  for (const number of [parsed.epoch, ...parsed.release, phaseNumber, post, dev, ...local]) {
    if (typeof number === 'number' && number > Number.MAX_SAFE_INTEGER && number !== Number.POSITIVE_INFINITY)
      return undefined
  }
  return { epoch: parsed.epoch, release: parsed.release, phase, phaseNumber, post, dev, local }
}

function localPart(text: string): number | string {
  return DIGITS.test(text) ? Number(text) : text
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

/** The difference of two infinities is no number, hence no subtraction. */
function order(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function compareReleases(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length || i < b.length; i++) {
    const difference = order(a[i] ?? 0, b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Numbers come after words; of two that begin alike the longer comes last. */
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
 * A specifier set (`>=12,<13`), one of Poetry's ranges (`^12.0`, `~12.0`, `12.*`, `>=12 <13`, alternatives with `||`), a
 * bare version, which both Poetry and Pipenv take for `==`, or `*`.
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
  // `=12.0` means 12.0 and every patch of it to conda; to Poetry, which alone has it too, it is an exact version.
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
  if (operator === '' || operator === '=' || operator === '==')
    return [{ from: inclusive(version), to: inclusive(last) }]
  if (operator === '===') return [{ from: inclusive(version), to: inclusive(version) }]
  if (operator === '!=') return [{ to: exclusive(version) }, { from: exclusive(last) }]
  if (hasLocal) return undefined
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
      return length < 2 ? undefined : [{ from: inclusive(version), to: exclusive(firstOf(next(version, length - 2))) }]
    case '~':
      return [{ from: inclusive(version), to: exclusive(firstOf(next(version, Math.min(1, length - 1)))) }]
    case '^': {
      const significant = version.release.slice(0, 3).findIndex(number => number > 0)
      const position = significant < 0 ? Math.min(2, length - 1) : significant
      return [{ from: inclusive(version), to: exclusive(firstOf(next(version, position))) }]
    }
    default:
      return undefined
  }
}

/** `>12.0` allows neither local versions nor post-releases of 12.0: the section "Exclusive ordered comparison". */
function after(version: PypiVersion): Bound<PypiVersion> {
  if (version.dev !== Number.POSITIVE_INFINITY) return inclusive({ ...version, dev: version.dev + 1 })
  if (version.post >= 0) return inclusive({ ...version, post: version.post + 1, dev: 0 })
  return exclusive({ ...version, post: Number.POSITIVE_INFINITY, local: AFTER_LOCALS })
}

/** `<12.0` allows no pre-release of 12.0 either. Nothing is before the first version of all. */
function before(version: PypiVersion): Intervals {
  const bound = isPrerelease(version) ? version : version.post >= 0 ? { ...version, dev: 0 } : firstOf(version)
  const first = firstOf({ ...version, epoch: 0, release: [0] })
  return compare(bound, first) <= 0 ? [] : [{ to: exclusive(bound) }]
}

/** The first development release of a release: nothing of that release comes before it. */
function firstOf({ epoch, release }: PypiVersion): PypiVersion {
  return { epoch, release, phase: -1, phaseNumber: 0, post: -1, dev: 0, local: [] }
}

/** The release whose number at `position` is one higher and ends there: `next(12.0.1, 1)` is 12.1. */
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
