/** Delivers the result on every channel. Nothing here changes it, and no failure stops the next channel. */

import { defined, memoised } from '../collections.ts'
import type { Finding } from '../model/finding.ts'
import { type Conclusion, leavesUnread } from '../model/report.ts'
import { type Annotation, annotations } from '../reporters/annotations.ts'
import { comment } from '../reporters/comment.ts'
import type { Delivery } from '../reporters/delivery.ts'
import { headline } from '../reporters/headline.ts'
import { json } from '../reporters/json.ts'
import { CHECK_TEXT_LIMIT } from '../reporters/limits.ts'
import { type CheckProblem, PROBLEM_HEADLINE, problemPage } from '../reporters/problem.ts'
import type { Result } from '../reporters/reporter.ts'
import { sarif } from '../reporters/sarif.ts'
import { summary } from '../reporters/summary.ts'
import { text } from '../reporters/text.ts'
import { type NewCheckRun, openApi } from './api.ts'
import type { Channel } from './channel.ts'
import { CHECK_RUN, type CheckRunText, deliverCheckRun } from './check-run.ts'
import { openClient } from './client.ts'
import {
  commentMarker,
  type Remembered,
  type Run,
  rememberedIn,
  rememberedLines,
  type Said,
  writtenLine
} from './comment-marker.ts'
import { type CommentResult, type CommentSettings, commentSteps } from './comment-steps.ts'
import type { Environment, Event } from './event.ts'
import { explain, isReadOnly } from './explain.ts'
import { printAnnotations, printDebug, printDelivery, printHeadline, printInert, stackOf } from './log.ts'
import { FILES, type FileTexts, type NoVerdict, OUTPUTS, type OutputValues, setOutputs, writeFiles } from './outputs.ts'
import { headOf, pageLinks } from './page-links.ts'
import { COMMENT, type CommentText, deliverComment, ownText } from './pull-request-comment.ts'
import { type Failure, RequestFailed, type Sender } from './requests.ts'
import { openReviews, type Reviews } from './reviews.ts'
import { deliverSummary, SUMMARY } from './step-summary.ts'
import {
  deleteOutdatedSuggestions,
  deliverSuggestions,
  SUGGESTIONS,
  type Suggested,
  type SuggestionOwner
} from './suggestions.ts'

/** Where the result goes, and how. */
export interface DeliveryTarget {
  readonly environment: Environment
  readonly event: Event
  readonly token: string | undefined
  /** Tells comments and check runs of several runs on one pull request apart; `''` for the usual one. */
  readonly key: string
  readonly comment: CommentSettings
  /** Whether the workflow states when it wants a comment: only then it is news that there is none. */
  readonly commentIsStated: boolean
  /** Whether a scanned file is a git blob, for suggestions. Absent if none are wanted. */
  isBlob?(path: string, id: string): Promise<boolean>
  /** When the run began to deliver, in milliseconds since 1970. */
  readonly now: number
  /** Of all requests of the run, which share one budget of time. */
  readonly sender: Sender
  /** Whether the result is about another commit than that of this run, whose log then has no annotations of it. */
  readonly publishes?: true
}

/** Everything that is delivered. What is rendered is a function, so that a fault in it is one of its channel alone. */
interface Tidings {
  readonly conclusion?: Conclusion
  readonly verdict: OutputValues['verdict']
  readonly commentResult: CommentResult
  /** The text for the log; `''` where the caller prints it. */
  log(): string
  /** Why the job fails; undefined if it passes, or where the caller prints it. */
  headline(): string | undefined
  /** Puts the fixes on the lines of the pull request. */
  suggest?(reviews: Reviews, owner: SuggestionOwner): Promise<Suggested>
  annotations(): readonly Annotation[]
  checkRun(): Omit<CheckRunText, 'annotations'>
  /** The comment below its hidden lines. */
  comment(saying: Saying, hidden: string): string
  /** The files beside the comment. */
  files(): FileTexts
  summary(limit: number, deliveries: readonly Delivery[]): string
}

/** What a comment says, beside the result. */
interface Saying {
  readonly said: Said
  /** The findings that a suggestion mends. */
  readonly suggested: ReadonlySet<Finding>
}

const CONCLUSIONS: Readonly<Record<Conclusion['verdict'], NewCheckRun['conclusion']>> = {
  passed: 'success',
  failed: 'failure',
  incomplete: 'action_required'
}

/** Delivers the result; returns how each delivery ended, in their order. */
export function deliver(result: Result, target: DeliveryTarget): Promise<readonly Delivery[]> {
  const { environment, event, key, isBlob } = target
  const { conclusion, report } = result
  const page = pageLinks(target, report.comparison)
  const { elsewhere: _, ...whole } = page
  return deliverAll(
    {
      conclusion,
      verdict: conclusion.verdict,
      commentResult: commentResultOf(result),
      log: () => text.render(result, { colour: !environment['NO_COLOR'] }),
      headline: () => (conclusion.verdict === 'passed' ? undefined : headline(result)),
      ...(isBlob ? { suggest: (reviews, owner) => deliverSuggestions(reviews, { ...owner, isBlob }, result) } : {}),
      annotations: () => annotations.render(result, {}),
      checkRun: () => ({
        conclusion: CONCLUSIONS[conclusion.verdict],
        title: headline(result),
        summary: summary.render(result, { ...page, limit: CHECK_TEXT_LIMIT })
      }),
      comment: ({ said, suggested }, marker) =>
        comment.render(result, { ...page, marker, suggested, resolved: said === 'resolved' }),
      files: () => ({
        'report.json': json.render(result, {}),
        'report.sarif': sarif.render(result, { key, repository: headOf(event), withoutWaived: true })
      }),
      summary: (limit, deliveries) => summary.render(result, { ...whole, deliveries, limit })
    },
    target
  )
}

/**
 * Delivers that nothing was judged, so that no earlier verdict is left standing. The log and the end of the job are the
 * caller's. Returns how each delivery ended, in their order.
 */
export function deliverProblem(
  problem: CheckProblem,
  verdict: NoVerdict,
  target: DeliveryTarget
): Promise<readonly Delivery[]> {
  const page = pageLinks(target)
  const { elsewhere: _, ...whole } = page
  return deliverAll(
    {
      verdict,
      commentResult: 'problem',
      log: () => '',
      headline: () => undefined,
      suggest: deleteOutdatedSuggestions,
      annotations: () => [],
      checkRun: () => ({
        conclusion: 'action_required',
        title: problem.headline ?? PROBLEM_HEADLINE,
        summary: problemPage.render(problem, { ...page, marker: '', limit: CHECK_TEXT_LIMIT })
      }),
      comment: (_, marker) => problemPage.render(problem, { ...page, marker }),
      files: () => ({}),
      summary: (limit, deliveries) => problemPage.render(problem, { ...whole, marker: '', limit, deliveries })
    },
    target
  )
}

async function deliverAll(tidings: Tidings, target: DeliveryTarget): Promise<readonly Delivery[]> {
  const { environment, event, token, sender } = target
  const deliveries: Delivery[] = []
  const attempt = attempter(event, deliveries)
  const api = memoised((credentials: string) => openApi(credentials, event, sender))
  const annotationsIn = memoised(({ annotations }: Tidings) => annotations())
  let suggested: ReadonlySet<Finding> = new Set()
  const bodyOf = memoised(({ comment, commentResult }: Tidings) => comment({ said: commentResult, suggested }, ''))

  await attempt({ name: 'log' }, async () => {
    const log = tidings.log()
    if (log !== '') printInert(log)
    return undefined
  })
  // Before the comment, which need not repeat them.
  let remembered: Remembered | undefined
  await attempt(SUGGESTIONS, async () => {
    const onLines = await suggest(tidings, target, api)
    suggested = onLines?.findings ?? suggested
    remembered = onLines?.remembered
    return onLines?.delivery
  })
  // Before the check run, whose many requests may use up the time of all.
  const posted = await attempt(
    COMMENT,
    () => postComment({ ...tidings, suggested }, target, api, remembered),
    isAskedFor(tidings, target)
  )
  const checkRun = await attempt(
    CHECK_RUN,
    async () => {
      if (token === undefined) return undefined
      return deliverCheckRun(await api(token), { ...tidings.checkRun(), annotations: annotationsIn(tidings) }, target)
    },
    // No setting asks for it: its annotations are in the job otherwise.
    false
  )
  await attempt({ name: 'annotations' }, async () => {
    if (target.publishes) return undefined
    // Of each level the runner keeps the first ten: the headline comes first.
    const line = tidings.headline()
    if (line !== undefined) printHeadline(line)
    printAnnotations(checkRun?.left ?? annotationsIn(tidings), { isHeaded: line !== undefined })
    return undefined
  })
  const written = await attempt(FILES, async () =>
    writeFiles(environment, { 'comment.md': bodyOf(tidings), ...tidings.files() })
  )
  await attempt(OUTPUTS, async () =>
    setOutputs({
      verdict: tidings.verdict,
      reportJson: written?.paths['report.json'] ?? '',
      reportSarif: written?.paths['report.sarif'] ?? '',
      commentFile: written?.paths['comment.md'] ?? '',
      commentBody: bodyOf(tidings),
      commentUrl: posted?.url ?? '',
      ...defined({ conclusion: tidings.conclusion })
    })
  )
  await attempt(SUMMARY, () => deliverSummary(environment, limit => tidings.summary(limit, deliveries)))

  for (const delivery of deliveries) printDelivery(delivery)
  return deliveries
}

/** Whether the workflow states that it wants a comment of this result. */
function isAskedFor({ commentResult }: Tidings, { comment, commentIsStated }: DeliveryTarget): boolean {
  const steps = commentSteps({ state: 'absent', saysClean: false, result: commentResult }, comment)
  return commentIsStated && steps.length > 0
}

/** The suggestions are comments too: where none are wanted, there are none. */
async function suggest(
  tidings: Tidings,
  target: DeliveryTarget,
  api: (token: string) => ReturnType<typeof openApi>
): Promise<Suggested | undefined> {
  const { event, token, key, sender } = target
  const { pullRequest } = event
  if (!pullRequest || !tidings.suggest || target.comment.when === 'never' || token === undefined) return undefined
  const reviews = openReviews(await openClient(token, event), event, pullRequest.number, sender)
  const opened = await api(token)
  return tidings.suggest(reviews, {
    key,
    headSha: pullRequest.headSha,
    token,
    viewerLogin: opened.viewerLogin,
    remembered: async () => rememberedIn((await ownText(opened, { pullRequest, token }, commentMarker(key))) ?? '')
  })
}

async function postComment(
  tidings: Tidings & Pick<Saying, 'suggested'>,
  target: DeliveryTarget,
  api: (token: string) => ReturnType<typeof openApi>,
  remembered: Remembered | undefined
): Promise<Delivery | undefined> {
  const { event, token, key, comment: settings, environment } = target
  const { pullRequest } = event
  if (!pullRequest || settings.when === 'never') return undefined
  if (token === undefined) {
    if (!isAskedFor(tidings, target)) return undefined
    return { channel: COMMENT.name, state: 'skipped', detail: 'the input "token" is empty' }
  }
  const run = runOf(environment)
  const marker = commentMarker(key)
  const text: CommentText = {
    marker,
    result: tidings.commentResult,
    body(said, before = '') {
      const suggestions = remembered ?? rememberedIn(before)
      const lines = [
        marker,
        ...(run ? [writtenLine({ run, head: pullRequest.headSha, said })] : []),
        ...(suggestions ? rememberedLines(suggestions) : [])
      ]
      return tidings.comment({ said, suggested: tidings.suggested }, lines.join('\n'))
    }
  }
  return deliverComment(await api(token), { pullRequest, settings, token, ...defined({ run }) }, text)
}

/**
 * Makes the function that runs one delivery and appends its outcome to `deliveries`. It returns the outcome; undefined if
 * there is none, or if the delivery threw, which is a failure of its channel. That a permission is missing for what nobody
 * asked for is no news.
 */
function attempter(event: Event, deliveries: Delivery[]) {
  const tell = (delivery: Delivery) => deliveries.push({ ...delivery, asked: true })
  return async <Sent extends Delivery>(
    channel: Channel,
    send: () => Promise<Sent | undefined>,
    isAskedFor = true
  ): Promise<Sent | undefined> => {
    try {
      const delivery = await send()
      if (delivery) tell(delivery)
      return delivery
    } catch (error) {
      const delivery = failedDelivery(channel, error, event)
      if (isAskedFor || !(error instanceof RequestFailed && lacksPermission(error.failure))) tell(delivery)
      else printDebug(`${delivery.channel}: ${delivery.detail}`)
      return undefined
    }
  }
}

/** The outcome of a delivery that threw. */
function failedDelivery(
  { name, permission }: Channel,
  error: unknown,
  event: Event
): Delivery & { readonly detail: string } {
  const failed = { channel: name, state: 'failed' } as const
  if (!(error instanceof RequestFailed) || permission === undefined) {
    // It may be a defect of ours: then its stack is wanted.
    printInert(stackOf(error))
    return { ...failed, detail: String(error) }
  }
  const { failure, cause } = error
  // So may an error without an answer that has no other cause.
  if (failure.kind === 'other' && failure.status === undefined) printInert(stackOf(cause ?? error))
  const detail = explain(failure, permission, event)
  // What the reader of this log cannot mend is no warning.
  return lacksPermission(failure) && isReadOnly(event) ? { ...failed, state: 'skipped', detail } : { ...failed, detail }
}

function lacksPermission({ kind }: Failure): boolean {
  return kind === 'permission' || kind === 'not-found' || kind === 'app-only'
}

/**
 * What the result is for the comment. A file that is merely absent is nothing to report; a waiver is, because the pull
 * request itself may add it.
 */
function commentResultOf({ report, conclusion }: Result): CommentResult {
  if (conclusion.verdict !== 'passed') return 'failure'
  const { error, warning, notice, waived } = conclusion.counts
  const hasFindings =
    error + warning + notice + waived > 0 ||
    report.waivers.some(({ level }) => level !== 'pass') ||
    report.gaps.some(leavesUnread)
  return hasFindings ? 'findings' : 'clean'
}

/** The run of the workflow, by the variables of the runner; undefined where they are missing. */
function runOf(environment: Environment): Run | undefined {
  const id = Number(environment['GITHUB_RUN_ID'])
  const attempt = Number(environment['GITHUB_RUN_ATTEMPT'] ?? 1)
  return isCount(id) && isCount(attempt) ? { id, attempt } : undefined
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number > 0
}
