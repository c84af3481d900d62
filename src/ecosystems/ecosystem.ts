/** What an ecosystem tells the scan: which files it reads, how, and how its versions are ordered. */

import type { Origin, Requirement } from '../model/dependency.ts'

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
interface IncludeEntry {
  readonly include: string
  /** The name of the format of that file, where it is not this one's. */
  readonly as?: string
  readonly at: number
}

/** A version under a name that other files refer to: a property of MSBuild or Gradle, an entry of a catalog. */
export interface DefinitionEntry {
  /** The name, in the form in which `FileFormat.refersTo` gives it back. */
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
export type Present = Partial<Pick<PackageEntry, 'requirement' | 'direct' | 'replacement' | 'alias'>> & {
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

/** One file format: what it is called, which paths it claims, and how it is read. */
export interface FileFormat {
  /** The file it is named after, such as `go.mod` or `requirements*.txt`. */
  readonly name: string
  readonly origin: Origin
  /** Where the format is described. */
  readonly specification: string
  /** The versions of the format that are read, for the table of formats; absent where there is only one. */
  readonly formatVersions?: string
  /** Whether this format reads the file at `path` (relative, `/` between its parts). Looks at nothing but the path. */
  claims(path: string): boolean
  /**
   * Reads one text (no byte-order mark; line ends as in the file). Yields what it has before a syntax error and then
   * throws `SyntaxFault`; anything else it throws is our bug. Asynchronous only where a parser is loaded on demand.
   */
  read(text: string): Iterable<Entry> | AsyncIterable<Entry>
  /**
   * The packages of a lockfile and what each needs, as far as its own text says it. Called only for a text that `read`
   * read to its end, and that holds a client of which it does not say that somebody asked for it.
   */
  graph?(text: string): Graph | Promise<Graph>
  /**
   * The command that tells which package brings `name` in, for a file whose own text does not: it has no graph, or one
   * with gaps in it. Told of what nobody is known to have asked for and has no chain.
   */
  why?(name: string): string
  /** Stands in every text of this format that names a package: a file without it is none of this format, and not claimed. */
  readonly marker?: string
  /**
   * Found in every text of this format that reads in other files, defines something, names the members of a project, or
   * encodes the names of packages: it is read even if it names no client.
   */
  readonly mayInclude?: RegExp
  /** What to do about a file of this format that cannot be read, for formats that are no text. */
  readonly unreadable?: string
  /**
   * What `text`, the requirement of the package `name`, refers to in another file; undefined for one that stands for itself.
   * `''` where nothing is required.
   */
  refersTo?(text: string, name: string): string | undefined
  /** The formats whose references the definitions of this one answer, for files in its folder or below it. */
  readonly definesFor?: readonly string[]
  /** True where files import this one from any folder: where none above defines a name, the closest of the others does. */
  readonly definesEverywhere?: boolean
  /** The formats whose requirements this one answers, for files in its folder or below it. */
  readonly answers?: readonly string[]
  /** True for a copy of what other files of the project say: one of them that says the same settles it, wherever it lies. */
  readonly copies?: boolean
  /** The folder this file speaks for, where that is not the one it lies in (`''` is the root). */
  folder?(path: string): string
  /**
   * A sentence for a file whose programs run outside of clusters, where no service-account token is: what it names is told,
   * and no reason to fail.
   */
  readonly outsideClusters?: string
  /** True for a manifest that states versions for files below it, so that a lockfile below it answers it too. */
  readonly central?: boolean
  /** The commands or edits that bring `name` to at least `version` in a project with this file, one line each. */
  upgrade(name: string, version: string, present: Present): readonly string[]
}

/** What an argument of an install command asks for; `at` counts from its beginning. A gap where nobody can tell. */
export type Ordered = Pick<PackageEntry, 'name' | 'requirement' | 'at'> | { readonly gap: string }

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
  read(argument: string): Ordered | undefined
  /** Reads the value of an option in `versions`, as `read` does an argument. */
  readVersion?(text: string): PlacedRequirement
}

/** How an ecosystem's packages are installed from a shell. */
export interface Installs {
  /** A command is the first of these that it begins like. */
  readonly commands: readonly InstallCommand[]
  /** The command that installs a version; `requirement` is what the present command asks for. */
  edit(name: string, version: string, requirement: Requirement | undefined): string
}

/** One end of an interval of versions. */
export interface Bound<V> {
  readonly version: V
  readonly inclusive: boolean
}

/** The versions between two bounds; a missing bound is open to that side. */
export interface Interval<V> {
  readonly from?: Bound<V>
  readonly to?: Bound<V>
}

/** What a range allows: the union of its intervals. */
export interface Span<V> {
  readonly intervals: readonly Interval<V>[]
  /** Whether the range lets the package manager choose a pre-release. */
  readonly prereleases: boolean
}

/** The most characters of a version that a scheme looks at. No registry holds a longer one: it is hostile, and refused. */
export const LONGEST_VERSION = 256

/** The most characters of a range that a scheme looks at. No person writes a longer one. */
export const LONGEST_RANGE = 4_096

/** How the versions of an ecosystem are read and ordered. Methods, so that a scheme of any `V` fits the registry. */
export interface VersionScheme<V = unknown> {
  readonly title: string
  readonly specification: string
  /** What settles an open range beside a bound, where that is not a lockfile. */
  readonly pinned?: string
  /** Undefined when the text is no version in this scheme; never a guess. */
  parse(text: string): V | undefined
  /** Negative, zero or positive: `a` before, equal to, or after `b`. A total order over everything `parse` returns. */
  compare(a: V, b: V): number
  isPrerelease(version: V): boolean
  /** What a range allows; undefined when that cannot be said (not a range of this scheme, a moving tag). */
  span(range: string): Span<V> | undefined
}

/** One ecosystem: a folder, a line in the registry. */
export interface Ecosystem {
  /** The purl type; the name of its folder. */
  readonly id: string
  readonly title: string
  readonly formats: readonly FileFormat[]
  /** Where its packages are installed by commands of a shell too: in Dockerfiles, scripts, workflows. */
  readonly installs?: Installs
  /** Loads the version scheme; only called when a dependency of this ecosystem is judged. */
  versions(): Promise<VersionScheme>
  /** The form of a package's name in which two spellings of one package are equal. */
  canonicalName(name: string): string
  /** What a name says of the build of its package, such as Scala's `_2.13`; `canonicalName` leaves it out, commands need it. */
  buildOf?(name: string): string
  /** A fragment of the name that stands verbatim, in any letter case, in every file that names the package. */
  needle(canonicalName: string): string
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Everything before the last `/` of a path; `''` for a file in the root. */
export function folderName(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** Whether a folder is `above` or lies below it. */
export function isWithin(folder: string, above: string): boolean {
  return above === '' || folder === above || folder.startsWith(`${above}/`)
}

/** How many folders lead to a folder; 0 for the root. */
export function depth(folder: string): number {
  return folder === '' ? 0 : folder.split('/').length
}

/** How many folders two paths have in common, from the root on. */
export function sharedDepth(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')]
  const end = left.findIndex((name, index) => name !== right[index])
  return end < 0 ? left.length : end
}

/** A folder and those that it lies in, the root at last. */
export function foldersAbove(folder: string): readonly string[] {
  const above = [folder]
  for (let at = folder; at !== ''; ) {
    at = folderName(at)
    above.push(at)
  }
  return above
}
