/** A file format: which files it reads, what a reader yields, and how one format relates to others. */

import type { Origin, Requirement, Scope } from '../model/dependency.ts'
import type { FixStep } from '../model/verdict.ts'
import type { FileNames } from './file-names.ts'

/**
 * A requirement and its place. `at` is the offset, in UTF-16 code units, of the text that a person would change: the
 * version, or the name if there is no version. The text at `at` begins with the requirement (for `none`, with the
 * name).
 */
export interface PlacedRequirement {
  readonly requirement: Requirement
  readonly at: number
}

/** A scope that a file states. */
export type KnownScope = Exclude<Scope, 'unknown'>

/** One package of a file. */
export interface PackageEntry extends PlacedRequirement {
  /** As the file writes it; the scan makes it canonical. */
  readonly name: string
  /** The purl type of the package, in a file that may hold those of several ecosystems. */
  readonly ecosystem?: string
  readonly direct?: boolean
  /** Whether the file marks the package as needed at run time, or only for development or tests; absent: it has no mark. */
  readonly scope?: KnownScope
  /** The extras of a Python package that are required with it. */
  readonly extras?: readonly string[]
  readonly replacement?: string
  readonly alias?: string
  /**
   * The version or range as the ecosystem spells it, if the file spells it otherwise: percent-encoded, without Go's `v`, in several
   * quoted texts.
   */
  readonly means?: string
  /**
   * Set if another version on this line alone is no upgrade: a checksum stands beside it, or the line is the output of a tool.
   */
  readonly sealed?: true
  /** The generation of the tool that wrote the file, where its commands depend on that: `1` or `2` for yarn. */
  readonly generation?: string
  /** Set if the project changes the code of the package: `patch:` of yarn, `patchedDependencies` of pnpm and bun. */
  readonly patched?: true
  /** Offset of the place of use, when `at` is a property, variable or catalog entry that carries the version. */
  readonly usedAt?: number
  /** Set if it decides over what the manifests of the whole project require; which of their requirements. */
  readonly overrides?: Overridden
  /** In a lockfile that shows it: the requirements that lead to this entry, and to no other entry of the package. */
  readonly settlesFor?: readonly LockedRequirement[]
  /** The package that requires it, by the name that overrides use for that. */
  readonly requirer?: string
  /** The name, as other files write it, of the package that this one takes the place of in those of its layer. */
  readonly changes?: Change
  /**
   * The name of the definition that its version comes from, in the form in which `FileFormat.references` returns it, if a
   * project that takes the entry over may define it anew: Maven fills in inherited dependencies with the child's properties.
   */
  readonly inheritedAs?: string
  /** Set if the file takes the versions that the package's own file states, as from a bill of materials. */
  readonly imported?: true
  /** The names by which other files require it (`FileFormat.accessors`): those of a library of a catalog, and of its bundles. */
  readonly accessors?: readonly string[]
  /** The name of the definition that decides in place of its requirement, which is the default if no file defines the name. */
  readonly defaultFor?: string
}

/**
 * A requirement by what a lockfile shows of it. `folder`: that of the project that states it, relative to the file. `requirer`: the
 * package that states it. `asked`: its text.
 * `asked` with `overridden`: the text that an override has put in its place.
 */
export type LockedRequirement =
  | { readonly folder: string }
  | { readonly requirer: string }
  | { readonly asked: string; readonly overridden?: true }

/** Which requirements an override decides: those of its package that meet each condition that is given. */
export interface Overridden {
  /** Those of the members that the project names (`MemberEntry`); else those that a lockfile beside the override settles. */
  readonly ofMembers?: true
  /** Set where its own file requires nothing of the package: it counts only if it decides over what a member requires. */
  readonly leftover?: true
  /**
   * Which of several that fit decides. `first`: the first one. `deepest`: the first of those with the most packages in `through`.
   * `sorted`: the one that the sorting of pnpm 9 to 11 puts first. Default: the first of the narrowest ones.
   */
  readonly choice?: 'first' | 'deepest' | 'sorted'
  /** Greater for an override further down in its file. */
  readonly order?: number
  /** It is a pattern of Yarn 1 (`**\/name`), which matches nothing for Yarn 2 and later. */
  readonly pattern?: true
  /** The version is what the project itself requires of the package: pnpm's `$name`. */
  readonly asRequired?: true
  /** The packages through which the requirement comes, the one that states it last. */
  readonly through?: readonly string[]
  /** What is required: the same text, or a range that overlaps with this one. */
  readonly asked?: { readonly text: string; readonly match: 'equals' | 'overlaps' }
}

/** What a layer changes: a package by its name as it is written. */
export interface Change {
  readonly name: string
  /** The number of the layer in its file (`LayerEntry`). */
  readonly layer: number
}

/** An element of unexpected shape. `text` is the element as written: the scan drops the gap if it names no client. */
export interface GapEntry {
  readonly gap: string
  readonly text: string
  readonly at: number
  /** Set if a program computes it at run time, so that the file does not contain it. */
  readonly computed?: true
  /** Set if `text` is one whole name: that of a client inside it does not count. */
  readonly whole?: true
  /**
   * Set if `text` is one whole name in a place from which no package is read. If it is a client's that is not reported otherwise, it is
   * shown, with `gap` as what is known of it. It fails nothing.
   */
  readonly unread?: true
}

/** Another file that this one reads in: `-r` and `-c` of requirements files. The path is relative to this file. */
export interface IncludeEntry {
  readonly include: string
  /** The format of that file, if it is another one. */
  readonly as?: FileFormat
  /** What to say if that file is missing. Default: that this one includes it. */
  readonly absent?: string
  readonly at: number
}

/** A version under a name that other files refer to: a property of MSBuild or Gradle, an entry of a catalog. */
export interface DefinitionEntry {
  /** The name, in the form in which `FileFormat.references` returns it. */
  readonly defines: string
  readonly requirement: Requirement
  readonly at: number
}

/**
 * What belongs to the project of this file besides its own folder: the members of a workspace, and dependencies from folders. A
 * lockfile that names a member of a workspace lists all of them; for any other one, the manifests beside it do.
 */
export interface MemberEntry {
  /** A folder or a file, relative to this file. */
  readonly member: string
  /**
   * `pattern`: `member` has wildcards (`scan/dependencies/wildcards.ts`).
   * `name`: `member` is the name by which a manifest calls its package (`ModuleEntry.module`), in a folder below or in one that a
   * manifest of the project names.
   */
  readonly as?: 'pattern' | 'name'
  /**
   * Set for a dependency from a folder, which is a project of its own as well: a lockfile in that folder comes first, and what its
   * manifest names belongs to this project too.
   */
  readonly apart?: true
  readonly at: number
}

/** Other files that this one, or one object in it, builds on and may change: the resources of a kustomization. */
export interface LayerEntry {
  /** Its number in the file; 0 where the file is one layer, so that others can build on it in their turn. */
  readonly layer: number
  /** Paths that may exist, relative to this file, or from the root of the repository if they begin with a slash. */
  readonly on: readonly string[]
  readonly at: number
}

/**
 * The file as others of the workspace name it, and those it takes versions from: a Maven project and its parent. Or a module of Go, if
 * its list is not complete.
 */
export interface ModuleEntry {
  /** Its own name; absent if the file does not contain it verbatim. */
  readonly module?: string
  /** Its own version: as written, with what the file defines filled in, and the names of definitions and fields that it is. */
  readonly versions?: readonly string[]
  /** Set where it builds nothing and is there for others to inherit from. */
  readonly abstract?: true
  /** Set where its project also needs packages that it does not list: those that its requirements require. */
  readonly unlisted?: true
  readonly parent?: {
    readonly name: string
    /** Its expected path, relative to this file. */
    readonly path?: string
  }
  /** The names of files whose versions it takes, but not their definitions. */
  readonly imports: readonly string[]
  readonly at: number
}

/**
 * A part of the file in which a client may be named without being required, and why: keywords, a description, an exclusion. It goes
 * from `at` to `end`, which is not in it.
 */
export interface IgnoredEntry {
  readonly ignored: string
  readonly at: number
  readonly end: number
}

/** Anything that a reader yields. */
export type Entry =
  | PackageEntry
  | GapEntry
  | IncludeEntry
  | DefinitionEntry
  | MemberEntry
  | ModuleEntry
  | LayerEntry
  | IgnoredEntry

/**
 * How a format writes comments: `hash` from `#`, `slashes` from `//` and in `/* *\/`, `dashes` from `--`, `semicolons` from `;`, `percents` from `%`,
 * `xml` in `<!-- -->`.
 */
export type Comments = 'none' | 'hash' | 'slashes' | 'dashes' | 'semicolons' | 'percents' | 'xml'

/** The state before an upgrade, as far as the file contains it. */
export type UpgradeContext = Partial<Pick<PackageEntry, 'requirement' | 'direct' | 'replacement' | 'alias'>> & {
  /** The purl type of the package. */
  readonly ecosystem?: string
  /**
   * Whether manifests beside a lockfile require it, and the folders of the other manifests that do, relative to the scanned folder.
   * Absent if unknown.
   */
  readonly asked?: { readonly beside: boolean; readonly below: readonly string[] }
  /** Whether the project itself requires another version of the package, where the entry is that of a parent. Absent if unknown. */
  readonly alsoRequired?: boolean
  /** Set if an override decides over it; `direct` then says whether a manifest requires it as well. */
  readonly isOverridden?: true
  /** What has to move in the same step, each to its version. */
  readonly together?: readonly { readonly name: string; readonly version: string }[] | undefined
  /** As in `PackageEntry`. */
  readonly generation?: string | undefined
  /** Set if a property, variable or catalog entry carries the version, so that the upgrade changes that. */
  readonly usedAt?: unknown
  /** As in `PackageEntry`. */
  readonly patched?: true | undefined
}

/** The key of a package of a lockfile, valid for this text only. */
export type PackageKey = string | number

/** A package as a chain shows it. Hostile text. */
export interface GraphPackage {
  /** As in `PackageEntry`. */
  readonly ecosystem?: string
  readonly name: string
  readonly version: string
}

/** Which package of a lockfile requires which. */
export interface Graph {
  readonly packages: ReadonlyMap<PackageKey, GraphPackage>
  /** The packages that the project requires. If absent, those that no other package requires count as roots. */
  readonly roots?: Iterable<PackageKey>
  /**
   * The packages that the project requires for development or tests only; `roots` then has the others. Absent if the file does
   * not distinguish them: then no scope follows from the graph.
   */
  readonly developmentRoots?: Iterable<PackageKey>
  /**
   * The packages to which the file may resolve a requirement of a manifest, in any version if its text does not show more. Present if
   * the file does not distinguish the roots, so that the manifests tell which of them are for development.
   */
  resolve?(requirement: PackageEntry): Iterable<PackageKey>
  /** The packages that one package requires. A key without a package in the graph is ignored. */
  needsOf(key: PackageKey): Iterable<PackageKey>
}

/** How to find the parents of a package in a lockfile or inventory. */
export interface Chain {
  /**
   * The packages of the file and their requirements, as far as its own text has them. Called only for a text that
   * `read` reads to its end and that has a client which the file does not mark as direct.
   */
  graph?(text: string): Graph | Promise<Graph>
  /** The command that shows the parents of `name`, for a file without a graph or with an incomplete one. */
  command?(name: string): string
}

/** The role of a file in its project, and the other formats that it settles. */
export type Role =
  | {
      /** Written by a person: the requirements of the project. */
      readonly kind: 'manifest'
      /** The formats whose open requirements it settles, for files in its folder or below (`settlesBelow`). */
      readonly settles?: readonly FileFormat[]
      /** The formats of files that settle it where they name it (`MemberEntry`): they were compiled from it, or install it. */
      readonly compiledInto?: readonly FileFormat[]
      /** Set if it states versions for files below it, so that a lockfile below it settles it too. */
      readonly pinsVersions?: true
      readonly chain?: Chain
      /** A sentence for a file whose programs run outside a cluster: its clients are reported, but fail nothing. */
      readonly note?: string
    }
  | {
      /** Written by a package manager: the chosen versions. */
      readonly kind: 'lockfile'
      /** The formats whose requirements it settles, for files in its folder and the members of its project (`MemberEntry`). */
      readonly locks: readonly FileFormat[]
      /** Set if it has the overrides that hold: its package manager refuses a lockfile with others, and does not read the rest. */
      readonly repeatsOverrides?: true
      readonly chain?: Chain
    }
  | {
      /** A copy of what other files of the project state. Any file of the project that states the same settles it. */
      readonly kind: 'inventory'
      /** Set where its tool adds entries and never removes any: the edit that removes one. */
      readonly removal?: string
      readonly chain?: Chain
    }

/** A use of an entry of a catalog: `catalog` is the name that the file has for it, `accessor` the rest. */
export interface AccessorUse {
  readonly catalog: string
  readonly accessor: string
  readonly at: number
  readonly scope?: KnownScope
}

/** The formats that refer to the definitions of a format, and how far a definition reaches. */
export interface Definitions {
  readonly for: readonly FileFormat[]
  /**
   * `below`: for files in the folder of the definition and below it. `anywhere`: files import it from any folder, so
   * the closest definition counts if no folder above has one.
   */
  readonly reach: 'below' | 'anywhere'
  /** The folder beside a reference in whose folders definitions count for it too: `charts` of a Helm chart. */
  readonly nested?: string
}

/** An offset in one of several texts. */
export interface Spot {
  readonly path: string
  readonly at: number
}

/** A version of a package as a project means it: where a person changes it, and where an item has it. */
export interface MeantVersion {
  readonly requirement: Requirement
  readonly at: Spot
  readonly usedAt: Spot
}

/** What a place that names a package comes to in one project. */
export interface EvaluatedUse {
  readonly name: string
  /** The place as in an entry: `usedAt`, or else `at`. */
  readonly at: Spot
  /** The versions that hold in its place, itself or another one. Several where a condition cannot be decided, none where none is known. */
  readonly versions: readonly MeantVersion[]
  /** Whether the project has the package; false for a version that is stated for whoever wants it. */
  readonly isUsed: boolean
  /** Set if no other file gives it a version. */
  readonly isFinal?: true
  readonly scope?: KnownScope
}

/** A project with all of its files, evaluated. */
export interface EvaluatedProject {
  readonly path: string
  readonly files: ReadonlySet<string>
  /** Whether nothing else belongs to it. */
  readonly isComplete: boolean
  readonly uses: readonly EvaluatedUse[]
}

/** How the files of several formats make projects: MSBuild. */
export interface ProjectEvaluation {
  /** The projects among some texts, by their paths; undefined if they are too many. `isWatched` says which packages matter. */
  evaluate(
    texts: ReadonlyMap<string, string>,
    isWatched: (name: string) => boolean
  ): readonly EvaluatedProject[] | undefined
  /** Whether a file is a project, which others do not import. */
  isProject(path: string): boolean
  /** Whether a file belongs to a project because of its place. */
  isImportedByPlace(path: string): boolean
}

/** Tests of the text that decide whether a file is read. */
export interface Prescreen {
  /**
   * Found in every text of this format that names a package: a file without it has another format and is not counted.
   */
  readonly marker?: RegExp
  /**
   * Found in every text of this format that includes other files, defines something, or encodes the names of packages: such a
   * text is read even if it names no client.
   */
  readonly always?: RegExp
  /**
   * Found in every text of a manifest that names members of its project (`MemberEntry`), or needs packages that it does not list
   * (`ModuleEntry.unlisted`). Such a text is read even if it names no client; then it leaves no gaps, because what it names is a file
   * of the workspace in any case.
   */
  readonly members?: RegExp
  /**
   * Set if the reader joins adjacent strings into a name, such as `kuber''netes` in a shell and `"kuber" "netes"` in Python.
   * The prefilter then ignores the quotes between them.
   */
  readonly joins?: true
}

/**
 * A table of a file beside a lockfile, in which a project says which version of a package it takes whoever requires it. `entry` makes what
 * stands there: a member of a table, or an item of a list, which has no key.
 */
export interface OverrideTable {
  /** The base name of the file. */
  readonly file: string
  readonly syntax: 'json' | 'yaml' | 'toml'
  readonly keys: readonly string[]
  entry(name: string, version: string): { readonly key?: string; readonly value: string }
}

/** One file format: its name, its files, its reader, and its relations to other formats. */
export interface FileFormat {
  /** The file it is named after, such as `go.mod` or `requirements*.txt`. Unique in its ecosystem. */
  readonly name: string
  /** Where the format is described. */
  readonly specification: string
  /** The versions of the format that are read, for the table of formats; absent if there is only one. */
  readonly versions?: string
  readonly names: FileNames
  readonly role: Role
  readonly prescreen?: Prescreen
  /**
   * Where it names the package that its project is itself, in the group `name`; absent where no package can require that name.
   * Matches no other name, but need not match every notation: what it misses is taken for a package of the registry.
   */
  readonly ownName?: RegExp
  /** How it writes comments; `hash` unless given. */
  readonly comments?: Comments
  /**
   * Reads one text (no byte-order mark; line ends as in the file). Yields what it has before a syntax error and then
   * throws `SyntaxFault`; anything else it throws is our bug. Asynchronous only where a parser is loaded on demand.
   * `mentions` says whether a fragment may name a client, so that a large text can be parsed in part.
   */
  read(text: string, mentions?: (fragment: string) => boolean): Iterable<Entry> | AsyncIterable<Entry>
  /** The uses of entries of catalogs in a text, and whatever looks like one. */
  accessors?(text: string): Iterable<AccessorUse>
  /**
   * The name of the definition that `text`, the requirement of the package `name`, refers to; undefined if there is
   * none. `text` is `''` if the file gives no version.
   */
  references?(text: string, name: string): string | undefined
  readonly definitions?: Definitions
  /** Set if its files have their meaning only as parts of projects; formats with the same evaluation make projects together. */
  readonly projects?: ProjectEvaluation
  /** The folder that a file counts for, if it is not the folder of the file (`''` is the root). */
  folder?(path: string): string
  /**
   * Whether a file settles those in all folders below its own, whether it names them or not. Default: a manifest does, a lockfile does
   * not, because projects in folders below may be none of its own.
   */
  settlesBelow?(path: string): boolean
  /** The scope of the packages that the file does not mark, from its path; undefined if nothing says it. */
  scopeOf?(path: string): KnownScope | undefined
  /** Set if each of its entries is `sealed`: another file has checksums or paths with the versions, as go.sum has. */
  readonly sealed?: true
  /** The remedy for an unreadable file, for formats that are not text. */
  readonly unreadable?: string
  /**
   * Whether a binary file may name a client, if the format keeps names in certain places. Each byte is one character; `mentions` says
   * whether a fragment may name a client.
   */
  namesInBytes?(bytes: string, mentions: (fragment: string) => boolean): boolean
  /**
   * For a file that a tool writes: the steps that bring it in line with its manifests after `name` was changed there. Absent where no
   * command does that and keeps the rest as it is. `input` is the base name of the manifest that was changed, if it is beside this
   * file and a shell needs no quotes for it. No steps where they are not known.
   */
  renew?(name: string, input?: string): readonly FixStep[]
  /** The tables that override what packages of a lockfile require, the one to prefer first. Absent where its tool has none. */
  readonly overrides?: readonly OverrideTable[]
  /** The steps that raise `name` to at least `version` in a project with this file. */
  upgrade(name: string, version: string, present: UpgradeContext): readonly FixStep[]
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

/** Whether a format settles files of another one where it names them. */
export function isCompiledFrom(format: FileFormat, { role }: Pick<FileFormat, 'role'>): boolean {
  return role.kind === 'manifest' && role.compiledInto?.includes(format) === true
}

/** Whether a file settles those in all folders below its own. */
export function settlesBelow(format: FileFormat, path: string): boolean {
  return format.settlesBelow?.(path) ?? format.role.kind === 'manifest'
}

/** Whether a manifest states versions for the files below it. */
export function pinsVersions(format: Pick<FileFormat, 'role'> | undefined): boolean {
  return format?.role.kind === 'manifest' && format.role.pinsVersions === true
}

/** The sentence about a manifest whose programs run outside a cluster. */
export function noteOf(format: Pick<FileFormat, 'role'> | undefined): string | undefined {
  return format?.role.kind === 'manifest' ? format.role.note : undefined
}
