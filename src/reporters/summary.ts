/** The report as a page of GitHub: the job summary, and the page of the check run. */

import type { Delivery } from './delivery.ts'
import { SUMMARY_LIMIT } from './limits.ts'
import { pageText } from './page/fitted.ts'
import type { Elsewhere, PlaceLink } from './page/page.ts'
import type { Reporter, Result } from './reporter.ts'

/** The options of a summary. */
export interface SummaryOptions {
  readonly link: PlaceLink
  /** The most characters (UTF-16 code units) that are left. */
  readonly limit?: number
  /** The log unless given. */
  readonly elsewhere?: Elsewhere
  /** The deliveries that ended before this one. */
  readonly deliveries?: readonly Delivery[]
}

/** The job summary. */
export const summary: Reporter<Result, SummaryOptions> = {
  name: 'summary',
  render: (result, { link, limit = SUMMARY_LIMIT, elsewhere = { name: 'the log' }, deliveries = [] }) =>
    pageText({ result, marker: '', limit, mostPlaces: Number.POSITIVE_INFINITY, elsewhere, deliveries, link })
}
