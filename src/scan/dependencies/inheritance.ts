/**
 * From a file to those it takes versions from by their names: a Maven project to its parent and to the bills of materials
 * that it imports, in whatever folders of the repository they lie.
 */

import { memoised } from '../../collections.ts'
import { folderName, sharedDepth } from '../../paths.ts'
import type { Module } from './mention.ts'

/** What a file takes versions from; undefined where none of it is in the workspace. */
export interface Inheritance {
  /** The file itself and its parents, the nearest first: what the names of versions mean. */
  parentsOf(path: string): readonly string[] | undefined
  /** The same, and then the files they import, with the parents and imports of those: what states versions for it. */
  managersOf(path: string): readonly string[] | undefined
}

/** Maximum ancestors of one file; real ones stay far below. Cycles are cut. */
const MOST_ANCESTORS = 50

/** The most files of one name that are looked at. */
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
    // What is met is added to the end of the list while it is worked off.
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

  /** Of several files of one name the one that shares most folders with the file that names it. */
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

/** A path and where it leads to, step by step, until it ends or comes round. */
function followed(path: string, next: (path: string) => string | undefined): string[] {
  const found = new Set<string>()
  for (let at: string | undefined = path; at !== undefined && !found.has(at); at = next(at)) {
    if (found.size >= MOST_ANCESTORS) break
    found.add(at)
  }
  return [...found]
}
