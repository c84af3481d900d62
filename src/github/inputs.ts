/** The inputs of the Action: read, checked, and turned into what the code asks for. Of a list of words the first is the default. */

import { ConfigError } from '../model/config-error.ts'
import { FAIL_ON, type FailOn, MINIMUM_MODES, type MinimumMode } from '../settings/choices.ts'

/** What the workflow asks for. */
export interface Inputs {
  /** Absent: nothing is asked of GitHub's API. */
  readonly token?: string
  /** The folder to scan, relative to the workspace; `.` is the workspace itself. */
  readonly path: string
  /** Absent where the workflow does not say: the configuration may. */
  readonly minimum?: MinimumMode
  /** The same. */
  readonly failOn?: FailOn
  readonly allowIncomplete: boolean
  readonly comment: 'auto' | 'never'
  /** Tells several comments on one pull request apart. Absent: the scanned folder does. */
  readonly commentKey?: string
}

// What may stand in an HTML comment, in a check run's name and in a log line without being escaped.
const COMMENT_KEY = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/

/** Reads every input with `read`, which answers `''` for one that is not set. Throws `ConfigError` on the first bad one. */
export function readInputs(read: (name: string) => string): Inputs {
  const token = read('token')
  const commentKey = read('comment-key')
  const minimum = stated(read, 'minimum', MINIMUM_MODES)
  const failOn = stated(read, 'fail-on', FAIL_ON)
  if (commentKey !== '' && !COMMENT_KEY.test(commentKey)) {
    throw bad(
      'comment-key',
      commentKey,
      'up to 64 letters, digits, ".", "_", "-" and "/", beginning with a letter or digit'
    )
  }
  return {
    ...(token === '' ? {} : { token }),
    path: read('path') || '.',
    ...(minimum === undefined ? {} : { minimum }),
    ...(failOn === undefined ? {} : { failOn }),
    allowIncomplete: choice(read, 'allow-incomplete', ['false', 'true']) === 'true',
    comment: choice(read, 'comment', ['auto', 'never']),
    ...(commentKey === '' ? {} : { commentKey })
  }
}

/** One of a few words; the first is the default. */
function choice<Word extends string>(
  read: (name: string) => string,
  name: string,
  words: readonly [Word, ...Word[]]
): Word {
  return stated(read, name, words) ?? words[0]
}

/** One of a few words; undefined where the input is not set. */
function stated<Word extends string>(
  read: (name: string) => string,
  name: string,
  words: readonly [Word, ...Word[]]
): Word | undefined {
  const value = read(name)
  if (value === '') return undefined
  const word = words.find(candidate => candidate === value)
  if (word === undefined)
    throw bad(name, value, `${words.map(each => `"${each}"`).join(', ')} (default: "${words[0]}")`)
  return word
}

function bad(name: string, value: string, allowed: string): ConfigError {
  const shown = value.length > 80 ? `${value.slice(0, 80)}…` : value
  return new ConfigError(
    `Input "${name}" is ${JSON.stringify(shown)}. Allowed: ${allowed}. Change it under "with:" in the step that uses this action.`
  )
}
