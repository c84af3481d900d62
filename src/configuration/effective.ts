/** The configuration in effect: every value that decides the result, and where it comes from. */

import { profileOf, statedFacts } from '../cluster/profile.ts'
import { defined } from '../collections.ts'
import type { Level } from '../model/rule.ts'
import { hasExpired } from '../policy/waivers.ts'
import { ruleIds } from '../rules/index.ts'
import { type Setting, settingKeys, settings } from '../settings/settings.ts'
import { type EffectiveSettings, sourceInFile } from '../settings/values.ts'
import type { Configuration } from './configuration.ts'

/**
 * A value and its source: `input`, `path:line:column`, two of these with a comma where it comes from a file and from what that extends,
 * or `built-in`. Both may hold hostile text.
 */
export interface Sourced<Value> {
  readonly value: Value
  readonly source: string
}

/** A value that has a name, such as a setting or a rule. */
export interface Named<Value> extends Sourced<Value> {
  readonly name: string
}

/** Everything that decides the result beside the files themselves. */
export interface EffectiveConfiguration {
  /** Absent where there is no file. Hostile text. */
  readonly path?: string
  /** What the file extends, as it says it; absent if it extends nothing. Hostile text. */
  readonly extends?: Sourced<string>
  /** In the order of their table; undefined: no value is stated, and there is no default. */
  readonly settings: readonly Named<string | undefined>[]
  /** Whether the file leaves out paths. */
  readonly leavesOut: Sourced<boolean>
  /** The rules whose levels the file states. */
  readonly levels: readonly Named<Level>[]
  /** How many clients the file adds or tightens. */
  readonly clients: Sourced<number>
  readonly waivers: Sourced<{ readonly inForce: number; readonly expired: number }>
}

/** The configuration in effect on a day, given as `YYYY-MM-DD`. */
export function effectiveConfiguration(
  configuration: Configuration,
  settled: EffectiveSettings,
  today: string
): EffectiveConfiguration {
  const { path, levels, waivers, clients, places, extended } = configuration
  const expired = waivers.filter(waiver => hasExpired(waiver, today)).length
  const fromFile = <Value>(key: string, value: Value) => ({ value, source: sourceInFile(configuration, key) })
  /** A list may have items of both files. */
  const fromBoth = <Value>(key: string, value: Value) => {
    const files = extended?.configuration.places.has(key) ? [configuration, extended.configuration] : [configuration]
    return { value, source: Array.from(new Set(files.map(file => sourceInFile(file, key)))).join(', ') }
  }
  return {
    ...defined({ path, extends: extended && fromFile('extends', extended.text) }),
    settings: effectiveSettings(settled),
    leavesOut: fromFile('paths', places.has('paths')),
    levels: ruleIds().flatMap(name => {
      const level = levels[name]
      return level === undefined ? [] : [{ name, ...fromFile(`rules.${name}`, level) }]
    }),
    clients: fromBoth('clients', clients.length),
    waivers: fromBoth('waivers', { inForce: waivers.length - expired, expired })
  }
}

function effectiveSettings(settled: EffectiveSettings): readonly Named<string | undefined>[] {
  const { values, sourceOf } = settled
  const { grace } = profileOf([statedFacts(settled)])
  return settingKeys
    .filter(key => decidesTheResult(settings[key]))
    .map(key => {
      const { name, defaultText } = settings[key]
      if (key === 'grace' && grace) return { name, value: String(grace.value), source: grace.source }
      const value = values[key] ?? defaultText
      return { name, value: value === undefined ? undefined : String(value), source: sourceOf(key) }
    })
}

/** A setting of the file, or one that both entries accept, decides the result; the others say how to run an entry. */
function decidesTheResult({ where }: Setting): boolean {
  return where.includes('file') || (where.includes('input') && where.includes('option'))
}
