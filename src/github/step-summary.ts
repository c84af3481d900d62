/** The job summary: Markdown that GitHub shows on the page of the run. */

import { appendFile, stat } from 'node:fs/promises'
import type { Delivery } from '../reporters/delivery.ts'
import { SUMMARY_LIMIT } from '../reporters/limits.ts'
import type { Channel } from './channel.ts'
import type { Environment } from './event.ts'

/** The channel of the job summary. */
export const SUMMARY: Channel = { name: 'job summary' }

/** Appends what `render` gives for the bytes that are left; other commands of the same step may have used some. */
export async function deliverSummary(environment: Environment, render: (limit: number) => string): Promise<Delivery> {
  const path = environment['GITHUB_STEP_SUMMARY'] ?? ''
  if (path === '') {
    return {
      channel: SUMMARY.name,
      state: 'skipped',
      detail: 'this runner keeps no job summaries (GITHUB_STEP_SUMMARY is not set)'
    }
  }
  const used = await stat(path).then(
    ({ size }) => size,
    () => 0
  )
  await appendFile(path, render(SUMMARY_LIMIT - used))
  return { channel: SUMMARY.name, state: 'delivered' }
}
