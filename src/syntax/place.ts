/** Offset to line and column: the only place where lines are counted. */

/** Returns a function from offsets of `text` to lines and columns, both from 1. An offset beyond the end is the end. */
export function placeFinder(text: string): (at: number) => { line: number; column: number } {
  let starts: number[] | undefined
  return at => {
    starts ??= lineStarts(text)
    const offset = Math.min(Math.max(at, 0), text.length)
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 }
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
