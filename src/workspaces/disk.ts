/** A folder on disk: the files that git tracks, or if git cannot list them, all files except the outputs of tools. */

import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, readSync, realpathSync } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigError } from '../model/config-error.ts'
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
  return { list: () => list(folder, patience), read: async path => read(folder, path) }
}

async function list(root: string, patience: number): Promise<Listing> {
  const tracked = await trackedFiles(root, patience)
  if (!('withoutGit' in tracked)) {
    return { source: 'git', files: tracked.paths.map(path => ({ path })), excluded: {}, gaps: tracked.gaps }
  }
  const { paths, ignored, gaps } = await walk(root)
  return { ...tracked, source: 'walk', files: paths.map(path => ({ path })), excluded: {}, ignored, gaps }
}

function read(root: string, path: string): Reading {
  const found = bytesOnDisk(root, path)
  return 'bytes' in found ? decode(found.bytes) : found
}

/**
 * Reads one file, synchronously. Most files are small and cached by the system, so five calls through Node's thread
 * pool for each file would take several times as long. The bytes are valid until the next call.
 */
export function bytesOnDisk(root: string, path: string): { readonly bytes: Uint8Array } | NoText {
  let file: number | undefined
  try {
    const real = realpathSync.native(join(root, path))
    if (!isWithin(real, root)) return OUTSIDE
    // Non-blocking: opening a named pipe would otherwise wait for a writer forever.
    file = openSync(real, constants.O_RDONLY | constants.O_NONBLOCK)
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
