/**
 * The files from which a file inherits versions by name, in any folder of the repository: the parent of a Maven
 * project, and the bills of materials that it imports.
 */

import { memoised } from '../../collections.ts'
import { folderName, sharedDepth } from '../../paths.ts'
import type { Module } from './mention.ts'

/** The files from which a file inherits versions; undefined if none of them is in the workspace. */
export interface Inheritance {
  /** The file itself and its parents, nearest first. They define the names of versions. */
  parentsOf(path: string): readonly string[] | undefined
  /** The same, then the files they import, with their parents and imports. They state versions of packages. */
  managersOf(path: string): readonly string[] | undefined
}

/** Maximum ancestors of one file. Real files have far fewer; cycles are cut. */
const MOST_ANCESTORS = 50

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
  const importsOf = memoised((path: string): readonly string[] => {
    const known = byPath.get(path)?.imports.filter(name => byName.has(name)) ?? []
    return known.slice(0, MOST_ANCESTORS).flatMap(name => closest(name, path) ?? [])
  })
  const parentOf = memoised((path: string): string | undefined => {
    const { parent } = byPath.get(path) ?? {}
    if (!parent) return undefined
    // A file at the place of the parent that has another name is not the parent.
    const there = parent.path === undefined ? undefined : byPath.get(parent.path)
    return there?.name === parent.name ? there.path : closest(parent.name, path)
  })
  const parents = memoised((path: string) => followed(path, parentOf))
  const managers = memoised((path: string) => {
    const found = new Set<string>()
    const waiting = [path]
    // The loop appends to this list.
    for (const from of waiting) {
      if (found.has(from)) continue
      const ancestors = followed(from, parentOf).filter(ancestor => !found.has(ancestor))
      for (const ancestor of ancestors) found.add(ancestor)
      if (found.size > MOST_ANCESTORS) break
      for (const ancestor of ancestors) waiting.push(...importsOf(ancestor))
    }
    return [...found]
  })
  return {
    parentsOf: path => (parentOf(path) === undefined ? undefined : parents(path)),
    managersOf: path => {
      const found = managers(path)
      return found.length > 1 ? found : undefined
    }
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

/** A path and its successors, until there is none or the path repeats. */
function followed(path: string, next: (path: string) => string | undefined): string[] {
  const found = new Set<string>()
  for (let at: string | undefined = path; at !== undefined && !found.has(at); at = next(at)) {
    if (found.size >= MOST_ANCESTORS) break
    found.add(at)
  }
  return [...found]
}
