/** Tells the result on every channel. It is settled before: nothing here changes it, and no failure stops the next channel. */

import { type Conclusion, leavesUnread, type Report } from '../model/report.ts'
import { addressOf } from '../reporters/address.ts'
import { type Annotation, annotations } from '../reporters/annotations.ts'
import { commentMarker, renderComment, renderResolved, renderSummary } from '../reporters/markdown.ts'
import type { Context, Delivery } from '../reporters/reporter.ts'
import { text } from '../reporters/text.ts'
import { type Api, openApi } from './api.ts'
import { CHECK_CHANNEL, CHECK_PERMISSION, deliverCheckRun } from './check-run.ts'
import type { Clock } from './clock.ts'
import type { Environment, Event } from './event.ts'
import { printAnnotations, printDelivery, printInert, stackOf } from './log.ts'
import { setOutputs, writeReport } from './outputs.ts'
import { COMMENT_CHANNEL, COMMENT_PERMISSION, type CommentText, deliverComment } from './pull-request-comment.ts'
import { explain, failureOf, RETRY_POLICY, sender } from './requests.ts'
import { deliverSummary, SUMMARY_CHANNEL } from './step-summary.ts'

const NO_TOKEN = 'the input "token" is empty'

/** To whom the result is told, and how. */
export interface Addressee {
  readonly environment: Environment
  readonly event: Event
  readonly token: string | undefined
  /** Tells comments and check runs of several runs on one pull request apart; `''` for the usual one. */
  readonly key: string
  readonly comment: 'auto' | 'never'
  readonly clock: Clock
}

/** Tells the result; returns how each delivery ended, in their order. */
export async function deliver(
  report: Report,
  conclusion: Conclusion,
  { environment, event, token, key, comment, clock }: Addressee
): Promise<readonly Delivery[]> {
  const { pullRequest } = event
  const context: Context = {
    link: addressOf({ server: event.serverUrl, name: `${event.owner}/${event.repository}`, commit: event.sha })
  }
  // For channels that may have to cut the report.
  const cut: Context =
    event.runUrl === undefined ? context : { ...context, elsewhere: { name: 'the job summary', url: event.runUrl } }
  const deliveries: Delivery[] = []
  let opened: Promise<Api> | undefined
  const api = (credentials: string) => {
    opened ??= openApi(credentials, event, sender(RETRY_POLICY, clock))
    return opened
  }

  await attempt('log', undefined, async () => {
    printInert(text.render(report, conclusion, { colour: !environment['NO_COLOR'] }))
    return undefined
  })

  let left: readonly Annotation[] | undefined
  await attempt(CHECK_CHANNEL, CHECK_PERMISSION, async () => {
    if (token === undefined) return { channel: CHECK_CHANNEL, state: 'skipped', detail: NO_TOKEN }
    const result = await deliverCheckRun(await api(token), event, key, report, conclusion, cut)
    left = result.left
    return result.delivery
  })
  await attempt('annotations', undefined, async () => {
    printAnnotations(left ?? annotations(report, conclusion))
    return undefined
  })

  const posted = await attempt(COMMENT_CHANNEL, COMMENT_PERMISSION, async () => {
    if (!pullRequest || comment === 'never') return undefined
    if (token === undefined) return { channel: COMMENT_CHANNEL, state: 'skipped', detail: NO_TOKEN }
    return deliverComment(await api(token), event, pullRequest, token, commentText(report, conclusion, key, cut))
  })

  let reportPath = ''
  await attempt('JSON report', undefined, async () => {
    reportPath = await writeReport(environment, report, conclusion)
    return { channel: 'JSON report', state: 'delivered', detail: reportPath }
  })
  await attempt('outputs', undefined, async () => setOutputs(conclusion, reportPath, posted?.url ?? ''))
  await attempt(SUMMARY_CHANNEL, undefined, () =>
    deliverSummary(environment, limit => renderSummary(report, conclusion, { ...context, deliveries, limit }))
  )

  for (const delivery of deliveries) printDelivery(delivery)
  return deliveries

  /** Runs one delivery; whatever it throws becomes its row. */
  async function attempt(
    channel: string,
    permission: string | undefined,
    send: () => Promise<Delivery | undefined>
  ): Promise<Delivery | undefined> {
    let delivery: Delivery | undefined
    try {
      delivery = await send()
    } catch (error) {
      const failure = failureOf(error, clock.now())
      // An error that GitHub does not document may be a defect of ours: then its stack is wanted.
      if (failure.kind === 'other') printInert(stackOf(error))
      const detail = permission === undefined ? String(error) : explain(failure, permission, event)
      delivery = { channel, state: 'failed', detail }
    }
    if (delivery) deliveries.push(delivery)
    return delivery
  }
}

/**
 * The comment, or what an earlier one becomes when there is nothing left to tell. A file that is merely absent tells
 * nothing; a waiver does, for it may be the pull request itself that brings it.
 */
function commentText(report: Report, conclusion: Conclusion, key: string, context: Context): CommentText {
  const { error, warning, notice, waived } = conclusion.counts
  const worthANewOne =
    error + warning + notice + waived > 0 ||
    report.waivers.some(({ level }) => level !== 'pass') ||
    report.gaps.some(leavesUnread)
  const render = worthANewOne ? renderComment : renderResolved
  return { marker: commentMarker(key), body: render(report, conclusion, { ...context, key }), worthANewOne }
}
