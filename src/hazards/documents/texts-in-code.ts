/** The literals of several lines in source code: manifests that a program applies. */

import { type Assembled, joined, standing } from '../../syntax/assembled.ts'
import { MASK } from '../../syntax/template.ts'
import type { SourceCode } from './source-code.ts'

/** The literals of several lines, with a mask for the code that is inserted into one. The documentation of a function of Python is none. */
export function* textsInCode(source: SourceCode): Generator<Assembled> {
  const { tokens, match } = source.code
  for (let at = 0; at < tokens.length; at++) {
    const { kind, value } = source.token(at)
    if (kind !== 'text') continue
    const close = isMade(source, at - 1, '(') ? (match[at - 1] ?? -1) : -1
    if (close > at) {
      const text = insertedInto(source, at, close)
      if (text.text.includes('\n')) yield text
      at = close
    } else if (value.includes('\n') && !isStatement(source, at)) yield written(source, at)
  }
}

/** Whether a mark is one that the lexer made of a literal with code in it. */
function isMade(source: SourceCode, at: number, mark: string): boolean {
  const { at: from, end } = source.token(at)
  return from === end && source.isMark(at, mark)
}

/** The pieces of a literal between the brackets around it. */
function insertedInto(source: SourceCode, from: number, close: number): Assembled {
  const parts: Assembled[] = []
  for (const at of source.level({ from, to: close })) {
    if (source.token(at).kind === 'text') parts.push(written(source, at))
    else if (isMade(source, at, '(')) parts.push(standing(MASK, source.token(at).at))
  }
  return joined(parts)
}

/** The text of a literal, where it is written. */
function written(source: SourceCode, at: number): Assembled {
  const { value, at: from, end } = source.token(at)
  return standing(value, Math.min(source.code.text.indexOf(value, from), end))
}

function isStatement(source: SourceCode, at: number): boolean {
  const { from, to } = source.piece(at)
  return source.code.language.name === 'python' && from === at && to === at + 1 && (source.code.opener[at] ?? -1) < 0
}
