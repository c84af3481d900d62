/** What the policy says of one dependency: a client, a requirement, a version scheme in; a verdict out. */

import type { Interval, Span, VersionScheme } from '../ecosystems/version-scheme.ts'
import type { Dependency } from '../model/dependency.ts'
import { type Level, type RuleLevels, ruleOf } from '../model/rule.ts'
import type { Evidence, Fix, UnknownReason, Verdict, VerdictKind } from '../model/verdict.ts'
import type { MinimumMode } from '../settings/choices.ts'
import type { Client, Observation } from './client.ts'
import { LEVELS, raised } from './levels.ts'
import { builtIn, type Policy } from './policy.ts'
import { admits, meets } from './span.ts'

/** What is judged: the part of a dependency that decides. */
export type Judged = Pick<Dependency, 'ecosystem' | 'name' | 'requirement'> & { readonly replacement?: string }

/** What the user asked of the judgement. */
export interface Grounds {
  readonly minimum: MinimumMode
  /** Absent: the built-in one. */
  readonly policy?: Policy
  /** The levels that are raised above the built-in ones. */
  readonly levels?: RuleLevels
}

/** What a dependency is judged by, and how the fix is said. */
export interface JudgeOptions extends Grounds {
  /** The commands that bring the package to a version, in the words of its package manager. */
  upgrade(version: string): readonly string[]
}

/** A stretch of a client's versions that all get the same verdict. */
export interface Segment {
  readonly interval: Interval<unknown>
  /** The lower bound as the policy writes it; absent for the lowest segment. */
  readonly from?: string
  /** The upper bound, which is not in it; absent for the highest segment. */
  readonly before?: string
  /** Where the policy lists them: the versions that exist in the stretch. */
  readonly releases?: readonly string[]
  readonly observation: Observation
  readonly below: boolean
  readonly kind: VerdictKind
}

/** What every step of judging one dependency needs. */
interface Bench {
  readonly client: Client
  readonly scheme: VersionScheme
  readonly segments: readonly Segment[]
  readonly options: JudgeOptions
}

// ${x}, $(x), $x, #{x}, {{x}}, {x}, @x@, <x>, %x%, %s, ENV['X'], X_VERSION: what build tools, templates and scripts put where a
// version should stand.
const PLACEHOLDER =
  /[$#]\{|\$\(|\$[A-Za-z_]|\{\{|^@[^@]*@$|^<[^>]*>$|^%[^%]*%$|^%s$|^\{[^{}]*\}$|^ENV\b|^@\w+$|^[A-Z][A-Z0-9_]*$/

/** From good to bad, to say which verdict is the best that a range allows. */
const RANK: Readonly<Record<VerdictKind, number>> = {
  reloads: 0,
  'reloads-late': 1,
  unknown: 2,
  'below-minimum': 3,
  'cannot-reload': 4,
  'sends-no-token': 5
}

/**
 * The level of a verdict. Below the minimum is a notice where only what was observed counts; a statement that nobody is
 * sure of only warns; what runs outside of clusters, or has a version that no order knows, is a notice. A configuration may
 * raise all of them.
 */
export function levelOf(verdict: Verdict, { minimum, levels }: Grounds, isOutsideClusters = false): Level {
  const rule = ruleOf(verdict.kind)
  if (rule === undefined) return 'pass'
  return raised(rule, levels, isOutsideClusters ? 'notice' : builtInLevel(verdict, LEVELS[rule], minimum))
}

function builtInLevel({ kind, reason, evidence }: Verdict, level: Level, minimum: MinimumMode): Level {
  if (reason === 'no-order' || (kind === 'below-minimum' && minimum === 'observed')) return 'notice'
  // That this repository counts a package as another client makes nobody surer of that client.
  const others = evidence.filter(({ proof }) => proof !== 'stated')
  const unsure = others.length > 0 && others.every(({ proof }) => proof === 'unsure')
  return level === 'error' && unsure ? 'warning' : level
}

/**
 * Judges one dependency. The name must be a client of the policy (callers filter by it; anything else throws); a
 * replacement that the policy does not know is a fork.
 */
export function judge(judged: Judged, scheme: VersionScheme, options: JudgeOptions): Verdict {
  const { policy = builtIn } = options
  const named = policy.clientOf(judged.ecosystem, judged.name)
  const client = judged.replacement === undefined ? named : policy.clientOf(judged.ecosystem, judged.replacement)
  if (!client) {
    if (!named) throw new Error(`the policy has no client ${judged.name}`)
    const bench = { client: named, scheme, segments: [], options }
    return unknown(bench, 'fork', 'A fork replaces the client: what releases of the original do says nothing about it.')
  }
  const bench = { client, scheme, segments: segmentsOf(client, scheme, options.minimum), options }
  const { requirement } = judged
  const own = client.observe?.(requirement)
  if (own) return verdictOf(bench, own, own.belowMinimum ?? false)
  switch (requirement.kind) {
    case 'version':
      return judgeVersion(bench, requirement.text)
    case 'source':
      return unknown(bench, 'source', 'It does not come from a package registry, so no released version stands for it.')
    case 'none':
      return judgeSpan(bench, { intervals: [{}], prereleases: false }, 'no-version')
    case 'range': {
      const span = scheme.span(requirement.text)
      if (span) return judgeSpan(bench, span, 'open-range')
      if (PLACEHOLDER.test(requirement.text)) return placeholder(bench)
      return unknown(bench, 'open-range', 'The package manager chooses the version here; only a lockfile says which.')
    }
  }
}

function judgeVersion(bench: Bench, text: string): Verdict {
  const { scheme, segments, client } = bench
  const version = scheme.parse(text)
  if (version === undefined) {
    if (PLACEHOLDER.test(text)) return placeholder(bench)
    return unknown(bench, 'not-a-version', `This is no version as ${scheme.title} are written.`)
  }
  const bound = { version, inclusive: true }
  const segment = segments.find(({ interval }) =>
    meets(scheme, { intervals: [{ from: bound, to: bound }], prereleases: true }, interval)
  )
  if (!segment) throw new Error(`the policy of ${client.name} has a hole`)
  return verdictOf(bench, segment.observation, segment.below, version)
}

/** All allowed versions good: reloads. None: the verdict of the best. Some: unknown, and which bound would settle it. */
function judgeSpan(bench: Bench, span: Span<unknown>, reason: 'open-range' | 'no-version'): Verdict {
  const allowed = bench.segments.filter(segment => allows(bench.scheme, span, segment))
  const best = allowed.toSorted((a, b) => RANK[a.kind] - RANK[b.kind])[0]
  if (!best) {
    const because =
      reason === 'no-version'
        ? `No version is given; only ${bench.scheme.pinned ?? 'a lockfile'} says which one is used.`
        : 'No known release lies in this range.'
    return unknown(bench, reason, because)
  }
  const bad = allowed.filter(segment => segment.kind !== 'reloads')
  if (bad.length === 0 || best.kind !== 'reloads') return verdictOf(bench, best.observation, best.below)

  const lastBad = allowed.findLastIndex(segment => segment.kind !== 'reloads')
  const bound = allowed[lastBad + 1]?.from
  const exist = bad.flatMap(segment => segment.releases?.filter(text => admitsText(bench.scheme, span, text)) ?? [])
  // What lies below every good version is excluded by the lower bound alone.
  const between = allowed.findIndex(segment => segment.kind === 'reloads') < lastBad
  const few = between && bad.every(segment => segment.releases) && exist.length <= 3 ? exist : []
  const problem =
    reason === 'no-version'
      ? 'No version is given, and not every version reloads the token'
      : 'Not every version that this range allows reloads the token'
  const remedies = [
    ...(bound === undefined ? [] : [`a lower bound of ${bound}`]),
    ...(few.length === 0 ? [] : [`excluding ${few.join(', ')}`]),
    bench.scheme.pinned ?? 'a lockfile'
  ]
  return {
    ...unknown(bench, reason, `${problem}: ${remedies.join(' or ')} settles it.`),
    ...fixWith(bench, bound ?? bench.client.fix?.version)
  }
}

function allows(scheme: VersionScheme, span: Span<unknown>, segment: Segment): boolean {
  if (segment.releases) return segment.releases.some(text => admitsText(scheme, span, text))
  return meets(scheme, span, segment.interval)
}

function admitsText(scheme: VersionScheme, span: Span<unknown>, text: string): boolean {
  const version = scheme.parse(text)
  return version !== undefined && admits(scheme, span, version)
}

/** The observed ranges of a client, cut once more at the documented minimum. */
export function segmentsOf({ observed, minimum }: Client, scheme: VersionScheme, mode: MinimumMode): Segment[] {
  const floor =
    minimum?.version === undefined ? undefined : { text: minimum.version, version: scheme.parse(minimum.version) }
  return observed.flatMap(range => {
    const low = range.from === undefined ? undefined : scheme.parse(range.from)
    const high = range.before === undefined ? undefined : scheme.parse(range.before)
    const cut =
      floor !== undefined &&
      (low === undefined || scheme.compare(low, floor.version) < 0) &&
      (high === undefined || scheme.compare(floor.version, high) < 0)
    const below =
      range.belowMinimum ??
      (floor !== undefined && (cut || (high !== undefined && scheme.compare(high, floor.version) <= 0)))
    const piece = (from: string | undefined, before: string | undefined, isBelow: boolean): Segment => ({
      interval: {
        ...(from === undefined ? {} : { from: { version: scheme.parse(from), inclusive: true } }),
        ...(before === undefined ? {} : { to: { version: scheme.parse(before), inclusive: false } })
      },
      ...(from === undefined ? {} : { from }),
      ...(before === undefined ? {} : { before }),
      ...(range.releases ? { releases: range.releases } : {}),
      observation: range,
      below: isBelow,
      kind: kindOf(range, isBelow, mode)
    })
    if (!cut) return [piece(range.from, range.before, below)]
    return [piece(range.from, floor.text, true), piece(floor.text, range.before, false)]
  })
}

function kindOf({ behaviour, reason }: Observation, below: boolean, mode: MinimumMode): VerdictKind {
  switch (behaviour) {
    case 'sends-no-token':
      return 'sends-no-token'
    case 'reads-once':
    case 'stops':
      return 'cannot-reload'
    case 'not-known':
      // A version that nobody ever saw, or looked into, can only be judged by the minimum.
      return below && mode === 'documented' && (reason === 'never-released' || reason === 'not-examined')
        ? 'cannot-reload'
        : 'unknown'
    case 'reloads-late':
      return below && mode === 'documented' ? 'below-minimum' : 'reloads-late'
    case 'reloads':
      return below ? 'below-minimum' : 'reloads'
  }
}

function verdictOf(bench: Bench, observation: Observation, below: boolean, version?: unknown): Verdict {
  const { client, options } = bench
  const kind = kindOf(observation, below, options.minimum)
  const asked = below && client.minimum ? ` The vendor documents ask for ${client.minimum.text} or newer.` : ''
  return {
    kind,
    ...(kind === 'unknown' ? { reason: observation.reason ?? 'never-released' } : {}),
    because: `${observation.because}${asked}`,
    observed: observation.behaviour,
    ...(client.minimum ? { minimum: client.minimum.text } : {}),
    // The documents are cited where it is they that decide.
    evidence:
      kind === 'below-minimum' || observation.evidence.length === 0
        ? [...observation.evidence, ...(client.minimum?.evidence ?? [])]
        : observation.evidence,
    ...(kind === 'reloads' ? {} : fixOf(bench, observation.reason, version))
  }
}

function placeholder(bench: Bench): Verdict {
  return unknown(bench, 'placeholder', 'The version is a variable that this file does not define.')
}

function unknown(bench: Bench, reason: UnknownReason, because: string): Verdict {
  const { client } = bench
  return {
    kind: 'unknown',
    reason,
    because,
    observed: 'not-known',
    ...(client.minimum ? { minimum: client.minimum.text } : {}),
    evidence: [...statementOf(client), ...(client.minimum?.evidence ?? [])],
    ...fixOf(bench, reason)
  }
}

/** Where the scanned repository says itself what is known of the client: no verdict on it goes without that. */
function statementOf({ observed }: Client): readonly Evidence[] {
  const statement = observed.flatMap(({ evidence }) => evidence).find(({ proof }) => proof === 'stated')
  return statement ? [statement] : []
}

/** What stands in place of a release may be newer than the lowest good one: a command would move it back. */
function fixOf(bench: Bench, reason: UnknownReason | undefined, version?: unknown): { fix?: Fix } {
  const { fix } = fixFor(bench, version)
  if (!fix) return {}
  return { fix: reason === 'fork' || reason === 'source' ? { ...fix, commands: [] } : fix }
}

/** The lowest version above the present one that passes; for an unknown one the version the policy recommends. */
function fixFor(bench: Bench, version?: unknown): { fix?: Fix } {
  const { client, scheme, segments } = bench
  const good = segments.filter(segment => segment.kind === 'reloads').flatMap(({ from }) => from ?? [])
  const recommended = client.fix?.version
  if (version === undefined) return fixWith(bench, recommended ?? good.at(-1))
  const isAbove = (text: string) => scheme.compare(scheme.parse(text), version) > 0
  return fixWith(
    bench,
    good.find(isAbove) ?? (recommended !== undefined && isAbove(recommended) ? recommended : undefined)
  )
}

/** Nobody moves to a pre-release: where the policy names a release behind one, that is the version to ask for. */
function releaseAt({ client, scheme }: Bench, bound: string): string {
  const { version } = client.fix ?? {}
  if (version === undefined || !scheme.isPrerelease(scheme.parse(bound))) return bound
  return scheme.compare(scheme.parse(version), scheme.parse(bound)) > 0 ? version : bound
}

function fixWith(bench: Bench, bound: string | undefined): { fix?: Fix } {
  const { client, options } = bench
  const advice = client.fix?.advice === undefined ? {} : { advice: client.fix.advice }
  const version = bound === undefined ? undefined : releaseAt(bench, bound)
  if (version !== undefined) return { fix: { version, commands: options.upgrade(version), ...advice } }
  return client.fix?.advice === undefined ? {} : { fix: { commands: [], ...advice } }
}
