/**
 * Generated audit logs: the reader, which looks at bytes, finds what a plain one finds that parses each line with `JSON.parse`, and
 * has gaps at the same lines.
 */

import { expect, test } from '@jest/globals'
import { type AuditFindings, readAuditLogs } from '../../src/cluster/audit-log.ts'
import { randomNumbers } from '../support/numbers.ts'

const K8S = 'authentication.k8s.io/'
const STALE = /^subject: system:serviceaccount:([^:,\s]+:[^:,\s]+), seconds after warning threshold: (\d{1,10})\.?$/
const ACCOUNT = /^system:serviceaccount:([^:,\s]+:[^:,\s]+)$/
/** No writer of JSON escapes these letters: a record without them is not read. */
const NEEDLES = ['stale-token', 'legacy-token']

type Random = () => number
type Json = Record<string, unknown>

interface Tally {
  /** Each use as text, and its requests by stage, first and last moment. */
  readonly uses: Map<string, { stages: Map<string, number>; first: number; last: number }>
  readonly gaps: Set<number>
}

function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T
}

/** A text as JSON writes it, some characters of which are escaped without need. */
function quoted(random: Random, text: string): string {
  return `"${[...text].map(each => (random() < 0.02 && each < '\u007f' ? `\\u00${each.charCodeAt(0).toString(16).padStart(2, '0')}` : JSON.stringify(each).slice(1, -1))).join('')}"`
}

/** A value as JSON, its members in any order, some twice, with blanks between them; `isWide` also with line ends. */
function written(random: Random, value: unknown, isWide: boolean): string {
  const blank = () => (random() < 0.9 ? '' : pick(random, isWide ? [' ', '\n', '\r\n\t'] : [' ', '\t', '  ']))
  if (typeof value === 'string') return quoted(random, value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(item => blank() + written(random, item, isWide) + blank()).join(',')}]`
  const members = Object.entries(value).map(([name, member]) => {
    const text = `${blank()}${quoted(random, name)}${blank()}:${blank()}${written(random, member, isWide)}${blank()}`
    // Of two members of one name the last one counts.
    return random() < 0.03 ? `${quoted(random, name)}:${pick(random, ['1', '"x"', '{}', '[]', 'null'])},${text}` : text
  })
  for (let at = members.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[members[at], members[other]] = [members[other] as string, members[at] as string]
  }
  return `{${members.join(',')}}`
}

/** An event, of which any part may be missing or of another kind. */
function event(random: Random): Json {
  const account = `shop:${pick(random, ['cart', 'till', 'stock'])}`
  const seconds = Math.floor(random() * 100_000)
  const stale = `subject: system:serviceaccount:${account}, seconds after warning threshold: ${seconds}${pick(random, ['', '.'])}`
  const odd = (usual: unknown) =>
    random() < 0.03 ? pick(random, [null, 7, 'x', [], ['x'], {}, { a: 1 }, true]) : usual
  const annotations: Json = { 'authorization.k8s.io/reason': 'allowed by "a/b" of {c}', 'x.example/stale-token': stale }
  const kind = random()
  if (kind < 0.5) annotations[`${K8S}stale-token`] = odd(stale)
  if (kind > 0.4 && kind < 0.7) annotations[`${K8S}legacy-token`] = odd(`system:serviceaccount:${account}`)
  if (kind > 0.6 && kind < 0.7) annotations[`${K8S}legacy-token-manual-secret`] = odd('made-by-hand')
  const inside = { auditID: 'x', annotations: { [`${K8S}stale-token`]: stale }, user: { username: 'y' } }
  const whole: Json = {
    auditID: odd(`id-${Math.floor(random() * 1e6)}`),
    stage: odd(pick(random, ['RequestReceived', 'ResponseComplete', 'Other'])),
    user: odd({
      username: odd(`system:serviceaccount:${account}`),
      extra: odd({ 'authentication.kubernetes.io/pod-name': odd([pick(random, ['pod-1', 'pod-é', 'p"q'])]) })
    }),
    userAgent: odd(pick(random, ['curl/8', 'Bücher\t1', 'stale-token {', 'x'.repeat(600)])),
    requestReceivedTimestamp: odd(new Date(1.7e12 + Math.floor(random() * 1e9)).toISOString()),
    stageTimestamp: odd('2026-01-02T03:04:05.678901Z'),
    annotations: odd(annotations),
    code: pick(random, [0, -1.5, 1e21, 200])
  }
  if (random() < 0.3)
    whole['requestObject'] = pick<unknown>(random, [inside, JSON.stringify(inside), { items: [inside] }])
  for (const name of Object.keys(whole)) if (random() < 0.03) delete whole[name]
  return whole
}

/** A line of a log: an event, a list of events, a wrapper; broken off, changed or hostile. */
function line(random: Random): string {
  const kind = random()
  if (kind < 0.03) return ''
  if (kind < 0.06)
    return pick(random, [
      'no JSON at all',
      '\0\ufffd stale-token {{{',
      '"stale-token"',
      'stale-token',
      '{}',
      '[]',
      '}{'
    ])
  const one = () => event(random)
  const value =
    kind < 0.8 ? one() : pick<unknown>(random, [{ items: [one(), one()] }, { tag: 'a', record: one() }, [one()]])
  const text = written(random, value, false)
  const change = random()
  if (change < 0.8) return text
  const at = Math.floor(random() * text.length)
  if (change < 0.86) return text.slice(0, at)
  if (change < 0.92) return text.slice(0, at) + text.slice(at + 1)
  if (change < 0.96) return text.slice(0, at) + pick(random, ['"', '\\', '{', '}', ',', '\u0007', '7']) + text.slice(at)
  return pick(random, [`node-0 ${text}`, `${text},`, `  ${text}\r`, `${text}${text}`, `${text} x`])
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The value of a line, behind a word and before a comma of whoever collected the log. */
function valueIn(text: string): unknown {
  const trimmed = text.trim().replace(/,$/, '')
  const begins = [trimmed.search(/[[{]/), trimmed.indexOf('{')].filter(at => at >= 0)
  return begins.map(at => parsed(trimmed.slice(at))).find(value => value !== undefined)
}

function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function eventsOf(value: unknown): Json[] {
  if (typeof value === 'string') return value.includes('-token') ? eventsOf(valueIn(value)) : []
  if (typeof value !== 'object' || value === null) return []
  return isMap(value) && typeof value['auditID'] === 'string' ? [value] : Object.values(value).flatMap(eventsOf)
}

/** Counts one event the plain way. */
function tallyEvent(event: Json, at: number, { uses, gaps }: Tally): void {
  const annotations = isMap(event['annotations']) ? event['annotations'] : {}
  const user = isMap(event['user']) ? event['user'] : {}
  const extra = isMap(user['extra']) ? user['extra'] : {}
  const pods = extra['authentication.kubernetes.io/pod-name']
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const pod = text(Array.isArray(pods) ? pods[0] : pods)
  const stage = ['RequestReceived', 'ResponseComplete'].find(each => each === event['stage']) ?? ''
  const moment = Date.parse(text(event['requestReceivedTimestamp']) || text(event['stageTimestamp']))
  const add = (kind: string, account: string, secret = '') => {
    const key = [kind, account, pod, text(event['userAgent']).slice(0, 512), secret].join('|')
    const use = uses.get(key) ?? { stages: new Map<string, number>(), first: Infinity, last: -Infinity }
    use.stages.set(stage, (use.stages.get(stage) ?? 0) + 1)
    if (!Number.isNaN(moment))
      Object.assign(use, { first: Math.min(use.first, moment), last: Math.max(use.last, moment) })
    uses.set(key, use)
  }
  const stale = annotations[`${K8S}stale-token`]
  const subject = STALE.exec(String(stale))?.[1]
  if (subject !== undefined) add('stale', subject)
  else if (stale !== undefined) gaps.add(at)
  const legacy = annotations[`${K8S}legacy-token`]
  const secret = annotations[`${K8S}legacy-token-manual-secret`]
  if (legacy === undefined && typeof secret !== 'string') return
  const account = ACCOUNT.exec(String(legacy ?? user['username'] ?? ''))?.[1]
  if (account === undefined) gaps.add(at)
  else add('legacy', account, text(secret))
}

/** Counts an event of a document. */
function tallyText(text: string, tally: Tally): void {
  if (!NEEDLES.some(needle => text.includes(needle))) return
  for (const event of eventsOf(JSON.parse(text))) tallyEvent(event, 0, tally)
}

function emptyTally(): Tally {
  return { uses: new Map(), gaps: new Set() }
}

/** What a reader finds that parses each line. */
function plainly(lines: readonly string[]): Tally {
  const tally = emptyTally()
  for (const [index, text] of lines.entries()) {
    const isLast = index === lines.length - 1
    if (!(isLast ? text.trim() !== '' : NEEDLES.some(needle => text.includes(needle)))) continue
    const value = valueIn(text)
    const events = eventsOf(value)
    const isLost = events.length === 0 && /authentication\.k8s\.io\\*\/(?:stale|legacy)-token/.test(text)
    if (value === undefined || isLost) tally.gaps.add(index + 1)
    for (const event of events) tallyEvent(event, index + 1, tally)
  }
  return tally
}

function read(log: string, size: number): Promise<AuditFindings> {
  const bytes = Buffer.from(log)
  async function* pieces() {
    // One space for all pieces, as a file is read.
    const space = Buffer.alloc(size)
    for (let at = 0; at < bytes.length; at += size) yield space.subarray(0, bytes.copy(space, 0, at, at + size))
  }
  return readAuditLogs([{ path: 'log', bytes: pieces() }])
}

function shown({ uses, gaps }: AuditFindings) {
  return {
    uses: uses
      .map(({ kind, account, pod, userAgent, secret, requests, first, last }) =>
        [kind, account, pod, userAgent, secret?.name ?? '', requests, first ?? Infinity, last ?? -Infinity].join('|')
      )
      .sort(),
    gaps: [...new Set(gaps.map(({ place }) => place.line))].sort((one, other) => one - other)
  }
}

function shownTally({ uses, gaps }: Tally) {
  return {
    uses: Array.from(uses, ([key, { stages, first, last }]) =>
      [key, Math.max(...stages.values()), first, last].join('|')
    ).sort(),
    gaps: [...gaps].sort((one, other) => one - other)
  }
}

test('JSON lines: the same uses with the same counts and moments, and gaps at the same lines', async () => {
  const random = randomNumbers(20261130)
  let [uses, gaps] = [0, 0]
  for (let round = 0; round < 150; round++) {
    const lines = [
      JSON.stringify(event(() => 0.5)),
      ...Array.from({ length: Math.floor(random() * 40) }, () => line(random))
    ]
    const expected = shownTally(plainly(lines))
    uses += expected.uses.length
    gaps += expected.gaps.length
    const log = lines.join('\n')
    const found = shown(await read(log, pick(random, [64, 999, 65_536])))
    expect({ round, ...found }).toEqual({ round, ...expected })
  }
  expect(Math.min(uses, gaps)).toBeGreaterThan(300)
})

test('an EventList over any lines: the same uses as JSON.parse finds; broken off, those of its whole events and a gap', async () => {
  const random = randomNumbers(2026)
  for (let round = 0; round < 100; round++) {
    const events = Array.from({ length: 1 + Math.floor(random() * 12) }, () => written(random, event(random), true))
    const begin = pick(random, ['{"kind":"EventList","items":[', '{\n"metadata":{"a":[]},\n"items" : [\n', '[\n'])
    const end = begin.startsWith('[') ? ']' : ']}\n'
    const log = begin + events.join(',\n') + end
    JSON.parse(log)
    const whole = emptyTally()
    for (const text of events) tallyText(text, whole)
    const size = pick(random, [17, 256, 65_536])
    const found = await read(log, size)
    expect({ round, uses: shown(found).uses }).toEqual({ round, uses: shownTally(whole).uses })

    const cut = begin.length + Math.floor(random() * (log.trimEnd().length - begin.length))
    const kept = emptyTally()
    let at = begin.length
    for (const text of events) {
      if (at + text.length <= cut) tallyText(text, kept)
      at += text.length + 2
    }
    const broken = await read(log.slice(0, cut), size)
    expect({ round, uses: shown(broken).uses }).toEqual({ round, uses: shownTally(kept).uses })
    expect({ round, isIncomplete: broken.gaps.length > 0 }).toEqual({ round, isIncomplete: true })
  }
})
