/** The kinds of values of settings. Inputs, the file and options state each value as a text. */

import { isDay } from './day.ts'

/** A kind of value: its allowed texts and how to parse them. */
export interface Kind<Value> {
  readonly type: 'choice' | 'list' | 'boolean' | 'text' | 'number' | 'paths'
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

/** One or more of a few words: a list in the file, a text with commas elsewhere. Each word counts once, in the given order. */
export function choices<const Word extends string>(words: readonly Word[]): Kind<readonly Word[]> {
  const { form } = choice(words)
  return {
    type: 'list',
    words,
    form: `one or more of ${form}, with commas between them`,
    operand: `${words[0] ?? ''},…`,
    parse: value => {
      const stated = value.split(',').map(word => word.trim())
      const known = words.filter(word => stated.includes(word))
      return stated.every(text => words.some(word => word === text)) ? known : undefined
    }
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

/** A day of the calendar, as `YYYY-MM-DD`. */
export const DAY: Kind<string> = {
  ...text('YYYY-MM-DD'),
  form: 'a day of the calendar, as YYYY-MM-DD',
  parse: value => (isDay(value) ? value : undefined)
}

/** A whole number from 0 to `most`. */
export function wholeNumber(most: number, operand: string): Kind<number> {
  return {
    type: 'number',
    words: [],
    form: `a whole number from 0 to ${most}`,
    operand,
    parse: value => (/^\d{1,9}$/.test(value) && Number(value) <= most ? Number(value) : undefined)
  }
}

/** A version of a cluster as its platform writes it: `1.23`, `v1.28.5+rke2r1`, `1.27.3-gke.100`, `1.27+`. */
const KUBERNETES = /^v?(?<version>1\.\d{1,3})(?:[.+-][0-9A-Za-z.+-]{0,60})?$/

/** The minor version of Kubernetes, `1.23`; what follows it in a longer text does not count. */
export const KUBERNETES_VERSION: Kind<string> = {
  ...text('1.M'),
  form: 'a version of Kubernetes such as "1.23"',
  parse: value => KUBERNETES.exec(value)?.groups?.['version']
}

/** One or more files: a list in the file, a text with a path on each line elsewhere. An option is repeated for each. */
export function paths(operand: string): Kind<readonly string[]> {
  return {
    type: 'paths',
    words: [],
    form: 'one or more paths, each on a line of its own',
    operand,
    parse: value => {
      const stated = value.split('\n').flatMap(line => (line.trim() === '' ? [] : [line.trim()]))
      return stated.length === 0 ? undefined : stated
    }
  }
}
