/** The requests to GitHub: the only file that knows the API client. */

import type { Event } from './event.ts'
import type { Sender } from './requests.ts'

/** A comment as far as it matters here. `body` and `author` are a stranger's text unless the author is this action. */
export interface Comment {
  readonly id: number
  readonly nodeId: string
  readonly author: string
  readonly isBot: boolean
  readonly body: string
  readonly url: string
  /** Whether somebody hid it; undefined where the server does not say. */
  readonly minimized: boolean | undefined
}

/** One annotation as the Checks API takes it. https://docs.github.com/en/rest/checks/runs#create-a-check-run */
export interface CheckAnnotation {
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  readonly start_column?: number
  readonly end_column?: number
  readonly annotation_level: 'notice' | 'warning' | 'failure'
  readonly title: string
  readonly message: string
}

/** The content of a check run. Annotations of later requests are added to those of earlier ones. */
export interface CheckOutput {
  readonly title: string
  readonly summary: string
  readonly annotations: readonly CheckAnnotation[]
}

/** The requests, each of the event's repository. All of them reject with the API client's errors; see `failureOf`. */
export interface Api {
  /** The login of the token's owner; for an App some servers leave `[bot]` out. */
  viewerLogin(): Promise<string>
  /** The commit that is now the head of the pull request. */
  pullRequestHead(number: number): Promise<string>
  /** All comments of a pull request, oldest first, page after page. */
  comments(number: number): Promise<readonly Comment[]>
  createComment(number: number, body: string): Promise<Comment>
  updateComment(id: number, body: string): Promise<Comment>
  deleteComment(id: number): Promise<void>
  /** Shows a comment again that somebody hid. */
  unminimizeComment(nodeId: string): Promise<void>
  createCheckRun(run: NewCheckRun): Promise<CheckRun>
  updateCheckRun(id: number, output: CheckOutput): Promise<CheckRun>
}

/** A check run that is complete from the start. */
export interface NewCheckRun {
  readonly name: string
  readonly headSha: string
  readonly conclusion: 'success' | 'failure'
  /** Where its "Details" lead; GitHub's own page unless set. */
  readonly detailsUrl?: string | undefined
  readonly output: CheckOutput
}

/** A check run that exists. */
export interface CheckRun {
  readonly id: number
  readonly url: string | undefined
}

/** The most comments that GitHub lists on one page. */
const PAGE_SIZE = 100

const VIEWER = 'query { viewer { login } }'
const UNMINIMIZE =
  'mutation($id: ID!) { unminimizeComment(input: { subjectId: $id }) { unminimizedComment { isMinimized } } }'

/** A comment as the REST API sends it. The client's types promise more than a proxy's error page keeps. */
interface RestComment {
  readonly id: number
  readonly node_id: string
  readonly html_url: string
  readonly body?: string
  readonly user: { readonly login: string; readonly type: string } | null
  readonly minimized?: unknown
}

/** Opens the API of the event's repository. */
export async function openApi(token: string, event: Event, { send }: Sender): Promise<Api> {
  // On demand: it reads the event's payload while it loads and would throw on one that is no JSON.
  const { getOctokit } = await import('@actions/github')
  const quiet = () => undefined
  const octokit = getOctokit(token, {
    baseUrl: event.apiUrl,
    // The client would print deprecations past the log's protection against workflow commands.
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet }
  })
  const repository = { owner: event.owner, repo: event.repository }
  const { issues, checks, pulls } = octokit.rest

  return {
    async viewerLogin() {
      const { viewer } = await send(signal =>
        octokit.graphql<{ viewer: { login: string } }>(VIEWER, { request: { signal } })
      )
      return expectText(viewer.login)
    },
    async pullRequestHead(number) {
      const { data } = await send(signal => pulls.get({ ...repository, pull_number: number, request: { signal } }))
      return expectText(data.head?.sha)
    },
    async comments(number) {
      const all: Comment[] = []
      for (let page = 1; ; page++) {
        const { data, headers } = await send(signal =>
          issues.listComments({ ...repository, issue_number: number, per_page: PAGE_SIZE, page, request: { signal } })
        )
        if (!Array.isArray(data)) throw new TypeError('the list of comments is not a list')
        all.push(...data.map(commentOf))
        if (!headers.link?.includes('rel="next"')) return all
      }
    },
    async createComment(number, body) {
      const { data } = await send(
        signal => issues.createComment({ ...repository, issue_number: number, body, request: { signal } }),
        { once: true }
      )
      return commentOf(data)
    },
    async updateComment(id, body) {
      const { data } = await send(signal =>
        issues.updateComment({ ...repository, comment_id: id, body, request: { signal } })
      )
      return commentOf(data)
    },
    async deleteComment(id) {
      await send(signal => issues.deleteComment({ ...repository, comment_id: id, request: { signal } }))
    },
    async unminimizeComment(id) {
      await send(signal => octokit.graphql(UNMINIMIZE, { id, request: { signal } }))
    },
    async createCheckRun({ name, headSha, conclusion, detailsUrl, output }) {
      const { data } = await send(signal =>
        checks.create({
          ...repository,
          name,
          head_sha: headSha,
          status: 'completed',
          conclusion,
          ...(detailsUrl === undefined ? {} : { details_url: detailsUrl }),
          output: mutable(output),
          request: { signal }
        })
      )
      return checkRunOf(data)
    },
    async updateCheckRun(id, output) {
      const { data } = await send(signal =>
        checks.update({ ...repository, check_run_id: id, output: mutable(output), request: { signal } })
      )
      return checkRunOf(data)
    }
  }
}

function commentOf(comment: RestComment): Comment {
  return {
    id: expectNumber(comment.id),
    nodeId: expectText(comment.node_id),
    // A deleted account leaves no user behind.
    author: comment.user?.login ?? '',
    isBot: comment.user?.type === 'Bot',
    body: comment.body ?? '',
    url: expectText(comment.html_url),
    minimized: comment.minimized === undefined ? undefined : comment.minimized !== null
  }
}

function checkRunOf(run: { id: number; html_url: string | null }): CheckRun {
  return { id: expectNumber(run.id), url: run.html_url ?? undefined }
}

function mutable({
  annotations,
  ...texts
}: CheckOutput): Omit<CheckOutput, 'annotations'> & { annotations: CheckAnnotation[] } {
  return { ...texts, annotations: [...annotations] }
}

function expectText(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('a text is missing in the answer')
  return value
}

function expectNumber(value: unknown): number {
  if (typeof value !== 'number') throw new TypeError('a number is missing in the answer')
  return value
}
