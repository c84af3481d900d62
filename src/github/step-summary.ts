/** The job summary: Markdown that GitHub shows on the page of the run. */

import { appendFile, stat } from 'node:fs/promises'
import { SUMMARY_LIMIT } from '../reporters/limits.ts'
import type { Delivery } from '../reporters/reporter.ts'
import type { Environment } from './event.ts'

/** Its name in the table of deliveries. */
export const SUMMARY_CHANNEL = 'job summary'

/** Appends what `render` makes of the bytes that are left; other commands of the same step may have used some. */
export async function deliverSummary(environment: Environment, render: (limit: number) => string): Promise<Delivery> {
  const path = environment['GITHUB_STEP_SUMMARY'] ?? ''
  if (path === '') {
    return {
      channel: SUMMARY_CHANNEL,
      state: 'skipped',
      detail: 'this runner keeps no job summaries (GITHUB_STEP_SUMMARY is not set)'
    }
  }
  const used = await stat(path).then(
    ({ size }) => size,
    () => 0
  )
  await appendFile(path, render(SUMMARY_LIMIT - used))
  return { channel: SUMMARY_CHANNEL, state: 'delivered' }
}
