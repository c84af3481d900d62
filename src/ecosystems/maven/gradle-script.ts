/**
 * Gradle build scripts, in Groovy and in Kotlin, as words, texts in quotes, signs and the content of brackets.
 * Specification: https://groovy-lang.org/syntax.html and https://kotlinlang.org/docs/reference/grammar.html.
 * Deliberately ignored: everything about expressions. A text without its closing quote ends with its line, an unclosed
 * bracket with the file.
 */

import { defined } from '../../collections.ts'
import { Cursor } from '../../syntax/cursor.ts'
import { SyntaxFault } from '../../syntax/fault.ts'
import { MAXIMUM_DEPTH } from '../../syntax/tree.ts'

/** The two languages of Gradle's build scripts. */
export type Dialect = 'groovy' | 'kotlin'

/** A name, a keyword or a number. Here and below, `end` is the offset after it. */
export interface Word {
  readonly kind: 'word'
  readonly text: string
  readonly at: number
  readonly end: number
}

/** A text in quotes; `text` is its content as written, `at` the offset of the first character of the content. */
export interface Quoted {
  readonly kind: 'quoted'
  readonly text: string
  readonly at: number
  readonly end: number
  /** The expressions in it, from `$` to the end of the name or `}`. */
  readonly holes: readonly Hole[]
}

/** An expression in a text: `$name` or `${...}`. */
export interface Hole {
  readonly expression: string
  readonly at: number
  readonly end: number
}

/** Anything else: an operator, a comma, the end of a line. */
export interface Sign {
  readonly kind: 'sign'
  readonly text: string
  readonly at: number
  readonly end: number
}

/** A pair of brackets with its content. */
export interface Group {
  readonly kind: 'group'
  readonly open: Bracket
  readonly nodes: readonly ScriptNode[]
  readonly at: number
  readonly end: number
}

type Bracket = '(' | '[' | '{'

/** Any node of a script. */
export type ScriptNode = Word | Quoted | Sign | Group

/** With a fault, `nodes` holds everything before it. */
export interface ParsedScript {
  readonly nodes: readonly ScriptNode[]
  readonly fault?: SyntaxFault
}

interface OpenBracket {
  readonly bracket: Bracket
  readonly at: number
  readonly nodes: ScriptNode[]
  /** The nodes of the bracket around it. */
  readonly outer: ScriptNode[]
}

/** The offset of the closing quotes; without them, of the end of the line or file. */
interface QuotedEnd {
  readonly end: number
  readonly closed: boolean
}

const BLANK = /(?:[^\S\n]|\\\r?\n)+/y
const WORD = /[\w$\u0080-\uffff]+/y
const OPERATOR = /[=!<>]=+|[-=]>|\?[.:]|!!|&&|\|\||[-+*/]=|::|./sy
const BACKQUOTED = /[^`\n]*/y
const COMMENT_PART = /\/\*|\*\//g
const CLOSED_BY: Readonly<Record<string, Bracket>> = { ')': '(', ']': '[', '}': '{' }
// A slash begins a text after these; after a value it is a division.
const BEFORE_SLASHY = /^[=(,[{:~!&|?+<>]|^(?:\n|return|in)$/
const SLASHY = /\/(?:[^/\\\n]|\\.)+\//y
const IN_QUOTES = {
  "'": /['\\\n]/g,
  '"': /["\\\n]|\$(?=[A-Za-z_{])/g,
  "'''": /'''|\\/g,
  '"""': /"""|\\|\$(?=[A-Za-z_{])/g
} as const
const IN_HOLE = /["'{}\n]/g
const HOLE_NAMES = { groovy: /\$[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y, kotlin: /\$[A-Za-z_]\w*/y } as const
/** Levels of texts inside expressions inside texts. */
const DEEPEST_HOLE = 10
const SEPARATORS = new Set(['\n', ';', '->'])
/** A statement goes on in the next line after a line that ends with one of these. */
const OPEN_ENDED = new Set([',', '=', '.', '?.', '+', '?:', '&&', '||', ':'])
/** A statement goes on in a line that begins with one of these. */
const CONTINUING = new Set(['.', '?.', '?:', '&&', '||'])

/** Reads a script. Never throws on bad input: the result holds the fault and everything read before it. */
export function parseScript(text: string, dialect: Dialect): ParsedScript {
  return new ScriptParser(text, dialect).parse()
}

class ScriptParser {
  private readonly cursor: Cursor
  private readonly dialect: Dialect
  private readonly root: ScriptNode[] = []
  private readonly open: OpenBracket[] = []
  /** How many of the open brackets are of each kind. */
  private readonly opened: Record<Bracket, number> = { '(': 0, '[': 0, '{': 0 }
  /** The nodes of the innermost open bracket. */
  private nodes = this.root

  constructor(text: string, dialect: Dialect) {
    this.cursor = new Cursor(text)
    this.dialect = dialect
  }

  parse(): ParsedScript {
    const { cursor } = this
    if (cursor.startsWith('#!')) cursor.skipLine()
    const fault = this.script()
    while (this.open.length > 0) this.close(cursor.text.length)
    return defined({ nodes: this.root, fault })
  }

  private script(): SyntaxFault | undefined {
    try {
      while (!this.cursor.isAtEnd()) this.next()
      return undefined
    } catch (error) {
      if (error instanceof SyntaxFault) return error
      throw error
    }
  }

  private next(): void {
    const { cursor } = this
    if (cursor.skip(BLANK)) return
    const first = cursor.peek()
    if (first === '/' && this.skipComment()) return
    const bracket = CLOSED_BY[first]
    if (first === '(' || first === '[' || first === '{') this.begin(first)
    else if (bracket) this.end(bracket)
    else if (!this.text(first)) this.wordOrSign()
  }

  private wordOrSign(): void {
    const { cursor } = this
    const { at } = cursor
    const word = cursor.match(WORD)
    const text = word ?? cursor.match(OPERATOR) ?? ''
    this.nodes.push({ kind: word === undefined ? 'sign' : 'word', text, at, end: cursor.at })
  }

  private begin(bracket: Bracket): void {
    const { at } = this.cursor
    if (this.open.length >= MAXIMUM_DEPTH) throw this.cursor.fault(`nested deeper than ${MAXIMUM_DEPTH} levels`)
    const nodes: ScriptNode[] = []
    this.open.push({ bracket, at, nodes, outer: this.nodes })
    this.opened[bracket]++
    this.nodes = nodes
    this.cursor.at++
  }

  /** Closes the last bracket of this kind and every bracket inside it, so that the rest keeps its structure. */
  private end(bracket: Bracket): void {
    this.cursor.at++
    if (this.opened[bracket] > 0) while (this.close(this.cursor.at) !== bracket);
  }

  private close(end: number): Bracket | undefined {
    const last = this.open.pop()
    if (!last) return undefined
    const { bracket, at, nodes, outer } = last
    this.opened[bracket]--
    outer.push({ kind: 'group', open: bracket, nodes, at, end })
    this.nodes = outer
    return bracket
  }

  /** False if no comment begins. */
  private skipComment(): boolean {
    const second = this.cursor.peek(1)
    if (second === '/') this.cursor.skipLine()
    else if (second === '*') this.skipBlockComment()
    else return false
    return true
  }

  /** Kotlin's comments nest, Groovy's do not. */
  private skipBlockComment(): void {
    const { cursor } = this
    const start = cursor.at
    let depth = 0
    COMMENT_PART.lastIndex = start
    do {
      const part = COMMENT_PART.exec(cursor.text)
      if (!part) throw cursor.fault('unterminated comment', start)
      if (part[0] === '*/') depth--
      else if (depth === 0 || this.dialect === 'kotlin') depth++
      cursor.at = part.index + 2
    } while (depth > 0)
  }

  /** Reads a text in any kind of quotes; false if none begins. */
  private text(first: string): boolean {
    if (first === '"' || first === "'") this.quoted(first)
    else if (this.dialect === 'kotlin' && first === '`') this.backquoted()
    else return this.dialect === 'groovy' && first === '/' && this.slashy()
    return true
  }

  private quoted(quote: '"' | "'"): void {
    const { cursor } = this
    const start = cursor.at
    const three = quote === '"' ? '"""' : "'''"
    const delimiter = cursor.startsWith(three) ? three : quote
    const at = start + delimiter.length
    const holes: Hole[] = []
    const { end, closed } = this.endOfQuoted(at, delimiter, 0, holes)
    if (!closed && delimiter === three) throw cursor.fault('unterminated string', start)
    cursor.at = closed ? end + delimiter.length : end
    this.nodes.push({ kind: 'quoted', text: cursor.text.slice(at, end), at, end: cursor.at, holes })
  }

  /** The end of the text in quotes whose content begins at `from`; adds the expressions in it to `holes`. */
  private endOfQuoted(from: number, delimiter: keyof typeof IN_QUOTES, depth: number, holes?: Hole[]): QuotedEnd {
    const { text } = this.cursor
    const stops = IN_QUOTES[delimiter]
    let at = from
    for (;;) {
      stops.lastIndex = at
      const stop = stops.exec(text)
      if (!stop) return { end: text.length, closed: false }
      if (stop[0] === delimiter) return { end: stop.index, closed: true }
      if (stop[0] === '\n') return { end: stop.index, closed: false }
      if (stop[0] === '\\') at = stop.index + 2
      else {
        at = this.endOfHole(stop.index, depth)
        const braces = text[stop.index + 1] === '{' ? 1 : 0
        const expression = text.slice(stop.index + 1 + braces, at - braces)
        holes?.push({ expression, at: stop.index, end: at })
      }
    }
  }

  private endOfHole(from: number, depth: number): number {
    const { text } = this.cursor
    if (text[from + 1] === '{') return depth < DEEPEST_HOLE ? this.endOfBraces(from + 2, depth) : from + 2
    const name = HOLE_NAMES[this.dialect]
    name.lastIndex = from
    return from + (name.exec(text)?.[0].length ?? 1)
  }

  /** The end of an expression in braces that begins at `from`; without a closing brace it ends with its line. */
  private endOfBraces(from: number, depth: number): number {
    const { text } = this.cursor
    let at = from
    for (let braces = 1; braces > 0; ) {
      IN_HOLE.lastIndex = at
      const part = IN_HOLE.exec(text)
      if (!part) return text.length
      if (part[0] === '\n') return part.index
      at = part.index + 1
      if (part[0] === '{') braces++
      else if (part[0] === '}') braces--
      else {
        const { end, closed } = this.endOfQuoted(at, part[0] as '"' | "'", depth + 1)
        at = closed ? end + 1 : end
      }
    }
    return at
  }

  /** A name of Kotlin in backquotes; without the closing one it ends with its line. */
  private backquoted(): void {
    const { cursor } = this
    const at = ++cursor.at
    const text = cursor.match(BACKQUOTED) ?? ''
    this.nodes.push({ kind: 'word', text, at, end: cursor.at })
    if (cursor.peek() === '`') cursor.at++
  }

  /** Groovy's `/text/`, which may have quotes in it; false if the slash is a division. */
  private slashy(): boolean {
    const before = this.nodes.at(-1)
    const isFirst =
      before === undefined || ((before.kind === 'sign' || before.kind === 'word') && BEFORE_SLASHY.test(before.text))
    const at = this.cursor.at + 1
    const match = isFirst ? this.cursor.match(SLASHY) : undefined
    if (match === undefined) return false
    this.nodes.push({ kind: 'quoted', text: match.slice(1, -1), at, end: this.cursor.at, holes: [] })
    return true
  }
}

/** Splits the content of braces into statements: at semicolons, arrows, and line ends where the statement ends. */
export function* statements(nodes: readonly ScriptNode[]): Generator<readonly ScriptNode[]> {
  let current: ScriptNode[] = []
  for (const [i, node] of nodes.entries()) {
    if (node.kind !== 'sign' || !SEPARATORS.has(node.text)) {
      current.push(node)
      continue
    }
    const [before, after] = [current.at(-1), nodes[i + 1]]
    const goesOn = isOneOf(before, OPEN_ENDED) || isOneOf(after, CONTINUING) || isSign(after, '\n')
    if (node.text === '\n' && goesOn) continue
    if (current.length > 0) yield current
    current = []
  }
  if (current.length > 0) yield current
}

/** Splits the content of round or square brackets at the commas. */
export function separated(nodes: readonly ScriptNode[]): ScriptNode[][] {
  const items: ScriptNode[][] = [[]]
  for (const node of nodes) {
    if (isSign(node, ',')) items.push([])
    else if (!isSign(node, '\n')) items.at(-1)?.push(node)
  }
  return items.filter(item => item.length > 0)
}

/** The nodes without line ends. */
export function withoutLineEnds(nodes: readonly ScriptNode[]): readonly ScriptNode[] {
  return nodes.filter(node => !isSign(node, '\n'))
}

/** Whether a node is this sign. */
export function isSign(node: ScriptNode | undefined, text: string): boolean {
  return node?.kind === 'sign' && node.text === text
}

/** Whether a node is this word. */
export function isWord(node: ScriptNode | undefined, text: string): boolean {
  return node?.kind === 'word' && node.text === text
}

function isOneOf(node: ScriptNode | undefined, texts: ReadonlySet<string>): boolean {
  return node?.kind === 'sign' && texts.has(node.text)
}
