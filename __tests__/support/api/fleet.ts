/**
 * A stand-in for GitHub's API with many repositories, made of their files: lists by GraphQL, trees and blobs, faults of single
 * repositories, and both kinds of rate limits. The trees are checked against GitHub's description.
 */

import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { operations } from './contract.ts'

/** A served repository. */
export interface ServedFleetRepository {
  /** `owner/name`. */
  readonly name: string
  readonly id: number
  /** Path → text. None: an empty repository. */
  files?: Readonly<Record<string, string>>
  /** The paths of those files that are symbolic links. */
  readonly links?: readonly string[]
  readonly isArchived?: boolean
  readonly isFork?: boolean
  readonly topics?: readonly string[]
  /** The status of every answer about its files. */
  fault?: number
  /** The names that it had before. */
  readonly oldNames?: readonly string[]
}

/** A limit of requests, and what is left of it. */
export interface ServedLimit {
  limit: number
  remaining: number
  /** Seconds since 1970. */
  reset: number
}

const FRAGMENT = / fragment \w+ on \w+ \{[\s\S]*$/
const NAMED = /(?<alias>r\d+): repository\(owner: "(?<owner>[^"]*)", name: "(?<name>[^"]*)"\)/g
const BLOB = /(?<alias>b\d+): object\(oid: "(?<id>[0-9a-f]{40})"\)/g
const TREE = /^\/repos\/(?<name>[^/]+\/[^/]+)\/git\/trees\/(?<id>[0-9a-f]{40})$/
const BLOB_PATH = /^\/repos\/(?<name>[^/]+\/[^/]+)\/git\/blobs\/(?<id>[0-9a-f]{40})$/
const PAGE = 100

const hash = (text: string) => createHash('sha1').update(text).digest('hex')
const blobId = (text: string) => hash(`blob ${Buffer.byteLength(text)}\0${text}`)

/** The id of the tree of a served repository: equal files, equal ids. */
export function treeOf({ files = {} }: ServedFleetRepository): string {
  return hash(JSON.stringify(Object.entries(files).sort()))
}

/** The id of the only commit of a served repository. */
export function commitOf(repository: ServedFleetRepository): string {
  return hash(`commit ${repository.id} ${treeOf(repository)}`)
}

const [getTree] = operations().filter(({ id }) => id === 'git/get-tree')

/** A running stand-in. */
export class FleetStandIn {
  readonly token = 'ghs_fleet'
  readonly repositories: ServedFleetRepository[]
  /** Each request as method and path, with the first words of a query. */
  readonly requests: string[] = []
  readonly violations: string[] = []
  /** Whether nobody has a token: GraphQL then answers nothing. */
  isAnonymous = false
  readonly limits: Readonly<Record<'core' | 'graphql', ServedLimit>>
  /** How many requests are answered by a secondary limit, with the seconds to wait; `from`: of those after so many. */
  secondary: { left: number; wait: number; from?: number } = { left: 0, wait: 60 }
  readonly #server = createServer((request, response) => {
    this.#respond(request, response).catch(error => {
      this.violations.push(String(error))
      response.destroy()
    })
  })

  constructor(repositories: readonly ServedFleetRepository[]) {
    this.repositories = [...repositories]
    const reset = Math.floor(Date.now() / 1000) + 3600
    this.limits = {
      core: { limit: 5000, remaining: 5000, reset },
      graphql: { limit: 5000, remaining: 5000, reset }
    }
  }

  async listen(): Promise<this> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve))
    return this
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** The variables of a process that asks this stand-in. */
  get environment(): Readonly<Record<string, string>> {
    return { ...(this.isAnonymous ? {} : { GITHUB_TOKEN: this.token }), GITHUB_API_URL: this.url }
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise(resolve => this.#server.close(resolve))
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const piece of request) body += piece
    const url = new URL(request.url ?? '/', 'http://stand-in')
    const query = body === '' ? '' : String(JSON.parse(body).query)
    this.requests.push(`${request.method} ${url.pathname}${query === '' ? '' : ` ${query.slice(0, 80)}`}`)
    const expected = this.isAnonymous ? undefined : `Bearer ${this.token}`
    if (request.headers.authorization !== expected) this.violations.push('a request has another token')
    if (this.isAnonymous && url.pathname === '/graphql') this.violations.push('a query without a token')
    if (!request.headers['user-agent']?.startsWith('bound-token-check/')) this.violations.push('no user agent')
    const kind = url.pathname === '/graphql' ? 'graphql' : 'core'
    const limit = this.limits[kind]
    const headers = () => ({
      'x-ratelimit-resource': kind,
      'x-ratelimit-limit': String(limit.limit),
      'x-ratelimit-remaining': String(limit.remaining),
      'x-ratelimit-reset': String(limit.reset),
      'content-type': 'application/json'
    })
    if (this.secondary.left > 0 && this.requests.length > (this.secondary.from ?? 0)) {
      this.secondary.left--
      const wait = { 'retry-after': String(this.secondary.wait) }
      const message = 'You have exceeded a secondary rate limit'
      response.writeHead(403, { ...headers(), ...wait }).end(JSON.stringify({ message }))
      return
    }
    if (limit.remaining === 0) {
      response.writeHead(403, headers()).end(JSON.stringify({ message: 'API rate limit exceeded' }))
      return
    }
    limit.remaining--
    const { status, value, location } = this.#answer(url, query, body)
    if (location !== undefined) response.setHeader('location', location)
    response.writeHead(status, headers()).end(typeof value === 'string' ? value : JSON.stringify(value))
  }

  #answer(url: URL, query: string, body: string): { status: number; value: unknown; location?: string } {
    if (url.pathname === '/graphql') return this.#graphql(query, JSON.parse(body).variables)
    const tree = TREE.exec(url.pathname)?.groups
    const blob = BLOB_PATH.exec(url.pathname)?.groups
    const name = decodeURIComponent(tree?.['name'] ?? blob?.['name'] ?? '')
    const old = this.repositories.find(({ oldNames = [] }) => oldNames.includes(name))
    if (old) {
      const location = `${url.pathname.replace(name, old.name)}${url.search}`
      return { status: 301, value: { message: 'Moved Permanently' }, location }
    }
    const repository = this.#named(name)
    if (!repository) return { status: 404, value: { message: 'Not Found' } }
    if (repository.fault !== undefined) return { status: repository.fault, value: { message: 'It is broken' } }
    if (tree) return this.#tree(url, repository, tree['id'] ?? '')
    const text = Object.values(repository.files ?? {}).find(each => blobId(each) === blob?.['id'])
    return text === undefined ? { status: 404, value: { message: 'Not Found' } } : { status: 200, value: text }
  }

  #tree(url: URL, repository: ServedFleetRepository, id: string): { status: number; value: unknown } {
    if (id !== commitOf(repository)) return { status: 404, value: { message: 'Not Found' } }
    const address = `https://api.github.com${url.pathname}`
    const tree = Object.entries(repository.files ?? {}).map(([path, text]) => ({
      ...{
        path,
        mode: repository.links?.includes(path) ? '120000' : '100644',
        type: 'blob',
        sha: blobId(text),
        size: Buffer.byteLength(text),
        url: address
      }
    }))
    const value = { sha: treeOf(repository), url: address, tree, truncated: false }
    this.violations.push(...(getTree?.faultsOfAnswer(200, value) ?? ['no description']))
    const { owner, repo } = { owner: 'o', repo: 'r' }
    this.violations.push(
      ...(getTree?.faultsOfRequest({ owner, repo, tree_sha: id }, url.searchParams, undefined) ?? [])
    )
    return { status: 200, value }
  }

  #graphql(query: string, variables: Readonly<Record<string, unknown>>): { status: number; value: unknown } {
    const data = (value: unknown) => ({ status: 200, value: { data: value } })
    if (query.includes('repositoryOwner(login: $login)')) {
      const own = this.repositories.filter(({ name }) => name.startsWith(`${variables['login']}/`))
      if (own.length === 0) return data({ repositoryOwner: null })
      const from = Number(variables['after'] ?? 0)
      const hasNextPage = from + PAGE < own.length
      const pageInfo = { hasNextPage, endCursor: String(from + PAGE) }
      const nodes = own.slice(from, from + PAGE).map(shown)
      return data({ repositoryOwner: { repositories: { pageInfo, nodes } } })
    }
    const objects = query.replace(FRAGMENT, '')
    const named = [...objects.matchAll(NAMED)].map(({ groups }) => groups)
    if (named.length > 0) {
      const entries = named.map(groups => {
        const repository = this.#named(`${groups?.['owner']}/${groups?.['name']}`)
        return [groups?.['alias'] ?? '', repository ? shown(repository) : null] as const
      })
      const missing = entries.filter(([, value]) => value === null)
      const errors = missing.map(([alias]) => ({ type: 'NOT_FOUND', path: [alias], message: 'Could not resolve' }))
      const value = { data: Object.fromEntries(entries), ...(errors.length > 0 ? { errors } : {}) }
      return { status: 200, value }
    }
    const blobs = [...objects.matchAll(BLOB)].map(({ groups }) => groups)
    if (blobs.length === 0) {
      this.violations.push(`a query of another shape: ${query.slice(0, 200)}`)
      return { status: 200, value: { errors: [{ message: 'unknown' }] } }
    }
    const repository = this.#named(`${variables['owner']}/${variables['repo']}`)
    if (!repository || repository.fault !== undefined)
      return { status: 200, value: { data: { repository: null }, errors: [{ type: 'NOT_FOUND', message: 'none' }] } }
    const texts = new Map(Object.values(repository.files ?? {}).map(text => [blobId(text), text]))
    const entries = blobs.map(groups => {
      const text = texts.get(groups?.['id'] ?? '')
      return [groups?.['alias'], text === undefined ? null : { isBinary: false, isTruncated: false, text }]
    })
    return data({ repository: Object.fromEntries(entries) })
  }

  #named(name: string): ServedFleetRepository | undefined {
    return this.repositories.find(each => each.name === name)
  }
}

function shown(repository: ServedFleetRepository) {
  const { name, id, files, isArchived = false, isFork = false, topics = [] } = repository
  return {
    databaseId: id,
    nameWithOwner: name,
    isArchived,
    isFork,
    isPrivate: true,
    isDisabled: false,
    repositoryTopics: { nodes: topics.map(topic => ({ topic: { name: topic } })) },
    defaultBranchRef: files
      ? { name: 'main', target: { oid: commitOf(repository), tree: { oid: treeOf(repository) } } }
      : null
  }
}
