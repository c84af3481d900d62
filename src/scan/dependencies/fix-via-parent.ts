/** The fix of a client with a parent, if the policy has the version of the parent that brings a good client. */

import { ecosystemOf } from '../../ecosystems/index.ts'
import type { VersionScheme } from '../../ecosystems/version-scheme.ts'
import type { ChainLink } from '../../model/dependency.ts'
import type { Fix } from '../../model/verdict.ts'
import type { Client } from '../../policy/client.ts'
import { type JudgeSettings, judge } from '../../policy/judge.ts'
import { builtIn, type Policy } from '../../policy/policy.ts'
import type { Mention } from './mention.ts'

/**
 * The upgrade of the first parent in the chain that is a parent of this client in the policy. Undefined without such a
 * parent, or if its present version may already bring a good client: then only the client is to be upgraded. The texts
 * of the chain are only judged, never reported.
 */
export function fixViaParent(
  mention: Mention,
  scheme: VersionScheme,
  settings: JudgeSettings
): Pick<Fix, 'commands' | 'through'> | undefined {
  const { ecosystem, format } = mention
  const parent = parentOf(mention, settings.policy ?? builtIn)
  if (!parent) return undefined
  const { name } = parent.client
  const requirement = { kind: 'version', text: parent.link.version } as const
  const { verdict, remedy } = judge({ ecosystem, name, requirement }, scheme, settings)
  if (verdict.kind === 'reloads' || remedy?.version === undefined) return undefined
  const { version } = remedy
  return {
    commands: format.upgrade(name, version, { requirement, direct: parent.isFirst }),
    through: { name, version }
  }
}

/** A parent of the client in its chain, and whether the project itself requires it. */
interface Parent {
  readonly client: Client
  readonly link: ChainLink
  readonly isFirst: boolean
}

function parentOf({ ecosystem, name, chain = [] }: Mention, policy: Policy): Parent | undefined {
  const parents = policy.clientsOf(ecosystem).filter(({ brings }) => brings?.includes(name))
  const canonical = ecosystemOf(ecosystem)?.canonicalName
  if (parents.length === 0 || !canonical) return undefined
  for (const [index, link] of chain.slice(0, -1).entries()) {
    const client = parents.find(other => canonical(other.name) === canonical(link.name))
    if (client) return { client, link, isFirst: index === 0 }
  }
  return undefined
}
