/**
 * Finds the records of an audit log that may hold an annotation about tokens: JSON lines, or one document of any size such as an
 * `EventList`. Only those records are parsed; the bytes of all others are searched for a few letters.
 */

import { Buffer } from 'node:buffer'

/** A record that names such an annotation somewhere: a part of `bytes`, which are valid until the next records are asked for. */
export interface AuditRecord {
  readonly bytes: Buffer
  readonly from: number
  readonly to: number
  /** The line on which it begins, from 1. */
  readonly line: number
}

/** A record that cannot be read. */
export interface BrokenRecord {
  readonly line: number
  /** What is wrong, in our own words. */
  readonly broken: string
}

/** Either. */
export type FoundRecord = AuditRecord | BrokenRecord

/** What the keys of all annotations about tokens end with or hold. JSON can escape these letters, but no program does. */
const NEEDLES = [Buffer.from('stale-token'), Buffer.from('legacy-token')] as const
const LONGEST_NEEDLE = 12

/** The longest record that is kept, in bytes: a request and its response are 3 MiB at most each, as etcd takes them. */
export const LONGEST_RECORD = 8 * 1024 * 1024
/** How much of a log is looked at to see whether it has a record on each line, in bytes. */
const PROBE = 1024 * 1024

const TOO_LONG = `a record of more than ${LONGEST_RECORD / 1024 / 1024} MiB names an annotation about tokens`
const UNFINISHED = 'a record is not complete'

const LINE_END = 10
const QUOTE = 34
const COMMA = 44
const COLON = 58
const OPEN_LIST = 91
const BACKSLASH = 92
const CLOSE_LIST = 93
const OPEN_MAP = 123
const CLOSE_MAP = 125
const DEEPEST = 512
/** How deep the records of a list are at most: an object in a list in an object. Lists inside of an event are deeper. */
const DEPTH_OF_RECORDS = 3

/** Takes the log in pieces, and returns what each completes. */
interface Framer {
  push(chunk: Buffer): FoundRecord[]
  end(): FoundRecord[]
}

/** The records of a log that names such annotations, in their order. `bytes` is not compressed; a piece may be reused for the next. */
export async function* auditRecords(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly FoundRecord[]> {
  let framer: Framer | undefined
  let begin = Buffer.alloc(0)
  for await (const piece of bytes) {
    const chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
    if (framer) {
      yield framer.push(chunk)
      continue
    }
    begin = Buffer.concat([begin, chunk])
    if (begin.length < PROBE && !hasTwoLines(begin)) continue
    framer = framerFor(begin)
    yield framer.push(begin)
  }
  framer ??= framerFor(begin)
  if (begin.length < PROBE && !hasTwoLines(begin)) yield framer.push(begin)
  yield framer.end()
}

function hasTwoLines(bytes: Buffer): boolean {
  return bytes.indexOf(LINE_END, bytes.indexOf(LINE_END) + 1) > bytes.indexOf(LINE_END)
}

/** Lines where one of the first two is a record by itself, or the log does not begin as JSON does; else a document. */
function framerFor(begin: Buffer): Framer {
  const [first = '', second = ''] = begin.subarray(0, PROBE).toString('utf8').trimStart().split('\n', 2)
  const isLines = isRecord(first) || isRecord(second) || !/^[[{]/.test(first)
  return isLines ? new LineFramer() : new DocumentFramer()
}

/** Whether a text is a whole JSON object, or a word or time of the log's collector and then one; not a member of an object. */
function isRecord(text: string): boolean {
  const at = text.indexOf('{')
  if (at < 0 || text.lastIndexOf('"', at) >= 0) return false
  try {
    JSON.parse(text.slice(at))
    return true
  } catch {
    return false
  }
}

/** Whether bytes hold a needle. */
function isNamed(bytes: Buffer): boolean {
  return NEEDLES.some(needle => bytes.includes(needle))
}

/** A record on each line. */
class LineFramer implements Framer {
  #rest: Buffer = Buffer.alloc(0)
  /** The number of the line that `#rest` begins, or that is left out. */
  #line = 1
  /** A line that is too long: whether a needle was in the part that was left out. */
  #left: { named: boolean } | undefined

  push(chunk: Buffer): FoundRecord[] {
    const first = this.#rest.length === 0 ? 0 : chunk.indexOf(LINE_END) + 1
    // Only the line that the last piece began is joined: to copy whole pieces costs more than to search them.
    if (first === 0) return this.#pieces(this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]))
    const begun = this.#pieces(Buffer.concat([this.#rest, chunk.subarray(0, first)]))
    return [...begun, ...this.#pieces(chunk.subarray(first))]
  }

  end(): FoundRecord[] {
    const { length } = this.#rest
    const last = length === 0 ? [] : this.#lines(Buffer.concat([this.#rest, Buffer.of(LINE_END)]), true)
    this.#rest = Buffer.alloc(0)
    return last
  }

  /** The records of the lines that end in a block; what follows the last of them is kept. */
  #pieces(block: Buffer): FoundRecord[] {
    const end = block.lastIndexOf(LINE_END) + 1
    const found = end === 0 ? [] : this.#lines(block.subarray(0, end))
    const rest = block.subarray(end)
    // A copy, because whoever reads the log reuses the piece.
    this.#rest = rest.length > LONGEST_RECORD || this.#left ? this.#leave(rest) : Buffer.from(rest)
    return found
  }

  /** Leaves out a part of a line that is too long; what is kept may hold the begin of a needle. */
  #leave(rest: Buffer): Buffer {
    this.#left = { named: this.#left?.named === true || isNamed(rest) }
    return Buffer.from(rest.subarray(Math.max(0, rest.length - LONGEST_NEEDLE)))
  }

  /** The records of whole lines. The last line of the log is always a record, because it may end in its middle. */
  #lines(block: Buffer, isLast = false): FoundRecord[] {
    const found: FoundRecord[] = []
    let at = 0
    if (this.#left) {
      at = block.indexOf(LINE_END) + 1
      if (this.#left.named || isNamed(block.subarray(0, at))) found.push({ line: this.#line, broken: TOO_LONG })
      this.#left = undefined
      this.#line++
    }
    const next = NEEDLES.map(needle => block.indexOf(needle, at))
    while (at < block.length) {
      const hit = Math.min(...next.map(each => (each < 0 ? block.length : each)))
      if (hit === block.length && !isLast) break
      const begin = hit === block.length ? at : block.lastIndexOf(LINE_END, hit) + 1
      this.#line += lineEnds(block, at, begin)
      at = block.indexOf(LINE_END, begin) + 1
      const to = at - 1
      const isBlank = hit === block.length && block.toString('utf8', begin, to).trim() === ''
      if (at - begin > LONGEST_RECORD) found.push({ line: this.#line, broken: TOO_LONG })
      else if (!isBlank) found.push({ line: this.#line, bytes: block, from: begin, to })
      this.#line++
      for (const [index, needle] of NEEDLES.entries())
        if ((next[index] ?? -1) >= 0 && (next[index] ?? 0) < at) next[index] = block.indexOf(needle, at)
    }
    this.#line += lineEnds(block, at, block.length)
    return found
  }
}

/** How many bytes of a line are looked at one by one, before its end is searched for: a call costs as much. */
const NEAR = 64

/** The number of line ends in a part of a block, the last of which is its last byte. */
function lineEnds(bytes: Buffer, from: number, to: number): number {
  let number = 0
  let at = from
  while (at < to) {
    const stop = Math.min(at + NEAR, to)
    const before = number
    for (; at < stop; at++) if (bytes[at] === LINE_END) number++
    if (number === before) at = bytes.indexOf(LINE_END, at)
  }
  return number
}

/**
 * One document, or several one after another, over any lines. A record is the outermost object in a list, such as an event of
 * `items`; where a needle is in none, the whole document. A document that breaks off ends where the next one begins.
 */
class DocumentFramer implements Framer {
  /** It begins with the bytes that may still be needed; how many these are, and the offset of the first of them in the log. */
  #space: Buffer = Buffer.alloc(0)
  #kept = 0
  #keptFrom = 0
  #line = 1
  #inText = false
  #isEscaped = false
  /** The last byte of the syntax, which tells whether a value may follow. */
  #last = 0
  /** The kinds of the open values, from outside to inside. */
  readonly #open = new Uint8Array(DEEPEST)
  #depth = 0
  #root = { at: 0, line: 1 }
  /** Whether the document is a list of records, or an object with one: then it is no record itself. */
  #isList = false
  /** The record that is open, and its depth. */
  #record: { readonly at: number; readonly line: number; readonly depth: number } | undefined
  /** The offsets of needles that no record has held yet. */
  #hits: number[] = []
  readonly #found: FoundRecord[] = []

  push(chunk: Buffer): FoundRecord[] {
    const from = this.#kept
    const length = from + chunk.length
    if (this.#space.length < length) this.#space = Buffer.concat([this.#space.subarray(0, from)], 2 * length)
    chunk.copy(this.#space, from)
    const block = this.#space.subarray(0, length)
    this.#note(block, from)
    this.#scan(block, from)
    const end = this.#keptFrom + length
    const keep = Math.max(this.#keptFrom, Math.min(this.#needed(end), end - LONGEST_NEEDLE))
    this.#space.copyWithin(0, keep - this.#keptFrom, length)
    this.#kept = end - keep
    this.#keptFrom = keep
    this.#forget()
    return this.#found.splice(0)
  }

  end(): FoundRecord[] {
    if (this.#depth > 0) this.#found.push({ line: (this.#record ?? this.#root).line, broken: UNFINISHED })
    return this.#found.splice(0)
  }

  /** Notes the needles that end behind `from`. */
  #note(block: Buffer, from: number): void {
    const hits: number[] = []
    for (const needle of NEEDLES) {
      let at = block.indexOf(needle, Math.max(0, from - needle.length + 1))
      for (; at >= 0; at = block.indexOf(needle, at + needle.length)) hits.push(this.#keptFrom + at)
    }
    this.#hits = [...this.#hits, ...hits.sort((a, b) => a - b)]
  }

  /** Forgets all needles but the first of the open record and the first outside of it: that there is one is all that counts. */
  #forget(): void {
    const { at = Number.POSITIVE_INFINITY } = this.#record ?? {}
    const outside = this.#hits.find(hit => this.#depth > 0 && hit >= this.#root.at && hit < at)
    const inside = this.#hits.find(hit => hit >= at)
    this.#hits = [outside, inside].filter(hit => hit !== undefined)
  }

  /** The first offset that is still needed: the begin of the document, or of the record where the document is too long. */
  #needed(end: number): number {
    if (this.#depth === 0) return end
    if (!this.#isList && end - this.#root.at <= LONGEST_RECORD) return this.#root.at
    return this.#record && end - this.#record.at <= LONGEST_RECORD ? this.#record.at : end
  }

  /** Follows the syntax. The most frequent bytes are compared first, because this is done for each byte of the log. */
  #scan(block: Buffer, from: number): void {
    const { length } = block
    let at = this.#inText ? this.#endOfText(block, from) : from
    let last = this.#last
    while (at < length) {
      const byte = block[at++] as number
      if (byte === QUOTE) {
        last = byte
        if (this.#depth === 0) continue
        this.#inText = true
        at = this.#endOfText(block, at)
      } else if (byte === COMMA || byte === COLON) last = byte
      else if (byte === OPEN_MAP || byte === OPEN_LIST) {
        this.#begin(byte, this.#keptFrom + at - 1, last)
        last = byte
      } else if (byte === CLOSE_MAP || byte === CLOSE_LIST) {
        this.#close(byte, block, at - 1)
        last = byte
      } else if (byte === LINE_END) this.#line++
    }
    this.#last = last
  }

  /** The offset behind a text, or the end of the block. A line end cannot be in a text: the document is broken. */
  #endOfText(block: Buffer, start: number): number {
    const { length } = block
    let at = start
    if (this.#isEscaped && at < length) {
      this.#isEscaped = false
      if (block[at] !== LINE_END) at++
    }
    while (at < length) {
      const byte = block[at++] as number
      if (byte > BACKSLASH) continue
      if (byte === QUOTE) {
        this.#inText = false
        return at
      }
      if (byte === LINE_END) {
        this.#abandon('a text does not end on its line')
        this.#line++
        return at
      }
      if (byte !== BACKSLASH) continue
      if (at === length) this.#isEscaped = true
      else if (block[at] !== LINE_END) at++
    }
    return length
  }

  #begin(kind: number, offset: number, last: number): void {
    const outer = this.#depth === 0 ? 0 : this.#open[this.#depth - 1]
    const isMisplaced = last === COMMA ? outer === OPEN_MAP : last !== COLON && last !== OPEN_LIST
    if (this.#depth > 0 && isMisplaced) this.#abandon(UNFINISHED)
    else if (this.#depth === DEEPEST) this.#abandon(`more than ${DEEPEST} levels`)
    if (this.#depth === 0) {
      this.#root = { at: offset, line: this.#line }
      this.#isList = false
    }
    const isInList = this.#depth > 0 && this.#open[this.#depth - 1] === OPEN_LIST
    this.#open[this.#depth++] = kind
    if (kind === OPEN_MAP && isInList && !this.#record)
      this.#record = { at: offset, line: this.#line, depth: this.#depth }
  }

  #close(kind: number, block: Buffer, at: number): void {
    if (this.#depth === 0) return
    if (this.#open[this.#depth - 1] !== (kind === CLOSE_MAP ? OPEN_MAP : OPEN_LIST)) {
      this.#abandon('its brackets do not match')
      return
    }
    const record = this.#record
    if (record?.depth === this.#depth) {
      this.#take(record, block, at)
      this.#record = undefined
      this.#isList ||= this.#depth <= DEPTH_OF_RECORDS
    }
    this.#depth--
    if (this.#depth === 0 && !this.#isList) this.#take(this.#root, block, at)
  }

  /** Makes a record of the bytes up to `at` if a needle is among them. */
  #take({ at: start, line }: { readonly at: number; readonly line: number }, block: Buffer, at: number): void {
    const end = this.#keptFrom + at + 1
    const first = this.#hits.findIndex(hit => hit >= start)
    const after = this.#hits.findIndex(hit => hit >= end)
    const stop = after < 0 ? this.#hits.length : after
    if (first < 0 || first >= stop) return
    this.#hits.splice(first, stop - first)
    const isKept = start >= this.#keptFrom && end - start <= LONGEST_RECORD
    if (!isKept) this.#found.push({ line, broken: TOO_LONG })
    else {
      // A copy, because the space is used again before the record is read.
      const bytes = Buffer.from(block.subarray(start - this.#keptFrom, end - this.#keptFrom))
      this.#found.push({ line, bytes, from: 0, to: bytes.length })
    }
  }

  /** Gives up the open document: what follows is read as the begin of another one. */
  #abandon(broken: string): void {
    this.#found.push({ line: (this.#record ?? this.#root).line, broken })
    this.#depth = 0
    this.#record = undefined
    this.#inText = false
    this.#isEscaped = false
  }
}
