/**
 * XML elements with the offset of every name, attribute value and text, read up to the first fault.
 * Specification: XML 1.0, https://www.w3.org/TR/xml/. Deliberately ignored: DTDs (entities declared in one stay
 * unexpanded), namespaces (a prefix is part of the name), and rules whose violation does no harm: the characters
 * allowed in names and texts, `--` in comments, `]]>` in texts, an `&` that begins no reference.
 */

import { defined } from '../collections.ts'
import { Cursor } from './cursor.ts'
import { SyntaxFault } from './fault.ts'
import { MAXIMUM_DEPTH } from './tree.ts'

/** A text with its entities decoded and without the blanks around it; `at` is the offset of its first character. */
export interface XmlText {
  readonly value: string
  /** Of an empty text: the offset where it would begin. */
  readonly at: number
}

/** One element. `at` is the offset of its name. `content` is its own text without comments; `''` if it has none. */
export interface XmlElement {
  readonly name: string
  readonly at: number
  readonly attributes: ReadonlyMap<string, XmlText>
  readonly children: readonly XmlElement[]
  readonly content: XmlText
  /** False if a fault came before the end tag: children and content may then be incomplete. */
  readonly closed: boolean
}

/** With a fault, `root` holds everything before it; it is missing if not even one tag was read. */
export interface ParsedXml {
  readonly root?: XmlElement
  readonly fault?: SyntaxFault
}

/** An element whose end tag was not read yet. */
interface OpenElement {
  readonly name: string
  readonly at: number
  readonly attributes: ReadonlyMap<string, XmlText>
  readonly children: XmlElement[]
  readonly runs: Run[]
  /** Offset of the content. */
  readonly from: number
}

/** A part of a text: a run of the document, or the characters that one reference means. */
interface Run {
  readonly value: string
  readonly at: number
  readonly reference?: true
}

const NAME = /[A-Za-z_:\u0080-\uffff][\w:.\u0080-\uffff-]*/y
const NON_BLANK = /[^ \t\r\n]/
const BLANKS = /[ \t\r\n]*/y
// The marks that end a document type declaration, or that hide its end.
const DOCTYPE_PART = /["'[\]>]|<!--|<\?/g
const REFERENCE = /&(?:#(?<decimal>\d+)|#x(?<hexadecimal>[\dA-Fa-f]+)|(?<name>[a-z]{2,4}));/y
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
// https://www.w3.org/TR/xml/#sec-line-ends
const LINE_END = /\r\n?/g
// https://www.w3.org/TR/xml/#AVNormalize
const BLANK_IN_ATTRIBUTE = /\r\n|[\t\r\n]/g

/** Parses an XML text. Never throws on bad input: the result holds the fault and everything read before it. */
export function parseXml(text: string): ParsedXml {
  return new XmlParser(text).parse()
}

class XmlParser {
  private readonly cursor: Cursor
  private readonly open: OpenElement[] = []
  private root: XmlElement | undefined

  constructor(text: string) {
    this.cursor = new Cursor(text)
  }

  parse(): ParsedXml {
    const fault = this.document()
    while (this.open.length > 0) this.close(false)
    return defined({ root: this.root, fault })
  }

  private document(): SyntaxFault | undefined {
    try {
      while (!this.cursor.isAtEnd()) this.markup()
      const innermost = this.open.at(-1)
      if (innermost) return this.cursor.fault('unclosed element', innermost.at)
      return this.root ? undefined : this.cursor.fault('expected an element')
    } catch (error) {
      if (error instanceof SyntaxFault) return error
      throw error
    }
  }

  /** Reads the text up to the next "<" and the markup that begins there. */
  private markup(): void {
    const { cursor } = this
    this.characters(cursor.indexOf('<'))
    if (cursor.isAtEnd()) return
    if (cursor.startsWith('<!--')) this.skipPast('-->', 4, 'unterminated comment')
    else if (cursor.startsWith('<![CDATA[')) this.characterData()
    else if (cursor.startsWith('<?')) this.skipPast('?>', 2, 'unterminated processing instruction')
    else if (cursor.startsWith('<!DOCTYPE')) this.doctype()
    else if (cursor.startsWith('</')) this.endTag()
    else this.startTag()
  }

  /** Moves past the next `mark`, searched from `length` characters after the position. */
  private skipPast(mark: string, length: number, message: string): void {
    const { cursor } = this
    const end = cursor.text.indexOf(mark, cursor.at + length)
    if (end < 0) throw cursor.fault(message)
    cursor.at = end + mark.length
  }

  private characters(end: number): void {
    const { cursor } = this
    const { at } = cursor
    const raw = cursor.text.slice(at, end)
    const isBlank = !NON_BLANK.test(raw)
    const parent = this.open.at(-1)
    if (parent) {
      if (!isBlank || parent.runs.length > 0) addRuns(parent.runs, raw, at)
    } else if (!isBlank) throw cursor.fault('expected an element, not text', at + raw.search(NON_BLANK))
    cursor.at = end
  }

  private characterData(): void {
    const { cursor } = this
    const parent = this.open.at(-1)
    if (!parent) throw cursor.fault('expected an element, not text')
    const { length } = '<![CDATA['
    const at = cursor.at + length
    this.skipPast(']]>', length, 'unterminated CDATA section')
    parent.runs.push({ value: cursor.text.slice(at, cursor.at - 3), at })
  }

  /** Skips a document type declaration with its internal subset; https://www.w3.org/TR/xml/#NT-doctypedecl. */
  private doctype(): void {
    const { cursor } = this
    const start = cursor.at
    if (this.root || this.open.length > 0)
      throw cursor.fault('the document type declaration must come before the root element')
    cursor.at += '<!DOCTYPE'.length
    let inSubset = false
    for (;;) {
      const part = this.doctypePart()
      if (part === undefined) throw cursor.fault('unterminated document type declaration', start)
      if (part === '[') inSubset = true
      else if (part === ']') inSubset = false
      else if (part === '>' && !inSubset) return
    }
  }

  /** Moves past the next mark, or past the comment, instruction or quoted text that it begins. */
  private doctypePart(): string | undefined {
    const { cursor } = this
    DOCTYPE_PART.lastIndex = cursor.at
    const match = DOCTYPE_PART.exec(cursor.text)
    if (!match) return undefined
    const [part] = match
    cursor.at = match.index
    if (part === '<!--') this.skipPast('-->', 4, 'unterminated comment')
    else if (part === '<?') this.skipPast('?>', 2, 'unterminated processing instruction')
    else if (part === '"' || part === "'") this.skipPast(part, 1, 'unterminated string')
    else cursor.at++
    return part
  }

  private endTag(): void {
    const { cursor } = this
    const start = cursor.at
    cursor.at += 2
    const name = cursor.match(NAME)
    if (name === undefined || name !== this.open.at(-1)?.name) throw cursor.fault('unexpected end tag', start)
    cursor.skip(BLANKS)
    if (cursor.peek() !== '>') throw cursor.fault('expected ">" after the name of the end tag')
    cursor.at++
    this.close(true)
  }

  private startTag(): void {
    const { cursor } = this
    const start = cursor.at++
    const at = cursor.at
    const name = cursor.match(NAME)
    if (name === undefined) throw cursor.fault('expected a tag after "<"', start)
    if (this.root) throw cursor.fault('more than one root element', at)
    if (this.open.length >= MAXIMUM_DEPTH) throw cursor.fault(`nested deeper than ${MAXIMUM_DEPTH} levels`, at)
    const attributes = new Map<string, XmlText>()
    while (!this.endsStartTag(start)) this.attribute(attributes)
    const isEmpty = cursor.text[cursor.at] === '/'
    cursor.at += isEmpty ? 2 : 1
    this.open.push({ name, at, attributes, children: [], runs: [], from: cursor.at })
    if (isEmpty) this.close(true)
  }

  /** Skips blanks up to an attribute, or to the ">" or "/>" of the start tag that begins at `start`. */
  private endsStartTag(start: number): boolean {
    const { cursor } = this
    const { at } = cursor
    cursor.skip(BLANKS)
    if (cursor.text[cursor.at] === '>' || cursor.startsWith('/>')) return true
    if (cursor.isAtEnd()) throw cursor.fault('unterminated tag', start)
    if (cursor.at === at) throw cursor.fault('expected a space, ">" or "/>" in the tag')
    return false
  }

  private attribute(attributes: Map<string, XmlText>): void {
    const { cursor } = this
    const at = cursor.at
    const name = cursor.match(NAME)
    if (name === undefined) throw cursor.fault('expected an attribute name')
    if (attributes.has(name)) throw cursor.fault('duplicate attribute', at)
    cursor.skip(BLANKS)
    if (cursor.peek() !== '=') throw cursor.fault('expected "=" after the attribute name')
    cursor.at++
    cursor.skip(BLANKS)
    attributes.set(name, this.attributeValue())
  }

  private attributeValue(): XmlText {
    const { cursor } = this
    const quote = cursor.peek()
    if (quote !== '"' && quote !== "'") throw cursor.fault('expected a quoted attribute value')
    const start = cursor.at + 1
    this.skipPast(quote, 1, 'unterminated attribute value')
    const raw = cursor.text.slice(start, cursor.at - 1)
    const less = raw.indexOf('<')
    if (less >= 0) throw cursor.fault('unexpected "<" in an attribute value', start + less)
    const runs: Run[] = []
    addRuns(runs, raw, start)
    return trimmed(runs, start, BLANK_IN_ATTRIBUTE, ' ')
  }

  private close(closed: boolean): void {
    const element = this.open.pop()
    if (!element) return
    const { name, at, attributes, children, runs, from } = element
    const content = trimmed(runs, from, LINE_END, '\n')
    const done = { name, at, attributes, children, content, closed }
    const parent = this.open.at(-1)
    if (parent) parent.children.push(done)
    else this.root = done
  }
}

/** Follows a path of names, at each name to the first child of that name; undefined if one is missing. */
export function childElement(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let at = parent
  for (const name of path) at = at?.children.find(child => child.name === name)
  return at
}

/** Every element that a path of names leads to; none if the parent is missing. */
export function childElements(parent: XmlElement | undefined, ...path: readonly string[]): readonly XmlElement[] {
  let found = parent ? [parent] : []
  for (const name of path) found = found.flatMap(element => element.children.filter(child => child.name === name))
  return found
}

/** Every attribute value and text of an element and its descendants, joined by blanks, to search in. */
export function elementWords({ attributes, children, content }: XmlElement): string {
  const values = Array.from(attributes.values(), ({ value }) => value)
  return [...values, content.value, ...children.map(elementWords)].join(' ')
}

/** Cuts a text at its references, so that each run and reference keeps its own offset. */
function addRuns(runs: Run[], raw: string, at: number): void {
  let from = 0
  for (let ampersand = raw.indexOf('&'); ampersand >= 0; ampersand = raw.indexOf('&', ampersand + 1)) {
    REFERENCE.lastIndex = ampersand
    const match = REFERENCE.exec(raw)
    const value = match?.groups ? decoded(match.groups) : undefined
    if (value === undefined) continue
    if (ampersand > from) runs.push({ value: raw.slice(from, ampersand), at: at + from })
    runs.push({ value, at: at + ampersand, reference: true })
    from = REFERENCE.lastIndex
  }
  if (from < raw.length) runs.push({ value: raw.slice(from), at: at + from })
}

/** The character that a reference means; undefined for an entity of a DTD and for a number without a character. */
function decoded(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const { decimal, hexadecimal, name } = groups
  if (name !== undefined) return ENTITIES[name]
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : undefined
}

/**
 * Joins runs and removes the blanks around the whole. Line ends are replaced in runs of the document only, not in the
 * characters that references mean: https://www.w3.org/TR/xml/#sec-line-ends, https://www.w3.org/TR/xml/#AVNormalize.
 */
function trimmed(runs: readonly Run[], empty: number, blank: RegExp, replacement: string): XmlText {
  const first = runs.findIndex(run => NON_BLANK.test(run.value))
  const begin = runs[first]
  if (!begin) return { value: '', at: empty }
  const skipped = begin.value.search(NON_BLANK)
  const joined = runs
    .slice(first)
    .map(run => {
      const value = run === begin ? run.value.slice(skipped) : run.value
      return run.reference ? value : value.replace(blank, replacement)
    })
    .join('')
  let end = joined.length
  while (isBlank(joined.charCodeAt(end - 1))) end--
  return { value: joined.slice(0, end), at: begin.at + skipped }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9
}
