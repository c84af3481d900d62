/** What a pull request changes in the configuration: one line for each key, rule, pattern, client and waiver. */

import { groupBy } from '../collections.ts'
import { comparePlaces, type Place } from '../model/place.ts'
import type { ConfigurationEdit } from '../model/report.ts'
import type { Waiver } from '../model/waiver.ts'
import { ruleIds } from '../rules/index.ts'
import { fileKeyOf, type SettingKey, settingKeys, settings } from '../settings/settings.ts'
import type { Configuration, DeclaredClient } from './configuration.ts'
import { packageText } from './package.ts'

/** The facts about a thing of a list that may change while it stays the same thing, in words. */
type Facts = readonly (readonly [name: string, value: string | undefined])[]

/** A thing of a list: a client or a waiver. */
interface Item {
  /** Equal for the same thing in two configurations. */
  readonly key: string
  readonly text: string
  readonly facts: Facts
  readonly place: Place
}

/**
 * The edits that make the configuration of the base that of the head, in the order of their places. Comments, the order of keys,
 * the spelling of values and a stated built-in default are no edits.
 */
export function configurationEdits(base: Configuration, head: Configuration): readonly ConfigurationEdit[] {
  return [
    ...fileEdits(base, head),
    ...extendsEdits(base, head),
    ...settingKeys.flatMap(key => settingEdit(key, base, head)),
    ...ruleIds().flatMap(rule => levelEdit(rule, base, head)),
    ...(['include', 'exclude'] as const).flatMap(key => patternEdits(key, base, head)),
    ...itemEdits(base.clients.map(clientItem), head.clients.map(clientItem)),
    ...itemEdits(base.waivers.map(waiverItem), head.waivers.map(waiverItem))
  ].sort((a, b) => comparePlaces(a.place, b.place))
}

function fileEdits(base: Configuration, head: Configuration): readonly ConfigurationEdit[] {
  if (base.path === undefined && head.path !== undefined) return [edit(begin(head.path), 'adds the file')]
  if (base.path !== undefined && head.path === undefined) return [edit(begin(base.path), 'removes the file')]
  return []
}

function extendsEdits(base: Configuration, head: Configuration): readonly ConfigurationEdit[] {
  const [before, now] = [base.extended?.text, head.extended?.text]
  if (before === now) return []
  const place = placeOfKey('extends', base, head)
  if (before === undefined) return [edit(place, `extends ${now ?? ''}`)]
  return [edit(place, now === undefined ? `no longer extends ${before}` : `extends ${now} in place of ${before}`)]
}

function settingEdit(key: SettingKey, base: Configuration, head: Configuration): readonly ConfigurationEdit[] {
  const { default: usual } = settings[key]
  const name = fileKeyOf(settings[key])
  const builtIn = valueText(usual)
  const [before, now] = [base.stated[key], head.stated[key]].map(value => valueText(value) ?? builtIn)
  if (before === now) return []
  return [edit(placeOfKey(name, base, head), `changes ${name} from ${before ?? 'nothing'} to ${now ?? 'nothing'}`)]
}

function levelEdit(rule: string, base: Configuration, head: Configuration): readonly ConfigurationEdit[] {
  const [before, now] = [base.levels[rule], head.levels[rule]]
  if (before === now) return []
  const usual = 'its own level'
  return [
    edit(
      placeOfKey(`rules.${rule}`, base, head),
      `changes the level of ${rule} from ${before ?? usual} to ${now ?? usual}`
    )
  ]
}

function patternEdits(
  key: 'include' | 'exclude',
  base: Configuration,
  head: Configuration
): readonly ConfigurationEdit[] {
  const [before, now] = [base, head].map(({ paths }) => new Set(paths?.[key]))
  const place = placeOfKey('paths', base, head)
  const without = (patterns = new Set<string>(), others = new Set<string>()) =>
    Array.from(patterns).filter(pattern => !others.has(pattern))
  return [
    ...without(now, before).map(pattern => edit(place, `adds ${pattern} to ${key} of paths`)),
    ...without(before, now).map(pattern => edit(place, `removes ${pattern} from ${key} of paths`))
  ]
}

/** What is added, removed and altered. Of several equal things, each is paired with one. */
function itemEdits(base: readonly Item[], head: readonly Item[]): readonly ConfigurationEdit[] {
  const before = groupBy(base, ({ key }) => key)
  const now = groupBy(head, ({ key }) => key)
  return Array.from(new Set([...before.keys(), ...now.keys()])).flatMap(key => {
    const same = (a: Item) => (b: Item) => factsText(a.facts) === factsText(b.facts)
    const [old, fresh] = [[...(before.get(key) ?? [])], [...(now.get(key) ?? [])]]
    const changed = fresh.filter(item => {
      const index = old.findIndex(same(item))
      if (index >= 0) old.splice(index, 1)
      return index < 0
    })
    return [
      ...changed.map((item, index) => itemEdit(item, old[index])),
      ...old.slice(changed.length).map(item => edit(item.place, `removes ${item.text}${factsText(item.facts)}`))
    ]
  })
}

function itemEdit({ place, text, facts }: Item, before: Item | undefined): ConfigurationEdit {
  if (!before) return edit(place, `adds ${text}${factsText(facts)}`)
  const old = new Map(before.facts)
  const altered = facts.filter(([name, value]) => old.get(name) !== value)
  const changes = altered.map(([name, value]) => `${name} from ${old.get(name) ?? 'nothing'} to ${value ?? 'nothing'}`)
  return edit(place, `alters ${text}: ${changes.join(', ')}`)
}

function clientItem({ package: name, sameAs, reloadsFrom, evidence, place }: DeclaredClient): Item {
  const facts: Facts = [
    ['same-as', sameAs],
    ['reloads-from', reloadsFrom],
    ['evidence', evidence]
  ]
  return { key: name, text: `the client ${name}`, facts, place }
}

function waiverItem({ rule, client, paths, reason, owner, until, place }: Waiver): Item {
  const text = `a waiver of ${rule.id}${client ? ` for ${packageText(client.ecosystem, client.name)}` : ''}`
  const facts: Facts = [
    ['versions', client?.versions],
    ['paths', paths?.join(', ')],
    ['reason', reason],
    ['owner', owner],
    ['until', until]
  ]
  return { key: text, text, facts, place }
}

function factsText(facts: Facts): string {
  const stated = facts.flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]))
  return stated.length === 0 ? '' : `: ${stated.join(', ')}`
}

function valueText(value: unknown): string | undefined {
  if (value === undefined) return undefined
  return Array.isArray(value) ? value.join(', ') : String(value)
}

/** The place of a key at the head; in the base if the head has it no more; the file where neither has it. */
function placeOfKey(name: string, base: Configuration, head: Configuration): Place {
  return head.places.get(name) ?? base.places.get(name) ?? begin(head.path ?? base.path ?? '')
}

function begin(path: string): Place {
  return { path, line: 1, column: 1 }
}

function edit(place: Place, text: string): ConfigurationEdit {
  return { place, text }
}
