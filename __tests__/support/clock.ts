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
  /** Follows the clock of a process (`stopped-process.mjs`) from now on; `end` ends the time limit there. */
  follow(end: () => void): void
  /** What the process that it follows says. */
  hear(message: unknown): void
}

/** Makes a clock that stands at `NOW`. */
export function stoppedClock(): StoppedClock {
  const waits: number[] = []
  let time = NOW
  let limit = { abort: new AbortController(), milliseconds: 0 }
  let endThere: (() => void) | undefined
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
    follow: end => {
      endThere = end
    },
    hear: message => {
      const { waited, expired = 0 } = message as { readonly waited?: number; readonly expired?: number }
      if (waited !== undefined) waits.push(waited)
      time += waited ?? expired
    },
    expire: () => {
      if (endThere) {
        endThere()
        return
      }
      time += limit.milliseconds
      limit.abort.abort(new DOMException('The time is over', 'TimeoutError'))
    }
  }
}
