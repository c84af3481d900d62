/** A workspace without folders of installed packages and test data. Their files are counted but not listed. */

import { baseName, folderName } from '../paths.ts'
import type { File, Workspace } from './workspace.ts'

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

/** The folder into which Go's tools copy the modules that a project requires: https://go.dev/ref/mod#vendoring. */
const VENDORED = 'vendor'
const IN_VENDORED = /(?:^|\/)vendor\//g
/** What is beside such a folder, or in it: the files of Go's own tool, of dep, glide, godep, govendor, vndr, trash, gvt and gb. */
const BESIDE = new Set([
  ...['go.mod', 'go.work', 'Gopkg.toml', 'Gopkg.lock', 'glide.yaml', 'glide.lock', 'vendor.conf', 'trash.conf']
])
const INSIDE = new Set(['modules.txt', 'vendor.json', 'manifest'])

/**
 * The same workspace without the files in folders of these names, and without the modules that Go's tools copied: the files
 * of each are for its own development, and nothing here uses them.
 */
export function excluding(workspace: Workspace, folders: readonly string[] = EXCLUDED_FOLDERS): Workspace {
  return {
    ...workspace,
    async list() {
      const listing = await workspace.list()
      const excluded: Record<string, number> = { ...listing.excluded }
      const isCopied = copyFinder(listing.files)
      const files = listing.files.filter(({ path }) => {
        const named = folders.find(name => path.startsWith(`${name}/`) || path.includes(`/${name}/`))
        const folder = named ?? (isCopied(path) ? VENDORED : undefined)
        if (folder !== undefined) excluded[folder] = (excluded[folder] ?? 0) + 1
        return folder === undefined
      })
      return { ...listing, files, excluded }
    }
  }
}

/** Makes the test for files of the modules that Go's tools copied. The list of these modules itself is no such file. */
function copyFinder(files: readonly File[]): (path: string) => boolean {
  const copied = new Set<string>()
  for (const { path } of files) {
    const [folder, name] = [folderName(path), baseName(path)]
    if (BESIDE.has(name)) copied.add(folder === '' ? VENDORED : `${folder}/${VENDORED}`)
    else if (INSIDE.has(name) && baseName(folder) === VENDORED) copied.add(folder)
    else if (name === 'Godeps.json' && baseName(folder) === 'Godeps') {
      const project = folderName(folder)
      copied.add(project === '' ? VENDORED : `${project}/${VENDORED}`)
    }
  }
  return path => {
    for (const {
      0: { length },
      index
    } of path.matchAll(IN_VENDORED)) {
      const end = index + length
      if (!copied.has(path.slice(0, end - 1))) continue
      return !INSIDE.has(path.slice(end))
    }
    return false
  }
}
