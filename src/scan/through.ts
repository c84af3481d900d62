/** The fix of a client that another package brings in, where the policy knows which version of that one brings a good client. */

import { ecosystemOf } from '../ecosystems/index.ts'
import type { VersionScheme } from '../ecosystems/version-scheme.ts'
import type { ChainLink, Dependency } from '../model/dependency.ts'
import type { Verdict } from '../model/verdict.ts'
import type { Client } from '../policy/client.ts'
import { type Grounds, judge } from '../policy/judge.ts'
import { builtIn, type Policy } from '../policy/policy.ts'
import { formatOf } from './formats.ts'

/**
 * The verdict with the fix of the first package in the chain of which the policy knows that it brings this client. Where
 * the present version of that package may have a good client already, the client alone is to be moved. Of the chain itself
 * only a version is looked at, and nothing is told.
 */
export function fixedThrough(
  verdict: Verdict,
  dependency: Dependency,
  scheme: VersionScheme,
  grounds: Grounds
): Verdict {
  const { ecosystem } = dependency
  const found = verdict.kind === 'reloads' ? undefined : bringerOf(dependency, grounds.policy ?? builtIn)
  if (!found) return verdict
  const { name } = found.client
  const present = { requirement: { kind: 'version', text: found.link.version }, direct: found.isFirst } as const
  const { kind, fix } = judge({ ecosystem, name, requirement: present.requirement }, scheme, {
    ...grounds,
    upgrade: version => formatOf(dependency)?.upgrade(name, version, present) ?? []
  })
  if (kind === 'reloads' || fix?.version === undefined) return verdict
  return { ...verdict, fix: { ...verdict.fix, commands: fix.commands, through: { name, version: fix.version } } }
}

function bringerOf(
  { ecosystem, name, chain = [] }: Dependency,
  policy: Policy
): { readonly client: Client; readonly link: ChainLink; readonly isFirst: boolean } | undefined {
  const bringers = policy.clientsOf(ecosystem).filter(({ brings }) => brings?.includes(name))
  const canonical = ecosystemOf(ecosystem)?.canonicalName
  if (bringers.length === 0 || !canonical) return undefined
  for (const [index, link] of chain.slice(0, -1).entries()) {
    const client = bringers.find(other => canonical(other.name) === canonical(link.name))
    if (client) return { client, link, isFirst: index === 0 }
  }
  return undefined
}
