/**
 * Holds the policy against what released clients did when they were run: evidence/README.md says how. What could not be
 * run is named here as well, so that nothing is left out in silence.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { END, keptOf, observationOf, REFUSED_FROM, type RequestGroup } from '../evidence/observe.mjs'
import { ecosystemOf } from '../src/ecosystems/index.ts'
import type { VersionScheme } from '../src/ecosystems/version-scheme.ts'
import type { Behaviour } from '../src/model/verdict.ts'
import type { Client, ObservedRange } from '../src/policy/client.ts'
import { EXAMINED } from '../src/policy/clients/examined.ts'
import { clientOf } from '../src/policy/clients/index.ts'
import { flatJudgement } from './support/judged.ts'

interface Result {
  readonly ecosystem: string
  readonly client: string
  readonly version: string
  readonly date: string
  readonly tools?: string
  readonly observation?: string
  readonly requests?: readonly RequestGroup[]
  readonly couldNotRun?: string
}

const results: readonly Result[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'evidence', 'results.json'), 'utf8')
)
const ran = results.filter(({ observation }) => observation !== undefined)
const id = ({ ecosystem, client, version }: Result) => `${ecosystem} ${client} ${version}`

/** What did not run where the results were made; the reason stands beside it in evidence/results.json. */
const COULD_NOT_RUN: readonly string[] = [
  'golang github.com/openshift/kubernetes-client-go v11.0.1-0.20190701222832-70952d66b5d1+incompatible',
  'golang k8s.io/client-go v0.0.0-20190619194437-42f9eb3046f9',
  'golang k8s.io/client-go v0.0.0-20190620085054-d014f46af78e',
  'golang k8s.io/client-go v1.4.0',
  'golang k8s.io/client-go v1.5.2',
  'golang k8s.io/client-go v12.0.0+incompatible',
  'golang k8s.io/client-go v2.0.0+incompatible',
  'maven io.smallrye.stork:stork-service-discovery-kubernetes 1.0.0.Alpha6',
  'maven io.smallrye.stork:stork-service-discovery-kubernetes 1.0.0.Alpha7',
  'pypi kubernetes 36.0.0a2'
]

/** What the sources of the releases of a package say: the client that each brings in, or what its own loader does. */
interface Sources {
  readonly ecosystem: string
  readonly packages: readonly [string]
  readonly client?: string
  readonly source: string
  /** By the version of the client, or the behaviour: the releases. */
  readonly releases: Readonly<Record<string, string>>
}

const sources: readonly Sources[] = Object.values(
  JSON.parse(readFileSync(join(import.meta.dirname, '..', 'evidence', 'sources.json'), 'utf8'))
)

const OFFICIAL = [
  'golang k8s.io/client-go',
  'pypi kubernetes',
  'maven io.kubernetes:client-java',
  'npm @kubernetes/client-node',
  'cargo kube'
]

async function schemeOf(ecosystem: string): Promise<VersionScheme> {
  const found = ecosystemOf(ecosystem)
  if (!found) throw new Error(`no ecosystem ${ecosystem}`)
  return found.versions()
}

function clientIn({ ecosystem, client }: Result): Client {
  const found = clientOf(ecosystem, client)
  if (!found) throw new Error(`the policy has no client ${client}`)
  return found
}

test('a run that fails leaves what was observed before, and a later observation replaces it', () => {
  const observed = { observation: 'reloads', date: '2026-01-01' }
  const later = { observation: 'reads-once', date: '2026-02-01' }
  const failed = { couldNotRun: 'it requires Node 24', date: '2026-02-01' }
  expect(keptOf<object & { observation?: string }>(observed, failed)).toBe(observed)
  expect(keptOf(observed, later)).toBe(later)
  expect(keptOf<object & { observation?: string }>(undefined, failed)).toBe(failed)
})

test('what could not be run is known, and everything else was observed', () => {
  const failed = results.filter(({ couldNotRun }) => couldNotRun !== undefined)
  for (const { couldNotRun } of failed) expect(couldNotRun).toMatch(/\S/)
  expect(failed.map(id).toSorted()).toEqual(COULD_NOT_RUN.toSorted())
  expect(failed.filter(({ observation, requests }) => observation ?? requests)).toEqual([])
  expect(new Set(results.map(id)).size).toBe(results.length)
})

test('the five official clients and ten others were run', () => {
  const clients = new Set(ran.map(({ ecosystem, client }) => `${ecosystem} ${client}`))
  for (const official of OFFICIAL) expect(clients).toContain(official)
  expect(clients.size).toBeGreaterThanOrEqual(OFFICIAL.length + 10)
})

describe.each(ran.map(result => ({ ...result, id: id(result) })))('$id', result => {
  const { date, tools, observation, requests = [] } = result

  test('the requests bear the observation out', () => {
    expect(date).toMatch(/^20\d\d-\d\d-\d\d$/)
    expect(tools).toMatch(/\d/)
    const times = requests.flatMap(({ at }) => at)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times.at(-1)).toBeLessThanOrEqual(END + 5)
    for (const { token, status, at } of requests) {
      const [start = 0, end = 0] = [at[0], at.at(-1)]
      if (token === 'none') expect(status).toBe(401)
      if (token === 'second') expect([status, start >= 0]).toEqual([200, true])
      if (token === 'first' && status === 200) expect(end).toBeLessThanOrEqual(REFUSED_FROM + 1)
      if (token === 'first' && status === 401) expect(start).toBeGreaterThanOrEqual(REFUSED_FROM - 1)
    }
    expect(observationOf(requests)).toBe(observation)
  })

  test('the policy says the same', async () => {
    const { ecosystem, client, version } = result
    const fork = ecosystem === 'golang' && clientIn(result).observed.length === 0
    const verdict = flatJudgement(
      {
        ecosystem,
        name: fork ? 'k8s.io/client-go' : client,
        requirement: { kind: 'version', text: version },
        ...(fork ? { replacement: client } : {})
      },
      await schemeOf(ecosystem),
      { minimum: 'observed' }
    )
    // What decides a commit of client-go is a date or a list; that one of them was run says nothing of the others.
    if (!clientIn(result).observe) expect(verdict.evidence.map(({ proof }) => proof)).toContain('executed')
    expect(verdict.observed).toBe(observation)
  })
})

/** The results within a range of versions. */
function within(results: readonly Result[], { from, before }: ObservedRange, scheme: VersionScheme): Result[] {
  return results.filter(({ version }) => {
    const parsed = scheme.parse(version)
    if (parsed === undefined) throw new Error(`${version} is no version`)
    return (
      (from === undefined || scheme.compare(scheme.parse(from), parsed) <= 0) &&
      (before === undefined || scheme.compare(parsed, scheme.parse(before)) < 0)
    )
  })
}

/** Whether a range says something that a run can show. */
function isShown({ behaviour, releases }: ObservedRange): boolean {
  const said: readonly Behaviour[] = ['reloads', 'reloads-late', 'reads-once', 'sends-no-token']
  return said.includes(behaviour) && releases?.length !== 0
}

describe('both sides of every bound were run', () => {
  const clients = new Map(results.map(result => [`${result.ecosystem} ${result.client}`, result]))
  test.each([...clients].map(([name, first]) => ({ name, first })))('$name', async ({ first }) => {
    const own = results.filter(({ ecosystem, client }) => ecosystem === first.ecosystem && client === first.client)
    const scheme = await schemeOf(first.ecosystem)
    const missing = clientIn(first)
      .observed.filter(isShown)
      .flatMap(range => {
        const inside = within(own, range, scheme)
        const lowest = range.from === undefined ? undefined : (range.releases?.[0] ?? range.from)
        const highest = range.before === undefined ? undefined : range.releases?.at(-1)
        const has = (edge: string) =>
          inside.some(({ version }) => scheme.compare(scheme.parse(version), scheme.parse(edge)) === 0)
        const absent = [lowest, highest].filter(edge => edge !== undefined).filter(edge => !has(edge))
        return inside.length === 0 ? [`from ${range.from} before ${range.before}`] : absent
      })
    expect(missing).toEqual([])
  })
})

/** The observed behaviour of a version, or of the versions in a range. */
async function observedIn(ecosystem: string, name: string, text: string): Promise<Behaviour> {
  const scheme = await schemeOf(ecosystem)
  const kind = scheme.parse(text) === undefined ? 'range' : 'version'
  const verdict = flatJudgement({ ecosystem, name, requirement: { kind, text } }, scheme, { minimum: 'observed' })
  return verdict.observed
}

describe.each(sources)('$packages of $source', ({ ecosystem, packages: [name], client, releases }) => {
  test('the policy says what was read in the sources of each release', async () => {
    for (const [said, versions] of Object.entries(releases)) {
      const observed = client === undefined ? said : await observedIn(ecosystem, client, said)
      const judged = await Promise.all(
        versions.split(' ').map(async version => ({ version, observed: await observedIn(ecosystem, name, version) }))
      )
      expect(judged.filter(release => release.observed !== observed).map(release => ({ ...release, said }))).toEqual([])
    }
  })
})

test('the newest release that was looked at is the newest that was run or read', async () => {
  const known = [
    ...ran.map(({ ecosystem, client, version }) => ({ name: `${ecosystem} ${client}`, ecosystem, version })),
    ...sources.flatMap(({ ecosystem, packages: [client], releases }) =>
      Object.values(releases).flatMap(versions =>
        versions.split(' ').map(version => ({ name: `${ecosystem} ${client}`, ecosystem, version }))
      )
    )
  ]
  expect(Object.keys(EXAMINED).toSorted()).toEqual([...new Set(known.map(({ name }) => name))].toSorted())
  for (const { name, ecosystem, version } of known) {
    const scheme = await schemeOf(ecosystem)
    const [newest, other] = [EXAMINED[name] ?? '', version].map(text => scheme.parse(text))
    const isOlder = other === undefined || (newest !== undefined && scheme.compare(other, newest) <= 0)
    expect({ name, version, isOlder }).toEqual({ name, version, isOlder: true })
  }
})

test('the releases that were run or read without being named in an example are more than 400', () => {
  const known = [
    ...ran.map(({ ecosystem, client, version }) => ({ ecosystem, client, version })),
    ...sources.flatMap(({ ecosystem, packages: [client], releases }) =>
      Object.values(releases).flatMap(versions => versions.split(' ').map(version => ({ ecosystem, client, version })))
    )
  ]
  const unnamed = known.filter(
    ({ ecosystem, client, version }) =>
      !clientOf(ecosystem, client)?.examples.some(({ requirement }) => requirement === version)
  )
  expect(unnamed.length).toBeGreaterThan(400)
})
