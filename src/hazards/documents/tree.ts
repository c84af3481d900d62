/**
 * Documents of YAML and JSON as hazards see them: every mapping with the Kubernetes object and the pod around it, and every value with its
 * offset in the file. A value that a template computes is not known.
 */

import { aligned } from '../../syntax/aligned.ts'
import { type Assembled, cut, offsetIn } from '../../syntax/assembled.ts'
import { MASK } from '../../syntax/template.ts'
import { child, items, type MapNode, members, type TextNode, type TreeNode, textOrScalar } from '../../syntax/tree.ts'
import type { DocumentKind } from '../hazard.ts'

/** A document of YAML or JSON. */
export const trees: DocumentKind<Tree> = { name: 'trees' }

/** A string, number or boolean. Hostile text. */
export interface Value {
  /** As the file writes it, with the actions of templates. */
  readonly text: string
  /** The offset in the file. */
  readonly at: number
  /** Whether no template computes it. */
  readonly isKnown: boolean
}

/** A Kubernetes object: a mapping with a kind and a version of its API. */
export interface KubernetesObject {
  readonly kind: string
  readonly node: MapNode
  readonly name?: Value
  readonly namespace?: string
  /** Whether it is what a server returned, and not what one is to have. */
  readonly isRecord: boolean
}

/** A mapping and what is around it. */
export interface Spot {
  readonly map: MapNode
  /** The keys from the root of the document to it; `[]` for an item of a list. */
  readonly path: readonly string[]
  /** The object that it is, or is in. */
  readonly object?: KubernetesObject
  /** The specification of the pod that it is, or is in. */
  readonly pod?: MapNode
}

/** The path of an item of a list. */
export const ITEM = '[]'
/** A schema, whose keys are names of fields and not fields. */
const SCHEMAS = new Set(['CustomResourceDefinition'])
/** Levels of mappings and lists. */
const DEEPEST = 150
const NOTHING = /^(?:null|~|)$/i

/** A parsed document. */
export class Tree {
  readonly root: TreeNode
  readonly spots: readonly Spot[]
  /** The text of the whole file. */
  readonly file: string
  private readonly parsed: Assembled

  /** `parsed` is the text that was parsed, with a mask for what templates compute; `file` is the text of the whole file. */
  constructor(root: TreeNode, parsed: Assembled, file: string) {
    this.root = root
    this.parsed = parsed
    this.file = file
    this.spots = [...this.spotsAt(root, { path: [] })]
  }

  /** The objects of the document, those of lists and those inside of other objects too. */
  *objects(): Generator<KubernetesObject> {
    for (const { map, object } of this.spots) if (object?.node === map) yield object
  }

  /** The offset in the file of an offset in the document. */
  at(index: number): number {
    return offsetIn(this.parsed, index)
  }

  /** The value at the end of some keys; undefined for a mapping, a list, and nothing. */
  value(node: TreeNode | undefined, ...keys: readonly string[]): Value | undefined {
    const found = textOrScalar(node, ...keys)
    if (!found || NOTHING.test(found.text)) return undefined
    const at = this.at(found.at)
    if (!found.text.includes(MASK)) return { text: found.text, at, isKnown: true }
    return { text: this.file.slice(at, at + found.text.length), at, isKnown: false }
  }

  /** The text of a string, to be read as a document of its own. */
  textOf({ value, at }: TextNode): Assembled {
    const { runs } = aligned(value, this.parsed.text, at)
    const own = runs.flatMap(({ from, at: begin }, index) => {
      const to = runs[index + 1]?.from ?? value.length
      return cut(this.parsed, begin, begin + Math.max(1, to - from)).runs.map(run => ({
        from: from + run.from,
        at: run.at
      }))
    })
    return { text: value, runs: own }
  }

  private *spotsAt(node: TreeNode, around: Omit<Spot, 'map'>): Generator<Spot> {
    if (around.path.length > DEEPEST) return
    if (node.kind === 'list') {
      for (const item of node.items) yield* this.spotsAt(item, { ...around, path: [...around.path, ITEM] })
    }
    if (node.kind !== 'map') return
    const object = this.objectAt(node) ?? around.object
    if (object && SCHEMAS.has(object.kind)) return
    const pod = isPod(node) ? node : around.pod
    const spot: Spot = { map: node, path: around.path, ...(object ? { object } : {}), ...(pod ? { pod } : {}) }
    yield spot
    for (const { key, value } of node.members) yield* this.spotsAt(value, { ...spot, path: [...around.path, key] })
  }

  private objectAt(node: MapNode): KubernetesObject | undefined {
    const kind = this.value(node, 'kind')
    if (!kind?.isKnown || !this.value(node, 'apiVersion')) return undefined
    const metadata = child(node, 'metadata')
    const name = this.value(metadata, 'name')
    const namespace = this.value(metadata, 'namespace')
    const isRecord = child(metadata, 'uid') !== undefined || members(child(node, 'status')).length > 0
    return {
      kind: kind.text,
      node,
      isRecord,
      ...(name ? { name } : {}),
      ...(namespace?.isKnown ? { namespace: namespace.text } : {})
    }
  }
}

function isPod(node: MapNode): boolean {
  return items(child(node, 'containers')).length > 0 || items(child(node, 'initContainers')).length > 0
}

/** The name of an object for a reader: `Secret/ci-token`. */
export function objectName({ kind, name }: KubernetesObject): string {
  return name ? `${kind}/${name.text}` : kind
}
