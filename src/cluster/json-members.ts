/**
 * Reads a few members of a JSON object out of its bytes, where `JSON.parse` would make values of all: an audit event has some thirty
 * members, of which seven count. Grammar: https://www.rfc-editor.org/rfc/rfc8259. All of the text is checked, so that nothing is read
 * of what is no JSON.
 */

import { Buffer } from 'node:buffer'
import { groupBy } from '../collections.ts'

/** The way to a member: the names from outside to inside. None is the begin of another. */
export type MemberPath = readonly string[]

/** A member on the way to a wanted one, or a wanted one. */
interface Member {
  readonly name: string
  /** The number of the wanted member; undefined for one on the way. */
  readonly index: number | undefined
  readonly inside: Members
  /** The numbers of all wanted members in it, and its own. */
  readonly indexes: readonly number[]
}

/** Members of one object, by the lengths of their names in bytes. */
type Members = readonly (readonly Member[] | undefined)[]

/** In place of an offset: the text is no JSON, or deeper than `DEEPEST`. */
const BROKEN = -1
/** The deepest value that is read. */
const DEEPEST = 512

const TAB = 9
const LINE_END = 10
const RETURN = 13
const SPACE = 32
const QUOTE = 34
const PLUS = 43
const COMMA = 44
const MINUS = 45
const POINT = 46
const ZERO = 48
const NINE = 57
const COLON = 58
const OPEN_LIST = 91
const BACKSLASH = 92
const CLOSE_LIST = 93
const SMALL_A = 97
const SMALL_E = 101
const SMALL_F = 102
const SMALL_U = 117
const OPEN_MAP = 123
const CLOSE_MAP = 125
const FIRST_NON_ASCII = 128
/** Makes the small letter of a large one. */
const SMALL = 32
/** How many digits an escape has at its end. */
const DIGITS_OF_ESCAPE = 4

/** What a byte may be in a text: a character, or a part of one. Everything else ends the text, or needs an escape. */
const CHARACTER = 1
const PART = 2
/** Which of these each byte is. Parts that make no UTF-8 become replacement characters, as they do elsewhere. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= FIRST_NON_ASCII) return PART
  return byte >= SPACE && byte !== QUOTE && byte !== BACKSLASH ? CHARACTER : 0
})
const ESCAPED: ReadonlySet<number> = new Set(Buffer.from('"\\/bfnrt'))
const WORDS: ReadonlyMap<number, string> = new Map(['true', 'false', 'null'].map(word => [word.charCodeAt(0), word]))

/** The members below a way, of all paths that begin with it. */
function membersBelow(way: MemberPath, paths: readonly MemberPath[]): Members {
  const below = [...paths.keys()].filter(index => way.every((name, depth) => paths[index]?.[depth] === name))
  const members: Member[][] = []
  for (const [name, indexes] of groupBy(below, index => paths[index]?.[way.length])) {
    if (name === undefined) continue
    const inside = membersBelow([...way, name], paths)
    const length = Buffer.byteLength(name)
    members[length] ??= []
    members[length].push({ name, index: inside.length === 0 ? indexes[0] : undefined, inside, indexes })
  }
  return Array.from(members)
}

/**
 * Reads the wanted members of one object after another. Its private methods take an offset, and return the one behind what they read,
 * or `BROKEN`.
 */
export class MemberReader {
  readonly #members: Members
  /** Where the value of each wanted member begins and ends; 0 where there is none. */
  readonly #begins: Uint32Array
  readonly #ends: Uint32Array
  /** The kinds of the open values, from outside to inside. */
  readonly #open = new Uint8Array(DEEPEST)
  #bytes: Buffer = Buffer.alloc(0)
  #end = 0
  /** Whether each byte of the last text is a character. */
  #isPlain = true

  constructor(paths: readonly MemberPath[]) {
    this.#members = membersBelow([], paths)
    this.#begins = new Uint32Array(paths.length)
    this.#ends = new Uint32Array(paths.length)
  }

  /** Reads a part of bytes; false for what is no JSON object, or deeper than 512 levels. */
  read(bytes: Buffer, from: number, to: number): boolean {
    this.#bytes = bytes
    this.#end = to
    this.#ends.fill(0)
    const begin = this.#skipSpace(from)
    if (this.#byte(begin) !== OPEN_MAP) return false
    const after = this.#readObject(begin, this.#members)
    return after !== BROKEN && this.#skipSpace(after) === to
  }

  /**
   * What `JSON.parse` makes of a member of the last object, as long as its bytes are the same; undefined where there is none. The
   * number of the member is that of its path.
   */
  value(index: number): unknown {
    const end = this.#ends[index] ?? 0
    const begin = this.#begins[index] ?? 0
    if (end === 0) return undefined
    const first = this.#bytes[begin]
    if (first === QUOTE && this.#isText(begin, end)) return this.#bytes.toString('latin1', begin + 1, end - 1)
    // As Kubernetes writes the values of `extra`: the parser costs more than all other members.
    if (first === OPEN_LIST && this.#isText(begin + 1, end - 1))
      return [this.#bytes.toString('latin1', begin + 2, end - 2)]
    return this.#parsed(begin, end)
  }

  /** Whether a part is one text, each byte of which is a character. */
  #isText(begin: number, end: number): boolean {
    const last = end - 1
    if (last <= begin || this.#bytes[begin] !== QUOTE || this.#bytes[last] !== QUOTE) return false
    for (let at = begin + 1; at < last; at++) if (KINDS[this.#bytes[at] as number] !== CHARACTER) return false
    return true
  }

  /** The byte at an offset, or `BROKEN` at the end. */
  #byte(at: number): number {
    return at < this.#end ? (this.#bytes[at] as number) : BROKEN
  }

  #readObject(begin: number, members: Members): number {
    let at = this.#skipSpace(begin + 1)
    if (this.#byte(at) !== CLOSE_MAP) {
      for (;;) {
        at = this.#readMember(at, members)
        if (at === BROKEN) return BROKEN
        at = this.#skipSpace(at)
        if (this.#byte(at) !== COMMA) break
        at = this.#skipSpace(at + 1)
      }
    }
    return this.#byte(at) === CLOSE_MAP ? at + 1 : BROKEN
  }

  /** Reads a name and its value. Of several members of one name the last one counts. */
  #readMember(quote: number, members: Members): number {
    if (this.#byte(quote) !== QUOTE) return BROKEN
    const nameEnd = this.#skipText(quote + 1)
    if (nameEnd === BROKEN) return BROKEN
    const member = this.#isPlain
      ? this.#plainlyNamed(members, quote + 1, nameEnd - 1)
      : named(members, this.#parsed(quote, nameEnd))
    const colon = this.#skipSpace(nameEnd)
    if (this.#byte(colon) !== COLON) return BROKEN
    const begin = this.#skipSpace(colon + 1)
    if (!member) return this.#skipValue(begin)
    for (const index of member.indexes) this.#ends[index] = 0
    if (member.index === undefined && this.#byte(begin) === OPEN_MAP) return this.#readObject(begin, member.inside)
    const end = this.#skipValue(begin)
    if (member.index !== undefined && end !== BROKEN) {
      this.#begins[member.index] = begin
      this.#ends[member.index] = end
    }
    return end
  }

  /** The member whose name is a part of the bytes. */
  #plainlyNamed(members: Members, from: number, to: number): Member | undefined {
    const alike = members[to - from]
    if (alike) for (const member of alike) if (this.#isAt(from, member.name)) return member
    return undefined
  }

  /** Whether a word of ASCII is at an offset. */
  #isAt(from: number, word: string): boolean {
    for (let index = 0; index < word.length; index++)
      if (this.#bytes[from + index] !== word.charCodeAt(index)) return false
    return true
  }

  /** The value of a part that is JSON. */
  #parsed(from: number, to: number): unknown {
    return JSON.parse(this.#bytes.toString('utf8', from, to))
  }

  #skipSpace(from: number): number {
    let at = from
    for (; at < this.#end; at++) {
      const byte = this.#bytes[at] as number
      if (byte > SPACE || (byte !== SPACE && byte !== TAB && byte !== LINE_END && byte !== RETURN)) break
    }
    return at
  }

  /** Skips a name and its colon. */
  #skipName(from: number): number {
    if (this.#byte(from) !== QUOTE) return BROKEN
    const end = this.#skipText(from + 1)
    if (end === BROKEN) return BROKEN
    const colon = this.#skipSpace(end)
    return this.#byte(colon) === COLON ? colon + 1 : BROKEN
  }

  /** Skips a value of any kind. */
  #skipValue(from: number): number {
    const open = this.#open
    let depth = 0
    let at = from
    for (;;) {
      at = this.#skipSpace(at)
      const byte = this.#byte(at)
      if (byte === QUOTE) at = this.#skipText(at + 1)
      else if (byte !== OPEN_MAP && byte !== OPEN_LIST) at = this.#skipWord(at)
      else {
        const inner = this.#skipSpace(at + 1)
        if (this.#byte(inner) === (byte === OPEN_MAP ? CLOSE_MAP : CLOSE_LIST)) at = inner + 1
        else {
          if (depth === DEEPEST) return BROKEN
          open[depth++] = byte
          at = byte === OPEN_MAP ? this.#skipName(inner) : inner
          if (at === BROKEN) return BROKEN
          continue
        }
      }
      if (at === BROKEN) return BROKEN
      for (; depth > 0; depth--) {
        at = this.#skipSpace(at)
        const next = this.#byte(at)
        const isMap = open[depth - 1] === OPEN_MAP
        if (next === COMMA) {
          at = isMap ? this.#skipName(this.#skipSpace(at + 1)) : at + 1
          if (at === BROKEN) return BROKEN
          break
        }
        if (next !== (isMap ? CLOSE_MAP : CLOSE_LIST)) return BROKEN
        at++
      }
      if (depth === 0) return at
    }
  }

  /** Skips a text and the quote behind it. */
  #skipText(from: number): number {
    const bytes = this.#bytes
    const end = this.#end
    let at = from
    let isPlain = true
    for (; at < end; at++) {
      const byte = bytes[at] as number
      const kind = KINDS[byte]
      if (kind === CHARACTER) continue
      if (byte === QUOTE) {
        this.#isPlain = isPlain
        return at + 1
      }
      isPlain = false
      if (kind === PART) continue
      at = byte === BACKSLASH ? this.#endOfEscape(at + 1) : BROKEN
      if (at === BROKEN) return BROKEN
    }
    return BROKEN
  }

  /** The last byte of the escape whose letter is at an offset. */
  #endOfEscape(letter: number): number {
    const byte = this.#byte(letter)
    if (ESCAPED.has(byte)) return letter
    const last = letter + DIGITS_OF_ESCAPE
    if (byte !== SMALL_U || last >= this.#end) return BROKEN
    for (let at = letter + 1; at <= last; at++) if (!isHexadecimal(this.#byte(at))) return BROKEN
    return last
  }

  /** Skips a number, `true`, `false` or `null`. */
  #skipWord(from: number): number {
    const word = WORDS.get(this.#byte(from))
    if (word === undefined) return this.#skipNumber(from)
    const to = from + word.length
    return to <= this.#end && this.#isAt(from, word) ? to : BROKEN
  }

  #skipNumber(from: number): number {
    const whole = this.#byte(from) === MINUS ? from + 1 : from
    let at = this.#skipDigits(whole)
    if (at === whole || (this.#byte(whole) === ZERO && at > whole + 1)) return BROKEN
    if (this.#byte(at) === POINT) {
      const fraction = at + 1
      at = this.#skipDigits(fraction)
      if (at === fraction) return BROKEN
    }
    if ((this.#byte(at) | SMALL) === SMALL_E) {
      const sign = this.#byte(at + 1)
      const exponent = sign === PLUS || sign === MINUS ? at + 2 : at + 1
      at = this.#skipDigits(exponent)
      if (at === exponent) return BROKEN
    }
    return at
  }

  #skipDigits(from: number): number {
    let at = from
    while (isDigit(this.#byte(at))) at++
    return at
  }
}

function named(members: Members, name: unknown): Member | undefined {
  return members.flat().find(member => member?.name === name)
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE
}

function isHexadecimal(byte: number): boolean {
  const small = byte | SMALL
  return isDigit(byte) || (small >= SMALL_A && small <= SMALL_F)
}
