/** The graph of a lockfile in which packages lie inside each other, as they are installed. */

import type { Graph, GraphPackage, PackageKey } from '../file-format.ts'

/** A package and where it lies. Its key is its folder and behind it the name of its place. */
export interface NestedPackage extends GraphPackage {
  readonly folder: string
  readonly installed: string
  needs(): Iterable<string>
}

/**
 * A package finds what it needs in its own folder, else in the nearest one above. `foldersAbove` gives those of a key, its
 * own first.
 */
export function nestedGraph(
  packages: readonly NestedPackage[],
  roots: Iterable<PackageKey> | undefined,
  foldersAbove: (key: string) => readonly string[]
): Graph {
  const byKey = new Map<PackageKey, NestedPackage>()
  const byFolder = new Map<string, Set<string>>()
  for (const one of packages) {
    const { folder, installed } = one
    byKey.set(folder + installed, one)
    const names = byFolder.get(folder)
    if (names) names.add(installed)
    else byFolder.set(folder, new Set([installed]))
  }
  return { packages: byKey, ...(roots ? { roots } : {}), needsOf }

  function* needsOf(key: PackageKey): Generator<PackageKey> {
    const folders = foldersAbove(String(key)).flatMap(path => {
      const names = byFolder.get(path)
      return names ? [{ path, names }] : []
    })
    for (const name of byKey.get(key)?.needs() ?? []) {
      const folder = folders.find(({ names }) => names.has(name))
      if (folder) yield folder.path + name
    }
  }
}
