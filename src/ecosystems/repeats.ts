/** Repeated entries: a variable that carries the version for several uses gives the same package at the same place. */

import { widerScope } from '../model/dependency.ts'
import type { Entry, PackageEntry } from './file-format.ts'

/**
 * The entries without those that repeat a package at the same place; everything that is no package is kept. A package that is needed at
 * run time by one use is needed at run time, so that all uses are read first. What came before a fault is kept.
 */
export function* withoutRepeats(entries: Iterable<Entry>): Generator<Entry> {
  const kept: Entry[] = []
  const indexes = new Map<string, number>()
  try {
    for (const entry of entries) {
      const key = 'name' in entry ? `${entry.at} ${entry.ecosystem ?? ''} ${entry.name}` : undefined
      const index = key === undefined ? undefined : indexes.get(key)
      const first = index === undefined ? undefined : kept[index]
      if (index !== undefined && first && 'name' in first && 'name' in entry) kept[index] = withScopeOf(first, entry)
      else {
        if (key !== undefined) indexes.set(key, kept.length)
        kept.push(entry)
      }
    }
  } finally {
    yield* kept
  }
}

/** The first of two uses, with the wider of their scopes, and the accessors of both. */
function withScopeOf(first: PackageEntry, { scope, accessors = [] }: PackageEntry): PackageEntry {
  const wider = widerScope(first.scope ?? 'unknown', scope ?? 'unknown')
  const { scope: _, ...own } = first
  const rest = own.accessors ? { ...own, accessors: [...own.accessors, ...accessors] } : own
  return wider === 'unknown' ? rest : { ...rest, scope: wider }
}
