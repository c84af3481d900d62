/** The report as a page of GitHub: the job summary, and the page of the check run. */

import type { Delivery } from './delivery.ts'
import { SUMMARY_LIMIT } from './limits.ts'
import type { PageOptions } from './page/options.ts'
import { pageText } from './page/page.ts'
import type { Reporter, Result } from './reporter.ts'

/** The options of a summary. */
export interface SummaryOptions extends PageOptions {
  /** The deliveries that ended before this one. */
  readonly deliveries?: readonly Delivery[]
}

/** The job summary: the comment with everything open. */
export const summary: Reporter<Result, SummaryOptions> = {
  name: 'summary',
  render: (result, options) =>
    pageText(result, {
      help: () => undefined,
      elsewhere: { name: 'the log' },
      limit: SUMMARY_LIMIT,
      deliveries: [],
      ...options,
      marker: '',
      isWhole: true
    })
}
