/** Which value holds where it can be said in several places: input, then file, then built-in. */

import { FAIL_ON, type FailOn, MINIMUM_MODES, type MinimumMode } from '../settings/choices.ts'
import type { Configuration } from './configuration.ts'

/** A value and where it comes from. */
export interface Setting<Value> {
  readonly value: Value
  /** `input`, `built-in`, or the place in the file as `path:line:column`. */
  readonly source: string
}

/** What can be said both by an input of the Action or an option of the command line and by the file. */
interface Inputs {
  readonly minimum?: MinimumMode
  readonly failOn?: FailOn
}

/** Settles each value. */
export function settingsOf(
  configuration: Configuration,
  inputs: Inputs
): { readonly minimum: Setting<MinimumMode>; readonly failOn: Setting<FailOn> } {
  return {
    minimum: settle('minimum', inputs.minimum, configuration.minimum, MINIMUM_MODES[0]),
    failOn: settle('fail-on', inputs.failOn, configuration.failOn, FAIL_ON[0])
  }

  function settle<Value>(key: string, input: Value | undefined, file: Value | undefined, usual: Value): Setting<Value> {
    if (input !== undefined) return { value: input, source: 'input' }
    if (file !== undefined) return { value: file, source: sourceOf(configuration, key) }
    return { value: usual, source: 'built-in' }
  }
}

/** Where a key of the file stands; `built-in` where the file does not say it. */
export function sourceOf({ places }: Configuration, key: string): string {
  const place = places.get(key)
  return place ? `${place.path}:${place.line}:${place.column}` : 'built-in'
}
