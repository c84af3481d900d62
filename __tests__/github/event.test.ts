/** The events: what is read of each payload, and the message for one that cannot be served. */

import { describe, expect, test } from '@jest/globals'
import { type Environment, eventOf, readEvent } from '../../src/github/event.ts'
import { ConfigError } from '../../src/model/config-error.ts'
import { FORK, mergeGroup, OTHERS, pullRequest, push, REPOSITORY_ID, workflowRun, ZEROS } from '../support/payloads.ts'

const [BASE, HEAD, MERGE] = ['b'.repeat(40), '1'.repeat(40), 'c'.repeat(40)]

const runner = (name: string, more: Environment = {}): Environment => ({
  GITHUB_EVENT_NAME: name,
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_SHA: MERGE,
  ...more
})
const pull = (more: Partial<Parameters<typeof pullRequest>[0]> = {}) => pullRequest({ head: HEAD, base: BASE, ...more })
const causeOf = (name: string, payload: unknown) => eventOf(runner(name), payload).cause

describe('events', () => {
  test('a pull request: its head, independent of the checkout', () => {
    expect(eventOf(runner('pull_request'), pull())).toEqual({
      name: 'pull_request',
      owner: 'acme',
      repository: 'shop',
      serverUrl: 'https://github.com',
      apiUrl: 'https://api.github.com',
      sha: HEAD,
      pullRequest: { number: 7, headSha: HEAD, fork: false },
      dependabot: false,
      cause: {
        kind: 'pull-request',
        files: 'checkout',
        state: 'open',
        number: 7,
        head: HEAD,
        baseTip: BASE,
        fork: false
      }
    })
  })

  test.each([
    ['a fork', FORK, true],
    ['a repository that is gone', null, true],
    ['the same repository', undefined, false]
  ])('a pull request from %s', (_, from, fork) => {
    expect(eventOf(runner('pull_request'), pull({ from })).pullRequest?.fork).toBe(fork)
  })

  test.each([
    ['opened', {}, 'open'],
    ['a draft', { draft: true }, 'open'],
    ['retargeted', { action: 'edited', changes: { base: { ref: { from: 'legacy' }, sha: { from: BASE } } } }, 'open'],
    ['closed', { action: 'closed' }, 'closed'],
    ['merged', { action: 'closed', merged: true }, 'merged']
  ])('a pull request that is %s', (_, more, state) => {
    expect(causeOf('pull_request', pull(more))).toMatchObject({ kind: 'pull-request', state })
  })

  test('a merged pull request: the checkout is its base branch, and nobody reads a comment', () => {
    const event = eventOf(runner('pull_request'), pull({ action: 'closed', merged: true }))
    expect([event.sha, event.pullRequest]).toEqual([MERGE, undefined])
  })

  test('pull_request_target: the head is read from GitHub', () => {
    const event = eventOf(runner('pull_request_target'), pull({ from: FORK }))
    expect(event).toMatchObject({
      sha: HEAD,
      pullRequest: { number: 7, fork: false },
      cause: { files: 'api', fork: true }
    })
  })

  test('merge_group', () => {
    const event = eventOf(runner('merge_group'), mergeGroup({ head: HEAD, base: BASE }))
    expect(event.sha).toBe(HEAD)
    expect(event.cause).toEqual({ kind: 'merge-group', head: HEAD, parent: BASE, target: 'main' })
    expect(causeOf('merge_group', mergeGroup({ head: HEAD, base: BASE, action: 'destroyed' })).kind).toBe('nothing')
  })

  test.each([
    ['commits', {}, { kind: 'push', ref: 'branch', after: HEAD, before: BASE }],
    ['by force', { forced: true }, { kind: 'push', ref: 'branch', after: HEAD, before: BASE }],
    ['a new branch', { before: ZEROS }, { kind: 'push', ref: 'branch', after: HEAD }],
    ['a tag', { ref: 'refs/tags/v1' }, { kind: 'push', ref: 'tag', after: HEAD, before: BASE }],
    ['an entry of a merge queue', { ref: 'refs/heads/gh-readonly-queue/main/pr-7' }, { kind: 'push', ref: 'queue' }],
    ['the end of a branch', { after: ZEROS }, { kind: 'nothing', because: 'the push deleted a branch' }],
    ['the end of a tag', { after: ZEROS, ref: 'refs/tags/v1' }, { kind: 'nothing', because: 'the push deleted a tag' }]
  ])('push of %s', (_, more, cause) => {
    expect(causeOf('push', push({ before: BASE, after: HEAD, ...more }))).toMatchObject(cause)
  })

  test('workflow_run: the pull request is described by the run alone', () => {
    expect(causeOf('workflow_run', workflowRun({ head: HEAD }))).toEqual({
      kind: 'workflow-run',
      event: 'pull_request',
      head: HEAD,
      headBranch: 'changes',
      headOwner: 'mallory',
      headRepository: FORK.id,
      repository: REPOSITORY_ID
    })
  })

  test.each(['push', 'pull_request_target', 'workflow_dispatch'])('workflow_run after %s: nothing to do', event => {
    expect(causeOf('workflow_run', workflowRun({ head: HEAD, event })).kind).toBe('nothing')
  })

  test.each([
    ['a deleted fork', { from: null }],
    ['a name that no branch has', { branch: '../../../actions' }],
    ['a name with a control character', { branch: 'a\nb' }]
  ])('workflow_run of %s: nothing to do', (_, more) => {
    expect(causeOf('workflow_run', workflowRun({ head: HEAD, ...more })).kind).toBe('nothing')
  })

  test.each(['schedule', 'workflow_dispatch', 'repository_dispatch'])(
    '%s: the commit that was checked out, as a whole',
    name => {
      const event = eventOf(runner(name), OTHERS[name])
      expect([event.sha, event.pullRequest, event.cause]).toEqual([MERGE, undefined, { kind: 'whole' }])
    }
  )

  test.each(['release', 'check_suite', 'no_such_event', 'constructor'])('%s: the same with a notice', name => {
    const event = eventOf(runner(name), OTHERS[name])
    expect([event.sha, event.pullRequest]).toEqual([MERGE, undefined])
    expect(event.cause).toEqual({ kind: 'whole', notice: expect.stringContaining(`"${name}"`) })
  })

  test('Dependabot is recognised by the actor and by the sender, also when a person runs the job again', () => {
    expect(eventOf(runner('pull_request', { GITHUB_ACTOR: 'dependabot[bot]' }), pull()).dependabot).toBe(true)
    const sent = pull({ sender: 'dependabot[bot]' })
    expect(eventOf(runner('pull_request', { GITHUB_ACTOR: 'octocat' }), sent).dependabot).toBe(true)
    expect(eventOf(runner('schedule', { GITHUB_ACTOR: 'octocat' }), { sender: null }).dependabot).toBe(false)
  })

  test('the page of the run, if the runner has its number', () => {
    expect(eventOf(runner('schedule', { GITHUB_RUN_ID: '4711' }), {}).runUrl).toBe(
      'https://github.com/acme/shop/actions/runs/4711'
    )
  })

  test('addresses of an Enterprise Server, with and without a slash at the end', () => {
    const event = eventOf(
      runner('schedule', { GITHUB_SERVER_URL: 'https://ghe.example/', GITHUB_API_URL: 'https://ghe.example/api/v3' }),
      {}
    )
    expect([event.serverUrl, event.apiUrl]).toEqual(['https://ghe.example', 'https://ghe.example/api/v3'])
  })
})

describe('unsupported', () => {
  const refused = /a verdict would not be about the pull request.*"on: pull_request"/
  const broken: [string, Environment, unknown, RegExp][] = [
    ['issue_comment', runner('issue_comment'), OTHERS['issue_comment'], refused],
    ['pull_request_review', runner('pull_request_review'), pull(), refused],
    [
      'no name',
      { GITHUB_REPOSITORY: 'acme/shop' },
      {},
      /GITHUB_EVENT_NAME is not set\. Outside GitHub Actions use the command line/
    ],
    ['no repository', { GITHUB_EVENT_NAME: 'schedule' }, {}, /GITHUB_REPOSITORY is not set/],
    ['half a repository', runner('schedule', { GITHUB_REPOSITORY: 'shop' }), {}, /not of the form "owner\/name"/],
    ['no commit', runner('schedule', { GITHUB_SHA: 'main' }), {}, /GITHUB_SHA is not a commit/],
    [
      'a server that is not an address',
      runner('schedule', { GITHUB_SERVER_URL: 'github' }),
      {},
      /GITHUB_SERVER_URL is not an address/
    ],
    ...shapes({ head: HEAD, base: BASE }, pull(), 'pull_request').map(
      ([name, payload]): [string, Environment, unknown, RegExp] => [
        `pull_request with ${name}`,
        runner('pull_request'),
        payload,
        /names no pull request with a number, a head commit and a base commit/
      ]
    ),
    ...[undefined, {}, mergeGroup({ head: 'main', base: BASE }), mergeGroup({ head: HEAD, base: ZEROS })].map(
      (payload): [string, Environment, unknown, RegExp] => [
        `merge_group with ${JSON.stringify(payload)?.slice(0, 80)}`,
        runner('merge_group'),
        payload,
        /names no merge group/
      ]
    ),
    ['push without a commit', runner('push'), push({ before: BASE, after: 'main' }), /names no commit that was pushed/],
    ['workflow_run without a run', runner('workflow_run'), {}, /names no run of a workflow/],
    [
      'workflow_run without a commit',
      runner('workflow_run'),
      workflowRun({ head: 'main' }),
      /names no run with a commit/
    ]
  ]
  test.each(broken)('%s', (_, environment, payload, message) => {
    expect(() => eventOf(environment, payload)).toThrow(message)
    expect(() => eventOf(environment, payload)).toThrow(ConfigError)
  })

  test('a payload that does not exist, and a runner without a payload', () => {
    expect(() => readEvent(runner('schedule', { GITHUB_EVENT_PATH: '/nowhere/event.json' }))).toThrow(/cannot be read/)
    expect(() => readEvent(runner('schedule', { GITHUB_EVENT_PATH: import.meta.filename }))).toThrow(/is not JSON/)
    expect(readEvent(runner('schedule')).sha).toBe(MERGE)
    expect(() => readEvent(runner('pull_request'))).toThrow(/names no pull request/)
  })
})

/** Payloads of a pull request that lack something. */
function shapes(
  { head, base }: { readonly head: string; readonly base: string },
  whole: object,
  key: string
): [string, unknown][] {
  const part = (whole as Record<string, object>)[key]
  const having = (more: object) => ({ ...whole, [key]: { ...part, ...more } })
  return [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'text'],
    ['a list', []],
    ['no pull request', { ...whole, [key]: null }],
    ['a number in quotes', having({ number: '7' })],
    ['a number below one', having({ number: -1 })],
    ['half a number', having({ number: 7.5 })],
    ['no head', having({ head: null })],
    ['a head that is a branch', having({ head: { sha: 'main' } })],
    ['a head in capitals', having({ head: { sha: head.replaceAll('1', 'A') } })],
    ['a head with a line end', having({ head: { sha: `${head}\n` } })],
    ['no base', having({ base: {} })],
    ['a base of zeros', having({ base: { sha: base.replaceAll('b', '0') } })]
  ]
}
