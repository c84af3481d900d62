/**
 * A check run of our own on the head commit, which takes every annotation; only tokens with `checks: write` may create
 * one. GitHub shows it under a workflow of its choice (https://github.com/reviewdog/reviewdog/issues/403), so the job itself
 * passes or fails by the verdict too. On a pull request the scanned files are those of the test merge: where the base branch
 * changed a file as well, its lines may differ from those of the head, as with GitHub's own annotations of the job.
 */

import { randomUUID } from 'node:crypto'
import { defined } from '../collections.ts'
import type { Annotation, AnnotationLevel } from '../reporters/annotations.ts'
import type { Delivery } from '../reporters/delivery.ts'
import { ANNOTATIONS_PER_REQUEST } from '../reporters/limits.ts'
import { TOOL } from '../reporters/phrases.ts'
import type { Api, CheckAnnotation, CheckOutput, CheckRun, NewCheckRun } from './api.ts'
import type { Channel } from './channel.ts'
import type { Event } from './event.ts'
import { explain } from './explain.ts'
import { isPassing, RequestFailed } from './requests.ts'

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

/** The content of the check run. */
export interface CheckRunText {
  readonly conclusion: NewCheckRun['conclusion']
  readonly title: string
  readonly summary: string
  /** The most important ones first. */
  readonly annotations: readonly Annotation[]
}

/** The commit of the check run, and the key that tells the check runs of one commit apart. */
export interface CheckRunTarget {
  readonly event: Event
  readonly key: string
}

/** The delivery of the check run. */
export interface CheckRunDelivery extends Delivery {
  /** The annotations that it does not show and the job has to. */
  readonly left: readonly Annotation[]
}

/**
 * Creates the check run with the first annotations and appends the others. Rejects with `RequestFailed` if it cannot be
 * created.
 */
export async function deliverCheckRun(
  api: Api,
  { conclusion, title, summary, annotations }: CheckRunText,
  { event, key }: CheckRunTarget
): Promise<CheckRunDelivery> {
  const [first = [], ...others] = batches(annotations.slice(0, MOST_ANNOTATIONS))
  const output = (batch: readonly Annotation[]) => ({ title, summary, annotations: batch.map(checkAnnotation) })
  const { id, url } = await create(api, {
    name: key === '' ? TOOL : `${TOOL} (${key})`,
    headSha: event.sha,
    externalId: randomUUID(),
    conclusion,
    detailsUrl: event.runUrl,
    output: output(first)
  })

  const shown = { channel: CHECK_RUN.name, state: 'delivered', left: [], ...defined({ url }) } as const
  let sent = first.length
  for (const batch of others) {
    try {
      await append(api, { id, has: sent }, output(batch))
      sent += batch.length
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error
      const why = explain(error.failure, CHECK_RUN.permission, event)
      const detail = `${sent} of ${annotations.length} annotations were accepted, the others come from the job: ${why}`
      return { ...shown, state: 'failed', detail, left: annotations.slice(sent) }
    }
  }
  if (sent === annotations.length) return shown
  return {
    ...shown,
    detail: `shows the ${sent} most important of ${annotations.length} annotations; all are in the log`
  }
}

/** Creates the check run. An attempt without an answer may have created it all the same: then that one is taken. */
async function create(api: Api, run: NewCheckRun): Promise<CheckRun> {
  try {
    return await api.createCheckRun(run)
  } catch (error) {
    if (!isUnknown(error)) throw error
    return (await api.findCheckRun(run)) ?? (await api.createCheckRun(run))
  }
}

/** Appends annotations to those that the check run has. Where an attempt got no answer, their number tells whether it took effect. */
async function append(
  api: Api,
  { id, has }: { readonly id: number; readonly has: number },
  output: CheckOutput
): Promise<void> {
  try {
    await api.updateCheckRun(id, output)
  } catch (error) {
    if (!isUnknown(error)) throw error
    if ((await api.annotationCount(id)) === has) await api.updateCheckRun(id, output)
  }
}

/** Whether the request may have taken effect although it failed. */
function isUnknown(error: unknown): boolean {
  return error instanceof RequestFailed && isPassing(error.failure)
}

function batches(all: readonly Annotation[]): Annotation[][] {
  const count = Math.ceil(all.length / ANNOTATIONS_PER_REQUEST)
  return Array.from({ length: count }, (_, index) =>
    all.slice(index * ANNOTATIONS_PER_REQUEST, (index + 1) * ANNOTATIONS_PER_REQUEST)
  )
}

/** Columns are allowed because every annotation is on one line. https://docs.github.com/en/rest/checks/runs#create-a-check-run */
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
