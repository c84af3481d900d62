/** Results for later steps of the job: the outputs that action.yml declares, and what they refer to as files. */

import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as core from '@actions/core'
import type { Conclusion } from '../model/report.ts'
import type { Delivery } from '../reporters/delivery.ts'
import type { Channel } from './channel.ts'
import type { Environment } from './event.ts'

/** The channel of the files. */
export const FILES: Channel = { name: 'files' }
/** The channel of the outputs. */
export const OUTPUTS: Channel = { name: 'outputs' }

/** The files by their names, and their contents. */
export type FileTexts = Readonly<Record<string, string>>

/** The delivery of the files, with the path of each. */
export interface FilesDelivery extends Delivery {
  readonly paths: Readonly<Record<string, string>>
}

/** Writes files into a folder of their own, so that several runs in one job keep theirs. */
export async function writeFiles(environment: Environment, texts: FileTexts): Promise<FilesDelivery> {
  const folder = await mkdtemp(join(environment['RUNNER_TEMP'] || tmpdir(), 'bound-token-check-'))
  const paths: Record<string, string> = {}
  for (const [name, text] of Object.entries(texts)) {
    paths[name] = join(folder, name)
    await writeFile(paths[name], text)
  }
  return { channel: FILES.name, state: 'delivered', detail: folder, paths }
}

/** What stands in place of a verdict: wrong use or configuration, or a commit that is not there. */
export type NoVerdict = 'invalid' | 'incomplete'

/** What the outputs say. */
export interface OutputValues {
  /** Absent if nothing was judged. */
  readonly conclusion?: Conclusion
  readonly verdict: Conclusion['verdict'] | NoVerdict
  /** Paths; `''` where there is no such file. */
  readonly reportJson: string
  readonly reportSarif: string
  readonly commentFile: string
  /** The text of the comment, without its hidden lines. */
  readonly commentBody: string
  /** `''` where there is no comment. */
  readonly commentUrl: string
}

/** Sets every output of action.yml; those that have no value are empty. */
export function setOutputs({ conclusion, ...values }: OutputValues): Delivery {
  const { error = '', warning = '', notice = '', gap = '' } = conclusion?.counts ?? {}
  core.setOutput('verdict', values.verdict)
  core.setOutput('errors', error)
  core.setOutput('warnings', warning)
  core.setOutput('notices', notice)
  core.setOutput('clients', conclusion === undefined ? '' : clients(conclusion))
  core.setOutput('gaps', gap)
  core.setOutput('report-json', values.reportJson)
  core.setOutput('report-sarif', values.reportSarif)
  core.setOutput('comment-body', values.commentBody)
  core.setOutput('comment-file', values.commentFile)
  core.setOutput('comment-url', values.commentUrl)
  return { channel: OUTPUTS.name, state: 'delivered' }
}

function clients({ counts: { error, warning, notice, pass } }: Conclusion): number {
  return error + warning + notice + pass
}
