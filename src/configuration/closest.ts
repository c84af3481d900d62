/** Finds the intended word behind a typing error. */

/** Maximum characters of a word that is compared. */
const LONGEST_WORD = 40
/** Maximum edits: letters removed, added, changed or swapped. */
const MOST_EDITS = 2

/** The word of `words` that ends with `word`, or differs from it by the fewest edits; undefined if none is close. */
export function closest(word: string, words: readonly string[]): string | undefined {
  if (word.length > LONGEST_WORD) return undefined
  const whole = words.find(candidate => candidate.endsWith(`-${word}`))
  if (whole !== undefined) return whole
  const near = words.map(candidate => ({ candidate, edits: editsBetween(word.toLowerCase(), candidate) }))
  return near
    .filter(({ candidate, edits }) => edits <= MOST_EDITS && edits < candidate.length / 2)
    .toSorted((a, b) => a.edits - b.edits)[0]?.candidate
}

/** The least letters to remove, add, change or swap with their neighbour: the optimal string alignment distance. */
function editsBetween(a: string, b: string): number {
  const letters = Array.from(a)
  const others = Array.from(b)
  let twoAbove: number[] = []
  let above = Array.from({ length: others.length + 1 }, (_, column) => column)
  for (const [row, letter] of letters.entries()) {
    const line = [row + 1]
    for (const [column, other] of others.entries()) {
      const change = (above[column] ?? 0) + (letter === other ? 0 : 1)
      const isSwap = row > 0 && column > 0 && letter === others[column - 1] && letters[row - 1] === other
      const swap = isSwap ? (twoAbove[column - 1] ?? 0) + 1 : change
      line.push(Math.min(change, swap, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1))
    }
    twoAbove = above
    above = line
  }
  return above.at(-1) ?? 0
}
