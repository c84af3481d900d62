/** A workspace in which some files have another text: what a scan would find if they were written. */

import type { Workspace } from './workspace.ts'

/** The same workspace with other texts for some of its files. Files that it does not list stay unlisted. */
export function overlaid(workspace: Workspace, texts: ReadonlyMap<string, string>): Workspace {
  if (texts.size === 0) return workspace
  return {
    prepare: async paths => workspace.prepare?.(paths),
    async list() {
      const listing = await workspace.list()
      // Its id is that of the other text.
      return { ...listing, files: listing.files.map(file => (texts.has(file.path) ? { path: file.path } : file)) }
    },
    async read(path) {
      const text = texts.get(path)
      return text === undefined ? workspace.read(path) : { text }
    }
  }
}
