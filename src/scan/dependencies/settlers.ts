/**
 * Which dependencies may answer another one: whose file may, and which of them is the nearest. A repository may have
 * thousands of files that name one client, so that none is held against all others.
 */

import { groupBy, memoised } from '../../collections.ts'
import { pinsVersions, settledFormats } from '../../ecosystems/file-format.ts'
import { depth, folderName, foldersAbove, isWithin } from '../../paths.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Inheritance } from './inheritance.ts'
import type { Mention } from './mention.ts'

/**
 * The most dependencies that are asked for an answer. No project holds one client in so many versions; what a hostile one
 * leaves unanswered stands for itself.
 */
export const MOST_SETTLERS = 100

/** A dependency that may answer others. */
interface Settler {
  readonly dependency: Mention
  readonly folder: string
  readonly depth: number
  /** The clients that it states versions for, being a bill of materials. */
  readonly manages: readonly string[]
}

/** A dependency that is to be answered, and the folder for which it counts. */
interface Query {
  readonly asked: Mention
  readonly folder: string
}

/** The folder for which a dependency counts: what another file defines counts where it is used. */
export function folderOf(dependency: Mention): string {
  const { usedAt, place } = dependency
  if (usedAt && usedAt.path !== place.path) return folderName(usedAt.path)
  return dependency.format.folder?.(place.path) ?? folderName(place.path)
}

/** Whether the file of a dependency merely repeats what other files say. */
export function isInventory(dependency: Mention): boolean {
  return dependency.format.role.kind === 'inventory'
}

/**
 * Makes the function that finds what may decide what a dependency means: of the files that may answer it the nearest
 * first, lockfiles before all. What is asked alike in one file is looked for once.
 */
export function settlerFinder(
  dependencies: readonly Mention[],
  policy: Policy,
  inheritance: Inheritance
): (asked: Mention) => readonly Mention[] {
  const all = dependencies.filter(({ requirement }) => requirement.kind !== 'none').map(settlerFrom)
  const [inventories, originals] = [all.filter(inInventory), all.filter(answer => !inInventory(answer))]
  const byName = groupBy(originals, ({ dependency }) => nameKey(dependency))
  const inventoriesByFolder = groupBy(inventories, ({ dependency, folder }) =>
    JSON.stringify([nameKey(dependency), folder])
  )
  const managers = originals.filter(({ manages }) => manages.length > 0)
  const managersByEcosystem = groupBy(managers, ({ dependency }) => dependency.ecosystem)
  const managersByFile = groupBy(managers, ({ dependency }) => dependency.place.path)

  const settlersOf = memoisedByKey(({ asked, folder }: Query) =>
    isInventory(asked) ? repeatedIn(asked, folder) : nearest(asked, folder)
  )
  const byPlaceOf = memoisedByKey(({ asked }: Query) => {
    const found = poolOf(asked).filter(({ dependency }) => maySettle(dependency, asked))
    found.sort(byRank(asked.name, answer => answer.depth))
    return {
      byFolder: groupBy(found, ({ folder }) => folder),
      byFile: groupBy(found, ({ dependency }) => dependency.place.path)
    }
  })
  const originalsOf = memoisedByKey(({ asked, folder }: Query) =>
    distinct(poolOf(asked).sort(byRank(asked.name, levelsFrom(folder)))).slice(0, MOST_SETTLERS)
  )
  const inventoriesIn = memoisedByKey(({ asked, folder }: Query) =>
    distinct(inventoriesByFolder.get(JSON.stringify([nameKey(asked), folder])) ?? []).slice(0, MOST_SETTLERS)
  )
  return asked => {
    const folder = folderOf(asked)
    return settlersOf([nameKey(asked), asked.place.path, asked.format.name, asked.requirement.kind, folder], {
      asked,
      folder
    })
  }

  function settlerFrom(dependency: Mention): Settler {
    const folder = folderOf(dependency)
    const manages = policy.clientOf(dependency.ecosystem, dependency.name)?.manages ?? []
    return { dependency, folder, depth: depth(folder), manages }
  }

  /** What of all files names the package, or states a version for it where it names none. */
  function poolOf(asked: Mention): Settler[] {
    const billed = asked.requirement.kind === 'none' ? (managersByEcosystem.get(asked.ecosystem) ?? []) : []
    return [...(byName.get(nameKey(asked)) ?? []), ...billed.filter(answer => states(answer, asked))]
  }

  function nearest(asked: Mention, folder: string): readonly Mention[] {
    const { byFolder, byFile } = byPlaceOf([nameKey(asked), asked.format.name, asked.requirement.kind], {
      asked,
      folder
    })
    const managers = inheritance.managersOf(asked.place.path)
    const isCentral = pinsVersions(asked.format)
    const below = isCentral ? [...byFolder.keys()].filter(other => other !== folder && isWithin(other, folder)) : []
    const groups = managers
      ? managers.map(path => byFile.get(path))
      : [...foldersAbove(folder), ...below].map(other => byFolder.get(other))
    const found = groups.flatMap(group => group?.slice(0, MOST_SETTLERS) ?? [])
    // A bill of materials also answers what stands beside it.
    const isOpen = asked.requirement.kind === 'none'
    const beside = isOpen ? (managersByFile.get(asked.place.path) ?? []).filter(answer => states(answer, asked)) : []
    const others = found.filter(({ dependency }) => dependency.place.path !== asked.place.path)
    const distance = managers
      ? ({ dependency }: Settler) => managers.indexOf(dependency.place.path)
      : levelsFrom(folder)
    const sorted = [...beside, ...others].sort(byRank(asked.name, distance))
    return sorted.slice(0, MOST_SETTLERS).map(({ dependency }) => dependency)
  }

  /** What a copy may repeat: files that are none, then the first of several copies in one folder. */
  function repeatedIn(asked: Mention, folder: string): readonly Mention[] {
    const key = [nameKey(asked), asked.requirement.kind]
    const first = inventoriesIn([nameKey(asked), folder], { asked, folder })
    return [
      ...originalsOf([...key, depth(folder)], { asked, folder }).filter(
        ({ dependency }) => dependency.place.path !== asked.place.path
      ),
      ...first.filter(({ dependency }) => dependency.place.path < asked.place.path)
    ].map(({ dependency }) => dependency)
  }
}

/** Whether the file of one may answer the other's, wherever both lie. */
function maySettle(other: Mention, asked: Mention): boolean {
  if (!settledFormats(other.format).includes(asked.format)) return false
  // What another file defines answers those that refer to it, and nothing else.
  if (other.usedAt && other.usedAt.path !== other.place.path) return false
  // Between manifests only what is left open is answered; what is not open too, where a central file pins its version.
  if (other.origin === 'lockfile' || asked.requirement.kind === 'none') return true
  return pinsVersions(other.format) && other.requirement.kind === 'version' && asked.requirement.kind !== 'source'
}

function states({ dependency, manages }: Settler, asked: Mention): boolean {
  return dependency.ecosystem === asked.ecosystem && dependency.name !== asked.name && manages.includes(asked.name)
}

function inInventory({ dependency }: Settler): boolean {
  return isInventory(dependency)
}

/** Lockfiles first; what a bill of materials says counts where nothing else says it: Maven and Gradle agree in that. */
function byRank(name: string, distance: (answer: Settler) => number): (a: Settler, b: Settler) => number {
  const rank = ({ dependency }: Settler) =>
    (dependency.origin === 'lockfile' ? 0 : 2) + (dependency.name === name ? 0 : 1)
  return (a, b) =>
    rank(a) - rank(b) ||
    distance(a) - distance(b) ||
    Number(b.dependency.direct === true) - Number(a.dependency.direct === true)
}

/** How many levels of folders lie between one folder and that of an answer. */
function levelsFrom(folder: string): (answer: Settler) => number {
  const level = depth(folder)
  return answer => Math.abs(level - answer.depth)
}

/** The first of those that say the same. */
function distinct(answers: readonly Settler[]): Settler[] {
  const bySaying = new Map<string, Settler>()
  for (const answer of answers) {
    const saying = JSON.stringify(answer.dependency.requirement)
    if (!bySaying.has(saying)) bySaying.set(saying, answer)
  }
  return [...bySaying.values()]
}

/** The same function, run once for each key. */
function memoisedByKey<Result>(find: (query: Query) => Result): (key: readonly unknown[], query: Query) => Result {
  const compute = memoised(
    ({ query }: Keyed) => find(query),
    ({ key }) => key
  )
  return (parts, query) => compute({ key: JSON.stringify(parts), query })
}

interface Keyed {
  readonly key: string
  readonly query: Query
}

/** What a package is called in all ecosystems together. */
export function nameKey({ ecosystem, name }: Mention): string {
  return `${ecosystem} ${name}`
}
