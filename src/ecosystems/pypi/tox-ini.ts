/**
 * `tox.ini`: what the environments of tox install.
 * Specification: https://tox.wiki/en/stable/config.html. Leaves out on purpose: `commands`, which are no list of packages;
 * which factors an environment has: what only some of them install is installed; `{[section]deps}`, for that section is read
 * as well; settings of tox in other files.
 */

import type { Line } from '../../syntax/lines.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { isProjectItself, readRequirement } from './requirement.ts'
import { requirements } from './requirements-txt.ts'
import { settingsIn } from './settings.ts'

const LISTS = new Set(['deps', 'requires'])
/** `py311,!win: ` in front of a requirement: the environments that it is for. */
const FACTORS = /^[\w.!{}, \t-]+:(?=\s)/
const COMMENT = /\s#/
const SUBSTITUTION = /^\{[^{}]*\}$/
const FILE = /^(?:-[rc]|--(?:requirement|constraint)[ \t=])[ \t]*/
const FOLDER = /^\{(?:toxinidir|tox_root)\}\//
const OPTION = /^-/

export const toxIni: FileFormat = {
  name: 'tox.ini',
  role: { kind: 'manifest' },
  specification: 'https://tox.wiki/en/stable/config.html',
  names: { exact: ['tox.ini'] },
  read,
  prescreen: { always: /(?:-[rc]|--requirement|--constraint)/ },
  upgrade: (name, version, { requirement }) => [
    `# in this file: ${name}${requirement?.kind === 'version' ? '==' : '>='}${version}`,
    'tox --recreate'
  ]
}

function* read(text: string): Generator<Entry> {
  for (const { key, value } of settingsIn(text)) if (LISTS.has(key)) for (const line of value) yield* entriesOf(line)
}

function* entriesOf(line: Line): Generator<Entry> {
  const comment = line.text.search(COMMENT)
  const uncommented = comment < 0 ? line.text : line.text.slice(0, comment)
  const factors = FACTORS.exec(uncommented)?.[0].length ?? 0
  const written = uncommented.slice(factors)
  const asked = written.trim()
  const at = line.at + factors + written.length - written.trimStart().length
  if (asked === '' || SUBSTITUTION.test(asked) || isProjectItself(asked)) return
  const option = FILE.exec(asked)?.[0].length
  if (option !== undefined) {
    const folder = FOLDER.exec(asked.slice(option))?.[0].length ?? 0
    const path = asked.slice(option + folder)
    if (path === '') yield { gap: 'expected a file after this option', text: asked, at }
    else yield { include: path, as: requirements, at: at + option + folder }
  } else if (!OPTION.test(asked)) {
    const found = readRequirement(asked)
    if (!found) yield { gap: 'expected a requirement such as "name>=1.0"', text: asked, at }
    else yield { name: found.name, requirement: found.requirement, at: at + found.at, direct: true }
  } else yield { gap: 'an option whose package nobody can tell', text: asked, at }
}
