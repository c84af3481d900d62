/** A file format: which files it reads, what a reader yields, and how one format relates to others. */

import type { Origin, Requirement } from '../model/dependency.ts'
import type { FileNames } from './file-names.ts'

/**
 * What is asked of a package, and where. `at` is the offset, in UTF-16 code units, of the text a person would change: the
 * version, else the name. The text at `at` begins with the requirement (or, for `none`, with the name).
 */
export interface PlacedRequirement {
  readonly requirement: Requirement
  readonly at: number
}

/** What a reader says of one package of a file. */
export interface PackageEntry extends PlacedRequirement {
  /** As the file writes it; the scan makes it canonical. */
  readonly name: string
  /** The purl type of the package, in a file that may hold those of several ecosystems. */
  readonly ecosystem?: string
  readonly direct?: boolean
  readonly replacement?: string
  readonly alias?: string
  /** The version as the ecosystem spells it, where the file spells it otherwise: percent-encoded, without Go's `v`. */
  readonly means?: string
  /** Offset of the place of use, when `at` is a property, variable or catalog entry that carries the version. */
  readonly usedAt?: number
  /** Set where it holds for every folder of the project (`MemberEntry`), whatever their manifests ask for. */
  readonly overrides?: true
}

/** An element of unexpected shape. `text` is the element as written: the scan drops the gap if it names no client. */
export interface GapEntry {
  readonly gap: string
  readonly text: string
  readonly at: number
  /** Set where a program works it out when it runs, so that nobody can read more. */
  readonly computed?: true
}

/** Another file that this one reads in: `-r` and `-c` of requirements files. The path is relative to this file. */
export interface IncludeEntry {
  readonly include: string
  /** The format of that file, where it is not this one. */
  readonly as?: FileFormat
  readonly at: number
}

/** A version under a name that other files refer to: a property of MSBuild or Gradle, an entry of a catalog. */
export interface DefinitionEntry {
  /** The name, in the form in which `FileFormat.references` returns it. */
  readonly defines: string
  readonly requirement: Requirement
  readonly at: number
}

/** A folder whose manifest belongs to the project of this file: `use` of a Go workspace. The path is relative to this file. */
export interface MemberEntry {
  readonly member: string
  readonly at: number
}

/** The file as others of the workspace name it, and those it takes versions from: a Maven project and its parent. */
export interface ModuleEntry {
  /** Its own name; absent where the file does not say it in plain words. */
  readonly module?: string
  readonly parent?: {
    readonly name: string
    /** Where it is expected, relative to this file. */
    readonly path?: string
  }
  /** The names of files whose versions it takes, but not their definitions. */
  readonly imports: readonly string[]
  readonly at: number
}

/** What a reader yields. */
export type Entry = PackageEntry | GapEntry | IncludeEntry | DefinitionEntry | MemberEntry | ModuleEntry

/** What an upgrade starts from, as far as the file says it. */
export type UpgradeContext = Partial<Pick<PackageEntry, 'requirement' | 'direct' | 'replacement' | 'alias'>> & {
  /** The purl type of the package. */
  readonly ecosystem?: string
  /** Whether manifests beside a lockfile ask for it, and whether some in folders below do: workspaces. Absent: nobody knows. */
  readonly asked?: { readonly beside: boolean; readonly below: boolean }
  /** Set when the version stands apart from the package, in a property, variable or catalog entry: that is to be changed. */
  readonly usedAt?: unknown
}

/** A package of a lockfile, by a key that means something in this one text. */
export type PackageKey = string | number

/** What is told of a package in a chain. Hostile text. */
export interface GraphPackage {
  /** As in `PackageEntry`. */
  readonly ecosystem?: string
  readonly name: string
  readonly version: string
}

/** Which package of a lockfile needs which. */
export interface Graph {
  readonly packages: ReadonlyMap<PackageKey, GraphPackage>
  /** What the project asks for. Absent where the file does not say: then what no other package needs counts as that. */
  readonly roots?: Iterable<PackageKey>
  /** What one package needs. A key that is no package of the graph counts for nothing. */
  needsOf(key: PackageKey): Iterable<PackageKey>
}

/** How a lockfile or inventory shows which package brings another one in. */
export interface Chain {
  /**
   * The packages of the file and what each needs, as far as its own text says. Called only for a text that `read` read to
   * its end and that holds a client which the file does not mark as direct.
   */
  graph?(text: string): Graph | Promise<Graph>
  /** The command that shows what brings `name` in, for a file without a graph or with an incomplete one. */
  command?(name: string): string
}

/** What a file of a format is to its project, and which other formats it settles. */
export type Role =
  | {
      /** A person writes it: it states what the project requires. */
      readonly kind: 'manifest'
      /** The formats whose open requirements it settles, for files in its folder or below. */
      readonly settles?: readonly FileFormat[]
      /** Set where it states versions for files below it, so that a lockfile below it settles it too. */
      readonly pinsVersions?: true
      readonly chain?: Chain
      /** A sentence for a file whose programs run outside of clusters: what it names is reported, and fails nothing. */
      readonly note?: string
    }
  | {
      /** A package manager writes it: it states what was chosen. */
      readonly kind: 'lockfile'
      /** The formats whose requirements it settles, for files in its folder or below. */
      readonly locks: readonly FileFormat[]
      readonly chain?: Chain
    }
  | {
      /** It repeats what other files of the project state: one of them that states the same settles it, wherever it is. */
      readonly kind: 'inventory'
      readonly chain?: Chain
    }

/** The formats that refer to the definitions of a format, and how far a definition reaches. */
export interface Definitions {
  readonly for: readonly FileFormat[]
  /**
   * `below`: for files in the folder of the definition and below it. `anywhere`: files import it from any folder, so that the
   * closest definition counts where no folder above has one.
   */
  readonly reach: 'below' | 'anywhere'
}

/** When a file is read although, or not read because, of what its text holds. */
export interface Prescreen {
  /** Part of every text of this format that names a package: a file without it is not of this format, and not counted. */
  readonly marker?: string
  /**
   * Found in every text of this format that includes other files, defines something, names the members of a project, or
   * encodes the names of packages: such a text is read even if it names no client.
   */
  readonly always?: RegExp
}

/** One file format: its name, its files, its reader, and its relations to other formats. */
export interface FileFormat {
  /** The file it is named after, such as `go.mod` or `requirements*.txt`. Unique in its ecosystem. */
  readonly name: string
  /** Where the format is described. */
  readonly specification: string
  /** The versions of the format that are read, for the table of formats; absent where there is only one. */
  readonly versions?: string
  readonly names: FileNames
  readonly role: Role
  readonly prescreen?: Prescreen
  /**
   * Reads one text (no byte-order mark; line ends as in the file). Yields what it has before a syntax error and then
   * throws `SyntaxFault`; anything else it throws is our bug. Asynchronous only where a parser is loaded on demand.
   */
  read(text: string): Iterable<Entry> | AsyncIterable<Entry>
  /**
   * The name of the definition that `text`, the requirement of the package `name`, refers to; undefined where it refers to
   * none. `text` is `''` where the file gives no version.
   */
  references?(text: string, name: string): string | undefined
  readonly definitions?: Definitions
  /** The folder that a file counts for, where that is not its own folder (`''` is the root). */
  folder?(path: string): string
  /** What to do about a file of this format that cannot be read, for formats that are not text. */
  readonly unreadable?: string
  /** The commands or edits that bring `name` to at least `version` in a project with this file, one line each. */
  upgrade(name: string, version: string, present: UpgradeContext): readonly string[]
}

/** Whether a person or a package manager writes the files of a format. */
export function originOf({ role }: Pick<FileFormat, 'role'>): Origin {
  return role.kind === 'manifest' ? 'manifest' : 'lockfile'
}

/** The formats whose requirements a format settles; none for an inventory. */
export function settledFormats({ role }: Pick<FileFormat, 'role'>): readonly FileFormat[] {
  if (role.kind === 'inventory') return []
  return role.kind === 'lockfile' ? role.locks : (role.settles ?? [])
}

/** Whether a manifest states versions for the files below it. */
export function pinsVersions(format: Pick<FileFormat, 'role'> | undefined): boolean {
  return format?.role.kind === 'manifest' && format.role.pinsVersions === true
}

/** The sentence about a manifest whose programs run outside of clusters. */
export function noteOf(format: Pick<FileFormat, 'role'> | undefined): string | undefined {
  return format?.role.kind === 'manifest' ? format.role.note : undefined
}
