/** Intervals of versions: their intersection, in the order of any version scheme. */

import { defined } from '../collections.ts'
import type { Bound, Interval } from './version-scheme.ts'

/** The versions that lie in both intervals; undefined if there are none. `compare` is the order of the scheme. */
export function intersection<V>(
  a: Interval<V>,
  b: Interval<V>,
  compare: (a: V, b: V) => number
): Interval<V> | undefined {
  const from = tighter(a.from, b.from, 1)
  const to = tighter(a.to, b.to, -1)
  if (from && to) {
    const order = compare(from.version, to.version)
    if (order > 0 || (order === 0 && !(from.inclusive && to.inclusive))) return undefined
  }
  return defined({ from, to })

  /** The bound that allows less: of lower bounds the higher one (`direction` 1), of upper bounds the lower one (-1). */
  function tighter(left: Bound<V> | undefined, right: Bound<V> | undefined, direction: 1 | -1): Bound<V> | undefined {
    if (!left || !right) return left ?? right
    const order = compare(left.version, right.version) * direction
    if (order === 0) return left.inclusive ? right : left
    return order > 0 ? left : right
  }
}
