/** What is known of single versions, as `judge` is asked about them, and both sides of each documented minimum. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { ecosystemOf } from '../../src/ecosystems/index.ts'
import { readPurl } from '../../src/ecosystems/purl.ts'
import { allClients } from '../../src/policy/clients/index.ts'
import { judgePurl } from '../../src/policy/judge-purl.ts'
import { purlText } from '../../src/purl-text.ts'

interface Fact {
  readonly purl: string
  readonly verdict: string
  readonly observed: string
}

/** The facts of judge-purl.txt, one for each version. */
function readFacts(): Fact[] {
  const facts: Fact[] = []
  let purl = ''
  for (const line of readFileSync(join(import.meta.dirname, 'judge-purl.txt'), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [verdict = '', observed = '', ...versions] = line.trim().split(' ')
    if (!line.startsWith(' ')) purl = line
    else if (versions.length === 0) throw new Error(`no verdict, behaviour and version: ${line}`)
    for (const version of versions) facts.push({ purl: `${purl}@${version}`, verdict, observed })
  }
  return facts
}

const FACTS = readFacts()

test.each(FACTS)('$purl is $verdict, observed $observed', async ({ purl, verdict, observed }) => {
  const { judged } = await judgePurl(purl, { minimum: 'documented', failOn: 'error' })
  expect({ verdict: judged.verdict, observed: judged.observed }).toEqual({ verdict, observed })
})

test('an example gets its verdict by its package URL too', async () => {
  const wrong: string[] = []
  for (const { ecosystem, client } of allClients()) {
    for (const { requirement, verdict, observed, with: beside } of client.examples) {
      // A package URL says nothing about other packages.
      if (typeof requirement !== 'string' || beside) continue
      const purl = purlText({ ecosystem, name: client.name, requirement: { kind: 'version', text: requirement } })
      const { judged } = await judgePurl(purl, { minimum: 'documented', failOn: 'error' })
      if (judged.verdict !== verdict || judged.observed !== (observed ?? judged.observed)) wrong.push(purl)
    }
  }
  expect(wrong).toEqual([])
})

test('a fact stands once: in the list or in the examples of a row', () => {
  const nameOf = (ecosystem: string, name: string) => ecosystemOf(ecosystem)?.canonicalName(name) ?? name
  const examples = Array.from(allClients()).flatMap(({ ecosystem, client }) =>
    client.examples.flatMap(({ requirement, with: beside }) =>
      typeof requirement === 'string' && !beside
        ? [`${ecosystem} ${nameOf(ecosystem, client.name)} ${requirement}`]
        : []
    )
  )
  const listed = FACTS.map(({ purl }) => {
    const question = readPurl(purl)
    if (!question) throw new Error(`${purl} is no package URL`)
    const { ecosystem, name, requirement } = question
    // A version of a commit is another fact than the version.
    return `${ecosystem} ${nameOf(ecosystem, name)} ${requirement.kind === 'version' ? requirement.text : purl}`
  })
  const all = [...examples, ...listed]
  expect(all.filter((fact, at) => all.indexOf(fact) !== at)).toEqual([])
})

/** Per documented minimum the last version below it and the first at it. Ruby's is a branch: a release, and its master. */
const MINIMUMS: readonly (readonly [minimum: string, below: string, at: string])[] = [
  ['v0.15.7', 'pkg:golang/k8s.io/client-go@v0.15.6', 'pkg:golang/k8s.io/client-go@v0.15.7'],
  ['v12.0.0', 'pkg:pypi/kubernetes@12.0.0b1', 'pkg:pypi/kubernetes@12.0.0'],
  ['v9.0.0', 'pkg:maven/io.kubernetes/client-java@8.0.2', 'pkg:maven/io.kubernetes/client-java@9.0.0'],
  ['v0.10.3', 'pkg:npm/%40kubernetes/client-node@0.10.2', 'pkg:npm/%40kubernetes/client-node@0.10.3'],
  [
    'master branch',
    'pkg:gem/kubernetes-io@1.0.0.pre.alpha2',
    'pkg:gem/kubernetes-io?vcs_url=git+https://github.com/kubernetes-client/ruby&branch=master'
  ],
  ['v0.3.0.0', 'pkg:hackage/kubernetes-client@0.2.0.0', 'pkg:hackage/kubernetes-client@0.3.0.0'],
  ['7.0.5', 'pkg:nuget/KubernetesClient@7.0.4', 'pkg:nuget/KubernetesClient@7.0.5']
]

describe('both sides of each documented minimum', () => {
  test.each(MINIMUMS)('%s: %s fails, %s passes', async (minimum, below, at) => {
    const options = { minimum: 'documented', failOn: 'error' } as const
    const [bad, good] = [await judgePurl(below, options), await judgePurl(at, options)]
    expect([bad.fails, good.fails]).toEqual([true, false])
    expect(['cannot-reload', 'below-minimum']).toContain(bad.judged.verdict)
    expect(good.judged.verdict).toBe('reloads')
    expect([bad.judged.minimum, good.judged.minimum]).toEqual([minimum, minimum])
  })
})

test.each([
  ['pkg:golang/k8s.io/client-go@11.0.0', 'pkg:golang/k8s.io/client-go@v11.0.0'],
  ['pkg:golang/k8s.io/client-go@v11.0.0#kubernetes', 'pkg:golang/k8s.io/client-go@v11.0.0'],
  ['pkg:gradle/io.fabric8/kubernetes-client@4.13.3', 'pkg:maven/io.fabric8/kubernetes-client@4.13.3'],
  [
    'pkg:oci/prometheus@sha256:0123?repository_url=quay.io/prometheus/prometheus&tag=v2.10.0',
    'pkg:docker/prom/prometheus@v2.10.0'
  ]
])('%s is judged as %s', async (one, other) => {
  const [left, right] = await Promise.all(
    [one, other].map(async purl => (await judgePurl(purl, { minimum: 'documented', failOn: 'error' })).judged)
  )
  expect({ ...left, purl: '' }).toEqual({ ...right, purl: '' })
  expect(left?.verdict).not.toBe('unknown')
})
