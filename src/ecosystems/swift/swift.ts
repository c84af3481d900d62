/**
 * Swift as far as `Package.swift` needs it: words, literals and brackets. Nothing is run.
 * Specification: https://docs.swift.org/swift-book/documentation/the-swift-programming-language/lexicalstructure/. Leaves
 * out on purpose: regular expressions and the values of expressions.
 */

import { endOfLiteral, grouped, type Interpolation, type Program, type Token } from '../../syntax/brackets.ts'
import { SyntaxFault } from '../../syntax/fault.ts'
import { conflictIn } from '../../syntax/lines.ts'
import { MAXIMUM_DEPTH } from '../../syntax/tree.ts'

const BLANKS = /[\s;]+/y
const NAME = /[\p{L}_][\p{L}\p{N}_]*|`[^`\n]*`|\d[\w.]*/uy
const MARK = /\.\.<|\.\.\.|->|[\s\S]/y
const SIMPLE = /[^"\\\n]*"(?!")/y
const RAW = /(?<hashes>#{1,9})(?<quote>"""|")/y
const COMMENT_EDGE = /\/\*|\*\//g
const INTERPOLATION: Interpolation = { opener: '\\(', open: '(', close: ')', quotes: ['"""', '"'] }

/** Reads a Swift text into its words and brackets. */
export function readSwift(text: string): Program {
  return grouped(tokens(text))
}

function* tokens(text: string): Generator<Token> {
  let position = 0
  while (position < text.length) {
    match(BLANKS)
    if (position >= text.length) return
    const first = text.charAt(position)
    if ((first === '<' || first === '=' || first === '>') && (position === 0 || text[position - 1] === '\n')) {
      const conflict = conflictIn({ text: text.slice(position, position + 8), at: position })
      if (conflict) throw conflict
    }
    if (text.startsWith('//', position)) {
      const end = text.indexOf('\n', position)
      position = end < 0 ? text.length : end
    } else if (text.startsWith('/*', position)) skipComment()
    else yield token(first)
  }

  /** Comments of this kind nest. */
  function skipComment(): void {
    const start = position
    let depth = 0
    COMMENT_EDGE.lastIndex = position
    for (let edge = COMMENT_EDGE.exec(text); edge; edge = COMMENT_EDGE.exec(text)) {
      depth += edge[0] === '/*' ? 1 : -1
      position = COMMENT_EDGE.lastIndex
      if (depth === 0) return
      if (depth > MAXIMUM_DEPTH) throw new SyntaxFault(`nested deeper than ${MAXIMUM_DEPTH} levels`, start)
    }
    throw new SyntaxFault('the comment has no end', start)
  }

  function token(first: string): Token {
    const start = position
    if (first === '"') return literal(start)
    if (first === '#') {
      RAW.lastIndex = position
      const { hashes, quote } = RAW.exec(text)?.groups ?? {}
      if (hashes !== undefined && quote !== undefined) {
        const from = RAW.lastIndex
        const end = text.indexOf(quote + hashes, from)
        if (end < 0) throw new SyntaxFault('the string has no closing quote', start)
        position = end + quote.length + hashes.length
        return made('text', from, start, end, !text.slice(from, end).includes('\\'))
      }
    }
    if (match(NAME)) {
      const end = position
      if (text[position] === ':') position++
      return made(position > end ? 'label' : 'name', start, start, end)
    }
    match(MARK)
    return made('mark', start, start, position)
  }

  function literal(start: number): Token {
    const closer = text.startsWith('"""', start) ? '"""' : '"'
    const from = start + closer.length
    position = from
    const simple = closer === '"' && match(SIMPLE)
    const { end, exact } = simple
      ? { end: position, exact: true }
      : endOfLiteral(text, { start, from, closer, interpolation: INTERPOLATION, oneLine: closer === '"' })
    position = end
    return made('text', from, start, end - closer.length, exact && closer === '"')
  }

  function made(kind: Token['kind'], at: number, start: number, valueEnd: number, exact = true): Token {
    return { kind, value: text.slice(at, valueEnd), at, start, end: position, exact }
  }

  function match(pattern: RegExp): boolean {
    pattern.lastIndex = position
    if (!pattern.test(text)) return false
    position = pattern.lastIndex
    return true
  }
}
