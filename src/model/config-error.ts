/** Wrong use or configuration, in words that say what to do. */

import type { Place } from './place.ts'

/** What is wrong at one place of a configuration, and what to do about it. */
export interface Problem {
  readonly place: Place
  readonly message: string
}

/** Wrong use or configuration: exit code 3. The message says what is wrong, where, and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  /** Set where the fault lies in a file: what the message says, by place. */
  readonly problems: readonly Problem[]

  constructor(message: string, problems: readonly Problem[] = []) {
    super(message)
    this.problems = problems
  }
}

/**
 * A configuration that could not be had, although nothing need be wrong with it: exit code 2. Without it nothing may be judged. The
 * message says what, why, and what to do, without a full stop.
 */
export class ConfigurationUnread extends Error {
  override readonly name = 'ConfigurationUnread'
}
