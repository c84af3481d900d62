/** An ecosystem: its formats, its version scheme, its names, and how a shell installs its packages. */

import type { Requirement } from '../model/dependency.ts'
import type { FileFormat, PackageEntry, PlacedRequirement } from './file-format.ts'
import type { PurlSpelling } from './purl-spelling.ts'
import type { VersionScheme } from './version-scheme.ts'

/** A package that an argument of an install command requires, or a gap. `at` counts from the start of the argument. */
export type InstallTarget = Pick<PackageEntry, 'name' | 'requirement' | 'at' | 'sealed'> | { readonly gap: string }

/** A command of a shell that installs packages by name, and how it is written. */
export interface InstallCommand {
  /** Its first words, each way they may be written, such as `pip install`. `*` is any one word. */
  readonly words: readonly string[]
  /** The options whose value is the next word. Any other option has no value, or has it after `=`. */
  readonly valued?: readonly string[]
  /** The options whose value is a package. */
  readonly packages?: readonly string[]
  /** The options whose value is the version of the package that is named. */
  readonly versions?: readonly string[]
  /** The options, with or without a value, that add the packages to those for development. */
  readonly development?: readonly string[]
  /** The options whose value names groups of packages, which are for development if all of their names say so. */
  readonly groups?: readonly string[]
  /** Set if only options name packages and other words mean something else. */
  readonly onlyOptions?: true
  /** Reads an argument; undefined if it does not name a package. */
  read(argument: string): InstallTarget | undefined
  /** Reads the value of an option in `versions`, as `read` does an argument. */
  readVersion?(text: string): PlacedRequirement
}

/** How an ecosystem's packages are installed from a shell. */
export interface Installs {
  /** The first one whose words a command begins with applies. */
  readonly commands: readonly InstallCommand[]
  /** Programs that run the command in their arguments, for example in a virtual environment. */
  readonly runners?: readonly string[]
  /** The command that installs a version; `requirement` is the requirement in the present command. */
  edit(name: string, version: string, requirement: Requirement | undefined): string
}

/** One ecosystem: one folder and one line in the registry. */
export interface Ecosystem {
  /** The purl type; the name of its folder. */
  readonly id: string
  readonly title: string
  readonly formats: readonly FileFormat[]
  /** The manifest that most projects have: its commands are the fix for a package URL, which names no file. */
  readonly usualManifest: FileFormat
  /** Set if shell commands install its packages too: in Dockerfiles, scripts, workflows. */
  readonly installs?: Installs
  /** Loads the version scheme; only called when a dependency of this ecosystem is judged. */
  versions(): Promise<VersionScheme>
  /** The form of a package's name in which two spellings of one package are equal. */
  canonicalName(name: string): string
  /**
   * Other names that the same package may have, the likeliest first, for one that no client has: a mirror's name of an
   * image. Each, like `name`, in the form of `canonicalName`.
   */
  namesBehind?(canonicalName: string): readonly string[]
  /** The part of a name that selects a build, such as Scala's `_2.13`: not in the canonical name, but in commands. */
  buildOf?(name: string): string
  /** How package URLs spell its names and versions. */
  readonly purl: PurlSpelling
  /**
   * The part of a name that is verbatim at the place of an entry without a version, where files write the parts of a name
   * apart. Absent: the whole name.
   */
  ownPart?(name: string): string
  /** Set if a project has one version of each package, so that its requirements and those of its packages have to agree. */
  readonly onlyOneVersion?: true
  /** What excludes a version, behind a range in any of its files. Absent where ranges cannot do that everywhere. */
  excluding?(version: string): string
  /** The words for one and for several of its packages, where a package is no client itself but holds one. */
  readonly holders?: { readonly one: string; readonly many: string }
  /** A fragment of the name that every file naming the package contains verbatim, in any letter case. */
  needle(canonicalName: string): string
}
