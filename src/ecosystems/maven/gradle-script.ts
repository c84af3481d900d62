/**
 * Gradle build scripts, in Groovy and in Kotlin, as words, texts in quotes, signs and what stands between brackets.
 * Specification: https://groovy-lang.org/syntax.html and https://kotlinlang.org/docs/reference/grammar.html. Leaves out on
 * purpose: everything about expressions. A text in quotes without an end ends with its line, a bracket without its
 * counterpart at the end of the file.
 */

import { SyntaxFault } from '../../syntax/fault.ts'
import { MAXIMUM_DEPTH } from '../../syntax/tree.ts'

/** The two languages of Gradle's build scripts. */
export type Dialect = 'groovy' | 'kotlin'

/** A name, a keyword or a number. `end` is the offset behind it, here and below. */
export interface Word {
  readonly kind: 'word'
  readonly text: string
  readonly at: number
  readonly end: number
}

/** A text in quotes; `text` is what stands between them as written, `at` the offset of its first character. */
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

/** A pair of brackets with what stands between them. */
export interface Group {
  readonly kind: 'group'
  readonly open: Bracket
  readonly nodes: readonly ScriptNode[]
  readonly at: number
  readonly end: number
}

type Bracket = '(' | '[' | '{'
/** Any piece of a script. */
export type ScriptNode = Word | Quoted | Sign | Group

/** What was read; with a fault, `nodes` holds everything up to it. */
export interface ParsedScript {
  readonly nodes: readonly ScriptNode[]
  readonly fault?: SyntaxFault
}

const BLANK = /(?:[^\S\n]|\\\r?\n)+/y
const WORD = /[\w$\u0080-\uffff]+/y
const OPERATOR = /[=!<>]=+|[-=]>|\?[.:]|!!|&&|\|\||[-+*/]=|::|./sy
const COMMENT_PART = /\/\*|\*\//g
const CLOSED_BY: Readonly<Record<string, Bracket>> = { ')': '(', ']': '[', '}': '{' }
// A slash begins a text and is no division where no value can stand before it.
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
/** Texts inside expressions inside texts, and so on. */
const DEEPEST_HOLE = 10
const SEPARATORS = new Set(['\n', ';', '->'])
/** A line goes on behind these, and in front of the ones below. */
const OPEN_ENDED = new Set([',', '=', '.', '?.', '+', '?:', '&&', '||', ':'])
const CONTINUING = new Set(['.', '?.', '?:', '&&', '||'])

/** Reads a script. Never throws on bad input: the fault stands in the result beside what was read before it. */
export function parseScript(text: string, dialect: Dialect): ParsedScript {
  const root: ScriptNode[] = []
  const open: { bracket: Bracket; at: number; nodes: ScriptNode[]; outer: ScriptNode[] }[] = []
  const opened: Record<Bracket, number> = { '(': 0, '[': 0, '{': 0 }
  let nodes = root
  let position = text.startsWith('#!') ? lineEnd(0) : 0

  const fault = read()
  while (open.length > 0) close(text.length)
  return { nodes: root, ...(fault ? { fault } : {}) }

  function read(): SyntaxFault | undefined {
    try {
      while (position < text.length) next()
      return undefined
    } catch (error) {
      if (error instanceof SyntaxFault) return error
      throw error
    }
  }

  function next(): void {
    if (matchAt(BLANK) !== undefined) return
    const at = position
    const character = text[at] ?? ''
    const two = text.slice(at, at + 2)
    if (two === '//') position = lineEnd(at)
    else if (two === '/*') comment()
    else if (character === '"' || character === "'") quoted(character)
    else if (dialect === 'kotlin' && character === '`') backquoted()
    else if (dialect === 'groovy' && character === '/' && slashy()) return
    else if (character === '(' || character === '[' || character === '{') {
      if (open.length >= MAXIMUM_DEPTH) throw new SyntaxFault(`nested deeper than ${MAXIMUM_DEPTH} levels`, at)
      open.push({ bracket: character, at, nodes: [], outer: nodes })
      opened[character]++
      nodes = open.at(-1)?.nodes ?? root
      position++
    } else if (CLOSED_BY[character]) {
      position++
      // One bracket that is missing must not cost the rest of the file its structure.
      if (opened[CLOSED_BY[character]] > 0) while (close(position) !== CLOSED_BY[character]);
    } else {
      const word = matchAt(WORD)
      if (word !== undefined) nodes.push({ kind: 'word', text: word, at, end: position })
      else nodes.push({ kind: 'sign', text: matchAt(OPERATOR) ?? '', at, end: position })
    }
  }

  function matchAt(pattern: RegExp): string | undefined {
    pattern.lastIndex = position
    const match = pattern.exec(text)?.[0]
    if (match !== undefined) position += match.length
    return match
  }

  function lineEnd(from: number): number {
    const end = text.indexOf('\n', from)
    return end < 0 ? text.length : end
  }

  function close(end: number): Bracket | undefined {
    const group = open.pop()
    if (!group) return undefined
    const { bracket, at, outer } = group
    opened[bracket]--
    outer.push({ kind: 'group', open: bracket, nodes: group.nodes, at, end })
    nodes = outer
    return bracket
  }

  /** Kotlin's comments nest, Groovy's do not. */
  function comment(): void {
    const start = position
    let depth = 0
    COMMENT_PART.lastIndex = position
    do {
      const part = COMMENT_PART.exec(text)
      if (!part) throw new SyntaxFault('the comment has no end', start)
      if (part[0] === '*/') depth--
      else if (depth === 0 || dialect === 'kotlin') depth++
      position = part.index + 2
    } while (depth > 0)
  }

  function quoted(quote: '"' | "'"): void {
    const three = quote === '"' ? '"""' : "'''"
    const delimiter = text.startsWith(three, position) ? three : quote
    const start = position
    const at = position + delimiter.length
    const holes: Hole[] = []
    const { end, closed } = endOfQuoted(at, delimiter, 0, holes)
    if (!closed && delimiter === three) throw new SyntaxFault('the text in quotes has no end', start)
    position = closed ? end + delimiter.length : end
    nodes.push({ kind: 'quoted', text: text.slice(at, end), at, end: position, holes })
  }

  /** Where the text in quotes ends that begins at `from`, and the expressions in it. */
  function endOfQuoted(
    from: number,
    delimiter: keyof typeof IN_QUOTES,
    depth: number,
    holes?: Hole[]
  ): { end: number; closed: boolean } {
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
        at = endOfHole(stop.index, depth)
        const braces = text[stop.index + 1] === '{' ? 1 : 0
        const expression = text.slice(stop.index + 1 + braces, at - braces)
        holes?.push({ expression, at: stop.index, end: at })
      }
    }
  }

  function endOfHole(from: number, depth: number): number {
    if (text[from + 1] !== '{') {
      const name = HOLE_NAMES[dialect]
      name.lastIndex = from
      return from + (name.exec(text)?.[0].length ?? 1)
    }
    if (depth >= DEEPEST_HOLE) return from + 2
    let at = from + 2
    for (let braces = 1; braces > 0; ) {
      IN_HOLE.lastIndex = at
      const part = IN_HOLE.exec(text)
      if (!part) return text.length
      if (part[0] === '\n') return part.index
      at = part.index + 1
      if (part[0] === '{') braces++
      else if (part[0] === '}') braces--
      else {
        const { end, closed } = endOfQuoted(at, part[0] as '"' | "'", depth + 1)
        at = closed ? end + 1 : end
      }
    }
    return at
  }

  function backquoted(): void {
    const at = position + 1
    const end = text.indexOf('`', at)
    const line = lineEnd(at)
    const stop = end < 0 ? line : Math.min(end, line)
    nodes.push({ kind: 'word', text: text.slice(at, stop), at, end: stop })
    position = stop === end ? stop + 1 : stop
  }

  /** Groovy's `/text/`, which may hold quotes. */
  function slashy(): boolean {
    const before = nodes.at(-1)
    const first =
      before === undefined || ((before.kind === 'sign' || before.kind === 'word') && BEFORE_SLASHY.test(before.text))
    if (!first) return false
    const at = position + 1
    const match = matchAt(SLASHY)
    if (match === undefined) return false
    nodes.push({ kind: 'quoted', text: match.slice(1, -1), at, end: position, holes: [] })
    return true
  }
}

/** Cuts what stands between braces into statements: at semicolons, arrows, and line ends that do not show it goes on. */
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

/** Cuts what stands between round or square brackets at its commas. */
export function separated(nodes: readonly ScriptNode[]): ScriptNode[][] {
  const items: ScriptNode[][] = [[]]
  for (const node of nodes) {
    if (isSign(node, ',')) items.push([])
    else if (!isSign(node, '\n')) items.at(-1)?.push(node)
  }
  return items.filter(item => item.length > 0)
}

/** The nodes that are no ends of lines. */
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
