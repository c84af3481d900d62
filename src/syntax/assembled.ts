/**
 * A text joined from runs of a file, with the offset of each run: a script inside a Dockerfile, a word without its
 * quotes, an inserted value of a variable. The reader of the inner language reads the text and reports offsets of the
 * file.
 */

/** A run copied from the file: it begins at the index `from` of the text and at the offset `at` of the file. */
interface Run {
  readonly from: number
  readonly at: number
}

/** The text and its runs, in order; the first begins at 0. */
export interface Assembled {
  readonly text: string
  readonly runs: readonly Run[]
}

/** A text that is one run of the file. */
export function standing(text: string, at: number): Assembled {
  return { text, runs: [{ from: 0, at }] }
}

/** Joins texts. */
export function joined(parts: readonly Assembled[]): Assembled {
  const [only] = parts
  if (parts.length === 1 && only) return only
  const runs: Run[] = []
  let length = 0
  for (const { text, runs: own } of parts) {
    if (text === '') continue
    for (const { from, at } of own) runs.push({ from: length + from, at })
    length += text.length
  }
  const text = parts.map(part => part.text).join('')
  return { text, runs: runs.length > 0 ? runs : [{ from: 0, at: only ? offsetIn(only, 0) : 0 }] }
}

/** The part of a text between two indexes. */
export function cut({ text, runs }: Assembled, from: number, to: number): Assembled {
  const own: Run[] = []
  for (let index = runAt(runs, from); index < runs.length; index++) {
    const run = runs[index]
    if (!run || (run.from >= to && own.length > 0)) break
    own.push({ from: Math.max(0, run.from - from), at: run.at + Math.max(0, from - run.from) })
  }
  return { text: text.slice(from, to), runs: own }
}

/** The offset in the file of the character at an index of the text. */
export function offsetIn({ runs }: Assembled, index: number): number {
  const run = runs[runAt(runs, index)]
  return run ? run.at + index - run.from : index
}

/** The index of the last run that begins at or before an index of the text. */
function runAt(runs: readonly Run[], index: number): number {
  let low = 0
  let high = runs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((runs[middle]?.from ?? 0) <= index) low = middle
    else high = middle - 1
  }
  return low
}
