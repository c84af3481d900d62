/** A folder that a user names, and its place in the repository that tracks it: as for the Action, paths begin at the repository's root. */

import { existsSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { diskWorkspace } from './disk.ts'
import { excluding } from './excluding.ts'
import { trackedFiles } from './git.ts'
import { PATIENCE } from './git-command.ts'
import { openRepository } from './git-objects.ts'
import { under } from './subfolder.ts'
import type { Workspace } from './workspace.ts'

/** A folder on disk. */
export interface FolderOnDisk {
  /** Its files, under the paths that they have in the repository. */
  readonly scanned: Workspace
  /** The whole repository; the folder itself if no repository tracks it. */
  readonly whole: Workspace
  /** Where the whole lies on disk. */
  readonly root: string
  /** From the root of the repository to the folder: `''`, or a path that ends with `/`. */
  readonly prefix: string
}

/**
 * Opens a folder. A repository around it that tracks nothing in it is another one, such as that of a home directory. Throws
 * `ConfigError` if it does not exist, is not a folder, or cannot be read.
 */
export async function folderOnDisk(path: string): Promise<FolderOnDisk> {
  const own = await diskWorkspace(path)
  const folder = await realpath(path)
  const prefix = await prefixOf(folder)
  if (prefix === '') return { scanned: excluding(own), whole: own, root: path, prefix }
  const root = join(folder, ...prefix.split('/').flatMap(part => (part === '' ? [] : ['..'])))
  return { scanned: under(prefix, excluding(own)), whole: await diskWorkspace(root), root, prefix }
}

async function prefixOf(folder: string): Promise<string> {
  if (existsSync(join(folder, '.git'))) return ''
  if ('withoutGit' in (await trackedFiles(folder, PATIENCE))) return ''
  const repository = await openRepository(folder)
  return 'withoutGit' in repository || repository.folder === '' ? '' : `${repository.folder}/`
}
