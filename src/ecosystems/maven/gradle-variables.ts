/**
 * Variables of Gradle scripts: their names, where they can be seen, and which text carries their value.
 * Specification: https://docs.gradle.org/current/userguide/writing_build_scripts.html#sec:extra_properties.
 */

import { defined } from '../../collections.ts'
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
type Segment = { readonly text: string } | Expression

/** A variable, and the text in its place where it is not defined: `v ?: '1.0'`. */
interface Expression {
  readonly variable: readonly string[] | undefined
  readonly fallback?: Quoted
}

/** The text that carries a value. `defaultFor` names a property of the build that decides in its place, if there is one. */
export interface Carried {
  readonly carrier: Value
  readonly defaultFor?: string
}

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
const PREFIXES = new Set(['ext', 'extra', 'project', 'rootProject', 'this', 'parent', 'properties', 'providers'])
const GETTERS = new Set(['get', 'getProperty', 'property', 'findProperty', 'getAt', 'gradleProperty'])
/** The beginning of a path that leads to another project than the one that uses it. */
const OTHER_PROJECTS = new Set(['rootProject', 'parent', 'gradle', 'System'])
/** Calls that read a property of the project around them, in Kotlin, where a name alone is a variable of the script. */
const GETTER = /[pP]roperty\(/
/** Calls with the value of a property that is not defined. */
const FALLBACKS = new Set(['getOrElse', 'orElse'])
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
    return { value: this.script.slice(first.at, last.end), at: first.at, segments: [expressionIn(nodes)] }
  }

  /**
   * The value of texts in quotes that plus signs join, cut at colons like one text. A part that lies in several texts has
   * several segments.
   */
  partsOfSum(texts: readonly Quoted[]): readonly Value[] {
    const parts: Value[] = []
    for (const text of texts) {
      const [first, ...more] = this.partsOf(text)
      const last = parts.pop()
      if (last && first) parts.push(this.joined(last, first))
      else if (first) parts.push(first)
      parts.push(...more)
    }
    return parts
  }

  /** One value of two, the second of which may be empty: a text that ends with a colon begins an empty part. */
  private joined(a: Value, b: Value): Value {
    if (a.segments.length === 0) return b
    if (b.segments.length === 0) return a
    return {
      value: this.script.slice(a.at, b.at + b.value.length),
      at: a.at,
      segments: [...a.segments, ...b.segments]
    }
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
    return this.carried(value)?.carrier
  }

  /** The same, with the name of the property that decides in place of a default. */
  carried(value: Value): Carried | undefined {
    let current: Value | undefined = value
    let defaultFor: string | undefined
    for (let steps = 0; current && steps < LONGEST_CHAIN; steps++) {
      const [only, ...more]: readonly Segment[] = current.segments
      if (!only || more.length > 0) return undefined
      if ('text' in only) return defined({ carrier: current, defaultFor })
      const { variable, fallback }: Expression = only
      const next: Value | undefined = variable && this.definitionOf(variable, current.at)
      if (!next && fallback && variable) defaultFor = keyOf(variable)
      current = next ?? (fallback && this.valueOf([fallback]))
    }
    return undefined
  }

  /**
   * The name of the property that a value is, for a project that may define it anew: any property of a project, but none of
   * another project and no variable of the script.
   */
  propertyOf(value: Value): string | undefined {
    const [only, ...more] = value.segments
    if (!only || more.length > 0 || 'text' in only || !only.variable) return undefined
    const [first = ''] = only.variable
    const isOwn = !OTHER_PROJECTS.has(first) && (this.dialect === 'groovy' || GETTER.test(value.value))
    const all = this.definitions.get(keyOf(only.variable)) ?? []
    return isOwn && !all.some(({ isLocal }) => isLocal) ? keyOf(only.variable) : undefined
  }

  /** A text with its variables replaced; undefined where one of them is not defined here. */
  textOf({ at, segments }: Value): string | undefined {
    const texts = segments.map(segment =>
      'text' in segment
        ? segment.text
        : this.carrierOf({ value: '', at, segments: [segment] })?.value.slice(0, LONGEST_TEXT)
    )
    return texts.includes(undefined) ? undefined : texts.join('')
  }

  /**
   * The same without a variable at its end, which is the version of Scala: `skuber_$scalaVersion`. Names that differ in it alone
   * are one package.
   */
  withoutScala({ at, value, segments }: Value): string | undefined {
    const [last, before] = [segments.at(-1), segments.at(-2)]
    if (!last || 'text' in last || !before || !('text' in before) || !before.text.endsWith('_')) return undefined
    return this.textOf({ at, value, segments: segments.slice(0, -1) })?.slice(0, -1)
  }

  /** The value of a text in quotes between two offsets. */
  private part({ holes }: Quoted, from: number, to: number): Value {
    const segments: Segment[] = []
    let at = from
    for (const hole of holes) {
      if (hole.at < from || hole.end > to) continue
      if (hole.at > at) segments.push({ text: this.script.slice(at, hole.at) })
      const { nodes } = parseScript(hole.expression, this.dialect)
      const by = hole.at + (this.script[hole.at + 1] === '{' ? 2 : 1)
      segments.push(this.placed(expressionIn(withoutLineEnds(nodes)), by))
      at = hole.end
    }
    if (at < to) segments.push({ text: this.script.slice(at, to) })
    return { value: this.script.slice(from, to), at: from, segments }
  }

  /** An expression that was read by itself, at its offset in the script. */
  private placed({ variable, fallback }: Expression, by: number): Expression {
    if (!fallback) return { variable }
    const holes = fallback.holes.map(hole => ({ ...hole, at: hole.at + by, end: hole.end + by }))
    return { variable, fallback: { ...fallback, at: fallback.at + by, end: fallback.end + by, holes } }
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

/**
 * The variable that an expression is, with the text in its place where it is not defined: `v ?: '1.0'`,
 * `hasProperty('v') ? v : '1.0'`, `providers.gradleProperty("v").getOrElse("1.0")`, `findProperty("v") as String? ?: "1.0"`.
 */
function expressionIn(nodes: readonly ScriptNode[]): Expression {
  const inside = withoutBrackets(nodes)
  const last = inside.at(-1)
  const elvis = inside.findIndex(node => isSign(node, '?:'))
  const [question, colon] = [
    inside.findIndex(node => isSign(node, '?')),
    inside.findLastIndex(node => isSign(node, ':'))
  ]
  if (elvis > 0) return withFallback(inside.slice(0, elvis), inside.slice(elvis + 1))
  if (question > 0 && colon > question && colon === inside.length - 2) {
    return withFallback(inside.slice(question + 1, colon), inside.slice(colon + 1))
  }
  const call = inside.findLastIndex(node => node.kind === 'word' && FALLBACKS.has(node.text))
  const arguments_ = inside[call + 1]
  if (call > 1 && arguments_?.kind === 'group' && last?.kind === 'group') {
    return withFallback(inside.slice(0, call - 1), withoutLineEnds(arguments_.nodes))
  }
  return { variable: variableIn(inside) }
}

function withFallback(left: readonly ScriptNode[], right: readonly ScriptNode[]): Expression {
  const [only, ...more] = right
  const variable = variableIn(withoutBrackets(left))
  return only?.kind === 'quoted' && more.length === 0 ? { variable, fallback: only } : { variable: undefined }
}

/** The nodes in the round brackets that are around all of them, if there are any. */
function withoutBrackets(nodes: readonly ScriptNode[]): readonly ScriptNode[] {
  let inside = nodes
  for (;;) {
    const [first, ...more] = inside
    if (first?.kind !== 'group' || first.open !== '(' || more.length > 0) return inside
    inside = withoutLineEnds(first.nodes)
  }
}

/** The path of the variable that an expression is: `v`, `ext.v`, `versions['v']`, `property("v") as String`. */
function variableIn(nodes: readonly ScriptNode[]): readonly string[] | undefined {
  const [first] = nodes
  if (first?.kind !== 'word') return undefined
  const path = [first.text]
  for (let at = 1; at < nodes.length; at++) {
    const node = nodes[at]
    if (isWord(node, 'as')) return path
    if (isSign(node, '!!') || isSign(node, '?')) continue
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
    if (node.nodes.length === 0 && (method === 'toString' || method === 'get')) return true
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
