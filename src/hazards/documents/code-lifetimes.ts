/** How long a variable of source code lives and a function runs, and how often a value is stored: what a kept value is kept for. */

import type { Block } from '../../syntax/code.ts'
import type { Span } from '../../syntax/code-blocks.ts'
import { annotations, calleeOf, isConditional, isEndless, isGivenTo, leaves, usesOf } from './code-runs.ts'
import { BEGINS, FACTORY, HANDLES, MEMOISES, RELOADS, REPEATS, SERVES } from './code-words.ts'
import type { SourceCode } from './source-code.ts'

/** Whether a function stores a value once: where an object or the program begins, or if there is none yet. */
export function isOnce(source: SourceCode, block: Block, target: Span, mark: number): boolean {
  if (source.isMark(mark, '||=', '??=') || source.isMark((source.code.opener[mark] ?? 0) - 1, '??', '||')) return true
  const last = source.isMark(target.to - 1, ']') ? target.to - 2 : target.to - 1
  const name = source.token(last).value
  if (isConditional(source, target.from) && hasName(source, source.piece(mark).from, last, name)) return true
  for (let around: Block | undefined = source.code.blockAt[mark]; around && around !== block; around = around.parent)
    if (around.kind === 'condition' && names(source, around, name)) return true
  if (returnsEarly(source, block, name, mark)) return true
  const callee = calleeOf(source, block)
  if (block.name === undefined) {
    if (callee !== undefined && MEMOISES.test(callee)) return true
    const outer =
      callee !== undefined && (REPEATS.test(callee) || SERVES.test(callee))
        ? undefined
        : source.ofKind(block.parent, 'function')
    return outer !== undefined && isOnce(source, outer, target, mark)
  }
  const owner = source.ofKind(block.parent, 'class')
  if (BEGINS.test(block.name) || block.name === owner?.name) return true
  if (annotations(source, block).some(each => /^(?:PostConstruct|EventListener|BeforeAll)$/.test(each))) return true
  return isCalledAtBegin(source, block)
}

function isCalledAtBegin(source: SourceCode, block: Block): boolean {
  const uses = usesOf(source, block)
  return (
    uses.length > 0 &&
    uses.every(use => {
      const around = source.functionAt(use)
      const owner = around && source.ofKind(around.parent, 'class')
      return !around || (around.name !== undefined && (BEGINS.test(around.name) || around.name === owner?.name))
    })
  )
}

function names(source: SourceCode, { head, from }: Block, name: string): boolean {
  return hasName(source, head, from, name)
}

function hasName(source: SourceCode, from: number, to: number, name: string): boolean {
  for (let at = from; at < to; at++) if (source.token(at).value === name) return true
  return false
}

/** `if (value) return value` in front of the read. */
function returnsEarly(source: SourceCode, block: Block, name: string, mark: number): boolean {
  return source.code.blocks.some(
    each =>
      each.kind === 'condition' &&
      each.head >= block.from &&
      each.to <= mark &&
      names(source, each, name) &&
      returnsIn(source, each)
  )
}

function returnsIn(source: SourceCode, { from, to }: Block): boolean {
  for (let at = from; at < to; at++) if (source.token(at).value === 'return') return true
  return false
}

/** Whether a variable of the file is used in a function, or exported. */
export function isUsedLater(source: SourceCode, place: number, name: string): boolean {
  const around = source.functionAt(place)
  const isExported = /^(?:export|exports|module)$/.test(source.token(source.piece(place).from).value)
  return (
    isExported ||
    (around !== undefined && source.parameter(around, name) === undefined && !RELOADS.test(around.name ?? ''))
  )
}

/** Whether a use is in an endless loop that the read is not in, or in a function that is called for a long time. */
export function runsOn(
  source: SourceCode,
  place: number,
  after: number,
  block: Block
): 'loop' | 'function' | undefined {
  for (let around: Block | undefined = source.code.blockAt[place]; around && around !== block; around = around.parent) {
    if (around.from <= after && after < around.to) return undefined
    if (around.kind === 'loop' && isEndless(source, around) && !leaves(source, around)) return 'loop'
    if (around.kind !== 'function') continue
    const isServed =
      SERVES.test(calleeOf(source, around) ?? '') || usesOf(source, around).some(use => isGivenTo(SERVES, use, source))
    if (isServed || isReturned(source, around, block)) return 'function'
  }
  const call = source.callOf(source.code.opener[place] ?? -1)
  return call && HANDLES.test(call.name) && source.isMark(place + 1, '.') ? 'function' : undefined
}

/** Whether a function inside another one is what that returns. */
function isReturned(source: SourceCode, { head, name }: Block, outer: Block): boolean {
  const first = source.token(head).value
  if (name === undefined) return first === 'return'
  if (!FACTORY.test(outer.name ?? '')) return false
  return source
    .named(name)
    .some(place => source.functionAt(place) === outer && source.token(source.piece(place).from).value === 'return')
}
