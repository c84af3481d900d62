/** A workspace without folders of installed packages and test data. Their files are counted but not listed. */

import type { Workspace } from './workspace.ts'

/** The names of folders that are excluded by default, at any depth. */
export const EXCLUDED_FOLDERS: readonly string[] = ['node_modules', 'testdata', '__fixtures__', 'fixtures']

/** The same workspace without the files in folders of these names. */
export function excluding(workspace: Workspace, folders: readonly string[] = EXCLUDED_FOLDERS): Workspace {
  return {
    async list() {
      const listing = await workspace.list()
      const excluded: Record<string, number> = { ...listing.excluded }
      const files = listing.files.filter(({ path }) => {
        const folder = folders.find(name => path.startsWith(`${name}/`) || path.includes(`/${name}/`))
        if (folder !== undefined) excluded[folder] = (excluded[folder] ?? 0) + 1
        return folder === undefined
      })
      return { ...listing, files, excluded }
    },
    read: path => workspace.read(path)
  }
}
