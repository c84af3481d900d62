/**
 * Here-documents of shell scripts.
 * Specification: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html, section 2.7.4.
 */

import type { Cursor } from './cursor.ts'

/** A here-document that a line announces; its text begins below that line. */
export interface HereDocument {
  readonly delimiter: string
  /** Whether tabs at the beginnings of its lines are removed: `<<-`. */
  readonly stripsTabs: boolean
}

const OPERATOR = /<<(?<tabs>-?)[ \t]*(?:"(?<double>[^"\n]*)"|'(?<single>[^'\n]*)'|\\?(?<plain>[^\s;&|()<>"'$`\\]+))/y
const TABS = /^\t+/

/** Reads `<<DELIMITER` at the cursor; undefined if there is none, as for `<<<`. */
export function hereDocument(cursor: Cursor): HereDocument | undefined {
  const groups = cursor.startsWith('<<<') ? undefined : cursor.groups(OPERATOR)
  if (!groups) return undefined
  const { tabs, double, single, plain = '' } = groups
  return { delimiter: double ?? single ?? plain, stripsTabs: tabs === '-' }
}

/** The index after the text of a here-document that begins at the cursor, which moves past its delimiter. */
export function endOfDocument(cursor: Cursor, { delimiter, stripsTabs }: HereDocument): number {
  const { text } = cursor
  while (!cursor.isAtEnd()) {
    const from = cursor.at
    cursor.skipLine()
    const to = cursor.at > from && text[cursor.at - 1] === '\r' ? cursor.at - 1 : cursor.at
    cursor.at++
    const line = text.slice(from, to)
    if ((stripsTabs ? line.replace(TABS, '') : line) === delimiter) return from
  }
  return text.length
}
