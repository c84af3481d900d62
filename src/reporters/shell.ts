/** The line of a shell that changes to a folder of the repository, whatever the folder is called. */

import { visible } from '../visible.ts'

const PLAIN = /^[\w./@+,=][\w./@+,=-]*$/
/** A longer path is not worth a line of a command. */
const LONGEST = 300

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
