/**
 * What speaks for a package without a loader of its own: the client of whose release it is a part, or the client that it
 * brings in. A platform, which states the versions of much else, speaks only where a client gets its version from it.
 */

import type { VersionScheme } from '../../ecosystems/version-scheme.ts'
import type { Requirement } from '../../model/dependency.ts'
import { comparePlaces } from '../../model/place.ts'
import type { Client } from '../../policy/client.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Mention } from './mention.ts'

/** Makes the function that finds what speaks for a dependency: in the same file, the first if there are several. */
export function loaderPackageFinder(
  dependencies: readonly Mention[],
  policy: Policy
): (dependency: Mention, scheme: VersionScheme) => Mention | undefined {
  const firstInFile = new Map<string, Mention>()
  for (const dependency of dependencies) {
    const key = placeKey(dependency, dependency.name)
    if (!firstInFile.has(key)) firstInFile.set(key, dependency)
  }
  return (dependency, scheme) => {
    const client = policy.clientOf(dependency.ecosystem, dependency.name)
    if (!client) return undefined
    const names = [...(client.partOf ?? []), ...broughtBy(client, dependency.requirement, scheme)]
    const found = names.flatMap(name => firstInFile.get(placeKey(dependency, name)) ?? [])
    return found.sort((a, b) => comparePlaces(a.place, b.place))[0]
  }
}

/** Leaves out each platform that no client gets its version from: it says nothing of any client. `by` is what settles each. */
export function withoutIdlePlatforms<Item extends { readonly dependency: Mention; readonly by: Mention | undefined }>(
  settled: readonly Item[],
  policy: Policy
): readonly Item[] {
  const isPlatform = ({ ecosystem, name }: Mention) => policy.clientOf(ecosystem, name)?.platform === true
  const settledBy = new Map(settled.map(({ dependency, by }) => [dependency, by]))
  const atWork = new Set<Mention>()
  for (const { dependency, by } of settled) {
    // A platform may have its version from a property in its turn.
    let answer = isPlatform(dependency) ? undefined : by
    for (; answer && !atWork.has(answer); answer = settledBy.get(answer)) atWork.add(answer)
  }
  return settled.filter(({ dependency }) => !isPlatform(dependency) || atWork.has(dependency))
}

/** What a package brings in for certain: another release may bring in another client. */
function broughtBy(client: Client, requirement: Requirement, scheme: VersionScheme): readonly string[] {
  const { brings = [], observed } = client
  const version = requirement.kind === 'version' ? scheme.parse(requirement.text) : undefined
  const isBelow = (bound: string) => scheme.compare(version, scheme.parse(bound)) < 0
  const ranges =
    version === undefined
      ? observed
      : observed.filter(({ from, before }) => !(from && isBelow(from)) && !(before && !isBelow(before)))
  return brings.filter(name => ranges.every(range => (range.brings ?? brings).includes(name)))
}

function placeKey({ ecosystem, place }: Mention, name: string): string {
  return JSON.stringify([ecosystem, place.path, name])
}
