/**
 * The instructions of a Dockerfile, with the offset of everything: continued lines, comments, here-documents.
 * Specification: https://docs.docker.com/reference/dockerfile/#format. Deliberately ignored: the meaning of
 * instructions.
 */

import { type Assembled, cut, joined, standing } from './assembled.ts'
import { Cursor } from './cursor.ts'
import { type Line, lines } from './lines.ts'

/** One instruction. Its body has continued lines joined, and its here-documents after a line end. */
export interface Instruction {
  /** In upper case. */
  readonly name: string
  readonly body: Assembled
}

const DIRECTIVE = /^#\s*(?<key>[A-Za-z]+)\s*=\s*(?<value>\S+)\s*$/
const COMMENT = /^\s*#/
const INSTRUCTION = /\s*(?<name>[A-Za-z]+)(?:\s+|$)/y
const TABS = /^\t+/
const WITH_DOCUMENTS = new Set(['RUN', 'COPY', 'ADD', 'ONBUILD'])
const DOCUMENT = /(?:^|\s)\d*<<(?<tabs>-?)(?<quote>["']?)(?<delimiter>[A-Za-z_][\w.-]*)\k<quote>(?=\s|$|[;&|)])/g

/** The instructions of a file, without comments. Of `ONBUILD`, only the instruction after it. */
export function instructions(text: string): Generator<Instruction> {
  return new DockerfileReader(text).instructions()
}

class DockerfileReader {
  private readonly text: string
  private readonly lines: readonly Line[]
  /** The escape character at the end of a line that is continued. */
  private readonly continued: RegExp
  /** The last index of each line, so that the search for the end of a here-document is made only if there is one. */
  private readonly lastIndex: ReadonlyMap<string, number>
  /** The index of the next line. */
  private index = 0

  constructor(text: string) {
    this.text = text
    this.lines = [...lines(text)]
    this.continued = escapeOf(this.lines) === '`' ? /`[ \t]*$/ : /\\[ \t]*$/
    this.lastIndex = new Map(this.lines.map((line, index) => [line.text.replace(TABS, ''), index]))
  }

  *instructions(): Generator<Instruction> {
    for (let line = this.next(); line; line = this.next()) yield this.instruction(this.joinedLines(line))
  }

  /** The next line that is neither blank nor a comment: they are also allowed between continued lines. */
  private next(): Line | undefined {
    for (;;) {
      const line = this.lines[this.index]
      if (!line) return undefined
      this.index++
      if (!COMMENT.test(line.text) && line.text.trim() !== '') return line
    }
  }

  /** A line with the lines that continue it. */
  private joinedLines(first: Line): Assembled {
    const parts: Assembled[] = []
    for (let line: Line | undefined = first; line; ) {
      const { text, at }: Line = line
      const end = text.search(this.continued)
      parts.push(standing(end < 0 ? text : text.slice(0, end), at))
      line = end < 0 ? undefined : this.next()
    }
    return joined(parts)
  }

  private instruction(whole: Assembled): Instruction {
    const cursor = new Cursor(whole.text)
    let name = ''
    do name = cursor.groups(INSTRUCTION)?.['name']?.toUpperCase() ?? ''
    while (name === 'ONBUILD')
    const body = cut(whole, cursor.at, whole.text.length)
    const documents = WITH_DOCUMENTS.has(name) ? this.documentsOf(body.text) : []
    return { name, body: documents.length > 0 ? joined([body, ...documents]) : body }
  }

  /** The lines of here-documents, each with the line end before it. Without an end, an operator is ordinary text. */
  private documentsOf(command: string): Assembled[] {
    const found: Assembled[] = []
    for (const { groups } of command.matchAll(DOCUMENT)) {
      const { tabs, delimiter = '' } = groups ?? {}
      if ((this.lastIndex.get(delimiter) ?? -1) < this.index) continue
      const from = (this.lines[this.index]?.at ?? 0) - 1
      const last = this.endOfDocument(delimiter, tabs === '-')
      if (last) found.push(standing(this.text.slice(from, last.at + last.text.length), from))
    }
    return found
  }

  /** The line with the delimiter, or the last line of the file; moves past it. */
  private endOfDocument(delimiter: string, stripsTabs: boolean): Line | undefined {
    for (;;) {
      const line = this.lines[this.index]
      this.index++
      const isEnd = line && (stripsTabs ? line.text.replace(TABS, '') : line.text) === delimiter
      if (isEnd || this.index >= this.lines.length) return line
    }
  }
}

/** The escape character of a file. Parser directives come before everything else. */
function escapeOf(all: readonly Line[]): string {
  for (const { text } of all) {
    const { key, value } = (text.length < 200 && DIRECTIVE.exec(text)?.groups) || {}
    if (key === undefined || value === undefined) return '\\'
    if (key.toLowerCase() === 'escape') return value
  }
  return '\\'
}
