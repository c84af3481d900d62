/** What every reporter is: a pure function from what was found to what is shown. */

import type { Place } from '../model/place.ts'
import type { Conclusion, Report } from '../model/report.ts'

/** How a delivery to one channel ended. Told in the log and the job summary; never changes the verdict. */
export interface Delivery {
  /** What was to be delivered, such as "pull request comment". */
  readonly channel: string
  readonly state: 'delivered' | 'skipped' | 'failed'
  /** Why it was skipped or failed, and the permission that is missing. */
  readonly detail?: string
  /** Where it can be seen. */
  readonly url?: string
}

/** What a reporter may know besides the report. */
export interface Context {
  /** The address of a place at the scanned commit; undefined where there is none. */
  link?(place: Place): string | undefined
  /** The most characters (UTF-16 code units) that the channel takes. */
  readonly limit?: number
  /** The deliveries that ended before this one. */
  readonly deliveries?: readonly Delivery[]
  /** Whether the text report may use ANSI colours. */
  readonly colour?: boolean
  /** Where the rest can be seen when the limit cuts something off; `name` continues "see", as in "see the log". */
  readonly elsewhere?: { readonly name: string; readonly url?: string }
}

/** One form of the report. */
export interface Reporter<Output = string> {
  /** The value of `--format`, or the channel it serves. */
  readonly name: string
  render(report: Report, conclusion: Conclusion, context: Context): Output
}
