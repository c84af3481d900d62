/**
 * The one comment on a pull request: found again by marker and author, updated in place, resolved when all is well.
 * Deliberately ignored: comments of other authors, whatever they contain, and reviews.
 */

import { defined } from '../collections.ts'
import type { Delivery } from '../reporters/delivery.ts'
import type { Api, Comment } from './api.ts'
import type { Channel } from './channel.ts'
import type { Event, PullRequest } from './event.ts'
import { explain, failureOf } from './requests.ts'

/** The comment to post. */
export interface CommentText {
  /** The beginning of every comment of this key, whatever else it says. */
  readonly marker: string
  readonly body: string
  /** False when there is nothing to report: then only a comment that exists already is brought up to date. */
  readonly shouldCreate: boolean
}

/** The pull request of the comment, and the token that writes it. */
export interface CommentTarget {
  readonly event: Event
  readonly pullRequest: PullRequest
  readonly token: string
}

/** The channel of the comment. `issues: write` alone does not do: https://github.com/StarRocks/starrocks/pull/74806. */
export const COMMENT = { name: 'pull request comment', permission: 'pull-requests: write' } as const satisfies Channel

/** Whose comments are taken for our own when GitHub does not say who we are: the owner of every `GITHUB_TOKEN`. */
const USUAL_AUTHOR = 'github-actions[bot]'

/** Brings the comment up to date; undefined when there is nothing to report and no comment that says otherwise. */
export async function deliverComment(
  api: Api,
  target: CommentTarget,
  text: CommentText
): Promise<Delivery | undefined> {
  try {
    return await bringUpToDate(api, target, text)
  } catch (error) {
    const failure = failureOf(error, Date.now())
    // With nothing to report, a token that may not look for an older comment is not worth a warning.
    if (text.shouldCreate || failure.kind !== 'permission') throw error
    const detail = `nothing to report, and ${explain(failure, COMMENT.permission, target.event)}`
    return { channel: COMMENT.name, state: 'skipped', detail }
  }
}

async function bringUpToDate(api: Api, target: CommentTarget, text: CommentText): Promise<Delivery | undefined> {
  const { pullRequest } = target
  const [kept, ...repeated] = await ownComments(api, target, text.marker)
  if (!kept && !text.shouldCreate) return undefined
  if (kept && repeated.length === 0 && sameBody(kept.body, text.body)) return delivered(kept, 'already up to date')

  // A run that was slow or is run again must not overwrite what a newer one said.
  const head = await api.pullRequestHead(pullRequest.number)
  if (head !== pullRequest.headSha) {
    return {
      channel: COMMENT.name,
      state: 'skipped',
      detail: `the pull request has moved on from ${short(pullRequest.headSha)} to ${short(head)}, whose own run writes the comment`,
      ...defined({ url: kept?.url })
    }
  }
  if (!kept) return delivered(await create(api, target, text), 'created')
  const updated = sameBody(kept.body, text.body) ? kept : await api.updateComment(kept.id, text.body)
  const remarks = ['updated']
  // Left behind by runs that started at the same moment; a stale verdict must not stand beside the true one.
  for (const { id } of repeated) {
    await api.deleteComment(id).catch(() => remarks.push('an older one of ours could not be deleted'))
  }
  if (kept.minimized && text.shouldCreate) {
    await api
      .unminimizeComment(kept.nodeId)
      .catch(() => remarks.push('it stays hidden, because it could not be shown again'))
  }
  return delivered(updated, remarks.join('; '))
}

/** Creates the comment. An attempt without an answer may have created it all the same: then that one is taken. */
async function create(api: Api, target: CommentTarget, text: CommentText): Promise<Comment> {
  const { number } = target.pullRequest
  try {
    return await api.createComment(number, text.body)
  } catch (error) {
    const { kind } = failureOf(error, Date.now())
    if (kind !== 'server' && kind !== 'timeout' && kind !== 'unreachable') throw error
    const [found] = await ownComments(api, target, text.marker)
    return found ?? (await api.createComment(number, text.body))
  }
}

async function ownComments(
  api: Api,
  { pullRequest, token }: CommentTarget,
  marker: string
): Promise<readonly Comment[]> {
  const marked = (await api.comments(pullRequest.number)).filter(comment => comment.body.startsWith(marker))
  if (marked.length === 0) return []
  const login = await api.viewerLogin().catch(() => USUAL_AUTHOR)
  return marked.filter(comment => isBy(login, token, comment))
}

/**
 * Whether the owner of the token wrote the comment. For an App, REST says `name[bot]` while GraphQL may leave the suffix
 * out; a person may be called like the App, so that the bare name only counts where the token is not an App's.
 * Prefixes of tokens: https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
 */
function isBy(login: string, token: string, { author, isBot }: Comment): boolean {
  const bare = login.replace(/\[bot\]$/, '')
  if (isBot) return author === `${bare}[bot]`
  return author === login && !token.startsWith('ghs_')
}

/** GitHub may change line ends and blanks at the end. */
function sameBody(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n').trimEnd() === b.replaceAll('\r\n', '\n').trimEnd()
}

function delivered({ url }: Comment, detail: string): Delivery {
  return { channel: COMMENT.name, state: 'delivered', detail, url }
}

function short(sha: string): string {
  return sha.slice(0, 7)
}
