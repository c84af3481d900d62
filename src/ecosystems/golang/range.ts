/**
 * The ranges of dep and glide, which Go modules do not have.
 * Specification: https://golang.github.io/dep/docs/Gopkg.toml.html#version-rules and
 * https://github.com/Masterminds/semver#checking-version-constraints. A single version
 * means `^` to dep. To glide it means that version (`4.0`: every patch of it), and is
 * read as the wider range of dep. Deliberately ignored: blanks as "and".
 */

import SemVer from 'semver/classes/semver.js'
import compare from 'semver/functions/compare.js'
import parse from 'semver/functions/parse.js'
import { intersection } from '../interval.ts'
import { type Bound, type Interval, LONGEST_RANGE, type Span } from '../version-scheme.ts'
import type { GoVersion } from './module-version.ts'

type Intervals = readonly Interval<GoVersion>[]

/** A version that may lack its last numbers. */
interface PartialVersion {
  readonly numbers: readonly [number, number, number]
  /** How many numbers are written; the others are 0. */
  readonly written: number
  readonly prerelease: string
}

const CLAUSE = /^(?<operator>[=!<>~^]{0,2})\s*(?<version>[^\s=!<>~^]+)$/
const HYPHEN = /^(?<low>[^\s,]+)\s+-\s+(?<high>[^\s,]+)$/
const VERSION =
  /^v?(?<major>\d{1,9}|[xX*])(?:\.(?<minor>\d{1,9}|[xX*]))?(?:\.(?<patch>\d{1,9}|[xX*]))?(?:-(?<prerelease>[0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/
const DIGITS = /^\d+$/

/** The versions that a range of dep or glide allows; undefined for branches, commits and other texts. */
export function spanOf(range: string): Span<GoVersion> | undefined {
  if (range.length > LONGEST_RANGE) return undefined
  const intervals: Interval<GoVersion>[] = []
  for (const alternative of range.split('||')) {
    const allowed = allOf(alternative.trim())
    if (!allowed) return undefined
    intervals.push(...allowed)
  }
  return { intervals, prereleases: false }
}

function allOf(text: string): Intervals | undefined {
  const { low, high } = HYPHEN.exec(text)?.groups ?? {}
  const clauses = low !== undefined && high !== undefined ? [`>=${low}`, `<=${high}`] : text.split(',')
  let intervals: Intervals = [{}]
  for (const written of clauses) {
    const allowed = clause(written.trim())
    if (!allowed) return undefined
    intervals = intervals.flatMap(a => allowed.flatMap(b => intersection(a, b, compareVersions) ?? []))
  }
  return intervals
}

function clause(text: string): Intervals | undefined {
  const { operator = '', version = '' } = CLAUSE.exec(text)?.groups ?? {}
  const partial = partialOf(version)
  if (!partial) return undefined
  if (partial.written === 0) return operator === '!=' ? undefined : [{}]
  const from = { version: lowest(partial), inclusive: true }
  switch (operator) {
    case '':
    case '^':
      return [{ from, to: before(next(partial, Math.min(partial.numbers[0] > 0 ? 0 : 1, partial.written - 1))) }]
    case '~':
    case '~>':
      return [{ from, to: before(next(partial, Math.min(1, partial.written - 1))) }]
    case '=':
      return [{ from, to: last(partial) }]
    case '!=':
      return [
        { to: { version: from.version, inclusive: false } },
        { from: { ...last(partial), inclusive: partial.written < 3 } }
      ]
    case '>':
      return [{ from: { ...from, inclusive: partial.written < 3 } }]
    case '>=':
    case '=>':
      return [{ from }]
    case '<':
      return [{ to: partial.prerelease === '' ? before(partial.numbers) : { ...from, inclusive: false } }]
    case '<=':
    case '=<':
      return [{ to: last(partial) }]
    default:
      return undefined
  }
}

function partialOf(text: string): PartialVersion | undefined {
  const { major, minor, patch, prerelease = '' } = VERSION.exec(text)?.groups ?? {}
  if (major === undefined) return undefined
  const parts = [major, minor, patch]
  const end = parts.findIndex(part => part === undefined || !DIGITS.test(part))
  const written = end < 0 ? 3 : end
  const number = (index: number) => (index < written ? Number(parts[index]) : 0)
  const partial: PartialVersion = { numbers: [number(0), number(1), number(2)], written, prerelease }
  if (prerelease !== '' && (written < 3 || !parse(textOf(partial)))) return undefined
  return partial
}

function lowest(partial: PartialVersion): GoVersion {
  return goVersion(textOf(partial))
}

function textOf({ numbers, prerelease }: PartialVersion): string {
  return `${numbers.join('.')}${prerelease === '' ? '' : `-${prerelease}`}`
}

/** The upper bound of `=version`: the version itself, or the end of the versions that begin with its numbers. */
function last(partial: PartialVersion): Bound<GoVersion> {
  if (partial.written === 3) return { version: lowest(partial), inclusive: true }
  return before(next(partial, partial.written - 1))
}

/** The numbers with the one at `position` one higher, and zeros after it. */
function next({ numbers }: PartialVersion, position: number): readonly number[] {
  return numbers.map((number, index) => {
    if (index > position) return 0
    return index === position ? number + 1 : number
  })
}

/** Below a version and below all of its pre-releases. */
function before(numbers: readonly number[]): Bound<GoVersion> {
  return { version: goVersion(`${numbers.join('.')}-0`), inclusive: false }
}

function goVersion(text: string): GoVersion {
  return { semver: new SemVer(text), incompatible: false }
}

function compareVersions(a: GoVersion, b: GoVersion): number {
  return compare(a.semver, b.semver)
}
