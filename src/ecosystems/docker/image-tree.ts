/** Finds images in one YAML document that is parsed: every mapping and list, and the manifests that texts hold. */

import { type Assembled, joined, offsetIn, standing } from '../../syntax/assembled.ts'
import { lines } from '../../syntax/lines.ts'
import { MASK } from '../../syntax/template.ts'
import { items, type Member, members, type TextNode, type TreeNode } from '../../syntax/tree.ts'
import type { IgnoredEntry } from '../file-format.ts'
import {
  argument,
  fieldName,
  type ImageEntry,
  imagesOf,
  isImageKey,
  isImagesKey,
  listedImage,
  type Scalar,
  wholeReference
} from './image-fields.ts'

/** A document: its text as the file writes it, and as it was parsed, without the actions of a template. */
export interface Document {
  readonly written: Assembled
  readonly parsed: string
}

const ARGUMENTS = /^(?:args|command|extraArgs|arguments)$/i
/** https://yaml.org/type/merge.html */
const MERGE = '<<'
/** In the status of a node: https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/node-v1/#NodeStatus. */
const NAMES = 'names'
const NULL = /^(?:null|~|)$/i
/** In one mapping: branches of a template that repeat a key. */
const MOST_BRANCHES = 100
/** Merged mappings in one. */
const MOST_MERGED = 20

/** Walks over the tree of a document. `embedded` gets each text of several lines: it may be a manifest itself. */
export class ImageTree {
  readonly embedded: Assembled[] = []
  /** The images that a node has had to run: no manifest requires them there. */
  readonly ignored: IgnoredEntry[] = []
  private readonly document: Document
  /** Aliases put one node in many places. */
  private readonly seen = new Map<TreeNode, Set<string>>()

  constructor(document: Document) {
    this.document = document
  }

  /**
   * The images at and below the node that is the value of a key, or an element of its list; `outer` is the key whose
   * mapping holds that key.
   */
  *images(node: TreeNode, key: string, outer = ''): Generator<ImageEntry> {
    const places = this.seen.get(node) ?? new Set()
    this.seen.set(node, places)
    const kind = kindOf(key)
    if (places.has(kind)) return
    places.add(kind)
    if (node.kind === 'map') yield* this.map(node.members, key, outer)
    else if (node.kind === 'list') yield* this.list(node.items, key)
    else if (node.kind === 'text') this.embed(node)
  }

  private *map(own: readonly Member[], parent: string, outer: string): Generator<ImageEntry> {
    for (const fields of this.branches(withMerged(own))) yield* imagesOf({ parent, fields, outer })
    yield* this.dotted(own.map(({ key, value }) => ({ key, value })))
    const isListed = isImagesKey(parent)
    for (const { key, value } of own) {
      if (isListed && key === NAMES) this.ignore(items(value))
      // Such as `canonical` and `download`, as kops lists its assets: whatever the key, the text is a reference.
      if (isListed && fieldName(key) === undefined) yield* this.reference(value)
      for (const { value: image } of isImagesKey(key) ? members(value) : []) yield* this.reference(image)
      yield* this.images(value, key === MERGE ? parent : key, key === MERGE ? outer : parent)
    }
  }

  private ignore(references: readonly TreeNode[]): void {
    for (const node of references) {
      if (node.kind !== 'text') continue
      const at = offsetIn(this.document.written, node.at)
      this.ignored.push({ ignored: 'images on a node', at, end: at + node.value.length })
    }
  }

  private *list(all: readonly TreeNode[], key: string): Generator<ImageEntry> {
    const pairs: { readonly key: string; readonly value: TreeNode }[] = []
    for (const item of all) {
      const scalar = item.kind === 'text' ? this.scalar(item) : undefined
      if (scalar && isImagesKey(key)) yield* listedImage(scalar)
      if (scalar && ARGUMENTS.test(key)) yield* argument(scalar)
      yield* this.images(item, key)
      if (item.kind !== 'map') continue
      const name = item.members.find(member => member.key === 'name')?.value
      const value = item.members.find(member => member.key === 'value')?.value
      if (name?.kind === 'text' && value) pairs.push({ key: name.value, value })
    }
    yield* this.dotted(pairs)
  }

  private *reference(node: TreeNode): Generator<ImageEntry> {
    const scalar = this.scalar(node)
    if (scalar) yield* wholeReference(scalar)
  }

  /** Images of keys such as `image.repository` and `image.tag`: parameters of Argo CD, settings of k3s. */
  private *dotted(pairs: readonly { readonly key: string; readonly value: TreeNode }[]): Generator<ImageEntry> {
    const groups = new Map<string, Map<string, Scalar>>()
    for (const { key, value } of pairs) {
      const dot = key.lastIndexOf('.')
      const name = dot < 0 ? undefined : fieldName(key.slice(dot + 1))
      const scalar = name === undefined ? undefined : this.scalar(value)
      if (name === undefined || !scalar) continue
      const group = key.slice(0, dot)
      const fields = groups.get(group) ?? new Map<string, Scalar>()
      groups.set(group, fields.set(name, scalar))
    }
    for (const [group, fields] of groups) yield* imagesOf({ parent: group.slice(group.lastIndexOf('.') + 1), fields })
  }

  /** The fields of a mapping. A repeated key is in another branch of a template, which replaces all from this key on. */
  private *branches(all: readonly Member[]): Generator<ReadonlyMap<string, Scalar>> {
    const fields = new Map<string, Scalar>()
    let count = 0
    for (const { key, value } of all) {
      const name = fieldName(key)
      const scalar = name === undefined ? undefined : this.scalar(value)
      if (name === undefined || !scalar) continue
      if (fields.has(name) && ++count < MOST_BRANCHES) {
        yield fields
        const names = [...fields.keys()]
        for (const later of names.slice(names.indexOf(name))) fields.delete(later)
      }
      fields.set(name, scalar)
    }
    yield fields
  }

  private embed({ value, at }: TextNode): void {
    const text = value.includes('\n') ? this.block(value, at) : undefined
    if (text) this.embedded.push(text)
  }

  /** The lines of a literal block, without their indentation; undefined where the file does not write them so. */
  private block(value: string, at: number): Assembled | undefined {
    const { written, parsed } = this.document
    const parts: Assembled[] = []
    const indent = at - (parsed.lastIndexOf('\n', at - 1) + 1)
    let start = at - indent
    for (const line of lines(value)) {
      const end = parsed.indexOf('\n', start)
      const own = parsed.slice(start, end < 0 ? parsed.length : end).replace(/\r$/, '')
      const text = line.text === '' ? '' : own.slice(indent)
      if (text !== line.text) return undefined
      const from = start + Math.min(indent, own.length)
      parts.push(standing(`${written.text.slice(from, from + text.length)}\n`, offsetIn(written, from)))
      if (end < 0) break
      start = end + 1
    }
    return joined(parts)
  }

  /** A scalar as the file writes it; undefined for a mapping or list, and where a template computes it in pieces. */
  private scalar(node: TreeNode): Scalar | undefined {
    if (node.kind === 'map' || node.kind === 'list') return undefined
    const { written, parsed } = this.document
    const value = node.kind === 'text' ? node.value.trimEnd() : node.text
    const at = offsetIn(written, node.at)
    if (node.kind === 'scalar' && NULL.test(value)) return { text: '', at }
    if (parsed.startsWith(value, node.at)) return { text: written.text.slice(node.at, node.at + value.length), at }
    if (value.includes(MASK)) return undefined
    // Escapes and line ends make what the file writes longer, at most six times: `\u0061`.
    const end = node.at + value.length * 6 + 1_000
    const find = (part: string) => {
      const index = parsed.slice(node.at, end).indexOf(part)
      return index < 0 ? undefined : offsetIn(written, node.at + index)
    }
    return { text: value, at, find }
  }
}

/** What a key says of the values below it. */
function kindOf(key: string): string {
  if (isImagesKey(key)) return 'images'
  if (ARGUMENTS.test(key)) return 'arguments'
  return isImageKey(key) ? 'image' : ''
}

/** The members of a mapping behind those that it merges and does not have itself. */
function withMerged(own: readonly Member[]): readonly Member[] {
  const merged = own
    .filter(({ key }) => key === MERGE)
    .flatMap(({ value }) => (value.kind === 'list' ? value.items : [value]))
    .slice(0, MOST_MERGED)
  if (merged.length === 0) return own
  const keys = new Set(own.map(({ key }) => key))
  const others: Member[] = []
  for (const source of merged) {
    for (const member of source.kind === 'map' ? source.members : []) {
      if (keys.has(member.key)) continue
      keys.add(member.key)
      others.push(member)
    }
  }
  return [...others, ...own]
}
