/**
 * Suggestions on the lines that a pull request adds or changes: each once, and deleted when it is done with. Deliberately ignored:
 * lines that the pull request leaves alone, and comments of other authors, whatever they contain.
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
import { addedLines } from './patch.ts'
import { isBy, USUAL_AUTHOR } from './pull-request-comment.ts'
import { RequestFailed } from './requests.ts'
import type { NewReviewComment, ReviewComment, Reviews } from './reviews.ts'

/** The channel of the suggestions. */
export const SUGGESTIONS = { name: 'suggestions', permission: 'pull-requests: write' } as const satisfies Channel

/** The pull request as the run sees it. */
export interface SuggestionTarget {
  readonly headSha: string
  readonly token: string
  /** Tells the suggestions of several runs on one pull request apart. */
  readonly key: string
  /** Who owns the token; rejects where GitHub does not say it. */
  viewerLogin(): Promise<string>
  /** Whether the scanned file is this git blob: the head may differ from what is checked out. */
  isBlob(path: string, id: string): Promise<boolean>
}

/** What is on the lines now. */
export interface Suggested {
  /** Absent where there is nothing to tell. */
  readonly delivery?: Delivery
  /** The findings whose every edit is a suggestion, so that the comment need not repeat the command. */
  readonly findings: ReadonlySet<Finding>
}

/** The most suggestions on one pull request; more are noise. */
export const MOST_SUGGESTIONS = 30

const NOTHING: Suggested = { findings: new Set() }
const REVIEW_BODY = 'Each suggestion raises a Kubernetes client to a version that reloads its token.'

/** A suggestion with its hidden line. */
interface Marked {
  readonly suggestion: Suggestion
  readonly marker: string
}

/**
 * Brings the suggestions up to date. Nobody asked for them, so that a request that fails is no news: whatever is missing then
 * is in the comment. Throws only what may be a defect of ours.
 */
export async function deliverSuggestions(
  reviews: Reviews,
  target: SuggestionTarget,
  result: Result
): Promise<Suggested> {
  try {
    return await bringUpToDate(reviews, target, result)
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
  const missing = wanted.filter(({ marker }) => !kept.has(marker)).slice(0, Math.max(0, MOST_SUGGESTIONS - kept.size))
  const replied = new Set(all.map(({ replyTo }) => replyTo))
  const deletable = obsolete.filter(({ id }) => !replied.has(id))
  const standing = wanted.filter(({ marker }) => kept.has(marker))
  if (missing.length + deletable.length === 0) return { findings: wholly(report.findings, standing) }

  // A run that was slow or is run again must not undo what a newer one did.
  if ((await reviews.head()) !== target.headSha) return { findings: wholly(report.findings, standing) }
  const posted = await post(reviews, target, missing)
  let deleted = 0
  for (const { id } of deletable) {
    deleted += await reviews.deleteComment(id).then(
      () => 1,
      () => 0
    )
  }
  return {
    ...(posted.length + deleted === 0 ? {} : { delivery: delivered(posted.length, deleted) }),
    findings: wholly(report.findings, [...standing, ...posted])
  }
}

async function ownComments(
  all: readonly ReviewComment[],
  { key, token, viewerLogin }: SuggestionTarget
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
    const marker = comment.body.split(/\r?\n/, 1)[0] ?? ''
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

function delivered(posted: number, deleted: number): Delivery {
  const detail = [
    ...(posted === 0 ? [] : [`${count(posted, 'line')} with a new one`]),
    ...(deleted === 0 ? [] : [`${count(deleted, 'old one')} deleted`])
  ].join(', ')
  return { channel: SUGGESTIONS.name, state: 'delivered', detail }
}
