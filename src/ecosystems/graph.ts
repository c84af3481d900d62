/** The graph of a lockfile in which packages ask for each other by name, or by whatever else stands for one there. */

import type { Graph, GraphPackage, PackageKey } from './file-format.ts'

/** A package, and the texts by which packages ask for each other in its file. */
export interface CalledPackage extends GraphPackage {
  /** Every text that asks for this one. */
  readonly called: readonly string[]
  /** The texts with which this one asks for others. */
  readonly needs: Iterable<string>
}

/** The graph of all packages of a file; `roots` are the texts with which the project asks, where the file says them. */
export function graphOf(packages: readonly CalledPackage[], roots?: Iterable<string>): Graph {
  const byText = new Map<string, PackageKey[]>()
  for (const [key, { called }] of packages.entries()) {
    for (const text of called) {
      const keys = byText.get(text)
      if (keys) keys.push(key)
      else byText.set(text, [key])
    }
  }
  return {
    packages: new Map(packages.entries()),
    ...(roots ? { roots: keysOf(roots) } : {}),
    needsOf: key => keysOf(packages[Number(key)]?.needs ?? [])
  }

  function* keysOf(texts: Iterable<string>): Generator<PackageKey> {
    for (const text of texts) yield* byText.get(text) ?? []
  }
}
