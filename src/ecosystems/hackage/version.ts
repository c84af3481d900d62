/**
 * Haskell package versions and what a version range of Cabal allows.
 * Specification: https://pvp.haskell.org/ and https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html
 * (build-depends). Leaves out on purpose: version tags (`1.0-beta`), which Cabal ignores with a warning.
 */

import { type Interval, LONGEST_RANGE, LONGEST_VERSION, type Span, type VersionScheme } from '../version-scheme.ts'

/** The numbers of a version; there may be any number of them. */
type PackageVersion = readonly number[]

/** A place in the order of versions, between two of them: right before `version`, or right after it. */
interface Cut {
  readonly version: PackageVersion
  readonly after: boolean
}

/** The versions between two cuts; a missing cut is open to that side. */
interface Stretch {
  readonly from?: Cut
  readonly to?: Cut
}

/** In order, and neither touching nor overlapping, so that combining two lists never makes more than both hold. */
type Stretches = readonly Stretch[]

const MAXIMUM_NESTING = 100

// A number has at most nine digits and no leading zero, as in Distribution.Types.Version of Cabal.
const VERSION = /^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8}))*$/
const TOKEN = /(?<operator>\^>=|==|>=|<=|>|<|-any\b|-none\b|&&|\|\||[(){},])|(?<version>\d[\d.]*)(?<wildcard>\*)?/y
// A comment takes the whole line. Linear: the branches exclude each other by their first character.
const BLANK = /(?:\s+|--[^\n]*)*/y

/** The order of https://pvp.haskell.org/: number by number, and `1.0` comes before `1.0.0`. */
export const hackageVersions: VersionScheme<PackageVersion> = {
  title: 'Haskell package versions',
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
 * What a range allows. A version or wildcard without an operator means `==`, as in hpack's `package.yaml`. Undefined for
 * anything that Cabal's grammar does not know.
 */
function spanOf(text: string): Span<PackageVersion> | undefined {
  if (text.length > LONGEST_RANGE) return undefined
  let position = 0
  let token = next()
  const stretches = union(0)
  if (!stretches || token?.text !== '') return undefined
  return { intervals: stretches.map(intervalOf), prereleases: false }

  /** The next token; one without text at the end of the range, undefined where no token begins. */
  function next(): { text: string; version?: string; wildcard?: boolean } | undefined {
    BLANK.lastIndex = position
    position += BLANK.exec(text)?.[0].length ?? 0
    if (position === text.length) return { text: '' }
    TOKEN.lastIndex = position
    const match = TOKEN.exec(text)
    if (!match) return undefined
    position += match[0].length
    const { version, wildcard } = match.groups ?? {}
    return { text: match[0], ...(version === undefined ? {} : { version, wildcard: wildcard !== undefined }) }
  }

  /** Goes on to the next token if the present one is `expected`. */
  function take(expected: string): boolean {
    if (token?.text !== expected) return false
    token = next()
    return true
  }

  function union(nesting: number): Stretches | undefined {
    let stretches = intersection(nesting)
    while (stretches && take('||')) {
      const right = intersection(nesting)
      stretches = right && joined([...stretches, ...right])
    }
    return stretches
  }

  function intersection(nesting: number): Stretches | undefined {
    let stretches = primitive(nesting)
    while (stretches && take('&&')) {
      const right = primitive(nesting)
      stretches = right && common(stretches, right)
    }
    return stretches
  }

  function primitive(nesting: number): Stretches | undefined {
    if (take('(')) {
      const inner = nesting < MAXIMUM_NESTING ? union(nesting + 1) : undefined
      return take(')') ? inner : undefined
    }
    if (take('-any')) return [{}]
    if (take('-none')) return []
    if (token?.version !== undefined) return versions('==')
    const operator = token?.text ?? ''
    token = next()
    if (token?.text !== '{') return versions(operator)
    return operator === '==' || operator === '^>=' ? set(operator) : undefined
  }

  /** `{ 1.0, 2.0 }`: the operator applied to each. */
  function set(operator: string): Stretches | undefined {
    const all: Stretch[] = []
    do {
      token = next()
      const one = token?.wildcard ? undefined : versions(operator)
      if (!one) return undefined
      all.push(...one)
    } while (token?.text === ',')
    return take('}') ? joined(all) : undefined
  }

  /** The versions that an operator and the version at hand allow. */
  function versions(operator: string): Stretches | undefined {
    const { wildcard = false } = token ?? {}
    const written = token?.version ?? ''
    const version = parse(wildcard ? written.slice(0, -1) : written)
    if (!version || (wildcard && (operator !== '==' || !written.endsWith('.')))) return undefined
    token = next()
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
}

/** The first version behind every version that begins with this one: `1.2` → `1.3`. */
function successor(version: PackageVersion): PackageVersion {
  return [...version.slice(0, -1), (version.at(-1) ?? 0) + 1]
}

/** The first two numbers are the major version: `1.2.3` → `1.3`, `1` → `1.1`. https://pvp.haskell.org/#version-numbers */
function nextMajor([first = 0, second = 0]: PackageVersion): PackageVersion {
  return [first, second + 1]
}

function compareCuts(a: Cut, b: Cut): number {
  return compare(a.version, b.version) || Number(a.after) - Number(b.after)
}

/** Where the versions of any of the stretches lie. */
function joined(stretches: Stretches): Stretches {
  const sorted = stretches.toSorted((a, b) => (a.from ? (b.from ? compareCuts(a.from, b.from) : 1) : b.from ? -1 : 0))
  const result: Stretch[] = []
  for (const stretch of sorted) {
    const last = result.at(-1)
    if (!last || (last.to && stretch.from && compareCuts(last.to, stretch.from) < 0)) result.push(stretch)
    else if (last.to && (!stretch.to || compareCuts(stretch.to, last.to) > 0)) {
      result[result.length - 1] = {
        ...(last.from ? { from: last.from } : {}),
        ...(stretch.to ? { to: stretch.to } : {})
      }
    }
  }
  return result
}

/** Where the versions that lie in both lists lie. */
function common(left: Stretches, right: Stretches): Stretches {
  const result: Stretch[] = []
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [a, b] = [left[i] as Stretch, right[j] as Stretch]
    const from = a.from && b.from ? (compareCuts(a.from, b.from) > 0 ? a.from : b.from) : (a.from ?? b.from)
    const aEndsFirst = b.to === undefined || (a.to !== undefined && compareCuts(a.to, b.to) < 0)
    const to = aEndsFirst ? a.to : b.to
    if (!from || !to || compareCuts(from, to) < 0) result.push({ ...(from ? { from } : {}), ...(to ? { to } : {}) })
    if (aEndsFirst) i++
    else j++
  }
  return result
}

function intervalOf({ from, to }: Stretch): Interval<PackageVersion> {
  return {
    ...(from ? { from: { version: from.version, inclusive: !from.after } } : {}),
    ...(to ? { to: { version: to.version, inclusive: to.after } } : {})
  }
}
