/** A workspace of a subfolder, with the paths that its files have in the whole repository. */

import type { Workspace } from './workspace.ts'

/** The same files under paths that begin with `prefix`: `''`, or a path that ends with `/`. */
export function under(prefix: string, workspace: Workspace): Workspace {
  if (prefix === '') return workspace
  const own = (path: string) => path.slice(prefix.length)
  return {
    async list() {
      const listing = await workspace.list()
      return {
        ...listing,
        files: listing.files.map(file => ({ ...file, path: prefix + file.path })),
        // The folder itself has the empty path.
        gaps: listing.gaps.map(gap => ({ ...gap, path: gap.path === '' ? prefix.slice(0, -1) : prefix + gap.path }))
      }
    },
    async prepare(paths) {
      await workspace.prepare?.(paths.map(own))
    },
    read: path => workspace.read(own(path))
  }
}
