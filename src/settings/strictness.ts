/** The orders in which values of settings are strict: a configuration may change what it extends in one direction only. */

/** Whether a value is as strict as another one, or stricter. */
export type IsAsStrict<Value> = (value: Value, than: Value) => boolean

/** The order of a few words, the strictest last. */
export function strictestLast<const Word extends string>(...words: readonly Word[]): IsAsStrict<Word> {
  return (value, than) => words.indexOf(value) >= words.indexOf(than)
}

/** The order of lists: one is as strict as another one if it has all items of it. */
export const withAll: IsAsStrict<readonly string[]> = (value, than) => than.every(item => value.includes(item))

/** The order of numbers, the strictest first. */
export const atMost: IsAsStrict<number> = (value, than) => value <= than
