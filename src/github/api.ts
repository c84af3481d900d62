/** The requests for comments and check runs. */

import { CHECK_TEXT_LIMIT, COMMENT_LIMIT } from '../reporters/limits.ts'
import { start } from '../visible.ts'
import { openClient } from './client.ts'
import { type Event, property } from './event.ts'
import { type Sender, UnreadableAnswer } from './requests.ts'

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

/** The comments of a pull request that were read, oldest first. */
export interface CommentList {
  readonly comments: readonly Comment[]
  /** Whether there are more, in the middle, than are read. */
  readonly isCut: boolean
}

/** The requests, each of the event's repository. All of them reject with `RequestFailed`. */
export interface Api {
  /** The login of the token's owner; for an App some servers leave `[bot]` out. */
  viewerLogin(): Promise<string>
  /** The commit that is now the head of the pull request. */
  pullRequestHead(number: number): Promise<string>
  /** The comments of a pull request, page after page: all of them unless there are very many. */
  comments(number: number): Promise<CommentList>
  /** A body that is longer than GitHub takes is cut, here and in an update. */
  createComment(number: number, body: string): Promise<Comment>
  updateComment(id: number, body: string): Promise<Comment>
  deleteComment(id: number): Promise<void>
  /** Whether somebody hid the comment. */
  isMinimized(nodeId: string): Promise<boolean>
  /** Shows a comment again that somebody hid. */
  unminimizeComment(nodeId: string): Promise<void>
  /** A summary that is longer than GitHub takes is cut, here and in an update. An attempt with an unknown outcome is not repeated. */
  createCheckRun(run: NewCheckRun): Promise<CheckRun>
  /** Appends annotations. An attempt with an unknown outcome is not repeated. */
  updateCheckRun(id: number, output: CheckOutput): Promise<void>
  /** The check run of this commit, name and external identifier; undefined if there is none. */
  findCheckRun(run: Pick<NewCheckRun, 'headSha' | 'name' | 'externalId'>): Promise<CheckRun | undefined>
  /** How many annotations a check run has. */
  annotationCount(id: number): Promise<number>
}

/** A check run that is complete from the start. */
export interface NewCheckRun {
  readonly name: string
  readonly headSha: string
  /** Tells it from all others. */
  readonly externalId: string
  /**
   * Neutral and skipped would satisfy a required check, so that what is incomplete is `action_required`.
   * https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches#require-status-checks-before-merging
   */
  readonly conclusion: 'success' | 'failure' | 'action_required'
  /** Where its "Details" lead; GitHub's own page unless set. */
  readonly detailsUrl?: string | undefined
  readonly output: CheckOutput
}

/** A check run that exists. */
export interface CheckRun {
  readonly id: number
  readonly url: string | undefined
}

/** The most comments, or check runs, that GitHub lists on one page. */
const PAGE_SIZE = 100

/**
 * How many pages of comments are read from the oldest on, and again how many of the newest: ours is among the first
 * of a pull request, or a new one that replaced it.
 */
export const PAGES_AT_EACH_END = 5

/** https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api#using-link-headers */
const LAST_PAGE = /[?&]page=(?<page>\d{1,6})(?:&[^>]*)?>; rel="last"/

/** The end of a text that had to be cut. */
const CUT = '\n\n(cut)\n'

const VIEWER = 'query { viewer { login } }'
const MINIMIZED = 'query($id: ID!) { node(id: $id) { ... on IssueComment { isMinimized } } }'
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
  const octokit = await openClient(token, event)
  const repository = { owner: event.owner, repo: event.repository }
  const { issues, checks, pulls } = octokit.rest

  const pageOfComments = async (number: number, page: number): Promise<CommentPage> => {
    const request = { ...repository, issue_number: number, per_page: PAGE_SIZE, page }
    return await send(async signal => {
      const { data, headers } = await issues.listComments({ ...request, request: { signal } })
      if (!Array.isArray(data)) throw new UnreadableAnswer('the list of comments is not a list')
      return { comments: data.map(commentOf), link: headers.link ?? '' }
    })
  }

  return {
    viewerLogin: () =>
      send(async signal => textAt(await octokit.graphql(VIEWER, { request: { signal } }), 'viewer', 'login')),
    pullRequestHead: number =>
      send(async signal => {
        const { data } = await pulls.get({ ...repository, pull_number: number, request: { signal } })
        return textAt(data, 'head', 'sha')
      }),
    comments: number => commentsOf(page => pageOfComments(number, page)),
    createComment: (number, body) =>
      send(
        async signal => {
          const request = { ...repository, issue_number: number, body: fitted(body, COMMENT_LIMIT) }
          return commentOf((await issues.createComment({ ...request, request: { signal } })).data)
        },
        { once: true }
      ),
    updateComment: (id, body) =>
      send(async signal => {
        const request = { ...repository, comment_id: id, body: fitted(body, COMMENT_LIMIT) }
        return commentOf((await issues.updateComment({ ...request, request: { signal } })).data)
      }),
    async deleteComment(id) {
      await send(async signal => {
        const { status } = await issues.deleteComment({ ...repository, comment_id: id, request: { signal } })
        if (Number(status) !== 204) throw new UnreadableAnswer('the answer to a deletion is not empty')
      })
    },
    isMinimized: id =>
      send(async signal => {
        const isMinimized = property(
          await octokit.graphql(MINIMIZED, { id, request: { signal } }),
          'node',
          'isMinimized'
        )
        if (typeof isMinimized !== 'boolean') throw new UnreadableAnswer('node.isMinimized is missing in the answer')
        return isMinimized
      }),
    async unminimizeComment(id) {
      await send(async signal => {
        const answer = await octokit.graphql(UNMINIMIZE, { id, request: { signal } })
        const isMinimized = property(answer, 'unminimizeComment', 'unminimizedComment', 'isMinimized')
        if (isMinimized !== false) throw new UnreadableAnswer('the comment is not shown')
      })
    },
    createCheckRun: ({ name, headSha, externalId, conclusion, detailsUrl, output }) =>
      send(
        async signal => {
          const { data } = await checks.create({
            ...{ ...repository, name, head_sha: headSha, external_id: externalId, status: 'completed', conclusion },
            ...(detailsUrl === undefined ? {} : { details_url: detailsUrl }),
            output: sent(output),
            request: { signal }
          })
          return checkRunOf(data)
        },
        { once: true }
      ),
    async updateCheckRun(id, output) {
      await send(
        async signal => {
          const request = { ...repository, check_run_id: id, output: sent(output) }
          return checkRunOf((await checks.update({ ...request, request: { signal } })).data)
        },
        { once: true }
      )
    },
    findCheckRun: ({ headSha, name, externalId }) =>
      send(async signal => {
        const request = { ...repository, ref: headSha, check_name: name, per_page: PAGE_SIZE }
        const { data } = await checks.listForRef({ ...request, request: { signal } })
        const runs = property(data, 'check_runs')
        if (!Array.isArray(runs)) throw new UnreadableAnswer('check_runs is missing in the answer')
        const own = runs.find(run => property(run, 'external_id') === externalId)
        return own && checkRunOf(own)
      }),
    annotationCount: id =>
      send(async signal => {
        const { data } = await checks.get({ ...repository, check_run_id: id, request: { signal } })
        return numberAt(data, 'output', 'annotations_count')
      })
  }
}

/** One page of comments, and the addresses of other pages. */
interface CommentPage {
  readonly comments: readonly Comment[]
  readonly link: string
}

/** Reads the oldest pages and the newest ones. A server that names no last page, or further pages without end, ends it. */
async function commentsOf(read: (page: number) => Promise<CommentPage>): Promise<CommentList> {
  const comments: Comment[] = []
  let link = ''
  for (let page = 1; page <= PAGES_AT_EACH_END; page++) {
    const next = await read(page)
    comments.push(...next.comments)
    link = next.link
    if (!link.includes('rel="next"')) return { comments, isCut: false }
  }
  const last = Number(LAST_PAGE.exec(link)?.groups?.['page'] ?? 0)
  const from = Math.max(PAGES_AT_EACH_END, last - PAGES_AT_EACH_END) + 1
  for (let page = from; page <= last; page++) comments.push(...(await read(page)).comments)
  return { comments, isCut: last === 0 || from > PAGES_AT_EACH_END + 1 }
}

/**
 * A text of at most `limit` UTF-8 bytes, which are never fewer than its characters. The renderers keep the limits; this is
 * the last guard, and it sees the text as it is sent.
 */
function fitted(text: string, limit: number): string {
  if (Buffer.byteLength(text) <= limit) return text
  let kept = start(text, limit - CUT.length)
  while (Buffer.byteLength(kept) > limit - CUT.length) {
    const excess = Buffer.byteLength(kept) - (limit - CUT.length)
    // A UTF-16 code unit has at most three bytes.
    kept = start(kept, kept.length - Math.ceil(excess / 3))
  }
  // Half a line could leave a code span open.
  const end = kept.lastIndexOf('\n')
  return `${kept.slice(0, end < 0 ? kept.length : end)}${CUT}`
}

function commentOf(comment: RestComment): Comment {
  return {
    id: numberAt(comment, 'id'),
    nodeId: textAt(comment, 'node_id'),
    // A deleted account leaves no user behind.
    author: comment.user?.login ?? '',
    isBot: comment.user?.type === 'Bot',
    body: comment.body ?? '',
    url: textAt(comment, 'html_url'),
    minimized: comment.minimized === undefined ? undefined : comment.minimized !== null
  }
}

function checkRunOf(run: unknown): CheckRun {
  const url = property(run, 'html_url')
  return { id: numberAt(run, 'id'), url: typeof url === 'string' ? url : undefined }
}

function sent({ title, summary, annotations }: CheckOutput) {
  return { title, summary: fitted(summary, CHECK_TEXT_LIMIT), annotations: [...annotations] }
}

function textAt(answer: unknown, ...path: readonly string[]): string {
  const value = property(answer, ...path)
  if (typeof value !== 'string') throw new UnreadableAnswer(`${path.join('.')} is missing in the answer`)
  return value
}

function numberAt(answer: unknown, ...path: readonly string[]): number {
  const value = property(answer, ...path)
  if (typeof value !== 'number') throw new UnreadableAnswer(`${path.join('.')} is missing in the answer`)
  return value
}
