/**
 * Which package of one file settles another, because it has the token loader that the other one uses: the client of whose release
 * that one is a part, the client that it brings in, or the package that handles the token for it.
 */

import { groupBy } from '../../collections.ts'
import type { VersionScheme } from '../../ecosystems/version-scheme.ts'
import type { Requirement } from '../../model/dependency.ts'
import { comparePlaces } from '../../model/place.ts'
import type { Client, ObservedRange } from '../../policy/client.ts'
import type { Policy } from '../../policy/policy.ts'
import { meets, versionsIn } from '../../policy/span.ts'
import type { Mention } from './mention.ts'
import { MOST_SETTLERS } from './settlers.ts'

/** Finds what settles a dependency in its file; undefined where nothing does. */
type Finder = (dependency: Mention, scheme: VersionScheme) => Mention | undefined

/** The two ways in which a package of the same file settles another one. */
export interface LoaderPackages {
  /** The client whose loader a package without one uses; the first in the file if there are several. */
  readonly loaderOf: Finder
  /** The package that handles the token for a client that no other package requires. */
  readonly handlerOf: Finder
}

/** Looks for packages in the files of some dependencies. */
export function loaderPackagesOf(dependencies: readonly Mention[], policy: Policy): LoaderPackages {
  const inFile = groupBy(dependencies, dependency => placeKey(dependency, dependency.name))
  const namedIn = (dependency: Mention, name: string) =>
    (inFile.get(placeKey(dependency, name)) ?? []).slice(0, MOST_SETTLERS)
  const clientOf = ({ ecosystem, name }: Mention) => policy.clientOf(ecosystem, name)
  return {
    loaderOf: (dependency, scheme) => {
      const client = clientOf(dependency)
      if (!client) return undefined
      const names = [...(client.partOf ?? []), ...broughtBy(client, dependency.requirement, scheme)]
      const found = names.flatMap(
        name => namedIn(dependency, name).find(other => bringsIt(dependency, other, scheme)) ?? []
      )
      return found.sort((a, b) => comparePlaces(a.place, b.place))[0]
    },
    handlerOf: (dependency, scheme) => {
      const { requiredBy = [] } = dependency
      const handlers = requiredBy.map(name =>
        namedIn(dependency, name).find(other => handledBy(other, scheme).includes(dependency.name))
      )
      return handlers.includes(undefined) ? undefined : handlers[0]
    }
  }

  /** Whether a package brings in a client in the version that the file has. */
  function bringsIt(dependency: Mention, other: Mention, scheme: VersionScheme): boolean {
    if (clientOf(dependency)?.bringsOwnVersion !== true) return true
    const [own, others] = [dependency, other].map(({ requirement }) => requirement)
    if (!(own && 'text' in own && others && 'text' in others)) return true
    const [wanted, present] = [scheme.span(own.text), versionsIn(scheme, others.text)]
    return !(wanted && present) || present.intervals.some(interval => meets(scheme, wanted, interval))
  }

  function handledBy(dependency: Mention, scheme: VersionScheme): readonly string[] {
    const client = clientOf(dependency)
    const { requirement } = dependency
    if (!client || requirement.kind !== 'version') return []
    const ranges = rangesAt(client, requirement, scheme)
    return (client.handles ?? []).concat(ranges.flatMap(range => range.handles ?? []))
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
  const { brings = [] } = client
  const ranges = rangesAt(client, requirement, scheme)
  return brings.filter(name => ranges.every(range => (range.brings ?? brings).includes(name)))
}

/** The range of a version; all of them for any other requirement. */
function rangesAt({ observed }: Client, requirement: Requirement, scheme: VersionScheme): readonly ObservedRange[] {
  const version = requirement.kind === 'version' ? scheme.parse(requirement.text) : undefined
  if (version === undefined) return observed
  const isBelow = (bound: string) => scheme.compare(version, scheme.parse(bound)) < 0
  return observed.filter(({ from, before }) => !(from && isBelow(from)) && !(before && !isBelow(before)))
}

function placeKey({ ecosystem, place }: Mention, name: string): string {
  return JSON.stringify([ecosystem, place.path, name])
}
