/** The Action from its inputs to its exit code. */

import * as core from '@actions/core'
import { ConfigError } from '../model/config-error.ts'
import { TOOL } from '../reporters/phrases.ts'
import { checkEvent, type ExitCode, type Step, WRONG_USE } from './check-event.ts'
import { type Clock, systemClock } from './clock.ts'
import { commitsOf } from './commits.ts'
import { type Environment, type Event, readEvent } from './event.ts'
import { readInputs } from './inputs.ts'
import { printInert, printProblem, stackOf } from './log.ts'
import { sayNothing } from './nothing.ts'
import { publish } from './publisher.ts'
import { RETRY_POLICY, sender } from './requests.ts'

/** Runs the Action. Throws `ConfigError` for wrong use that no pull request can be told; whatever else it throws is a bug. */
export async function run(environment: Environment, clock: Clock = systemClock): Promise<void> {
  const inputs = readInputs(name => core.getInput(name))
  if (inputs.token !== undefined) core.setSecret(inputs.token)
  const event = readEvent(environment)
  const requests = sender(RETRY_POLICY, clock)
  const commits = commitsOf(inputs.token, { event, sender: requests.reading, now: clock.now })
  process.exitCode = await serve({ environment, inputs, clock, sender: requests, commits }, event)
}

async function serve(step: Step, event: Event): Promise<ExitCode> {
  const { cause } = event
  switch (cause.kind) {
    case 'nothing':
      return sayNothing(step.environment, cause.because)
    case 'workflow-run':
      return publish(step, event, cause)
    case 'whole': {
      const code = await checkEvent(step, event, cause)
      // After the findings: of each level the runner keeps the first ten.
      if (cause.notice !== undefined) core.notice(cause.notice)
      return code
    }
    default:
      return checkEvent(step, event, cause)
  }
}

/** Ends the Action after `run` threw: red, with the message alone where the user can mend it. */
export function fail(error: unknown): void {
  if (error instanceof ConfigError) printProblem(error)
  else {
    // The stack may quote a file of the repository.
    printInert(stackOf(error))
    core.setFailed(`${TOOL} itself failed, which is a defect of its own; please report it with the log above.`)
  }
  process.exitCode = WRONG_USE
}
