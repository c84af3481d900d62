/**
 * The text that adds an override to a file, in the notation that the file has. It is inserted, and nothing of the file changes.
 * Specifications: https://www.rfc-editor.org/rfc/rfc8259, https://yaml.org/spec/1.2.2/, https://toml.io/en/v1.0.0. Deliberately ignored:
 * tables in notations that nobody uses for them, such as inline tables of TOML and flow mappings of YAML.
 */

import type { OverridePlace } from '../model/finding.ts'
import { parseJson } from '../syntax/json.ts'
import { parseToml } from '../syntax/toml.ts'
import { child, items, type TreeNode } from '../syntax/tree.ts'
import type { TextEdit } from './edited-text.ts'

/** What to insert, and the offset where. */
interface Insertion {
  readonly at: number
  readonly text: string
}

const INDENTED = /^(?<indent>[ \t]+)"/m
const LINE_END = /^[ \t]*\r?\n/
const BLANKS_BEHIND = /\s*$/
const FIRST_INDENT = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?<indent>[ \t]+)\S/
const USUAL_INDENT = '  '

/** A text with an override, and what was inserted. */
export interface Overridden {
  readonly text: string
  readonly edit: TextEdit
}

/** Adds an override; undefined where the file has no place for it in a notation that is known. */
export function withOverride(text: string, place: OverridePlace): Overridden | undefined {
  const found = INSERTIONS[place.syntax](text, place)
  if (!found) return undefined
  const before = text.slice(0, found.at)
  const start = before.lastIndexOf('\n') + 1
  const edit = { line: before.split('\n').length, column: found.at - start + 1, old: '', new: found.text }
  return { text: before + found.text + text.slice(found.at), edit }
}

/** Whether a file has the table of an override already. */
export function hasTable(text: string, { syntax, keys }: OverridePlace): boolean {
  if (syntax === 'yaml') return topLevelKey(keys[0] ?? '').test(text)
  return child(syntax === 'json' ? parseJson(text).root : parseToml(text).root, ...keys) !== undefined
}

const INSERTIONS: Readonly<
  Record<OverridePlace['syntax'], (text: string, place: OverridePlace) => Insertion | undefined>
> = { json: inJson, yaml: inYaml, toml: inToml }

function inJson(text: string, { keys, entry: { key = '', value } }: OverridePlace): Insertion | undefined {
  const { root, fault } = parseJson(text)
  if (fault || root.kind !== 'map') return undefined
  const present = keys.findIndex((_, index) => child(root, ...keys.slice(0, index + 1)) === undefined)
  const depth = present === -1 ? keys.length : present
  const map = depth === 0 ? root : child(root, ...keys.slice(0, depth))
  if (map?.kind !== 'map' || map.members.some(member => member.key === key)) return undefined
  const isWide = LINE_END.test(text.slice(map.at + 1)) || map.members.length === 0
  const [unit, end] = [INDENTED.exec(text)?.groups?.['indent'] ?? USUAL_INDENT, lineEndOf(text)]
  const at = (level: number) => (isWide ? end + unit.repeat(level) : ' ')
  const member = keys
    .slice(depth)
    .reduceRight(
      (inner, name, index) => `${JSON.stringify(name)}: {${at(depth + index + 2)}${inner}${at(depth + index + 1)}}`,
      `${JSON.stringify(key)}: ${JSON.stringify(value)}`
    )
  if (map.members.length === 0) return { at: map.at + 1, text: `${at(depth + 1)}${member}${at(depth)}` }
  // Of the whole file the end is known; of a table in it, only the beginning.
  if (map === root) return { at: endOfRoot(text), text: `,${at(1)}${member}` }
  return { at: map.at + 1, text: `${at(depth + 1)}${member},` }
}

/** The end of the last member of a text that is one object. */
function endOfRoot(text: string): number {
  return text.slice(0, text.lastIndexOf('}')).replace(BLANKS_BEHIND, '').length
}

function inYaml(text: string, { keys: [name = ''], entry: { key = '', value } }: OverridePlace): Insertion | undefined {
  const end = lineEndOf(text)
  const member = `'${key.replaceAll("'", "''")}': ${value}`
  const match = topLevelKey(name).exec(text)
  if (!match)
    return { at: text.length, text: `${lineBreakBefore(text, end)}${name}:${end}${USUAL_INDENT}${member}${end}` }
  const at = match.index + match[0].length
  // A mapping in braces, an alias, or a comment that the next line may belong to.
  const rest = text.slice(at)
  if (!LINE_END.test(rest)) return undefined
  const from = at + rest.indexOf('\n') + 1
  return { at: from, text: `${FIRST_INDENT.exec(text.slice(from))?.groups?.['indent'] ?? USUAL_INDENT}${member}${end}` }
}

function topLevelKey(name: string): RegExp {
  return new RegExp(`^(["']?)${name}\\1[ \\t]*:`, 'm')
}

function inToml(text: string, { keys, entry: { key, value } }: OverridePlace): Insertion | undefined {
  const { root, fault } = parseToml(text)
  if (fault) return undefined
  const table = key === undefined ? keys.slice(0, -1) : keys
  const quoted = JSON.stringify(value)
  const present = key === undefined ? child(root, ...keys) : undefined
  if (present) return present.kind === 'list' ? inList(text, present, quoted) : undefined
  const line = key === undefined ? `${keys.at(-1)} = [${quoted}]` : `${JSON.stringify(key)} = ${quoted}`
  const end = lineEndOf(text)
  const header = headerOf(table).exec(text)
  if (header) {
    const at = header.index + header[0].length
    return { at, text: `${header[0].endsWith('\n') ? '' : end}${line}${end}` }
  }
  const blank = text.trim() === '' ? '' : end
  return { at: text.length, text: `${lineBreakBefore(text, end)}${blank}[${table.join('.')}]${end}${line}${end}` }
}

/** The line that begins a table. */
function headerOf(table: readonly string[]): RegExp {
  return new RegExp(
    `^[ \\t]*\\[[ \\t]*${table.join('[ \\t]*\\.[ \\t]*')}[ \\t]*\\][ \\t]*(?:#[^\\n]*)?(?:\\r?\\n|$)`,
    'm'
  )
}

function inList(text: string, list: TreeNode, quoted: string): Insertion | undefined {
  const at = list.at + 1
  if (text[list.at] !== '[') return undefined
  const [first] = items(list)
  if (!first) return { at, text: quoted }
  const rest = text.slice(at)
  if (!LINE_END.test(rest)) return { at, text: `${quoted}, ` }
  const from = at + rest.indexOf('\n') + 1
  const indent = FIRST_INDENT.exec(text.slice(from))?.groups?.['indent'] ?? USUAL_INDENT
  return { at: from, text: `${indent}${quoted},${lineEndOf(text)}` }
}

function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}

/** What has to stand before a line that is added at the end. */
function lineBreakBefore(text: string, end: string): string {
  return text === '' || text.endsWith('\n') ? '' : end
}
