/**
 * Which file answers what another one leaves open: a lockfile beside or above a manifest decides what its range means, a
 * parent, a catalog or a bill of materials gives the version that a child leaves out, and what merely repeats other files
 * is answered by any of them.
 */

import type { VersionScheme } from '../../ecosystems/version-scheme.ts'
import type { Policy } from '../../policy/policy.ts'
import { admits } from '../../policy/span.ts'
import type { Inheritance } from './inheritance.ts'
import type { Member, Mention } from './mention.ts'
import { overrideFinder } from './overrides.ts'
import { isInventory, settlerFinder } from './settlers.ts'

/**
 * Makes a resolver: the dependency in another file that fixes the version of one, or undefined. Workspace-level overrides win over
 * lockfiles, parents and bills of materials.
 */
export function settledByFinder(
  mentions: readonly Mention[],
  policy: Policy,
  { members, inheritance }: { readonly members: readonly Member[]; readonly inheritance: Inheritance }
): (asked: Mention, scheme: VersionScheme) => Mention | undefined {
  const overrideOf = overrideFinder(mentions, members)
  const settlersOf = settlerFinder(mentions, policy, inheritance)
  return (asked, scheme) => overrideOf(asked) ?? settlersOf(asked).find(other => satisfies(other, asked, scheme))
}

/** Whether a copy says what the other says: in the same words, or the version of a file that is none. */
function repeats(copy: Mention, other: Mention, scheme: VersionScheme): boolean {
  const [said, original] = [copy.requirement, other.requirement]
  if (said.kind === 'none') return true
  if (original.kind === said.kind && original.text === said.text) return true
  if (isInventory(other) || original.kind !== 'version' || said.kind === 'source') return false
  return isVersionOf(original.text, said, scheme) ?? false
}

/** Whether the answer fits the question: a lockfile that the manifest has outgrown answers nothing. */
function satisfies(other: Mention, asked: Mention, scheme: VersionScheme): boolean {
  if (isInventory(asked)) return repeats(asked, other, scheme)
  if (other.requirement.kind !== 'version' || asked.requirement.kind === 'none' || asked.requirement.kind === 'source')
    return true
  if (other.replacement !== asked.replacement) return false
  // The name of a tag, such as kubernetes-1.13.0, is no version in the scheme and yet the same on both sides.
  if (other.requirement.text === asked.requirement.text) return true
  // A lockfile speaks for its own project, whatever the words of the manifest.
  return isVersionOf(other.requirement.text, asked.requirement, scheme) ?? true
}

/** Whether a version is the one or one of those that are asked for; undefined where the scheme knows no such words. */
function isVersionOf(
  version: string,
  asked: { readonly kind: 'version' | 'range'; readonly text: string },
  scheme: VersionScheme
): boolean | undefined {
  const locked = scheme.parse(version)
  if (locked === undefined) return false
  const wanted = asked.kind === 'version' ? scheme.parse(asked.text) : undefined
  if (wanted !== undefined) return scheme.compare(locked, wanted) === 0
  const span = scheme.span(asked.text)
  // A lockfile may hold a pre-release that the range alone would not let in: it was chosen all the same.
  return span && admits(scheme, { ...span, prereleases: true }, locked)
}
