/** The interface of every command: what it is for, what it takes, and what it does. */

import type { SettingKey, StatedValues } from '../settings/settings.ts'
import type { Terminal } from './terminal.ts'

/** The exit code of a run; `EXIT_CODES` has their meanings. */
export type ExitCode = 0 | 1 | 2 | 3

/** The exit codes, as `--help` and README.md list them. */
export const EXIT_CODES: readonly (readonly [ExitCode, string])[] = [
  [0, 'passed: no finding at or above the level of --fail-on'],
  [1, 'findings at or above the level of --fail-on'],
  [2, 'incomplete: a file that may name a client could not be read'],
  [3, 'invalid arguments or configuration, nothing to scan, or a package that is no known client']
]

/** One command. Its name is its key in the table of commands. */
export interface Command {
  /** What it does, as a clause without a full stop. */
  readonly summary: string
  /** What it takes beside options, as in `[DIR]`; `''` for nothing. */
  readonly operands: string
  /** One sentence about the operands, for its help. */
  readonly about?: string
  /** The words that an operand can be, for completions. Absent: folders for `[DIR]`, else nothing. */
  readonly words?: () => readonly string[]
  /** The options that it takes, in the order of its help. */
  readonly settings: readonly SettingKey[]
  /** The values of `--format`; the first is the default. */
  readonly formats?: readonly string[]
  /** Runs it. Throws `ConfigError` for wrong use. */
  run(operands: readonly string[], options: StatedValues, terminal: Terminal): Promise<ExitCode>
}

/** All commands by their names, in the order of `--help`. */
export type Commands = Readonly<Record<string, Command>>
