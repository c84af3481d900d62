/**
 * Finds and runs git in a folder, so that the scanned repository neither runs a command nor changes, and nothing is fetched.
 */

import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process'
import { accessSync, constants, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { delimiter, dirname, isAbsolute, join, sep } from 'node:path'
import type { WithoutGit } from '../model/report.ts'

/** A git executable to run in a folder. */
export interface Git {
  readonly executable: string
  /** The value of `PATH` for it: the folders that may hold programs. */
  readonly path: string
  readonly folder: string
  /** The highest folder with a `.git`. */
  readonly repository: string
  /** Maximum time of one run, in milliseconds. */
  readonly patience: number
}

/**
 * Maximum time of one run of git, in milliseconds. It lists an index of a million files (122 MiB) in 0.6 s if the system has it in memory;
 * a disk that reads 10 MB in a second takes 13 s for that.
 */
export const PATIENCE = 30_000

/** Maximum output of one run, in bytes: about ten million paths. */
const MAXIMUM_OUTPUT = 1024 * 1024 * 1024

/**
 * The repository must neither run a command nor change the listing: the file system monitor, a command in its configuration,
 * is switched off (https://git-scm.com/docs/git-config#Documentation/git-config.txt-corefsmonitor), as are its hooks, and
 * committed files that look like a bare repository are not used as one
 * (https://git-scm.com/docs/git-config#Documentation/git-config.txt-safebareRepository). Settings of the command line apply
 * to submodules too.
 */
const SETTINGS = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'safe.bareRepository=explicit',
  'safe.directory=*',
  'core.quotepath=false'
].flatMap(setting => ['-c', setting])

/** npm adds the folders of this name, in the current folder and all above it, to `PATH`. Installed packages fill them. */
const PACKAGE_COMMANDS = /[\\/]node_modules[\\/]\.bin[\\/]?$/

/** The repositories in which git did not end in time. It is not asked there again: every other command would wait as long. */
const endless = new Set<string>()

/** Finds git for a folder with a resolved path. The reason if there is none to run, no work tree, or one in which git would not end. */
export function findGit(folder: string, patience: number): Git | { withoutGit: WithoutGit } {
  const repository = outermostRepository(folder)
  if (repository === undefined) return { withoutGit: 'no-work-tree' }
  if (endless.has(repository) || waitsForOthers(repository)) return { withoutGit: 'git-failed' }
  const found = executableFor(repository)
  return found === undefined ? { withoutGit: 'no-git' } : { ...found, folder, repository, patience }
}

/**
 * Runs git and returns its output. Undefined if it fails or takes too long, and if it took too long before: a run that is given less
 * `patience` than usual says nothing about others.
 */
export async function run(
  git: Git,
  args: readonly string[],
  patience: number = git.patience
): Promise<string | undefined> {
  if (endless.has(git.repository)) return undefined
  return await new Promise(resolve => {
    execFile(
      git.executable,
      argumentsOf(git, args),
      {
        ...surroundings(git),
        encoding: 'utf8',
        maxBuffer: MAXIMUM_OUTPUT,
        timeout: patience,
        killSignal: 'SIGKILL'
      },
      (error, stdout) => {
        if (error?.signal === 'SIGKILL' && patience === git.patience) endless.add(git.repository)
        resolve(error ? undefined : stdout)
      }
    )
  })
}

/** Starts git as a process to talk to. */
export function start(git: Git, args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(git.executable, argumentsOf(git, args), { ...surroundings(git), stdio: 'pipe' })
}

/** Whether a path is this folder or below it. Both paths are absolute and resolved. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

function argumentsOf({ folder }: Git, args: readonly string[]): string[] {
  return [...SETTINGS, '--no-optional-locks', '--no-replace-objects', '-C', folder, ...args]
}

function surroundings({ path }: Git): { env: NodeJS.ProcessEnv; cwd: string } {
  // Variables such as GIT_DIR, set while a git hook runs, would make git read another repository.
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:GIT_|PATH$)/i.test(name)))
  // If a clone lacks objects, git would fetch them with commands from the repository's configuration. So no transport is
  // allowed, and newer versions of git do not try to fetch.
  const env = { ...own, PATH: path, LC_ALL: 'C', GIT_ALLOW_PROTOCOL: '', GIT_NO_LAZY_FETCH: '1' }
  // Not in the current folder, which may be the scanned one: Windows searches it for programs.
  return { env, cwd: dirname(process.execPath) }
}

/** The folders of a repository whose files git opens by their names: https://git-scm.com/docs/gitrepository-layout. */
const OPENED = ['', 'info', 'objects', 'objects/info', 'objects/pack']
/** The files of a work tree that git opens. */
const OPENED_BESIDE = ['.git', '.gitignore', '.gitattributes', '.gitmodules']

/** Whether one of the files that git opens is a named pipe or another file whose end depends on others. */
function waitsForOthers(repository: string): boolean {
  const dotGit = join(repository, '.git')
  const beside = OPENED_BESIDE.map(name => join(repository, name))
  const inside = OPENED.flatMap(folder => namesIn(join(dotGit, folder)).map(name => join(dotGit, folder, name)))
  return [...beside, ...inside].some(isEndless)
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function isEndless(path: string): boolean {
  try {
    const stats = statSync(path)
    return stats.isFIFO() || stats.isSocket() || stats.isCharacterDevice() || stats.isBlockDevice()
  } catch {
    return false
  }
}

/** The highest folder at or above `root` with a `.git`. */
function outermostRepository(root: string): string | undefined {
  let found: string | undefined
  for (let folder = root; ; folder = dirname(folder)) {
    if (lstatSync(join(folder, '.git'), { throwIfNoEntry: false })) found = folder
    if (folder === dirname(folder)) return found
  }
}

/**
 * The first git on `PATH` that is not part of the scanned repository. Its folder has an absolute path, does not hold the
 * commands of installed packages, and is outside of the repository. So are the targets of symbolic links.
 */
function executableFor(repository: string): Pick<Git, 'executable' | 'path'> | undefined {
  const name = process.platform === 'win32' ? 'git.exe' : 'git'
  const isOutside = (path: string | undefined): path is string => path !== undefined && !isWithin(path, repository)
  const folders = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter(folder => isAbsolute(folder) && !PACKAGE_COMMANDS.test(folder) && isOutside(realPath(folder)))
  const executable = folders
    .map(folder => join(folder, name))
    .find(path => isOutside(realPath(path)) && isExecutable(path))
  return executable === undefined ? undefined : { executable, path: folders.join(delimiter) }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path)
  } catch {
    return undefined
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
