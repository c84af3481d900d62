/**
 * Payloads of events with the shape that GitHub sends, cut down to what says something about the run. The names follow the
 * published examples (https://github.com/octokit/webhooks/tree/main/payload-examples/api.github.com), which have no fork, no
 * retargeted or merged pull request, no ordinary and no forced push.
 */

const OWNER = { login: 'acme', id: 21, type: 'Organization' }
const REPOSITORY = {
  id: 186853002,
  name: 'shop',
  full_name: 'acme/shop',
  private: false,
  owner: OWNER,
  default_branch: 'main'
}
/** The repository of the stand-in, as a payload names it. */
export const REPOSITORY_ID = REPOSITORY.id
/** The repository of a fork. */
export const FORK = {
  id: 186853077,
  name: 'shop',
  full_name: 'mallory/shop',
  fork: true,
  owner: { login: 'mallory', id: 66, type: 'User' }
}
/** The id by which git says that there is no commit. */
export const ZEROS = '0'.repeat(40)

const sender = { login: 'octocat', id: 1, type: 'User' }

/** What differs between the payloads of pull requests. */
export interface PullRequestPayload {
  readonly action?: string
  readonly head: string
  readonly base: string
  /** The repository of the head; `null` after its deletion. */
  readonly from?: object | null | undefined
  readonly draft?: boolean
  readonly merged?: boolean
  readonly sender?: string
  readonly changes?: object
  readonly headRef?: string
}

/** `pull_request` and `pull_request_target`. */
export function pullRequest({
  action = 'synchronize',
  head,
  base,
  from = REPOSITORY,
  draft = false,
  merged = false,
  sender: login = 'octocat',
  changes,
  headRef = 'changes'
}: PullRequestPayload): object {
  return {
    action,
    number: 7,
    ...(action === 'synchronize' ? { before: '9'.repeat(40), after: head } : {}),
    ...(changes === undefined ? {} : { changes }),
    pull_request: {
      id: 279147437,
      number: 7,
      state: action === 'closed' ? 'closed' : 'open',
      draft,
      merged,
      merge_commit_sha: null,
      title: 'Update the client',
      head: { label: `acme:${headRef}`, ref: headRef, sha: head, repo: from },
      base: { label: 'acme:main', ref: 'main', sha: base, repo: REPOSITORY }
    },
    repository: REPOSITORY,
    sender: { ...sender, login }
  }
}

/** `merge_group`. The published example is invented: its `head_sha` and `head_commit.id` differ. */
export function mergeGroup({
  head,
  base,
  action = 'checks_requested'
}: {
  head: string
  base: string
  action?: string
}): object {
  return {
    action,
    ...(action === 'destroyed' ? { reason: 'merged' } : {}),
    merge_group: {
      head_sha: head,
      head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${base}`,
      base_sha: base,
      base_ref: 'refs/heads/main',
      head_commit: { id: head, tree_id: '3'.repeat(40), message: 'Merge pull request #7 from acme/changes' }
    },
    repository: REPOSITORY,
    sender
  }
}

/** `push`. */
export function push({
  before,
  after,
  ref = 'refs/heads/main',
  forced = false
}: {
  before: string
  after: string
  ref?: string
  forced?: boolean
}): object {
  return {
    ref,
    before,
    after,
    base_ref: null,
    created: before === ZEROS,
    deleted: after === ZEROS,
    forced,
    head_commit: after === ZEROS ? null : { id: after, tree_id: '3'.repeat(40), message: 'Update the client' },
    commits: [],
    pusher: { name: 'octocat', email: 'octocat@example.org' },
    repository: REPOSITORY,
    sender
  }
}

/** `workflow_run`, of a workflow that ended. `pull_requests` is empty for forks. */
export function workflowRun({
  head,
  event = 'pull_request',
  branch = 'changes',
  from = FORK,
  conclusion = 'failure'
}: {
  head: string
  event?: string
  branch?: string
  from?: object | null
  conclusion?: string
}): object {
  return {
    action: 'completed',
    workflow_run: {
      id: 1589141559,
      name: 'Bound tokens',
      path: '.github/workflows/bound-tokens.yml',
      event,
      status: 'completed',
      conclusion,
      head_branch: branch,
      head_sha: head,
      head_commit: { id: head, tree_id: '3'.repeat(40), message: 'Update the client' },
      head_repository: from,
      repository: REPOSITORY,
      pull_requests: [],
      run_attempt: 1
    },
    workflow: { id: 16340987, name: 'Bound tokens', path: '.github/workflows/bound-tokens.yml' },
    repository: REPOSITORY,
    sender: { ...sender, login: 'mallory' }
  }
}

/** The events that have no commits of their own. */
export const OTHERS: Readonly<Record<string, object>> = {
  schedule: { schedule: '17 4 * * 1', repository: REPOSITORY },
  workflow_dispatch: {
    inputs: {},
    ref: 'refs/heads/main',
    workflow: '.github/workflows/a.yml',
    repository: REPOSITORY,
    sender
  },
  repository_dispatch: {
    action: 'on-demand',
    branch: 'main',
    client_payload: { commit: 'x' },
    repository: REPOSITORY,
    sender
  },
  release: {
    action: 'published',
    release: { tag_name: 'v1.0.0', target_commitish: 'main', draft: false },
    repository: REPOSITORY,
    sender
  },
  issue_comment: {
    action: 'created',
    issue: { number: 7, pull_request: { url: 'https://api.github.com/repos/acme/shop/pulls/7' } },
    comment: { body: '/check', user: sender },
    repository: REPOSITORY,
    sender
  },
  check_suite: {
    action: 'requested',
    check_suite: { head_sha: '1'.repeat(40), pull_requests: [] },
    repository: REPOSITORY,
    sender
  }
}
