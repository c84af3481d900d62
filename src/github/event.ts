/** The event of the workflow, and its consequences for the scan and the deliveries. */

import { readFileSync } from 'node:fs'
import { ConfigError } from '../model/config-error.ts'

/** The variables of the process. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The pull request that raised the event. */
export interface PullRequest {
  readonly number: number
  /** The last commit of the pull request when the event was raised. */
  readonly headSha: string
  /** Whether it comes from another repository: its token is then read-only unless the repository allows more. */
  readonly fork: boolean
}

/** An event that can be served. */
export interface Event {
  readonly name: string
  readonly owner: string
  readonly repository: string
  /** Without a slash at the end; another one than https://github.com on GitHub Enterprise Server. */
  readonly serverUrl: string
  /** Without a slash at the end. */
  readonly apiUrl: string
  /**
   * The commit that links and the check run point to. On a pull request that is its head, although the default
   * checkout is the test merge commit: https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request.
   * Where the base branch changed the same file, lines may differ between the two; GitHub's own annotations share that.
   */
  readonly sha: string
  readonly pullRequest?: PullRequest
  /** The page of the workflow run, where the job summary is shown. */
  readonly runUrl?: string
  /** Whether Dependabot caused the run: its token is then read-only by default, also when a person re-runs it. */
  readonly dependabot: boolean
  /** Something the user of this event should know. */
  readonly notice?: string
}

const SCANNED_WHOLE = new Set(['push', 'merge_group', 'schedule', 'workflow_dispatch'])
const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
const REPOSITORY = /^(?<owner>[^/\s]+)\/(?<repository>[^/\s]+)$/
const DEPENDABOT = 'dependabot[bot]'
const OUTSIDE = 'Outside GitHub Actions use the command line: bound-token-check --help.'

/** Reads the event from the variables that the runner sets. Throws `ConfigError` where it cannot be served. */
export function readEvent(environment: Environment): Event {
  const payload = readPayload(environment)
  return eventOf(environment, payload)
}

/** The event that the variables and the payload describe. Throws `ConfigError` where it cannot be served. */
export function eventOf(environment: Environment, payload: unknown): Event {
  const name = required(environment, 'GITHUB_EVENT_NAME')
  refuseForeignCheckout(name)
  const { owner, repository } = REPOSITORY.exec(required(environment, 'GITHUB_REPOSITORY'))?.groups ?? {}
  if (owner === undefined || repository === undefined) {
    throw new ConfigError(`GITHUB_REPOSITORY is not of the form "owner/name". ${OUTSIDE}`)
  }
  const serverUrl = address(environment, 'GITHUB_SERVER_URL', 'https://github.com')
  const runId = environment['GITHUB_RUN_ID']
  const common = {
    name,
    owner,
    repository,
    serverUrl,
    ...(runId ? { runUrl: `${serverUrl}/${owner}/${repository}/actions/runs/${runId}` } : {}),
    apiUrl: address(environment, 'GITHUB_API_URL', 'https://api.github.com'),
    dependabot: environment['GITHUB_ACTOR'] === DEPENDABOT || text(payload, 'sender', 'login') === DEPENDABOT
  }
  if (name === 'pull_request') {
    const pullRequest = pullRequestOf(payload)
    return { ...common, sha: pullRequest.headSha, pullRequest }
  }
  const sha = required(environment, 'GITHUB_SHA')
  if (!SHA.test(sha)) throw new ConfigError(`GITHUB_SHA is not a commit. ${OUTSIDE}`)
  if (SCANNED_WHOLE.has(name)) return { ...common, sha }
  const notice = `The event "${name}" is not supported: this action scans the checked-out files and posts no comment. Supported are pull_request, ${[...SCANNED_WHOLE].join(', ')}.`
  return { ...common, sha, notice }
}

/** Under these events the default checkout is not the pull request: a verdict would be about the wrong code. */
function refuseForeignCheckout(name: string): void {
  if (name !== 'pull_request_target' && name !== 'workflow_run') return
  throw new ConfigError(
    `Under "${name}" the checkout is the default branch, not the pull request, so a verdict would be about the wrong code. Use "on: pull_request": it works for forks too, with "permissions: contents: read".`
  )
}

function pullRequestOf(payload: unknown): PullRequest {
  const number = property(payload, 'pull_request', 'number')
  const headSha = text(payload, 'pull_request', 'head', 'sha')
  if (
    typeof number !== 'number' ||
    !Number.isSafeInteger(number) ||
    number < 1 ||
    headSha === undefined ||
    !SHA.test(headSha)
  ) {
    throw new ConfigError(
      'The payload of the pull_request event names no pull request with a number and a head commit (GITHUB_EVENT_PATH). Run this action from a workflow with "on: pull_request".'
    )
  }
  const from = text(payload, 'pull_request', 'head', 'repo', 'full_name')
  return {
    number,
    headSha,
    fork: from === undefined || from !== text(payload, 'pull_request', 'base', 'repo', 'full_name')
  }
}

/** Undefined where the runner gave no payload. */
function readPayload(environment: Environment): unknown {
  const path = environment['GITHUB_EVENT_PATH'] ?? ''
  if (path === '') return undefined
  let content: string
  try {
    content = readFileSync(path, 'utf8')
  } catch {
    throw new ConfigError(
      `The payload of the event cannot be read: ${JSON.stringify(path)} (GITHUB_EVENT_PATH). Run the job again.`
    )
  }
  try {
    return JSON.parse(content)
  } catch {
    throw new ConfigError(
      `The payload of the event is not JSON: ${JSON.stringify(path)} (GITHUB_EVENT_PATH). Run the job again.`
    )
  }
}

/** A variable that the runner always sets. */
export function required(environment: Environment, name: string): string {
  const value = environment[name] ?? ''
  if (value === '') throw new ConfigError(`${name} is not set. ${OUTSIDE}`)
  return value
}

function address(environment: Environment, name: string, otherwise: string): string {
  const value = (environment[name] || otherwise).replace(/\/$/, '')
  if (!URL.canParse(value)) throw new ConfigError(`${name} is not an address. ${OUTSIDE}`)
  return value
}

/** Follows keys into a value of unknown shape; undefined where one is missing. */
export function property(value: unknown, ...path: readonly string[]): unknown {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined
    current = (current as Readonly<Record<string, unknown>>)[key]
  }
  return current
}

function text(value: unknown, ...path: readonly string[]): string | undefined {
  const found = property(value, ...path)
  return typeof found === 'string' ? found : undefined
}
