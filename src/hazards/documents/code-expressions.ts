/** The shapes around an expression of source code: its function, its targets, what it is compared with. */

import type { Block } from '../../syntax/code.ts'
import type { Span } from '../../syntax/code-blocks.ts'
import { HANDLES, SHORT_LIVED } from './code-words.ts'
import type { SourceCode } from './source-code.ts'

/** Between an object and its part. */
export const LINKS = ['.', '?.', '::', '&.']
const COMPARES = ['==', '===', '!=', '!==', '<', '>', '&&', '||', '<-']

/** The function without braces whose body an expression is in, if no brackets are between them. */
export function bodyOf(source: SourceCode, at: number): Block | undefined {
  const block = source.code.blockAt[at]
  const isBare =
    block?.kind === 'function' &&
    !source.code.braced.has(block.from - 1) &&
    block.from - 1 > (source.code.opener[at] ?? -1)
  const isNamed = source.code.language.blocks !== 'braces' && block?.name !== undefined
  return isBare && !isNamed && source.code.start[block.from] === source.code.start[at] ? block : undefined
}

/** The word with which the expression of a block begins: `try`, `if`, `match`. */
export function wordOf(source: SourceCode, { head, from }: Block): number {
  for (const at of source.level({ from: head, to: from }))
    if (/^(?:try|if|match|when|case|begin|else|unsafe|async)$/.test(source.token(at).value)) return at
  return from - 1
}

/** Whether a value is only compared, whose statement or brackets begin at an index. */
export function isCompared(source: SourceCode, { from, to }: Span, begin: number): boolean {
  return source.isMark(to, ...COMPARES) || (from > begin && source.isMark(from - 1, '==', '===', '!=', '!==', '<-'))
}

/** The first of several targets of an assignment, without the words in front of it. */
export function firstTarget(source: SourceCode, { from, to }: Span): Span {
  let begin = from
  for (const at of source.level({ from, to }))
    if (/^(?:if|while|for|else|until|unless|switch)$/.test(source.token(at).value)) begin = at + 1
  for (const at of source.level({ from: begin, to }))
    if (source.isMark(at, ',') && at > begin) return { from: begin, to: at }
  return { from: begin, to }
}

/** The last key of a target: `b` of `a.b`, `a["b"]` and `a.b["c"]` if it is an API key. */
export function lastName(source: SourceCode, { from, to }: Span): string {
  for (let at = from; at < to; at++) if (source.token(at).value === 'api_key') return 'api_key'
  const index = source.isMark(to - 1, ']') ? to - 2 : to - 1
  return source.token(index).value
}

/** Whether an object is called or given to a call: a part of it need not have the token. */
export function isCalled(source: SourceCode, place: number): boolean {
  const isPart = source.isMark(place + 1, ...LINKS)
  const call = source.callOf(source.code.opener[place] ?? -1)
  return !isPart || source.callAt(place + 2) !== undefined || (call !== undefined && HANDLES.test(call.name))
}

/** Whether a name with a capital letter makes an object when it is called. */
export function isConstructor(source: SourceCode, name: string): boolean {
  return /^[A-Z]/.test(name) && /^(?:python|kotlin|ruby|rust)$/.test(source.code.language.name)
}

/** Whether a name is one that no other place of the file declares, in a language where that is a mistake of this reader. */
export function isOfRequest(source: SourceCode, at: number): boolean {
  return SHORT_LIVED.test(source.token(at).value) || source.token(at).value === ''
}
