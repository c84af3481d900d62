/** A suggestion on one line of a pull request: what to write there, to be committed with one click. */

import { createHash } from 'node:crypto'
import { groupBy } from '../collections.ts'
import { type Finding, isOpen, type LineEdit } from '../model/finding.ts'
import { visible } from '../visible.ts'
import { editsOf, type PlacedEdit } from './issues.ts'
import { code, prose } from './markup.ts'
import type { Reporter } from './reporter.ts'
import { verdictWords } from './sentences.ts'
import { subjectName } from './subject.ts'

/** A line with its edits. */
export interface EditedLine {
  readonly path: string
  readonly line: number
  readonly edits: readonly [PlacedEdit, ...PlacedEdit[]]
}

/** The edit of one line, with the text that the line has. */
export interface Suggestion extends EditedLine {
  /** The whole line, without its end. Hostile. */
  readonly text: string
}

/** The options of a suggestion. */
export interface SuggestionOptions {
  /** Its hidden line. */
  readonly marker: string
}

/** In characters; a longer line is no line of a manifest that a person would read. */
const LONGEST_LINE = 1_000
const BACKTICKS = /`+/g
const TAB = /\t/g
const MARK = 'bound-token-check:suggestion'
const HEX = 16

/** The body of the comment. GitHub shows the difference itself. */
export const suggestion: Reporter<Suggestion, SuggestionOptions> = {
  name: 'suggestion',
  render(input, { marker }) {
    const fence = '`'.repeat(Math.max(3, 1 + longestRun(input.text)))
    return [
      marker,
      ...input.edits.map(({ finding, edit }) => sentence(finding, edit)),
      '',
      `${fence}suggestion`,
      editedText(input),
      fence,
      ''
    ].join('\n')
  }
}

/** The lines with edits of open findings that do not pass, each with all of its edits. */
export function editedLines(findings: readonly Finding[]): EditedLine[] {
  const edits = findings.filter(finding => isOpen(finding) && finding.level !== 'pass').flatMap(editsOf)
  return Array.from(
    groupBy(edits, ({ place: { path, line } }) => JSON.stringify([path, line])).values(),
    ([first, ...others]): EditedLine => ({
      path: first.place.path,
      line: first.place.line,
      edits: [first, ...others]
    })
  )
}

/** Whether a line can be shown in a suggestion: its text is what was edited, and nothing in it is hidden. */
export function isSuggestible({ text, edits }: Suggestion): boolean {
  const shown = text.replace(TAB, ' ')
  return (
    text.length <= LONGEST_LINE &&
    visible(shown, LONGEST_LINE) === shown &&
    edits.every(({ place, edit }) => text.startsWith(edit.old, place.column - 1))
  )
}

/**
 * The hidden line of a suggestion, inert whatever the texts hold: the same for the same path, line and new text. `repeats`: how many
 * lines before it have the same text.
 */
export function suggestionMarker(input: Suggestion, key: string, repeats: number): string {
  return `${suggestionPrefix(key)}${digest([input.path, input.text, editedText(input), String(repeats)])} -->`
}

/** The beginning of the hidden line of every suggestion with this key, which tells several runs on one pull request apart. */
export function suggestionPrefix(key: string): string {
  return `<!-- ${MARK} ${digest([key])} `
}

/** The line with its new text. Edits that several findings share are made once. */
function editedText({ text, edits }: Suggestion): string {
  const columns = new Map(edits.map(({ place, edit }) => [place.column, edit]))
  let edited = text
  for (const [column, { old, new: replacement }] of [...columns].toSorted(([a], [b]) => b - a))
    edited = edited.slice(0, column - 1) + replacement + edited.slice(column - 1 + old.length)
  return edited
}

function sentence(finding: Finding, edit: LineEdit): string {
  const { version } = finding.explanation.fix ?? {}
  const target = version === undefined ? '' : ` ${code(version)} reloads the token.`
  return `${code(subjectName(finding))} ${code(edit.old)} ${verdictWords(finding)}. ${prose(finding.explanation.because)}${target}`
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(BACKTICKS), ([run]) => run.length))
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, HEX)
}
