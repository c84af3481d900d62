/** The commands over many repositories: plan, scan and merge. Each reads files of the one before and writes its own. */

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { defined } from '../collections.ts'
import type { ExitCode } from '../command-line/command.ts'
import type { Terminal } from '../command-line/terminal.ts'
import { systemClock } from '../github/clock.ts'
import {
  type ListedRepository,
  repositoriesNamed,
  repositoriesOf,
  type UnlistedRepository
} from '../github/repositories.ts'
import { openSession, type Session } from '../github/session.ts'
import { ConfigError } from '../model/config-error.ts'
import { fleetPage } from '../reporters/fleet/page.ts'
import { count } from '../reporters/phrases.ts'
import { type SettingKey, type StatedValues, settings } from '../settings/settings.ts'
import { DEFAULTS, statedIn } from '../settings/values.ts'
import { version } from '../version.ts'
import { jsonAt, jsonFilesIn, textAt, writeWhole } from '../workspaces/result-files.ts'
import type { Plan, PlannedRepository, RepositoryResult } from './fleet.ts'
import { fleetIn, planIn, resultIn } from './forms.ts'
import { merged } from './merge.ts'
import { type Candidate, estimate, planOf } from './plan.ts'
import { scanShard } from './scan.ts'

const PLAN_FILE = 'plan.json'
const STATE_FILE = 'fleet.json'
const RESULTS_FOLDER = 'results'

/** The options of a plan that decide over the results. */
const PLANNED = [
  'minimum',
  'failOn',
  'failOnScopes',
  'allowIncomplete',
  'clusterVersion',
  'platform',
  'grace',
  'upgradedOn'
] as const satisfies readonly SettingKey[]

/** Lists the repositories of owners and of a file, and writes the plan. Prints the matrix of its shards. */
export async function runFleetPlan(
  owners: readonly string[],
  options: StatedValues,
  terminal: Terminal
): Promise<ExitCode> {
  if (options.simulate !== undefined) {
    terminal.out(simulation(options.simulate))
    return 0
  }
  if (owners.length === 0 && options.list === undefined)
    throw new ConfigError('fleet plan: no repositories were named. Give an organisation, or --list FILE.')
  const session = sessionOf(terminal)
  const candidates = [...(await candidatesOf(owners, session)), ...(await listed(options, session, terminal))]
  const {
    maxAge,
    shardSize,
    archived = false,
    forks = false,
    topic: topics = [],
    name: names = []
  } = { ...DEFAULTS, ...options }
  const stated = textsOf(options)
  const plan = planOf(candidates, {
    filters: { archived, forks, topics, names },
    ...defined({ before: fleetIn(await optionalJson(options.state)) }),
    judgedBy: judgedBy(stated),
    options: stated,
    now: new Date(systemClock.now()).toISOString(),
    maxAge,
    shardSize: Math.max(1, shardSize),
    most: options.most ?? Number.POSITIVE_INFINITY
  })
  await writeWhole(options.output ?? PLAN_FILE, jsonFile(plan))
  if (options.quiet !== true) terminal.error(`${planSentence(plan)}\n`)
  terminal.out(`${JSON.stringify({ shard: Array.from({ length: plan.shards }, (_, index) => index + 1) })}\n`)
  return 0
}

/** Scans one shard of a plan, or all of them. Ends with 2 if some of it is waiting. */
export async function runFleetScan(
  operands: readonly string[],
  options: StatedValues,
  terminal: Terminal
): Promise<ExitCode> {
  refuse('fleet scan', operands)
  const plan = await planAt(options)
  if (options.shard !== undefined && (options.shard < 1 || options.shard > plan.shards))
    throw new ConfigError(`--shard ${options.shard}: the plan has ${plan.shards} shards, from 1 on.`)
  const { minutes, results = RESULTS_FOLDER, quiet, wait = false } = { ...DEFAULTS, ...options }
  const own = plan.repositories.filter(
    ({ state, shard }) => state === 'scan' && (options.shard === undefined || options.shard === shard)
  )
  const session = sessionOf(terminal)
  const until = systemClock.now() + minutes * 60_000
  const fileOf = ({ id }: { readonly id: number }) => join(results, `${id}.json`)
  const end = await scanShard(
    own,
    { judgedBy: plan.judgedBy, today: terminal.today(), stated: statedBy(plan.options) },
    {
      open: ({ name }, commit) => session.open(name, commit),
      elsewhere: session.elsewhere,
      requests: session.requests,
      isLimited: session.isLimited,
      stop: async () => (systemClock.now() > until ? `${minutes} minutes are over` : session.stop(wait)),
      resultOf: async repository => resultIn(await jsonAt(fileOf(repository))),
      keep: result => writeWhole(fileOf(result), jsonFile(result)),
      tell: sentence => {
        if (quiet !== true) terminal.error(`${sentence}\n`)
      }
    }
  )
  const { scanned, there, unread, waiting, because } = end
  const { sent } = session.requests()
  const ended = waiting === 0 ? '' : ` ${waiting} are waiting: ${because}.`
  terminal.out(
    `${scanned} scanned, ${there} were there already, ${unread} could not be read, by ${sent} requests.${ended}\n`
  )
  return waiting === 0 ? 0 : 2
}

/** Joins the results of all shards and the state before; writes the new state and the page. */
export async function runFleetMerge(
  folders: readonly string[],
  options: StatedValues,
  terminal: Terminal
): Promise<ExitCode> {
  const plan = await planAt(options)
  const results: RepositoryResult[] = []
  let broken = 0
  for (const folder of folders.length === 0 ? [RESULTS_FOLDER] : folders) {
    for (const path of await jsonFilesIn(folder)) {
      const result = resultIn(await jsonAt(path))
      if (result) results.push(result)
      else broken++
    }
  }
  const before = fleetIn(await optionalJson(options.state))
  const fleet = merged(plan, results, before, new Date(systemClock.now()).toISOString())
  await writeWhole(options.output ?? STATE_FILE, jsonFile(fleet))
  if (options.page !== undefined) await writeWhole(options.page, fleetPage.render(fleet, {}))
  if (options.quiet !== true) {
    const { listed: all = 0, scanned = 0, failed = 0, unread = 0 } = fleet.history.at(-1) ?? {}
    const unknown = unread === 0 ? '' : ` Nothing is known of ${unread}.`
    const lost =
      broken === 0 ? '' : ` Left out: ${count(broken, 'file that is', 'files that are')} no results of this version.`
    terminal.out(
      `${failed} of ${count(all, 'repository', 'repositories')} fail; ${scanned} are scanned.${unknown}${lost}\n`
    )
  }
  return 0
}

function sessionOf(terminal: Terminal): Session {
  return openSession({
    environment: terminal.environment ?? {},
    clock: systemClock,
    tell: sentence => terminal.error(`${sentence}\n`)
  })
}

async function candidatesOf(owners: readonly string[], session: Session): Promise<readonly Candidate[]> {
  const found: Candidate[] = []
  for (const owner of owners) {
    const repositories = await repositoriesOf(owner, session.query)
    if (!repositories)
      throw new ConfigError(`fleet plan: GitHub shows no organisation or person called ${owner}. Check the name.`)
    found.push(...repositories)
  }
  return found
}

const LINE = /^(?<name>[\w.-]+\/[\w.-]+)(?:\s+(?<team>\S+))?$/

/** The repositories of the file that `--list` names. Throws `ConfigError` for a line of another form. */
async function listed({ list }: StatedValues, session: Session, terminal: Terminal): Promise<readonly Candidate[]> {
  if (list === undefined) return []
  const text = list === '-' ? await inputOf(terminal) : await textAt(list)
  if (text === undefined) throw new ConfigError(`--list ${list}: does not exist. Give the path of a file.`)
  const teams = new Map<string, string | undefined>()
  for (const [index, line] of text.split('\n').entries()) {
    const words = line.replace(/#.*$/, '').trim()
    if (words === '') continue
    const { name, team } = LINE.exec(words)?.groups ?? {}
    if (name === undefined)
      throw new ConfigError(`${list}:${index + 1}: no repository. Write it as owner/name, with its team behind it.`)
    teams.set(name, team)
  }
  const names = [...teams.keys()]
  const found = await repositoriesNamed(names, session.query)
  // In the order of the list: a renamed repository has another name by now.
  return found.map((repository, index) => candidate(repository, teams.get(names[index] ?? '')))
}

function candidate(repository: ListedRepository | UnlistedRepository, team: string | undefined): Candidate {
  if ('id' in repository) return { ...repository, ...defined({ team }) }
  const { name, because } = repository
  const unknown = { id: 0, isArchived: false, isFork: false, isPrivate: true, topics: [] }
  return { ...unknown, name, because, ...defined({ team }) }
}

async function inputOf(terminal: Terminal): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of terminal.input()) pieces.push(Uint8Array.from(piece))
  return Buffer.concat(pieces).toString('utf8')
}

async function planAt({ plan: path = PLAN_FILE }: StatedValues): Promise<Plan> {
  const plan = planIn(await jsonAt(path))
  if (plan) return plan
  throw new ConfigError(`${path}: no plan of this version. Write one by "bound-token-check fleet plan".`)
}

async function optionalJson(path: string | undefined): Promise<unknown> {
  return path === undefined ? undefined : jsonAt(path)
}

/** The options that decide over results, as texts that `statedBy` reads. */
function textsOf(options: StatedValues): Readonly<Record<string, string>> {
  return Object.fromEntries(
    PLANNED.flatMap(key => (options[key] === undefined ? [] : [[settings[key].name, String(options[key])] as const]))
  )
}

function statedBy(texts: Readonly<Record<string, string>>): StatedValues {
  return statedIn('option', ({ name, kind }) => {
    const text = texts[name]
    return text === undefined ? undefined : kind.parse(text)
  })
}

/** What a result depends on beside its repository: a new release or other options make every result an old one. */
function judgedBy(options: Readonly<Record<string, string>>): string {
  const digest = createHash('sha256').update(JSON.stringify(options)).digest('hex').slice(0, 12)
  return Object.keys(options).length === 0 ? version : `${version} ${digest}`
}

function refuse(command: string, operands: readonly string[]): void {
  if (operands.length > 0) throw new ConfigError(`${command}: takes no arguments, but got ${operands.join(' ')}.`)
}

function planSentence({ repositories, shards, gone, leftOut }: Plan): string {
  const number = (state: PlannedRepository['state']) => repositories.filter(each => each.state === state).length
  const others = Object.entries(leftOut).map(([filter, many]) => `${many} left out (${filter})`)
  return [
    `${repositories.length} repositories: ${number('scan')} to scan in ${count(shards, 'shard')}`,
    `${number('unchanged')} unchanged`,
    `${number('empty')} empty`,
    `${number('unreadable')} not shown by GitHub`,
    `${number('waiting')} waiting`,
    ...(gone.length === 0 ? [] : [`${gone.length} gone since`]),
    ...others
  ].join(', ')
}

/** Limits of the API by kind of token: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api. */
const LIMITS = [
  ['token or small App', 5_000],
  ['App on 150 repositories or more', 12_500]
] as const

function simulation(repositories: number): string {
  const lines = LIMITS.map(([name, limit]) => {
    const { hours } = estimate(repositories, limit)
    return `${name} (${limit} an hour): ${hours} ${hours === 1 ? 'hour' : 'hours'}`
  })
  const { rest, graphql, shards } = estimate(repositories, LIMITS[0][1])
  const costs = `${repositories} repositories, first run: ${rest} requests of REST, ${graphql} points of GraphQL, ${shards} shards`
  return `${[costs, ...lines].join('\n')}\n`
}

function jsonFile(value: object): string {
  return `${JSON.stringify(value)}\n`
}
