/** A written exception for single findings, and what became of it. */

import type { Place } from './place.ts'
import type { Level, Rule } from './rule.ts'

/** A written exception for single findings. Every text here is the repository's, and hostile. */
export interface Waiver {
  readonly rule: Rule
  /** The client that it covers. Absent: its rule is one of a hazard, and `paths` say where it covers that. */
  readonly client?: WaivedClient
  /** Patterns as in `.gitignore`. Absent: everywhere. */
  readonly paths?: readonly string[]
  /** The identities of what it covers, if it is a comment in a file: then nothing else counts. */
  readonly identities?: ReadonlySet<string>
  readonly reason: string
  readonly owner: string
  /** The last day on which it holds, as `YYYY-MM-DD`. */
  readonly until: string
  /** Where it is written. */
  readonly place: Place
  /** The line of this repository by which it counts, if it is written in another one. */
  readonly via?: Place
}

/** The place of a waiver in this repository. */
export function placeHere({ place, via = place }: Waiver): Place {
  return via
}

/** The client that a waiver covers. */
export interface WaivedClient {
  /** The purl type. */
  readonly ecosystem: string
  /** The client's name, as the policy spells it. */
  readonly name: string
  /** A version or range in the ecosystem's own scheme. Absent: whatever is required. */
  readonly versions?: string
}

/** What a waiver is about: the name of a client, or the paths of a hazard. Hostile text. */
export function waivedName({ client, paths = [] }: Waiver): string {
  return client?.name ?? paths.join(', ')
}

/** What became of a waiver. An expired one covers nothing any more, whether a finding matches it or not. */
export type WaiverState = 'in-force' | 'expired' | 'unused'

/** A waiver, and what it did to the report. */
export interface WaiverResult {
  readonly waiver: Waiver
  readonly state: WaiverState
  /** The rule that it breaks itself; none for one in force. */
  readonly rule?: Rule
  /** `pass` for one in force. */
  readonly level: Level
  /** How many findings it covers, or covered before its end. */
  readonly findings: number
  /** Whether it is in the same state in the base. Absent where nothing was compared. */
  readonly existing?: boolean
}
