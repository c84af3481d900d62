/**
 * Which dependencies may answer another one: whose file may, and which of them is the nearest. A repository may have
 * thousands of files that name one client, so that none is held against all others.
 */

import { pinsVersions, settledFormats } from '../ecosystems/file-format.ts'
import type { Dependency } from '../model/dependency.ts'
import { depth, folderName, foldersAbove, isWithin } from '../paths.ts'
import type { Policy } from '../policy/policy.ts'
import { formatOf } from './formats.ts'
import type { Lineage } from './lineage.ts'

/**
 * The most dependencies that are asked for an answer. No project holds one client in so many versions; what a hostile one
 * leaves unanswered stands for itself.
 */
export const MOST_CANDIDATES = 100

/** A dependency that may answer others. */
interface Answer {
  readonly dependency: Dependency
  readonly folder: string
  readonly depth: number
  /** The clients that it states versions for, being a bill of materials. */
  readonly manages: readonly string[]
}

/** A dependency that is to be answered, and the folder for which it counts. */
interface Question {
  readonly asked: Dependency
  readonly folder: string
}

/** The folder for which a dependency counts: what another file defines counts where it is used. */
export function folderOf(dependency: Dependency): string {
  const { usedAt, place } = dependency
  if (usedAt && usedAt.path !== place.path) return folderName(usedAt.path)
  return formatOf(dependency)?.folder?.(place.path) ?? folderName(place.path)
}

/** Whether the file of a dependency merely repeats what other files say. */
export function isCopy(dependency: Dependency): boolean {
  return formatOf(dependency)?.role.kind === 'inventory'
}

/**
 * Makes the function that finds what may decide what a dependency means: of the files that may answer it the nearest
 * first, lockfiles before all. What is asked alike in one file is looked for once.
 */
export function candidateFinder(
  dependencies: readonly Dependency[],
  policy: Policy,
  lineage: Lineage
): (asked: Dependency) => readonly Dependency[] {
  const all = dependencies.filter(({ requirement }) => requirement.kind !== 'none').map(answerFrom)
  const [copies, originals] = [all.filter(inCopy), all.filter(answer => !inCopy(answer))]
  const byName = groupBy(originals, ({ dependency }) => nameKey(dependency))
  const copiesByFolder = groupBy(copies, ({ dependency, folder }) => JSON.stringify([nameKey(dependency), folder]))
  const managers = originals.filter(({ manages }) => manages.length > 0)
  const managersByEcosystem = groupBy(managers, ({ dependency }) => dependency.ecosystem)
  const managersByFile = groupBy(managers, ({ dependency }) => dependency.place.path)

  const answersOf = remembered(({ asked, folder }: Question) =>
    isCopy(asked) ? saidBefore(asked, folder) : nearest(asked, folder)
  )
  const byPlaceOf = remembered(({ asked }: Question) => {
    const found = poolOf(asked).filter(({ dependency }) => mayAnswer(dependency, asked))
    found.sort(byRank(asked.name, answer => answer.depth))
    return {
      byFolder: groupBy(found, ({ folder }) => folder),
      byFile: groupBy(found, ({ dependency }) => dependency.place.path)
    }
  })
  const originalsOf = remembered(({ asked, folder }: Question) =>
    distinct(poolOf(asked).sort(byRank(asked.name, levelsFrom(folder)))).slice(0, MOST_CANDIDATES)
  )
  const copiesIn = remembered(({ asked, folder }: Question) =>
    distinct(copiesByFolder.get(JSON.stringify([nameKey(asked), folder])) ?? []).slice(0, MOST_CANDIDATES)
  )
  return asked => {
    const folder = folderOf(asked)
    return answersOf([nameKey(asked), asked.place.path, asked.format, asked.requirement.kind, folder], {
      asked,
      folder
    })
  }

  function answerFrom(dependency: Dependency): Answer {
    const folder = folderOf(dependency)
    const manages = policy.clientOf(dependency.ecosystem, dependency.name)?.manages ?? []
    return { dependency, folder, depth: depth(folder), manages }
  }

  /** What of all files names the package, or states a version for it where it names none. */
  function poolOf(asked: Dependency): Answer[] {
    const billed = asked.requirement.kind === 'none' ? (managersByEcosystem.get(asked.ecosystem) ?? []) : []
    return [...(byName.get(nameKey(asked)) ?? []), ...billed.filter(answer => states(answer, asked))]
  }

  function nearest(asked: Dependency, folder: string): readonly Dependency[] {
    const { byFolder, byFile } = byPlaceOf([nameKey(asked), asked.format, asked.requirement.kind], { asked, folder })
    const managers = lineage.managersOf(asked.place.path)
    const isCentral = pinsVersions(formatOf(asked))
    const below = isCentral ? [...byFolder.keys()].filter(other => other !== folder && isWithin(other, folder)) : []
    const groups = managers
      ? managers.map(path => byFile.get(path))
      : [...foldersAbove(folder), ...below].map(other => byFolder.get(other))
    const found = groups.flatMap(group => group?.slice(0, MOST_CANDIDATES) ?? [])
    // A bill of materials also answers what stands beside it.
    const isOpen = asked.requirement.kind === 'none'
    const beside = isOpen ? (managersByFile.get(asked.place.path) ?? []).filter(answer => states(answer, asked)) : []
    const others = found.filter(({ dependency }) => dependency.place.path !== asked.place.path)
    const distance = managers ? ({ dependency }: Answer) => managers.indexOf(dependency.place.path) : levelsFrom(folder)
    const sorted = [...beside, ...others].sort(byRank(asked.name, distance))
    return sorted.slice(0, MOST_CANDIDATES).map(({ dependency }) => dependency)
  }

  /** What a copy may repeat: files that are none, then the first of several copies in one folder. */
  function saidBefore(asked: Dependency, folder: string): readonly Dependency[] {
    const key = [nameKey(asked), asked.requirement.kind]
    const first = copiesIn([nameKey(asked), folder], { asked, folder })
    return [
      ...originalsOf([...key, depth(folder)], { asked, folder }).filter(
        ({ dependency }) => dependency.place.path !== asked.place.path
      ),
      ...first.filter(({ dependency }) => dependency.place.path < asked.place.path)
    ].map(({ dependency }) => dependency)
  }
}

/** Whether the file of one may answer the other's, wherever both lie. */
function mayAnswer(other: Dependency, asked: Dependency): boolean {
  const format = formatOf(other)
  if (!format || !settledFormats(format).some(({ name }) => name === asked.format)) return false
  // What another file defines answers those that refer to it, and nothing else.
  if (other.usedAt && other.usedAt.path !== other.place.path) return false
  // Between manifests only what is left open is answered; what is not open too, where a central file pins its version.
  if (other.origin === 'lockfile' || asked.requirement.kind === 'none') return true
  return pinsVersions(format) && other.requirement.kind === 'version' && asked.requirement.kind !== 'source'
}

function states({ dependency, manages }: Answer, asked: Dependency): boolean {
  return dependency.ecosystem === asked.ecosystem && dependency.name !== asked.name && manages.includes(asked.name)
}

function inCopy({ dependency }: Answer): boolean {
  return isCopy(dependency)
}

/** Lockfiles first; what a bill of materials says counts where nothing else says it: Maven and Gradle agree in that. */
function byRank(name: string, distance: (answer: Answer) => number): (a: Answer, b: Answer) => number {
  const rank = ({ dependency }: Answer) =>
    (dependency.origin === 'lockfile' ? 0 : 2) + (dependency.name === name ? 0 : 1)
  return (a, b) =>
    rank(a) - rank(b) ||
    distance(a) - distance(b) ||
    Number(b.dependency.direct === true) - Number(a.dependency.direct === true)
}

/** How many levels of folders lie between one folder and that of an answer. */
function levelsFrom(folder: string): (answer: Answer) => number {
  const level = depth(folder)
  return answer => Math.abs(level - answer.depth)
}

/** The first of those that say the same. */
function distinct(answers: readonly Answer[]): Answer[] {
  const bySaying = new Map<string, Answer>()
  for (const answer of answers) {
    const saying = JSON.stringify(answer.dependency.requirement)
    if (!bySaying.has(saying)) bySaying.set(saying, answer)
  }
  return [...bySaying.values()]
}

/** The same function, asked once for each key. */
function remembered<Result>(
  find: (question: Question) => Result
): (key: readonly unknown[], question: Question) => Result {
  const known = new Map<string, Result>()
  return (parts, question) => {
    const key = JSON.stringify(parts)
    const before = known.get(key)
    if (before !== undefined) return before
    const result = find(question)
    known.set(key, result)
    return result
  }
}

/** What a package is called in all ecosystems together. */
export function nameKey({ ecosystem, name }: Dependency): string {
  return `${ecosystem} ${name}`
}

/** `Map.groupBy`, which Node 20 lacks. */
function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
