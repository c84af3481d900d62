/** The log of the job: the report as text, and annotations as workflow commands. */

import { randomUUID } from 'node:crypto'
import { EOL } from 'node:os'
import { error, info, notice, warning } from '@actions/core'
import { type Annotation, capped } from '../reporters/annotations.ts'
import type { Delivery } from '../reporters/reporter.ts'

const COMMANDS = { error, warning, notice }

/**
 * Prints text in which the repository has a say. Between the two commands the runner obeys nothing but the random token.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#stopping-and-starting-workflow-commands
 */
export function printInert(text: string): void {
  const token = randomUUID()
  process.stdout.write(`::stop-commands::${token}${EOL}`)
  process.stdout.write(text.endsWith('\n') ? text : text + EOL)
  process.stdout.write(`::${token}::${EOL}`)
}

/** Emits annotations as workflow commands, as many of each level as the runner keeps. */
export function printAnnotations(all: readonly Annotation[]): void {
  for (const { level, path, line, column, title, message } of capped(all, 'the log of this job')) {
    COMMANDS[level](message, { file: path, startLine: line, startColumn: column, title })
  }
}

/** Tells how a delivery ended: as an annotation of the job where it failed. */
export function printDelivery({ channel, state, detail, url }: Delivery): void {
  const text = [
    channel,
    state,
    ...(detail === undefined ? [] : [`(${detail})`]),
    ...(url === undefined ? [] : [url])
  ].join(' ')
  if (state === 'failed') warning(text, { title: 'Something could not be posted' })
  else info(text)
}

/** What a developer wants to see of an error; may quote a file of the repository. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
