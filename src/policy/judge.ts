/** Judges one dependency: from a client, a requirement and a version scheme to a verdict with its reasons. */

import { defined } from '../collections.ts'
import type { Interval, Span, VersionScheme } from '../ecosystems/version-scheme.ts'
import type { Dependency, Requirement } from '../model/dependency.ts'
import type { RuleLevels } from '../model/rule.ts'
import type { Evidence, Narrowed, UnknownReason, Verdict, VerdictKind } from '../model/verdict.ts'
import type { MinimumMode } from '../settings/choices.ts'
import { type Client, majorOf, type Observation, type Pairing } from './client.ts'
import { type Companion, pairingAbout, pairingOf } from './pairing.ts'
import { builtIn, type Policy } from './policy.ts'
import { admits, meets } from './span.ts'

/** The part of a dependency that a verdict depends on. */
export type Judged = Pick<Dependency, 'ecosystem' | 'name' | 'requirement'> & {
  readonly replacement?: string
  /** The other clients of the same resolution, as far as pairings of the policy name them. */
  readonly beside?: readonly Companion[]
}

/** The settings that verdicts and their levels depend on. */
export interface JudgeSettings {
  readonly minimum: MinimumMode
  /** Default: the built-in policy. */
  readonly policy?: Policy
  /** The levels that are raised above the built-in ones. */
  readonly levels?: RuleLevels
}

/** How to reach a version that passes. The file format adds the commands. */
export interface Remedy {
  /**
   * The lowest version above the present one that passes; for a range, the version from which all known releases pass.
   */
  readonly version?: string
  /** The newest release of its major version that was seen to reload, if that is a later one. */
  readonly newest?: string
  /**
   * For a range, if that is lower: the version from which all known releases pass but for a few, and these few.
   */
  readonly narrowed?: Narrowed
  /** Advice beside the version, or instead of one. */
  readonly advice?: string
  /** The packages to move together, in this order, if to move the judged one alone does not help. Then there is no `version`. */
  readonly moves?: readonly Move[]
}

/** A package to move. */
export interface Move {
  /** Its name, if it is not the judged one. */
  readonly other?: string
  readonly version: string
}

/** The judgement of one dependency. All texts are ours, except those of a configuration. */
export interface Judgement {
  readonly verdict: Verdict
  /** One sentence that explains the verdict. */
  readonly because: string
  readonly evidence: readonly Evidence[]
  /** Absent if the verdict is `reloads`, or if no remedy is known. */
  readonly remedy?: Remedy
}

/** A range of a client's versions with one verdict. */
export interface Segment {
  readonly interval: Interval<unknown>
  /** The inclusive lower bound as the policy writes it; absent for the lowest segment. */
  readonly from?: string
  /** The exclusive upper bound; absent for the highest segment. */
  readonly before?: string
  /** The released versions in the segment, if the policy lists them. */
  readonly releases?: readonly string[]
  readonly observation: Observation
  readonly below: boolean
  readonly kind: VerdictKind
}

/** The inputs of every step of judging one dependency. */
interface JudgeContext {
  readonly client: Client
  readonly scheme: VersionScheme
  readonly segments: readonly Segment[]
  readonly minimum: MinimumMode
  /** The other clients of the same resolution. */
  readonly beside: readonly Companion[]
  /** A client of the same ecosystem. */
  clientOf(name: string): Client | undefined
}

// Variables of build tools, templates and scripts in place of a version: ${x}, $(x), $x, $1, #{x}, {{x}}, {x}, @x@, <x>,
// %x%, %s, ENV['X'], X_VERSION, x.y, x.get(), '1' + x.
const PLACEHOLDER =
  /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+(?:$|[([])|^[A-Za-z_]\w*[([]|["'] ?\+|\+ ?["']|[$#]\{|\$\(|\$[A-Za-z_\d@*]|\{\{|^@[^@]*@$|^<[^>]*>$|^%[^%]*%$|^%s$|^\{[^{}]*\}$|^ENV\b|^@\w+$|^[A-Z][A-Z0-9_]*$/

/** Words for the newest release, whichever it is. */
const NEWEST = /^(?:latest|upgrade|patch)$/
/** What the bounds of a range begin with. */
const BOUND = /[<>=~^]/
/** The most releases that a range leaves out. */
const MOST_EXCEPTIONS = 3
/** Every release. */
const ANY = { intervals: [{}], prereleases: false } as const

/** Verdicts from good to bad, to find the best one in a range. */
const RANK: Readonly<Record<VerdictKind, number>> = {
  reloads: 0,
  'reloads-late': 1,
  unknown: 2,
  'below-minimum': 3,
  'cannot-reload': 4,
  'sends-no-token': 5
}

/**
 * Judges one dependency. Its name must be a client of the policy, otherwise this throws: callers filter by the policy.
 * A replacement that is not in the policy is a fork.
 */
export function judge(judged: Judged, scheme: VersionScheme, settings: JudgeSettings): Judgement {
  const { policy = builtIn, minimum } = settings
  const named = policy.clientOf(judged.ecosystem, judged.name)
  const client = judged.replacement === undefined ? named : policy.clientOf(judged.ecosystem, judged.replacement)
  const { beside = [] } = judged
  const clientOf = (name: string) => policy.clientOf(judged.ecosystem, name)
  if (!client) {
    if (!named) throw new Error(`the policy has no client ${judged.name}`)
    const context = { client: named, scheme, segments: [], minimum, beside: [], clientOf }
    return unknown(
      context,
      'fork',
      'A fork replaces the client, and the behaviour of the releases of the original may not apply to it.'
    )
  }
  const context = { client, scheme, segments: segmentsOf(client, scheme, minimum), minimum, beside, clientOf }
  const alone = judgeAlone(context, judged.requirement)
  return beside.length === 0 ? alone : judgeTogether(context, judged.requirement, alone)
}

/** The verdict of a client by itself. */
function judgeAlone(context: JudgeContext, requirement: Requirement): Judgement {
  const { client, scheme } = context
  const own = client.observe?.(requirement)
  if (own) return verdictOf(context, own, own.belowMinimum ?? false)
  switch (requirement.kind) {
    case 'version':
      return judgeVersion(context, requirement.text)
    case 'source':
      return unknown(
        context,
        'source',
        'It does not come from a package registry, so it is not known which released version it corresponds to.'
      )
    case 'none':
      return judgeSpan(context, ANY, 'no-version')
    case 'range': {
      const span = scheme.span(requirement.text)
      if (span) return judgeSpan(context, span, 'open-range')
      if (PLACEHOLDER.test(requirement.text)) return placeholder(context)
      const any = NEWEST.test(requirement.text) ? judgeSpan(context, ANY, 'open-range') : undefined
      if (any && any.verdict.kind !== 'unknown') return any
      const misread = BOUND.test(requirement.text)
        ? `Not a range of ${scheme.title}s alone, which may be a mistake. `
        : ''
      return unknown(
        context,
        'open-range',
        `${misread}The package manager chooses the version, and only a lockfile records which one.`
      )
    }
  }
}

/** The verdict of a client beside others of the same resolution, out of its verdict by itself. */
function judgeTogether(context: JudgeContext, requirement: Requirement, alone: Judgement): Judgement {
  const { client, beside, scheme, minimum } = context
  const { pairing, isCertain } = pairingOf(client, requirement, beside, scheme) ?? {}
  if (!pairing) return { ...alone, ...defined({ remedy: alone.remedy && safeRemedy(context, alone.remedy) }) }
  const remedy = remedyOfPair(pairing)
  if (isCertain) return { ...verdictOf(context, pairing, false), remedy }
  if (RANK[kindOf(pairing, false, minimum)] <= RANK[alone.verdict.kind]) return alone
  const because = `Not every version of ${pairing.package} that is allowed beside it works with it. ${pairing.because}`
  return { ...unknown(context, 'open-range', because), evidence: pairing.evidence, remedy }
}

/** What makes a pair good. */
function remedyOfPair({ package: other, fix }: Pairing): Remedy {
  const { own, advice } = fix
  if (fix.other === undefined) return defined({ version: own, advice })
  return { moves: [...(own === undefined ? [] : [{ version: own }]), { other, version: fix.other }], advice }
}

/** The remedy, with what else has to move so that no pair of the resolution is worse for it. */
function safeRemedy(context: JudgeContext, remedy: Remedy): Remedy {
  const { client, beside, scheme, minimum } = context
  const { version } = remedy
  if (version === undefined) return remedy
  const asked = { kind: 'version', text: version } as const
  const { pairing, isCertain } = pairingOf(client, asked, beside, scheme) ?? {}
  if (pairing && isCertain && kindOf(pairing, false, minimum) !== 'reloads') {
    const { own = version, other, advice } = pairing.fix
    if (other === undefined) return { version: own, advice }
    return { moves: [{ version: own }, { other: pairing.package, version: other }], advice }
  }
  const broken = brokenBy(context, version)
  if (!broken) return remedy
  const { own, advice } = broken.pairing.fix
  return own === undefined
    ? { advice }
    : { moves: [{ other: broken.companion.name, version: own }, { version }], advice }
}

/** The pair of another client with this one that would be bad if this one had a version. */
function brokenBy(context: JudgeContext, version: string): ReturnType<typeof pairingAbout> {
  const { client, beside, minimum } = context
  const found = pairingAbout(client, { kind: 'version', text: version }, beside, context)
  return found && kindOf(found.pairing, false, minimum) !== 'reloads' ? found : undefined
}

function judgeVersion(context: JudgeContext, text: string): Judgement {
  const { scheme, client } = context
  const version = scheme.parse(text)
  if (version === undefined) {
    if (PLACEHOLDER.test(text)) return placeholder(context)
    return unknown(context, 'not-a-version', `Not a valid ${scheme.title}.`)
  }
  const segment = segmentOf(context, version)
  if (!segment) throw new Error(`the policy of ${client.name} has a hole`)
  return verdictOf(context, agedFor(context, segment, version), segment.below, version)
}

function segmentOf({ scheme, segments }: Pick<JudgeContext, 'scheme' | 'segments'>, version: unknown) {
  const bound = { version, inclusive: true }
  const one = { intervals: [{ from: bound, to: bound }], prereleases: true }
  return segments.find(({ interval }) => meets(scheme, one, interval))
}

/** The observation of the last segment for a version that nobody has examined. */
function agedFor({ client: { examined }, scheme, segments }: JudgeContext, segment: Segment, version: unknown) {
  const { observation } = segment
  const isNewer =
    examined !== undefined &&
    observation.behaviour !== 'not-known' &&
    segment === segments.at(-1) &&
    scheme.compare(version, scheme.parse(examined)) > 0
  if (!isNewer) return observation
  return {
    ...observation,
    because: `${observation.because} This release is newer than those that were looked at, up to ${examined}.`
  }
}

/**
 * All allowed versions reload: `reloads`. None does: the best
 * verdict. Some do: `unknown`, with the bound that settles it.
 */
function judgeSpan(context: JudgeContext, span: Span<unknown>, reason: 'open-range' | 'no-version'): Judgement {
  const allowed = context.segments.filter(segment => allows(context.scheme, span, segment))
  const best = allowed.toSorted((a, b) => RANK[a.kind] - RANK[b.kind])[0]
  if (!best) {
    const because =
      reason === 'no-version'
        ? `No version is given: ${context.scheme.pinned ?? 'a lockfile'} settles it.`
        : 'No known release is in this range.'
    return unknown(context, reason, because)
  }
  const bad = allowed.filter(segment => segment.kind !== 'reloads')
  if (bad.length === 0) return verdictOf(context, best.observation, best.below)
  if (best.kind !== 'reloads') {
    const { remedy, ...judged } = verdictOf(context, best.observation, best.below)
    return { ...judged, ...defined({ remedy: remedy && withNarrowed(remedy, context, span) }) }
  }

  const lastBad = allowed.findLastIndex(segment => segment.kind !== 'reloads')
  const bound = allowed[lastBad + 1]?.from
  const exist = bad.flatMap(segment => segment.releases?.filter(text => admitsText(context.scheme, span, text)) ?? [])
  // A newer version that makes a pair bad is no advice.
  const isSafe = bound === undefined || brokenBy(context, bound) === undefined
  // What lies below every good version is excluded by the lower bound alone.
  const between = allowed.findIndex(segment => segment.kind === 'reloads') < lastBad
  const few =
    isSafe && between && bad.every(segment => segment.releases) && exist.length <= MOST_EXCEPTIONS ? exist : []
  const problem =
    reason === 'no-version'
      ? 'No version is given, and not every version reloads the token'
      : 'Not every version in this range reloads the token'
  const lowest = bound === undefined || !isSafe ? undefined : releaseAt(context, bound)
  const remedies = [
    ...(lowest === undefined ? [] : [`a lower bound of ${lowest}`]),
    ...(few.length === 0 ? [] : [`excluding ${few.join(', ')}`]),
    context.scheme.pinned ?? 'a lockfile'
  ]
  const remedy = remedyAt(context, bound ?? context.client.fix?.version)
  return {
    ...unknown(context, reason, `${problem}: ${remedies.join(' or ')} settles it.`),
    ...defined({ remedy: remedy && isSafe ? withNarrowed(remedy, context, span) : remedy })
  }
}

/** A remedy of a range, with the lowest bound above which only a few known releases do not pass, if that is lower. */
function withNarrowed(remedy: Remedy, context: JudgeContext, span: Span<unknown>): Remedy {
  const { scheme, segments } = context
  const lowest = segments.findIndex(segment => allows(scheme, span, segment))
  const first = segments.findIndex((segment, index) => index >= lowest && segment.kind === 'reloads')
  const from = segments[first]?.from
  const bad = segments.slice(Math.max(0, first)).filter(segment => segment.kind !== 'reloads')
  if (from === undefined || !bad.every(({ releases }) => releases)) return remedy
  const except = bad.flatMap(({ releases = [] }) => releases.filter(text => !scheme.isPrerelease(scheme.parse(text))))
  if (except.length === 0 || except.length > MOST_EXCEPTIONS) return remedy
  const release = releaseAt(context, from)
  return release === undefined ? remedy : { ...remedy, narrowed: { from: release, except } }
}

function allows(scheme: VersionScheme, span: Span<unknown>, segment: Segment): boolean {
  if (segment.releases) return segment.releases.some(text => admitsText(scheme, span, text))
  return meets(scheme, span, segment.interval)
}

function admitsText(scheme: VersionScheme, span: Span<unknown>, text: string): boolean {
  const version = scheme.parse(text)
  return version !== undefined && admits(scheme, span, version)
}

/** The observed ranges of a client, split at the documented minimum. */
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
    const segment = (from: string | undefined, before: string | undefined, isBelow: boolean): Segment => ({
      interval: defined({
        from: from === undefined ? undefined : { version: scheme.parse(from), inclusive: true },
        to: before === undefined ? undefined : { version: scheme.parse(before), inclusive: false }
      }),
      ...defined({ from, before, releases: range.releases }),
      observation: range,
      below: isBelow,
      kind: kindOf(range, isBelow, mode)
    })
    if (!cut) return [segment(range.from, range.before, below)]
    return [segment(range.from, floor.text, true), segment(floor.text, range.before, false)]
  })
}

/** The verdict of a behaviour. */
export function kindOf({ behaviour, reason }: Observation, below: boolean, mode: MinimumMode): VerdictKind {
  switch (behaviour) {
    case 'sends-no-token':
      return 'sends-no-token'
    case 'reads-once':
    case 'stops':
      return 'cannot-reload'
    case 'not-known':
      // A version that was never released or examined can only be judged by the minimum.
      return below && mode === 'documented' && (reason === 'never-released' || reason === 'not-examined')
        ? 'cannot-reload'
        : 'unknown'
    case 'reloads-late':
      return below && mode === 'documented' ? 'below-minimum' : 'reloads-late'
    case 'reloads':
      return below ? 'below-minimum' : 'reloads'
  }
}

function verdictOf(context: JudgeContext, observation: Observation, below: boolean, version?: unknown): Judgement {
  const { client, minimum: mode } = context
  const { reason, because, behaviour, evidence } = observation
  const kind = kindOf(observation, below, mode)
  const minimumText = below && client.minimum ? ` The vendor documents require ${client.minimum.text} or newer.` : ''
  return {
    verdict: {
      kind,
      ...(kind === 'unknown' ? { reason: reason ?? 'never-released' } : {}),
      observed: behaviour,
      ...defined({ minimum: client.minimum?.text })
    },
    because: `${because}${minimumText}`,
    // The documents are cited if the verdict depends on them.
    evidence:
      kind === 'below-minimum' || evidence.length === 0 ? [...evidence, ...(client.minimum?.evidence ?? [])] : evidence,
    ...defined({ remedy: kind === 'reloads' ? undefined : remedyFor(context, version) })
  }
}

function placeholder(context: JudgeContext): Judgement {
  return unknown(context, 'placeholder', 'The version is a variable that this file does not define.')
}

function unknown(context: JudgeContext, reason: UnknownReason, because: string): Judgement {
  const { client } = context
  return {
    verdict: { kind: 'unknown', reason, observed: 'not-known', ...defined({ minimum: client.minimum?.text }) },
    because,
    evidence: [...statementOf(client), ...(client.minimum?.evidence ?? [])],
    ...defined({ remedy: remedyFor(context) })
  }
}

/** The statement of the scanned repository about the client, which every verdict on it must cite. */
function statementOf({ observed }: Client): readonly Evidence[] {
  const statement = observed.flatMap(({ evidence }) => evidence).find(({ proof }) => proof === 'stated')
  return statement ? [statement] : []
}

/** The lowest version above the present one that passes; if that is unknown, the version that the policy recommends. */
function remedyFor(context: JudgeContext, version?: unknown): Remedy | undefined {
  const { client, scheme, segments } = context
  const good = segments
    .filter(segment => segment.kind === 'reloads')
    .flatMap(({ from }) => from ?? [])
    .filter(from => releaseAt(context, from, version) !== undefined)
  const recommended = client.fix?.version
  if (version === undefined) return remedyAt(context, recommended ?? good.at(-1))
  const isAbove = (text: string) => scheme.compare(scheme.parse(text), version) > 0
  const next = recommended !== undefined && isAbove(recommended) ? recommended : undefined
  return remedyAt(context, good.find(isAbove) ?? next, version)
}

function remedyAt(context: JudgeContext, bound: string | undefined, present?: unknown): Remedy | undefined {
  const advice = context.client.fix?.advice
  const version = bound === undefined ? undefined : releaseAt(context, bound, present)
  if (version === undefined) return advice === undefined ? undefined : { advice }
  return defined({ version, newest: newestAfter(context, version), advice })
}

/**
 * The lowest release from a bound on: a fix must not lead to a pre-release, unless the present version is one as well and no release is
 * known to follow.
 */
function releaseAt(context: JudgeContext, bound: string, present?: unknown): string | undefined {
  const { client, scheme } = context
  const from = scheme.parse(bound)
  if (!scheme.isPrerelease(from)) return bound
  const known = [...(client.fix?.version === undefined ? [] : [client.fix.version]), ...goodOf(context)]
  const [lowest] = known
    .filter(text => scheme.compare(scheme.parse(text), from) > 0)
    .toSorted((a, b) => scheme.compare(scheme.parse(a), scheme.parse(b)))
  return lowest ?? (present !== undefined && scheme.isPrerelease(present) ? bound : undefined)
}

/** The newest known release of the major version that a version belongs to; undefined if none is later. */
function newestAfter(context: JudgeContext, version: string): string | undefined {
  const { client, scheme } = context
  if (client.ofTheCluster) return undefined
  const from = scheme.parse(version)
  return goodOf(context).findLast(
    text => majorOf(text) === majorOf(version) && scheme.compare(scheme.parse(text), from) > 0 && isSafe(context, text)
  )
}

/** The known releases that pass under the settings: a configuration may require more than the row. */
function goodOf(context: JudgeContext): readonly string[] {
  const { client, scheme } = context
  return (client.good ?? []).filter(text => segmentOf(context, scheme.parse(text))?.kind === 'reloads')
}

/** Whether no pair of the resolution is worse for a version. */
function isSafe(context: JudgeContext, text: string): boolean {
  const { client, beside, scheme, minimum } = context
  const { pairing } = pairingOf(client, { kind: 'version', text }, beside, scheme) ?? {}
  return (!pairing || kindOf(pairing, false, minimum) === 'reloads') && brokenBy(context, text) === undefined
}
