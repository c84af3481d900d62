/** Results for later steps of the job: the outputs that action.yml declares, and the report as a file. */

import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as core from '@actions/core'
import type { Conclusion } from '../model/report.ts'
import type { Delivery } from '../reporters/delivery.ts'
import { json } from '../reporters/json.ts'
import type { Result } from '../reporters/reporter.ts'
import type { Channel } from './channel.ts'
import type { Environment } from './event.ts'

/** The channel of the JSON report. */
export const REPORT: Channel = { name: 'JSON report' }
/** The channel of the outputs. */
export const OUTPUTS: Channel = { name: 'outputs' }

/** The delivery of the JSON report, with the path of the file. */
export interface ReportDelivery extends Delivery {
  readonly path: string
}

/** Writes the JSON report into a folder of its own, so that several runs in one job keep theirs. */
export async function writeReport(environment: Environment, result: Result): Promise<ReportDelivery> {
  const folder = await mkdtemp(join(environment['RUNNER_TEMP'] || tmpdir(), 'bound-token-check-'))
  const path = join(folder, 'report.json')
  await writeFile(path, json.render(result, {}))
  return { channel: REPORT.name, state: 'delivered', detail: path, path }
}

/** Sets every output of action.yml; the last two are empty when there is no such file or comment. */
export function setOutputs({ verdict, counts }: Conclusion, reportPath: string, commentUrl: string): Delivery {
  core.setOutput('verdict', verdict)
  core.setOutput('errors', counts.error)
  core.setOutput('warnings', counts.warning)
  core.setOutput('notices', counts.notice)
  core.setOutput('clients', counts.error + counts.warning + counts.notice + counts.pass)
  core.setOutput('gaps', counts.gap)
  core.setOutput('report-json', reportPath)
  core.setOutput('comment-url', commentUrl)
  return { channel: OUTPUTS.name, state: 'delivered' }
}
