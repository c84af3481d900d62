/** Whether a loop of a script, or what the script starts, goes on for as long as its container lives. */

import type { Loop } from '../../syntax/shell.ts'
import { plainText } from '../../syntax/shell-word.ts'
import { type Command, programOf, type Script } from './script.ts'

/** Conditions that are always true, and those that wait. */
const ALWAYS = /^(?:true|:|sleep|1|\[ 1 \]|\[\[ 1 \]\]|\[ true \])$/
const TESTS_FILE = /^(?:\[\[?|test) (?:! )?-[a-z] /
/** What writes lines for ever. */
const ENDLESS_SOURCE = /^(?:inotifywait\b.* -(?:m|-monitor)|tail\b.* -[a-zA-Z]*[fF]|kubectl\b.* (?:-w|--watch))/

/** Whether a loop has no end of its own. One that waits for something ends, and so does one with a `break`. */
export function isUnbounded(loop: Loop, script: Script): boolean {
  if (breaks(loop, script)) return false
  if (loop.isEndless) return true
  const words = loop.condition?.words.map(({ parts }) => plainText(parts)) ?? []
  const condition = words.join(' ')
  if (loop.keyword === 'while') {
    return ALWAYS.test(condition) || words[0] === 'sleep' || (words[0] === 'read' && followsEndless(loop, script))
  }
  // A file that another process makes is the sign to stop; a command that has to succeed is awaited.
  return loop.keyword === 'until' && (condition === 'false' || TESTS_FILE.test(condition))
}

/** Whether a script starts a program in its place or beside it, or goes on without an end. */
export function staysRunning(script: Script): boolean {
  return script.commands.some(
    ({ words, loops, isBackground }) =>
      isBackground || words[0]?.text === 'exec' || loops.some(loop => isUnbounded(loop, script))
  )
}

function breaks(loop: Loop, { commands }: Script): boolean {
  return commands.some(command => command.loops.at(-1) === loop && programOf(command) === 'break')
}

/** Whether the loop reads the lines of a program that does not end. */
function followsEndless(loop: Loop, { commands }: Script): boolean {
  const first = commands.findIndex(({ loops }) => loops.includes(loop))
  const source: Command | undefined = commands[first - 1]
  return source?.isPiped === true && ENDLESS_SOURCE.test(source.words.map(({ text }) => text).join(' '))
}
