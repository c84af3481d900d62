/** The log of the job: the report as text, and annotations as workflow commands. */

import { randomUUID } from 'node:crypto'
import { EOL } from 'node:os'
import { debug, error, info, isDebug, notice, setFailed, warning } from '@actions/core'
import type { ConfigError } from '../model/config-error.ts'
import { type Annotation, capped } from '../reporters/annotations.ts'
import type { Delivery } from '../reporters/delivery.ts'
import { COMMANDS_PER_LEVEL } from '../reporters/limits.ts'

const COMMANDS = { error, warning, notice }

/**
 * Prints text that may quote the repository. Between the two commands the runner obeys only the random token.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#stopping-and-starting-workflow-commands
 */
export function printInert(text: string): void {
  const token = randomUUID()
  process.stdout.write(`::stop-commands::${token}${EOL}`)
  process.stdout.write(text.endsWith('\n') ? text : text + EOL)
  process.stdout.write(`::${token}::${EOL}`)
}

/** Prints what only somebody looks for who has switched on the debug logging of the workflow. */
export function printDebug(text: string): void {
  if (isDebug()) debug(text)
}

/** Prints why the job fails. */
export function printHeadline(text: string): void {
  error(text)
}

/**
 * Prints annotations as workflow commands: of each level as many as the runner keeps, the last of which says how many more
 * there are. `isHeaded`: the headline, which is an error too, was printed before them.
 */
export function printAnnotations(all: readonly Annotation[], { isHeaded }: { readonly isHeaded: boolean }): void {
  const room = isHeaded ? { error: COMMANDS_PER_LEVEL - 1 } : {}
  for (const { level, path, line, column, title, message } of capped(all, 'the log of this job', room)) {
    COMMANDS[level](message, { file: path, startLine: line, startColumn: column, title })
  }
}

/** Prints the result of a delivery; a failure becomes an annotation of the job. */
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

/** The stack of an error, or its text. May quote a file of the repository. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Prints wrong use or configuration as the reason why the job fails, and each problem at its place. */
export function printProblem({ message, problems }: ConfigError): void {
  setFailed(message)
  // After the whole: of each level the runner keeps the first ten.
  for (const { place, message: text } of problems) {
    // The file of another repository is none that GitHub could show here.
    if (place.isOutside) error(`${place.path}:${place.line}:${place.column}: ${text}`)
    else error(text, { file: place.path, startLine: place.line, startColumn: place.column })
  }
}
