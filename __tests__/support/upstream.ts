/** A repository with a pull request, as GitHub has it, and checkouts of it, as actions/checkout makes them. */

import { commit, type Files, git, type ObjectFormat, repository, tree, write } from './trees.ts'

/** The commits around one pull request. */
export interface Upstream {
  readonly root: string
  /** Where the branch of the pull request began. */
  readonly fork: string
  /** The base branch after somebody else pushed to it. */
  readonly tip: string
  /** The head of the pull request. */
  readonly head: string
  /** The test merge: its first parent is the tip, its second the head. */
  readonly merge: string
}

/** The files of three states; each is added to the one before it. */
export interface Story {
  readonly fork: Files
  readonly tip?: Files
  readonly head: Files
}

/** Makes the repository. `main` is the base branch, `changes` that of the pull request. */
export function upstream({ fork: before, tip: others = {}, head: own }: Story, format?: ObjectFormat): Upstream {
  const root = repository(before, format)
  // GitHub gives any commit by its id: https://git-scm.com/docs/git-config#Documentation/git-config.txt-uploadpackallowAnySHA1InWant
  git(root, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  const fork = git(root, 'rev-parse', 'HEAD').trim()
  git(root, 'checkout', '--quiet', '-b', 'changes')
  write(root, own)
  const head = commit(root, 'Change the clients')
  git(root, 'checkout', '--quiet', 'main')
  write(root, others)
  const tip = commit(root, 'Somebody else')
  const merge = mergeOf(root, tip, head)
  return { root, fork, tip, head, merge }
}

/** Makes a test merge as GitHub does, on no branch. */
export function mergeOf(root: string, base: string, head: string): string {
  git(root, 'checkout', '--quiet', '--detach', base)
  git(root, 'merge', '--quiet', '--no-ff', '--message', `Merge ${head} into ${base}`, head)
  const merge = git(root, 'rev-parse', 'HEAD').trim()
  git(root, 'checkout', '--quiet', 'main')
  return merge
}

/** Adds a commit on top of another one, on no branch. */
export function commitOn(root: string, parent: string, files: Files): string {
  git(root, 'checkout', '--quiet', '--detach', parent)
  write(root, files)
  const made = commit(root)
  git(root, 'checkout', '--quiet', 'main')
  return made
}

/**
 * Checks a commit out as actions/checkout does with its input "fetch-depth": fetches the one id, or with 0 all branches.
 * https://github.com/actions/checkout/blob/v7.0.1/src/git-source-provider.ts
 */
export function checkOut({ root }: Pick<Upstream, 'root'>, id: string, depth = 1): string {
  const clone = tree({})
  git(clone, 'init', '--quiet', `--object-format=${git(root, 'rev-parse', '--show-object-format').trim()}`)
  git(clone, 'remote', 'add', 'origin', `file://${root}`)
  const shallow = depth === 0 ? [] : [`--depth=${depth}`]
  const branches = depth === 0 ? ['+refs/heads/*:refs/remotes/origin/*'] : []
  git(clone, 'fetch', '--quiet', '--no-tags', ...shallow, 'origin', id, ...branches)
  git(clone, 'checkout', '--quiet', '--detach', id)
  return clone
}
