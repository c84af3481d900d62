/**
 * From a reference to what it refers to: a project that names a property or a catalog instead of a version has its version
 * in another file, and the line of that file is the one to change.
 */

import { comparePlaces } from '../../model/place.ts'
import { folderName, foldersAbove, sharedDepth } from '../../paths.ts'
import type { Inheritance } from './inheritance.ts'
import type { Definition, Mention } from './mention.ts'

/** Dependencies, with those that definitions make of references; `definedBy` leads from the one to the other. */
export interface Followed {
  readonly mentions: readonly Mention[]
  readonly definedBy: ReadonlyMap<Mention, Mention>
}

/**
 * Adds a dependency for each definition that a dependency refers to, at the place of the definition and with the place of
 * use. The definition may refer to another one in its turn. The result depends on no order of files.
 */
export function followReferences(
  mentions: readonly Mention[],
  definitions: readonly Definition[],
  inheritance: Inheritance
): Followed {
  const byName = new Map<string, Map<string, Definition[]>>()
  for (const definition of definitions.toSorted((a, b) => comparePlaces(a.place, b.place))) {
    const byFolder = byName.get(keyOf(definition)) ?? new Map<string, Definition[]>()
    byName.set(keyOf(definition), byFolder)
    const folder = folderOf(definition)
    byFolder.set(folder, byFolder.get(folder) ?? [])
    byFolder.get(folder)?.push(definition)
  }
  const all = mentions.toSorted((a, b) => comparePlaces(a.place, b.place))
  const made = new Map<string, Mention>()
  const definedBy = new Map<Mention, Mention>()
  // What a definition makes is added to the end of the list while it is worked off.
  for (const asked of all) {
    const name = referenceOf(asked)
    if (name === undefined) continue
    const byFolder = byName.get(keyOf({ ecosystem: asked.ecosystem, name }))
    for (const definition of byFolder ? closestTo(asked, byFolder, inheritance) : []) {
      const defined = definedAs(asked, definition)
      if (!definedBy.has(asked) && !leadsTo(asked, defined)) definedBy.set(asked, defined)
    }
  }
  return { mentions: all.sort((a, b) => comparePlaces(a.place, b.place)), definedBy }

  /** One dependency for each definition and package, however many projects refer to it. */
  function definedAs(asked: Mention, { format, requirement, place }: Definition): Mention {
    const key = JSON.stringify([asked.ecosystem, asked.name, asked.replacement, place])
    const known = made.get(key)
    if (known) return known
    const defined = { ...asked, format, requirement, place, repeatedAt: [], usedAt: asked.usedAt ?? asked.place }
    made.set(key, defined)
    all.push(defined)
    return defined
  }

  /** Whether definitions lead from `from` back to `asked`: in a circle nothing would stand for itself. */
  function leadsTo(asked: Mention, from: Mention): boolean {
    let at: Mention | undefined = from
    while (at && at !== asked) at = definedBy.get(at)
    return at !== undefined
  }
}

function keyOf({ ecosystem, name }: Pick<Definition, 'ecosystem' | 'name'>): string {
  return `${ecosystem} ${name}`
}

function referenceOf(asked: Mention): string | undefined {
  const { requirement, name } = asked
  if (requirement.kind === 'source') return undefined
  return asked.format.references?.(requirement.kind === 'none' ? '' : requirement.text, name)
}

/**
 * The definitions of the nearest file that the place of use inherits from; where nobody knows of any, those of the nearest
 * folder above it, or, where they are imported, of the closest folder.
 */
function closestTo(
  asked: Mention,
  byFolder: ReadonlyMap<string, readonly Definition[]>,
  { parentsOf }: Inheritance
): readonly Definition[] {
  const { path: from } = asked.usedAt ?? asked.place
  const parents = parentsOf(from)
  if (parents) {
    for (const path of parents) {
      const found = byFolder.get(folderName(path))?.filter(({ place }) => place.path === path) ?? []
      if (found.length > 0) return found
    }
    return []
  }
  const folder = folderName(from)
  const meant = (definition: Definition) => definition.format.definitions?.for.includes(asked.format) === true
  for (const above of foldersAbove(folder)) {
    const found = byFolder.get(above)?.filter(meant) ?? []
    if (found.length > 0) return found
  }
  let best: { readonly definitions: Definition[]; readonly shared: number } | undefined
  for (const [own, definitions] of byFolder) {
    const found = definitions.filter(one => one.format.definitions?.reach === 'anywhere' && meant(one))
    const shared = sharedDepth(folder, own)
    if (found.length === 0 || (best && shared < best.shared)) continue
    if (best && shared === best.shared) best.definitions.push(...found)
    else best = { definitions: found, shared }
  }
  return best?.definitions ?? []
}

/** The folder for which a definition counts. */
function folderOf(definition: Definition): string {
  const { path } = definition.place
  return definition.format.folder?.(path) ?? folderName(path)
}
