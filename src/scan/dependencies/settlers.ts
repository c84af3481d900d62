/**
 * The mentions that may settle another one: those in files that may, nearest first. A repository may have thousands of
 * files with one client, so mentions are indexed and never compared pair by pair.
 */

import { groupBy, memoised } from '../../collections.ts'
import { isCompiledFrom, pinsVersions, settledFormats } from '../../ecosystems/file-format.ts'
import { depth, folderName, isWithin } from '../../paths.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Inheritance } from './inheritance.ts'
import type { Membership, Reach, SettlingFile } from './membership.ts'
import type { Mention } from './mention.ts'
import type { Projects } from './projects.ts'

/**
 * Maximum mentions that are tried as settlers. No real project has one client in so many versions. Beyond that number a
 * mention stays unsettled.
 */
export const MOST_SETTLERS = 100

/** A mention that may settle others. */
interface Settler {
  readonly dependency: Mention
  readonly folder: string
  readonly depth: number
  /** The clients whose versions it states, if it is a bill of materials. */
  readonly manages: readonly string[]
}

/** How the files of a workspace belong together. */
export interface Surroundings {
  readonly membership: Membership
  readonly inheritance: Inheritance
  readonly projects: Projects
}

/** A mention to settle, and the folder to which it applies. */
interface Query {
  readonly mention: Mention
  readonly folder: string
}

/** The folder to which a mention applies. A definition in another file applies to the folder of the place of use. */
export function folderOf(dependency: Mention): string {
  const { usedAt, place } = dependency
  if (usedAt && usedAt.path !== place.path) return folderName(usedAt.path)
  return dependency.format.folder?.(place.path) ?? folderName(place.path)
}

/** Whether the file of a mention repeats other files. */
export function isInventory(dependency: Mention): boolean {
  return dependency.format.role.kind === 'inventory'
}

/**
 * Makes the function that finds the mentions that may settle another one:
 * lockfiles first, then the nearest file. Memoised per file and package.
 */
export function settlerFinder(
  dependencies: readonly Mention[],
  policy: Policy,
  { membership, inheritance, projects }: Surroundings
): (mention: Mention) => readonly Mention[] {
  const all = dependencies.filter(({ requirement }) => requirement.kind !== 'none').map(settlerFrom)
  const [inventories, originals] = [all.filter(inInventory), all.filter(settler => !inInventory(settler))]
  const byName = groupBy(originals, ({ dependency }) => nameKey(dependency))
  const inventoriesByFolder = groupBy(inventories, ({ dependency, folder }) =>
    JSON.stringify([nameKey(dependency), folder])
  )
  const managers = originals.filter(({ manages }) => manages.length > 0)
  const managersByEcosystem = groupBy(managers, ({ dependency }) => dependency.ecosystem)
  const managersByFile = groupBy(managers, ({ dependency }) => dependency.place.path)

  const settlersOf = memoisedByKey(({ mention, folder }: Query) =>
    isInventory(mention) ? repeatedIn(mention, folder) : nearest(mention, folder)
  )
  const byPlaceOf = memoisedByKey(({ mention }: Query): Placed => {
    const found = poolOf(mention).filter(({ dependency }) => maySettle(dependency, mention))
    found.sort(byRank(mention.name, settler => settler.depth))
    const byFile = groupBy(found, ({ dependency }) => dependency.place.path)
    return { byFile, byFolder: groupBy(byFile.values(), ([{ folder }]) => folder) }
  })
  const originalsOf = memoisedByKey(({ mention, folder }: Query) =>
    distinct(poolOf(mention).sort(byRank(mention.name, levelsFrom(folder)))).slice(0, MOST_SETTLERS)
  )
  const inventoriesIn = memoisedByKey(({ mention, folder }: Query) =>
    distinct(inventoriesByFolder.get(JSON.stringify([nameKey(mention), folder])) ?? []).slice(0, MOST_SETTLERS)
  )
  return mention => {
    const folder = folderOf(mention)
    return settlersOf([nameKey(mention), mention.place.path, mention.format.name, mention.requirement.kind, folder], {
      mention,
      folder
    })
  }

  function settlerFrom(dependency: Mention): Settler {
    const folder = folderOf(dependency)
    const client = policy.clientOf(dependency.ecosystem, dependency.name)
    const manages = client?.manages ?? (dependency.imported ? client?.managesImported : undefined) ?? []
    return { dependency, folder, depth: depth(folder), manages }
  }

  /** The mentions of the package in all files, and bills of materials with its version if it has none. */
  function poolOf(mention: Mention): Settler[] {
    const billed = mention.requirement.kind === 'none' ? (managersByEcosystem.get(mention.ecosystem) ?? []) : []
    return [...(byName.get(nameKey(mention)) ?? []), ...billed.filter(settler => states(settler, mention))]
  }

  function nearest(mention: Mention, folder: string): readonly Mention[] {
    const placed = byPlaceOf([nameKey(mention), mention.format.name, mention.requirement.kind], {
      mention,
      folder
    })
    const managers = inheritance.managersOf(mention.place.path)
    const reach = membership.reachOf(mention, folder)
    const groups = managers
      ? managers.map(path => placed.byFile.get(path))
      : groupsIn(reach, placed, pinsVersions(mention.format))
    const found = groups.flatMap(group => group?.slice(0, MOST_SETTLERS) ?? [])
    // A bill of materials also settles requirements in its own file.
    const isOpen = mention.requirement.kind === 'none'
    const beside = isOpen
      ? (managersByFile.get(mention.place.path) ?? []).filter(settler => states(settler, mention))
      : []
    const others = found.filter(({ dependency: { place } }) => {
      return place.path !== mention.place.path && !projects.isApart(mention.place.path, place.path)
    })
    const indexes = managers && new Map(managers.map((path, index) => [path, index]))
    const levels = levelsFrom(folder)
    const distance = indexes
      ? ({ dependency }: Settler) => indexes.get(dependency.place.path) ?? -1
      : (settler: Settler) => (reach.isOfWorkspace(fileOf(settler)) ? -1 : levels(settler))
    const sorted = [...beside, ...others].sort(byRank(mention.name, distance))
    return sorted.slice(0, MOST_SETTLERS).map(({ dependency }) => dependency)
  }

  /** An inventory is settled by a manifest or lockfile, or else by the first inventory in its folder. */
  function repeatedIn(mention: Mention, folder: string): readonly Mention[] {
    const key = [nameKey(mention), mention.requirement.kind]
    const first = inventoriesIn([nameKey(mention), folder], { mention, folder })
    return [
      ...originalsOf([...key, depth(folder)], { mention, folder }).filter(
        ({ dependency }) => dependency.place.path !== mention.place.path
      ),
      ...first.filter(({ dependency }) => dependency.place.path < mention.place.path)
    ].map(({ dependency }) => dependency)
  }
}

/** Settlers by their files, and those files by the folders to which they apply. */
interface Placed {
  readonly byFile: ReadonlyMap<string, readonly [Settler, ...Settler[]]>
  readonly byFolder: ReadonlyMap<string, readonly (readonly [Settler, ...Settler[]])[]>
}

/** The settlers in the files of the projects that a mention belongs to, and in those below a file that pins versions. */
function groupsIn(
  { folders: [own = '', ...others], files, includes }: Reach,
  { byFile, byFolder }: Placed,
  isPinning: boolean
): readonly (readonly Settler[] | undefined)[] {
  const below = isPinning ? [...byFolder.keys()].filter(other => other !== own && isWithin(other, own)) : []
  const near = [own, ...others].flatMap(other => byFolder.get(other) ?? []).filter(([first]) => includes(fileOf(first)))
  const seen = new Set(near.map(([{ dependency }]) => dependency.place.path))
  const elsewhere = files.filter(path => !seen.has(path))
  return [...near, ...elsewhere.map(path => byFile.get(path)), ...below.flatMap(other => byFolder.get(other) ?? [])]
}

function fileOf({ dependency, folder }: Settler): SettlingFile {
  return { format: dependency.format, path: dependency.place.path, folder }
}

/** Whether the format of one mention may settle the other, regardless of their folders. */
function maySettle(other: Mention, mention: Mention): boolean {
  const isSettled = settledFormats(other.format).includes(mention.format)
  if (!isSettled && !isCompiledFrom(other.format, mention.format)) return false
  // A definition in another file settles only its references.
  if (other.usedAt && other.usedAt.path !== other.place.path) return false
  // Between manifests only a requirement without a version is settled, or any requirement by a file that pins versions.
  if (other.origin === 'lockfile' || mention.requirement.kind === 'none') return true
  return pinsVersions(other.format) && other.requirement.kind === 'version' && mention.requirement.kind !== 'source'
}

function states({ dependency, manages }: Settler, mention: Mention): boolean {
  return (
    dependency.ecosystem === mention.ecosystem && dependency.name !== mention.name && manages.includes(mention.name)
  )
}

function inInventory({ dependency }: Settler): boolean {
  return isInventory(dependency)
}

/** Lockfiles first, then the package itself before a bill of materials, as in Maven and Gradle. */
function byRank(name: string, distance: (settler: Settler) => number): (a: Settler, b: Settler) => number {
  const rank = ({ dependency }: Settler) =>
    (dependency.origin === 'lockfile' ? 0 : 2) + (dependency.name === name ? 0 : 1)
  return (a, b) =>
    rank(a) - rank(b) ||
    distance(a) - distance(b) ||
    Number(b.dependency.direct === true) - Number(a.dependency.direct === true)
}

/** The number of folder levels between a folder and that of a settler. */
function levelsFrom(folder: string): (settler: Settler) => number {
  const level = depth(folder)
  return settler => Math.abs(level - settler.depth)
}

/** The first settler of each requirement. */
function distinct(settlers: readonly Settler[]): Settler[] {
  const byRequirement = new Map<string, Settler>()
  for (const settler of settlers) {
    const key = JSON.stringify(settler.dependency.requirement)
    if (!byRequirement.has(key)) byRequirement.set(key, settler)
  }
  return [...byRequirement.values()]
}

/** The function, memoised by a key that the caller gives. */
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

/** The name of a package with its ecosystem, as a key. */
export function nameKey({ ecosystem, name }: Mention): string {
  return `${ecosystem} ${name}`
}
