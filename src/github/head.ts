/** The files that are checked: of the checkout, or of a commit that is read through the API. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defined, memoised } from '../collections.ts'
import { blobsOnDisk } from '../workspaces/at-hand.ts'
import { hasId } from '../workspaces/blob-id.ts'
import { diskWorkspace } from '../workspaces/disk.ts'
import { excluding } from '../workspaces/excluding.ts'
import { openRepository, type RawCommit, type Repository } from '../workspaces/git-objects.ts'
import type { Failed } from '../workspaces/github-tree.ts'
import { under } from '../workspaces/subfolder.ts'
import type { Lookup } from '../workspaces/tree.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import type { Commits } from './commits.ts'
import type { Environment } from './event.ts'
import { folderOfCommit, scannedFolder } from './scanned-folder.ts'

/** What is checked. */
export interface Head {
  /** The scanned folder; its paths begin at the root of the repository. */
  readonly scanned: Workspace
  /** The whole repository. */
  readonly whole: Workspace
  /** The commit that is checked out. Absent if git cannot read it, or if nothing is checked out. */
  readonly commit?: RawCommit
  /** The clone. Absent without one. */
  readonly clone?: Repository
  /** From the root of the repository to the scanned folder: `''`, or a path that ends with `/`. */
  readonly prefix: string
  /** The scanned folder as the input "path" names it; `''` for the whole repository. */
  readonly name: string
  /** The whole repository without what earlier steps of the job wrote. Undefined if git cannot read it. */
  committed(): Promise<Workspace | undefined>
  /** Whether a file of the repository has the content of a git blob. */
  isBlob(path: string, id: string): Promise<boolean>
  /** The same parts of another commit: of the clone if it has all files, else of GitHub. */
  at(commit: string): Promise<Pick<Head, 'scanned' | 'whole'> | Failed>
}

/** The head in the checkout. Throws `ConfigError` if `path` names no folder in it. */
export async function headOnDisk(environment: Environment, commits: Commits, path: string): Promise<Head> {
  const { root, repository, prefix, name } = await scannedFolder(environment, path)
  const scanned = under(prefix, excluding(await diskWorkspace(root)))
  const whole = await diskWorkspace(repository)
  const opened = await openRepository(repository)
  // A repository around the workspace is another one.
  const clone = 'withoutGit' in opened || opened.folder !== '' ? undefined : opened
  const commit = await clone?.commit('HEAD')
  const lookup = memoised(blobsOnDisk)
  const atHand: Lookup = async entry => (await lookup(repository))(entry)
  return {
    scanned,
    whole,
    prefix,
    name,
    ...defined({ commit, clone }),
    // Only the configuration is read, so that a sparse checkout may lack other files.
    committed: async () => commit && (await clone?.workspaceAt(commit.id, { partial: true })),
    // A filter of git or an earlier step of the job may have changed it.
    isBlob: async (path, id) => {
      const content = await readFile(join(repository, path)).catch(() => undefined)
      return content !== undefined && hasId(content, id)
    },
    at: stateFinder(
      async (id, folder) =>
        (await clone?.workspaceAt(id, { folder })) ?? (await commits.workspaceAt(id, folder, atHand)),
      prefix
    )
  }
}

/** The head as GitHub has it: nothing is checked out. Throws `ConfigError` if `path` leads out of the repository. */
export async function headOnGitHub(commits: Commits, id: string, path: string): Promise<Head | Failed> {
  const { prefix, name } = folderOfCommit(path)
  const at = stateFinder((commit, folder) => commits.workspaceAt(commit, folder), prefix)
  const state = await at(id)
  if ('failed' in state) return state
  const ids = memoised(async (workspace: Workspace) => {
    const { files } = await workspace.list()
    return new Map(files.map(file => [file.path, file.id]))
  })
  return {
    ...state,
    prefix,
    name,
    committed: async () => state.whole,
    isBlob: async (path, blob) => (await ids(state.whole)).get(path) === blob,
    at
  }
}

/** Makes the function that opens a commit, each once. */
function stateFinder(
  open: (commit: string, folder: string) => Promise<Workspace | Failed>,
  prefix: string
): Head['at'] {
  return memoised(async commit => {
    const whole = await open(commit, '')
    if ('failed' in whole) return whole
    const folder = prefix === '' ? whole : await open(commit, prefix.slice(0, -1))
    return 'failed' in folder ? folder : { whole, scanned: under(prefix, excluding(folder)) }
  })
}
