/** The check run on the head commit, and its annotations. */

import { afterEach, describe, expect, test } from '@jest/globals'
import {
  annotationsOf,
  check,
  closeGitHub,
  FINE,
  FORK,
  HEAD,
  stale,
  startGitHub,
  UNREADABLE
} from '../support/pull-request.ts'

afterEach(closeGitHub)

describe('the check run', () => {
  // Defect 5: https://github.com/mikepenz/action-junit-report/blob/v6.4.2/src/annotator.ts drops what is beyond 50.
  test.each([0, 1, 50, 51, 100, 101, 500])('shows all of %d annotations, on the head commit', async count => {
    const api = await startGitHub()
    const outcome = await check(api, { ...stale(count), 'go.mod': FINE })
    const requests = api.requests.filter(({ operation }) => operation.startsWith('checks/'))
    expect(requests).toHaveLength(Math.max(1, Math.ceil(count / 50)))
    expect(api.checkRuns).toMatchObject([
      { name: 'Bound Token Check', headSha: HEAD, conclusion: count === 0 ? 'success' : 'failure' }
    ])
    expect(new Set(api.checkRuns[0]?.annotations.map(({ path }) => path)).size).toBe(count)
    expect(outcome.commands.filter(({ properties }) => properties['file'] !== undefined)).toEqual([])
  })

  // https://github.com/mikepenz/action-junit-report/issues/40, /issues/927; https://github.com/reviewdog/reviewdog/issues/403:
  // nobody's check run is looked for or changed, and the job itself tells the verdict too.
  test('is a new one of each run, and the job fails by itself', async () => {
    const api = await startGitHub()
    for (const files of [stale(1), { 'go.mod': FINE }]) await check(api, files)
    expect(api.checkRuns.map(({ conclusion }) => conclusion)).toEqual(['failure', 'success'])
    expect(api.requests.filter(({ operation }) => operation === 'checks/update')).toEqual([])
  })

  // https://github.com/open-policy-agent/conftest/pull/1173: without a line it is not in "Files changed".
  // https://github.com/jbergstroem/hadolint-gh-action/pull/6: Markdown would be shown as it is.
  test('has annotations with a file, a line and plain text', async () => {
    const api = await startGitHub()
    await check(api, { ...stale(2), 'fork/go.mod': FORK, 'broken/go.mod': UNREADABLE })
    const annotations = api.checkRuns[0]?.annotations ?? []
    expect(annotations).toHaveLength(4)
    for (const { path, start_line: start, end_line: end, start_column: column, title, message } of annotations) {
      expect(path).toMatch(/\/go\.mod$|^requirements-/)
      expect([Number(start) > 0, end === start, Number(column) > 0]).toEqual([true, true, true])
      expect(`${title}${message}`).not.toMatch(/\*\*|\]\(|<\w+>|^#/m)
    }
  })

  test('that fails halfway leaves the other annotations to the job', async () => {
    const api = await startGitHub()
    api.fail('checks/update', { status: 403, message: 'No' })
    const outcome = await check(api, stale(55))
    expect(api.checkRuns[0]?.annotations).toHaveLength(50)
    expect(annotationsOf(outcome, 'error')).toHaveLength(5)
    expect(outcome.log).toContain('50 of 55 annotations were accepted')
  })

  test('of many findings shows the most important ones, and the log has the number', async () => {
    const api = await startGitHub()
    const { log } = await check(api, { ...stale(1001), 'zzz/go.mod': FORK })
    expect(api.checkRuns[0]?.annotations).toHaveLength(1000)
    expect(log).toContain('shows the 1000 most important of 1002 annotations')
  })
})
