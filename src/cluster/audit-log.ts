/**
 * Reads from audit logs who sends stale or permanent tokens: service account, pod, user agent, how often and since when.
 * Format: https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/, as JSON lines, in an `EventList`, in the wrappers of
 * log collectors, in exports of CloudWatch, compressed by gzip or not. Deliberately ignored: records that name no such annotation,
 * which are not even parsed.
 */

import { Buffer } from 'node:buffer'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { defined } from '../collections.ts'
import type { Place } from '../model/place.ts'
import type { Gap } from '../model/report.ts'
import { type AuditEvent, EventReader, parsedEvent, type SecretOrigin, type SeenUse, usesIn } from './audit-event.ts'
import { type AuditRecord, auditRecords } from './audit-records.ts'

/** Requests of one service account, from one pod and with one user agent, by one kind of token. Names are hostile text. */
export interface TokenUse {
  /** `stale`: older than an hour, accepted by grace. `legacy`: permanent, out of a Secret. */
  readonly kind: 'stale' | 'legacy'
  /** `namespace:name` of the service account. */
  readonly account: string
  /** `''` where the event names none. */
  readonly pod: string
  /** `''` where the request has none. */
  readonly userAgent: string
  readonly secret?: { readonly name: string; readonly origin: SecretOrigin }
  readonly requests: number
  /** The moments of the first and the last request, in milliseconds since 1970; absent where the events have none. */
  readonly first?: number
  readonly last?: number
  /** When the token of the last request was issued, likewise. Only of stale ones. */
  readonly issued?: number
  /** How old that token was, in seconds. */
  readonly age?: number
  /** The first of the events. */
  readonly place: Place
}

/** What audit logs say. */
export interface AuditFindings {
  /** In the order of their first events. */
  readonly uses: readonly TokenUse[]
  readonly gaps: readonly Gap[]
}

/** An audit log: its name in reports and its bytes. Reading the bytes throws where the file cannot be read. */
export interface AuditLog {
  readonly path: string
  /** In pieces, each of which is valid until the next one is asked for. */
  readonly bytes: AsyncIterable<Uint8Array>
}

/** A use while the log is read: a request has an event for each of its stages. */
interface Counted extends Omit<TokenUse, 'requests' | Moment> {
  readonly stages: Map<string, number>
  first?: number
  last?: number
  issued?: number
  age?: number
}

type Moment = 'first' | 'last' | 'issued' | 'age'

/** Such a key in any spelling, in a record whose events are not found. */
const NAMED = /authentication[._]k8s[._]io\\*\/(?:stale|legacy)-token/

/** The most different uses that are kept. A log with more is made up, or not of one cluster. */
const MOST_USES = 10_000
/** The most records of one log that are reported by themselves; one more gap counts the others. */
const MOST_GAPS = 100
/** How deep the events may be in wrappers, and in texts that are JSON themselves. */
const DEEPEST = 12
const GZIP = [0x1f, 0x8b] as const
/** How much is decompressed at once, in bytes: each piece costs a change of threads. */
const INFLATED = 512 * 1024
const UTF_16 = [
  [0xff, 0xfe],
  [0xfe, 0xff]
] as const

/** Reads audit logs, one after another. What cannot be read becomes a gap. */
export async function readAuditLogs(logs: readonly AuditLog[]): Promise<AuditFindings> {
  const uses = new Map<string, Counted>()
  const gaps: Gap[] = []
  for (const log of logs) gaps.push(...(await readLog(log, uses)))
  return {
    uses: Array.from(uses.values(), ({ stages, ...use }) => ({ ...use, requests: Math.max(...stages.values()) })),
    gaps
  }
}

/** Adds the uses of one log; returns its gaps. */
async function readLog({ path, bytes }: AuditLog, uses: Map<string, Counted>): Promise<readonly Gap[]> {
  const gaps = new Gaps(path)
  const reader = new EventReader()
  try {
    for await (const records of auditRecords(await decompressed(bytes))) {
      for (const record of records) {
        if ('broken' in record) gaps.add(record.line, record.broken)
        else readRecord(record, { path, line: record.line, column: 1 }, { uses, gaps, reader })
      }
    }
  } catch (error) {
    gaps.unreadable(error)
  }
  return gaps.all()
}

/** The gaps of one log. */
class Gaps {
  readonly #path: string
  readonly #gaps: Gap[] = []
  #further = 0
  #overflow: number | undefined
  #dropped = 0

  constructor(path: string) {
    this.#path = path
  }

  add(line: number, detail: string): void {
    if (this.#gaps.length < MOST_GAPS) this.#gaps.push(this.#gap('unrecognised-entry', line, detail))
    else this.#further++
  }

  /** An event that is not counted, because too many different ones came before. */
  drop(line: number): void {
    this.#overflow ??= line
    this.#dropped++
  }

  unreadable(error: unknown): void {
    this.#gaps.push(this.#gap('unreadable-file', 1, faultOf(error)))
  }

  all(): readonly Gap[] {
    const { length } = this.#gaps
    if (this.#further > 0)
      this.#gaps.push(this.#gap('unrecognised-entry', 1, `${this.#further} further records cannot be read`))
    if (this.#overflow !== undefined) {
      const detail = `more than ${MOST_USES} different users of tokens: ${this.#dropped} events from here on are not counted`
      this.#gaps.splice(length, 0, this.#gap('unrecognised-entry', this.#overflow, detail))
    }
    return this.#gaps
  }

  #gap(kind: Gap['kind'], line: number, detail: string): Gap {
    return { kind, place: { path: this.#path, line, column: 1 }, detail }
  }
}

/** What went wrong while bytes were read or decompressed. Rethrows what is no fault of the world. */
function faultOf(error: unknown): string {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown }
  if (typeof code !== 'string') throw error
  if (code === 'Z_BUF_ERROR') return 'its compressed data break off'
  return code.startsWith('Z_') ? 'its compressed data are damaged' : String(message)
}

/** The bytes as they were before gzip compressed them, if it did. UTF-16 is rejected: its letters are not found. */
async function decompressed(bytes: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const iterator = bytes[Symbol.asyncIterator]()
  let begin = Buffer.alloc(0)
  let isDone = false
  while (begin.length < 2 && !isDone) {
    const { value, done } = await iterator.next()
    isDone = done === true
    if (value) begin = Buffer.concat([begin, value])
  }
  const startsWith = ([first, second]: readonly [number, number]) => begin[0] === first && begin[1] === second
  if (UTF_16.some(startsWith)) throw Object.assign(new Error('it is UTF-16: convert it to UTF-8'), { code: 'UTF-16' })
  const all = (async function* () {
    yield begin
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
  })()
  if (!startsWith(GZIP)) return all
  const copies = async function* () {
    for await (const piece of all) yield Buffer.from(piece)
  }
  const gunzip = createGunzip({ chunkSize: INFLATED })
  // A fault of either destroys the other with it, so that whoever reads gets it.
  pipeline(Readable.from(copies()), gunzip, () => {})
  return gunzip
}

/** Where the uses and the gaps of a log go. */
interface Sink {
  readonly uses: Map<string, Counted>
  readonly gaps: Gaps
  readonly reader: EventReader
}

/** Adds the uses of the events in a record. Most records are one event, of which no more is read than counts. */
function readRecord({ bytes, from, to, line }: AuditRecord, place: Place, sink: Sink): void {
  const only = sink.reader.read(bytes, from, to)
  if (only) {
    addUses(only, place, sink)
    return
  }
  const text = bytes.toString('utf8', from, to)
  const value = jsonIn(text)
  if (value === undefined) {
    sink.gaps.add(line, 'a record is not complete, or no JSON')
    return
  }
  let hasEvent = false
  for (const event of eventsIn(value, 0)) {
    hasEvent = true
    addUses(event, place, sink)
  }
  if (!hasEvent && NAMED.test(text)) sink.gaps.add(line, 'an annotation about a token is not in an audit event')
}

function addUses(event: AuditEvent, place: Place, { uses, gaps }: Sink): void {
  for (const seen of usesIn(event)) {
    if (typeof seen === 'string') gaps.add(place.line, seen)
    else if (!count(uses, seen, place)) gaps.drop(place.line)
  }
}

/** Counts a use; false where too many others were counted. */
function count(uses: Map<string, Counted>, seen: SeenUse, place: Place): boolean {
  const { kind, account, pod, userAgent, secret, stage, moment, age } = seen
  // Made-up names that hold the separator may be counted together.
  const key = `${kind}\0${account}\0${pod}\0${userAgent}\0${secret ? `${secret.origin}\0${secret.name}` : ''}`
  let use = uses.get(key)
  if (!use) {
    if (uses.size >= MOST_USES) return false
    use = { kind, account, pod, userAgent, place, stages: new Map(), ...defined({ secret }) }
    uses.set(key, use)
  }
  use.stages.set(stage, (use.stages.get(stage) ?? 0) + 1)
  if (moment !== undefined && (use.first === undefined || moment < use.first)) use.first = moment
  const isLast = moment === undefined ? use.last === undefined : use.last === undefined || moment >= use.last
  if (!isLast) return true
  if (moment !== undefined) use.last = moment
  if (age !== undefined) use.age = age
  if (moment !== undefined && age !== undefined) use.issued = moment - age * 1000
  return true
}

/** The first object or list of a text, behind a word or time of the log's collector; also in a quoted field of CSV. */
function jsonIn(text: string): unknown {
  const whole = text.startsWith('{') ? parsed(text) : undefined
  if (whole !== undefined) return whole
  const trimmed = text.trim().replace(/,$/, '')
  const begins = [trimmed.search(/[[{]/), trimmed.indexOf('{')].filter(at => at >= 0)
  for (const at of begins) {
    const value = parsed(trimmed.slice(at)) ?? parsed(csvField(trimmed, at))
    if (value !== undefined) return value
  }
  return undefined
}

/** The field that begins at an offset, with its doubled quotes undone: https://www.rfc-editor.org/rfc/rfc4180. */
function csvField(text: string, at: number): string {
  const end = text.search(/[}\]]"(?!")[^"]*$/)
  return text.charAt(at - 1) === '"' && end > at ? text.slice(at, end + 1).replaceAll('""', '"') : ''
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The audit events in a value. Nothing inside of an event is another one: whoever sends a request writes its objects. */
function* eventsIn(value: unknown, depth: number): Generator<AuditEvent> {
  if (depth > DEEPEST) return
  if (typeof value === 'string') {
    if (value.includes('-token') && value.includes('{')) yield* eventsIn(jsonIn(value), depth + 1)
    return
  }
  if (typeof value !== 'object' || value === null) return
  const event = parsedEvent(value)
  if (event) yield event
  else for (const member of Object.values(value)) yield* eventsIn(member, depth + 1)
}
