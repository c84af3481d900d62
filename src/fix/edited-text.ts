/** Makes edits in a text: only where the text at the place is what the edit replaces. */

/** What stands at a place, and what is to stand there. Line and column count from 1, in UTF-16 code units. */
export interface TextEdit {
  readonly line: number
  readonly column: number
  readonly old: string
  readonly new: string
}

/** A text with edits made, and those of them that were; the others do not fit it or overlap with one that was made. */
export interface EditedText<Edit extends TextEdit> {
  readonly text: string
  /** In the order of their places. */
  readonly made: readonly Edit[]
  readonly refused: readonly Edit[]
}

const LINE_FEED = '\n'

/** Makes edits in a text. Of two edits that overlap the first one is made; one that repeats another counts as made. */
export function withEdits<Edit extends TextEdit>(text: string, edits: readonly Edit[]): EditedText<Edit> {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)]
  const offsetOf = ({ line, column }: TextEdit) => (starts[line - 1] ?? text.length) + column - 1
  const taken: { readonly edit: Edit; readonly from: number; readonly to: number }[] = []
  const made: Edit[] = []
  const refused: Edit[] = []
  for (const edit of edits) {
    const from = offsetOf(edit)
    const to = from + edit.old.length
    const before = taken.find(other => from < other.to && other.from < to)
    if (before && before.from === from && before.edit.old === edit.old && before.edit.new === edit.new) made.push(edit)
    else if (before || !fits(text, edit, from)) refused.push(edit)
    else {
      taken.push({ edit, from, to })
      made.push(edit)
    }
  }
  let edited = text
  for (const { edit, from, to } of taken.toSorted((a, b) => b.from - a.from))
    edited = edited.slice(0, from) + edit.new + edited.slice(to)
  return { text: edited, made: made.toSorted((a, b) => a.line - b.line || a.column - b.column), refused }
}

/** Whether the text at an offset is the old one, and the edit leaves the lines of the text as they are. */
function fits(text: string, { old, new: replacement }: TextEdit, from: number): boolean {
  return old !== '' && text.startsWith(old, from) && !old.includes(LINE_FEED) && !replacement.includes(LINE_FEED)
}
