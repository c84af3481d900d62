/** Numbers that look random and are the same for the same seed, so that what a test of random inputs finds can be found again. */

/** The numbers of one seed, from 0 to 1: mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from 0 to below `below`. */
export type Next = (below: number) => number

/** The whole numbers of one seed. */
export function wholeNumbers(seed: number): Next {
  const random = randomNumbers(seed)
  return below => Math.floor(random() * below)
}

/** One of some items; throws if there is none. */
export function pick<Item>(next: Next, items: readonly Item[]): Item {
  const item = items[next(items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
