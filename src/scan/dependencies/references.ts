/**
 * From a reference to its definition. A project that refers to a property or a catalog has its version in another file,
 * and the line of the definition is the one to change.
 */

import { comparePlaces } from '../../model/place.ts'
import { folderName, foldersAbove, sharedDepth } from '../../paths.ts'
import type { Inheritance } from './inheritance.ts'
import type { Definition, Mention } from './mention.ts'

/** All mentions, including those at definitions. `definedBy` maps a reference to the mention at its definition. */
export interface Followed {
  readonly mentions: readonly Mention[]
  readonly definedBy: ReadonlyMap<Mention, Mention>
}

/**
 * Adds a mention at the place of each definition to which a mention refers, with the place of use. A definition may
 * refer to another one. The result does not depend on the order of files.
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
  // `definedAs` appends to this list during the iteration.
  for (const mention of all) {
    const name = referenceOf(mention)
    if (name === undefined) continue
    const byFolder = byName.get(keyOf({ ecosystem: mention.ecosystem, name }))
    for (const definition of byFolder ? closestTo(mention, byFolder, inheritance) : []) {
      const defined = definedAs(mention, definition)
      if (!definedBy.has(mention) && !leadsTo(mention, defined)) definedBy.set(mention, defined)
    }
  }
  return { mentions: all.sort((a, b) => comparePlaces(a.place, b.place)), definedBy }

  /** One mention for each definition and package, even if several projects refer to it. */
  function definedAs(mention: Mention, { format, requirement, place }: Definition): Mention {
    const key = JSON.stringify([mention.ecosystem, mention.name, mention.replacement, place])
    const known = made.get(key)
    if (known) return known
    const defined = { ...mention, format, requirement, place, repeatedAt: [], usedAt: mention.usedAt ?? mention.place }
    made.set(key, defined)
    all.push(defined)
    return defined
  }

  /**
   * Whether definitions lead from `from` back to `mention`. In a cycle every mention would be settled by another one.
   */
  function leadsTo(mention: Mention, from: Mention): boolean {
    let at: Mention | undefined = from
    while (at && at !== mention) at = definedBy.get(at)
    return at !== undefined
  }
}

function keyOf({ ecosystem, name }: Pick<Definition, 'ecosystem' | 'name'>): string {
  return `${ecosystem} ${name}`
}

function referenceOf(mention: Mention): string | undefined {
  const { requirement, name } = mention
  if (requirement.kind === 'source') return undefined
  return mention.format.references?.(requirement.kind === 'none' ? '' : requirement.text, name)
}

/**
 * The definitions in the nearest file from which the place of use inherits. Without inheritance, those in the nearest
 * folder above it, or, for a format with definitions for all folders, in the closest folder.
 */
function closestTo(
  mention: Mention,
  byFolder: ReadonlyMap<string, readonly Definition[]>,
  { parentsOf }: Inheritance
): readonly Definition[] {
  const { path: from } = mention.usedAt ?? mention.place
  const parents = parentsOf(from)
  if (parents) {
    for (const path of parents) {
      const found = byFolder.get(folderName(path))?.filter(({ place }) => place.path === path) ?? []
      if (found.length > 0) return found
    }
    return []
  }
  const folder = folderName(from)
  const applies = (definition: Definition) => definition.format.definitions?.for.includes(mention.format) === true
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
