/**
 * A check run of our own on the head commit, which takes every annotation; only tokens with `checks: write` may make one.
 * GitHub puts it under a workflow of its own choice (https://github.com/reviewdog/reviewdog/issues/403), so that the
 * job itself still passes or fails by the verdict.
 */

import type { Conclusion, Report } from '../model/report.ts'
import { type Annotation, type AnnotationLevel, annotations } from '../reporters/annotations.ts'
import { ANNOTATIONS_PER_REQUEST, CHECK_TEXT_LIMIT } from '../reporters/limits.ts'
import { renderSummary } from '../reporters/markdown.ts'
import { headline, TOOL } from '../reporters/phrases.ts'
import type { Context, Delivery } from '../reporters/reporter.ts'
import type { Api, CheckAnnotation, CheckOutput, CheckRun } from './api.ts'
import type { Event } from './event.ts'
import { explain, failureOf } from './requests.ts'

/** Its name in the table of deliveries. */
export const CHECK_CHANNEL = 'check run'
/** What a token needs for it. */
export const CHECK_PERMISSION = 'checks: write'

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

/** The check run, and the annotations that did not reach it. */
export interface CheckRunResult {
  readonly delivery: Delivery
  readonly left: readonly Annotation[]
}

/** Creates the check run with the first annotations and appends the others. A failure of GitHub's is its result. */
export async function deliverCheckRun(
  api: Api,
  event: Event,
  key: string,
  report: Report,
  conclusion: Conclusion,
  context: Context
): Promise<CheckRunResult> {
  const all = annotations(report, conclusion)
  const [first = [], ...others] = batches(all.slice(0, MOST_ANNOTATIONS))
  const title = headline(report, conclusion)
  const summary = renderSummary(report, conclusion, { ...context, limit: CHECK_TEXT_LIMIT })
  const output = (batch: readonly Annotation[]): CheckOutput => ({
    title,
    summary,
    annotations: batch.map(checkAnnotation)
  })
  const name = key === '' ? TOOL : `${TOOL} (${key})`
  let run: CheckRun
  try {
    run = await api.createCheckRun({
      name,
      headSha: event.sha,
      conclusion: conclusion.verdict === 'passed' ? 'success' : 'failure',
      detailsUrl: event.runUrl,
      output: output(first)
    })
  } catch (error) {
    const failure = failureOf(error, Date.now())
    const expected = failure.kind === 'permission' || failure.kind === 'app-only'
    const detail = `annotations come from the job instead: ${explain(failure, CHECK_PERMISSION, event)}`
    return { delivery: { channel: CHECK_CHANNEL, state: expected ? 'skipped' : 'failed', detail }, left: all }
  }
  const url = run.url === undefined ? {} : { url: run.url }
  let sent = first.length
  try {
    for (const batch of others) {
      await api.updateCheckRun(run.id, output(batch))
      sent += batch.length
    }
  } catch (error) {
    const detail = `${sent} of ${all.length} annotations were taken, the others come from the job: ${explain(failureOf(error, Date.now()), CHECK_PERMISSION, event)}`
    return { delivery: { channel: CHECK_CHANNEL, state: 'failed', detail, ...url }, left: all.slice(sent) }
  }
  if (sent < all.length) {
    const detail = `shows the ${sent} most important of ${all.length} annotations; all are in the log`
    return { delivery: { channel: CHECK_CHANNEL, state: 'delivered', detail, ...url }, left: [] }
  }
  return { delivery: { channel: CHECK_CHANNEL, state: 'delivered', ...url }, left: [] }
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
