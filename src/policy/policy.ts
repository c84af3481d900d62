/** The clients that a run knows: the built-in rows, and those that a configuration adds or tightens. */

import type { Ecosystem } from '../ecosystems/ecosystem.ts'
import { type Client, namesOf } from './client.ts'
import { clientOf, clientsOf, wordsOf } from './clients/index.ts'

/** The packages that are clients, and what is known about each. */
export interface Policy {
  /** The clients of one ecosystem, by purl type. */
  clientsOf(ecosystem: string): readonly Client[]
  /** One client by purl type and by its name as `clientsOf` spells it, or by one that itself says what the package is. */
  clientOf(ecosystem: string, name: string): Client | undefined
  /** Texts of which every name has one that `clientOf` knows and `clientsOf` does not list. */
  words(ecosystem: string): readonly string[]
}

/** A row with the purl type it belongs to. */
export interface Row {
  readonly ecosystem: string
  readonly client: Client
}

/** The policy without a configuration. */
export const builtIn: Policy = { clientsOf, clientOf, words: wordsOf }

/** The client with a name: any of its names, in any spelling. */
export function clientNamed(
  policy: Policy,
  { id, canonicalName, namesBehind }: Pick<Ecosystem, 'id' | 'canonicalName' | 'namesBehind'>,
  name: string
): Client | undefined {
  const clients = policy.clientsOf(id)
  const wanted = canonicalName(name)
  for (const known of [wanted, ...(namesBehind?.(wanted) ?? [])]) {
    const found = clients.find(client => namesOf(client).some(other => canonicalName(other) === known))
    if (found) return found
  }
  return policy.clientOf(id, wanted)
}

/** A policy with further rows. A row replaces the row of the same name. */
export function policyWith(rows: readonly Row[], policy: Policy = builtIn): Policy {
  if (rows.length === 0) return policy
  const byEcosystem = new Map<string, ReadonlyMap<string, Client>>()
  for (const { ecosystem, client } of rows) {
    const known = byEcosystem.get(ecosystem) ?? policy.clientsOf(ecosystem).map(each => [each.name, each] as const)
    byEcosystem.set(ecosystem, new Map([...known, [client.name, client]]))
  }
  return {
    clientsOf: ecosystem => [...(byEcosystem.get(ecosystem)?.values() ?? policy.clientsOf(ecosystem))],
    clientOf: (ecosystem, name) => {
      return byEcosystem.get(ecosystem)?.get(name) ?? policy.clientOf(ecosystem, name)
    },
    words: ecosystem => policy.words(ecosystem)
  }
}
