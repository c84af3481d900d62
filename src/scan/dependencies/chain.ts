/** The shortest chain of packages in a lockfile, from a package that the project requires to the client. */

import { defined } from '../../collections.ts'
import type { Graph, GraphPackage, KnownScope, PackageEntry, PackageKey } from '../../ecosystems/file-format.ts'
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

/** What a graph says of a client. */
export interface Trace {
  /** Absent for a package that the project requires itself. */
  readonly chain?: readonly ChainLink[]
  /** Absent where the graph does not tell what is for development only. */
  readonly scope?: KnownScope
  /** The names of the packages that need it, clients as the policy spells them. Absent for what the project requires itself. */
  readonly requiredBy?: readonly string[]
}

/** The most packages that are kept of those that need one. Who needs more is settled by none of them. */
const MOST_PARENTS = 100

/** The client that a package of a graph is; undefined for other packages. */
export type ClientOf = (found: GraphPackage) => Pick<Dependency, 'ecosystem' | 'name'> | undefined

/**
 * The scopes of the dependencies of a file that does not distinguish its roots, by the requirements of its manifests. What a root
 * needs that no manifest requires has no scope, unless something needs it at run time.
 */
export function scopesOf(
  graph: Graph,
  dependencies: readonly Dependency[],
  clientOf: ClientOf,
  requirements: readonly PackageEntry[]
): ReadonlyMap<Dependency, Trace> {
  const runtime = new Set<PackageKey>()
  const development = new Set<PackageKey>()
  let budget = MOST_NEEDS
  for (const entry of requirements) {
    for (const key of graph.resolve?.(entry) ?? []) {
      if (--budget < 0) return new Map()
      if (entry.scope === 'runtime') runtime.add(key)
      else development.add(key)
    }
  }
  const search = new Search(graph, dependencies, clientOf)
  search.from(runtime, 'runtime')
  search.from(without([...runtime, ...development], graph.roots ?? unneeded(graph)), undefined)
  search.from(development, 'development')
  return search.traces
}

/**
 * How the dependencies of one file are reached in its graph. Breadth first, in the order of the file: the same text has the same
 * chains, none has a shorter one, and circles end. What is needed at run time and for development as well is traced from what
 * needs it at run time. A dependency that is no version of a registry has a scope and no chain. `isHandled` says for which ones to
 * list the packages that need them.
 */
export function tracesOf(
  graph: Graph,
  dependencies: readonly Dependency[],
  clientOf: ClientOf,
  isHandled: (dependency: Dependency) => boolean = () => false
): ReadonlyMap<Dependency, Trace> {
  const handled = dependencies.filter(isHandled)
  const search = new Search(graph, dependencies, clientOf)
  const { roots, developmentRoots } = graph
  const development = developmentRoots && [...developmentRoots]
  search.from(roots ?? without(development ?? [], unneeded(graph)), development && 'runtime')
  if (development) search.from(development, 'development')
  return handled.length === 0 ? search.traces : search.tracesWithParents(handled)
}

/** One search through a graph: what one walk has met, the next one does not meet again. */
class Search {
  readonly traces = new Map<Dependency, Trace>()
  private readonly graph: Graph
  private readonly clientOf: ClientOf
  private readonly wanted = new Map<string, Dependency>()
  /** The dependencies from other sources than a registry, by their names. */
  private readonly sources = new Map<string, Dependency>()
  private readonly seen = new Set<PackageKey>()
  private readonly roots = new Set<PackageKey>()
  private budget = MOST_NEEDS

  constructor(graph: Graph, dependencies: readonly Dependency[], clientOf: ClientOf) {
    this.graph = graph
    this.clientOf = clientOf
    for (const dependency of dependencies) {
      const { requirement } = dependency
      if (requirement.kind === 'version') this.wanted.set(identity(dependency, requirement.text), dependency)
      else if (requirement.kind === 'source') this.sources.set(identity(dependency, ''), dependency)
    }
  }

  /** Follows what the roots need. Ends early when everything is found or the budget is spent. */
  from(roots: Iterable<PackageKey>, scope: KnownScope | undefined): void {
    const steps: { readonly key: PackageKey; readonly step: Step }[] = []
    const meet = (key: PackageKey, from?: Step) => {
      const found = this.graph.packages.get(key)
      if (!found || this.seen.has(key)) return
      this.seen.add(key)
      const step = defined({ found, from, length: (from?.length ?? 0) + 1 })
      steps.push({ key, step })
      this.trace(step, scope)
    }
    for (const root of roots) {
      if (--this.budget < 0) return
      this.roots.add(root)
      meet(root)
    }
    // What is met is added to the end of the list while it is worked off.
    for (const { key, step } of steps) {
      if (this.wanted.size + this.sources.size === 0 || step.length >= LONGEST_CHAIN) break
      for (const need of this.graph.needsOf(key)) {
        if (--this.budget < 0) return
        meet(need, step)
      }
    }
  }

  /** The traces, with what needs some of the dependencies. Where the budget is spent, with nothing. */
  tracesWithParents(dependencies: readonly Dependency[]): ReadonlyMap<Dependency, Trace> {
    const parents = this.parentsOf(dependencies)
    if (!parents) return this.traces
    const traces = new Map(this.traces)
    for (const [dependency, requiredBy] of parents) {
      if (requiredBy.size <= MOST_PARENTS)
        traces.set(dependency, { ...traces.get(dependency), requiredBy: [...requiredBy] })
    }
    return traces
  }

  /** The names of what needs each dependency, for those that the project does not require itself. */
  private parentsOf(dependencies: readonly Dependency[]): ReadonlyMap<Dependency, ReadonlySet<string>> | undefined {
    const byIdentity = new Map(
      dependencies.flatMap(dependency => {
        const { requirement } = dependency
        return requirement.kind === 'version' ? [[identity(dependency, requirement.text), dependency] as const] : []
      })
    )
    const parents = new Map<Dependency, Set<string>>()
    const byKey = new Map<PackageKey, Dependency>()
    const required = new Set<Dependency>()
    for (const [key, found] of this.graph.packages) {
      const client = this.clientOf(found)
      const dependency = client && byIdentity.get(identity(client, found.version))
      if (!dependency) continue
      byKey.set(key, dependency)
      if (this.roots.has(key)) required.add(dependency)
    }
    for (const [key, found] of this.graph.packages) {
      for (const need of this.graph.needsOf(key)) {
        if (--this.budget < 0) return undefined
        const dependency = byKey.get(need)
        if (!dependency || required.has(dependency)) continue
        const name = this.clientOf(found)?.name ?? found.name
        const names = parents.get(dependency)
        if (names && names.size <= MOST_PARENTS) names.add(name)
        else if (!names) parents.set(dependency, new Set([name]))
      }
    }
    return parents
  }

  private trace(step: Step, scope: KnownScope | undefined): void {
    const client = this.clientOf(step.found)
    if (!client) return
    const key = identity(client, step.found.version)
    const dependency = this.wanted.get(key)
    if (!dependency) {
      this.traceSource(client, scope)
      return
    }
    this.wanted.delete(key)
    const chain = step.from && dependency.direct !== true ? linksOf(step) : undefined
    this.traces.set(dependency, defined({ chain, scope }))
  }

  /** A file may give any version to a package from git or a folder: its name identifies it. */
  private traceSource(client: Pick<Dependency, 'ecosystem' | 'name'>, scope: KnownScope | undefined): void {
    const key = identity(client, '')
    const dependency = this.sources.get(key)
    if (!dependency || !scope) return
    this.sources.delete(key)
    this.traces.set(dependency, { scope })
  }
}

/** The keys of a list that are not in another one. */
function* without(others: readonly PackageKey[], keys: Iterable<PackageKey>): Generator<PackageKey> {
  const known = new Set(others)
  for (const key of keys) if (!known.has(key)) yield key
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
