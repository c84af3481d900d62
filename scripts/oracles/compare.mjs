// What the oracles share: numbers that are the same on every run, a choice among texts, and the sum at the end.

/** Numbers from 0 to 1, the same ones for the same seed. */
export function randomNumbers(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of several. */
export function pick(random, choices) {
  return choices[Math.floor(random() * choices.length)]
}

/**
 * Tells what was compared and every difference; the process then fails.
 * @param oracle what was compared with
 * @param counts what was compared → how often
 * @param differences one line each
 */
export function conclude(oracle, counts, differences) {
  for (const line of differences.slice(0, 50)) console.log(line)
  const compared = Object.entries(counts).map(([what, number]) => `${number} ${what}`)
  console.log(`${oracle}: ${compared.join(', ')}; ${differences.length} differences`)
  process.exitCode = differences.length > 0 ? 1 : 0
}
