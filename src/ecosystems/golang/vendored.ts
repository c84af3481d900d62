/** The repositories of packages that `Godeps.json` and `vendor.json` list one by one. */

import { defined } from '../../collections.ts'
import type { PackageEntry } from '../file-format.ts'
import { inReleaseFolder } from './release-folder.ts'
import { repositoryOf } from './repository.ts'

/** The package whose line is reported for its repository, because programs import it: the clientset. */
const MAIN_PACKAGE = /^k8s\.io\/client-go\/(?:\d\.\d\/)?kubernetes$/

/** One line of such a file. */
export type Vendored = Pick<PackageEntry, 'requirement' | 'at' | 'replacement'> & {
  /** The import path of the package. */
  readonly path: string
}

/**
 * One entry per repository and requirement, in the order of the file, at its main package or else
 * at its first one. Packages of one repository may have several commits: each commit is an entry.
 */
export function repositoriesOf(packages: Iterable<Vendored>): PackageEntry[] {
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
