/** How often a part of source code runs, and for how long: once, again and again, for as long as the program. */

import { rememberingLast } from '../../collections.ts'
import type { Block } from '../../syntax/code.ts'
import { ENDLESS, RELOADS, REPEATS, STAYS, TIMED } from './code-words.ts'
import type { SourceCode } from './source-code.ts'

/** Of one name. */
export const PLACES = 200

/** How far callers of callers are looked at. */
const FARTHEST = 3

/** Whether what is at an index runs again and again: in a loop, by a timer, at a change of the file, after a refusal. */
export function isReadAgain(source: SourceCode, at: number): boolean {
  return repetition(source).isReadAgain(at, 0)
}

/** Of the last file: the functions in each other, and those that call each other, have the same callers again and again. */
const repetition = rememberingLast((source: SourceCode) => new Repetition(source))

class Repetition {
  private readonly source: SourceCode
  /** Of a block and all around it, by how many calls there are between the first question and this one. */
  private readonly around = [...new Array(FARTHEST + 1)].map(() => new Map<Block, boolean>())
  /** Of a name, by the same number and the class around the function: the places where it runs again and again. */
  private readonly again = [...new Array(FARTHEST + 1)].map(() => new Map<string, readonly number[]>())
  /** At each token, the last beginning of a condition by time that has ended there; absent if the file has none. */
  private readonly timed: Int32Array | undefined

  constructor(source: SourceCode) {
    this.source = source
    const timed = source.code.blocks.filter(block => block.kind === 'condition' && isTimed(source, block))
    if (timed.length === 0) return
    this.timed = new Int32Array(source.code.tokens.length + 1).fill(-1)
    for (const { head, to } of timed) this.timed[to] = Math.max(this.timed[to] ?? -1, head)
    for (let at = 1; at < this.timed.length; at++)
      this.timed[at] = Math.max(this.timed[at] ?? -1, this.timed[at - 1] ?? -1)
  }

  isReadAgain(at: number, depth: number): boolean {
    const { source } = this
    if (isConditional(source, at) && isTimed(source, { head: source.piece(at).from, from: at })) return true
    const block = source.code.blockAt[at]
    return block !== undefined && (this.isAround(block, depth) || this.returnsEarlyByTime(block, at))
  }

  /** Whether a block or one around it runs again and again. */
  private isAround(block: Block, depth: number): boolean {
    const known = this.around[depth] ?? new Map<Block, boolean>()
    const open: Block[] = []
    let result = false
    for (let each: Block | undefined = block; each; each = each.parent) {
      const before = known.get(each)
      result = before ?? this.runsAgain(each, depth)
      open.push(each)
      if (before !== undefined || result) break
    }
    for (const each of open) known.set(each, result)
    return result
  }

  private runsAgain(block: Block, depth: number): boolean {
    const { source } = this
    if (block.kind === 'loop') return isEndless(source, block)
    if (block.kind === 'condition') return isTimed(source, block)
    if (block.kind !== 'function') return false
    if (REPEATS.test(calleeOf(source, block) ?? '')) return true
    if (annotations(source, block).some(name => REPEATS.test(name))) return true
    if (block.name === undefined) return false
    return RELOADS.test(block.name) || (depth < FARTHEST && this.isCalledAgain(block, depth + 1))
  }

  /** Whether a function is called again and again: by a timer, or by what runs again and again itself. */
  private isCalledAgain(block: Block, depth: number): boolean {
    const { source } = this
    const known = this.again[depth]
    const key = `${block.name} ${source.ofKind(block.parent, 'class')?.name}`
    const before = known?.get(key)
    const again =
      before ??
      usesOfName(source, block)
        .slice(0, PLACES)
        .filter(use => isGivenTo(REPEATS, use, source) || this.isReadAgain(use, depth))
    known?.set(key, again)
    return again.some(use => isOutside(use, block))
  }

  /** `if (now < until) return value` in front of the read, in one of the functions around it. */
  private returnsEarlyByTime(block: Block, at: number): boolean {
    if (!this.timed) return false
    let from = at
    for (let each: Block | undefined = block; each; each = each.parent)
      if (each.kind === 'function' && each.name !== undefined) from = each.from
    return (this.timed[at] ?? -1) >= from
  }
}

/** The places where a function is called or named, except in its own head. */
export function usesOf(source: SourceCode, block: Block): number[] {
  return usesOfName(source, block)
    .filter(at => isOutside(at, block))
    .slice(0, PLACES)
}

/** The places where a function is called or named, in the heads of functions as well. */
function usesOfName(source: SourceCode, block: Block): number[] {
  return source.named(block.name ?? '').filter(at => isOfClass(source, at, block))
}

function isOutside(at: number, { head, from }: Block): boolean {
  return at < head || at >= from
}

/** Whether a name is not that of a function in another class: `Other.name`. */
export function isOfClass(source: SourceCode, at: number, { parent }: Block): boolean {
  const before = source.isLinked(at) ? source.token(at - 2).value : ''
  return !/^[A-Z]/.test(before) || before === 'Self' || before === source.ofKind(parent, 'class')?.name
}

/** Whether a function is given, by its name, to one of some calls: `setInterval(load, 1000)`. */
export function isGivenTo(calls: RegExp, use: number, source: SourceCode): boolean {
  if (source.isMark(use + 1, '(')) return false
  const call = source.callOf(source.code.opener[use] ?? -1)
  return call !== undefined && calls.test(call.name)
}

function isTimed(source: SourceCode, { head, from }: Pick<Block, 'head' | 'from'>): boolean {
  for (let at = head; at < from; at++) if (TIMED.test(source.token(at).value)) return true
  return false
}

/** Whether a statement begins with a condition: `if (a) b = c`. */
export function isConditional(source: SourceCode, at: number): boolean {
  return source.token(source.piece(at).from).value === 'if'
}

/** Whether a loop has no end: its condition says so, and nothing leaves it. */
export function isEndless(source: SourceCode, block: Block): boolean {
  const condition: string[] = []
  for (let at = block.head; at < block.from; at++) condition.push(source.token(at).value)
  const words = condition.filter(word => /\w/.test(word))
  const isBare = words.length <= 1 && (source.code.language.name === 'go' || words[0] === 'for' || words[0] === 'loop')
  return isBare || words.some((word, index) => index > 0 && ENDLESS.test(word))
}

/** Whether something in a loop leaves it, and not because the program ends. */
export function leaves(source: SourceCode, block: Block): boolean {
  for (let at = block.from; at < block.to; at++) {
    if (source.token(at).value !== 'break' && source.token(at).value !== 'return') continue
    let around: Block | undefined = source.code.blockAt[at]
    while (around && around !== block && around.kind !== 'function') around = around.parent
    const before = source.token(at - 2).value
    if (
      around === block &&
      !/[dD]one|[sS]top|[cC]ancel|[sS]hutdown|ctx/.test(
        `${before}${source.token(at - 3).value}${source.token(at - 4).value}`
      )
    )
      return true
  }
  return false
}

/** The name of the call that a function without a name is given to: in its brackets, or in front of its braces. */
export function calleeOf(source: SourceCode, block: Block): string | undefined {
  const brace = block.from - 1
  const opener = source.isMark(brace, '{') ? (source.code.opener[brace] ?? -1) : (source.code.opener[block.from] ?? -1)
  const call = source.callOf(opener)
  if (call) return madeName(source, call)
  const before = source.isMark(brace, '{', 'do') ? brace - 1 : block.head
  const at = source.isMark(before, ')') ? (source.code.match[before] ?? 0) - 1 : before
  return block.name === undefined && source.token(at).kind === 'name' ? source.token(at).value : undefined
}

/** The names of the decorators and annotations of a function. */
export function annotations(source: SourceCode, { head, from }: Block): string[] {
  const names: string[] = []
  for (let at = head; at < from; at++) if (source.isMark(at, '@')) names.push(source.token(at + 1).value)
  for (let at = head; at > 0; ) {
    const { from: before } = source.piece(at - 1)
    if (!source.isMark(before, '@') || before >= at) break
    const words: string[] = []
    for (let each = before + 1; each < at; each++) words.push(source.token(each).value)
    if (!words.some(word => /ttl|time|expire/i.test(word))) names.push(...words)
    at = before
  }
  return names
}

/** The class of what a call makes: `Client` of `Client.new`, `Client::new` and `new Client`. */
export function madeName(source: SourceCode, { name, at }: { name: string; at: number }): string {
  const isMethod = /^(?:new|create|build|from|of|builder)$/.test(name) && source.isLinked(at)
  return isMethod ? source.token(at - 2).value : name
}

/** What a file of JavaScript gives to others. */
const EXPORTS = ['export', 'exports', 'module']

/**
 * Whether a file is a program of its own that does its work and ends, as far as it shows: nobody imports it, and nothing in it goes on. A
 * token lives longer than most of these.
 */
export function endsByItself(source: SourceCode): boolean {
  const isProgram =
    source.code.language.name === 'python'
      ? source.named('__name__').length > 0
      : source.code.language.name === 'javascript' && EXPORTS.every(word => source.named(word).length === 0)
  return (
    isProgram &&
    !source.code.blocks.some(block => block.kind === 'loop' && isEndless(source, block)) &&
    !source.code.tokens.some(
      ({ kind, value }, at) => kind === 'name' && STAYS.test(value) && source.isMark(at + 1, '(')
    )
  )
}
