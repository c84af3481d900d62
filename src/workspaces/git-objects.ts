/**
 * A workspace over the objects of a clone: a commit is read without a work tree. Nothing is fetched, and the clone stays as it
 * is, so a commit that is not there entirely has no workspace.
 */

import { realpath } from 'node:fs/promises'
import type { WithoutGit } from '../model/report.ts'
import { BlobProcess } from './blob-process.ts'
import { findGit, type Git, PATIENCE, run } from './git-command.ts'
import { type TreeEntry, treeWorkspace } from './tree.ts'
import type { Workspace } from './workspace.ts'

/** A commit as its object has it, also where a shallow clone hides its parents. */
export interface RawCommit {
  readonly id: string
  readonly tree: string
  /** The ids of all parents. A shallow clone need not have them. */
  readonly parents: readonly string[]
  /** What its author wrote: hostile text. */
  readonly message: string
}

/** Which part of a commit becomes a workspace, and whether all of it must be there. */
export interface AtCommit {
  /** The scanned folder: `''` for the root of the repository, or a path without a slash at its end. */
  readonly folder?: string
  /** Opens a commit although blobs are missing: each is then an unread file. */
  readonly partial?: boolean
}

/** The repository of a folder on disk. */
export interface Repository {
  /** From the root of the repository to the folder: `''`, or a path without a slash at its end. */
  readonly folder: string
  /** The id of the commit that a branch, tag or commit names; undefined if it names none that is there. */
  resolve(ref: string): Promise<string | undefined>
  /** The commit that a branch, tag or commit names. */
  commit(ref: string): Promise<RawCommit | undefined>
  /**
   * The best common ancestor of two commits: https://git-scm.com/docs/git-merge-base. Undefined if there is none or a shallow
   * clone does not have it; the first if there are several.
   */
  mergeBase(one: string, other: string): Promise<string | undefined>
  /** The files of a commit. Undefined if the commit, one of its trees or one of its blobs is not in the clone. */
  workspaceAt(commit: string, options?: AtCommit): Promise<Workspace | undefined>
}

// A line of `git ls-tree`: mode, type, object, with `--long` the size, a tab, the path.
const ENTRY = /^(?<mode>\d{6}) [a-z]+ (?<id>[0-9a-f]+)(?: +(?<size>\d+|-))?\t(?<path>[\s\S]+)$/
const OBJECT_ID = /^(?<id>[0-9a-f]{40,64})\n$/
const HEADER = /^(?<name>tree|parent) (?<id>[0-9a-f]+)$/

/**
 * Opens the repository that tracks a folder. The reason if there is none or git cannot read it. `patience`: the longest run of
 * git, in milliseconds.
 */
export async function openRepository(
  folder: string,
  { patience = PATIENCE } = {}
): Promise<Repository | { withoutGit: WithoutGit }> {
  const git = findGit(await realpath(folder), patience)
  if ('withoutGit' in git) return git
  const prefix = await run(git, ['rev-parse', '--show-prefix'])
  if (prefix === undefined) return { withoutGit: 'git-failed' }
  const repository: Repository = {
    folder: prefix.replace(/\/?\n$/, ''),
    async resolve(ref) {
      // git refuses these names for branches and tags; older versions would take them for options.
      if (ref === '' || ref.startsWith('-') || ref.includes('\0')) return undefined
      const id = await run(git, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
      return id === undefined ? undefined : OBJECT_ID.exec(id)?.groups?.['id']
    },
    async commit(ref) {
      const id = await repository.resolve(ref)
      const text = id && (await run(git, ['cat-file', 'commit', id]))
      return id && text ? parseCommit(id, text) : undefined
    },
    async mergeBase(one, other) {
      const ids = await run(git, ['merge-base', '--end-of-options', one, other])
      return ids?.trim()
    },
    async workspaceAt(commit, { folder = '', partial = false } = {}) {
      const missing = await missingObjects(git, commit)
      if (!missing || (missing.size > 0 && !partial)) return undefined
      const entries = await entriesOf(git, commit, missing.size === 0)
      if (!entries) return undefined
      return treeWorkspace({ source: 'git-objects', entries, gaps: [] }, new BlobProcess(git, missing), folder)
    }
  }
  return repository
}

/**
 * The ids of the trees and blobs of a commit that are not in the clone. Undefined if the commit is not. No other command may
 * touch a missing object of a partial clone: git would fetch it, or end.
 */
async function missingObjects(git: Git, commit: string): Promise<ReadonlySet<string> | undefined> {
  const listed = await run(git, [
    'rev-list',
    '--objects',
    '--no-object-names',
    '--no-walk',
    '--missing=print',
    '--end-of-options',
    commit
  ])
  if (listed === undefined) return undefined
  return new Set(Array.from(listed.matchAll(/^\?(?<id>[0-9a-f]+)/gm), ({ groups }) => groups?.['id'] ?? ''))
}

/** The entries of all folders of a commit; undefined if a tree is missing. `sized`: whether all blobs are there. */
async function entriesOf(git: Git, commit: string, sized: boolean): Promise<TreeEntry[] | undefined> {
  const long = sized ? ['--long'] : []
  // `--full-tree`: from the root, wherever the folder is.
  const listed = await run(git, ['ls-tree', '-r', '-z', '--full-tree', ...long, '--end-of-options', commit])
  return listed?.split('\0').flatMap((line): TreeEntry[] => {
    const { mode, id, size, path } = ENTRY.exec(line)?.groups ?? {}
    if (mode === undefined || id === undefined || path === undefined) return []
    return [{ path, mode, id, ...(Number.isInteger(Number(size)) ? { size: Number(size) } : {}) }]
  })
}

function parseCommit(id: string, text: string): RawCommit | undefined {
  const end = text.indexOf('\n\n')
  const headers = (end < 0 ? text : text.slice(0, end)).split('\n').map(line => HEADER.exec(line)?.groups ?? {})
  const idsOf = (wanted: string) => headers.flatMap(({ name, id }) => (name === wanted && id !== undefined ? [id] : []))
  const [tree] = idsOf('tree')
  if (tree === undefined) return undefined
  return { id, tree, parents: idsOf('parent'), message: end < 0 ? '' : text.slice(end + 2) }
}
