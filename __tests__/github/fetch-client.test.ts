/** The client of the command line: where the token goes, what becomes of redirects and faults, and how it waits for limits. */

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { openFetchClient } from '../../src/github/fetch-client.ts'
import { failureOf } from '../../src/github/requests.ts'
import { openSession } from '../../src/github/session.ts'
import { FleetStandIn, treeOf } from '../support/api/fleet.ts'
import { stoppedClock } from '../support/clock.ts'

const servers: { close(): unknown }[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

/** A server that records the authorization of each request, and answers with this status and these headers. */
async function recording(answer: () => { status: number; headers?: Record<string, string>; body?: string }) {
  const seen: (string | undefined)[] = []
  const server: Server = createServer((request, response) => {
    seen.push(request.headers.authorization)
    const { status, headers = {}, body = '{}' } = answer()
    response.writeHead(status, headers).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  servers.push(server)
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen }
}

const signal = new AbortController().signal
const ID = '1'.repeat(40)
const getTree = (apiUrl: string) =>
  openFetchClient({ apiUrl, token: 'secret', userAgent: 'test' }).rest.git.getTree({
    ...{ owner: 'acme', repo: 'shop', tree_sha: ID },
    request: { signal }
  })

describe('the token', () => {
  test('is not sent to another host, also if the API redirects there', async () => {
    const other = await recording(() => ({ status: 200 }))
    const api = await recording(() => ({ status: 302, headers: { location: `${other.url}/x` } }))
    await expect(getTree(api.url)).rejects.toThrow('a redirect that is not followed')
    expect([api.seen, other.seen]).toEqual([['Bearer secret'], []])
  })

  test('is sent along a redirect on the same host, a few times', async () => {
    const api = await recording(() => ({ status: 302, headers: { location: '/again' } }))
    await expect(getTree(api.url)).rejects.toThrow('a redirect that is not followed')
    expect(api.seen).toHaveLength(4)
  })
})

describe('a fault', () => {
  test.each<[string, { status: number; headers?: Record<string, string>; body?: string }, object]>([
    ['of the server', { status: 502 }, { kind: 'server', status: 502 }],
    ['of the token', { status: 401 }, { kind: 'credentials', status: 401 }],
    ['of a limit', { status: 429, headers: { 'retry-after': '7' } }, { kind: 'rate-limit', status: 429, wait: 7_000 }],
    [
      'of a secondary limit',
      { status: 403, body: '{"message": "You have exceeded a secondary rate limit"}' },
      { kind: 'rate-limit', status: 403 }
    ],
    ['of a page in place of JSON', { status: 200, body: '<html>' }, { kind: 'unreadable' }]
  ])('%s', async (_, answer, failure) => {
    const { url } = await recording(() => answer)
    const error = await getTree(url).catch(each => each)
    expect(failureOf(error, 0)).toEqual(failure)
  })

  test('of a connection', async () => {
    const error = await getTree('http://127.0.0.1:1').catch(each => each)
    expect(failureOf(error, 0)).toEqual({ kind: 'unreachable' })
  })
})

describe('a session', () => {
  const FILES = { 'go.mod': 'require k8s.io/client-go v0.29.3\n' }

  async function session() {
    const api = await new FleetStandIn([{ name: 'acme/shop', id: 1, files: FILES }]).listen()
    servers.push(api)
    const clock = stoppedClock()
    const told: string[] = []
    const tell = (sentence: string) => told.push(sentence)
    return { api, clock, told, session: openSession({ environment: api.environment, clock, tell }) }
  }

  test('waits as long as a secondary limit requires, and says so', async () => {
    const { api, clock, told, session: own } = await session()
    api.secondary = { left: 2, wait: 60 }
    const found = await own.open('acme/shop', await commitAt(api))
    expect('list' in found).toBe(true)
    expect(clock.waits).toEqual([60_000, 60_000])
    expect(told).toEqual(['GitHub asks to wait 60 seconds.', 'GitHub asks to wait 60 seconds.'])
    expect(own.isLimited()).toBe(false)
  })

  test('counts refusals in a row, and other faults apart', async () => {
    const { api, clock, session: own } = await session()
    const [repository] = api.repositories
    if (!repository) throw new Error('not served')
    repository.fault = 500
    // The third attempt, after two faults, is refused: it is neither the end of the shard nor of the repository.
    api.secondary = { left: 1, wait: 60, from: 2 }
    const answer = await own.open('acme/shop', ID)
    expect(answer).toEqual({ failed: expect.stringContaining('GitHub failed (500)') })
    expect([own.isLimited(), clock.waits.includes(60_000)]).toEqual([false, true])
  })

  test('gives up after the third time', async () => {
    const { api, session: own } = await session()
    api.secondary = { left: 9, wait: 60 }
    expect(await own.open('acme/shop', ID)).toEqual({ failed: expect.stringContaining('rate limit is used up') })
    expect([own.isLimited(), own.requests()]).toEqual([true, { sent: 3, failed: 1 }])
  })

  test('never waits for the limit of an hour, unless it may', async () => {
    const { api, clock, told, session: own } = await session()
    const reset = Math.floor(clock.now() / 1000) + 1800
    Object.assign(api.limits.core, { remaining: 900, reset })
    await own.open('acme/shop', ID)
    expect(await own.stop(false)).toMatch(/^899 of 5000 requests \(core\) are left, .* in 30 minutes$/)
    expect(clock.waits).toEqual([])
    expect(await own.stop(true)).toBeUndefined()
    expect([clock.waits, told]).toEqual([[1_800_000], [expect.stringMatching(/^Waiting: 899 of 5000/)]])
    expect(await own.stop(false)).toBeUndefined()
  })

  /** The commit of the only repository. */
  async function commitAt(api: FleetStandIn): Promise<string> {
    const { createHash } = await import('node:crypto')
    const [repository] = api.repositories
    if (!repository) throw new Error('not served')
    return createHash('sha1')
      .update(`commit ${repository.id} ${treeOf(repository)}`)
      .digest('hex')
  }
})
