/** The interface of every rendering: a pure function from what is known to what is shown. */

import type { Conclusion, Report } from '../model/report.ts'

/** One rendering. `Options` holds what it needs beside the input, and nothing that only another one needs. */
export interface Reporter<Input, Options = object, Output = string> {
  /** The value of `--format` that chooses it, or the channel that it serves. */
  readonly name: string
  render(input: Input, options: Options): Output
}

/** When the clients that cannot reload stop working on a cluster that is known. The text is ours, with values of settings. */
export interface Deadline {
  /** The cluster in a few words, such as `CCE 1.23, upgraded on 2026-03-01`. */
  readonly cluster: string
  /** The day, as `YYYY-MM-DD`. */
  readonly on: string
  /** Whole days from the run until that day; negative where it is over. */
  readonly daysLeft: number
}

/** The result of a check: what was found, and how the job ends. */
export interface Result {
  readonly report: Report
  readonly conclusion: Conclusion
  /** Absent where nothing is known of the cluster. */
  readonly deadline?: Deadline
}
