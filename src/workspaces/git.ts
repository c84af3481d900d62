/** Lists what git tracks in a folder, so that the scanned repository neither runs a command nor changes the listing. */

import { execFile } from 'node:child_process'
import { accessSync, constants, lstatSync, realpathSync, statSync } from 'node:fs'
import { delimiter, dirname, isAbsolute, join, sep } from 'node:path'
import type { WithoutGit } from '../model/report.ts'
import type { FileGap } from './workspace.ts'

/** The files that git tracks, and what is in the folder and not listed. */
export interface TrackedFiles {
  readonly paths: readonly string[]
  readonly gaps: readonly FileGap[]
}

/** A git executable to run. */
interface Git {
  readonly executable: string
  /** The value of `PATH` for it: the folders that may hold programs. */
  readonly path: string
  /** In milliseconds. */
  readonly patience: number
}

/** Maximum output of `git ls-files`, in bytes: about ten million paths. */
const MAXIMUM_LISTING = 1024 * 1024 * 1024

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

// A line of `git ls-files --stage`: mode, object, stage, a tab, the path.
const STAGED = /^(?<mode>\d{6}) [0-9a-f]+ \d\t(?<path>[\s\S]*)$/
/** The mode of a commit of another repository. */
const SUBMODULE = '160000'
/** npm adds the folders of this name, in the current folder and all above it, to `PATH`. Installed packages fill them. */
const PACKAGE_COMMANDS = /[\\/]node_modules[\\/]\.bin[\\/]?$/

/**
 * The files that git tracks in the folder, including submodules. The reason if git cannot list them: outside a work tree,
 * without git, with a damaged index, or if git tracks nothing there (a folder that an enclosing work tree ignores).
 */
export async function trackedFiles(root: string, patience: number): Promise<TrackedFiles | { withoutGit: WithoutGit }> {
  const repository = outermostRepository(root)
  if (repository === undefined) return { withoutGit: 'no-work-tree' }
  const git = findGit(repository, patience)
  if (!git) return { withoutGit: 'no-git' }
  const list = ['ls-files', '-z', '--cached', '--recurse-submodules']
  // git before 2.36 does not list the modes of files in submodules: a missing submodule is then not reported.
  const output = (await run(git, root, [...list, '--stage'])) ?? (await run(git, root, list))
  if (output === undefined) return { withoutGit: 'git-failed' }
  const tracked = parseListing(output)
  if (tracked.paths.length + tracked.gaps.length === 0) return { withoutGit: 'nothing-tracked' }
  return { ...tracked, gaps: [...tracked.gaps, ...(await nestedRepositories(git, root))] }
}

/** Whether a path is this folder or below it. Both paths are absolute and resolved. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

function parseListing(output: string): TrackedFiles {
  const paths = new Set<string>()
  const gaps: FileGap[] = []
  for (const line of output.split('\0')) {
    const { mode, path = line } = STAGED.exec(line)?.groups ?? {}
    if (mode === SUBMODULE) gaps.push({ kind: 'absent-file', path, detail: 'a submodule that is not checked out' })
    else if (path.endsWith('/')) gaps.push({ kind: 'unreadable-file', path, detail: 'the git index is damaged' })
    else if (path !== '') paths.add(path)
  }
  return { paths: [...paths], gaps }
}

/** The repositories below the folder that are neither submodules of this one nor ignored by it. */
async function nestedRepositories(git: Git, root: string): Promise<FileGap[]> {
  // git lists a folder only if it is another repository.
  const output = (await run(git, root, ['ls-files', '-z', '--others', '--exclude-standard'])) ?? ''
  return output
    .split('\0')
    .filter(path => path.endsWith('/'))
    .map(path => ({
      kind: 'other-repository',
      path: path.slice(0, -1),
      detail: 'another git repository, which this one does not track: not scanned; scan it separately'
    }))
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
function findGit(repository: string, patience: number): Git | undefined {
  const name = process.platform === 'win32' ? 'git.exe' : 'git'
  const isOutside = (path: string | undefined): path is string => path !== undefined && !isWithin(path, repository)
  const folders = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter(folder => isAbsolute(folder) && !PACKAGE_COMMANDS.test(folder) && isOutside(realPath(folder)))
  const executable = folders
    .map(folder => join(folder, name))
    .find(path => isOutside(realPath(path)) && isExecutable(path))
  return executable === undefined ? undefined : { executable, path: folders.join(delimiter), patience }
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

/** Runs git in a folder. Undefined if it fails or takes too long. */
function run({ executable, path, patience }: Git, root: string, args: readonly string[]): Promise<string | undefined> {
  // Variables such as GIT_DIR, set while a git hook runs, would make git list another repository.
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:GIT_|PATH$)/i.test(name)))
  // If a sparse index lacks objects, git would fetch them with commands from the repository's configuration. So no
  // transport is allowed, and newer versions of git do not try to fetch.
  const env = { ...own, PATH: path, LC_ALL: 'C', GIT_ALLOW_PROTOCOL: '', GIT_NO_LAZY_FETCH: '1' }
  return new Promise(resolve => {
    execFile(
      executable,
      [...SETTINGS, '--no-optional-locks', '-C', root, ...args],
      // Not in the current folder, which may be the scanned one: Windows searches it for programs.
      {
        encoding: 'utf8',
        maxBuffer: MAXIMUM_LISTING,
        env,
        cwd: dirname(process.execPath),
        timeout: patience,
        killSignal: 'SIGKILL'
      },
      (error, stdout) => resolve(error ? undefined : stdout)
    )
  })
}
