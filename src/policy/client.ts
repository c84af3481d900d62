/** A policy row: one client, the minimum in the vendor documents, and the observed behaviour of its releases. */

import type { Requirement } from '../model/dependency.ts'
import type { Behaviour, Evidence, UnknownReason, VerdictKind } from '../model/verdict.ts'

/** The behaviour of one version or source of a client, as far as it is known. */
export interface Observation {
  readonly behaviour: Behaviour
  /** One sentence of ours: what the code of this version does, or why its behaviour is unknown. */
  readonly because: string
  readonly evidence: readonly Evidence[]
  /** Why the behaviour is unknown; required if `behaviour` is `not-known`. */
  readonly reason?: UnknownReason
  /** Whether it is below the minimum, if the minimum uses another numbering than the versions. */
  readonly belowMinimum?: boolean
}

/**
 * The behaviour of the releases from `from` (inclusive) to `before` (exclusive). Without a bound, that side is open.
 */
export interface ObservedRange extends Observation {
  readonly from?: string
  readonly before?: string
  /**
   * Every version that was released in a closed range with few releases: a requirement such as `>=12` then allows only
   * these. Absent: every version between the bounds counts as released.
   */
  readonly releases?: readonly string[]
  /** The clients of which these releases are parents, if not all of `Client.brings`. */
  readonly brings?: readonly string[]
}

/** The lowest version that the vendor documents name. */
export interface Minimum {
  /** In the client's own scheme; absent if the documents name no version ("master branch"). */
  readonly version?: string
  /** As the documents print it. */
  readonly text: string
  readonly evidence: readonly Evidence[]
}

/** A version or source and its expected verdict, with the setting `minimum: documented`; run as a test. */
export interface Example {
  /** A version, or for a source `{ url, revision }` and the like. */
  readonly requirement: string | Requirement
  readonly verdict: VerdictKind
  /** The expected behaviour; absent if it follows from the verdict. */
  readonly observed?: Behaviour
}

/** One client: a row of the policy. */
export interface Client {
  /** The name of the package as its project spells it; it is matched in the ecosystem's canonical form. */
  readonly name: string
  /** Other names under which the same releases are published. */
  readonly alsoNamed?: readonly string[]
  /** Its name in reports. */
  readonly title: string
  /** The address of its source code. */
  readonly repository: string
  readonly minimum?: Minimum
  /** Without gaps or overlaps, lowest first. Empty only if `observe` covers every version. */
  readonly observed: readonly ObservedRange[]
  /**
   * For cases that an order of versions cannot express: exact procedures, revisions, sources. Undefined for any other
   * requirement.
   */
  observe?(requirement: Requirement): Observation | undefined
  /** How `observe` judges a version, in whole sentences, for people who verify it. */
  readonly procedure?: string
  /** Clients that settle this one if they are in the same file: it is a package of their release without a loader. */
  readonly partOf?: readonly string[]
  /**
   * The clients of which it is a parent. It has no loader of its own, so a client of them in the same file settles it.
   */
  readonly brings?: readonly string[]
  /** The clients whose versions it gives to files that name none: it is a bill of materials. */
  readonly manages?: readonly string[]
  /**
   * True for a bill of materials with versions of many other packages: reported only if a client gets its version from
   * it.
   */
  readonly platform?: boolean
  /** The version to require if the ranges do not give one; advice beside a version, or instead of one. */
  readonly fix?: { readonly version?: string; readonly advice?: string }
  readonly examples: readonly Example[]
}

/** All names under which the releases of a client are published, its own first. */
export function namesOf({ name, alsoNamed = [] }: Pick<Client, 'name' | 'alsoNamed'>): readonly string[] {
  return [name, ...alsoNamed]
}
