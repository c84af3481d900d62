/** The events: the commit and the pull request of each, and the message for one that is not supported. */

import { afterEach, describe, expect, test } from '@jest/globals'
import { type Environment, eventOf, readEvent } from '../../src/github/event.ts'
import { ConfigError } from '../../src/model/config-error.ts'
import {
  check,
  closeGitHub,
  commitAll,
  FINE,
  HEAD,
  MERGE,
  operations,
  ours,
  payload,
  STALE,
  startGitHub
} from '../support/pull-request.ts'
import { repository } from '../support/trees.ts'

afterEach(closeGitHub)

const runner = (name: string, more: Environment = {}): Environment => ({
  GITHUB_EVENT_NAME: name,
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_SHA: MERGE,
  ...more
})
const pullRequest = (more: object = {}) => ({
  pull_request: {
    number: 7,
    head: { sha: HEAD, repo: { full_name: 'acme/shop' } },
    base: { repo: { full_name: 'acme/shop' } },
    ...more
  },
  sender: { login: 'octocat' }
})

describe('events', () => {
  test('a pull request: its head, independent of the checkout', () => {
    expect(eventOf(runner('pull_request'), pullRequest())).toEqual({
      name: 'pull_request',
      owner: 'acme',
      repository: 'shop',
      serverUrl: 'https://github.com',
      apiUrl: 'https://api.github.com',
      sha: HEAD,
      pullRequest: { number: 7, headSha: HEAD, fork: false },
      dependabot: false
    })
  })

  test.each([
    ['another repository', { full_name: 'mallory/shop' }, true],
    ['one that is gone', null, true],
    ['the same', { full_name: 'acme/shop' }, false]
  ])('a pull request from %s', (_, repo, fork) => {
    expect(eventOf(runner('pull_request'), pullRequest({ head: { sha: HEAD, repo } })).pullRequest?.fork).toBe(fork)
  })

  test.each(['push', 'merge_group', 'schedule', 'workflow_dispatch'])(
    '%s: the commit that was checked out, no pull request, no notice',
    name => {
      const event = eventOf(runner(name), undefined)
      expect([event.sha, event.pullRequest, event.notice]).toEqual([MERGE, undefined, undefined])
    }
  )

  test.each(['issue_comment', 'pull_request_review', 'repository_dispatch', 'no_such_event'])(
    '%s: the same with a notice',
    name => {
      const event = eventOf(runner(name), pullRequest())
      expect([event.sha, event.pullRequest]).toEqual([MERGE, undefined])
      expect(event.notice).toContain(`"${name}"`)
    }
  )

  test('Dependabot is recognised by the actor and by the sender, also when a person runs the job again', () => {
    expect(eventOf(runner('pull_request', { GITHUB_ACTOR: 'dependabot[bot]' }), pullRequest()).dependabot).toBe(true)
    expect(
      eventOf(runner('push', { GITHUB_ACTOR: 'octocat' }), { sender: { login: 'dependabot[bot]' } }).dependabot
    ).toBe(true)
    expect(eventOf(runner('push', { GITHUB_ACTOR: 'octocat' }), { sender: null }).dependabot).toBe(false)
  })

  test('the page of the run, if the runner has its number', () => {
    expect(eventOf(runner('push', { GITHUB_RUN_ID: '4711' }), {}).runUrl).toBe(
      'https://github.com/acme/shop/actions/runs/4711'
    )
  })

  test('addresses of an Enterprise Server, with and without a slash at the end', () => {
    const event = eventOf(
      runner('push', { GITHUB_SERVER_URL: 'https://ghe.example/', GITHUB_API_URL: 'https://ghe.example/api/v3' }),
      {}
    )
    expect([event.serverUrl, event.apiUrl]).toEqual(['https://ghe.example', 'https://ghe.example/api/v3'])
  })
})

describe('unsupported', () => {
  const broken: [string, Environment, unknown, RegExp][] = [
    [
      'pull_request_target',
      runner('pull_request_target'),
      pullRequest(),
      /"pull_request_target" the checkout is the default branch.*"on: pull_request"/
    ],
    ['workflow_run', runner('workflow_run'), {}, /"workflow_run" the checkout is the default branch/],
    [
      'no name',
      { GITHUB_REPOSITORY: 'acme/shop' },
      {},
      /GITHUB_EVENT_NAME is not set\. Outside GitHub Actions use the command line/
    ],
    ['no repository', { GITHUB_EVENT_NAME: 'push' }, {}, /GITHUB_REPOSITORY is not set/],
    ['half a repository', runner('push', { GITHUB_REPOSITORY: 'shop' }), {}, /not of the form "owner\/name"/],
    ['no commit', runner('push', { GITHUB_SHA: 'main' }), {}, /GITHUB_SHA is not a commit/],
    [
      'a server that is not an address',
      runner('push', { GITHUB_SERVER_URL: 'github' }),
      {},
      /GITHUB_SERVER_URL is not an address/
    ],
    ...[
      undefined,
      null,
      'text',
      1,
      [],
      {},
      { pull_request: null },
      pullRequest({ number: '7' }),
      pullRequest({ number: -1 }),
      pullRequest({ head: null }),
      pullRequest({ head: { sha: 'main' } })
    ].map((payload): [string, Environment, unknown, RegExp] => [
      `the payload ${JSON.stringify(payload)}`,
      runner('pull_request'),
      payload,
      /names no pull request with a number and a head commit/
    ])
  ]
  test.each(broken)('%s', (_, environment, payload, message) => {
    expect(() => eventOf(environment, payload)).toThrow(message)
    expect(() => eventOf(environment, payload)).toThrow(ConfigError)
  })

  test('a payload that does not exist, and a runner without a payload', () => {
    expect(() => readEvent(runner('push', { GITHUB_EVENT_PATH: '/nowhere/event.json' }))).toThrow(/cannot be read/)
    expect(() => readEvent(runner('push', { GITHUB_EVENT_PATH: import.meta.filename }))).toThrow(/is not JSON/)
    expect(readEvent(runner('push')).sha).toBe(MERGE)
    expect(() => readEvent(runner('pull_request'))).toThrow(/names no pull request/)
  })
})

describe('a run under', () => {
  test.each(['push', 'merge_group', 'schedule', 'workflow_dispatch'])(
    '%s: the whole tree is scanned, without a comment',
    async event => {
      const api = await startGitHub()
      const outcome = await check(api, { 'go.mod': STALE }, { event, payload: {} })
      expect(outcome.exitCode).toBe(1)
      expect(api.comments).toEqual([])
      expect(api.checkRuns).toMatchObject([{ headSha: MERGE }])
      expect(outcome.summary).toContain(`/blob/${MERGE}/go.mod#L5`)
      expect(outcome.commands.filter(({ name }) => name === 'notice')).toEqual([])
    }
  )

  test.each(['issue_comment', 'release', 'pull_request_review'])('%s: the same, with a notice', async event => {
    const api = await startGitHub()
    const outcome = await check(api, { 'go.mod': STALE }, { event })
    expect(outcome.exitCode).toBe(1)
    expect(api.comments).toEqual([])
    expect(outcome.commands.filter(({ name }) => name === 'notice')).toMatchObject([
      { message: expect.stringContaining(`"${event}"`) }
    ])
  })

  // https://github.com/google/osv-scanner-action/issues/71: a green check for the wrong tree is worse than none.
  test.each(['pull_request_target', 'workflow_run'])(
    '%s: refused, because the checkout is not the pull request',
    async event => {
      const api = await startGitHub()
      const outcome = await check(api, { 'go.mod': FINE }, { event })
      expect(outcome.exitCode).toBe(3)
      expect(outcome.commands.at(-1)).toMatchObject({
        name: 'error',
        message: expect.stringContaining('on: pull_request')
      })
      expect(api.requests).toEqual([])
    }
  )

  test('pull_request: the checkout may be the merge commit or the head; links and check run go to the head', async () => {
    const api = await startGitHub()
    const workspace = repository({ 'go.mod': STALE })
    const head = commitAll(workspace, { 'go.mod': STALE })
    api.push(head)
    for (const sha of [MERGE, head]) {
      const outcome = await check(api, workspace, {
        payload: payload({ headSha: head }),
        environment: { GITHUB_SHA: sha }
      })
      expect(outcome.summary).toContain(`/blob/${head}/go.mod#L5`)
      expect(outcome.summary).not.toContain(MERGE)
    }
    expect(api.checkRuns.map(({ headSha }) => headSha)).toEqual([head, head])
  })

  test('GitHub Enterprise Server: its own addresses', async () => {
    const api = await startGitHub({ prefix: '/api/v3' })
    const environment = { GITHUB_SERVER_URL: 'https://ghe.example' }
    await check(api, { 'go.mod': STALE }, { environment })
    await check(api, { 'go.mod': STALE, 'b/go.mod': STALE }, { environment })
    expect(operations(api)).toContain('graphql')
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body).toContain(`https://ghe.example/acme/shop/blob/${HEAD}/b/go.mod#L5`)
    expect(ours(api)[0]?.body).not.toContain('https://github.com/acme')
  })
})
