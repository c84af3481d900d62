// What a client does, told from the requests it made: pure, so that the tests can draw the conclusion again.

/** When the server stops accepting the first token, in seconds after the rotation. */
export const REFUSED_FROM = 90
/** When the run ends, in seconds after the rotation. */
export const END = 330

/**
 * - `sends-no-token`: no request carried a token.
 * - `reloads`: from some moment before the first token was refused, every request carried the second.
 * - `reloads-late`: the second token came later, or not from every copy of the client.
 * - `reads-once`: it was asked with the first token to the end.
 * - `stops`: it made no more requests, without ever sending the second token.
 *
 * `groups` are requests in order of time, those with the same token and status together; `at` is in seconds after the
 * rotation. Undefined: no request was accepted before the rotation although it carried a token, so nothing was observed.
 */
export function observationOf(groups) {
  const requests = groups.flatMap(({ token, at }) => at.map(time => ({ token, time })))
  const before = groups.filter(({ at }) => at[0] <= 0)
  if (before.length > 0 && groups.every(({ token }) => token === 'none')) return 'sends-no-token'
  if (!before.some(({ token, status }) => token === 'first' && status === 200)) return undefined
  const last = requests.at(-1)
  if (requests.some(({ token }) => token === 'second')) {
    const lastOther = requests.findLast(({ token }) => token !== 'second')
    return lastOther.time < REFUSED_FROM && last.time > REFUSED_FROM ? 'reloads' : 'reloads-late'
  }
  return last.time > END - 60 ? 'reads-once' : 'stops'
}

/** Puts neighbouring requests with the same token and status together. */
export function group(requests) {
  const groups = []
  for (const { token, status, at } of requests) {
    const last = groups.at(-1)
    if (last?.token === token && last.status === status) last.at.push(at)
    else groups.push({ token, status, at: [at] })
  }
  return groups
}
