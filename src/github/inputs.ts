/** The inputs of the Action: read and checked as the table of settings declares them. */

import { closest } from '../configuration/closest.ts'
import { ConfigError } from '../model/config-error.ts'
import type { Setting, StatedValues } from '../settings/settings.ts'
import { statedIn } from '../settings/values.ts'

/** The most characters of a wrong value that its message shows. */
const LONGEST_SHOWN = 80

/** Reads every input with `read`, which returns `''` for one that is not set. Throws `ConfigError` on the first bad one. */
export function readInputs(read: (name: string) => string): StatedValues {
  return statedIn('input', setting => {
    const text = read(setting.name)
    if (text === '') return undefined
    const value = setting.kind.parse(text)
    if (value === undefined) throw bad(setting, text)
    return value
  })
}

function bad({ name, kind, default: usual }: Setting, text: string): ConfigError {
  const meant = closest(text, kind.words)
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
  const allowed = usual === undefined ? kind.form : `${kind.form} (default: "${usual}")`
  const question = meant === undefined ? '' : ` Did you mean "${meant}"?`
  return new ConfigError(
    `Input "${name}" is ${JSON.stringify(shown)}. Allowed: ${allowed}.${question} Change it under "with:" in the step that uses this action.`
  )
}
