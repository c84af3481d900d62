/** The pull-request comment, and the one that replaces it when nothing is left to report. */

import { createHash } from 'node:crypto'
import { resolvedHeadline } from './headline.ts'
import { COMMENT_LIMIT } from './limits.ts'
import { paragraphs } from './markup.ts'
import { headingText, pageText } from './page/fitted.ts'
import type { Elsewhere, PlaceLink } from './page/page.ts'
import { footer } from './page/sections.ts'
import type { Reporter, Result } from './reporter.ts'

/** The options of a resolved comment. */
export interface ResolvedOptions {
  /** Tells the comments of several runs on one pull request apart. */
  readonly key: string
}

/** The options of a comment. */
export interface CommentOptions extends ResolvedOptions {
  readonly link: PlaceLink
  /** The most characters (UTF-16 code units), marker and footer included. */
  readonly limit?: number
  /** The job summary unless given. */
  readonly elsewhere?: Elsewhere
}

const LONGEST_KEY = 100
const MOST_PLACES = 20

/** The comment as long as there is something to report. */
export const comment: Reporter<Result, CommentOptions> = {
  name: 'comment',
  render: (result, { key, link, limit = COMMENT_LIMIT, elsewhere = { name: 'the job summary' } }) =>
    pageText({ result, marker: commentMarker(key), limit, mostPlaces: MOST_PLACES, elsewhere, deliveries: [], link })
}

/** The comment that replaces an earlier one when nothing is left to report. */
export const resolvedComment: Reporter<Result, ResolvedOptions> = {
  name: 'resolved comment',
  render: (result, { key }) =>
    `${commentMarker(key)}\n${paragraphs([headingText('pass', resolvedHeadline(result)), footer(result)])}\n`
}

/** The hidden line by which a comment is found again: the same for the same key, and inert whatever the key holds. */
export function commentMarker(key: string): string {
  const short = key.length <= LONGEST_KEY ? key : createHash('sha256').update(key).digest('hex')
  // Two hyphens or a `>` would end the HTML comment.
  const inert = Array.from(new TextEncoder().encode(short), byte => {
    const character = String.fromCharCode(byte)
    return /[A-Za-z0-9._]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  })
  return `<!-- bound-token-check:${inert.join('')} -->`
}
