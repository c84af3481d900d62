/** The Action under every event, on checkouts of a real repository: what it compares with, asks GitHub for, and says. */

import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Outcome, Step } from '../support/action.ts'
import { type ServedPullRequest, ServedRepository } from '../support/api/repository.ts'
import type { StandIn, StandInOptions } from '../support/api/server.ts'
import { FORK, mergeGroup, OTHERS, pullRequest, push, REPOSITORY_ID, workflowRun, ZEROS } from '../support/payloads.ts'
import {
  BASE_REQUEST,
  check,
  closeStandIns,
  FINE,
  operations,
  ours,
  requirement,
  STALE,
  startGitHub,
  UNREADABLE
} from '../support/pull-request.ts'
import { commit, git, removeTrees, tree, write } from '../support/trees.ts'
import { checkOut, commitOn, mergeOf, type Upstream, upstream } from '../support/upstream.ts'

const CONFIGURATION = '.github/bound-token-check.yml'

/** The existing finding, that of other people, and that of the pull request. */
const [EXISTING, OTHERS_OWN, INTRODUCED] = ['old/go.mod', 'theirs/go.mod', 'new/go.mod']
const versions = { old: STALE, theirs: requirement('v10.0.0+incompatible'), new: requirement('v9.0.0+incompatible') }

let made: Upstream
beforeAll(() => {
  made = upstream({
    fork: { [EXISTING]: versions.old, 'README.md': '# Shop\n' },
    tip: { [OTHERS_OWN]: versions.theirs },
    head: { [INTRODUCED]: versions.new }
  })
})
afterEach(closeStandIns)
afterAll(removeTrees)

/** Runs the Action against a stand-in that serves the repository. */
async function run(
  served: Upstream,
  workspace: string,
  {
    api: options = {},
    pullRequests = [],
    ...step
  }: Partial<Step> & {
    readonly api?: Partial<StandInOptions>
    readonly pullRequests?: readonly ServedPullRequest[]
  }
): Promise<{ readonly api: StandIn; readonly outcome: Outcome }> {
  const api = await startGitHub({
    pullRequest: { number: 7, headSha: served.head },
    repository: new ServedRepository(served.root, { pullRequests }),
    ...options
  })
  return { api, outcome: await check(api, workspace, step) }
}

/** The report in the file that the Action wrote. */
function reportOf({ outputs }: Outcome): {
  readonly comparison?: {
    readonly kind: string
    readonly because?: string
    readonly base?: { id: string; kind: string }
  }
  readonly findings: readonly { readonly path: string; readonly change?: { readonly kind: string } }[]
  readonly configurationChange?: unknown
} {
  return JSON.parse(readFileSync(outputs['report-json'] ?? '', 'utf8'))
}

/** What the report says of each file. */
const changesIn = (outcome: Outcome) =>
  Object.fromEntries(reportOf(outcome).findings.map(({ path, change }) => [path, change?.kind]))
const COMPARED = { [EXISTING]: 'existing', [OTHERS_OWN]: 'existing', [INTRODUCED]: 'introduced' }
const SCANNED = { [EXISTING]: undefined, [OTHERS_OWN]: undefined, [INTRODUCED]: undefined }
/** The requests for the base. */
const asked = (api: StandIn) =>
  api.requests.map(({ operation }) => operation).filter(operation => BASE_REQUEST.test(operation))
const isForBase = ({ operation, body }: StandIn['requests'][number]) =>
  BASE_REQUEST.test(operation) || (operation === 'graphql' && JSON.stringify(body).includes('oid:'))
const pull = (more: Partial<Parameters<typeof pullRequest>[0]> = {}) =>
  pullRequest({ head: made.head, base: made.fork, ...more })

describe('pull_request', () => {
  test.each([
    [1, ['git/get-tree']],
    [2, []],
    [0, []]
  ])('at the test merge, fetch-depth %d: compared with its first parent', async (depth, requests) => {
    const workspace = checkOut(made, made.merge, depth)
    const { api, outcome } = await run(made, workspace, { payload: pull() })
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([1, 'failed'])
    expect(reportOf(outcome).comparison).toMatchObject({ base: { id: made.tip, kind: 'first-parent' } })
    expect(changesIn(outcome)).toEqual(COMPARED)
    expect(asked(api)).toEqual(requests)
    expect(ours(api)).toHaveLength(1)
    expect(api.checkRuns).toMatchObject([{ headSha: made.head }])
    // https://github.com/anthropics/claude-code-action/pull/1647: the clone stays as it was.
    expect(git(workspace, 'status', '--porcelain')).toBe('')
    expect(git(workspace, 'rev-list', '--count', 'HEAD').trim()).toBe(String(depth === 0 ? 4 : { 1: 1, 2: 3 }[depth]))
  })

  // 22 of 81 base ids were old: https://github.com/apache/texera/pull/8096. See also
  // https://github.com/lablup/backend.ai/pull/11862, https://github.com/firedancer-io/firedancer/pull/11477.
  test('base.sha of the payload is older than the test merge: nobody is blamed for the commits of others', async () => {
    const { outcome } = await run(made, checkOut(made, made.merge), { payload: pull({ base: made.fork }) })
    expect(changesIn(outcome)[OTHERS_OWN]).toBe('existing')
  })

  // https://github.com/cozystack/cozystack/issues/3267: 8 of 8 test merges had an old first parent.
  test('the base branch moved on after the test merge: the pair that belongs together is compared', async () => {
    const old = mergeOf(made.root, made.fork, made.head)
    const { outcome } = await run(made, checkOut(made, old), { payload: pull({ base: made.tip }) })
    expect(reportOf(outcome).comparison).toMatchObject({ base: { id: made.fork } })
    expect(changesIn(outcome)).toEqual({ [EXISTING]: 'existing', [INTRODUCED]: 'introduced' })
  })

  // https://github.com/nexi-lab/nexus/pull/2675, https://github.com/actions/checkout/issues/919: base.sha and the test
  // merge stay when the base branch of a pull request is changed.
  test('retargeted: compared with the base of the test merge, which the report names', async () => {
    const changes = { base: { ref: { from: 'legacy' }, sha: { from: made.fork } } }
    const payload = pull({ action: 'edited', changes })
    const { outcome } = await run(made, checkOut(made, made.merge), { payload })
    expect(reportOf(outcome).comparison).toMatchObject({ base: { id: made.tip } })
    expect(changesIn(outcome)).toEqual(COMPARED)
  })

  test('at its head: compared with the merge base', async () => {
    const { api, outcome } = await run(made, checkOut(made, made.head), { payload: pull({ base: made.tip }) })
    expect(reportOf(outcome).comparison).toMatchObject({ base: { id: made.fork, kind: 'merge-base' } })
    expect(changesIn(outcome)).toEqual({ [EXISTING]: 'existing', [INTRODUCED]: 'introduced' })
    expect(asked(api)).toEqual(['repos/compare-commits', 'git/get-tree'])
  })

  // All pages are described to name it. One that does not is no reason to compare with anything else.
  test.each([
    [[2], 2, 'merge-base'],
    [[1, 2], 2, undefined]
  ])(
    'at its head, the pages %j of the comparison name no merge base',
    async (pagesWithoutMergeBase, requests, kind) => {
      const api = { repository: new ServedRepository(made.root, { pagesWithoutMergeBase }) }
      const { api: used, outcome } = await run(made, checkOut(made, made.head), {
        payload: pull({ base: made.tip }),
        api
      })
      expect(outcome.exitCode).toBe(1)
      expect(reportOf(outcome).comparison?.base?.kind).toBe(kind)
      expect(asked(used).filter(operation => operation === 'repos/compare-commits')).toHaveLength(requests)
    }
  )

  // https://git-scm.com/docs/hash-function-transition: ids of 64 digits.
  test.each(['pull_request', 'pull_request_target'])('%s in a repository of SHA-256', async event => {
    const served = upstream({ fork: { [EXISTING]: versions.old }, head: { [INTRODUCED]: versions.new } }, 'sha256')
    expect(served.head).toHaveLength(64)
    const payload = pullRequest({ head: served.head, base: served.fork })
    const workspace = event === 'pull_request' ? checkOut(served, served.merge) : tree({})
    const step = { event, payload, environment: { GITHUB_SHA: served.merge } }
    const { api, outcome } = await run(served, workspace, step)
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([1, 'failed'])
    expect(changesIn(outcome)).toEqual({ [EXISTING]: 'existing', [INTRODUCED]: 'introduced' })
    expect(ours(api)).toHaveLength(1)
    expect(api.checkRuns).toMatchObject([{ headSha: served.head, conclusion: 'failure' }])
  })

  test('at its head, without a token and with the whole history: compared by git alone', async () => {
    const workspace = checkOut(made, made.head, 0)
    const { api, outcome } = await run(made, workspace, { payload: pull({ base: made.tip }), inputs: { token: '' } })
    expect(reportOf(outcome).comparison).toMatchObject({ base: { id: made.fork, kind: 'merge-base' } })
    expect(api.requests).toEqual([])
  })

  // https://github.com/actions/checkout/blob/v7.0.1/src/ref-helper.ts: STALE_MERGE.
  test('at the test merge of an older head: nothing is judged, and no old verdict stands', async () => {
    const newer = commitOn(made.root, made.head, { 'later/go.mod': FINE })
    const api = { pullRequest: { number: 7, headSha: newer } }
    const step = { payload: pull({ head: newer }), api, inputs: { comment: 'always' } }
    const { api: used, outcome } = await run(made, checkOut(made, made.merge), step)
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([2, 'incomplete'])
    expect(outcome.outputNames.filter(name => name === 'verdict')).toHaveLength(1)
    expect(outcome.log).toContain('Run the job again')
    expect(outcome.summary).toContain('Run the job again')
    expect(ours(used)[0]?.body).toContain('Run the job again')
  })

  test('at another commit: nothing is judged', async () => {
    const { outcome } = await run(made, checkOut(made, made.tip), { payload: pull() })
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([2, 'incomplete'])
    expect(outcome.log).toContain('Remove the inputs "ref" and "repository" of actions/checkout')
  })

  // https://github.com/Avarok-Cybersecurity/atlas/pull/1127: the payload and the commit are those of the first run.
  test('an old run that is run again: its own pair is compared, and the newer comment stays', async () => {
    const newer = commitOn(made.root, made.head, { 'later/go.mod': FINE })
    const api = { pullRequest: { number: 7, headSha: newer } }
    const { api: used, outcome } = await run(made, checkOut(made, made.merge), { payload: pull(), api })
    expect(changesIn(outcome)).toEqual(COMPARED)
    expect(ours(used)).toEqual([])
    expect(outcome.log).toContain('moved on')
  })

  test.each([
    ['a draft', { draft: true }],
    ['of a fork', { from: FORK }],
    ['of a fork that is gone', { from: null }],
    ['of Dependabot', { sender: 'dependabot[bot]' }]
  ])('%s: as any other', async (_, more) => {
    const { api, outcome } = await run(made, checkOut(made, made.merge), { payload: pull(more) })
    expect(changesIn(outcome)).toEqual(COMPARED)
    expect(ours(api)).toHaveLength(1)
  })

  // https://github.com/reviewdog/reviewdog/issues/1210: try, do not predict.
  test.each([
    ['a fork', { from: FORK }],
    ['Dependabot', { sender: 'dependabot[bot]' }]
  ])('of %s with a read-only token: the verdict and the comparison are the same', async (_, more) => {
    const api = { permissions: { contents: 'read', 'pull-requests': 'read' } } as const
    const { api: used, outcome } = await run(made, checkOut(made, made.merge), { payload: pull(more), api })
    expect(outcome.exitCode).toBe(1)
    expect(changesIn(outcome)).toEqual(COMPARED)
    expect(ours(used)).toEqual([])
  })

  test('closed without a merge: compared, without a comment', async () => {
    const payload = pull({ action: 'closed' })
    const { api, outcome } = await run(made, checkOut(made, made.merge), { payload })
    expect(changesIn(outcome)).toEqual(COMPARED)
    expect(api.comments).toEqual([])
  })

  test('merged: a full scan of the base branch, without a comment', async () => {
    const step = { payload: pull({ action: 'closed', merged: true }), environment: { GITHUB_SHA: made.merge } }
    const { api, outcome } = await run(made, checkOut(made, made.merge), step)
    expect(changesIn(outcome)).toEqual(SCANNED)
    expect(reportOf(outcome).comparison).toMatchObject({ because: expect.stringContaining('is merged') })
    expect(api.comments).toEqual([])
    expect(asked(api)).toEqual([])
  })

  test('the input "path": the same folder of the base', async () => {
    const step = { payload: pull(), inputs: { path: 'new' } }
    const { outcome } = await run(made, checkOut(made, made.merge), step)
    expect(changesIn(outcome)).toEqual({ [INTRODUCED]: 'introduced' })
  })

  // actions/checkout downloads an archive where the runner has no git.
  test('an archive without git: a full scan that says so, under the configuration of the base', async () => {
    const files = { [INTRODUCED]: versions.new, [CONFIGURATION]: 'fail-on: never\n' }
    const { outcome } = await run(made, tree(files), { payload: pull() })
    expect([outcome.exitCode, changesIn(outcome)]).toEqual([1, { [INTRODUCED]: undefined }])
    expect(reportOf(outcome).comparison).toMatchObject({ because: expect.stringContaining('git cannot read') })
  })

  test('a base that GitHub does not give: a full scan that says so', async () => {
    const api = { repository: new ServedRepository(tree({})) }
    const { outcome } = await run(made, checkOut(made, made.merge), { payload: pull(), api })
    expect([outcome.exitCode, outcome.outputs['gaps']]).toEqual([1, '1'])
    expect(changesIn(outcome)).toEqual(SCANNED)
    expect(reportOf(outcome).comparison).toMatchObject({
      kind: 'not-compared',
      because: expect.stringContaining('404')
    })
  })
})

describe('the requests', () => {
  const files = (count: number, version: string) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`m${index}/go.mod`, requirement(version, `// ${index}\n`)])
    )

  test('of a usual pull request: 300 dependency files, 3 of them changed', async () => {
    const served = upstream({ fork: files(300, 'v0.29.3'), head: files(3, 'v0.30.0') })
    const payload = pullRequest({ head: served.head, base: served.fork })
    const { api, outcome } = await run(served, checkOut(served, served.merge), { payload })
    expect(outcome.exitCode).toBe(0)
    expect(api.requests.filter(isForBase).map(({ operation }) => operation)).toEqual(['git/get-tree', 'graphql'])
  })

  test('without a checkout: a blob that both have is read once', async () => {
    const served = upstream({ fork: files(60, 'v0.29.3'), head: files(1, 'v0.30.0') })
    const step = { event: 'pull_request_target', payload: pullRequest({ head: served.head, base: served.fork }) }
    const { api } = await run(served, tree({}), step)
    const asked = api.requests.filter(isForBase)
    const blobs = asked.flatMap(({ body }) => JSON.stringify(body ?? '').match(/oid:/g) ?? [])
    expect(blobs).toHaveLength(61)
    expect(asked.length).toBeLessThanOrEqual(6)
  })
})

describe('pull_request_target', () => {
  const target = { event: 'pull_request_target', environment: { GITHUB_SHA: 'c'.repeat(40) } }

  test('nothing is checked out: the files of the head are read from GitHub', async () => {
    const step = { ...target, payload: pull({ from: FORK, base: made.tip }) }
    const { api, outcome } = await run(made, tree({}), step)
    expect(outcome.exitCode).toBe(1)
    expect(reportOf(outcome).comparison).toMatchObject({ base: { id: made.fork, kind: 'merge-base' } })
    expect(changesIn(outcome)).toEqual({ [EXISTING]: 'existing', [INTRODUCED]: 'introduced' })
    expect(ours(api)).toHaveLength(1)
    expect(api.checkRuns).toMatchObject([{ headSha: made.head }])
    expect(api.requests.length).toBeLessThanOrEqual(10)
  })

  // https://github.com/google/osv-scanner-action/issues/71: a verdict about the checkout would be about the wrong code.
  test('the checkout of the default branch is not scanned', async () => {
    const step = { ...target, payload: pull({ base: made.tip }) }
    const { outcome } = await run(made, checkOut(made, made.tip), step)
    expect(changesIn(outcome)).toEqual({ [EXISTING]: 'existing', [INTRODUCED]: 'introduced' })
  })

  test('without a token nothing can be judged', async () => {
    const step = { ...target, payload: pull(), inputs: { token: '' } }
    const { api, outcome } = await run(made, tree({}), step)
    expect(outcome.exitCode).toBe(2)
    expect(outcome.log).toContain('the input "token" is empty')
    expect(api.requests).toEqual([])
  })

  test('merged: nothing to check', async () => {
    const step = { ...target, payload: pull({ action: 'closed', merged: true }) }
    const { api, outcome } = await run(made, tree({}), step)
    expect(outcome.exitCode).toBe(0)
    expect(outcome.log).toContain('There is nothing to check: the pull request is merged')
    expect(api.requests).toEqual([])
  })
})

describe('merge_group', () => {
  /** The queue has the pull request of `made` on top of another entry. */
  const group = (base: string, head: string) => ({
    event: 'merge_group',
    payload: mergeGroup({ head, base }),
    environment: { GITHUB_SHA: head }
  })
  let entry: string
  let last: string
  beforeAll(() => {
    entry = commitOn(made.root, made.tip, { 'entry/go.mod': versions.new })
    last = mergeOf(made.root, entry, made.head)
  })

  // https://github.com/firezone/firezone/pull/13268, https://github.com/actions/dependency-review-action/issues/456
  test('compared with the entry below, which is not the tip of the branch', async () => {
    const { api, outcome } = await run(made, checkOut(made, last), group(entry, last))
    expect(outcome.exitCode).toBe(1)
    expect(reportOf(outcome).comparison).toMatchObject({ base: { id: entry, kind: 'queue-parent' } })
    expect(changesIn(outcome)).toMatchObject({ [INTRODUCED]: 'introduced', [OTHERS_OWN]: 'existing' })
    expect(api.comments).toEqual([])
    expect(asked(api)).toEqual(['repos/compare-commits', 'git/get-tree', 'git/get-tree'])
    expect(api.checkRuns).toMatchObject([{ headSha: last }])
  })

  // https://github.com/iotaledger/iota/pull/12491: with HEADGREEN only the last entry must pass.
  test('with scope: introduced, the group is judged as a whole', async () => {
    const served = upstream({ fork: { [EXISTING]: STALE, [CONFIGURATION]: 'scope: introduced\n' }, head: {} })
    const below = commitOn(served.root, served.tip, { 'entry/go.mod': versions.new })
    const innocent = commitOn(served.root, below, { 'docs/a.md': '' })
    const { outcome } = await run(served, checkOut(served, innocent), group(below, innocent))
    expect(reportOf(outcome).comparison).toMatchObject({ base: { id: served.tip, kind: 'merge-base' } })
    expect(changesIn(outcome)).toEqual({ [EXISTING]: 'existing', 'entry/go.mod': 'introduced' })
    expect(outcome.exitCode).toBe(1)
  })

  // https://github.com/Mininglamp-OSS/octo-admin/pull/71,
  // https://github.com/Mininglamp-OSS/octo-adapters/pull/112, https://github.com/agentuity/sdk/pull/1471: old = new passed.
  test('the head is never compared with itself', async () => {
    const { outcome } = await run(made, checkOut(made, last), group(last, last))
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([2, 'incomplete'])
    expect(outcome.log).toContain('with itself')
  })

  // https://github.com/cosmos/cosmos-sdk/pull/26675: a branch name as fallback.
  test('without a base commit in the payload: refused, no branch is taken instead', async () => {
    const { outcome } = await run(made, checkOut(made, last), { ...group('', last) })
    expect(outcome.exitCode).toBe(3)
    expect(outcome.log).toContain('names no merge group')
  })

  test('destroyed: nothing to check', async () => {
    const payload = mergeGroup({ head: last, base: entry, action: 'destroyed' })
    const { api, outcome } = await run(made, checkOut(made, last), { ...group(entry, last), payload })
    expect(outcome.exitCode).toBe(0)
    expect(outcome.summary).toContain('There is nothing to check')
    expect(api.requests).toEqual([])
  })
})

describe('push', () => {
  const pushed = (more: Partial<Parameters<typeof push>[0]> = {}) => ({
    event: 'push',
    payload: push({ before: made.tip, after: made.merge, ...more }),
    environment: { GITHUB_SHA: made.merge }
  })

  test.each([
    ['commits', {}],
    ['by force', { forced: true }]
  ])('of %s: compared with the commit before', async (_, more) => {
    const { api, outcome } = await run(made, checkOut(made, made.merge), pushed(more))
    expect(reportOf(outcome).comparison).toMatchObject({ base: { id: made.tip, kind: 'before-push' } })
    expect(changesIn(outcome)).toEqual(COMPARED)
    expect(asked(api)).toEqual(['git/get-tree'])
    expect(api.comments).toEqual([])
  })

  // https://github.com/fy-agent/fyagent/pull/120: no clone has the overwritten commit, and GitHub may have lost it.
  test.each([0, 1])('by force, and the commit before is gone (fetch-depth %d): full scan', async depth => {
    const step = pushed({ forced: true, before: 'd'.repeat(40) })
    const { outcome } = await run(made, checkOut(made, made.merge, depth), step)
    expect(outcome.exitCode).toBe(1)
    expect(changesIn(outcome)).toEqual(SCANNED)
    expect(reportOf(outcome).comparison).toMatchObject({ because: expect.stringContaining('404') })
  })

  test.each([
    ['a new branch', { before: ZEROS }, 'the branch is new'],
    ['a tag', { ref: 'refs/tags/v1' }, 'a tag was pushed'],
    ['a branch of the merge queue', { ref: 'refs/heads/gh-readonly-queue/main/pr-7-x' }, 'merge queue']
  ])('of %s: full scan that says so', async (_, more, because) => {
    const { api, outcome } = await run(made, checkOut(made, made.merge), pushed(more))
    expect(outcome.exitCode).toBe(1)
    expect(changesIn(outcome)).toEqual(SCANNED)
    expect(reportOf(outcome).comparison).toMatchObject({ because: expect.stringContaining(because) })
    expect(asked(api)).toEqual([])
  })

  test('that deletes a branch: nothing to check', async () => {
    const { api, outcome } = await run(made, checkOut(made, made.tip), pushed({ after: ZEROS }))
    expect(outcome.exitCode).toBe(0)
    expect(outcome.summary).toContain('the push deleted a branch')
    expect(api.requests).toEqual([])
  })
})

describe('others', () => {
  test.each(['schedule', 'workflow_dispatch', 'repository_dispatch'])('%s: full scan', async event => {
    const step = { event, payload: OTHERS[event], environment: { GITHUB_SHA: made.merge } }
    const { api, outcome } = await run(made, checkOut(made, made.merge), step)
    expect([outcome.exitCode, changesIn(outcome)]).toEqual([1, SCANNED])
    expect(reportOf(outcome).comparison).toBeUndefined()
    expect(api.comments).toEqual([])
    expect(outcome.commands.filter(({ name }) => name === 'notice')).toEqual([])
    expect(asked(api)).toEqual([])
  })

  test.each(['release', 'check_suite', 'no_such_event'])('%s: full scan that says so', async event => {
    const step = { event, payload: OTHERS[event] ?? {}, environment: { GITHUB_SHA: made.merge } }
    const { api, outcome } = await run(made, checkOut(made, made.merge), step)
    expect([outcome.exitCode, changesIn(outcome)]).toEqual([1, SCANNED])
    expect(outcome.commands.filter(({ name }) => name === 'notice')).toMatchObject([
      { message: expect.stringContaining(`"${event}"`) }
    ])
    expect(api.comments).toEqual([])
  })

  test.each(['issue_comment', 'pull_request_review', 'pull_request_review_comment'])(
    '%s: refused with what to use instead',
    async event => {
      const step = { event, payload: OTHERS[event] ?? pull(), environment: { GITHUB_SHA: made.tip } }
      const { api, outcome } = await run(made, checkOut(made, made.tip), step)
      expect(outcome.exitCode).toBe(3)
      expect(outcome.log).toContain('on: pull_request')
      expect(api.requests).toEqual([])
    }
  )
})

// https://github.com/jkreileder/cf-ips-to-hcloud-fw/pull/1451, https://github.com/google-gemini/gemini-cli/pull/27753.
// https://github.com/marocchino/sticky-pull-request-comment/pull/1652: the number is found, nobody has to pass it on.
describe('workflow_run', () => {
  const by = (more: Partial<Parameters<typeof workflowRun>[0]> = {}) => ({
    event: 'workflow_run',
    payload: workflowRun({ head: made.head, ...more }),
    environment: { GITHUB_SHA: made.tip }
  })
  const listed = (
    more: { number?: number; head?: object; base?: object; state?: 'open' | 'closed' } = {}
  ): ServedPullRequest => ({
    number: more.number ?? 7,
    state: more.state ?? 'open',
    head: { owner: 'mallory', branch: 'changes', sha: made.head, repository: FORK.id, ...more.head },
    base: { branch: 'main', sha: made.tip, repository: REPOSITORY_ID, ...more.base }
  })

  test('the pull request of a fork: found by the run alone, checked again, commented', async () => {
    const { api, outcome } = await run(made, tree({}), { ...by(), pullRequests: [listed()] })
    expect(outcome.exitCode).toBe(0)
    expect(outcome.outputs['verdict']).toBe('failed')
    expect(changesIn(outcome)).toEqual({ [EXISTING]: 'existing', [INTRODUCED]: 'introduced' })
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body).toContain(made.head.slice(0, 7))
    expect(api.checkRuns).toMatchObject([{ headSha: made.head, conclusion: 'failure' }])
    // The run is green, and its log is that of another commit.
    expect(outcome.commands.filter(({ name }) => name !== 'add-mask')).toEqual([])
    expect(outcome.log).toContain(INTRODUCED)
  })

  test('without the permission to post: the run says so', async () => {
    const api = { permissions: { contents: 'read', 'pull-requests': 'read' } } as const
    const inputs = { comment: 'on-findings' }
    const { outcome } = await run(made, tree({}), { ...by(), pullRequests: [listed()], api, inputs })
    expect(outcome.exitCode).toBe(0)
    expect(outcome.commands.filter(({ name }) => name !== 'add-mask')).toMatchObject([
      { name: 'warning', message: expect.stringContaining('pull-requests: write') }
    ])
  })

  test('a pull request that cannot be judged: told in its comment, without an error in the green run', async () => {
    const served = upstream({ fork: { [CONFIGURATION]: 'fail-on: sometimes\n' }, head: { 'new/go.mod': FINE } })
    const step = { ...by(), payload: workflowRun({ head: served.head }) }
    const pullRequests = [listed({ head: { sha: served.head }, base: { sha: served.tip } })]
    const { api, outcome } = await run(served, tree({}), { ...step, pullRequests })
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([0, 'invalid'])
    expect(ours(api)[0]?.body).toContain(CONFIGURATION)
    expect(outcome.commands.filter(({ name }) => name !== 'add-mask')).toEqual([])
  })

  test('one branch with pull requests into several: each of them', async () => {
    const pullRequests = [listed({ base: { branch: 'legacy', sha: made.fork } }), listed()]
    const { api, outcome } = await run(made, tree({}), { ...by(), pullRequests })
    expect(outcome.exitCode).toBe(0)
    expect(asked(api).filter(operation => operation === 'repos/compare-commits')).toHaveLength(2)
    expect(api.checkRuns).toHaveLength(2)
  })

  test.each([
    ['its head has moved on', { head: { sha: 'e'.repeat(40) } }],
    ['it is that of another fork of the same owner', { head: { repository: 999 } }],
    ['it belongs to another repository', { base: { repository: 999 } }],
    ['it is closed', { state: 'closed' as const }]
  ])('%s: superseded, nothing is posted', async (_, more) => {
    const { api, outcome } = await run(made, tree({}), { ...by(), pullRequests: [listed(more)] })
    expect(outcome.exitCode).toBe(0)
    expect(outcome.log).toContain('superseded')
    expect(api.requests).toMatchObject([{ operation: 'pulls/list' }])
  })

  test.each(['push', 'schedule', 'pull_request_target'])('after %s: nothing to publish', async event => {
    const { api, outcome } = await run(made, tree({}), by({ event }))
    expect(outcome.exitCode).toBe(0)
    expect(outcome.summary).toContain('There is nothing to check')
    expect(api.requests).toEqual([])
  })

  test('without the permission to list pull requests: red, because nothing was published', async () => {
    const api = { permissions: { contents: 'read' }, private: true } as const
    const { outcome } = await run(made, tree({}), { ...by(), pullRequests: [listed()], api })
    expect(outcome.exitCode).toBe(2)
    expect(outcome.log).toContain('pull-requests: read')
  })

  test('what the fork wrote names no other pull request', async () => {
    const payload = workflowRun({ head: made.head, branch: 'main' })
    const { api, outcome } = await run(made, tree({}), { ...by(), payload, pullRequests: [listed()] })
    expect(outcome.log).toContain('superseded')
    expect(api.comments).toEqual([])
  })
})

// F6: https://github.com/google/osv-scanner/pull/2997 — a pull request that hides its own findings.
describe('the configuration of a pull request', () => {
  const story = (base: string | undefined, head: string | undefined) =>
    upstream({
      fork: { 'old/go.mod': FINE, ...(base === undefined ? {} : { [CONFIGURATION]: base }) },
      head: { 'new/go.mod': versions.new, ...(head === undefined ? {} : { [CONFIGURATION]: head }) }
    })
  const under = (served: Upstream, more: Partial<Parameters<typeof pullRequest>[0]> = {}) => ({
    payload: pullRequest({ head: served.head, base: served.fork, ...more })
  })
  /** A pod that mounts a projected token by `subPath`. */
  const SUBPATH = [
    'spec:',
    '  containers:',
    '    - name: a',
    '      volumeMounts: [{ name: t, mountPath: /t/token, subPath: token }]',
    '  volumes:',
    '    - name: t',
    '      projected: { sources: [{ serviceAccountToken: { path: token, expirationSeconds: 3607 } }] }',
    ''
  ].join('\n')
  const WAIVER =
    'waivers:\n  - rule: client-cannot-reload\n    package: pkg:golang/k8s.io/client-go\n    reason: x\n    owner: "@me"\n    until: 2099-01-01\n'

  test.each([
    ['fail-on: never', 'fail-on: never\n'],
    ['paths.exclude', 'paths:\n  exclude: ["new/**"]\n'],
    ['a waiver', WAIVER]
  ])('does not decide over it: %s', async (_, text) => {
    const served = story(undefined, text)
    const { outcome } = await run(served, checkOut(served, served.merge), under(served))
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([1, 'failed'])
    expect(reportOf(outcome).configurationChange).toBeDefined()
  })

  test.each([
    ['the base', 'fork', 0, 'waived'],
    ['the pull request itself', 'head', 1, 'open']
  ] as const)('a waiver of a hazard, in %s', async (_, where, exitCode, status) => {
    const waiver =
      'waivers:\n  - { rule: token-via-subpath, paths: [deploy/**], reason: x, owner: me, until: 2099-01-01 }\n'
    const files = { fork: { 'README.md': '' }, head: { 'deploy/pod.yaml': SUBPATH } }
    const served = upstream({ ...files, [where]: { ...files[where], [CONFIGURATION]: waiver } })
    const { outcome } = await run(served, checkOut(served, served.merge), under(served))
    expect(outcome.exitCode).toBe(exitCode)
    expect(reportOf(outcome).findings).toMatchObject([{ rule: 'token-via-subpath', status: { kind: status } }])
    expect(outcome.summary.includes('waived until')).toBe(status === 'waived')
  })

  test('that of the base decides, read by one request more', async () => {
    const served = story('fail-on: never\n', 'fail-on: error\n')
    const { api, outcome } = await run(served, checkOut(served, served.merge), under(served))
    expect(outcome.exitCode).toBe(0)
    expect(asked(api)).toEqual(['git/get-tree'])
    expect(operations(api).filter(operation => operation === 'graphql').length).toBeLessThanOrEqual(2)
  })

  test('that leaves it alone: no section', async () => {
    const served = story('fail-on: never\n', undefined)
    const { outcome } = await run(served, checkOut(served, served.merge), under(served))
    expect(outcome.exitCode).toBe(0)
    expect(reportOf(outcome).configurationChange).toBeUndefined()
  })

  test('that is not tracked counts for nothing', async () => {
    const workspace = checkOut(made, made.merge)
    write(workspace, { [CONFIGURATION]: 'fail-on: never\n' })
    const { outcome } = await run(made, workspace, { payload: pull() })
    expect(outcome.exitCode).toBe(1)
    expect(reportOf(outcome).configurationChange).toBeUndefined()
  })

  test('under pull_request_target: that of the base decides too', async () => {
    const served = story('fail-on: never\n', 'fail-on: error\n')
    const step = { ...under(served), event: 'pull_request_target' }
    const { outcome } = await run(served, tree({}), step)
    expect(outcome.exitCode).toBe(0)
    expect(reportOf(outcome).configurationChange).toBeDefined()
  })

  // With HEADGREEN the entry below is merged with this one, so that its configuration must not decide.
  test('in a merge queue: that of the target branch decides, not that of the entry below', async () => {
    const entry = commitOn(made.root, made.tip, { [CONFIGURATION]: 'fail-on: never\n' })
    const last = mergeOf(made.root, entry, made.head)
    const step = {
      event: 'merge_group',
      payload: mergeGroup({ head: last, base: entry }),
      environment: { GITHUB_SHA: last }
    }
    const { outcome } = await run(made, checkOut(made, last), step)
    expect(outcome.exitCode).toBe(1)
  })

  test('that breaks it: red, with the findings and what is wrong', async () => {
    const served = story('fail-on: never\n', 'fail-on: sometimes\n')
    const { api, outcome } = await run(served, checkOut(served, served.merge), under(served))
    expect(outcome.exitCode).toBe(3)
    expect(reportOf(outcome).configurationChange).toBeDefined()
    expect(ours(api)).toHaveLength(1)
    expect(outcome.commands.filter(({ name }) => name === 'error')).toContainEqual(
      expect.objectContaining({ properties: expect.objectContaining({ file: CONFIGURATION, line: '1' }) })
    )
  })

  test('broken in both: nothing is judged, and the comment says so', async () => {
    const served = story('fail-on: sometimes\n', undefined)
    const { api, outcome } = await run(served, checkOut(served, served.merge), under(served))
    expect(outcome.exitCode).toBe(3)
    expect(['passed', 'failed']).not.toContain(outcome.outputs['verdict'])
    expect(ours(api)[0]?.body).toContain(CONFIGURATION)
    expect(outcome.summary).toContain(CONFIGURATION)
  })

  test('broken in the base alone: the built-in values decide, so that it can be corrected', async () => {
    const served = upstream({
      fork: { 'old/go.mod': FINE, [CONFIGURATION]: 'fail-on: sometimes\n' },
      head: { [CONFIGURATION]: 'fail-on: error\n' }
    })
    const { outcome } = await run(served, checkOut(served, served.merge), under(served))
    expect(outcome.exitCode).toBe(0)
    expect(outcome.log).toContain('the built-in values decided')
  })

  test('that cannot be read from the base: incomplete, unless that is allowed', async () => {
    const fine = upstream({ fork: { 'go.mod': FINE, [CONFIGURATION]: '' }, head: { 'new/go.mod': FINE } })
    const [workspace, step] = [checkOut(fine, fine.merge), { ...under(fine), inputs: { token: '' } }]
    const { outcome } = await run(fine, workspace, step)
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([2, 'incomplete'])
    expect(outcome.log).toContain('the configuration of the base decides, and it cannot be read')
    const allowed = await run(fine, workspace, { ...step, inputs: { token: '', 'allow-incomplete': 'true' } })
    expect(allowed.outcome.exitCode).toBe(0)
  })

  // The pull request deletes a stricter configuration while GitHub does not answer: nobody may be told that all is well.
  test.each([
    ['deletes', ''],
    ['never had', undefined]
  ])('that it %s, where the base cannot be read: incomplete', async (_, before) => {
    const base = before === undefined ? {} : { [CONFIGURATION]: 'fail-on: notice\n' }
    const served = upstream({ fork: { 'go.mod': FINE, ...base }, head: { 'new/go.mod': FINE } })
    git(served.root, 'checkout', '--quiet', 'changes')
    if (before !== undefined) git(served.root, 'rm', '--quiet', CONFIGURATION)
    const head = commit(served.root)
    const merge = mergeOf(served.root, served.tip, head)
    const step = {
      payload: pullRequest({ head, base: served.fork }),
      api: { pullRequest: { number: 7, headSha: head } }
    }
    const api = await startGitHub({ repository: new ServedRepository(served.root), ...step.api })
    api.fail('git/get-tree', { status: 500 })
    const outcome = await check(api, checkOut(served, merge), { payload: step.payload })
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([2, 'incomplete'])
    expect(outcome.log).toContain('"fetch-depth: 2"')
    // What the log recommends is enough.
    const deep = await run(served, checkOut(served, merge, 2), step)
    expect(deep.outcome.exitCode).toBe(0)
  })

  test('under push that of the commit decides', async () => {
    const served = story(undefined, 'fail-on: never\n')
    const step = {
      event: 'push',
      payload: push({ before: served.tip, after: served.merge }),
      environment: { GITHUB_SHA: served.merge }
    }
    const { outcome } = await run(served, checkOut(served, served.merge), step)
    expect(outcome.exitCode).toBe(0)
  })
})

test('a gap of the head alone is incomplete with scope: introduced too', async () => {
  const served = upstream({ fork: { 'go.mod': FINE }, head: { 'new/go.mod': UNREADABLE } })
  const payload = pullRequest({ head: served.head, base: served.fork })
  const { outcome } = await run(served, checkOut(served, served.merge), { payload, inputs: { scope: 'introduced' } })
  expect(outcome.exitCode).toBe(2)
})
