/** Repeated entries: a variable that carries the version for several uses gives the same package at the same place. */

import type { Entry } from './file-format.ts'

/** The entries without those that repeat a package at the same place; everything except packages is kept. */
export function* withoutRepeats(entries: Iterable<Entry>): Generator<Entry> {
  const seen = new Set<string>()
  for (const entry of entries) {
    const key = 'name' in entry ? `${entry.at} ${entry.ecosystem ?? ''} ${entry.name}` : undefined
    if (key === undefined || !seen.has(key)) yield entry
    if (key !== undefined) seen.add(key)
  }
}
