/**
 * `tox.ini`: the packages that the environments of tox install.
 * Specification: https://tox.wiki/en/stable/config.html. Deliberately ignored: `commands`, which are not a list of
 * packages; factors, because a package that only some environments install is installed; `{[section]deps}`, because
 * that section is read as well; settings of tox in other files.
 */

import type { Line } from '../../syntax/lines.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { settingsIn } from './ini-settings.ts'
import { EXPECTED_REQUIREMENT, isProjectItself, REQUIREMENT_COMMENT, readRequirement } from './requirement.ts'
import { requirements } from './requirements-txt.ts'
import { lineEdit } from './upgrade.ts'

const LISTS = new Set(['deps', 'requires'])
/** The environments of a requirement, in front of it: `py311,!win: `. */
const FACTORS = /^[\w.!{}, \t-]+:(?=\s)/
const SUBSTITUTION = /^\{[^{}]*\}$/
const FILE = /^(?:-[rc]|--(?:requirement|constraint)[ \t=])[ \t]*/
const FOLDER = /^\{(?:toxinidir|tox_root)\}\//
const OPTION = /^-/

export const toxIni: FileFormat = {
  name: 'tox.ini',
  role: { kind: 'manifest' },
  specification: 'https://tox.wiki/en/stable/config.html',
  names: { exact: ['tox.ini'] },
  scopeOf: () => 'development',
  read,
  prescreen: { always: /(?:-[rc]|--requirement|--constraint)/ },
  upgrade: (name, version, { requirement }) => [lineEdit(name, version, requirement), 'tox --recreate']
}

function* read(text: string): Generator<Entry> {
  for (const { key, value } of settingsIn(text)) if (LISTS.has(key)) for (const line of value) yield* entriesOf(line)
}

/** One line of a list: a requirement, or a file with requirements. */
function* entriesOf(line: Line): Generator<Entry> {
  const comment = line.text.search(REQUIREMENT_COMMENT)
  const uncommented = comment < 0 ? line.text : line.text.slice(0, comment)
  const factors = FACTORS.exec(uncommented)?.[0].length ?? 0
  const written = uncommented.slice(factors)
  const text = written.trim()
  const at = line.at + factors + written.length - written.trimStart().length
  if (text === '' || SUBSTITUTION.test(text) || isProjectItself(text)) return
  const option = FILE.exec(text)?.[0].length
  if (option !== undefined) {
    const folder = FOLDER.exec(text.slice(option))?.[0].length ?? 0
    const path = text.slice(option + folder)
    if (path === '') yield { gap: 'expected a file after this option', text, at }
    else yield { include: path, as: requirements, at: at + option + folder }
    return
  }
  if (OPTION.test(text)) {
    yield { gap: 'the package name is unknown', text, at }
    return
  }
  const found = readRequirement(text)
  if (found) yield { ...found, at: at + found.at, direct: true }
  else yield { gap: EXPECTED_REQUIREMENT, text, at }
}
