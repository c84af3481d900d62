/** The detectors of a run: one for each format of each ecosystem, and one for each kind of file that may hold a hazard. */

import type { Ecosystem } from '../ecosystems/ecosystem.ts'
import { fileNameIndex } from '../ecosystems/file-names.ts'
import { ecosystems } from '../ecosystems/index.ts'
import type { HazardCatalogue } from '../hazards/hazard.ts'
import { handledBy, namesOf } from '../policy/client.ts'
import type { Policy } from '../policy/policy.ts'
import { polyglotFormats } from '../polyglot/index.ts'
import { formatDetectors, type Watch } from './dependencies/extract.ts'
import type { Detector } from './detector.ts'
import { hazardDetectors } from './hazards.ts'
import { prefilter } from './prefilter.ts'

/** Returns the detectors of a path: the first matching one of each family. */
type DetectorFinder = (path: string) => readonly Detector[]

/** Making one takes longer than a scan of a few files: base and head, and the repositories of a fleet, share it. */
const finders = new WeakMap<Policy, WeakMap<HazardCatalogue, DetectorFinder>>()

/** The function that returns the detectors of a path under a policy. */
export function detectorFinder(policy: Policy, hazards: HazardCatalogue): DetectorFinder {
  const known = finders.get(policy) ?? new WeakMap<HazardCatalogue, DetectorFinder>()
  finders.set(policy, known)
  const finder = known.get(hazards) ?? makeFinder(policy, hazards)
  known.set(hazards, finder)
  return finder
}

function makeFinder(policy: Policy, hazards: HazardCatalogue): DetectorFinder {
  const detectors: Detector[] = [
    ...ecosystems.flatMap(ecosystem => formatDetectors(ecosystem.id, ecosystem.formats, watchFor([ecosystem], policy))),
    ...formatDetectors('', polyglotFormats, watchFor(ecosystems, policy)),
    ...hazardDetectors(hazards)
  ]
  const matching = fileNameIndex(detectors)
  return path => {
    const families = new Set<string>()
    return matching(path).filter(detector => {
      const isFirst = !families.has(detector.family)
      families.add(detector.family)
      return isFirst
    })
  }
}

/** The clients of the policy to look for in the files of some ecosystems. */
function watchFor(watched: readonly Ecosystem[], policy: Policy): Watch {
  const names = new Map(
    watched.map(ecosystem => [ecosystem.id, { ecosystem, clients: clientNames(ecosystem, policy) }])
  )
  const needles = [...names.values()].flatMap(({ ecosystem, clients }) => [
    ...Array.from(clients.keys(), name => ecosystem.needle(name)),
    ...policy.words(ecosystem.id)
  ])
  const handled = new Set(
    watched.flatMap(({ id }) => policy.clientsOf(id).flatMap(client => handledBy(client).map(name => `${id} ${name}`)))
  )
  return {
    clientNamed: (id, name) =>
      id === '' ? firstOf(names.keys(), each => clientNamed(each, name)) : clientNamed(id, name),
    programNamed: (id, name) =>
      policy.words(id).length === 0
        ? undefined
        : policy.clientOf(id, names.get(id)?.ecosystem.canonicalName(name) ?? '')?.name,
    isHandled: ({ ecosystem, name }) => handled.has(`${ecosystem} ${name}`),
    mentions: prefilter(needles)
  }

  function clientNamed(id: string, name: string): string | undefined {
    const { clients, ecosystem } = names.get(id) ?? {}
    const wanted = ecosystem?.canonicalName(name) ?? ''
    const known = clients?.get(wanted)
    if (known !== undefined || !ecosystem?.namesBehind) return known
    return firstOf(ecosystem.namesBehind(wanted), other => clients?.get(other))
  }
}

/** The first value that is defined. */
function firstOf<Item>(items: Iterable<Item>, find: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const value = find(item)
    if (value !== undefined) return value
  }
  return undefined
}

/** Maps canonical names to the spelling of the policy. */
function clientNames({ id, canonicalName }: Ecosystem, policy: Policy): ReadonlyMap<string, string> {
  return new Map(
    policy.clientsOf(id).flatMap(client => namesOf(client).map(other => [canonicalName(other), client.name]))
  )
}
