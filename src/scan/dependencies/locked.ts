/** What lockfiles show of the requirements that lead to their entries (`LockedRequirement`). */

import type { LockedRequirement } from '../../ecosystems/file-format.ts'
import type { Mention } from './mention.ts'
import { folderOf, nameKey } from './settlers.ts'

/** Finds, among mentions in lockfiles, the one that a requirement leads to. */
export interface Locked {
  /** The one that the lockfile shows for it, whatever the overrides. */
  certainly(asked: Mention, locks: readonly Mention[]): Mention | undefined
  /** The one that its text leads to, if no override puts another text in its place. */
  instead(asked: Mention, locks: readonly Mention[]): Mention | undefined
}

/** Indexes the requirements that lockfiles show. */
export function lockedOf(mentions: readonly Mention[]): Locked {
  const byKey = new Map<string, Set<Mention>>()
  for (const mention of mentions) {
    for (const requirement of mention.settlesFor ?? []) {
      const key = keyOf(mention, requirement)
      const found = byKey.get(key)
      if (found) found.add(mention)
      else byKey.set(key, new Set([mention]))
    }
  }
  const first = (asked: Mention, requirement: LockedRequirement, locks: readonly Mention[]) => {
    const found = byKey.get(keyOf(asked, requirement))
    const [lock, another] = found ? locks.filter(other => found.has(other)) : []
    // A project may require several versions under several names.
    return another && another.place.path === lock?.place.path ? undefined : lock
  }
  return {
    certainly: (asked, locks) =>
      first(asked, { folder: folderOf(asked) }, locks) ??
      (asked.requirer === undefined ? undefined : first(asked, { requirer: asked.requirer }, locks)) ??
      first(asked, { asked: textOf(asked) }, locks),
    instead: (asked, locks) => first(asked, { asked: textOf(asked), overridden: true }, locks)
  }
}

/** A project may require a package under several names; one text always leads to the same version of it. */
function keyOf(mention: Mention, requirement: LockedRequirement): string {
  return JSON.stringify([nameKey(mention), requirement, 'folder' in requirement ? mention.alias : undefined])
}

function textOf({ requirement }: Mention): string {
  return requirement.kind === 'none' ? '' : requirement.text
}
