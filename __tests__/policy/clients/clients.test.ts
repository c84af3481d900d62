/** The laws of the policy: every row has evidence, its ranges fit together, its examples hold. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { ecosystemOf } from '../../../src/ecosystems/index.ts'
import type { VersionScheme } from '../../../src/ecosystems/version-scheme.ts'
import type { Requirement } from '../../../src/model/dependency.ts'
import type { Behaviour, VerdictKind } from '../../../src/model/verdict.ts'
import type { Client, Example } from '../../../src/policy/client.ts'
import { allClients, clientOf } from '../../../src/policy/clients/index.ts'
import { segmentsOf } from '../../../src/policy/judge.ts'
import { levelOf } from '../../../src/policy/level.ts'
import { type FlatJudgement, flatJudgement } from '../../support/judged.ts'

const rows = Array.from(allClients(), ({ ecosystem, client }) => ({
  ecosystem,
  client,
  id: `${ecosystem}/${client.name}`
}))

async function schemeOf(ecosystem: string): Promise<VersionScheme> {
  const found = ecosystemOf(ecosystem)
  if (!found) throw new Error(`the policy has clients of ${ecosystem}, which is not in src/ecosystems/index.ts`)
  return found.versions()
}

async function judged(
  ecosystem: string,
  client: Client,
  requirement: Requirement,
  beside: Example['with'] = {}
): Promise<FlatJudgement> {
  const companions = Object.entries(beside).map(([name, other]) => ({ name, requirement: requirementOf(other) }))
  const asked = { ecosystem, name: client.name, requirement, beside: companions }
  return flatJudgement(asked, await schemeOf(ecosystem), { minimum: 'documented' })
}

function requirementOf(asked: Example['requirement']): Requirement {
  return typeof asked === 'string' ? { kind: 'version', text: asked } : asked
}

/** What must have been observed for a verdict, where the example does not say. */
const OBSERVED: Readonly<Record<VerdictKind, readonly Behaviour[]>> = {
  reloads: ['reloads'],
  'cannot-reload': ['reads-once'],
  'sends-no-token': ['sends-no-token'],
  'below-minimum': ['reloads'],
  'reloads-late': ['reloads-late'],
  unknown: ['not-known']
}

/** Where evidence is: GitHub, and pages of documentation. Never a registry. */
const PAGES = ['github.com', 'docs.aws.amazon.com', 'support.huaweicloud.com', 'airflow.apache.org', 'hexdocs.pm']

/** A file or a folder of a branch, which changes; the history of a file is another thing. */
const OF_BRANCH = /\/(?:blob|tree)\/(?:main|master|develop|trunk|HEAD)\//

const results: readonly { readonly ecosystem: string; readonly client: string }[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'evidence', 'results.json'), 'utf8')
)
/** What the rows of the clients that were run cite. */
const RUN = new Set(
  results.flatMap(({ ecosystem, client }) =>
    clientOf(ecosystem, client)?.observed.flatMap(({ evidence }) => evidence.map(({ url }) => url))
  )
)

/** What is said of a client: of its examples, and of every stretch of its versions that begins with one. */
async function verdictsOf(ecosystem: string, client: Client): Promise<readonly FlatJudgement[]> {
  const stretches = segmentsOf(client, await schemeOf(ecosystem), 'documented').flatMap(({ from }) => from ?? [])
  return Promise.all(
    [...client.examples.map(({ requirement }) => requirement), ...stretches].map(requirement =>
      judged(ecosystem, client, typeof requirement === 'string' ? { kind: 'version', text: requirement } : requirement)
    )
  )
}

describe.each(rows)('$id', ({ ecosystem, client }) => {
  test('has a name of its own, a title, a repository and examples', () => {
    const own = ecosystemOf(ecosystem)
    const namesOf = ({ name, alsoNamed = [] }: Client) => [name, ...alsoNamed].map(other => own?.canonicalName(other))
    const all = rows.filter(row => row.ecosystem === ecosystem).flatMap(row => namesOf(row.client))
    expect(namesOf(client).map(name => all.filter(other => other === name).length)).toEqual(
      namesOf(client).map(() => 1)
    )
    expect(client.title).not.toBe('')
    expect(client.repository).toMatch(/^https:\/\//)
    expect(client.examples.length).toBeGreaterThan(0)
  })

  test('what it is part of, brings in or states the version of are clients of the policy', () => {
    const others = [...(client.partOf ?? []), ...(client.brings ?? []), ...(client.manages ?? [])]
    expect(others.filter(name => name === client.name || !clientOf(ecosystem, name))).toEqual([])
  })

  test('what it is part of and brings in never leads back to it', () => {
    const met = new Set<string>()
    const next = [client.name]
    for (const name of next) {
      const { partOf = [], brings = [] } = clientOf(ecosystem, name) ?? {}
      for (const other of [...partOf, ...brings].filter(other => !met.has(other))) {
        met.add(other)
        next.push(other)
      }
    }
    expect(met).not.toContain(client.name)
  })

  test('its bounds are versions, its ranges adjacent and without holes', async () => {
    const scheme = await schemeOf(ecosystem)
    const bounds = client.observed.flatMap(range => [range.from, range.before]).filter(bound => bound !== undefined)
    expect(bounds.filter(bound => scheme.parse(bound) === undefined)).toEqual([])
    if (client.minimum?.version !== undefined) expect(scheme.parse(client.minimum.version)).toBeDefined()
    if (client.observed.length === 0) {
      expect(client.observe).toBeDefined()
      return
    }
    expect(client.observed[0]?.from).toBeUndefined()
    expect(client.observed.at(-1)?.before).toBeUndefined()
    for (const [index, range] of client.observed.entries()) {
      const next = client.observed[index + 1]
      if (next) expect(next.from).toBe(range.before)
      if (range.from !== undefined && range.before !== undefined) {
        expect(scheme.compare(scheme.parse(range.from), scheme.parse(range.before))).toBeLessThan(0)
      }
      for (const release of range.releases ?? []) {
        const version = scheme.parse(release)
        expect({ release, parsed: version !== undefined }).toEqual({ release, parsed: true })
        if (range.from !== undefined) expect(scheme.compare(scheme.parse(range.from), version)).toBeLessThanOrEqual(0)
        if (range.before !== undefined) expect(scheme.compare(version, scheme.parse(range.before))).toBeLessThan(0)
      }
    }
  })

  test('everything it claims has evidence with a link', async () => {
    const claims = [
      ...client.observed.filter(range => range.behaviour !== 'not-known'),
      ...(client.minimum ? [client.minimum] : [])
    ]
    for (const claim of claims) expect(claim.evidence.length).toBeGreaterThan(0)
    for (const { requirement } of client.examples) {
      const verdict = await judged(
        ecosystem,
        client,
        typeof requirement === 'string' ? { kind: 'version', text: requirement } : requirement
      )
      if (verdict.observed !== 'not-known') expect(verdict.evidence.length).toBeGreaterThan(0)
      for (const { text, url } of verdict.evidence) {
        expect(text).not.toBe('')
        expect(url).toMatch(/^https:\/\/[^\s]+$/)
        expect(PAGES).toContain(new URL(url).hostname)
        expect(url).not.toMatch(OF_BRANCH)
      }
    }
  })

  test('what nobody is sure of is a notice at most', async () => {
    const verdicts = await verdictsOf(ecosystem, client)
    const unsure = verdicts.filter(
      ({ evidence }) => evidence.length > 0 && evidence.every(({ proof }) => proof === 'unsure')
    )
    const levels = unsure.map(({ judgement }) => levelOf(judgement, { minimum: 'documented' }))
    expect(levels.filter(level => level !== 'pass' && level !== 'notice')).toEqual([])
  })

  if (client.with)
    test.each(client.with)(
      'its pairing with $package is with clients of the policy, good and bad in an example each, and its fix makes it good',
      async ({ own, package: other, versions, unless = [], evidence, because, fix }) => {
        const scheme = await schemeOf(ecosystem)
        expect([other, ...unless].filter(name => name === client.name || !clientOf(ecosystem, name))).toEqual([])
        const bounds = [own, versions]
          .flatMap(({ from, before }) => [from, before])
          .filter(bound => bound !== undefined)
        expect(bounds.filter(bound => scheme.parse(bound) === undefined)).toEqual([])
        expect(evidence.length).toBeGreaterThan(0)
        expect(fix.own ?? fix.other).toBeDefined()
        const beside = client.examples.filter(example => example.with && other in example.with)
        const seen = await Promise.all(
          beside.map(({ requirement, with: others }) => judged(ecosystem, client, requirementOf(requirement), others))
        )
        expect(seen.map(verdict => verdict.because)).toContain(because)
        const bad = beside[seen.findIndex(verdict => verdict.because === because)]
        const repaired = await judged(
          ecosystem,
          client,
          requirementOf(fix.own ?? bad?.requirement ?? ''),
          fix.other === undefined ? bad?.with : { ...bad?.with, [other]: fix.other }
        )
        expect(['reloads', 'reloads-late']).toContain(repaired.kind)
        expect(repaired.because).not.toBe(because)
      }
    )

  test('what it handles the token for is a client of the policy', () => {
    const handled = [client, ...client.observed].flatMap(({ handles = [] }) => handles)
    expect(handled.filter(name => name === client.name || !clientOf(ecosystem, name))).toEqual([])
  })

  test('each range is explained in one sentence', () => {
    const sentences = [...client.observed, ...(client.with ?? [])].map(({ because }) => because)
    expect(sentences.filter(text => !/^[A-Z]\S*.*[^.]\.$|^forInCluster /.test(text) || /\. [A-Z]/.test(text))).toEqual(
      []
    )
  })

  test('what is said to have been run was run: it, or a client of which its row says the same', () => {
    const cited = [...client.observed, ...(client.with ?? [])].flatMap(({ evidence }) => evidence)
    const executed = cited.filter(({ proof }) => proof === 'executed').map(({ url }) => url)
    expect(executed.filter(url => !RUN.has(url))).toEqual([])
  })

  test.each(
    client.examples.map(example => ({
      ...example,
      shown: [example.requirement, example.with]
        .map(text => JSON.stringify(text))
        .join(' ')
        .trim()
    }))
  )('$shown → $verdict', async example => {
    const verdict = await judged(ecosystem, client, requirementOf(example.requirement), example.with)
    expect(verdict.kind).toBe(example.verdict)
    expect(example.observed ? [example.observed] : OBSERVED[verdict.kind]).toContain(verdict.observed)
    expect(verdict.reason === undefined).toBe(verdict.kind !== 'unknown')
    expect(verdict.because).toMatch(/\S.*\.$/)
    if (verdict.kind !== 'reloads' && verdict.kind !== 'unknown') {
      expect((verdict.fix?.steps.length ?? 0) > 0 || verdict.fix?.advice !== undefined).toBe(true)
    }
  })
})
