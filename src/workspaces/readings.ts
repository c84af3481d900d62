/** The readings, limits and gaps that all sources of files have in common. */

import { explain } from './fault.ts'
import type { FileGap, Reading } from './workspace.ts'

/** A reading without a text. */
export type NoText = Exclude<Reading, { text: string }>

/** Maximum size of a file, in bytes. The largest lockfile found in public repositories has 20 MB. */
export const MAXIMUM_FILE_SIZE = 64 * 1024 * 1024

/** A symbolic link that leads out of the scanned folder. */
export const OUTSIDE: NoText = { unreadable: 'a symbolic link to a target outside the scanned folder: not followed' }

/** A folder, a pipe or a device. */
export const NO_FILE: NoText = { unreadable: 'not a regular file' }

/** A symbolic link whose target does not exist. */
export const LINK_TO_NOTHING: NoText = { absent: 'a symbolic link to nothing', isLink: true }

/** A file of more than the maximum size, in bytes. */
export function tooLarge(size: number): { readonly unreadable: string } {
  const [limit, actual] = [MAXIMUM_FILE_SIZE, size].map(bytes => Math.ceil(bytes / 1024 / 1024))
  return { unreadable: `larger than ${limit} MiB (${actual} MiB): not read` }
}

/** The reading of a path where nothing is. `absent`: why, if its name is in order. */
export function nothingAt(path: string, absent: string): NoText {
  // A path that is not UTF-8 is listed with replacement characters, so it does not exist under that name.
  return path.includes('\ufffd') ? { unreadable: 'its path is not UTF-8: not read' } : { absent }
}

/** The reading of a path that the file system refuses, by the system's code. */
export function refused(code: string): NoText {
  return { unreadable: explain({ code }) }
}

/** The gap of a submodule whose files are not there. */
export function missingSubmodule(path: string): FileGap {
  return { kind: 'absent-file', path, detail: 'a submodule that is not checked out' }
}
