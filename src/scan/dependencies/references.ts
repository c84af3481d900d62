/**
 * From a reference to what it refers to: a project that names a property or a catalog instead of a version has its version
 * in another file, and the line of that file is the one to change. A project that takes an entry over from another one may define
 * the name anew; the nearest definition decides, and stands for the entry in that project.
 */

import { memoised } from '../../collections.ts'
import { type Scope, widerScope } from '../../model/dependency.ts'
import { comparePlaces, type Place } from '../../model/place.ts'
import { folderName, foldersAbove, isWithin, sharedDepth } from '../../paths.ts'
import type { Inheritance } from './inheritance.ts'
import type { Definition, Mention } from './mention.ts'
import type { Projects } from './projects.ts'

/** Dependencies, with those that definitions make of references. */
export interface Followed {
  readonly mentions: readonly Mention[]
  /** From a dependency to the one that its definition makes. */
  readonly definedBy: ReadonlyMap<Mention, Mention>
  /** Those that definitions made. */
  readonly made: ReadonlySet<Mention>
  /** What a dependency means in each file that defines its version anew, by the paths of these files. */
  readonly redefined: ReadonlyMap<Mention, ReadonlyMap<string, Mention>>
}

/** How many definitions may refer to one another in a chain. */
const LONGEST_CHAIN = 50

/** The most files that are held against one another for new definitions; only a hostile workspace comes near it. */
const MOST_CHECKS = 200_000

/**
 * Adds a mention at the place of each definition to which a mention refers, with the place of use. A definition may
 * refer to another one. The result does not depend on the order of files.
 */
export function followReferences(
  projects: Projects,
  definitions: readonly Definition[],
  inheritance: Inheritance
): Followed {
  return new Follower(projects, new Definitions(definitions, inheritance, projects), inheritance).run()
}

/** A reference in a file: the dependency that has it, the name, and the path of the file that gives the name its meaning. */
interface Reference {
  readonly asked: Mention
  readonly name: string
  readonly path: string
}

class Follower {
  private readonly all: Mention[]
  private readonly definitions: Definitions
  private readonly inheritance: Inheritance
  private readonly known = new Map<string, Mention>()
  private readonly made = new Map<string, Mention & { scope: Scope }>()
  private readonly definedBy = new Map<Mention, Mention>()
  /** What the first of the dependencies that are alike is defined by, so that the others need no look at each definition. */
  private readonly followed = new Map<string, Mention | undefined>()
  private readonly redefined = new Map<Mention, Map<string, Mention>>()
  private readonly settled: Projects['settled']
  private checks = 0

  constructor({ mentions, settled }: Projects, definitions: Definitions, inheritance: Inheritance) {
    this.all = mentions.toSorted((a, b) => comparePlaces(a.place, b.place))
    this.settled = settled
    this.definitions = definitions
    this.inheritance = inheritance
  }

  run(): Followed {
    const { all, definedBy, redefined } = this
    // A reader has followed the references inside a file: what it found at a definition is not made again.
    for (const mention of all) if (mention.usedAt) this.known.set(keyOfMade(mention, mention.place), mention)
    const original = [...all]
    // What a definition makes is added to the end of the list while it is worked off.
    for (const asked of all) this.follow(asked)
    for (const asked of original) this.redefine(asked)
    const made = new Set(this.made.values())
    return { mentions: all.sort((a, b) => comparePlaces(a.place, b.place)), definedBy, made, redefined }
  }

  private follow(asked: Mention): void {
    const settler = this.settled.get(asked)
    if (settler) {
      this.definedBy.set(asked, settler)
      return
    }
    const { path } = asked.usedAt ?? asked.place
    const name = referenceOf(asked)
    if (name === undefined || this.inheritance.moduleOf(asked)) return
    const reference = { asked, name, path }
    // Nothing leads back to a dependency that no definition made, so that those that are alike have one answer.
    const key = asked.usedAt === undefined ? keyOfAlike(reference) : undefined
    if (key === undefined || !this.followed.has(key)) {
      this.followAll(reference)
      if (key !== undefined) this.followed.set(key, this.definedBy.get(asked))
      return
    }
    const defined = this.followed.get(key)
    if (defined) this.definedBy.set(asked, defined)
  }

  private followAll(reference: Reference): void {
    const { asked, path } = reference
    if (!this.lastOf(reference).ends) return
    for (const definition of this.definitions.of(reference)) {
      const defined = this.definedAs(asked, definition, path)
      if (!this.definedBy.has(asked) && !this.leadsTo(asked, defined)) this.definedBy.set(asked, defined)
    }
  }

  /** Adds what an entry means in the files that take it over and define its version anew. */
  private redefine(asked: Mention): void {
    const { inheritedAs } = asked
    if (inheritedAs === undefined || this.inheritance.moduleOf(asked)) return
    const found = new Map<string, Mention>()
    for (const definition of this.definersOf(asked, inheritedAs)) {
      if (++this.checks > MOST_CHECKS) return
      const { path } = definition.place
      if (!this.isTakenOver(asked, definition)) continue
      const { last } = this.lastOf({ asked, name: inheritedAs, path })
      if (!last || isReference(asked, last) || comparePlaces(last.place, asked.place) === 0) continue
      found.set(path, this.definedAs(asked, last, path))
    }
    if (found.size > 0) this.redefined.set(asked, found)
  }

  /** Whether the file of a definition takes an entry over: it inherits from its file, or states what holds for a folder below. */
  private isTakenOver(asked: Mention, definition: Definition): boolean {
    const { path: from } = asked.usedAt ?? asked.place
    if (definition.format === asked.format) return this.inheritance.inherits(definition.place.path, from)
    const [own, folder] = [asked.format.folder?.(from) ?? folderName(from), folderOf(definition)]
    return folder !== own && isWithin(folder, own)
  }

  /** The definitions of a name, and of those that its definitions refer to, one for each file. */
  private definersOf(asked: Mention, inheritedAs: string): Iterable<Definition> {
    const names = new Set([inheritedAs])
    const byPath = new Map<string, Definition>()
    for (const name of names) {
      if (names.size > LONGEST_CHAIN) break
      for (const definition of this.definitions.named(asked, name)) {
        byPath.set(definition.place.path, definition)
        const next = referenceOf(definedBy(asked, definition))
        if (next !== undefined) names.add(next)
      }
    }
    return byPath.values()
  }

  /** The definition at the end of the chain that begins with a name; none where it comes round. */
  private lastOf({ asked, name, path }: Reference): { readonly last?: Definition; readonly ends: boolean } {
    const seen = new Set<string>()
    let last: Definition | undefined
    let current = asked
    let next: string | undefined = name
    while (next !== undefined) {
      if (seen.has(next) || seen.size > LONGEST_CHAIN) return { ends: false }
      seen.add(next)
      const found: Definition | undefined = this.definitions.of({ asked: current, name: next, path })[0]
      if (!found) break
      last = found
      current = definedBy(asked, found)
      next = referenceOf(current)
    }
    return last ? { last, ends: true } : { ends: true }
  }

  /** One dependency for each definition and package, however many projects refer to it and mean the same by it. */
  private definedAs(asked: Mention, definition: Definition, path: string): Mention {
    const { requirement, place } = definition
    const next = definedBy(asked, definition)
    const name = referenceOf(next)
    const further = name === undefined ? [] : this.definitions.of({ asked: next, name, path }).map(one => one.place)
    const key = keyOfMade(asked, place, ...further)
    const known = this.known.get(key)
    if (known) return known
    const made = this.made.get(key)
    if (made) {
      made.scope = widerScope(made.scope, asked.scope)
      return made
    }
    const usedAt = asked.usedAt ?? asked.place
    const { defaultFor: _, ...rest } = asked
    const fresh = { ...rest, format: definition.format, requirement, place, repeatedAt: [], usedAt }
    this.made.set(key, fresh)
    this.all.push(fresh)
    return fresh
  }

  /** Whether definitions lead from `from` back to `asked`: in a circle nothing would stand for itself. */
  private leadsTo(asked: Mention, from: Mention): boolean {
    let at: Mention | undefined = from
    while (at && at !== asked) at = this.definedBy.get(at)
    return at !== undefined
  }
}

/** The definitions of a workspace, by their names. */
class Definitions {
  private readonly byFolder = new Map<string, Map<string, Definition[]>>()
  private readonly byFile = new Map<string, Map<string, Definition[]>>()
  private readonly inheritance: Inheritance
  private readonly projects: Projects
  /** What a reference refers to: the definitions of one file, or of several that are equally near. */
  readonly of: (reference: Reference) => readonly Definition[]

  constructor(definitions: readonly Definition[], inheritance: Inheritance, projects: Projects) {
    this.inheritance = inheritance
    this.projects = projects
    for (const definition of definitions.toSorted((a, b) => comparePlaces(a.place, b.place))) {
      add(this.byFolder, keyOf(definition), folderOf(definition), definition)
      add(this.byFile, keyOf(definition), definition.place.path, definition)
    }
    this.of = memoised(
      reference => this.find(reference),
      ({ asked, name, path }) => JSON.stringify([asked.ecosystem, asked.format.name, name, path])
    )
  }

  /** All of one name. */
  named({ ecosystem }: Mention, name: string): readonly Definition[] {
    return [...(this.byFile.get(keyOf({ ecosystem, name }))?.values() ?? [])].flat()
  }

  /** In the nearest file that the one with the reference inherits from; where nobody knows of any, by folders. */
  private find({ asked, name, path }: Reference): readonly Definition[] {
    const key = keyOf({ ecosystem: asked.ecosystem, name })
    const byFile = this.byFile.get(key)
    if (!byFile) return []
    const parents = this.inheritance.parentsOf(path)
    if (!parents) {
      const applies = (one: Definition) => isFor(one, asked) && !this.projects.isApart(path, one.place.path)
      return closestTo(folderName(path), this.byFolder.get(key) ?? new Map(), applies)
    }
    const nearest = parents.find(parent => byFile.has(parent))
    return nearest === undefined ? [] : (byFile.get(nearest) ?? [])
  }
}

function add(groups: Map<string, Map<string, Definition[]>>, name: string, key: string, definition: Definition): void {
  const group = groups.get(name) ?? new Map<string, Definition[]>()
  groups.set(name, group)
  const others = group.get(key)
  if (others) others.push(definition)
  else group.set(key, [definition])
}

function keyOf({ ecosystem, name }: Pick<Definition, 'ecosystem' | 'name'>): string {
  return `${ecosystem} ${name}`
}

/** What tells made dependencies apart: one definition may refer to different ones in different projects. */
function keyOfMade({ ecosystem, name, replacement }: Mention, ...places: readonly Place[]): string {
  return JSON.stringify([ecosystem, name, replacement, ...places])
}

/** Equal for references of one file that mean the same. */
function keyOfAlike({
  asked: { ecosystem, format, name, replacement, scope },
  name: referredTo,
  path
}: Reference): string {
  return JSON.stringify([ecosystem, format.name, name, replacement, scope, referredTo, path])
}

/** A dependency with the format and the requirement of a definition, which stands there as it is. */
function definedBy({ defaultFor: _, replaceable: __, ...asked }: Mention, definition: Definition): Mention {
  const { format, requirement } = definition
  return { ...asked, format, requirement, ...(format.sealed ? {} : { replaceable: true }) }
}

function isReference(asked: Mention, definition: Definition): boolean {
  return referenceOf(definedBy(asked, definition)) !== undefined
}

function referenceOf({ requirement, name, format, defaultFor }: Mention): string | undefined {
  if (defaultFor !== undefined) return defaultFor
  if (requirement.kind === 'source') return undefined
  return format.references?.(requirement.kind === 'none' ? '' : requirement.text, name)
}

/**
 * Where nobody knows which files the place of use inherits from: the definitions of the nearest folder above it, or, where they
 * are imported, of the closest folder.
 */
function closestTo(
  folder: string,
  byFolder: ReadonlyMap<string, readonly Definition[]>,
  applies: (definition: Definition) => boolean
): readonly Definition[] {
  for (const above of foldersAbove(folder)) {
    const found = byFolder.get(above)?.filter(applies) ?? []
    if (found.length > 0) return found
  }
  let best: { readonly definitions: Definition[]; readonly shared: number } | undefined
  for (const [own, definitions] of byFolder) {
    const found = definitions.filter(one => applies(one) && (isAnywhere(one) || isNested(one, own, folder)))
    const shared = sharedDepth(folder, own)
    if (found.length === 0 || (best && shared < best.shared)) continue
    if (best && shared === best.shared) best.definitions.push(...found)
    else best = { definitions: found, shared }
  }
  return best?.definitions ?? []
}

function isFor({ format }: Definition, asked: Mention): boolean {
  return format.definitions?.for.includes(asked.format) === true
}

function isAnywhere({ format }: Definition): boolean {
  return format.definitions?.reach === 'anywhere'
}

/** Whether a definition applies to the folder above its own because it is part of that. */
function isNested({ format }: Definition, own: string, folder: string): boolean {
  const nested = format.definitions?.nested
  return nested !== undefined && folderName(own) === (folder === '' ? nested : `${folder}/${nested}`)
}

/** The folder to which a definition applies. */
function folderOf(definition: Definition): string {
  const { path } = definition.place
  return definition.format.folder?.(path) ?? folderName(path)
}
