/** Clients that are resolved together: which statement of the policy about a pair applies, and how it changes a fix. */

import type { Interval, Span, VersionScheme } from '../ecosystems/version-scheme.ts'
import type { Requirement } from '../model/dependency.ts'
import type { Client, Pairing, Releases } from './client.ts'
import type { Policy } from './policy.ts'
import { meets, onlyVersion, within } from './span.ts'

/** Another client in the same resolution. */
export interface Companion {
  readonly name: string
  readonly requirement: Requirement
}

/** A pairing that applies: for certain, or only to some of the allowed versions of the other client. */
export interface Applied {
  readonly pairing: Pairing
  readonly isCertain: boolean
}

/** How many of the versions that a requirement allows are among some releases; of a source nothing is known. */
type Share = 'all' | 'some' | 'none'

/** The names of all clients whose presence may matter to a client: those of its own pairings, and of pairings about it. */
export function companionNames(policy: Policy, ecosystem: string, name: string): readonly string[] {
  const own = policy.clientOf(ecosystem, name)?.with ?? []
  const about = policy.clientsOf(ecosystem).flatMap(client => {
    const pairings = client.with?.filter(pairing => pairing.package === name) ?? []
    return pairings.length === 0 ? [] : [client.name, ...pairings.flatMap(({ unless = [] }) => unless)]
  })
  return [...new Set([...own.flatMap(({ package: other, unless = [] }) => [other, ...unless]), ...about])]
}

/** The pairing of a client with its companions; undefined where it does what it does by itself. */
export function pairingOf(
  client: Client,
  requirement: Requirement,
  beside: readonly Companion[],
  scheme: VersionScheme
): Applied | undefined {
  let possible: Applied | undefined
  for (const pairing of client.with ?? []) {
    if (!isOpenTo(pairing, beside) || shareOf(scheme, requirement, pairing.own) !== 'all') continue
    const shares = beside
      .filter(({ name }) => name === pairing.package)
      .map(other => shareOf(scheme, other.requirement, pairing.versions))
    if (shares.includes('all')) return { pairing, isCertain: true }
    if (shares.includes('some')) possible ??= { pairing, isCertain: false }
  }
  return possible
}

/** A pairing of a companion that applies to a version of this client, with the companion. */
export function pairingAbout(
  client: Client,
  version: Requirement,
  beside: readonly Companion[],
  { scheme, clientOf }: { readonly scheme: VersionScheme; clientOf(name: string): Client | undefined }
): { readonly companion: Companion; readonly pairing: Pairing } | undefined {
  for (const companion of beside) {
    for (const pairing of clientOf(companion.name)?.with ?? []) {
      const isAbout = pairing.package === client.name && isOpenTo(pairing, beside)
      if (!isAbout || shareOf(scheme, companion.requirement, pairing.own) !== 'all') continue
      if (shareOf(scheme, version, pairing.versions) === 'all') return { companion, pairing }
    }
  }
  return undefined
}

function isOpenTo({ unless = [] }: Pairing, beside: readonly Companion[]): boolean {
  return !beside.some(({ name }) => unless.includes(name))
}

function shareOf(scheme: VersionScheme, requirement: Requirement, releases: Releases): Share {
  const span = spanOf(scheme, requirement)
  if (!span) return 'none'
  const interval = intervalOf(scheme, releases)
  if (within(scheme, span, { intervals: [interval], prereleases: true })) return 'all'
  return meets(scheme, span, interval) ? 'some' : 'none'
}

function spanOf(scheme: VersionScheme, requirement: Requirement): Span<unknown> | undefined {
  switch (requirement.kind) {
    case 'version':
      return onlyVersion(scheme, requirement.text)
    case 'range':
      return scheme.span(requirement.text)
    case 'none':
      return { intervals: [{}], prereleases: false }
    case 'source':
      return undefined
  }
}

function intervalOf(scheme: VersionScheme, { from, before }: Releases): Interval<unknown> {
  return {
    ...(from === undefined ? {} : { from: { version: scheme.parse(from), inclusive: true } }),
    ...(before === undefined ? {} : { to: { version: scheme.parse(before), inclusive: false } })
  }
}
