/**
 * The value of a quoted or folded string of YAML, JSON or another notation as a text joined from the file: a script or a manifest in it
 * is read with the offsets of the file. Indentation, line folding and escapes are what differs.
 */

import type { Assembled } from './assembled.ts'

const BLANK = /\s/
/** In characters: of an escape of one character, at most `\U0001F600`. */
const ESCAPES: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 }

/**
 * The value as a text of the file in which it is written from `at` on. Where the two differ in another way than by blanks and escapes,
 * the offsets are near.
 */
export function aligned(value: string, file: string, at: number): Assembled {
  const runs = [{ from: 0, at }]
  let shift = at
  let written = at
  for (let index = 0; index < value.length; index++) {
    const wanted = value.charAt(index)
    if (file[written] !== wanted) {
      written = nextOf(file, written, wanted)
      // A blank that stands for a line end, or a line end that an escape writes.
      if (file[written] !== wanted && BLANK.test(wanted) && file[written] !== '\\') continue
    }
    if (written - index !== shift) {
      shift = written - index
      runs.push({ from: index, at: written })
    }
    written += file[written] === '\\' && wanted !== '\\' ? (ESCAPES[file.charAt(written + 1)] ?? 2) : 1
  }
  return { text: value, runs }
}

/**
 * The offset from `written` on at which the wanted character is: behind blanks, which indent and fold lines, or behind the second of two
 * single quotes, which mean one.
 */
function nextOf(file: string, written: number, wanted: string): number {
  let at = file[written] === "'" && file[written - 1] === "'" ? written + 1 : written
  while (at < file.length && file[at] !== wanted && BLANK.test(file.charAt(at))) at++
  return at
}
