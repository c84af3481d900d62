/**
 * Which file answers what another one leaves open: a lockfile beside or above a manifest decides what its range means, a
 * parent, a catalog or a bill of materials gives the version that a child leaves out, and what merely repeats other files
 * is answered by any of them.
 */

import { depth, folderName, isWithin, type VersionScheme } from '../ecosystems/ecosystem.ts'
import type { Dependency } from '../model.ts'
import type { Policy } from '../policy/policy.ts'
import { admits } from '../policy/span.ts'
import type { Member } from './extract.ts'
import { formatOf } from './formats.ts'
import type { Lineage } from './lineage.ts'

/**
 * The most dependencies that are asked for an answer. No lockfile holds one client in so many versions; what a hostile one
 * leaves unanswered stands for itself.
 */
const MOST_CANDIDATES = 1_000

/** As above, for a copy, which may be of any file: no project holds one client in so many different versions. */
const MOST_ORIGINALS = 100

/** Makes the function that finds what decides what a dependency of a scheme means; undefined where it stands for itself. */
export function answerFinder(
  dependencies: readonly Dependency[],
  policy: Policy,
  { members, lineage }: { readonly members: readonly Member[]; readonly lineage: Lineage }
): (asked: Dependency, scheme: VersionScheme) => Dependency | undefined {
  const overrules = overruling(dependencies, members)
  const candidatesOf = candidateFinder(dependencies, policy, lineage, overrules)
  return (asked, scheme) =>
    candidatesOf(asked).find(other => overrules(other, asked) || satisfies(other, asked, scheme))
}

/** The folder for which a dependency counts: what another file defines counts where it is used. */
export function folderOf(dependency: Dependency): string {
  const { usedAt, place } = dependency
  if (usedAt && usedAt.path !== place.path) return folderName(usedAt.path)
  return formatOf(dependency)?.folder?.(place.path) ?? folderName(place.path)
}

/** Whether the file of a dependency merely repeats what other files say. */
export function isCopy(dependency: Dependency): boolean {
  return formatOf(dependency)?.copies === true
}

/**
 * Makes the function that finds what may decide what a dependency means: of the files that may answer it the nearest
 * first, lockfiles before all. What is asked alike in one file is looked for once.
 */
function candidateFinder(
  dependencies: readonly Dependency[],
  policy: Policy,
  lineage: Lineage,
  overrules: (other: Dependency, asked: Dependency) => boolean
): (asked: Dependency) => readonly Dependency[] {
  /** The clients that a bill of materials states versions for; undefined for any other package. */
  const manages = ({ ecosystem, name }: Dependency) => policy.clientOf(ecosystem, name)?.manages
  const anyCopy = dependencies.some(isCopy)
  const answering = dependencies.filter(
    other =>
      other.requirement.kind !== 'none' && (anyCopy || other.overrides || formatOf(other)?.answers || manages(other))
  )
  const byName = groupBy(answering, nameKey)
  const managing = groupBy(answering.filter(manages), ({ ecosystem }) => ecosystem)
  const known = new Map<string, readonly Dependency[]>()
  return asked => {
    const key = JSON.stringify([nameKey(asked), asked.place.path, asked.format, asked.requirement.kind])
    const before = known.get(key)
    if (before) return before
    const managers = lineage.managersOf(asked.place.path)
    const distance = (other: Dependency) =>
      managers?.indexOf(other.place.path) ?? Math.abs(depth(folderOf(asked)) - depth(folderOf(other)))
    const isManaging = (other: Dependency) => manages(other)?.includes(asked.name) === true
    const billed = asked.requirement.kind === 'none' ? (managing.get(asked.ecosystem) ?? []).filter(isManaging) : []
    const found = [...(byName.get(nameKey(asked)) ?? []), ...billed]
      .filter(other => overrules(other, asked) || mayAnswer(other, asked, managers))
      .sort(
        (a, b) =>
          Number(isCopy(a)) - Number(isCopy(b)) ||
          Number(b.origin === 'lockfile') - Number(a.origin === 'lockfile') ||
          // What a bill of materials says counts where nothing else says it: Maven and Gradle agree in that.
          Number(isManaging(a)) - Number(isManaging(b)) ||
          // The file of a project overrides what its members say to one another.
          Number(formatOf(a)?.answers === undefined) - Number(formatOf(b)?.answers === undefined) ||
          distance(a) - distance(b) ||
          Number(b.direct === true) - Number(a.direct === true)
      )
    const nearest = isCopy(asked) ? distinct(found).slice(0, MOST_ORIGINALS) : found.slice(0, MOST_CANDIDATES)
    known.set(key, nearest)
    return nearest
  }
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

function mayAnswer(other: Dependency, asked: Dependency, managers: readonly string[] | undefined): boolean {
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
  if (managers) return managers.includes(other.place.path)
  const [answering, asking] = [folderOf(other), folderOf(asked)]
  return isWithin(asking, answering) || (formatOf(asked)?.central === true && isWithin(answering, asking))
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

/**
 * Makes the test whether one dependency holds for the project of the other, whatever that one says. A member overrides
 * another only where it does not itself override them, and the file of the project says nothing of the package.
 */
function overruling(
  dependencies: readonly Dependency[],
  members: readonly Member[]
): (other: Dependency, asked: Dependency) => boolean {
  const projectsOf = new Map<string, Set<string>>()
  for (const { ecosystem, project, folder } of members) {
    const key = JSON.stringify([ecosystem, folder])
    const projects = projectsOf.get(key)
    if (projects) projects.add(project)
    else projectsOf.set(key, new Set([project]))
  }
  const projectsAt = ({ ecosystem }: Dependency, folder: string) => projectsOf.get(JSON.stringify([ecosystem, folder]))
  const speaksForProject = (other: Dependency) => formatOf(other)?.answers !== undefined
  const spokenFor = new Set(
    dependencies
      .filter(other => other.origin === 'manifest' && speaksForProject(other))
      .map(other => projectKey(other, folderOf(other)))
  )
  return (other, asked) => {
    if (other.overrides !== true || other.place.path === asked.place.path) return false
    const projects = projectsAt(asked, folderOf(asked)) ?? new Set()
    if (speaksForProject(other)) {
      return projects.has(folderOf(other)) && formatOf(other)?.answers?.includes(asked.format) === true
    }
    if (asked.overrides || asked.format !== other.format) return false
    const shared = [...(projectsAt(other, folderOf(other)) ?? [])].filter(project => projects.has(project))
    return shared.some(project => !spokenFor.has(projectKey(asked, project)))
  }
}

function projectKey(dependency: Dependency, project: string): string {
  return JSON.stringify([nameKey(dependency), project])
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

function nameKey({ ecosystem, name }: Dependency): string {
  return `${ecosystem} ${name}`
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
