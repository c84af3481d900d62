/** A clock without real time: every wait ends at once, and a time limit ends when a test calls `expire`. */

import type { Clock } from '../../src/github/clock.ts'

/** The moment at which the clock stands: 15 June 2025, noon. */
export const NOW = Date.UTC(2025, 5, 15, 12)

/** A clock that stands still. */
export interface StoppedClock extends Clock {
  /** Every wait so far, in milliseconds. */
  readonly waits: readonly number[]
  /** Ends the time limit of the request that was sent last. */
  expire(): void
}

/** Makes a clock that stands at `NOW`. */
export function stoppedClock(): StoppedClock {
  const waits: number[] = []
  let limit = new AbortController()
  return {
    waits,
    now: () => NOW,
    sleep: async milliseconds => {
      waits.push(milliseconds)
    },
    timeout: () => {
      limit = new AbortController()
      return limit.signal
    },
    expire: () => limit.abort(new DOMException('The time is over', 'TimeoutError'))
  }
}
