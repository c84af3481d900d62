/** Finds what has to move with a client: a package of its file that is built against certain releases of it. */

import type { VersionScheme } from '../../ecosystems/version-scheme.ts'
import { type JudgeSettings, judge } from '../../policy/judge.ts'
import { builtIn } from '../../policy/policy.ts'
import type { Mention } from './mention.ts'

/** A package and the version to which it moves. */
export interface Moved {
  readonly name: string
  readonly version: string
}

/**
 * The version of a client that fits a package beside it, and that of the package: the lowest known pair of which neither is older than
 * what the file has, and both pass. Undefined where no package of `users`, those that use the client, is built against certain
 * releases of it.
 */
export function movedTogether(
  { ecosystem, name }: Mention,
  scheme: VersionScheme,
  settings: JudgeSettings,
  users: readonly Mention[]
): { readonly version: string; readonly others: readonly Moved[] } | undefined {
  const policy = settings.policy ?? builtIn
  const passes = (name: string, text: string) =>
    judge({ ecosystem, name, requirement: { kind: 'version', text } }, scheme, settings).verdict.kind === 'reloads'
  for (const user of users) {
    const { builtWith } = policy.clientOf(ecosystem, user.name) ?? {}
    const { requirement } = user
    const present = requirement.kind === 'version' ? scheme.parse(requirement.text) : undefined
    if (builtWith?.package !== name || present === undefined) continue
    const pair = builtWith.releases.find(
      ({ own, other }) =>
        scheme.compare(scheme.parse(own), present) >= 0 && passes(user.name, own) && passes(name, other)
    )
    if (pair) return { version: pair.other, others: [{ name: user.name, version: pair.own }] }
  }
  return undefined
}
