/** The graph of a `yarn.lock`, in which packages require each other by descriptors such as `ws@^7.2.3`. */

import { defined } from '../../collections.ts'
import type { Graph, GraphPackage, PackageEntry, PackageKey } from '../file-format.ts'
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
  const byInstalledName = new Map<string, Set<PackageKey>>()
  for (const [key, { descriptors }] of packages.entries()) {
    for (const descriptor of descriptors) {
      byDescriptor.set(descriptor, key)
      // The name of an alias is the one by which others require it.
      const installed = splitPackage(descriptor)?.name ?? descriptor
      byInstalledName.set(installed, (byInstalledName.get(installed) ?? new Set()).add(key))
    }
  }
  return defined({
    packages: new Map(packages.entries()),
    roots: roots && keysOf(roots),
    resolve,
    needsOf: (key: PackageKey) => keysOf(packages[Number(key)]?.dependencies ?? [])
  })

  /** The package of the descriptor; every one of the name if the manifest writes the requirement in another form. */
  function resolve({ name, alias, requirement }: PackageEntry): Iterable<PackageKey> {
    const installed = alias ?? name
    const text = requirement.kind === 'none' ? '' : requirement.text
    const key = byDescriptor.get(descriptorOf(installed, alias === undefined ? text : `npm:${name}@${text}`))
    return key === undefined ? (byInstalledName.get(installed) ?? []) : [key]
  }

  function* keysOf(dependencies: Block['dependencies']): Generator<PackageKey> {
    for (const [name, value] of dependencies) {
      const key = byDescriptor.get(descriptorOf(name, value)) ?? onlyOne(byInstalledName.get(name))
      if (key !== undefined) yield key
    }
  }
}

function onlyOne(keys: ReadonlySet<PackageKey> | undefined): PackageKey | undefined {
  const [key] = keys ?? []
  return keys?.size === 1 ? key : undefined
}
