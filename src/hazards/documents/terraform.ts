/**
 * Files of Terraform and OpenTofu as hazards see them: resources with the values of their attributes, as far as the file says them, and the
 * same as trees where a resource is a Kubernetes object.
 */

import { standing } from '../../syntax/assembled.ts'
import type { HclBlock, HclBody, HclExpression, HclText } from '../../syntax/hcl.ts'
import { MASK } from '../../syntax/template.ts'
import type { MapNode, Member, TreeNode } from '../../syntax/tree.ts'
import type { DocumentKind } from '../hazard.ts'
import { Tree, type Value } from './tree.ts'

/** A file of Terraform. */
export const terraformFiles: DocumentKind<TerraformFile> = { name: 'files of Terraform', onlyIn: 'Terraform' }

/** A resource, a data source or a module. */
export interface Resource {
  /** `resource`, `data` or `module`. */
  readonly block: string
  /** `aws_eks_addon`; of a module its name. */
  readonly type: string
  readonly name: string
  /** The offset of the block. */
  readonly at: number
  readonly body: HclBody
}

/** References to what the same file defines. */
const REFERENCE = /^(?:\$\{\s*)?(?<kind>local|var|data|each)\.(?<path>[\w.-]+)(?:\s*\})?$/
/** Definitions by way of others. */
const DEEPEST = 5
const KINDS: Readonly<Record<string, string>> = {
  pod: 'Pod',
  deployment: 'Deployment',
  daemonset: 'DaemonSet',
  daemon_set: 'DaemonSet',
  stateful_set: 'StatefulSet',
  replication_controller: 'ReplicationController',
  job: 'Job',
  cron_job: 'CronJob',
  service_account: 'ServiceAccount'
}
const OBJECT = /^kubernetes_(?<kind>[a-z_]+?)(?:_v\d\w*)?$/
/** Blocks that are the items of a list: https://github.com/hashicorp/terraform-provider-kubernetes/blob/main/docs/resources/pod_v1.md. */
const LISTS: Readonly<Record<string, string>> = {
  container: 'containers',
  init_container: 'initContainers',
  volume: 'volumes',
  volume_mount: 'volumeMounts',
  env: 'env',
  env_from: 'envFrom',
  sources: 'sources'
}
const LITERAL = /^(?:true|false|null|-?\d+(?:\.\d+)?)$/
const UNDERSCORE = /_(?<letter>[a-z])/g
const ENCODES = /^(?:json|yaml)encode$/

/** A parsed file. */
export class TerraformFile {
  readonly body: HclBody
  readonly resources: readonly Resource[]
  /** The text of the whole file. */
  readonly file: string
  private readonly locals: ReadonlyMap<string, HclExpression>
  private readonly defaults: ReadonlyMap<string, HclExpression>

  constructor(body: HclBody, file: string) {
    this.body = body
    this.file = file
    this.resources = body.blocks.flatMap(({ type, labels, at, body: own }): Resource[] => {
      const [first = '', second = ''] = labels
      if (type === 'module') return [{ block: type, type: first, name: first, at, body: own }]
      return type === 'resource' || type === 'data' ? [{ block: type, type: first, name: second, at, body: own }] : []
    })
    this.locals = new Map(
      body.blocks
        .filter(({ type }) => type === 'locals')
        .flatMap(block => block.body.attributes.map(({ name, value }) => [name, value]))
    )
    this.defaults = new Map(
      body.blocks
        .filter(({ type }) => type === 'variable')
        .flatMap(({ labels, body: own }) => {
          const value = attribute(own, 'default')
          return value ? [[labels[0] ?? '', value] as const] : []
        })
    )
  }

  /** The value of an attribute, through the locals, defaults of variables and data sources of the file; undefined if it does not say. */
  value({ body }: Pick<Resource, 'body'>, name: string): Value | undefined {
    return this.values({ body }, name)[0]
  }

  /** The values of an attribute: one for each element of the `for_each` of its resource, if it is one of them. */
  values({ body }: Pick<Resource, 'body'>, name: string): Value[] {
    const own = attribute(body, name)
    return own ? this.resolved(own, body, 0) : []
  }

  /** The text of an attribute; of one that refers to a local of the file the text of that. */
  written({ written }: HclBody['attributes'][number]): string {
    const { kind, path } = REFERENCE.exec(written.trim())?.groups ?? {}
    const local = this.body.blocks
      .filter(({ type }) => type === 'locals')
      .flatMap(block => block.body.attributes)
      .find(({ name }) => kind === 'local' && name === path)
    return local?.written ?? written
  }

  /** The value of an expression in a body; undefined if the file does not say it. */
  resolve(expression: HclExpression, body: HclBody): Value | undefined {
    return this.resolved(expression, body, 0)[0]
  }

  /** The literal that an expression is, or that a reference leads to. */
  private resolved(expression: HclExpression, body: HclBody, depth: number): Value[] {
    if (expression.kind === 'text') {
      const { value, isTemplate } = expression
      if (!isTemplate) return [{ text: value.text, at: expression.at, isKnown: true }]
      const written = this.file.slice(expression.at, expression.at + value.text.length)
      const inner = REFERENCE.test(written) ? this.referred(written, body, depth) : []
      return inner.length > 0 ? inner : [{ text: written, at: expression.at, isKnown: false }]
    }
    if (expression.kind !== 'other') return []
    if (LITERAL.test(expression.text)) return [{ text: expression.text, at: expression.at, isKnown: true }]
    const values = this.referred(expression.text, body, depth)
    return values.length > 0 ? values : [{ text: expression.text, at: expression.at, isKnown: false }]
  }

  private referred(text: string, body: HclBody, depth: number): Value[] {
    const { kind, path } = REFERENCE.exec(text)?.groups ?? {}
    if (kind === undefined || path === undefined || depth >= DEEPEST) return []
    const [first = '', ...rest] = path.split('.')
    if (kind === 'data') {
      const source = this.resources.find(each => each.block === 'data' && each.type === first && each.name === rest[0])
      const own = source && rest[1] !== undefined ? attribute(source.body, rest[1]) : undefined
      return own && source ? this.resolved(own, source.body, depth + 1) : []
    }
    if (kind === 'each') return this.eachOf(first, rest, body, depth)
    const definition = kind === 'local' ? this.locals.get(first) : this.defaults.get(first)
    const own = definition && memberOf(definition, rest)
    return own ? this.resolved(own, body, depth + 1) : []
  }

  /** `each.key` and `each.value` of every element of `for_each`. */
  private eachOf(part: string, rest: readonly string[], body: HclBody, depth: number): Value[] {
    const over = attribute(body, 'for_each')
    const elements = over && this.objectOf(over, depth)
    if (elements?.kind !== 'object') return []
    return elements.members.flatMap(({ key, at, value }): Value[] => {
      if (part === 'key') return [{ text: key, at, isKnown: true }]
      const own = memberOf(value, rest)
      // An element without the value keeps its turn: the values of several attributes belong together.
      return own ? this.resolved(own, body, depth + 1).slice(0, 1) : [{ text: '', at, isKnown: false }]
    })
  }

  private objectOf(expression: HclExpression, depth: number): HclExpression | undefined {
    if (expression.kind !== 'other' || depth >= DEEPEST) return expression
    const { kind, path = '' } = REFERENCE.exec(expression.text)?.groups ?? {}
    const [first = '', ...rest] = path.split('.')
    const definitions = kind === 'local' ? this.locals : this.defaults
    const definition = kind === 'local' || kind === 'var' ? definitions.get(first) : undefined
    return definition && memberOf(definition, rest)
  }

  /** The Kubernetes objects of the file, as trees. */
  *trees(): Generator<Tree> {
    for (const { block, type, body } of this.resources) {
      const kind = block === 'resource' ? KINDS[OBJECT.exec(type)?.groups?.['kind'] ?? ''] : undefined
      if (kind === undefined) continue
      const { members } = bodyNode(body)
      const known: Member[] = [
        { key: 'kind', keyAt: 0, value: { kind: 'text', value: kind, at: 0 } },
        { key: 'apiVersion', keyAt: 0, value: { kind: 'text', value: 'v1', at: 0 } }
      ]
      yield new Tree({ kind: 'map', members: [...known, ...members], at: 0 }, standing(this.file, 0), this.file)
    }
    for (const { value } of attributesOf(this.body))
      for (const object of objectsIn(value)) yield treeOf(object, this.file)
  }
}

/** The tree of an object; `file` is the text of the whole file. */
export function treeOf(expression: HclExpression, file: string): Tree {
  return new Tree(nodeOf(expression), standing(file, 0), file)
}

function bodyNode({ attributes, blocks }: HclBody): MapNode {
  const members: Member[] = attributes.map(({ name, at, value }) => ({
    key: camel(name),
    keyAt: at,
    value: nodeOf(value)
  }))
  const lists = new Map<string, TreeNode[]>()
  for (const { type, at, body, labels } of blocks) {
    const { type: own, content } = dynamic({ type, labels, at, body })
    const node = bodyNode(content)
    const list = LISTS[own]
    if (list !== undefined) {
      const items = lists.get(list) ?? []
      if (items.length === 0) {
        lists.set(list, items)
        members.push({ key: list, keyAt: at, value: { kind: 'list', items, at } })
      }
      items.push(node)
    } else members.push({ key: camel(own), keyAt: at, value: node })
  }
  return { kind: 'map', members, at: blocks[0]?.at ?? attributes[0]?.at ?? 0 }
}

function nodeOf(expression: HclExpression): TreeNode {
  const { at } = expression
  switch (expression.kind) {
    case 'text':
      return { kind: 'text', value: expression.value.text, at }
    case 'list':
      return { kind: 'list', items: expression.items.map(nodeOf), at }
    case 'object':
      return {
        kind: 'map',
        members: expression.members.map(({ key, at: keyAt, value }) => ({ key, keyAt, value: nodeOf(value) })),
        at
      }
    case 'call': {
      const [encoded] = ENCODES.test(expression.name) ? expression.arguments : []
      if (encoded) return nodeOf(encoded)
      return { kind: 'text', value: MASK.repeat(expression.name.length), at }
    }
    case 'other':
      return LITERAL.test(expression.text)
        ? { kind: 'scalar', text: expression.text, at }
        : { kind: 'text', value: MASK.repeat(expression.text.length), at }
  }
}

/** `dynamic "volume" { content { … } }` is a block like another. */
function dynamic({ type, labels, body }: HclBlock): { readonly type: string; readonly content: HclBody } {
  const content = type === 'dynamic' ? body.blocks.find(each => each.type === 'content')?.body : undefined
  return content ? { type: labels[0] ?? type, content } : { type, content: body }
}

function camel(name: string): string {
  return name.replace(UNDERSCORE, (_, letter: string) => letter.toUpperCase())
}

/** The value of an attribute; of several the last. */
export function attribute({ attributes }: HclBody, name: string): HclExpression | undefined {
  return attributes.findLast(each => each.name === name)?.value
}

function memberOf(expression: HclExpression, keys: readonly string[]): HclExpression | undefined {
  let at: HclExpression | undefined = expression
  for (const key of keys) at = at?.kind === 'object' ? at.members.find(member => member.key === key)?.value : undefined
  return at
}

/** Every attribute of a body and of the blocks in it. */
export function* attributesOf(body: HclBody): Generator<HclBody['attributes'][number]> {
  yield* body.attributes
  for (const block of body.blocks) yield* attributesOf(block.body)
}

/** The outermost objects of an expression, and the lists and objects that it encodes as JSON or YAML. */
function* objectsIn(expression: HclExpression): Generator<HclExpression> {
  if (expression.kind === 'object') yield expression
  if (expression.kind === 'list') for (const item of expression.items) yield* objectsIn(item)
  if (expression.kind === 'other') for (const part of expression.parts) yield* objectsIn(part)
  if (expression.kind !== 'call') return
  if (ENCODES.test(expression.name)) yield* expression.arguments
  else for (const each of expression.arguments) yield* objectsIn(each)
}

/** Every expression below a body, an expression before those in it. */
export function* expressionsOf(body: HclBody): Generator<HclExpression> {
  for (const { value } of attributesOf(body)) yield* within(value)
}

function* within(expression: HclExpression): Generator<HclExpression> {
  yield expression
  if (expression.kind === 'list') for (const item of expression.items) yield* within(item)
  if (expression.kind === 'object') for (const { value } of expression.members) yield* within(value)
  if (expression.kind === 'call') for (const each of expression.arguments) yield* within(each)
  if (expression.kind === 'other') for (const part of expression.parts) yield* within(part)
}

/** Every text below a body, with the name of the attribute that holds it. */
export function* textsOf(body: HclBody): Generator<{ readonly name: string; readonly text: HclText }> {
  for (const { name, value } of attributesOf(body))
    for (const expression of within(value)) if (expression.kind === 'text') yield { name, text: expression }
}
