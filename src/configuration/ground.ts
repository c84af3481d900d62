/**
 * What a configuration may change of the one that it extends: whatever fails under that one fails under both. Of the clients their
 * own reader holds it; here are the settings, rules, paths and waivers, and how the two become one.
 */

import { defined } from '../collections.ts'
import type { Place } from '../model/place.ts'
import { SEVERITY } from '../model/rule.ts'
import type { Waiver } from '../model/waiver.ts'
import { rules } from '../rules/index.ts'
import {
  fileKeyOf,
  type Setting,
  type SettingKey,
  type SettingTypes,
  settingKeys,
  settings
} from '../settings/settings.ts'
import type { Member } from '../syntax/tree.ts'
import type { Configuration, Ground } from './configuration.ts'
import { type AddProblem, quote } from './fields.ts'

/** A file, and what it extends. */
interface OnGround {
  readonly own: Configuration
  readonly ground: Ground
  /** The fields of the file. */
  readonly fields: ReadonlyMap<string, Member>
  readonly addProblem: AddProblem
}

/** Adds a problem for everything in a file that is less strict than what it extends. */
export function refuseLoosening(file: OnGround): void {
  const { ground, fields, addProblem } = file
  for (const key of settingKeys) refuseLooserSetting(key, file)
  refuseLowerLevels(file)
  const [paths, waivers] = [fields.get('paths'), fields.get('waivers')]
  if (paths)
    addProblem(
      paths.keyAt,
      `"paths" leave out files that count for ${ground.name}. Remove them; "waivers" with "paths" excuse findings.`
    )
  if (waivers && ground.configuration.stated.otherWaivers === 'refused')
    addProblem(
      waivers.keyAt,
      `${placeOf('other-waivers', ground)} refuses the waivers of configurations that extend it. Remove them, or ask for them there.`
    )
}

/** The two as one: what the file states counts, and everything else of what it extends. */
export function onGround(own: Configuration, extended: Ground): Configuration {
  const { configuration: ground } = extended
  const replaced = new Set(own.clients.map(client => client.package))
  return {
    ...ground,
    ...own,
    extended,
    places: new Map([...ground.places, ...own.places]),
    stated: { ...ground.stated, ...own.stated },
    levels: { ...ground.levels, ...own.levels },
    clients: [...ground.clients.filter(client => !replaced.has(client.package)), ...own.clients],
    waivers: [...ground.waivers.map(waiver => countingBy(own.places.get('extends'), waiver)), ...own.waivers]
  }
}

/** A waiver as it counts by the line that extends its file. One of the same repository has a place of its own there. */
function countingBy(via: Place | undefined, waiver: Waiver): Waiver {
  return waiver.place.isOutside ? { ...waiver, ...defined({ via }) } : waiver
}

function refuseLooserSetting<Key extends SettingKey>(key: Key, { own, ground, fields, addProblem }: OnGround): void {
  const setting: Setting<SettingTypes[Key]> = settings[key]
  // Of a generic key the compiler does not see that the value is one of its setting.
  const [value, before] = [own, ground.configuration].map(({ stated }) => stated[key] as SettingTypes[Key] | undefined)
  const member = fields.get(fileKeyOf(setting))
  if (value === undefined || !member) return
  const because = whyLooser(setting, value, ground, before)
  if (because !== undefined) addProblem(member.keyAt, because)
}

/** Why a value may not replace what is extended; undefined if it may. `before`: what the extended configuration states. */
function whyLooser<Value>(
  setting: Setting<Value>,
  value: Value,
  ground: Ground,
  before: Value | undefined
): string | undefined {
  const name = quote(fileKeyOf(setting))
  const { follows } = setting
  const leader = before === undefined ? Object.values(settings).find(other => other.name === follows) : undefined
  if (leader && ground.configuration.places.has(fileKeyOf(leader)))
    return `${name} follows from ${placeOf(fileKeyOf(leader), ground)}. Remove it, or state it there.`
  // A fact about the cluster that nobody stated is free.
  const than = before ?? setting.default
  if (than === undefined || String(value) === String(than) || setting.isAsStrict?.(value, than)) return undefined
  const origin = before === undefined ? `the built-in value, by ${ground.name}` : placeOf(fileKeyOf(setting), ground)
  const stricter = setting.kind.words.filter(word => {
    const other = setting.kind.parse(word)
    return setting.kind.type === 'choice' && other !== undefined && setting.isAsStrict?.(other, than)
  })
  const remedy =
    stricter.length === 0 ? 'Remove it, or change it there.' : `Remove it, or write one of: ${stricter.join(', ')}.`
  const fault = setting.isAsStrict ? 'would be less strict' : 'cannot take its place'
  return `${name} is ${wordsOf(than)} (${origin}), and ${wordsOf(value)} ${fault}. ${remedy}`
}

function refuseLowerLevels({ own: { levels }, ground, fields, addProblem }: OnGround): void {
  for (const { id } of rules) {
    const [level, before, field] = [levels[id], ground.configuration.levels[id], fields.get(`rules.${id}`)]
    if (!field || level === undefined || before === undefined || SEVERITY[level] >= SEVERITY[before]) continue
    addProblem(
      field.value.at,
      `the level of ${quote(id)} is ${quote(before)} (${placeOf(`rules.${id}`, ground)}), and it cannot be lowered to ${quote(level)}. To excuse single findings, use "waivers".`
    )
  }
}

/** `path:line` of a key of what is extended. */
function placeOf(key: string, { name, configuration }: Ground): string {
  return `${name}:${configuration.places.get(key)?.line ?? 1}`
}

function wordsOf(value: unknown): string {
  return quote(Array.isArray(value) ? value.join(', ') : String(value))
}
