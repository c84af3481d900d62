/**
 * The policy's rows: one line per ecosystem. Without a row: clients in Perl, Crystal, Julia, OCaml, Nim and Lua, because no
 * file that names packages of these languages is read; rabbitmq_peer_discovery_k8s, a part of RabbitMQ that reads the token for
 * every request; mmkubernetes, a part of rsyslog.
 */

import { defined } from '../../collections.ts'
import type { Client } from '../client.ts'
import { cClients } from './c.ts'
import { cargoClients } from './cargo.ts'
import { composerClients } from './composer.ts'
import { dockerClients } from './docker.ts'
import { programForClusters, WORDS_OF_PROGRAMS } from './docker-unexamined.ts'
import { EXAMINED } from './examined.ts'
import { gemClients } from './gem.ts'
import { golangClients } from './golang.ts'
import { GOOD_RELEASES } from './good-releases.ts'
import { hackageClients } from './hackage.ts'
import { hexClients } from './hex.ts'
import { mavenClients } from './maven.ts'
import { npmClients } from './npm.ts'
import { nugetClients } from './nuget.ts'
import { pubClients } from './pub.ts'
import { pypiClients } from './pypi.ts'
import { swiftClients } from './swift.ts'

const ROWS: readonly (readonly [ecosystem: string, clients: readonly Client[]])[] = [
  ['golang', golangClients],
  ['pypi', pypiClients],
  ['maven', mavenClients],
  ['npm', npmClients],
  ['gem', gemClients],
  ['hackage', hackageClients],
  ['nuget', nugetClients],
  ['cargo', cargoClients],
  ['composer', composerClients],
  ['hex', hexClients],
  ['swift', swiftClients],
  ['pub', pubClients],
  ['vcpkg', cClients],
  ['conan', cClients],
  ['docker', dockerClients]
]

const CLIENTS: ReadonlyMap<string, readonly Client[]> = new Map(
  ROWS.map(([ecosystem, clients]) => [ecosystem, withExamined(ecosystem, clients)])
)

const BY_NAME: ReadonlyMap<string, ReadonlyMap<string, Client>> = new Map(
  Array.from(CLIENTS, ([ecosystem, clients]) => [ecosystem, new Map(clients.map(client => [client.name, client]))])
)

/** The clients of one ecosystem, by purl type; none for an unknown ecosystem. */
export function clientsOf(ecosystem: string): readonly Client[] {
  return CLIENTS.get(ecosystem) ?? []
}

/** One client by purl type and canonical name. Of images also one that no row lists, if its name says what it is. */
export function clientOf(ecosystem: string, name: string): Client | undefined {
  const row = BY_NAME.get(ecosystem)?.get(name)
  return row || ecosystem !== 'docker' ? row : programForClusters(name)
}

/** Texts of which every name has one that `clientOf` knows and `clientsOf` does not list. */
export function wordsOf(ecosystem: string): readonly string[] {
  return ecosystem === 'docker' ? WORDS_OF_PROGRAMS : []
}

/** Every client with its ecosystem, in the order of the policy's table. */
export function* allClients(): Generator<{ ecosystem: string; client: Client }> {
  for (const [ecosystem, clients] of CLIENTS) for (const client of clients) yield { ecosystem, client }
}

/** The clients with the releases that were run or read, which those that share their ranges share: they are of one project. */
function withExamined(ecosystem: string, clients: readonly Client[]): readonly Client[] {
  const newest = new Map<Client['observed'], string>()
  const good = new Map<Client['observed'], readonly string[]>()
  for (const { name, observed } of clients) {
    const [examined, releases] = [EXAMINED, GOOD_RELEASES].map(table => table[`${ecosystem} ${name}`])
    if (examined !== undefined) newest.set(observed, examined)
    if (releases !== undefined) good.set(observed, releases.split(' '))
  }
  return clients.map(client => {
    const found = { examined: client.examined ?? newest.get(client.observed), good: good.get(client.observed) }
    return { ...client, ...defined(found) }
  })
}
