/**
 * The syntax that `*.cabal` and `cabal.project` files share: fields in sections, by layout or in braces.
 * Specification: https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html#package-descriptions, read
 * as Cabal's own lexer and parser do (Distribution.Fields). Leaves out on purpose: what conditions say; the fields below
 * `if` and `else` are all read.
 */

import { SyntaxFault } from '../../syntax/fault.ts'
import { type Line, lines } from '../../syntax/lines.ts'
import type { GapEntry } from '../file-format.ts'

/** A section such as `library` or `if flag(x)`. Each has an object of its own, so that two of one kind differ. */
export interface Section {
  /** In lower case: `test-suite`, `if`. */
  readonly kind: string
}

/** A field with its content, which may go over several lines. */
export interface Field {
  /** In lower case. */
  readonly name: string
  /** Absent for the fields of the file itself. */
  readonly section?: Section
  /** As written, except that comment lines are blanks: offsets in it are offsets in the file, from `at` on. */
  readonly content: string
  readonly at: number
}

/** The fields of a file and the lines that are none, in their order; with a fault, everything up to it. */
export interface Fields {
  readonly parts: readonly (Field | GapEntry)[]
  readonly fault?: SyntaxFault
}

/** A section that may still hold what comes. */
interface OpenSection extends Section {
  /** Blanks before it; what stands deeper belongs to it, unless it has braces. */
  readonly indent: number
  readonly at: number
  braces: boolean
}

/** A field whose content may go on. */
interface OpenField {
  readonly name: string
  readonly section?: Section
  readonly indent: number
  /** Where the content begins and where it ends so far; both behind the colon while there is none. */
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
const NOT_BLANK = /\S/g
// Cabal's lexer also counts the non-breaking space as a blank, which \s does too.
const NAME = /[^\s:"{}()[\],=<>+*&|!$%^@#?/\\~]+/y
const BRACE_OR_QUOTE = /[{}"]/g

/** Reads the fields of a text. A line that is no field, no section and no content becomes a gap. */
export function readFields(text: string): Fields {
  const parts: (Field | GapEntry)[] = []
  const sections: OpenSection[] = []
  let field: OpenField | undefined

  for (const line of lines(text)) {
    const start = line.text.search(/\S/)
    if (start < 0) continue
    if (line.text.startsWith('--', start)) {
      field?.comments.push(line)
      continue
    }
    if (field && !field.braces && start <= field.indent) close(field)
    let position = field ? content(field, line, start) : start
    // A brace on a line of its own opens the section above it.
    if (position === start && line.text[start] !== '{') closeSections(start)
    while (position >= 0) position = element(line, position, position === start)
  }
  const open = sections.find(section => section.braces) ?? (field?.braces ? field : undefined)
  if (field) close(field)
  return open ? { parts, fault: new SyntaxFault('the file ends before "}"', open.at) } : { parts }

  /** Reads one field, section header or brace from `from` on; says where to go on, or -1 at the end of the line. */
  function element(line: Line, from: number, first: boolean): number {
    const start = skipBlank(line.text, from)
    const character = line.text[start]
    if (character === undefined) return -1
    if (character === '{') return openBrace(line, start)
    if (character === '}') return closeBrace(line, start)
    NAME.lastIndex = start
    const name = NAME.exec(line.text)?.[0]
    if (name === undefined) return gap('expected a field or a section', line, start)
    const behind = skipBlank(line.text, start + name.length)
    if (line.text[behind] === ':') {
      const at = line.at + behind + 1
      field = {
        name: name.toLowerCase(),
        ...inner(),
        indent: start,
        at,
        end: at,
        empty: true,
        braces: false,
        comments: []
      }
      if (first) return content(field, line, skipBlank(line.text, behind + 1))
      return inline(field, line, behind + 1)
    }
    if (!KINDS.has(name.toLowerCase())) return gap('no section of this kind is known', line, start)
    sections.push({ kind: name.toLowerCase(), indent: start, at: line.at + start, braces: false })
    return endOfHeader(line.text, behind)
  }

  /** Takes in what the line holds for a field; says where the line goes on behind its closing brace, or -1. */
  function content(open: OpenField, line: Line, from: number): number {
    let start = from
    if (open.empty && line.text[start] === '{') {
      start++
      open.braces = true
      open.at = line.at + start
    }
    open.empty &&= start === line.text.length
    const brace = open.braces ? line.text.indexOf('}', start) : -1
    open.end = line.at + (brace < 0 ? line.text.length : brace)
    if (brace < 0) return -1
    close(open)
    return brace + 1
  }

  /** A field behind something else on its line ends with the line, or with the brace of its section. */
  function inline(open: OpenField, line: Line, from: number): number {
    const start = skipBlank(line.text, from)
    if (line.text[start] === '{') return content(open, line, start)
    const brace = line.text.indexOf('}', start)
    open.end = line.at + (brace < 0 ? line.text.length : brace)
    close(open)
    return brace
  }

  function close(open: OpenField): void {
    const { name, section, at } = open
    parts.push({ name, ...(section ? { section } : {}), content: withoutComments(open), at })
    field = undefined
  }

  function withoutComments({ at, end, comments }: OpenField): string {
    const pieces: string[] = []
    let from = at
    for (const comment of comments) {
      if (comment.at >= end) break
      pieces.push(text.slice(from, comment.at), ' '.repeat(comment.text.length))
      from = comment.at + comment.text.length
    }
    return [...pieces, text.slice(from, end)].join('')
  }

  /** Leaves the sections that end above a line with this indentation; one in braces ends with its brace only. */
  function closeSections(indent: number): void {
    for (let last = sections.at(-1); last && !last.braces && last.indent >= indent; last = sections.at(-1)) {
      sections.pop()
    }
  }

  function openBrace(line: Line, at: number): number {
    const section = sections.at(-1)
    if (!section || section.braces) return gap('a brace stands behind no section', line, at)
    section.braces = true
    return at + 1
  }

  function closeBrace(line: Line, at: number): number {
    const index = sections.findLastIndex(section => section.braces)
    if (index < 0) return gap('a brace closes no section', line, at)
    sections.length = index
    return at + 1
  }

  function inner(): { section?: Section } {
    const section = sections.at(-1)
    return section ? { section } : {}
  }

  function gap(message: string, line: Line, at: number): number {
    parts.push({ gap: message, text: line.text, at: line.at + at })
    return -1
  }
}

/** Where the words behind the kind of a section end: at a brace outside quotes, or -1 for the end of the line. */
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
