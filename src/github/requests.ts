/** Requests to GitHub: their time limits, their retries, and the reasons for which they fail. */

import { defined } from '../collections.ts'
import type { Clock } from './clock.ts'
import { property } from './event.ts'

/**
 * Why a request failed. `policy`: rules of the organisation forbid it. `app-only`: the token is none of a GitHub App.
 * `not-found`: also what GitHub answers where the token may not look. `content`: GitHub refuses what we sent.
 * `unreadable`: the answer is none of GitHub's API. `no-time`: the time for all requests is used up. `other`: none of these.
 */
export type FailureKind =
  | 'credentials'
  | 'permission'
  | 'policy'
  | 'app-only'
  | 'locked'
  | 'archived'
  | 'not-found'
  | 'no-commit'
  | 'rate-limit'
  | 'content'
  | 'server'
  | 'timeout'
  | 'unreadable'
  | 'unreachable'
  | 'untrusted'
  | 'redirects'
  | 'no-time'
  | 'other'

/** Why a request failed, and what GitHub said about it. */
export interface Failure {
  readonly kind: FailureKind
  readonly status?: number
  /** How long GitHub requires to wait, in milliseconds. */
  readonly wait?: number
}

/** A request that failed for good. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed'
  readonly failure: Failure

  constructor(failure: Failure, cause?: unknown) {
    super(`a request to GitHub failed: ${failure.kind}`, { cause })
    this.failure = failure
  }
}

/** An answer that is not what GitHub describes: the page of a proxy, or the half of one. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer'
}

/** When requests are repeated, and when they end. All times are in milliseconds. */
export interface RetryPolicy {
  /** The maximum number of times that a request is sent. */
  readonly attempts: number
  /** The time limit of one attempt. */
  readonly timeout: number
  /** The waits before the second and the third attempt after a failure of the server. */
  readonly backoff: readonly [number, number]
  /** The time limit of all requests together, with the waits between them. */
  readonly budget: number
  /** The part of the budget that reading leaves to the deliveries. */
  readonly reserve: number
}

/**
 * The retries of every run. GitHub ends a request after ten seconds, so that a longer silence is none of its answers:
 * https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#timeouts. The budget has room for one
 * wait of a minute, which its secondary rate limits require, and so has what reading may take of it.
 */
export const RETRY_POLICY: RetryPolicy = {
  attempts: 3,
  timeout: 15_000,
  backoff: [1_000, 3_000],
  budget: 90_000,
  reserve: 25_000
}

/** Sends requests with a time limit, and repeats them where a retry may help. */
export interface Sender {
  /**
   * Sends the request until it succeeds or no retry is left; then throws `RequestFailed`. `once`: the request may create
   * something, so that an attempt with an unknown outcome is not repeated.
   */
  send<Answer>(request: (signal: AbortSignal) => Promise<Answer>, options?: { readonly once: boolean }): Promise<Answer>
}

/** The senders of one run, whose requests share one budget of time. */
export interface Senders extends Sender {
  /** The sender of what is read before there is a result. Leaves time to tell that it could not be read. */
  readonly reading: Sender
}

/** Makes the senders of one run. */
export function sender(policy: RetryPolicy, clock: Clock): Senders {
  const time = stopwatch(clock)
  // After one request failed in every attempt, later ones are sent once each: the budget is left to those that work.
  let { attempts } = policy
  return { ...within(policy.budget), reading: within(policy.budget - policy.reserve) }

  /** A sender for requests before the budget is spent up to here. */
  function within(budget: number): Sender {
    return { send: (request, { once } = { once: false }) => send(request, once, budget) }
  }

  async function send<Answer>(
    request: (signal: AbortSignal) => Promise<Answer>,
    once: boolean,
    budget: number
  ): Promise<Answer> {
    const stop = time.start()
    try {
      for (let attempt = 1; ; attempt++) {
        const left = budget - time.spent()
        if (left <= 0) throw new RequestFailed({ kind: 'no-time' })
        const signal = clock.timeout(Math.min(policy.timeout, left))
        try {
          return await request(signal)
        } catch (error) {
          // The client takes the half of a body for the whole one when the time is over.
          const failure = signal.aborted ? ({ kind: 'timeout' } as const) : failureOf(error, clock.now())
          const wait = waitBefore(failure, attempt, once)
          if (wait === undefined || wait >= budget - time.spent()) throw new RequestFailed(failure, error)
          if (attempt >= attempts) {
            attempts = 1
            throw new RequestFailed(failure, error)
          }
          await clock.sleep(wait)
        }
      }
    } finally {
      stop()
    }
  }

  function waitBefore(failure: Failure, attempt: number, once: boolean): number | undefined {
    // GitHub refused the request before it did anything, so that every request may be repeated.
    if (failure.kind === 'rate-limit') return failure.wait
    if (once || !isPassing(failure)) return undefined
    return failure.wait ?? policy.backoff[attempt === 1 ? 0 : 1]
  }
}

/** Whether the same request may succeed a moment later; what it did meanwhile is unknown. */
export function isPassing({ kind }: Failure): boolean {
  return kind === 'server' || kind === 'timeout' || kind === 'unreachable' || kind === 'unreadable'
}

/** Measures the time during which at least one of several activities goes on, in milliseconds. */
function stopwatch({ now }: Clock): { spent(): number; start(): () => void } {
  let [running, since, before] = [0, 0, 0]
  const spent = () => before + (running > 0 ? now() - since : 0)
  return {
    spent,
    start() {
      if (running++ === 0) since = now()
      return () => {
        if (running === 1) before = spent()
        running--
      }
    }
  }
}

const LIMITED = /rate limit|abuse detection/i
const APP_ONLY = /authenticate via a GitHub App/i
const LOCKED = /\blocked\b/i
const ARCHIVED = /\barchived\b/i
const POLICY = /SAML|IP allow list|SSO/
const NO_COMMIT = /No commit found/i
const REDIRECTS = /redirect/i
/** Codes of Node.js and OpenSSL for a connection that cannot be secured. https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const UNTRUSTED = /^(?:ERR_SSL|ERR_TLS|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/

/** Classifies an error of a request. `now`: milliseconds since 1970, for rate limits with a time of reset. */
export function failureOf(error: unknown, now: number): Failure {
  if (error instanceof RequestFailed) return error.failure
  if (error instanceof UnreadableAnswer) return { kind: 'unreadable' }
  if (!(error instanceof Error)) return { kind: 'other' }
  if (error.name === 'GraphqlResponseError') return graphqlFailure(error, now)
  const response = property(error, 'response')
  if (response === undefined) return failureWithoutAnswer(error)
  const status = property(error, 'status')
  if (typeof status !== 'number') return { kind: 'other' }
  const headers = property(response, 'headers')
  const wait = requiredWait(headers, now)
  return { kind: kindOf(status, error.message, headers), ...defined({ status, wait }) }
}

function kindOf(status: number, message: string, headers: unknown): FailureKind {
  if (status === 429) return 'rate-limit'
  if (status === 401) return 'credentials'
  if (status === 403) return kindOfRefusal(message, headers)
  if (status === 404) return 'not-found'
  if (status === 422) return NO_COMMIT.test(message) ? 'no-commit' : 'content'
  return status >= 500 ? 'server' : 'other'
}

/** GitHub answers 403 for many reasons, and only its message says which. */
function kindOfRefusal(message: string, headers: unknown): FailureKind {
  // https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
  const limited = property(headers, 'retry-after') !== undefined || property(headers, 'x-ratelimit-remaining') === '0'
  if (limited || LIMITED.test(message)) return 'rate-limit'
  if (APP_ONLY.test(message)) return 'app-only'
  if (LOCKED.test(message)) return 'locked'
  if (ARCHIVED.test(message)) return 'archived'
  return POLICY.test(message) ? 'policy' : 'permission'
}

/** GraphQL answers with status 200 and puts its errors into the body. */
function graphqlFailure(error: Error, now: number): Failure {
  const errors = property(error, 'errors')
  const types = Array.isArray(errors) ? errors.map(each => property(each, 'type')) : []
  const limited = types.includes('RATE_LIMITED') || LIMITED.test(error.message)
  const wait = requiredWait(property(error, 'headers'), now)
  if (limited) return { kind: 'rate-limit', status: 200, ...defined({ wait }) }
  if (types.includes('FORBIDDEN') || types.includes('INSUFFICIENT_SCOPES')) return { kind: 'permission', status: 200 }
  if (types.includes('NOT_FOUND')) return { kind: 'not-found', status: 200 }
  return { kind: 'server', status: 200 }
}

/** The API client sets status 500 on requests without any answer. */
function failureWithoutAnswer(error: Error): Failure {
  const chain = [error, error.cause, property(error.cause, 'cause')]
  if (chain.some(each => ['TimeoutError', 'AbortError'].includes(String(property(each, 'name'))))) {
    return { kind: 'timeout' }
  }
  if (property(error, 'status') === undefined) return { kind: 'other' }
  if (chain.some(each => UNTRUSTED.test(String(property(each, 'code'))))) return { kind: 'untrusted' }
  return { kind: REDIRECTS.test(error.message) ? 'redirects' : 'unreachable' }
}

function requiredWait(headers: unknown, now: number): number | undefined {
  const seconds = Number(property(headers, 'retry-after') ?? Number.NaN)
  if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1000
  const reset = Number(property(headers, 'x-ratelimit-reset') ?? Number.NaN)
  const exhausted = property(headers, 'x-ratelimit-remaining') === '0' && Number.isFinite(reset)
  return exhausted ? Math.max(0, reset * 1000 - now) : undefined
}
