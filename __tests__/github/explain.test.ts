/** The messages for failures: the cause, the remedy, and who can apply it. */

import { describe, expect, test } from '@jest/globals'
import { type Event, eventOf } from '../../src/github/event.ts'
import { explain, isReadOnly } from '../../src/github/explain.ts'
import type { Failure, FailureKind } from '../../src/github/requests.ts'

const HEAD = '1'.repeat(40)
const EVENT = eventOf(
  {
    GITHUB_EVENT_NAME: 'schedule',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SHA: HEAD,
    GITHUB_API_URL: 'https://api.example'
  },
  {}
)
const DEPENDABOT: Event = { ...EVENT, dependabot: true, pullRequest: { number: 7, headSha: HEAD, fork: false } }
const FORK: Event = { ...EVENT, pullRequest: { number: 7, headSha: HEAD, fork: true } }

const FAILURES: Readonly<Record<FailureKind, Failure>> = {
  credentials: { kind: 'credentials', status: 401 },
  permission: { kind: 'permission', status: 403 },
  policy: { kind: 'policy', status: 403 },
  'app-only': { kind: 'app-only', status: 403 },
  locked: { kind: 'locked', status: 403 },
  archived: { kind: 'archived', status: 403 },
  'not-found': { kind: 'not-found', status: 404 },
  'no-commit': { kind: 'no-commit', status: 422 },
  'rate-limit': { kind: 'rate-limit', status: 429, wait: 61_000 },
  content: { kind: 'content', status: 422 },
  server: { kind: 'server', status: 500 },
  timeout: { kind: 'timeout' },
  unreadable: { kind: 'unreadable' },
  unreachable: { kind: 'unreachable' },
  untrusted: { kind: 'untrusted' },
  redirects: { kind: 'redirects' },
  'no-time': { kind: 'no-time' },
  other: { kind: 'other' }
}
const failures = [
  ...Object.values(FAILURES),
  { kind: 'rate-limit', status: 403 },
  { kind: 'other', status: 410 }
] satisfies Failure[]

describe('the messages', () => {
  test('fit into a row of the summary, differ, and say what to do', () => {
    for (const event of [EVENT, DEPENDABOT, FORK]) {
      const words = failures.map(failure => explain(failure, 'checks: write', event))
      expect(new Set(words).size).toBe(failures.length)
      // In the row of a check run a sentence precedes them, and the summary cuts at 300 characters.
      for (const text of words) expect(text.length).toBeLessThan(240)
      expect(words.filter(text => text.includes('`checks: write`'))).toHaveLength(3)
    }
  })

  test('blame the action for nothing but content that GitHub refuses and what is unknown', () => {
    const blaming = failures.filter(failure => explain(failure, 'checks: write', EVENT).includes('bug of the action'))
    expect(blaming.map(({ kind }) => kind)).toEqual(['content', 'other'])
  })

  // https://github.com/marocchino/sticky-pull-request-comment/issues/227, /298, /930
  test.each<[string, Event, boolean, string]>([
    ['Dependabot', DEPENDABOT, true, 'runs that Dependabot causes get a read-only token; a maintainer can add it'],
    ['a fork', FORK, true, 'its author cannot'],
    ['any other run', EVENT, false, 'add it under "permissions:" of the job']
  ])('say who can mend a missing permission: %s', (_, event, readOnly, words) => {
    for (const kind of ['permission', 'not-found'] as const) {
      expect(explain(FAILURES[kind], 'checks: write', event)).toContain(words)
    }
    expect(isReadOnly(event)).toBe(readOnly)
  })
})
