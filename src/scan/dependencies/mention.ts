/** The nouns of extraction, before anything is settled or judged. */

import type { Change, FileFormat, LockedRequirement, MemberEntry, Overridden } from '../../ecosystems/file-format.ts'
import type { Dependency, Origin, Requirement } from '../../model/dependency.ts'
import type { Place } from '../../model/place.ts'

/** A dependency with the format of its file. */
export interface Mention extends Dependency {
  readonly format: FileFormat
  /**
   * The packages that require it by the graph of its file, clients as the policy spells them. Absent if the project itself requires
   * it, if the file has no graph, and if no client of the policy handles the token for it.
   */
  readonly requiredBy?: readonly string[]
  /** Its name as the file writes it. */
  readonly written: string
  /** Set if another requirement can be written in place of the text at its place, and nothing else has to change. */
  readonly replaceable?: true
  /** As in `PackageEntry`. */
  readonly patched?: true
  /** As in `PackageEntry`. */
  readonly generation?: string
  /** What it takes the place of in the files that its own builds on. */
  readonly changes?: Change
  /** As in `PackageEntry`. */
  readonly overrides?: Overridden
  /** As in `PackageEntry`; the folders are relative to the root of the workspace. */
  readonly settlesFor?: readonly LockedRequirement[]
  /** As in `PackageEntry`. */
  readonly requirer?: string
  /** As in `PackageEntry`. */
  readonly inheritedAs?: string
  /** As in `PackageEntry`. */
  readonly imported?: true
  /** As in `PackageEntry`. */
  readonly accessors?: readonly string[]
  /** Where other files use it by these. */
  readonly usedIn?: readonly Place[]
  /** As in `PackageEntry`. */
  readonly defaultFor?: string
}

/** Files that another one builds on; their paths are relative to the root. */
export interface Layer {
  readonly path: string
  readonly layer: number
  readonly on: readonly string[]
}

/** A version with a name, to which other files refer. */
export interface Definition {
  readonly ecosystem: string
  readonly format: FileFormat
  readonly name: string
  readonly requirement: Requirement
  readonly place: Place
}

/** The text of a file that has its meaning only as a part of projects. */
export interface Source {
  readonly path: string
  readonly format: FileFormat
  readonly text: string
}

/** What a file adds to its project, as in `MemberEntry`. */
export interface Member extends Pick<MemberEntry, 'as' | 'apart'> {
  readonly ecosystem: string
  readonly origin: Origin
  /** The file that names it. */
  readonly path: string
  /** The folder or file, or the pattern of them, relative to the root; or the name of a package. */
  readonly member: string
}

/** A file with the name by which other files refer to it. */
export interface Module {
  readonly path: string
  /** Where it names itself. */
  readonly place: Place
  readonly name?: string
  readonly versions: readonly string[]
  readonly abstract?: true
  readonly unlisted?: true
  /** The path is relative to the root. */
  readonly parent?: { readonly name: string; readonly path?: string }
  readonly imports: readonly string[]
}

/** A package that a project of the workspace is itself, by the name that its file has. */
export interface OwnName {
  /** The file of the project. */
  readonly path: string
  readonly ecosystem: string
  readonly name: string
}

/** A file that another one includes, relative to it and as written. */
export interface Include {
  readonly path: string
  /** The format of the included file. Default: the format of the including file. */
  readonly as?: FileFormat
  readonly absent?: string
  readonly place: Place
}
