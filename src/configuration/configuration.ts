/** The user's configuration after its checks. */

import type { Place } from '../model/place.ts'
import type { RuleLevels } from '../model/rule.ts'
import type { Waiver } from '../model/waiver.ts'
import { builtIn, type Policy } from '../policy/policy.ts'
import type { StatedValues } from '../settings/settings.ts'

/** The patterns under `paths`, as written. */
export interface PathPatterns {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

/** A client that the file adds or tightens, in its own words, which are hostile. */
export interface DeclaredClient {
  readonly package: string
  readonly sameAs?: string
  readonly reloadsFrom?: string
  readonly evidence?: string
  readonly place: Place
}

/** The configuration that another one extends. */
export interface Ground {
  /** As the key says it: hostile text. */
  readonly text: string
  /** The name of its file in messages and as the path of its places. */
  readonly name: string
  readonly configuration: Configuration
}

/** A checked configuration, with everything of the one that it extends. A key that the file leaves out is absent. */
export interface Configuration {
  /** Absent without a file. */
  readonly path?: string
  /** The configuration that it extends, which is part of it. Absent without one. */
  readonly extended?: Ground
  /** The place of each key of the file, and of those in its mappings `cluster` and `rules` as `cluster.version`. */
  readonly places: ReadonlyMap<string, Place>
  /** The settings that the file states. */
  readonly stated: StatedValues
  readonly levels: RuleLevels
  /** Absent without the key. */
  readonly paths?: PathPatterns
  /** Whether a path is scanned. Default: every path is. */
  selects?(path: string): boolean
  /** The built-in clients, with those that the file adds or tightens. */
  readonly policy: Policy
  /** The clients that the file adds or tightens. */
  readonly clients: readonly DeclaredClient[]
  readonly waivers: readonly Waiver[]
}

/** The configuration without a file. */
export const NO_CONFIGURATION: Configuration = {
  places: new Map(),
  stated: {},
  levels: {},
  policy: builtIn,
  clients: [],
  waivers: []
}
