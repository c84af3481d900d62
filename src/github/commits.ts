/** Commits of the event's repository as GitHub has them: their files, their merge bases, and the pull requests they head. */

import { memoised } from '../collections.ts'
import type { Elsewhere } from '../configuration/extended.ts'
import { hasId } from '../workspaces/blob-id.ts'
import { type Contents, type Failed, githubWorkspace } from '../workspaces/github-tree.ts'
import type { Lookup } from '../workspaces/tree.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import type { Ends, MergeBase } from './base.ts'
import { type Client, openClient } from './client.ts'
import { openContents, type Requesting } from './contents.ts'
import { readingElsewhere } from './elsewhere.ts'
import type { PullRequestCause, WorkflowRunCause } from './events.ts'
import { explain } from './explain.ts'
import { commit as commitIn, id, text } from './payload.ts'
import { RequestFailed } from './requests.ts'

/** What GitHub knows of commits. A request that fails is a value. */
export interface Commits {
  mergeBase(ends: Ends): Promise<MergeBase | Failed>
  /** The open pull requests that the run was about: none if their head has moved since. */
  pullRequestsOf(run: WorkflowRunCause): Promise<readonly PullRequestCause[] | Failed>
  /** The files of a commit in a folder: `''`, or a path without a slash at its end. */
  workspaceAt(commit: string, folder: string, atHand?: Lookup): Promise<Workspace | Failed>
  /** Reads files of other repositories. */
  readonly elsewhere: Elsewhere
}

/** GitHub lists at most this many pull requests on one page; a branch has one for each base branch. */
const PAGE_SIZE = 100
/** Later pages have no list of changed files: https://docs.github.com/en/rest/commits/commits#compare-two-commits. */
const PAGE_WITHOUT_FILES = 2

/** The answer to everything in a run without a token. */
const NO_TOKEN: Failed = { failed: 'the input "token" is empty' }

/** The commits of the event's repository. Without a token GitHub is not called; with one the client is loaded when needed. */
export function commitsOf(token: string | undefined, requesting: Requesting): Commits {
  if (token === undefined) {
    const refuse = async () => NO_TOKEN
    const elsewhere = readingElsewhere(refuse)
    return { mergeBase: refuse, pullRequestsOf: refuse, workspaceAt: refuse, elsewhere }
  }
  const open = memoised(async (credentials: string) =>
    openCommits(await openClient(credentials, requesting.event), requesting)
  )
  return {
    mergeBase: async ends => (await open(token)).mergeBase(ends),
    pullRequestsOf: async run => (await open(token)).pullRequestsOf(run),
    workspaceAt: async (...which) => (await open(token)).workspaceAt(...which),
    elsewhere: async file => (await open(token)).elsewhere(file)
  }
}

function openCommits(client: Client, requesting: Requesting): Commits {
  const { event, sender } = requesting
  const repository = { owner: event.owner, repo: event.repository }
  const shared = sharing(openContents(client, requesting))
  const failed = (error: unknown, permission: string): Failed => {
    if (!(error instanceof RequestFailed)) throw error
    return { failed: explain(error.failure, permission, event) }
  }

  async function compare({ from, to }: Ends, page: number): Promise<string | undefined> {
    const { data } = await sender.send(signal =>
      client.rest.repos.compareCommitsWithBasehead({
        ...repository,
        basehead: `${from}...${to}`,
        per_page: 1,
        page,
        request: { signal }
      })
    )
    return commitIn(data, 'merge_base_commit', 'sha')
  }

  return {
    async mergeBase(ends) {
      try {
        const found = (await compare(ends, PAGE_WITHOUT_FILES)) ?? (await compare(ends, 1))
        return found === undefined ? { failed: 'GitHub names no commit that both have in common' } : { id: found }
      } catch (error) {
        return failed(error, 'contents: read')
      }
    },
    async pullRequestsOf(run) {
      try {
        const { data } = await sender.send(signal =>
          client.rest.pulls.list({
            ...repository,
            state: 'open',
            head: `${run.headOwner}:${run.headBranch}`,
            per_page: PAGE_SIZE,
            request: { signal }
          })
        )
        return Array.isArray(data) ? data.flatMap(pull => matching(pull, run)) : []
      } catch (error) {
        return failed(error, 'pull-requests: read')
      }
    },
    elsewhere: readingElsewhere(async (name, commit) => {
      const [owner = '', repo = ''] = name.split('/')
      const other = { ...event, owner, repository: repo, isElsewhere: true } as const
      return githubWorkspace(openContents(client, { ...requesting, event: other }), commit)
    }),
    workspaceAt: (commit, folder, onDisk = async () => undefined) =>
      githubWorkspace(shared.contents, commit, {
        folder,
        atHand: async entry => shared.blobs.get(entry.id) ?? onDisk(entry)
      })
  }
}

/** The maximum size of the shared blobs, in bytes. */
const SHARED_SIZE = 64 * 1024 * 1024

/** The same contents, with what several workspaces share: the tree of one commit, and the equal files of two. */
function sharing(contents: Contents): { readonly contents: Contents; readonly blobs: ReadonlyMap<string, Uint8Array> } {
  const blobs = new Map<string, Uint8Array>()
  let left = SHARED_SIZE
  const tree = memoised(
    ([commit, recursive]: readonly [string, boolean]) => contents.tree(commit, { recursive }),
    ([commit, recursive]) => `${commit} ${recursive}`
  )
  function share(blob: string, bytes: Uint8Array): void {
    if (blobs.has(blob) || bytes.length > left || !hasId(bytes, blob)) return
    left -= bytes.length
    blobs.set(blob, bytes)
  }
  return {
    blobs,
    contents: {
      tree: (commit, { recursive }) => tree([commit, recursive]),
      async texts(ids) {
        const texts = await contents.texts(ids)
        if (!('failed' in texts)) for (const [blob, bytes] of texts) share(blob, bytes)
        return texts
      },
      async blob(blob) {
        const bytes = await contents.blob(blob)
        if (!('failed' in bytes)) share(blob, bytes)
        return bytes
      }
    }
  }
}

/**
 * The pull request, if GitHub's own description of the run fits it. Two forks of one owner have the same label, so that the
 * repositories are compared by their ids. Nothing that the run itself wrote counts: a fork could name any pull request
 * (https://github.com/jkreileder/cf-ips-to-hcloud-fw/pull/1451).
 */
function matching(pull: unknown, run: WorkflowRunCause): PullRequestCause[] {
  const [number, head, baseTip] = [id(pull, 'number'), commitIn(pull, 'head', 'sha'), commitIn(pull, 'base', 'sha')]
  if (number === undefined || head === undefined || baseTip === undefined) return []
  const headRepository = id(pull, 'head', 'repo', 'id')
  const isItsOwn = headRepository === run.headRepository && id(pull, 'base', 'repo', 'id') === run.repository
  if (!isItsOwn || head !== run.head || text(pull, 'state') !== 'open') return []
  const fork = headRepository !== id(pull, 'base', 'repo', 'id')
  return [{ kind: 'pull-request', files: 'api', state: 'open', number, head, baseTip, fork }]
}
