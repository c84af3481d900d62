/** What is known of the cluster that the scanned code runs in, and what its API server shows. */

import type { Platform } from '../settings/choices.ts'
import type { Place } from './place.ts'

/** A fact that a file of the repository states, and where. */
export interface PlacedFact<Value> {
  readonly value: Value
  readonly place: Place
}

/** A cluster that a file of the repository makes, as far as the file says. */
export interface FoundCluster {
  /** What the file is written for, such as `eksctl`. */
  readonly notation: string
  readonly place: Place
  /** The minor version of Kubernetes: 23 for 1.23. */
  readonly minor?: PlacedFact<number>
  readonly platform?: Platform
  /** In days; stated only where the file takes the grace away. */
  readonly grace?: PlacedFact<number>
}

/** When the clients that cannot reload stop working on a cluster that is known. The texts are ours, with values of settings. */
export type Deadline = DatedDeadline | UndatedDeadline

/** The clients stop on a day. */
export interface DatedDeadline {
  /** The cluster in a few words, such as `CCE 1.23, upgraded on 2026-03-01`. */
  readonly cluster: string
  /** The day, as `YYYY-MM-DD`. */
  readonly on: string
  /** Whole days from the run until that day; negative where it is over. */
  readonly daysLeft: number
}

/** The cluster grants no grace: the clients stop an hour after the start of their pod. */
export interface UndatedDeadline {
  readonly cluster: string
  readonly after: 'hour'
}

/**
 * What becomes of what a finding is about when the extension of tokens is switched off. `breaks`: its requests are refused an hour after the start of its pod. `is-refused`: they
 * are refused at once. `goes-on`: nothing changes. `unknown`: that is not known.
 */
export type Fate = 'breaks' | 'is-refused' | 'goes-on' | 'unknown'

/** What a finding about the cluster is: a count of the API server's metrics, requests of its audit log, or a version behind it. */
export interface ClusterSubject {
  readonly kind: 'cluster'
  readonly evidence: 'metric' | 'audit' | 'skew'
  /** What it concerns: the name of a metric, `namespace:account` of a service account, or a package. Hostile text. */
  readonly object: string
  /** What was seen of it, such as `12` or a user agent. Hostile text; `''` where nothing was. */
  readonly snippet: string
}
