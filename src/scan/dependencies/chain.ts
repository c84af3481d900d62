/** The shortest chain of packages in a lockfile, from a package that the project requires to the client. */

import type { Graph, GraphPackage, PackageKey } from '../../ecosystems/file-format.ts'
import type { ChainLink, Dependency } from '../../model/dependency.ts'

/** Maximum edges followed in one file. The largest real lockfiles have a tenth of it. */
const MOST_NEEDS = 1_000_000

/** Maximum packages of a chain. Real chains have a dozen at most; a longer one is not reported. */
const LONGEST_CHAIN = 30

/** Maximum characters of a name or version in a chain. No registry accepts a longer one. */
const LONGEST_TEXT = 500

/** A package that was reached, the step to the package that requires it, and the length of the chain so far. */
interface Step {
  readonly found: GraphPackage
  readonly from?: Step
  readonly length: number
}

/**
 * The chains of the dependencies of one file that have a parent. `clientOf` returns the client of a package. The search
 * is breadth first in the order of the file, so chains are reproducible and as short as possible, and cycles end. A
 * dependency whose requirement is not a version has no chain.
 */
export function chainsOf(
  graph: Graph,
  dependencies: readonly Dependency[],
  clientOf: (found: GraphPackage) => Pick<Dependency, 'ecosystem' | 'name'> | undefined
): ReadonlyMap<Dependency, readonly ChainLink[]> {
  const wanted = new Map<string, Dependency>()
  for (const dependency of dependencies) {
    const { requirement, direct } = dependency
    if (direct !== true && requirement.kind === 'version')
      wanted.set(identity(dependency, requirement.text), dependency)
  }
  const chains = new Map<Dependency, readonly ChainLink[]>()
  const seen = new Set<PackageKey>()
  const steps: { readonly key: PackageKey; readonly step: Step }[] = []
  let budget = MOST_NEEDS

  for (const root of graph.roots ?? withoutParent(graph)) {
    if (--budget < 0) return chains
    meet(root)
  }
  // `meet` appends to this list during the iteration.
  for (const { key, step } of steps) {
    if (wanted.size === 0 || step.length >= LONGEST_CHAIN) break
    for (const need of graph.needsOf(key)) {
      if (--budget < 0) return chains
      meet(need, step)
    }
  }
  return chains

  function meet(key: PackageKey, from?: Step): void {
    const found = graph.packages.get(key)
    if (!found || seen.has(key)) return
    seen.add(key)
    const step = { found, length: from ? from.length + 1 : 1, ...(from ? { from } : {}) }
    steps.push({ key, step })
    const client = clientOf(found)
    const wantedKey = client === undefined ? undefined : identity(client, found.version)
    const dependency = wantedKey === undefined ? undefined : wanted.get(wantedKey)
    if (wantedKey === undefined || !dependency) return
    wanted.delete(wantedKey)
    if (from) chains.set(dependency, linksOf(step))
  }
}

/** The packages without a parent, which the project must require itself. Empty if the file is too large. */
function withoutParent({ packages, needsOf }: Graph): Iterable<PackageKey> {
  const left = new Set(packages.keys())
  let budget = MOST_NEEDS
  for (const key of packages.keys()) {
    for (const need of needsOf(key)) {
      if (--budget < 0) return []
      if (need !== key) left.delete(need)
    }
  }
  return left
}

function linksOf(last: Step): readonly ChainLink[] {
  const links: ChainLink[] = []
  for (let step: Step | undefined = last; step; step = step.from) {
    const { name, version } = step.found
    links.push({ name: cut(name), version: cut(version) })
  }
  return links.reverse()
}

function cut(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text
}

function identity({ ecosystem, name }: Pick<Dependency, 'ecosystem' | 'name'>, version: string): string {
  return JSON.stringify([ecosystem, name, version])
}
