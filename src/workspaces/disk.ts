/** A folder on disk: the files git tracks there, or outside a work tree everything that ignore files do not hide. */

import { execFile } from 'node:child_process'
import { constants, type Dirent } from 'node:fs'
import { type FileHandle, lstat, open, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { ConfigError } from '../model.ts'
import { decode } from './decode.ts'
import type { FileGap, Listing, Reading, Workspace } from './workspace.ts'

/** Folders that hold other people's packages or test data; what lies in them is counted and not read. */
export const EXCLUDED_FOLDERS = ['node_modules', 'testdata', '__fixtures__', 'fixtures'] as const

/** The largest file that is read, in bytes. The largest lockfile met in public repositories has 20 MB. */
export const MAXIMUM_FILE_SIZE = 64 * 1024 * 1024

/** The most output of `git ls-files`, in bytes: some ten million paths. */
const MAXIMUM_LISTING = 1024 * 1024 * 1024

/** How deep a walk goes; a deeper folder becomes a gap. */
const MAXIMUM_FOLDER_DEPTH = 200

/**
 * Opens the folder at `root`. Throws `ConfigError` when it does not exist, is no folder, or may not be read: there is
 * nothing to scan then, and silence would look like a pass.
 */
export async function diskWorkspace(root: string): Promise<Workspace> {
  const folder = await realpath(root).catch(error => {
    throw new ConfigError(`${root}: ${explain(error)}. Give the path of a folder that exists.`)
  })
  if (!(await stat(folder)).isDirectory()) {
    throw new ConfigError(`${root}: this is a file. Give the path of the folder that holds it.`)
  }
  return { list: () => list(folder), read: path => read(folder, path) }
}

async function list(root: string): Promise<Listing> {
  const tracked = await trackedFiles(root)
  const found = tracked
    ? { source: 'git' as const, paths: tracked, gaps: [] }
    : { source: 'walk' as const, ...(await walk(root)) }
  const excluded: Record<string, number> = {}
  const paths = found.paths.filter(path => {
    const folder = EXCLUDED_FOLDERS.find(name => path.startsWith(`${name}/`) || path.includes(`/${name}/`))
    if (folder !== undefined) excluded[folder] = (excluded[folder] ?? 0) + 1
    return folder === undefined
  })
  return { source: found.source, paths, excluded, gaps: found.gaps }
}

/**
 * What git tracks in and below the folder, submodules too; undefined outside a work tree, without git, or where git
 * tracks nothing (a folder that an enclosing work tree ignores). Nothing of the repository may run: its file system
 * monitor is a command in its configuration, so that is switched off (https://git-scm.com/docs/git-config#Documentation/git-config.txt-corefsmonitor).
 */
async function trackedFiles(root: string): Promise<string[] | undefined> {
  const safe = ['-c', 'core.fsmonitor=false', '-c', 'safe.directory=*', '-c', 'core.quotepath=false']
  const output = await git(root, [...safe, 'ls-files', '-z', '--cached', '--recurse-submodules'])
  const paths = output?.split('\0').filter(path => path !== '')
  return paths && paths.length > 0 ? [...new Set(paths)] : undefined
}

function git(root: string, args: readonly string[]): Promise<string | undefined> {
  // Variables such as GIT_DIR, set while a git hook runs, would make git answer for another repository.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
  return new Promise(resolve => {
    execFile(
      'git',
      ['--no-optional-locks', '-C', root, ...args],
      { encoding: 'utf8', maxBuffer: MAXIMUM_LISTING, env: { ...env, LC_ALL: 'C' } },
      (error, stdout) => resolve(error ? undefined : stdout)
    )
  })
}

async function walk(root: string): Promise<{ paths: string[]; gaps: FileGap[] }> {
  const paths: string[] = []
  const gaps: FileGap[] = []
  await visit('', [])
  return { paths, gaps }

  async function visit(folder: string, rules: readonly { base: string; rules: Ignore }[]): Promise<void> {
    if (folder.split('/').length > MAXIMUM_FOLDER_DEPTH) {
      gaps.push({
        kind: 'unreadable-file',
        path: folder,
        detail: `nested deeper than ${MAXIMUM_FOLDER_DEPTH} folders: not visited`
      })
      return
    }
    let children: Dirent[]
    try {
      children = await readdir(join(root, folder), { withFileTypes: true })
    } catch (error) {
      gaps.push({ kind: 'unreadable-file', path: folder, detail: `${explain(error)}: the folder was not visited` })
      return
    }
    const own = children.some(entry => entry.isFile() && entry.name === '.gitignore')
      ? await ignoreFile(root, folder)
      : undefined
    const all = own ? [...rules, { base: folder, rules: own }] : rules
    for (const entry of children) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.name === '.git' || isIgnored(path, entry.isDirectory(), all)) continue
      if (entry.isDirectory()) await visit(path, all)
      else paths.push(path)
    }
  }
}

async function ignoreFile(root: string, folder: string): Promise<Ignore | undefined> {
  const rules = await readFile(join(root, folder, '.gitignore'), 'utf8').catch(() => undefined)
  return rules === undefined ? undefined : ignore().add(rules)
}

/** The deepest ignore file that has an opinion decides. */
function isIgnored(path: string, folder: boolean, all: readonly { base: string; rules: Ignore }[]): boolean {
  for (const { base, rules } of all.toReversed()) {
    const relative = base === '' ? path : path.slice(base.length + 1)
    if (!ignore.isPathValid(relative)) continue
    const { ignored, unignored } = rules.test(folder ? `${relative}/` : relative)
    if (ignored || unignored) return ignored
  }
  return false
}

async function read(root: string, path: string): Promise<Reading> {
  let file: FileHandle | undefined
  try {
    const real = await realpath(join(root, path))
    if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) {
      return { unreadable: 'a symbolic link that leads out of the scanned folder: not followed' }
    }
    // Not blocking: a named pipe would otherwise wait for a writer for ever.
    file = await open(real, constants.O_RDONLY | constants.O_NONBLOCK)
    const { size, isFile } = await file.stat().then(stats => ({ size: stats.size, isFile: stats.isFile() }))
    if (!isFile) return { unreadable: 'not a regular file' }
    if (size > MAXIMUM_FILE_SIZE) {
      return {
        unreadable: `larger than ${MAXIMUM_FILE_SIZE / 1024 / 1024} MiB (${Math.ceil(size / 1024 / 1024)} MiB): not read`
      }
    }
    return decode(await file.readFile())
  } catch (error) {
    const gone = await lstat(join(root, path)).then(
      () => false,
      reason => codeOf(reason) === 'ENOENT'
    )
    if (gone)
      return { absent: 'git tracks it, and it is not in the folder: deleted there, or left out by a sparse checkout' }
    return { unreadable: explain(error) }
  } finally {
    await file?.close()
  }
}

/** The world's faults in words that say what to do. */
function explain(error: unknown): string {
  const code = codeOf(error)
  switch (code) {
    case 'ENOENT':
      return 'does not exist here, or is a symbolic link to nothing'
    case 'EACCES':
    case 'EPERM':
      return 'no permission to read it'
    case 'ELOOP':
      return 'a symbolic link that leads to itself'
    case 'ENOTDIR':
      return 'a part of the path is no folder'
    case 'ENAMETOOLONG':
      return 'the path is too long for this system'
    default:
      return code === '' ? 'could not be read' : `could not be read (${code})`
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
