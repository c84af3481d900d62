/**
 * The lines that a patch adds, as GitHub sends it for one file.
 * https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
 */

const HUNK = /^@@ -\d{1,9}(?:,\d{1,9})? \+(?<start>\d{1,9})(?:,(?<count>\d{1,9}))? @@/

/** The added lines by their numbers in the new file, without the line feeds; a carriage return stays. Hostile text. */
export function addedLines(patch: string): ReadonlyMap<number, string> {
  const added = new Map<number, string>()
  let line = 0
  for (const text of patch.split('\n')) {
    const start = HUNK.exec(text)?.groups?.['start']
    // Inside a hunk each line begins with a sign, so that no text of the file is taken for a header.
    if (start !== undefined) line = Number(start)
    else if (text.startsWith('+')) added.set(line++, text.slice(1))
    else if (text.startsWith(' ') || text === '') line++
  }
  return added
}
