/**
 * A stand-in for GitHub's API on 127.0.0.1: keeps state, holds every request and each of its own answers against
 * GitHub's description, and fails on demand. Limits that the description does not state are from
 * https://docs.github.com/en/rest/checks/runs and the rows of the constants in src/reporters/limits.ts.
 */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { example, type Operation, operations } from './contract.ts'

/** The names of GitHub's operations, and `graphql`. */
export type OperationId =
  | 'pulls/get'
  | 'issues/list-comments'
  | 'issues/create-comment'
  | 'issues/update-comment'
  | 'issues/delete-comment'
  | 'checks/create'
  | 'checks/update'
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

/** How a request is to fail. */
export interface Refusal {
  readonly status?: number
  readonly message?: string
  readonly headers?: Readonly<Record<string, string>>
  /** How many requests; all of them unless set. */
  readonly times?: number
  /** `answer` (usual): nothing is done. `afterwards`: it is done and then fails. `silence`: no answer at all. `page`: 200 with HTML, as a proxy sends it. */
  readonly way?: 'answer' | 'afterwards' | 'silence' | 'page' | 'hang-up'
}

/** What the token may do. Absent means nothing beyond reading a public repository. */
export interface Permissions {
  readonly 'pull-requests'?: 'read' | 'write'
  readonly checks?: 'write'
}

export interface StandInOptions {
  readonly token?: string
  readonly permissions?: Permissions
  /** The login of the token's owner, as REST spells it. */
  readonly login?: string
  /** The login as GraphQL spells it; `undefined`: GraphQL fails. */
  readonly viewer?: string | undefined
  readonly private?: boolean
  /** `/api/v3` on GitHub Enterprise Server, with GraphQL at `/api/graphql`. */
  readonly prefix?: string
  readonly pullRequest?: { readonly number: number; readonly headSha: string; readonly state?: 'open' | 'closed' }
  /** Called for each request that arrived and stays unanswered. */
  readonly onSilence?: () => void
}

export interface StandIn {
  /** For `GITHUB_API_URL`. */
  readonly url: string
  readonly token: string
  readonly requests: readonly RecordedRequest[]
  /** What the requests, or the stand-in's own answers, did wrong. A test ends by expecting none. */
  readonly violations: readonly string[]
  readonly comments: readonly HeldComment[]
  readonly checkRuns: readonly HeldCheckRun[]
  /** Moves the head of the pull request. */
  push(headSha: string): void
  grant(permissions: Permissions): void
  /** Adds comments of another author. */
  plant(author: string, bodies: readonly string[]): void
  minimize(id: number): void
  fail(operation: OperationId, refusal: Refusal): void
  close(): Promise<void>
}

interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

interface Call {
  readonly operation: Operation
  readonly values: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
}

const VIEWER = 'query { viewer { login } }'
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
  'checks/update': ['checks', 'write']
}
const COMMENT_LIMIT = 65_536
const TEXT_LIMIT = 65_535
const ANNOTATION_LIMIT = 64 * 1024
const TITLE_LIMIT = 255

let known: readonly Operation[] | undefined

/** Starts a stand-in that serves the repository `acme/shop`. */
export async function startApi(options: StandInOptions = {}): Promise<StandIn> {
  const { token = 'ghs_standIn', login = 'github-actions[bot]', prefix = '' } = options
  const viewer = 'viewer' in options ? options.viewer : login
  let permissions: Permissions = options.permissions ?? { 'pull-requests': 'write', checks: 'write' }
  const pullRequest = { number: 7, state: 'open', headSha: '1'.repeat(40), ...options.pullRequest }
  const requests: RecordedRequest[] = []
  const violations: string[] = []
  const comments: HeldComment[] = []
  const checkRuns: HeldCheckRun[] = []
  const refusals = new Map<OperationId, Refusal & { left: number }>()
  let nextId = 1000
  known ??= operations()

  const server = createServer((request, response) => {
    respond(request, response).catch(error => {
      violations.push(`the stand-in itself failed: ${error instanceof Error ? error.stack : String(error)}`)
      response.destroy()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url: origin + prefix,
    token,
    requests,
    violations,
    comments,
    checkRuns,
    push: headSha => {
      pullRequest.headSha = headSha
    },
    grant: granted => {
      permissions = granted
    },
    plant: (author, bodies) => {
      for (const body of bodies) comments.push({ id: nextId++, author, body, minimized: false })
    },
    minimize: id => {
      const comment = comments.find(each => each.id === id)
      if (comment) comment.minimized = true
    },
    fail: (operation, refusal) =>
      refusals.set(operation, { ...refusal, left: refusal.times ?? Number.POSITIVE_INFINITY }),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin)
    const method = request.method ?? ''
    const body = await bodyOf(request)
    const graphql = method === 'POST' && url.pathname === (prefix === '' ? '/graphql' : '/api/graphql')
    const path = url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : url.pathname
    const found = known?.flatMap(operation => {
      const match = operation.method === method ? operation.path.exec(path) : undefined
      return match ? [{ operation, values: match.groups ?? {} }] : []
    })[0]
    const id = graphql ? 'graphql' : ((found?.operation.id as OperationId | undefined) ?? 'unknown')
    const record = (status: number) => requests.push({ operation: id, method, path, body, status })

    const refusal = id === 'unknown' ? undefined : refusals.get(id)
    const refused = refusal !== undefined && refusal.left-- > 0 ? refusal : undefined
    if (refused?.way === 'silence') {
      record(0)
      options.onSilence?.()
      return
    }
    if (refused?.way === 'hang-up') {
      record(0)
      response.destroy()
      return
    }
    if (refused?.way === 'page') {
      record(200)
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Please sign in to the proxy</html>')
      return
    }
    let answer: Answer
    if (request.headers.authorization !== `token ${token}`) answer = problem(401, 'Bad credentials')
    else if (refused && refused.way !== 'afterwards') answer = failing(refused)
    else if (graphql) answer = answerGraphql(body)
    else if (!found) {
      violations.push(`no such operation: ${method} ${url.pathname}`)
      answer = problem(404, 'Not Found')
    } else answer = answerRest({ ...found, query: url.searchParams, body: (body ?? {}) as Call['body'] }, body)
    if (refused?.way === 'afterwards') answer = failing(refused)

    record(answer.status)
    const own = found && answer.status < 500 ? found.operation.faultsOfAnswer(answer.status, answer.body) : []
    violations.push(...own)
    const text = answer.body === undefined ? '' : JSON.stringify(answer.body)
    response
      .writeHead(answer.status, {
        ...(answer.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
        ...answer.headers
      })
      .end(text)
  }

  function failing({ status = 500, message = 'Server Error', headers }: Refusal): Answer {
    return { ...problem(status, message), ...(headers ? { headers } : {}) }
  }

  function answerGraphql(body: unknown): Answer {
    const { query, variables, ...rest } = body as { query?: unknown; variables?: Record<string, unknown> }
    if (Object.keys(rest).length > 0) violations.push(`graphql: unknown fields ${Object.keys(rest).join(', ')}`)
    if (query === VIEWER && variables === undefined) {
      return viewer === undefined
        ? graphqlError(NOT_ACCESSIBLE)
        : { status: 200, body: { data: { viewer: { login: viewer } } } }
    }
    if (query === UNMINIMIZE) {
      const comment = comments.find(each => nodeId(each) === variables?.['id'])
      if (!comment) return graphqlError('Could not resolve to a node')
      if (permissions['pull-requests'] !== 'write') return graphqlError(NOT_ACCESSIBLE)
      comment.minimized = false
      return { status: 200, body: { data: { unminimizeComment: { unminimizedComment: { isMinimized: false } } } } }
    }
    violations.push(`graphql: unexpected ${JSON.stringify(body)}`)
    return graphqlError('Parse error')
  }

  function answerRest(call: Call, body: unknown): Answer {
    const { operation, values, query } = call
    const faults = operation.faultsOfRequest(values, query, body)
    violations.push(...faults)
    if (values['owner'] !== 'acme' || values['repo'] !== 'shop') return problem(404, 'Not Found')
    const [permission, access] = NEEDS[operation.id] ?? ['checks', 'write']
    const may = permissions[permission] === 'write' || permissions[permission] === access
    if (access === 'read' && !may && options.private) return problem(404, 'Not Found')
    if (access === 'write' && !may) return problem(403, NOT_ACCESSIBLE)
    if (faults.length > 0) return invalid(faults.join('; '))
    switch (operation.id) {
      case 'pulls/get':
        return values['pull_number'] === String(pullRequest.number)
          ? { status: 200, body: shownPullRequest() }
          : problem(404, 'Not Found')
      case 'issues/list-comments':
        return listComments(call)
      case 'issues/create-comment':
        return createComment(call)
      case 'issues/update-comment':
        return updateComment(call)
      case 'issues/delete-comment':
        return deleteComment(call)
      case 'checks/create':
        return createCheckRun(call)
      default:
        return updateCheckRun(call)
    }
  }

  function shownPullRequest(): unknown {
    const shown = example('pull-request')
    // GitHub's example lacks the type of a team, which its own description asks for.
    return {
      ...shown,
      ...pullRequest,
      headSha: undefined,
      requested_teams: [],
      head: { ...(shown['head'] as object), sha: pullRequest.headSha }
    }
  }

  function listComments({ values, query }: Call): Answer {
    if (values['issue_number'] !== String(pullRequest.number)) return problem(404, 'Not Found')
    const size = Math.min(100, Number(query.get('per_page') ?? 30))
    const page = Number(query.get('page') ?? 1)
    const shown = comments.slice((page - 1) * size, page * size)
    const next = new URL(`${origin}${prefix}/repos/acme/shop/issues/${values['issue_number']}/comments`)
    next.search = String(new URLSearchParams({ per_page: String(size), page: String(page + 1) }))
    return {
      status: 200,
      body: shown.map(shownComment),
      ...(comments.length > page * size ? { headers: { link: `<${next}>; rel="next"` } } : {})
    }
  }

  function createComment({ values, body }: Call): Answer {
    if (values['issue_number'] !== String(pullRequest.number)) return problem(404, 'Not Found')
    const text = String(body['body'])
    if (text.length > COMMENT_LIMIT) return tooLong('comment', text)
    const comment: HeldComment = { id: nextId++, author: login, body: text, minimized: false }
    comments.push(comment)
    return { status: 201, body: shownComment(comment) }
  }

  function updateComment({ values, body }: Call): Answer {
    const comment = comments.find(each => String(each.id) === values['comment_id'])
    if (!comment) return problem(404, 'Not Found')
    if (comment.author !== login) violations.push(`a comment of ${comment.author} was edited`)
    const text = String(body['body'])
    if (text.length > COMMENT_LIMIT) return tooLong('comment', text)
    comment.body = text
    return { status: 200, body: shownComment(comment) }
  }

  function deleteComment({ values }: Call): Answer {
    const index = comments.findIndex(each => String(each.id) === values['comment_id'])
    if (index < 0) return problem(404, 'Not Found')
    if (comments[index]?.author !== login) violations.push(`a comment of ${comments[index]?.author} was deleted`)
    comments.splice(index, 1)
    return { status: 204 }
  }

  function createCheckRun({ body }: Call): Answer {
    const output = body['output'] as Readonly<Record<string, unknown>>
    if (body['head_sha'] !== pullRequest.headSha && !/^[0-9a-f]{40}$/.test(String(body['head_sha'])))
      return invalid('No commit found for SHA')
    const run: HeldCheckRun = {
      id: nextId++,
      name: String(body['name']),
      headSha: String(body['head_sha']),
      conclusion: String(body['conclusion']),
      title: '',
      summary: '',
      annotations: []
    }
    const refusedOutput = fill(run, output)
    if (refusedOutput) return refusedOutput
    checkRuns.push(run)
    return { status: 201, body: shownCheckRun(run) }
  }

  function updateCheckRun({ values, body }: Call): Answer {
    const run = checkRuns.find(each => String(each.id) === values['check_run_id'])
    if (!run) return problem(404, 'Not Found')
    return fill(run, body['output'] as Readonly<Record<string, unknown>>) ?? { status: 200, body: shownCheckRun(run) }
  }

  function fill(run: HeldCheckRun, output: Readonly<Record<string, unknown>>): Answer | undefined {
    const summary = String(output['summary'])
    if (summary.length > TEXT_LIMIT) return tooLong('summary', summary)
    const annotations = (output['annotations'] ?? []) as Readonly<Record<string, unknown>>[]
    for (const annotation of annotations) {
      const { path, start_line, end_line, start_column, message, title } = annotation
      if (String(path).startsWith('/') || String(path).includes('\\')) return invalid(`annotation path ${path}`)
      if (Number(start_line) < 1 || Number(end_line) < Number(start_line)) return invalid('annotation lines')
      if (start_column !== undefined && start_line !== end_line) return invalid('annotation columns across lines')
      if (Buffer.byteLength(String(message)) > ANNOTATION_LIMIT) return tooLong('annotation', String(message))
      if (String(title ?? '').length > TITLE_LIMIT) return tooLong('annotation title', String(title))
    }
    run.title = String(output['title'])
    run.summary = summary
    run.annotations.push(...annotations)
    return undefined
  }

  function tooLong(what: string, text: string): Answer {
    return invalid(`the ${what} is too long: ${text.length}`)
  }

  /** GitHub answers 422; a request that earns one is the project's fault, so that it is noted as well. */
  function invalid(message: string): Answer {
    violations.push(`422: ${message}`)
    return {
      status: 422,
      body: {
        message: 'Validation Failed',
        documentation_url: 'https://docs.github.com/rest',
        errors: [{ code: 'custom', message }]
      }
    }
  }

  function shownComment(comment: HeldComment): unknown {
    const shown = example('issue-comment')
    const bot = comment.author.endsWith('[bot]')
    return {
      ...shown,
      id: comment.id,
      node_id: nodeId(comment),
      body: comment.body,
      html_url: `${origin}/acme/shop/pull/${pullRequest.number}#issuecomment-${comment.id}`,
      user: { ...(shown['user'] as object), login: comment.author, type: bot ? 'Bot' : 'User' },
      minimized: comment.minimized ? { reason: 'outdated' } : null
    }
  }

  function shownCheckRun(run: HeldCheckRun): unknown {
    return {
      ...example('check-run-example-of-completed-conclusion'),
      id: run.id,
      name: run.name,
      head_sha: run.headSha,
      conclusion: run.conclusion,
      html_url: `${origin}/acme/shop/runs/${run.id}`
    }
  }
}

function nodeId({ id }: HeldComment): string {
  return `IC_${id}`
}

function problem(status: number, message: string): Answer {
  return { status, body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) } }
}

function graphqlError(message: string): Answer {
  return { status: 200, body: { data: null, errors: [{ type: 'FORBIDDEN', message }] } }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  return text === '' ? undefined : JSON.parse(text)
}
