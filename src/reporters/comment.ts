/** The pull-request comment, and the one that replaces it when nothing is left to report. */

import { resolvedHeadline } from './headline.ts'
import { COMMENT_LIMIT } from './limits.ts'
import { paragraphs } from './markup.ts'
import { headingText, pageText } from './page/fitted.ts'
import type { Elsewhere, PlaceLink } from './page/page.ts'
import { footer } from './page/sections.ts'
import type { Reporter, Result } from './reporter.ts'

/** The options of a resolved comment. */
export interface ResolvedOptions {
  /** The hidden lines at the top; `''`: none. */
  readonly marker: string
}

/** The options of a comment. */
export interface CommentOptions extends ResolvedOptions {
  readonly link: PlaceLink
  /** The most characters (UTF-16 code units), marker and footer included. */
  readonly limit?: number
  /** The job summary unless given. */
  readonly elsewhere?: Elsewhere
}

const MOST_PLACES = 20

/** The comment as long as there is something to report. */
export const comment: Reporter<Result, CommentOptions> = {
  name: 'comment',
  render: (result, { marker, link, limit = COMMENT_LIMIT, elsewhere = { name: 'the job summary' } }) =>
    pageText({ result, marker, limit, mostPlaces: MOST_PLACES, elsewhere, deliveries: [], link })
}

/** The comment that replaces an earlier one when nothing is left to report. */
export const resolvedComment: Reporter<Result, ResolvedOptions> = {
  name: 'resolved comment',
  render: (result, { marker }) =>
    `${marker === '' ? '' : `${marker}\n`}${paragraphs([headingText('pass', resolvedHeadline(result)), footer(result)])}\n`
}
