/** The scopes of clients in lockfiles that do not mark them, from the requirements of the manifests of their projects. */

import { groupBy, memoised } from '../../collections.ts'
import { type FileFormat, type Graph, type PackageEntry, settledFormats } from '../../ecosystems/file-format.ts'
import { ecosystemOf } from '../../ecosystems/index.ts'
import type { VersionScheme } from '../../ecosystems/version-scheme.ts'
import { folderName, foldersAbove } from '../../paths.ts'
import { SyntaxFault } from '../../syntax/fault.ts'
import type { Detector, Scopes } from '../detector.ts'
import type { Claim } from '../files.ts'
import { type ClientOf, scopesOf } from './chain.ts'
import type { Membership } from './membership.ts'
import type { Mention } from './mention.ts'
import { isVersionOf } from './settled-by.ts'

/** Maximum packages of one name that are told apart by their versions. */
const MOST_VERSIONS = 30

/** Returns the text of a file; undefined if it cannot be read. */
export type ReadText = (path: string) => Promise<string | undefined>

/** A lockfile with clients of unknown scope. */
interface UnmarkedLock {
  readonly path: string
  readonly detector: Detector
  readonly format: FileFormat
  readonly ecosystem: string
  readonly mentions: readonly Mention[]
}

/**
 * The mentions, each of unknown scope in a lockfile with the scope that follows from its manifests: those beside the lockfile and
 * below it, up to the next lockfile, and the members of its project in other folders. The manifests are read again, because most of
 * them name no client.
 */
export async function withManifestScopes(
  mentions: readonly Mention[],
  membership: Membership,
  claims: readonly Claim[],
  readText: ReadText
): Promise<readonly Mention[]> {
  const locks = unmarkedLocks(mentions, claims)
  if (locks.length === 0) return mentions
  const manifestsOf = manifestsByLock(locks, claims, membership)
  // A manifest may count for several lockfiles.
  const requirementsOf = memoised(
    (manifest: Manifest) => requirementsIn(manifest, readText),
    ({ path, format }) => JSON.stringify([format.name, path])
  )
  const scopes = new Map<Mention, Mention['scope']>()
  for (const lock of locks) {
    const required: (readonly PackageEntry[])[] = []
    for (const manifest of manifestsOf(lock)) required.push(await requirementsOf(manifest))
    const text = await readText(lock.path)
    if (text === undefined) continue
    for (const [mention, scope] of await scopesIn(lock, text, required.flat())) scopes.set(mention, scope)
  }
  return mentions.map(mention => ({ ...mention, scope: scopes.get(mention) ?? mention.scope }))
}

function unmarkedLocks(mentions: readonly Mention[], claims: readonly Claim[]): readonly UnmarkedLock[] {
  const unknown = mentions.filter(({ scope, origin }) => scope === 'unknown' && origin === 'lockfile')
  const byFile = groupBy(unknown, ({ place }) => place.path)
  return claims.flatMap(({ file: { path }, detectors }) => {
    const inFile = byFile.get(path) ?? []
    return detectors.flatMap((detector): UnmarkedLock[] => {
      const { format, scopes } = detector
      const own = inFile.filter(mention => mention.format === format)
      const [first] = own
      return format && scopes && first ? [{ path, detector, format, ecosystem: first.ecosystem, mentions: own }] : []
    })
  })
}

/** A manifest, and the format as which it is read. */
interface Manifest {
  readonly path: string
  readonly format: FileFormat
}

/**
 * Makes the function that returns the manifests of a lockfile: those for which no other lockfile is nearer. A manifest counts for its
 * own folder, and for those of the files that include it or name it as a member.
 */
function manifestsByLock(
  unmarked: readonly UnmarkedLock[],
  claims: readonly Claim[],
  { reachOf }: Membership
): (lock: UnmarkedLock) => readonly Manifest[] {
  const files = claims.flatMap(({ file: { path }, detectors }) =>
    detectors.flatMap(({ format }) => (format ? [{ path, format }] : []))
  )
  const locks = files.filter(({ format }) => format.role.kind === 'lockfile')
  const lockPaths = new Set(locks.map(({ path }) => path))
  const ecosystems = new Map(
    unmarked.flatMap(({ format, ecosystem }) => settledFormats(format).map(locked => [locked, ecosystem] as const))
  )
  const foldersOf = new Map<FileFormat, Set<string>>()
  for (const { path, format } of locks) {
    for (const locked of settledFormats(format)) {
      foldersOf.set(locked, (foldersOf.get(locked) ?? new Set()).add(folderName(path)))
    }
  }
  const placed = files.flatMap(manifest => {
    const folders = homesOf(manifest).flatMap(home => nearest(home, foldersOf.get(manifest.format)))
    return Array.from(new Set(folders), folder => ({ folder, manifest }))
  })
  const byFolder = groupBy(placed, ({ folder }) => folder)
  return ({ path, format }) => {
    const locked = settledFormats(format)
    const beside = (byFolder.get(folderName(path)) ?? []).map(({ manifest }) => manifest)
    return beside.filter(manifest => locked.includes(manifest.format))
  }

  /** The folders that a manifest counts for; none for one that no lockfile here needs. */
  function homesOf({ path, format }: Manifest): readonly string[] {
    const ecosystem = ecosystems.get(format)
    if (ecosystem === undefined) return []
    const { near, files: naming } = reachOf({ ecosystem, format, place: { path } }, folderName(path))
    return [...near, ...naming.filter(file => lockPaths.has(file)).map(folderName)]
  }
}

/** The nearest of some folders at or above a folder; empty if there is none. */
function nearest(from: string, folders: ReadonlySet<string> | undefined): readonly string[] {
  return foldersAbove(from)
    .filter(folder => folders?.has(folder))
    .slice(0, 1)
}

async function scopesIn(
  { detector, mentions }: UnmarkedLock,
  text: string,
  requirements: readonly PackageEntry[]
): Promise<Scopes> {
  if (requirements.length === 0) return new Map()
  try {
    return (await detector.scopes?.(text, mentions, requirements)) ?? new Map()
  } catch (error) {
    if (isOfText(error)) return new Map()
    throw error
  }
}

/** The requirements of a manifest that have a scope; what is broken in it, the scan has reported. */
async function requirementsIn({ path, format }: Manifest, readText: ReadText): Promise<readonly PackageEntry[]> {
  const text = await readText(path)
  const found: PackageEntry[] = []
  if (text === undefined) return found
  try {
    for await (const entry of format.read(text)) {
      const scope = 'name' in entry ? (entry.scope ?? format.scopeOf?.(path)) : undefined
      if ('name' in entry && scope) found.push({ ...entry, scope })
    }
  } catch (error) {
    if (!isOfText(error)) throw error
  }
  return found
}

/** Whether a text is at fault, and not this program. */
function isOfText(error: unknown): boolean {
  return error instanceof SyntaxFault || error instanceof RangeError
}

/**
 * Makes the function that returns the scopes of mentions in a lockfile by the requirements of manifests. Undefined for a format that has
 * no graph or no manifests.
 */
export function scopeFinder(
  { role }: FileFormat,
  ecosystem: string,
  clientOf: ClientOf
): NonNullable<Detector['scopes']> | undefined {
  const { chain } = role
  if (role.kind !== 'lockfile' || role.locks.length === 0 || !chain?.graph) return undefined
  return async (text, mentions, requirements) => {
    const graph = await chain.graph?.(text)
    const scheme = await ecosystemOf(ecosystem)?.versions()
    if (!graph?.resolve || !scheme) return new Map()
    const resolve = versionFinder({ ...graph, resolve: graph.resolve }, scheme)
    const traces = scopesOf({ ...graph, resolve }, mentions, clientOf, requirements)
    return new Map(mentions.map(mention => [mention, traces.get(mention)?.scope ?? 'unknown']))
  }
}

/** Makes the `resolve` of a graph that returns only packages whose versions meet the requirement, if there are any. */
function versionFinder(graph: Graph & Required<Pick<Graph, 'resolve'>>, scheme: VersionScheme): typeof graph.resolve {
  return entry => {
    const keys = [...graph.resolve(entry)]
    const { requirement } = entry
    const isOfRegistry = requirement.kind === 'version' || requirement.kind === 'range'
    if (!isOfRegistry || keys.length < 2 || keys.length > MOST_VERSIONS) return keys
    const fitting = keys.filter(key => isVersionOf(graph.packages.get(key)?.version ?? '', requirement, scheme) ?? true)
    return fitting.length > 0 ? fitting : keys
  }
}
