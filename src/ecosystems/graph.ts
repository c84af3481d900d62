/** The graph of a lockfile whose packages require each other by name, or by another text that identifies a package. */

import { defined } from '../collections.ts'
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
  // One key is no list: most texts call one package, and there are hundreds of thousands of them.
  const byText = new Map<string, number | number[]>()
  for (const [key, { called }] of packages.entries()) {
    for (const text of called) {
      const known = byText.get(text)
      if (known === undefined) byText.set(text, key)
      else if (typeof known === 'number') byText.set(text, [known, key])
      else known.push(key)
    }
  }
  return defined({
    packages: new Map(packages.entries()),
    roots: roots && keysOf(roots),
    developmentRoots: developmentRoots && keysOf(developmentRoots),
    resolve: requiredAs && ((requirement: PackageEntry) => keysOf(requiredAs(requirement))),
    needsOf: (key: PackageKey) => keysOf(packages[Number(key)]?.needs ?? [])
  })

  function* keysOf(texts: Iterable<string>): Generator<PackageKey> {
    for (const text of texts) {
      const keys = byText.get(text)
      if (typeof keys === 'number') yield keys
      else if (keys) yield* keys
    }
  }
}
