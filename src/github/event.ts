/** The event of the workflow, and its consequences for the scan and the deliveries. */

import { readFileSync } from 'node:fs'
import { ConfigError } from '../model/config-error.ts'
import { type Cause, causeOf } from './events.ts'
import { isCommit, text } from './payload.ts'

export { property } from './payload.ts'

/** The variables of the process. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The pull request that a comment belongs to. */
export interface PullRequest {
  readonly number: number
  /** The last commit of the pull request when the event was raised. */
  readonly headSha: string
  /** Whether the token is that of a fork's run: read-only unless the repository allows more. */
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
  readonly cause: Cause
}

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
  const cause = causeOf(name, payload)
  const { owner, repository } = REPOSITORY.exec(required(environment, 'GITHUB_REPOSITORY'))?.groups ?? {}
  if (owner === undefined || repository === undefined) {
    throw new ConfigError(`GITHUB_REPOSITORY is not of the form "owner/name". ${OUTSIDE}`)
  }
  const serverUrl = address(environment, 'GITHUB_SERVER_URL', 'https://github.com')
  const runId = environment['GITHUB_RUN_ID']
  return {
    name,
    owner,
    repository,
    serverUrl,
    ...(runId ? { runUrl: `${serverUrl}/${owner}/${repository}/actions/runs/${runId}` } : {}),
    apiUrl: address(environment, 'GITHUB_API_URL', 'https://api.github.com'),
    dependabot: environment['GITHUB_ACTOR'] === DEPENDABOT || text(payload, 'sender', 'login') === DEPENDABOT,
    cause,
    ...subjectOf(cause, environment)
  }
}

/** The commit that the result is about, and the pull request of the comment. */
function subjectOf(cause: Cause, environment: Environment): Pick<Event, 'sha' | 'pullRequest'> {
  if (cause.kind === 'pull-request' && cause.state !== 'merged') {
    const { number, head, fork, files } = cause
    // Where nothing is checked out, the token is that of the base.
    return { sha: head, pullRequest: { number, headSha: head, fork: fork && files === 'checkout' } }
  }
  if (cause.kind === 'merge-group') return { sha: cause.head }
  const sha = required(environment, 'GITHUB_SHA')
  if (!isCommit(sha)) throw new ConfigError(`GITHUB_SHA is not a commit. ${OUTSIDE}`)
  return { sha }
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
