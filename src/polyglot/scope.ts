/** The variables of a script, and the arguments that words become when variables are replaced by their values. */

import { type Assembled, cut, joined } from '../syntax/assembled.ts'
import { plainText, type Word, type WordPart } from '../syntax/shell-word.ts'

/** One argument of a command. */
export interface Argument {
  /** With the values of variables. */
  readonly value: Assembled
  /** With variables as they are written. */
  readonly written: Assembled
  /** Offsets of the word that it comes from. */
  readonly start: number
  readonly end: number
}

/** Variables with their values; an array or the variable of a loop has several. */
export type Values = Map<string, readonly Assembled[]>

/** The variables that the commands of a script use and assign. */
export interface Scope {
  /** Gives a variable its values; undefined if they are unknown. */
  assign(name: string, values: readonly Assembled[] | undefined): void
  /** The arguments that a word becomes: none for an empty variable, several for one that is split at blanks. */
  argumentsOf(word: Word): readonly Argument[]
  /** The values of a word that is assigned to a variable: they are not split. */
  valuesOf(word: Word): readonly Assembled[]
}

/** In characters; no list of packages is longer. A variable with a longer value is kept as written. */
const LONGEST_VALUE = 10_000

/** In characters: how much variables may add to one file, so that a short file cannot grow without limit. */
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
 * A scope that begins with given values. A variable that the script assigns twice becomes unknown, because conditions
 * are not followed; a given one may be assigned once.
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

  /** The value of a part of a word; a variable with several values is kept as written. */
  function onlyValueOf(part: WordPart): Assembled {
    if (part.variable === undefined) return part.text
    const [value, ...others] = held(part) ?? []
    return value && others.length === 0 ? value : part.text
  }
}

/** The text of a word, with variables as they are written. */
export function textOfWord(word: Word | undefined): string {
  return word ? plainText(word.parts) : ''
}

/** An empty value counts too. */
function lengthOf(values: readonly Assembled[]): number {
  return values.reduce((sum, { text }) => sum + text.length + 1, 0)
}

function splitAtBlanks(value: Assembled): Assembled[] {
  const parts: Assembled[] = []
  let from = 0
  for (const { 0: blanks, index } of value.text.matchAll(BLANKS)) {
    if (index > from) parts.push(cut(value, from, index))
    from = index + blanks.length
  }
  if (from < value.text.length) parts.push(cut(value, from, value.text.length))
  return parts
}
