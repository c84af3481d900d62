/**
 * Variables of Gradle scripts: what they are called, where they are seen, which text carries their value.
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

/** A text or an expression as written, cut into what stands there and what has to be looked up. */
export interface Value extends Stated {
  readonly pieces: readonly Piece[]
}

/** A run of text, or a variable; `variable` is undefined for an expression that is none. */
type Piece = { readonly text: string } | { readonly variable: readonly string[] | undefined }

/** The part of the script in which a variable can be seen. */
export interface Block {
  readonly at: number
  readonly end: number
}

interface Definition {
  readonly value: Value
  readonly at: number
  readonly block: Block
  readonly isLocal: boolean
}

/** The variables of one script. */
export interface Variables {
  /** Notes that `target` has this value; an empty `target` is no variable. A local one is not seen by other scripts. */
  define(target: readonly string[], nodes: readonly ScriptNode[], block: Block, isLocal?: boolean): void
  /** What other scripts may see, by the name that they have for it, with the texts that carry the values. */
  seenByOthers(): Iterable<readonly [name: string, carrier: Value]>
  valueFrom(nodes: readonly ScriptNode[]): Value
  /** The parts of `group:artifact:version@extension`, cut at colons outside expressions, without the extension. */
  partsOf(quoted: Quoted): readonly Value[]
  /** Follows variables to the text that carries the value; undefined where one of them is not defined here. */
  carrierOf(value: Value): Value | undefined
  /** A text with its variables replaced; undefined where one of them is not defined here. */
  textOf(value: Value): string | undefined
}

/** What a variable's name may begin with without being another variable: `rootProject.ext.v` is `v`. */
const PREFIXES = new Set(['ext', 'extra', 'project', 'rootProject', 'this', 'parent', 'properties'])
const GETTERS = new Set(['get', 'getProperty', 'property', 'findProperty', 'getAt'])
/** How many variables may stand for one another, one after the other, and how many may have the same name. */
const LONGEST_CHAIN = 50
const MOST_DEFINITIONS = 100
const LONGEST_TEXT = 256
/** More than a notation has; it is none then. */
const MOST_PARTS = 5

/** Makes the variables of a script. Definitions may come after their uses: look values up when all are known. */
export function variablesOf(script: string, dialect: Dialect): Variables {
  const definitions = new Map<string, Definition[]>()
  return { define, seenByOthers, valueFrom, partsOf, carrierOf, textOf }

  function define(target: readonly string[], nodes: readonly ScriptNode[], block: Block, isLocal = false): void {
    const [first] = nodes
    if (target.length === 0 || !first) return
    const definition = { value: valueFrom(nodes), at: first.at, block, isLocal }
    const others = definitions.get(keyOf(target))
    if (!others) definitions.set(keyOf(target), [definition])
    else if (others.length <= MOST_DEFINITIONS) others.push(definition)
  }

  function* seenByOthers(): Generator<readonly [string, Value]> {
    for (const [name, all] of definitions) {
      if (all.length > MOST_DEFINITIONS) continue
      const carriers = all.flatMap(({ value, isLocal }) => (isLocal ? [] : (carrierOf(value) ?? [])))
      for (const carrier of new Set(carriers)) yield [name, carrier]
    }
  }

  function valueFrom(nodes: readonly ScriptNode[]): Value {
    const [first] = nodes
    const last = nodes.at(-1)
    if (!first || !last) return { value: '', at: 0, pieces: [] }
    if (first === last && first.kind === 'quoted') return part(first, first.at, first.at + first.text.length)
    return { value: script.slice(first.at, last.end), at: first.at, pieces: [{ variable: variableIn(nodes) }] }
  }

  function partsOf(quoted: Quoted): readonly Value[] {
    const cuts: number[] = []
    const end = quoted.at + quoted.text.length
    let stop = end
    let hole = 0
    for (let at = quoted.at; at < end && cuts.length < MOST_PARTS; at++) {
      const next = quoted.holes[hole]
      if (next && at >= next.at) {
        at = next.end - 1
        hole++
      } else if (script[at] === ':') cuts.push(at)
      else if (script[at] === '@' && cuts.length > 0) {
        stop = at
        break
      }
    }
    return [quoted.at - 1, ...cuts].map((cut, i) => part(quoted, cut + 1, cuts[i] ?? stop))
  }

  /** What stands in a text in quotes from one offset to another. */
  function part(quoted: Quoted, from: number, to: number): Value {
    const pieces: Piece[] = []
    let at = from
    for (const hole of quoted.holes) {
      if (hole.at < from || hole.end > to) continue
      if (hole.at > at) pieces.push({ text: script.slice(at, hole.at) })
      pieces.push({ variable: variableIn(withoutLineEnds(parseScript(hole.expression, dialect).nodes)) })
      at = hole.end
    }
    if (at < to) pieces.push({ text: script.slice(at, to) })
    return { value: script.slice(from, to), at: from, pieces }
  }

  function carrierOf(value: Value): Value | undefined {
    let at: Value | undefined = value
    for (let steps = 0; at && steps < LONGEST_CHAIN; steps++) {
      const [only, ...more]: readonly Piece[] = at.pieces
      if (!only || more.length > 0) return undefined
      if ('text' in only) return at
      at = only.variable && definitionOf(only.variable, at.at)
    }
    return undefined
  }

  function textOf({ at, pieces }: Value): string | undefined {
    const texts = pieces.map(piece =>
      'text' in piece ? piece.text : carrierOf({ value: '', at, pieces: [piece] })?.value.slice(0, LONGEST_TEXT)
    )
    return texts.includes(undefined) ? undefined : texts.join('')
  }

  /** What counts at an offset: the last definition before it in the blocks around it, else the last before it at all. */
  function definitionOf(variable: readonly string[], at: number): Value | undefined {
    const all = definitions.get(keyOf(variable)) ?? []
    if (all.length > MOST_DEFINITIONS) return undefined
    const seen = all.filter(({ block }) => block.at <= at && at < block.end)
    const candidates = seen.length > 0 ? seen : all
    return (candidates.findLast(definition => definition.at < at) ?? candidates[0])?.value
  }
}

/** The variable on the left of `=`: `v`, `ext.v`, `ext['v']`, `String v`, `val v: String`; empty where it is none. */
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

/** The variable that an expression is: `v`, `ext.v`, `versions['v']`, `property("v") as String`. */
function variableIn(nodes: readonly ScriptNode[]): readonly string[] | undefined {
  const [first, ...more] = nodes
  if (first?.kind === 'group' && first.open === '(' && more.length === 0)
    return variableIn(withoutLineEnds(first.nodes))
  if (first?.kind !== 'word') return undefined
  const path = [first.text]
  for (let at = 1; at < nodes.length; at++) {
    const node = nodes[at]
    const after = nodes[at + 1]
    if (node?.kind === 'group') {
      const key = keyIn(node)
      if (node.open === '(') {
        const method = path.pop() ?? ''
        if (node.nodes.length === 0 && method === 'toString') continue
        if (!GETTERS.has(method)) return undefined
      }
      if (key === undefined) return undefined
      path.push(key)
    } else if (isSign(node, '.') || isSign(node, '?.')) {
      if (after?.kind !== 'word') return undefined
      path.push(after.text)
      at++
    } else if (isWord(node, 'as')) return path
    else if (!isSign(node, '!!')) return undefined
  }
  return path
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
