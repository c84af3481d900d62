/**
 * The instructions of a Dockerfile, with the offset of everything: continued lines, comments, here-documents.
 * Specification: https://docs.docker.com/reference/dockerfile/#format. Leaves out on purpose: what instructions mean.
 */

import { type Assembled, cut, joined, standing } from './assembled.ts'
import { type Line, lines } from './lines.ts'

/** One instruction with what follows its name: continued lines joined, here-documents behind a line end. */
export interface Instruction {
  /** In capitals. */
  readonly name: string
  readonly body: Assembled
}

const DIRECTIVE = /^#\s*(?<key>[A-Za-z]+)\s*=\s*(?<value>\S+)\s*$/
const COMMENT = /^\s*#/
const INSTRUCTION = /\s*(?<name>[A-Za-z]+)(?:\s+|$)/y
const TABS = /^\t+/
const WITH_DOCUMENTS = new Set(['RUN', 'COPY', 'ADD', 'ONBUILD'])
const DOCUMENT = /(?:^|\s)\d*<<(?<tabs>-?)(?<quote>["']?)(?<delimiter>[A-Za-z_][\w.-]*)\k<quote>(?=\s|$|[;&|)])/g

/** The instructions of a file, comments left out. `ONBUILD` is what follows it. */
export function* instructions(text: string): Generator<Instruction> {
  const all = [...lines(text)]
  const continued = escapeOf(all) === '`' ? /`[ \t]*$/ : /\\[ \t]*$/
  /** Where each text last is a line of its own, so that a here-document without an end is not looked for in vain. */
  const lastLine = new Map(all.map((line, at) => [line.text.replace(TABS, ''), at]))
  let index = 0
  while (index < all.length) {
    const first = all[index++]
    if (!first || COMMENT.test(first.text) || first.text.trim() === '') continue
    const parts: Assembled[] = []
    let goesOn = add(first)
    while (goesOn) {
      const next = all[index]
      if (!next) break
      index++
      // Comments and empty lines may stand between the lines of an instruction.
      if (!COMMENT.test(next.text) && next.text.trim() !== '') goesOn = add(next)
    }
    const whole = joined(parts)
    let name = ''
    let begin = 0
    do {
      INSTRUCTION.lastIndex = begin
      const match = INSTRUCTION.exec(whole.text)
      name = match?.groups?.['name']?.toUpperCase() ?? ''
      begin += match?.[0].length ?? 0
    } while (name === 'ONBUILD')
    let body = cut(whole, begin, whole.text.length)
    const documents = WITH_DOCUMENTS.has(name) ? documentsOf(body.text) : []
    if (documents.length > 0) body = joined([body, ...documents])
    yield { name, body }

    function add(line: Line): boolean {
      const end = line.text.search(continued)
      parts.push(standing(end < 0 ? line.text : line.text.slice(0, end), line.at))
      return end >= 0
    }
  }

  /** The lines of here-documents. What only looks like one, having no end, is none. */
  function documentsOf(command: string): Assembled[] {
    const found: Assembled[] = []
    for (const { groups } of command.matchAll(DOCUMENT)) {
      const { tabs, delimiter = '' } = groups ?? {}
      if ((lastLine.get(delimiter) ?? -1) < index) continue
      const isEnd = ({ text: line }: Line) => (tabs === '-' ? line.replace(TABS, '') : line) === delimiter
      const from = all[index]?.at ?? 0
      let end = index
      while (end < all.length - 1 && !isEnd(all[end] as Line)) end++
      const to = all[end]
      if (to) found.push(standing(text.slice(from - 1, to.at + to.text.length), from - 1))
      index = end + 1
    }
    return found
  }
}

/** Parser directives stand before everything else. */
function escapeOf(all: readonly Line[]): string {
  for (const { text } of all) {
    const { key, value } = (text.length < 200 && DIRECTIVE.exec(text)?.groups) || {}
    if (key === undefined || value === undefined) return '\\'
    if (key.toLowerCase() === 'escape') return value
  }
  return '\\'
}
