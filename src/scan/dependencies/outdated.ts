/**
 * Which entries of an inventory are perhaps no longer used: where its tool adds entries and never removes any, the versions of the
 * past stand beside the one in use.
 */

import { groupBy } from '../../collections.ts'
import type { VersionScheme } from '../../ecosystems/version-scheme.ts'
import { folderName, isWithin } from '../../paths.ts'
import type { Mention } from './mention.ts'
import { folderOf, isInventory, nameKey } from './settlers.ts'

/** The most dependencies of one name that are looked at for one entry. */
const MOST_CANDIDATES = 100

/**
 * Makes the function that finds what is used in place of an entry: what another file of the same build states, else the highest
 * version in the file itself. Undefined for an entry that may be in use.
 */
export function usedInsteadFinder(
  mentions: readonly Mention[]
): (entry: Mention, scheme: VersionScheme) => Mention | undefined {
  const stated = mentions.filter(({ requirement }) => requirement.kind === 'version')
  const originals = groupBy(
    stated.filter(mention => !isInventory(mention)),
    nameKey
  )
  const inFile = groupBy(stated.filter(keepsOldEntries), fileKey)
  return (entry, scheme) => {
    if (!keepsOldEntries(entry)) return undefined
    const folder = folderOf(entry)
    const used = originals.get(nameKey(entry))?.slice(0, MOST_CANDIDATES)
    const inBuild = used?.filter(
      ({ place, requirement }) =>
        isWithin(folderName(place.path), folder) &&
        requirement.kind === 'version' &&
        isVersion(requirement.text, scheme)
    )
    if (inBuild?.[0]) return inBuild.some(other => compared(entry, other, scheme) === 0) ? undefined : inBuild[0]
    const highest = inFile
      .get(fileKey(entry))
      ?.slice(0, MOST_CANDIDATES)
      .reduce((a, b) => (compared(a, b, scheme) < 0 ? b : a))
    return highest && compared(entry, highest, scheme) < 0 ? highest : undefined
  }
}

/** Whether the tool that writes the file of an entry leaves old entries in it. */
function keepsOldEntries({ format: { role } }: Mention): boolean {
  return role.kind === 'inventory' && role.removal !== undefined
}

function isVersion(text: string, scheme: VersionScheme): boolean {
  return scheme.parse(text) !== undefined
}

/** The order of two versions; 0 where one of them is none, so that nothing follows from it. */
function compared(a: Mention, b: Mention, scheme: VersionScheme): number {
  const [left, right] = [a, b].map(({ requirement }) =>
    requirement.kind === 'version' ? scheme.parse(requirement.text) : undefined
  )
  return left === undefined || right === undefined ? 0 : scheme.compare(left, right)
}

function fileKey(mention: Mention): string {
  return `${nameKey(mention)} ${mention.place.path}`
}
