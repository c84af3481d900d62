/** The repositories of packages that `Godeps.json`, `vendor.json` and `vendor/manifest` list one by one. */

import { defined } from '../../collections.ts'
import { parseJson } from '../../syntax/json.ts'
import { child, items, type TreeNode } from '../../syntax/tree.ts'
import type { Entry, GapEntry, PackageEntry } from '../file-format.ts'
import { inReleaseFolder } from './release-folder.ts'
import { repositoryOf } from './repository.ts'

/** The package whose line is reported for its repository, because programs import it: the clientset. */
const MAIN_PACKAGE = /^k8s\.io\/client-go\/(?:\d\.\d\/)?kubernetes$/

/** One line of such a file. */
export type Vendored = Pick<PackageEntry, 'requirement' | 'at' | 'replacement'> & {
  /** The import path of the package. */
  readonly path: string
}

/** Reads such a file: the list at a key, each element as `vendored` finds it. An element that is cut off is reported as the fault only. */
export function* readVendored(
  text: string,
  key: string,
  vendored: (node: TreeNode) => Vendored | GapEntry | undefined
): Generator<Entry> {
  const { root, fault } = parseJson(text)
  const packages: Vendored[] = []
  for (const node of items(child(root, key))) {
    const found = vendored(node)
    if (found && 'path' in found) packages.push(found)
    else if (found && !fault) yield found
  }
  yield* repositoriesOf(packages)
  if (fault) throw fault
}

/**
 * One entry per repository and requirement, in the order of the file, at its main package or else
 * at its first one. Packages of one repository may have several commits: each commit is an entry.
 */
function repositoriesOf(packages: Iterable<Vendored>): PackageEntry[] {
  const found = new Map<string, PackageEntry>()
  for (const { path, requirement: stated, at, replacement } of packages) {
    const name = repositoryOf(path)
    const requirement = inReleaseFolder(stated, name, [path])
    const key = JSON.stringify([name, requirement, replacement])
    if (found.has(key) && !MAIN_PACKAGE.test(path)) continue
    found.set(key, defined({ name, requirement, at, replacement }))
  }
  return [...found.values()]
}
