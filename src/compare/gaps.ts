/** The gaps of head and base: which are the same, and what a gap of one side alone may hide there. */

import { groupBy } from '../collections.ts'
import type { Gap } from '../model/report.ts'
import { leavesUnread } from '../model/report.ts'
import { baseName, foldersAbove } from '../paths.ts'

/** The gaps of two sides that no gap of the other one equals. */
export interface UnequalGaps {
  readonly base: ReadonlySet<Gap>
  readonly head: ReadonlySet<Gap>
}

/** What makes two gaps the same, the strictest first; the last finds those of a moved file. Never a line. */
const LIKENESSES: readonly ((gap: Gap) => string)[] = [
  ({ kind, place, detail }) => JSON.stringify([kind, place.path, detail]),
  ({ kind, place }) => JSON.stringify([kind, place.path]),
  ({ kind, place, detail }) => JSON.stringify([kind, baseName(place.path), detail])
]

/** Pairs the gaps of both sides one to one, and returns those left over. */
export function unequalGaps(base: readonly Gap[], head: readonly Gap[]): UnequalGaps {
  const left = { base: new Set(base), head: new Set(head) }
  for (const keyOf of LIKENESSES) {
    const others = groupBy(left.head, keyOf)
    for (const [key, gaps] of groupBy(left.base, keyOf)) {
      const same = others.get(key) ?? []
      for (const [index, gap] of gaps.slice(0, same.length).entries()) {
        left.base.delete(gap)
        const other = same[index]
        if (other) left.head.delete(other)
      }
    }
  }
  return left
}

/** The gaps that may hide findings: something there was not read. */
export function hiding(gaps: Iterable<Gap>): Gap[] {
  return Array.from(gaps).filter(gap => leavesUnread(gap) || isOfFolder(gap))
}

/** Makes the test whether gaps may hide what a file holds: they concern it, or a folder above it. */
export function hiddenBy(gaps: Iterable<Gap>): (path: string) => boolean {
  const hidden = hiding(gaps)
  const files = new Set(hidden.filter(leavesUnread).map(({ place }) => place.path))
  const folders = new Set(hidden.map(({ place }) => place.path))
  return path => files.has(path) || foldersAbove(path).some(folder => folder !== path && folders.has(folder))
}

/** Whether a gap may stand for a whole folder: a submodule, or another repository. */
function isOfFolder({ kind }: Gap): boolean {
  return kind === 'absent-file' || kind === 'other-repository'
}
