/** The places where source code reads the token of its pod. */

import type { Block } from '../../syntax/code.ts'
import type { Span } from '../../syntax/code-blocks.ts'
import { AMBIGUOUS, READS, SHELL_READS } from './code-words.ts'
import type { Call, Part, SourceCode } from './source-code.ts'

/** The folder of the token; `/var/run` is a link to `/run`. */
const FOLDER =
  /(?:^|[\s'"=])(?:file:\/\/)?(?:\/[\w.-]+){0,3}?\/(?:var\/)?run\/secrets\/kubernetes\.io\/serviceaccount\/*(?:%s|%v|\{\w*\})?$/
const TOKEN = /\/(?:var\/)?run\/secrets\/kubernetes\.io\/serviceaccount\/+token(?=$|[\s'"])/
/** The name of the file, behind its folder or in a format for both. */
const NAME = /^(?:%[sv]|\{\w*\})?\/*token$/
/** A format with the name, in front of the folder. */
const FORMAT = /^(?:%[sv]|\{\w*\})\/*token$/
/** Between the folder and the name. */
const BETWEEN = /^(?:\/+|%[sv]\/?(?:%[sv])?|\{\w*\}\/?(?:\{\w*\})?|utf-?8|)$/i
const PRINTS = /(?:^|[\s/])(?:cat|head|type)(?:\s|$)/

/** A read of the token: an expression whose value it is. */
export interface TokenRead {
  readonly whole: Span
  /** The index of the token that a person looks for. */
  readonly at: number
}

/** What a function reads, if it is given the path or a part of it. */
interface OpenRead {
  readonly of: Block
  readonly parts: readonly Part[]
}

/** The reads of a file: its own, and the calls of its functions that read what they are given. */
export function tokenReads(source: SourceCode): TokenRead[] {
  if (!namesToken(source)) return []
  const reads: TokenRead[] = []
  const open: OpenRead[] = []
  for (const [name, places] of source.names()) {
    if (!READS.test(name)) continue
    for (const at of places) {
      const call = source.callAt(at)
      const parts = call && readBy(call, source)
      if (!call || !parts) continue
      const of = parts.flatMap(part => (typeof part === 'string' ? [] : [part.of]))[0]
      if (isToken(parts)) reads.push({ whole: call.whole, at: call.whole.from })
      else if (of) open.push({ of, parts })
    }
  }
  const all = [...reads, ...open.flatMap(each => [...callsWithToken(each, source)])]
  return [...new Map(all.map(read => [read.at, read])).values()].sort((a, b) => a.at - b.at)
}

/**
 * Whether the literals of a file can be the path of the token, in one or in pieces. Most files that name the folder of the token read
 * the namespace beside it, and to follow each of their names takes longer than everything else.
 */
function namesToken({ code: { tokens } }: SourceCode): boolean {
  let hasFolder = false
  let hasName = false
  for (const { kind, value } of tokens) {
    if (kind !== 'text') continue
    if (TOKEN.test(value)) return true
    hasFolder ||= FOLDER.test(value)
    hasName ||= NAME.test(value) || FORMAT.test(value)
    if (hasFolder && hasName) return true
  }
  return false
}

/** The parts of the path that a call reads; undefined if it reads no file. */
function readBy({ name, at, whole, given }: Call, source: SourceCode): Part[] | undefined {
  const receivers = AMBIGUOUS.get(name.toLowerCase())
  if (source.token(at - 1).value === 'def' || source.token(at - 1).value === 'func') return undefined
  const receiver = source.isLinked(at) ? source.token(at - 2).value : ''
  const parts = [...source.partsOf({ from: whole.from, to: at }), ...source.partsOf(given)]
  if (receivers && !receivers.test(receiver) && !parts.some(part => typeof part === 'string' && TOKEN.test(part))) {
    if (!isToken(source.partsOf({ from: whole.from, to: at }))) return undefined
  }
  if (SHELL_READS.test(name) && !parts.some(part => typeof part === 'string' && PRINTS.test(part))) return undefined
  return parts
}

/** Whether the parts of an expression are the path of the token. */
function isToken(parts: readonly Part[]): boolean {
  let isInFolder = false
  let isFormat = false
  for (const part of parts) {
    if (typeof part !== 'string') {
      isInFolder = false
      continue
    }
    if (TOKEN.test(part) || (isInFolder && NAME.test(part))) return true
    isInFolder = FOLDER.test(part) || (isInFolder && BETWEEN.test(part))
    if (isInFolder && isFormat) return true
    isFormat ||= FORMAT.test(part)
  }
  return false
}

/** The calls of a function that give it the token to read. */
function* callsWithToken({ of, parts }: OpenRead, source: SourceCode): Generator<TokenRead> {
  for (const at of source.named(of.name ?? '')) {
    const call = source.callAt(at)
    if (!call || (at >= of.head && at < of.from)) continue
    const values = source.values(call.given)
    const filled = parts.flatMap((part): Part[] => {
      if (typeof part === 'string' || part.of !== of) return [part]
      const value = values[part.parameter]
      return value ? source.partsOf(source.keyed(value).value) : []
    })
    if (isToken(filled)) yield { whole: call.whole, at: call.whole.from }
  }
}
