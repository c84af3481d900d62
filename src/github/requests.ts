/** One request to GitHub: its time limit, its retries, and what its failure means in words that say what to do. */

import { type Event, property } from './event.ts'

/** How often a request is sent at the most. */
const ATTEMPTS = 3
/** The longest wait that is accepted between two attempts, and for all requests of a run together, in milliseconds. */
const LONGEST_WAIT = 60_000
const LONGEST_WAIT_IN_ALL = 120_000

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
  /** How long GitHub asks to wait, in milliseconds. */
  readonly wait?: number
}

/** What a request may cost in time. */
export interface Patience {
  /** The time limit of one attempt in milliseconds. */
  readonly timeout: number
  /** The waits before the second and third attempt when the server failed, in milliseconds. */
  readonly backoff: readonly [number, number]
}

/** How long GitHub is waited for. */
export const PATIENCE: Patience = { timeout: 30_000, backoff: [1_000, 3_000] }

/** Sends requests with a time limit and, where it may help, again. */
export interface Sender {
  /**
   * Sends until it is answered or given up; then throws the last error. `once`: an attempt whose outcome is not known
   * is not repeated, because it may have created something.
   */
  send<Answer>(request: (signal: AbortSignal) => Promise<Answer>, options?: { readonly once: boolean }): Promise<Answer>
}

/** A sender whose requests share one budget of waiting. */
export function sender({ timeout, backoff }: Patience): Sender {
  let waited = 0
  // Once a request went unanswered to the end, later ones are sent once each: a run must not hang for minutes.
  let attempts = ATTEMPTS
  return {
    async send(request, { once } = { once: false }) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await request(AbortSignal.timeout(timeout))
        } catch (error) {
          const failure = failureOf(error, Date.now())
          const wait = waitBefore(failure, attempt, once)
          if (wait === undefined || wait > LONGEST_WAIT || waited + wait > LONGEST_WAIT_IN_ALL) throw error
          if (attempt >= attempts) {
            attempts = 1
            throw error
          }
          waited += wait
          await new Promise(resolve => setTimeout(resolve, wait))
        }
      }
    }
  }

  function waitBefore(failure: Failure, attempt: number, once: boolean): number | undefined {
    switch (failure.kind) {
      case 'rate-limit':
        // GitHub refused it before doing anything, so that it may be repeated whatever it was.
        return failure.wait
      case 'server':
      case 'timeout':
      case 'unreachable':
        return once ? undefined : (failure.wait ?? backoff[attempt === 1 ? 0 : 1])
      default:
        return undefined
    }
  }
}

const LIMITED = /rate limit|abuse detection/i
const APP_ONLY = /authenticate via a GitHub App/i
const LOCKED = /\blocked\b/i

/** Reads an error of the API client. `now` is in milliseconds since 1970, for limits that name a time of day. */
export function failureOf(error: unknown, now: number): Failure {
  if (!(error instanceof Error)) return { kind: 'other' }
  const response = property(error, 'response')
  // The API client gives status 500 to requests that got no answer at all.
  if (response === undefined) {
    const name = property(error.cause, 'name')
    if (name === 'TimeoutError' || error.name === 'AbortError') return { kind: 'timeout' }
    return property(error, 'status') === undefined ? { kind: 'other' } : { kind: 'unreachable' }
  }
  const status = property(error, 'status')
  // GraphQL answers 200 and names its errors in the body.
  if (typeof status !== 'number') return { kind: 'other' }
  const headers = property(response, 'headers')
  const wait = waitAsked(headers, now)
  const known = { status, ...(wait === undefined ? {} : { wait }) }
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

/** What failed, why, and what to do: plain text, ours. `permission` is what the request needs, such as `checks: write`. */
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

function waitAsked(headers: unknown, now: number): number | undefined {
  const seconds = Number(property(headers, 'retry-after') ?? Number.NaN)
  if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1000
  const reset = Number(property(headers, 'x-ratelimit-reset') ?? Number.NaN)
  const exhausted = property(headers, 'x-ratelimit-remaining') === '0' && Number.isFinite(reset)
  return exhausted ? Math.max(0, reset * 1000 - now) : undefined
}
