/**
 * A detector finds things in texts: one kind runs the reader of a file format, another a hazard. Its sightings depend
 * only on the text, so that equal texts of several files or states of the repository are read once.
 */

import { posix } from 'node:path'
import { defined } from '../collections.ts'
import type { FileFormat, PackageEntry } from '../ecosystems/file-format.ts'
import type { FileNames } from '../ecosystems/file-names.ts'
import type { ClusterSighting, Fact, HazardSighting } from '../hazards/hazard.ts'
import type { FoundCluster } from '../model/cluster.ts'
import type { Scope } from '../model/dependency.ts'
import type { Place } from '../model/place.ts'
import type { Gap } from '../model/report.ts'
import type { Rule } from '../model/rule.ts'
import { folderName } from '../paths.ts'
import type { Definition, Include, Layer, Member, Mention, Module, OwnName, Source } from './dependencies/mention.ts'

/** A place where a hazard's rule is broken. All texts except `because` may be hostile. */
export interface SeenHazard extends Omit<HazardSighting, 'at' | 'because'> {
  readonly rule: Rule
  readonly place: Place
  readonly snippet: string
  readonly because: string
}

/** A fact on which hazards of other files may depend, and where it is stated. */
export interface SeenFact {
  readonly place: Place
  readonly fact: Fact
}

/** A cluster as one file shows it, or the version in a variable. */
export type SeenCluster = FoundCluster & Pick<ClusterSighting, 'versionOf' | 'defines'>

/** Everything that detectors saw in some files. */
export interface Sightings {
  readonly mentions: readonly Mention[]
  readonly definitions: readonly Definition[]
  readonly members: readonly Member[]
  readonly layers: readonly Layer[]
  readonly modules: readonly Module[]
  readonly sources: readonly Source[]
  readonly ownNames: readonly OwnName[]
  readonly includes: readonly Include[]
  readonly hazards: readonly SeenHazard[]
  readonly facts: readonly SeenFact[]
  readonly clusters: readonly SeenCluster[]
  /**
   * The parts of files in which hazards were not looked for, because they could not be parsed, or, with the `fault`, because the file
   * could not be read.
   */
  readonly unexamined: readonly { readonly place: Place; readonly fault?: string }[]
  readonly gaps: readonly Gap[]
}

/** No sightings. */
export const NO_SIGHTINGS: Sightings = {
  mentions: [],
  definitions: [],
  members: [],
  layers: [],
  modules: [],
  sources: [],
  ownNames: [],
  includes: [],
  hazards: [],
  facts: [],
  clusters: [],
  unexamined: [],
  gaps: []
}

/** The scopes of some mentions. */
export type Scopes = ReadonlyMap<Mention, Scope>

/** A detector. */
export interface Detector {
  /** Unique among the detectors of a run. With the identity of a text it identifies the sightings in the text. */
  readonly id: string
  /** Of the detectors of one family only the first one whose names match reads a file. */
  readonly family: string
  readonly names: FileNames
  /** The file format whose reader it runs; absent for hazards. */
  readonly format?: FileFormat
  /** Found in every file of this kind; absent if the name identifies the file. */
  readonly marker?: RegExp
  /** The remedy for a file that cannot be read. */
  readonly unreadable?: string
  /**
   * Whether a text, or a fragment of one, may contain a sighting. False positives are allowed, false negatives are not.
   */
  mentions(text: string): boolean
  /** Whether a binary file may contain a sighting, if this kind of file says where its names are. */
  mentionsInBytes?(bytes: string): boolean
  /** Whether it reads a text: one that may contain a sighting, or on which other files depend. */
  reads(text: string): boolean
  /** The sightings, with paths relative to the file: `''` is the file itself. Throws only for bugs. */
  detect(text: string): Promise<Sightings>
  /**
   * The scopes of mentions in a text, by the requirements of the manifests of its project. Absent for a format that marks its
   * packages or has no graph.
   */
  scopes?(text: string, mentions: readonly Mention[], requirements: readonly PackageEntry[]): Promise<Scopes>
  /**
   * A detector that also reads the texts that name what was stated, or that may state what was asked for; absent for a format, undefined
   * if there are none.
   */
  seeking?(seen: Pick<Sightings, 'hazards' | 'facts'>): Detector | undefined
  /** The detector for a file that a file of this detector includes. */
  includes(include: Include): Detector
}

/** The sightings of a text, placed in the file at a path. */
export function located(seen: Sightings, path: string): Sightings {
  const folder = folderName(path)
  const at = (place: Place): Place => ({ path, line: place.line, column: place.column })
  const placed = <Item extends { readonly place: Place }>(item: Item): Item => ({ ...item, place: at(item.place) })
  return {
    mentions: seen.mentions.map(mention => ({
      ...mention,
      place: at(mention.place),
      scope: mention.scope === 'unknown' ? (mention.format.scopeOf?.(path) ?? 'unknown') : mention.scope,
      repeatedAt: mention.repeatedAt.map(at),
      ...(mention.usedAt ? { usedAt: at(mention.usedAt) } : {}),
      ...(mention.settlesFor
        ? {
            settlesFor: mention.settlesFor.map(one =>
              'folder' in one ? { folder: folderAt(folder, one.folder) } : one
            )
          }
        : {})
    })),
    definitions: seen.definitions.map(placed),
    members: seen.members.map(found => {
      return { ...found, path, member: found.as === 'name' ? found.member : folderAt(folder, found.member) }
    }),
    layers: seen.layers.map(({ layer, on }) => ({ path, layer, on: on.map(other => fileAt(folder, other)) })),
    modules: seen.modules.map(({ parent, ...module }) => ({
      ...module,
      path,
      place: at(module.place),
      ...defined({
        parent: parent && {
          name: parent.name,
          ...defined({ path: parent.path === undefined ? undefined : posix.join(folder, parent.path) })
        }
      })
    })),
    sources: seen.sources.map(source => ({ ...source, path })),
    ownNames: seen.ownNames.map(own => ({ ...own, path })),
    includes: seen.includes.map(placed),
    hazards: seen.hazards.map(placed),
    facts: seen.facts.map(placed),
    clusters: seen.clusters.map(({ minor, grace, ...cluster }) => ({
      ...placed(cluster),
      ...defined({ minor: minor && placed(minor), grace: grace && placed(grace) })
    })),
    unexamined: seen.unexamined.map(placed),
    gaps: seen.gaps.map(placed)
  }
}

/** The folder at a path that is relative to another one; `''` is the root, a folder outside of it begins with `..`. */
function folderAt(base: string, path: string): string {
  const folder = posix.join(base, path, '.')
  return folder === '.' ? '' : folder
}

/** The file at a path that is relative to a folder, or to the root if it begins with a slash. */
function fileAt(base: string, path: string): string {
  return posix.normalize(path.startsWith('/') ? path.slice(1) : posix.join(base, path))
}
