/** A rule: what a finding breaks, and how much that weighs. The catalogue is `src/rules`. */

import type { Platform } from '../settings/choices.ts'
import type { Evidence } from './verdict.ts'

/** How much a finding weighs, from nothing to a failed job. */
export type Level = 'pass' | 'notice' | 'warning' | 'error'

/** How bad a level is, from 0. */
export const SEVERITY: Readonly<Record<Level, number>> = { pass: 0, notice: 1, warning: 2, error: 3 }

/** The statements of the vendor documents, in the order of those documents. `src/rules/statements.ts` has their words. */
export type StatementId =
  | 'secret-as-token'
  | 'no-automatic-secret'
  | 'projected-token'
  | 'bound-by-default'
  | 'extension-ends'
  | 'client-minimum'
  | 'permanent-token'
  | 'addon-minimum'
  | 'stale-metric'
  | 'client-go-skew'
  | 'from-1-21'
  | 'kep'

/**
 * What a hazard does. `keeps-token`: it keeps a token that expires. `permanent-token`: it makes, takes or holds one that does not.
 * `needs-secret`: it needs a Secret that clusters no longer make. `changes-lifetime`: it changes how long tokens are valid.
 * `old-add-on`: it is an add-on below the version that reloads.
 */
export type Harm = 'keeps-token' | 'permanent-token' | 'needs-secret' | 'changes-lifetime' | 'old-add-on'

/** What a finding breaks. Every text is ours; the identifier is stable, because configurations name it. */
export interface Rule {
  readonly id: string
  /** The level unless a configuration raises it. */
  readonly level: Level
  /** A few words that a report puts beside a finding, such as `cannot reload`. */
  readonly title: string
  /** One or two sentences: what is so where the rule is broken. */
  readonly meaning: string
  /** What happens then, and to whom. */
  readonly why: string
  /** What to do. */
  readonly fix: string
  /**
   * Whether a waiver may cover its findings: those of clients and of hazards. Not what a cluster shows, because a counter or a log
   * is true whatever a file of the repository says; not the distance to the cluster, which `cluster.skew` switches off; not an
   * override or a waiver, which are notices or warnings about a line that can be changed in place of the waiver.
   */
  readonly waivable: boolean
  /** The statements of the vendor documents that it answers; none if it is beyond them. */
  readonly answers: readonly StatementId[]
  /** What it does, if it is the rule of a hazard. */
  readonly harm?: Harm
  /**
   * The platforms of the clusters of which a finding says that they extend no token. `upstream`: also those of which no file says the
   * platform. Absent where findings say nothing of it.
   */
  readonly endsGraceOf?: readonly Platform[]
  /** The page that explains it, relative to the root of the project. */
  readonly page: string
  /** What a reader can check it by; absent where every finding has its own. */
  readonly evidence?: readonly Evidence[]
}

/** The levels that a configuration gives to rules, by the rules' identifiers. */
export type RuleLevels = Readonly<Record<string, Level>>
