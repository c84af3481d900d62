/**
 * Elixir as far as `mix.exs` and `mix.lock` need it: words, literals and brackets. Nothing is run.
 * Specification: https://hexdocs.pm/elixir/syntax-reference.html. Leaves out on purpose: what here-documents, sigils and
 * charlists hold, and the values of expressions.
 */

import { endOfLiteral, grouped, type Interpolation, type Program, type Token } from '../../syntax/brackets.ts'
import { conflictIn } from '../../syntax/lines.ts'

const BLANKS = /[\s;]+/y
const NAME = /[\p{L}_][\p{L}\p{N}_@]*[?!]?|\d[\w.]*/uy
const MARK = /=>|<>|->|<-|\|>|::|[\s\S]/y
const SIMPLE = /[^"\\#]*"(?!")/y
const SIGIL = /~(?:[a-z]|[A-Z][A-Z\d]*)(?<quote>"""|'''|["'(|[{</])/y
const CHARACTER = /\?(?:\\[\s\S]|[^\s\\])/y
const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' }
const INTERPOLATION: Interpolation = { opener: '#{', open: '{', close: '}', quotes: ['"""', '"'] }

/** Reads an Elixir text into its words and brackets. */
export function readElixir(text: string): Program {
  return grouped(tokens(text))
}

function* tokens(text: string): Generator<Token> {
  let position = 0
  let lineStart = 0
  while (position < text.length) {
    skipBlanks()
    if (position >= text.length) return
    const first = text.charAt(position)
    if ((first === '<' || first === '=' || first === '>' || first === '|') && position === lineStart) {
      const conflict = conflictIn({ text: text.slice(position, position + 8), at: position })
      if (conflict) throw conflict
    }
    if (first === '#') {
      const end = text.indexOf('\n', position)
      position = end < 0 ? text.length : end
    } else yield token(first)
  }

  function skipBlanks(): void {
    const from = position
    match(BLANKS)
    const lineEnd = text.slice(from, position).lastIndexOf('\n')
    if (lineEnd >= 0) lineStart = from + lineEnd + 1
  }

  function token(first: string): Token {
    const start = position
    if (first === '"' || first === "'") return literal(start, start)
    if (first === '~') {
      const quote = groupOf(SIGIL)
      if (quote !== undefined) {
        // What a sigil stands for depends on its letter.
        const { end } = endOfLiteral(text, { start, from: position, closer: CLOSERS[quote] ?? quote })
        position = end
        return made('text', start, start, end, false)
      }
    }
    if (first === '?' && match(CHARACTER)) return made('mark', start, start, position)
    if (first === ':' && text[start + 1] !== ':') {
      position++
      if (text[position] === '"' || text[position] === "'") return { ...literal(start, position), kind: 'atom' }
      if (match(NAME)) return made('atom', start + 1, start, position)
      position = start
    }
    if (match(NAME)) {
      const end = position
      if (isLabelEnd()) position++
      return made(position > end ? 'label' : 'name', start, start, end)
    }
    match(MARK)
    return made('mark', start, start, position)
  }

  /** `"…"`, `'…'` and here-documents; a key where a colon follows. */
  function literal(start: number, quoteAt: number): Token {
    const quote = text.charAt(quoteAt)
    const closer = text.startsWith(quote.repeat(3), quoteAt) ? quote.repeat(3) : quote
    const from = quoteAt + closer.length
    position = from
    const simple = closer === '"' && match(SIMPLE)
    const { end, exact } = simple
      ? { end: position, exact: true }
      : endOfLiteral(text, { start, from, closer, interpolation: INTERPOLATION })
    position = end
    const isKey = closer.length === 1 && isLabelEnd()
    if (isKey) position++
    return made(isKey ? 'label' : 'text', from, start, end - closer.length, exact && closer === '"')
  }

  /** A colon ends a key unless another one follows. */
  function isLabelEnd(): boolean {
    return text[position] === ':' && text[position + 1] !== ':'
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

  function groupOf(pattern: RegExp): string | undefined {
    pattern.lastIndex = position
    const quote = pattern.exec(text)?.groups?.['quote']
    if (quote !== undefined) position = pattern.lastIndex
    return quote
  }
}
