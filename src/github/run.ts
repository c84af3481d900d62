/** The Action from its inputs to its exit code. */

import * as core from '@actions/core'
import { check } from '../check.ts'
import { findConfiguration } from '../configuration/find.ts'
import { ConfigError } from '../model/config-error.ts'
import type { Report } from '../model/report.ts'
import { TOOL } from '../reporters/phrases.ts'
import { DEFAULTS, settingsOf } from '../settings/values.ts'
import { diskWorkspace } from '../workspaces/disk.ts'
import { excluding } from '../workspaces/excluding.ts'
import { under } from '../workspaces/subfolder.ts'
import { type Clock, systemClock } from './clock.ts'
import { deliver } from './deliver.ts'
import { type Environment, readEvent } from './event.ts'
import { readInputs } from './inputs.ts'
import { printInert, stackOf } from './log.ts'
import { RETRY_POLICY, sender } from './requests.ts'
import { scannedFolder } from './scanned-folder.ts'

/** How often a long scan says how far it is, in milliseconds. */
const PROGRESS_INTERVAL = 5_000

/** The exit code that no conclusion has; the command line uses the same. */
const NO_CONCLUSION = 3

/** Runs the Action. Throws `ConfigError` for wrong use; whatever else it throws is a bug. */
export async function run(environment: Environment, clock: Clock = systemClock): Promise<void> {
  const inputs = readInputs(name => core.getInput(name))
  if (inputs.token !== undefined) core.setSecret(inputs.token)
  const event = readEvent(environment)
  const { path } = { ...DEFAULTS, ...inputs }
  const folder = await scannedFolder(environment, path)
  const workspace = under(folder.prefix, excluding(await diskWorkspace(folder.root)))
  const configuration = await findConfiguration(await diskWorkspace(folder.repository))
  if (configuration.path !== undefined) core.info(`Configuration: ${configuration.path}`)
  const { values } = settingsOf(configuration, inputs)
  const result = await check(workspace, configuration, {
    minimum: values.minimum,
    failOn: values.failOn,
    failOnScopes: values.failOnScopes,
    allowIncomplete: values.allowIncomplete,
    scope: values.scope,
    today: new Date(clock.now()).toISOString().slice(0, 10),
    onProgress: progress(clock)
  })
  const { report, conclusion } = result
  refuseEmptyFolder(report, path)
  await deliver(result, {
    environment,
    event,
    token: values.token,
    key: values.commentKey ?? folder.name,
    comment: { when: values.comment, onRelapse: values.commentOnRelapse },
    commentIsStated: inputs.comment !== undefined,
    sender: sender(RETRY_POLICY, clock)
  })
  // After the findings: of each level the runner keeps the first ten.
  if (event.notice !== undefined) core.notice(event.notice)
  process.exitCode = conclusion.exitCode
}

/** Ends the Action after `run` threw: red, with the message alone where the user can mend it. */
export function fail(error: unknown): void {
  if (error instanceof ConfigError) {
    core.setFailed(error.message)
    // After the whole: of each level the runner keeps the first ten.
    for (const { place, message } of error.problems) {
      core.error(message, { file: place.path, startLine: place.line, startColumn: place.column })
    }
  } else {
    // The stack may quote a file of the repository.
    printInert(stackOf(error))
    core.setFailed(`${TOOL} itself failed, which is a defect of its own; please report it with the log above.`)
  }
  process.exitCode = NO_CONCLUSION
}

/** A workspace without files is a forgotten checkout; to call it clean would be a false pass. */
function refuseEmptyFolder({ coverage, gaps }: Report, path: string): void {
  if (coverage.listed + coverage.leftOut > 0 || gaps.length > 0 || Object.keys(coverage.excluded).length > 0) return
  throw new ConfigError(
    `The folder to scan (input "path": ${JSON.stringify(path)}) holds no files. Put a step with actions/checkout before this one.`
  )
}

function progress({ now }: Clock): (done: number, claimed: number) => void {
  let last = now()
  return (done, claimed) => {
    if (now() - last < PROGRESS_INTERVAL) return
    last = now()
    core.info(`${done} of ${claimed} dependency files read`)
  }
}
