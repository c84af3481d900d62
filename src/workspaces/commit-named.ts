/** Opens the commit that the user names to compare a folder with. */

import { ConfigError } from '../model/config-error.ts'
import type { WithoutGit } from '../model/report.ts'
import { openRepository } from './git-objects.ts'
import type { Workspace } from './workspace.ts'

/** A commit and the files that it has in the folder. */
export interface NamedCommit {
  /** The full id. */
  readonly id: string
  readonly workspace: Workspace
}

const NO_REPOSITORY: Readonly<Record<WithoutGit, string>> = {
  'no-git': 'there is no git to run. Install git, or leave the option out',
  'no-work-tree': 'the folder is in no git repository. Give a folder of a clone, or leave the option out',
  'git-failed': 'git cannot read the repository of the folder. Check it with "git status"',
  'nothing-tracked': 'git tracks nothing in the folder. Give another folder, or leave the option out'
}

/**
 * Opens the merge base of HEAD and the commit that `ref` names, or that commit itself if they have none: in a shallow clone, or
 * without a common history. Throws `ConfigError` if the repository of the folder does not have it.
 */
export async function commitNamed(folder: string, ref: string): Promise<NamedCommit> {
  const repository = await openRepository(folder)
  if ('withoutGit' in repository) throw new ConfigError(`--base ${ref}: ${NO_REPOSITORY[repository.withoutGit]}.`)
  const named = await repository.resolve(ref)
  if (named === undefined) {
    throw new ConfigError(
      `--base ${ref}: the repository has no such commit. Give a branch, tag or commit, such as origin/main; fetch it first if this clone lacks it.`
    )
  }
  const id = (await repository.mergeBase('HEAD', named)) ?? named
  // A clone without some of the blobs may have all that are read.
  const workspace = await repository.workspaceAt(id, { folder: repository.folder, partial: true })
  if (workspace) return { id, workspace }
  throw new ConfigError(
    `--base ${ref}: this clone does not have the folders of the commit ${id}. Fetch them with git, or use a clone that has them.`
  )
}
