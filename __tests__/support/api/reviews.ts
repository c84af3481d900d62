/**
 * The review comments of the stand-in for GitHub. A line must be in the diff, or the whole request is refused:
 * https://github.com/parkerbxyz/suggest-changes/issues/48.
 */

import { example } from './contract.ts'

/** A file of the pull request: its blob at the head, and its patch, which is absent for a large one. */
export interface ServedFile {
  readonly path: string
  readonly blob: string
  readonly patch?: string
  /** Set if comments on its lines are refused. */
  readonly refuses?: true
}

export interface HeldReviewComment {
  readonly id: number
  readonly author: string
  readonly body: string
  readonly path: string
  /** `undefined` once it is outdated. */
  line: number | undefined
  readonly replyTo?: number
}

/** A request to one of the operations below, valid by GitHub's description. */
export interface ReviewCall {
  readonly operation: string
  readonly values: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
}

interface Reply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** The permission that each operation needs. */
export const REVIEW_OPERATIONS = {
  'pulls/list-files': ['pull-requests', 'read'],
  'pulls/list-review-comments': ['pull-requests', 'read'],
  'pulls/create-review': ['pull-requests', 'write'],
  'pulls/create-review-comment': ['pull-requests', 'write'],
  'pulls/delete-review-comment': ['pull-requests', 'write']
} as const

const HUNK = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/
const NOT_IN_DIFF = 'Pull request review thread line must be part of the diff'
const WRITES_AT_ONCE = 100

/** The reviews of one pull request. */
export class Reviews {
  readonly comments: HeldReviewComment[] = []
  /** The bodies of the reviews. */
  readonly reviews: string[] = []
  /** What a careful client would not have sent. */
  readonly violations: string[] = []
  files: readonly ServedFile[] = []
  #nextId = 5000

  /** Adds a comment; returns its id. */
  plant(comment: Omit<HeldReviewComment, 'id'>): number {
    const id = this.#nextId++
    this.comments.push({ id, ...comment })
    return id
  }

  /** Answers a request of the account `login`. `headSha`: the head of the pull request. */
  answer(call: ReviewCall, { login, headSha }: { readonly login: string; readonly headSha: string }): Reply {
    switch (call.operation) {
      case 'pulls/list-files':
        return this.#page(call, this.files.map(shownFile))
      case 'pulls/list-review-comments':
        return this.#page(
          call,
          this.comments.map(comment => shownComment(comment, headSha))
        )
      case 'pulls/delete-review-comment':
        return this.#delete(call, login)
      default:
        return this.#create(call, login, headSha)
    }
  }

  #page({ query, values }: ReviewCall, all: readonly unknown[]): Reply {
    const size = Math.min(100, Number(query.get('per_page') ?? 30))
    const page = Number(query.get('page') ?? 1)
    const next = `https://api.github.example/repos/acme/shop/pulls/${values['pull_number']}/x?page=${page + 1}`
    return {
      status: 200,
      body: all.slice((page - 1) * size, page * size),
      ...(all.length > page * size ? { headers: { link: `<${next}>; rel="next"` } } : {})
    }
  }

  #delete({ values }: ReviewCall, login: string): Reply {
    const index = this.comments.findIndex(({ id }) => String(id) === values['comment_id'])
    const [comment] = index < 0 ? [] : this.comments.splice(index, 1)
    if (!comment) return { status: 404, body: { message: 'Not Found' } }
    if (comment.author !== login) this.violations.push(`a review comment of ${comment.author} was deleted`)
    if (this.comments.some(({ replyTo }) => replyTo === comment.id))
      this.violations.push('an answered comment was deleted')
    return { status: 204 }
  }

  #create({ operation, body }: ReviewCall, login: string, headSha: string): Reply {
    const isReview = operation === 'pulls/create-review'
    const sent = (isReview ? body['comments'] : [body]) as readonly Readonly<Record<string, unknown>>[]
    if (isReview && body['event'] !== 'COMMENT') this.violations.push('the review is not submitted as a comment')
    if (body['commit_id'] !== headSha) this.violations.push(`a comment on the commit ${body['commit_id']}`)
    if (sent.length > WRITES_AT_ONCE) this.violations.push(`${sent.length} comments at once`)
    if (sent.some(({ path, line, side }) => side !== 'RIGHT' || !this.#isInDiff(String(path), Number(line))))
      return refused(isReview)
    if (isReview) this.reviews.push(String(body['body']))
    const ids = sent.map(({ path, line, body: text }) =>
      this.plant({ author: login, body: String(text), path: String(path), line: Number(line) })
    )
    const held = this.comments.find(({ id }) => id === ids[0])
    if (isReview) return { status: 200, body: example('pull-request-review') }
    return { status: 201, body: held && shownComment(held, headSha) }
  }

  #isInDiff(path: string, line: number): boolean {
    const { patch = '', refuses } = this.files.find(file => file.path === path) ?? {}
    if (refuses) return false
    return patch.split('\n').some(text => {
      const [, start = '0', count = '1'] = HUNK.exec(text) ?? []
      return line >= Number(start) && line < Number(start) + Number(count) && start !== '0'
    })
  }
}

/** GitHub's answer for a line that is not in the diff: of a review a sentence, of a comment an object. */
function refused(isReview: boolean): Reply {
  const error = { resource: 'PullRequestReviewComment', field: 'line', code: 'custom', message: NOT_IN_DIFF }
  const errors = isReview ? [NOT_IN_DIFF] : [error]
  return {
    status: 422,
    body: { message: 'Validation Failed', documentation_url: 'https://docs.github.com/rest', errors }
  }
}

function shownFile({ path, blob, patch }: ServedFile): unknown {
  const [shown] = example('diff-entry-items') as unknown as readonly object[]
  return { ...shown, filename: path, sha: blob, patch }
}

function shownComment({ id, author, body, path, line, replyTo }: HeldReviewComment, commit: string): unknown {
  const {
    start_line: _,
    original_start_line: __,
    start_side: ___,
    in_reply_to_id: ____,
    ...shown
  } = example('pull-request-review-comment')
  return {
    ...shown,
    id,
    body,
    path,
    commit_id: commit,
    user: { ...(shown['user'] as object), login: author, type: author.endsWith('[bot]') ? 'Bot' : 'User' },
    // GitHub leaves the line of an outdated comment empty.
    ...(line === undefined ? { line: undefined, position: undefined } : { line }),
    ...(replyTo === undefined ? {} : { in_reply_to_id: replyTo })
  }
}
