/** Files of our own between the runs of several commands: JSON that is written whole or not at all, and a list of them. */

import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ConfigError } from '../model/config-error.ts'
import { codeOf } from './fault.ts'

/** The text of a file. Undefined if there is none. Throws `ConfigError` if it cannot be read. */
export async function textAt(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw new ConfigError(`${path}: cannot be read (${codeOf(error)}).`)
  }
}

/** The value of a file of JSON. Undefined if there is no file, or if it is no JSON, as one that a dying machine wrote. */
export async function jsonAt(path: string): Promise<unknown> {
  const text = await textAt(path)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Writes a file, and makes its folder. A reader sees the old file or the new one, also if the process is killed in between. */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    // Beside the file: a rename from another file system would copy.
    const beside = `${path}.new`
    await writeFile(beside, text)
    await rename(beside, path)
  } catch (error) {
    throw new ConfigError(`${path}: cannot be written (${codeOf(error)}). Give a path that is writable.`)
  }
}

/** The files of JSON in a folder and below it, in the order of their paths. Empty if there is no such folder. */
export async function jsonFilesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter(entry => entry.isFile() && entry.name.endsWith('.json'))
      .map(entry => join(entry.parentPath, entry.name))
      .toSorted()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw new ConfigError(`${folder}: cannot be read (${codeOf(error)}). Give a folder.`)
  }
}
