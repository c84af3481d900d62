/**
 * Lists a folder without git, with every file that may be committed. A file that `.gitignore` lists may be: by
 * `git add --force`, or if the rule is newer than the file. So an ignored file is listed, unless it is in a folder that
 * tools fill.
 */

import type { Dirent } from 'node:fs'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import type { Ignore } from 'ignore'
import { OUTPUT_FOLDERS } from './excluding.ts'
import { explain } from './fault.ts'
import { missingSubmodule } from './readings.ts'
import type { FileGap } from './workspace.ts'

/** The result of a walk. */
export interface Walked {
  readonly paths: readonly string[]
  /** Number of ignored folders of tools' outputs, by name. */
  readonly ignored: Readonly<Record<string, number>>
  readonly gaps: readonly FileGap[]
}

/** The rules of one ignore file. They apply to its folder. */
interface Rules {
  readonly base: string
  readonly matcher: Ignore
  readonly count: number
}

/** A folder of the walk. */
interface Folder {
  /** `''` for the root. */
  readonly path: string
  readonly rules: readonly Rules[]
  /** The innermost folder of tools' outputs that contains it, or itself. */
  readonly output?: Output
  /** Whether it is ignored, and so everything in it. */
  readonly isIgnored: boolean
}

interface Output {
  readonly path: string
  readonly name: string
}

/** Maximum depth of a walk. A deeper folder becomes a gap. */
const MAXIMUM_FOLDER_DEPTH = 200
/**
 * Maximum runs of `*` in one rule of an ignore file. A rule becomes a regular expression that takes time to the power
 * of this number. A rule with more is skipped, so no file is hidden by it.
 */
const MOST_STARS = 3
const STARS = /\*+/g
/** Maximum size of an ignore file, in bytes. A larger one is skipped. */
const LARGEST_RULES = 256 * 1024
/** Maximum comparisons of a rule with a path in one walk. After that, every file is listed. */
const MOST_COMPARISONS = 20_000_000

// https://git-scm.com/docs/gitmodules
const SUBMODULE_PATH = /^[ \t]*path[ \t]*=[ \t]*(?<path>[^\r\n]{1,4096})$/gim
const MOST_SUBMODULES = 1_000
const OUTPUTS: ReadonlySet<string> = new Set(OUTPUT_FOLDERS)

/** Lists all files in the folder except ignored outputs of tools. */
export async function walk(root: string): Promise<Walked> {
  const walker = new Walker(root)
  await walker.visit({ path: '', rules: [], isIgnored: false })
  const gaps = [...walker.gaps, ...(await missingSubmodules(root, walker.paths))]
  return { paths: walker.paths, ignored: walker.ignored(), gaps }
}

class Walker {
  readonly paths: string[] = []
  readonly gaps: FileGap[] = []
  private readonly root: string
  private readonly leftOut = new Map<string, Output>()
  private comparisons = 0

  constructor(root: string) {
    this.root = root
  }

  ignored(): Readonly<Record<string, number>> {
    const counted: Record<string, number> = {}
    for (const { name } of this.leftOut.values()) counted[name] = (counted[name] ?? 0) + 1
    return counted
  }

  async visit(folder: Folder): Promise<void> {
    const children = await this.childrenOf(folder.path)
    const own = children.find(entry => entry.isFile() && entry.name === '.gitignore')
    const added = own && (await rulesIn(this.root, folder.path))
    const here = added ? { ...folder, rules: [...folder.rules, added] } : folder
    for (const entry of children) if (entry.name !== '.git') await this.see(entry, here)
  }

  private async see(entry: Dirent, parent: Folder): Promise<void> {
    const path = parent.path === '' ? entry.name : `${parent.path}/${entry.name}`
    const isFolder = entry.isDirectory()
    const output = isFolder && OUTPUTS.has(entry.name) ? { path, name: entry.name } : parent.output
    // Outside of folders of tools' outputs, ignored files are listed anyway.
    const isAsked = isFolder || output !== undefined
    const isIgnored = parent.isIgnored || (isAsked && this.isIgnored(path, isFolder, parent.rules))
    if (output && isIgnored) this.leftOut.set(output.path, output)
    else if (!isFolder) this.paths.push(path)
    else await this.visit({ path, rules: parent.rules, isIgnored, ...(output ? { output } : {}) })
  }

  private async childrenOf(folder: string): Promise<Dirent[]> {
    const isTooDeep = folder.split('/').length > MAXIMUM_FOLDER_DEPTH
    try {
      if (!isTooDeep) return await readdir(join(this.root, folder), { withFileTypes: true })
      const detail = `nested deeper than ${MAXIMUM_FOLDER_DEPTH} folders: not read`
      this.gaps.push({ kind: 'unreadable-file', path: folder, detail })
    } catch (error) {
      const detail = `${explain(error)}: the folder was not read`
      this.gaps.push({ kind: 'unreadable-file', path: folder, detail })
    }
    return []
  }

  /** Whether a path is ignored. The deepest ignore file with a matching rule wins. */
  private isIgnored(path: string, isFolder: boolean, all: readonly Rules[]): boolean {
    for (const { base, matcher, count } of all.toReversed()) {
      this.comparisons += count
      if (this.comparisons > MOST_COMPARISONS) return false
      const relative = base === '' ? path : path.slice(base.length + 1)
      const { ignored, unignored } = matcher.test(isFolder ? `${relative}/` : relative)
      if (ignored || unignored) return ignored
    }
    return false
  }
}

async function rulesIn(root: string, folder: string): Promise<Rules | undefined> {
  const written = await smallText(join(root, folder, '.gitignore'))
  if (written === undefined) return undefined
  // On demand: a git work tree is not walked.
  const { default: ignore } = await import('ignore')
  const bounded = written.split('\n').filter(rule => (rule.match(STARS)?.length ?? 0) <= MOST_STARS)
  return { base: folder, matcher: ignore({ ignorecase: false }).add(bounded.join('\n')), count: bounded.length }
}

/** The submodules in `.gitmodules` whose folder is empty or missing, as in an archive of the repository. */
async function missingSubmodules(root: string, paths: readonly string[]): Promise<FileGap[]> {
  if (!paths.includes('.gitmodules')) return []
  const written = (await smallText(join(root, '.gitmodules'))) ?? ''
  const named = Array.from(written.matchAll(SUBMODULE_PATH), ({ groups }) => posix.normalize(groups?.['path'] ?? '.'))
  const folders = new Set(named.slice(0, MOST_SUBMODULES).map(path => path.trim().replace(/\/$/, '')))
  for (const path of paths) {
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) folders.delete(path.slice(0, end))
  }
  const isBelow = (path: string) => path !== '' && path !== '.' && !path.startsWith('/') && !path.startsWith('..')
  return Array.from(folders).filter(isBelow).map(missingSubmodule)
}

/** The text of a regular file up to the maximum size. */
async function smallText(path: string): Promise<string | undefined> {
  try {
    const stats = await lstat(path)
    return stats.isFile() && stats.size <= LARGEST_RULES ? await readFile(path, 'utf8') : undefined
  } catch {
    return undefined
  }
}
