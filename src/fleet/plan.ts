/** Plans a run over many repositories: which are looked at, which have changed since the last run, and which shard scans each. */

import { defined } from '../collections.ts'
import { daysBetween } from '../settings/day.ts'
import { type Fleet, type FleetRepository, type Plan, type PlannedRepository, repositoryKey, SCHEMA } from './fleet.ts'

/** The most jobs of a matrix: https://docs.github.com/en/actions/reference/limits. */
export const MOST_SHARDS = 256
/** A shard is a unit of failure, not of speed: all shards share one rate limit. */
const SHARD_SIZE = 250

/** A repository as the listing has it. All texts are hostile. */
export interface Candidate {
  readonly id: number
  readonly name: string
  readonly isArchived: boolean
  readonly isFork: boolean
  readonly isPrivate: boolean
  readonly topics: readonly string[]
  readonly team?: string
  readonly head?: { readonly commit: string; readonly tree: string; readonly branch: string }
  /** Our own sentence, if GitHub does not show it. */
  readonly because?: string
}

/** Which repositories are looked at. */
export interface Filters {
  readonly archived: boolean
  readonly forks: boolean
  /** Any of these; empty for all. */
  readonly topics: readonly string[]
  /** Patterns of the name without its owner, or with it; `*` is any text. Empty for all. */
  readonly names: readonly string[]
}

/** What a plan depends on beside the listing. */
export interface PlanOptions {
  readonly filters: Filters
  /** The last state; absent for the first run. */
  readonly before?: Fleet
  readonly judgedBy: string
  /** The options of the command line that decide over results: name → text. */
  readonly options: Readonly<Record<string, string>>
  /** The moment, ISO 8601 in UTC. */
  readonly now: string
  /** A result that is older, in days, no longer holds: waivers end, and releases are examined. */
  readonly maxAge: number
  /** The most repositories that are scanned in one run. */
  readonly most: number
  /** The repositories of one shard, as far as there are shards enough. */
  readonly shardSize?: number
}

/** Makes the plan of a run. Those with the oldest results come first where not all can be scanned. */
export function planOf(candidates: readonly Candidate[], options: PlanOptions): Plan {
  const { filters, before, judgedBy, now, maxAge, most, shardSize = SHARD_SIZE } = options
  const leftOut: Record<string, number> = {}
  const known = new Map(before?.repositories.map(repository => [repositoryKey(repository), repository]))
  const today = now.slice(0, 10)
  const looked = distinct(candidates).filter(candidate => {
    const filter = filterAgainst(candidate, filters)
    if (filter !== undefined) leftOut[filter] = (leftOut[filter] ?? 0) + 1
    return filter === undefined
  })
  const stateOf = (candidate: Candidate): PlannedRepository['state'] => {
    if (candidate.because !== undefined) return 'unreadable'
    if (!candidate.head) return 'empty'
    const last = known.get(repositoryKey(candidate))
    return last && holds(last, candidate, { judgedBy, today, maxAge }) ? 'unchanged' : 'scan'
  }
  const states = new Map(looked.map(candidate => [candidate, stateOf(candidate)]))
  const due = looked
    .filter(candidate => states.get(candidate) === 'scan')
    .toSorted(
      (a, b) =>
        compareTexts(known.get(repositoryKey(a))?.scanned ?? '', known.get(repositoryKey(b))?.scanned ?? '') ||
        byName(a, b)
    )
  const taken = due.slice(0, most)
  const shards = Math.min(MOST_SHARDS, Math.ceil(taken.length / shardSize))
  const shardOf = new Map(taken.map((candidate, index) => [candidate, (index % shards) + 1]))
  const repositories = looked.toSorted(byName).map((candidate): PlannedRepository => {
    const { id, name, isPrivate, team, head, because } = candidate
    const shard = shardOf.get(candidate)
    const state = states.get(candidate) ?? 'empty'
    return {
      ...{ id, name, isPrivate },
      ...defined({ team, ...head }),
      state: state === 'scan' && shard === undefined ? 'waiting' : state,
      ...defined({ because, shard })
    }
  })
  const keys = new Set(looked.map(repositoryKey))
  const gone = (before?.repositories ?? []).filter(last => last.id !== 0 && !keys.has(repositoryKey(last)))
  return {
    schema: SCHEMA,
    made: now,
    judgedBy,
    options: options.options,
    shards,
    repositories,
    gone: gone.map(({ name }) => name),
    leftOut
  }
}

/** Whether the last result of a repository says what a scan would say now. */
function holds(
  last: FleetRepository,
  { head }: Candidate,
  { judgedBy, today, maxAge }: { readonly judgedBy: string; readonly today: string; readonly maxAge: number }
): boolean {
  if (last.state === 'not-read' || last.state === 'waiting' || last.isPartial) return false
  if (last.tree !== head?.tree || last.judgedBy !== judgedBy) return false
  return daysBetween(last.scanned, today) <= maxAge
}

/** The filter that leaves a repository out; undefined if none does. One that GitHub does not show has no properties to filter by. */
function filterAgainst(candidate: Candidate, { archived, forks, topics, names }: Filters): string | undefined {
  const { name, isArchived, isFork, topics: own, because } = candidate
  if (names.length > 0 && !names.some(pattern => matches(pattern, name))) return 'name'
  if (because !== undefined) return undefined
  if (isArchived && !archived) return 'archived'
  if (isFork && !forks) return 'fork'
  if (topics.length > 0 && !topics.some(topic => own.includes(topic))) return 'topic'
  return undefined
}

/** Whether a pattern matches a name. `*` is any text; the time is linear in the name for each part between two `*`. */
export function matches(pattern: string, name: string): boolean {
  const text = (pattern.includes('/') ? name : name.slice(name.indexOf('/') + 1)).toLowerCase()
  const [first = '', ...others] = pattern.toLowerCase().split('*')
  const last = others.pop()
  if (last === undefined) return text === first
  if (!text.startsWith(first)) return false
  let from = first.length
  for (const part of others) {
    const at = text.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return text.length - from >= last.length && text.endsWith(last)
}

/** The first of several with one number: an organisation and a list may both name it. Unlisted ones differ by name. */
function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const found = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const key = repositoryKey(candidate)
    if (!found.has(key)) found.set(key, candidate)
  }
  return [...found.values()]
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return compareTexts(a.name, b.name)
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** What a run over so many repositories costs. */
export interface Estimate {
  readonly repositories: number
  readonly shards: number
  readonly rest: number
  readonly graphql: number
  /** The windows of the rate limit of an hour each. */
  readonly hours: number
}

/** The points of GraphQL for the texts of one repository, measured over 77 public repositories of this field. */
const POINTS_FOR_TEXTS = 3.8
/** The part of a limit that one run uses. */
export const USABLE = 0.8

/** Estimates the cost of a first run under a rate limit of so many requests an hour. */
export function estimate(repositories: number, limit: number): Estimate {
  const graphql = Math.ceil(repositories / 100 + repositories * POINTS_FOR_TEXTS)
  const rest = repositories
  const hours = Math.max(1, Math.ceil(Math.max(rest, graphql) / (limit * USABLE)))
  const shards = Math.min(MOST_SHARDS, Math.ceil(repositories / SHARD_SIZE))
  return { repositories, shards, rest, graphql, hours }
}
