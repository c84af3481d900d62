/** A clock without real time: it goes on by every wait, and by a time limit that a test ends. */

import type { Clock } from '../../src/github/clock.ts'

/** The moment at which the clock begins: 15 June 2025, noon. */
export const NOW = Date.UTC(2025, 5, 15, 12)

/** A clock that stands still between waits. */
export interface StoppedClock extends Clock {
  /** Every wait so far, in milliseconds. */
  readonly waits: readonly number[]
  /** Ends the time limit of the request that was sent last. */
  expire(): void
}

/** Makes a clock that stands at `NOW`. */
export function stoppedClock(): StoppedClock {
  const waits: number[] = []
  let time = NOW
  let limit = { abort: new AbortController(), milliseconds: 0 }
  return {
    waits,
    now: () => time,
    sleep: async milliseconds => {
      waits.push(milliseconds)
      time += milliseconds
    },
    timeout: milliseconds => {
      limit = { abort: new AbortController(), milliseconds }
      return limit.abort.signal
    },
    expire: () => {
      time += limit.milliseconds
      limit.abort.abort(new DOMException('The time is over', 'TimeoutError'))
    }
  }
}
