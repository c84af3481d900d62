/** Why a client is there: the graph of each lockfile, and the shortest way through it. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Graph, PackageKey } from '../../../src/ecosystems/file-format.ts'
import { stepLine } from '../../../src/model/verdict.ts'
import { linkText } from '../../../src/reporters/origin.ts'
import { tracesOf } from '../../../src/scan/dependencies/chain.ts'
import { findingLines, gapLines, type Part, scanned, watching } from '../../support/findings.ts'
import { long, MANY, withinBudget } from '../../support/hostile.ts'
import { dependency } from '../../support/report.ts'
import { parseScenarios } from '../../support/scenarios.ts'

const CHAINS = join(import.meta.dirname, 'chains')
const PARTS: readonly Part[] = ['place', 'name', 'requirement', 'verdict', 'direct', 'through', 'why']

describe.each(readdirSync(CHAINS))('%s', document => {
  test.each(parseScenarios(readFileSync(join(CHAINS, document), 'utf8')))(
    '$title',
    async ({ files, expected, fix }) => {
      const { findings, gaps } = await scanned(files)
      expect([...findingLines(findings, PARTS), ...gapLines(gaps)]).toEqual(expected)
      const locked = findings.filter(({ dependency: { origin } }) => origin === 'lockfile')
      if (fix) expect(locked.flatMap(({ verdict }) => (verdict.fix?.steps ?? []).map(stepLine))).toEqual(fix)
    }
  )
})

describe('the search', () => {
  /** A graph out of lines such as `a > b c`, each package in version 1. */
  function graph(roots: string | undefined, ...lines: readonly string[]): Graph {
    const needs = new Map(lines.map(line => [line.split(' > ')[0], line.split(' > ')[1]?.split(' ') ?? []]))
    const names = new Set([...needs.keys(), ...[...needs.values()].flat()])
    return {
      packages: new Map([...names].map(name => [name ?? '', { name: name ?? '', version: '1' }])),
      ...(roots === undefined ? {} : { roots: roots.split(' ') }),
      needsOf: key => needs.get(String(key)) ?? []
    }
  }
  const client = dependency({ name: 'client', requirement: { kind: 'version', text: '1' } })
  const search = (of: Graph) =>
    tracesOf(of, [client], ({ name }) => (name === client.name ? client : undefined))
      .get(client)
      ?.chain?.map(linkText)
      .join(' > ')

  test('takes the shortest chain, and of two the first in the file', () => {
    expect(search(graph('a b c', 'a > x', 'x > client', 'b > client', 'c > client'))).toBe('b 1 > client 1')
  })
  test('goes round no circle, and begins nowhere where a circle is all there is', () => {
    expect(search(graph('a', 'a > b', 'b > a c', 'c > b client', 'client > a'))).toBe('a 1 > b 1 > c 1 > client 1')
    expect(search(graph(undefined, 'a > b', 'b > a client'))).toBeUndefined()
  })
  test('takes what needs itself for what nothing else needs', () => {
    expect(search(graph(undefined, 'a > a client'))).toBe('a 1 > client 1')
  })
  test('follows no need of what is not there', () => {
    expect(search({ ...graph('gone', 'gone > client'), packages: new Map() })).toBeUndefined()
  })
  test('gives up on chains of more than thirty packages', () => {
    const links = (number: number) => Array.from({ length: number }, (_, at) => `p${at} > p${at + 1}`)
    expect(search(graph('p0', ...links(28), 'p28 > client'))?.split(' > ')).toHaveLength(30)
    expect(search(graph('p0', ...links(29), 'p29 > client'))).toBeUndefined()
  })
  test('gives up on more needs than any real file has, wherever they are', () => {
    const endless = function* (): Generator<PackageKey> {
      for (;;) yield 'a'
    }
    const packages = graph(undefined, 'a > client').packages
    expect(search({ packages, needsOf: endless })).toBeUndefined()
    expect(search({ packages, roots: ['a'], needsOf: endless })).toBeUndefined()
    expect(search({ packages, roots: endless(), needsOf: () => [] })).toBeUndefined()
  })
  test('cuts endless names', () => {
    const name = 'n'.repeat(100_000)
    expect(search(graph(name, `${name} > client`))?.length).toBeLessThan(600)
  })
})

describe('hostile lockfiles', () => {
  // Keys that mean all of these packages make more needs than are followed.
  const names = Array.from({ length: MANY }, (_, at) => `p${at}`)
  const needs = Object.fromEntries(names.map(name => [name, '*']))
  const CLIENT = '@kubernetes/client-node'
  const policy = watching(CLIENT, 'kubernetes', 'KubernetesClient', 'io.kubernetes:client-java', 'k8s')
  const deep = long('node_modules/a/')
  const optional = Object.fromEntries(names.map(name => [name, { optional: true }]))
  const uv = (name: string, fields: string) => `[[package]]\nname = "${name}"\n${fields}\n`
  test.each([
    [
      'package-lock.json',
      JSON.stringify({
        lockfileVersion: 3,
        packages: {
          '': { dependencies: { a: '*' } },
          'node_modules/a': { version: '1.0.0', peerDependencies: needs, peerDependenciesMeta: optional },
          [`${deep}node_modules/b`]: { version: '1.0.0', dependencies: needs },
          [`node_modules/${CLIENT}`]: { version: '0.10.2' }
        }
      })
    ],
    [
      'poetry.lock',
      `${uv('kubernetes', 'version = "11.0.0"')}${uv('x', 'version = "1"\n[package.dependencies]\nx = "*"\ny = "*"').repeat(MANY)}`
    ],
    [
      'uv.lock',
      `version = 1\n${uv('app', `source = { virtual = "." }\ndependencies = [${'{ name = "x" },'.repeat(MANY)}]`)}${uv('x', 'source = { registry = "r" }\nversion = "1"').repeat(MANY)}${uv('kubernetes', 'source = { registry = "r" }\nversion = "11.0.0"')}`
    ],
    [
      'bun.lock',
      JSON.stringify({
        lockfileVersion: 1,
        workspaces: { '': { dependencies: { a: '*' } } },
        packages: {
          a: ['a@1.0.0', '', { peerDependencies: needs, optionalPeers: names }],
          [`${long('a/')}b`]: ['b@1.0.0', '', { dependencies: needs }],
          [CLIENT]: [`${CLIENT}@0.10.2`, '', {}]
        }
      })
    ],
    [
      'deno.lock',
      JSON.stringify({
        version: '5',
        specifiers: Object.fromEntries(names.map(name => [`npm:x@${name}`, '1.0.0'])),
        npm: {
          [`${CLIENT}@0.10.2`]: {},
          ...Object.fromEntries(names.map((_, at) => [`x@1.0.0_${at}`, { dependencies: ['x'] }]))
        }
      })
    ],
    [
      'pdm.lock',
      `${uv('kubernetes', 'version = "11.0.0"')}${uv('x', 'version = "1"\ndependencies = ["x", "x[y]"]').repeat(MANY)}[metadata]\nlock_version = "4.5.0"\n`
    ],
    ['requirements.txt', `kubernetes==11.0.0\n${'x==1\n  # via x\n'.repeat(MANY)}`],
    [
      'requirements.txt',
      `# uv export\nkubernetes==11.0.0\nx==1\n  # via ${names.join(',')}\n${'y==1\n  # via x\n'.repeat(MANY)}`
    ],
    [
      'project.assets.json',
      JSON.stringify({
        version: 3,
        targets: Object.fromEntries(names.map(name => [name, { 'x/1': { dependencies: { x: '1' } } }])),
        libraries: { 'KubernetesClient/1.6.8': { type: 'package' } },
        projectFileDependencyGroups: { a: names }
      })
    ],
    ['paket.lock', `NUGET\n    KubernetesClient (1.6.8)\n${'    x (1)\n      x (1)\n'.repeat(MANY)}`],
    [
      'maven_install.json',
      JSON.stringify({
        artifacts: { 'io.kubernetes:client-java': { version: '7.0.0' } },
        dependencies: Object.fromEntries(names.map(name => [name, [name]])),
        version: '2'
      })
    ],
    [
      'mix.lock',
      `%{"k8s": {:hex, :k8s, "1.0.0", "00", [:mix], [], "hexpm"},\n${'"x": {:hex, :x, "1.0.0", "00", [:mix], [{:x, ">= 0"}, {:k, ">= 0", [optional: true]}], "hexpm"},\n'.repeat(MANY)}}`
    ]
  ])('%s costs little, and has no chain', async (path, text) => {
    const { findings, gaps } = await withinBudget(text.length, 150, () => scanned({ [path]: text }, policy))
    expect(findings.map(({ dependency: { chain } }) => chain)).toEqual([undefined])
    expect(gaps).toEqual([])
  })
})
