/** Reads the files of a fleet: a value of unknown shape becomes a plan, a result or a fleet, or nothing. */

import {
  type Fleet,
  type FleetDay,
  type FleetFinding,
  type FleetRepository,
  type Plan,
  type PlannedRepository,
  type RepositoryResult,
  SCHEMA
} from './fleet.ts'

type Fields = Readonly<Record<string, unknown>>

/** The plan in a file; undefined if it is none of this version. */
export function planIn(value: unknown): Plan | undefined {
  if (!isForm(value)) return undefined
  const { made, judgedBy, options, shards, repositories, gone, leftOut } = value
  const isWhole =
    isStrings(options) && isText(made) && isText(judgedBy) && isCount(shards) && isFields(leftOut) && isTexts(gone)
  if (!isWhole || !Array.isArray(repositories) || !repositories.every(isPlanned)) return undefined
  const counts = Object.entries(leftOut).flatMap(([name, count]) => (isCount(count) ? [[name, count] as const] : []))
  return { schema: SCHEMA, made, judgedBy, options, shards, repositories, gone, leftOut: Object.fromEntries(counts) }
}

/** The result in a file; undefined if it is none of this version. */
export function resultIn(value: unknown): RepositoryResult | undefined {
  return isForm(value) && isResult(value) ? value : undefined
}

/** The fleet in a file; undefined if it is none of this version. */
export function fleetIn(value: unknown): Fleet | undefined {
  if (!isForm(value)) return undefined
  const { made, repositories, history } = value
  if (!isText(made) || !Array.isArray(repositories) || !Array.isArray(history)) return undefined
  if (!repositories.every(isFleetRepository) || !history.every(isDay)) return undefined
  return { schema: SCHEMA, made, repositories, changes: [], history }
}

function isForm(value: unknown): value is Fields {
  return isFields(value) && value['schema'] === SCHEMA
}

function isPlanned(value: unknown): value is PlannedRepository {
  if (!isFields(value)) return false
  const { id, name, state, team, commit, tree, shard } = value
  return (
    isCount(id) &&
    isText(name) &&
    ['scan', 'unchanged', 'empty', 'unreadable', 'waiting'].includes(String(state)) &&
    [team, commit, tree].every(isTextOrNothing) &&
    (shard === undefined || isCount(shard))
  )
}

const STATES = ['passed', 'failed', 'incomplete', 'empty', 'not-read']

function isResult(value: Fields): value is Fields & RepositoryResult {
  return STATES.includes(String(value['state'])) && isCommon(value)
}

function isFleetRepository(value: unknown): value is FleetRepository {
  return isFields(value) && [...STATES, 'waiting'].includes(String(value['state'])) && isCommon(value)
}

function isCommon(value: Fields): boolean {
  const { id, name, judgedBy, scanned, counts, findings, team, commit, tree, because } = value
  return (
    isCount(id) &&
    [name, judgedBy, scanned].every(isText) &&
    [team, commit, tree, because].every(isTextOrNothing) &&
    isFields(counts) &&
    [counts['error'], counts['warning'], counts['notice']].every(isCount) &&
    Array.isArray(findings) &&
    findings.every(isFinding)
  )
}

function isFinding(value: unknown): value is FleetFinding {
  if (!isFields(value)) return false
  const { rule, level, subject, path, identity, line, places, fix } = value
  return (
    [rule, level, subject, path, identity].every(isText) && isCount(line) && isCount(places) && isTextOrNothing(fix)
  )
}

function isDay(value: unknown): value is FleetDay {
  if (!isFields(value) || !isText(value['day'])) return false
  return ['listed', 'scanned', 'failed', 'incomplete', 'unread', 'errors'].every(name => isCount(value[name]))
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isStrings(value: unknown): value is Readonly<Record<string, string>> {
  return isFields(value) && Object.values(value).every(isText)
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText)
}

function isTextOrNothing(value: unknown): boolean {
  return value === undefined || isText(value)
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
