/**
 * `Makefile`: the packages that its recipes install by name.
 * Specification: https://www.gnu.org/software/make/manual/make.html. Deliberately ignored: conditions, functions,
 * included files, variables that consist of other variables, and recipes after a `;`.
 */

import type { Entry, FileFormat } from '../ecosystems/file-format.ts'
import { type Assembled, joined, standing } from '../syntax/assembled.ts'
import { type Line, lines } from '../syntax/lines.ts'
import { INSTALLER } from './install-commands.ts'
import { installReader, ScriptReader, upgradeInstall } from './install-lines.ts'
import { newBudget, scopeWith, type Values } from './scope.ts'

const ASSIGNMENT =
  /^ *(?:export +|override +)*(?<name>[A-Za-z_][\w.-]*)[ \t]*(?<operator>[:?+]{0,3}=)[ \t]*(?<value>[^#]*)/
/** In characters. */
const LONGEST_ASSIGNMENT = 10_000
/** The characters that make itself removes from the beginning of a recipe. */
const PREFIX = /^[\t @+-]*/
const BLANKS = /^[\t ]*/
const CONTINUED = /\\[ \t]*$/
const DOLLAR = /\$(?:\$|[({](?<name>\w+)[)}])/g

export const makefile: FileFormat = {
  name: 'Makefile',
  role: { kind: 'manifest' },
  specification: 'https://www.gnu.org/software/make/manual/make.html',
  names: { pattern: /(?:^|\/)(?:GNU)?makefile(?:[._-](?!md$|txt$)[\w.-]*)?$|\.mk$/i },
  read: installReader(read),
  prescreen: { joins: true },
  upgrade: upgradeInstall
}

function* read(text: string): Generator<Entry> {
  const all = [...lines(text)]
  const values = variablesOf(all)
  const budget = newBudget()
  for (const recipe of recipes(all, values)) {
    if (INSTALLER.test(recipe.text)) yield* new ScriptReader(text, scopeWith(values, budget)).part(recipe)
  }
}

/** The recipes, as a shell gets them: a line that ends with `\` goes on in the next one. */
function* recipes(all: readonly Line[], values: Values): Generator<Assembled> {
  let open: Assembled[] = []
  for (const line of all) {
    const isFirst = open.length === 0
    if (isFirst && !line.text.startsWith('\t')) continue
    const skipped = (isFirst ? PREFIX : BLANKS).exec(line.text)?.[0].length ?? 0
    const isContinued = CONTINUED.test(line.text)
    const content = isContinued ? line.text.replace(CONTINUED, '') : line.text
    open.push(...forShell(content.slice(skipped), line.at + skipped, values))
    if (isContinued) open.push(standing(' ', line.at + content.length))
    else {
      yield joined(open)
      open = []
    }
  }
  if (open.length > 0) yield joined(open)
}

/** The variables of the whole file, because make reads it to its end first. A variable that is set twice is unknown. */
function variablesOf(all: readonly Line[]): Values {
  const values: Values = new Map()
  const names = new Set<string>()
  for (const { text, at } of all) {
    const match = text.length < LONGEST_ASSIGNMENT && !text.startsWith('\t') ? ASSIGNMENT.exec(text) : undefined
    const { name, value } = match?.groups ?? {}
    if (!match || name === undefined || value === undefined) continue
    const content = value.trim()
    if (names.has(name) || content.includes('$') || CONTINUED.test(content)) values.delete(name)
    else values.set(name, [standing(content, at + match[0].length - value.length)])
    names.add(name)
  }
  return values
}

/** A line as a shell gets it: `$$` becomes `$`, and `$(NAME)` becomes `${NAME}` if the variable is known. */
function forShell(text: string, at: number, values: Values): Assembled[] {
  const parts: Assembled[] = []
  let from = 0
  for (const { 0: written, index, groups } of text.matchAll(DOLLAR)) {
    const name = groups?.['name']
    if (name !== undefined && !values.has(name)) continue
    parts.push(standing(text.slice(from, index), at + from))
    parts.push(standing(name === undefined ? '$' : `\${${name}}`, at + index + (name === undefined ? 1 : 0)))
    from = index + written.length
  }
  parts.push(standing(text.slice(from), at + from))
  return parts
}
