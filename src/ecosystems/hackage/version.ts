/**
 * Haskell package versions and the version ranges of Cabal.
 * Specification: https://pvp.haskell.org/ and
 * https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html (build-depends). Deliberately ignored:
 * version tags (`1.0-beta`), which Cabal ignores with a warning.
 */

import { defined } from '../../collections.ts'
import { Cursor } from '../../syntax/cursor.ts'
import { type Interval, LONGEST_RANGE, LONGEST_VERSION, type Span, type VersionScheme } from '../version-scheme.ts'

/** The numbers of a version, one or more. */
type PackageVersion = readonly number[]

/** A point between two versions: directly before `version`, or directly after it. */
interface Cut {
  readonly version: PackageVersion
  readonly after: boolean
}

/** The versions between two cuts; without a cut, a side is open. */
interface Stretch {
  readonly from?: Cut
  readonly to?: Cut
}

/** In order, without contact or overlap, so that the combination of two lists is never longer than both together. */
type Stretches = readonly Stretch[]

const MAXIMUM_NESTING = 100

// A number has at most nine digits and no leading zero, as in Distribution.Types.Version of Cabal.
const VERSION = /^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8}))*$/
const TOKEN = /(?<operator>\^>=|==|>=|<=|>|<|-any\b|-none\b|&&|\|\||[(){},])|(?<version>\d[\d.]*)(?<wildcard>\*)?/y
// A comment ends with its line. Linear: the branches exclude each other by their first character.
const BLANK = /(?:\s+|--[^\n]*)*/y

/** The order of https://pvp.haskell.org/: number by number, and `1.0` comes before `1.0.0`. */
export const hackageVersions: VersionScheme<PackageVersion> = {
  title: 'Haskell package version',
  specification: 'https://pvp.haskell.org/',
  parse,
  compare,
  isPrerelease: () => false,
  span: spanOf
}

function parse(text: string): PackageVersion | undefined {
  return text.length <= LONGEST_VERSION && VERSION.test(text) ? text.split('.').map(Number) : undefined
}

function compare(a: PackageVersion, b: PackageVersion): number {
  for (const [index, number] of a.entries()) {
    const other = b[index]
    if (other === undefined) return 1
    if (number !== other) return number - other
  }
  return a.length - b.length
}

/**
 * The versions that a range allows; undefined for anything outside of Cabal's grammar. A version or wildcard without an
 * operator means `==`, as in hpack's `package.yaml`.
 */
function spanOf(text: string): Span<PackageVersion> | undefined {
  if (text.length > LONGEST_RANGE) return undefined
  const stretches = new RangeParser(text).parse()
  return stretches && { intervals: stretches.map(intervalOf), prereleases: false }
}

/** A token of a range. */
interface Token {
  /** Empty at the end of the range. */
  readonly text: string
  readonly version?: string
  readonly wildcard?: boolean
}

/** Cabal's grammar of version ranges. Every method returns undefined for a syntax error. */
class RangeParser {
  private readonly cursor: Cursor
  /** Undefined if no token begins. */
  private token: Token | undefined

  constructor(text: string) {
    this.cursor = new Cursor(text)
    this.token = this.next()
  }

  parse(): Stretches | undefined {
    const stretches = this.union(0)
    return this.token?.text === '' ? stretches : undefined
  }

  private next(): Token | undefined {
    this.cursor.skip(BLANK)
    if (this.cursor.isAtEnd()) return { text: '' }
    const from = this.cursor.at
    const groups = this.cursor.groups(TOKEN)
    if (!groups) return undefined
    const text = this.cursor.text.slice(from, this.cursor.at)
    const { version, wildcard } = groups
    return version === undefined ? { text } : { text, version, wildcard: wildcard !== undefined }
  }

  /** Moves to the next token if the present one is `expected`. */
  private take(expected: string): boolean {
    if (this.token?.text !== expected) return false
    this.token = this.next()
    return true
  }

  private union(nesting: number): Stretches | undefined {
    let stretches = this.intersection(nesting)
    while (stretches && this.take('||')) {
      const right = this.intersection(nesting)
      stretches = right && joined([...stretches, ...right])
    }
    return stretches
  }

  private intersection(nesting: number): Stretches | undefined {
    let stretches = this.primitive(nesting)
    while (stretches && this.take('&&')) {
      const right = this.primitive(nesting)
      stretches = right && common(stretches, right)
    }
    return stretches
  }

  private primitive(nesting: number): Stretches | undefined {
    if (this.take('(')) {
      const inner = nesting < MAXIMUM_NESTING ? this.union(nesting + 1) : undefined
      return this.take(')') ? inner : undefined
    }
    if (this.take('-any')) return [{}]
    if (this.take('-none')) return []
    if (this.token?.version !== undefined) return this.versions('==')
    const operator = this.token?.text ?? ''
    this.token = this.next()
    if (this.token?.text !== '{') return this.versions(operator)
    return operator === '==' || operator === '^>=' ? this.set(operator) : undefined
  }

  /** `{ 1.0, 2.0 }`: the operator applies to each version. */
  private set(operator: string): Stretches | undefined {
    const all: Stretch[] = []
    do {
      this.token = this.next()
      const one = this.token?.wildcard ? undefined : this.versions(operator)
      if (!one) return undefined
      all.push(...one)
    } while (this.token?.text === ',')
    return this.take('}') ? joined(all) : undefined
  }

  /** The versions that an operator and the present token allow. */
  private versions(operator: string): Stretches | undefined {
    const { wildcard = false, version: written = '' } = this.token ?? {}
    const version = parse(wildcard ? written.slice(0, -1) : written)
    if (!version || (wildcard && (operator !== '==' || !written.endsWith('.')))) return undefined
    this.token = this.next()
    return stretchesOf(operator, version, wildcard)
  }
}

function stretchesOf(operator: string, version: PackageVersion, wildcard: boolean): Stretches | undefined {
  const before: Cut = { version, after: false }
  const after: Cut = { version, after: true }
  switch (operator) {
    case '==':
      return [{ from: before, to: wildcard ? { version: successor(version), after: false } : after }]
    case '^>=':
      return [{ from: before, to: { version: nextMajor(version), after: false } }]
    case '>=':
      return [{ from: before }]
    case '>':
      return [{ from: after }]
    case '<=':
      return [{ to: after }]
    case '<':
      return [{ to: before }]
    default:
      return undefined
  }
}

/** The first version after all versions that begin with this one: `1.2` → `1.3`. */
function successor(version: PackageVersion): PackageVersion {
  return [...version.slice(0, -1), (version.at(-1) ?? 0) + 1]
}

/**
 * The first two numbers are the major version: `1.2.3` → `1.3`, `1` → `1.1`. https://pvp.haskell.org/#version-numbers
 */
function nextMajor([first = 0, second = 0]: PackageVersion): PackageVersion {
  return [first, second + 1]
}

function compareCuts(a: Cut, b: Cut): number {
  return compare(a.version, b.version) || Number(a.after) - Number(b.after)
}

/** Orders the lower cuts of stretches; an open one is the lowest. */
function compareStarts(a: Cut | undefined, b: Cut | undefined): number {
  if (a && b) return compareCuts(a, b)
  return Number(a !== undefined) - Number(b !== undefined)
}

/** The union of stretches in any order. */
function joined(stretches: Stretches): Stretches {
  const sorted = stretches.toSorted((a, b) => compareStarts(a.from, b.from))
  const result: Stretch[] = []
  for (const stretch of sorted) {
    const last = result.at(-1)
    if (!last || (last.to && stretch.from && compareCuts(last.to, stretch.from) < 0)) result.push(stretch)
    else if (last.to && (!stretch.to || compareCuts(stretch.to, last.to) > 0)) {
      result[result.length - 1] = defined({ from: last.from, to: stretch.to })
    }
  }
  return result
}

/** The versions that are in both lists. */
function common(left: Stretches, right: Stretches): Stretches {
  const result: Stretch[] = []
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [a, b] = [left[i] as Stretch, right[j] as Stretch]
    const from = compareStarts(a.from, b.from) > 0 ? a.from : b.from
    const aEndsFirst = b.to === undefined || (a.to !== undefined && compareCuts(a.to, b.to) < 0)
    const to = aEndsFirst ? a.to : b.to
    if (!from || !to || compareCuts(from, to) < 0) result.push(defined({ from, to }))
    if (aEndsFirst) i++
    else j++
  }
  return result
}

function intervalOf({ from, to }: Stretch): Interval<PackageVersion> {
  return defined({
    from: from && { version: from.version, inclusive: !from.after },
    to: to && { version: to.version, inclusive: to.after }
  })
}
