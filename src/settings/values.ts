/** The values of settings, and their precedence: input or option, file, built-in default. */

import type { Place } from '../model/place.ts'
import {
  fileKeyOf,
  type Setting,
  type SettingKey,
  type SettingTypes,
  type SettingValues,
  type StatedValues,
  settingKeys,
  settings,
  type Where
} from './settings.ts'

/** The values stated in one place. `read` returns the stated value of a setting, or undefined. */
export function statedIn(where: Where, read: <Value>(setting: Setting<Value>) => Value | undefined): StatedValues {
  return collect(setting => (setting.where.includes(where) ? read(setting) : undefined))
}

/** The built-in defaults. */
export const DEFAULTS: SettingValues = completed(collect(setting => setting.default))

/** The part of a configuration that settings need. */
interface StatedInFile {
  readonly stated: StatedValues
  /** The place of each key of the file, and of those in its mapping `cluster` as `cluster.version`. */
  readonly places: ReadonlyMap<string, Place>
}

/** Every value with its source. */
export interface EffectiveSettings {
  readonly values: SettingValues
  /** `input`, also for an option; `path:line:column`; or `built-in`. */
  sourceOf(key: SettingKey): string
}

/** Finds every value: an input or option wins over the file, the file over the built-in default. */
export function settingsOf(file: StatedInFile, inputs: StatedValues): EffectiveSettings {
  return {
    values: { ...DEFAULTS, ...file.stated, ...inputs },
    sourceOf: key => (inputs[key] === undefined ? sourceInFile(file, fileKeyOf(settings[key])) : 'input')
  }
}

/** The place of a key in the file; `built-in` if the file does not have the key. */
export function sourceInFile({ places }: Pick<StatedInFile, 'places'>, name: string): string {
  const place = places.get(name)
  return place ? `${place.path}:${place.line}:${place.column}` : 'built-in'
}

function collect(read: <Value>(setting: Setting<Value>) => Value | undefined): StatedValues {
  const values: { -readonly [Key in SettingKey]?: SettingTypes[Key] } = {}
  for (const key of settingKeys) add(key)
  return values

  function add<Key extends SettingKey>(key: Key): void {
    const value = read(settings[key])
    if (value !== undefined) values[key] = value
  }
}

function completed(values: StatedValues): SettingValues {
  if (hasDefaults(values)) return values
  throw new Error('a setting lacks its default')
}

function hasDefaults(values: StatedValues): values is SettingValues {
  return settingKeys.every(key => settings[key].default === undefined || values[key] !== undefined)
}
