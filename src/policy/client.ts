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

/** The releases from `from` (inclusive) to `before` (exclusive). Without a bound, that side is open. */
export interface Releases {
  readonly from?: string
  readonly before?: string
}

/** The behaviour of some releases. */
export interface ObservedRange extends Observation, Releases {
  /**
   * Every version that was released in a closed range with few releases: a requirement such as `>=12` then allows only
   * these. Absent: every version between the bounds counts as released.
   */
  readonly releases?: readonly string[]
  /** The clients of which these releases are parents, if not all of `Client.brings`. */
  readonly brings?: readonly string[]
  /** The clients whose token these releases handle, besides those of `Client.handles`. */
  readonly handles?: readonly string[]
}

/**
 * The behaviour of releases of a client together with releases of another one, if that is not what they do by themselves. Both are
 * in one resolution: one lockfile, or else one folder of manifests.
 */
export interface Pairing extends Observation {
  /** The releases of this client. */
  readonly own: Releases
  /** The other client, of the same ecosystem. */
  readonly package: string
  /** The releases of the other client. */
  readonly versions: Releases
  /** Clients that take the place of the other one: beside one of them, the pair does what this client does by itself. */
  readonly unless?: readonly string[]
  readonly fix: PairFix
}

/** What makes a pair good: at least one of the two versions, and what else to know. */
export interface PairFix {
  /** The version of this client to require. */
  readonly own?: string
  /** The version of the other client to require. */
  readonly other?: string
  readonly advice: string
}

/** The lowest version that the vendor documents name. */
export interface Minimum {
  /** In the client's own scheme; absent if the documents name no version ("master branch"). */
  readonly version?: string
  /** As the documents print it. */
  readonly text: string
  readonly evidence: readonly Evidence[]
  /** What other documents name in its place, in one sentence of ours with what is wrong about it. */
  readonly others?: { readonly because: string; readonly evidence: readonly Evidence[] }
}

/** A version or source and its expected verdict, with the setting `minimum: documented`; run as a test. */
export interface Example {
  /** A version, or for a source `{ url, revision }` and the like. */
  readonly requirement: string | Requirement
  readonly verdict: VerdictKind
  /** The expected behaviour; absent if it follows from the verdict. */
  readonly observed?: Behaviour
  /** Other clients in the same resolution, by name. */
  readonly with?: Readonly<Record<string, string | Requirement>>
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
  /** The newest release that somebody ran or read: a later one is judged as the last range, and its verdict says so. */
  readonly examined?: string
  /**
   * Releases that were seen to reload, lowest first: the newest of each major version, and the first after each bound that is a
   * pre-release.
   */
  readonly good?: readonly string[]
  /** True if its version is the one of the cluster: the newest release is made for no older cluster. */
  readonly ofTheCluster?: true
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
  /** The clients that it requires in the version of its own release, although it has a loader itself: they move with it. */
  readonly pins?: readonly string[]
  /**
   * True if a release brings in the client of its own version, and the package manager locks other versions beside it: then a
   * client settles it only if the requirement of this package, read as a range, admits the client's version.
   */
  readonly bringsOwnVersion?: true
  /**
   * The clients below it whose token it handles with code of its own: it settles those that no other package and not the project
   * requires, whatever their version.
   */
  readonly handles?: readonly string[]
  /** What differs beside another client in the same resolution; the first that applies counts. */
  readonly with?: readonly Pairing[]
  /** The client against whose releases its own are built, in pairs from old to new, each known to build: both move together. */
  readonly builtWith?: {
    readonly package: string
    readonly releases: readonly { readonly own: string; readonly other: string }[]
  }
  /** The clients whose versions it gives to files that name none: it is a bill of materials. */
  readonly manages?: readonly string[]
  /** The same for a package that is none: its POM, with that of its parent, gives them to who imports it as one. */
  readonly managesImported?: readonly string[]
  /**
   * True for a bill of materials with versions of many other packages: reported only if a client gets its version from
   * it.
   */
  readonly platform?: boolean
  /** The version to require if the ranges do not give one; advice beside a version, or instead of one. */
  readonly fix?: { readonly version?: string; readonly advice?: string }
  readonly examples: readonly Example[]
}

const MAJOR = /^v?(?<major>\D*\d+)/

/** The major version that a version belongs to, as far as its text shows it: the first number, and what stands before it. */
export function majorOf(version: string): string {
  return MAJOR.exec(version)?.groups?.['major'] ?? version
}

/** All names under which the releases of a client are published, its own first. */
export function namesOf({ name, alsoNamed = [] }: Pick<Client, 'name' | 'alsoNamed'>): readonly string[] {
  return [name, ...alsoNamed]
}

/** All clients whose token some releases of a client handle. */
export function handledBy({ handles = [], observed }: Pick<Client, 'handles' | 'observed'>): readonly string[] {
  return [...new Set([...handles, ...observed.flatMap(range => range.handles ?? [])])]
}
