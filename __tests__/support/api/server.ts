/**
 * A stand-in for GitHub's API on 127.0.0.1. Keeps comments and check runs, checks every request and its own answers
 * against GitHub's description, and fails on demand. Limits that are missing in the description are from
 * https://docs.github.com/en/rest/checks/runs and the sources cited in src/reporters/limits.ts.
 */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { defined } from '../../../src/collections.ts'
import { example, type Operation, operations } from './contract.ts'
import { MOVED, misbehave, type Refusal, sendHalf } from './faults.ts'
import type { ServedRepository } from './repository.ts'
import { REVIEW_OPERATIONS, Reviews } from './reviews.ts'

/** The names of GitHub's operations, and `graphql`. */
export type OperationId =
  | 'pulls/get'
  | 'issues/list-comments'
  | 'issues/create-comment'
  | 'issues/update-comment'
  | 'issues/delete-comment'
  | 'checks/create'
  | 'checks/update'
  | 'checks/get'
  | 'checks/list-for-ref'
  | 'git/get-tree'
  | 'git/get-blob'
  | 'repos/get-commit'
  | 'repos/compare-commits'
  | 'pulls/list'
  | keyof typeof REVIEW_OPERATIONS
  | 'graphql'

export interface HeldComment {
  readonly id: number
  readonly author: string
  body: string
  minimized: boolean
}

export interface HeldCheckRun {
  readonly id: number
  readonly name: string
  readonly headSha: string
  readonly externalId: unknown
  readonly conclusion: string
  title: string
  summary: string
  readonly annotations: Readonly<Record<string, unknown>>[]
}

export interface RecordedRequest {
  readonly operation: OperationId | 'unknown'
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly status: number
}

/** The permissions of the token. Without any it may only read a public repository. */
export interface Permissions {
  readonly 'pull-requests'?: 'read' | 'write'
  readonly checks?: 'write'
  readonly contents?: 'read'
}

export interface StandInOptions {
  readonly token?: string
  readonly permissions?: Permissions
  /** The login of the token's owner, as REST spells it. */
  readonly login?: string
  /** The login as GraphQL spells it; GraphQL fails when it is `undefined`. */
  readonly viewer?: string | undefined
  readonly private?: boolean
  /** Whether the lists of comments say nothing of hidden ones. */
  readonly olderServer?: boolean
  /** `/api/v3` on GitHub Enterprise Server, with GraphQL at `/api/graphql`. */
  readonly prefix?: string
  readonly pullRequest?: { readonly number: number; readonly headSha: string; readonly state?: 'open' | 'closed' }
  /** The git data of the repository. Without it all of them are missing. */
  readonly repository?: ServedRepository
  /** Other repositories, by `owner/name`: only their trees and blobs. */
  readonly others?: Readonly<Record<string, ServedRepository>>
  /** Called for each request that arrived and stays unanswered. */
  readonly onSilence?: () => void
}

interface Reply {
  readonly status: number
  readonly body?: unknown
  /** The answer where it is no JSON. */
  readonly bytes?: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
  /** Set if the answer differs from GitHub's description on purpose. */
  readonly isOdd?: boolean
}

interface Call {
  readonly operation: Operation
  readonly values: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  readonly accept: string
  /** The address without the query. */
  readonly url: string
}

const VIEWER = 'query { viewer { login } }'
const MINIMIZED = 'query($id: ID!) { node(id: $id) { ... on IssueComment { isMinimized } } }'
const UNMINIMIZE =
  'mutation($id: ID!) { unminimizeComment(input: { subjectId: $id }) { unminimizedComment { isMinimized } } }'
const NOT_ACCESSIBLE = 'Resource not accessible by integration'
const NEEDS: Readonly<Record<string, readonly [keyof Permissions, 'read' | 'write']>> = {
  'issues/create-comment': ['pull-requests', 'write'],
  'issues/update-comment': ['pull-requests', 'write'],
  'issues/delete-comment': ['pull-requests', 'write'],
  'issues/list-comments': ['pull-requests', 'read'],
  'pulls/get': ['pull-requests', 'read'],
  'checks/create': ['checks', 'write'],
  'checks/update': ['checks', 'write'],
  'checks/get': ['checks', 'read'],
  'checks/list-for-ref': ['checks', 'read'],
  'git/get-tree': ['contents', 'read'],
  'git/get-blob': ['contents', 'read'],
  'repos/get-commit': ['contents', 'read'],
  'repos/compare-commits': ['contents', 'read'],
  'pulls/list': ['pull-requests', 'read'],
  ...REVIEW_OPERATIONS
}
/** The operations that the served repository answers. */
const GIT_DATA: ReadonlySet<string> = new Set([
  'git/get-tree',
  'git/get-blob',
  'repos/get-commit',
  'repos/compare-commits',
  'pulls/list'
])
const COMMENT_LIMIT = 65_536
const TEXT_LIMIT = 65_535
const ANNOTATION_LIMIT = 64 * 1024
const TITLE_LIMIT = 255

const OPERATIONS = operations()

/** Starts a stand-in that serves the repository `acme/shop`. */
export async function startApi(options: StandInOptions = {}): Promise<StandIn> {
  const standIn = new StandIn(options)
  await standIn.listen()
  return standIn
}

/** A running stand-in for the repository `acme/shop`. */
export class StandIn {
  readonly token: string
  readonly requests: RecordedRequest[] = []
  /** Faults of requests and of the stand-in's own answers. A test ends by expecting none. */
  readonly violations: string[] = []
  readonly comments: HeldComment[] = []
  readonly checkRuns: HeldCheckRun[] = []
  /** Whether every page of comments names a further one, and none the last. */
  endless = false
  /** Called before a comment is looked for that is to be updated. */
  beforeUpdate: () => void = () => undefined
  /** The changed files of the pull request, and the comments on their lines. */
  readonly reviews = new Reviews()
  readonly #options: StandInOptions
  readonly #login: string
  readonly #prefix: string
  readonly #permissions: Permissions
  readonly #pullRequest: { number: number; state: string; headSha: string }
  readonly #refusals = new Map<OperationId, Refusal & { left: number }>()
  readonly #server: Server
  #origin = ''
  #nextId = 1000

  constructor(options: StandInOptions) {
    const { token = 'ghs_standIn', login = 'github-actions[bot]', prefix = '' } = options
    this.token = token
    this.#options = options
    this.#login = login
    this.#prefix = prefix
    this.#permissions = options.permissions ?? { 'pull-requests': 'write', checks: 'write', contents: 'read' }
    this.#pullRequest = { number: 7, state: 'open', headSha: '1'.repeat(40), ...options.pullRequest }
    this.#server = createServer((request, response) => {
      this.#respond(request, response).catch(error => {
        this.violations.push(`the stand-in itself failed: ${error instanceof Error ? error.stack : String(error)}`)
        response.destroy()
      })
    })
  }

  /** For `GITHUB_API_URL`. */
  get url(): string {
    return this.#origin + this.#prefix
  }

  /** Takes a free port. */
  async listen(): Promise<void> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve))
    this.#origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Ends the server and its connections. */
  close(): Promise<void> {
    return new Promise(resolve => {
      this.#server.close(() => resolve())
      this.#server.closeAllConnections()
    })
  }

  /** Moves the head of the pull request. */
  push(headSha: string): void {
    this.#pullRequest.headSha = headSha
  }

  /** Adds comments of another author. */
  plant(author: string, bodies: readonly string[]): void {
    for (const body of bodies) this.comments.push({ id: this.#nextId++, author, body, minimized: false })
  }

  /** Deletes a comment, as its author or a maintainer does. */
  remove(id: number): void {
    const index = this.comments.findIndex(each => each.id === id)
    if (index >= 0) this.comments.splice(index, 1)
  }

  /** Hides a comment. */
  minimize(id: number): void {
    const comment = this.comments.find(each => each.id === id)
    if (comment) comment.minimized = true
  }

  /** Lets requests of the operation fail from now on. */
  fail(operation: OperationId, refusal: Refusal): void {
    this.#refusals.set(operation, { ...refusal, left: refusal.times ?? Number.POSITIVE_INFINITY })
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.#origin)
    const moved = url.pathname.startsWith(MOVED)
    if (moved) url.pathname = url.pathname.slice(MOVED.length)
    const method = request.method ?? ''
    const body = await bodyOf(request)
    const graphql = method === 'POST' && url.pathname === (this.#prefix === '' ? '/graphql' : '/api/graphql')
    const path = url.pathname.startsWith(this.#prefix) ? url.pathname.slice(this.#prefix.length) : url.pathname
    const found = OPERATIONS.flatMap(operation => {
      const match = operation.method === method ? operation.path.exec(path) : undefined
      return match ? [{ operation, values: match.groups ?? {} }] : []
    })[0]
    const id = graphql ? 'graphql' : ((found?.operation.id as OperationId | undefined) ?? 'unknown')
    const record = (status: number) => this.requests.push({ operation: id, method, path, body, status })

    const refused = moved ? undefined : this.#refusalOf(id)
    const onSilence = () => this.#options.onSilence?.()
    const location = `${url.pathname}${url.search}`
    const misbehaved = refused && misbehave(refused, response, { location, onSilence })
    if (misbehaved !== undefined) {
      record(misbehaved)
      return
    }
    const answer = (): Reply => {
      if (request.headers.authorization !== `token ${this.token}`) return problem(401, 'Bad credentials')
      if (refused?.way === 'graphql') return graphqlError(refused.message ?? '')
      if (refused && (refused.way ?? 'answer') === 'answer') return failing(refused)
      if (graphql) return this.#answerGraphql(body)
      if (found)
        return this.#answerRest(
          {
            ...found,
            query: url.searchParams,
            body: (body ?? {}) as Call['body'],
            accept: request.headers.accept ?? '',
            url: this.#origin + url.pathname
          },
          body
        )
      this.violations.push(`no such operation: ${method} ${url.pathname}`)
      return problem(404, 'Not Found')
    }
    const effect = answer()
    const reply = refused?.way === 'afterwards' ? failing(refused) : effect
    record(reply.status)
    if (reply.bytes !== undefined) {
      response.writeHead(reply.status, { ...reply.headers }).end(reply.bytes)
      return
    }
    if (found && reply.status < 500 && !reply.isOdd)
      this.violations.push(...found.operation.faultsOfAnswer(reply.status, reply.body))
    if (refused && sendHalf(refused, response, JSON.stringify(reply.body ?? {}), onSilence)) return
    const type = reply.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }
    response
      .writeHead(reply.status, { ...type, ...reply.headers })
      .end(reply.body === undefined ? '' : JSON.stringify(reply.body))
  }

  /** The refusal of this request; undefined when it is served. */
  #refusalOf(id: OperationId | 'unknown'): Refusal | undefined {
    const refusal = id === 'unknown' ? undefined : this.#refusals.get(id)
    return refusal !== undefined && refusal.left-- > 0 ? refusal : undefined
  }

  #answerGraphql(body: unknown): Reply {
    const { query, variables, ...rest } = body as { query?: unknown; variables?: Record<string, unknown> }
    if (Object.keys(rest).length > 0) this.violations.push(`graphql: unknown fields ${Object.keys(rest).join(', ')}`)
    if (query === VIEWER && variables === undefined) {
      const viewer = 'viewer' in this.#options ? this.#options.viewer : this.#login
      return viewer === undefined
        ? graphqlError(NOT_ACCESSIBLE)
        : { status: 200, body: { data: { viewer: { login: viewer } } } }
    }
    if (query === MINIMIZED) {
      const comment = this.comments.find(each => nodeId(each) === variables?.['id'])
      const node = comment ? { isMinimized: comment.minimized } : null
      return { status: 200, body: { data: { node } } }
    }
    if (query === UNMINIMIZE) {
      const comment = this.comments.find(each => nodeId(each) === variables?.['id'])
      if (!comment) return graphqlError('Could not resolve to a node')
      if (this.#permissions['pull-requests'] !== 'write') return graphqlError(NOT_ACCESSIBLE)
      comment.minimized = false
      return { status: 200, body: { data: { unminimizeComment: { unminimizedComment: { isMinimized: false } } } } }
    }
    const objects = this.#named(variables?.['owner'], variables?.['repo'])?.graphql(query)
    if (objects !== undefined) return objects
    this.violations.push(`graphql: unexpected ${JSON.stringify(body)}`)
    return graphqlError('Parse error')
  }

  #answerRest(call: Call, body: unknown): Reply {
    const { operation, values, query } = call
    const faults = operation.faultsOfRequest(values, query, body)
    this.violations.push(...faults)
    const served = this.#named(values['owner'], values['repo'])
    const isOther = served !== undefined && served !== this.#options.repository
    if (isOther) return served.answer({ ...call, id: operation.id }) ?? problem(404, 'Not Found')
    if (values['owner'] !== 'acme' || values['repo'] !== 'shop') return problem(404, 'Not Found')
    const [permission, access] = NEEDS[operation.id] ?? ['checks', 'write']
    const may = this.#permissions[permission] === 'write' || this.#permissions[permission] === access
    if (access === 'read' && !may && this.#options.private) return problem(404, 'Not Found')
    if (access === 'write' && !may) return problem(403, NOT_ACCESSIBLE)
    if (faults.length > 0) return this.#invalid(faults.join('; '))
    if (GIT_DATA.has(operation.id)) {
      return this.#options.repository?.answer({ ...call, id: operation.id }) ?? problem(404, 'Not Found')
    }
    if (operation.id in REVIEW_OPERATIONS) {
      const { headSha } = this.#pullRequest
      return this.reviews.answer({ ...call, operation: operation.id }, { login: this.#login, headSha })
    }
    switch (operation.id) {
      case 'pulls/get':
        return values['pull_number'] === String(this.#pullRequest.number)
          ? { status: 200, body: this.#shownPullRequest() }
          : problem(404, 'Not Found')
      case 'issues/list-comments':
        return this.#listComments(call)
      case 'issues/create-comment':
        return this.#createComment(call)
      case 'issues/update-comment':
        return this.#updateComment(call)
      case 'issues/delete-comment':
        return this.#deleteComment(call)
      case 'checks/create':
        return this.#createCheckRun(call)
      case 'checks/get':
        return this.#shownCheckRunOf(call)
      case 'checks/list-for-ref':
        return this.#listCheckRuns(call)
      default:
        return this.#updateCheckRun(call)
    }
  }

  #named(owner: unknown, name: unknown): ServedRepository | undefined {
    const { repository, others = {} } = this.#options
    return owner === 'acme' && name === 'shop' ? repository : others[`${owner}/${name}`]
  }

  #shownPullRequest(): unknown {
    const shown = example('pull-request')
    // GitHub's example lacks the type of a team, which its own description requires.
    return {
      ...shown,
      ...this.#pullRequest,
      headSha: undefined,
      requested_teams: [],
      head: { ...(shown['head'] as object), sha: this.#pullRequest.headSha }
    }
  }

  #listComments({ values, query }: Call): Reply {
    if (values['issue_number'] !== String(this.#pullRequest.number)) return problem(404, 'Not Found')
    const size = Math.min(100, Number(query.get('per_page') ?? 30))
    const page = Number(query.get('page') ?? 1)
    const shown = this.comments.slice((page - 1) * size, page * size)
    const address = (number: number) => {
      const url = new URL(`${this.#origin}${this.#prefix}/repos/acme/shop/issues/${values['issue_number']}/comments`)
      url.search = String(new URLSearchParams({ per_page: String(size), page: String(number) }))
      return url
    }
    const last = Math.ceil(this.comments.length / size)
    const links = this.endless
      ? [`<${address(page + 1)}>; rel="next"`]
      : [`<${address(page + 1)}>; rel="next"`, `<${address(last)}>; rel="last"`].filter(() => page < last)
    return {
      status: 200,
      body: shown.map(comment => this.#shownComment(comment)),
      ...(links.length > 0 ? { headers: { link: links.join(', ') } } : {})
    }
  }

  #createComment({ values, body }: Call): Reply {
    if (values['issue_number'] !== String(this.#pullRequest.number)) return problem(404, 'Not Found')
    const text = String(body['body'])
    if (text.length > COMMENT_LIMIT) return this.#tooLong('comment', text)
    const comment: HeldComment = { id: this.#nextId++, author: this.#login, body: text, minimized: false }
    this.comments.push(comment)
    return { status: 201, body: this.#shownComment(comment) }
  }

  #updateComment({ values, body }: Call): Reply {
    this.beforeUpdate()
    const comment = this.comments.find(each => String(each.id) === values['comment_id'])
    if (!comment) return problem(404, 'Not Found')
    if (comment.author !== this.#login) this.violations.push(`a comment of ${comment.author} was edited`)
    const text = String(body['body'])
    if (text.length > COMMENT_LIMIT) return this.#tooLong('comment', text)
    comment.body = text
    return { status: 200, body: this.#shownComment(comment) }
  }

  #deleteComment({ values }: Call): Reply {
    const index = this.comments.findIndex(each => String(each.id) === values['comment_id'])
    if (index < 0) return problem(404, 'Not Found')
    if (this.comments[index]?.author !== this.#login)
      this.violations.push(`a comment of ${this.comments[index]?.author} was deleted`)
    this.comments.splice(index, 1)
    return { status: 204 }
  }

  #createCheckRun({ body }: Call): Reply {
    const output = body['output'] as Readonly<Record<string, unknown>>
    if (
      body['head_sha'] !== this.#pullRequest.headSha &&
      !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(String(body['head_sha']))
    )
      return this.#invalid('No commit found for SHA')
    const run: HeldCheckRun = {
      id: this.#nextId++,
      name: String(body['name']),
      headSha: String(body['head_sha']),
      externalId: body['external_id'],
      conclusion: String(body['conclusion']),
      title: '',
      summary: '',
      annotations: []
    }
    const refusedOutput = this.#fill(run, output)
    if (refusedOutput) return refusedOutput
    this.checkRuns.push(run)
    return { status: 201, body: this.#shownCheckRun(run) }
  }

  #shownCheckRunOf({ values }: Call): Reply {
    const run = this.checkRuns.find(each => String(each.id) === values['check_run_id'])
    return run ? { status: 200, body: this.#shownCheckRun(run) } : problem(404, 'Not Found')
  }

  #listCheckRuns({ values, query }: Call): Reply {
    const name = query.get('check_name')
    const found = this.checkRuns.filter(run => run.headSha === values['ref'] && (name === null || run.name === name))
    const shown = found.slice(0, Number(query.get('per_page') ?? 30)).map(run => this.#shownCheckRun(run))
    return { status: 200, body: { total_count: found.length, check_runs: shown } }
  }

  #updateCheckRun({ values, body }: Call): Reply {
    const run = this.checkRuns.find(each => String(each.id) === values['check_run_id'])
    if (!run) return problem(404, 'Not Found')
    return (
      this.#fill(run, body['output'] as Readonly<Record<string, unknown>>) ?? {
        status: 200,
        body: this.#shownCheckRun(run)
      }
    )
  }

  #fill(run: HeldCheckRun, output: Readonly<Record<string, unknown>>): Reply | undefined {
    const summary = String(output['summary'])
    if (summary.length > TEXT_LIMIT) return this.#tooLong('summary', summary)
    const annotations = (output['annotations'] ?? []) as Readonly<Record<string, unknown>>[]
    for (const annotation of annotations) {
      const { path, start_line, end_line, start_column, message, title } = annotation
      if (String(path).startsWith('/') || String(path).includes('\\')) return this.#invalid(`annotation path ${path}`)
      if (Number(start_line) < 1 || Number(end_line) < Number(start_line)) return this.#invalid('annotation lines')
      if (start_column !== undefined && start_line !== end_line) return this.#invalid('annotation columns across lines')
      if (Buffer.byteLength(String(message)) > ANNOTATION_LIMIT) return this.#tooLong('annotation', String(message))
      if (String(title ?? '').length > TITLE_LIMIT) return this.#tooLong('annotation title', String(title))
    }
    run.title = String(output['title'])
    run.summary = summary
    run.annotations.push(...annotations)
    return undefined
  }

  #tooLong(what: string, text: string): Reply {
    return this.#invalid(`the ${what} is too long: ${text.length}`)
  }

  /** GitHub's answer to an invalid request. That is a fault of the Action, so it is recorded as well. */
  #invalid(message: string): Reply {
    this.violations.push(`422: ${message}`)
    return {
      status: 422,
      body: {
        message: 'Validation Failed',
        documentation_url: 'https://docs.github.com/rest',
        errors: [{ code: 'custom', message }]
      }
    }
  }

  #shownComment(comment: HeldComment): unknown {
    const shown = example('issue-comment')
    const bot = comment.author.endsWith('[bot]')
    return {
      ...shown,
      id: comment.id,
      node_id: nodeId(comment),
      body: comment.body,
      html_url: `${this.#origin}/acme/shop/pull/${this.#pullRequest.number}#issuecomment-${comment.id}`,
      user: { ...(shown['user'] as object), login: comment.author, type: bot ? 'Bot' : 'User' },
      minimized: this.#shownMinimized(comment)
    }
  }

  /** Older servers do not say it here. */
  #shownMinimized({ minimized }: HeldComment): unknown {
    if (this.#options.olderServer) return undefined
    return minimized ? { reason: 'outdated' } : null
  }

  #shownCheckRun(run: HeldCheckRun): unknown {
    const shown = example('check-run-example-of-completed-conclusion')
    return {
      ...shown,
      external_id: run.externalId,
      output: { ...(shown['output'] as object), annotations_count: run.annotations.length },
      id: run.id,
      name: run.name,
      head_sha: run.headSha,
      conclusion: run.conclusion,
      html_url: `${this.#origin}/acme/shop/runs/${run.id}`
    }
  }
}

function nodeId({ id }: HeldComment): string {
  return `IC_${id}`
}

function failing({ status = 500, message = 'Server Error', headers }: Refusal): Reply {
  return { ...problem(status, message), ...defined({ headers }) }
}

function problem(status: number, message: string): Reply {
  return { status, body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) } }
}

/** `type`: such as `RATE_LIMITED`; a sentence is an error of the type `FORBIDDEN`. */
function graphqlError(type: string): Reply {
  const error = /^[A-Z_]+$/.test(type) ? { type, message: 'It failed' } : { type: 'FORBIDDEN', message: type }
  return { status: 200, body: { data: null, errors: [error] } }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  return text === '' ? undefined : JSON.parse(text)
}
