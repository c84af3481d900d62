/** Reads files of other repositories at a commit, for configurations that extend one. */

import { type Elsewhere, type FileElsewhere, LONGEST_FILE } from '../configuration/extended.ts'
import type { Failed } from '../workspaces/github-tree.ts'
import type { Reading, Workspace } from '../workspaces/workspace.ts'

/** Opens a commit of `owner/name`, or tells why it cannot be read. */
export type OpenCommit = (repository: string, commit: string) => Promise<Workspace | Failed>

/** Makes the function that reads such files, each once. What could not be had is asked for again: the next answer may be another one. */
export function readingElsewhere(open: OpenCommit): Elsewhere {
  const known = new Map<string, Reading>()
  return async file => {
    const key = `${file.repository}/${file.path}@${file.commit}`
    const before = known.get(key)
    if (before) return before
    const reading = await read(file, open)
    if (!('unreadable' in reading && reading.isUnread)) known.set(key, reading)
    return reading
  }
}

async function read({ repository, path, commit }: FileElsewhere, open: OpenCommit): Promise<Reading> {
  const workspace = await open(repository, commit)
  if ('failed' in workspace) return { unreadable: workspace.failed, isUnread: true }
  const { files, gaps } = await workspace.list()
  const file = files.find(each => each.path === path)
  if (file === undefined && gaps.length > 0) return workspace.read(path)
  if (file === undefined) return { absent: `${repository} has no such file at this commit` }
  // A link has no id. Where it leads is not what the path says.
  if (file.id === undefined) return { unreadable: 'a symbolic link' }
  // A character has up to three bytes for each of its UTF-16 code units.
  if (file.size !== undefined && file.size > 3 * LONGEST_FILE)
    return { unreadable: `longer than ${LONGEST_FILE} characters` }
  return workspace.read(path)
}

/**
 * What a pull request of a stranger may read elsewhere: only the files that the base reads too. Any other could be one that the token
 * of the job may read and the stranger may not, and messages about it quote it.
 */
export function onlyKnown(elsewhere: Elsewhere, known: readonly FileElsewhere[]): Elsewhere {
  return async file => {
    const isKnown = known.some(
      ({ repository, path, commit }) => repository === file.repository && path === file.path && commit === file.commit
    )
    if (isKnown) return elsewhere(file)
    return { unreadable: 'for a pull request from a fork only what the base extends is read', isUnread: true }
  }
}
