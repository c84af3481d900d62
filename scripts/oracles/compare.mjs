// The parts that the oracles share: reproducible random numbers, a choice among texts, and the summary.

/** Random numbers from 0 to 1, the same for the same seed. The environment variable SEED replaces it: other projects. */
export function randomNumbers(seed) {
  let state = Number(process.env.SEED ?? seed)
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A random item. */
export function pick(random, choices) {
  return choices[Math.floor(random() * choices.length)]
}

/**
 * Prints the counts and every difference. With differences, the process fails.
 * @param oracle the reference implementation
 * @param counts kind of comparison → count
 * @param differences one line each
 */
export function conclude(oracle, counts, differences) {
  for (const line of differences.slice(0, 50)) console.log(line)
  const compared = Object.entries(counts).map(([what, number]) => `${number} ${what}`)
  console.log(`${oracle}: ${compared.join(', ')}; ${differences.length} differences`)
  process.exitCode = differences.length > 0 ? 1 : 0
}
