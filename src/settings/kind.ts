/** The kinds of values of settings. Inputs, the file and options state each value as a text. */

/** A kind of value: its allowed texts and how to parse them. */
export interface Kind<Value> {
  readonly type: 'choice' | 'boolean' | 'text'
  /** The allowed texts; empty if any text of the form is allowed. */
  readonly words: readonly string[]
  /** The form of a text in words, as in "Allowed: …". */
  readonly form: string
  /** The name of the value in `--help`. Empty: the option takes no value. */
  readonly operand: string
  /** The value of a text; undefined for a text that is not allowed. */
  parse(text: string): Value | undefined
}

/** One of a few words. */
export function choice<const Word extends string>(words: readonly Word[]): Kind<Word> {
  return {
    type: 'choice',
    words,
    form: words.map(word => `"${word}"`).join(', '),
    operand: words.join('|'),
    parse: text => words.find(word => word === text)
  }
}

/** True or false; on the command line an option without a value. */
export const BOOLEAN: Kind<boolean> = {
  type: 'boolean',
  words: ['false', 'true'],
  form: '"false", "true"',
  operand: '',
  parse: text => [false, true].find(value => String(value) === text)
}

/** Any text. `operand` is its name in `--help`. */
export function text(operand: string): Kind<string> {
  return { type: 'text', words: [], form: 'a text', operand, parse: value => value }
}

/** A text that matches a pattern; `form` describes the pattern. */
export function patterned(pattern: RegExp, form: string): Kind<string> {
  return { ...text('TEXT'), form, parse: value => (pattern.test(value) ? value : undefined) }
}
