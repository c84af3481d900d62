/** Guesses the word behind a typing error. */

/** The longest word for which a guess is made. */
const LONGEST_WORD = 40
/** The most slips in a word: letters left out, added or changed. */
const MOST_SLIPS = 2

/** The one of `words` that ends with `word`, or differs from it by the fewest slips; undefined where none is near. */
export function closest(word: string, words: readonly string[]): string | undefined {
  if (word.length > LONGEST_WORD) return undefined
  const whole = words.find(candidate => candidate.endsWith(`-${word}`))
  if (whole !== undefined) return whole
  const near = words.map(candidate => ({ candidate, slips: slipsBetween(word.toLowerCase(), candidate) }))
  return near
    .filter(({ candidate, slips }) => slips <= MOST_SLIPS && slips < candidate.length / 2)
    .toSorted((a, b) => a.slips - b.slips)[0]?.candidate
}

/** The Levenshtein distance. */
function slipsBetween(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (const [row, letter] of Array.from(a).entries()) {
    const line = [row + 1]
    for (const [column, other] of Array.from(b).entries()) {
      const change = (above[column] ?? 0) + (letter === other ? 0 : 1)
      line.push(Math.min(change, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1))
    }
    above = line
  }
  return above.at(-1) ?? 0
}
