/** The time as the GitHub side needs it. Tests pass a clock of their own. */

import { setTimeout } from 'node:timers/promises'

/** Tells the time and waits; all times are in milliseconds. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  sleep(milliseconds: number): Promise<void>
  /** A signal that aborts with a `TimeoutError` once the time is over. */
  timeout(milliseconds: number): AbortSignal
}

/** The clock of the system. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: milliseconds => setTimeout(milliseconds),
  timeout: milliseconds => AbortSignal.timeout(milliseconds)
}
