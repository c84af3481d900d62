/**
 * The mention that settles another one. A lockfile beside or above a manifest settles its ranges. A parent, a catalog
 * or a bill of materials settles a requirement without a version. An inventory is settled by any file that it repeats.
 */

import type { VersionScheme } from '../../ecosystems/version-scheme.ts'
import type { Policy } from '../../policy/policy.ts'
import { admits } from '../../policy/span.ts'
import type { Mention } from './mention.ts'
import { overrideFinder } from './overrides.ts'
import { isInventory, type Surroundings, settlerFinder } from './settlers.ts'

/**
 * Makes the function that returns the mention in another file that fixes the version of a mention, or undefined.
 * Workspace-level overrides win over lockfiles, parents and bills of materials.
 */
export function settledByFinder(
  mentions: readonly Mention[],
  policy: Policy,
  { membership, inheritance, projects }: Surroundings
): (mention: Mention, scheme: VersionScheme) => Mention | undefined {
  const overrideOf = overrideFinder(mentions, membership)
  const settlersOf = settlerFinder(mentions, policy, { membership, inheritance, projects })
  return (mention, scheme) =>
    overrideOf(mention) ?? settlersOf(mention).find(other => satisfies(other, mention, scheme))
}

/** Whether a mention in an inventory repeats another one: the same text, or a version that another file locks. */
function repeats(copy: Mention, other: Mention, scheme: VersionScheme): boolean {
  const [copied, original] = [copy.requirement, other.requirement]
  if (copied.kind === 'none') return true
  if (original.kind === copied.kind && original.text === copied.text) return true
  if (isInventory(other) || original.kind !== 'version' || copied.kind === 'source') return false
  return isVersionOf(original.text, copied, scheme) ?? false
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
