/** Texts that are read line by line. */

/** A line without its end (`\n` or `\r\n`), and the offset of its first character. */
export interface Line {
  readonly text: string
  readonly at: number
}

/** Splits a text into lines. A text that ends with a line end has no empty last line. */
export function* lines(text: string): Generator<Line> {
  let at = 0
  while (at < text.length) {
    let end = text.indexOf('\n', at)
    if (end < 0) end = text.length
    const stop = end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end
    yield { text: text.slice(at, stop), at }
    at = end + 1
  }
}
