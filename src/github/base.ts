/**
 * Finds the commit that the head is compared with. A decision over facts: nothing here reads git or calls GitHub. In a clone
 * of depth 1 `git rev-parse HEAD^1` fails, so the parents come from the raw commit.
 */

import type { BaseCommit, NotCompared } from '../model/comparison.ts'
import type { Failed } from '../workspaces/github-tree.ts'
import type { CheckCause, MergeGroupCause, PullRequestCause, PushCause } from './events.ts'

/** The raw commit that is checked out. Its message is a stranger's text. */
export interface HeadCommit {
  readonly id: string
  readonly parents: readonly string[]
  readonly message: string
}

/** The two ends of the comparison that GitHub is asked for: each a commit, or the first the name of a branch. */
export interface Ends {
  readonly from: string
  readonly to: string
}

/** The head can be compared with a commit. */
export interface FoundBase {
  readonly kind: 'base'
  readonly commit: BaseCommit
  /** The base if only new findings decide: of a merge group as a whole. Absent: `commit`. */
  readonly deciding?: BaseCommit
}

/** The checkout is not what the event is about: no verdict about it would be right. */
export interface WrongCheckout {
  readonly kind: 'incomplete'
  /** Our own sentences, without the last full stop: the cause and the remedy. */
  readonly because: string
}

/** What the head is compared with. `unasked`: nobody expects a comparison. */
export type Base = FoundBase | NotCompared | WrongCheckout | { readonly kind: 'unasked' }

/** What is known of the base before GitHub is asked, and what GitHub has to be asked for. */
export type BasePlan = Base | { readonly kind: 'ask'; readonly ends: Ends; conclude(answer: MergeBase | Failed): Base }

/** The commit in which two histories meet. */
export interface MergeBase {
  readonly id: string
}

/** The message of a test merge; actions/checkout looks for the same. https://github.com/actions/checkout/blob/v7.0.1/src/ref-helper.ts */
const TEST_MERGE = /^Merge (?:[0-9a-f]{40}|[0-9a-f]{64}) into (?:[0-9a-f]{40}|[0-9a-f]{64})$/m

/** Plans how the base is found. `head`: the commit that is checked out; absent if git cannot read it. */
export function planBase(cause: CheckCause, head: HeadCommit | undefined): BasePlan {
  switch (cause.kind) {
    case 'pull-request':
      return ofPullRequest(cause, head)
    case 'merge-group':
      return ofMergeGroup(cause, head)
    case 'push':
      return ofPush(cause, head)
    case 'whole':
      return { kind: 'unasked' }
  }
}

/**
 * The commit whose configuration decides, so that no pull request decides over itself. `head`: what is checked decides, which
 * is merged already. Absent: it is not known. Of a merge group it is not the entry below, which is not merged either.
 */
export function rulesOf(cause: CheckCause, base: Base): { readonly commit: string | 'head' } | undefined {
  if (cause.kind === 'merge-group')
    return base.kind === 'base' ? { commit: (base.deciding ?? base.commit).id } : undefined
  if (cause.kind !== 'pull-request' || cause.state === 'merged') return { commit: 'head' }
  return { commit: base.kind === 'base' ? base.commit.id : cause.baseTip }
}

/** The merge base of a pull request whose files are read through the API. */
export function planMergeBase(from: string, to: string): BasePlan {
  return {
    kind: 'ask',
    ends: { from, to },
    conclude: answer =>
      'failed' in answer ? notCompared(answer.failed) : base(to, { id: answer.id, kind: 'merge-base' })
  }
}

function ofPullRequest(
  { files, state, head: expected, baseTip }: PullRequestCause,
  head: HeadCommit | undefined
): BasePlan {
  if (files === 'api') return planMergeBase(baseTip, expected)
  if (state === 'merged') return notCompared('the pull request is merged, and its base branch is checked as a whole')
  if (!head) return notCompared('git cannot read the commit that is checked out')
  const [first, second, ...others] = head.parents
  if (first !== undefined && second === expected && others.length === 0) {
    return base(head.id, { id: first, kind: 'first-parent' })
  }
  if (head.id === expected) return planMergeBase(baseTip, expected)
  if (second !== undefined && TEST_MERGE.test(head.message)) {
    return wrong(
      `the checkout ${short(head.id)} is the test merge of another head than ${short(expected)}, that of the pull request. Run the job again`
    )
  }
  return wrong(
    `the checkout ${short(head.id)} is neither ${short(expected)}, the head of the pull request, nor its test merge. Remove the inputs "ref" and "repository" of actions/checkout`
  )
}

/**
 * An entry of a merge queue is compared with the entry below it. The group of which only the last entry must pass is judged as
 * a whole, or the entries below would pass unseen: https://github.com/iotaledger/iota/pull/12491.
 */
function ofMergeGroup({ head: expected, parent, target }: MergeGroupCause, head: HeadCommit | undefined): BasePlan {
  if (head && head.id !== expected) {
    return wrong(
      `the checkout ${short(head.id)} is not ${short(expected)}, the head of the merge group. Remove the inputs "ref" and "repository" of actions/checkout`
    )
  }
  const below = base(expected, { id: parent, kind: 'queue-parent' })
  if (below.kind !== 'base') return below
  return {
    kind: 'ask',
    ends: { from: target, to: expected },
    conclude(answer) {
      if ('failed' in answer) return notCompared(answer.failed)
      const whole = base(expected, { id: answer.id, kind: 'merge-base' })
      return whole.kind === 'base' ? { ...below, deciding: whole.commit } : whole
    }
  }
}

function ofPush({ ref, after, before }: PushCause, head: HeadCommit | undefined): BasePlan {
  if (ref === 'tag') return notCompared('a tag was pushed')
  if (ref === 'queue') return notCompared('a merge queue made this branch, and the event "merge_group" compares it')
  if (before === undefined) return notCompared('the branch is new')
  if (!head) return notCompared('git cannot read the commit that is checked out')
  if (head.id !== after) {
    return notCompared(`the checkout ${short(head.id)} is not ${short(after)}, the commit that was pushed`)
  }
  return base(after, { id: before, kind: 'before-push' })
}

/** A base that is the head itself would make everything look old: https://github.com/Mininglamp-OSS/octo-admin/pull/71. */
function base(head: string, commit: BaseCommit): FoundBase | WrongCheckout {
  if (commit.id !== head) return { kind: 'base', commit }
  return wrong(`the head ${short(head)} would be compared with itself. Push a commit, or run the job again`)
}

function notCompared(because: string): NotCompared {
  return { kind: 'not-compared', because }
}

function wrong(because: string): WrongCheckout {
  return { kind: 'incomplete', because }
}

/** The beginning of a commit's id, as people read it. */
function short(id: string): string {
  return id.slice(0, 7)
}
