/**
 * The layout that both formats of `yarn.lock` share: blocks of a key at the margin, fields indented by two blanks, and
 * deeper lines below a field.
 */

import type { SyntaxFault } from '../../syntax/fault.ts'
import { parseJson } from '../../syntax/json.ts'
import { conflictIn, type Line, lines, type Placed } from '../../syntax/lines.ts'
import type { GapEntry, IgnoredEntry } from '../file-format.ts'
import { OPTIONAL_SECTIONS, optionalName } from './optional-names.ts'

/** A key with its fields, each without its quotes. A field with only deeper lines has an empty text. */
export interface Block {
  /** The line of the key, without its colon. */
  readonly key: Placed
  readonly fields: ReadonlyMap<string, Placed>
  /** The lines below the fields `dependencies` and `optionalDependencies`, each name with its value. */
  readonly dependencies: readonly (readonly [name: string, value: string])[]
  /** The names of peers and of optional packages, which need not be installed. */
  readonly optional: readonly IgnoredEntry[]
}

/** A line at the margin that begins no block. */
export interface StrayLine {
  readonly stray: Line
}

/** A block whose lines are still read. `section` is the field above the current line. */
interface OpenBlock extends Block {
  readonly fields: Map<string, Placed>
  readonly dependencies: [name: string, value: string][]
  readonly optional: IgnoredEntry[]
  section: string
}

const FIELD = /^ {2}(?<name>"[^"]*"|[^\s":]+):?(?: +(?<value>\S.*))?$/
const SECTIONS: ReadonlySet<string> = new Set(['dependencies', 'optionalDependencies'])
const DEPENDENCY = /^ {4}(?<name>"[^"]*"|[^\s":]+):? +(?<value>\S.*)$/

const NAME = /^ {4}(?<quote>"?)(?<name>[^\s":][^":]*)/

/** Reads the blocks of a text. A merge conflict ends in a fault, after the blocks of both sides. */
export function* blocks(text: string): Generator<Block | StrayLine> {
  let fault: SyntaxFault | undefined
  let open: OpenBlock | undefined
  for (const line of lines(text)) {
    // yarn writes a key of more than 1,024 characters as `? key`, and its colon on a line of its own.
    if (line.text === '' || line.text.startsWith('#') || line.text === ':') continue
    if (line.text.startsWith(' ')) {
      if (open) addLine(open, line)
      continue
    }
    if (open) yield open
    const conflict = conflictIn(line)
    fault ??= conflict
    const key = conflict ? undefined : keyOf(line)
    open = key && { key, fields: new Map(), dependencies: [], optional: [], section: '' }
    if (!key && !conflict) yield { stray: line }
  }
  if (open) yield open
  if (fault) throw fault
}

/** The key of a block without its colon; undefined for a line that begins no block. */
function keyOf({ text, at }: Line): Placed | undefined {
  const written = text.trimEnd()
  if (text.startsWith('? ')) return { text: written.slice(2), at: at + 2 }
  return written.endsWith(':') ? { text: written.slice(0, -1), at } : undefined
}

/** Adds an indented line: a field, or a dependency below one. */
function addLine(block: OpenBlock, { text, at }: Line): void {
  if (text.startsWith('    ')) {
    const optional = OPTIONAL_SECTIONS.has(block.section) ? NAME.exec(text)?.groups : undefined
    if (optional?.['name'] !== undefined) {
      block.optional.push(optionalName(optional['name'], at + 4 + (optional['quote'] ?? '').length))
    }
    const { name, value } = (SECTIONS.has(block.section) ? DEPENDENCY.exec(text)?.groups : undefined) ?? {}
    if (name !== undefined && value !== undefined) block.dependencies.push([unquote(name), unquote(value)])
    return
  }
  const { name, value = '' } = FIELD.exec(text)?.groups ?? {}
  if (name === undefined) return
  block.section = unquote(name)
  const start = at + text.length - value.length
  block.fields.set(block.section, { text: unquote(value), at: value.startsWith('"') ? start + 1 : start })
}

/** The gap for a line at the margin that begins no block. */
export function strayGap({ stray }: StrayLine): GapEntry {
  return { gap: 'expected a key of yarn.lock', text: stray.text, at: stray.at }
}

/** A text without its double quotes. */
export function unquote(text: string): string {
  const trimmed = text.trimEnd()
  if (!trimmed.startsWith('"')) return trimmed
  if (!trimmed.includes('\\')) return trimmed.slice(1, trimmed.endsWith('"') ? -1 : undefined)
  const { root } = parseJson(trimmed)
  return root.kind === 'text' ? root.value : trimmed
}
