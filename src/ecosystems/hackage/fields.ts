/**
 * The syntax that `*.cabal` and `cabal.project` files share: fields in sections, by layout or in braces.
 * Specification: https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html#package-descriptions, read
 * as Cabal's own lexer and parser do (Distribution.Fields). Deliberately ignored: conditions; all fields below `if` and
 * `else` are read.
 */

import { defined } from '../../collections.ts'
import { SyntaxFault } from '../../syntax/fault.ts'
import { type Line, lines } from '../../syntax/lines.ts'
import type { GapEntry } from '../file-format.ts'

/** A section such as `library` or `if flag(x)`. Each is an object of its own, so that two of one kind differ. */
export interface Section {
  /** In lower case: `test-suite`, `if`. */
  readonly kind: string
  /** What follows on its line: the name of a component, a condition. */
  readonly title: string
}

/** A field with its content, which may have several lines. */
export interface Field {
  /** In lower case. */
  readonly name: string
  /** Absent for the fields of the file itself. */
  readonly section?: Section
  /** The section around its conditions: `library`, `test-suite`. Absent for the fields of the file itself. */
  readonly component?: Section
  /** As written, except that comment lines are blanks: offsets in it are offsets in the file, from `at` on. */
  readonly content: string
  readonly at: number
}

/** The fields of a file, and gaps for unreadable lines, in their order; with a fault, everything up to it. */
export interface Fields {
  readonly parts: readonly (Field | GapEntry)[]
  readonly fault?: SyntaxFault
}

/** A section that may have more fields. */
interface OpenSection extends Section {
  /** Count of blanks before it; deeper lines belong to it, unless it has braces. */
  readonly indent: number
  readonly at: number
  braces: boolean
}

/** A field whose content may have more lines. */
interface OpenField {
  readonly name: string
  readonly section: Section | undefined
  readonly component: Section | undefined
  readonly indent: number
  /** Offsets of the begin of the content and of its present end; both after the colon while it is empty. */
  at: number
  end: number
  empty: boolean
  braces: boolean
  readonly comments: Line[]
}

const KINDS = new Set(
  `library foreign-library executable test-suite benchmark common flag custom-setup source-repository
  source-repository-package package repository program-options program-locations program-default-options test-options
  haddock init install-dirs if elif else`.split(/\s+/)
)
const CONDITIONS = new Set(['if', 'elif', 'else'])
const NOT_BLANK = /\S/g
// Cabal's lexer also counts the non-breaking space as a blank, which \s does too.
const NAME = /[^\s:"{}()[\],=<>+*&|!$%^@#?/\\~]+/y
const BRACE_OR_QUOTE = /[{}"]/g

/** Reads the fields of a text. A line that is neither field, section nor content becomes a gap. */
export function readFields(text: string): Fields {
  return new FieldReader(text).read()
}

/** Methods that read a part of a line return the index where the line goes on, or -1 at its end. */
class FieldReader {
  private readonly text: string
  private readonly parts: (Field | GapEntry)[] = []
  private readonly sections: OpenSection[] = []
  private field: OpenField | undefined

  constructor(text: string) {
    this.text = text
  }

  read(): Fields {
    for (const line of lines(this.text)) this.line(line)
    const { parts, field } = this
    const open = this.sections.find(({ braces }) => braces) ?? (field?.braces ? field : undefined)
    if (field) this.close(field)
    return open ? { parts, fault: new SyntaxFault('the file ends before "}"', open.at) } : { parts }
  }

  private line(line: Line): void {
    const start = line.text.search(/\S/)
    if (start < 0) return
    if (line.text.startsWith('--', start)) {
      this.field?.comments.push(line)
      return
    }
    if (this.field && !this.field.braces && start <= this.field.indent) this.close(this.field)
    let position = this.field ? this.content(this.field, line, start) : start
    // A brace on a line of its own opens the section above it.
    if (position === start && line.text[start] !== '{') this.closeSections(start)
    while (position >= 0) position = this.element(line, position, position === start)
  }

  /** Reads one field, section header or brace from `from` on; `first` is true at the beginning of the line. */
  private element(line: Line, from: number, first: boolean): number {
    const start = skipBlank(line.text, from)
    const character = line.text[start]
    if (character === undefined) return -1
    if (character === '{') return this.openBrace(line, start)
    if (character === '}') return this.closeBrace(line, start)
    NAME.lastIndex = start
    const name = NAME.exec(line.text)?.[0].toLowerCase()
    if (name === undefined) return this.gap('expected a field or a section', line, start)
    const end = skipBlank(line.text, start + name.length)
    if (line.text[end] === ':') {
      const field = this.open(name, start, line.at + end + 1)
      return first ? this.content(field, line, skipBlank(line.text, end + 1)) : this.inline(field, line, end + 1)
    }
    if (!KINDS.has(name)) return this.gap('unknown section', line, start)
    const headerEnd = endOfHeader(line.text, end)
    const title = line.text.slice(end, headerEnd < 0 ? undefined : headerEnd).trim()
    this.sections.push({ kind: name, title, indent: start, at: line.at + start, braces: false })
    return headerEnd
  }

  /** Begins a field whose content begins at an offset. */
  private open(name: string, indent: number, at: number): OpenField {
    const section = this.sections.at(-1)
    const component = this.sections.findLast(({ kind }) => !CONDITIONS.has(kind))
    const field = { name, section, component, indent, at, end: at, empty: true, braces: false, comments: [] }
    this.field = field
    return field
  }

  /** Adds the content of a line to a field. */
  private content(field: OpenField, line: Line, from: number): number {
    let start = from
    if (field.empty && line.text[start] === '{') {
      start++
      field.braces = true
      field.at = line.at + start
    }
    field.empty &&= start === line.text.length
    const brace = field.braces ? line.text.indexOf('}', start) : -1
    field.end = line.at + (brace < 0 ? line.text.length : brace)
    if (brace < 0) return -1
    this.close(field)
    return brace + 1
  }

  /** A field after something else on its line ends with the line, or with the brace of its section. */
  private inline(field: OpenField, line: Line, from: number): number {
    const start = skipBlank(line.text, from)
    if (line.text[start] === '{') return this.content(field, line, start)
    const brace = line.text.indexOf('}', start)
    field.end = line.at + (brace < 0 ? line.text.length : brace)
    this.close(field)
    return brace
  }

  private close(field: OpenField): void {
    const { name, section, component, at } = field
    this.parts.push(defined({ name, section, component, content: this.withoutComments(field), at }))
    this.field = undefined
  }

  private withoutComments({ at, end, comments }: OpenField): string {
    const texts: string[] = []
    let from = at
    for (const comment of comments) {
      if (comment.at >= end) break
      texts.push(this.text.slice(from, comment.at), ' '.repeat(comment.text.length))
      from = comment.at + comment.text.length
    }
    return [...texts, this.text.slice(from, end)].join('')
  }

  /** Closes the sections that end above a line with this indentation; one in braces ends with its brace only. */
  private closeSections(indent: number): void {
    const { sections } = this
    for (let last = sections.at(-1); last && !last.braces && last.indent >= indent; last = sections.at(-1)) {
      sections.pop()
    }
  }

  private openBrace(line: Line, at: number): number {
    const section = this.sections.at(-1)
    if (!section || section.braces) return this.gap('unexpected "{"', line, at)
    section.braces = true
    return at + 1
  }

  private closeBrace(line: Line, at: number): number {
    const index = this.sections.findLastIndex(({ braces }) => braces)
    if (index < 0) return this.gap('unexpected "}"', line, at)
    this.sections.length = index
    return at + 1
  }

  private gap(message: string, line: Line, at: number): number {
    this.parts.push({ gap: message, text: line.text, at: line.at + at })
    return -1
  }
}

/** The index of the brace, outside quotes, that ends the header of a section; -1 if the line has none. */
function endOfHeader(text: string, from: number): number {
  BRACE_OR_QUOTE.lastIndex = from
  for (let match = BRACE_OR_QUOTE.exec(text); match; match = BRACE_OR_QUOTE.exec(text)) {
    if (match[0] !== '"') return match.index
    const end = text.indexOf('"', match.index + 1)
    if (end < 0) return -1
    BRACE_OR_QUOTE.lastIndex = end + 1
  }
  return -1
}

function skipBlank(text: string, from: number): number {
  NOT_BLANK.lastIndex = from
  return NOT_BLANK.exec(text)?.index ?? text.length
}
