/**
 * Names in the lockfile of a package that it does not install: a peer that may be missing, or an optional package that does not fit
 * the platform. One that is installed is a package of the lockfile.
 */

import { child, items, members, type TreeNode } from '../../syntax/tree.ts'
import type { IgnoredEntry } from '../file-format.ts'

/** The keys under which a package has such names. */
export const OPTIONAL_SECTIONS: ReadonlySet<string> = new Set([
  'peerDependencies',
  'peerDependenciesMeta',
  'optionalPeerDependencies',
  'missingPeerDependencies',
  'optionalPeers',
  'optionalDependencies',
  'dependenciesMeta'
])

/** The names of one package, from the object that describes it. */
export function* optionalNames(facts: TreeNode | undefined): Generator<IgnoredEntry> {
  for (const section of OPTIONAL_SECTIONS) {
    const list = child(facts, section)
    for (const { key, keyAt } of members(list)) yield optionalName(key, keyAt)
    for (const item of items(list)) if (item.kind === 'text') yield optionalName(item.value, item.at)
  }
}

/** A name, and its offset. */
export function optionalName(name: string, at: number): IgnoredEntry {
  return { ignored: 'a peer or an optional package', at, end: at + name.length }
}
