/**
 * Finds images line by line in what is no YAML: templates, files with conflict marks, and what is too long to be parsed.
 * Of https://yaml.org/spec/1.2.2/ it reads mappings, sequences and scalars of one line. Text in block scalars is read
 * like the rest. Deliberately ignored: anchors and merge keys, keys with escapes, flow collections of more than one line.
 */

import { type Line, lines, type Placed } from '../../syntax/lines.ts'
import { fieldName, type ImageEntry, imagesOf, type Mapping } from './image-fields.ts'

/** A mapping that may have more lines. */
interface OpenMapping extends Mapping {
  readonly indent: number
  readonly fields: Map<string, Placed>
  /** The key that was read last: a deeper line belongs to its value. */
  last: string
}

const KEY = /^(?<quote>["']?)(?<key>[\w.-]+)\k<quote>:(?:\s+(?<value>\S.*))?$/
const DASH = /^-\s+/
const FLOW = /^\{(?<flow>[^{}]*)\}\s*(?:#.*)?$/
const PAIR = /(?<![\w"'])(?<quote>["']?)(?<key>\w+)\k<quote>:\s*(?<value>"[^"]*"|'[^']*'|[^,"'{}\s][^,{}]*)/g
const PROPERTIES = /^(?:[&!]\S*\s+)+/
const QUOTED = /^(?<quote>["'])(?<text>[^"'\\]*)\k<quote>/
const COMMENT = /\s#.*$/
/** Begins a line that names an image, however long its value is. Others of such length are data: dashboards, keys. */
const LONG_IMAGE = /^\s*(?:-\s+)*["']?[\w.-]*(?:image|repository|repo|tag|digest|name)["']?:\s/i
const LONGEST_KEY = 500
/** In characters. People write no longer line to name an image. */
const LONGEST_LINE = 10_000

/**
 * Yields every image of a text that looks like YAML; nothing is a fault.
 */
export function imagesOfLines(text: string): Generator<ImageEntry> {
  return new ImageReader().read(text)
}

class ImageReader {
  private readonly open: OpenMapping[] = [];

  *read(text: string): Generator<ImageEntry> {
    for (const line of lines(text)) {
      if (line.text.length <= LONGEST_LINE) yield* this.line(line)
      else if (LONG_IMAGE.test(line.text.slice(0, LONGEST_KEY))) {
        yield { gap: `line longer than ${LONGEST_LINE} characters: not read`, text: line.text, at: line.at }
      }
    }
    yield* this.close(0)
  }

  private *line(line: Line): Generator<ImageEntry> {
    let rest = line.text.trimStart()
    // A new document ends every mapping. A directive of a template may have any indentation.
    if (rest.startsWith('---')) yield* this.close(0)
    if (rest === '' || rest.startsWith('#') || rest.startsWith('---') || rest.startsWith('{{')) return
    let indent = line.text.length - rest.length
    for (let dash = DASH.exec(rest)?.[0]; dash; dash = DASH.exec(rest)?.[0]) {
      yield* this.close(indent + 1)
      indent += dash.length
      rest = rest.slice(dash.length)
    }
    const { key, value = '', flow } = (KEY.exec(rest) ?? FLOW.exec(rest))?.groups ?? {}
    const end = line.at + line.text.trimEnd().length
    if (flow !== undefined) {
      yield* imagesOf({ parent: this.open.at(-1)?.last ?? '', fields: pairsOf(flow, end - rest.trimEnd().length + 1) })
    }
    if (key === undefined) return
    yield* this.close(indent + 1)
    yield* this.pair(indent, key, scalarOf(value.trimEnd(), end - value.trimEnd().length))
  }

  /** Ends the mappings that are indented at least so far. */
  private *close(indent: number): Generator<ImageEntry> {
    for (let last = this.open.at(-1); last && last.indent >= indent; last = this.open.at(-1)) {
      this.open.pop()
      yield* imagesOf(last)
    }
  }

  private *pair(indent: number, key: string, value: Placed): Generator<ImageEntry> {
    const mapping = this.mappingAt(indent, key)
    const { fields } = mapping
    const name = fieldName(key)
    const flow = FLOW.exec(value.text)?.groups?.['flow']
    if (flow !== undefined) yield* imagesOf({ parent: key, fields: pairsOf(flow, value.at + 1) })
    else if (name !== undefined) {
      // A repeated key is in another branch of a template: that branch replaces the first one from this key on.
      if (fields.has(name)) {
        yield* imagesOf(mapping)
        const names = [...fields.keys()]
        for (const later of names.slice(names.indexOf(name))) fields.delete(later)
      }
      fields.set(name, value)
    }
  }

  /** The open mapping with this indentation, or a new one; `key` is its last key from now on. */
  private mappingAt(indent: number, key: string): OpenMapping {
    const outer = this.open.at(-1)
    if (outer?.indent === indent) {
      outer.last = key
      return outer
    }
    const mapping = { indent, parent: outer?.last ?? '', fields: new Map(), last: key }
    this.open.push(mapping)
    return mapping
  }
}

/** A scalar of one line without its quotes, properties and comment. */
export function scalarOf(value: string, at: number): Placed {
  const start = PROPERTIES.exec(value)?.[0].length ?? 0
  if (value.startsWith('#', start)) return { text: '', at: at + start }
  const quoted = QUOTED.exec(value.slice(start))?.groups?.['text']
  if (quoted !== undefined) return { text: quoted, at: at + start + 1 }
  return { text: value.slice(start).replace(COMMENT, '').trimEnd(), at: at + start }
}

function pairsOf(flow: string, at: number): Map<string, Placed> {
  const fields = new Map<string, Placed>()
  for (const { index, 0: whole, groups } of flow.matchAll(PAIR)) {
    const value = groups?.['value'] ?? ''
    const name = fieldName(groups?.['key'] ?? '')
    if (name !== undefined) fields.set(name, scalarOf(value.trimEnd(), at + index + whole.length - value.length))
  }
  return fields
}
