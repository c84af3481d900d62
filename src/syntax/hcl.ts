/**
 * HCL, the language of Terraform and OpenTofu, as blocks and expressions with their offsets, read up to the first fault.
 * Specification: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md. Deliberately ignored: what an expression computes. Everything
 * but a literal, a list, an object and a call is kept as text.
 */

import { type Assembled, joined, standing } from './assembled.ts'
import { Cursor } from './cursor.ts'
import { SyntaxFault } from './fault.ts'
import { MASK } from './template.ts'

/** A string or here-document. */
export interface HclText {
  readonly kind: 'text'
  /** With a mask for what is inserted, and without escapes. */
  readonly value: Assembled
  /** The offset of its first character, inside the quotes. */
  readonly at: number
  /** Whether something is inserted. */
  readonly isTemplate: boolean
}

/** An element of an object. */
export interface HclMember {
  readonly key: string
  readonly at: number
  readonly value: HclExpression
}

/** An expression. */
export type HclExpression =
  | HclText
  | { readonly kind: 'list'; readonly items: readonly HclExpression[]; readonly at: number }
  | { readonly kind: 'object'; readonly members: readonly HclMember[]; readonly at: number }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly HclExpression[]; readonly at: number }
  | { readonly kind: 'other'; readonly text: string; readonly parts: readonly HclExpression[]; readonly at: number }

/** `name = value`. */
export interface HclAttribute {
  readonly name: string
  readonly at: number
  readonly value: HclExpression
  /** The text of the value. */
  readonly written: string
}

/** `type "label" { … }`. */
export interface HclBlock {
  readonly type: string
  readonly labels: readonly string[]
  readonly at: number
  readonly body: HclBody
}

/** What a file or a block holds, in the order of the text. */
export interface HclBody {
  readonly attributes: readonly HclAttribute[]
  readonly blocks: readonly HclBlock[]
}

/** A file; with a fault it holds everything before it. */
export interface HclFile {
  readonly body: HclBody
  readonly fault?: SyntaxFault
}

const BLANK = /(?:[ \t\r]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y
const BLANK_LINES = /(?:[ \t\r\n]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y
const IDENTIFIER = /[A-Za-z_][\w-]*/y
const TRAVERSAL = /[\w$][\w-]*(?:\.[\w*][\w-]*|\[(?:\d+|\*|"[^"\\\n$%]*")\])*/y
const CALL = /(?<name>[A-Za-z_][\w-]*(?:::[\w-]+)*)\(/y
const FOR = /[[{][ \t\r\n]*for\b/y
const HEREDOC = /<<(?<strips>-?)(?<delimiter>[A-Za-z_][\w-]*)[ \t]*\r?\n/y
const PLAIN = /[^"'\\$%\n{}]+/y
/** The escapes of a quoted string and what they mean. */
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }
const MEMBER = /(?:[A-Za-z_][\w-]*|"[^"\n]{0,200}"|'[^'\n]{0,200}'|\([^()\n]{0,200}\))[ \t]*(?:=(?!=)|:)/y
/** What a here-document inserts. Written twice, the character stands for itself. */
const INSERTED = /(?<!\$)\$\{[^{}\n]*\}|(?<!%)%\{[^{}\n]*\}/g
/** Blocks in blocks, and brackets in brackets. */
const DEEPEST = 100
const ANY = /[^\r\n]/g

/** Reads a file. Never throws on bad input. */
export function parseHcl(text: string): HclFile {
  const reader = new HclReader(text, 0)
  const attributes: HclAttribute[] = []
  const blocks: HclBlock[] = []
  try {
    reader.body({ attributes, blocks }, 0)
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    return { body: { attributes, blocks }, fault: error }
  }
  return { body: { attributes, blocks } }
}

/**
 * Reads the object that begins at an offset: of Bicep too, whose objects are alike
 * (https://learn.microsoft.com/azure/azure-resource-manager/bicep/data-types#objects). Undefined if it has a fault.
 */
export function parseHclObject(text: string, at: number): HclExpression | undefined {
  try {
    return new HclReader(text, at).expression(0)
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    return undefined
  }
}

interface OpenBody {
  readonly attributes: HclAttribute[]
  readonly blocks: HclBlock[]
}

class HclReader {
  private readonly cursor: Cursor

  constructor(text: string, at: number) {
    this.cursor = new Cursor(text, at)
  }

  /** Reads attributes and blocks up to the closing brace, or to the end of the file at the outermost level. */
  body(into: OpenBody, depth: number): void {
    const { cursor } = this
    if (depth > DEEPEST) throw cursor.fault('nested too deeply')
    for (;;) {
      this.skip(BLANK_LINES)
      if (cursor.isAtEnd()) {
        if (depth > 0) throw cursor.fault('missing closing brace')
        return
      }
      if (cursor.peek() === '}') {
        cursor.at++
        if (depth > 0) return
        continue
      }
      this.element(into, depth)
    }
  }

  /** Skips blanks and comments. A comment without an end is not tried again at each of its characters. */
  private skip(blanks: RegExp): void {
    const { cursor } = this
    cursor.skip(blanks)
    if (cursor.startsWith('/*')) throw cursor.fault('unterminated comment')
  }

  private element(into: OpenBody, depth: number): void {
    const { cursor } = this
    const at = cursor.at
    const name = this.name()
    if (name === undefined) {
      cursor.at++
      return
    }
    const labels: string[] = []
    for (;;) {
      this.skip(BLANK)
      const character = cursor.peek()
      if (character === '=' && cursor.peek(1) !== '=') {
        cursor.at++
        into.attributes.push(this.attribute(name, at, depth))
        return
      }
      if (character === '{') {
        cursor.at++
        const body = { attributes: [], blocks: [] }
        into.blocks.push({ type: name, labels, at, body })
        this.body(body, depth + 1)
        return
      }
      const label = this.name()
      if (label === undefined) {
        cursor.skipLine()
        return
      }
      labels.push(label)
    }
  }

  private attribute(name: string, at: number, depth: number): HclAttribute {
    const { cursor } = this
    this.skip(BLANK)
    const from = cursor.at
    const value = this.expression(depth)
    return { name, at, value, written: cursor.text.slice(from, cursor.at) }
  }

  /** An identifier, or a string without anything inserted. */
  private name(): string | undefined {
    const { cursor } = this
    const quote = cursor.peek()
    if (quote === '"' || quote === "'") return this.quoted(quote).value.text
    return cursor.match(IDENTIFIER)
  }

  /** Reads an expression up to what ends it: a line end outside of brackets, a comma, a closing bracket. */
  expression(depth: number, isNested = false): HclExpression {
    const { cursor } = this
    if (depth > DEEPEST) throw cursor.fault('nested too deeply')
    const blank = isNested ? BLANK_LINES : BLANK
    this.skip(blank)
    const from = cursor.at
    let end = from
    const parts: HclExpression[] = []
    let isAlone = true
    while (!cursor.isAtEnd() && !this.endsExpression(isNested)) {
      const part = this.operand(depth)
      if (part) parts.push(part)
      else {
        isAlone = false
        cursor.at++
      }
      end = cursor.at
      this.skip(blank)
      if (isNested && this.beginsMember()) break
    }
    const [only] = parts
    if (isAlone && parts.length === 1 && only) return only
    return { kind: 'other', text: cursor.text.slice(from, end), parts, at: from }
  }

  private endsExpression(isNested: boolean): boolean {
    const character = this.cursor.peek()
    return (
      character === ',' ||
      character === ']' ||
      character === '}' ||
      character === ')' ||
      (character === '\n' && !isNested)
    )
  }

  /** Whether the next element of an object begins on a new line: commas between elements are optional. */
  private beginsMember(): boolean {
    const { cursor } = this
    MEMBER.lastIndex = cursor.at
    return cursor.text.lastIndexOf('\n', cursor.at - 1) >= this.lineOf(cursor.at) && MEMBER.test(cursor.text)
  }

  /** The offset of the last line end that is separated from an offset by blanks alone; beyond the text if there is none. */
  private lineOf(at: number): number {
    let before = at - 1
    while (before >= 0 && (this.cursor.text[before] === ' ' || this.cursor.text[before] === '\t')) before--
    return this.cursor.text[before] === '\n' ? before : Number.POSITIVE_INFINITY
  }

  /** A literal, a list, an object, a call or a reference; undefined at anything else. */
  private operand(depth: number): HclExpression | undefined {
    const { cursor } = this
    const { at } = cursor
    const character = cursor.peek()
    if (character === '"' || character === "'") return this.quoted(character)
    if (character === '<') return this.heredoc()
    if (character === '[' || character === '{') {
      if (cursor.skip(FOR)) return this.comprehension(at, depth)
      return character === '[' ? this.list(depth) : this.object(depth)
    }
    if (character === '(') {
      cursor.at++
      const inner = this.expression(depth + 1, true)
      this.close(')')
      return { kind: 'other', text: cursor.text.slice(at, cursor.at), parts: [inner], at }
    }
    const name = cursor.groups(CALL)?.['name']
    if (name !== undefined) return { kind: 'call', name, arguments: this.elements(')', depth), at }
    const text = cursor.match(TRAVERSAL)
    return text === undefined ? undefined : { kind: 'other', text, parts: [], at }
  }

  private list(depth: number): HclExpression {
    const { at } = this.cursor
    this.cursor.at++
    return { kind: 'list', items: this.elements(']', depth), at }
  }

  private elements(closer: string, depth: number): HclExpression[] {
    const { cursor } = this
    const found: HclExpression[] = []
    for (;;) {
      this.skip(BLANK_LINES)
      if (cursor.isAtEnd()) throw cursor.fault('missing closing bracket')
      if (cursor.peek() === closer) break
      const before = cursor.at
      if (cursor.peek() === ',') cursor.at++
      else found.push(this.expression(depth + 1, true))
      if (cursor.at === before) cursor.at++
    }
    cursor.at++
    return found
  }

  private object(depth: number): HclExpression {
    const { cursor } = this
    const { at } = cursor
    const members: HclMember[] = []
    cursor.at++
    for (;;) {
      this.skip(BLANK_LINES)
      if (cursor.isAtEnd()) throw cursor.fault('missing closing brace')
      if (cursor.peek() === '}') break
      const member = this.member(depth)
      if (member) members.push(member)
    }
    cursor.at++
    return { kind: 'object', members, at }
  }

  private member(depth: number): HclMember | undefined {
    const { cursor } = this
    const { at } = cursor
    const isQuoted = cursor.peek() === '"' || cursor.peek() === "'"
    const key = this.name() ?? this.computedKey(depth)
    if (key === undefined) {
      cursor.at++
      return undefined
    }
    this.skip(BLANK)
    if (cursor.peek() !== '=' && cursor.peek() !== ':') return undefined
    cursor.at++
    const value = this.expression(depth + 1, true)
    return { key, at: isQuoted ? at + 1 : at, value }
  }

  /** `(var.name) = …`: a key that is not known. */
  private computedKey(depth: number): string | undefined {
    if (this.cursor.peek() !== '(') return undefined
    const key = this.operand(depth)
    return key?.kind === 'other' ? key.text : undefined
  }

  /** `[for … ]` or `{for … }`, as text. */
  private comprehension(at: number, depth: number): HclExpression {
    const { cursor } = this
    const closer = cursor.text[at] === '[' ? ']' : '}'
    const parts = this.elements(closer, depth)
    return { kind: 'other', text: cursor.text.slice(at, cursor.at), parts, at }
  }

  private close(bracket: string): void {
    const { cursor } = this
    this.skip(BLANK_LINES)
    if (cursor.peek() !== bracket) throw cursor.fault(`expected "${bracket}"`)
    cursor.at++
  }

  private quoted(quote: string, depth = 0): HclText {
    const { cursor } = this
    if (depth > DEEPEST) throw cursor.fault('nested too deeply')
    const start = cursor.at++
    const parts: Assembled[] = []
    let isTemplate = false
    while (cursor.peek() !== quote) {
      if (cursor.isAtEnd() || cursor.peek() === '\n') throw cursor.fault('unterminated string', start)
      const { at } = cursor
      if (cursor.skip(PLAIN)) parts.push(standing(cursor.text.slice(at, cursor.at), at))
      else if (cursor.peek() === '\\') parts.push(this.escape())
      else if (this.isInserted()) {
        isTemplate = true
        this.skipInserted(depth)
        parts.push(standing(MASK.repeat(cursor.at - at), at))
      } else {
        cursor.at++
        parts.push(standing(cursor.text.slice(at, cursor.at), at))
      }
    }
    cursor.at++
    const value = parts.length > 0 ? joined(parts) : standing('', start + 1)
    return { kind: 'text', value, at: start + 1, isTemplate }
  }

  private escape(): Assembled {
    const { cursor } = this
    const { at } = cursor
    cursor.at += 2
    return standing(ESCAPES[cursor.text.charAt(at + 1)] ?? cursor.text.slice(at, at + 2), at)
  }

  private isInserted(): boolean {
    const { cursor } = this
    if (cursor.peek(1) !== '{' || (cursor.peek() !== '$' && cursor.peek() !== '%')) return false
    // Twice the same character stands for itself.
    return cursor.peek(-1) !== cursor.peek()
  }

  /** Skips `${…}`, in which strings may have braces. */
  private skipInserted(depth: number): void {
    const { cursor } = this
    const start = cursor.at
    cursor.at += 2
    for (let open = 1; open > 0; ) {
      if (cursor.isAtEnd()) throw cursor.fault('unterminated insertion', start)
      const character = cursor.peek()
      if (character === '"') this.quoted(character, depth + 1)
      else {
        if (character === '{') open++
        if (character === '}') open--
        cursor.at++
      }
    }
  }

  private heredoc(): HclText | undefined {
    const { cursor } = this
    const start = cursor.at
    const delimiter = cursor.groups(HEREDOC)?.['delimiter']
    if (delimiter === undefined) return undefined
    const from = cursor.at
    const end = endOfHeredoc(cursor.text, from, delimiter)
    if (end === undefined) throw cursor.fault('unterminated here-document', start)
    cursor.at = end.after
    const text = cursor.text.slice(from, end.at)
    const value = text.replace(INSERTED, inserted => inserted.replace(ANY, MASK))
    return { kind: 'text', value: standing(value, from), at: from, isTemplate: value !== text }
  }
}

/** The end of the text of a here-document, and the offset behind its delimiter. */
function endOfHeredoc(text: string, from: number, delimiter: string): { at: number; after: number } | undefined {
  for (let line = from; line < text.length; ) {
    const next = text.indexOf('\n', line)
    const end = next < 0 ? text.length : next
    if (end - line < 1_000 && text.slice(line, end).trim() === delimiter) return { at: line, after: end }
    line = end + 1
  }
  return undefined
}
