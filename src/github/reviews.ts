/** The requests for review comments: the changed lines of a pull request, and the comments on them. */

import { defined } from '../collections.ts'
import type { Client } from './client.ts'
import { type Event, property } from './event.ts'
import { type Sender, UnreadableAnswer } from './requests.ts'

/** A file of the pull request. Its path and patch are a stranger's text. */
export interface ChangedFile {
  readonly path: string
  /** The id of its blob at the head. */
  readonly blob: string
  /** A unified diff without the lines that name the file. Absent for a binary file or a large change. */
  readonly patch?: string
}

/** A comment on a line. `body` and `author` are a stranger's text unless the author is this action. */
export interface ReviewComment {
  readonly id: number
  readonly author: string
  readonly isBot: boolean
  readonly body: string
  readonly path: string
  /** The line at the head; absent if the comment is outdated. */
  readonly line?: number
  /** The comment that it replies to. */
  readonly replyTo?: number
}

/** A comment to post on a line that the pull request adds or changes. */
export interface NewReviewComment {
  readonly path: string
  /** A line of the head. */
  readonly line: number
  readonly body: string
}

/** The requests, each of one pull request. All of them reject with `RequestFailed`. */
export interface Reviews {
  /** The commit that is now the head. */
  head(): Promise<string>
  /** The changed files: page after page, until `isEnough` of those so far. */
  files(isEnough: (files: readonly ChangedFile[]) => boolean): Promise<readonly ChangedFile[]>
  /** The comments on lines, oldest first; undefined if they are more than are read. */
  comments(): Promise<readonly ReviewComment[] | undefined>
  /** Posts all comments at once, as one notification. One line that is not in the diff fails all of them. */
  createReview(commit: string, body: string, comments: readonly NewReviewComment[]): Promise<void>
  createComment(commit: string, comment: NewReviewComment): Promise<void>
  deleteComment(id: number): Promise<void>
}

/** Of comments as of files. */
const PAGE_SIZE = 100

/** GitHub lists 3,000 files: https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files. */
const MOST_FILE_PAGES = 30

/** A pull request with more comments gets no suggestions. */
const MOST_COMMENT_PAGES = 10

/** Opens the requests of a pull request of the event's repository. */
export function openReviews(client: Client, { owner, repository }: Event, number: number, { send }: Sender): Reviews {
  const { pulls } = client.rest
  const own = { owner, repo: repository }
  const target = { ...own, pull_number: number }
  return {
    head: () =>
      send(async signal => textOf(await pulls.get({ ...target, request: { signal } }), 'data', 'head', 'sha')),
    async files(isEnough) {
      const ask: Ask = (page, signal) => pulls.listFiles({ ...pageOf(page), request: { signal } })
      return (await itemsOf(ask, fileOf, { most: MOST_FILE_PAGES, isEnough })).items
    },
    async comments() {
      const ask: Ask = (page, signal) => pulls.listReviewComments({ ...pageOf(page), request: { signal } })
      const { items, isWhole } = await itemsOf(ask, commentOf, { most: MOST_COMMENT_PAGES })
      return isWhole ? items : undefined
    },
    async createReview(commit, body, comments) {
      const placed = comments.map(comment => ({ ...comment, side: 'RIGHT' }))
      const request = { ...target, commit_id: commit, event: 'COMMENT' as const, body, comments: placed }
      await send(signal => pulls.createReview({ ...request, request: { signal } }), { once: true })
    },
    async createComment(commit, comment) {
      const request = { ...target, ...comment, side: 'RIGHT' as const, commit_id: commit }
      await send(signal => pulls.createReviewComment({ ...request, request: { signal } }), { once: true })
    },
    async deleteComment(id) {
      await send(signal => pulls.deleteReviewComment({ ...own, comment_id: id, request: { signal } }))
    }
  }

  function pageOf(page: number) {
    return { ...target, per_page: PAGE_SIZE, page }
  }

  /** The items of the pages, until one has no next one, `isEnough` says so, or `most` were read. `isWhole`: no page is left. */
  async function itemsOf<Item>(
    ask: Ask,
    itemOf: (item: unknown) => Item,
    { most, isEnough = () => false }: { readonly most: number; isEnough?(items: readonly Item[]): boolean }
  ): Promise<{ readonly items: readonly Item[]; readonly isWhole: boolean }> {
    const items: Item[] = []
    for (let page = 1; page <= most; page++) {
      const next = await send(async signal => {
        const { data, headers } = await ask(page, signal)
        return { items: listOf(data).map(itemOf), isLast: !hasNext(headers.link) }
      })
      items.push(...next.items)
      if (next.isLast) return { items, isWhole: true }
      if (isEnough(items)) break
    }
    return { items, isWhole: false }
  }
}

/** Asks for one page of a list. */
type Ask = (
  page: number,
  signal: AbortSignal
) => Promise<{ readonly data: unknown; readonly headers: { readonly link?: string | undefined } }>

function hasNext(link: string | undefined): boolean {
  return link?.includes('rel="next"') === true
}

function fileOf(file: unknown): ChangedFile {
  const patch = property(file, 'patch')
  return {
    path: textOf(file, 'filename'),
    // A submodule has none.
    blob: String(property(file, 'sha') ?? ''),
    ...(typeof patch === 'string' ? { patch } : {})
  }
}

function commentOf(comment: unknown): ReviewComment {
  const number = (name: string) => {
    const value = property(comment, name)
    return typeof value === 'number' ? value : undefined
  }
  const [id, login] = [number('id'), property(comment, 'user', 'login')]
  if (id === undefined) throw new UnreadableAnswer('a number is missing in the answer')
  return {
    id,
    // A deleted account leaves no user behind.
    author: typeof login === 'string' ? login : '',
    isBot: property(comment, 'user', 'type') === 'Bot',
    body: textOf(comment, 'body'),
    path: textOf(comment, 'path'),
    ...defined({ line: number('line'), replyTo: number('in_reply_to_id') })
  }
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new UnreadableAnswer('the answer is not a list')
  return value
}

function textOf(value: unknown, ...path: readonly string[]): string {
  const found = property(value, ...path)
  if (typeof found !== 'string') throw new UnreadableAnswer('a text is missing in the answer')
  return found
}
