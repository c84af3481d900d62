/** The comment on a pull request: found, created, updated, resolved. */

import { afterEach, describe, expect, test } from '@jest/globals'
import { openApi } from '../../src/github/api.ts'
import { eventOf } from '../../src/github/event.ts'
import { RETRY_POLICY, sender } from '../../src/github/requests.ts'
import type { StandIn } from '../support/api/server.ts'
import { stoppedClock } from '../support/clock.ts'
import {
  check,
  closeGitHub,
  commitAll,
  FINE,
  FORK,
  HEAD,
  NEXT,
  operations,
  ours,
  payload,
  STALE,
  startGitHub,
  UNREADABLE,
  workTree
} from '../support/pull-request.ts'
import { repository } from '../support/trees.ts'

const readEventOf = (api: StandIn) =>
  eventOf(
    { GITHUB_EVENT_NAME: 'schedule', GITHUB_REPOSITORY: 'acme/shop', GITHUB_SHA: HEAD, GITHUB_API_URL: api.url },
    {}
  )

afterEach(closeGitHub)

describe('the comment', () => {
  // https://github.com/actions/dependency-review-action/issues/647, /628, /1127; https://github.com/OGKevin/cadmus/pull/987
  test('is created, updated in place, left alone when nothing changed, and resolved on a passing run', async () => {
    const api = await startGitHub()
    const workspace = repository({ 'go.mod': STALE })
    const first = await check(api, workspace)
    expect(first.exitCode).toBe(1)
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body).toContain('v11.0.0+incompatible')
    expect(first.outputs['comment-url']).toContain(`#issuecomment-${ours(api)[0]?.id}`)

    const same = await check(api, workspace)
    expect(operations(api)).not.toContain('issues/update-comment')
    expect(same.outputs['comment-url']).toBe(first.outputs['comment-url'])

    commitAll(workspace, { 'more/go.mod': STALE })
    api.push(NEXT)
    await check(api, workspace, { payload: payload({ headSha: NEXT }) })
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body).toContain(`/blob/${NEXT}/more/go.mod#L5`)

    commitAll(workspace, { 'go.mod': FINE, 'more/go.mod': FINE })
    const last = await check(api, workspace, { payload: payload({ headSha: NEXT }) })
    expect(last.exitCode).toBe(0)
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body).not.toContain('v11.0.0')
    expect(last.outputs['comment-url']).toBe(first.outputs['comment-url'])
  })

  test('is not created when there is nothing to report', async () => {
    const api = await startGitHub()
    const { outputs, log } = await check(api, { 'go.mod': FINE })
    expect(api.comments).toEqual([])
    expect(outputs['comment-url']).toBe('')
    expect(log).not.toContain('pull request comment')
  })

  // https://github.com/actions/dependency-review-action/issues/817: to report must not depend on to fail.
  test.each([
    ['findings that fail nothing', { 'go.mod': STALE }, { 'fail-on': 'never' }, 0],
    ['warnings', { 'go.mod': FORK }, {}, 0],
    ['gaps', { 'go.mod': UNREADABLE }, {}, 2],
    ['gaps that are allowed', { 'go.mod': UNREADABLE }, { 'allow-incomplete': 'true' }, 0]
  ])('is created for %s', async (_, tree, inputs, exitCode) => {
    const api = await startGitHub()
    expect((await check(api, tree, { inputs })).exitCode).toBe(exitCode)
    expect(ours(api)).toHaveLength(1)
  })

  // https://github.com/changesets/action and https://github.com/py-cov-action/python-coverage-comment-action read one page.
  test.each([31, 100, 101, 250])('is found after %d comments of others', async count => {
    const api = await startGitHub()
    api.plant(
      'octocat',
      Array.from({ length: count }, (_, index) => `comment ${index}`)
    )
    await check(api, { 'go.mod': STALE })
    expect(ours(api)).toHaveLength(1)
    api.push(NEXT)
    await check(api, { 'go.mod': STALE }, { payload: payload({ headSha: NEXT }) })
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body).toContain(NEXT)
  })

  // Defect 7: the marker alone proves nothing. https://github.com/danger/danger-js/blob/main/source/platforms/github/GitHubAPI.ts
  test.each(['mallory', 'github-actions', 'other-app[bot]'])(
    'of %s that carries our marker is left alone',
    async author => {
      const api = await startGitHub()
      api.plant(author, ['<!-- bound-token-check: -->\nAll is well.'])
      await check(api, { 'go.mod': STALE })
      expect(api.comments[0]).toMatchObject({ author, body: '<!-- bound-token-check: -->\nAll is well.' })
      expect(ours(api)).toHaveLength(1)
    }
  )

  test('is ours only when it begins with the marker', async () => {
    const api = await startGitHub()
    const quoting = 'Title: <!-- bound-token-check: -->'
    api.plant('github-actions[bot]', [quoting])
    await check(api, { 'go.mod': STALE })
    expect(api.comments.map(({ body }) => body === quoting)).toEqual([true, false])
  })

  test.each([
    ['the suffix', 'ghs_standIn', 'my-app[bot]', 'my-app[bot]'],
    ['no suffix for an App', 'ghs_standIn', 'my-app[bot]', 'my-app'],
    ['the login of a person', 'ghp_standIn', 'alice', 'alice']
  ])('is found when GraphQL answers with %s', async (_, token, login, viewer) => {
    const api = await startGitHub({ token, login, viewer })
    await check(api, { 'go.mod': STALE })
    api.push(NEXT)
    await check(api, { 'go.mod': STALE }, { payload: payload({ headSha: NEXT }) })
    expect(api.comments).toHaveLength(1)
    expect(api.comments[0]?.body).toContain(NEXT)
  })

  test('is found when GraphQL does not answer with a login', async () => {
    const api = await startGitHub({ viewer: undefined })
    await check(api, { 'go.mod': STALE })
    await check(api, { 'go.mod': FINE })
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body).not.toContain('v11.0.0')
  })

  // https://github.com/marocchino/sticky-pull-request-comment/issues/990
  test.each([false, true])(
    'that was hidden is found, updated and shown again (older server: %s)',
    async olderServer => {
      const api = await startGitHub({ olderServer })
      await check(api, { 'go.mod': STALE })
      api.minimize(ours(api)[0]?.id ?? 0)
      await check(api, { 'go.mod': STALE, 'more/go.mod': STALE })
      expect(ours(api)).toMatchObject([{ minimized: false }])
      api.minimize(ours(api)[0]?.id ?? 0)
      await check(api, { 'go.mod': FINE })
      expect(ours(api)).toMatchObject([{ minimized: true }])
    }
  )

  // https://github.com/suzuki-shunsuke/github-comment/issues/2523: hidden ones pile up.
  test.each([[[true, false]], [[true, true]]])('of which several are hidden is one again: %j', async hidden => {
    const api = await startGitHub()
    api.plant('github-actions[bot]', ['<!-- bound-token-check: -->\none', '<!-- bound-token-check: -->\ntwo'])
    for (const [index, comment] of api.comments.entries()) comment.minimized = hidden[index] ?? false
    const kept = api.comments[hidden.indexOf(false) < 0 ? 0 : hidden.indexOf(false)]?.id
    await check(api, { 'go.mod': STALE })
    expect(ours(api)).toEqual([expect.objectContaining({ id: kept, minimized: false })])
  })

  test('is the only one after two runs that started at the same moment', async () => {
    const api = await startGitHub()
    api.plant('github-actions[bot]', ['<!-- bound-token-check: -->\none', '<!-- bound-token-check: -->\ntwo'])
    const first = api.comments[0]?.id
    await check(api, { 'go.mod': STALE })
    expect(api.comments.map(({ id }) => id)).toEqual([first])
  })

  // Only EnricoMi/publish-unit-test-result-action guards against an older run that overwrites a newer one.
  test('of a newer commit is not overwritten by a slow run', async () => {
    const api = await startGitHub()
    await check(api, { 'go.mod': STALE })
    const before = ours(api)[0]?.body
    api.push(NEXT)
    const { exitCode, log, summary } = await check(api, { 'go.mod': FINE })
    expect(exitCode).toBe(0)
    expect(ours(api)[0]?.body).toBe(before)
    expect(log).toContain('the pull request has moved on from 1111111 to 2222222')
    expect(summary).toContain('moved on')
  })

  // https://github.com/tylerbutler/beryl/pull/316, https://github.com/CodeBoarding/CodeBoarding-action/pull/66
  test('is one per key, and per folder without a key', async () => {
    const api = await startGitHub()
    const workspace = workTree({ 'a/go.mod': STALE, 'b/go.mod': STALE })
    await check(api, workspace, { inputs: { path: 'a' } })
    await check(api, workspace, { inputs: { path: 'b' } })
    await check(api, workspace, { inputs: { path: 'b', 'comment-key': 'nightly/1.2' } })
    await check(api, workspace, { inputs: { path: 'a' } })
    expect(ours(api)).toHaveLength(3)
    expect(api.checkRuns.map(({ name }) => name)).toEqual([
      'Bound Token Check (a)',
      'Bound Token Check (b)',
      'Bound Token Check (nightly/1.2)',
      'Bound Token Check (a)'
    ])
  })

  // Re-runs of an old run, and slow ones of the same commit.
  test.each([
    ['an older run', '4710', '1', false],
    ['an older run that is run again', '4710', '9', false],
    ['an older attempt of the same run', '4711', '1', false],
    ['the same attempt', '4711', '2', true],
    ['a later attempt', '4711', '3', true],
    ['a newer run', '4712', '1', true]
  ])('of a run and its commit is overwritten by %s only if that is newer', async (_, id, attempt, isWritten) => {
    const api = await startGitHub()
    const run = (GITHUB_RUN_ID: string, GITHUB_RUN_ATTEMPT: string) => ({
      environment: { GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT }
    })
    await check(api, { 'go.mod': STALE }, run('4711', '2'))
    const { exitCode, log, outputs } = await check(api, { 'go.mod': FINE }, run(id, attempt))
    expect(exitCode).toBe(0)
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body.includes('v11.0.0')).toBe(!isWritten)
    expect(log.includes('a newer run wrote the comment')).toBe(!isWritten)
    expect(outputs['comment-url']).toContain('#issuecomment')
  })

  test('of a newer run about a commit that is no longer the head is overwritten', async () => {
    const api = await startGitHub()
    const newer = { environment: { GITHUB_RUN_ID: '9999' }, payload: payload({ headSha: NEXT }) }
    api.push(NEXT)
    await check(api, { 'go.mod': STALE }, newer)
    api.push(HEAD)
    await check(api, { 'go.mod': FINE })
    expect(ours(api)[0]?.body).not.toContain('v11.0.0')
  })

  // https://github.com/marocchino/sticky-pull-request-comment/pull/138, /issues/160: an edit notifies nobody.
  test.each([
    ['update', true],
    ['new', false]
  ])('that was resolved comes back with comment-on-relapse: %s', async (word, isSame) => {
    const api = await startGitHub()
    const inputs = { 'comment-on-relapse': word }
    await check(api, { 'go.mod': STALE }, { inputs })
    const [first] = ours(api)
    await check(api, { 'go.mod': STALE, 'more/go.mod': STALE }, { inputs })
    await check(api, { 'go.mod': FINE }, { inputs })
    expect(ours(api)).toEqual([expect.objectContaining({ id: first?.id, body: expect.stringContaining('Resolved') })])
    api.plant('octocat', ['Is this still so?'])
    const { outputs } = await check(api, { 'go.mod': STALE }, { inputs })
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.id === first?.id).toBe(isSame)
    expect(api.comments.at(isSame ? 0 : -1)?.id).toBe(ours(api)[0]?.id)
    expect(outputs['comment-url']).toContain(`#issuecomment-${ours(api)[0]?.id}`)
  })

  test.each([
    ['always', { 'go.mod': FINE }, 1],
    ['on-findings', { 'go.mod': FINE }, 0],
    ['on-findings', { 'go.mod': FORK }, 1],
    ['on-failure', { 'go.mod': FORK }, 0],
    ['on-failure', { 'go.mod': STALE }, 1],
    ['on-failure', { 'go.mod': UNREADABLE }, 1]
  ])('is created with comment: %s for %j: %d', async (when, files, number) => {
    const api = await startGitHub()
    const inputs = { comment: when }
    await check(api, files, { inputs })
    expect(ours(api)).toHaveLength(number)
    // The second run finds the first one's, and says the same.
    await check(api, files, { inputs })
    expect(ours(api)).toHaveLength(number)
    for (const { body } of ours(api)) expect(body).not.toContain('Resolved')
  })

  // https://github.com/actions/dependency-review-action/issues/1127
  test('of on-failure is brought up to date when warnings alone are left', async () => {
    const api = await startGitHub()
    const inputs = { comment: 'on-failure' }
    await check(api, { 'go.mod': STALE }, { inputs })
    expect((await check(api, { 'go.mod': FORK }, { inputs })).exitCode).toBe(0)
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body).not.toContain('v11.0.0')
    await check(api, { 'go.mod': FINE }, { inputs })
    expect(ours(api)[0]?.body).toContain('Resolved')
  })

  test('says so where some comments were not searched', async () => {
    const api = await startGitHub()
    api.endless = true
    const { log } = await check(api, { 'go.mod': STALE })
    expect(ours(api)).toHaveLength(1)
    expect(log).toContain('an older one may be among the many comments that were not searched')
  })

  // Defect 2: the marker was added after the length was measured.
  // https://github.com/actions/dependency-review-action/blob/v4.9.0/src/comment-pr.ts, /issues/779;
  // https://github.com/peter-evans/create-or-update-comment/pull/182: on creation and on update.
  test.each(['x', 'é', '€', '😀', '\n'])(
    'of %j is cut to the limit where it is sent, on creation and on update',
    async unit => {
      const api = await startGitHub()
      const event = readEventOf(api)
      const client = await openApi(api.token, event, sender(RETRY_POLICY, stoppedClock()))
      const units = Math.floor(65_536 / Buffer.byteLength(unit))
      for (const more of [-1, 0, 1, 2, 50_000]) {
        const text = `<!-- m -->\n${unit.repeat(units + more - 20)}\n${'y'.repeat(9)}`
        const { id } = await client.createComment(7, text)
        await client.updateComment(id, text)
        const sent = api.comments.at(-1)?.body ?? ''
        expect(Buffer.byteLength(sent)).toBeLessThanOrEqual(65_536)
        expect(sent.startsWith('<!-- m -->\n')).toBe(true)
        expect(sent === text).toBe(Buffer.byteLength(text) <= 65_536)
        expect(sent).not.toMatch(/\p{Cs}/u)
      }
    }
  )

  test('is left out with the input comment: never', async () => {
    const api = await startGitHub()
    expect((await check(api, { 'go.mod': STALE }, { inputs: { comment: 'never' } })).exitCode).toBe(1)
    expect(operations(api)).toEqual(['checks/create'])
  })

  test('is written on a closed pull request too', async () => {
    const api = await startGitHub({ pullRequest: { number: 7, headSha: HEAD, state: 'closed' } })
    await check(api, { 'go.mod': STALE })
    expect(ours(api)).toHaveLength(1)
  })

  test('that GitHub created without an answer is not created twice', async () => {
    const api = await startGitHub()
    api.fail('issues/create-comment', { way: 'afterwards', status: 502, times: 1 })
    const { outputs } = await check(api, { 'go.mod': STALE })
    expect(ours(api)).toHaveLength(1)
    expect(outputs['comment-url']).not.toBe('')
  })
})
