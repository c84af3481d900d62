/** The documents of a YAML stream, without a parser: https://yaml.org/spec/1.2.2/#91-documents. */

import { type Assembled, cut } from './assembled.ts'

const DOCUMENT_END = /^(?:---(?=[ \t\r\n]|$)|\.\.\.(?=[ \t\r\n]|$))/gm

/** The documents of a text. Nothing else may begin a line like their ends: https://yaml.org/spec/1.2.2/#rule-c-forbidden. */
export function* documentsOf(stream: Assembled): Generator<Assembled> {
  const { text } = stream
  let start = 0
  for (const { index, 0: end } of text.matchAll(DOCUMENT_END)) {
    if (index > start) yield cut(stream, start, index)
    start = index + end.length
  }
  if (start < text.length) yield cut(stream, start, text.length)
}
