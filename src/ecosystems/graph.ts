/** The graph of a lockfile whose packages require each other by name, or by another text that identifies a package. */

import { defined, groupBy } from '../collections.ts'
import type { Graph, GraphPackage, PackageEntry, PackageKey } from './file-format.ts'

/** A package, and the texts by which the packages of its file require each other. */
export interface CalledPackage extends GraphPackage {
  /** Every text by which another package can require this one. */
  readonly called: readonly string[]
  /** The texts by which this package requires others. */
  readonly needs: Iterable<string>
}

/** What a file or its manifests say of the scopes of packages, in the texts that identify these. */
export interface Scoping {
  /** The texts by which the project requires packages for development only. */
  readonly developmentRoots?: Iterable<string>
  /** The texts by which the file may know the package that a manifest requires. */
  requiredAs?(requirement: PackageEntry): Iterable<string>
}

/**
 * The graph of all packages of a file. `roots` are the texts by which the project requires packages, if the file has
 * them.
 */
export function graphOf(
  packages: readonly CalledPackage[],
  roots?: Iterable<string>,
  { developmentRoots, requiredAs }: Scoping = {}
): Graph {
  const calls = packages.flatMap(({ called }, key) => called.map(text => ({ text, key })))
  const byText = groupBy(calls, ({ text }) => text)
  return defined({
    packages: new Map(packages.entries()),
    roots: roots && keysOf(roots),
    developmentRoots: developmentRoots && keysOf(developmentRoots),
    resolve: requiredAs && ((requirement: PackageEntry) => keysOf(requiredAs(requirement))),
    needsOf: (key: PackageKey) => keysOf(packages[Number(key)]?.needs ?? [])
  })

  function* keysOf(texts: Iterable<string>): Generator<PackageKey> {
    for (const text of texts) for (const { key } of byText.get(text) ?? []) yield key
  }
}
