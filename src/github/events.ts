/**
 * What made the workflow run: one row for each event, with what is read from its payload and the words of README.md.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */

import { ConfigError } from '../model/config-error.ts'
import { branch, commit, id, property, text } from './payload.ts'

/** A pull request that opened, changed or closed. A draft is like any other. */
export interface PullRequestCause {
  readonly kind: 'pull-request'
  /** `checkout`: its files are on disk. `api`: the checkout is another commit, so they are read from GitHub. */
  readonly files: 'checkout' | 'api'
  readonly state: 'open' | 'merged' | 'closed'
  readonly number: number
  /** Its last commit when the event was raised. */
  readonly head: string
  /**
   * The tip of its base branch when its head last moved. Neither the tip of now nor the base of the test merge:
   * https://github.com/apache/texera/pull/8096, https://github.com/nexi-lab/nexus/pull/2675.
   */
  readonly baseTip: string
  /** Whether it comes from another repository: its token is then read-only unless the repository allows more. */
  readonly fork: boolean
}

/** A merge queue tests the commit that it would merge. */
export interface MergeGroupCause {
  readonly kind: 'merge-group'
  readonly head: string
  /** The commit below: the tip of the target branch, or the entry before. https://github.com/firezone/firezone/pull/13268 */
  readonly parent: string
  /** The name of the target branch. */
  readonly target: string
}

/** Commits were pushed to a branch or a tag. */
export interface PushCause {
  readonly kind: 'push'
  readonly ref: 'branch' | 'tag' | 'queue'
  readonly after: string
  /** The tip before; absent for a new branch or tag. After a forced push no ref leads to it. */
  readonly before?: string
}

/** Another workflow ended. Its run is described by GitHub, except for the name of the branch, which is a stranger's. */
export interface WorkflowRunCause {
  readonly kind: 'workflow-run'
  /** The event of that run. */
  readonly event: string
  readonly head: string
  readonly headBranch: string
  readonly headOwner: string
  readonly headRepository: number
  readonly repository: number
}

/** The whole checkout is scanned, and there is nothing to compare it with. */
export interface WholeCause {
  readonly kind: 'whole'
  /** What the user of this event should know. */
  readonly notice?: string
}

/** There is no commit to check. */
export interface NothingCause {
  readonly kind: 'nothing'
  /** Our own sentence, without a full stop. */
  readonly because: string
}

/** A cause with a commit to check. */
export type CheckCause = PullRequestCause | MergeGroupCause | PushCause | WholeCause

/** What made the workflow run. */
export type Cause = CheckCause | WorkflowRunCause | NothingCause

/** One event: how its cause is read, and its row in README.md. Rows with the same words are one there. */
export interface EventRow {
  /** The cause. Throws `ConfigError` for an event that has no commit worth a verdict, or a payload without what it needs. */
  read(payload: unknown, name: string): Cause
  readonly comparedWith: string
  readonly comment: 'yes' | 'no'
  readonly note: string
}

const FULL_SCAN = 'nothing: full scan'

/** The events that have a row of their own; `causeOf` knows all others. */
export const EVENTS: Readonly<Record<string, EventRow>> = {
  pull_request: {
    read: payload => pullRequest(payload, 'checkout'),
    comparedWith: 'the base of the test merge: its first parent',
    comment: 'yes',
    note: 'Forks and Dependabot: a read-only token posts no comment, the job summary has the same content. GitHub starts no run while there are conflicts. Closed: no comment; merged: full scan of the base branch.'
  },
  pull_request_target: {
    read: payload => pullRequest(payload, 'api'),
    comparedWith: 'the merge base',
    comment: 'yes',
    note: 'The files are read through the API: check out nothing. Nothing of the pull request is executed.'
  },
  merge_group: {
    read: mergeGroup,
    comparedWith: 'the entry before in the queue',
    comment: 'no',
    note: 'With `scope: introduced`: the merge base with the target branch, so that a group is judged as a whole.'
  },
  push: {
    read: push,
    comparedWith: 'the branch before the push',
    comment: 'no',
    note: 'New branches, tags, and a commit before the push that is gone: full scan. Deleted branches: nothing to check.'
  },
  schedule: { read: whole, comparedWith: FULL_SCAN, comment: 'no', note: '' },
  workflow_dispatch: { read: whole, comparedWith: FULL_SCAN, comment: 'no', note: '' },
  repository_dispatch: { read: whole, comparedWith: FULL_SCAN, comment: 'no', note: '' },
  workflow_run: {
    read: workflowRun,
    comparedWith: 'the merge base',
    comment: 'yes',
    note: 'For a run under `pull_request`, also of a fork: finds its open pull requests and checks them again as `pull_request_target` does. Passes whatever the verdict.'
  },
  release: {
    read: () => ({
      kind: 'whole',
      notice:
        'Under "release" the files of the tag are checked as a whole. To see problems before a release, also use "on: pull_request".'
    }),
    comparedWith: FULL_SCAN,
    comment: 'no',
    note: 'Says so in a notice.'
  },
  issue_comment: {
    read: refused,
    comparedWith: 'refused',
    comment: 'no',
    note: 'A verdict would not be about the pull request: use `pull_request`.'
  },
  pull_request_review: {
    read: refused,
    comparedWith: 'refused',
    comment: 'no',
    note: 'A verdict would not be about the pull request: use `pull_request`.'
  },
  pull_request_review_comment: {
    read: refused,
    comparedWith: 'refused',
    comment: 'no',
    note: 'A verdict would not be about the pull request: use `pull_request`.'
  }
}

/** Every event without a row of its own. */
export const OTHER_EVENT: EventRow = {
  read: (_, name) => ({
    kind: 'whole',
    notice: `The event "${name}" has no rule of its own: the checked-out files were checked as a whole, without a comparison and a comment.`
  }),
  comparedWith: FULL_SCAN,
  comment: 'no',
  note: 'Says so in a notice.'
}

/** The row of an event with its name; `''` for all others. */
export interface NamedEvent extends Pick<EventRow, 'comparedWith' | 'comment' | 'note'> {
  readonly name: string
}

/** The rows of the table in README.md. */
export function eventRows(): readonly NamedEvent[] {
  const named = Object.entries(EVENTS).map(([name, row]) => ({ ...row, name }))
  return [...named, { ...OTHER_EVENT, name: '' }]
}

/** The cause that an event and its payload describe. Throws `ConfigError` where there is none that can be served. */
export function causeOf(name: string, payload: unknown): Cause {
  const row = Object.hasOwn(EVENTS, name) ? EVENTS[name] : undefined
  return (row ?? OTHER_EVENT).read(payload, name)
}

function whole(): WholeCause {
  return { kind: 'whole' }
}

/** A verdict would be about the wrong commit, or by the configuration of the pull request itself. */
function refused(_: unknown, name: string): never {
  throw new ConfigError(
    `Under "${name}" a verdict would not be about the pull request as it would be merged. Use "on: pull_request": it works for forks too, with "permissions: contents: read".`
  )
}

function pullRequest(payload: unknown, files: PullRequestCause['files']): PullRequestCause | NothingCause {
  const number = id(payload, 'pull_request', 'number')
  const head = commit(payload, 'pull_request', 'head', 'sha')
  const baseTip = commit(payload, 'pull_request', 'base', 'sha')
  if (number === undefined || head === undefined || baseTip === undefined) {
    throw incomplete('names no pull request with a number, a head commit and a base commit', 'on: pull_request')
  }
  // The repository of the head is null after its deletion.
  const from = text(payload, 'pull_request', 'head', 'repo', 'full_name')
  const fork = from === undefined || from !== text(payload, 'pull_request', 'base', 'repo', 'full_name')
  const state = stateOf(payload)
  if (files === 'api' && state === 'merged') {
    return {
      kind: 'nothing',
      because: 'the pull request is merged, and its commits are checked where they were pushed'
    }
  }
  return { kind: 'pull-request', files, state, number, head, baseTip, fork }
}

function stateOf(payload: unknown): PullRequestCause['state'] {
  if (text(payload, 'action') !== 'closed' && text(payload, 'pull_request', 'state') !== 'closed') return 'open'
  return property(payload, 'pull_request', 'merged') === true ? 'merged' : 'closed'
}

function mergeGroup(payload: unknown): MergeGroupCause | NothingCause {
  if (text(payload, 'action') === 'destroyed') return { kind: 'nothing', because: 'the merge group no longer exists' }
  const head = commit(payload, 'merge_group', 'head_sha')
  const parent = commit(payload, 'merge_group', 'base_sha')
  const target = branch(payload, 'merge_group', 'base_ref')
  if (head === undefined || parent === undefined || target === undefined) {
    throw incomplete('names no merge group with a head commit, a base commit and a target branch', 'on: merge_group')
  }
  return { kind: 'merge-group', head, parent, target }
}

const TAG = /^refs\/tags\//
/** The branches that a merge queue makes: https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/configuring-pull-request-merges/managing-a-merge-queue */
const QUEUE = /^refs\/heads\/gh-readonly-queue\//

function push(payload: unknown): PushCause | NothingCause {
  const ref = text(payload, 'ref') ?? ''
  const kind = TAG.test(ref) ? 'tag' : 'branch'
  if (property(payload, 'deleted') === true) return { kind: 'nothing', because: `the push deleted a ${kind}` }
  const after = commit(payload, 'after')
  if (after === undefined) throw incomplete('names no commit that was pushed', 'on: push')
  const before = property(payload, 'created') === true ? undefined : commit(payload, 'before')
  return {
    kind: 'push',
    ref: QUEUE.test(ref) ? 'queue' : kind,
    after,
    ...(before === undefined ? {} : { before })
  }
}

/** `pull_requests` of the run is not read: it is empty for forks. https://github.com/actions/runner/issues/3444 */
function workflowRun(payload: unknown): WorkflowRunCause | NothingCause {
  const run = property(payload, 'workflow_run')
  const event = text(run, 'event')
  if (event === undefined) throw incomplete('names no run of a workflow', 'on: workflow_run')
  if (event !== 'pull_request') {
    return {
      kind: 'nothing',
      because: 'the run was not caused by "pull_request", so there is no pull request to comment'
    }
  }
  const [head, headRepository] = [commit(run, 'head_sha'), id(run, 'head_repository', 'id')]
  const [headBranch, headOwner] = [branch(run, 'head_branch'), text(run, 'head_repository', 'owner', 'login')]
  const repository = id(run, 'repository', 'id')
  if (head === undefined || repository === undefined) throw incomplete('names no run with a commit', 'on: workflow_run')
  if (headRepository === undefined || headBranch === undefined || headOwner === undefined) {
    return { kind: 'nothing', because: 'the repository or the branch of the pull request no longer exists' }
  }
  return { kind: 'workflow-run', event, head, headBranch, headOwner, headRepository, repository }
}

function incomplete(lacks: string, use: string): ConfigError {
  return new ConfigError(
    `The payload of the event ${lacks} (GITHUB_EVENT_PATH). Run this action from a workflow with "${use}".`
  )
}
