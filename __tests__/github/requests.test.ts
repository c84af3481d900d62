/** Requests against the stand-in: which are repeated, which are not, and the messages for failures. */

import { afterEach, describe, expect, test } from '@jest/globals'
import { type Api, openApi } from '../../src/github/api.ts'
import { type Event, eventOf } from '../../src/github/event.ts'
import { deliverComment } from '../../src/github/pull-request-comment.ts'
import { explain, type Failure, failureOf, RETRY_POLICY, sender } from '../../src/github/requests.ts'
import { type OperationId, type Refusal, type StandIn, startApi } from '../support/api/server.ts'
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

async function open(): Promise<{ api: Api; github: StandIn; waits: readonly number[] }> {
  const clock = stoppedClock()
  standIn = await startApi({ onSilence: clock.expire })
  const api = await openApi(standIn.token, event(standIn.url), sender(RETRY_POLICY, clock))
  return { api, github: standIn, waits: clock.waits }
}

function event(apiUrl = 'https://api.github.com', more: Partial<Event> = {}): Event {
  const environment = {
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SHA: HEAD,
    GITHUB_API_URL: apiUrl
  }
  return { ...eventOf(environment, {}), ...more }
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
    ['a rate limit with Retry-After', { status: 429, message: LIMITED, headers: { 'retry-after': '0' } }, [0, 0]],
    [
      'a secondary rate limit with Retry-After',
      { status: 403, message: LIMITED, headers: { 'retry-after': '2' } },
      [2000, 2000]
    ],
    ['a primary rate limit that has ended', limitedUntil(NOW - 1000), [0, 0]],
    ['a primary rate limit that ends soon', limitedUntil(NOW + 5000), [5000, 5000]]
  ])('after %s', async (_, refusal, expected) => {
    const { api, github, waits } = await open()
    github.fail('issues/list-comments', { ...refusal, times: 2 })
    expect(await api.comments(7)).toEqual([])
    expect(times(github, 'issues/list-comments')).toBe(3)
    expect(waits).toEqual(expected)
  })
})

describe('a request fails', () => {
  test.each<[string, Refusal, Failure, number]>([
    ['after three server errors', { status: 500 }, { kind: 'server', status: 500 }, 3],
    ['after three silences', { way: 'silence' }, { kind: 'timeout' }, 3],
    ['after three broken connections', { way: 'hang-up' }, { kind: 'unreachable' }, 3],
    ['at once: the credentials', { status: 401, message: 'Bad credentials' }, { kind: 'credentials', status: 401 }, 1],
    [
      'at once: the permission',
      { status: 403, message: 'Resource not accessible by integration' },
      { kind: 'permission', status: 403 },
      1
    ],
    ['at once: not found', { status: 404, message: 'Not Found' }, { kind: 'permission', status: 404 }, 1],
    ['at once: gone', { status: 410, message: 'Gone' }, { kind: 'other', status: 410 }, 1],
    ['at once: content', { status: 422, message: 'Validation Failed' }, { kind: 'content', status: 422 }, 1],
    [
      'at once: a long wait',
      { status: 429, message: LIMITED, headers: { 'retry-after': '61' } },
      { kind: 'rate-limit', status: 429, wait: 61_000 },
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

  test('when all waits together exceed the limit', async () => {
    const { api, github, waits } = await open()
    github.fail('issues/list-comments', { status: 429, headers: { 'retry-after': '50' }, times: 2 })
    github.fail('pulls/get', { status: 429, headers: { 'retry-after': '50' } })
    expect(await api.comments(7)).toEqual([])
    expect(await failed(api.pullRequestHead(7))).toMatchObject({ kind: 'rate-limit' })
    expect([waits, times(github, 'pulls/get')]).toEqual([[50_000, 50_000], 1])
  })

  test('and later ones are sent once: a run does not hang for minutes', async () => {
    const { api, github } = await open()
    github.fail('issues/list-comments', { way: 'silence' })
    github.fail('pulls/get', { way: 'silence' })
    await failed(api.comments(7))
    await failed(api.pullRequestHead(7))
    expect([times(github, 'issues/list-comments'), times(github, 'pulls/get')]).toEqual([3, 1])
  })

  test.each(['pulls/get', 'issues/list-comments', 'checks/create'] as const)(
    'when a proxy answers %s with a page',
    async operation => {
      const { api, github } = await open()
      github.fail(operation, { way: 'page' })
      const output = { title: 'a', summary: 'b', annotations: [] }
      const request = {
        'pulls/get': () => api.pullRequestHead(7),
        'issues/list-comments': () => api.comments(7),
        'checks/create': () => api.createCheckRun({ name: 'a', headSha: HEAD, conclusion: 'success', output })
      }
      expect(await failed(request[operation]())).toEqual({ kind: 'other' })
    }
  )
})

describe('creating a comment', () => {
  const text = { marker: '<!-- m -->', body: '<!-- m -->\ntext', shouldCreate: true }
  const pullRequest = { number: 7, headSha: HEAD, fork: false }

  test.each<[string, Refusal]>([
    ['a server error', { status: 502, way: 'afterwards' }],
    ['a server error without effect', { status: 502 }],
    ['a timeout', { way: 'silence' }],
    ['a broken connection', { way: 'hang-up' }]
  ])('happens once despite %s', async (_, refusal) => {
    const { api, github } = await open()
    github.fail('issues/create-comment', { ...refusal, times: 1 })
    expect(await deliverComment(api, { event: event(), pullRequest, token: github.token }, text)).toMatchObject({
      state: 'delivered',
      detail: 'created'
    })
    expect(github.comments).toHaveLength(1)
  })

  test('is repeated after a rate limit, which GitHub checks first', async () => {
    const { api, github } = await open()
    github.fail('issues/create-comment', { status: 403, message: LIMITED, headers: { 'retry-after': '0' }, times: 1 })
    await deliverComment(api, { event: event(), pullRequest, token: github.token }, text)
    expect(github.comments).toHaveLength(1)
  })

  test('is delivered even if it remains hidden and an older one remains', async () => {
    const { api, github } = await open()
    github.plant('github-actions[bot]', ['<!-- m -->\none', '<!-- m -->\ntwo'])
    github.minimize(github.comments[0]?.id ?? 0)
    github.fail('issues/delete-comment', { status: 403 })
    github.fail('graphql', { status: 403 })
    const delivery = await deliverComment(api, { event: event(), pullRequest, token: github.token }, text)
    expect(delivery).toMatchObject({
      state: 'delivered',
      detail: expect.stringMatching(/updated; an older one .* not be deleted; it stays hidden/)
    })
  })
})

describe('the messages', () => {
  const kinds: Failure[] = [
    { kind: 'credentials', status: 401 },
    { kind: 'permission', status: 403 },
    { kind: 'app-only', status: 403 },
    { kind: 'locked', status: 403 },
    { kind: 'rate-limit', status: 429, wait: 61_000 },
    { kind: 'rate-limit', status: 403 },
    { kind: 'content', status: 422 },
    { kind: 'server', status: 500 },
    { kind: 'timeout' },
    { kind: 'unreachable' },
    { kind: 'other' },
    { kind: 'other', status: 410 }
  ]
  test('fit into a row of the summary, differ, and name a missing permission', () => {
    const words = kinds.map(failure => explain(failure, 'checks: write', event()))
    expect(new Set(words).size).toBe(kinds.length)
    // In the row of a check run a sentence precedes them; src/reporters/markdown.ts cuts at 300 characters.
    for (const text of words) expect(text.length).toBeLessThan(200)
    expect(words.filter(text => text.includes('`checks: write`'))).toHaveLength(2)
  })

  test.each<[string, Partial<Event>, string]>([
    [
      'Dependabot',
      { dependabot: true, pullRequest: { number: 7, headSha: HEAD, fork: false } },
      'runs that Dependabot causes'
    ],
    ['a fork', { pullRequest: { number: 7, headSha: HEAD, fork: true } }, 'runs for pull requests from forks'],
    ['any other run', {}, 'add it under "permissions:" of the job']
  ])('name the kind of run: %s', (_, more, words) => {
    expect(explain({ kind: 'permission', status: 403 }, 'checks: write', event(undefined, more))).toContain(words)
  })

  test.each([new Error('x'), 'x', undefined, null, { status: 500 }])(
    'have no advice for an error without an answer of GitHub: %p',
    error => {
      expect(failureOf(error, 0)).toEqual({ kind: 'other' })
    }
  )
})
