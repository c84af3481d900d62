/** The adapters that read a commit, side by side: the folder on disk, the objects of the clone, and GitHub's API. */

import { join } from 'node:path'
import { diskWorkspace } from '../../src/workspaces/disk.ts'
import { openRepository, type Repository } from '../../src/workspaces/git-objects.ts'
import { githubWorkspace } from '../../src/workspaces/github-tree.ts'
import type { Workspace } from '../../src/workspaces/workspace.ts'
import { contentsOf } from './api/contents.ts'
import { ServedRepository } from './api/repository.ts'
import { startApi } from './api/server.ts'
import { git } from './trees.ts'

/** A value for each adapter. */
export type PerAdapter<Value> = Readonly<Record<'disk' | 'objects' | 'github', Value>>

/** Looks at a folder of the commit that is checked out at `root`, through each adapter. */
export async function perAdapter<Value>(
  root: string,
  look: (workspace: Workspace) => Promise<Value>,
  folder = ''
): Promise<PerAdapter<Value>> {
  const api = await startApi({ repository: new ServedRepository(root) })
  try {
    const objects = await (await opened(root)).workspaceAt('HEAD', { folder })
    const github = await githubWorkspace(await contentsOf(api), git(root, 'rev-parse', 'HEAD').trim(), { folder })
    if (!objects || 'failed' in github) throw new Error(`cannot be opened: ${JSON.stringify(github)}`)
    const seen = {
      disk: await look(await diskWorkspace(join(root, folder))),
      objects: await look(objects),
      github: await look(github)
    }
    if (api.violations.length > 0) throw new Error(api.violations.join('\n'))
    return seen
  } finally {
    await api.close()
  }
}

/** The repository of a folder; throws if it cannot be opened. */
export async function opened(root: string): Promise<Repository> {
  const clone = await openRepository(root)
  if ('withoutGit' in clone) throw new Error(clone.withoutGit)
  return clone
}
