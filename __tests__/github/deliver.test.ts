/** The deliveries: none changes the verdict or stops another, and a failed one names the missing permission. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { CommentSettings } from '../../src/github/comment-steps.ts'
import { deliverProblem } from '../../src/github/deliver.ts'
import { readEvent } from '../../src/github/event.ts'
import { RETRY_POLICY, sender } from '../../src/github/requests.ts'
import { ConfigError } from '../../src/model/config-error.ts'
import { COMMENT_SIZE } from '../../src/reporters/limits.ts'
import { type Outcome, runAction } from '../support/action.ts'
import type { StandIn } from '../support/api/server.ts'
import {
  annotationsOf,
  BASE,
  BELOW_MINIMUM,
  check,
  closeGitHub,
  FINE,
  FORK,
  HEAD,
  MERGE,
  NEXT,
  ours,
  payload,
  STALE,
  staleAliases,
  startGitHub,
  stepOf,
  UNREADABLE,
  workTree
} from '../support/pull-request.ts'
import { type Files, tree } from '../support/trees.ts'

afterEach(closeGitHub)

describe('permissions', () => {
  test('"contents: read" alone gives verdict, annotations, summary, outputs and the file', async () => {
    const api = await startGitHub({ permissions: { contents: 'read' }, private: true })
    const outcome = await check(api, { 'go.mod': STALE })
    expect(outcome.exitCode).toBe(1)
    expect(annotationsOf(outcome, 'error')).toMatchObject([{ properties: { file: 'go.mod', line: '5', col: '26' } }])
    expect(outcome.summary).toContain('`go.mod:5`')
    // A channel that nobody asked for is no news.
    expect(outcome.summary).not.toMatch(/could not be posted|write`|check run|comment/)
    expect(outcome.log).not.toMatch(/could not be posted|write`|check run|pull request comment/)
    expect(outcome.commands.map(({ name }) => name)).toEqual(['add-mask', 'error', 'error'])
    expect(existsSync(outcome.outputs['report-json'] ?? '')).toBe(true)
    expect(outcome.outputs['comment-url']).toBe('')
  })

  // https://github.com/marocchino/sticky-pull-request-comment/issues/930: name the permission and the kind of run.
  // https://github.com/StarRocks/starrocks/pull/74806: `issues: write` does not do.
  // https://github.com/reviewdog/reviewdog/issues/1210, /411, /1179: try, do not predict.
  test.each([
    ['a fork', payload({ from: 'mallory/shop' }), 'runs for pull requests from forks get a read-only token'],
    ['a fork that is gone', payload({ from: '' }), 'runs for pull requests from forks get a read-only token'],
    ['Dependabot', payload({ sender: 'dependabot[bot]' }), 'runs that Dependabot causes get a read-only token'],
    ['the same repository', payload(), 'under "permissions:" of the job']
  ])('that are missing are named with the kind of run: %s', async (kind, event, words) => {
    const api = await startGitHub({ permissions: {} })
    const inputs = { comment: 'on-findings' }
    const { log, exitCode, summary } = await check(api, { 'go.mod': STALE }, { payload: event, inputs })
    expect(exitCode).toBe(1)
    const line = log.split('\n').find(text => text.includes('pull-requests: write')) ?? ''
    expect(line).toContain(words)
    expect(summary).toContain('`pull-requests: write`')
    // A warning is for those who can mend it.
    expect(line.startsWith('::warning')).toBe(kind === 'the same repository')
    expect(log).not.toContain('checks: write')
  })

  test('that are missing are in the log of a run with debug logging', async () => {
    const api = await startGitHub({ permissions: {} })
    const { commands } = await check(api, { 'go.mod': STALE }, { environment: { RUNNER_DEBUG: '1' } })
    expect(commands.filter(({ name }) => name === 'debug').map(({ message }) => message)).toEqual([
      expect.stringMatching(/^pull request comment: .*`pull-requests: write`/),
      expect.stringMatching(/^check run: .*`checks: write`/)
    ])
  })

  test('of a fork whose owner sends write tokens are used', async () => {
    const api = await startGitHub()
    await check(api, { 'go.mod': STALE }, { payload: payload({ from: 'mallory/shop' }) })
    expect(ours(api)).toHaveLength(1)
    expect(api.checkRuns).toHaveLength(1)
  })

  test('that are missing are no news when there is nothing to report', async () => {
    const api = await startGitHub({ permissions: { contents: 'read' }, private: true })
    const outcome = await check(api, { 'go.mod': FINE }, { inputs: { comment: 'on-failure' } })
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([0, 'passed'])
    expect(outcome.commands.map(({ name }) => name)).toEqual(['add-mask'])
    expect(outcome.log + outcome.summary).not.toMatch(/comment|check run/)
  })

  test('no token: no request to GitHub', async () => {
    const api = await startGitHub()
    const outcome = await check(api, { 'go.mod': STALE }, { inputs: { token: '' } })
    expect(outcome.exitCode).toBe(1)
    expect(api.requests).toEqual([])
    // Nobody knows the configuration of the base.
    expect(annotationsOf(outcome, 'error').map(({ properties }) => properties['file'])).toEqual([
      'go.mod',
      '.github/bound-token-check.yml'
    ])
  })

  test('a personal token cannot create check runs: the annotations come from the job', async () => {
    const api = await startGitHub({ token: 'ghp_person', login: 'alice' })
    api.fail('checks/create', { status: 403, message: 'You must authenticate via a GitHub App.' })
    const outcome = await check(api, { 'go.mod': STALE })
    expect(annotationsOf(outcome, 'error')).toHaveLength(1)
    expect(outcome.log).not.toContain('check run')
  })

  test('a locked conversation is named as the cause', async () => {
    const api = await startGitHub()
    api.fail('issues/create-comment', { status: 403, message: 'Unable to create comment because issue is locked.' })
    expect((await check(api, { 'go.mod': STALE })).log).toContain('the conversation is locked')
  })
})

// Defect 1: https://github.com/actions/dependency-review-action/blob/v4.9.0/src/main.ts looked at no block of results after the
// first one with findings. See also https://github.com/actions/dependency-review-action/issues/734, /824.
describe('every class of finding', () => {
  const files: Files = {
    'a/go.mod': STALE,
    'b/go.mod': BELOW_MINIMUM,
    'c/go.mod': FORK,
    'd/requirements.txt': 'kubernetes==36.0.0\n',
    'e/go.mod': UNREADABLE,
    'f/package.json': '{ "dependencies": { "@kubernetes/client-node": "*" } }\n',
    '.github/bound-token-check.yml':
      'waivers:\n  - rule: client-cannot-reload\n    package: pkg:npm/kubernetes-client\n    reason: old\n    owner: web\n    until: 2024-01-01\n'
  }
  const places = Object.keys(files)

  test.each(['error', 'never'])('is in every sink with fail-on: %s', async failOn => {
    const api = await startGitHub()
    const outcome = await check(api, files, { inputs: { 'fail-on': failOn } })
    expect(outcome.exitCode).toBe(failOn === 'error' ? 1 : 2)
    const report = readFileSync(outcome.outputs['report-json'] ?? '', 'utf8')
    const annotated = api.checkRuns[0]?.annotations.map(({ path }) => path)
    for (const path of places) {
      const sinks = { log: outcome.log, summary: outcome.summary, comment: ours(api)[0]?.body, report, annotated }
      const missing = Object.entries(sinks).filter(([, text]) => !text?.includes(path))
      expect([path, missing.map(([name]) => name)]).toEqual([path, []])
    }
  })

  test('is an annotation of the job without a check run', async () => {
    const api = await startGitHub({ permissions: {} })
    const outcome = await check(api, files)
    const annotated = outcome.commands.map(({ properties }) => properties['file'])
    expect(places.filter(path => !annotated.includes(path))).toEqual([])
  })
})

describe('a check without a verdict', () => {
  const problem = new ConfigError('.github/bound-token-check.yml:1:1: "minimun" is no key.', [
    { place: { path: '.github/bound-token-check.yml', line: 1, column: 1 }, message: '"minimun" is no key, @octocat.' }
  ])

  /** Delivers the problem in place of a result. */
  function deliverInStep(api: StandIn, comment: CommentSettings, event = 'pull_request'): Promise<Outcome> {
    return runAction(stepOf(api, {}, { event }), (environment, clock) =>
      deliverProblem(problem, 'invalid', {
        environment,
        event: readEvent(environment),
        token: api.token,
        key: '',
        comment,
        commentIsStated: false,
        now: clock.now(),
        isBlob: async () => false,
        sender: sender(RETRY_POLICY, clock)
      })
    )
  }

  const ON_FINDINGS: CommentSettings = { when: 'on-findings', onRelapse: 'update' }

  test('leaves no older verdict standing: comment, check run, summary and outputs say what is wrong', async () => {
    const api = await startGitHub()
    await check(api, { 'go.mod': FINE }, { inputs: { comment: 'always' } })
    const before = ours(api)[0]
    const outcome = await deliverInStep(api, ON_FINDINGS)
    expect(ours(api)).toEqual([expect.objectContaining({ id: before?.id })])
    for (const text of [ours(api)[0]?.body, outcome.summary, api.checkRuns.at(-1)?.summary]) {
      expect(text).toContain('.github/bound-token-check.yml:1')
      expect(text).toContain('"minimun" is no key')
      expect(text).not.toMatch(/[^`]@octocat/)
    }
    expect(api.checkRuns.at(-1)).toMatchObject({ conclusion: 'action_required', headSha: HEAD })
    expect(outcome.outputs).toMatchObject({
      verdict: 'invalid',
      errors: '',
      'report-json': '',
      'report-sarif': '',
      'comment-body': expect.stringContaining('minimun'),
      'comment-url': expect.stringContaining(`#issuecomment-${before?.id}`)
    })
    expect(outcome.commands.filter(({ name }) => name === 'error')).toEqual([])
  })

  test.each([
    ['always', 1],
    ['on-findings', 1],
    ['on-failure', 1],
    ['never', 0]
  ] as const)('is told in a new comment with comment: %s', async (when, number) => {
    const api = await startGitHub()
    await deliverInStep(api, { ...ON_FINDINGS, when })
    expect(ours(api)).toHaveLength(number)
  })

  test('has no comment outside of a pull request', async () => {
    const api = await startGitHub()
    const outcome = await deliverInStep(api, ON_FINDINGS, 'schedule')
    expect(api.comments).toEqual([])
    expect(outcome.summary).toContain('minimun')
  })

  test('is found again by the next run', async () => {
    const api = await startGitHub()
    await deliverInStep(api, ON_FINDINGS)
    await check(api, { 'go.mod': FINE })
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body).not.toContain('minimun')
  })
})

describe('the links of a comment', () => {
  const SITE = 'https://github.com/acme/shop'

  test('are to the head of the pull request, not to the test merge; with base, run, time and explanations', async () => {
    const api = await startGitHub()
    const environment = { GITHUB_ACTION_REPOSITORY: 'acme/bound-token-check', GITHUB_ACTION_REF: 'releases/v1' }
    const { summary } = await check(api, { 'go.mod': STALE }, { environment })
    const docs = 'https://github.com/acme/bound-token-check/blob/releases/v1'
    for (const page of [ours(api)[0]?.body, summary, api.checkRuns[0]?.summary]) {
      expect(page).toContain(`](${SITE}/blob/${HEAD}/go.mod#L5)`)
      expect(page).toContain(
        `commit [\`1111111\`](${SITE}/commit/${HEAD}) against [\`bbbbbbb\`](${SITE}/commit/${BASE})`
      )
      expect(page).toContain(`· [run](${SITE}/actions/runs/4711) · 2025-06-15 12:00 UTC</sub>`)
      expect(page).toContain(`[the rule](${docs}/docs/rules.md#client-cannot-reload)`)
      expect(page).toContain(`(${docs}/docs/clients/golang.md#pkg-golang-k8s-io-client-go)`)
      expect(page).not.toContain(MERGE)
    }
  })

  test('lead to no explanation where the Action is a folder of the checked out repository', async () => {
    const api = await startGitHub()
    await check(api, { 'go.mod': STALE }, { environment: { GITHUB_ACTION_REPOSITORY: '', GITHUB_ACTION_REF: '' } })
    expect(ours(api)[0]?.body).toContain('<sub>Bound Token Check · commit ')
  })

  test('stand under a wrong configuration too', async () => {
    const api = await startGitHub()
    await check(api, { 'go.mod': STALE, '.github/bound-token-check.yml': 'minimun: observed\n' })
    expect(ours(api)[0]?.body).toContain(`commit [\`1111111\`](${SITE}/commit/${HEAD}) · [run](`)
  })
})

describe('limits', () => {
  /** Expects a page that is within its limit because it leaves something out, and says so. */
  function expectCut(page: string | undefined, limit: number): void {
    expect(Buffer.byteLength(page ?? '')).toBeLessThanOrEqual(limit)
    expect(page).toMatch(/\b\d+ more (?:packages?|places)\b/)
  }

  // https://github.com/reviewdog/action-eslint/issues/139: the summary of a check run.
  // https://github.com/actions/dependency-review-action/issues/867, /786, /774 and /779, /730;
  // https://github.com/peter-evans/create-or-update-comment/issues/181: the stand-in answers 422 above each limit.
  test('of comment, summary and check run are kept for a very large report, both on creation and on update', async () => {
    const api = await startGitHub()
    const long = 'ä'.repeat(120)
    const workspace = workTree({ [`${long}/${long}/package.json`]: staleAliases(700) })
    const outcome = await check(api, workspace)
    expect([outcome.exitCode, outcome.outputs['errors']]).toEqual([1, '700'])
    expectCut(outcome.summary, 1024 * 1024)
    expectCut(api.checkRuns[0]?.summary, 65_535)
    expectCut(ours(api)[0]?.body, COMMENT_SIZE)
    api.push(NEXT)
    await check(api, workspace, { payload: payload({ headSha: NEXT }) })
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body).toContain(NEXT)
    expectCut(ours(api)[0]?.body, COMMENT_SIZE)
    expect(ours(api)[0]?.body).toContain('[the job summary](https://github.com/acme/shop/actions/runs/4711)')
  })

  test('of the summary include the present content of the file', async () => {
    const api = await startGitHub()
    const folder = tree({})
    const file = join(folder, 'summary.md')
    const before = 'x'.repeat(1024 * 1024 - 5000)
    writeFileSync(file, before)
    await check(api, { 'package.json': staleAliases(200) }, { environment: { GITHUB_STEP_SUMMARY: file } })
    const content = readFileSync(file, 'utf8')
    expect(content.startsWith(`${before}### `)).toBe(true)
    expectCut(content.slice(before.length), 5000)
  })
})
