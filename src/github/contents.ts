/** Trees and blobs of the event's repository from the API. */

import type { Contents, Failed, TreePage } from '../workspaces/github-tree.ts'
import type { TreeEntry } from '../workspaces/tree.ts'
import { type Event, property } from './event.ts'
import { type Asking, explain } from './explain.ts'
import { failureOf, type Sender, UnreadableAnswer } from './requests.ts'

/** The most requests of one run for trees and blobs: the token of a workflow has 1,000 an hour for the whole repository. */
export const MOST_REQUESTS = 100

/** The permission that all of these requests need. */
const PERMISSION = 'contents: read'
const BLOB = 'fragment blob on Blob { isBinary isTruncated text }'
const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
/** The object does not exist, the repository is empty, or the id is none. */
const NOT_FOUND: ReadonlySet<number | undefined> = new Set([404, 409, 422])

/** No request is left. */
class Exhausted extends Error {}

/** What the requests need beside the client. */
export interface Requesting {
  readonly event: Event
  readonly sender: Sender
  /** Milliseconds since 1970, for rate limits with a time of reset. */
  now(): number
}

/** The part of a client that contents need: that of the Actions toolkit has it, and `fetch-client.ts`. */
export interface ContentsClient {
  readonly rest: {
    readonly git: {
      getTree(parameters: {
        readonly owner: string
        readonly repo: string
        readonly tree_sha: string
        readonly recursive?: string
        readonly request: { readonly signal: AbortSignal }
      }): Promise<{ readonly data: unknown }>
    }
  }
  graphql(
    query: string,
    variables: {
      readonly owner: string
      readonly repo: string
      readonly request: { readonly signal: AbortSignal }
    }
  ): Promise<unknown>
  request(
    route: 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
    parameters: {
      readonly owner: string
      readonly repo: string
      readonly file_sha: string
      readonly headers: { readonly accept: string }
      readonly request: { readonly signal: AbortSignal; readonly parseSuccessResponseBody: false }
    }
  ): Promise<{ readonly data: unknown }>
}

/** Opens the contents of the event's repository. All workspaces of a run share one, so that they share its limit. */
export function openContents(
  client: ContentsClient,
  { event, sender, now }: Omit<Requesting, 'event'> & { readonly event: Pick<Event, 'owner' | 'repository'> & Asking }
): Contents {
  const repository = { owner: event.owner, repo: event.repository }
  let left = MOST_REQUESTS

  /** Sends a request. Each attempt counts. */
  function send<Answer>(request: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    return sender.send(signal => {
      if (left === 0) throw new Exhausted()
      left--
      return request(signal)
    })
  }

  function failed(error: unknown, what: string): Failed {
    if (property(error, 'cause') instanceof Exhausted) {
      return { failed: `not read: more than ${MOST_REQUESTS} requests to GitHub would be necessary` }
    }
    const failure = failureOf(error, now())
    const kind = NOT_FOUND.has(failure.status) ? 'not-found' : failure.kind
    return { failed: `${what} from GitHub: ${explain({ ...failure, kind }, PERMISSION, event)}` }
  }

  return {
    async tree(id, { recursive }) {
      try {
        return await send(async signal => {
          const { data } = await client.rest.git.getTree({
            ...repository,
            tree_sha: id,
            // Any value makes it recursive.
            ...(recursive ? { recursive: '1' } : {}),
            request: { signal }
          })
          return pageOf(data)
        })
      } catch (error) {
        return failed(error, `the files of ${id} were not read`)
      }
    },
    async texts(ids) {
      try {
        const data = await send(async signal => {
          try {
            return await client.graphql(queryOf(ids), { ...repository, request: { signal } })
          } catch (error) {
            // With some of the objects GitHub may send an error, such as one about its own limits.
            const partial = property(error, 'data')
            if (textsIn(partial, ids).size === 0) throw error
            return partial
          }
        })
        return textsIn(data, ids)
      } catch (error) {
        return failed(error, 'not read')
      }
    },
    async blob(id) {
      try {
        return await send(async signal => {
          const { data } = await client.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
            ...repository,
            file_sha: id,
            headers: { accept: 'application/vnd.github.raw+json' },
            // The client would decode the bytes as UTF-8.
            request: { signal, parseSuccessResponseBody: false }
          })
          return new Uint8Array(await new Response(data as unknown as ReadableStream).arrayBuffer())
        })
      } catch (error) {
        return failed(error, 'not read')
      }
    }
  }
}

/** The query for blobs: the one at index N is called `bN`. */
function queryOf(ids: readonly string[]): string {
  const objects = ids.map((id, index) => `b${index}: object(oid: "${id}") { ...blob }`).join(' ')
  return `query($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${objects} } } ${BLOB}`
}

function textsIn(data: unknown, ids: readonly string[]): Map<string, Uint8Array> {
  return new Map(
    ids.flatMap((id, index): [string, Uint8Array][] => {
      const blob = property(data, 'repository', `b${index}`)
      const text = property(blob, 'text')
      const isWhole = property(blob, 'isBinary') === false && property(blob, 'isTruncated') === false
      return isWhole && typeof text === 'string' ? [[id, Buffer.from(text)]] : []
    })
  )
}

/** The answer as the workspace takes it. Throws if it is of another shape, as that of a proxy. */
function pageOf(data: unknown): TreePage {
  const [entries, truncated] = [property(data, 'tree'), property(data, 'truncated')]
  if (!Array.isArray(entries) || typeof truncated !== 'boolean') throw new UnreadableAnswer('the answer is no tree')
  return { entries: entries.map(entryOf), isTruncated: truncated }
}

function entryOf(entry: unknown): TreeEntry {
  const [path, mode, id, size] = ['path', 'mode', 'sha', 'size'].map(name => property(entry, name))
  if (typeof path !== 'string' || typeof mode !== 'string' || typeof id !== 'string' || !OBJECT_ID.test(id)) {
    throw new UnreadableAnswer('an entry of the tree is incomplete')
  }
  return { path, mode, id, ...(typeof size === 'number' ? { size } : {}) }
}
