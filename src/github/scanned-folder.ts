/** The scanned folder and its place in the repository: every reported path is relative to the repository's root. */

import { existsSync, readdirSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { isAbsolute, join, posix, relative, resolve, sep } from 'node:path'
import { ConfigError } from '../model/config-error.ts'
import { type Environment, required } from './event.ts'

/** The folder that is scanned. */
export interface ScannedFolder {
  /** Where it lies on disk. */
  readonly root: string
  /** The root of its repository on disk; the workspace where there is none. */
  readonly repository: string
  /** From the repository's root to the folder: `''` or a path that ends with `/`. */
  readonly prefix: string
  /** From the workspace to the folder as the input names it, `/` between the parts; `''` for the workspace itself. */
  readonly name: string
}

/**
 * Finds the folder that the input `path` names. Throws `ConfigError` when it leads out of the workspace, by `..` or by
 * a symbolic link: on a pull request the link is a stranger's.
 */
export async function scannedFolder(environment: Environment, path: string): Promise<ScannedFolder> {
  const given = required(environment, 'GITHUB_WORKSPACE')
  const workspace = await real(given, `GITHUB_WORKSPACE is ${JSON.stringify(given)}`)
  const root = await real(resolve(given, path), `Input "path" is ${JSON.stringify(path)}`)
  const inside = relative(workspace, root)
  if (isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`)) {
    throw leadsOut(path, 'workspace')
  }
  const parts = inside === '' ? [] : inside.split(sep)
  const only = parts.length === 0 ? onlyRepositoryIn(workspace) : undefined
  if (only !== undefined) return { root: only, repository: only, prefix: '', name: '' }
  const own = belowRepository(workspace, parts)
  const repository = join(root, ...own.map(() => '..'))
  return { root, repository, prefix: own.map(part => `${part}/`).join(''), name: parts.join('/') }
}

/** Finds the folder that the input `path` names in a commit. Throws `ConfigError` when it leads out of the repository. */
export function folderOfCommit(path: string): Pick<ScannedFolder, 'prefix' | 'name'> {
  const name = textualName(path)
  if (posix.isAbsolute(path) || name === '..' || name.startsWith('../')) throw leadsOut(path, 'repository')
  return { prefix: name === '' ? '' : `${name}/`, name }
}

/** The folder as the input `path` names it, whether it exists or not; `''` for the whole workspace. */
export function textualName(path: string): string {
  return posix.normalize(path).replace(/^\.?\/?$|\/$/, '')
}

/** The levels of folders that actions/checkout made for its input "path". */
const DEEPEST = 10

/** The repository in a workspace that has nothing else: the one that actions/checkout put into its input "path". */
function onlyRepositoryIn(workspace: string): string | undefined {
  let folder = workspace
  for (let level = 0; level < DEEPEST && !existsSync(join(folder, '.git')); level++) {
    const [only, ...others] = readdirSync(folder, { withFileTypes: true })
    if (!only?.isDirectory() || others.length > 0) return undefined
    folder = join(folder, only.name)
  }
  return folder !== workspace && existsSync(join(folder, '.git')) ? folder : undefined
}

/**
 * The part of a path that lies below its repository, the outermost in the workspace; the whole path if there is none.
 * The repository need not lie in the workspace's root: actions/checkout has an input "path" too.
 */
function belowRepository(workspace: string, parts: readonly string[]): readonly string[] {
  for (let count = 0; count <= parts.length; count++)
    if (existsSync(join(workspace, ...parts.slice(0, count), '.git'))) return parts.slice(count)
  return parts
}

async function real(path: string, what: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    throw new ConfigError(
      `${what}, and there is no such folder. Check the name, and that a step with actions/checkout runs before.`
    )
  }
}

function leadsOut(path: string, whole: 'workspace' | 'repository'): ConfigError {
  return new ConfigError(
    `Input "path" is ${JSON.stringify(path)}, which leads out of the ${whole}. Give a folder inside it, relative to it.`
  )
}
