/**
 * A detector looks into texts: a file format's reader is one kind, a hazard another. What it sees depends on the text alone, so
 * that an equal text is read once, whichever file or state of the repository it is from.
 */

import { posix } from 'node:path'
import { defined } from '../collections.ts'
import type { FileFormat } from '../ecosystems/file-format.ts'
import type { FileNames } from '../ecosystems/file-names.ts'
import type { Place } from '../model/place.ts'
import type { Gap } from '../model/report.ts'
import type { Rule } from '../model/rule.ts'
import { folderName } from '../paths.ts'
import type { Definition, Include, Member, Mention, Module } from './dependencies/mention.ts'

/** A place where a hazard's rule is broken. The texts but `because` are hostile. */
export interface SeenHazard {
  readonly rule: Rule
  readonly place: Place
  readonly object?: string
  readonly snippet: string
  readonly because: string
}

/** Everything that was seen in some files. */
export interface Sightings {
  readonly mentions: readonly Mention[]
  readonly definitions: readonly Definition[]
  readonly members: readonly Member[]
  readonly modules: readonly Module[]
  readonly includes: readonly Include[]
  readonly hazards: readonly SeenHazard[]
  readonly gaps: readonly Gap[]
}

/** Nothing. */
export const NO_SIGHTINGS: Sightings = {
  mentions: [],
  definitions: [],
  members: [],
  modules: [],
  includes: [],
  hazards: [],
  gaps: []
}

/** Something that looks into texts. */
export interface Detector {
  /** Unique among the detectors of a run: with the identity of a text it identifies what is seen in it. */
  readonly id: string
  /** Of the detectors of one family only the first whose names match looks into a file. */
  readonly family: string
  readonly names: FileNames
  /** The file format whose reader it runs; absent for a hazard. */
  readonly format?: FileFormat
  /** Part of every text that is of its kind at all; absent where the names say enough. */
  readonly marker?: string
  /** What to do about a file that cannot be read. */
  readonly unreadable?: string
  /** Whether a text, or a fragment of one, may hold what it looks for. It may say yes too often, never no. */
  mentions(text: string): boolean
  /** Whether it reads a text: one that mentions something, or that others depend on. */
  reads(text: string): boolean
  /** What it sees, with paths relative to the file: `''` is the file itself. Throws nothing but our own bugs. */
  detect(text: string): Promise<Sightings>
  /** The detector for a file that one of its files includes. */
  includes(include: Include): Detector
}

/** What was seen in a text, told of the file at a path. */
export function located(seen: Sightings, path: string): Sightings {
  const folder = folderName(path)
  const at = (place: Place): Place => ({ path, line: place.line, column: place.column })
  const placed = <Item extends { readonly place: Place }>(item: Item): Item => ({ ...item, place: at(item.place) })
  return {
    mentions: seen.mentions.map(mention => ({
      ...mention,
      place: at(mention.place),
      repeatedAt: mention.repeatedAt.map(at),
      ...(mention.usedAt ? { usedAt: at(mention.usedAt) } : {})
    })),
    definitions: seen.definitions.map(placed),
    members: seen.members.map(member => ({ ...member, project: folder, folder: folderAt(folder, member.folder) })),
    modules: seen.modules.map(({ name, parent, imports }) => ({
      path,
      imports,
      ...defined({
        name,
        parent: parent && {
          name: parent.name,
          ...defined({ path: parent.path === undefined ? undefined : posix.join(folder, parent.path) })
        }
      })
    })),
    includes: seen.includes.map(placed),
    hazards: seen.hazards.map(placed),
    gaps: seen.gaps.map(placed)
  }
}

/** The folder at a path that is relative to another one; `''` is the root, a folder outside of it begins with `..`. */
function folderAt(base: string, path: string): string {
  const folder = posix.join(base, path, '.')
  return folder === '.' ? '' : folder
}
