/** The nouns of a fleet: many repositories, the plan of a run over them, the result of each, and all results together. */

import type { Level } from '../model/rule.ts'

/** The version of the form of all files. */
export const SCHEMA = 1

/** A repository at a commit. All texts are hostile. */
export interface RepositoryAtCommit {
  /** GitHub's own number; 0 for a repository of a list that GitHub does not show. */
  readonly id: number
  /** `owner/name`. */
  readonly name: string
  readonly isPrivate: boolean
  /** Who is responsible: by the list, or by CODEOWNERS once that was read. */
  readonly team?: string
  readonly commit?: string
  readonly tree?: string
}

/** Equal for the same repository in two runs. Names change, the number does not; one that GitHub does not show has none. */
export function repositoryKey({ id, name }: Pick<RepositoryAtCommit, 'id' | 'name'>): string {
  return id === 0 ? name.toLowerCase() : String(id)
}

/** One repository in a plan. All texts are hostile. */
export interface PlannedRepository extends RepositoryAtCommit {
  readonly branch?: string
  /**
   * `scan`: new or changed, in a shard. `unchanged`: its last result still holds. `empty`: it has no commit. `unreadable`: GitHub does
   * not show it. `waiting`: to be scanned, but beyond the limit of this run.
   */
  readonly state: 'scan' | 'unchanged' | 'empty' | 'unreadable' | 'waiting'
  /** Our own sentence for an unreadable one. */
  readonly because?: string
  /** From 1 on, for one that is to be scanned. */
  readonly shard?: number
}

/** What one run does. */
export interface Plan {
  readonly schema: typeof SCHEMA
  /** The moment of the plan, ISO 8601 in UTC. */
  readonly made: string
  /** What a result depends on beside the repository: the version of the program and the options. */
  readonly judgedBy: string
  /** The options that win over the configuration of each repository: name → text. */
  readonly options: Readonly<Record<string, string>>
  readonly shards: number
  /** In the order of their names. */
  readonly repositories: readonly PlannedRepository[]
  /** Names of repositories that the last run had and this listing has not. */
  readonly gone: readonly string[]
  /** How many of those listed a filter left out, by the filter. */
  readonly leftOut: Readonly<Record<string, number>>
}

/** A finding of a repository, as short as a page needs it. All texts but the rule are hostile. */
export interface FleetFinding {
  readonly rule: string
  readonly level: Level
  /** The client as a package URL, or the object of something else. */
  readonly subject: string
  readonly path: string
  readonly line: number
  readonly places: number
  /** The version that fixes it. */
  readonly fix?: string
  readonly identity: string
}

/** What a scan says of one repository. */
export interface RepositoryResult extends RepositoryAtCommit {
  readonly schema: typeof SCHEMA
  readonly judgedBy: string
  /** The day of the scan, `YYYY-MM-DD` in UTC. */
  readonly scanned: string
  /** `not-read`: nothing is known of it. `empty`: it has no commit or no file. */
  readonly state: 'passed' | 'failed' | 'incomplete' | 'empty' | 'not-read'
  /** Our own sentence for one that was not read; for an incomplete one, the first gap. */
  readonly because?: string
  readonly counts: { readonly error: number; readonly warning: number; readonly notice: number }
  /** Whether it names a client at all. */
  readonly hasClients: boolean
  /** The day on which its clients break, where that is known. */
  readonly breaksOn?: string
  /** Errors and warnings; notices are counted alone. */
  readonly findings: readonly FleetFinding[]
  readonly requests: number
  /** Whether a request failed, so that the next run reads it again although nothing changed. */
  readonly isPartial?: true
}

/** A repository in the whole fleet. */
export interface FleetRepository extends Omit<RepositoryResult, 'state'> {
  /** `waiting`: it was never scanned. */
  readonly state: RepositoryResult['state'] | 'waiting'
  /** The day since which it fails without a break. */
  readonly failingSince?: string
}

/** What became of a repository between two runs. */
export interface FleetChange {
  readonly name: string
  /** `fails`, `recovers`: it does now, and did not before. `new`, `gone`: it was not listed before, or is not now. */
  readonly kind: 'fails' | 'recovers' | 'new' | 'gone' | 'unread'
  /** Subjects of errors that came or went. */
  readonly subjects: readonly string[]
}

/** The numbers of one day. */
export interface FleetDay {
  readonly day: string
  readonly listed: number
  /** Those with a result that is not `not-read`. */
  readonly scanned: number
  readonly failed: number
  readonly incomplete: number
  readonly unread: number
  readonly errors: number
}

/** All results together: the state between two runs, and what the page shows. */
export interface Fleet {
  readonly schema: typeof SCHEMA
  /** The moment of the merge, ISO 8601 in UTC. */
  readonly made: string
  readonly repositories: readonly FleetRepository[]
  readonly changes: readonly FleetChange[]
  /** The day of the run before; absent for the first one. */
  readonly comparedWith?: string
  /** One for each day, the oldest first. */
  readonly history: readonly FleetDay[]
}
