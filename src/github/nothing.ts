/** Says that an event has nothing to check. */

import * as core from '@actions/core'
import type { Environment } from './event.ts'
import { deliverSummary } from './step-summary.ts'

/** Says so in the log and the summary; the job passes. `because`: our own sentence, without a full stop. */
export async function sayNothing(environment: Environment, because: string): Promise<0> {
  const text = `There is nothing to check: ${because}.`
  core.notice(text)
  // The log has said it: a summary that cannot be written is no reason to fail.
  await deliverSummary(environment, () => `${text}\n`).catch(() => undefined)
  return 0
}
