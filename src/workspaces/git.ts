/** Lists what git tracks in a folder. */

import type { WithoutGit } from '../model/report.ts'
import { findGit, type Git, run } from './git-command.ts'
import { missingSubmodule } from './readings.ts'
import type { FileGap } from './workspace.ts'

/** The files that git tracks, and what is in the folder and not listed. */
export interface TrackedFiles {
  readonly paths: readonly string[]
  readonly gaps: readonly FileGap[]
}

// A line of `git ls-files --stage`: mode, object, stage, a tab, the path.
const STAGED = /^(?<mode>\d{6}) (?<id>[0-9a-f]+) \d\t(?<path>[\s\S]*)$/
/** The mode of a commit of another repository. */
const SUBMODULE = '160000'

/**
 * The files that git tracks in the folder, including submodules. The reason if git cannot list them: outside a work tree,
 * without git, with a damaged index, or if git tracks nothing there (a folder that an enclosing work tree ignores).
 */
export async function trackedFiles(root: string, patience: number): Promise<TrackedFiles | { withoutGit: WithoutGit }> {
  const git = findGit(root, patience)
  if ('withoutGit' in git) return git
  const list = ['ls-files', '-z', '--cached', '--recurse-submodules']
  // git before 2.36 does not list the modes of files in submodules: a missing submodule is then not reported.
  const output = (await run(git, [...list, '--stage'])) ?? (await run(git, list))
  if (output === undefined) return { withoutGit: 'git-failed' }
  const tracked = parseListing(output)
  if (tracked.paths.length + tracked.gaps.length === 0) return { withoutGit: 'nothing-tracked' }
  return { ...tracked, gaps: [...tracked.gaps, ...(await nestedRepositories(git))] }
}

/** The paths of the blobs in the index of a folder, by the id of the blob. Empty if git cannot list them. */
export async function pathsByBlob(root: string, patience: number): Promise<ReadonlyMap<string, readonly string[]>> {
  const git = findGit(root, patience)
  const output = 'withoutGit' in git ? undefined : await run(git, ['ls-files', '-z', '--cached', '--stage'])
  const paths = new Map<string, string[]>()
  for (const line of (output ?? '').split('\0')) {
    const { id, path } = STAGED.exec(line)?.groups ?? {}
    if (id === undefined || path === undefined) continue
    const known = paths.get(id)
    if (known) known.push(path)
    else paths.set(id, [path])
  }
  return paths
}

/** The most paths that one run of git is given. */
const MOST_PATHS = 200
// A line of `git ls-tree`: mode, kind, object, a tab, the path.
const IN_TREE = /^\d{6} blob (?<id>[0-9a-f]+)\t(?<path>[\s\S]*)$/

/**
 * The ids of the blobs that the last commit has at some paths of a folder. `none`: the folder is in no work tree. `unknown`: it is in one,
 * and git does not say. Compared with the files this needs no filter of the repository, which `git status` would run.
 */
export async function committedBlobs(
  root: string,
  paths: readonly string[],
  patience: number
): Promise<ReadonlyMap<string, string> | 'none' | 'unknown'> {
  const git = findGit(root, patience)
  if ('withoutGit' in git) return git.withoutGit === 'no-work-tree' ? 'none' : 'unknown'
  const blobs = new Map<string, string>()
  // Nothing is committed yet.
  if ((await run(git, ['rev-parse', '--verify', '--quiet', 'HEAD'])) === undefined) return blobs
  for (let index = 0; index < paths.length; index += MOST_PATHS) {
    const some = paths.slice(index, index + MOST_PATHS)
    const output = await run(git, ['--literal-pathspecs', 'ls-tree', '-z', 'HEAD', '--', ...some])
    if (output === undefined) return 'unknown'
    for (const line of output.split('\0')) {
      const { id, path } = IN_TREE.exec(line)?.groups ?? {}
      if (id !== undefined && path !== undefined) blobs.set(path, id)
    }
  }
  return blobs
}

function parseListing(output: string): TrackedFiles {
  const paths = new Set<string>()
  const gaps: FileGap[] = []
  for (const line of output.split('\0')) {
    const { mode, path = line } = STAGED.exec(line)?.groups ?? {}
    if (mode === SUBMODULE) gaps.push(missingSubmodule(path))
    else if (path.endsWith('/')) gaps.push({ kind: 'unreadable-file', path, detail: 'the git index is damaged' })
    else if (path !== '') paths.add(path)
  }
  return { paths: [...paths], gaps }
}

/** In milliseconds: git walks the folder for what is only a notice. */
const WALK_PATIENCE = 10_000

/** The repositories below the folder that are neither submodules of this one nor ignored by it. */
async function nestedRepositories(git: Git): Promise<FileGap[]> {
  // git lists a folder only if it is another repository.
  const patience = Math.min(git.patience, WALK_PATIENCE)
  const output = (await run(git, ['ls-files', '-z', '--others', '--exclude-standard'], patience)) ?? ''
  return output
    .split('\0')
    .filter(path => path.endsWith('/'))
    .map(path => ({
      kind: 'other-repository',
      path: path.slice(0, -1),
      detail: 'another git repository, which this one does not track: not scanned; scan it separately'
    }))
}
