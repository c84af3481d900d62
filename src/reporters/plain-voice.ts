/** Sentences as plain text, for terminals, logs and annotations. */

import { pathText, visible } from '../visible.ts'
import { subjectName } from './subject.ts'
import type { Voice } from './voice.ts'

const PATH_LENGTH = 400
const PROSE_LENGTH = 2_000
/** Code in a sentence of ours that needs no other sign. */
const CODE = /`(?<text>[^`"]+)`/g
/** Two colons at the start of a line may be a workflow command. Lines are broken at blanks, and a colon of ours may follow. */
const COMMAND = /(?<=^|\s):(?=:|$)/g

/** A text of the repository in which nothing acts, wherever its line is broken. */
export function inert(words: string, most?: number): string {
  return visible(words, most).replace(COMMAND, '\\u{3a}')
}

/** A sentence of ours with quotes around code, where it has none itself. */
export function quoted(words: string): string {
  return words.replace(CODE, '"$<text>"')
}

/** The voice of plain text. An address stands behind its words. `bold` catches the eye; it is given one word at a time. */
export function plainVoice(bold: (word: string) => string = word => word): Voice {
  const strong = (words: string) => words.split(' ').map(bold).join(' ')
  return {
    code: inert,
    name: finding => strong(inert(subjectName(finding))),
    prose: words => inert(quoted(words), PROSE_LENGTH),
    strong,
    place: ({ path, line, column }) => `${inert(pathText(path, PATH_LENGTH), PATH_LENGTH)}:${line}:${column}`,
    link: (words, url) => (url === undefined ? words : `${words}: ${inert(url, PATH_LENGTH)}`)
  }
}
