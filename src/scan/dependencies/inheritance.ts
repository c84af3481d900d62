/**
 * The files from which a file inherits versions by name, in any folder of the repository: the parent of a Maven
 * project, and the bills of materials that it imports.
 */

import { groupBy, memoised } from '../../collections.ts'
import { folderName, sharedDepth } from '../../paths.ts'
import type { Mention, Module } from './mention.ts'

/** The files from which a file inherits versions; undefined if none of them is in the workspace. */
export interface Inheritance {
  /** The file itself and its parents, nearest first. They define the names of versions. */
  parentsOf(path: string): readonly string[] | undefined
  /** The same, then the files they import, with their parents and imports. They state versions of packages. */
  managersOf(path: string): readonly string[] | undefined
  /** Whether one file inherits from another. */
  inherits(path: string, from: string): boolean
  /** The files that inherit from one and build something of their own: there an inherited entry has its meaning. */
  heirsOf(path: string): readonly string[]
  /** The module of the workspace that a dependency is: it has its name and version, and is no release of a registry. */
  moduleOf(dependency: Mention): Module | undefined
  /** Whether a parent of a file, or what one of them imports, is not in the workspace: it may state versions for the file. */
  inheritsFromOutside(path: string): boolean
  /** Whether a file builds nothing of its own. */
  isAbstract(path: string): boolean
}

/** Steps from files to their parents in one workspace: enough for a chain of thousands. Only a hostile one spends them. */
const MOST_STEPS = 5_000_000

/** The most ancestors of a file once the steps are spent; real ones stay far below. Cycles are cut. */
const FEWEST_ANCESTORS = 50

/** The most files that one imports, and the most that state versions for one. */
const MOST_IMPORTS = 50
const MOST_MANAGERS = 10_000

/** The most files that are known to inherit from one. */
const MOST_HEIRS = 1_000

/** Maximum files of one name that are compared. */
const MOST_NAMESAKES = 20

/** The inheritance among the modules of a workspace; their order does not matter. */
export function inheritanceOf(modules: readonly Module[]): Inheritance {
  const byPath = new Map<string, Module>()
  const byName = new Map<string, Module[]>()
  for (const module of modules.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    byPath.set(module.path, module)
    if (module.name === undefined) continue
    const others = byName.get(module.name)
    if (others) others.push(module)
    else byName.set(module.name, [module])
  }
  const walk = new Walk()
  const importsOf = memoised((path: string): readonly string[] => {
    const known = byPath.get(path)?.imports.filter(name => byName.has(name)) ?? []
    return known.slice(0, MOST_IMPORTS).flatMap(name => closest(name, path) ?? [])
  })
  const parentOf = memoised((path: string): string | undefined => {
    const { parent } = byPath.get(path) ?? {}
    if (!parent) return undefined
    // A file at the place of the parent that has another name is not the parent.
    const there = parent.path === undefined ? undefined : byPath.get(parent.path)
    return there?.name === parent.name ? there.path : closest(parent.name, path)
  })
  const parents = memoised((path: string) => walk.along(path, parentOf))
  const children = memoised((_: undefined) => groupBy(byPath.keys(), path => parentOf(path)))
  const heirs = memoised((path: string) => {
    const found = new Set([path])
    for (const from of found) {
      for (const child of children(undefined).get(from) ?? []) found.add(child)
      if (found.size > MOST_HEIRS) break
    }
    return [...found].filter(other => other !== path && byPath.get(other)?.abstract !== true)
  })
  const managers = memoised((path: string) => {
    const found = new Set<string>()
    const waiting = [path]
    // The loop appends to this list.
    for (const from of waiting) {
      if (found.has(from)) continue
      const more = parents(from).filter(ancestor => !found.has(ancestor))
      for (const ancestor of more) found.add(ancestor)
      if (found.size > MOST_MANAGERS) break
      for (const ancestor of more) waiting.push(...importsOf(ancestor))
    }
    return [...found]
  })
  return {
    parentsOf: path => (parentOf(path) === undefined ? undefined : parents(path)),
    managersOf: path => {
      const found = managers(path)
      return found.length > 1 ? found : undefined
    },
    inherits,
    heirsOf: heirs,
    moduleOf: ({ name, alias = name, requirement, inheritedAs }) => {
      if (requirement.kind !== 'version') return undefined
      const isOwn = (version: string) => version === requirement.text || version === inheritedAs
      return byName
        .get(alias)
        ?.slice(0, MOST_NAMESAKES)
        .find(({ versions }) => versions.some(isOwn))
    },
    inheritsFromOutside: memoised((path: string) => {
      const from = managers(path).map(other => byPath.get(other))
      return from.some(other => other && (isOutside(other) || other.imports.some(name => !byName.has(name))))
    }),
    isAbstract: path => byPath.get(path)?.abstract === true
  }

  function isOutside({ path, parent }: Module): boolean {
    return parent !== undefined && parentOf(path) === undefined
  }

  function inherits(path: string, from: string): boolean {
    return path !== from && parentOf(path) !== undefined && parents(path).includes(from)
  }

  /** The file with a name; if there are several, the one that shares most folders with the referring file. */
  function closest(name: string, from: string): string | undefined {
    let best: { readonly path: string; readonly shared: number } | undefined
    const named = byName.get(name)?.slice(0, MOST_NAMESAKES) ?? []
    if (named.length === 1 && named[0]?.path !== from) return named[0]?.path
    for (const { path } of named) {
      const shared = sharedDepth(folderName(path), folderName(from))
      if (path !== from && (!best || shared > best.shared || (shared === best.shared && path < best.path))) {
        best = { path, shared }
      }
    }
    return best?.path
  }
}

/** The ways from files to their ancestors, and the steps that are left for them. */
class Walk {
  private left = MOST_STEPS

  /** A path and where it leads to, step by step, until it ends or comes round. */
  along(path: string, next: (path: string) => string | undefined): readonly string[] {
    const found = new Set<string>()
    for (let at: string | undefined = path; at !== undefined && !found.has(at); at = next(at)) {
      if (this.left <= 0 && found.size >= FEWEST_ANCESTORS) break
      this.left--
      found.add(at)
    }
    return [...found]
  }
}
