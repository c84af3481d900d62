/** The interface of every rendering: a pure function from what is known to what is shown. */

import type { ShownCluster } from '../cluster/found.ts'
import type { Deadline } from '../model/cluster.ts'
import type { Conclusion, Report } from '../model/report.ts'

/** One rendering. `Options` holds what it needs beside the input, and nothing that only another one needs. */
export interface Reporter<Input, Options = object, Output = string> {
  /** The value of `--format` that chooses it, or the channel that it serves. */
  readonly name: string
  render(input: Input, options: Options): Output
}

/** The result of a check: what was found, and how the job ends. */
export interface Result {
  readonly report: Report
  readonly conclusion: Conclusion
  /** Absent where it is not known when clients break. */
  readonly deadline?: Deadline
  /** Absent where nothing is known of the cluster, and no files differ over it. */
  readonly cluster?: ShownCluster
}
