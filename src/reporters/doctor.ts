/** The configuration in effect: each value with its name and its source, one line each for a person. */

import type { EffectiveConfiguration, Sourced } from '../configuration/effective.ts'
import { CONFIGURATION_FILE } from '../settings/settings.ts'
import { visible } from '../visible.ts'
import { jsonText } from './json.ts'
import type { Reporter } from './reporter.ts'

const NAME_WIDTH = 17
const VALUE_WIDTH = 32

/** The version of the JSON form. */
const SCHEMA = 1

/** The configuration in effect as JSON: a form of its own with a version. */
export const configurationJson: Reporter<EffectiveConfiguration> = {
  name: 'json',
  render: configuration => `${jsonText({ schema: SCHEMA, ...configuration }, 2)}\n`
}

/** The configuration in effect as text. */
export const configurationText: Reporter<EffectiveConfiguration> = {
  name: 'text',
  render({ path, extends: extended, settings, leavesOut, levels, clients, waivers }) {
    const { inForce, expired } = waivers.value
    const lines = [
      ...(extended ? [line('extends', visible(extended.value), extended)] : []),
      ...settings.map(setting => line(setting.name, visible(setting.value ?? 'none'), setting)),
      line('paths', leavesOut.value ? 'some are excluded' : 'all', leavesOut),
      ...levels.map(level => line(level.name, level.value, level)),
      line('clients', `${clients.value} added or tightened`, clients),
      line('waivers', `${inForce} in force, ${expired} expired`, waivers)
    ]
    const file = path === undefined ? `none (${CONFIGURATION_FILE} does not exist)` : visible(path)
    return `Configuration: ${file}\n\n${lines.join('\n')}\n`
  }
}

function line(name: string, words: string, { source }: Sourced<unknown>): string {
  return `${name.padEnd(NAME_WIDTH)} ${words.padEnd(VALUE_WIDTH)} ${visible(source)}`
}
