/**
 * A client of GitHub's API without the Actions toolkit, for the command line: it keeps what GitHub says of its rate limits, and sends
 * the token to the host of the API alone.
 */

import type { ContentsClient } from './contents.ts'
import { property } from './payload.ts'
import { UnreadableAnswer } from './requests.ts'

/** What GitHub says of one of its limits: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api. */
export interface Limit {
  readonly limit: number
  readonly remaining: number
  /** When it begins anew, in milliseconds since 1970. */
  readonly reset: number
}

/** The client, with what it learned. */
export interface FetchClient extends ContentsClient {
  /** The requests that were sent. */
  readonly sent: number
  /** The limits by their names at GitHub, such as `core` and `graphql`, as the last answers said. */
  readonly limits: ReadonlyMap<string, Limit>
  /** Sends a query of GraphQL and returns its data, also if it came with errors; throws if there are none. */
  query(query: string, variables: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<unknown>
}

/** Where the API is and who asks. */
export interface FetchClientOptions {
  /** Without a slash at its end, such as `https://api.github.com` or `https://HOST/api/v3`. */
  readonly apiUrl: string
  /** Absent: only what is public is read, and GraphQL is not asked, which answers nobody without a token. */
  readonly token?: string
  /** The name and the version of the program. */
  readonly userAgent: string
}

/** The most redirects of one request: a renamed repository has one. */
const MOST_REDIRECTS = 3
const API_VERSION = '2022-11-28'

/** Makes a client. It sends one request at a time for each call, and repeats none: that is left to the sender. */
export function openFetchClient(options: FetchClientOptions): FetchClient {
  const requests = new Requests(options)
  return {
    get sent() {
      return requests.sent
    },
    limits: requests.limits,
    rest: {
      git: {
        getTree: async ({ owner, repo, tree_sha: id, recursive, request: { signal } }) => {
          const search = recursive === undefined ? '' : `?recursive=${recursive}`
          const path = `/repos/${part(owner)}/${part(repo)}/git/trees/${part(id)}${search}`
          const response = await requests.get(path, { headers: { accept: 'application/vnd.github+json' }, signal })
          return { data: await jsonOf(response) }
        }
      }
    },
    async graphql(text, { request: { signal }, ...variables }) {
      const answer = await requests.query(text, variables, signal)
      if (answer.errors !== undefined) throw graphqlError(answer)
      return answer.data
    },
    async request(_, { owner, repo, file_sha: id, headers, request: { signal } }) {
      const path = `/repos/${part(owner)}/${part(repo)}/git/blobs/${part(id)}`
      const response = await requests.get(path, { headers, signal })
      if (response.ok) return { data: response.body }
      throw await refusal(response)
    },
    async query(text, variables, signal) {
      const answer = await requests.query(text, variables, signal)
      if (typeof answer.data === 'object' && answer.data !== null) return answer.data
      throw graphqlError(answer)
    }
  }
}

type Init = RequestInit & { readonly signal: AbortSignal }

/** An answer of GraphQL, which may have data and errors at once. */
interface GraphqlAnswer {
  readonly data: unknown
  readonly errors: unknown
  readonly headers: object
}

/** The requests of one client. */
class Requests {
  readonly limits = new Map<string, Limit>()
  sent = 0
  private readonly options: FetchClientOptions

  constructor(options: FetchClientOptions) {
    this.options = options
  }

  get(path: string, init: Init): Promise<Response> {
    return this.send(`${this.options.apiUrl}${path}`, init)
  }

  async query(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    signal: AbortSignal
  ): Promise<GraphqlAnswer> {
    if (this.options.token === undefined) throw Object.assign(new Error('no token'), { status: 401, response: {} })
    const url = `${this.options.apiUrl.replace(/\/v3$/, '')}/graphql`
    const headers = { 'content-type': 'application/json' }
    const response = await this.send(url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
      signal
    })
    const body = await jsonOf(response)
    return {
      data: property(body, 'data'),
      errors: property(body, 'errors'),
      headers: Object.fromEntries(response.headers)
    }
  }

  private async send(url: string, init: Init): Promise<Response> {
    let address = url
    for (let redirects = 0; ; redirects++) {
      const response = await this.attempt(address, init)
      const location = response.headers.get('location')
      if (response.status < 300 || response.status > 399 || location === null) return response
      await response.body?.cancel()
      const next = new URL(location, address)
      // Another host must not see the token, and is none of GitHub's API.
      if (redirects === MOST_REDIRECTS || next.origin !== new URL(this.options.apiUrl).origin)
        throw Object.assign(new Error('a redirect that is not followed'), { status: 500 })
      address = next.href
    }
  }

  private async attempt(address: string, init: Init): Promise<Response> {
    const { token, userAgent } = this.options
    this.sent++
    const headers = {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      'user-agent': userAgent,
      'x-github-api-version': API_VERSION,
      ...init.headers
    }
    try {
      const response = await fetch(address, { ...init, headers, redirect: 'manual' })
      this.keepLimit(response.headers)
      return response
    } catch (error) {
      // As the client of the toolkit does, so that both kinds of failures are told in the same words.
      throw Object.assign(new Error('the request had no answer', { cause: error }), { status: 500 })
    }
  }

  private keepLimit(headers: Headers): void {
    const name = headers.get('x-ratelimit-resource')
    const numbers = ['limit', 'remaining', 'reset'].map(each => Number(headers.get(`x-ratelimit-${each}`) ?? 'none'))
    const [limit = Number.NaN, remaining = Number.NaN, reset = Number.NaN] = numbers
    if (name !== null && numbers.every(Number.isFinite))
      this.limits.set(name, { limit, remaining, reset: reset * 1000 })
  }
}

/** The value of an answer. Throws where it is no success, or no JSON. */
async function jsonOf(response: Response): Promise<unknown> {
  if (!response.ok) throw await refusal(response)
  const body = parsed(await response.text())
  if (body === undefined) throw new UnreadableAnswer('the answer is no JSON')
  return body
}

/** As the client of the toolkit throws: https://github.com/octokit/graphql.js#errors. */
function graphqlError({ data, errors, headers }: GraphqlAnswer): Error {
  const first = Array.isArray(errors) ? String(property(errors[0], 'message')) : 'no data'
  return Object.assign(new Error(first), { name: 'GraphqlResponseError', data, errors, headers })
}

/** An answer that is no success, as `failureOf` reads it. */
async function refusal(response: Response): Promise<Error> {
  const { status, headers } = response
  const message = property(parsed(await response.text()), 'message')
  return Object.assign(new Error(String(message ?? '')), { status, response: { headers: Object.fromEntries(headers) } })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A part of a path: names may come from a list that somebody wrote. */
function part(text: string): string {
  return encodeURIComponent(text)
}
