/** The fix of a client with a parent, if the policy has the version of the parent that brings a good client. */

import { defined } from '../../collections.ts'
import { ecosystemOf } from '../../ecosystems/index.ts'
import type { VersionScheme } from '../../ecosystems/version-scheme.ts'
import type { ChainLink } from '../../model/dependency.ts'
import type { Fix } from '../../model/verdict.ts'
import type { Client } from '../../policy/client.ts'
import { type JudgeSettings, judge } from '../../policy/judge.ts'
import { builtIn, type Policy } from '../../policy/policy.ts'
import type { Mention } from './mention.ts'
import type { SettledMention } from './settle.ts'

/**
 * What moves the first parent in the chain that the policy knows to bring this client; undefined where there is none, or where its
 * present version may bring a good client already, so that the client alone is to be moved. Of the chain itself only a version is
 * judged, and nothing is reported. In a lockfile without a graph, the parent is one of `users`: the packages of the file that the
 * client settles because they have no loader.
 */
export function fixViaParent(
  mention: Mention,
  scheme: VersionScheme,
  settings: JudgeSettings,
  users: readonly SettledMention[]
): Pick<Fix, 'steps' | 'through'> | undefined {
  const { ecosystem, format } = mention
  const policy = settings.policy ?? builtIn
  const parent = parentOf(mention, policy) ?? parentAmong(users, mention, policy)
  if (!parent) return undefined
  const { name } = parent.client
  const requirement = { kind: 'version', text: parent.link.version } as const
  const { verdict, remedy } = judge({ ecosystem, name, requirement }, scheme, settings)
  if (verdict.kind === 'reloads' || remedy?.version === undefined) return undefined
  const { version, newest } = remedy
  return {
    steps: format.upgrade(name, version, { requirement, direct: parent.isFirst }),
    through: { name, version, ...defined({ newest }) }
  }
}

/** A parent of the client in its chain, and whether the project itself requires it. */
interface Parent {
  readonly client: Client
  readonly link: ChainLink
  readonly isFirst: boolean
}

function parentOf({ ecosystem, name, chain = [] }: Mention, policy: Policy): Parent | undefined {
  const parents = policy.clientsOf(ecosystem).filter(({ brings, pins }) => (brings ?? pins)?.includes(name))
  const canonical = ecosystemOf(ecosystem)?.canonicalName
  if (parents.length === 0 || !canonical) return undefined
  for (const [index, link] of chain.slice(0, -1).entries()) {
    const client = parents.find(other => canonical(other.name) === canonical(link.name))
    if (client) return { client, link, isFirst: index === 0 }
  }
  return undefined
}

/** The parent in a lockfile that shows no chain and marks the client as required by the project nowhere. */
function parentAmong(users: readonly SettledMention[], mention: Mention, policy: Policy): Parent | undefined {
  if (mention.origin !== 'lockfile' || mention.direct === true || mention.chain) return undefined
  for (const { mention: user } of users) {
    const { ecosystem, name, requirement, direct } = user
    const client = policy.clientOf(ecosystem, name)
    if (!client?.brings?.includes(mention.name) || requirement.kind !== 'version') continue
    return { client, link: { name, version: requirement.text }, isFirst: direct !== false }
  }
  return undefined
}
