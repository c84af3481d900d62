/**
 * Stops the clock of a process, before it loads the bundle of the Action: a wait ends at once and moves the time on, and a time
 * limit ends when the test says so. The bundle is the one that is shipped. `stoppedClock` is the same inside a test; the two
 * speak by the messages of a child process.
 */

import { syncBuiltinESMExports } from 'node:module'
import process from 'node:process'
import timers from 'node:timers/promises'

let time = Number(process.env['BOUND_TOKEN_CHECK_NOW'])
let limit = { abort: new AbortController(), milliseconds: 0 }

Date.now = () => time
AbortSignal.timeout = milliseconds => {
  limit = { abort: new AbortController(), milliseconds }
  return limit.abort.signal
}
timers.setTimeout = async milliseconds => {
  time += milliseconds
  process.send?.({ waited: milliseconds })
}
syncBuiltinESMExports()

process.on('message', () => {
  time += limit.milliseconds
  process.send?.({ expired: limit.milliseconds })
  limit.abort.abort(new DOMException('The time is over', 'TimeoutError'))
})
// Listening keeps no process alive.
process.channel?.unref()
