/** The graph of a `yarn.lock`, in which packages require each other by descriptors such as `ws@^7.2.3`. */

import { defined } from '../../collections.ts'
import type { Graph, GraphPackage, PackageKey } from '../file-format.ts'
import { splitPackage } from './specifier.ts'
import type { Block } from './yarn-blocks.ts'

/** A package of `yarn.lock` and the descriptors that lead to it. */
export interface DescribedPackage extends GraphPackage {
  readonly descriptors: readonly string[]
  readonly dependencies: Block['dependencies']
}

/**
 * The graph of all packages. `roots` is what the workspaces require, and `descriptorOf` makes a descriptor of a name
 * and its requirement. `resolutions` in package.json redirect a descriptor that leads to no package: then the only
 * package of that name is meant, if there is just one.
 */
export function yarnGraph(
  packages: readonly DescribedPackage[],
  roots: Block['dependencies'] | undefined,
  descriptorOf: (name: string, value: string) => string
): Graph {
  const byDescriptor = new Map<string, PackageKey>()
  const byName = new Map<string, PackageKey | undefined>()
  for (const [key, { descriptors }] of packages.entries()) {
    for (const descriptor of descriptors) byDescriptor.set(descriptor, key)
    // The name of an alias is the one by which others require it.
    for (const name of new Set(descriptors.map(descriptor => splitPackage(descriptor)?.name ?? descriptor))) {
      byName.set(name, byName.has(name) ? undefined : key)
    }
  }
  return defined({
    packages: new Map(packages.entries()),
    roots: roots && keysOf(roots),
    needsOf: (key: PackageKey) => keysOf(packages[Number(key)]?.dependencies ?? [])
  })

  function* keysOf(dependencies: Block['dependencies']): Generator<PackageKey> {
    for (const [name, value] of dependencies) {
      const key = byDescriptor.get(descriptorOf(name, value)) ?? byName.get(name)
      if (key !== undefined) yield key
    }
  }
}
