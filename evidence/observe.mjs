// The behaviour of a client, as concluded from its requests. Pure, so that tests can repeat the conclusion.

/** The time at which the server begins to refuse the first token, in seconds after the rotation. */
export const REFUSED_FROM = 90
/** The end of the run, in seconds after the rotation. */
export const END = 330

/**
 * - `sends-no-token`: no request carried a token.
 * - `reloads`: from some time before the first token was refused, every request carried the second.
 * - `reloads-late`: the second token came later, or not from every copy of the client.
 * - `reads-once`: every request until the end carried the first token.
 * - `stops`: it stopped making requests and never sent the second token.
 *
 * `groups` are the requests in order of time; adjacent ones with the same token and status are one group. `at` is in
 * seconds after the rotation. Undefined if there were requests with a token, but none was accepted before the rotation:
 * then nothing was observed.
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

/** Of two results of one release, the one that is kept: the later, but not a failure in place of what was observed. */
export function keptOf(before, after) {
  return before?.observation !== undefined && after.observation === undefined ? before : after
}

/** Groups adjacent requests with the same token and status. */
export function group(requests) {
  const groups = []
  for (const { token, status, at } of requests) {
    const last = groups.at(-1)
    if (last?.token === token && last.status === status) last.at.push(at)
    else groups.push({ token, status, at: [at] })
  }
  return groups
}
