/** The form of a policy row: one client, what the vendor documents ask of it, and what its releases were seen to do. */

import type { Requirement } from '../model/dependency.ts'
import type { Behaviour, Evidence, UnknownReason, VerdictKind } from '../model/verdict.ts'

/** What is known of one version or source of a client. */
export interface Observation {
  readonly behaviour: Behaviour
  /** One sentence, ours: what the code of this version does, or why nothing is known. */
  readonly because: string
  readonly evidence: readonly Evidence[]
  /** Why nothing is known; required when `behaviour` is `not-known`. */
  readonly reason?: UnknownReason
  /** Whether it is below the minimum, where the minimum counts in another numbering than the versions themselves. */
  readonly belowMinimum?: boolean
}

/** What the releases from `from` (inclusive) to `before` (exclusive) do. A missing bound is open to that side. */
export interface ObservedRange extends Observation {
  readonly from?: string
  readonly before?: string
  /**
   * Every version that was released in the range, where it is closed and holds few: a requirement such as `>=12` then
   * only allows what exists. Absent: every version between the bounds counts as existing.
   */
  readonly releases?: readonly string[]
  /** What these releases bring in, where it is not all that `Client.brings` names. */
  readonly brings?: readonly string[]
}

/** The lowest version that the vendor documents name. */
export interface Minimum {
  /** In the client's own scheme; absent where the documents name no version ("master branch"). */
  readonly version?: string
  /** As the documents print it. */
  readonly text: string
  readonly evidence: readonly Evidence[]
}

/** A version or source and the verdict it must get; run as a test. Under `minimum: documented` unless said otherwise. */
export interface Example {
  /** A version, or for a source `{ url, revision }` and the like. */
  readonly requirement: string | Requirement
  readonly verdict: VerdictKind
  /** What must be observed; left out where the verdict says it already. */
  readonly observed?: Behaviour
}

/** One client: a row of the policy. */
export interface Client {
  /** The name of the package as its makers spell it; it is matched in the ecosystem's canonical form. */
  readonly name: string
  /** Other names under which the same releases are published. */
  readonly alsoNamed?: readonly string[]
  /** What people call it. */
  readonly title: string
  /** Where its code lives. */
  readonly repository: string
  readonly minimum?: Minimum
  /** Without gaps or overlaps, lowest first. Empty only where `observe` answers for every version. */
  readonly observed: readonly ObservedRange[]
  /**
   * For what an order of versions cannot express: exact procedures, revisions, sources. Undefined where it has nothing
   * to say.
   */
  observe?(requirement: Requirement): Observation | undefined
  /** How a version is judged where their order does not tell: whole sentences, for whoever checks `observe`. */
  readonly procedure?: string
  /** The clients of which any one in the same file makes this one moot: it is a package of their release without a loader. */
  readonly partOf?: readonly string[]
  /** The clients that it brings in, having no loader of its own: where one of them stands in the same file, that one speaks for it. */
  readonly brings?: readonly string[]
  /** The clients whose version it states where a file names none: it is a bill of materials. */
  readonly manages?: readonly string[]
  /** True for one that states the versions of much else: it is told only where a client gets its version from it. */
  readonly platform?: boolean
  /** The version to ask for where the ranges do not give one; what else to know, or to do where no version helps. */
  readonly fix?: { readonly version?: string; readonly advice?: string }
  readonly examples: readonly Example[]
}

/** All names under which the releases of a client are published, its own first. */
export function namesOf({ name, alsoNamed = [] }: Pick<Client, 'name' | 'alsoNamed'>): readonly string[] {
  return [name, ...alsoNamed]
}
