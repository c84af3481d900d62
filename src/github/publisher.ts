/**
 * Publishes the result of a pull request for a run with a read-only token: under `workflow_run`, a workflow of the default branch
 * finds the pull request by what GitHub says of that run, and checks its files again through the API. Nothing that the run
 * made is read, no artifact and no output: https://github.com/jkreileder/cf-ips-to-hcloud-fw/pull/1451.
 */

import * as core from '@actions/core'
import { checkEvent, type ExitCode, type Step } from './check-event.ts'
import type { Event } from './event.ts'
import type { WorkflowRunCause } from './events.ts'
import { sayNothing } from './nothing.ts'

/**
 * Checks each open pull request of the run and posts its comment. Passes whatever the verdict is, which is about another
 * commit than that of this run: the comment, the check run and the run of the pull request itself have it.
 */
export async function publish(step: Step, event: Event, run: WorkflowRunCause): Promise<ExitCode> {
  const found = await step.commits.pullRequestsOf(run)
  if ('failed' in found) {
    core.setFailed(`The pull request of the run cannot be found: ${found.failed}.`)
    return 2
  }
  if (found.length === 0) {
    return sayNothing(step.environment, 'the run is superseded: no open pull request has its commit as head')
  }
  for (const cause of found) {
    const pullRequest = { number: cause.number, headSha: cause.head, fork: false }
    await checkEvent({ ...step, publishes: true }, { ...event, cause, sha: cause.head, pullRequest }, cause)
  }
  return 0
}
