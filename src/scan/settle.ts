/**
 * Which dependency answers which: a lockfile beside or above a manifest decides what its range means, a parent or catalog
 * gives the version that a child leaves out, a client makes the packages of its release that carry no loader moot.
 */

import { type FileFormat, folderName, type VersionScheme } from '../ecosystems/ecosystem.ts'
import { ecosystemOf } from '../ecosystems/index.ts'
import type { Dependency, Finding, MinimumMode, Place } from '../model.ts'
import { clientOf } from '../policy/clients/index.ts'
import { judge, levelOf } from '../policy/judge.ts'
import { admits } from '../policy/span.ts'

/** Settles and judges every dependency; one finding each, in the same order. */
export async function settleAndJudge(dependencies: readonly Dependency[], minimum: MinimumMode): Promise<Finding[]> {
  const schemes = new Map<string, VersionScheme>()
  for (const id of new Set(dependencies.map(dependency => dependency.ecosystem))) {
    const scheme = await ecosystemOf(id)?.versions()
    if (scheme) schemes.set(id, scheme)
  }
  const byName = groupBy(dependencies, nameKey)
  const byFile = groupBy(dependencies, dependency => dependency.place.path)
  const declaredAt = new Map<Dependency, Place[]>()

  const settled = dependencies.map(dependency => {
    const scheme = schemes.get(dependency.ecosystem) as VersionScheme
    const by = answerTo(dependency, byName.get(nameKey(dependency)) ?? [], scheme) ?? principalOf(dependency, byFile)
    if (by && by.name === dependency.name) declaredAt.set(by, [...(declaredAt.get(by) ?? []), dependency.place])
    return { dependency, scheme, by }
  })
  return settled.map(({ dependency, scheme, by }) => {
    const verdict = judge(dependency, scheme, { minimum, upgrade: upgradeOf(dependency) })
    return {
      dependency,
      verdict,
      level: levelOf(verdict, minimum),
      ...(by ? { settledBy: by.place } : {}),
      declaredAt: declaredAt.get(dependency) ?? []
    }
  })
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

function nameKey({ ecosystem, name }: Dependency): string {
  return `${ecosystem} ${name}`
}

/** The dependency that decides what this one means: of the files that may answer it the nearest, lockfiles first. */
function answerTo(asked: Dependency, sameName: readonly Dependency[], scheme: VersionScheme): Dependency | undefined {
  const candidates = sameName.filter(other => mayAnswer(other, asked))
  const distance = (other: Dependency) => Math.abs(depth(folderOf(asked)) - depth(folderOf(other)))
  candidates.sort(
    (a, b) =>
      Number(b.origin === 'lockfile') - Number(a.origin === 'lockfile') ||
      distance(a) - distance(b) ||
      Number(b.direct === true) - Number(a.direct === true)
  )
  return candidates.find(other => satisfies(other, asked, scheme))
}

function mayAnswer(other: Dependency, asked: Dependency): boolean {
  if (other.place.path === asked.place.path || other.requirement.kind === 'none') return false
  // Between manifests only what is left open is answered; a range too, where a central file pins one version of it.
  const pinned =
    formatOf(other)?.central === true && other.requirement.kind === 'version' && asked.requirement.kind === 'range'
  if (other.origin === 'manifest' && asked.requirement.kind !== 'none' && !pinned) return false
  if (!formatOf(other)?.answers?.includes(asked.format)) return false
  const [answering, asking] = [folderOf(other), folderOf(asked)]
  return isWithin(asking, answering) || (formatOf(asked)?.central === true && isWithin(answering, asking))
}

/** Whether the answer fits the question: a lockfile that the manifest has outgrown answers nothing. */
function satisfies(other: Dependency, asked: Dependency, scheme: VersionScheme): boolean {
  if (other.requirement.kind !== 'version' || asked.requirement.kind === 'none' || asked.requirement.kind === 'source')
    return true
  if (other.replacement !== asked.replacement) return false
  const locked = scheme.parse(other.requirement.text)
  if (locked === undefined) return false
  const wanted = asked.requirement.kind === 'version' ? scheme.parse(asked.requirement.text) : undefined
  if (wanted !== undefined) return scheme.compare(locked, wanted) === 0
  const span = scheme.span(asked.requirement.text)
  // A lockfile may hold a pre-release that the range alone would not let in: it was chosen all the same.
  return span === undefined || admits(scheme, { ...span, prereleases: true }, locked)
}

function principalOf(
  dependency: Dependency,
  byFile: ReadonlyMap<string, readonly Dependency[]>
): Dependency | undefined {
  const partOf = clientOf(dependency.ecosystem, dependency.name)?.partOf
  if (!partOf) return undefined
  return byFile
    .get(dependency.place.path)
    ?.find(other => other.ecosystem === dependency.ecosystem && partOf.includes(other.name))
}

function formatOf({ ecosystem, format }: Dependency): FileFormat | undefined {
  return ecosystemOf(ecosystem)?.formats.find(candidate => candidate.name === format)
}

function folderOf(dependency: Dependency): string {
  const { path } = dependency.place
  return formatOf(dependency)?.folder?.(path) ?? folderName(path)
}

function isWithin(folder: string, above: string): boolean {
  return above === '' || folder === above || folder.startsWith(`${above}/`)
}

function depth(folder: string): number {
  return folder === '' ? 0 : folder.split('/').length
}

function upgradeOf(dependency: Dependency): (version: string) => readonly string[] {
  const format = formatOf(dependency)
  return version => format?.upgrade(dependency.name, version, dependency) ?? []
}
