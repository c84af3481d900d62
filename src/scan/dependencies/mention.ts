/** What readers see of dependencies, before anything is settled or judged. */

import type { FileFormat } from '../../ecosystems/file-format.ts'
import type { Dependency, Requirement } from '../../model/dependency.ts'
import type { Place } from '../../model/place.ts'

/** A dependency with the whole format of its file. */
export interface Mention extends Dependency {
  readonly format: FileFormat
}

/** A version that one file gives a name, for others to refer to. */
export interface Definition {
  readonly ecosystem: string
  readonly format: FileFormat
  readonly name: string
  readonly requirement: Requirement
  readonly place: Place
}

/** A folder that a file makes a part of its project. */
export interface Member {
  readonly ecosystem: string
  /** The folder of the file that says so. */
  readonly project: string
  /** The folder that belongs to it, relative to the root. */
  readonly folder: string
}

/** A file under the name by which others refer to it. */
export interface Module {
  readonly path: string
  readonly name?: string
  /** The path is relative to the root. */
  readonly parent?: { readonly name: string; readonly path?: string }
  readonly imports: readonly string[]
}

/** A file that another one includes, relative to it and as written. */
export interface Include {
  readonly path: string
  /** The format of the included file; that of the including one unless given. */
  readonly as?: FileFormat
  readonly place: Place
}
