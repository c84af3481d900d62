/** Whether a document switches the extension of tokens of an API server off. */

import type { ValueAt } from '../hazard.ts'
import type { Flag } from './flags.ts'

const EXTENSION = 'service-account-extend-token-expiration'
const OFF = /^false$/i

/** The flags that switch the extension off. */
export function extensionOff(flags: readonly Flag[]): readonly Flag[] {
  return flags.filter(({ name, value }) => name === EXTENSION && OFF.test(value))
}

/** The grace that the flags of an API server leave: 0 days, or nothing where they do not take it away. */
export function graceOf(flags: readonly Flag[]): ValueAt<0> | undefined {
  const [flag] = extensionOff(flags)
  return flag && { value: 0, at: flag.at }
}

/** Whether the flags state the extension, on or off. */
export function statesExtension(flags: readonly Flag[]): boolean {
  return flags.some(({ name }) => name === EXTENSION)
}
