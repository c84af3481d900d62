/**
 * `setup.cfg`: what a project that is built with setuptools asks for, without running code.
 * Specification: https://setuptools.pypa.io/en/latest/userguide/declarative_config.html. Leaves out on purpose: the
 * sections of other tools, and interpolation (`%(name)s`), which setuptools switches off.
 */

import type { Line, Placed } from '../../syntax/lines.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { canonicalName } from './name.ts'
import { isProjectItself, readRequirement } from './requirement.ts'
import { requirements } from './requirements-txt.ts'
import { settingsIn } from './settings.ts'
import { setupUpgrade } from './setup-upgrade.ts'

const LISTS = new Set(['install_requires', 'setup_requires', 'tests_require'])
const FILES = /^\s*file:\s*/

export const setupCfg: FileFormat = {
  name: 'setup.cfg',
  role: { kind: 'manifest' },
  specification: 'https://setuptools.pypa.io/en/latest/userguide/declarative_config.html',
  names: { exact: ['setup.cfg'] },
  read,
  prescreen: { always: /^(?!long_description|version|license)[\w-]+[ \t]*[=:]\s*file:/m },
  // A description, version or licence that stands in a file asks for nothing.
  upgrade: setupUpgrade
}

function* read(text: string): Generator<Entry> {
  const settings = [...settingsIn(text)]
  const own = settings.find(({ section, key }) => section === 'metadata' && key === 'name')?.value[0]?.text.trim()
  for (const { section, key, value } of settings) {
    const isList =
      (section === 'options' && LISTS.has(key.replaceAll('-', '_'))) || section === 'options.extras_require'
    if (!isList) continue
    const [first] = value
    if (first && FILES.test(first.text)) yield* files(value)
    else for (const line of value.length > 1 ? value : value.flatMap(split)) yield* requirement(line)
  }

  function* requirement(line: Line): Generator<Entry> {
    if (line.text.trim() === '' || isProjectItself(line.text.trim())) return
    const found = readRequirement(line.text)
    if (!found) yield { gap: 'expected a requirement such as "name>=1.0"', text: line.text, at: line.at }
    else if (own === undefined || canonicalName(found.name) !== canonicalName(own))
      yield { name: found.name, requirement: found.requirement, at: line.at + found.at, direct: true }
  }
}

/** `file: a.txt, b.txt`: files of requirements. */
function* files(value: readonly Line[]): Generator<Entry> {
  for (const { text, at } of value) {
    const start = FILES.exec(text)?.[0].length ?? 0
    for (const piece of pieces(text.slice(start), ',')) {
      const path = piece.text.trim()
      if (path !== '') yield { include: path, as: requirements, at: at + start + piece.at + piece.text.indexOf(path) }
    }
  }
}

/** On one line requirements stand with semicolons between them, and then none of them can have a marker. */
function split(line: Line): Line[] {
  return pieces(line.text, ';').map(({ text, at }) => ({ text, at: line.at + at }))
}

function pieces(text: string, separator: string): Placed[] {
  let at = 0
  return text.split(separator).map(piece => {
    const found = { text: piece, at }
    at += piece.length + 1
    return found
  })
}
