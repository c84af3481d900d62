/**
 * The mention that settles another one. A lockfile beside or above a manifest settles its ranges. A parent, a catalog
 * or a bill of materials settles a requirement without a version. An inventory is settled by any file that it repeats.
 */

import type { VersionScheme } from '../../ecosystems/version-scheme.ts'
import type { Policy } from '../../policy/policy.ts'
import { admits } from '../../policy/span.ts'
import { lockedOf } from './locked.ts'
import type { Mention } from './mention.ts'
import { isOverride, type Overrides, overridesOf } from './overridden.ts'
import { overrideFinder } from './overrides.ts'
import { folderOf, isInventory, type Surroundings, settlerFinder } from './settlers.ts'

/** What fixes the version of a mention. */
export interface Settlement {
  readonly by: Mention
  /** The override that decides otherwise than the mention itself. */
  readonly override?: Mention
}

/**
 * Makes the function that returns what fixes the version of a mention, or undefined. Overrides of the project win over
 * lockfiles, parents and bills of materials; the lockfile beside an override has the version that follows from it.
 */
export function settledByFinder(
  mentions: readonly Mention[],
  policy: Policy,
  { membership, inheritance, projects }: Surroundings
): (mention: Mention, scheme: VersionScheme) => Settlement | undefined {
  const ofGoWorkspace = overrideFinder(mentions, membership)
  const overrides = overridesOf(mentions, membership)
  const locked = lockedOf(mentions)
  const settlersOf = settlerFinder(mentions, policy, { membership, inheritance, projects })
  return (mention, scheme) => {
    const replaced = ofGoWorkspace(mention)
    if (replaced) return { by: replaced }
    const settlers = settlersOf(mention)
    const locks = nearest(settlers.filter(({ origin }) => origin === 'lockfile'))
    return (
      decided(mention, locks, scheme) ??
      settlement(settlers.find(other => mayBe(other, mention, scheme)) ?? unused(mention, locks, overrides))
    )
  }

  /** What decides in a project with overrides, and what its lockfile shows to be chosen for a requirement. */
  function decided(mention: Mention, locks: readonly Mention[], scheme: VersionScheme): Settlement | undefined {
    if (mention.origin !== 'manifest') return undefined
    if (locks.length === 0) {
      const [override] = overrides.ofProject(mention, scheme)
      return override && settlementBy(override, override)
    }
    const chosen = locked.certainly(mention, locks)
    const deciding = chosen ? overrides.beside([chosen], mention, undefined) : overrides.beside(locks, mention, scheme)
    for (const { override, locks: possible } of deciding) {
      const lock = possible.find(other => satisfies(other, override, scheme))
      if (lock) return settlementBy(chosen ?? locked.instead(override, locks) ?? lock, override)
    }
    const own = chosen ?? locked.instead(mention, locks)
    return own && satisfies(own, mention, scheme) ? { by: own } : undefined

    function settlementBy(by: Mention, override: Mention): Settlement {
      return satisfies(by, mention, scheme) ? { by } : { by, override }
    }
  }
}

/** Those in the folder of the first one: a project that another one requires from a folder has a lockfile of its own. */
function nearest(locks: readonly Mention[]): readonly Mention[] {
  const [first] = locks
  if (!first) return []
  const folder = folderOf(first)
  return locks.filter(lock => lock.place.path === first.place.path || folderOf(lock) === folder)
}

function settlement(by: Mention | undefined): Settlement | undefined {
  return by && { by }
}

/**
 * For an override that nothing follows from: that of a member, of requirements that nobody states, or one that its package manager
 * does not read. A lockfile has what is used.
 */
function unused(mention: Mention, [lock]: readonly Mention[], overrides: Overrides): Mention | undefined {
  if (!lock || lock.overrides || !isOverride(mention)) return undefined
  const { role } = lock.format
  const isComplete = role.kind === 'lockfile' && role.repeatsOverrides === true
  return isComplete || folderOf(lock) !== folderOf(mention) || overrides.isNarrow(mention) ? lock : undefined
}

/** Whether a mention in an inventory repeats another one: the same text, or a version that another file locks. */
function repeats(copy: Mention, other: Mention, scheme: VersionScheme): boolean {
  const [copied, original] = [copy.requirement, other.requirement]
  if (copied.kind === 'none') return true
  if (original.kind === copied.kind && original.text === copied.text) return true
  if (isInventory(other) || original.kind !== 'version' || copied.kind === 'source') return false
  return isVersionOf(original.text, copied, scheme) ?? false
}

/** Whether a mention in another file may be what a requirement leads to. A locked release is not the folder or commit in its place. */
function mayBe(other: Mention, mention: Mention, scheme: VersionScheme): boolean {
  const isRelease = other.origin === 'lockfile' && other.requirement.kind === 'version'
  if (isRelease && mention.origin === 'manifest' && mention.requirement.kind === 'source') return false
  return satisfies(other, mention, scheme)
}

/** Whether a version in another file meets the requirement. An outdated lockfile does not settle a manifest. */
function satisfies(other: Mention, mention: Mention, scheme: VersionScheme): boolean {
  if (isInventory(mention)) return repeats(mention, other, scheme)
  if (
    other.requirement.kind !== 'version' ||
    mention.requirement.kind === 'none' ||
    mention.requirement.kind === 'source'
  )
    return true
  if (other.replacement !== mention.replacement) return false
  // A tag such as kubernetes-1.13.0 is not a version in the scheme, but is the same on both sides.
  if (other.requirement.text === mention.requirement.text) return true
  // A lockfile settles its own project, even if the scheme cannot parse the requirement of the manifest.
  return isVersionOf(other.requirement.text, mention.requirement, scheme) ?? true
}

/** Whether a version meets a requirement; false for a text that is no version, undefined for a requirement that is no range. */
export function isVersionOf(
  version: string,
  required: { readonly kind: 'version' | 'range'; readonly text: string },
  scheme: VersionScheme
): boolean | undefined {
  const locked = scheme.parse(version)
  if (locked === undefined) return false
  const wanted = required.kind === 'version' ? scheme.parse(required.text) : undefined
  if (wanted !== undefined) return scheme.compare(locked, wanted) === 0
  const span = scheme.span(required.text)
  // A lockfile may lock a pre-release that the range alone would not allow.
  return span && admits(scheme, { ...span, prereleases: true }, locked)
}
