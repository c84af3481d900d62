/** A folder on disk: the files that git tracks, or outside a work tree all files that are not ignored. */

import { execFile } from 'node:child_process'
import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync
} from 'node:fs'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import type { Ignore } from 'ignore'
import { ConfigError } from '../model/config-error.ts'
import { decode } from './decode.ts'
import type { FileGap, Listing, Reading, Workspace } from './workspace.ts'

/** Maximum size of a file, in bytes. The largest lockfile found in public repositories has 20 MB. */
export const MAXIMUM_FILE_SIZE = 64 * 1024 * 1024

/** Maximum output of `git ls-files`, in bytes: about ten million paths. */
const MAXIMUM_LISTING = 1024 * 1024 * 1024

/**
 * Maximum runs of `*` in one rule of an ignore file. A rule becomes a regular expression that takes time to the power
 * of this number. A rule with more is skipped, so no file is hidden by it.
 */
const MOST_STARS = 3
const STARS = /\*+/g

// A line of `git ls-files --stage`: mode, object, stage, a tab, the path.
const STAGED = /^(?<mode>\d{6}) [0-9a-f]+ \d\t(?<path>[\s\S]*)$/
/** The mode of a commit of another repository. */
const SUBMODULE = '160000'

/** A buffer for most files. A new buffer for each file would take most of the reading time. */
const BUFFER = Buffer.allocUnsafe(256 * 1024)

/** Maximum depth of a walk. A deeper folder becomes a gap. */
const MAXIMUM_FOLDER_DEPTH = 200

/**
 * Opens the folder at `root`. Throws `ConfigError` if it does not exist, is
 * not a folder, or cannot be read: an empty scan would look like a pass.
 */
export async function diskWorkspace(root: string): Promise<Workspace> {
  const folder = await realpath(root).catch(error => {
    throw new ConfigError(`${root}: ${explain(error)}. Give the path of a folder that exists.`)
  })
  if (!(await stat(folder)).isDirectory()) {
    throw new ConfigError(`${root}: this is a file, not a folder. Give the path of its folder.`)
  }
  return { list: () => list(folder), read: async path => read(folder, path) }
}

async function list(root: string): Promise<Listing> {
  const tracked = await trackedFiles(root)
  const { paths, gaps } = tracked ?? (await walk(root))
  return { source: tracked ? 'git' : 'walk', files: paths.map(path => ({ path })), excluded: {}, gaps }
}

/**
 * The files that git tracks in the folder, including submodules. Undefined outside a work tree, without git, or if git
 * tracks nothing there (a folder that an enclosing work tree ignores). The repository must neither run a command nor
 * change the listing: the file system monitor, a command in its configuration, is switched off
 * (https://git-scm.com/docs/git-config#Documentation/git-config.txt-corefsmonitor), and committed files that look like
 * a bare repository are not used as one
 * (https://git-scm.com/docs/git-config#Documentation/git-config.txt-safebareRepository).
 */
async function trackedFiles(root: string): Promise<{ paths: string[]; gaps: FileGap[] } | undefined> {
  const settings = ['core.fsmonitor=false', 'safe.bareRepository=explicit', 'safe.directory=*', 'core.quotepath=false']
  const list = [...settings.flatMap(setting => ['-c', setting]), 'ls-files', '-z', '--cached', '--recurse-submodules']
  // git before 2.36 does not list the modes of files in submodules: a missing submodule is then not reported.
  const output = (await git(root, [...list, '--stage'])) ?? (await git(root, list))
  const paths = new Set<string>()
  const gaps: FileGap[] = []
  for (const line of output?.split('\0') ?? []) {
    const { mode, path = line } = STAGED.exec(line)?.groups ?? {}
    if (mode === SUBMODULE) gaps.push({ kind: 'absent-file', path, detail: 'a submodule that is not checked out' })
    else if (path.endsWith('/')) gaps.push({ kind: 'unreadable-file', path, detail: 'the git index is damaged' })
    else if (path !== '') paths.add(path)
  }
  return paths.size + gaps.length > 0 ? { paths: [...paths], gaps } : undefined
}

function git(root: string, args: readonly string[]): Promise<string | undefined> {
  // Variables such as GIT_DIR, set while a git hook runs, would make git list another repository.
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
  // If a sparse index lacks objects, git would fetch them with commands from the repository's configuration. So no
  // transport is allowed, and newer versions of git do not try to fetch.
  const env = { ...own, LC_ALL: 'C', GIT_ALLOW_PROTOCOL: '', GIT_NO_LAZY_FETCH: '1' }
  return new Promise(resolve => {
    execFile(
      'git',
      ['--no-optional-locks', '-C', root, ...args],
      // Not in the current folder, which may be the scanned one: Windows, and a PATH with `.`, search it for programs.
      { encoding: 'utf8', maxBuffer: MAXIMUM_LISTING, env, cwd: dirname(process.execPath) },
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
        detail: `nested deeper than ${MAXIMUM_FOLDER_DEPTH} folders: not read`
      })
      return
    }
    let children: Dirent[]
    try {
      children = await readdir(join(root, folder), { withFileTypes: true })
    } catch (error) {
      gaps.push({ kind: 'unreadable-file', path: folder, detail: `${explain(error)}: the folder was not read` })
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
  if (rules === undefined) return undefined
  // On demand: in a git work tree nothing is walked.
  const { default: ignore } = await import('ignore')
  const bounded = rules.split('\n').filter(rule => (rule.match(STARS)?.length ?? 0) <= MOST_STARS)
  return ignore({ ignorecase: false }).add(bounded.join('\n'))
}

/** Whether a path is ignored. The deepest ignore file with a matching rule wins. */
function isIgnored(path: string, folder: boolean, all: readonly { base: string; rules: Ignore }[]): boolean {
  for (const { base, rules } of all.toReversed()) {
    const relative = base === '' ? path : path.slice(base.length + 1)
    const { ignored, unignored } = rules.test(folder ? `${relative}/` : relative)
    if (ignored || unignored) return ignored
  }
  return false
}

/**
 * Reads one file, synchronously. Most files are small and cached by the system, so five calls through Node's thread
 * pool for each file would take several times as long.
 */
function read(root: string, path: string): Reading {
  let file: number | undefined
  try {
    const real = realpathSync.native(join(root, path))
    if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) {
      return { unreadable: 'a symbolic link to a target outside the scanned folder: not followed' }
    }
    // Non-blocking: opening a named pipe would otherwise wait for a writer forever.
    file = openSync(real, constants.O_RDONLY | constants.O_NONBLOCK)
    const stats = fstatSync(file)
    if (!stats.isFile()) return { unreadable: 'not a regular file' }
    if (stats.size > MAXIMUM_FILE_SIZE) {
      return {
        unreadable: `larger than ${MAXIMUM_FILE_SIZE / 1024 / 1024} MiB (${Math.ceil(stats.size / 1024 / 1024)} MiB): not read`
      }
    }
    return decode(contentOf(file, stats.size))
  } catch (error) {
    // A path that is not UTF-8 is listed with replacement characters, so it does not exist under that name.
    if (!exists(join(root, path))) {
      if (path.includes('\ufffd')) return { unreadable: 'its path is not UTF-8: not read' }
      return { absent: 'listed, but not in the folder: deleted, or excluded by a sparse checkout' }
    }
    return { unreadable: explain(error) }
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** The bytes of a file. They may be in the shared buffer, so decode them before reading the next file. */
function contentOf(file: number, size: number): Uint8Array {
  if (size === 0 || size > BUFFER.length) return readFileSync(file)
  let length = 0
  while (length < size) {
    const count = readSync(file, BUFFER, length, size - length, null)
    if (count === 0) break
    length += count
  }
  return BUFFER.subarray(0, length)
}

/** Whether a path exists, even as a broken link. */
function exists(path: string): boolean {
  try {
    lstatSync(path)
    return true
  } catch (error) {
    return codeOf(error) !== 'ENOENT'
  }
}

/** The reason of a file system error, in words. */
function explain(error: unknown): string {
  const code = codeOf(error)
  switch (code) {
    case 'ENOENT':
      return 'does not exist, or is a broken symbolic link'
    case 'EACCES':
    case 'EPERM':
      return 'no permission to read it'
    case 'ELOOP':
      return 'a symbolic link to itself'
    case 'ENOTDIR':
      return 'a part of the path is not a folder'
    case 'ENAMETOOLONG':
      return 'the path is too long for this system'
    default:
      return code === '' ? 'could not be read' : `could not be read (${code})`
  }
}

/** The system's code of an error, such as `ENOENT`; `''` without one. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
