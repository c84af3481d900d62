/** Breaks lines of text at blanks, so that they fit a terminal. */

// What a terminal draws two columns wide: https://www.unicode.org/reports/tr11/
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const MARK = /\p{M}/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences that `styleText` writes.
const STYLE = /\u001b\[[\d;]*m/g

/** The columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  let columns = 0
  for (const character of text.replace(STYLE, '')) {
    if (!MARK.test(character)) columns += WIDE.test(character) ? 2 : 1
  }
  return columns
}

/**
 * A text in lines of at most `width` columns, each begun with `indent` blanks; the first one with `lead` instead. A word that is
 * longer stays whole.
 */
export function wrapped(text: string, width: number, indent = 0, lead = ' '.repeat(indent)): string {
  const lines: string[] = []
  let line = lead
  let columns = widthOf(lead)
  let isEmpty = true
  for (const word of text.split(/ +/)) {
    if (word === '') continue
    const own = widthOf(word)
    if (!isEmpty && columns + 1 + own > width) {
      lines.push(line)
      line = ' '.repeat(indent)
      columns = indent
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    columns += isEmpty ? own : own + 1
    isEmpty = false
  }
  return [...lines, line].join('\n')
}
