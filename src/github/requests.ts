/** Requests to GitHub: their time limit, their retries, and the failure messages with the remedy. */

import { defined } from '../collections.ts'
import type { Clock } from './clock.ts'
import { type Event, property } from './event.ts'

/** Why a request failed. */
export interface Failure {
  readonly kind:
    | 'credentials'
    | 'permission'
    | 'app-only'
    | 'locked'
    | 'rate-limit'
    | 'content'
    | 'server'
    | 'timeout'
    | 'unreachable'
    | 'other'
  readonly status?: number
  /** How long GitHub requires to wait, in milliseconds. */
  readonly wait?: number
}

/** When requests are repeated. All times are in milliseconds. */
export interface RetryPolicy {
  /** The maximum number of times that a request is sent. */
  readonly attempts: number
  /** The time limit of one attempt. */
  readonly timeout: number
  /** The waits before the second and the third attempt after a failure of the server. */
  readonly backoff: readonly [number, number]
  /** The longest accepted wait between two attempts. */
  readonly longestWait: number
  /** The longest accepted wait of all requests together. */
  readonly longestWaitInAll: number
}

/** The retries of every run. */
export const RETRY_POLICY: RetryPolicy = {
  attempts: 3,
  timeout: 30_000,
  backoff: [1_000, 3_000],
  longestWait: 60_000,
  longestWaitInAll: 120_000
}

/** Sends requests with a time limit, and repeats them where a retry may help. */
export interface Sender {
  /**
   * Sends the request until it succeeds or no retry is left; then throws the last error. `once`: the request may create
   * something, so an attempt with an unknown outcome is not repeated.
   */
  send<Answer>(request: (signal: AbortSignal) => Promise<Answer>, options?: { readonly once: boolean }): Promise<Answer>
}

/** A sender whose requests share one budget of waiting. */
export function sender(policy: RetryPolicy, { now, sleep, timeout }: Clock): Sender {
  let waited = 0
  // After one request failed in every attempt, later ones are sent once each: a run must not hang for minutes.
  let { attempts } = policy
  return {
    async send(request, { once } = { once: false }) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await request(timeout(policy.timeout))
        } catch (error) {
          const wait = waitBefore(failureOf(error, now()), attempt, once)
          if (wait === undefined || wait > policy.longestWait || waited + wait > policy.longestWaitInAll) throw error
          if (attempt >= attempts) {
            attempts = 1
            throw error
          }
          waited += wait
          await sleep(wait)
        }
      }
    }
  }

  function waitBefore(failure: Failure, attempt: number, once: boolean): number | undefined {
    switch (failure.kind) {
      case 'rate-limit':
        // GitHub refused the request before it did anything, so every request may be repeated.
        return failure.wait
      case 'server':
      case 'timeout':
      case 'unreachable':
        return once ? undefined : (failure.wait ?? policy.backoff[attempt === 1 ? 0 : 1])
      default:
        return undefined
    }
  }
}

const LIMITED = /rate limit|abuse detection/i
const APP_ONLY = /authenticate via a GitHub App/i
const LOCKED = /\blocked\b/i

/** Classifies an error of the API client. `now`: milliseconds since 1970, for rate limits with a time of reset. */
export function failureOf(error: unknown, now: number): Failure {
  if (!(error instanceof Error)) return { kind: 'other' }
  const response = property(error, 'response')
  // The API client sets status 500 on requests without any answer.
  if (response === undefined) {
    const name = property(error.cause, 'name')
    if (name === 'TimeoutError' || error.name === 'AbortError') return { kind: 'timeout' }
    return property(error, 'status') === undefined ? { kind: 'other' } : { kind: 'unreachable' }
  }
  const status = property(error, 'status')
  // GraphQL answers with status 200 and puts its errors into the body.
  if (typeof status !== 'number') return { kind: 'other' }
  const headers = property(response, 'headers')
  const wait = requiredWait(headers, now)
  const known = defined({ status, wait })
  // https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
  const limited =
    wait !== undefined || property(headers, 'x-ratelimit-remaining') === '0' || LIMITED.test(error.message)
  if (status === 429 || (status === 403 && limited)) return { kind: 'rate-limit', ...known }
  if (status === 401) return { kind: 'credentials', ...known }
  if (status === 403 && APP_ONLY.test(error.message)) return { kind: 'app-only', ...known }
  if (status === 403 && LOCKED.test(error.message)) return { kind: 'locked', ...known }
  if (status === 403 || status === 404) return { kind: 'permission', ...known }
  if (status === 422) return { kind: 'content', ...known }
  if (status >= 500) return { kind: 'server', ...known }
  return { kind: 'other', ...known }
}

/**
 * Describes a failure in plain text: its cause and the remedy. Contains nothing of the server's text. `permission` is
 * the one that the request needs, such as `checks: write`.
 */
export function explain(failure: Failure, permission: string, event: Event): string {
  const code = failure.status === undefined ? '' : ` (${failure.status})`
  switch (failure.kind) {
    case 'credentials':
      return `GitHub refused the token${code}: give a valid one in the input "token", or leave the input out`
    case 'permission':
      return `the token lacks the permission \`${permission}\`${code}: ${remedy(event)}`
    case 'app-only':
      return `only tokens of GitHub Apps may do this${code}: leave the input "token" out and give the job the permission \`${permission}\``
    case 'locked':
      return `the conversation is locked${code}`
    case 'rate-limit':
      return `GitHub's rate limit is used up${code}: run the job again${failure.wait === undefined ? ' later' : ` in ${Math.ceil(failure.wait / 1000)} seconds`}`
    case 'content':
      return `GitHub refused the content${code}: please report this as a bug of the action`
    case 'server':
      return `GitHub failed${code}: run the job again`
    case 'timeout':
      return 'GitHub did not answer in time: run the job again'
    case 'unreachable':
      return `${event.apiUrl} cannot be reached: check the runner's network and proxy`
    case 'other':
      return failure.status === undefined
        ? 'an unexpected answer: please report this as a bug of the action'
        : `GitHub answered ${failure.status}`
  }
}

function remedy(event: Event): string {
  const add = 'add it under "permissions:" of the job'
  if (event.dependabot) return `runs that Dependabot causes get a read-only token; ${add}`
  if (event.pullRequest?.fork) {
    return 'runs for pull requests from forks get a read-only token unless the settings of the repository send write tokens'
  }
  return add
}

function requiredWait(headers: unknown, now: number): number | undefined {
  const seconds = Number(property(headers, 'retry-after') ?? Number.NaN)
  if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1000
  const reset = Number(property(headers, 'x-ratelimit-reset') ?? Number.NaN)
  const exhausted = property(headers, 'x-ratelimit-remaining') === '0' && Number.isFinite(reset)
  return exhausted ? Math.max(0, reset * 1000 - now) : undefined
}
