/**
 * TOML with the offset of every key and value, read as far as it goes.
 * Specification: TOML 1.0.0, https://toml.io/en/v1.0.0, and what 1.1.0 adds to it: lines, comments and a last comma in
 * inline tables, `\e` and `\xHH`, times without seconds. Leaves out on purpose: the bans on defining a key or table twice
 * (all members are kept), on control characters, and on dates and numbers that are out of range.
 */

import { SyntaxFault } from './fault.ts'
import { MAXIMUM_DEPTH, type Member, type Parsed, type TreeNode } from './tree.ts'

/** A table that later headers and dotted keys may still extend. */
interface Table {
  readonly kind: 'map'
  readonly members: Member[]
  readonly at: number
}

/** What a table may be extended through: the tables below it and the lists that `[[name]]` grows, by key. */
interface Openings {
  readonly tables: Map<string, Table>
  readonly lists: Map<string, TreeNode[]>
}

interface Key {
  readonly text: string
  readonly at: number
}

// The run before these was cut off at the next blank, comma or bracket, and is short, so nothing here can be slow.
const SCALAR =
  /^(?:true|false|[+-]?(?:inf|nan)|[+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?|0x[\dA-Fa-f](?:_?[\dA-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*)$/
const DATE = /^\d{4}-\d\d-\d\d$/
const DATE_OR_TIME = /^(?:\d{4}-\d\d-\d\d(?:[Tt ](?=\d)|$))?(?:\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d)?)?$/
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
/** Longer than any date; a number of more digits is a hostile one. */
const LONGEST_SCALAR = 1_000

/**
 * Parses a TOML text into one map of nested tables; `[[name]]` makes a list of maps, dotted keys make nested maps.
 * Never throws on bad input: the fault stands in the result beside what was read before it.
 */
export function parseToml(text: string): Parsed {
  let position = 0
  let fault: SyntaxFault | undefined
  // Most strings have no escapes: knowing where the next backslash stands lets them be cut out whole.
  let nextBackslash = -1
  let nextLineEnd = -1
  const openings = new Map<Table, Openings>()

  const root = newTable(0)
  document()
  return fault ? { root, fault } : { root }

  function stop(message: string, at = position): undefined {
    fault ??= new SyntaxFault(message, at)
    return undefined
  }

  function next(character: string, from: number): number {
    const at = text.indexOf(character, from)
    return at < 0 ? text.length : at
  }

  /** Reads lines; `depth` is the number of levels that lead to the current table. */
  function document(): void {
    let table = root
    let depth = 1
    for (;;) {
      skipBlankLines()
      if (position >= text.length) return
      if (text[position] === '[') {
        const opened = header()
        if (!opened) return
        table = opened.table
        depth = opened.depth
      } else pair(table, depth)
      if (fault) return
      skipBlanks()
      skipComment()
      if (position < text.length && text[position] !== '\n' && text[position] !== '\r') {
        stop('expected the end of the line')
        return
      }
    }
  }

  /** `[name]` or `[[name]]`: the table that the lines below fill. */
  function header(): { table: Table; depth: number } | undefined {
    const at = position
    const isList = text[position + 1] === '['
    position += isList ? 2 : 1
    const keys = keyPath()
    const last = keys?.pop()
    if (!keys || !last) return undefined
    if (!text.startsWith(isList ? ']]' : ']', position))
      return stop(isList ? 'expected "]]" after the name' : 'expected "]" after the name')
    position += isList ? 2 : 1
    const depth = keys.length + 2
    const parent = descend(root, keys)
    if (!isList) return { table: below(parent, last, at), depth }
    const open = opening(parent)
    const table = newTable(at)
    const list = open.lists.get(last.text)
    if (list) list.push(table)
    else {
      const items: TreeNode[] = [table]
      open.lists.set(last.text, items)
      parent.members.push({ key: last.text, keyAt: last.at, value: { kind: 'list', items, at } })
    }
    open.tables.set(last.text, table)
    return { table, depth }
  }

  /** `key = value`, without what follows it on the line. */
  function pair(table: Table, depth: number): void {
    const keys = keyPath()
    const last = keys?.pop()
    if (!keys || !last) return
    if (text[position] !== '=') {
      stop('expected "=" after the key')
      return
    }
    position++
    skipBlanks()
    const node = value(depth + keys.length)
    if (node) descend(table, keys).members.push({ key: last.text, keyAt: last.at, value: node })
  }

  function newTable(at: number): Table {
    return { kind: 'map', members: [], at }
  }

  function opening(table: Table): Openings {
    let open = openings.get(table)
    if (!open) {
      open = { tables: new Map(), lists: new Map() }
      openings.set(table, open)
    }
    return open
  }

  function descend(from: Table, keys: readonly Key[]): Table {
    let table = from
    for (const key of keys) table = below(table, key, key.at)
    return table
  }

  /** The table of this name below another; made where there is none yet. Of `[[name]]` the last one counts. */
  function below(parent: Table, key: Key, at: number): Table {
    const open = opening(parent)
    const known = open.tables.get(key.text)
    if (known) return known
    const table = newTable(at)
    open.tables.set(key.text, table)
    parent.members.push({ key: key.text, keyAt: key.at, value: table })
    return table
  }

  /** The parts of a dotted key, at least one, with the blanks after it. */
  function keyPath(): Key[] | undefined {
    const keys: Key[] = []
    for (;;) {
      skipBlanks()
      const key = simpleKey()
      if (!key) return undefined
      keys.push(key)
      skipBlanks()
      if (text[position] !== '.') return keys
      if (keys.length >= MAXIMUM_DEPTH) return stop(`nested deeper than ${MAXIMUM_DEPTH} levels`)
      position++
    }
  }

  function simpleKey(): Key | undefined {
    const start = position
    const first = text[start]
    if (first === '"' || first === "'") {
      const content = first === '"' ? basic(start + 1, false) : literal(start + 1)
      return content === undefined ? undefined : { text: content, at: start + 1 }
    }
    while (isBareKey(text.charCodeAt(position))) position++
    if (position === start)
      return stop(position < text.length ? 'expected a key' : 'the file ends where a key should stand')
    return { text: text.slice(start, position), at: start }
  }

  /** Undefined where not even the beginning of a value could be read; there is a fault then. */
  function value(depth: number): TreeNode | undefined {
    const at = position
    switch (text[at]) {
      case '"':
        return string('"')
      case "'":
        return string("'")
      case '[':
      case '{':
        if (depth >= MAXIMUM_DEPTH) return stop(`nested deeper than ${MAXIMUM_DEPTH} levels`)
        position++
        return text[at] === '[' ? array(at, depth + 1) : inlineTable(at, depth + 1)
      default:
        return scalar()
    }
  }

  function string(quote: '"' | "'"): TreeNode | undefined {
    const isLong = text.startsWith(quote.repeat(3), position)
    let at = position + (isLong ? 3 : 1)
    // A line end right after the opening quotes is not part of the string.
    if (isLong && text[at] === '\n') at++
    else if (isLong && text.startsWith('\r\n', at)) at += 2
    const content = quote === '"' ? basic(at, isLong) : isLong ? longLiteral(at) : literal(at)
    return content === undefined ? undefined : { kind: 'text', value: content, at }
  }

  /** Reads on from the first character of a string in double quotes; a string without an end is no value. */
  function basic(start: number, isLong: boolean): string | undefined {
    if (!isLong) {
      const end = text.indexOf('"', start)
      if (nextBackslash < start) nextBackslash = next('\\', start)
      if (nextLineEnd < start) nextLineEnd = next('\n', start)
      if (end >= 0 && end < nextBackslash && end < nextLineEnd) {
        position = end + 1
        return text.slice(start, end)
      }
    }
    const parts: string[] = []
    let from = start
    for (let at = start; at < text.length; at++) {
      const character = text[at]
      if (character === '"') {
        if (isLong && !text.startsWith('"""', at)) continue
        const end = isLong ? lastTriple(at, '"') : at
        position = end + (isLong ? 3 : 1)
        if (parts.length === 0) return text.slice(from, end)
        parts.push(text.slice(from, end))
        return parts.join('')
      }
      if (character === '\n' && !isLong) return stop('the string has no closing quote on its line', start - 1)
      if (character !== '\\') continue
      parts.push(text.slice(from, at))
      const letter = text[at + 1] ?? ''
      const digits = ESCAPED_DIGITS[letter]
      if (digits !== undefined) {
        const escaped = codePoint(text.slice(at + 2, at + 2 + digits), digits)
        if (escaped === undefined) return stop('expected the number of a character after the backslash', at)
        parts.push(escaped)
        from = at + 2 + digits
      } else if (ESCAPES[letter] !== undefined) {
        parts.push(ESCAPES[letter])
        from = at + 2
      } else {
        const next = isLong ? afterLineEnd(at + 1) : undefined
        if (next === undefined) return stop('no such escape', at)
        from = next
      }
      at = from - 1
    }
    return isLong
      ? stop('the string has no closing quotes', start)
      : stop('the string has no closing quote on its line', start - 1)
  }

  function literal(start: number): string | undefined {
    for (let at = start; at < text.length; at++) {
      if (text[at] === "'") {
        position = at + 1
        return text.slice(start, at)
      }
      if (text[at] === '\n') break
    }
    return stop('the string has no closing quote on its line', start - 1)
  }

  function longLiteral(start: number): string | undefined {
    const first = text.indexOf("'''", start)
    if (first < 0) return stop('the string has no closing quotes', start)
    const end = lastTriple(first, "'")
    position = end + 3
    return text.slice(start, end)
  }

  /** One or two quotes may stand right before the closing ones: the last three of up to five close the string. */
  function lastTriple(at: number, quote: string): number {
    let end = at
    while (end < at + 2 && text[end + 3] === quote) end++
    return end
  }

  /** After a backslash at the end of a line: where the next text stands. Undefined when the line does not end there. */
  function afterLineEnd(from: number): number | undefined {
    let hasLineEnd = false
    for (let at = from; ; at++) {
      const character = text[at]
      if (character === '\n') hasLineEnd = true
      else if (character !== ' ' && character !== '\t' && character !== '\r') return hasLineEnd ? at : undefined
    }
  }

  function scalar(): TreeNode | undefined {
    const at = position
    let end = endOfRun(at)
    if (end === at) return stop(at < text.length ? 'expected a value' : 'the file ends where a value should stand')
    // A date and its time may be written apart.
    if (end - at === 10 && text[end] === ' ' && isDigit(text.charCodeAt(end + 1)) && DATE.test(text.slice(at, end))) {
      end = endOfRun(end + 1)
    }
    const run = text.slice(at, Math.min(end, at + LONGEST_SCALAR + 1))
    if (run.length > LONGEST_SCALAR || !(SCALAR.test(run) || DATE_OR_TIME.test(run))) return stop('expected a value')
    position = end
    return { kind: 'scalar', text: run, at }
  }

  /** The end of a run of what may be a number, a date or a word. */
  function endOfRun(from: number): number {
    let end = from
    while (end < text.length && isScalar(text.charCodeAt(end))) end++
    return end
  }

  function array(at: number, depth: number): TreeNode {
    const items: TreeNode[] = []
    for (;;) {
      skipBlankLines()
      if (text[position] === ']') {
        position++
        break
      }
      const item = value(depth)
      if (item) items.push(item)
      if (fault || !separator(']')) break
    }
    return { kind: 'list', items, at }
  }

  function inlineTable(at: number, depth: number): TreeNode {
    const table = newTable(at)
    for (;;) {
      skipBlankLines()
      if (text[position] === '}') {
        position++
        break
      }
      pair(table, depth)
      if (fault || !separator('}')) break
    }
    return table
  }

  /** Reads the comma after an element; false when there is none and the closing bracket must follow, or a fault. */
  function separator(close: string): boolean {
    skipBlankLines()
    if (text[position] === ',') position++
    else if (text[position] !== close) {
      stop(position < text.length ? `expected "," or "${close}"` : `the file ends before "${close}"`)
      return false
    }
    return true
  }

  function skipBlanks(): void {
    while (text[position] === ' ' || text[position] === '\t') position++
  }

  function skipComment(): void {
    if (text[position] !== '#') return
    position = next('\n', position)
  }

  function skipBlankLines(): void {
    for (;;) {
      const character = text[position]
      if (character === ' ' || character === '\n' || character === '\r' || character === '\t') position++
      else if (character === '#') skipComment()
      else return
    }
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** A letter, a digit, `-` or `_`. */
function isBareKey(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code) || code === 45 || code === 95
}

/** What numbers, dates and words are made of; beyond keys also `+`, `.` and `:`. */
function isScalar(code: number): boolean {
  return isBareKey(code) || code === 43 || code === 46 || code === 58
}

function codePoint(hexadecimal: string, digits: number): string | undefined {
  if (hexadecimal.length !== digits || !HEXADECIMAL.test(hexadecimal)) return undefined
  const code = Number.parseInt(hexadecimal, 16)
  // Surrogates are no characters: https://toml.io/en/v1.0.0#string.
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : String.fromCodePoint(code)
}
