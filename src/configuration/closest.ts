/** Finds the intended word behind a typing error. */

/** Maximum characters of a word that is compared. */
const LONGEST_WORD = 40
/** Maximum edits: letters removed, added or changed. */
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

/** The Levenshtein distance. */
function editsBetween(a: string, b: string): number {
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
