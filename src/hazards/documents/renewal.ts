/** The functions of a shell script, and which of them a loop without an end calls again and again. */

import { offsetIn } from '../../syntax/assembled.ts'
import type { FactQuery, StatedFact } from '../hazard.ts'
import { type Command, everyCommand, programOf, type Script } from './script.ts'
import { isUnbounded } from './unbounded.ts'

/** The kind of the fact that a loop without an end calls a function. */
const CALLED_AGAIN = 'called-again'
/** `NAME() {`, `function NAME {`: https://www.gnu.org/software/bash/manual/html_node/Shell-Functions.html. */
const HEAD =
  /^(?<indent>[ \t]*)(?:function[ \t]+(?<bash>[\w.:-]+)[ \t]*(?:\([ \t]*\))?|(?<posix>[\w.:-]+)[ \t]*\([ \t]*\))\s*\{/gm
/** In functions of one script: a person writes some dozens. */
const MOST = 500
const NAME = /^[A-Za-z_][\w.:-]*$/

/** A function, with the offsets of its head and its end in the file. */
interface ShellFunction {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** The innermost function around an offset of the file; undefined outside of all. */
export function functionFinder({ text }: Script): (at: number) => string | undefined {
  const heads = Array.from(text.text.matchAll(HEAD)).slice(0, MOST)
  const functions = heads.map(({ index, 0: head, groups }): ShellFunction => {
    const end = endOf(text.text, index + head.length, groups?.['indent'] ?? '')
    return { name: groups?.['bash'] ?? groups?.['posix'] ?? '', from: offsetIn(text, index), to: offsetIn(text, end) }
  })
  return at => functions.findLast(({ from, to }) => from <= at && at < to)?.name
}

/** The end of a body: its first line that is a brace, indented as its head is. People and formatters write it so. */
function endOf(text: string, from: number, indent: string): number {
  const line = text.indexOf('\n', from)
  const end = text.indexOf(`\n${indent}}`, from)
  const short = text.indexOf('}', from)
  if (line < 0 || (short >= 0 && short < line)) return short < 0 ? text.length : short
  return end < 0 ? text.length : end
}

/** Where a command begins in the file; undefined for an empty one. */
export function beginOf({ words, assignments, redirections }: Command): number | undefined {
  return words[0]?.at ?? assignments[0]?.value.at ?? redirections[0]?.target.at
}

/** The names of the functions, and of programs, that a loop without an end calls. */
export function* calledAgain(script: Script): Generator<{ readonly name: string; readonly at: number }> {
  for (const command of everyCommand(script.commands)) {
    const name = programOf(command)
    const at = command.words[0]?.at
    if (at !== undefined && NAME.test(name) && command.loops.some(loop => isUnbounded(loop, script))) yield { name, at }
  }
}

/** States what the loops of a script call. */
export function* calls(script: Script): Generator<StatedFact> {
  for (const { name, at } of calledAgain(script)) yield { at, fact: { kind: CALLED_AGAIN, name } }
}

/** Asks whether another script beside this one calls a function in a loop without an end. */
export function isCalledAgain(name: string): FactQuery {
  return { kind: CALLED_AGAIN, within: 'folder', keywords: [name], matches: fact => fact.name === name }
}
