/**
 * JSON with the offset of every key and value, read as far as it goes.
 * Specification: RFC 8259. Also accepts what the package managers' own dialects add (JSONC), comments and trailing
 * commas, and control characters in strings other than the line end, which always means a forgotten quote.
 */

import { SyntaxFault } from './fault.ts'
import { MAXIMUM_DEPTH, type Member, type Parsed, type TreeNode } from './tree.ts'

const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t']
])
const HEXADECIMAL = /^[0-9a-fA-F]{4}$/
const QUOTE = 34
const BACKSLASH = 92
const LINE_FEED = 10

/** Parses a JSON text. Never throws on bad input: the fault stands in the result beside what was read before it. */
export function parseJson(text: string): Parsed {
  let position = 0
  let fault: SyntaxFault | undefined
  // Where the next backslash and line end stand: most strings have neither, and are then one slice of the text.
  let nextBackslash = text.indexOf('\\')
  let nextLineFeed = text.indexOf('\n')

  const root = value(0) ?? { kind: 'scalar', text: '', at: 0 }
  if (!fault) {
    skipBlank()
    if (position < text.length) stop('expected the end of the file after the JSON value')
  }
  return fault ? { root, fault } : { root }

  function stop(message: string, at = position): void {
    fault ??= new SyntaxFault(message, at)
  }

  function skipBlank(): void {
    for (;;) {
      const code = text.charCodeAt(position)
      if (code === 32 || code === 10 || code === 13 || code === 9) position++
      else if (code === 47 && text.charCodeAt(position + 1) === 47) {
        const end = text.indexOf('\n', position)
        position = end < 0 ? text.length : end
      } else if (code === 47 && text.charCodeAt(position + 1) === 42) {
        const end = text.indexOf('*/', position + 2)
        if (end < 0) {
          stop('the comment has no end')
          return
        }
        position = end + 2
      } else return
    }
  }

  /** Undefined where a fault leaves nothing of the value; what a list or object held before one is kept. */
  function value(depth: number): TreeNode | undefined {
    skipBlank()
    const at = position
    const first = text[position]
    if (first === '"') {
      const content = quoted()
      return fault ? undefined : { kind: 'text', value: content, at: at + 1 }
    }
    if (first === '{' || first === '[') {
      if (depth >= MAXIMUM_DEPTH) {
        stop(`nested deeper than ${MAXIMUM_DEPTH} levels`)
        return undefined
      }
      position++
      return first === '{' ? object(at, depth + 1) : array(at, depth + 1)
    }
    SCALAR.lastIndex = position
    const scalar = SCALAR.exec(text)?.[0] ?? ''
    if (scalar === '') {
      stop(position < text.length ? 'expected a JSON value' : 'the file ends in the middle of a JSON value')
      return undefined
    }
    position += scalar.length
    return { kind: 'scalar', text: scalar, at }
  }

  function object(at: number, depth: number): TreeNode {
    const members: Member[] = []
    while (!fault) {
      skipBlank()
      if (text[position] === '}') {
        position++
        break
      }
      if (text[position] !== '"') {
        stop(position < text.length ? 'expected a key in double quotes or "}"' : 'the file ends inside an object')
        break
      }
      const keyAt = position + 1
      const key = quoted()
      if (fault) break
      skipBlank()
      if (text[position] !== ':') {
        stop('expected ":" after the key')
        break
      }
      position++
      const node = value(depth)
      if (node) members.push({ key, keyAt, value: node })
      if (fault || !separator('}')) break
    }
    return { kind: 'map', members, at }
  }

  function array(at: number, depth: number): TreeNode {
    const items: TreeNode[] = []
    while (!fault) {
      skipBlank()
      if (text[position] === ']') {
        position++
        break
      }
      const node = value(depth)
      if (node) items.push(node)
      if (fault || !separator(']')) break
    }
    return { kind: 'list', items, at }
  }

  /** Reads the comma after an element; false when there is none and the closing bracket must follow. */
  function separator(close: string): boolean {
    skipBlank()
    if (text[position] === ',') {
      position++
      return true
    }
    if (text[position] === close) return true
    stop(position < text.length ? `expected "," or "${close}"` : `the file ends before "${close}"`)
    return false
  }

  function quoted(): string {
    const start = position + 1
    const end = text.indexOf('"', start)
    if (nextBackslash >= 0 && nextBackslash < start) nextBackslash = text.indexOf('\\', start)
    if (nextLineFeed >= 0 && nextLineFeed < start) nextLineFeed = text.indexOf('\n', start)
    if (end < 0 || (nextBackslash >= 0 && nextBackslash < end) || (nextLineFeed >= 0 && nextLineFeed < end)) {
      return quotedWithEscapes(start)
    }
    position = end + 1
    return text.slice(start, end)
  }

  function quotedWithEscapes(start: number): string {
    const parts: string[] = []
    let from = start
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === LINE_FEED) break
      if (code === QUOTE) {
        position = at + 1
        parts.push(text.slice(from, at))
        return parts.join('')
      }
      if (code !== BACKSLASH) continue
      parts.push(text.slice(from, at))
      const letter = text.charAt(at + 1)
      if (letter === 'u') {
        const digits = text.slice(at + 2, at + 6)
        if (HEXADECIMAL.test(digits)) parts.push(String.fromCharCode(Number.parseInt(digits, 16)))
        else stop('expected four hexadecimal digits after "\\u"', at)
        at += 5
      } else {
        const character = ESCAPES.get(letter)
        if (character !== undefined) parts.push(character)
        else if (letter !== '') stop('no such escape in a JSON string', at)
        at += 1
      }
      if (fault) break
      from = at + 1
    }
    stop('the string has no closing quote', start - 1)
    position = text.length
    return parts.join('')
  }
}
