/**
 * The client whose token loader a package uses: the client of the same release, or the client of which the package is a
 * parent. A platform, a bill of materials for many packages, counts only if a client gets its version from it.
 */

import type { VersionScheme } from '../../ecosystems/version-scheme.ts'
import type { Requirement } from '../../model/dependency.ts'
import { comparePlaces } from '../../model/place.ts'
import type { Client } from '../../policy/client.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Mention } from './mention.ts'

/** Makes the function that finds the loader package of a dependency: the first one in the same file. */
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

/** Removes the platforms from which no client gets its version. `by` is the mention that settles a dependency. */
export function withoutIdlePlatforms<Item extends { readonly dependency: Mention; readonly by: Mention | undefined }>(
  settled: readonly Item[],
  policy: Policy
): readonly Item[] {
  const isPlatform = ({ ecosystem, name }: Mention) => policy.clientOf(ecosystem, name)?.platform === true
  const settledBy = new Map(settled.map(({ dependency, by }) => [dependency, by]))
  const atWork = new Set<Mention>()
  for (const { dependency, by } of settled) {
    // A platform may get its own version from a property.
    let settler = isPlatform(dependency) ? undefined : by
    for (; settler && !atWork.has(settler); settler = settledBy.get(settler)) atWork.add(settler)
  }
  return settled.filter(({ dependency }) => !isPlatform(dependency) || atWork.has(dependency))
}

/** The clients that every possible release of a package brings. */
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
