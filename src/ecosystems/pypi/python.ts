/**
 * The tokens of a Python text, as far as finding lists of strings in it needs them.
 * Specification: https://docs.python.org/3/reference/lexical_analysis.html. Leaves out on purpose: indentation, numbers as
 * such, and what escapes in strings mean: a string is told as it is written.
 */

import { SyntaxFault } from '../../syntax/fault.ts'
import type { Placed } from '../../syntax/lines.ts'

/** A string, a name, or any other sign. `at` is the offset of its first character; of a string, inside the quotes. */
export interface Token extends Placed {
  readonly kind: 'string' | 'name' | 'sign'
  /** How many brackets are open around it; a bracket stands outside of itself. */
  readonly depth: number
  /** Whether a statement may begin with it. */
  readonly begins: boolean
  /** Whether names in braces stand for their values: `f"…"`. */
  readonly formatted: boolean
}

// Sticky, each a single run.
const NAME = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y
const PREFIX = /^[rRbBuUfFtT]{1,3}$/
const SIGN = /==|!=|<=|>=|\+=|:=|->|\d[\w.]*|[^\s]/y
const OPENS = '([{'
const CLOSES = ')]}'

/** Reads the tokens of a text; with a fault where a string does not end, and the tokens before it. */
export function tokenize(text: string): { tokens: readonly Token[]; fault?: SyntaxFault } {
  const tokens: Token[] = []
  let position = 0
  let depth = 0
  let begins = true

  while (position < text.length) {
    const character = text[position] as string
    if (character === '\n') {
      begins ||= depth === 0
      position++
    } else if (character === ' ' || character === '\t' || character === '\r') position++
    else if (character === '\\') position += text.startsWith('\r\n', position + 1) ? 3 : 2
    else if (character === '#') position = endOf('\n', position)
    else if (character === '"' || character === "'") {
      const fault = quoted(position, '')
      if (fault) return { tokens, fault }
    } else {
      NAME.lastIndex = position
      const name = NAME.exec(text)?.[0]
      if (name === undefined) sign()
      else {
        const next = text[position + name.length]
        if ((next === '"' || next === "'") && PREFIX.test(name)) {
          const fault = quoted(position + name.length, name)
          if (fault) return { tokens, fault }
        } else {
          push('name', name, position)
          position += name.length
        }
      }
    }
  }
  return { tokens }

  function push(kind: Token['kind'], value: string, at: number, formatted = false): void {
    tokens.push({ kind, text: value, at, depth, begins, formatted })
    begins = false
  }

  function sign(): void {
    SIGN.lastIndex = position
    const value = SIGN.exec(text)?.[0] ?? ' '
    if (CLOSES.includes(value)) depth = Math.max(0, depth - 1)
    push('sign', value, position)
    if (OPENS.includes(value)) depth++
    if (value === ';' && depth === 0) begins = true
    position += value.length
  }

  function endOf(mark: string, from: number): number {
    const end = text.indexOf(mark, from)
    return end < 0 ? text.length : end
  }

  function quoted(at: number, prefix: string): SyntaxFault | undefined {
    const quote = text[at] as string
    const isLong = text.startsWith(quote.repeat(3), at)
    const mark = isLong ? quote.repeat(3) : quote
    const start = at + mark.length
    let end = start
    for (;;) {
      const character = text[end]
      if (character === undefined || (character === '\n' && !isLong))
        return new SyntaxFault('the string has no closing quote', at)
      if (character === '\\') end += 2
      else if (character === quote && (!isLong || text.startsWith(mark, end))) break
      else end++
    }
    push('string', text.slice(start, end), start, /f/i.test(prefix))
    position = end + mark.length
    return undefined
  }
}
