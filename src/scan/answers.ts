/**
 * Which file answers what another one leaves open: a lockfile beside or above a manifest decides what its range means, a
 * parent, a catalog or a bill of materials gives the version that a child leaves out, and what merely repeats other files
 * is answered by any of them.
 */

import type { VersionScheme } from '../ecosystems/version-scheme.ts'
import type { Dependency } from '../model/dependency.ts'
import type { Policy } from '../policy/policy.ts'
import { admits } from '../policy/span.ts'
import { candidateFinder, folderOf, isCopy, MOST_CANDIDATES, nameKey } from './candidates.ts'
import type { Member } from './extract.ts'
import { settlesOf } from './formats.ts'
import type { Lineage } from './lineage.ts'

/** Makes the function that finds what decides what a dependency of a scheme means; undefined where it stands for itself. */
export function answerFinder(
  dependencies: readonly Dependency[],
  policy: Policy,
  { members, lineage }: { readonly members: readonly Member[]; readonly lineage: Lineage }
): (asked: Dependency, scheme: VersionScheme) => Dependency | undefined {
  const overruling = overrulingFinder(dependencies, members)
  const candidatesOf = candidateFinder(dependencies, policy, lineage)
  return (asked, scheme) => overruling(asked) ?? candidatesOf(asked).find(other => satisfies(other, asked, scheme))
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
 * Makes the function that finds what holds for the project of a dependency, whatever that one says. A member overrides
 * another only where that one does not itself override the others, and the file of the project says nothing of the package.
 */
function overrulingFinder(
  dependencies: readonly Dependency[],
  members: readonly Member[]
): (asked: Dependency) => Dependency | undefined {
  if (members.length === 0) return () => undefined
  const projectsOf = new Map<string, Set<string>>()
  for (const { ecosystem, project, folder } of members) {
    const key = JSON.stringify([ecosystem, folder])
    const projects = projectsOf.get(key)
    if (projects) projects.add(project)
    else projectsOf.set(key, new Set([project]))
  }
  const projectsAt = (dependency: Dependency) =>
    projectsOf.get(JSON.stringify([dependency.ecosystem, folderOf(dependency)])) ?? []
  const spokenFor = new Set<string>()
  const byProject = new Map<string, Dependency[]>()
  const byMember = new Map<string, Dependency>()
  for (const other of dependencies) {
    const own = projectKey(other, folderOf(other))
    const speaksForProject = settlesOf(other).length > 0
    if (speaksForProject && other.origin === 'manifest') spokenFor.add(own)
    if (!other.overrides) continue
    if (speaksForProject) byProject.set(own, [...(byProject.get(own) ?? []).slice(0, MOST_CANDIDATES), other])
    else {
      // Go builds nothing where two members replace a package in two ways: the first stands for all.
      for (const project of projectsAt(other)) {
        const key = projectKey(other, project)
        if (!byMember.has(key)) byMember.set(key, other)
      }
    }
  }
  return asked => {
    for (const project of projectsAt(asked)) {
      const key = projectKey(asked, project)
      const files =
        byProject.get(key)?.filter(other => settlesOf(other).some(({ name }) => name === asked.format)) ?? []
      const file = files.find(({ origin }) => origin === 'lockfile') ?? files[0]
      if (file) return file
      const member = asked.overrides || spokenFor.has(key) ? undefined : byMember.get(key)
      if (member && member.format === asked.format && member.place.path !== asked.place.path) return member
    }
    return undefined
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
