/** Delivers the result on every channel. Nothing here changes it, and no failure stops the next channel. */

import { defined, memoised } from '../collections.ts'
import { leavesUnread } from '../model/report.ts'
import { addressOf } from '../reporters/address.ts'
import { annotations } from '../reporters/annotations.ts'
import { type CommentOptions, comment, commentMarker, resolvedComment } from '../reporters/comment.ts'
import type { Delivery } from '../reporters/delivery.ts'
import type { Result } from '../reporters/reporter.ts'
import { summary } from '../reporters/summary.ts'
import { text } from '../reporters/text.ts'
import { openApi } from './api.ts'
import type { Channel } from './channel.ts'
import { CHECK_RUN, type CheckRunDelivery, deliverCheckRun } from './check-run.ts'
import type { Clock } from './clock.ts'
import type { Environment, Event } from './event.ts'
import { printAnnotations, printDelivery, printInert, stackOf } from './log.ts'
import { OUTPUTS, REPORT, setOutputs, writeReport } from './outputs.ts'
import { COMMENT, type CommentText, deliverComment } from './pull-request-comment.ts'
import { explain, failureOf, RETRY_POLICY, sender } from './requests.ts'
import { deliverSummary, SUMMARY } from './step-summary.ts'

/** Where the result goes, and how. */
export interface DeliveryTarget {
  readonly environment: Environment
  readonly event: Event
  readonly token: string | undefined
  /** Tells comments and check runs of several runs on one pull request apart; `''` for the usual one. */
  readonly key: string
  readonly comment: 'auto' | 'never'
  readonly clock: Clock
}

/** Delivers the result; returns how each delivery ended, in their order. */
export async function deliver(result: Result, target: DeliveryTarget): Promise<readonly Delivery[]> {
  const { environment, event, token, key, clock } = target
  const { pullRequest, runUrl } = event
  const link = addressOf({ server: event.serverUrl, name: `${event.owner}/${event.repository}`, commit: event.sha })
  const elsewhere = runUrl === undefined ? undefined : { name: 'the job summary', url: runUrl }
  const page = { link, ...defined({ elsewhere }) }
  const deliveries: Delivery[] = []
  const attempt = attempter(target, deliveries)
  const api = memoised((credentials: string) => openApi(credentials, event, sender(RETRY_POLICY, clock)))

  await attempt({ name: 'log' }, async () => {
    printInert(text.render(result, { colour: !environment['NO_COLOR'] }))
    return undefined
  })
  const checkRun = await attempt<CheckRunDelivery>(CHECK_RUN, async () =>
    token === undefined ? withoutToken(CHECK_RUN) : deliverCheckRun(await api(token), result, { event, key }, page)
  )
  await attempt({ name: 'annotations' }, async () => {
    printAnnotations(checkRun?.left ?? annotations.render(result, {}))
    return undefined
  })
  const posted = await attempt(COMMENT, async () => {
    if (!pullRequest || target.comment === 'never') return undefined
    if (token === undefined) return withoutToken(COMMENT)
    return deliverComment(await api(token), { event, pullRequest, token }, commentText(result, { key, ...page }))
  })
  const written = await attempt(REPORT, () => writeReport(environment, result))
  await attempt(OUTPUTS, async () => setOutputs(result.conclusion, written?.path ?? '', posted?.url ?? ''))
  await attempt(SUMMARY, () =>
    deliverSummary(environment, limit => summary.render(result, { link, deliveries, limit }))
  )

  for (const delivery of deliveries) printDelivery(delivery)
  return deliveries
}

/**
 * Makes the function that runs one delivery and appends its outcome to `deliveries`. It returns the
 * outcome; undefined if there is none, or if the delivery threw, which is a failure of its channel.
 */
function attempter({ event, clock }: DeliveryTarget, deliveries: Delivery[]) {
  return async <Sent extends Delivery>(
    { name, permission }: Channel,
    send: () => Promise<Sent | undefined>
  ): Promise<Sent | undefined> => {
    try {
      const delivery = await send()
      if (delivery) deliveries.push(delivery)
      return delivery
    } catch (error) {
      const failure = failureOf(error, clock.now())
      // An error that GitHub does not document may be a defect of ours: then its stack is wanted.
      if (failure.kind === 'other') printInert(stackOf(error))
      const detail = permission === undefined ? String(error) : explain(failure, permission, event)
      deliveries.push({ channel: name, state: 'failed', detail })
      return undefined
    }
  }
}

function withoutToken({ name }: Channel): Delivery {
  return { channel: name, state: 'skipped', detail: 'the input "token" is empty' }
}

/**
 * The comment, or the one that replaces an earlier comment when nothing is left to report. A file that
 * is merely absent is nothing to report; a waiver is, because the pull request itself may add it.
 */
function commentText(result: Result, options: CommentOptions): CommentText {
  const { report, conclusion } = result
  const { error, warning, notice, waived } = conclusion.counts
  const shouldCreate =
    error + warning + notice + waived > 0 ||
    report.waivers.some(({ level }) => level !== 'pass') ||
    report.gaps.some(leavesUnread)
  const body = shouldCreate ? comment.render(result, options) : resolvedComment.render(result, options)
  return { marker: commentMarker(options.key), body, shouldCreate }
}
