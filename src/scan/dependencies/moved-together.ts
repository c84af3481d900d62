/** Finds what has to move with a client: a package of its file that is built against certain releases of it, or that forbids good ones. */

import { ecosystemOf } from '../../ecosystems/index.ts'
import type { VersionScheme } from '../../ecosystems/version-scheme.ts'
import { folderName } from '../../paths.ts'
import { type JudgeSettings, judge } from '../../policy/judge.ts'
import { builtIn } from '../../policy/policy.ts'
import type { Mention } from './mention.ts'
import type { Resolved, SettledMention } from './settle.ts'

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
  users: readonly SettledMention[]
): { readonly version: string; readonly others: readonly Moved[] } | undefined {
  const policy = settings.policy ?? builtIn
  const passes = (name: string, text: string) =>
    judge({ ecosystem, name, requirement: { kind: 'version', text } }, scheme, settings).verdict.kind === 'reloads'
  for (const { mention: user } of users) {
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

/**
 * The parents that forbid what a client is to be: the project requires them where it requires the client, and every version of the client
 * that they allow is bad. Alone, neither of the two can move.
 */
export function movedParents(
  { mention, scheme, declared, users }: Pick<Resolved, 'mention' | 'scheme' | 'declared' | 'users'>,
  settings: JudgeSettings
): readonly Moved[] {
  const folders = new Set(declared.map(({ place: { path } }) => folderName(path)))
  return users.flatMap(user => {
    const isBeside =
      isTiedTo(mention, user.mention) || user.declared.some(({ place: { path } }) => folders.has(folderName(path)))
    const version = isBeside ? goodVersionOf(user.mention, scheme, settings) : undefined
    return version === undefined || user.mention.name === mention.name ? [] : [{ name: user.mention.name, version }]
  })
}

/** Whether two lines of a manifest that a person wrote have to agree, because a project has one version of each package. */
export function isTiedTo(mention: Mention, parent: Mention): boolean {
  return (
    mention.origin === 'manifest' &&
    mention.direct !== false &&
    mention.place.path === parent.place.path &&
    ecosystemOf(mention.ecosystem)?.onlyOneVersion === true
  )
}

/** The version from which a parent allows a good client; undefined where its present one may, or none is known to. */
export function goodVersionOf(
  { ecosystem, name, requirement }: Pick<Mention, 'ecosystem' | 'name' | 'requirement'>,
  scheme: VersionScheme,
  settings: JudgeSettings
): string | undefined {
  const { verdict, remedy } = judge({ ecosystem, name, requirement }, scheme, settings)
  return verdict.kind === 'reloads' || verdict.kind === 'unknown' ? undefined : remedy?.version
}
