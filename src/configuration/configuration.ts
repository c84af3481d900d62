/** The user's configuration after its checks. */

import type { Place } from '../model/place.ts'
import type { RuleLevels } from '../model/rule.ts'
import type { Waiver } from '../model/waiver.ts'
import { builtIn, type Policy } from '../policy/policy.ts'
import type { StatedValues } from '../settings/settings.ts'

/** A checked configuration. A key that the file leaves out is absent. */
export interface Configuration {
  /** Absent without a file. */
  readonly path?: string
  /** The place of each key of the file. */
  readonly places: ReadonlyMap<string, Place>
  /** The settings that the file states. */
  readonly stated: StatedValues
  readonly levels: RuleLevels
  /** Whether a path is scanned. Default: every path is. */
  selects?(path: string): boolean
  /** The built-in clients, with those that the file adds or tightens. */
  readonly policy: Policy
  /** How many clients the file adds or tightens. */
  readonly clients: number
  readonly waivers: readonly Waiver[]
}

/** The configuration without a file. */
export const NO_CONFIGURATION: Configuration = {
  places: new Map(),
  stated: {},
  levels: {},
  policy: builtIn,
  clients: 0,
  waivers: []
}
