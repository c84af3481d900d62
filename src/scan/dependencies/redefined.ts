/**
 * What an entry means in the projects that take it over and define its version anew, and whether anything is left that means
 * what the entry says where it stands.
 */

import { groupBy, memoised } from '../../collections.ts'
import type { Inheritance } from './inheritance.ts'
import type { Mention } from './mention.ts'
import type { Projects } from './projects.ts'
import type { Followed } from './references.ts'
import { nameKey } from './settlers.ts'

/** How new definitions change what settles a dependency. */
export interface Redefinitions {
  /**
   * What an answer means in the file of the dependency that it settles: the answer itself where nothing is defined anew, undefined
   * where it does not apply.
   */
  inContextOf(asked: Mention, answer: Mention): Mention | undefined
  /** What every project uses instead of a dependency: the first of these, or undefined where one uses it as it stands. */
  insteadOf(mention: Mention): Mention | undefined
  /** Whether it is what a managed version means in a file, which says something only where a dependency gets its version from it. */
  isManagedAnew(mention: Mention): boolean
}

/** The redefinitions among the dependencies of a workspace. */
export function redefinitionsOf(
  { mentions, definedBy, made, redefined }: Followed,
  inheritance: Inheritance,
  projects: Projects
): Redefinitions {
  const open = mentions.filter(({ requirement }) => requirement.kind === 'none')
  const openByName = groupBy(open, nameKey)
  const askers = groupBy(definedBy.keys(), asked => definedBy.get(asked))
  const places = placesOf(redefined, made)
  const insteadOf = memoised((mention: Mention): Mention | undefined => {
    const inProjects = projects.instead.get(mention)
    if (inProjects) return inProjects
    const own = redefined.get(mention)
    const anew = places.get(mention)?.map(place => usedInsteadAnew(mention, place)) ?? []
    // A definition is also used where one of those that refer to it is.
    const asked = askers.get(mention)?.map(one => insteadOf(one)) ?? []
    const used = [...(own ? [usedInstead(mention, own)] : anew), ...asked]
    return used.includes(undefined) ? undefined : used[0]
  })
  const managedAnew = new Set(
    [...redefined].flatMap(([mention, own]) => (mention.direct ? [] : [...own.values()].filter(one => made.has(one))))
  )
  return { inContextOf, insteadOf, isManagedAnew: mention => managedAnew.has(mention) }

  function inContextOf(asked: Mention, answer: Mention): Mention | undefined {
    // Nothing but a lockfile stands above what the project itself comes to.
    if (answer.origin === 'manifest' && projects.settled.has(asked)) return projects.settled.get(asked)
    const own = redefinedAs(answer)
    // A bill of materials that is imported, and not inherited, is filled in with its own properties.
    if (!own || !inheritance.inherits(asked.place.path, fileOf(answer))) return answer
    return nearest(own, asked.place.path) ?? answer
  }

  /** A definition means in other projects what those that refer to it mean there. */
  function redefinedAs(mention: Mention): ReadonlyMap<string, Mention> | undefined {
    const seen = new Set<Mention>()
    for (let at: Mention | undefined = mention; at && !seen.has(at); at = askers.get(at)?.[0]) {
      const own = redefined.get(at)
      if (own) return own
      seen.add(at)
    }
    return undefined
  }

  function usedInstead(mention: Mention, own: ReadonlyMap<string, Mention>): Mention | undefined {
    const file = fileOf(mention)
    if (!inheritance.isAbstract(file)) return undefined
    const heirs = inheritance.heirsOf(file)
    const asking = new Set(openByName.get(nameKey(mention))?.map(({ place }) => place.path))
    const users = mention.direct ? heirs : heirs.filter(path => asking.has(path))
    const used = users.map(path => nearest(own, path))
    return used.includes(undefined) ? undefined : used[0]
  }

  /** The same for a definition that is made anew: the projects that inherit it may define it once more. */
  function usedInsteadAnew(mention: Mention, { own, path }: PlaceAnew): Mention | undefined {
    if (!mention.direct || !inheritance.isAbstract(path)) return undefined
    const used = inheritance.heirsOf(path).map(heir => nearest(own, heir))
    return used.includes(mention) ? undefined : used[0]
  }

  function nearest(own: ReadonlyMap<string, Mention>, path: string): Mention | undefined {
    const definer = inheritance.parentsOf(path)?.find(parent => own.has(parent))
    return definer === undefined ? undefined : own.get(definer)
  }
}

/** A file that defines an entry anew, and all that do. */
interface PlaceAnew {
  readonly own: ReadonlyMap<string, Mention>
  readonly path: string
}

/** For each dependency that is made where an entry is defined anew: in which files. */
function placesOf(
  redefined: Followed['redefined'],
  made: Followed['made']
): ReadonlyMap<Mention, readonly PlaceAnew[]> {
  const all = [...redefined.values()].flatMap(own => [...own].map(([path, mention]) => ({ own, path, mention })))
  return groupBy(
    all.filter(({ mention }) => made.has(mention)),
    ({ mention }) => mention
  )
}

/** The file whose line asks for the package. */
function fileOf({ usedAt, place }: Mention): string {
  return (usedAt ?? place).path
}
