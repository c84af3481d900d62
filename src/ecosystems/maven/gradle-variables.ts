/**
 * Variables of Gradle scripts: their names, where they can be seen, and which text carries their value.
 * Specification: https://docs.gradle.org/current/userguide/writing_build_scripts.html#sec:extra_properties.
 */

import {
  type Dialect,
  type Group,
  isSign,
  isWord,
  parseScript,
  type Quoted,
  type ScriptNode,
  withoutLineEnds
} from './gradle-script.ts'
import type { Stated } from './requirement.ts'

/** A text or an expression as written, cut into literal text and references to variables. */
export interface Value extends Stated {
  readonly segments: readonly Segment[]
}

/** Literal text, or an expression: the path of a variable, undefined for any other expression. */
type Segment = { readonly text: string } | { readonly variable: readonly string[] | undefined }

/** The part of the script in which a variable can be seen. */
export interface Block {
  readonly at: number
  readonly end: number
}

/** Where a variable is defined, and whether other scripts can see it. */
interface Visibility {
  readonly block: Block
  readonly isLocal: boolean
}

interface Definition extends Visibility {
  readonly value: Value
  readonly at: number
}

/** Prefixes of a variable's path that name the same variable: `rootProject.ext.v` is `v`. */
const PREFIXES = new Set(['ext', 'extra', 'project', 'rootProject', 'this', 'parent', 'properties'])
const GETTERS = new Set(['get', 'getProperty', 'property', 'findProperty', 'getAt'])
/** How many variables may refer to one another in a chain. */
const LONGEST_CHAIN = 50
/** How many definitions of one name are kept; with more, the variable counts as undefined. */
const MOST_DEFINITIONS = 100
/** In characters, of the value of a variable inside a text. */
const LONGEST_TEXT = 256
/** One more than a notation has: a text with this many colons is none. */
const MOST_PARTS = 5

/** The variables of one script. Definitions may follow their uses: look values up once every definition is known. */
export class Variables {
  private readonly script: string
  private readonly dialect: Dialect
  private readonly definitions = new Map<string, Definition[]>()

  constructor(script: string, dialect: Dialect) {
    this.script = script
    this.dialect = dialect
  }

  /** Notes that the variable `target` has this value; an empty `target` names none. */
  define(target: readonly string[], nodes: readonly ScriptNode[], { block, isLocal }: Visibility): void {
    const [first] = nodes
    if (target.length === 0 || !first) return
    const definition = { value: this.valueOf(nodes), at: first.at, block, isLocal }
    const others = this.definitions.get(keyOf(target))
    if (!others) this.definitions.set(keyOf(target), [definition])
    else if (others.length <= MOST_DEFINITIONS) others.push(definition)
  }

  /** The variables that other scripts can see: their names for them, and the texts that carry the values. */
  *seenByOthers(): Generator<readonly [name: string, carrier: Value]> {
    for (const [name, all] of this.definitions) {
      if (all.length > MOST_DEFINITIONS) continue
      const carriers = all.flatMap(({ value, isLocal }) => (isLocal ? [] : (this.carrierOf(value) ?? [])))
      for (const carrier of new Set(carriers)) yield [name, carrier]
    }
  }

  /** The value that an expression is; an empty one for no nodes. */
  valueOf(nodes: readonly ScriptNode[]): Value {
    const [first] = nodes
    const last = nodes.at(-1)
    if (!first || !last) return { value: '', at: 0, segments: [] }
    if (first === last && first.kind === 'quoted') return this.part(first, first.at, first.at + first.text.length)
    return { value: this.script.slice(first.at, last.end), at: first.at, segments: [{ variable: variableIn(nodes) }] }
  }

  /** The parts of `group:artifact:version@extension`, cut at colons outside expressions, without the extension. */
  partsOf(quoted: Quoted): readonly Value[] {
    const cuts: number[] = []
    const end = quoted.at + quoted.text.length
    let stop = end
    let hole = 0
    for (let at = quoted.at; at < end && cuts.length < MOST_PARTS; at++) {
      const next = quoted.holes[hole]
      if (next && at >= next.at) {
        at = next.end - 1
        hole++
      } else if (this.script[at] === ':') cuts.push(at)
      else if (this.script[at] === '@' && cuts.length > 0) {
        stop = at
        break
      }
    }
    return [quoted.at - 1, ...cuts].map((cut, i) => this.part(quoted, cut + 1, cuts[i] ?? stop))
  }

  /** Follows variables to the text that carries the value; undefined if one of them is not defined here. */
  carrierOf(value: Value): Value | undefined {
    let current: Value | undefined = value
    for (let steps = 0; current && steps < LONGEST_CHAIN; steps++) {
      const [only, ...more]: readonly Segment[] = current.segments
      if (!only || more.length > 0) return undefined
      if ('text' in only) return current
      current = only.variable && this.definitionOf(only.variable, current.at)
    }
    return undefined
  }

  /** A text with its variables replaced; undefined if one of them is not defined here. */
  textOf({ at, segments }: Value): string | undefined {
    const texts = segments.map(segment =>
      'text' in segment
        ? segment.text
        : this.carrierOf({ value: '', at, segments: [segment] })?.value.slice(0, LONGEST_TEXT)
    )
    return texts.includes(undefined) ? undefined : texts.join('')
  }

  /** The value of a text in quotes between two offsets. */
  private part({ holes }: Quoted, from: number, to: number): Value {
    const segments: Segment[] = []
    let at = from
    for (const hole of holes) {
      if (hole.at < from || hole.end > to) continue
      if (hole.at > at) segments.push({ text: this.script.slice(at, hole.at) })
      const { nodes } = parseScript(hole.expression, this.dialect)
      segments.push({ variable: variableIn(withoutLineEnds(nodes)) })
      at = hole.end
    }
    if (at < to) segments.push({ text: this.script.slice(at, to) })
    return { value: this.script.slice(from, to), at: from, segments }
  }

  /**
   * The value of a variable at an offset: of the definitions in the blocks
   * around it, or else of all, the last before it, or else the first.
   */
  private definitionOf(variable: readonly string[], at: number): Value | undefined {
    const all = this.definitions.get(keyOf(variable)) ?? []
    if (all.length > MOST_DEFINITIONS) return undefined
    const seen = all.filter(({ block }) => block.at <= at && at < block.end)
    const candidates = seen.length > 0 ? seen : all
    return (candidates.findLast(definition => definition.at < at) ?? candidates[0])?.value
  }
}

/** The variable on the left of `=`: `v`, `ext.v`, `ext['v']`, `String v`, `val v: String`; empty if there is none. */
export function targetOf(nodes: readonly ScriptNode[]): readonly string[] {
  const colon = nodes.findIndex(node => isSign(node, ':'))
  const path: string[] = []
  for (let at = (colon < 0 ? nodes.length : colon) - 1; at >= 0; at--) {
    const node = nodes[at]
    const key = node?.kind === 'group' && node.open === '[' ? keyIn(node) : undefined
    if (key !== undefined) {
      path.push(key)
      continue
    }
    if (node?.kind !== 'word') return []
    path.push(node.text)
    if (!isSign(nodes[at - 1], '.')) return path.reverse()
    at--
  }
  return []
}

/** The path of the variable that an expression is: `v`, `ext.v`, `versions['v']`, `property("v") as String`. */
function variableIn(nodes: readonly ScriptNode[]): readonly string[] | undefined {
  const [first, ...more] = nodes
  if (first?.kind === 'group' && first.open === '(' && more.length === 0)
    return variableIn(withoutLineEnds(first.nodes))
  if (first?.kind !== 'word') return undefined
  const path = [first.text]
  for (let at = 1; at < nodes.length; at++) {
    const node = nodes[at]
    if (isWord(node, 'as')) return path
    if (isSign(node, '!!')) continue
    const isMember = isSign(node, '.') || isSign(node, '?.')
    if (isMember) at++
    if (!(isMember ? addMember(path, nodes[at]) : addBracket(path, node))) return undefined
  }
  return path
}

/** Extends a path by `.name`; false for anything else. */
function addMember(path: string[], name: ScriptNode | undefined): boolean {
  if (name?.kind !== 'word') return false
  path.push(name.text)
  return true
}

/**
 * Extends a path by `['key']`, `.get("key")` or the like; `.toString()` leaves it as it is. False for anything else.
 */
function addBracket(path: string[], node: ScriptNode | undefined): boolean {
  if (node?.kind !== 'group') return false
  const key = keyIn(node)
  if (node.open === '(') {
    const method = path.pop() ?? ''
    if (node.nodes.length === 0 && method === 'toString') return true
    if (!GETTERS.has(method)) return false
  }
  if (key !== undefined) path.push(key)
  return key !== undefined
}

/** The text in `['key']` and `("key")`. */
function keyIn({ nodes }: Group): string | undefined {
  const [only, ...more] = withoutLineEnds(nodes)
  return only?.kind === 'quoted' && only.holes.length === 0 && more.length === 0 ? only.text : undefined
}

function keyOf(path: readonly string[]): string {
  let from = 0
  while (from < path.length - 1 && PREFIXES.has(path[from] ?? '')) from++
  return path.slice(from).join('.')
}
