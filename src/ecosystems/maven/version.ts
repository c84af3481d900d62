/**
 * Maven versions, their order, and the ranges of Maven and Gradle.
 * Specification: https://maven.apache.org/pom.html#version-order-specification, in the order of `ComparableVersion` of
 * Maven 3.8.7; ranges: https://maven.apache.org/pom.html#dependency-version-requirement-specification and
 * https://docs.gradle.org/current/userguide/dependency_versions.html. Deliberately ignored: texts that do not begin
 * with a digit. Maven would order them below every number, but in build files they are variables, tags and words such
 * as LATEST.
 */

import { intersection } from '../interval.ts'
import {
  type Bound,
  type Interval,
  LONGEST_RANGE,
  LONGEST_VERSION,
  type Span,
  type VersionScheme
} from '../version-scheme.ts'

/** A number, a qualifier, or the part after a hyphen or after a change between digits and letters. */
type Item = bigint | string | MavenVersion

/** A version as nested lists: `1.0-rc1` is `[1, ['rc', [1]]]`. */
type MavenVersion = readonly Item[]

const VERSION = /^\d[\w.+~-]*$/
const RUN = /[.-]|\d+|[^\d.-]+/g
const SINGLE_LETTERS: Readonly<Record<string, string>> = { a: 'alpha', b: 'beta', m: 'milestone' }
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['ga', ''],
  ['final', ''],
  ['release', ''],
  ['cr', 'rc']
])
/** From low to high; `''` is the release. Every other qualifier comes after them, by code unit. */
const QUALIFIERS: readonly string[] = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp']
const RELEASE = rank('')
/** The types of items, from low to high: a qualifier comes before a list, a list before a number. */
const KINDS = ['string', 'object', 'bigint']

const INTERVAL =
  /\s*(?<open>[[\](])\s*(?<from>[^\s,[\]()]*)\s*(?:(?<comma>,)\s*(?<to>[^\s,[\]()]*)\s*)?(?<close>[\])[])\s*(?:,|$)/y
const PREFIX = /^(?<prefix>\d+(?:\.\d+)*)\.\+$/

/** Versions of Maven; Gradle writes the same ones. */
export const mavenVersions: VersionScheme<MavenVersion> = {
  title: 'Maven version',
  specification: 'https://maven.apache.org/pom.html#version-order-specification',
  parse,
  compare,
  isPrerelease: version => version.some(isPrereleaseItem),
  span
}

function parse(text: string): MavenVersion | undefined {
  // Gradle reads a plus sign at the end as "or anything newer".
  if (text.length > LONGEST_VERSION || !VERSION.test(text) || text.endsWith('+')) return undefined
  const runs = [...text.toLowerCase().matchAll(RUN)].map(([run]) => run)
  const builder = new ListBuilder()
  for (const [i, run] of runs.entries()) builder.add(run, runs[i + 1])
  return builder.finished()
}

/** Builds the nested lists of a version, as the constructor of `ComparableVersion` does. */
class ListBuilder {
  private readonly root: Item[] = []
  /** Each list but the first is inside the one before it. */
  private readonly lists = [this.root]
  private previous = '.'

  /** Adds a run of digits, of other characters, or a separator; `next` is the run after it. */
  add(run: string, next: string | undefined): void {
    if (isSeparator(run)) this.addSeparator(run)
    else if (isDigits(run)) this.addNumber(run, next)
    else this.addQualifier(run, next !== undefined && isDigits(next), next === undefined)
    this.previous = run
  }

  finished(): MavenVersion {
    for (const list of this.lists.toReversed()) normalize(list)
    return this.root
  }

  private addSeparator(run: string): void {
    // "1..2" and "1.-2" have an empty number between the signs.
    if (isSeparator(this.previous)) this.list.push(0n)
    if (run === '-') this.nest()
  }

  private addNumber(run: string, next: string | undefined): void {
    this.list.push(BigInt(run))
    if (next !== undefined && !isSeparator(next)) this.nest()
  }

  private addQualifier(run: string, isBeforeDigits: boolean, isLast: boolean): void {
    // "1.rc1" and "1.rc" mean "1-rc-1" and "1-rc"; "1.rc.1" does not.
    if (this.list.length > 0 && (isBeforeDigits || isLast)) this.nest()
    this.list.push(qualifier(run, isBeforeDigits))
    if (isBeforeDigits) this.nest()
  }

  private get list(): Item[] {
    return this.lists.at(-1) ?? this.root
  }

  private nest(): void {
    const inner: Item[] = []
    this.list.push(inner)
    this.lists.push(inner)
  }
}

function isSeparator(run: string): boolean {
  return run === '.' || run === '-'
}

function isDigits(run: string): boolean {
  const code = run.charCodeAt(0)
  return code >= 48 && code <= 57
}

function qualifier(run: string, isBeforeDigits: boolean): string {
  const full = isBeforeDigits ? (SINGLE_LETTERS[run] ?? run) : run
  return ALIASES.get(full) ?? full
}

/**
 * Drops zeros, release qualifiers and empty lists at the end, and in front of lists at the end: they have no effect.
 */
function normalize(list: Item[]): void {
  for (let i = list.length - 1; i >= 0; i--) {
    const item = list[i]
    if (item === 0n || item === '' || (Array.isArray(item) && item.length === 0)) list.splice(i, 1)
    else if (!Array.isArray(item)) return
  }
}

function compare(a: MavenVersion, b: MavenVersion): number {
  for (let i = 0; i < a.length || i < b.length; i++) {
    const order = compareItems(a[i], b[i])
    if (order !== 0) return order
  }
  return 0
}

/** A missing item is compared as 0, as the release, or as an empty list, depending on the other item. */
function compareItems(a: Item | undefined, b: Item | undefined): number {
  if (a === undefined) return b === undefined ? 0 : -compareWithMissing(b)
  if (b === undefined) return compareWithMissing(a)
  if (typeof a === 'bigint' && typeof b === 'bigint') return compareOrdered(a, b)
  if (typeof a === 'string' && typeof b === 'string') return compareOrdered(rank(a), rank(b))
  if (typeof a === 'object' && typeof b === 'object') return compare(a, b)
  return KINDS.indexOf(typeof a) - KINDS.indexOf(typeof b)
}

function compareWithMissing(item: Item): number {
  if (typeof item === 'bigint') return compareOrdered(item, 0n)
  if (typeof item === 'string') return compareOrdered(rank(item), RELEASE)
  for (const inner of item) {
    const order = compareWithMissing(inner)
    if (order !== 0) return order
  }
  return 0
}

/** The text by which `ComparableVersion` sorts a qualifier: so "6" is above "5", and "7-x" above both. */
function rank(text: string): string {
  const known = QUALIFIERS.indexOf(text)
  return known < 0 ? `${QUALIFIERS.length}-${text}` : String(known)
}

function compareOrdered<T extends bigint | string>(a: T, b: T): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function isPrereleaseItem(item: Item): boolean {
  if (typeof item === 'string') return compareOrdered(rank(item), RELEASE) < 0
  return typeof item !== 'bigint' && item.some(isPrereleaseItem)
}

/**
 * Undefined for a single version, which is not a range, and for
 * `latest.release` and the like, which no order can settle.
 */
function span(range: string): Span<MavenVersion> | undefined {
  if (range.length > LONGEST_RANGE) return undefined
  if (range === '+') return { intervals: [{}], prereleases: true }
  const prefix = PREFIX.exec(range)?.groups?.['prefix']
  if (prefix !== undefined) return prefixSpan(prefix)
  const intervals: Interval<MavenVersion>[] = []
  for (let at = 0; at < range.length || range.endsWith(','); at = INTERVAL.lastIndex) {
    INTERVAL.lastIndex = at
    const found = interval(INTERVAL.exec(range)?.groups)
    if (!found) return undefined
    intervals.push(found)
  }
  return intervals.length > 0 ? { intervals, prereleases: true } : undefined
}

/** `9.0.+` means every version whose text begins with `9.0.`, its pre-releases among them. */
function prefixSpan(prefix: string): Span<MavenVersion> | undefined {
  const cut = prefix.lastIndexOf('.') + 1
  const from = parse(`${prefix}-alpha`)
  const to = parse(`${prefix.slice(0, cut)}${BigInt(prefix.slice(cut)) + 1n}-alpha`)
  if (!from || !to) return undefined
  return {
    intervals: [{ from: { version: from, inclusive: true }, to: { version: to, inclusive: false } }],
    prereleases: true
  }
}

function interval(
  groups: Readonly<Record<string, string | undefined>> | undefined
): Interval<MavenVersion> | undefined {
  if (!groups) return undefined
  const { open, from = '', comma, to = '', close } = groups
  if (comma === undefined) {
    // Only "[9.0.0]" names one version.
    const only = open === '[' && close === ']' ? bound(from, true) : undefined
    return only && { from: only, to: only }
  }
  const [low, high] = [bound(from, open === '['), bound(to, close === ']')]
  if ((from !== '' && !low) || (to !== '' && !high)) return undefined
  return intersection(low ? { from: low } : {}, high ? { to: high } : {}, compare)
}

function bound(text: string, inclusive: boolean): Bound<MavenVersion> | undefined {
  const version = parse(text)
  return version && { version, inclusive }
}
