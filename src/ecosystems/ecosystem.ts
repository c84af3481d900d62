/** An ecosystem: its formats, its version scheme, its names, and how a shell installs its packages. */

import type { Requirement } from '../model/dependency.ts'
import type { FileFormat, PackageEntry, PlacedRequirement } from './file-format.ts'
import type { PurlSpelling } from './purl-spelling.ts'
import type { VersionScheme } from './version-scheme.ts'

/** What an argument of an install command asks for; `at` counts from its beginning. A gap where nobody can tell. */
export type InstallTarget = Pick<PackageEntry, 'name' | 'requirement' | 'at'> | { readonly gap: string }

/** A command of a shell that installs packages by name, and how it is written. */
export interface InstallCommand {
  /** Its first words, each way they may be written, such as `pip install`. `*` is any one word. */
  readonly words: readonly string[]
  /** The options whose value is the next word. Any other stands alone, or has its value behind `=`. */
  readonly valued?: readonly string[]
  /** The options whose value is a package. */
  readonly packages?: readonly string[]
  /** The options whose value is the version of the package that is named. */
  readonly versions?: readonly string[]
  /** Set where only options name packages and other words mean something else. */
  readonly onlyOptions?: true
  /** Reads an argument that may name a package; undefined for one that names none. */
  read(argument: string): InstallTarget | undefined
  /** Reads the value of an option in `versions`, as `read` does an argument. */
  readVersion?(text: string): PlacedRequirement
}

/** How an ecosystem's packages are installed from a shell. */
export interface Installs {
  /** A command is the first of these that it begins like. */
  readonly commands: readonly InstallCommand[]
  /** Programs that run the command in their arguments, for example in a virtual environment. */
  readonly runners?: readonly string[]
  /** The command that installs a version; `requirement` is what the present command asks for. */
  edit(name: string, version: string, requirement: Requirement | undefined): string
}

/** One ecosystem: a folder, a line in the registry. */
export interface Ecosystem {
  /** The purl type; the name of its folder. */
  readonly id: string
  readonly title: string
  readonly formats: readonly FileFormat[]
  /** The manifest that most projects have: its commands are the fix for a package URL, which names no file. */
  readonly usualManifest: FileFormat
  /** Where its packages are installed by commands of a shell too: in Dockerfiles, scripts, workflows. */
  readonly installs?: Installs
  /** Loads the version scheme; only called when a dependency of this ecosystem is judged. */
  versions(): Promise<VersionScheme>
  /** The form of a package's name in which two spellings of one package are equal. */
  canonicalName(name: string): string
  /** What a name says of the build of its package, such as Scala's `_2.13`; `canonicalName` leaves it out, commands need it. */
  buildOf?(name: string): string
  /** How package URLs spell its names and versions. */
  readonly purl: PurlSpelling
  /**
   * The part of a name that is verbatim at the place of an entry without a version, where files write the parts of a name
   * apart. Absent: the whole name.
   */
  ownPart?(name: string): string
  /** The words for one and for several of its packages, where a package is no client itself but holds one. */
  readonly holders?: { readonly one: string; readonly many: string }
  /** A fragment of the name that stands verbatim, in any letter case, in every file that names the package. */
  needle(canonicalName: string): string
}
