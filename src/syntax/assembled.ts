/**
 * A text put together from pieces of a file, each of which knows where it stands: a script inside a Dockerfile, a word
 * without its quotes, a variable put in. A reader of the inner language reads the text and finds the offsets of the file.
 */

/** A run of the text that stands in the file as it is: it begins at `from` in the text and at `at` in the file. */
interface Piece {
  readonly from: number
  readonly at: number
}

/** The text and its pieces, in order; the first begins at 0. */
export interface Assembled {
  readonly text: string
  readonly pieces: readonly Piece[]
}

/** A text that stands in the file in one piece. */
export function standing(text: string, at: number): Assembled {
  return { text, pieces: [{ from: 0, at }] }
}

/** Joins texts. */
export function joined(parts: readonly Assembled[]): Assembled {
  const [only] = parts
  if (parts.length === 1 && only) return only
  const pieces: Piece[] = []
  let length = 0
  for (const { text, pieces: own } of parts) {
    if (text === '') continue
    for (const { from, at } of own) pieces.push({ from: length + from, at })
    length += text.length
  }
  const text = parts.map(part => part.text).join('')
  return { text, pieces: pieces.length > 0 ? pieces : [{ from: 0, at: only ? offsetIn(only, 0) : 0 }] }
}

/** The part between two indexes. */
export function cut({ text, pieces }: Assembled, from: number, to: number): Assembled {
  const own: Piece[] = []
  for (let index = pieceAt(pieces, from); index < pieces.length; index++) {
    const piece = pieces[index]
    if (!piece || (piece.from >= to && own.length > 0)) break
    own.push({ from: Math.max(0, piece.from - from), at: piece.at + Math.max(0, from - piece.from) })
  }
  return { text: text.slice(from, to), pieces: own }
}

/** The offset in the file of the character at an index of the text. */
export function offsetIn({ pieces }: Assembled, index: number): number {
  const piece = pieces[pieceAt(pieces, index)]
  return piece ? piece.at + index - piece.from : index
}

/** The last piece that begins at or before an index. */
function pieceAt(pieces: readonly Piece[], index: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle]?.from ?? 0) <= index) low = middle
    else high = middle - 1
  }
  return low
}
