/**
 * `*.py`: a Python script with its requirements in a comment, as TOML, which the program that runs the script installs.
 * Specification: https://packaging.python.org/en/latest/specifications/inline-script-metadata/ (PEP 723). Deliberately
 * ignored: blocks of other types, and the imports of the script.
 */

import { defined } from '../../collections.ts'
import { type Assembled, joined, offsetIn, standing } from '../../syntax/assembled.ts'
import { SyntaxFault } from '../../syntax/fault.ts'
import { type Line, lines } from '../../syntax/lines.ts'
import type { Entry, FileFormat, GapEntry } from '../file-format.ts'
import { type Layout, readRequirements } from './pyproject.ts'
import { operatorOf } from './upgrade.ts'

const MARKER = /# \/\/\/ script/
const BEGIN = /^# \/\/\/ script[ \t]*$/
const END = /^# \/\/\/[ \t]*$/
const CONTENT = /^#(?: |$)/
const LAYOUT: Layout = {
  lists: [
    { path: ['dependencies'], scope: 'runtime' },
    { path: ['tool', 'uv', 'constraint-dependencies'] },
    { path: ['tool', 'uv', 'override-dependencies'] }
  ]
}

export const script: FileFormat = {
  name: '*.py',
  role: { kind: 'manifest' },
  specification: 'https://packaging.python.org/en/latest/specifications/inline-script-metadata/',
  // setup.py is a format of its own.
  names: { endings: ['.py'], except: /(?:^|\/)setup\.py$/ },
  read,
  prescreen: { marker: MARKER },
  // Each script is resolved by itself: its lockfile counts for no other script of the folder.
  folder: path => path,
  upgrade: (name, version, { requirement }) => [
    { edit: 'in the comment of this script', text: `${name}${operatorOf(requirement)}${version}` }
  ]
}

function* read(text: string): Generator<Entry> {
  if (!MARKER.test(text)) return
  for (const block of blocks(text)) {
    if ('gap' in block) {
      yield block
      continue
    }
    try {
      for (const entry of readRequirements(block.text, LAYOUT)) {
        const at = offsetIn(block, entry.at)
        const usedAt = 'usedAt' in entry && entry.usedAt !== undefined ? offsetIn(block, entry.usedAt) : undefined
        yield { ...entry, at, ...defined({ usedAt }) }
      }
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error
      throw new SyntaxFault(error.message, offsetIn(block, error.at))
    }
  }
}

/** A block whose lines are still read. `end` is the number of lines before its end; -1 as long as it has none. */
interface OpenBlock {
  readonly at: number
  readonly content: Assembled[]
  end: number
}

/** The contents of the blocks, without the number sign that begins each line. */
function* blocks(text: string): Generator<Assembled | GapEntry> {
  let open: OpenBlock | undefined
  for (const line of lines(text)) {
    if (open && CONTENT.test(line.text)) {
      // The last of several ends counts.
      if (END.test(line.text)) open.end = open.content.length
      open.content.push(withoutSign(line, text))
      continue
    }
    if (open) yield finished(open)
    open = BEGIN.test(line.text) ? { at: line.at, content: [], end: -1 } : undefined
  }
  if (open) yield finished(open)
}

function finished({ at, content, end }: OpenBlock): Assembled | GapEntry {
  if (end >= 0) return joined(content.slice(0, end))
  return { gap: 'unterminated block: expected "# ///"', text: content.map(({ text }) => text).join(''), at }
}

/** A line of the content with its end. */
function withoutSign({ text: written, at }: Line, text: string): Assembled {
  const sign = written.startsWith('# ') ? 2 : 1
  const next = text.indexOf('\n', at)
  return standing(text.slice(at + sign, next < 0 ? text.length : next + 1), at + sign)
}
