/** One check of one head: finds its files, its base and the configuration that decides, checks, and delivers the result. */

import { resolve } from 'node:path'
import * as core from '@actions/core'
import { type Checked, type CheckSettings, check, isEmpty, type Proposed } from '../check.ts'
import type { StatedCluster } from '../cluster/judged-by-cluster.ts'
import { statedFacts, statesCluster } from '../cluster/profile.ts'
import { defined } from '../collections.ts'
import type { BaseCommit, NotCompared } from '../model/comparison.ts'
import { ConfigError, ConfigurationUnread } from '../model/config-error.ts'
import type { Report } from '../model/report.ts'
import { upperFirst } from '../reporters/phrases.ts'
import { CONFIGURATION_FILE, type SettingValues, type StatedValues } from '../settings/settings.ts'
import { DEFAULTS, type EffectiveSettings, settingsOf } from '../settings/values.ts'
import { bytesOf } from '../workspaces/evidence-files.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import { type Base, planBase, rulesOf } from './base.ts'
import type { Clock } from './clock.ts'
import type { Commits } from './commits.ts'
import { configurationOfBase, type Deciding, ownConfiguration } from './configurations.ts'
import { type DeliveryTarget, deliver, deliverProblem } from './deliver.ts'
import type { Environment, Event } from './event.ts'
import type { CheckCause } from './events.ts'
import { type Head, headOnDisk, headOnGitHub } from './head.ts'
import { printInert, printProblem } from './log.ts'
import { isCommit } from './payload.ts'
import type { Sender } from './requests.ts'
import { textualName } from './scanned-folder.ts'

/** The step of the workflow that runs the Action. */
export interface Step {
  readonly environment: Environment
  readonly inputs: StatedValues
  readonly clock: Clock
  /** Of all requests of the run, which share one budget of time. */
  readonly sender: Sender
  readonly commits: Commits
  /** Whether the verdict is about another commit than that of this run, whose log then has no annotations of it. */
  readonly publishes?: true
}

/** How a check ends: as concluded, or without a conclusion. */
export type ExitCode = 0 | 1 | 2 | 3

/** The exit code of wrong use and wrong configuration; the command line uses the same. */
export const WRONG_USE = 3
/** The exit code where nothing could be judged although nobody did anything wrong, or only the checkout is. */
const INCOMPLETE = 2

/** How often a long scan says how far it is, in milliseconds. */
const PROGRESS_INTERVAL = 5_000

/** Checks what the event is about and delivers the result, also if it is that nothing can be judged. */
export async function checkEvent(step: Step, event: Event, cause: CheckCause): Promise<ExitCode> {
  const path = { ...DEFAULTS, ...step.inputs }.path
  try {
    const head = await headOf(step, cause, path)
    if ('failed' in head) {
      return await tellIncomplete(`the files of the pull request cannot be read: ${head.failed}`, step, event)
    }
    const base = await baseOf(step, cause, head)
    if (base.kind === 'incomplete') return await tellIncomplete(base.because, step, event)
    return await checkHead(step, event, { cause, head, base })
  } catch (error) {
    if (error instanceof ConfigurationUnread) return await tellIncomplete(error.message, step, event, NOT_KNOWN)
    if (!(error instanceof ConfigError)) throw error
    tellProblem(step, error)
    await deliverProblem(error, 'invalid', targetOf(step, event, textualName(path)))
    return WRONG_USE
  }
}

function tellProblem({ publishes }: Step, problem: ConfigError): void {
  if (publishes) printInert(problem.message)
  else printProblem(problem)
}

/** Tells why something is not known. `because`: without a full stop. */
function tellUnread({ publishes }: Step, because: string): void {
  const tell = publishes ? core.info : core.setFailed
  tell(`${because}.`)
}

/** What is checked and with what it is compared. */
interface Subject {
  readonly cause: CheckCause
  readonly head: Head
  readonly base: Exclude<Base, { kind: 'incomplete' }>
}

async function checkHead(step: Step, event: Event, { cause, head, base }: Subject): Promise<ExitCode> {
  const rules = await configurationFor(step, { cause, head, base })
  const { configuration, proposed, unread } = rules
  if (configuration.path !== undefined) core.info(`Configuration: ${configuration.path}`)
  const settled = settingsOf(configuration, step.inputs)
  const { values } = settled
  const cluster = statesCluster(values) ? await clusterOn(step, settled) : undefined
  const result = await check(unread === undefined ? head.scanned : lacking(head, unread), configuration, {
    ...checkSettings(values),
    ...defined({ cluster }),
    today: todayOf(step),
    onProgress: progress(step.clock),
    ...defined({ base: await comparedWith(head, base, values.scope) }),
    isProposal: rulesOf(cause, base)?.commit !== 'head',
    ...(proposed ? { proposed: withSettings(proposed, step.inputs, cluster) } : {})
  })
  refuseEmptyFolder(result.report, values.path)
  await deliver(result, {
    ...targetOf(step, event, head.name),
    ...(values.suggestions ? { isBlob: (path: string, id: string) => head.isBlob(path, id) } : {})
  })
  return ended(step, result, rules)
}

/** Ends the check after everything was delivered. Of each level the runner keeps the first ten annotations: findings first. */
function ended(step: Step, { conclusion }: Checked, { notice, broken }: Deciding): ExitCode {
  if (notice !== undefined) core.notice(notice)
  if (!broken) return conclusion.exitCode
  if (broken instanceof ConfigError) {
    tellProblem(step, broken)
    return WRONG_USE
  }
  tellUnread(step, upperFirst(broken.message))
  return INCOMPLETE
}

function checkSettings({ minimum, failOn, failOnScopes, allowIncomplete, scope }: SettingValues): CheckSettings {
  return { minimum, failOn, failOnScopes, allowIncomplete, scope }
}

/** The settings of the proposed configuration. What the cluster shows is the same under it. */
function withSettings(
  proposed: NonNullable<Deciding['proposed']>,
  inputs: StatedValues,
  cluster: StatedCluster | undefined
): Proposed {
  if ('problem' in proposed) return proposed
  const settled = settingsOf(proposed.configuration, inputs)
  const { evidence = {} } = cluster ?? {}
  const own = statesCluster(settled.values) ? { facts: statedFacts(settled), evidence } : undefined
  return { ...proposed, settings: { ...checkSettings(settled.values), ...defined({ cluster: own }) } }
}

/** What is known of the cluster. Files of evidence are named from the workspace: steps before this one write them. */
async function clusterOn(step: Step, settled: EffectiveSettings): Promise<StatedCluster> {
  // On demand: most workflows say nothing of a cluster.
  const { gatherCluster } = await import('../cluster/gather.ts')
  const workspace = step.environment['GITHUB_WORKSPACE'] ?? ''
  return gatherCluster(settled, {
    today: todayOf(step),
    open: path => ({ path, bytes: bytesOf(resolve(workspace, path)) })
  })
}

function todayOf({ clock }: Step): string {
  return new Date(clock.now()).toISOString().slice(0, 10)
}

function headOf({ environment, commits }: Step, cause: CheckCause, path: string) {
  return cause.kind === 'pull-request' && cause.files === 'api'
    ? headOnGitHub(commits, cause.head, path)
    : headOnDisk(environment, commits, path)
}

/** The base. The clone is asked for the merge base where GitHub cannot be. */
async function baseOf({ commits }: Step, cause: CheckCause, { commit, clone }: Head): Promise<Base> {
  const plan = planBase(cause, commit)
  if (plan.kind !== 'ask') return plan
  const { from, to } = plan.ends
  const answer = await commits.mergeBase(plan.ends)
  // Not of a branch: its name may stand for something else there.
  const inClone = 'failed' in answer && isCommit(from) ? await clone?.mergeBase(from, to) : undefined
  return plan.conclude(inClone === undefined ? answer : { id: inClone })
}

async function configurationFor({ commits }: Step, { cause, head, base }: Subject): Promise<Deciding> {
  const rules = rulesOf(cause, base)
  const finding = { elsewhere: commits.elsewhere, isFork: cause.kind === 'pull-request' && cause.fork }
  if (rules?.commit === 'head') return ownConfiguration(head, finding)
  if (!rules) {
    const failed = base.kind === 'not-compared' ? base.because : 'there is no base'
    return configurationOfBase(head, { failed }, finding)
  }
  const state = await head.at(rules.commit)
  return configurationOfBase(head, 'failed' in state ? state : state.whole, finding)
}

/** The files of the base; where they cannot be read, the whole head counts as new. */
async function comparedWith(
  head: Head,
  base: Subject['base'],
  scope: 'all' | 'introduced'
): Promise<{ readonly workspace: Workspace; readonly commit: BaseCommit } | NotCompared | undefined> {
  if (base.kind === 'unasked') return undefined
  if (base.kind === 'not-compared') return base
  const commit = scope === 'introduced' ? (base.deciding ?? base.commit) : base.commit
  const state = await head.at(commit.id)
  if ('failed' in state) return { kind: 'not-compared', because: state.failed }
  return { workspace: state.scanned, commit }
}

/** The scanned files with a gap: the configuration of the base, without which no check is complete. */
function lacking({ scanned: workspace, clone }: Head, because: string): Workspace {
  const remedy = clone ? '; with "fetch-depth: 2" in the step of actions/checkout no request is needed' : ''
  const gap = {
    kind: 'unreadable-file',
    path: CONFIGURATION_FILE,
    detail: `the configuration of the base decides, and it cannot be read: ${because}${remedy}`
  } as const
  return {
    ...workspace,
    async list() {
      const listing = await workspace.list()
      return { ...listing, gaps: [...listing.gaps, gap] }
    }
  }
}

function targetOf({ environment, inputs, clock, sender, publishes }: Step, event: Event, name: string): DeliveryTarget {
  const { token, commentKey, comment, commentOnRelapse } = { ...DEFAULTS, ...inputs }
  const { cause } = event
  const isClosed = cause.kind === 'pull-request' && cause.state !== 'open'
  return {
    environment,
    event,
    token,
    key: commentKey ?? name,
    comment: { when: isClosed ? 'never' : comment, onRelapse: commentOnRelapse },
    commentIsStated: inputs.comment !== undefined,
    now: clock.now(),
    sender,
    ...defined({ publishes })
  }
}

/** The sentence for a check without what its configuration extends. */
const NOT_KNOWN =
  'Nothing was judged, because the configuration extends one that could not be read. An earlier verdict no longer counts.'

/** The sentence for a check without its commit. */
const NOT_THERE = 'Nothing was judged, because the commit to check is not there. An earlier verdict no longer counts.'

/** Delivers that the checkout or GitHub lets nothing be judged. */
async function tellIncomplete(
  because: string,
  step: Step,
  event: Event,
  headline: string = NOT_THERE
): Promise<ExitCode> {
  tellUnread(step, `Nothing was judged: ${because}`)
  const { path } = { ...DEFAULTS, ...step.inputs }
  const problem = { headline, message: `${upperFirst(because)}.`, problems: [] }
  await deliverProblem(problem, 'incomplete', targetOf(step, event, textualName(path)))
  return INCOMPLETE
}

function refuseEmptyFolder(report: Report, path: string): void {
  if (!isEmpty(report)) return
  throw new ConfigError(
    `The folder to scan (input "path": ${JSON.stringify(path)}) holds no files. Put a step with actions/checkout before this one.`
  )
}

function progress({ now }: Clock): (done: number, claimed: number) => void {
  let last = now()
  return (done, claimed) => {
    if (now() - last < PROGRESS_INTERVAL) return
    last = now()
    core.info(`${done} of ${claimed} dependency files read`)
  }
}
