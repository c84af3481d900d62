/** What a page needs beside the result: the addresses of things, where it comes from, and how much the channel takes. */

import type { Finding } from '../../model/finding.ts'
import type { Place } from '../../model/place.ts'
import type { Delivery } from '../delivery.ts'
import type { Side } from '../voice.ts'

/** The address of a place at the head or at the base; undefined where there is none. */
export type PlaceLink = (place: Place, side: Side) => string | undefined

/**
 * What a reader may want explained. `about`: what this is. `when`: when tokens expire and what that breaks. `waivers`: how to
 * waive a finding. A rule by its identifier; a client by its package URL without a version.
 */
export type HelpTopic =
  | { readonly kind: 'about' | 'when' | 'waivers' }
  | { readonly kind: 'rule'; readonly id: string }
  | { readonly kind: 'client'; readonly purl: string }

/** The address of a page that explains a topic; undefined where there is none. */
export type Help = (topic: HelpTopic) => string | undefined

/** A commit, and its address if it has one. */
export interface Commit {
  /** The full id. */
  readonly id: string
  readonly url?: string
}

/** What the page is about and which run made it. */
export interface Origin {
  readonly commit: Commit
  readonly base?: Commit
  /** The address of the run. */
  readonly run?: string
  /** When it was made, in UTC as ISO 8601 writes it: `2026-11-29T10:14:00Z`. */
  readonly at: string
}

/** Where the rest of a page that had to be cut can be seen. `name` continues "see", as in "see the log". */
export interface Elsewhere {
  readonly name: string
  readonly url?: string
}

/** The options that all pages share. */
export interface PageOptions {
  readonly link: PlaceLink
  /** Without it, nothing is explained. */
  readonly help?: Help
  /** Absent where nothing is known of a commit. */
  readonly origin?: Origin
  readonly elsewhere?: Elsewhere
  /** Findings whose every edit stands as a suggestion on its line. */
  readonly suggested?: ReadonlySet<Finding>
  /** The most bytes (UTF-8) that the page may have, its marker and footer included. */
  readonly limit?: number
}

/** A page to be made. */
export interface Page extends PageOptions {
  readonly help: Help
  readonly elsewhere: Elsewhere
  readonly limit: number
  /** The hidden first lines; `''` for none. */
  readonly marker: string
  /** Whether everything is open, as far as it fits; else most of it is folded. */
  readonly isWhole: boolean
  /** The deliveries that ended before this one. */
  readonly deliveries: readonly Delivery[]
  /** Whether it replaces a page that had something to report. */
  readonly resolved?: boolean
}
