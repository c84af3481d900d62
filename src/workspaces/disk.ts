/** A folder on disk: the files that git tracks, or if git cannot list them, all files except the outputs of tools. */

import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, readSync, realpathSync } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { memoised } from '../collections.ts'
import { ConfigError } from '../model/config-error.ts'
import { baseName, folderName } from '../paths.ts'
import { decode } from './decode.ts'
import { codeOf, explain } from './fault.ts'
import { trackedFiles } from './git.ts'
import { isWithin, PATIENCE } from './git-command.ts'
import {
  LINK_TO_NOTHING,
  MAXIMUM_FILE_SIZE,
  NO_FILE,
  type NoText,
  nothingAt,
  OUTSIDE,
  refused,
  tooLarge
} from './readings.ts'
import { walk } from './walk.ts'
import type { Listing, Reading, Workspace } from './workspace.ts'

/** Non-blocking: opening a named pipe would otherwise wait for a writer forever. */
const READING = constants.O_RDONLY | constants.O_NONBLOCK

/** The path of a folder without links; `undefined` for one that is outside of the root, or not there. */
type RealFolder = (folder: string) => string | undefined

/** A buffer for most files. A new buffer for each file would take most of the reading time. */
const BUFFER = Buffer.allocUnsafe(256 * 1024)

/**
 * Opens the folder at `root`. Throws `ConfigError` if it does not exist, is
 * not a folder, or cannot be read: an empty scan would look like a pass. A run of git that takes
 * longer than `patience`, in milliseconds, counts as failed: a named pipe in place of the index never ends.
 */
export async function diskWorkspace(root: string, { patience = PATIENCE } = {}): Promise<Workspace> {
  const folder = await realpath(root).catch(error => {
    throw new ConfigError(`${root}: ${explain(error)}. Give the path of a folder that exists.`)
  })
  if (!(await stat(folder)).isDirectory()) {
    throw new ConfigError(`${root}: this is a file, not a folder. Give the path of its folder.`)
  }
  const bytesAt = diskReader(folder)
  return { list: () => list(folder, patience), read: async path => read(bytesAt(path)) }
}

async function list(root: string, patience: number): Promise<Listing> {
  const tracked = await trackedFiles(root, patience)
  if (!('withoutGit' in tracked)) {
    return { source: 'git', files: tracked.paths.map(path => ({ path })), excluded: {}, gaps: tracked.gaps }
  }
  const { paths, ignored, gaps } = await walk(root)
  return { ...tracked, source: 'walk', files: paths.map(path => ({ path })), excluded: {}, ignored, gaps }
}

function read(found: BytesOnDisk): Reading {
  return 'bytes' in found ? decode(found.bytes) : found
}

/** The bytes of a file, or why there are none. */
export type BytesOnDisk = { readonly bytes: Uint8Array } | NoText

/** Makes the function that reads the files below a root. Links in the paths of folders are resolved once. */
export function diskReader(root: string): (path: string) => BytesOnDisk {
  const realFolder = memoised((folder: string) => folderWithin(root, folder))
  return path => bytesOnDisk(root, path, realFolder)
}

/**
 * Reads one file, synchronously. Most files are small and cached by the system, so five calls through Node's thread
 * pool for each file would take several times as long. The bytes are valid until the next call.
 */
function bytesOnDisk(root: string, path: string, realFolder: RealFolder): BytesOnDisk {
  let file: number | undefined
  try {
    file = openedUnlinked(path, realFolder)
    if (file === undefined) {
      const real = realpathSync.native(join(root, path))
      if (!isWithin(real, root)) return OUTSIDE
      file = openSync(real, READING)
    }
    const stats = fstatSync(file)
    if (!stats.isFile()) return NO_FILE
    if (stats.size > MAXIMUM_FILE_SIZE) return tooLarge(stats.size)
    return { bytes: contentOf(file, stats.size) }
  } catch (error) {
    if (!exists(join(root, path))) {
      return nothingAt(path, 'listed, but not in the folder: deleted, or excluded by a sparse checkout')
    }
    return codeOf(error) === 'ENOENT' ? LINK_TO_NOTHING : refused(codeOf(error))
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/**
 * Opens a file that is no link, in a folder that is known to be within the root: links are resolved once for each folder, because that
 * takes longer than to read a file. `undefined` for any other path.
 */
function openedUnlinked(path: string, realFolder: RealFolder): number | undefined {
  const real = realFolder(folderName(path))
  // Absent on Windows, where a link would be followed.
  if (real === undefined || constants.O_NOFOLLOW === undefined) return undefined
  try {
    return openSync(join(real, baseName(path)), READING | constants.O_NOFOLLOW)
  } catch {
    return undefined
  }
}

function folderWithin(root: string, folder: string): string | undefined {
  try {
    const real = realpathSync.native(join(root, folder))
    return isWithin(real, root) ? real : undefined
  } catch {
    return undefined
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
