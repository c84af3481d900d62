/**
 * Which clients are resolved together, where the policy makes one depend on another: those of one lockfile; of manifests, those of
 * one file, or else of one folder.
 */

import { groupBy, memoised } from '../../collections.ts'
import { companionNames } from '../../policy/pairing.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Mention } from './mention.ts'
import { folderOf } from './settlers.ts'

/** The most companions of one name. A resolution has one of them, or one for each platform. */
const MOST_COMPANIONS = 20

/** Makes the function that returns the companions of a dependency, by their names and in their order. */
export function companionFinder(
  mentions: readonly Mention[],
  policy: Policy
): (mention: Mention) => readonly Mention[] {
  const namesOf = memoised(
    ({ ecosystem, name }: Mention) => companionNames(policy, ecosystem, name),
    ({ ecosystem, name }) => `${ecosystem} ${name}`
  )
  const inFile = groupBy(mentions, mention => fileKey(mention, mention.name))
  const manifests = mentions.filter(({ origin }) => origin === 'manifest')
  const inFolder = groupBy(manifests, mention => folderKey(mention, mention.name))
  return mention =>
    namesOf(mention).flatMap(name => {
      const beside = inFile.get(fileKey(mention, name))
      const found = beside ?? (mention.origin === 'manifest' ? inFolder.get(folderKey(mention, name)) : undefined)
      return found?.slice(0, MOST_COMPANIONS) ?? []
    })
}

function fileKey({ ecosystem, place }: Mention, name: string): string {
  return JSON.stringify([ecosystem, place.path, name])
}

function folderKey(mention: Mention, name: string): string {
  return JSON.stringify([mention.ecosystem, folderOf(mention), name])
}
