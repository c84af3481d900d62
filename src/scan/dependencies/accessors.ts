/**
 * The places that use an entry of a catalog by its accessor. They are read on demand, because most of them name no client. An entry that
 * none of them uses stays a finding: plugins of the build, and other builds that import the catalog, may use it.
 */

import { groupBy } from '../../collections.ts'
import type { AccessorUse, FileFormat } from '../../ecosystems/file-format.ts'
import { type Scope, widerScope } from '../../model/dependency.ts'
import type { Place } from '../../model/place.ts'
import { baseName, depth, folderName, isWithin } from '../../paths.ts'
import { placeFinder } from '../../syntax/place.ts'
import type { Claim } from '../files.ts'
import type { Mention } from './mention.ts'
import type { ReadText } from './scopes.ts'

/** The most uses of one entry that are kept. */
const MOST_USES = 100

/** A catalog: its file, the folder for which it is there, and the name that its accessors begin with. */
interface Catalog {
  readonly path: string
  readonly folder: string
  readonly name: string
}

interface Use {
  readonly place: Place
  readonly scope: Scope
}

/** The mentions, those with accessors with the places that use them, and with the scope that follows from these. */
export async function withUses(
  mentions: readonly Mention[],
  claims: readonly Claim[],
  readText: ReadText
): Promise<readonly Mention[]> {
  const entries = mentions.filter(({ accessors }) => accessors !== undefined)
  if (entries.length === 0) return mentions
  const catalogs = catalogsAmong(claims, new Set(entries.map(({ format }) => format)))
  const wanted = new Map(entries.flatMap(({ place, accessors = [] }) => accessors.map(a => [keyOf(place.path, a), []])))
  const uses = new Map<string, Use[]>(wanted)
  for (const { path, accessorsOf } of scriptsAmong(claims)) {
    const reaching = catalogs.filter(({ folder }) => isWithin(folderName(path), folder))
    const text = reaching.length === 0 ? undefined : await readText(path)
    if (text === undefined) continue
    const find = placeFinder(text)
    for (const { catalog, accessor, at, scope = 'unknown' } of accessorsOf(text)) {
      const own = uses.get(keyOf(catalogOf(catalog, reaching)?.path, accessor))
      if (own && own.length < MOST_USES) own.push({ place: { path, ...find(at) }, scope })
    }
  }
  return mentions.map(mention => {
    const { accessors = [], place } = mention
    const all = accessors.flatMap(accessor => uses.get(keyOf(place.path, accessor)) ?? [])
    const [first, ...others] = all
    if (!first) return mention
    const scope = others.reduce((wider, other) => widerScope(wider, other.scope), first.scope)
    return { ...mention, scope, usedIn: all.map(use => use.place) }
  })
}

/** All catalogs of the workspace, also those without a client: one of them may be the one that a script means. */
function catalogsAmong(claims: readonly Claim[], formats: ReadonlySet<FileFormat>): readonly Catalog[] {
  return claims.flatMap(({ file: { path }, detectors }) =>
    detectors.flatMap(({ format }) => {
      if (!format || !formats.has(format)) return []
      const name = baseName(path).replace(/\..*$/, '')
      return [{ path, folder: format.folder?.(path) ?? folderName(path), name }]
    })
  )
}

interface Script {
  readonly path: string
  accessorsOf(text: string): Iterable<AccessorUse>
}

function scriptsAmong(claims: readonly Claim[]): readonly Script[] {
  const scripts = claims.flatMap(({ file: { path }, detectors }) =>
    detectors.flatMap(({ format }) => {
      const accessorsOf = format?.accessors
      return accessorsOf ? [{ path, accessorsOf }] : []
    })
  )
  return Array.from(groupBy(scripts, ({ path }) => path).values(), ([script]) => script).filter(s => s !== undefined)
}

/** The nearest catalog of this name. A build may call a catalog otherwise than its file: then the nearest of any name. */
function catalogOf(name: string, reaching: readonly Catalog[]): Catalog | undefined {
  const named = reaching.filter(catalog => catalog.name === name)
  const candidates = named.length > 0 ? named : reaching
  return candidates.toSorted((a, b) => depth(b.folder) - depth(a.folder))[0]
}

function keyOf(path: string | undefined, accessor: string): string {
  return JSON.stringify([path, accessor])
}
