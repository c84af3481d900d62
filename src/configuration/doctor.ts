/** Every setting and where it comes from, for `doctor`. */

import { hasExpired } from '../policy/waivers.ts'
import { ruleIds } from '../rules/index.ts'
import { CONFIGURATION_FILE, type Setting, settingKeys, settings } from '../settings/settings.ts'
import { type Settled, sourceInFile } from '../settings/values.ts'
import { visible } from '../visible.ts'
import type { Configuration } from './configuration.ts'

const NAME_WIDTH = 17
const VALUE_WIDTH = 32

/** Name, value, source. */
type Row = readonly [string, string, string]

/** One line for each setting: name, value, source. */
export function doctor(configuration: Configuration, settled: Settled, today: string): string {
  const { path, levels, waivers, clients, places } = configuration
  const expired = waivers.filter(waiver => hasExpired(waiver, today)).length
  const row = (key: string, value: string, name = key): Row => [name, value, sourceInFile(configuration, key)]
  const rows = [
    ...settingRows(settled),
    row('paths', places.has('paths') ? 'some are left out' : 'all'),
    ...ruleIds().flatMap(rule => {
      const level = levels[rule]
      return level === undefined ? [] : [row('rules', level, rule)]
    }),
    row('clients', `${clients} added or tightened`),
    row('waivers', `${waivers.length - expired} in force, ${expired} expired`)
  ]
  const file = path === undefined ? `none (there is no ${CONFIGURATION_FILE})` : visible(path)
  const lines = rows.map(
    ([name, value, source]) => `${name.padEnd(NAME_WIDTH)} ${value.padEnd(VALUE_WIDTH)} ${visible(source)}`
  )
  return `Configuration: ${file}\n\n${lines.join('\n')}\n`
}

function settingRows({ values, sourceOf }: Settled): readonly Row[] {
  return settingKeys
    .filter(key => decidesTheResult(settings[key]))
    .map(key => {
      const { name, defaultText = 'none' } = settings[key]
      return [name, visible(String(values[key] ?? defaultText)), sourceOf(key)]
    })
}

/** What the file states, or both entries accept, decides the result; the rest is how one entry is run. */
function decidesTheResult({ where }: Setting): boolean {
  return where.includes('file') || (where.includes('input') && where.includes('option'))
}
