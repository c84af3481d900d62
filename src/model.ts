/** The nouns of the product: what the scan finds, what the policy says of it, and what is told. */

/** Where something stands: a path relative to the scanned folder with `/` between its parts, line and column from 1. */
export interface Place {
  readonly path: string
  readonly line: number
  /** In UTF-16 code units, as editors and GitHub's annotations count them. */
  readonly column: number
}

/**
 * What a file asks of one package. `text` is hostile: it is copied from the scanned repository.
 * - `version`: one exact version.
 * - `range`: several versions may answer it.
 * - `source`: not a registry: a git address, a folder, a URL. `revision` and `branch` are set where the file names them.
 * - `none`: the package is named and nothing is said of its version.
 */
export type Requirement =
  | { readonly kind: 'version'; readonly text: string }
  | { readonly kind: 'range'; readonly text: string }
  | SourceRequirement
  | { readonly kind: 'none' }

/** A requirement of the kind `source`. */
export interface SourceRequirement {
  readonly kind: 'source'
  /** What a person would change to get another code: the revision or branch, else the address. */
  readonly text: string
  readonly url?: string
  readonly revision?: string
  readonly branch?: string
  /** When the revision was committed, and a time before which it was, as the file writes them (RFC 3339). */
  readonly committed?: string
  readonly committedBefore?: string
}

/** Makes a source requirement out of what a file may say of it and may not. */
export function sourceRequirement(
  text: string,
  {
    url,
    revision,
    branch,
    committed,
    committedBefore
  }: { [fact in Exclude<keyof SourceRequirement, 'kind' | 'text'>]?: string | undefined }
): SourceRequirement {
  return {
    kind: 'source',
    text,
    ...(url === undefined ? {} : { url }),
    ...(revision === undefined ? {} : { revision }),
    ...(branch === undefined ? {} : { branch }),
    ...(committed === undefined ? {} : { committed }),
    ...(committedBefore === undefined ? {} : { committedBefore })
  }
}

/** Whether a file states what somebody wants (`manifest`) or what a package manager chose (`lockfile`). */
export type Origin = 'manifest' | 'lockfile'

/** A package that leads to a client. Hostile text; the version is empty where the file gives none. */
export interface ChainLink {
  readonly name: string
  readonly version: string
}

/** One client as one file declares or resolves it. */
export interface Dependency {
  /** The purl type, which is also the name of the folder below `src/ecosystems`. */
  readonly ecosystem: string
  /** The file format that named it, such as `go.mod`. */
  readonly format: string
  /** The client's name, as the policy spells it. */
  readonly name: string
  readonly requirement: Requirement
  readonly origin: Origin
  readonly place: Place
  /** Further places of the same lockfile that repeat the same package and version. */
  readonly repeatedAt: readonly Place[]
  /** What the file adds to the name to say for which platform the package was built: Scala's `_2.13`. */
  readonly build?: string
  /** The package whose code is really used instead: Go's `replace`, dep's `source`. Hostile text. */
  readonly replacement?: string
  /** The name under which the file installs it, where that differs: npm's `npm:` aliases. Hostile text. */
  readonly alias?: string
  /** Whether the file says that somebody asked for it (true) or that another package brings it (false). */
  readonly direct?: boolean
  /**
   * Why it is there, where the lockfile holds the answer: from the package that the project asks for to this one. One of the
   * shortest chains.
   */
  readonly chain?: readonly ChainLink[]
  /** Where the package is used, when `place` is the property, variable or catalog entry that carries its version. */
  readonly usedAt?: Place
  /** Set where it holds for the whole project, whatever the other manifests of the project ask for: a Go workspace. */
  readonly overrides?: true
}

/** What the policy says of one dependency; README.md, "Verdicts". */
export type VerdictKind = 'reloads' | 'cannot-reload' | 'sends-no-token' | 'below-minimum' | 'reloads-late' | 'unknown'

/** Why a dependency cannot be judged. */
export type UnknownReason =
  | 'open-range'
  | 'source'
  | 'placeholder'
  | 'fork'
  | 'not-a-version'
  | 'no-version'
  | 'never-released'
  | 'not-examined'
  | 'moving-version'
  | 'no-order'
  | 'no-loader'

/** How sure a statement about a client is. `stated`: the scanned repository says so itself, in its configuration. */
export type Proof = 'executed' | 'source' | 'documented' | 'unsure' | 'stated'

/** One thing a reader can check: a commit, a pull request, a page. */
export interface Evidence {
  readonly text: string
  readonly url: string
  readonly proof: Proof
}

/** What released code was seen to do with the token file. `stops`: it asks the API server no more at all. */
export type Behaviour = 'reloads' | 'reloads-late' | 'reads-once' | 'sends-no-token' | 'stops' | 'not-known'

/** How to get a client that reloads. Every text here is ours, never the repository's. */
export interface Fix {
  /** The lowest version above the present one that passes; for a range the one from which every known release does. */
  readonly version?: string
  /** The package manager's command or the edit to make, one line each. */
  readonly commands: readonly string[]
  /**
   * The package that brings the client in, and its lowest version above the present one that brings one that passes: then the
   * commands are about that package.
   */
  readonly through?: { readonly name: string; readonly version: string }
  /** What else to know; what to do where no version helps. */
  readonly advice?: string
}

/**
 * The policy's answer for one dependency. Every text here is ours and not the repository's, but for the evidence and the
 * versions of clients that its configuration adds.
 */
export interface Verdict {
  readonly kind: VerdictKind
  /** Set exactly when `kind` is `unknown`. */
  readonly reason?: UnknownReason
  /** One sentence that explains the verdict. */
  readonly because: string
  /** What was observed, whatever the documented minimum says; `not-known` where nothing was. */
  readonly observed: Behaviour
  /** The documented minimum, where the vendor documents name one for this client. */
  readonly minimum?: string
  readonly evidence: readonly Evidence[]
  /** Absent when the verdict is `reloads`. */
  readonly fix?: Fix
}

/** How much a finding weighs, from nothing to a failed job. */
export type Level = 'pass' | 'notice' | 'warning' | 'error'

/** How bad a level is, from 0. */
export const SEVERITY: Readonly<Record<Level, number>> = { pass: 0, notice: 1, warning: 2, error: 3 }

/** What a finding breaks, and what may be wrong with a waiver. Configurations name them: the names are stable. */
export const RULES = [
  'client-cannot-reload',
  'client-sends-no-token',
  'client-below-minimum',
  'client-reloads-late',
  'client-unknown',
  'waiver-expired',
  'waiver-unused'
] as const

/** One of `RULES`. */
export type Rule = (typeof RULES)[number]

/** The rule that a verdict breaks; none for the good one. */
export function ruleOf(kind: VerdictKind): Rule | undefined {
  return kind === 'reloads' ? undefined : `client-${kind}`
}

/** The levels that a configuration gives to rules. */
export type RuleLevels = Readonly<Partial<Record<Rule, Level>>>

/** A written exception for single findings. Every text here is the repository's, and hostile. */
export interface Waiver {
  readonly rule: Rule
  /** The purl type. */
  readonly ecosystem: string
  /** The client's name, as the policy spells it. */
  readonly name: string
  /** A version or range in the ecosystem's own scheme. Absent: whatever is required. */
  readonly versions?: string
  /** Patterns as in `.gitignore`. Absent: everywhere. */
  readonly paths?: readonly string[]
  readonly reason: string
  readonly owner: string
  /** The last day on which it holds, as `YYYY-MM-DD`. */
  readonly until: string
  /** Where it is written. */
  readonly place: Place
}

/** What became of a waiver. An expired one subtracts nothing any more, whether it would cover something or not. */
export type WaiverState = 'in-force' | 'expired' | 'unused'

/** A waiver, and what it did to the report. */
export interface WaiverResult {
  readonly waiver: Waiver
  readonly state: WaiverState
  /** `pass` for one in force. */
  readonly level: Level
  /** How many findings it covers, or covered before its end. */
  readonly findings: number
}

/** A dependency with its verdict. */
export interface Finding {
  readonly dependency: Dependency
  readonly verdict: Verdict
  readonly level: Level
  /** Set when another file decides: a lockfile, a parent, a catalog. Such a finding counts for nothing on its own. */
  readonly settledBy?: Place
  /** Set when a waiver in force covers it: it is told, and counts for nothing. */
  readonly waivedBy?: Waiver
  /** The manifest lines that this finding settles: the lines people edit. */
  readonly declaredAt: readonly Place[]
  /** The command that tells what brings it in, where nobody is known to have asked for it and the file does not tell. Ours. */
  readonly why?: string
}

/**
 * `absent-file`: git or another file names it, and it is not in the scanned folder. `computed-entry`: a script works out what
 * it installs. Neither makes a scan incomplete: nobody can read more.
 */
export type GapKind = 'unreadable-file' | 'unparseable-file' | 'unrecognised-entry' | 'computed-entry' | 'absent-file'

/** Something that could not be read: kept, counted and shown. `detail` may hold hostile text. */
export interface Gap {
  readonly kind: GapKind
  readonly place: Place
  readonly detail: string
}

/** What became of every file: `claimed` is the sum of `unmentioned`, `read` and `failed`. */
export interface Coverage {
  /** How the files were found: git's index, or a walk through the folder. */
  readonly source: 'git' | 'walk'
  readonly listed: number
  /** Files left out by the default excludes, by the folder name that excluded them. */
  readonly excluded: Readonly<Record<string, number>>
  /** Files left out by `paths` of the configuration. */
  readonly leftOut: number
  /** Files that some format reads. */
  readonly claimed: number
  /** Claimed files whose text names no client. */
  readonly unmentioned: number
  /** Claimed files read to their end. */
  readonly read: number
  /** Claimed files with at least one gap. */
  readonly failed: number
}

/** Everything that a scan found out. Findings and gaps are in order of path, line and column. */
export interface Report {
  readonly findings: readonly Finding[]
  readonly gaps: readonly Gap[]
  /** In the order of the configuration. */
  readonly waivers: readonly WaiverResult[]
  readonly coverage: Coverage
}

/** Which answer counts where the vendor documents and the observed behaviour disagree; the first is the default. */
export const MINIMUM_MODES = ['documented', 'observed'] as const

/** One of `MINIMUM_MODES`. */
export type MinimumMode = (typeof MINIMUM_MODES)[number]

/** The lowest level that fails the job; the first is the default. */
export const FAIL_ON = ['error', 'warning', 'notice', 'never'] as const

/** One of `FAIL_ON`. */
export type FailOn = (typeof FAIL_ON)[number]

/** How the job ends. Settled before anything is told. */
export interface Conclusion {
  readonly verdict: 'passed' | 'failed' | 'incomplete'
  /** 0 passed, 1 findings at or above `failOn`, 2 incomplete. */
  readonly exitCode: 0 | 1 | 2
  readonly failOn: FailOn
  /** Findings per level; settled and waived ones are counted apart. */
  readonly counts: Readonly<Record<Level | 'settled' | 'waived' | 'gap', number>>
}

/** What is wrong at one place of a configuration, and what to do about it. */
export interface Problem {
  readonly place: Place
  readonly message: string
}

/** Wrong use or configuration: exit code 3. The message says what is wrong, where, and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  /** Set where the fault lies in a file: what the message says, by place. */
  readonly problems: readonly Problem[]

  constructor(message: string, problems: readonly Problem[] = []) {
    super(message)
    this.problems = problems
  }
}

/** Whether a finding stands for itself: one that another file settles or a waiver covers does not. */
export function counts(finding: Finding): boolean {
  return finding.settledBy === undefined && finding.waivedBy === undefined
}

/** Whether a gap leaves something unread that could be read. */
export function leavesUnread(gap: Gap): boolean {
  return gap.kind !== 'absent-file' && gap.kind !== 'computed-entry'
}

/** Orders places by path, line and column; paths by code unit, so that the order is the same everywhere. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return a.line - b.line || a.column - b.column
}
