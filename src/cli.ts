#!/usr/bin/env node
/** The terminal: the one place where the command line meets the process. */

import { type Terminal, takesColour } from './command-line/terminal.ts'
import { version } from './version.ts'

const terminal: Terminal = {
  out: text => process.stdout.write(text),
  error: text => process.stderr.write(text),
  colour: takesColour(process.env, process.stdout.isTTY === true),
  columns: process.stdout.columns,
  watched: process.stderr.isTTY === true,
  now: () => performance.now(),
  today: () => new Date().toISOString().slice(0, 10),
  input: () => process.stdin,
  environment: process.env
}

process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  // A reader such as `head` closes the pipe early, which is no error.
  if (code === 'EPIPE') process.exit()
  terminal.error(
    `bound-token-check: standard output cannot be written (${code}). Write to a file or a terminal that takes it.\n`
  )
  process.exit(3)
})

const args = process.argv.slice(2)
// Loaded only here: to load the commands takes most of the start, and the version alone needs none of it.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) terminal.out(`${version}\n`)
else process.exitCode = await (await import('./commands.ts')).main(args, version, terminal)
