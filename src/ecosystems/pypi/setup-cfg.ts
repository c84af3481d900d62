/**
 * `setup.cfg`: the packages that a project built with setuptools requires, without code.
 * Specification: https://setuptools.pypa.io/en/latest/userguide/declarative_config.html. Deliberately ignored: the
 * sections of other tools, and interpolation (`%(name)s`), which setuptools switches off.
 */

import type { Line, Placed } from '../../syntax/lines.ts'
import type { Entry, FileFormat, KnownScope } from '../file-format.ts'
import { type IniSetting, settingsIn } from './ini-settings.ts'
import { canonicalName } from './name.ts'
import { scopeOfExtra } from './pyproject.ts'
import { EXPECTED_REQUIREMENT, isProjectItself, REQUIREMENT_COMMENT, readRequirement } from './requirement.ts'
import { requirements } from './requirements-txt.ts'
import { setupUpgrade } from './upgrade.ts'

const LISTS: ReadonlyMap<string, KnownScope> = new Map([
  ['install_requires', 'runtime'],
  ['setup_requires', 'development'],
  ['tests_require', 'development']
])
const CONTINUATION = /\\\r?\n/g
const EXTRAS = 'options.extras_require'
const FILES = /^\s*file:\s*/

export const setupCfg: FileFormat = {
  name: 'setup.cfg',
  role: { kind: 'manifest', compiledInto: [requirements] },
  specification: 'https://setuptools.pypa.io/en/latest/userguide/declarative_config.html',
  names: { exact: ['setup.cfg'] },
  ownName: /^\[metadata\][^[]*?^name[ \t]*=[ \t]*(?<name>[\w.-]+)/m,
  read,
  // The file of a description, version or licence contains no requirements.
  prescreen: { always: /file:/ },
  upgrade: setupUpgrade
}

function* read(text: string): Generator<Entry> {
  const settings = [...settingsIn(text)]
  const name = settings.find(({ section, key }) => section === 'metadata' && key === 'name')?.value[0]?.text.trim()
  const own = name === undefined ? undefined : canonicalName(name)
  for (const setting of settings) {
    const { section, key, at, value } = setting
    const scope = scopeIn(setting)
    if (!scope) continue
    if (section === EXTRAS) yield { ignored: 'the name of an extra', at, end: at + key.length }
    const [first] = value
    if (first && FILES.test(first.text)) {
      yield* files(value)
      continue
    }
    for (const line of joinedLines(value.length > 1 ? value : value.flatMap(split), text)) {
      const found = requirementIn(line, text)
      if (!found || ('name' in found && canonicalName(found.name) === own)) continue
      yield 'name' in found ? { ...found, scope } : found
    }
  }
}

/** The scope of the requirements of a setting; undefined for one without requirements. */
function scopeIn({ section, key }: IniSetting): KnownScope | undefined {
  if (section === EXTRAS) return scopeOfExtra(key)
  return section === 'options' ? LISTS.get(key.replaceAll('-', '_')) : undefined
}

/** Undefined for an empty line and for a path of the project itself. */
function requirementIn({ text, at }: Line, file: string): Entry | undefined {
  const comment = text.search(REQUIREMENT_COMMENT)
  const line = comment < 0 ? text : text.slice(0, comment)
  const written = line.trim()
  if (written === '' || isProjectItself(written)) return undefined
  const found = readRequirement(line)
  if (!found) return { gap: EXPECTED_REQUIREMENT, text: line, at }
  const { requirement } = found
  const start = at + found.at
  const end = requirement.kind === 'range' ? start + requirement.text.length : undefined
  // A range over two lines is in the file with its backslash.
  const placed = end === undefined ? requirement : { kind: 'range' as const, text: file.slice(start, end) }
  return { name: found.name, requirement: placed, at: start, direct: true }
}

/** The lines of a list. One that ends with a backslash continues on the next; every character keeps its offset. */
function joinedLines(value: readonly Line[], file: string): readonly Line[] {
  const joined: Line[] = []
  let start: number | undefined
  for (const [index, { text, at }] of value.entries()) {
    const from = start ?? at
    start = text.endsWith('\\') && index < value.length - 1 ? from : undefined
    if (start !== undefined) continue
    const whole = file.slice(from, at + text.length)
    joined.push({ text: whole.replace(CONTINUATION, end => ' '.repeat(end.length)), at: from })
  }
  return joined
}

/** The files of requirements in `file: a.txt, b.txt`. */
function* files(value: readonly Line[]): Generator<Entry> {
  for (const { text, at } of value) {
    const start = FILES.exec(text)?.[0].length ?? 0
    for (const part of partsOf(text.slice(start), ',')) {
      const path = part.text.trim()
      if (path !== '') yield { include: path, as: requirements, at: at + start + part.at + part.text.indexOf(path) }
    }
  }
}

/** The requirements on one line, which semicolons separate. None of them can have a marker. */
function split(line: Line): Line[] {
  return partsOf(line.text, ';').map(({ text, at }) => ({ text, at: line.at + at }))
}

function partsOf(text: string, separator: string): Placed[] {
  let at = 0
  return text.split(separator).map(part => {
    const found = { text: part, at }
    at += part.length + 1
    return found
  })
}
