/** The line of a shell that changes to a folder of the repository, whatever the folder is called. */

import { visible } from '../visible.ts'

const PLAIN = /^[\w./@+,=][\w./@+,=-]*$/
/** A longer path is not worth a line of a command. */
const LONGEST = 300

/**
 * The lines of a block that can be pasted or run by `sh` as it is: in the folder, and each command only if those before it succeeded. The
 * folder is left out if it cannot be shown as it is.
 */
export function blockOf(folder: string, commands: readonly string[]): readonly string[] {
  const cd = changeTo(folder)
  const all = cd === undefined ? commands : [cd, ...commands]
  if (cd !== undefined && commands.length === 1) return [all.join(' && ')]
  return all.map((line, index) => (index < all.length - 1 ? `${line} &&` : line))
}

/**
 * `cd FOLDER`, quoted for a POSIX shell; undefined for the scanned folder itself, and for a name that cannot be shown as it is.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_02
 */
export function changeTo(folder: string): string | undefined {
  if (folder === '' || folder === '.' || folder.length > LONGEST || visible(folder, LONGEST) !== folder)
    return undefined
  if (PLAIN.test(folder)) return `cd ${folder}`
  const path = folder.startsWith('-') ? `./${folder}` : folder
  return `cd '${path.replaceAll("'", "'\\''")}'`
}
