/** A workspace without folders of installed packages and test data. Their files are counted but not listed. */

import type { Workspace } from './workspace.ts'

/** The names of folders that are excluded by default, at any depth. */
export const EXCLUDED_FOLDERS: readonly string[] = ['node_modules', 'testdata', '__fixtures__', 'fixtures']

/**
 * The folders that package managers, compilers and editors fill, from the ignore files of
 * https://github.com/github/gitignore. A walk without git skips them only if `.gitignore` lists them: other folders may
 * have the same names.
 */
export const OUTPUT_FOLDERS: readonly string[] = [
  // JavaScript
  ...['node_modules', 'bower_components', 'jspm_packages', '.yarn', '.pnpm-store', '.npm', '.next', '.nuxt', '.turbo'],
  ...['.parcel-cache', '.svelte-kit', 'coverage'],
  // Python
  ...['.venv', 'venv', '.env', 'env', 'virtualenv', 'site-packages', '__pypackages__', '__pycache__', '.tox', '.nox'],
  ...['.eggs', '.mypy_cache', '.pytest_cache', '.ruff_cache', '.pixi', '.conda'],
  // The JVM, .NET, native code
  ...['target', 'build', 'out', 'bin', 'obj', 'dist', '.gradle', '.kotlin', '.m2', '.bsp', '.metals', '.bloop'],
  ...['cmake-build-debug', 'cmake-build-release', 'vcpkg_installed'],
  // Other package managers
  ...['vendor', 'Pods', 'Carthage', '.build', '.swiftpm', '.bundle', 'deps', '_build', '.stack-work', 'dist-newstyle'],
  ...['.terraform', '.terragrunt-cache', '.cache', 'tmp', '.idea', '.vs']
]

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
