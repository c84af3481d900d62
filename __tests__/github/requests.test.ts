/** Requests against the stand-in: which are repeated, which are not, and when they end. */

import { afterEach, describe, expect, test } from '@jest/globals'
import { type Api, openApi, PAGES_AT_EACH_END } from '../../src/github/api.ts'
import { type Event, eventOf } from '../../src/github/event.ts'
import { type CommentTarget, type CommentText, deliverComment } from '../../src/github/pull-request-comment.ts'
import { type Failure, failureOf, RETRY_POLICY, sender, UnreadableAnswer } from '../../src/github/requests.ts'
import type { Refusal } from '../support/api/faults.ts'
import { type OperationId, type StandIn, startApi } from '../support/api/server.ts'
import { NOW, stoppedClock } from '../support/clock.ts'

const HEAD = '1'.repeat(40)
const LIMITED = 'You have exceeded a secondary rate limit. Please wait a few minutes.'

let standIn: StandIn | undefined
afterEach(async () => {
  const violations = standIn?.violations
  await standIn?.close()
  standIn = undefined
  expect(violations ?? []).toEqual([])
})

async function open(): Promise<{ api: Api; github: StandIn; waits: readonly number[]; spent: () => number }> {
  const clock = stoppedClock()
  standIn = await startApi({ onSilence: clock.expire })
  const api = await openApi(standIn.token, event(standIn.url), sender(RETRY_POLICY, clock))
  return { api, github: standIn, waits: clock.waits, spent: () => clock.now() - NOW }
}

function event(apiUrl: string): Event {
  const environment = {
    GITHUB_EVENT_NAME: 'schedule',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SHA: HEAD,
    GITHUB_API_URL: apiUrl
  }
  return eventOf(environment, {})
}

const times = (github: StandIn, operation: OperationId) =>
  github.requests.filter(request => request.operation === operation).length
const failed = async (promise: Promise<unknown>): Promise<Failure> =>
  promise.then(
    () => {
      throw new Error('it did not fail')
    },
    error => failureOf(error, NOW)
  )

describe('a request is repeated', () => {
  const limitedUntil = (time: number): Refusal => ({
    status: 403,
    message: 'API rate limit exceeded',
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(time / 1000) }
  })
  test.each<[string, Refusal, number[]]>([
    ['a server error', { status: 502 }, [1000, 3000]],
    ['another server error', { status: 503 }, [1000, 3000]],
    ['silence', { way: 'silence' }, [1000, 3000]],
    ['a broken connection', { way: 'hang-up' }, [1000, 3000]],
    // A body that ends too late was taken for a defect of the action.
    ['a body that does not end', { way: 'stall' }, [1000, 3000]],
    ['a body that breaks off', { way: 'cut' }, [1000, 3000]],
    ['the half of a body', { way: 'truncated' }, [1000, 3000]],
    ['the page of a proxy', { way: 'page' }, [1000, 3000]],
    ['a page for an error', { way: 'page', status: 502 }, [1000, 3000]],
    ['a rate limit with Retry-After', { status: 429, message: LIMITED, headers: { 'retry-after': '0' } }, [0, 0]],
    [
      'a secondary rate limit with Retry-After',
      { status: 403, message: LIMITED, headers: { 'retry-after': '2' } },
      [2000, 2000]
    ],
    ['a primary rate limit that has ended', limitedUntil(NOW - 1000), [0, 0]],
    ['a primary rate limit that ends soon', limitedUntil(NOW + 5000), [5000, 0]]
  ])('after %s', async (_, refusal, expected) => {
    const { api, github, waits } = await open()
    github.fail('issues/list-comments', { ...refusal, times: 2 })
    expect(await api.comments(7)).toEqual({ comments: [], isCut: false })
    expect(times(github, 'issues/list-comments')).toBe(3)
    expect(waits).toEqual(expected)
  })
})

describe('a request fails', () => {
  test.each<[string, Refusal, Failure, number]>([
    ['after three server errors', { status: 500 }, { kind: 'server', status: 500 }, 3],
    ['after three silences', { way: 'silence' }, { kind: 'timeout' }, 3],
    ['after three broken connections', { way: 'hang-up' }, { kind: 'unreachable' }, 3],
    ['after three bodies that do not end', { way: 'stall' }, { kind: 'timeout' }, 3],
    ['after three halves of a body', { way: 'truncated' }, { kind: 'unreadable' }, 3],
    ['after three pages of a proxy', { way: 'page' }, { kind: 'unreadable' }, 3],
    ['at once: redirects without end', { way: 'loop' }, { kind: 'redirects' }, 21],
    ['at once: the credentials', { status: 401, message: 'Bad credentials' }, { kind: 'credentials', status: 401 }, 1],
    [
      'at once: the permission',
      { status: 403, message: 'Resource not accessible by integration' },
      { kind: 'permission', status: 403 },
      1
    ],
    ['at once: not found', { status: 404, message: 'Not Found' }, { kind: 'not-found', status: 404 }, 1],
    [
      'at once: archived',
      { status: 403, message: 'Repository was archived so is read-only.' },
      { kind: 'archived', status: 403 },
      1
    ],
    [
      'at once: SAML',
      { status: 403, message: 'Resource protected by organization SAML enforcement.' },
      { kind: 'policy', status: 403 },
      1
    ],
    [
      'at once: a commit that is gone',
      { status: 422, message: 'No commit found for SHA: 1' },
      { kind: 'no-commit', status: 422 },
      1
    ],
    ['at once: gone', { status: 410, message: 'Gone' }, { kind: 'other', status: 410 }, 1],
    ['at once: content', { status: 422, message: 'Validation Failed' }, { kind: 'content', status: 422 }, 1],
    [
      'at once: a long wait',
      { status: 429, message: LIMITED, headers: { 'retry-after': '91' } },
      { kind: 'rate-limit', status: 429, wait: 91_000 },
      1
    ],
    ['at once: a wait of unknown length', { status: 403, message: LIMITED }, { kind: 'rate-limit', status: 403 }, 1],
    [
      'at once: a wait that is not a number',
      { status: 429, headers: { 'retry-after': 'soon' } },
      { kind: 'rate-limit', status: 429 },
      1
    ]
  ])('%s', async (_, refusal, failure, sent) => {
    const { api, github } = await open()
    github.fail('issues/list-comments', refusal)
    expect(await failed(api.comments(7))).toEqual(failure)
    expect(times(github, 'issues/list-comments')).toBe(sent)
  })

  test('when all waits together exceed the budget', async () => {
    const { api, github, waits } = await open()
    github.fail('issues/list-comments', { status: 429, headers: { 'retry-after': '50' }, times: 1 })
    github.fail('pulls/get', { status: 429, headers: { 'retry-after': '50' } })
    await api.comments(7)
    expect(await failed(api.pullRequestHead(7))).toMatchObject({ kind: 'rate-limit' })
    expect([waits, times(github, 'pulls/get')]).toEqual([[50_000], 1])
  })

  test('and later ones are sent once: the time is left to those that work', async () => {
    const { api, github } = await open()
    github.fail('issues/list-comments', { status: 500 })
    github.fail('pulls/get', { status: 500 })
    await failed(api.comments(7))
    await failed(api.pullRequestHead(7))
    expect([times(github, 'issues/list-comments'), times(github, 'pulls/get')]).toEqual([3, 1])
  })

  test('at once when the budget is used up: no silence lasts longer', async () => {
    const { api, github, spent } = await open()
    github.fail('pulls/get', { way: 'silence' })
    const kinds: string[] = []
    for (let request = 0; request < 6; request++) kinds.push((await failed(api.pullRequestHead(7))).kind)
    expect(kinds).toEqual(['timeout', 'timeout', 'timeout', 'timeout', 'no-time', 'no-time'])
    expect(times(github, 'pulls/get')).toBe(6)
    expect(spent()).toBe(RETRY_POLICY.budget)
  })

  test.each<[string, Refusal, Failure]>([
    ['a refusal', { way: 'graphql', message: 'FORBIDDEN' }, { kind: 'permission', status: 200 }],
    ['a rate limit', { way: 'graphql', message: 'RATE_LIMITED' }, { kind: 'rate-limit', status: 200 }],
    ['something that is gone', { way: 'graphql', message: 'NOT_FOUND' }, { kind: 'not-found', status: 200 }],
    ['an error of its own', { way: 'graphql', message: 'INTERNAL' }, { kind: 'server', status: 200 }],
    ['a page', { way: 'page' }, { kind: 'unreadable' }]
  ])('when GraphQL answers with status 200 and %s', async (_, refusal, failure) => {
    const { api, github } = await open()
    github.fail('graphql', refusal)
    expect(await failed(api.viewerLogin())).toEqual(failure)
    expect(await failed(api.unminimizeComment('IC_1'))).toEqual(failure)
  })

  test('where the server speaks no TLS', async () => {
    const { github } = await open()
    const clock = stoppedClock()
    const secure = github.url.replace('http:', 'https:')
    const api = await openApi(github.token, event(secure), sender(RETRY_POLICY, clock))
    expect(await failed(api.pullRequestHead(7))).toEqual({ kind: 'untrusted' })
    expect(clock.waits).toEqual([])
  })
})

describe('what is read before there is a result', () => {
  test('leaves time for the deliveries', async () => {
    const clock = stoppedClock()
    const requests = sender(RETRY_POLICY, clock)
    const slow = async () => {
      await clock.sleep(RETRY_POLICY.timeout)
      throw new UnreadableAnswer('x')
    }
    for (let sent = 0; sent < 10; sent++) await requests.reading.send(slow).catch(() => undefined)
    const readingEnded = clock.now() - NOW
    expect(await failed(requests.reading.send(async () => 'x'))).toEqual({ kind: 'no-time' })
    expect(await requests.send(async () => 'delivered')).toBe('delivered')
    for (let sent = 0; sent < 10; sent++) await requests.send(slow).catch(() => undefined)
    expect(clock.now() - NOW).toBeGreaterThan(readingEnded)
    expect(await failed(requests.send(async () => 'x'))).toEqual({ kind: 'no-time' })
  })

  test('may wait for a minute, as GitHub requires', async () => {
    const clock = stoppedClock()
    const { reading } = sender(RETRY_POLICY, clock)
    let sent = 0
    const limited = async () => {
      if (sent++ > 0) return 'read'
      throw Object.assign(new Error(LIMITED), { status: 403, response: { headers: { 'retry-after': '60' } } })
    }
    expect(await reading.send(limited)).toBe('read')
    expect(clock.waits).toEqual([60_000])
  })
})

test.each([new Error('x'), 'x', undefined, null, { status: 500 }])(
  'an error without an answer of GitHub has no kind: %p',
  error => {
    expect(failureOf(error, 0)).toEqual({ kind: 'other' })
  }
)

test.each(['pulls/get', 'issues/list-comments', 'issues/create-comment', 'checks/create'] as const)(
  'a repository that moved is found at its new address: %s',
  async operation => {
    const { api, github } = await open()
    github.fail(operation, { way: 'moved' })
    const output = { title: 'a', summary: 'b', annotations: [] }
    const request: Record<typeof operation, () => Promise<unknown>> = {
      'pulls/get': () => api.pullRequestHead(7),
      'issues/list-comments': () => api.comments(7),
      'issues/create-comment': () => api.createComment(7, 'text'),
      'checks/create': () =>
        api.createCheckRun({ name: 'a', headSha: HEAD, externalId: 'x', conclusion: 'success', output })
    }
    expect(await request[operation]()).toBeDefined()
    expect(github.requests.map(({ status }) => status)).toEqual([307, expect.any(Number)])
  }
)

describe('the comments', () => {
  test('of a server that names further pages without end are read to a limit', async () => {
    const { api, github } = await open()
    github.endless = true
    expect(await api.comments(7)).toEqual({ comments: [], isCut: true })
    expect(times(github, 'issues/list-comments')).toBe(PAGES_AT_EACH_END)
  })

  test('of a long conversation are the oldest and the newest', async () => {
    const { api, github } = await open()
    github.plant(
      'octocat',
      Array.from({ length: 1201 }, (_, index) => String(index))
    )
    const { comments, isCut } = await api.comments(7)
    expect(isCut).toBe(true)
    expect(comments).toHaveLength(901)
    expect(comments.map(({ body }) => Number(body)).filter(index => index >= 500 && index < 800)).toEqual([])
  })

  test('of a conversation that just fits are all', async () => {
    const { api, github } = await open()
    github.plant(
      'octocat',
      Array.from({ length: 2 * PAGES_AT_EACH_END * 100 }, (_, index) => String(index))
    )
    const { comments, isCut } = await api.comments(7)
    expect([isCut, new Set(comments.map(({ body }) => body)).size]).toEqual([false, 1000])
  })
})

describe('creating a comment', () => {
  const text: CommentText = { marker: '<!-- m -->', body: () => '<!-- m -->\ntext', result: 'failure' }
  const target = (github: StandIn): CommentTarget => ({
    pullRequest: { number: 7, headSha: HEAD, fork: false },
    settings: { when: 'on-findings', onRelapse: 'update' },
    token: github.token
  })

  test.each<[string, Refusal]>([
    ['a server error', { status: 502, way: 'afterwards' }],
    ['a server error without effect', { status: 502 }],
    ['a timeout', { way: 'silence' }],
    ['a broken connection', { way: 'hang-up' }],
    ['the half of an answer', { way: 'truncated' }],
    ['an answer that does not end', { way: 'stall' }],
    ['the page of a proxy', { way: 'page' }]
  ])('happens once despite %s', async (_, refusal) => {
    const { api, github } = await open()
    github.fail('issues/create-comment', { ...refusal, times: 1 })
    expect(await deliverComment(api, target(github), text)).toMatchObject({
      state: 'delivered',
      detail: 'created'
    })
    expect(github.comments).toHaveLength(1)
  })

  test('is repeated after a rate limit, which GitHub checks first', async () => {
    const { api, github } = await open()
    github.fail('issues/create-comment', { status: 403, message: LIMITED, headers: { 'retry-after': '0' }, times: 1 })
    await deliverComment(api, target(github), text)
    expect(github.comments).toHaveLength(1)
  })

  test('is delivered even if it remains hidden and an older one remains', async () => {
    const { api, github } = await open()
    github.plant('github-actions[bot]', ['<!-- m -->\none', '<!-- m -->\ntwo'])
    for (const { id } of github.comments) github.minimize(id)
    github.fail('issues/delete-comment', { status: 403 })
    github.fail('graphql', { status: 403 })
    const delivery = await deliverComment(api, target(github), text)
    expect(delivery).toMatchObject({
      state: 'delivered',
      detail: expect.stringMatching(/updated; it stays hidden.*; an older one .* not be deleted/)
    })
  })
})
