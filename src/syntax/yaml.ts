/**
 * YAML as a tree with offsets, parsed by the `yaml` package (YAML 1.2, https://yaml.org/spec/1.2.2/). For small files:
 * the readers of large machine-written files read those line by line. Import this file on demand: it costs 10 ms at
 * start. Deliberately ignored: all documents after the first, tags, and the meaning of merge keys (`<<` is an ordinary
 * key).
 */

import {
  type Alias,
  Composer,
  type CST,
  type Document,
  type ErrorCode,
  isAlias,
  isMap,
  isScalar,
  Lexer,
  type Node,
  Parser,
  type Scalar,
  type YAMLMap,
  type YAMLSeq
} from 'yaml'
import { defined } from '../collections.ts'
import { SyntaxFault } from './fault.ts'
import type { Member, Parsed, TreeNode } from './tree.ts'

/** In characters; the rest is not parsed. A million take a second or two, and no file written by hand is that long. */
const MAXIMUM_LENGTH = 4_000_000

/**
 * Levels of nesting passed to the package, which recurses. Far fewer than the other parsers accept: if the stack runs
 * out while V8 compiles a regular expression, the whole process ends, and nothing can catch that.
 */
const MAXIMUM_NESTING = 200

/**
 * Nodes that aliases may add to a file. The limit of the package counts the uses of one anchor, and so refuses harmless
 * files that use one a hundred times. An alias bomb exhausts the code that walks the whole tree.
 */
const MAXIMUM_ALIASED = 100_000

const NOT_BLANK = /[^ \t\r\n]/g
const TOO_DEEP = 'nested too deeply'
const MESSAGES: Partial<Record<ErrorCode, string>> = {
  BAD_SCALAR_START: 'a plain value cannot start with this character: quote it',
  BAD_INDENT: 'wrong indentation or missing bracket',
  BLOCK_AS_IMPLICIT_KEY: 'a nested mapping or list must start on its own line',
  BLOCK_IN_FLOW: 'block collections are not allowed inside brackets',
  MISSING_CHAR: 'missing quote, bracket, comma or colon',
  RESOURCE_EXHAUSTION: TOO_DEEP,
  TAB_AS_INDENT: 'tabs are not allowed as indentation',
  UNEXPECTED_TOKEN: 'unexpected token'
}

/** A node with an anchor. `node` is missing while it is still being read: an alias to it is then an alias to itself. */
interface Anchor {
  readonly node?: TreeNode
  /** The number of its nodes, with its aliases expanded. */
  readonly size: number
}

/**
 * Parses the first document of a YAML text. An alias becomes the node of its anchor, with the offsets of the anchor.
 * Never throws on bad input: the result holds the fault and everything read before it.
 */
export function parseYaml(text: string): Parsed {
  const length = text.length > MAXIMUM_LENGTH ? text.lastIndexOf('\n', MAXIMUM_LENGTH) + 1 : text.length
  const { document, deepAt } = firstDocument(length < text.length ? text.slice(0, length) : text)
  if (!document) return { root: nothing(0), fault: new SyntaxFault(TOO_DEEP, 0) }

  const limit = limitAt(deepAt, length < text.length ? length : undefined)
  const found = firstFault(document)
  // What is cut off lacks its closing brackets: that is no mistake of the file.
  const tree = new TreeBuilder(text, limit && (!found || found.at >= limit.at) ? limit : found)
  const root = document.contents ? tree.node(document.contents) : nothing(0)
  return defined({ root, fault: tree.fault })
}

/** The fault of a text that is not read to its end: it nests too deeply at one offset, or is too long. */
function limitAt(deep: number | undefined, long: number | undefined): SyntaxFault | undefined {
  if (deep !== undefined) return new SyntaxFault(TOO_DEEP, deep)
  return long === undefined ? undefined : new SyntaxFault(`longer than ${MAXIMUM_LENGTH} characters`, long)
}

/** Makes the tree from the nodes of the package, up to the first fault. */
class TreeBuilder {
  fault: SyntaxFault | undefined
  private readonly text: string
  private readonly anchors = new Map<string, Anchor>()
  /** The number of nodes so far, with aliases expanded, and of those from aliases. */
  private size = 0
  private aliased = 0

  constructor(text: string, fault: SyntaxFault | undefined) {
    this.text = text
    this.fault = fault
  }

  node(source: Node): TreeNode {
    if (isAlias(source)) return this.alias(source)
    const { anchor } = source as Scalar | YAMLMap | YAMLSeq
    const before = this.size
    if (anchor !== undefined) this.anchors.set(anchor, { size: 0 })
    this.size++
    const node = this.value(source)
    if (anchor !== undefined) this.anchors.set(anchor, { node, size: this.size - before })
    return node
  }

  /** Stops for a reason unknown to the package. */
  private stop(message: string, at: number): void {
    if (!this.fault || at < this.fault.at) this.fault = new SyntaxFault(message, at)
  }

  /** Whether a node at this offset is read: those after the first fault are not. */
  private isRead(at: number): boolean {
    return !this.fault || at < this.fault.at
  }

  private value(source: Node): TreeNode {
    if (isScalar(source)) return this.scalar(source)
    const at = offset(source)
    if (isMap(source)) return { kind: 'map', members: [...this.members(source)], at }
    return { kind: 'list', items: [...this.items(source as YAMLSeq)], at }
  }

  private *members(source: YAMLMap): Generator<Member> {
    for (const pair of source.items) {
      const keyNode = pair.key as Node
      const keyAt = this.contentOffset(keyNode)
      if (!this.isRead(keyAt)) return
      const key = this.keyText(keyNode)
      const valueNode = pair.value as Node | null
      const valueAt = valueNode ? offset(valueNode) : (keyNode.range?.[1] ?? keyAt)
      const value = valueNode && this.isRead(valueAt) ? this.node(valueNode) : nothing(valueAt)
      yield { key, keyAt, value }
    }
  }

  private *items(source: YAMLSeq): Generator<TreeNode> {
    for (const item of source.items as Node[]) {
      if (!this.isRead(offset(item))) return
      yield this.node(item)
    }
  }

  /** The text of a key. A map or list as a key, which none of our formats has, is kept as it is written. */
  private keyText(source: Node): string {
    const key = this.node(source)
    if (key.kind === 'text') return key.value
    if (key.kind === 'scalar') return key.text
    return this.text.slice(source.range?.[0], source.range?.[1])
  }

  private alias(source: Alias): TreeNode {
    const at = offset(source)
    const anchor = this.anchors.get(source.source)
    if (!anchor) this.stop('unknown alias: no anchor above it', at)
    else if (!anchor.node) this.stop('the alias refers to a node that contains it', at)
    else {
      this.aliased += anchor.size
      this.size += anchor.size
      if (this.aliased <= MAXIMUM_ALIASED) return anchor.node
      this.stop(`aliases add more than ${MAXIMUM_ALIASED} nodes`, at)
    }
    return nothing(at)
  }

  private scalar(source: Scalar): TreeNode {
    const at = this.contentOffset(source)
    // A quoted text without its closing quote goes on to the end of the text, where the package reports it.
    if (this.fault && isQuoted(source) && this.fault.at <= this.unclosedEnd(source)) {
      this.stop(this.fault.message, offset(source))
      return nothing(at)
    }
    if (typeof source.value === 'string') return { kind: 'text', value: source.value, at }
    return { kind: 'scalar', text: source.source ?? '', at }
  }

  /** The last offset at which a fault spoils a quoted text: after its end if the closing quote is missing. */
  private unclosedEnd(source: Scalar): number {
    const [start, end] = source.range ?? [0, 0]
    return end - start > 1 && this.text[end - 1] === this.text[start] ? end - 1 : end
  }

  /** The offset of the first character of a node's content: inside the quotes, below the header of a block. */
  private contentOffset(source: Node): number {
    const at = offset(source)
    if (!isScalar(source)) return at
    if (isQuoted(source)) return at + 1
    if (source.type !== 'BLOCK_LITERAL' && source.type !== 'BLOCK_FOLDED') return at
    const line = this.text.indexOf('\n', at) + 1
    NOT_BLANK.lastIndex = line
    const content = line > 0 ? (NOT_BLANK.exec(this.text)?.index ?? this.text.length) : this.text.length
    return content < (source.range?.[1] ?? 0) ? content : at
  }
}

function isQuoted({ type }: Scalar): boolean {
  return type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE'
}

function offset(source: Node): number {
  return source.range?.[0] ?? 0
}

/** The node of a missing value. */
function nothing(at: number): TreeNode {
  return { kind: 'scalar', text: '', at }
}

/** The first document, and the offset from which on it is not read because it nests too deeply. */
interface Read {
  readonly document?: Document.Parsed
  readonly deepAt?: number
}

function firstDocument(text: string): Read {
  // The package makes an error for each wrong character; most of that time would go into their stack traces.
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  const tokens = new Tokens(text)
  try {
    const composer = new Composer({
      schema: 'core',
      merge: false,
      resolveKnownTags: false,
      uniqueKeys: false,
      strict: false
    })
    const read = (document: Document.Parsed): Read => defined({ document, deepAt: tokens.deepAt })
    for (const token of tokens.ofFirstDocument()) for (const document of composer.next(token)) return read(document)
    for (const document of composer.end(true, text.length)) return read(document)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
  return {}
}

/** The tokens of a text, with one error at most. */
class Tokens {
  /** The offset from which on the text nests too deeply to be read; set once the tokens are read. */
  deepAt: number | undefined
  private readonly text: string
  private read = false
  private failed = false

  constructor(text: string) {
    this.text = text
  }

  /** The tokens of the first document and of the text up to the next one, or up to where it nests too deeply. */
  *ofFirstDocument(): Generator<CST.Token> {
    const parser = new Parser()
    for (const lexeme of new Lexer().lex(this.text)) {
      const { offset } = parser
      yield* this.kept(parser.next(lexeme))
      if (parser.stack.length > MAXIMUM_NESTING) {
        this.deepAt = offset
        break
      }
      if (this.read && parser.stack.length > 0) return
    }
    yield* this.kept(parser.end())
  }

  private *kept(all: Iterable<CST.Token>): Generator<CST.Token> {
    for (const token of all) {
      const wrong = token.type === 'error'
      if (!wrong || !this.failed) yield token
      this.read ||= token.type === 'document'
      this.failed ||= wrong
    }
  }
}

/** The first error of the text. An unresolved tag is not one: its value is read as if it had no tag. */
function firstFault(document: Document.Parsed): SyntaxFault | undefined {
  let fault: SyntaxFault | undefined
  for (const { code, pos } of document.errors) {
    if (code === 'TAG_RESOLVE_FAILED' || (fault && fault.at <= pos[0])) continue
    fault = new SyntaxFault(MESSAGES[code] ?? 'invalid YAML', pos[0])
  }
  return fault
}
