/** The graph of a lockfile that lists packages by their installed paths, one inside the other. */

import { defined, groupBy } from '../../collections.ts'
import { child, members, type TreeNode } from '../../syntax/tree.ts'
import type { Graph, GraphPackage, PackageKey } from '../file-format.ts'

/** A package and its path: the folder, then the name under which it is installed there. The path is its key. */
export interface NestedPackage extends GraphPackage {
  readonly folder: string
  readonly installed: string
  needs(): Iterable<string>
}

/**
 * The graph of all packages. A package finds another one in its own folder, else in the nearest folder above.
 * `foldersAbove` returns the folders of a key in that order.
 */
export function nestedGraph(
  packages: readonly NestedPackage[],
  { roots, developmentRoots }: Pick<Graph, 'roots' | 'developmentRoots'>,
  foldersAbove: (key: string) => readonly string[]
): Graph {
  const byKey = new Map<PackageKey, NestedPackage>(packages.map(one => [one.folder + one.installed, one]))
  const namesIn = new Map<string, ReadonlySet<string>>()
  for (const [folder, inside] of groupBy(packages, one => one.folder)) {
    namesIn.set(folder, new Set(inside.map(({ installed }) => installed)))
  }
  return defined({ packages: byKey, roots, developmentRoots, needsOf })

  function* needsOf(key: PackageKey): Generator<PackageKey> {
    const folders = foldersAbove(String(key)).filter(folder => namesIn.has(folder))
    for (const name of byKey.get(key)?.needs() ?? []) {
      const folder = folders.find(path => namesIn.get(path)?.has(name))
      if (folder !== undefined) yield folder + name
    }
  }
}

/** The names that a package requires. An optional peer is not installed. */
export function* requiredNames(facts: TreeNode | undefined, optionalPeers: ReadonlySet<string>): Generator<string> {
  for (const { key } of members(child(facts, 'dependencies'))) yield key
  for (const { key } of members(child(facts, 'optionalDependencies'))) yield key
  for (const { key } of members(child(facts, 'peerDependencies'))) if (!optionalPeers.has(key)) yield key
}
