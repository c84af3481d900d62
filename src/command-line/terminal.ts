/** The terminal and the clock that commands use, and whether it takes colours. */

import type { ColorWhen } from '../settings/choices.ts'

/** The terminal and the clock that commands use. */
export interface Terminal {
  out(text: string): void
  error(text: string): void
  /** Whether the output may be coloured, where nobody says otherwise. */
  readonly colour: boolean
  /** The width of the output in columns; undefined where it is no terminal. */
  readonly columns?: number | undefined
  /** Whether standard error is a terminal, so that a progress line is useful. */
  readonly watched: boolean
  /** Milliseconds since some fixed moment. */
  now(): number
  /** The day, in UTC, as `YYYY-MM-DD`. */
  today(): string
  /** The bytes of standard input. */
  input(): AsyncIterable<Uint8Array>
  /** The variables of the process; none where a test gives none. */
  readonly environment?: Readonly<Record<string, string | undefined>>
}

/** The variables that say whether output may be coloured. */
export interface ColourVariables {
  readonly NO_COLOR?: string | undefined
  readonly FORCE_COLOR?: string | undefined
  readonly TERM?: string | undefined
}

/**
 * Whether output may be coloured: FORCE_COLOR decides where it is set, as in Node (https://nodejs.org/api/tty.html), then NO_COLOR
 * where it is not empty (https://no-color.org), then TERM=dumb, then whether it goes to a terminal.
 */
export function takesColour({ NO_COLOR, FORCE_COLOR, TERM }: ColourVariables, isTerminal: boolean): boolean {
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  return isTerminal && TERM !== 'dumb'
}

/** Whether a report is coloured. One that is written to a file is not, unless the user says so. */
export function isColoured({ colour }: Terminal, when: ColorWhen, output: string | undefined): boolean {
  if (when !== 'auto') return when === 'always'
  return colour && output === undefined
}

/** The width of a report: that of the terminal; undefined in a file or where there is no terminal. */
export function widthFor({ columns }: Terminal, output: string | undefined): number | undefined {
  return output === undefined ? columns : undefined
}
