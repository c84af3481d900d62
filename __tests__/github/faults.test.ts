/**
 * The table of faults: channel × fault → what is said of it. The verdict and the exit code are the same in every row, and
 * the other channels deliver.
 */

import { afterEach, describe, expect, test } from '@jest/globals'
import { upperFirst } from '../../src/reporters/phrases.ts'
import type { Outcome } from '../support/action.ts'
import type { Refusal } from '../support/api/faults.ts'
import type { OperationId, StandIn } from '../support/api/server.ts'
import { stoppedClock } from '../support/clock.ts'
import {
  annotationsOf,
  check,
  closeGitHub,
  FINE,
  HEAD,
  ours,
  STALE,
  stale,
  startGitHub
} from '../support/pull-request.ts'
import type { Files } from '../support/trees.ts'

afterEach(closeGitHub)

/** The end of the row of a channel: `delivered`, nothing at all, or the state with a part of the sentence. */
type Said = 'delivered' | 'no news' | readonly ['failed' | 'skipped', string]

const NO_COMMIT = 'No commit found for SHA: 1'
const SECONDARY = 'You have exceeded a secondary rate limit. Please wait a few minutes.'
const UNREADABLE: Said = ['failed', "gave an answer that is none of GitHub's API"]
const IN_TIME: Said = ['failed', 'GitHub did not answer in time']

interface Row {
  readonly fault: string
  readonly refusal: Refusal
  readonly checkRun: Said
  /** When the comments are listed, and when the comment is created. */
  readonly list: Said
  readonly create: Said
}

const FOUND = { checkRun: 'delivered', create: 'delivered' } as const

/** A fault that means the same for every request. */
const alike = (fault: string, refusal: Refusal, said: Said): Row => ({
  fault,
  refusal,
  checkRun: said,
  list: said,
  create: said
})

const ROWS: readonly Row[] = [
  alike('401', { status: 401, message: 'Bad credentials' }, ['failed', 'GitHub refused the token (401)']),
  // https://github.com/marocchino/sticky-pull-request-comment/issues/227, /930; https://github.com/reviewdog/reviewdog/issues/1210
  {
    ...alike('403: a missing permission', { status: 403, message: 'Resource not accessible by integration' }, [
      'failed',
      'lacks the permission `pull-requests: write` (403): add it under "permissions:" of the job'
    ]),
    checkRun: 'no news'
  },
  {
    ...alike('403: a personal token', { status: 403, message: 'You must authenticate via a GitHub App.' }, [
      'failed',
      'only tokens of GitHub Apps may do this (403)'
    ]),
    checkRun: 'no news'
  },
  alike('403: a locked conversation', { status: 403, message: 'Unable to create comment because issue is locked.' }, [
    'failed',
    'the conversation is locked (403): a maintainer can unlock it'
  ]),
  alike('403: an archived repository', { status: 403, message: 'Repository was archived so is read-only.' }, [
    'failed',
    'the repository is archived (403)'
  ]),
  alike('403: a rule of the organisation', { status: 403, message: 'the `acme` organization has an IP allow list' }, [
    'failed',
    'an owner of the organisation can allow it'
  ]),
  {
    ...alike('404', { status: 404, message: 'Not Found' }, [
      'failed',
      'it is gone, or the token may not see it without the permission `pull-requests: write` (404)'
    ]),
    checkRun: 'no news'
  },
  alike('410', { status: 410, message: 'Gone' }, ['failed', 'GitHub answered 410']),
  // https://github.com/actions/dependency-review-action/issues/730
  alike('422: the content', { status: 422, message: 'Validation Failed' }, [
    'failed',
    'GitHub refused the content (422)'
  ]),
  alike('422: a commit that is gone', { status: 422, message: NO_COMMIT }, [
    'failed',
    'no longer in the repository (422)'
  ]),
  alike('429 with a short wait', { status: 429, headers: { 'retry-after': '2' }, times: 2 }, 'delivered'),
  alike('429 with a long wait', { status: 429, headers: { 'retry-after': '600' } }, [
    'failed',
    'rate limit is used up (429): run the job again in 600 seconds'
  ]),
  alike(
    'a secondary limit with Retry-After',
    { status: 403, message: SECONDARY, headers: { 'retry-after': '60' }, times: 1 },
    'delivered'
  ),
  alike('a secondary limit without it', { status: 403, message: SECONDARY }, ['failed', 'rate limit is used up (403)']),
  alike('500 for a moment', { status: 500, times: 1 }, 'delivered'),
  alike('500', { status: 500 }, ['failed', 'GitHub failed (500): run the job again']),
  alike('503 with a page', { way: 'page', status: 503 }, ['failed', 'GitHub failed (503)']),
  alike('the page of a proxy', { way: 'page' }, UNREADABLE),
  // What takes effect without a readable answer is found: neither the comment nor the check run is created twice.
  { ...alike('the half of an answer', { way: 'truncated' }, UNREADABLE), ...FOUND },
  { ...alike('an answer that breaks off', { way: 'cut' }, UNREADABLE), ...FOUND },
  { ...alike('an answer that does not end', { way: 'stall' }, IN_TIME), ...FOUND },
  alike('silence', { way: 'silence' }, IN_TIME),
  alike('a broken connection', { way: 'hang-up' }, ['failed', 'cannot be reached']),
  alike('a redirect', { way: 'moved' }, 'delivered'),
  alike('redirects without end', { way: 'loop' }, ['failed', 'redirects without end'])
]

const CHANNELS: readonly (readonly [channel: string, operation: OperationId, said: (row: Row) => Said])[] = [
  ['check run', 'checks/create', ({ checkRun }) => checkRun],
  ['pull request comment', 'issues/list-comments', ({ list }) => list],
  ['pull request comment', 'pulls/get', ({ list }) => list],
  ['pull request comment', 'issues/create-comment', ({ create }) => create]
]

async function runWith(files: Files, operation: OperationId, refusal: Refusal) {
  const clock = stoppedClock()
  const api = await startGitHub({ onSilence: clock.expire })
  api.fail(operation, refusal)
  return { api, outcome: await check(api, files, { clock, inputs: { comment: 'on-findings' } }) }
}

/** What the log says of a channel. */
function saidOf({ log }: Outcome, channel: string): string | undefined {
  return log.split('\n').find(line => line.replace(/^::warning [^:]*::/, '').startsWith(`${channel} `))
}

describe.each(CHANNELS)('%s: %s', (channel, operation, said) => {
  test.each(ROWS)('$fault', async row => {
    const { api, outcome } = await runWith({ 'go.mod': STALE }, operation, row.refusal)
    expect([outcome.exitCode, outcome.outputs['verdict'], outcome.outputs['errors']]).toEqual([1, 'failed', '1'])
    const expected = said(row)
    const line = saidOf(outcome, channel)
    if (expected === 'no news') expect([line, outcome.summary.includes(channel)]).toEqual([undefined, false])
    else if (expected === 'delivered') expect(line).toMatch(/^(?:check run|pull request comment) delivered/)
    else {
      expect(line).toMatch(/^::warning title=Something could not be posted::/)
      expect(line).toContain(`${channel} ${expected[0]} (`)
      expect(line).toContain(expected[1])
      expect(outcome.summary).toContain(`- ${upperFirst(channel)} ${expected[0]}: `)
    }
    // The other channels: what the check run does not show, the job does.
    const isCheckRun = operation === 'checks/create'
    if (isCheckRun) expect(ours(api)).toHaveLength(1)
    else expect(api.checkRuns).toHaveLength(1)
    // Of one head there is one comment and one check run at most, whatever was sent again.
    expect([ours(api).length, api.checkRuns.length].filter(count => count > 1)).toEqual([])
    expect(annotationsOf(outcome, 'error')).toHaveLength(isCheckRun && expected !== 'delivered' ? 1 : 0)
    expect(outcome.outputs['report-json']).not.toBe('')
    expect(outcome.log).not.toContain(row.refusal.message ?? '\0')
  })
})

test.each(ROWS)('a clean check passes: $fault', async ({ refusal }) => {
  const { outcome } = await runWith({ 'go.mod': FINE }, 'issues/list-comments', refusal)
  expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([0, 'passed'])
  expect(outcome.commands.filter(({ name }) => name === 'error')).toEqual([])
})

describe('all requests', () => {
  const OPERATIONS = ['checks/create', 'issues/list-comments', 'graphql', 'pulls/get', 'issues/create-comment'] as const

  test.each(ROWS)('$fault', async ({ refusal }) => {
    const clock = stoppedClock()
    const api = await startGitHub({ onSilence: clock.expire })
    for (const operation of OPERATIONS) api.fail(operation, refusal)
    const began = clock.now()
    const outcome = await check(api, { 'go.mod': STALE }, { clock })
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([1, 'failed'])
    // The total silence of the API once took longer than the step was allowed to.
    expect(clock.now() - began).toBeLessThanOrEqual(90_000)
  })

  test('where nothing listens', async () => {
    const outcome = await check(await startGitHub(), { 'go.mod': STALE }, { apiUrl: 'http://127.0.0.1:9' })
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([1, 'failed'])
    expect(annotationsOf(outcome, 'error').map(({ properties }) => properties['file'])).toEqual([
      'go.mod',
      '.github/bound-token-check.yml'
    ])
    expect(outcome.log).toContain('http://127.0.0.1:9 cannot be reached')
  })

  test('where the address names no server', async () => {
    const outcome = await check(await startGitHub(), { 'go.mod': FINE }, { apiUrl: 'https://github.invalid' })
    // The base may have a configuration that lets nothing pass.
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([2, 'incomplete'])
    expect(outcome.summary).toContain('cannot be reached')
  })
})

describe('an older comment', () => {
  async function again(operation: OperationId, refusal: Refusal, prepare: (api: StandIn) => void) {
    const clock = stoppedClock()
    const api = await startGitHub({ onSilence: clock.expire })
    await check(api, { 'go.mod': STALE })
    prepare(api)
    api.fail(operation, refusal)
    const outcome = await check(api, { 'go.mod': STALE, 'more/go.mod': STALE }, { clock })
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([1, 'failed'])
    return { api, outcome }
  }

  test.each(
    ROWS.filter(({ refusal: { times, status, way } }) => times === undefined && status !== 404 && way !== 'moved')
  )('stays the only one when its update fails: $fault', async ({ refusal }) => {
    const { api } = await again('issues/update-comment', refusal, () => undefined)
    expect(ours(api)).toHaveLength(1)
  })

  test.each(ROWS)('is found when the author is not told: $fault', async ({ refusal }) => {
    const { api } = await again('graphql', refusal, () => undefined)
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body).toContain('more/go.mod')
  })

  test.each(ROWS.filter(({ refusal }) => refusal.times === undefined && refusal.way !== 'moved'))(
    'is up to date even if it cannot be shown again: $fault',
    async ({ refusal }) => {
      const { api } = await again('graphql', refusal, ({ comments }) => {
        for (const comment of comments) comment.minimized = true
      })
      expect(ours(api)[0]?.body).toContain('more/go.mod')
    }
  )

  // A comment that was deleted after it was listed was taken for a missing permission.
  test('that is deleted meanwhile is made anew', async () => {
    const api = await startGitHub()
    await check(api, { 'go.mod': STALE })
    const [first] = ours(api)
    api.beforeUpdate = () => api.remove(first?.id ?? 0)
    const outcome = await check(api, { 'go.mod': STALE, 'more/go.mod': STALE })
    expect(ours(api).map(({ id }) => id)).not.toContain(first?.id)
    expect(ours(api)).toHaveLength(1)
    expect(outcome.outputs['comment-url']).toContain(`#issuecomment-${ours(api)[0]?.id}`)
  })
})

test('a comment that is listed and cannot be updated, ever, is looked for once more', async () => {
  const api = await startGitHub()
  await check(api, { 'go.mod': STALE })
  api.fail('issues/update-comment', { status: 404, message: 'Not Found' })
  const outcome = await check(api, { 'go.mod': FINE }, { inputs: { comment: 'always' } })
  expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([0, 'passed'])
  expect(api.requests.filter(({ operation }) => operation === 'issues/update-comment')).toHaveLength(2)
  expect(saidOf(outcome, 'pull request comment')).toContain('failed (it is gone, or the token may not see it')
})

describe('the later annotations of a check run', () => {
  const shown = (api: StandIn) => api.checkRuns.flatMap(({ annotations }) => annotations.map(({ path }) => path))

  test.each(ROWS.filter(({ checkRun }) => checkRun !== 'delivered'))(
    'come from the job: $fault',
    async ({ refusal }) => {
      const { api, outcome } = await runWith(stale(55), 'checks/update', refusal)
      expect([outcome.exitCode, outcome.outputs['errors']]).toEqual([1, '55'])
      expect(api.checkRuns).toMatchObject([{ headSha: HEAD, conclusion: 'failure' }])
      expect(annotationsOf(outcome, 'error')).toHaveLength(5)
      expect(saidOf(outcome, 'check run')).toContain('50 of 55 annotations were accepted, the others come from the job')
      expect(ours(api)).toHaveLength(1)
    }
  )

  test.each(ROWS.filter(({ checkRun }) => checkRun === 'delivered'))('are there once: $fault', async ({ refusal }) => {
    const { api, outcome } = await runWith(stale(55), 'checks/update', refusal)
    expect(saidOf(outcome, 'check run')).toMatch(/^check run delivered/)
    expect([shown(api).length, new Set(shown(api)).size]).toEqual([55, 55])
    expect(annotationsOf(outcome, 'error')).toEqual([])
  })

  test.each<OperationId>(['checks/create', 'checks/update'])(
    '%s that took effect and answered with a failure is not repeated',
    async operation => {
      const { api, outcome } = await runWith(stale(120), operation, { status: 502, way: 'afterwards', times: 1 })
      expect(saidOf(outcome, 'check run')).toMatch(/^check run delivered/)
      expect(api.checkRuns).toHaveLength(1)
      expect([shown(api).length, new Set(shown(api)).size]).toEqual([120, 120])
    }
  )

  test.each<[OperationId, OperationId]>([
    ['checks/create', 'checks/list-for-ref'],
    ['checks/update', 'checks/get']
  ])('%s whose effect %s does not tell is not repeated', async (operation, lookup) => {
    const api = await startGitHub()
    for (const failing of [operation, lookup]) api.fail(failing, { status: 502 })
    const outcome = await check(api, stale(55))
    expect([outcome.exitCode, outcome.outputs['errors']]).toEqual([1, '55'])
    expect(api.requests.filter(({ operation: sent }) => sent === operation)).toHaveLength(1)
    expect(annotationsOf(outcome, 'error').length).toBeGreaterThan(0)
  })
})
