/** A workspace of texts in memory: the second adapter that the laws of the scan are held against. */

import type { FileGap, Reading, Workspace } from '../../src/workspaces/workspace.ts'

/** Makes a workspace of texts; a value that is no string is given back as the reading itself. */
export function memoryWorkspace(
  files: Readonly<Record<string, string | Reading>>,
  gaps: readonly FileGap[] = []
): Workspace {
  return {
    list: async () => ({ source: 'walk', files: Object.keys(files).map(path => ({ path })), excluded: {}, gaps }),
    read: async path => {
      const file = files[path]
      if (file === undefined) return { absent: 'not in this workspace' }
      return typeof file === 'string' ? { text: file } : file
    }
  }
}
