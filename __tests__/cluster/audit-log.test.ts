/** Audit logs in every form that they have: who is found in them, and which lines are gaps. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { type AuditFindings, readAuditLogs } from '../../src/cluster/audit-log.ts'
import { LONGEST_RECORD } from '../../src/cluster/audit-records.ts'

interface EventFacts {
  readonly account?: string
  readonly pod?: string
  readonly agent?: string
  readonly at?: string
  readonly stage?: string
  readonly annotations?: Readonly<Record<string, string>>
  readonly body?: object
}

const K8S = 'authentication.k8s.io/'

function event({
  account = 'shop:cart',
  pod = 'cart-1',
  agent = 'curl/8',
  at,
  stage,
  annotations,
  body
}: EventFacts = {}) {
  return {
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: 'Metadata',
    auditID: '00000000-0000-4000-8000-000000000002',
    stage: stage ?? 'ResponseComplete',
    verb: 'list',
    user: {
      username: `system:serviceaccount:${account}`,
      groups: ['system:serviceaccounts'],
      extra: { 'authentication.kubernetes.io/pod-name': [pod] }
    },
    sourceIPs: ['10.0.0.9'],
    userAgent: agent,
    ...(body === undefined ? {} : { requestObject: body }),
    ...(at === undefined ? {} : { requestReceivedTimestamp: at }),
    annotations: { ...annotations, 'authorization.k8s.io/decision': 'allow' }
  }
}

/** An event with a stale token. */
function stale(seconds = 86_400, facts: EventFacts = {}) {
  const account = facts.account ?? 'shop:cart'
  const value = `subject: system:serviceaccount:${account}, seconds after warning threshold: ${seconds}`
  return event({ ...facts, annotations: { [`${K8S}stale-token`]: value } })
}

const plain = event()
const line = (value: unknown) => `${JSON.stringify(value)}\n`

/** Reads a log that comes in pieces of a size. */
function read(log: string | Uint8Array, size = 65_536): Promise<AuditFindings> {
  const bytes = typeof log === 'string' ? Buffer.from(log) : log
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  return readAuditLogs([{ path: 'log', bytes: pieces() }])
}

/** Whether a log is one value of JSON, or one on each line. */
function isWhole(log: string): boolean {
  const parses = (text: string) => {
    try {
      return text === '' || typeof JSON.parse(text) === 'object'
    } catch {
      return false
    }
  }
  return parses(log) || log.split('\n').every(parses)
}

/** Each use as `kind account pod agent requests line`, and each gap as `line: detail`. */
function shown({ uses, gaps }: AuditFindings) {
  return {
    uses: uses.map(
      ({ kind, account, pod, userAgent, requests, place }) =>
        `${kind} ${account} ${pod} ${userAgent} ${requests} ${place.line}`
    ),
    gaps: gaps.map(({ place, detail }) => `${place.line}: ${detail}`)
  }
}

const FOUND = (at: number) => ({ uses: [`stale shop:cart cart-1 curl/8 1 ${at}`], gaps: [] })

describe('the forms of a log', () => {
  const list = { kind: 'EventList', apiVersion: 'audit.k8s.io/v1', metadata: {}, items: [plain, stale(), plain] }
  const message = JSON.stringify(stale())
  test.each<[string, string, number]>([
    ['JSON lines', line(plain) + line(stale()) + line(plain), 2],
    ['JSON lines of Windows', (line(plain) + line(stale())).replaceAll('\n', '\r\n'), 2],
    ['JSON lines without a last line end', line(plain) + JSON.stringify(stale()), 2],
    ['an EventList on one line', JSON.stringify(list), 1],
    [
      'an EventList with an event on each line',
      `{"kind":"EventList","items":[\n${JSON.stringify(plain)},\n${message}\n]}\n`,
      3
    ],
    ['an EventList of many lines', JSON.stringify({ items: [stale()] }, undefined, 2), 3],
    ['an EventList on each line', line({ items: [plain] }) + line(list), 2],
    [
      'events of many lines, one after another',
      `${JSON.stringify(plain, undefined, 2)}\n${JSON.stringify(stale(), undefined, 2)}`,
      JSON.stringify(plain, undefined, 2).split('\n').length + 1
    ],
    [
      'a list of events',
      JSON.stringify([plain, stale()], undefined, 1),
      JSON.stringify([plain], undefined, 1).split('\n').length
    ],
    ['the name of a node before each', `master-0 ${line(plain)}master-0 ${line(stale())}`, 2],
    ['the time of an export of CloudWatch before each', `2026-01-02T03:04:05.000Z ${line(stale())}`, 1],
    [
      'the events of CloudWatch',
      JSON.stringify(
        {
          events: [
            { timestamp: 1, message: JSON.stringify(plain) },
            { timestamp: 2, message }
          ]
        },
        undefined,
        4
      ),
      7
    ],
    ['the results of Logs Insights', JSON.stringify({ results: [[{ field: '@message', value: message }]] }), 1],
    ['a table of Logs Insights', `@timestamp,@message\n2026-01-02,"${message.replaceAll('"', '""')}"\n`, 2],
    ['a wrapper of Fluentd', line({ tag: 'audit', record: stale() }), 1],
    ['a log of a container', line({ log: `${message}\n`, stream: 'stdout' }), 1]
  ])('%s, in pieces of any size', async (_, log, at) => {
    for (const size of [65_536, 1000, 7, 1]) expect(shown(await read(log, size))).toEqual(FOUND(at))
  })

  test('gzip, of one or several members', async () => {
    const [one, other] = [gzipSync(line(plain)), gzipSync(line(stale()))]
    expect(shown(await read(Buffer.concat([one, other]), 10))).toEqual(FOUND(2))
  })

  test('a log of an event list that is longer than any record', async () => {
    const many = Math.ceil((LONGEST_RECORD * 1.5) / JSON.stringify(plain).length)
    const log = JSON.stringify({ items: [...Array.from({ length: many }, () => plain), stale()] })
    expect(shown(await read(log))).toEqual(FOUND(1))
  })
})

describe('what is said of a use', () => {
  test('the requests of each pod and user agent, once for all stages, with their first and last moment', async () => {
    const log = [
      stale(10, { at: '2026-01-03T00:00:00Z', stage: 'RequestReceived' }),
      stale(10, { at: '2026-01-03T00:00:00Z' }),
      stale(20, { at: '2026-01-04T00:00:00Z' }),
      stale(5, { at: '2026-01-02T00:00:00Z' }),
      stale(5, { pod: 'cart-2' }),
      stale(5, { agent: 'other/1' })
    ]
    const { uses } = await read(log.map(line).join(''))
    expect(uses.map(({ pod, userAgent, requests }) => [pod, userAgent, requests])).toEqual([
      ['cart-1', 'curl/8', 3],
      ['cart-2', 'curl/8', 1],
      ['cart-1', 'other/1', 1]
    ])
    expect(uses[0]).toMatchObject({
      first: Date.parse('2026-01-02T00:00:00Z'),
      last: Date.parse('2026-01-04T00:00:00Z'),
      age: 3627,
      issued: Date.parse('2026-01-04T00:00:00Z') - 3_627_000
    })
  })

  test('a value with a full stop, as the documents of EKS have it', async () => {
    const annotations = {
      [`${K8S}stale-token`]: 'subject: system:serviceaccount:a:b, seconds after warning threshold: 4185802.'
    }
    const { uses } = await read(line(event({ annotations })))
    expect(uses).toMatchObject([{ kind: 'stale', account: 'a:b', age: 4_189_409 }])
  })

  test.each([
    ['no Secret', {}, undefined],
    ['a Secret of the cluster', { 'legacy-token-autogenerated-secret': 's-1' }, { name: 's-1', origin: 'auto' }],
    ['a Secret of a person', { 'legacy-token-manual-secret': 's-2' }, { name: 's-2', origin: 'manual' }]
  ])('a permanent token of %s', async (_, more, secret) => {
    const annotations = Object.fromEntries(Object.entries(more).map(([key, name]) => [K8S + key, name]))
    annotations[`${K8S}legacy-token`] = 'system:serviceaccount:ops:bot'
    const { uses } = await read(line(event({ annotations })))
    expect(uses).toMatchObject([{ kind: 'legacy', account: 'ops:bot', ...(secret ? { secret } : {}) }])
  })

  test('a revoked token', async () => {
    const annotations = { [`${K8S}legacy-token-invalidated`]: 'old-token-4tq7c/ops' }
    const { uses } = await read(line(event({ account: 'ops:old', annotations })))
    expect(uses).toMatchObject([{ kind: 'legacy', account: 'ops:old', secret: { origin: 'invalidated' } }])
  })
})

describe('what proves nothing', () => {
  test.each([
    ['events without the annotation', line(plain)],
    ['the letters of it in a user agent', line(event({ agent: 'stale-token-checker/1.0' }))],
    ['an object of a request that pretends to be an event', line(event({ body: { metadata: stale() } }))],
    ['the same in a text', line(event({ body: { data: JSON.stringify(stale()) } }))],
    ['nothing', ''],
    ['empty lines', '\n\n\n']
  ])('%s', async (_, log) => {
    expect(shown(await read(log))).toEqual({ uses: [], gaps: [] })
  })
})

describe('what cannot be read is a gap with its line, and does not hide the rest', () => {
  const good = line(stale())
  const cut = JSON.stringify(stale()).slice(0, -20)
  const BROKEN = 'a record is not complete, or no JSON'
  test.each([
    ['a line that breaks off', `${good}${cut}\n${good}`, 2, BROKEN],
    ['a last line that breaks off', `${good}${good}{"kind":"Event","auditID":"1`, 3, BROKEN],
    ['a line of other bytes', `${good}\0\xff stale-token {{{\n${good}`, 2, BROKEN],
    [
      'a value of another form',
      `${good}${line(event({ annotations: { [`${K8S}stale-token`]: 'x' } }))}${good}`,
      2,
      'the annotation stale-token has a value of an unknown form'
    ],
    [
      'flattened keys',
      `${good}${line({ [`annotations.${K8S}stale-token`]: 'x' })}${good}`,
      2,
      'an annotation about a token is not in an audit event'
    ],
    [
      'a record without end',
      `${good}{"a":"stale-token${'x'.repeat(LONGEST_RECORD)}"}\n${good}`,
      2,
      'a record of more than 8 MiB names an annotation about tokens'
    ]
  ])('%s', async (_, log, at, detail) => {
    const { uses, gaps } = shown(await read(log))
    expect(uses).toEqual([expect.stringMatching(/^stale shop:cart cart-1 curl\/8 [12] 1$/)])
    expect(gaps).toEqual([`${at}: ${detail}`])
  })

  test.each([
    [
      'a text in a document',
      `{"items":[\n{"a":"b\n,\n${JSON.stringify(stale())}]}`,
      2,
      'a text does not end on its line'
    ],
    ['an event in a document', `{"items":[\n{"a":1,\n${JSON.stringify(stale())}]}`, 2, 'a record is not complete'],
    ['a document', `[\n${JSON.stringify(stale())},\n{"a":\n`, 3, 'a record is not complete'],
    ['brackets of a document', `[\n{"a":[1}]\n${JSON.stringify(stale())}`, 2, 'its brackets do not match'],
    ['endless brackets', `${'[\n'.repeat(600)}\n${JSON.stringify(stale())}`, 1, 'more than 512 levels']
  ])('%s', async (_, log, at, detail) => {
    const { uses, gaps } = shown(await read(log, 50))
    expect(uses).toHaveLength(1)
    expect(gaps[0]).toBe(`${at}: ${detail}`)
  })

  test.each([
    ['gzip that breaks off', gzipSync(good).subarray(0, -8), 'its compressed data break off'],
    [
      'gzip that is damaged',
      Buffer.concat([gzipSync(good).subarray(0, 12), Buffer.alloc(50, 7)]),
      'its compressed data are damaged'
    ],
    ['UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le'), 'it is UTF-16: convert it to UTF-8']
  ])('%s', async (_, log, detail) => {
    const { gaps } = await read(log)
    expect(gaps).toEqual([{ kind: 'unreadable-file', place: { path: 'log', line: 1, column: 1 }, detail }])
  })

  test.each([
    ['JSON lines', good + good],
    ['an EventList', JSON.stringify({ items: [stale(), stale()] }, undefined, 1)]
  ])('%s that break off anywhere, or lack any byte, keep what is whole and say that there is more', async (_, log) => {
    for (let at = 1; at < log.length; at += 5) {
      const cutOff = await read(log.slice(0, at), 64)
      expect({ at, gaps: cutOff.gaps.length > 0 }).toEqual({ at, gaps: !isWhole(log.slice(0, at)) })
      const lacking = await read(log.slice(0, at) + log.slice(at + 1), 64)
      expect(lacking.uses.length + lacking.gaps.length).toBeGreaterThan(0)
    }
  })

  test('a log of ever new names: the first ten thousand are kept, and the others are counted', async () => {
    const log = Array.from({ length: 10_050 }, (_, index) => line(stale(1, { account: `a:b${index}` }))).join('')
    const { uses, gaps } = await read(log)
    expect(uses).toHaveLength(10_000)
    expect(gaps).toMatchObject([
      {
        place: { line: 10_001 },
        detail: 'more than 10000 different users of tokens: 50 events from here on are not counted'
      }
    ])
  })

  test('thousands of broken lines are counted, not listed', async () => {
    const { gaps } = await read('{"stale-token\n'.repeat(3_000) + good)
    expect(gaps).toHaveLength(101)
    expect(gaps.at(-1)?.detail).toMatch(/^\d{4} further records cannot be read$/)
  })
})

describe('what a real API server logged', () => {
  const recorded = join(import.meta.dirname, '..', '..', 'evidence', 'kube-apiserver', 'recorded')

  test.each(['on', 'off'])(
    'with the extension %s: each request counts once, a refused one not at all',
    async extension => {
      const log = readFileSync(join(recorded, `audit-extension-${extension}.jsonl`), 'utf8')
      const ids = new Map<string, Set<string>>()
      for (const text of log.trimEnd().split('\n')) {
        const { auditID, userAgent = '', annotations = {} } = JSON.parse(text)
        const kinds = ['stale', 'legacy'].filter(kind => annotations[`${K8S}${kind}-token`] !== undefined)
        for (const kind of kinds)
          ids.set(`${kind} ${userAgent}`, (ids.get(`${kind} ${userAgent}`) ?? new Set()).add(auditID))
      }
      const { uses, gaps } = await read(log)
      expect(ids.size).toBeGreaterThan(0)
      expect(
        Object.fromEntries(uses.map(({ kind, userAgent, requests }) => [`${kind} ${userAgent}`, requests]))
      ).toEqual(Object.fromEntries(Array.from(ids, ([use, { size }]) => [use, size])))
      expect(gaps).toEqual([])
    }
  )
})
