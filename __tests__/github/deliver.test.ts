/** The deliveries: none changes the verdict or stops another, and a failed one names the missing permission. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { OperationId } from '../support/api/server.ts'
import {
  annotationsOf,
  check,
  closeGitHub,
  FINE,
  NEXT,
  ours,
  payload,
  STALE,
  staleVersions,
  startGitHub,
  workTree
} from '../support/pull-request.ts'
import { tree } from '../support/trees.ts'

afterEach(closeGitHub)

describe('the verdict', () => {
  const failures: [OperationId, number][] = [
    ['checks/create', 403],
    ['checks/create', 404],
    ['checks/create', 422],
    ['issues/list-comments', 401],
    ['issues/list-comments', 410],
    ['issues/create-comment', 403],
    ['issues/create-comment', 404],
    ['issues/create-comment', 422],
    ['pulls/get', 404]
  ]
  // https://github.com/marocchino/sticky-pull-request-comment/issues/227, https://github.com/google/osv-scanner/issues/701
  test.each(failures)('does not change when %s answers %d, and no other channel fails', async (operation, status) => {
    const api = await startGitHub()
    api.fail(operation, { status, message: 'No' })
    const outcome = await check(api, { 'go.mod': STALE })
    expect([outcome.exitCode, outcome.outputs['verdict'], outcome.outputs['errors']]).toEqual([1, 'failed', '1'])
    expect(outcome.summary).toContain('What could not be posted')
    const checkRunFails = operation === 'checks/create'
    expect(api.checkRuns).toHaveLength(checkRunFails ? 0 : 1)
    expect(annotationsOf(outcome, 'error')).toHaveLength(checkRunFails ? 1 : 0)
    expect(ours(api)).toHaveLength(checkRunFails ? 1 : 0)
  })

  test('does not change when GitHub cannot be reached at all', async () => {
    const outcome = await check(await startGitHub(), { 'go.mod': STALE }, { apiUrl: 'http://127.0.0.1:9' })
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([1, 'failed'])
    expect(annotationsOf(outcome, 'error')).toHaveLength(1)
    expect(outcome.log).toContain('http://127.0.0.1:9 cannot be reached')
  })

  test('does not change when a proxy answers with a page', async () => {
    const api = await startGitHub()
    api.fail('checks/create', { way: 'page' })
    api.fail('issues/list-comments', { way: 'page' })
    const outcome = await check(api, { 'go.mod': FINE })
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([0, 'passed'])
    expect(outcome.summary).toContain('an unexpected answer')
  })
})

describe('permissions', () => {
  test('"contents: read" alone gives verdict, annotations, summary, outputs and the file', async () => {
    const api = await startGitHub({ permissions: {}, private: true })
    const outcome = await check(api, { 'go.mod': STALE })
    expect(outcome.exitCode).toBe(1)
    expect(annotationsOf(outcome, 'error')).toMatchObject([{ properties: { file: 'go.mod', line: '5', col: '26' } }])
    expect(outcome.summary).toContain('`go.mod:5`')
    expect(outcome.summary).toContain('`checks: write`')
    expect(outcome.summary).toContain('`pull-requests: write`')
    expect(existsSync(outcome.outputs['report-json'] ?? '')).toBe(true)
    expect(outcome.outputs['comment-url']).toBe('')
  })

  // https://github.com/marocchino/sticky-pull-request-comment/issues/930: name the permission and the kind of run.
  // https://github.com/reviewdog/reviewdog/issues/1210: try, do not predict.
  test.each([
    ['a fork', payload({ from: 'mallory/shop' }), 'runs for pull requests from forks get a read-only token'],
    ['a fork that is gone', payload({ from: '' }), 'runs for pull requests from forks get a read-only token'],
    ['Dependabot', payload({ sender: 'dependabot[bot]' }), 'runs that Dependabot causes get a read-only token'],
    ['the same repository', payload(), 'under "permissions:" of the job']
  ])('that are missing are named with the kind of run: %s', async (_, event, words) => {
    const api = await startGitHub({ permissions: {} })
    const { log, exitCode } = await check(api, { 'go.mod': STALE }, { payload: event })
    expect(exitCode).toBe(1)
    const line = log.split('\n').find(text => text.includes('pull-requests: write')) ?? ''
    expect(line).toContain(words)
  })

  test('of a fork whose owner sends write tokens are used', async () => {
    const api = await startGitHub()
    await check(api, { 'go.mod': STALE }, { payload: payload({ from: 'mallory/shop' }) })
    expect(ours(api)).toHaveLength(1)
    expect(api.checkRuns).toHaveLength(1)
  })

  test('that are missing are no warning when there is nothing to report', async () => {
    const api = await startGitHub({ permissions: {}, private: true })
    const outcome = await check(api, { 'go.mod': FINE })
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([0, 'passed'])
    expect(outcome.commands.map(({ name }) => name)).toEqual(['add-mask'])
    expect(outcome.log).toContain('pull request comment skipped (nothing to report, and the token lacks')
  })

  test('no token: no request to GitHub', async () => {
    const api = await startGitHub()
    const outcome = await check(api, { 'go.mod': STALE }, { inputs: { token: '' } })
    expect(outcome.exitCode).toBe(1)
    expect(api.requests).toEqual([])
    expect(annotationsOf(outcome, 'error')).toHaveLength(1)
  })

  test('a personal token cannot create check runs: the annotations come from the job', async () => {
    const api = await startGitHub({ token: 'ghp_person', login: 'alice' })
    api.fail('checks/create', { status: 403, message: 'You must authenticate via a GitHub App.' })
    const outcome = await check(api, { 'go.mod': STALE })
    expect(annotationsOf(outcome, 'error')).toHaveLength(1)
    expect(outcome.log).toContain('only tokens of GitHub Apps may do this')
  })

  test('a locked conversation is named as the cause', async () => {
    const api = await startGitHub()
    api.fail('issues/create-comment', { status: 403, message: 'Unable to create comment because issue is locked.' })
    expect((await check(api, { 'go.mod': STALE })).log).toContain('the conversation is locked')
  })
})

describe('limits', () => {
  /** Expects a text that had to be cut: one that is far below its limit would prove nothing. */
  function expectCut(size: number | undefined, limit: number): void {
    expect(size).toBeLessThanOrEqual(limit)
    expect(size).toBeGreaterThan(0.9 * limit)
  }

  // https://github.com/actions/dependency-review-action/issues/867, /786, /774 and /779, /730;
  // https://github.com/peter-evans/create-or-update-comment/issues/181: the stand-in answers 422 above each limit.
  test('of comment, summary and check run are kept for a very large report, both on creation and on update', async () => {
    const api = await startGitHub()
    const long = 'ä'.repeat(120)
    const workspace = workTree({ [`${long}/${long}/requirements.txt`]: staleVersions(700) })
    const outcome = await check(api, workspace)
    expect([outcome.exitCode, outcome.outputs['errors']]).toEqual([1, '700'])
    expectCut(Buffer.byteLength(outcome.summary), 1024 * 1024)
    expectCut(api.checkRuns[0]?.summary.length, 65_535)
    expectCut(ours(api)[0]?.body.length, 65_536)
    api.push(NEXT)
    await check(api, workspace, { payload: payload({ headSha: NEXT }) })
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body).toContain(NEXT)
    expectCut(ours(api)[0]?.body.length, 65_536)
    expect(ours(api)[0]?.body).toContain('[the job summary](https://github.com/acme/shop/actions/runs/4711)')
  })

  test('of the summary include the present content of the file', async () => {
    const api = await startGitHub()
    const folder = tree({})
    const file = join(folder, 'summary.md')
    writeFileSync(file, 'x'.repeat(1024 * 1024 - 5000))
    await check(api, { 'requirements.txt': staleVersions(200) }, { environment: { GITHUB_STEP_SUMMARY: file } })
    const size = readFileSync(file).length
    expect(size).toBeGreaterThan(1024 * 1024 - 1000)
    expect(size).toBeLessThanOrEqual(1024 * 1024)
  })
})
