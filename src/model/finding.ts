/** What a report is made of: findings, and the waivers that cover some of them. */

import type { Dependency } from './dependency.ts'
import type { Place } from './place.ts'
import type { Level, Rule } from './rule.ts'
import type { Verdict } from './verdict.ts'

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

/** Whether a finding stands for itself: one that another file settles or a waiver covers does not. */
export function counts(finding: Finding): boolean {
  return finding.settledBy === undefined && finding.waivedBy === undefined
}
