/**
 * Starlark, the language of Bazel's files, as words, texts in quotes and signs, and as calls.
 * Specification: https://github.com/bazelbuild/starlark/blob/master/spec.md. Deliberately ignored: the values of expressions.
 */

import { MAXIMUM_DEPTH } from './tree.ts'

/** Of a text in quotes, `text` is its content, and `at` the offset of the first character of the content. */
export interface Token {
  readonly kind: 'word' | 'text' | 'sign'
  readonly text: string
  readonly at: number
}

// Linear: the branches differ in their first characters, and a text in quotes ends with its line at the latest.
const TOKEN =
  /#[^\n]*|"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"?|'[^'\\\r\n]*(?:\\.[^'\\\r\n]*)*'?|[\w.]+|[()[\]{},=%+]/g
const WORD = /[\w.]/
const TRIPLE = /^(?:"""|''')/

/** The tokens of a file, without comments. */
export function* tokens(text: string): Generator<Token> {
  for (const { 0: raw, index } of text.matchAll(TOKEN)) if (!raw.startsWith('#')) yield token(raw, index)
}

function token(raw: string, at: number): Token {
  const first = raw.charAt(0)
  if (first !== '"' && first !== "'") return { kind: WORD.test(first) ? 'word' : 'sign', text: raw, at }
  const quotes = TRIPLE.test(raw) ? 3 : 1
  const isClosed = raw.endsWith(first) && raw.length > quotes
  return { kind: 'text', text: raw.slice(quotes, isClosed ? -quotes : undefined), at: at + quotes }
}

/** A value of a call: a text in quotes, in place or in a variable of the file, or the first word of an expression. */
export interface StarlarkValue extends Token {
  /** The offset of the variable that has the text. */
  readonly usedAt?: number
}

/** A call with the arguments that have a key. */
export interface StarlarkCall {
  /** The whole name, such as `oci.pull`. */
  readonly name: string
  readonly at: number
  /** The text in front of it: the key of a dictionary whose value the call is. */
  readonly key?: Token
  readonly arguments: ReadonlyMap<string, StarlarkValue>
}

/** A pair of brackets that has not closed yet. */
interface OpenCall {
  readonly name?: Token
  readonly key?: Token
  readonly arguments: Map<string, StarlarkValue>
}

/** The calls of a file, each when it closes. Those that nest too deep are left out. */
export function* starlarkCalls(text: string): Generator<StarlarkCall> {
  const all = [...tokens(text)]
  const variables = starlarkVariables(all)
  const open: OpenCall[] = []
  for (const [index, { kind, text: sign }] of all.entries()) {
    const [before, next] = [all[index - 1], all[index + 1]]
    if (kind === 'sign' && '([{'.includes(sign)) {
      if (open.length >= MAXIMUM_DEPTH) return
      const name = sign === '(' && before?.kind === 'word' ? before : undefined
      const key = name && all[index - 2]?.kind === 'text' ? all[index - 2] : undefined
      open.push({ arguments: new Map(), ...(name ? { name } : {}), ...(key ? { key } : {}) })
    } else if (kind === 'sign' && ')]}'.includes(sign)) {
      const { name, key, arguments: found } = open.pop() ?? {}
      if (name && found) yield { name: name.text, at: name.at, arguments: found, ...(key ? { key } : {}) }
    } else if (kind === 'sign' && sign === '=' && before?.kind === 'word' && next && next.kind !== 'sign') {
      const carrier = next.kind === 'word' ? variables.get(next.text) : undefined
      open.at(-1)?.arguments.set(before.text, carrier ? { ...carrier, usedAt: next.at } : next)
    }
  }
}

/** The texts of the variables that are assigned one: `NAME = "text"`. */
export function starlarkVariables(all: readonly Token[]): ReadonlyMap<string, Token> {
  const values = new Map<string, Token>()
  for (const [index, token] of all.entries()) {
    const [sign, value] = [all[index + 1], all[index + 2]]
    if (token.kind === 'word' && sign?.kind === 'sign' && sign.text === '=' && value?.kind === 'text')
      values.set(token.text, value)
  }
  return values
}
