/** The pipeline of one check: scan, waive, fold, conclude. Both entries run it. */

import type { Configuration } from './configuration/configuration.ts'
import { ConfigError } from './model/config-error.ts'
import type { Conclusion, Coverage, Report } from './model/report.ts'
import { type ConcludeOptions, conclude } from './policy/conclude.ts'
import { fold } from './policy/fold.ts'
import { waive } from './policy/waivers.ts'
import { type ScanOptions, scan } from './scan/scan.ts'
import type { Workspace } from './workspaces/workspace.ts'

/** The settings of one check that the configuration alone does not decide. */
export interface CheckOptions extends ConcludeOptions, Pick<ScanOptions, 'minimum' | 'onProgress'> {
  /** The day of the run as `YYYY-MM-DD`, in UTC. */
  readonly today: string
}

/** What a check found, and how the job ends. */
export interface Checked {
  readonly report: Report
  /** The report before equal findings were folded: one finding for each dependency. */
  readonly unfolded: Report
  readonly conclusion: Conclusion
}

/** Checks a workspace. Throws `ConfigError` if the configuration excludes every file. */
export async function check(
  workspace: Workspace,
  configuration: Configuration,
  { today, ...options }: CheckOptions
): Promise<Checked> {
  const scanned = await scan(workspace, { ...options, ...configuration, minimum: options.minimum })
  assertSomethingScanned(scanned.coverage, configuration)
  const unfolded = await waive(scanned, { ...configuration, today })
  const report = fold(unfolded)
  return { report, unfolded, conclusion: conclude(report, options) }
}

/** Throws if no file was scanned: that must not look like a pass. */
function assertSomethingScanned({ listed, leftOut }: Coverage, { places }: Configuration): void {
  const place = places.get('paths')
  if (listed > 0 || leftOut === 0 || !place) return
  const message = `"paths" excludes all ${leftOut} files. Include more, or exclude less.`
  throw new ConfigError(`${place.path}:${place.line}:${place.column}: ${message}`, [{ place, message }])
}
