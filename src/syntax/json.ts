/**
 * JSON with the offset of every key and value, read up to the first fault.
 * Specification: RFC 8259. Also accepted: comments and trailing commas, which the dialects of the package managers add
 * (JSONC), and control characters in strings, except the line end, which always means a forgotten quote.
 */

import { defined } from '../collections.ts'
import { Cursor } from './cursor.ts'
import type { SyntaxFault } from './fault.ts'
import { type PlacedMaps, placedMaps } from './placed-maps.ts'
import { MAXIMUM_DEPTH, type Member, members, type Parsed, type TreeNode } from './tree.ts'

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
const TAB = 9
const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const QUOTE = 34
const ASTERISK = 42
const SLASH = 47
const BACKSLASH = 92

/** Parses a JSON text. Never throws on bad input: the result holds the fault and everything read before it. */
export function parseJson(text: string): Parsed {
  return new JsonParser(text, placedMaps(text, membersIn)).parse()
}

function membersIn(part: string): readonly Member[] {
  return members(new JsonParser(part).parse().root)
}

class JsonParser {
  private readonly cursor: Cursor
  /** The first fault; nothing is read after it. */
  private fault: SyntaxFault | undefined
  // Offsets of the next backslash and line end; negative if there is none. Most strings have neither, and are then one
  // slice of the text.
  private nextBackslash: number
  private nextLineFeed: number

  private readonly placed: PlacedMaps | undefined

  constructor(text: string, placed?: PlacedMaps) {
    this.placed = placed
    this.cursor = new Cursor(text)
    this.nextBackslash = text.indexOf('\\')
    this.nextLineFeed = text.indexOf('\n')
  }

  parse(): Parsed {
    const root = this.value(0) ?? { kind: 'scalar', text: '', at: 0 }
    if (!this.fault) {
      this.skipBlank()
      if (!this.cursor.isAtEnd()) this.stop('expected the end of the file after the JSON value')
    }
    return defined({ root, fault: this.fault })
  }

  private stop(message: string, at = this.cursor.at): undefined {
    this.fault ??= this.cursor.fault(message, at)
  }

  /** Skips blanks and comments. */
  private skipBlank(): void {
    const { cursor } = this
    const { text } = cursor
    let { at } = cursor
    for (;;) {
      const code = text.charCodeAt(at)
      if (code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB) at++
      else {
        cursor.at = at
        if (code !== SLASH || !this.skipComment()) return
        at = cursor.at
      }
    }
  }

  /** False if no comment begins, or if it has no end. */
  private skipComment(): boolean {
    const { cursor } = this
    const second = cursor.text.charCodeAt(cursor.at + 1)
    if (second === SLASH) {
      cursor.skipLine()
      return true
    }
    if (second !== ASTERISK) return false
    const end = cursor.text.indexOf('*/', cursor.at + 2)
    if (end < 0) this.stop('unterminated comment')
    else cursor.at = end + 2
    return end >= 0
  }

  /** Undefined if the fault leaves nothing of the value; a list or object keeps what it held before the fault. */
  private value(depth: number): TreeNode | undefined {
    this.skipBlank()
    const { cursor } = this
    const { text, at } = cursor
    const first = text[at]
    if (first === '"') {
      const value = this.quoted()
      return this.fault ? undefined : { kind: 'text', value, at: at + 1 }
    }
    if (first !== '{' && first !== '[') return this.scalar()
    if (depth >= MAXIMUM_DEPTH) return this.stop(`nested deeper than ${MAXIMUM_DEPTH} levels`)
    cursor.at = at + 1
    return first === '{' ? this.object(at, depth + 1) : this.array(at, depth + 1)
  }

  private scalar(): TreeNode | undefined {
    const { cursor } = this
    const { at } = cursor
    const text = cursor.match(SCALAR)
    if (text) return { kind: 'scalar', text, at }
    return this.stop(cursor.isAtEnd() ? 'the file ends in the middle of a JSON value' : 'expected a JSON value')
  }

  private object(at: number, depth: number): TreeNode {
    const members: Member[] = []
    while (!this.closes('}')) {
      const keyAt = this.cursor.at + 1
      const key = this.key()
      if (this.fault) break
      const value = this.value(depth)
      if (value) members.push({ key, keyAt, value })
      if (this.fault || !this.separator('}')) break
    }
    const placed = this.fault ? undefined : this.placed?.mapAt(at, this.cursor.at)
    return placed ?? { kind: 'map', members, at }
  }

  private array(at: number, depth: number): TreeNode {
    const items: TreeNode[] = []
    while (!this.closes(']')) {
      const item = this.value(depth)
      if (item) items.push(item)
      if (this.fault || !this.separator(']')) break
    }
    return { kind: 'list', items, at }
  }

  /** Whether the closing bracket is next, or a fault; moves past the bracket. */
  private closes(bracket: string): boolean {
    this.skipBlank()
    const { cursor } = this
    if (cursor.text[cursor.at] !== bracket) return false
    cursor.at++
    return true
  }

  /** Reads a key and its colon; a fault if one is missing. */
  private key(): string {
    const { cursor } = this
    if (cursor.text[cursor.at] !== '"') {
      this.stop(cursor.isAtEnd() ? 'the file ends inside an object' : 'expected a key in double quotes or "}"')
      return ''
    }
    const key = this.quoted()
    if (this.fault) return key
    this.skipBlank()
    if (cursor.text[cursor.at] === ':') cursor.at++
    else this.stop('expected ":" after the key')
    return key
  }

  /** Reads the comma after an element. False, with a fault, if neither it nor the closing bracket follows. */
  private separator(bracket: string): boolean {
    this.skipBlank()
    const { cursor } = this
    const next = cursor.text[cursor.at]
    if (next === ',') {
      cursor.at++
      return true
    }
    if (next === bracket) return true
    this.stop(cursor.isAtEnd() ? `the file ends before "${bracket}"` : `expected "," or "${bracket}"`)
    return false
  }

  private quoted(): string {
    const { cursor } = this
    const { text } = cursor
    const start = cursor.at + 1
    const end = text.indexOf('"', start)
    if (this.nextBackslash >= 0 && this.nextBackslash < start) this.nextBackslash = text.indexOf('\\', start)
    if (this.nextLineFeed >= 0 && this.nextLineFeed < start) this.nextLineFeed = text.indexOf('\n', start)
    const isPlain =
      end >= 0 &&
      (this.nextBackslash < 0 || this.nextBackslash > end) &&
      (this.nextLineFeed < 0 || this.nextLineFeed > end)
    if (!isPlain) return this.quotedWithEscapes(start)
    cursor.at = end + 1
    return text.slice(start, end)
  }

  private quotedWithEscapes(start: number): string {
    const { text } = this.cursor
    const parts: string[] = []
    let from = start
    for (let at = start; at < text.length && !this.fault; at++) {
      const code = text.charCodeAt(at)
      if (code === LINE_FEED) break
      if (code === QUOTE) {
        this.cursor.at = at + 1
        parts.push(text.slice(from, at))
        return parts.join('')
      }
      if (code !== BACKSLASH) continue
      parts.push(text.slice(from, at), this.escaped(at))
      at += text[at + 1] === 'u' ? 5 : 1
      from = at + 1
    }
    this.stop('unterminated string', start - 1)
    this.cursor.at = text.length
    return parts.join('')
  }

  /** The character that the escape at this offset means; `''` with a fault. */
  private escaped(at: number): string {
    const { text } = this.cursor
    const letter = text.charAt(at + 1)
    if (letter === 'u') {
      const digits = text.slice(at + 2, at + 6)
      if (HEXADECIMAL.test(digits)) return String.fromCharCode(Number.parseInt(digits, 16))
      this.stop('expected four hexadecimal digits after "\\u"', at)
      return ''
    }
    const character = ESCAPES.get(letter)
    // A text that ends after the backslash has no closing quote, which is the better message.
    if (character === undefined && letter !== '') this.stop('unknown escape sequence', at)
    return character ?? ''
  }
}
