/**
 * Finds images in YAML: manifests, custom resources, values, kustomizations, and Helm templates.
 * Specification: https://yaml.org/spec/1.2.2/. Each document is parsed by itself, and of a large one only the top-level
 * keys below which an image may be. What is no YAML is read line by line. Deliberately ignored: images in JSON strings.
 */

import { type Assembled, cut, joined, offsetIn, standing } from '../../syntax/assembled.ts'
import { withoutActions } from '../../syntax/template.ts'
import { documentsOf } from '../../syntax/yaml-documents.ts'
import type { Entry, FileFormat, LayerEntry } from '../file-format.ts'
import { withoutRepeats } from '../repeats.ts'
import type { ImageEntry } from './image-fields.ts'
import { imagesOfLines } from './image-lines.ts'
import { ImageTree } from './image-tree.ts'
import type { Layers } from './layers.ts'

/**
 * Found in what may name a client in other words than its own: a registry that has a path before the name, Rancher's
 * joined names.
 */
export const RENAMES_IMAGES = /\brancher\/[a-z]|(?:registry|hub)["']?:[ \t]+["']?[\w.:-]{1,200}\/[\w.-]/i
/** Found in every document that names an image. */
const MAY_NAME_IMAGES = /image|repo|tag|digest/i
/** A line that begins a key of the outermost mapping. */
const TOP_LEVEL_KEY = /^[^\s#\-{}[\]&*!|>%@`]/gm
/** In the text from one such key to the next: a line that is neither blank nor a comment. */
const MORE_LINES = /\n[ \t]*[^\s#]/
const SHARED = /(?:^|[\s,[{])[&*][\w.-]+/
/** In characters: a larger document is parsed key by key, and one that has no keys line by line. */
const LARGE = 20_000
const LARGEST = 500_000
/** Manifests in texts of manifests in texts. */
const MOST_EMBEDDED = 3

/** Whether a fragment of text may name what is looked for. */
export type Mentions = (text: string) => boolean

/** How a document is read. */
interface Reading {
  readonly mentions: Mentions
  readonly layers?: Layers
  /** The number of the document in the file, from 1. */
  readonly number: number
  /** How many texts hold the document. */
  readonly depth: number
}

/** Makes a reader of every image that a text names, in those parts of it that may name a client. Nothing is a fault. */
export function imageReader(layers?: Layers): FileFormat['read'] {
  return async function* read(text: string, mentions: Mentions = () => true): AsyncGenerator<Entry> {
    let count = 0
    for (const document of documentsOf(standing(text, 0))) {
      const reading: Reading = { mentions, number: ++count, depth: 0, ...(layers ? { layers } : {}) }
      const found: Entry[] = []
      for (const part of partsOf(document)) found.push(...(await imagesIn(part, reading)))
      yield* withoutRepeats(found)
    }
  }
}

/**
 * A large document in pieces: one for each top-level key that has lines of its own below it, and one for all others,
 * whose values may belong together (`x_image_repo`, `x_image_tag`). A whole one if its pieces share anchors.
 */
function* partsOf(document: Assembled): Generator<Assembled> {
  const { text } = document
  if (text.length <= LARGE || (text.length <= LARGEST && SHARED.test(text))) {
    yield document
    return
  }
  const keys = Array.from(text.matchAll(TOP_LEVEL_KEY), ({ index }) => index)
  const flat: Assembled[] = []
  for (const [index, start] of [0, ...keys].entries()) {
    const part = cut(document, start, keys[index] ?? text.length)
    if (MORE_LINES.test(part.text)) yield part
    else flat.push(part)
  }
  yield joined(flat)
}

async function imagesIn(part: Assembled, reading: Reading): Promise<Entry[]> {
  const { text } = part
  const { mentions, layers, number, depth } = reading
  const mayName = MAY_NAME_IMAGES.test(text) && (mentions(text) || RENAMES_IMAGES.test(text))
  if (!mayName && !layers?.mark.test(text)) return []
  const byLines = () => Array.from(imagesOfLines(text), entry => moved(entry, part))
  if (text.length > LARGEST) return byLines().map(entry => inLayer(entry, undefined))
  const { parseYaml } = await import('../../syntax/yaml.ts')
  const parsed = text.includes('{{') ? withoutActions(text) : text
  const { root, fault } = parseYaml(parsed)
  const tree = new ImageTree({ written: part, parsed })
  const found = [...tree.images(root, '')]
  const layer = layers?.of(root, number)
  const images = fault ? united(byLines(), found) : found
  const entries: Entry[] = [...tree.ignored, ...images.map(entry => inLayer(entry, layer))]
  for (const inner of depth < MOST_EMBEDDED ? tree.embedded : []) {
    entries.push(...(await imagesIn(inner, { mentions, number, depth: depth + 1 })))
  }
  return layer && layer.on.length > 0 ? [...entries, { ...layer, at: offsetIn(part, layer.at) }] : entries
}

/** The entry with what it changes, if its document is a layer. */
function inLayer(entry: ImageEntry, layer: LayerEntry | undefined): Entry {
  if ('gap' in entry || !entry.changes) return entry
  const { changes, ...rest } = entry
  return layer ? { ...rest, changes: { ...changes, layer: layer.layer } } : rest
}

/** What was read line by line, with what only the parser saw. */
function united(byLines: readonly ImageEntry[], parsed: readonly ImageEntry[]): ImageEntry[] {
  const known = new Set(byLines.flatMap(placesOf))
  return [...byLines, ...parsed.filter(entry => placesOf(entry).every(at => !known.has(at)))]
}

function placesOf(entry: ImageEntry): number[] {
  return 'gap' in entry || entry.usedAt === undefined ? [entry.at] : [entry.at, entry.usedAt]
}

/** An entry of a text, placed in the file that contains the text. */
function moved(entry: ImageEntry, part: Assembled): ImageEntry {
  const at = offsetIn(part, entry.at)
  if ('gap' in entry || entry.usedAt === undefined) return { ...entry, at }
  return { ...entry, at, usedAt: offsetIn(part, entry.usedAt) }
}
