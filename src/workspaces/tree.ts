/** A workspace of the entries of a git tree, from wherever the tree and its blobs come. It reads as the folder on disk does. */

import { posix } from 'node:path'
import { defined, memoised } from '../collections.ts'
import { decode } from './decode.ts'
import {
  LINK_TO_NOTHING,
  MAXIMUM_FILE_SIZE,
  missingSubmodule,
  NO_FILE,
  type NoText,
  nothingAt,
  OUTSIDE,
  refused,
  tooLarge
} from './readings.ts'
import type { File, FileGap, Reading, Workspace } from './workspace.ts'

/** A file, a symbolic link or a submodule in a tree. */
export interface TreeEntry {
  /** From the root of the repository, `/` between the parts. */
  readonly path: string
  /** As git writes it, such as `100644`: https://git-scm.com/docs/git-fast-import#_filemodify. */
  readonly mode: string
  /** The id of its blob; of a submodule, of its commit. */
  readonly id: string
  /** In bytes, where the source of the tree has it. */
  readonly size?: number
}

/** The tree of one commit. */
export interface Tree {
  /** The name of the adapter, for the coverage. */
  readonly source: string
  /** Those of all folders. */
  readonly entries: readonly TreeEntry[]
  /** Folders that could not be listed. */
  readonly gaps: readonly FileGap[]
}

/** The content of a blob, or why it cannot be read. */
export type Blob = { readonly bytes: Uint8Array } | Extract<NoText, { unreadable: string }>

/** Looks for the content of a blob where it costs nothing. */
export type Lookup = (entry: TreeEntry) => Promise<Uint8Array | undefined>

/** A source of blobs. */
export interface Blobs {
  /** Announces blobs that will be read, in this order. */
  announce?(entries: readonly TreeEntry[]): void
  read(entry: TreeEntry): Promise<Blob>
}

/** The mode of a symbolic link, whose blob is its target. */
export const SYMBOLIC_LINK = '120000'
const SUBMODULE = '160000'
/** The most links that Linux follows in one path: https://man7.org/linux/man-pages/man7/path_resolution.7.html. */
const MOST_LINKS = 40
/** The longest path on Linux, in bytes: https://man7.org/linux/man-pages/man3/pathconf.3.html. */
const LONGEST_PATH = 4_095

/**
 * The workspace of a folder of the tree: `''` for all of it, or a path without a slash at its end. A link that leads out of
 * the repository is one to a target outside, also where there is none: what a disk has there is not part of a commit.
 */
export function treeWorkspace({ source, entries, gaps }: Tree, blobs: Blobs, folder = ''): Workspace {
  const prefix = folder === '' ? '' : `${folder}/`
  const own = <Located extends { readonly path: string }>(all: Iterable<Located>): Located[] =>
    Array.from(all)
      .filter(({ path }) => path.startsWith(prefix))
      .map(located => ({ ...located, path: located.path.slice(prefix.length) }))
  const known = new Map(entries.map(entry => [entry.path, entry]))
  const paths = new PathsOfTree(known, blobs)
  /** The file that a path leads to, or the reading if there is none. */
  const find = async (path: string): Promise<TreeEntry | NoText> => {
    const found = await paths.resolve(posix.join('/', prefix, posix.join('/', path)).slice(1))
    if (!('path' in found)) return found
    if (!`${found.path}/`.startsWith(prefix)) return OUTSIDE
    return found.file ?? NO_FILE
  }
  const isLink = (path: string) => known.get(prefix + path)?.mode === SYMBOLIC_LINK

  return {
    async list() {
      const inside = own(known.values())
      const submodules = inside.filter(isSubmodule).map(({ path }) => missingSubmodule(path))
      const files = inside.filter(entry => !isSubmodule(entry)).map(fileOf)
      return { source, files, excluded: {}, gaps: [...own(gaps), ...submodules] }
    },
    async prepare(announced) {
      blobs.announce?.(announced.filter(isLink).flatMap(path => known.get(prefix + path) ?? []))
      const found: TreeEntry[] = []
      for (const path of announced) {
        const entry = await find(path)
        if ('path' in entry) found.push(entry)
      }
      blobs.announce?.(found)
    },
    async read(path): Promise<Reading> {
      const entry = await find(path)
      if (!('path' in entry)) return entry
      if (entry.size !== undefined && entry.size > MAXIMUM_FILE_SIZE) return tooLarge(entry.size)
      const blob = await blobs.read(entry)
      return 'bytes' in blob ? decode(blob.bytes) : blob
    }
  }
}

/** Where a path leads to: a file, or else a folder. */
interface Target {
  readonly path: string
  readonly file?: TreeEntry
}

/** Resolves paths in a tree as a file system does. */
class PathsOfTree {
  private readonly known: ReadonlyMap<string, TreeEntry>
  private readonly blobs: Blobs
  private readonly linkedBy = memoised(
    (link: TreeEntry) => this.readLink(link),
    ({ id }) => id
  )
  private folders: ReadonlySet<string> | undefined

  constructor(known: ReadonlyMap<string, TreeEntry>, blobs: Blobs) {
    this.known = known
    this.blobs = blobs
  }

  /** Where a path from the root of the repository leads to, or the reading if that is nothing. */
  async resolve(path: string): Promise<Target | NoText> {
    // One path may stand for several that are not UTF-8; on a disk there is none of this name.
    if (path.includes('\ufffd')) return nothingAt(path, 'not in this commit')
    const direct = this.known.get(path)
    if (direct && isFile(direct)) return { path, file: direct }
    const done: string[] = []
    // The parts to come, the next one last.
    const pending = path.split('/').reverse()
    let links = 0
    for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
      if (part === '' || part === '.') continue
      if (part === '..') {
        if (done.length === 0) return OUTSIDE
        done.pop()
        continue
      }
      done.push(part)
      const here = done.join('/')
      const entry = this.known.get(here)
      if (!entry && !this.isFolder(here))
        return this.known.has(path) ? LINK_TO_NOTHING : nothingAt(path, 'not in this commit')
      if (!entry || isSubmodule(entry)) continue
      if (isFile(entry)) return pending.length === 0 ? { path: here, file: entry } : refused('ENOTDIR')
      if (++links > MOST_LINKS) return refused('ELOOP')
      const target = await this.linkedBy(entry)
      if (typeof target !== 'string') return target
      if (target.startsWith('/')) return OUTSIDE
      done.pop()
      pending.push(...target.split('/').reverse())
    }
    return { path: done.join('/') }
  }

  /** The target that a symbolic link names. */
  private async readLink(link: TreeEntry): Promise<string | NoText> {
    if (link.size !== undefined && link.size > LONGEST_PATH) return refused('ENAMETOOLONG')
    const blob = await this.blobs.read(link)
    if (!('bytes' in blob)) return blob
    if (blob.bytes.length > LONGEST_PATH) return refused('ENAMETOOLONG')
    return new TextDecoder().decode(blob.bytes)
  }

  private isFolder(path: string): boolean {
    this.folders ??= foldersOf(this.known.keys())
    return this.folders.has(path)
  }
}

function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>()
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (folders.has(path.slice(0, end))) break
      folders.add(path.slice(0, end))
    }
  }
  return folders
}

function isSubmodule({ mode }: TreeEntry): boolean {
  return mode === SUBMODULE
}

function isFile({ mode }: TreeEntry): boolean {
  return mode !== SUBMODULE && mode !== SYMBOLIC_LINK
}

/** The id of a link is not that of the text that reading it returns. */
function fileOf({ path, mode, id, size }: TreeEntry): File {
  return mode === SYMBOLIC_LINK ? { path } : { path, id, ...defined({ size }) }
}
