/** One run of the command line against GitHub: which host and token, the repositories that it reads, and how it keeps within the rate limits. */

import { defined } from '../collections.ts'
import type { Elsewhere } from '../configuration/extended.ts'
import { ConfigError } from '../model/config-error.ts'
import { version } from '../version.ts'
import { type Failed, githubWorkspace } from '../workspaces/github-tree.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import type { Clock } from './clock.ts'
import { openContents } from './contents.ts'
import { readingElsewhere } from './elsewhere.ts'
import type { Environment } from './event.ts'
import { type Asking, explain } from './explain.ts'
import { openFetchClient } from './fetch-client.ts'
import type { Query } from './repositories.ts'
import { failureOf, RequestFailed, type RetryPolicy, type Sender, sender } from './requests.ts'

/** What a session needs of the world. */
export interface SessionOptions {
  /** Whether it may go on without a token, as for public repositories. */
  readonly mayBeAnonymous?: boolean
  /** GITHUB_TOKEN or else GH_TOKEN is the token, GITHUB_API_URL the host if it is another one. */
  readonly environment: Environment
  readonly clock: Clock
  /** Says that it waits. */
  tell(sentence: string): void
}

/** A run against GitHub. */
export interface Session {
  readonly query: Query
  /** The files of a commit of `owner/name`, or why they cannot be read. */
  open(name: string, commit: string): Promise<Workspace | Failed>
  /** Reads files that the configurations of repositories extend, each once. */
  readonly elsewhere: Elsewhere
  /** The requests that were sent so far, and how many failed for good. */
  requests(): { readonly sent: number; readonly failed: number }
  /** Whether a request failed because of a rate limit. */
  isLimited(): boolean
  /**
   * Why no further repository may be begun, because little is left of a rate limit. If it may wait, it waits until the limit begins
   * anew, and says so.
   */
  stop(mayWait: boolean): Promise<string | undefined>
}

/** A token of an App is shared by all shards, and by whatever else it is used for: this part of a limit is left. */
const LEFT = 0.2

/** The retries for one repository. The longest wait that a secondary limit requires is a minute, and there may be three. */
const RETRIES: RetryPolicy = {
  attempts: 3,
  timeout: 20_000,
  backoff: [1_000, 5_000],
  budget: 300_000,
  reserve: 0
}

/** The refusals in a row by a secondary limit after which no further request is sent. */
const MOST_REFUSALS = 3
const USER_AGENT = `bound-token-check/${version}`

/** The longest wait that a secondary limit requires, in milliseconds. What is longer is the limit of an hour. */
const LONGEST_WAIT = 120_000

/** Opens a session. Throws `ConfigError` without a token that it needs, or for an address that is none. */
export function openSession({ mayBeAnonymous, environment, clock, tell }: SessionOptions): Session {
  const token = environment['GITHUB_TOKEN'] || environment['GH_TOKEN'] || undefined
  if (token === undefined && !mayBeAnonymous)
    throw new ConfigError('no token is set. Set GITHUB_TOKEN to one that may read the repositories.')
  const apiUrl = (environment['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/$/, '')
  if (!URL.canParse(apiUrl))
    throw new ConfigError(`GITHUB_API_URL is ${JSON.stringify(apiUrl)}, which is no address. Remove it, or correct it.`)
  const client = openFetchClient({ apiUrl, userAgent: USER_AGENT, ...defined({ token }) })
  const asking: Asking = { apiUrl, dependabot: false, isFleet: true }
  let failed = 0
  let isLimited = false
  const waiting: Clock = {
    ...clock,
    sleep: milliseconds => {
      if (milliseconds >= 10_000) tell(`GitHub asks to wait ${Math.ceil(milliseconds / 1_000)} seconds.`)
      return clock.sleep(milliseconds)
    }
  }

  /**
   * A sender with its own budget of time, which counts what failed. GitHub may refuse a request by a secondary limit after other faults:
   * only three such refusals in a row mean that it wants no more requests.
   */
  function counted(): Sender {
    const own = sender(RETRIES, waiting)
    return {
      async send(request, options) {
        let refusals = 0
        const watched: typeof request = async signal => {
          try {
            const answer = await request(signal)
            refusals = 0
            return answer
          } catch (error) {
            refusals = failureOf(error, clock.now()).kind === 'rate-limit' ? refusals + 1 : 0
            throw error
          }
        }
        for (;;) {
          try {
            return await own.send(watched, options)
          } catch (error) {
            if (await mayGoOn(error, refusals)) continue
            count(error)
            throw error
          }
        }
      }
    }
  }

  /** Whether a request is sent again after a refusal, when the wait that it requires is over. */
  async function mayGoOn(error: unknown, refusals: number): Promise<boolean> {
    if (!(error instanceof RequestFailed) || error.failure.kind !== 'rate-limit') return false
    const { wait = Number.POSITIVE_INFINITY } = error.failure
    if (refusals >= MOST_REFUSALS || wait > LONGEST_WAIT) return false
    await waiting.sleep(wait)
    return true
  }

  function count(error: unknown): void {
    const kind = error instanceof RequestFailed ? error.failure.kind : 'other'
    if (kind === 'rate-limit') isLimited = true
    if (kind !== 'not-found') failed++
  }

  function opened(name: string, commit: string, asking: Asking): Promise<Workspace | Failed> {
    const [owner = '', repository = ''] = name.split('/')
    const event = { ...asking, owner, repository }
    return githubWorkspace(openContents(client, { event, sender: counted(), now: clock.now }), commit)
  }

  return {
    async query(query, variables) {
      try {
        return await counted().send(signal => client.query(query, variables, signal))
      } catch (error) {
        if (!(error instanceof RequestFailed)) throw error
        throw new ConfigError(`the repositories were not listed: ${explain(error.failure, 'metadata: read', asking)}.`)
      }
    },
    open: (name, commit) => opened(name, commit, asking),
    elsewhere: readingElsewhere((name, commit) => opened(name, commit, { ...asking, isElsewhere: true })),
    requests: () => ({ sent: client.sent, failed }),
    isLimited: () => isLimited,
    async stop(mayWait) {
      for (const [name, { limit, remaining, reset }] of client.limits) {
        const left = reset - clock.now()
        if (remaining > limit * LEFT || left <= 0) continue
        const minutes = Math.ceil(left / 60_000)
        const limits = `${remaining} of ${limit} requests (${name}) are left, and the limit begins anew in ${minutes} minutes`
        if (!mayWait) return limits
        tell(`Waiting: ${limits}.`)
        await clock.sleep(left)
      }
      return undefined
    }
  }
}
