/**
 * TOML with the offset of every key and value, read up to the first fault.
 * Specification: TOML 1.0.0, https://toml.io/en/v1.0.0, and the additions of 1.1.0: lines, comments and a last comma
 * in inline tables, `\e` and `\xHH`, times without seconds. Deliberately ignored: the bans on defining a key or table
 * twice (all members are kept), on control characters, and on dates and numbers out of range.
 */

import { defined } from '../collections.ts'
import { Cursor } from './cursor.ts'
import type { SyntaxFault } from './fault.ts'
import type { Placed } from './lines.ts'
import { type PlacedMaps, placedMaps } from './placed-maps.ts'
import { items, MAXIMUM_DEPTH, type Member, members, type Parsed, type TreeNode } from './tree.ts'

/** A table that later headers and dotted keys may still extend. */
interface Table {
  readonly kind: 'map'
  readonly members: Member[]
  readonly at: number
}

/** The parts of a table that may be extended, by key: the tables below it and the lists that `[[name]]` grows. */
interface Openings {
  readonly tables: Map<string, Table>
  readonly lists: Map<string, TreeNode[]>
}

/** A header that was read: the table that it opens, and the number of levels that lead into that table. */
interface Section {
  readonly table: Table
  readonly depth: number
}

/** The opening quotes of a long string. */
const LONG: Readonly<Record<'"' | "'", string>> = { '"': '"""', "'": "'''" }

// The run that these test ends at the next blank, comma or bracket and is short: they cannot be slow.
const SCALAR =
  /^(?:true|false|[+-]?(?:inf|nan)|[+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?|0x[\dA-Fa-f](?:_?[\dA-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*)$/
const DATE = /^\d{4}-\d\d-\d\d$/
const DATE_OR_TIME = /^(?:\d{4}-\d\d-\d\d(?:[Tt ](?=\d)|$))?(?:\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d)?)?$/
/** The characters of a string in double quotes that are not copied. */
const STOP = /["\\\n]/g
const LONG_STOP = /"""|\\/g
const HEXADECIMAL = /^[\dA-Fa-f]+$/
const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\x1b',
  '"': '"',
  '\\': '\\'
}
const ESCAPED_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }
/** In characters. Longer than any date; a number of more digits is hostile. */
const LONGEST_SCALAR = 1_000

/**
 * Parses a TOML text into one map of nested tables; `[[name]]` makes a list of maps, dotted keys make nested maps.
 * Never throws on bad input: the result holds the fault and everything read before it.
 */
export function parseToml(text: string): Parsed {
  return new TomlParser(text, placedMaps(text, membersIn)).parse()
}

/** The members of the table that a part of a text begins with: `[[name]]`, with the tables in it. */
function membersIn(part: string): readonly Member[] {
  const [list] = members(new TomlParser(part).parse().root)
  return members(items(list?.value)[0])
}

/** The tables of a document as headers and dotted keys define them. */
class Tables {
  readonly root = newTable(0)
  private readonly placed: PlacedMaps | undefined
  private readonly openings = new Map<Table, Openings>()

  constructor(placed?: PlacedMaps) {
    this.placed = placed
  }

  /** The table that dotted keys lead to. */
  descend(from: Table, keys: readonly Placed[]): Table {
    let table = from
    for (const key of keys) table = this.below(table, key, key.at)
    return table
  }

  /** The table of this name below another; made if there is none yet. Of `[[name]]` the last one counts. */
  below(parent: Table, key: Placed, at: number): Table {
    const { tables } = this.openingsOf(parent)
    const known = tables.get(key.text)
    if (known) return known
    const table = newTable(at)
    tables.set(key.text, table)
    parent.members.push({ key: key.text, keyAt: key.at, value: table })
    return table
  }

  /** A new table in the list of this name. */
  append(parent: Table, key: Placed, at: number): Table {
    const { tables, lists } = this.openingsOf(parent)
    const table = newTable(at)
    const list = lists.get(key.text)
    if (list) {
      if (parent === this.root) this.close(list, at)
      list.push(table)
    } else {
      const items: TreeNode[] = [table]
      lists.set(key.text, items)
      parent.members.push({ key: key.text, keyAt: key.at, value: { kind: 'list', items, at } })
    }
    tables.set(key.text, table)
    return table
  }

  /** The last table of a list ends where the next one begins: nothing extends it any more. */
  private close(list: TreeNode[], end: number): void {
    const last = list.at(-1)
    const placed = last && this.placed?.mapAt(last.at, end)
    if (!placed) return
    list[list.length - 1] = placed
    const closed = [last as Table]
    for (const table of closed) {
      closed.push(...(this.openings.get(table)?.tables.values() ?? []))
      this.openings.delete(table)
    }
  }

  private openingsOf(table: Table): Openings {
    const known = this.openings.get(table)
    if (known) return known
    const made = { tables: new Map(), lists: new Map() }
    this.openings.set(table, made)
    return made
  }
}

class TomlParser {
  private readonly cursor: Cursor
  private readonly tables: Tables
  /** The first fault; nothing is read after it. */
  private fault: SyntaxFault | undefined
  // Offsets of the next backslash and line end: most strings have neither, and are then one slice of the text.
  private nextBackslash = -1
  private nextLineFeed = -1

  constructor(text: string, placed?: PlacedMaps) {
    this.tables = new Tables(placed)
    this.cursor = new Cursor(text)
  }

  parse(): Parsed {
    this.document()
    return defined({ root: this.tables.root, fault: this.fault })
  }

  private stop(message: string, at = this.cursor.at): undefined {
    this.fault ??= this.cursor.fault(message, at)
  }

  private document(): void {
    const { cursor } = this
    let section: Section | undefined = { table: this.tables.root, depth: 1 }
    for (;;) {
      this.skipBlankLines()
      if (cursor.isAtEnd()) return
      if (cursor.text[cursor.at] === '[') section = this.header()
      else this.pair(section.table, section.depth)
      if (this.fault || !section) return
      this.skipBlanks()
      if (!this.endsLine()) return
    }
  }

  /** Skips a comment; false, with a fault, if the line does not end then. */
  private endsLine(): boolean {
    const { cursor } = this
    if (cursor.text[cursor.at] === '#') cursor.skipLine()
    const next = cursor.text[cursor.at]
    const isEnd = next === undefined || next === '\n' || next === '\r'
    if (!isEnd) this.stop('expected the end of the line')
    return isEnd
  }

  /** `[name]` or `[[name]]`: the table that the lines below it fill. */
  private header(): Section | undefined {
    const { cursor } = this
    const { at } = cursor
    const isList = cursor.peek(1) === '['
    const closing = isList ? ']]' : ']'
    cursor.at += closing.length
    const keys = this.keyPath()
    const last = keys?.pop()
    if (!keys || !last) return undefined
    if (!cursor.startsWith(closing)) return this.stop(`expected "${closing}" after the name`)
    cursor.at += closing.length
    const parent = this.tables.descend(this.tables.root, keys)
    const table = isList ? this.tables.append(parent, last, at) : this.tables.below(parent, last, at)
    return { table, depth: keys.length + 2 }
  }

  /** `key = value`, without the rest of its line. */
  private pair(table: Table, depth: number): void {
    const { cursor } = this
    const keys = this.keyPath()
    const last = keys?.pop()
    if (!keys || !last) return
    if (cursor.text[cursor.at] !== '=') {
      this.stop('expected "=" after the key')
      return
    }
    cursor.at++
    this.skipBlanks()
    const value = this.value(depth + keys.length)
    if (value) this.tables.descend(table, keys).members.push({ key: last.text, keyAt: last.at, value })
  }

  /** The parts of a dotted key, at least one; also skips the blanks after it. */
  private keyPath(): Placed[] | undefined {
    const { cursor } = this
    const keys: Placed[] = []
    for (;;) {
      this.skipBlanks()
      const key = this.simpleKey()
      if (!key) return undefined
      keys.push(key)
      this.skipBlanks()
      if (cursor.text[cursor.at] !== '.') return keys
      if (keys.length >= MAXIMUM_DEPTH) return this.stop(`nested deeper than ${MAXIMUM_DEPTH} levels`)
      cursor.at++
    }
  }

  private simpleKey(): Placed | undefined {
    const { cursor } = this
    const { text, at } = cursor
    const first = text[at]
    if (first === '"' || first === "'") {
      const content = first === '"' ? this.basic(at + 1) : this.literal(at + 1)
      return content === undefined ? undefined : { text: content, at: at + 1 }
    }
    let end = at
    while (isBareKey(text.charCodeAt(end))) end++
    if (end === at) return this.stop(cursor.isAtEnd() ? 'the file ends where a key is expected' : 'expected a key')
    cursor.at = end
    return { text: text.slice(at, end), at }
  }

  /** Undefined, with a fault, if not even the beginning of a value could be read. */
  private value(depth: number): TreeNode | undefined {
    const { cursor } = this
    const { at } = cursor
    const first = cursor.text[at]
    if (first === '"' || first === "'") return this.string(first)
    if (first !== '[' && first !== '{') return this.scalar()
    if (depth >= MAXIMUM_DEPTH) return this.stop(`nested deeper than ${MAXIMUM_DEPTH} levels`)
    cursor.at++
    return first === '[' ? this.array(at, depth + 1) : this.inlineTable(at, depth + 1)
  }

  private string(quote: '"' | "'"): TreeNode | undefined {
    const { at } = this.cursor
    if (this.cursor.startsWith(LONG[quote])) return this.longString(quote)
    const value = quote === '"' ? this.basic(at + 1) : this.literal(at + 1)
    return value === undefined ? undefined : { kind: 'text', value, at: at + 1 }
  }

  private longString(quote: '"' | "'"): TreeNode | undefined {
    const { text } = this.cursor
    let at = this.cursor.at + 3
    // A line end right after the opening quotes is not part of the string.
    if (text[at] === '\n') at++
    else if (text.startsWith('\r\n', at)) at += 2
    const value = quote === '"' ? this.escapedString(at, true) : this.longLiteral(at)
    return value === undefined ? undefined : { kind: 'text', value, at }
  }

  /** The string in double quotes whose content begins at `start`; undefined, with a fault, if it has no end. */
  private basic(start: number): string | undefined {
    const { cursor } = this
    const end = cursor.text.indexOf('"', start)
    if (this.nextBackslash < start) this.nextBackslash = cursor.indexOf('\\', start)
    if (this.nextLineFeed < start) this.nextLineFeed = cursor.indexOf('\n', start)
    if (end < 0 || end > this.nextBackslash || end > this.nextLineFeed) return this.escapedString(start, false)
    cursor.at = end + 1
    return cursor.text.slice(start, end)
  }

  private escapedString(start: number, isLong: boolean): string | undefined {
    const { text } = this.cursor
    const stops = isLong ? LONG_STOP : STOP
    let content = ''
    let from = start
    for (;;) {
      stops.lastIndex = from
      const stop = stops.exec(text)
      if (!stop || stop[0] === '\n') return this.unclosed(start, isLong)
      if (stop[0] !== '\\') {
        const end = isLong ? this.lastTriple(stop.index, '"') : stop.index
        this.cursor.at = end + stop[0].length
        return content + text.slice(from, end)
      }
      const escaped = this.escape(stop.index, isLong)
      if (!escaped) return undefined
      content += text.slice(from, stop.index) + escaped.text
      from = escaped.end
    }
  }

  /** `start` is the offset of the content of the string. */
  private unclosed(start: number, isLong: boolean): undefined {
    if (isLong) this.stop('unterminated string', start)
    else this.stop('unterminated string: no closing quote on its line', start - 1)
  }

  /** The value of the escape at this offset, and the offset after it; undefined, with a fault, for an unknown one. */
  private escape(at: number, isLong: boolean): { readonly text: string; readonly end: number } | undefined {
    const { text } = this.cursor
    const letter = text[at + 1] ?? ''
    const digits = ESCAPED_DIGITS[letter]
    if (digits !== undefined) {
      const end = at + 2 + digits
      const character = codePoint(text.slice(at + 2, end), digits)
      if (character !== undefined) return { text: character, end }
      return this.stop('expected the hexadecimal code of a character after the backslash', at)
    }
    const character = ESCAPES[letter]
    if (character !== undefined) return { text: character, end: at + 2 }
    const end = isLong ? this.afterLineEnd(at + 1) : undefined
    return end === undefined ? this.stop('unknown escape sequence', at) : { text: '', end }
  }

  private literal(start: number): string | undefined {
    const { text } = this.cursor
    for (let at = start; at < text.length; at++) {
      if (text[at] === "'") {
        this.cursor.at = at + 1
        return text.slice(start, at)
      }
      if (text[at] === '\n') break
    }
    return this.unclosed(start, false)
  }

  private longLiteral(start: number): string | undefined {
    const { text } = this.cursor
    const first = text.indexOf(LONG["'"], start)
    if (first < 0) return this.unclosed(start, true)
    const end = this.lastTriple(first, "'")
    this.cursor.at = end + 3
    return text.slice(start, end)
  }

  /** One or two quotes may come right before the closing ones: the last three of up to five close the string. */
  private lastTriple(at: number, quote: string): number {
    let end = at
    while (end < at + 2 && this.cursor.text[end + 3] === quote) end++
    return end
  }

  /** After a backslash at the end of a line: the offset where the text goes on. Undefined if the line goes on. */
  private afterLineEnd(from: number): number | undefined {
    const { text } = this.cursor
    let hasLineEnd = false
    for (let at = from; ; at++) {
      const character = text[at]
      if (character === '\n') hasLineEnd = true
      else if (character !== ' ' && character !== '\t' && character !== '\r') return hasLineEnd ? at : undefined
    }
  }

  private scalar(): TreeNode | undefined {
    const { cursor } = this
    const { text, at } = cursor
    let end = this.endOfRun(at)
    if (end === at) return this.stop(cursor.isAtEnd() ? 'the file ends where a value is expected' : 'expected a value')
    // A date and its time may be separated by a blank.
    if (end - at === 10 && text[end] === ' ' && isDigit(text.charCodeAt(end + 1)) && DATE.test(text.slice(at, end))) {
      end = this.endOfRun(end + 1)
    }
    const run = text.slice(at, Math.min(end, at + LONGEST_SCALAR + 1))
    const isScalar = run.length <= LONGEST_SCALAR && (SCALAR.test(run) || DATE_OR_TIME.test(run))
    if (!isScalar) return this.stop('expected a value')
    cursor.at = end
    return { kind: 'scalar', text: run, at }
  }

  /** The end of a run of characters that a number, a date or a word may have. */
  private endOfRun(from: number): number {
    const { text } = this.cursor
    let end = from
    while (end < text.length && isScalarCharacter(text.charCodeAt(end))) end++
    return end
  }

  private array(at: number, depth: number): TreeNode {
    const items: TreeNode[] = []
    while (!this.closes(']')) {
      const item = this.value(depth)
      if (item) items.push(item)
      if (this.fault || !this.separator(']')) break
    }
    return { kind: 'list', items, at }
  }

  private inlineTable(at: number, depth: number): TreeNode {
    const table = newTable(at)
    while (!this.closes('}')) {
      this.pair(table, depth)
      if (this.fault || !this.separator('}')) break
    }
    return table
  }

  /** Whether the closing bracket is next; moves past it. */
  private closes(bracket: string): boolean {
    this.skipBlankLines()
    const { cursor } = this
    if (cursor.text[cursor.at] !== bracket) return false
    cursor.at++
    return true
  }

  /** Reads the comma after an element. False, with a fault, if neither it nor the closing bracket follows. */
  private separator(bracket: string): boolean {
    this.skipBlankLines()
    const { cursor } = this
    const next = cursor.text[cursor.at]
    if (next === ',') {
      cursor.at++
      return true
    }
    if (next === bracket) return true
    this.stop(cursor.isAtEnd() ? `the file ends before "${bracket}"` : `expected "," or "${bracket}"`)
    return false
  }

  private skipBlanks(): void {
    const { cursor } = this
    const { text } = cursor
    while (text[cursor.at] === ' ' || text[cursor.at] === '\t') cursor.at++
  }

  /** Skips blanks, line ends and comments. */
  private skipBlankLines(): void {
    const { cursor } = this
    const { text } = cursor
    for (;;) {
      const character = text[cursor.at]
      if (character === ' ' || character === '\n' || character === '\r' || character === '\t') cursor.at++
      else if (character === '#') cursor.skipLine()
      else return
    }
  }
}

function newTable(at: number): Table {
  return { kind: 'map', members: [], at }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** A letter, a digit, `-` or `_`. */
function isBareKey(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code) || code === 45 || code === 95
}

/** A character of a number, date or word: those of keys, and `+`, `.` and `:`. */
function isScalarCharacter(code: number): boolean {
  return isBareKey(code) || code === 43 || code === 46 || code === 58
}

/** The character of this number; undefined if it is not of so many digits, or the number of no character. */
function codePoint(hexadecimal: string, digits: number): string | undefined {
  if (hexadecimal.length !== digits || !HEXADECIMAL.test(hexadecimal)) return undefined
  const code = Number.parseInt(hexadecimal, 16)
  // Surrogates are not allowed: https://toml.io/en/v1.0.0#string.
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : String.fromCodePoint(code)
}
