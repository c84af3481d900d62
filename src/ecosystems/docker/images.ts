/**
 * Finds images in YAML, line by line: manifests, values, kustomizations, and Helm templates, which are not valid YAML.
 * Specification: https://yaml.org/spec/1.2.2/, mappings, sequences and scalars of one line. Text in
 * block scalars is read like the rest, because it often holds manifests. Deliberately ignored: anchors and merge keys,
 * keys with escapes, flow collections of more than one line.
 */

import { type Line, lines, type Placed } from '../../syntax/lines.ts'
import type { Entry, PackageEntry } from '../file-format.ts'
import { withoutRepeats } from '../repeats.ts'
import { readReference, requirementOf } from './reference.ts'

/** The fields of one mapping that are about an image, without the quotes of their values. */
interface Mapping {
  /** The key whose value this mapping is, or whose sequence it is in. */
  readonly parent: string
  readonly fields: ReadonlyMap<string, Placed>
}

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
/** The keys whose values are about an image. */
const IMAGE_KEYS = new Set(['image', 'repository', 'tag', 'imageTag', 'digest', 'name', 'newName', 'newTag'])
/** Where charts keep the tag of an `image` without one. */
const TAGS = ['tag', 'imageTag'] as const
/** In characters. People write no longer line to name an image. */
const LONGEST_LINE = 10_000

/**
 * Yields every image that a text in YAML names. In any other text, what looks like YAML is read; nothing is a fault.
 */
export function readImages(text: string): Generator<Entry> {
  return withoutRepeats(new ImageReader().read(text))
}

class ImageReader {
  private readonly open: OpenMapping[] = [];

  *read(text: string): Generator<Entry> {
    for (const line of lines(text)) {
      if (line.text.length <= LONGEST_LINE) yield* this.line(line)
      else yield { gap: `line longer than ${LONGEST_LINE} characters: not read`, text: line.text, at: line.at }
    }
    yield* this.close(0)
  }

  private *line(line: Line): Generator<Entry> {
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
  private *close(indent: number): Generator<Entry> {
    for (let last = this.open.at(-1); last && last.indent >= indent; last = this.open.at(-1)) {
      this.open.pop()
      yield* imagesOf(last)
    }
  }

  private *pair(indent: number, key: string, value: Placed): Generator<Entry> {
    const mapping = this.mappingAt(indent, key)
    const { fields } = mapping
    const flow = FLOW.exec(value.text)?.groups?.['flow']
    if (flow !== undefined) yield* imagesOf({ parent: key, fields: pairsOf(flow, value.at + 1) })
    else if (IMAGE_KEYS.has(key)) {
      // A repeated key is in another branch of a template: that branch replaces the first one from this key on.
      if (fields.has(key)) {
        yield* imagesOf(mapping)
        const keys = [...fields.keys()]
        for (const later of keys.slice(keys.indexOf(key))) fields.delete(later)
      }
      fields.set(key, value)
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
  const quoted = QUOTED.exec(value.slice(start))?.groups?.['text']
  if (quoted !== undefined) return { text: quoted, at: at + start + 1 }
  return { text: value.slice(start).replace(COMMENT, '').trimEnd(), at: at + start }
}

function pairsOf(flow: string, at: number): Map<string, Placed> {
  const fields = new Map<string, Placed>()
  for (const { index, 0: whole, groups } of flow.matchAll(PAIR)) {
    const value = groups?.['value'] ?? ''
    fields.set(groups?.['key'] ?? '', scalarOf(value.trimEnd(), at + index + whole.length - value.length))
  }
  return fields
}

/**
 * The images that one mapping names: by `image`, by `repository`, or as an entry of the `images` of a kustomization.
 */
function* imagesOf({ parent, fields }: Mapping): Generator<PackageEntry> {
  const image = fields.get('image')
  if (image) yield* imageIn(image, fields)
  const repository = fields.get('repository')
  // Many files use the key `repository`: it names an image only beside a tag or inside an image.
  if (repository && (fields.has('tag') || fields.has('digest') || parent.toLowerCase().endsWith('image'))) {
    yield* imageIn(repository, fields)
  }
  const name = fields.get('newName') ?? fields.get('name')
  const tag = fields.get('newTag') ?? fields.get('digest')
  if (parent === 'images' && name && tag) {
    const entry = readReference(name.text, name.at)
    if (entry) yield withTag(entry, tag)
  }
}

/** The image of a reference, whose tag may be in a field beside it. */
function* imageIn(reference: Placed, fields: ReadonlyMap<string, Placed>): Generator<PackageEntry> {
  const entry = readReference(reference.text, reference.at)
  if (entry) yield entry.requirement.kind === 'none' ? withTag(entry, tagOf(fields)) : entry
}

function tagOf(fields: ReadonlyMap<string, Placed>): Placed | undefined {
  return TAGS.map(key => fields.get(key)).find(field => field?.text) ?? fields.get('digest')
}

function withTag(entry: PackageEntry, tag: Placed | undefined): PackageEntry {
  if (!tag?.text) return entry
  return { name: entry.name, requirement: requirementOf(tag.text), at: tag.at, usedAt: entry.at }
}
