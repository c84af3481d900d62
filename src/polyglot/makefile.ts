/**
 * `Makefile`: the packages that its recipes install by name.
 * Specification: https://www.gnu.org/software/make/manual/make.html. Leaves out on purpose: conditions, functions,
 * included files, variables that are made of others, and recipes behind a `;`.
 */

import type { Entry, FileFormat } from '../ecosystems/file-format.ts'
import { type Assembled, joined, standing } from '../syntax/assembled.ts'
import { type Line, lines } from '../syntax/lines.ts'
import { INSTALLER, installedByPart, onceEach, tooLong, upgradeInstall, withinLimit } from './install-lines.ts'
import { newBudget, scopeWith } from './scope.ts'

type Values = Map<string, readonly Assembled[]>

const ASSIGNMENT =
  /^ *(?:export +|override +)*(?<name>[A-Za-z_][\w.-]*)[ \t]*(?<operator>[:?+]{0,3}=)[ \t]*(?<value>[^#]*)/
/** What make itself takes from the beginning of a recipe's line. */
const PREFIX = /^[\t @+-]*/
const BLANKS = /^[\t ]*/
const CONTINUED = /\\[ \t]*$/
const DOLLAR = /\$(?:\$|[({](?<name>\w+)[)}])/g

export const makefile: FileFormat = {
  name: 'Makefile',
  role: { kind: 'manifest' },
  specification: 'https://www.gnu.org/software/make/manual/make.html',
  names: { pattern: /(?:^|\/)(?:GNU)?makefile(?:[._-](?!md$|txt$)[\w.-]*)?$|\.mk$/i },
  read: text => onceEach(read(text)),
  upgrade: upgradeInstall
}

function* read(whole: string): Generator<Entry> {
  if (!INSTALLER.test(whole)) return
  const text = withinLimit(whole)
  const fault = tooLong(whole)
  const all = [...lines(text)]
  const values = variablesOf(all)
  const budget = newBudget()
  for (let index = 0; index < all.length; index++) {
    const first = all[index]
    if (!first?.text.startsWith('\t')) continue
    const recipe: Assembled[] = []
    for (let line: Line | undefined = first; line; line = all[++index]) {
      const skipped = (line === first ? PREFIX : BLANKS).exec(line.text)?.[0].length ?? 0
      const isContinued = CONTINUED.test(line.text)
      const content = isContinued ? line.text.replace(CONTINUED, '') : line.text
      recipe.push(...forShell(content.slice(skipped), line.at + skipped, values))
      if (!isContinued) break
      recipe.push(standing(' ', line.at + content.length))
    }
    const script = joined(recipe)
    if (INSTALLER.test(script.text)) yield* installedByPart(script, scopeWith(values, budget), text)
  }
  if (fault) throw fault
}

/** The variables of the whole file, for make reads it to its end first. One that is set twice is unknown. */
function variablesOf(all: readonly Line[]): Values {
  const values: Values = new Map()
  const names = new Set<string>()
  for (const { text, at } of all) {
    const match = text.length < 10_000 && !text.startsWith('\t') ? ASSIGNMENT.exec(text) : undefined
    const { name, value } = match?.groups ?? {}
    if (!match || name === undefined || value === undefined) continue
    const content = value.trim()
    if (names.has(name) || content.includes('$') || CONTINUED.test(content)) values.delete(name)
    else values.set(name, [standing(content, at + match[0].length - value.length)])
    names.add(name)
  }
  return values
}

/** A line as a shell gets it: `$$` is `$`; `$(NAME)` is written as the shell's `${NAME}` where the variable is known. */
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
