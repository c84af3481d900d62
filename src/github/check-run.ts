/**
 * A check run of our own on the head commit, which takes every annotation; only tokens with `checks: write` may create
 * one. GitHub shows it under a workflow of its choice (https://github.com/reviewdog/reviewdog/issues/403), so the job itself
 * passes or fails by the verdict too.
 */

import { defined } from '../collections.ts'
import { type Annotation, type AnnotationLevel, annotations } from '../reporters/annotations.ts'
import type { Delivery } from '../reporters/delivery.ts'
import { headline } from '../reporters/headline.ts'
import { ANNOTATIONS_PER_REQUEST, CHECK_TEXT_LIMIT } from '../reporters/limits.ts'
import { TOOL } from '../reporters/phrases.ts'
import type { Result } from '../reporters/reporter.ts'
import { type SummaryOptions, summary } from '../reporters/summary.ts'
import type { Api, CheckAnnotation, CheckOutput } from './api.ts'
import type { Channel } from './channel.ts'
import type { Event } from './event.ts'
import { explain, type Failure, failureOf } from './requests.ts'

/** The channel of the check run. */
export const CHECK_RUN = { name: 'check run', permission: 'checks: write' } as const satisfies Channel

/**
 * The most annotations that are sent: GitHub allows about 80 requests a minute that create content.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
const MOST_ANNOTATIONS = 20 * ANNOTATIONS_PER_REQUEST

const LEVELS: Readonly<Record<AnnotationLevel, CheckAnnotation['annotation_level']>> = {
  error: 'failure',
  warning: 'warning',
  notice: 'notice'
}

/** The commit of the check run, and the key that tells the check runs of one commit apart. */
export interface CheckRunTarget {
  readonly event: Event
  readonly key: string
}

/** The delivery of the check run. */
export interface CheckRunDelivery extends Delivery {
  /** The annotations that it does not show and the job has to; absent: all. */
  readonly left?: readonly Annotation[]
}

/** Creates the check run with the first annotations and appends the others. A failure of GitHub's is its result. */
export async function deliverCheckRun(
  api: Api,
  result: Result,
  { event, key }: CheckRunTarget,
  options: Pick<SummaryOptions, 'link' | 'elsewhere'>
): Promise<CheckRunDelivery> {
  const all = annotations.render(result, {})
  const [first = [], ...others] = batches(all.slice(0, MOST_ANNOTATIONS))
  const output = outputMaker(result, options)
  const created = await answerTo(() =>
    api.createCheckRun({
      name: key === '' ? TOOL : `${TOOL} (${key})`,
      headSha: event.sha,
      conclusion: result.conclusion.verdict === 'passed' ? 'success' : 'failure',
      detailsUrl: event.runUrl,
      output: output(first)
    })
  )
  if ('failure' in created) {
    const { failure } = created
    const expected = failure.kind === 'permission' || failure.kind === 'app-only'
    const detail = `annotations come from the job instead: ${explain(failure, CHECK_RUN.permission, event)}`
    return { channel: CHECK_RUN.name, state: expected ? 'skipped' : 'failed', detail }
  }

  const { id, url } = created.value
  const shown = { channel: CHECK_RUN.name, state: 'delivered', left: [], ...defined({ url }) } as const
  let sent = first.length
  for (const batch of others) {
    const updated = await answerTo(() => api.updateCheckRun(id, output(batch)))
    if ('failure' in updated) {
      const why = explain(updated.failure, CHECK_RUN.permission, event)
      const detail = `${sent} of ${all.length} annotations were accepted, the others come from the job: ${why}`
      return { ...shown, state: 'failed', detail, left: all.slice(sent) }
    }
    sent += batch.length
  }
  if (sent === all.length) return shown
  return { ...shown, detail: `shows the ${sent} most important of ${all.length} annotations; all are in the log` }
}

/** Makes the function that gives the output with some of the annotations. */
function outputMaker(result: Result, options: Pick<SummaryOptions, 'link' | 'elsewhere'>) {
  const title = headline(result)
  const page = summary.render(result, { ...options, limit: CHECK_TEXT_LIMIT })
  return (batch: readonly Annotation[]): CheckOutput => ({
    title,
    summary: page,
    annotations: batch.map(checkAnnotation)
  })
}

/** The answer to a request: its value, or the failure. */
async function answerTo<Value>(
  send: () => Promise<Value>
): Promise<{ readonly value: Value } | { readonly failure: Failure }> {
  try {
    return { value: await send() }
  } catch (error) {
    return { failure: failureOf(error, Date.now()) }
  }
}

function batches(all: readonly Annotation[]): Annotation[][] {
  const count = Math.ceil(all.length / ANNOTATIONS_PER_REQUEST)
  return Array.from({ length: count }, (_, index) =>
    all.slice(index * ANNOTATIONS_PER_REQUEST, (index + 1) * ANNOTATIONS_PER_REQUEST)
  )
}

function checkAnnotation({ path, line, column, level, title, message }: Annotation): CheckAnnotation {
  return {
    // A gap of the whole folder has an empty path, which the API does not take.
    path: path === '' ? '.' : path,
    start_line: line,
    end_line: line,
    start_column: column,
    end_column: column,
    annotation_level: LEVELS[level],
    title,
    message
  }
}
