/**
 * Finds images in YAML, line by line: manifests, values, kustomizations and Helm templates, which are no YAML at all.
 * Specification: https://yaml.org/spec/1.2.2/, of which it knows mappings, sequences and scalars of one line. Text in
 * block scalars is read like the rest: it often holds manifests itself. Leaves out on purpose: anchors and merge keys,
 * keys with escapes, flow collections of more than one line.
 */

import { lines } from '../../syntax/lines.ts'
import type { Entry, PackageEntry } from '../file-format.ts'
import { readReference, requirementOf } from './reference.ts'

/** A scalar of a mapping: its text without quotes, where it stands, and where its key does. */
export interface Field {
  readonly text: string
  readonly at: number
}

/** A mapping that is not yet at its end. */
interface Frame {
  readonly indent: number
  /** The key whose value this mapping is, or whose sequence it is in. */
  readonly parent: string
  readonly fields: Map<string, Field>
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
/** The keys that say anything of an image. */
const SAYING = new Set(['image', 'repository', 'tag', 'imageTag', 'digest', 'name', 'newName', 'newTag'])
/** Where charts keep the tag that belongs to an `image` without one. */
const TAGS = ['tag', 'imageTag'] as const
/** No line that a person wrote to name an image is longer, in characters. */
const LONGEST_LINE = 10_000

/** Yields every image that a file in YAML names. Files that are no YAML yield what looks like it; nothing is a fault. */
export function* readImages(text: string): Generator<Entry> {
  const frames: Frame[] = []
  const told = new Set<string>()
  for (const line of lines(text)) {
    if (line.text.length > LONGEST_LINE) {
      yield { gap: 'a line that is too long to be read', text: line.text, at: line.at }
      continue
    }
    let rest = line.text.trimStart()
    if (rest === '' || rest.startsWith('#')) continue
    let indent = line.text.length - rest.length
    if (rest.startsWith('---') || rest.startsWith('{{')) {
      // A directive of a template stands anywhere; a new document ends everything.
      if (rest.startsWith('---')) yield* close(0)
      continue
    }
    for (let dash = DASH.exec(rest)?.[0]; dash; dash = DASH.exec(rest)?.[0]) {
      yield* close(indent + 1)
      indent += dash.length
      rest = rest.slice(dash.length)
    }
    const { key, value = '', flow } = (KEY.exec(rest) ?? FLOW.exec(rest))?.groups ?? {}
    const end = line.at + line.text.trimEnd().length
    if (flow !== undefined) {
      const parent = frames.at(-1)?.last ?? ''
      yield* once({ indent, parent, fields: pairsOf(flow, end - rest.trimEnd().length + 1), last: '' })
    }
    if (key === undefined) continue
    yield* close(indent + 1)
    yield* add(indent, key, scalarOf(value.trimEnd(), end - value.trimEnd().length))
  }
  yield* close(0)

  /** Ends the mappings that are indented at least so far. */
  function* close(indent: number): Generator<Entry> {
    for (let frame = frames.at(-1); frame && frame.indent >= indent; frame = frames.at(-1)) {
      frames.pop()
      yield* once(frame)
    }
  }

  /** What a mapping names and none has named at that place. */
  function* once(frame: Frame): Generator<Entry> {
    for (const entry of imagesOf(frame)) {
      const key = `${entry.at} ${entry.name}`
      if (!told.has(key)) yield entry
      told.add(key)
    }
  }

  function* add(indent: number, key: string, value: Field): Generator<Entry> {
    let frame = frames.at(-1)
    if (!frame || frame.indent !== indent) {
      frame = { indent, parent: frame?.last ?? '', fields: new Map(), last: key }
      frames.push(frame)
    }
    frame.last = key
    const flow = FLOW.exec(value.text)?.groups?.['flow']
    if (flow !== undefined) yield* once({ indent, parent: key, fields: pairsOf(flow, value.at + 1), last: '' })
    else if (SAYING.has(key)) {
      // A key twice is two branches of a template: with it ends what the first one said.
      if (frame.fields.has(key)) {
        yield* once(frame)
        const keys = [...frame.fields.keys()]
        for (const later of keys.slice(keys.indexOf(key))) frame.fields.delete(later)
      }
      frame.fields.set(key, value)
    }
  }
}

/** A scalar of one line without its quotes, properties and comment. */
export function scalarOf(value: string, at: number): Field {
  const start = PROPERTIES.exec(value)?.[0].length ?? 0
  const quoted = QUOTED.exec(value.slice(start))?.groups?.['text']
  if (quoted !== undefined) return { text: quoted, at: at + start + 1 }
  return { text: value.slice(start).replace(COMMENT, '').trimEnd(), at: at + start }
}

function pairsOf(flow: string, at: number): Map<string, Field> {
  const fields = new Map<string, Field>()
  for (const { index, 0: whole, groups } of flow.matchAll(PAIR)) {
    const value = groups?.['value'] ?? ''
    fields.set(groups?.['key'] ?? '', scalarOf(value.trimEnd(), at + index + whole.length - value.length))
  }
  return fields
}

/** The images that one mapping names, in one of the three ways there are. */
function* imagesOf({ parent, fields }: Frame): Generator<PackageEntry> {
  const image = fields.get('image')
  if (image) {
    const entry = readReference(image.text, image.at)
    if (entry) yield entry.requirement.kind === 'none' ? withTag(entry, tagOf(fields)) : entry
  }
  const repository = fields.get('repository')
  // `repository` is a word of many files: with a tag beside it, or as a part of an image, it is one of an image.
  if (repository && (fields.has('tag') || fields.has('digest') || parent.toLowerCase().endsWith('image'))) {
    const entry = readReference(repository.text, repository.at)
    if (entry) yield entry.requirement.kind === 'none' ? withTag(entry, tagOf(fields)) : entry
  }
  const name = fields.get('newName') ?? fields.get('name')
  const tag = fields.get('newTag') ?? fields.get('digest')
  if (parent === 'images' && name && tag) {
    const entry = readReference(name.text, name.at)
    if (entry) yield withTag(entry, tag)
  }
}

function tagOf(fields: ReadonlyMap<string, Field>): Field | undefined {
  return TAGS.map(key => fields.get(key)).find(field => field?.text) ?? fields.get('digest')
}

function withTag(entry: PackageEntry, tag: Field | undefined): PackageEntry {
  if (!tag?.text) return entry
  return { name: entry.name, requirement: requirementOf(tag.text), at: tag.at, usedAt: entry.at }
}
