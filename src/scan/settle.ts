/**
 * Which dependency answers which: a lockfile beside or above a manifest decides what its range means, a parent or catalog
 * gives the version that a child leaves out, a bill of materials repeats what other files say, a client makes the packages
 * of its release that carry no loader moot, and those that bring it in.
 */

import { depth, folderName, isWithin, type VersionScheme } from '../ecosystems/ecosystem.ts'
import { ecosystemOf } from '../ecosystems/index.ts'
import {
  comparePlaces,
  type Dependency,
  type Finding,
  type MinimumMode,
  type Place,
  type Requirement
} from '../model.ts'
import type { Client } from '../policy/client.ts'
import { clientOf } from '../policy/clients/index.ts'
import { judge, levelOf } from '../policy/judge.ts'
import { admits } from '../policy/span.ts'
import type { Followed } from './follow.ts'
import { formatOf } from './formats.ts'
import { fixedThrough } from './through.ts'

/** Which manifests there are, whether they name a client or not. */
export interface Manifests {
  has(manifest: { readonly ecosystem: string; readonly format: string; readonly folder: string }): boolean
}

/**
 * The most dependencies that are asked for an answer. No lockfile holds one client in so many versions; what a hostile one
 * leaves unanswered stands for itself.
 */
const MOST_CANDIDATES = 1_000

/** As above, for a copy, which may be of any file: no project holds one client in so many different versions. */
const MOST_ORIGINALS = 100

/** Settles and judges every dependency; one finding each, in the same order. `manifests` are all in the workspace. */
export async function settleAndJudge(
  { dependencies, definedBy }: Followed,
  manifests: Manifests,
  minimum: MinimumMode
): Promise<Finding[]> {
  const schemes = new Map<string, VersionScheme>()
  for (const id of new Set(dependencies.map(dependency => dependency.ecosystem))) {
    const scheme = await ecosystemOf(id)?.versions()
    if (scheme) schemes.set(id, remembering(scheme))
  }
  const candidatesOf = candidateFinder(dependencies)
  const firstInFile = new Map<string, Dependency>()
  for (const dependency of dependencies) {
    const key = placeKey(dependency, dependency.name)
    if (!firstInFile.has(key)) firstInFile.set(key, dependency)
  }
  const declaredAt = new Map<Dependency, Place[]>()
  const asked = new Set<Dependency>()

  const settled = dependencies.map(dependency => {
    const scheme = schemes.get(dependency.ecosystem) as VersionScheme
    const answer = candidatesOf(dependency).find(other => satisfies(other, dependency, scheme))
    const by = answer ?? definedBy.get(dependency) ?? principalOf(dependency, firstInFile, scheme)
    // A copy is no line that anybody edits.
    if (by && by.name === dependency.name && !isCopy(dependency)) {
      const places = declaredAt.get(by)
      if (places) places.push(dependency.place)
      else declaredAt.set(by, [dependency.place])
      if (asks(dependency)) asked.add(by)
    }
    return { dependency, scheme, by }
  })
  return withoutIdlePlatforms(settled).map(({ dependency: found, scheme, by }) => {
    const dependency = withManifest(found, asked.has(found), manifests)
    const declared = declaredAt.get(found) ?? []
    const own = judge(dependency, scheme, { minimum, upgrade: upgradeOf(dependency, declared) })
    const verdict = fixedThrough(own, dependency, scheme, minimum)
    const why = whyOf(dependency)
    return {
      dependency,
      verdict,
      level: levelOf(verdict, minimum),
      ...(by ? { settledBy: by.place } : {}),
      declaredAt: declared,
      ...(why === undefined ? {} : { why })
    }
  })
}

/** Leaves out each platform that no client gets its version from: it says nothing of any client. */
function withoutIdlePlatforms<Settled extends { readonly dependency: Dependency; readonly by: Dependency | undefined }>(
  settled: readonly Settled[]
): readonly Settled[] {
  const isPlatform = ({ ecosystem, name }: Dependency) => clientOf(ecosystem, name)?.platform === true
  const settledBy = new Map(settled.map(({ dependency, by }) => [dependency, by]))
  const atWork = new Set<Dependency>()
  for (const { dependency, by } of settled) {
    // A platform may have its version from a property in its turn.
    let answer = isPlatform(dependency) ? undefined : by
    for (; answer && !atWork.has(answer); answer = settledBy.get(answer)) atWork.add(answer)
  }
  return settled.filter(({ dependency }) => !isPlatform(dependency) || atWork.has(dependency))
}

/** `Map.groupBy`, which Node 20 lacks. */
function groupBy(
  dependencies: readonly Dependency[],
  key: (dependency: Dependency) => string
): Map<string, Dependency[]> {
  const groups = new Map<string, Dependency[]>()
  for (const dependency of dependencies) {
    const group = groups.get(key(dependency))
    if (group) group.push(dependency)
    else groups.set(key(dependency), [dependency])
  }
  return groups
}

/** The same scheme, reading each version once: one is held against many. */
function remembering(scheme: VersionScheme): VersionScheme {
  const known = new Map<string, unknown>()
  const parse = (text: string) => {
    if (!known.has(text)) known.set(text, scheme.parse(text))
    return known.get(text)
  }
  return { ...scheme, parse }
}

function placeKey({ ecosystem, place }: Dependency, name: string): string {
  return JSON.stringify([ecosystem, place.path, name])
}

function nameKey({ ecosystem, name }: Dependency): string {
  return `${ecosystem} ${name}`
}

/**
 * Makes the function that finds what may decide what a dependency means: of the files that may answer it the nearest
 * first, lockfiles before all. What is asked alike in one file is looked for once.
 */
function candidateFinder(dependencies: readonly Dependency[]): (asked: Dependency) => readonly Dependency[] {
  const anyCopy = dependencies.some(isCopy)
  const answering = dependencies.filter(
    other => other.requirement.kind !== 'none' && (anyCopy || formatOf(other)?.answers || manages(other))
  )
  const byName = groupBy(answering, nameKey)
  const managers = groupBy(answering.filter(manages), ({ ecosystem }) => ecosystem)
  const known = new Map<string, readonly Dependency[]>()
  return asked => {
    const key = JSON.stringify([nameKey(asked), asked.place.path, asked.format, asked.requirement.kind])
    const before = known.get(key)
    if (before) return before
    const distance = (other: Dependency) => Math.abs(depth(folderOf(asked)) - depth(folderOf(other)))
    const isManaging = (other: Dependency) => manages(other)?.includes(asked.name) === true
    const billed = asked.requirement.kind === 'none' ? (managers.get(asked.ecosystem) ?? []).filter(isManaging) : []
    const found = [...(byName.get(nameKey(asked)) ?? []), ...billed]
      .filter(other => mayAnswer(other, asked))
      .sort(
        (a, b) =>
          Number(isCopy(a)) - Number(isCopy(b)) ||
          Number(b.origin === 'lockfile') - Number(a.origin === 'lockfile') ||
          // What a bill of materials says counts where nothing else says it: Maven and Gradle agree in that.
          Number(isManaging(a)) - Number(isManaging(b)) ||
          distance(a) - distance(b) ||
          Number(b.direct === true) - Number(a.direct === true)
      )
    const nearest = isCopy(asked) ? distinct(found).slice(0, MOST_ORIGINALS) : found.slice(0, MOST_CANDIDATES)
    known.set(key, nearest)
    return nearest
  }
}

/** The clients that a bill of materials states versions for; undefined for any other package. */
function manages({ ecosystem, name }: Dependency): readonly string[] | undefined {
  return clientOf(ecosystem, name)?.manages
}

/** The first of those that say the same. */
function distinct(dependencies: readonly Dependency[]): Dependency[] {
  const bySaying = new Map<string, Dependency>()
  for (const dependency of dependencies) {
    const saying = JSON.stringify(dependency.requirement)
    if (!bySaying.has(saying)) bySaying.set(saying, dependency)
  }
  return [...bySaying.values()]
}

function mayAnswer(other: Dependency, asked: Dependency): boolean {
  if (other.requirement.kind === 'none') return false
  // A bill of materials also answers what stands beside it.
  if (other.place.path === asked.place.path) return other.name !== asked.name
  if (isCopy(asked)) return isOriginal(other, asked)
  // What another file defines answers those that refer to it, and nothing else.
  if (other.usedAt && other.usedAt.path !== other.place.path) return false
  // Between manifests only what is left open is answered; what is not open too, where a central file pins its version.
  const pinned =
    formatOf(other)?.central === true && other.requirement.kind === 'version' && asked.requirement.kind !== 'source'
  if (other.origin === 'manifest' && asked.requirement.kind !== 'none' && !pinned) return false
  if (!formatOf(other)?.answers?.includes(asked.format)) return false
  const [answering, asking] = [folderOf(other), folderOf(asked)]
  return isWithin(asking, answering) || (formatOf(asked)?.central === true && isWithin(answering, asking))
}

function isCopy(dependency: Dependency): boolean {
  return formatOf(dependency)?.copies === true
}

/** Of several copies in one folder the first stands for all, if nothing else does. */
function isOriginal(other: Dependency, copy: Dependency): boolean {
  return !isCopy(other) || (folderOf(other) === folderOf(copy) && other.place.path < copy.place.path)
}

/** Whether a copy says what the other says: in the same words, or the version of a file that is none. */
function repeats(copy: Dependency, other: Dependency, scheme: VersionScheme): boolean {
  const [said, original] = [copy.requirement, other.requirement]
  if (said.kind === 'none') return true
  if (original.kind === said.kind && original.text === said.text) return true
  if (isCopy(other) || original.kind !== 'version' || said.kind === 'source') return false
  return isVersionOf(original.text, said, scheme) ?? false
}

/** Whether the answer fits the question: a lockfile that the manifest has outgrown answers nothing. */
function satisfies(other: Dependency, asked: Dependency, scheme: VersionScheme): boolean {
  if (isCopy(asked)) return repeats(asked, other, scheme)
  if (other.requirement.kind !== 'version' || asked.requirement.kind === 'none' || asked.requirement.kind === 'source')
    return true
  if (other.replacement !== asked.replacement) return false
  // The name of a tag, such as kubernetes-1.13.0, is no version in the scheme and yet the same on both sides.
  if (other.requirement.text === asked.requirement.text) return true
  // A lockfile speaks for its own project, whatever the words of the manifest.
  return isVersionOf(other.requirement.text, asked.requirement, scheme) ?? true
}

/** Whether a version is the one or one of those that are asked for; undefined where the scheme knows no such words. */
function isVersionOf(
  version: string,
  asked: { readonly kind: 'version' | 'range'; readonly text: string },
  scheme: VersionScheme
): boolean | undefined {
  const locked = scheme.parse(version)
  if (locked === undefined) return false
  const wanted = asked.kind === 'version' ? scheme.parse(asked.text) : undefined
  if (wanted !== undefined) return scheme.compare(locked, wanted) === 0
  const span = scheme.span(asked.text)
  // A lockfile may hold a pre-release that the range alone would not let in: it was chosen all the same.
  return span && admits(scheme, { ...span, prereleases: true }, locked)
}

function principalOf(
  dependency: Dependency,
  firstInFile: ReadonlyMap<string, Dependency>,
  scheme: VersionScheme
): Dependency | undefined {
  const client = clientOf(dependency.ecosystem, dependency.name)
  if (!client) return undefined
  const names = [...(client.partOf ?? []), ...broughtBy(client, dependency.requirement, scheme)]
  const principals = names.flatMap(name => firstInFile.get(placeKey(dependency, name)) ?? [])
  return principals.sort((a, b) => comparePlaces(a.place, b.place))[0]
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

/** The folder for which a dependency counts: what another file defines counts where it is used. */
function folderOf(dependency: Dependency): string {
  const { usedAt, place } = dependency
  if (usedAt && usedAt.path !== place.path) return folderName(usedAt.path)
  return formatOf(dependency)?.folder?.(place.path) ?? folderName(place.path)
}

/**
 * Whether a manifest asks for the package. It may merely say which version others get: an override, a constraint, a line of
 * a file that states versions for others.
 */
function asks(dependency: Dependency): boolean {
  const { origin, direct, usedAt } = dependency
  if (origin !== 'manifest' || usedAt) return false
  return direct ?? formatOf(dependency)?.central !== true
}

/**
 * What a lockfile holds that does not say what is direct, with what its manifests know: what somebody asked for needs no
 * other reason to be there; what another package needs and the manifest beside it does not name is indirect.
 */
function withManifest(locked: Dependency, isAsked: boolean, manifests: Manifests): Dependency {
  if (locked.origin !== 'lockfile' || locked.direct !== undefined) return locked
  const { chain, ...dependency } = locked
  if (isAsked) return { ...dependency, direct: true }
  const isBeside = formatOf(locked)?.answers?.some(format =>
    manifests.has({ ...locked, format, folder: folderOf(locked) })
  )
  return chain && isBeside === true ? { ...locked, direct: false } : locked
}

/** Of a manifest only what it calls indirect was asked for by nobody; of a lockfile, whatever it does not call direct. */
function whyOf(dependency: Dependency): string | undefined {
  const { direct, chain, origin, name } = dependency
  if (chain || (direct ?? origin === 'manifest')) return undefined
  return formatOf(dependency)?.why?.(name)
}

function upgradeOf(dependency: Dependency, declaredAt: readonly Place[]): (version: string) => readonly string[] {
  const format = formatOf(dependency)
  const name = `${dependency.name}${dependency.build ?? ''}`
  const own = folderName(dependency.place.path)
  const beside = declaredAt.some(({ path }) => folderName(path) === own)
  const below = declaredAt.some(({ path }) => folderName(path) !== own)
  const present = declaredAt.length === 0 ? dependency : { ...dependency, asked: { beside, below } }
  return version => format?.upgrade(name, version, present) ?? []
}
