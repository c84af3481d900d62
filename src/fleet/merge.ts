/** Joins the plan of a run, the results of its shards and the state before into the new state. */

import { defined } from '../collections.ts'
import {
  type Fleet,
  type FleetChange,
  type FleetDay,
  type FleetRepository,
  type Plan,
  type PlannedRepository,
  type RepositoryResult,
  repositoryKey,
  SCHEMA
} from './fleet.ts'

/** The most days of the history. */
const MOST_DAYS = 400

/**
 * The state after a run. A repository without a new result keeps its old one with its day, and one that was never scanned is waiting:
 * nothing that is not known looks like a pass. `now`: ISO 8601 in UTC.
 */
export function merged(
  plan: Plan,
  results: readonly RepositoryResult[],
  before: Fleet | undefined,
  now: string
): Fleet {
  const today = now.slice(0, 10)
  const found = new Map(results.filter(({ judgedBy }) => judgedBy === plan.judgedBy).map(result => [result.id, result]))
  const known = new Map(before?.repositories.map(repository => [repositoryKey(repository), repository]))
  const repositories = plan.repositories.map(planned => {
    const last = known.get(repositoryKey(planned))
    const current = currentOf(planned, found.get(planned.id), last, { plan, today })
    const since = current.state === 'failed' ? (last?.failingSince ?? current.scanned) : undefined
    const { failingSince: _, ...own } = current
    return { ...own, ...defined({ failingSince: since }) }
  })
  const day = dayOf(repositories, today)
  const history = [...(before?.history ?? []).filter(each => each.day !== today), day]
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .slice(-MOST_DAYS)
  return {
    schema: SCHEMA,
    made: now,
    repositories,
    changes: before ? changesOf(repositories, known, plan.gone) : [],
    ...defined({ comparedWith: before?.made.slice(0, 10) }),
    history
  }
}

function currentOf(
  planned: PlannedRepository,
  result: RepositoryResult | undefined,
  last: FleetRepository | undefined,
  { plan, today }: { readonly plan: Plan; readonly today: string }
): FleetRepository {
  const { id, name, isPrivate, team, commit, tree } = planned
  const own = { schema: SCHEMA, id, name, isPrivate } as const
  const nothing = {
    ...own,
    ...defined({ team }),
    judgedBy: plan.judgedBy,
    scanned: today,
    counts: { error: 0, warning: 0, notice: 0 },
    hasClients: false,
    findings: [],
    requests: 0
  } as const
  // An artifact of an earlier attempt of the same run may be about another tree.
  if (result && result.tree === tree) return { ...result, ...own, ...defined({ team: team ?? result.team }) }
  if (planned.state === 'empty') return { ...nothing, ...defined({ commit, tree }), state: 'empty' }
  if (planned.state === 'unreadable')
    return { ...nothing, state: 'not-read', because: planned.because ?? 'GitHub does not show it' }
  if (last) return { ...last, ...own, ...defined({ team: team ?? last.team }) }
  return { ...nothing, scanned: '', state: 'waiting', because: 'it was not scanned yet' }
}

function dayOf(repositories: readonly FleetRepository[], day: string): FleetDay {
  const number = (...states: readonly FleetRepository['state'][]) =>
    repositories.filter(({ state }) => states.includes(state)).length
  return {
    day,
    listed: repositories.length,
    scanned: repositories.length - number('not-read', 'waiting'),
    failed: number('failed'),
    incomplete: number('incomplete'),
    unread: number('not-read', 'waiting'),
    errors: repositories.reduce((sum, { counts }) => sum + counts.error, 0)
  }
}

function changesOf(
  repositories: readonly FleetRepository[],
  known: ReadonlyMap<string, FleetRepository>,
  gone: readonly string[]
): readonly FleetChange[] {
  const changes = repositories.flatMap((now): FleetChange[] => {
    const { name, state } = now
    const before = known.get(repositoryKey(now))
    const [was, is] = [errorsOf(before), errorsOf(now)]
    const subjects = (findings: typeof is, others: typeof is) => [
      ...new Set(Array.from(findings).flatMap(([identity, subject]) => (others.has(identity) ? [] : [subject])))
    ]
    if (!before) return [{ name, kind: state === 'failed' ? 'fails' : 'new', subjects: subjects(is, was) }]
    if (isUnread(state)) return isUnread(before.state) ? [] : [{ name, kind: 'unread', subjects: [] }]
    if (state === 'failed' && subjects(is, was).length > 0 && !isUnread(before.state))
      return [{ name, kind: 'fails', subjects: subjects(is, was) }]
    if (state === 'failed' && before.state !== 'failed') return [{ name, kind: 'fails', subjects: subjects(is, was) }]
    if (before.state === 'failed' && state !== 'incomplete' && subjects(was, is).length > 0)
      return [{ name, kind: 'recovers', subjects: subjects(was, is) }]
    return []
  })
  return [...changes, ...gone.map((name): FleetChange => ({ name, kind: 'gone', subjects: [] }))]
}

function isUnread(state: FleetRepository['state']): boolean {
  return state === 'not-read' || state === 'waiting'
}

function errorsOf(repository: FleetRepository | undefined): ReadonlyMap<string, string> {
  const errors = repository?.findings.filter(({ level }) => level === 'error') ?? []
  return new Map(errors.map(({ identity, subject }) => [identity, subject]))
}
