/** How often a part of source code runs, and for how long: once, again and again, for as long as the program. */

import type { Block } from '../../syntax/code.ts'
import { ENDLESS, RELOADS, REPEATS, STAYS, TIMED } from './code-words.ts'
import type { SourceCode } from './source-code.ts'

/** Of one name. */
export const PLACES = 200

/** Whether what is at an index runs again and again: in a loop, by a timer, at a change of the file, after a refusal. */
export function isReadAgain(source: SourceCode, at: number, depth = 0): boolean {
  if (isConditional(source, at) && isTimed(source, { head: source.piece(at).from, from: at })) return true
  for (let block: Block | undefined = source.code.blockAt[at]; block; block = block.parent) {
    if (block.kind === 'loop' && isEndless(source, block)) return true
    if (block.kind === 'condition' && isTimed(source, block)) return true
    if (block.kind !== 'function') continue
    if (REPEATS.test(calleeOf(source, block) ?? '') || annotations(source, block).some(name => REPEATS.test(name)))
      return true
    if (block.name === undefined) continue
    if (RELOADS.test(block.name) || returnsEarlyByTime(source, block, at)) return true
    if (
      depth < 3 &&
      usesOf(source, block).some(use => isGivenTo(REPEATS, use, source) || isReadAgain(source, use, depth + 1))
    )
      return true
  }
  return false
}

/** The places where a function is called or named, except in its own head. */
export function usesOf(source: SourceCode, block: Block): number[] {
  const { name = '', head, from } = block
  return source
    .named(name)
    .filter(at => (at < head || at >= from) && isOfClass(source, at, block))
    .slice(0, PLACES)
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

/** `if (now < until) return value` in front of the read. */
function returnsEarlyByTime(source: SourceCode, { from }: Block, at: number): boolean {
  return source.code.blocks.some(
    block => block.kind === 'condition' && block.head >= from && block.to <= at && isTimed(source, block)
  )
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
