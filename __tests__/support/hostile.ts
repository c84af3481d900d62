/**
 * Texts made to be slow, and the work that reading one may cost. Work is counted in steps, not in seconds, so that no test
 * depends on the clock or on the machine. A step is
 * - a step of a regular expression, backtracking included (`regex-steps.ts`),
 * - a character that a method of strings passes over or copies: `indexOf`, `split`, `startsWith`, …
 * - an element that a method of arrays passes over or copies.
 *
 * Not counted: loops over `text[index]`, copies by the language itself (`[...list]`), maps and sets.
 *
 * A linear reader takes a few dozen steps for each character, whatever the length. A quadratic one takes half the length:
 * 3,000 steps for each of `LONG` characters. `STEPS` lies between. Where the elements of a text have C characters each, work
 * on every pair of `MANY` elements shows from C / 14 steps for each pair on.
 *
 * A reader that exceeds its budget is stopped at once, and the test fails; it does not hang.
 */

import { expect, test } from '@jest/globals'
import type { Entry, FileFormat } from '../../src/ecosystems/file-format.ts'
import { collect } from './cases.ts'
import { matchSteps, TooManySteps } from './regex-steps.ts'

/** The usual length of a hostile text, in characters. */
export const LONG = 6_000

/** A text of `LONG` characters or just more that repeats one piece. */
export function long(piece: string): string {
  return piece.repeat(Math.ceil(LONG / piece.length))
}

/** The usual number of elements in a hostile text. */
export const MANY = 2_000

/** The length of a text at which a pattern such as `^(?:a|bc)*d` exceeds the stack of the engine, in characters. */
export const HUGE = 10_000_000

/** The most steps for each character of a text. */
const STEPS = 70

/** The steps that even an empty text may cost. */
const FIRST_STEPS = 10_000

/** How a text gets into a file of a format. */
export type Reader = readonly [format: FileFormat, wrap: (text: string) => string]

/**
 * A text, and the outcome (as `outcomeOf` writes it) of each reader that it is made for. Readers with one outcome share a
 * key: `'go.mod, go.work'`. `steps` replaces `STEPS` where it is too tight.
 */
export type HostileRow = readonly [
  title: string,
  text: string,
  outcomes: Readonly<Record<string, string>>,
  steps?: number
]

/** The formats by their names, each with the bare text as a file. */
export function byName(formats: readonly FileFormat[]): Readonly<Record<string, Reader>> {
  return Object.fromEntries(formats.map(format => [format.name, [format, text => text]]))
}

/** Defines a test for each text and reader: it is read within its budget of steps, and yields what the row says. */
export function readsWithinBudget(readers: Readonly<Record<string, Reader>>, rows: readonly HostileRow[]): void {
  test.each(runs(readers, rows))('$name: $title', async ({ format, text, outcome, steps }) => {
    const read = () => {
      // The scan asks this first.
      format.prescreen?.always?.test(text)
      format.prescreen?.members?.test(text)
      return outcomeOf(format, text)
    }
    expect(await withinBudget(text.length, steps, read)).toBe(outcome)
  })
}

/**
 * Defines a test for each text and reader, without a budget: texts of many megabytes, on which the engine's own limits show.
 * What the engine cannot hold is a fault, as it is to the scan.
 */
export function readsHugeTexts(readers: Readonly<Record<string, Reader>>, rows: readonly HostileRow[]): void {
  test.each(runs(readers, rows))('$name: $title', async ({ format, text, outcome }) => {
    expect(await outcomeOf(format, text)).toBe(outcome)
  })
}

function runs(readers: Readonly<Record<string, Reader>>, rows: readonly HostileRow[]) {
  return rows.flatMap(([title, text, outcomes, steps = STEPS]) =>
    Object.entries(outcomes).flatMap(([names, outcome]) =>
      (names === '*' ? Object.keys(readers) : names.split(', ')).map(name => {
        const [format, wrap] = readers[name] ?? []
        if (!format || !wrap) throw new Error(`${title}: no reader ${name}`)
        return { title, name, format, text: wrap(text), outcome, steps }
      })
    )
  )
}

/** What a reader makes of a text, such as `20 packages, 2 gaps "not a version", fault "a quote that does not end"`. */
export async function outcomeOf(format: FileFormat, text: string): Promise<string> {
  const { entries, fault } = await collect(format, text)
  const counts = new Map<string, number>()
  for (const entry of entries) {
    const kind = kindOf(entry)
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  const parts = [...counts].map(([kind, count]) => `${count} ${count === 1 ? kind : kind.replace(/^\w+/, '$&s')}`)
  if (fault) parts.push(`fault "${fault.message}"`)
  return parts.length === 0 ? 'nothing' : parts.join(', ')
}

function kindOf(entry: Entry): string {
  if ('gap' in entry) return `gap "${entry.gap}"`
  if ('include' in entry) return 'include'
  if ('member' in entry) return 'member'
  if ('imports' in entry) return 'module'
  if ('ignored' in entry) return 'exclusion'
  if ('on' in entry) return 'layer'
  return 'defines' in entry ? 'definition' : 'package'
}

/** Runs `work` on something of `length` characters. Throws where it takes more than `steps` for each of them. */
export async function withinBudget<Result>(
  length: number,
  steps: number,
  work: () => Result | Promise<Result>
): Promise<Result> {
  const most = FIRST_STEPS + steps * length
  const own: Count = { steps: 0, most }
  counting = own
  const uninstall = install()
  try {
    const result = await work()
    // A reader may have caught the error: the sum stays.
    if (own.steps <= most) return result
  } catch (error) {
    if (own.steps <= most) throw error
  } finally {
    uninstall()
    counting = undefined
  }
  throw new TooManySteps(`more than ${steps} steps for each of ${length} characters`)
}

/** What one call of a method costs, in steps. */
type Cost = (self: unknown, given: readonly unknown[], result: unknown) => number

interface Count {
  steps: number
  readonly most: number
}

let counting: Count | undefined

function count(steps: number): void {
  if (!counting) return
  counting.steps += steps
  if (counting.steps > counting.most) throw new TooManySteps(`more than ${counting.most} steps`)
}

/** The engine keeps a slice of a text as a view, so the length of a slice does not count. */
const one: Cost = () => 1
const whole: Cost = self => 1 + lengthOf(self)
const copied: Cost = (_self, _given, result) => 1 + lengthOf(result)
const trimmed: Cost = (self, _given, result) => 1 + lengthOf(self) - lengthOf(result)
const compared: Cost = (_self, [other]) => 1 + lengthOf(other)
/** From where a search begins to what it found, or to the end. */
const passed: Cost = (self, [, from], found) => {
  const begin = typeof from === 'number' ? from : 0
  const end = typeof found === 'number' && found >= 0 ? found : lengthOf(self)
  return end > begin ? 1 + end - begin : 1
}
const passedBack: Cost = (self, [, from], found) => {
  const begin = typeof from === 'number' ? from : lengthOf(self)
  const end = typeof found === 'number' && found >= 0 ? found : 0
  return begin > end ? 1 + begin - end : 1
}
const { indexOf: indexInText } = String.prototype
const { indexOf: indexInList } = Array.prototype
const included: Cost = (self, given) =>
  passed(self, given, Reflect.apply(typeof self === 'string' ? indexInText : indexInList, self, given))

const METHODS: readonly (readonly [owner: object, name: string, cost: Cost])[] = [
  ...named(String.prototype, 'charCodeAt codePointAt charAt at slice substring', one),
  ...named(String.prototype, 'startsWith endsWith', compared),
  ...named(String.prototype, 'trim trimStart trimEnd', trimmed),
  ...named(String.prototype, 'concat repeat padStart padEnd', copied),
  ...named(String.prototype, 'split replace replaceAll toLowerCase toUpperCase normalize localeCompare', whole),
  ...named(String.prototype, 'indexOf', passed),
  ...named(String.prototype, 'lastIndexOf', passedBack),
  ...named(String.prototype, 'includes', included),
  ...named(Array.prototype, 'slice concat join flat flatMap', copied),
  ...named(Array.prototype, 'splice shift unshift sort reverse filter map reduce toReversed toSorted with', whole),
  ...named(Array.prototype, 'indexOf', passed),
  ...named(Array.prototype, 'lastIndexOf', passedBack),
  ...named(Array.prototype, 'includes', included)
]

function named(owner: object, names: string, cost: Cost): (readonly [object, string, Cost])[] {
  return names.split(' ').map(name => [owner, name, cost] as const)
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' || isArray(value) ? value.length : 0
}

// A look at a global costs much in the tests' own realm.
const { apply } = Reflect
const { isArray } = Array
const Text = String
const Pattern = RegExp

/** Puts a method in place of another; the function returned puts that one back. */
function replace(
  owner: object,
  name: string,
  method: (self: unknown, given: readonly unknown[]) => unknown
): () => void {
  const own = Object.getOwnPropertyDescriptor(owner, name)
  if (!own) throw new Error(`no method ${name}`)
  Object.defineProperty(owner, name, {
    ...own,
    value(...given: readonly unknown[]) {
      return method(this, given)
    }
  })
  return () => Object.defineProperty(owner, name, own)
}

/** Counts every call of the methods and of patterns until the function returned is called. */
function install(): () => void {
  const restores = METHODS.map(([owner, name, cost]) => {
    const original: (...given: readonly unknown[]) => unknown = Reflect.get(owner, name)
    return replace(owner, name, (self, given) => {
      const result = apply(original, self, given)
      count(cost(self, given, result))
      return result
    })
  })
  for (const name of 'find findIndex findLast findLastIndex some every forEach'.split(' ')) {
    const original: (...given: readonly unknown[]) => unknown = Reflect.get(Array.prototype, name)
    restores.push(
      replace(Array.prototype, name, (self, [callback, receiver]) => {
        if (typeof callback !== 'function') throw new TypeError(`${name} of no function`)
        const counted = (...given: readonly unknown[]) => {
          count(1)
          return apply(callback, receiver, given)
        }
        return apply(original, self, [counted])
      })
    )
  }
  // Every method that takes a pattern calls `exec`: https://tc39.es/ecma262/#sec-regexpexec
  const { exec } = RegExp.prototype
  restores.push(
    replace(RegExp.prototype, 'exec', (self, given) => {
      if (!(self instanceof Pattern)) throw new TypeError('not a pattern')
      if (!counting) return apply(exec, self, given)
      const text = Text(given[0])
      const expected = countMatch(counting, self, text)
      const found: RegExpExecArray | null = apply(exec, self, [text])
      const end = found ? found.index + found[0].length : undefined
      if (end !== expected) throw new Error(`${self}: the count ends at ${expected}, the match at ${end}`)
      return found
    })
  )
  return () => {
    for (const restore of restores) restore()
  }
}

/** Counts the steps of a match and gives back where it ends. The counter's own steps do not count. */
function countMatch(own: Count, pattern: RegExp, text: string): number | undefined {
  counting = undefined
  try {
    const start = pattern.global || pattern.sticky ? pattern.lastIndex : 0
    const { steps, end } = matchSteps(pattern, text, start, own.most - own.steps)
    own.steps += steps
    return end
  } catch (error) {
    if (error instanceof TooManySteps) own.steps = Number.POSITIVE_INFINITY
    throw error
  } finally {
    counting = own
  }
}
