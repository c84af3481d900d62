/**
 * Scans the repositories of a shard, one after the other, and hands over the result of each at once: a run that is killed goes on
 * where it was. A repository that cannot be read is a result too, and stops nothing.
 */

import { type Checked, type CheckSettings, check, isEmpty } from '../check.ts'
import { statedFacts, statesCluster } from '../cluster/profile.ts'
import { defined } from '../collections.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { Elsewhere } from '../configuration/extended.ts'
import { findConfiguration } from '../configuration/find.ts'
import { ConfigError, ConfigurationUnread } from '../model/config-error.ts'
import { type Finding, isAboutClient } from '../model/finding.ts'
import { leavesUnread } from '../model/report.ts'
import { purlText } from '../purl-text.ts'
import type { StatedValues } from '../settings/settings.ts'
import { settingsOf } from '../settings/values.ts'
import { excluding } from '../workspaces/excluding.ts'
import type { Failed } from '../workspaces/github-tree.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import { CODEOWNERS_FILES, teamIn } from './codeowners.ts'
import { type FleetFinding, type PlannedRepository, type RepositoryResult, SCHEMA } from './fleet.ts'

/** The most findings that a result lists; all are counted. */
const MOST_FINDINGS = 200

/** What a scan of a shard needs of the world. */
export interface ShardSurroundings {
  /** Opens the files of a repository's commit, or tells why it cannot be read. */
  open(repository: PlannedRepository, commit: string): Promise<Workspace | Failed>
  /** Reads what the configurations of repositories extend: what many extend, once. */
  readonly elsewhere: Elsewhere
  /** The requests that were sent so far, and how many failed for good. */
  requests(): { readonly sent: number; readonly failed: number }
  /** Whether a request failed because of a rate limit: then nothing is known of the repository that is read, and of none after it. */
  isLimited(): boolean
  /** Why no further repository may be begun; undefined while one may. May wait. */
  stop(): Promise<string | undefined>
  /** The result that is there already; undefined if there is none. */
  resultOf(repository: PlannedRepository): Promise<RepositoryResult | undefined>
  keep(result: RepositoryResult): Promise<void>
  /** Says how far it is. */
  tell(sentence: string): void
}

/** What a scan depends on beside the repository. */
export interface ShardOptions {
  readonly judgedBy: string
  /** `YYYY-MM-DD`, in UTC. */
  readonly today: string
  /** The settings that options state: they win over the configuration of a repository. */
  readonly stated: StatedValues
}

/** What became of a shard. */
export interface ShardEnd {
  readonly scanned: number
  /** Those that had their result from an earlier attempt. */
  readonly there: number
  readonly unread: number
  readonly waiting: number
  /** Why some are waiting. */
  readonly because?: string
}

const LIMITED = "GitHub's rate limit is used up"

/** Scans the repositories of a shard. */
export async function scanShard(
  repositories: readonly PlannedRepository[],
  options: ShardOptions,
  surroundings: ShardSurroundings
): Promise<ShardEnd> {
  let [scanned, there, unread] = [0, 0, 0]
  for (const [index, repository] of repositories.entries()) {
    const last = await surroundings.resultOf(repository)
    if (last && isStillGood(last, repository, options)) {
      there++
      continue
    }
    const because = await surroundings.stop()
    if (because !== undefined) return { scanned, there, unread, waiting: repositories.length - index, because }
    const result = await scanRepository(repository, options, surroundings)
    if (surroundings.isLimited())
      return { scanned, there, unread, waiting: repositories.length - index, because: LIMITED }
    await surroundings.keep(result)
    if (result.state === 'not-read') unread++
    else scanned++
    surroundings.tell(`${index + 1} of ${repositories.length}: ${repository.name}: ${result.state}`)
  }
  return { scanned, there, unread, waiting: 0 }
}

/** Whether an earlier attempt of this shard scanned the same. What could not be read is tried again. */
function isStillGood(last: RepositoryResult, { tree }: PlannedRepository, { judgedBy }: ShardOptions): boolean {
  return last.state !== 'not-read' && last.isPartial !== true && last.tree === tree && last.judgedBy === judgedBy
}

async function scanRepository(
  repository: PlannedRepository,
  options: ShardOptions,
  { open, elsewhere, requests }: ShardSurroundings
): Promise<RepositoryResult> {
  const { id, name, isPrivate, team, commit, tree } = repository
  const before = requests()
  const own = () => ({
    ...({ schema: SCHEMA, id, name, isPrivate } as const),
    ...defined({ commit, tree }),
    judgedBy: options.judgedBy,
    scanned: options.today,
    requests: requests().sent - before.sent,
    ...(requests().failed > before.failed ? ({ isPartial: true } as const) : {})
  })
  const notRead = (because: string): RepositoryResult => ({
    ...own(),
    ...defined({ team }),
    state: 'not-read',
    because,
    counts: { error: 0, warning: 0, notice: 0 },
    hasClients: false,
    findings: []
  })
  try {
    const workspace = commit === undefined ? { failed: 'it has no commit' } : await open(repository, commit)
    if ('failed' in workspace) return notRead(workspace.failed)
    const found = await checkFiles(workspace, options, elsewhere)
    return { ...own(), ...defined({ team: team ?? found.team }), ...found.result }
  } catch (error) {
    if (error instanceof ConfigurationUnread) return notRead(error.message)
    // A wrong configuration, or a file that a reader breaks on: the others are scanned all the same.
    if (error instanceof ConfigError) {
      return notRead(`its configuration is wrong: ${error.message.replaceAll('\n', ' ')}`)
    }
    return notRead(`a bug of this program, please report it: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function checkFiles(
  whole: Workspace,
  { today, stated }: ShardOptions,
  elsewhere: Elsewhere
): Promise<{ readonly team?: string; readonly result: FoundInRepository }> {
  // With the files that a scan reads, in one request.
  await whole.prepare?.(CODEOWNERS_FILES)
  const configuration = await findConfiguration(whole, elsewhere)
  const checked = await check(excluding(whole), configuration, {
    ...settingsFor(configuration, stated),
    today
  })
  const team = await teamOf(whole)
  return { ...defined({ team }), result: resultOf(checked) }
}

/** The evidence of a cluster is not in the repository, so that only what is said of the cluster counts. */
function settingsFor(configuration: Configuration, stated: StatedValues): CheckSettings {
  const settled = settingsOf(configuration, stated)
  const { minimum, failOn, failOnScopes, allowIncomplete } = settled.values
  const cluster = statesCluster(settled.values) ? { facts: statedFacts(settled), evidence: {} } : undefined
  return { minimum, failOn, failOnScopes, allowIncomplete, scope: 'all', ...defined({ cluster }) }
}

async function teamOf(workspace: Workspace): Promise<string | undefined> {
  for (const path of CODEOWNERS_FILES) {
    const reading = await workspace.read(path)
    if ('text' in reading) return teamIn(reading.text)
  }
  return undefined
}

type FoundInRepository = Pick<RepositoryResult, 'state' | 'because' | 'counts' | 'hasClients' | 'breaksOn' | 'findings'>

function resultOf({ report, conclusion, deadline }: Checked): FoundInRepository {
  const { error, warning, notice } = conclusion.counts
  const open = report.findings.filter(({ status, level }) => status.kind === 'open' && level !== 'pass')
  const listed = open.filter(({ level }) => level !== 'notice')
  const unread = report.gaps.find(leavesUnread)
  return {
    state: isEmpty(report) ? 'empty' : conclusion.verdict,
    ...defined({ because: unread && `${unread.place.path}:${unread.place.line}: ${unread.detail}` }),
    counts: { error, warning, notice },
    hasClients: report.findings.some(isAboutClient),
    ...(deadline && 'on' in deadline ? { breaksOn: deadline.on } : {}),
    findings: listed.slice(0, MOST_FINDINGS).map(findingOf)
  }
}

function findingOf({ rule, level, subject, place, related, explanation, identity }: Finding): FleetFinding {
  return {
    rule: rule?.id ?? '',
    level,
    subject: subject.kind === 'client' ? purlText(subject.dependency) : (subject.object ?? rule?.title ?? ''),
    path: place.path,
    line: place.line,
    places: 1 + related.filter(({ role }) => role === 'same').length,
    ...defined({ fix: explanation.fix?.version }),
    identity
  }
}
