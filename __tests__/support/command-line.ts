/** Runs the command line inside the test, with streams of its own. */

import { Readable } from 'node:stream'
import type { Terminal } from '../../src/command-line/terminal.ts'
import { main } from '../../src/commands.ts'
import { version } from '../../src/version.ts'
import { NOW } from './clock.ts'
import type { Ended } from './process.ts'

/** What a command line meets beside its arguments: the folder, standard input, and what differs from a pipe. */
export interface Surroundings
  extends Partial<Pick<Terminal, 'colour' | 'columns' | 'watched' | 'now' | 'environment'>> {
  readonly cwd?: string
  readonly input?: string
}

/** Runs the command line with these arguments in a folder, as its process would. */
export async function commandLine(
  args: readonly string[],
  { cwd = process.cwd(), input = '', ...terminal }: Surroundings = {}
): Promise<Ended> {
  const before = process.cwd()
  let stdout = ''
  let stderr = ''
  process.chdir(cwd)
  try {
    const status = await main(args, version, {
      out: text => {
        stdout += text
      },
      error: text => {
        stderr += text
      },
      colour: false,
      watched: false,
      now: () => NOW,
      ...terminal,
      today: () => new Date(NOW).toISOString().slice(0, 10),
      input: () => Readable.from(input === '' ? [] : [Buffer.from(input)])
    })
    return { status, stdout, stderr }
  } finally {
    process.chdir(before)
  }
}

/** The values of an output that has one JSON value a line. */
export function jsonLines(output: string) {
  return output
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
}
