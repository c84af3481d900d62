/** The Action as it is shipped: the bundle as a process, with its exit code, its streams and its files. */

import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { type Outcome, runAction, runActionBundle, type Step } from './support/action.ts'
import type { StandIn } from './support/api/server.ts'
import {
  annotationsOf,
  BELOW_MINIMUM,
  closeGitHub,
  FINE,
  FORK,
  ours,
  STALE,
  stale,
  staleAliases,
  startGitHub,
  stepOf,
  UNREADABLE
} from './support/pull-request.ts'
import { type Files, repository, tree } from './support/trees.ts'

afterEach(closeGitHub)

/** Runs the bundle on a repository with these files. */
function check(api: StandIn, files: Files, step: Partial<Step> = {}): Promise<Outcome> {
  return runActionBundle(stepOf(api, repository(files), step))
}

describe('exit codes', () => {
  test.each([
    ['0: every client reloads', { 'go.mod': FINE }, 0, 'passed', 'success'],
    ['1: a client cannot reload', { 'go.mod': STALE }, 1, 'failed', 'failure'],
    ['2: incomplete', { 'go.mod': UNREADABLE }, 2, 'incomplete', 'action_required']
  ])('%s', async (_, files, exitCode, verdict, conclusion) => {
    const api = await startGitHub()
    const outcome = await check(api, files, { inputs: { comment: 'never' } })
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([exitCode, verdict])
    expect(api.checkRuns).toMatchObject([{ conclusion }])
  })

  // @actions/github reads the payload while it loads, and would throw.
  test('3: a payload that is not JSON', async () => {
    const path = join(tree({}), 'event.json')
    writeFileSync(path, '{"pull_request":')
    for (const event of ['pull_request', 'schedule']) {
      const outcome = await check(
        await startGitHub(),
        { 'go.mod': FINE },
        { event, environment: { GITHUB_EVENT_PATH: path } }
      )
      expect(outcome.exitCode).toBe(3)
      expect(outcome.commands.at(-1)?.message).toContain('is not JSON')
    }
  })
})

// Defect 1: https://github.com/actions/dependency-review-action/issues/734, /824, /706
test('the verdict comes after every class of finding, and every channel shows all of them', async () => {
  const api = await startGitHub()
  const files = {
    'a/go.mod': STALE,
    'b/go.mod': FORK,
    'c/go.mod': BELOW_MINIMUM,
    'd/go.mod': UNREADABLE,
    'e/go.mod': FINE
  }
  const outcome = await check(api, files, { inputs: { minimum: 'observed' } })
  expect(outcome.outputs).toMatchObject({
    verdict: 'failed',
    errors: '1',
    warnings: '1',
    notices: '1',
    clients: '4',
    gaps: '1'
  })
  const paths = ['a/go.mod', 'b/go.mod', 'c/go.mod', 'd/go.mod']
  expect(api.checkRuns[0]?.annotations.map(({ path }) => path).toSorted()).toEqual(paths)
  for (const path of paths) {
    expect(outcome.log).toContain(`${path}:`)
    expect(outcome.summary).toContain(`${path}:`)
    expect(ours(api)[0]?.body).toContain(`${path}:`)
  }
})

test('the token is masked before anything else is printed', async () => {
  const api = await startGitHub()
  const { log } = await check(api, { 'go.mod': STALE })
  expect(log.split('\n')[0]).toBe(`::add-mask::${api.token}`)
  expect(log.split(api.token)).toHaveLength(2)
})

test('the run waits as long as GitHub requires, and then continues', async () => {
  const api = await startGitHub()
  const message = 'You have exceeded a secondary rate limit.'
  api.fail('issues/create-comment', { status: 403, message, headers: { 'retry-after': '1' }, times: 1 })
  api.fail('checks/create', { status: 429, message, headers: { 'retry-after': '3600' } })
  const outcome = await check(api, { 'go.mod': STALE })
  expect(ours(api)).toHaveLength(1)
  expect(outcome.log).toContain("GitHub's rate limit is used up (429): run the job again in 3600 seconds")
  expect(annotationsOf(outcome, 'error')).toHaveLength(1)
})

test('a log that is larger than a pipe arrives whole', async () => {
  // Without a token the configuration of the base is not known: one more error.
  const outcome = await check(await startGitHub(), { 'package.json': staleAliases(500) }, { inputs: { token: '' } })
  expect(outcome.log.length).toBeGreaterThan(128 * 1024)
  expect(outcome.log).toMatch(/^job summary delivered$/m)
  expect(outcome.commands.filter(({ name }) => name === 'error').map(({ properties }) => properties['title'])).toEqual([
    undefined,
    ...Array.from({ length: 8 }, () => expect.stringMatching(/cannot reload/)),
    '493 more errors'
  ])
})

test('500 findings: one comment that a person can read, and a check run with all of them in ten requests', async () => {
  const api = await startGitHub()
  const outcome = await check(api, stale(500))
  expect([outcome.exitCode, outcome.outputs['errors']]).toEqual([1, '500'])
  expect(ours(api)).toHaveLength(1)
  expect(Buffer.byteLength(ours(api)[0]?.body ?? '')).toBeLessThan(16 * 1024)
  expect(api.checkRuns).toHaveLength(1)
  expect(new Set(api.checkRuns[0]?.annotations.map(({ path }) => path)).size).toBe(500)
  expect(api.requests.filter(({ operation }) => operation.startsWith('checks/'))).toHaveLength(10)
})

describe('with "contents: read" alone', () => {
  const permissions = { contents: 'read' } as const

  test.each([
    ['passes', { 'go.mod': FINE }, 0, []],
    ['fails', { 'go.mod': STALE }, 1, ['error', 'error']],
    ['is incomplete', { 'go.mod': UNREADABLE }, 2, ['error', 'error']]
  ])('what %s does so, and nothing complains', async (_, files, exitCode, commands) => {
    const api = await startGitHub({ permissions, private: true })
    const outcome = await check(api, files)
    expect(outcome.exitCode).toBe(exitCode)
    expect(outcome.commands.map(({ name }) => name)).toEqual(['add-mask', ...commands])
    expect(outcome.log + outcome.summary).not.toMatch(/could not be posted|: write/)
    expect([api.comments, api.checkRuns]).toEqual([[], []])
  })
})

// Version schemes and parsers are loaded on demand: the example needs those of six ecosystems.
test('the bundle reports what the sources report', async () => {
  const workspace = tree({})
  cpSync(join(import.meta.dirname, '..', 'example'), workspace, { recursive: true })
  const step = stepOf(await startGitHub(), workspace)
  const reports = [await runActionBundle(step), await runAction(step)].map(({ exitCode, outputs, leaked }) => {
    const { 'report-json': report = '', 'report-sarif': sarif = '', 'comment-file': comment = '', ...texts } = outputs
    // The bundle has the clock of the system.
    const timeless = (text: string) => text.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, 'now')
    const files = [report, sarif, comment].map(path => timeless(readFileSync(path, 'utf8')))
    const others = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, timeless(text)]))
    return { exitCode, others, leaked, report: files[0], files }
  })
  expect(reports[0]).toEqual(reports[1])
  expect(reports[0]).toMatchObject({ exitCode: 1, leaked: '', report: expect.stringContaining('cannot-reload') })
})
