/** Why a client is there: the shortest chain of packages in a lockfile, from what the project asks for to the client. */

import type { Graph, GraphPackage, PackageKey } from '../../ecosystems/file-format.ts'
import type { ChainLink, Dependency } from '../../model/dependency.ts'

/** The most needs that are followed in one file; the largest real lockfiles hold a tenth of it. */
const MOST_NEEDS = 1_000_000

/** The most packages of a chain. Real ones have a dozen at the most; of a hostile one nothing is told. */
const LONGEST_CHAIN = 30

/** The most characters of a name or version in a chain; no registry takes a longer one. */
const LONGEST_TEXT = 500

/** A package that was met, the one that needs it, and how many lead to it. */
interface Step {
  readonly found: GraphPackage
  readonly from?: Step
  readonly length: number
}

/**
 * The chains of those dependencies of one file that another package brings in. `clientOf` gives the client that a package
 * is. Breadth first, in the order of the file: the same text has the same chains, none has a shorter one, and circles
 * end. A dependency that is no version of a registry has no chain.
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

  for (const root of graph.roots ?? unneeded(graph)) {
    if (--budget < 0) return chains
    meet(root)
  }
  // What is met is added to the end of the list while it is worked off.
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
    const asked = client === undefined ? undefined : identity(client, found.version)
    const dependency = asked === undefined ? undefined : wanted.get(asked)
    if (asked === undefined || !dependency) return
    wanted.delete(asked)
    if (from) chains.set(dependency, linksOf(step))
  }
}

/** What no other package needs: somebody must have asked for it. Nothing where the file is too large to know. */
function unneeded({ packages, needsOf }: Graph): Iterable<PackageKey> {
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
