/** Packages of one repository that a file lists one by one: what `Godeps.json` and `vendor.json` have in common. */

import type { PackageEntry } from '../file-format.ts'
import { repositoryOf } from './repository.ts'

/** The package whose line stands for its repository, because it is the one that programs name: the clientset. */
const MAIN_PACKAGE = /^k8s\.io\/client-go\/(?:\d\.\d\/)?kubernetes$/

/** One line of such a file. */
export type Vendored = Pick<PackageEntry, 'requirement' | 'at' | 'replacement'> & {
  /** The import path of the package. */
  readonly path: string
}

/**
 * One entry per repository and requirement, in the order of the file, at its main package or else at its first one. A
 * file may hold packages of one repository at several commits: each of these is an entry.
 */
export function repositoriesOf(packages: Iterable<Vendored>): PackageEntry[] {
  const found = new Map<string, PackageEntry>()
  for (const { path, requirement, at, replacement } of packages) {
    const name = repositoryOf(path)
    const key = JSON.stringify([name, requirement, replacement])
    if (found.has(key) && !MAIN_PACKAGE.test(path)) continue
    const instead = replacement === undefined ? {} : { replacement }
    found.set(key, { name, requirement, at, ...instead })
  }
  return [...found.values()]
}
