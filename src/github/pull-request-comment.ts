/**
 * The one comment on a pull request: found again by marker and author, and brought to the state that `comment-steps.ts` says.
 * Deliberately ignored: comments of other authors, whatever they contain, and reviews.
 */

import { defined } from '../collections.ts'
import type { Delivery } from '../reporters/delivery.ts'
import type { Api, Comment } from './api.ts'
import type { Channel } from './channel.ts'
import { type Run, type Said, type Written, writtenIn } from './comment-marker.ts'
import { type CommentResult, type CommentSettings, type CommentState, commentSteps } from './comment-steps.ts'
import type { PullRequest } from './event.ts'
import { type Failure, isPassing, RequestFailed } from './requests.ts'

/** The comment to post. */
export interface CommentText {
  /** The first line of every comment of this key, whatever else it says. */
  readonly marker: string
  readonly result: CommentResult
  /** The comment, hidden lines included, that says this. `before`: the present text of the one that is updated or replaced. */
  body(said: Said, before?: string): string
}

/** Where the comment goes, and what is known of the one who writes it. */
export interface CommentTarget {
  readonly pullRequest: PullRequest
  readonly settings: CommentSettings
  readonly token: string
  /** Absent outside of a workflow. */
  readonly run?: Run
}

/** The channel of the comment. `issues: write` alone does not do: https://github.com/StarRocks/starrocks/pull/74806. */
export const COMMENT = { name: 'pull request comment', permission: 'pull-requests: write' } as const satisfies Channel

/** Whose comments are taken for our own when GitHub does not say who we are: the owner of every `GITHUB_TOKEN`. */
export const USUAL_AUTHOR = 'github-actions[bot]'

/** The comments of ours that were found. */
interface Found {
  /** The one that is kept: the first that is not hidden, else the first. */
  readonly kept?: Comment
  readonly others: readonly Comment[]
  /** Whether some comments of the pull request were not searched. */
  readonly isCut: boolean
}

/**
 * Brings the comment to its state; undefined when there is none and none is wanted. Rejects with `RequestFailed`.
 * A comment that is deleted meanwhile is looked for once more, which is the meaning of `isAgain`.
 */
export async function deliverComment(
  api: Api,
  target: CommentTarget,
  text: CommentText,
  isAgain = false
): Promise<Delivery | undefined> {
  const { pullRequest, settings } = target
  const found = await ownComments(api, target, text.marker)
  const { kept } = found
  const before = kept && writtenIn(kept.body)
  const body = text.body(saidNext(text.result, kept !== undefined, before), kept?.body)
  const state = stateOf(found, body, target)
  const saysClean = before?.said === 'clean' || before?.said === 'resolved'
  const steps = commentSteps({ state, saysClean, result: text.result }, settings)
  if (state === 'newer') return skipped('a newer run wrote the comment', kept)
  if (steps.length === 0) return kept && delivered(kept, ['already up to date'])

  // A run that was slow or is run again must not overwrite what a newer commit says.
  const head = await api.pullRequestHead(pullRequest.number)
  if (head !== pullRequest.headSha) {
    const [ours, theirs] = [short(pullRequest.headSha), short(head)]
    return skipped(`the pull request has moved on from ${ours} to ${theirs}, whose own run writes the comment`, kept)
  }
  if (kept && steps.includes('update')) {
    const updated = sameBody(kept.body, body) ? kept : await update(api, kept.id, body, isAgain)
    if (!updated) return await deliverComment(api, target, text, true)
    const remarks = ['updated']
    if (steps.includes('show') && kept.minimized) remarks.push(...(await show(api, kept)))
    if (steps.includes('delete-others')) remarks.push(...(await deleteAll(api, found.others)))
    return delivered(updated, remarks)
  }
  const created = await create(api, target, text.marker, body)
  const older = kept ? [kept, ...found.others] : []
  const remarks = [kept ? 'renewed' : 'created', ...(found.isCut ? [NOT_SEARCHED] : [])]
  return delivered(created, [...remarks, ...(await deleteAll(api, older))])
}

const NOT_SEARCHED = 'an older one may be among the many comments that were not searched'

/** What the comment will say: that all is well is "resolved" where an earlier one said otherwise. */
function saidNext(result: CommentResult, exists: boolean, before: Written | undefined): Said {
  if (result !== 'clean') return result
  return exists && before?.said !== 'clean' ? 'resolved' : 'clean'
}

function stateOf({ kept, others }: Found, body: string, target: CommentTarget): CommentState {
  if (kept === undefined) return 'absent'
  if ([kept, ...others].some(each => isNewer(writtenIn(each.body), target))) return 'newer'
  if (others.length > 0) return 'duplicated'
  if (kept.minimized) return 'minimized'
  return sameBody(kept.body, body) ? 'current' : 'outdated'
}

/** Whether a later run wrote it. What is about another commit is outdated, whatever run wrote it. */
function isNewer(written: Written | undefined, { pullRequest, run }: CommentTarget): boolean {
  if (!written || !run || written.head !== pullRequest.headSha) return false
  return isLater(written.run, run)
}

/** Whether a run, or an attempt of the same run, began after another one. */
function isLater(run: Run, other: Run): boolean {
  return run.id === other.id ? run.attempt > other.attempt : run.id > other.id
}

/** Updates the comment; undefined where it is gone for the first time. */
async function update(api: Api, id: number, body: string, isAgain: boolean): Promise<Comment | undefined> {
  try {
    return await api.updateComment(id, body)
  } catch (error) {
    if (!isAgain && isFailure(error, ({ kind }) => kind === 'not-found')) return undefined
    throw error
  }
}

/** Creates the comment. An attempt without an answer may have created it all the same: then that one is taken. */
async function create(api: Api, target: CommentTarget, marker: string, body: string): Promise<Comment> {
  const { number } = target.pullRequest
  try {
    return await api.createComment(number, body)
  } catch (error) {
    if (!isFailure(error, isPassing)) throw error
    const { kept, others } = await ownComments(api, target, marker)
    const created = [...(kept ? [kept] : []), ...others].find(each => sameBody(each.body, body))
    return created ?? (await api.createComment(number, body))
  }
}

/** Shows the comment again; returns a remark where that fails. */
async function show(api: Api, { nodeId }: Comment): Promise<string[]> {
  try {
    await api.unminimizeComment(nodeId)
    return []
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error
    return ['it stays hidden, because it could not be shown again']
  }
}

/** Deletes comments of ours, so that no stale verdict stands beside the true one; returns a remark where that fails. */
async function deleteAll(api: Api, comments: readonly Comment[]): Promise<string[]> {
  let left = 0
  for (const { id } of comments) {
    try {
      await api.deleteComment(id)
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error
      if (error.failure.kind !== 'not-found') left++
    }
  }
  return left === 0 ? [] : ['an older one of ours could not be deleted']
}

/** The text of our comment with this marker; undefined if there is none. Rejects with `RequestFailed`. */
export async function ownText(
  api: Api,
  target: Pick<CommentTarget, 'pullRequest' | 'token'>,
  marker: string
): Promise<string | undefined> {
  return (await ownComments(api, target, marker)).kept?.body
}

async function ownComments(
  api: Api,
  { pullRequest, token }: Pick<CommentTarget, 'pullRequest' | 'token'>,
  marker: string
): Promise<Found> {
  const { comments, isCut } = await api.comments(pullRequest.number)
  const marked = comments.filter(({ body }) => body.startsWith(marker))
  if (marked.length === 0) return { others: [], isCut }
  const login = await viewer(api)
  const own = marked.filter(comment => isBy(login, token, comment))
  const known = await Promise.all(own.map(comment => withMinimized(api, comment)))
  const kept = known.find(({ minimized }) => !minimized) ?? known[0]
  return { others: known.filter(comment => comment !== kept), isCut, ...defined({ kept }) }
}

/** The comment with whether it is hidden, which not every server says with the others. Where that fails, it counts as shown. */
async function withMinimized(api: Api, comment: Comment): Promise<Comment> {
  if (comment.minimized !== undefined) return comment
  try {
    return { ...comment, minimized: await api.isMinimized(comment.nodeId) }
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error
    return { ...comment, minimized: false }
  }
}

async function viewer(api: Api): Promise<string> {
  try {
    return await api.viewerLogin()
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error
    return USUAL_AUTHOR
  }
}

/**
 * Whether the owner of the token wrote the comment. For an App, REST says `name[bot]` while GraphQL may leave the suffix
 * out; a person may be called like the App, so that the bare name only counts where the token is not an App's.
 * Prefixes of tokens: https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
 */
export function isBy(login: string, token: string, { author, isBot }: Pick<Comment, 'author' | 'isBot'>): boolean {
  const bare = login.replace(/\[bot\]$/, '')
  if (isBot) return author === `${bare}[bot]`
  return author === login && !token.startsWith('ghs_')
}

function isFailure(error: unknown, matches: (failure: Failure) => boolean): boolean {
  return error instanceof RequestFailed && matches(error.failure)
}

/** GitHub may change line ends and blanks at the end. */
function sameBody(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n').trimEnd() === b.replaceAll('\r\n', '\n').trimEnd()
}

function delivered({ url }: Comment, remarks: readonly string[]): Delivery {
  return { channel: COMMENT.name, state: 'delivered', detail: remarks.join('; '), url }
}

function skipped(detail: string, kept: Comment | undefined): Delivery {
  return { channel: COMMENT.name, state: 'skipped', detail, ...defined({ url: kept?.url }) }
}

function short(sha: string): string {
  return sha.slice(0, 7)
}
