/**
 * The structure of source code: its brackets, statements and blocks, over its tokens. Nothing is evaluated, and code that is torn or
 * wrong has a structure, too.
 */

import { arrowFunction, type BlockHead, type BlockKind, bracedBlock, type Head, type Span } from './code-blocks.ts'
import type { Language } from './code-languages.ts'
import { type CodeToken, codeTokens } from './code-tokens.ts'
import type { SyntaxFault } from './fault.ts'

/** A block of code. */
export interface Block extends BlockHead {
  readonly parent?: Block
  /** The first token of the statement that it is part of. */
  readonly head: number
  /** The first token of its body. */
  readonly from: number
  /** The token after its body. */
  readonly to: number
}

/** Source code with its structure. Everything is looked up by the index of a token. */
export interface Code {
  readonly language: Language
  readonly text: string
  readonly tokens: readonly CodeToken[]
  readonly blocks: readonly Block[]
  /** The innermost block of a token. */
  readonly blockAt: readonly Block[]
  /** The bracket around a token; -1 if there is none. */
  readonly opener: Int32Array
  /** The other bracket of a bracket; -1 if it is missing. */
  readonly match: Int32Array
  /** The first token of the statement, or of the piece between commas in brackets, that a token is in. */
  readonly start: Int32Array
  /** The block that a brace begins. */
  readonly braced: ReadonlyMap<number, Block>
  readonly fault?: SyntaxFault
}

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }
/** A statement does not end behind these marks. */
const GOES_ON = /^(?:[-+*/%=<>&|^,.(?:[{]|=>|->|<-|::|:=|\?\?|\?\.|&&|\|\||[=!<>]=|[-+*/%|&^]=|\|\|=|\?\?=|&\.|\.\.)$/
/** A statement does not begin with these marks. */
const CONTINUES = /^(?:[.,)\]}=?:*/%<>&|^+]|=>|->|::|\?\?|\?\.|!!|&&|\|\||[=!<>]=|&\.)$/
/** Words that go on with the statement of the block before them. */
const GOES_ON_AFTER_BLOCK = new Set([
  'else',
  'catch',
  'finally',
  'elsif',
  'elif',
  'rescue',
  'ensure',
  'while',
  'as',
  'from'
])
/** In tokens: the head of a block of Ruby. */
const LONGEST_HEAD = 200
/** The end of a block that is open. */
const OPEN = -1
/** Brackets in brackets. */
const DEEPEST = 1000

/** Reads the structure of source code. Never throws; takes time in proportion to the text. */
export function readCode(text: string, language: Language): Code {
  const { tokens, fault } = codeTokens(text, language.lexis)
  const structure = new Structure(text, language, tokens)
  structure.read()
  return fault ? { ...structure.code(), fault } : structure.code()
}

/** A block that is open. */
interface OpenBlock extends BlockHead {
  readonly parent: OpenBlock | undefined
  readonly head: number
  readonly from: number
  to: number
}

/** A bracket that is open, and the piece that is being read in it. */
interface Level {
  readonly index: number
  readonly closer: string
  /** The block that it begins. */
  readonly block?: OpenBlock
  /** Whether declarations stand in it, one on each line: `const (`. */
  readonly isDeclarations: boolean
  /** Blocks without brackets that are open in the piece. */
  readonly bare: OpenBlock[]
  start: number
}

/** The indentation of an open block, in characters. */
interface Indented {
  readonly block: OpenBlock
  readonly column: number
}

/** A keyword that is open, up to its `end`. */
const RUBY_BLOCKS: Readonly<Record<string, BlockKind>> = {
  def: 'function',
  class: 'class',
  module: 'class',
  if: 'condition',
  unless: 'condition',
  case: 'condition',
  while: 'loop',
  until: 'loop',
  for: 'loop',
  loop: 'loop',
  begin: 'block',
  do: 'function'
}
const PYTHON_BLOCKS: Readonly<Record<string, BlockKind>> = {
  def: 'function',
  class: 'class',
  if: 'condition',
  elif: 'condition',
  else: 'condition',
  match: 'condition',
  case: 'condition',
  while: 'loop',
  for: 'loop',
  try: 'block',
  except: 'condition',
  finally: 'block',
  with: 'block'
}

class Structure {
  private readonly text: string
  private readonly language: Language
  private readonly tokens: readonly CodeToken[]
  private readonly blocks: OpenBlock[] = []
  private readonly blockAt: OpenBlock[] = []
  private readonly opener: Int32Array
  private readonly match: Int32Array
  private readonly start: Int32Array
  private readonly braced = new Map<number, OpenBlock>()
  private readonly levels: Level[] = [{ index: -1, closer: '', bare: [], isDeclarations: false, start: 0 }]
  private block: OpenBlock
  private indented: Indented[] = []
  /** The token behind the head of the last block of Ruby. */
  private endOfWords = -1
  /** The blocks of keywords that are open. */
  private readonly keyworded: OpenBlock[] = []

  constructor(text: string, language: Language, tokens: readonly CodeToken[]) {
    this.text = text
    this.language = language
    this.tokens = tokens
    this.opener = new Int32Array(tokens.length).fill(-1)
    this.match = new Int32Array(tokens.length).fill(-1)
    this.start = new Int32Array(tokens.length)
    this.block = { kind: 'file', parent: undefined, head: 0, from: 0, to: OPEN }
    this.blocks.push(this.block)
  }

  code(): Code {
    const { text, language, tokens, opener, match, start } = this
    return {
      text,
      language,
      tokens,
      blocks: this.blocks as readonly Block[],
      blockAt: this.blockAt as readonly Block[],
      opener,
      match,
      start,
      braced: this.braced as ReadonlyMap<number, Block>
    }
  }

  read(): void {
    const { tokens, language } = this
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at] as CodeToken
      if (language.blocks === 'indentation' && token.startsLine && this.levels.length === 1) this.dedent(at)
      if (this.endsBefore(at) || at === this.endOfWords) this.piece(at)
      if (token.kind === 'mark' && this.isCloser(token.value)) {
        this.close(at, token.value)
        continue
      }
      this.place(at)
      if (token.kind === 'mark') this.mark(at, token.value)
      else if (token.kind === 'name') this.word(at, token.value)
    }
    for (const block of this.openBlocks()) block.to = tokens.length
  }

  private *openBlocks(): Generator<OpenBlock> {
    for (let block: OpenBlock | undefined = this.block; block; block = block.parent) yield block
  }

  private get level(): Level {
    return this.levels.at(-1) as Level
  }

  private place(at: number): void {
    this.opener[at] = this.level.index
    this.start[at] = this.level.start
    this.blockAt[at] = this.block
  }

  /** Whether the statement or piece ends in front of a token. */
  private endsBefore(at: number): boolean {
    const [before, token] = [this.tokens[at - 1], this.tokens[at]]
    if (!before || !token || !this.isBlockLevel()) return false
    const isMark = token.kind === 'mark' && token.value !== '@'
    if (before.value === '}' && before.kind === 'mark' && this.braced.has(this.match[at - 1] ?? -1)) {
      if (GOES_ON_AFTER_BLOCK.has(token.value)) return false
      if (token.startsLine || this.language.blocks === 'braces')
        return !isMark || (token.startsLine && !CONTINUES.test(token.value))
    }
    if (!token.startsLine || !this.language.hasLines || (isMark && CONTINUES.test(token.value))) return false
    return !(before.kind === 'mark' && GOES_ON.test(before.value))
  }

  /** Whether statements stand between the brackets that are open. */
  private isBlockLevel(): boolean {
    return this.level.index < 0 || this.level.block !== undefined || this.level.isDeclarations
  }

  /** Begins the next piece, and ends the blocks without brackets that the last one held. */
  private piece(at: number): void {
    this.endBare(this.level, at)
    this.level.start = at
  }

  private endBare(level: Level, at: number): void {
    for (let last = level.bare.pop(); last; last = level.bare.pop()) this.end(last, at)
  }

  private begin(head: BlockHead, at: number, from: number): OpenBlock {
    const block: OpenBlock = { ...head, parent: this.block, head: at, from, to: OPEN }
    this.blocks.push(block)
    this.block = block
    return block
  }

  /** Ends a block and those in it. */
  private end(block: OpenBlock, at: number): void {
    if (block.to >= 0) return
    for (const open of this.openBlocks()) {
      open.to = at
      if (open === block) break
    }
    this.block = block.parent ?? block
  }

  private isCloser(mark: string): boolean {
    return mark === ')' || mark === ']' || mark === '}'
  }

  /** Closes the last bracket of this kind and those in it; one that closes none is passed. */
  private close(at: number, mark: string): void {
    const index = this.levels.findLastIndex(level => level.closer === mark)
    if (index < 0) {
      this.place(at)
      return
    }
    for (let open = this.levels.length - 1; open >= index; open--) {
      const level = this.levels.pop() as Level
      this.endBare(level, at)
      if (level.block) this.end(level.block, at)
      if (open > index) continue
      this.match[at] = level.index
      this.match[level.index] = at
    }
    this.place(at)
  }

  private mark(at: number, mark: string): void {
    const closer = CLOSERS[mark]
    if (closer !== undefined) this.open(at, mark, closer)
    else if ((mark === ';' && !this.isHeadOfGo()) || (mark === ',' && (!this.isBlockLevel() || this.isMatch())))
      this.piece(at + 1)
    else if (mark === this.language.arrow && this.language.blocks === 'braces') this.arrow(at)
    else if (this.language.hasBars && (mark === '|' || mark === '||')) this.bar(at, mark)
    else if (mark === ':' && this.language.blocks === 'indentation') this.colon(at)
    else if (mark === '=' && this.language.name === 'kotlin') this.expressionBody(at)
  }

  /** Whether a statement goes on behind a semicolon: `if a := b(); a > 0 {`. */
  private isHeadOfGo(): boolean {
    return this.language.name === 'go' && /^(?:if|for|switch)$/.test(this.tokens[this.level.start]?.value ?? '')
  }

  /** Whether the block is a `match` of Rust: its arms end with commas. */
  private isMatch(): boolean {
    return this.language.name === 'rust' && this.level.block?.kind === 'condition'
  }

  private open(at: number, mark: string, closer: string): void {
    if (this.levels.length > DEEPEST) return
    const head = this.level.start
    const found = mark === '{' ? this.headOf(at) : undefined
    const block = found && this.begin(found, head, at + 1)
    if (block) this.braced.set(at, block)
    const isDeclarations =
      this.language.name === 'go' && /^(?:const|var|import|type)$/.test(this.tokens[at - 1]?.value ?? '')
    this.levels.push({ index: at, closer, bare: [], isDeclarations, start: at + 1, ...(block ? { block } : {}) })
  }

  private headOf(at: number): BlockHead | undefined {
    const { tokens, language } = this
    if (language.blocks === 'braces') return bracedBlock(this.headTo(at))
    const before = tokens[at - 1]
    if (language.blocks === 'indentation' || !before) return undefined
    const isFunction = before.kind === 'name' || before.value === ')' || before.value === '->'
    return isFunction ? { kind: 'function', ...this.barred(at + 1) } : undefined
  }

  private headTo(at: number): Head {
    const { tokens, match, language } = this
    return {
      tokens,
      match,
      language,
      head: this.level.start,
      at,
      isInClass: this.isInClass(),
      isInCode: this.isBlockLevel()
    }
  }

  private isInClass(): boolean {
    return this.level.block?.kind === 'class'
  }

  /** The parameters between bars that begin at a token. */
  private barred(at: number): { params?: Span } {
    if (this.tokens[at]?.value !== '|') return {}
    let to = at + 1
    while (to < this.tokens.length && to < at + 40 && this.tokens[to]?.value !== '|') to++
    return { params: { from: at + 1, to } }
  }

  /** The body of a function behind an arrow, without braces. */
  private arrow(at: number): void {
    const next = this.tokens[at + 1]
    if (next?.kind === 'mark' && next.value === '{') return
    this.bareFunction(at, arrowFunction(this.headTo(at), at))
  }

  private bareFunction(at: number, head: BlockHead): void {
    this.level.bare.push(this.begin(head, this.level.start, at + 1))
  }

  /** The parameters and the body of a closure of Rust. */
  private bar(at: number, mark: string): void {
    const before = this.tokens[at - 1]
    const isOperand = before && (before.kind !== 'mark' || /^[)\]}]$/.test(before.value)) && before.value !== 'move'
    if (isOperand) return
    const { params } = mark === '||' ? { params: { from: at, to: at } } : this.barred(at)
    if (!params || this.tokens[params.to] === undefined || this.tokens[params.to + 1]?.value === '{') return
    this.bareFunction(params.to, { kind: 'function', params })
  }

  /** A function of Kotlin whose body is an expression: `fun a() = …`, `get() = …`. */
  private expressionBody(at: number): void {
    if (!this.isBlockLevel() || this.level.bare.length > 0) return
    const found = bracedBlock({ ...this.headTo(at), isInClass: true })
    if (found?.kind === 'function' && found.name !== undefined) this.bareFunction(at, found)
  }

  private word(at: number, word: string): void {
    if (this.language.blocks === 'keywords') this.keyword(at, word)
    else if (this.language.blocks === 'indentation' && word === 'lambda') this.lambda(at)
  }

  private lambda(at: number): void {
    let to = at + 1
    while (to < this.tokens.length && to < at + 40 && this.tokens[to]?.value !== ':') to++
    this.bareFunction(to, { kind: 'function', params: { from: at + 1, to } })
  }

  /** Ends the blocks of Python that a line is not in. */
  private dedent(at: number): void {
    const column = this.columnOf(at)
    for (let last = this.indented.at(-1); last && column <= last.column; last = this.indented.at(-1)) {
      this.piece(at)
      this.end(last.block, at)
      this.indented.pop()
    }
  }

  private columnOf(at: number): number {
    const begin = this.tokens[at]?.at ?? 0
    return begin - this.text.lastIndexOf('\n', begin - 1) - 1
  }

  /** The colon behind the head of a block of Python. */
  private colon(at: number): void {
    if (this.levels.length > 1 || this.level.bare.length > 0) return
    const head = this.level.start
    let first = head
    while (this.tokens[first]?.value === 'async') first++
    // A decorator is a line of its own; its name is looked up from the head of the function.
    const kind = PYTHON_BLOCKS[this.tokens[first]?.value ?? '']
    if (!kind || this.tokens[first]?.kind !== 'name') return
    const isNamed = kind === 'function' || kind === 'class'
    const open = first + 2
    const params =
      kind === 'function' && this.match[open] !== undefined ? { from: open + 1, to: this.match[open] } : undefined
    const name = isNamed ? this.tokens[first + 1]?.value : undefined
    const block = this.begin(
      { kind, ...(name === undefined ? {} : { name }), ...(params && params.to > 0 ? { params } : {}) },
      head,
      at + 1
    )
    this.indented.push({ block, column: this.columnOf(head) })
    this.level.start = at + 1
  }

  /** A word of Ruby that begins or ends a block. */
  private keyword(at: number, word: string): void {
    const before = this.tokens[at - 1]
    if (before?.kind === 'mark' && /^(?:\.|::|&\.|:)$/.test(before.value) && !this.tokens[at]?.startsLine) return
    if (this.tokens[at + 1]?.value === ':' && this.tokens[at + 1]?.at === this.tokens[at]?.end) return
    if (word === 'end') {
      const last = this.keyworded.pop()
      if (!last) return
      this.piece(at)
      this.end(last, at)
      this.start[at] = last.head
      this.level.start = last.head
      this.blockAt[at] = this.block
      return
    }
    const kind = RUBY_BLOCKS[word]
    if (!kind || !this.beginsBlock(at, word)) return
    const end = this.endOfHead(at, word)
    this.keyworded.push(this.begin({ kind, ...this.namedBy(at, word, end) }, this.level.start, end))
    this.endOfWords = end
  }

  /** Whether a word of Ruby begins a block here: it is no modifier and no part of another head. */
  private beginsBlock(at: number, word: string): boolean {
    if (word === 'loop') return false
    if (word === 'do') return !this.isHeadOfLoop(at)
    if (word === 'def') return !this.isEndless(at)
    if (word === 'class' && this.tokens[at - 1]?.value === 'self') return false
    const before = this.tokens[at - 1]
    if (!['if', 'unless', 'while', 'until'].includes(word)) return true
    return at === this.level.start || (before?.kind === 'mark' && /^(?:[=(,]|\|\|=|&&|\|\|)$/.test(before.value))
  }

  /** Whether a `do` belongs to `while`, `until` or `for` on its line. */
  private isHeadOfLoop(at: number): boolean {
    const last = this.keyworded.at(-1)
    return last?.kind === 'loop' && !this.lineEndsBetween(last.head, at)
  }

  private lineEndsBetween(from: number, to: number): boolean {
    for (let at = from + 1; at <= to; at++) if (this.tokens[at]?.startsLine) return true
    return false
  }

  /** `def name(…) = …` */
  private isEndless(at: number): boolean {
    for (let next = at + 2; next < at + 30 && !this.tokens[next]?.startsLine; next++) {
      const value = this.tokens[next]?.value
      if (value === '=' && this.tokens[next]?.kind === 'mark' && this.tokens[next - 1]?.value === ')') return true
      if (value === undefined || value === ';') return false
    }
    return false
  }

  /** The first token behind the head of a block of Ruby: the next line, or what is behind `;`, `then` or the parameters. */
  private endOfHead(at: number, word: string): number {
    const params = this.barred(at + 1).params
    if (word === 'begin' || word === 'do') return params ? params.to + 1 : at + 1
    let next = at + 1
    while (
      next < Math.min(this.tokens.length, at + LONGEST_HEAD) &&
      !this.tokens[next]?.startsLine &&
      !/^(?:;|then)$/.test(this.tokens[next]?.value ?? '')
    )
      next++
    return next
  }

  private namedBy(at: number, word: string, end: number): { name?: string; params?: Span } {
    if (word === 'do') {
      const isLoop = this.tokens[at - 1]?.value === 'loop'
      return { ...(isLoop ? { name: 'loop' } : {}), ...this.barred(at + 1) }
    }
    if (word !== 'def' && word !== 'class' && word !== 'module') return {}
    const isOfSelf = this.tokens[at + 2]?.value === '.'
    const index = isOfSelf ? at + 3 : at + 1
    const name = this.tokens[index]?.value
    return {
      ...(name === undefined ? {} : { name }),
      ...(word === 'def' ? { params: { from: index + 1, to: end } } : {})
    }
  }
}
