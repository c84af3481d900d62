/**
 * XML elements with the offset of every name, attribute value and text, read as far as it goes.
 * Specification: XML 1.0, https://www.w3.org/TR/xml/. Leaves out on purpose: DTDs (entities declared in one stay
 * unexpanded), namespaces (a prefix is part of the name), and the finer rules that do no harm when broken: which
 * characters a name or text may hold, `--` in comments, `]]>` in texts, an `&` that begins no reference.
 */

import { SyntaxFault } from './fault.ts'
import { MAXIMUM_DEPTH } from './tree.ts'

/** A text from the document, entities decoded, blanks around it trimmed; `at` is the offset of its first character. */
export interface XmlText {
  readonly value: string
  /** Where the text would begin, if it is empty. */
  readonly at: number
}

/** One element. `at` is the offset of its name. `content` is its own text with comments left out, `''` where there is none. */
export interface XmlElement {
  readonly name: string
  readonly at: number
  readonly attributes: ReadonlyMap<string, XmlText>
  readonly children: readonly XmlElement[]
  readonly content: XmlText
  /** False where a fault came before the end tag: children and content may be cut off. */
  readonly closed: boolean
}

/** What was read; with a fault, `root` holds everything up to it, and is missing where not even one tag was read. */
export interface ParsedXml {
  readonly root?: XmlElement
  readonly fault?: SyntaxFault
}

/** An element whose end tag has not come yet. */
interface OpenElement {
  readonly name: string
  readonly at: number
  readonly attributes: ReadonlyMap<string, XmlText>
  readonly children: XmlElement[]
  readonly pieces: Piece[]
  /** Where the content begins. */
  readonly from: number
}

/** A part of a text: a run copied from the document, or what one reference stands for. */
interface Piece {
  readonly value: string
  readonly at: number
  readonly reference?: true
}

const NAME = /[A-Za-z_:\u0080-\uffff][\w:.\u0080-\uffff-]*/y
const NON_BLANK = /[^ \t\r\n]/
const NON_BLANK_FROM = /[^ \t\r\n]/g
// What can end or hide the end of a document type declaration.
const DOCTYPE_PART = /["'[\]>]|<!--|<\?/g
const REFERENCE = /&(?:#(?<decimal>\d+)|#x(?<hexadecimal>[\dA-Fa-f]+)|(?<name>[a-z]{2,4}));/y
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
// https://www.w3.org/TR/xml/#sec-line-ends
const LINE_END = /\r\n?/g
// https://www.w3.org/TR/xml/#AVNormalize
const BLANK_IN_ATTRIBUTE = /\r\n|[\t\r\n]/g

/** Parses an XML text. Never throws on bad input: the fault stands in the result beside what was read before it. */
export function parseXml(text: string): ParsedXml {
  const open: OpenElement[] = []
  let root: XmlElement | undefined
  let position = 0

  const fault = read()
  while (open.length > 0) close(false)
  return { ...(root ? { root } : {}), ...(fault ? { fault } : {}) }

  function read(): SyntaxFault | undefined {
    try {
      while (position < text.length) markup()
      const innermost = open.at(-1)
      if (innermost) stop('the element has no end tag', innermost.at)
      if (!root) stop('the file holds no element')
      return undefined
    } catch (error) {
      if (error instanceof SyntaxFault) return error
      throw error
    }
  }

  function stop(message: string, at = position): never {
    throw new SyntaxFault(message, at)
  }

  /** Reads the text up to the next "<" and what begins there. */
  function markup(): void {
    const next = text.indexOf('<', position)
    characters(next < 0 ? text.length : next)
    if (next < 0) return
    if (text.startsWith('<!--', position)) skipPast('-->', 4, 'the comment has no end')
    else if (text.startsWith('<![CDATA[', position)) characterData()
    else if (text.startsWith('<?', position)) skipPast('?>', 2, 'the processing instruction has no end')
    else if (text.startsWith('<!DOCTYPE', position)) doctype()
    else if (text.startsWith('</', position)) endTag()
    else startTag()
  }

  /** Moves behind the next `mark`, looked for from `length` characters on. */
  function skipPast(mark: string, length: number, message: string): void {
    const end = text.indexOf(mark, position + length)
    if (end < 0) stop(message)
    position = end + mark.length
  }

  function characters(end: number): void {
    const raw = text.slice(position, end)
    const blank = !NON_BLANK.test(raw)
    const parent = open.at(-1)
    if (parent) {
      if (!blank || parent.pieces.length > 0) addPieces(parent.pieces, raw, position)
    } else if (!blank) stop('expected an element, not text', position + raw.search(NON_BLANK))
    position = end
  }

  function characterData(): void {
    const parent = open.at(-1)
    const start = position + '<![CDATA['.length
    if (!parent) stop('expected an element, not text')
    skipPast(']]>', '<![CDATA['.length, 'the CDATA section has no end')
    parent.pieces.push({ value: text.slice(start, position - 3), at: start })
  }

  /** Skips a document type declaration with its internal subset; https://www.w3.org/TR/xml/#NT-doctypedecl. */
  function doctype(): void {
    const start = position
    let inSubset = false
    if (root || open.length > 0) stop('a document type declaration stands behind the first element')
    position += '<!DOCTYPE'.length
    for (;;) {
      DOCTYPE_PART.lastIndex = position
      const part = DOCTYPE_PART.exec(text)
      if (!part) stop('the document type declaration has no end', start)
      position = part.index
      if (part[0] === '<!--') skipPast('-->', 4, 'the comment has no end')
      else if (part[0] === '<?') skipPast('?>', 2, 'the processing instruction has no end')
      else if (part[0] === '"' || part[0] === "'") skipPast(part[0], 1, 'the quoted text has no end')
      else {
        position++
        if (part[0] === '[') inSubset = true
        else if (part[0] === ']') inSubset = false
        else if (!inSubset) return
      }
    }
  }

  function endTag(): void {
    const name = nameAt(position + 2)
    const end = skipBlank(position + 2 + name.length)
    if (name === '' || name !== open.at(-1)?.name) stop('the end tag belongs to no open element')
    if (text[end] !== '>') stop('expected ">" after the name of the end tag', end)
    position = end + 1
    close(true)
  }

  function startTag(): void {
    const start = position
    const at = start + 1
    const name = nameAt(at)
    if (name === '') stop('"<" begins no tag')
    if (root) stop('the file holds more than one outermost element', at)
    if (open.length >= MAXIMUM_DEPTH) stop(`nested deeper than ${MAXIMUM_DEPTH} levels`, at)
    position = at + name.length
    const attributes = new Map<string, XmlText>()
    for (;;) {
      const after = skipBlank(position)
      const empty = text[after] === '/' && text[after + 1] === '>'
      if (empty || text[after] === '>') {
        position = after + (empty ? 2 : 1)
        open.push({ name, at, attributes, children: [], pieces: [], from: position })
        if (empty) close(true)
        return
      }
      if (after >= text.length) stop('the tag has no end', start)
      if (after === position) stop('expected a blank, ">" or "/>" in the tag')
      position = after
      attribute(attributes)
    }
  }

  function attribute(attributes: Map<string, XmlText>): void {
    const name = nameAt(position)
    if (name === '') stop('expected the name of an attribute')
    if (attributes.has(name)) stop('the tag has two attributes of the same name')
    position = skipBlank(position + name.length)
    if (text[position] !== '=') stop('expected "=" after the name of the attribute')
    position = skipBlank(position + 1)
    const quote = text[position]
    if (quote !== '"' && quote !== "'") stop('expected a quote before the value of the attribute')
    const start = position + 1
    skipPast(quote, 1, 'the value of the attribute has no closing quote')
    const raw = text.slice(start, position - 1)
    const less = raw.indexOf('<')
    if (less >= 0) stop('the value of an attribute holds "<"', start + less)
    const pieces: Piece[] = []
    addPieces(pieces, raw, start)
    attributes.set(name, trimmed(pieces, start, BLANK_IN_ATTRIBUTE, ' '))
  }

  function nameAt(at: number): string {
    NAME.lastIndex = at
    return NAME.exec(text)?.[0] ?? ''
  }

  function skipBlank(from: number): number {
    NON_BLANK_FROM.lastIndex = from
    return NON_BLANK_FROM.exec(text)?.index ?? text.length
  }

  function close(closed: boolean): void {
    const element = open.pop()
    if (!element) return
    const { name, at, attributes, children, pieces, from } = element
    const content = trimmed(pieces, from, LINE_END, '\n')
    const parent = open.at(-1)
    const done = { name, at, attributes, children, content, closed }
    if (parent) parent.children.push(done)
    else root = done
  }
}

/** The first child of that name below each name of the path; undefined where one is missing. */
export function childElement(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let at = parent
  for (const name of path) at = at?.children.find(child => child.name === name)
  return at
}

/** Every element that the path of names leads to; none for an element that is missing. */
export function childElements(parent: XmlElement | undefined, ...path: readonly string[]): readonly XmlElement[] {
  let found = parent ? [parent] : []
  for (const name of path) found = found.flatMap(element => element.children.filter(child => child.name === name))
  return found
}

/** Every attribute value and text of an element and of those in it, joined by blanks: what it may be searched for. */
export function elementWords({ attributes, children, content }: XmlElement): string {
  const values = Array.from(attributes.values(), ({ value }) => value)
  return [...values, content.value, ...children.map(elementWords)].join(' ')
}

/** Cuts a text into runs and references, so that each keeps its own offset. */
function addPieces(pieces: Piece[], raw: string, at: number): void {
  let from = 0
  for (let ampersand = raw.indexOf('&'); ampersand >= 0; ampersand = raw.indexOf('&', ampersand + 1)) {
    REFERENCE.lastIndex = ampersand
    const match = REFERENCE.exec(raw)
    const value = match?.groups ? decoded(match.groups) : undefined
    if (value === undefined) continue
    if (ampersand > from) pieces.push({ value: raw.slice(from, ampersand), at: at + from })
    pieces.push({ value, at: at + ampersand, reference: true })
    from = REFERENCE.lastIndex
  }
  if (from < raw.length) pieces.push({ value: raw.slice(from), at: at + from })
}

/** What a reference stands for; undefined for an entity of a DTD and for a number that is no character. */
function decoded(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const { decimal, hexadecimal, name } = groups
  if (name !== undefined) return ENTITIES[name]
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : undefined
}

/** Joins pieces, without the blanks around the whole. References are spared the replacing of line ends, as the clauses say. */
function trimmed(pieces: readonly Piece[], empty: number, blank: RegExp, replacement: string): XmlText {
  const first = pieces.findIndex(piece => NON_BLANK.test(piece.value))
  const begin = pieces[first]
  if (!begin) return { value: '', at: empty }
  const skipped = begin.value.search(NON_BLANK)
  const joined = pieces
    .slice(first)
    .map(piece => {
      const value = piece === begin ? piece.value.slice(skipped) : piece.value
      return piece.reference ? value : value.replace(blank, replacement)
    })
    .join('')
  let end = joined.length
  while (isBlank(joined.charCodeAt(end - 1))) end--
  return { value: joined.slice(0, end), at: begin.at + skipped }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9
}
