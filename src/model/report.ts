/** Everything a scan found, and how the job ends. */

import type { Counted, FailOn } from '../settings/choices.ts'
import type { FoundCluster } from './cluster.ts'
import type { Comparison } from './comparison.ts'
import type { Finding } from './finding.ts'
import type { Place } from './place.ts'
import type { Level } from './rule.ts'
import type { WaiverResult } from './waiver.ts'

/**
 * `absent-file`: git or another file names it, and it is not in the scanned folder. `computed-entry`: a script works out what
 * it installs. `other-repository`: a git repository of its own in the scanned folder, which the scanned one does not track.
 * `not-understood`: a client is named in a place that the reader of the file does not know. `inconclusive`: the metrics of the
 * cluster prove nothing. None of these makes a scan incomplete.
 */
export type GapKind =
  | 'unreadable-file'
  | 'unparseable-file'
  | 'unrecognised-entry'
  | 'computed-entry'
  | 'absent-file'
  | 'not-understood'
  | 'other-repository'
  | 'inconclusive'

/** Why git did not list the files of a folder: there is no git to run, no work tree, it failed, or it tracks none of them. */
export type WithoutGit = 'no-git' | 'no-work-tree' | 'git-failed' | 'nothing-tracked'

/** Something that could not be read: kept, counted and shown. `detail` may hold hostile text. */
export interface Gap {
  readonly kind: GapKind
  readonly place: Place
  readonly detail: string
  /** Whether the base has it too. Absent where nothing was compared. */
  readonly existing?: boolean
}

/** The files in which hazards were looked for. */
export interface HazardCoverage {
  /** Files that were searched. */
  readonly searched: number
  /** Files that were not, because what they hold does not run in a cluster or is not the repository's own: tests, documents, copies. */
  readonly notScanned: number
  /** Searched files of which something could not be parsed: nothing is said of it. */
  readonly unexamined: number
}

/** What became of every file: `claimed` is the sum of `unmentioned`, `read`, `failed` and `absent`. */
export interface Coverage {
  /**
   * How the files were found, as the workspace calls it: `git` (the index), `walk` (through the folder), `git-objects` (a commit
   * of the clone), `github` (a commit from the API).
   */
  readonly source: string
  readonly listed: number
  /** Files left out by the default excludes, by the folder name that excluded them. */
  readonly excluded: Readonly<Record<string, number>>
  /** Folders of tools' outputs that ignore files hide and that were not visited, counted by their name. */
  readonly ignored: Readonly<Record<string, number>>
  /** Why git did not list the files, where it was asked. */
  readonly withoutGit?: WithoutGit
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
  /** Claimed files that are listed and not there. */
  readonly absent: number
  /** Absent where no file may hold a hazard. None of its numbers is part of those above. */
  readonly hazards?: HazardCoverage
}

/** Everything that a scan found out. Findings and gaps are in order of path, line and column. */
export interface Report {
  readonly findings: readonly Finding[]
  readonly gaps: readonly Gap[]
  /** In the order of the configuration, then those in comments. */
  readonly waivers: readonly WaiverResult[]
  readonly coverage: Coverage
  /** The clusters that files of the repository make, in the order of their places. */
  readonly clusters?: readonly FoundCluster[]
  /** Absent where no comparison is to be expected: of a folder, or on a schedule. */
  readonly comparison?: Comparison
  /** Absent where the pull request leaves the configuration as it is. */
  readonly configurationChange?: ConfigurationChange
}

/** One thing that a change of the configuration adds, removes or alters. */
export interface ConfigurationEdit {
  /** Where it is at the head; in the base if the head has it no more. */
  readonly place: Place
  /** Our own words with values of the file, which are hostile: `adds a waiver of client-cannot-reload for …`. */
  readonly text: string
}

/**
 * What a pull request changes in the configuration. It decides nothing before it is merged: the configuration of the base does.
 */
export interface ConfigurationChange {
  /** In the order of their places; empty where the configuration of the head is wrong. */
  readonly edits: readonly ConfigurationEdit[]
  /** How the check would end under the configuration of the head, or why that configuration is wrong. */
  readonly effect: { readonly conclusion: Conclusion } | { readonly problem: string }
}

/** How the job ends. Decided before anything is reported. */
export interface Conclusion {
  readonly verdict: 'passed' | 'failed' | 'incomplete'
  /** 0 passed, 1 findings at or above `failOn`, 2 incomplete. */
  readonly exitCode: 0 | 1 | 2
  readonly failOn: FailOn
  /** What could fail the job: `introduced` only where the setting says so and there was something to compare with. */
  readonly counted: Counted
  /** What fails the job, out of the findings and the waivers of the report. */
  readonly failing: readonly (Finding | WaiverResult)[]
  /** Findings per level; settled and waived ones are counted apart. */
  readonly counts: Readonly<Record<Level | 'settled' | 'waived' | 'gap', number>>
}

const HARMLESS: ReadonlySet<GapKind> = new Set<GapKind>([
  'absent-file',
  'computed-entry',
  'not-understood',
  'other-repository',
  'inconclusive'
])

/** Whether a gap leaves something unread that could be read. */
export function leavesUnread(gap: Pick<Gap, 'kind'>): boolean {
  return !HARMLESS.has(gap.kind)
}
