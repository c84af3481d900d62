/**
 * Suggestions on the lines that a pull request adds or changes: each once, and deleted when it is done with. One that a person
 * deleted is not posted again. Deliberately ignored: lines that the pull request leaves alone, and comments of other authors,
 * whatever they contain.
 */

import { groupBy } from '../collections.ts'
import type { Finding } from '../model/finding.ts'
import type { Delivery } from '../reporters/delivery.ts'
import { editsOf } from '../reporters/issues.ts'
import { count } from '../reporters/phrases.ts'
import type { Result } from '../reporters/reporter.ts'
import {
  type EditedLine,
  editedLines,
  isSuggestible,
  type Suggestion,
  suggestion,
  suggestionMarker,
  suggestionPrefix
} from '../reporters/suggestion.ts'
import type { Channel } from './channel.ts'
import type { Remembered } from './comment-marker.ts'
import { addedLines } from './patch.ts'
import { isBy, USUAL_AUTHOR } from './pull-request-comment.ts'
import { RequestFailed } from './requests.ts'
import type { NewReviewComment, ReviewComment, Reviews } from './reviews.ts'

/** The channel of the suggestions. */
export const SUGGESTIONS = { name: 'suggestions', permission: 'pull-requests: write' } as const satisfies Channel

/** The pull request, and what is known of the one who comments on it. */
export interface SuggestionOwner {
  readonly headSha: string
  readonly token: string
  /** Tells the suggestions of several runs on one pull request apart. */
  readonly key: string
  /** Who owns the token; rejects where GitHub does not say it. */
  viewerLogin(): Promise<string>
  /** What the comment on the pull request records of the suggestions. Rejects with `RequestFailed`. */
  remembered(): Promise<Remembered | undefined>
}

/** The pull request as the run sees it. */
export interface SuggestionTarget extends SuggestionOwner {
  /** Whether the scanned file is this git blob: the head may differ from what is checked out. */
  isBlob(path: string, id: string): Promise<boolean>
}

/** What is on the lines now. */
export interface Suggested {
  /** Absent where there is nothing to tell. */
  readonly delivery?: Delivery
  /** The findings whose every edit is a suggestion, so that the comment need not repeat the command. */
  readonly findings: ReadonlySet<Finding>
  /** What the comment has to record. Absent where it is not known: what it records then stays. */
  readonly remembered?: Remembered
}

/** The most suggestions on one pull request; more are noise. */
export const MOST_SUGGESTIONS = 30

const NOTHING: Suggested = { findings: new Set() }
const REVIEW_BODY = 'Each suggestion raises a Kubernetes client to a version that reloads its token.'

const NONE: Remembered = { standing: [], declined: [] }
const ID = /[0-9a-f]+(?= -->$)/

/** A suggestion with its hidden line. */
interface Marked {
  readonly suggestion: Suggestion
  readonly marker: string
}

/**
 * Brings the suggestions up to date. Nobody asked for them, so that a request that fails is no news: whatever is missing then
 * is in the comment. What a person deleted is known where there is a comment to remember it. Throws only what may be a defect of
 * ours.
 */
export async function deliverSuggestions(
  reviews: Reviews,
  target: SuggestionTarget,
  result: Result
): Promise<Suggested> {
  return quietly(() => bringUpToDate(reviews, target, result))
}

/**
 * Deletes the suggestions whose lines are not there any more, where nothing could be judged. The others stay: each is on the line
 * for which it was made.
 */
export async function deleteOutdatedSuggestions(reviews: Reviews, target: SuggestionOwner): Promise<Suggested> {
  return quietly(async () => {
    const all = (await reviews.comments()) ?? []
    const outdated = unanswered(all, await ownComments(all, target)).filter(({ line }) => line === undefined)
    if (outdated.length === 0 || (await reviews.head()) !== target.headSha) return NOTHING
    const remembered = (await target.remembered()) ?? NONE
    const deleted = await deleteEach(reviews, outdated)
    const gone = new Set(outdated.map(comment => idIn(markerOf(comment))))
    const standing = remembered.standing.filter(id => !gone.has(id))
    return { ...NOTHING, ...told(0, deleted), remembered: { ...remembered, standing } }
  })
}

async function quietly(deliver: () => Promise<Suggested>): Promise<Suggested> {
  try {
    return await deliver()
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error
    return NOTHING
  }
}

async function bringUpToDate(reviews: Reviews, target: SuggestionTarget, { report }: Result): Promise<Suggested> {
  const all = await reviews.comments()
  if (!all) return NOTHING
  const own = await ownComments(all, target)
  const wanted = await wantedSuggestions(reviews, target, report.findings)
  const { kept, obsolete } = sorted(own, wanted)
  const absent = wanted.filter(({ marker }) => !kept.has(marker))
  const declined = await declinedOf(absent, obsolete, target)
  const missing = absent.filter(each => !declined.has(each)).slice(0, Math.max(0, MOST_SUGGESTIONS - kept.size))
  const deletable = unanswered(all, obsolete)
  const standing = wanted.filter(({ marker }) => kept.has(marker))
  const remember = (there: readonly Marked[]): Remembered => ({
    standing: there.map(idOf),
    declined: Array.from(declined, idOf)
  })
  if (missing.length + deletable.length === 0)
    return { findings: wholly(report.findings, standing), remembered: remember(standing) }

  // A run that was slow or is run again must not undo what a newer one did.
  if ((await reviews.head()) !== target.headSha) return { findings: wholly(report.findings, standing) }
  const posted = await post(reviews, target, missing)
  const deleted = await deleteEach(reviews, deletable)
  return {
    ...told(posted.length, deleted),
    findings: wholly(report.findings, [...standing, ...posted]),
    remembered: remember([...standing, ...posted])
  }
}

/** The suggestions that a person deleted: they stood after the last run, and now only a person can have taken them away. */
async function declinedOf(
  absent: readonly Marked[],
  obsolete: readonly ReviewComment[],
  { remembered }: SuggestionTarget
): Promise<ReadonlySet<Marked>> {
  if (absent.length === 0) return new Set()
  const { standing, declined } = (await remembered()) ?? NONE
  const known = new Set([...standing, ...declined])
  const present = new Set(obsolete.map(markerOf))
  return new Set(absent.filter(each => known.has(idOf(each)) && !present.has(each.marker)))
}

/** Deletes comments; returns how many it could. */
async function deleteEach(reviews: Reviews, comments: readonly ReviewComment[]): Promise<number> {
  let deleted = 0
  for (const { id } of comments) {
    deleted += await reviews.deleteComment(id).then(
      () => 1,
      () => 0
    )
  }
  return deleted
}

/** Those of the comments that nobody replied to. */
function unanswered(all: readonly ReviewComment[], some: readonly ReviewComment[]): readonly ReviewComment[] {
  const replied = new Set(all.map(({ replyTo }) => replyTo))
  return some.filter(({ id }) => !replied.has(id))
}

function idOf({ marker }: Marked): string {
  return idIn(marker)
}

/** The identifier in the hidden line of a suggestion. */
function idIn(marker: string): string {
  return ID.exec(marker)?.[0] ?? ''
}

function markerOf({ body }: ReviewComment): string {
  return body.split(/\r?\n/, 1)[0] ?? ''
}

async function ownComments(
  all: readonly ReviewComment[],
  { key, token, viewerLogin }: SuggestionOwner
): Promise<readonly ReviewComment[]> {
  const marked = all.filter(({ body }) => body.startsWith(suggestionPrefix(key)))
  if (marked.length === 0) return []
  const login = await viewerLogin().catch(() => USUAL_AUTHOR)
  return marked.filter(comment => isBy(login, token, comment))
}

/** The suggestions for lines of the pull request, in the order of the report. */
async function wantedSuggestions(
  reviews: Reviews,
  { key, isBlob }: SuggestionTarget,
  findings: readonly Finding[]
): Promise<readonly Marked[]> {
  const lines = editedLines(findings)
  if (lines.length === 0) return []
  const paths = new Set(lines.map(({ path }) => path))
  const files = await reviews.files(seen => seen.filter(({ path }) => paths.has(path)).length === paths.size)
  const byPath = new Map(files.map(file => [file.path, file]))
  const wanted: Marked[] = []
  for (const [path, own] of groupBy<EditedLine, string>(lines, line => line.path)) {
    const { patch, blob } = byPath.get(path) ?? {}
    if (patch === undefined || blob === undefined) continue
    const added = addedLines(patch)
    const suggestions = own.flatMap(line => {
      const text = added.get(line.line)
      return text === undefined ? [] : [{ ...line, text }]
    })
    const fitting = suggestions.filter(isSuggestible)
    // Its lines have other numbers at the head if the base branch changed it too.
    if (fitting.length === 0 || !(await isBlob(path, blob))) continue
    wanted.push(
      ...fitting.map((each, index) => ({
        suggestion: each,
        marker: suggestionMarker(each, key, repeats(fitting, index))
      }))
    )
  }
  return wanted
}

/** How many lines before this one have the same text. */
function repeats(suggestions: readonly Suggestion[], index: number): number {
  const text = suggestions[index]?.text
  return suggestions.slice(0, index).filter(before => before.text === text).length
}

/** Which suggestions stand already, and which comments are done with: outdated, repeated, or not wanted any more. */
function sorted(own: readonly ReviewComment[], wanted: readonly Marked[]) {
  const lines = new Map(wanted.map(({ marker, suggestion: { path, line } }) => [marker, { path, line }]))
  const kept = new Set<string>()
  const obsolete: ReviewComment[] = []
  for (const comment of own) {
    const marker = markerOf(comment)
    const place = lines.get(marker)
    const isCurrent = place?.path === comment.path && place.line === comment.line
    if (isCurrent && !kept.has(marker)) kept.add(marker)
    else obsolete.push(comment)
  }
  return { kept, obsolete }
}

/** Posts suggestions, and returns those that were taken. GitHub refuses all of a review for one line that it does not know. */
async function post(
  reviews: Reviews,
  { headSha }: SuggestionTarget,
  missing: readonly Marked[]
): Promise<readonly Marked[]> {
  if (missing.length === 0) return []
  const comments = missing.map(each => ({ each, comment: commentOf(each) }))
  try {
    await reviews.createReview(
      headSha,
      REVIEW_BODY,
      comments.map(({ comment }) => comment)
    )
    return missing
  } catch (error) {
    if (!isRefused(error)) throw error
  }
  const posted: Marked[] = []
  for (const { each, comment } of comments) {
    try {
      await reviews.createComment(headSha, comment)
      posted.push(each)
    } catch (error) {
      if (!isRefused(error)) throw error
    }
  }
  return posted
}

function commentOf({ suggestion: own, marker }: Marked): NewReviewComment {
  return { path: own.path, line: own.line, body: suggestion.render(own, { marker }) }
}

function isRefused(error: unknown): boolean {
  return error instanceof RequestFailed && error.failure.kind === 'content'
}

/** The findings with a suggestion at each of their places. */
function wholly(findings: readonly Finding[], suggestions: readonly Marked[]): ReadonlySet<Finding> {
  const lines = new Set(suggestions.map(({ suggestion: { path, line } }) => JSON.stringify([path, line])))
  return new Set(
    findings.filter(finding => {
      const places = 1 + finding.related.filter(({ role }) => role === 'same').length
      const edits = editsOf(finding)
      return (
        edits.length === places && edits.every(({ place: { path, line } }) => lines.has(JSON.stringify([path, line])))
      )
    })
  )
}

/** The delivery, where there is something to tell. */
function told(posted: number, deleted: number): Pick<Suggested, 'delivery'> {
  if (posted + deleted === 0) return {}
  const detail = [
    ...(posted === 0 ? [] : [`${count(posted, 'line')} with a new one`]),
    ...(deleted === 0 ? [] : [`${count(deleted, 'old one')} deleted`])
  ].join(', ')
  return { delivery: { channel: SUGGESTIONS.name, state: 'delivered', detail } }
}
