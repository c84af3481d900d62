/** The variables of a script, and the arguments that words become when the values of variables are put in. */

import { type Assembled, cut, joined } from '../syntax/assembled.ts'
import { plainText, type Word, type WordPart } from '../syntax/shell-word.ts'

/** One argument of a command. */
export interface Argument {
  /** With the values of variables. */
  readonly value: Assembled
  /** With variables as they are written. */
  readonly written: Assembled
  /** Offsets of the word that it is of. */
  readonly start: number
  readonly end: number
}

/** Variables and their values; several where the variable is an array or the variable of a loop. */
export interface Scope {
  /** Gives a variable its values; undefined for values that nobody can tell. */
  assign(name: string, values: readonly Assembled[] | undefined): void
  /** The arguments that a word becomes: none where it is an empty variable, several where one is split at blanks. */
  argumentsOf(word: Word): readonly Argument[]
  /** What a word gives the variable that it is assigned to: it is split nowhere. */
  valuesOf(word: Word): readonly Assembled[]
}

/** In characters; no list of packages is longer. What is longer is left as it is written. */
const LONGEST_VALUE = 10_000

/** The most characters that variables may add to one file, so that a short one cannot grow for ever. */
const MOST_EXPANDED = 1_000_000

const BLANKS = /\s+/g

/** How many characters variables may still add to the words of a file. */
export interface Budget {
  left: number
}

/** The budget of one file. */
export function newBudget(): Budget {
  return { left: MOST_EXPANDED }
}

/**
 * A scope that begins with the values of another. What is assigned a second time becomes unknown, since conditions are
 * not followed; what was taken over may be assigned once.
 */
export function scopeWith(outer: ReadonlyMap<string, readonly Assembled[]>, budget: Budget): Scope {
  const own = new Map<string, readonly Assembled[] | undefined>()
  return { assign, argumentsOf, valuesOf }

  function assign(name: string, found: readonly Assembled[] | undefined): void {
    const isKnown = found && !own.has(name) && lengthOf(found) <= LONGEST_VALUE
    own.set(name, isKnown ? found : undefined)
  }

  function argumentsOf({ parts, start, end }: Word): readonly Argument[] {
    const [first] = parts
    const argument = (value: Assembled, written = value): Argument => ({ value, written, start, end })
    if (parts.length === 1 && first) {
      if (first.variable === undefined) return [argument(first.text)]
      const all = held(first)
      if (!all) return [argument(first.text)]
      const split = first.quoted ? all : all.flatMap(splitAtBlanks)
      return split.map(value => (split.length === 1 ? argument(value, first.text) : argument(value)))
    }
    const written = joined(parts.map(part => part.text))
    return [argument(joined(parts.map(onlyValueOf)), written)]
  }

  function valuesOf({ parts, ...word }: Word): readonly Assembled[] {
    return argumentsOf({ ...word, parts: parts.map(part => ({ ...part, quoted: true })) }).map(({ value }) => value)
  }

  function held({ variable, fallback }: WordPart): readonly Assembled[] | undefined {
    const name = variable ?? ''
    const found = own.has(name) ? own.get(name) : (outer.get(name) ?? (fallback ? [fallback] : undefined))
    budget.left -= found ? lengthOf(found) : 0
    return budget.left < 0 ? undefined : found
  }

  /** A variable with several values gives none of them to a word that has more than the variable. */
  function onlyValueOf(part: WordPart): Assembled {
    if (part.variable === undefined) return part.text
    const [value, ...others] = held(part) ?? []
    return value && others.length === 0 ? value : part.text
  }
}

/** What a word says, variables as they are written. */
export function textOfWord(word: Word | undefined): string {
  return word ? plainText(word.parts) : ''
}

/** Each value counts, an empty one too. */
function lengthOf(values: readonly Assembled[]): number {
  return values.reduce((sum, { text }) => sum + text.length + 1, 0)
}

function splitAtBlanks(value: Assembled): Assembled[] {
  const pieces: Assembled[] = []
  let from = 0
  for (const { 0: blanks, index } of value.text.matchAll(BLANKS)) {
    if (index > from) pieces.push(cut(value, from, index))
    from = index + blanks.length
  }
  if (from < value.text.length) pieces.push(cut(value, from, value.text.length))
  return pieces
}
