/** Source code, as the rules look at it: its names, calls, functions, and the texts that its expressions are made of. */

import { memoised } from '../../collections.ts'
import type { Block, Code } from '../../syntax/code.ts'
import type { Span } from '../../syntax/code-blocks.ts'
import type { CodeToken } from '../../syntax/code-tokens.ts'
import type { DocumentKind } from '../hazard.ts'

/** Files of source code. */
export const sourceCode: DocumentKind<SourceCode> = { name: 'source code', onlyIn: 'source code' }

/** A part of an expression: a text, or a parameter of the function around it by its number. */
export type Part = string | { readonly of: Block; readonly parameter: number }

/** A call: its name, the whole expression with what it is called on, and the brackets with what it is given. */
export interface Call {
  readonly name: string
  /** The index of its name. */
  readonly at: number
  readonly whole: Span
  readonly given: Span
}

/** Where a name is declared. */
export interface Declared {
  readonly in: 'function' | 'class' | 'file' | 'parameters' | 'elsewhere'
  readonly block?: Block
}

const ASSIGNS = ['=', ':=', '||=', '??=', '+='] as const
const LINKS = ['.', '?.', '::', '&.'] as const
const EXPRESSION_WORDS = new Set(
  'return in await new else case of and or not if yield then when do while until is throw raise go defer move match unless range typeof assert puts del global nonlocal import from as with try'.split(
    ' '
  )
)
const THIS = new Set(['this', 'self', 'cls', 'super', 'Self'])
const MODIFIER_OF_PARAMETER = /^(?:private|public|readonly|protected|val|var|vararg|mut)$/
/** Names in names. */
const DEEPEST = 6
/** In tokens. */
const LONGEST = 300

/** One file of source code. */
export class SourceCode {
  readonly code: Code
  /** The places of each name. */
  private readonly places = new Map<string, number[]>()
  /** The end of each statement or piece, by its first token. */
  private readonly ends = new Map<number, number>()
  private readonly functions = new Map<string, Block[]>()
  /** Each is asked for again and again: the value of a name has names itself. */
  private readonly constantAt = memoised((at: number) => this.constant(at))
  private readonly valueAt = memoised((place: number) => this.valueGivenAt(place))

  constructor(code: Code) {
    this.code = code
    for (const [at, { kind, value }] of code.tokens.entries()) {
      this.ends.set(code.start[at] ?? 0, at + 1)
      if (kind === 'name') added(this.places, value, at)
    }
    for (const block of code.blocks)
      if (block.kind === 'function' && block.name !== undefined) added(this.functions, block.name, block)
  }

  /** The token at an index; a mark without a value outside of the file. */
  token(at: number): CodeToken {
    return this.code.tokens[at] ?? { kind: 'mark', value: '', at: 0, end: 0, startsLine: true }
  }

  /** Whether a token is one of these marks. */
  isMark(at: number, ...marks: readonly string[]): boolean {
    const { kind, value } = this.token(at)
    return kind === 'mark' && marks.includes(value)
  }

  /** Whether a token belongs to what is before a dot. */
  isLinked(at: number): boolean {
    return this.isMark(at - 1, ...LINKS)
  }

  /** The places of a name. */
  named(name: string): readonly number[] {
    return this.places.get(name) ?? []
  }

  /** All names of the file, with their places. */
  names(): IterableIterator<[string, number[]]> {
    return this.places.entries()
  }

  /** The functions of a name. */
  functionsNamed(name: string): readonly Block[] {
    return this.functions.get(name) ?? []
  }

  /** The statement or piece around a token. */
  piece(at: number): Span {
    const from = this.code.start[at] ?? 0
    return { from, to: this.ends.get(from) ?? from + 1 }
  }

  /** The tokens of a span that are in no brackets inside of it. */
  *level(span: Span): Generator<number> {
    for (let at = span.from; at < span.to; at++) {
      yield at
      const close = this.code.match[at] ?? -1
      if (close > at && close < span.to) at = close - 1
    }
  }

  /** The innermost function around a token. */
  functionAt(at: number): Block | undefined {
    return this.ofKind(this.code.blockAt[at], 'function')
  }

  /** The innermost block of a kind, from a block outwards. */
  ofKind(from: Block | undefined, kind: Block['kind']): Block | undefined {
    for (let block = from; block; block = block.parent) if (block.kind === kind) return block
    return undefined
  }

  /** Whether statements stand in a pair of brackets. */
  isOfStatements(bracket: number): boolean {
    return bracket < 0 || this.code.braced.has(bracket) || this.isDeclarations(bracket)
  }

  private isDeclarations(bracket: number): boolean {
    return this.code.language.name === 'go' && /^(?:const|var|import|type)$/.test(this.token(bracket - 1).value)
  }

  /** The first token of the expression that a token ends: what is called, and what that belongs to. */
  chainStart(at: number): number {
    let from = at
    for (let left = LONGEST; left > 0 && from >= 0; left--) {
      const open = this.code.match[from] ?? -1
      if (this.token(from).kind === 'mark' && open >= 0 && open < from) {
        const before = this.token(open - 1)
        const isCalled =
          (before.kind === 'name' && this.isCallable(open - 1, before.value)) || this.isMark(open - 1, ')', ']', '!')
        from = isCalled ? open - 1 : open
        if (isCalled) continue
      } else if (this.isMark(from, '!', '!!', '?') && this.token(from - 1).value !== '') {
        from--
        continue
      }
      if (!this.isLinked(from)) break
      from -= 2
    }
    return Math.max(from, 0)
  }

  /** The call whose name is at an index; undefined if it is none. */
  callAt(at: number): Call | undefined {
    let open = at + 1
    if (this.isMark(open, '!')) open++
    if (this.isMark(open, '::') && this.isMark(open + 1, '<')) open = this.behindTypes(open + 1)
    else if (this.isMark(open, '<')) open = this.behindTypes(open)
    const close = this.code.match[open] ?? -1
    if (!this.isMark(open, '(') || close < 0) return this.isCommand(at) ? this.command(at) : undefined
    const whole = { from: this.chainStart(at), to: close + 1 }
    return { name: this.token(at).value, at, whole, given: { from: open + 1, to: close } }
  }

  /** The token behind `<…>`; -1 if that is a comparison. */
  private behindTypes(open: number): number {
    let depth = 0
    for (let at = open; at < open + 20; at++) {
      if (this.isMark(at, '<')) depth++
      if (this.isMark(at, '>') && --depth === 0) return at + 1
      if (this.isMark(at, '(', ')', ';', '{')) return -1
    }
    return -1
  }

  /** Whether a name of Ruby is called without brackets: `File.read path`. */
  private isCommand(at: number): boolean {
    const next = this.token(at + 1)
    const isRuby = this.code.language.name === 'ruby' && this.isMark(at - 1, '.')
    return isRuby && next.kind !== 'mark' && !next.startsLine && !EXPRESSION_WORDS.has(next.value)
  }

  private command(at: number): Call {
    const { to } = this.piece(at)
    return { name: this.token(at).value, at, whole: { from: this.chainStart(at), to }, given: { from: at + 1, to } }
  }

  /** The call that a bracket belongs to. */
  callOf(bracket: number): Call | undefined {
    if (!this.isMark(bracket, '(')) return undefined
    let at = bracket - 1
    if (this.isMark(at, '!')) at--
    if (this.isMark(at, '>')) while (at > bracket - 20 && !this.isMark(at, '<')) at--
    if (this.isMark(at, '<')) at--
    if (this.isMark(at, '::')) at--
    const { kind, value } = this.token(at)
    return kind === 'name' && this.isCallable(at, value) ? this.callAt(at) : undefined
  }

  /** Whether a word in front of brackets is a name. */
  private isCallable(at: number, word: string): boolean {
    const isOfRuby = word === 'new' && this.code.language.name === 'ruby'
    return isOfRuby || this.isLinked(at) || !EXPRESSION_WORDS.has(word)
  }

  /** The values in the brackets of a call or literal. */
  values({ from, to }: Span): Span[] {
    const values: Span[] = []
    for (let at = from; at < to; ) {
      const end = Math.min(Math.max(this.piece(at).to, at + 1), to)
      values.push({ from: at, to: this.isMark(end - 1, ',') ? end - 1 : end })
      at = end
    }
    return values
  }

  /** The key of a value, `key: value`, `key = value` or `key => value`, and the value. */
  keyed({ from, to }: Span): { readonly key?: string; readonly value: Span } {
    const { kind, value } = this.token(from)
    const isKeyed = kind !== 'mark' && this.isMark(from + 1, ':', '=', '=>')
    return isKeyed ? { key: value, value: { from: from + 2, to } } : { value: { from, to } }
  }

  /** The first mark in a span that assigns and is in no brackets. */
  assignmentIn(span: Span): number | undefined {
    for (const at of this.level(span)) if (this.isMark(at, ...ASSIGNS)) return at
    return undefined
  }

  /** The first name of a path such as `a.b["c"]`, behind the words and types of a declaration. */
  targetOf({ from, to }: Span): { readonly at: number; readonly isPath: boolean } | undefined {
    if (this.isOfGo(from)) return { at: from + 1, isPath: false }
    let end = to
    for (const at of this.level({ from: from + 1, to })) {
      if (!this.isMark(at, ':')) continue
      end = at
      break
    }
    const at = end > from ? this.chainStart(end - 1) : end
    return end > from && this.token(at).kind === 'name' ? { at, isPath: end - at > 1 } : undefined
  }

  /** `var name type` or `const name type`. */
  private isOfGo(at: number): boolean {
    return this.code.language.name === 'go' && /^(?:var|const)$/.test(this.token(at).value)
  }

  /** Where the name at an index is declared. */
  declared(at: number): Declared {
    const name = this.token(at).value
    if (THIS.has(name) || name.startsWith('@')) return { in: 'class' }
    if (name.startsWith('$') && this.code.language.name === 'ruby') return { in: 'file' }
    const places = this.named(name).slice(0, LONGEST)
    for (let block: Block | undefined = this.code.blockAt[at]; block; block = block.parent) {
      if (block.kind === 'function') {
        if (this.isReceiver(block, name)) return { in: 'class' }
        if (this.parameter(block, name) !== undefined) return { in: 'parameters', block }
        if (this.isDeclaredIn(block, places)) return { in: 'function', block }
      }
      const isMember = block.kind === 'class' && places.some(place => this.code.blockAt[place] === block)
      if (isMember) return { in: 'class', block }
    }
    const isOfFile = places.some(
      place => !this.functionAt(place) && !this.ofKind(this.code.blockAt[place], 'class') && this.isDeclaration(place)
    )
    return { in: isOfFile ? 'file' : 'elsewhere' }
  }

  private isDeclaredIn(block: Block, places: readonly number[]): boolean {
    return places.some(
      place => place >= block.from && place < block.to && this.functionAt(place) === block && this.isDeclaration(place)
    )
  }

  /** Whether a method of Go is called on this name. */
  private isReceiver({ head, params }: Block, name: string): boolean {
    const isMethod = this.token(head).value === 'func' && this.isMark(head + 1, '(')
    return isMethod && this.token(head + 2).value === name && (params?.from ?? 0) > head + 3
  }

  /** Whether a name is declared at an index. */
  private isDeclaration(at: number): boolean {
    if (this.isLinked(at)) return false
    const [before, after] = [this.token(at - 1), this.token(at + 1)]
    const mark = this.assignmentIn(this.piece(at))
    const isTarget = mark !== undefined && at < mark && this.code.opener[at] === this.code.opener[mark]
    const { name } = this.code.language
    if (name === 'python' || name === 'ruby') {
      if (this.isGlobal(at)) return false
      return isTarget || before.value === 'as' || before.value === 'for'
    }
    if (isTarget && this.isMark(mark, ':=')) return true
    if (before.kind === 'name')
      return !EXPRESSION_WORDS.has(before.value) && this.code.start[at] === this.code.start[at - 1]
    const isTyped = /^[>\]?]$/.test(before.value) && after.kind === 'mark' && /^[=;:]$/.test(after.value)
    return isTyped && (name === 'java' || name === 'csharp')
  }

  /** `global name` in the function. */
  private isGlobal(at: number): boolean {
    const block = this.functionAt(at)
    if (!block) return false
    return this.named(this.token(at).value).some(
      place =>
        place >= block.from &&
        place < block.to &&
        /^(?:global|nonlocal)$/.test(this.token(this.piece(place).from).value)
    )
  }

  /** The number of a parameter of a function, from 0; what a method is called on does not count. */
  parameter({ params }: Block, name: string): number | undefined {
    const found = params ? this.parametersIn(params).indexOf(name) : -1
    return found < 0 ? undefined : found
  }

  /** The names of the parameters of a function, in their order. */
  parameterNames({ params }: Block): string[] {
    return params ? this.parametersIn(params) : []
  }

  private parametersIn(params: Span): string[] {
    return this.values(params)
      .map(span => this.parameterName(span))
      .filter(name => name !== 'self' && name !== 'cls')
  }

  private parameterName(span: Span): string {
    const words: string[] = []
    for (let at = span.from; at < span.to; at++) {
      if (this.isMark(at, '=', ':') && words.length > 0) break
      const { kind, value } = this.token(at)
      if (kind === 'name' && !MODIFIER_OF_PARAMETER.test(value)) words.push(value)
    }
    const isLast = this.code.language.name === 'java' || this.code.language.name === 'csharp'
    return (isLast ? words.at(-1) : words[0]) ?? ''
  }

  /** The texts that an expression is made of, in their order, with those of the names in it. */
  partsOf(span: Span, depth = 0): Part[] {
    const parts: Part[] = []
    for (let at = span.from; at < span.to && parts.length < LONGEST; at++) {
      const { kind, value } = this.token(at)
      if (kind === 'text') parts.push(value)
      if (kind !== 'name' || this.isMark(at + 1, '(') || depth > DEEPEST) continue
      const block = this.functionAt(at)
      const parameter = block && !this.isLinked(at) ? this.parameter(block, value) : undefined
      const own = block && parameter !== undefined
      const constant = own ? this.presetOf(block, value) : this.constantAt(at)
      if (constant && (at < constant.from || at >= constant.to)) parts.push(...this.partsOf(constant, depth + 1))
      else if (own) parts.push({ of: block, parameter })
    }
    return parts
  }

  /** The value of a parameter that is not given. */
  private presetOf({ params }: Block, name: string): Span | undefined {
    for (const span of params ? this.values(params) : []) {
      const mark = this.assignmentIn(span)
      if (mark !== undefined && this.parameterName(span) === name) return { from: mark + 1, to: span.to }
    }
    return undefined
  }

  /** The value that a name is given: in the function around it, or else in the class or file. */
  private constant(at: number): Span | undefined {
    const own = this.functionAt(at)
    let best: Span | undefined
    for (const place of this.named(this.token(at).value).slice(0, LONGEST)) {
      const value = place === at ? undefined : this.valueAt(place)
      if (!value) continue
      const around = this.functionAt(place)
      if (around === own && place < at) return value
      const isMember = this.isLinked(place) || this.isMark(place + 1, ':')
      if (isMember || !around || isWithin(own, around)) best ??= value
    }
    return best
  }

  /** The value of an assignment, a declaration or a key at an index. */
  private valueGivenAt(place: number): Span | undefined {
    const { from, to } = this.piece(place)
    if (this.isMark(place + 1, ...ASSIGNS)) return { from: place + 2, to }
    if (this.isMark(place + 1, ':') && this.token(place + 2).kind === 'text') return { from: place + 2, to }
    const mark = this.assignmentIn({ from, to })
    if (mark === undefined || mark <= place || this.code.opener[place] !== this.code.opener[mark]) return undefined
    const isTyped = this.isMark(place + 1, ':') || (this.isOfGo(from) && place === from + 1)
    const isFirst = place === from && this.isMark(place + 1, ',')
    return isTyped || isFirst ? { from: mark + 1, to } : undefined
  }
}

function added<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

function isWithin(inner: Block | undefined, outer: Block): boolean {
  return inner !== undefined && inner.from >= outer.from && inner.to <= outer.to
}
