/** The base of each event, as a decision over the payload and the raw commit that is checked out. */

import { describe, expect, test } from '@jest/globals'
import { type BasePlan, type HeadCommit, planBase } from '../../src/github/base.ts'
import { type CheckCause, causeOf as eventCause } from '../../src/github/events.ts'
import { mergeGroup, pullRequest, push, ZEROS } from '../support/payloads.ts'

const [BASE, HEAD, MERGE, OTHER] = ['b', '1', 'c', 'd'].map(digit => digit.repeat(40)) as [
  string,
  string,
  string,
  string
]
const LONG = { base: 'b'.repeat(64), head: '1'.repeat(64), merge: 'c'.repeat(64) }

const merge = (first: string, second: string): HeadCommit => ({
  id: MERGE,
  parents: [first, second],
  message: `Merge ${second} into ${first}\n`
})
const pull = causeOf('pull_request', pullRequest({ head: HEAD, base: OTHER }))
const queued = causeOf('merge_group', mergeGroup({ head: HEAD, base: BASE }))
const pushed = (more: Partial<Parameters<typeof push>[0]> = {}) =>
  causeOf('push', push({ before: BASE, after: HEAD, ...more }))
const at = (id: string): HeadCommit => ({ id, parents: [OTHER], message: 'state\n' })

function causeOf(name: string, payload: unknown): CheckCause {
  const cause = eventCause(name, payload)
  if (cause.kind === 'nothing' || cause.kind === 'workflow-run') throw new Error(`nothing is checked under ${name}`)
  return cause
}

/** The plan after GitHub answered. */
function concluded(plan: BasePlan, answer: Parameters<Extract<BasePlan, { kind: 'ask' }>['conclude']>[0]) {
  if (plan.kind !== 'ask') throw new Error(`GitHub is not asked: ${plan.kind}`)
  return { ends: plan.ends, base: plan.conclude(answer) }
}

describe('a pull request', () => {
  // https://github.com/lablup/backend.ai/pull/11862, https://github.com/firedancer-io/firedancer/pull/11477: base.sha is older.
  test('at its test merge: the first parent, not base.sha of the payload', () => {
    expect(planBase(pull, merge(BASE, HEAD))).toEqual({ kind: 'base', commit: { id: BASE, kind: 'first-parent' } })
  })

  test('in a repository of SHA-256', () => {
    const cause = causeOf('pull_request', pullRequest({ head: LONG.head, base: LONG.base }))
    const head = { ...merge(LONG.base, LONG.head), id: LONG.merge }
    expect(planBase(cause, head)).toEqual({ kind: 'base', commit: { id: LONG.base, kind: 'first-parent' } })
  })

  test('at its head: the merge base, for which GitHub is asked', () => {
    const plan = planBase(pull, at(HEAD))
    expect(concluded(plan, { id: BASE })).toEqual({
      ends: { from: OTHER, to: HEAD },
      base: { kind: 'base', commit: { id: BASE, kind: 'merge-base' } }
    })
    expect(concluded(plan, { failed: 'GitHub failed (500)' }).base).toEqual({
      kind: 'not-compared',
      because: 'GitHub failed (500)'
    })
  })

  test('at its head that is a merge commit of the author: the merge base', () => {
    const plan = planBase(pull, { id: HEAD, parents: [OTHER, BASE], message: `Merge ${BASE} into ${OTHER}\n` })
    expect(plan.kind).toBe('ask')
  })

  // https://github.com/actions/checkout/blob/v7.0.1/src/ref-helper.ts counts this race as STALE_MERGE.
  test('at the test merge of an older head: incomplete', () => {
    const plan = planBase(pull, merge(BASE, OTHER))
    expect(plan).toMatchObject({
      kind: 'incomplete',
      because: expect.stringMatching(/another head.*Run the job again$/)
    })
  })

  test.each([
    ['another commit', at(OTHER)],
    ['a merge of more than two', { ...merge(BASE, HEAD), parents: [BASE, HEAD, OTHER], message: 'Octopus\n' }],
    ['a merge the other way round', { ...merge(HEAD, BASE), message: 'Merge branch main\n' }]
  ])('at %s: incomplete', (_, head) => {
    expect(planBase(pull, head)).toMatchObject({ kind: 'incomplete', because: expect.stringContaining('"ref"') })
  })

  test('that adds nothing would be compared with itself', () => {
    expect(concluded(planBase(pull, at(HEAD)), { id: HEAD }).base.kind).toBe('incomplete')
  })

  test('without a readable commit: not compared', () => {
    expect(planBase(pull, undefined).kind).toBe('not-compared')
  })

  test('that is merged: not compared; that is closed without: as open', () => {
    const closed = (merged: boolean) =>
      causeOf('pull_request', pullRequest({ head: HEAD, base: OTHER, action: 'closed', merged }))
    expect(planBase(closed(true), at(MERGE)).kind).toBe('not-compared')
    expect(planBase(closed(false), merge(BASE, HEAD)).kind).toBe('base')
  })

  test('under pull_request_target: the merge base, whatever is checked out', () => {
    const cause = causeOf('pull_request_target', pullRequest({ head: HEAD, base: OTHER }))
    for (const head of [undefined, at(OTHER), merge(BASE, HEAD)])
      expect(planBase(cause, head)).toMatchObject({ kind: 'ask', ends: { from: OTHER, to: HEAD } })
  })
})

describe('a merge group', () => {
  // https://github.com/firezone/firezone/pull/13268, https://github.com/iotaledger/iota/pull/12491
  test('is compared with the entry below; as a whole it is judged against the merge base', () => {
    expect(concluded(planBase(queued, at(HEAD)), { id: OTHER })).toEqual({
      ends: { from: 'main', to: HEAD },
      base: {
        kind: 'base',
        commit: { id: BASE, kind: 'queue-parent' },
        deciding: { id: OTHER, kind: 'merge-base' }
      }
    })
  })

  // https://github.com/Mininglamp-OSS/octo-admin/pull/71: a base that is the head finds nothing.
  test('is never compared with itself', () => {
    const itself = causeOf('merge_group', mergeGroup({ head: HEAD, base: HEAD }))
    expect(planBase(itself, at(HEAD))).toMatchObject({ kind: 'incomplete', because: expect.stringContaining('itself') })
    expect(concluded(planBase(queued, at(HEAD)), { id: HEAD }).base.kind).toBe('incomplete')
  })

  test('at another commit: incomplete', () => {
    expect(planBase(queued, at(OTHER)).kind).toBe('incomplete')
  })

  test('of which GitHub tells no merge base: not compared', () => {
    expect(concluded(planBase(queued, at(HEAD)), { failed: 'gone' }).base.kind).toBe('not-compared')
  })
})

describe('a push', () => {
  test.each([false, true])('forced: %s: the commit before', forced => {
    const plan = planBase(pushed({ forced }), at(HEAD))
    expect(plan).toEqual({ kind: 'base', commit: { id: BASE, kind: 'before-push' } })
  })

  test.each([
    ['of a new branch', pushed({ before: ZEROS }), at(HEAD), 'the branch is new'],
    ['of a new branch of SHA-256', pushed({ before: '0'.repeat(64) }), at(HEAD), 'the branch is new'],
    ['of a tag', pushed({ ref: 'refs/tags/v1' }), at(HEAD), 'a tag was pushed'],
    [
      'of a branch of the merge queue',
      pushed({ ref: 'refs/heads/gh-readonly-queue/main/pr-7-x' }),
      at(HEAD),
      'merge queue'
    ],
    ['of another commit than the checkout', pushed(), at(OTHER), 'is not 1111111'],
    ['without a readable commit', pushed(), undefined, 'git cannot read']
  ])('%s: not compared', (_, cause, head, because) => {
    expect(planBase(cause, head)).toMatchObject({ kind: 'not-compared', because: expect.stringContaining(because) })
  })
})

test.each(['schedule', 'workflow_dispatch', 'repository_dispatch', 'release', 'no_such_event'])(
  '%s: nobody expects a comparison',
  name => {
    expect(planBase(causeOf(name, {}), at(HEAD))).toEqual({ kind: 'unasked' })
  }
)
