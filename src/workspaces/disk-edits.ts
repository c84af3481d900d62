/**
 * Writes edited files to a folder on disk, each as a whole or not at all. Deliberately refused: whatever is no regular file in a folder
 * of its own, so that no link leads anywhere else, and what changed since it was read.
 */

import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chown, type FileHandle, lstat, open, readFile, realpath, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { baseName, folderName } from '../paths.ts'
import { hasId } from './blob-id.ts'
import { type EditableText, editable } from './decode.ts'
import { codeOf } from './fault.ts'
import { committedBlobs } from './git.ts'
import { isWithin, PATIENCE } from './git-command.ts'
import { withoutCarriageReturns } from './line-ends.ts'
import { MAXIMUM_FILE_SIZE } from './readings.ts'

/** A file as it is on disk, or why it is not to be written. */
export type OpenedFile = { readonly file: EditableText } | { readonly refused: string }

/** The files of a folder, to be edited. Reasons are ours, and begin in lower case. */
export interface EditableFiles {
  open(path: string): Promise<OpenedFile>
  /** Those of the paths whose files are not what the last commit has, each with the reason. Empty outside of a work tree of git. */
  uncommitted(paths: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Replaces the text of a file as it was opened by another one; returns why not, if it was not written. */
  write(path: string, file: EditableText, text: string): Promise<string | undefined>
}

const UNCOMMITTED = 'it has changes that are not committed'
const CHANGED = 'it changed while it was read'

/** The files of a folder, by its path. */
export async function editableFiles(root: string, { patience = PATIENCE } = {}): Promise<EditableFiles> {
  const folder = await realpath(root)
  return {
    open: path => opened(folder, path),
    uncommitted: paths => uncommitted(folder, paths, patience),
    write: (path, file, text) => written(folder, path, { file, text })
  }
}

async function opened(root: string, path: string): Promise<OpenedFile> {
  try {
    const refused = await refusal(root, path)
    if (refused !== undefined) return { refused }
    const file = editable(await readFile(join(root, path)))
    return file ? { file } : { refused: 'its encoding is not known' }
  } catch (error) {
    return { refused: `it cannot be read (${codeOf(error)})` }
  }
}

/** Why a file is not one to write. Rejects where there is none. */
async function refusal(root: string, path: string): Promise<string | undefined> {
  const expected = join(root, folderName(path))
  const whole = join(root, path)
  if (!isWithin(whole, root)) return 'it is outside of the folder'
  if ((await realpath(expected)) !== expected) return 'a symbolic link leads to its folder'
  const stats = await lstat(whole)
  if (stats.isSymbolicLink()) return 'it is a symbolic link'
  if (!stats.isFile()) return 'it is no regular file'
  if (stats.size > MAXIMUM_FILE_SIZE) return 'it is too large'
  return undefined
}

async function uncommitted(
  root: string,
  paths: readonly string[],
  patience: number
): Promise<ReadonlyMap<string, string>> {
  const blobs = await committedBlobs(root, paths, patience)
  const found = new Map<string, string>()
  if (blobs === 'none') return found
  for (const path of paths) {
    const id = blobs === 'unknown' ? undefined : blobs.get(path)
    const content = await readFile(join(root, path)).catch(() => undefined)
    if (blobs === 'unknown') found.set(path, 'git cannot say whether it has changes that are not committed')
    else if (id === undefined || !content || !isBlob(content, id)) found.set(path, UNCOMMITTED)
  }
  return found
}

/** Whether a file is a blob, perhaps with the line ends of Windows that git has put in: https://git-scm.com/docs/gitattributes#_text. */
function isBlob(content: Uint8Array, id: string): boolean {
  const unix = withoutCarriageReturns(content)
  return hasId(content, id) || (unix !== undefined && hasId(unix, id))
}

/** Writes to a file beside it, which then takes its place: a reader sees the old text or the new one. */
async function written(
  root: string,
  path: string,
  { file, text }: { readonly file: EditableText; readonly text: string }
): Promise<string | undefined> {
  const [old, fresh] = [file.bytesOf(file.text), file.bytesOf(text)]
  if (!old || !fresh) return 'its encoding lacks a character of the new text'
  const whole = join(root, path)
  const beside = join(root, folderName(path), `.${baseName(path)}.${randomBytes(6).toString('hex')}.tmp`)
  let isThere = false
  try {
    await access(whole, constants.W_OK)
    const { mode, uid, gid } = await lstat(whole)
    const handle = await open(beside, 'wx', mode & 0o777)
    isThere = true
    await fill(handle, fresh, mode)
    const created = await lstat(beside)
    if (created.uid !== uid || created.gid !== gid) await chown(beside, uid, gid)
    // As late as can be: what happens between this and the next step is lost.
    if ((await refusal(root, path)) !== undefined || Buffer.compare(await readFile(whole), old) !== 0) return CHANGED
    await rename(beside, whole)
    isThere = false
    return undefined
  } catch (error) {
    return `it cannot be written (${codeOf(error)})`
  } finally {
    if (isThere) await rm(beside, { force: true })
  }
}

/** Writes all bytes to the disk and closes the file. The mode is set anew because the mask of the process may have cut it. */
async function fill(handle: FileHandle, bytes: Uint8Array, mode: number): Promise<void> {
  try {
    await handle.writeFile(bytes)
    await handle.chmod(mode & 0o777)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
