/** Every setting and where it comes from, for `doctor`. */

import { hasExpired } from '../policy/waivers.ts'
import { ruleIds } from '../rules/index.ts'
import type { FailOn, MinimumMode } from '../settings/choices.ts'
import { visible } from '../visible.ts'
import type { Configuration } from './configuration.ts'
import { CONFIGURATION_FILE } from './find.ts'
import { type Setting, sourceOf } from './settings.ts'

/** What is settled outside the file. */
interface Settled {
  readonly minimum: Setting<MinimumMode>
  readonly failOn: Setting<FailOn>
  readonly allowIncomplete: boolean
}

const NAME_WIDTH = 17
const VALUE_WIDTH = 32

/** One line for each setting: name, value, source. */
export function doctor(
  configuration: Configuration,
  { minimum, failOn, allowIncomplete }: Settled,
  today: string
): string {
  const { path, levels, waivers, clients, places } = configuration
  const expired = waivers.filter(waiver => hasExpired(waiver, today)).length
  const rows: readonly (readonly [string, string, string])[] = [
    ['minimum', minimum.value, minimum.source],
    ['fail-on', failOn.value, failOn.source],
    ['allow-incomplete', String(allowIncomplete), allowIncomplete ? 'input' : 'built-in'],
    ['scope', 'all', sourceOf(configuration, 'scope')],
    ['paths', places.has('paths') ? 'some are left out' : 'all', sourceOf(configuration, 'paths')],
    ...ruleIds().flatMap(rule => {
      const level = levels[rule]
      return level === undefined ? [] : [[rule, level, sourceOf(configuration, 'rules')] as const]
    }),
    ['clients', `${clients} added or tightened`, sourceOf(configuration, 'clients')],
    ['waivers', `${waivers.length - expired} in force, ${expired} expired`, sourceOf(configuration, 'waivers')]
  ]
  const file = path === undefined ? `none (there is no ${CONFIGURATION_FILE})` : visible(path)
  const lines = rows.map(
    ([name, value, source]) => `${name.padEnd(NAME_WIDTH)} ${value.padEnd(VALUE_WIDTH)} ${visible(source)}`
  )
  return `Configuration: ${file}\n\n${lines.join('\n')}\n`
}
