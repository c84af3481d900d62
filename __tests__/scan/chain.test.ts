/** Why a client is there: the graph of each lockfile, and the shortest way through it. */

import { describe, expect, test } from '@jest/globals'
import type { Graph, PackageKey } from '../../src/ecosystems/ecosystem.ts'
import type { Report } from '../../src/model.ts'
import { chainsOf } from '../../src/scan/chain.ts'
import { scan } from '../../src/scan/scan.ts'
import { memoryWorkspace } from '../support/memory-workspace.ts'
import { dependency } from '../support/report.ts'

async function report(files: Readonly<Record<string, string>>): Promise<Report> {
  return scan(memoryWorkspace(files), { minimum: 'documented' })
}

/** The chains of a file, each as one text; `none` where a client has none. */
async function chains(path: string, text: string): Promise<string[]> {
  const { findings, gaps } = await report({ [path]: text })
  expect(gaps).toEqual([])
  return findings.map(({ dependency: { chain } }) => chain?.join(' > ') ?? 'none')
}

const NPM_3 = {
  lockfileVersion: 3,
  packages: {
    '': { dependencies: { dash: '^1.0.0', ui: '*' }, devDependencies: { tool: '^2.0.0' } },
    'node_modules/@kubernetes/client-node': { version: '0.10.2' },
    'node_modules/cluster': { version: '3.0.0', dependencies: { '@kubernetes/client-node': '^0.10.0' } },
    'node_modules/dash': { version: '1.2.0', optionalDependencies: { cluster: '^3.0.0' } },
    'node_modules/maybe': {
      version: '1.0.0',
      peerDependencies: { '@kubernetes/client-node': '*' },
      peerDependenciesMeta: { '@kubernetes/client-node': { optional: true } }
    },
    'node_modules/tool': { version: '2.0.0', dependencies: { maybe: '1', mid: '1' } },
    'node_modules/tool/node_modules/@kubernetes/client-node': { version: '0.8.0' },
    'node_modules/tool/node_modules/mid': { version: '1.1.0', peerDependencies: { '@kubernetes/client-node': '*' } },
    'node_modules/ui': { resolved: 'packages/ui', link: true },
    'packages/ui': { dependencies: { dash: '^1.0.0' } }
  }
}

const NPM_1 = {
  lockfileVersion: 1,
  dependencies: {
    '@kubernetes/client-node': { version: '0.10.2' },
    cluster: { version: '3.0.0', requires: { '@kubernetes/client-node': '^0.10.0' } },
    dash: {
      version: '1.2.0',
      requires: { inner: '^1.0.0', cluster: '^3.0.0' },
      dependencies: {
        '@kubernetes/client-node': { version: '0.8.0' },
        inner: { version: '1.1.0', requires: { '@kubernetes/client-node': '^0.8.0' } }
      }
    }
  }
}

const NUGET = {
  version: 1,
  dependencies: {
    'net8.0': {
      'Acme.Platform': { type: 'Direct', resolved: '2.0.0', dependencies: { 'acme.Cluster': '1.0.0' } },
      'Acme.Cluster': { type: 'Transitive', resolved: '1.5.0', dependencies: { KubernetesClient: '1.6.0' } },
      KubernetesClient: { type: 'Transitive', resolved: '1.6.8' }
    },
    'net6.0': {
      shared: { type: 'Project', dependencies: { KubernetesClient: '[1.5.0, )' } },
      KubernetesClient: { type: 'Transitive', resolved: '1.5.25' }
    }
  }
}

const COMPOSER = {
  packages: [
    { name: 'acme/deploy', version: 'v2.1.0', require: { php: '>=8', 'acme/cluster-implementation': '^1' } },
    {
      name: 'acme/cluster',
      version: '1.4.0',
      require: { 'Maclof/kubernetes-client': '^0.17' },
      provide: { 'acme/cluster-implementation': '1.0' }
    },
    { name: 'maclof/kubernetes-client', version: '0.17.0', require: { php: '>=7' } }
  ],
  'packages-dev': []
}

describe('formats', () => {
  test.each<[title: string, path: string, text: string, expected: readonly string[]]>([
    [
      'package-lock.json 3: nested folders, optional dependencies, peers that are needed, workspaces',
      'package-lock.json',
      JSON.stringify(NPM_3),
      [
        'dash 1.2.0 > cluster 3.0.0 > @kubernetes/client-node 0.10.2',
        'tool 2.0.0 > mid 1.1.0 > @kubernetes/client-node 0.8.0'
      ]
    ],
    [
      'package-lock.json 1: what nothing requires is asked for',
      'package-lock.json',
      JSON.stringify(NPM_1),
      [
        'dash 1.2.0 > cluster 3.0.0 > @kubernetes/client-node 0.10.2',
        'dash 1.2.0 > inner 1.1.0 > @kubernetes/client-node 0.8.0'
      ]
    ],
    [
      'yarn.lock of yarn 1: several descriptors, optional dependencies',
      'yarn.lock',
      `# yarn lockfile v1


"@kubernetes/client-node@0.10.2", "@kubernetes/client-node@^0.10.0":
  version "0.10.2"

cluster@^3.0.0:
  version "3.0.0"
  dependencies:
    "@kubernetes/client-node" "^0.10.0"

dash@^1.0.0:
  version "1.2.0"
  optionalDependencies:
    cluster "^3.0.0"
`,
      ['dash 1.2.0 > cluster 3.0.0 > @kubernetes/client-node 0.10.2']
    ],
    [
      'yarn.lock of yarn 4: workspaces, and a descriptor that resolutions redirect',
      'yarn.lock',
      `__metadata:
  version: 8

"@kubernetes/client-node@npm:0.10.2":
  version: 0.10.2
  resolution: "@kubernetes/client-node@npm:0.10.2"

"app@workspace:.":
  version: 0.0.0-use.local
  resolution: "app@workspace:."
  dependencies:
    dash: "npm:^1.0.0"

"cluster@npm:^3.0.0":
  version: 3.0.0
  resolution: "cluster@npm:3.0.0"
  dependencies:
    "@kubernetes/client-node": "npm:^0.8.0"

"dash@npm:^1.0.0":
  version: 1.2.0
  resolution: "dash@npm:1.2.0"
  dependencies:
    cluster: "npm:^3.0.0"
`,
      ['dash 1.2.0 > cluster 3.0.0 > @kubernetes/client-node 0.10.2']
    ],
    [
      'pnpm-lock.yaml 9: snapshots with peers, an alias, workspaces',
      'pnpm-lock.yaml',
      `lockfileVersion: '9.0'

importers:

  .: {}

  web:
    devDependencies:
      panel:
        specifier: npm:dash@^1.0.0
        version: dash@1.2.0(react@18.0.0)

packages:

  '@kubernetes/client-node@0.10.2':
    resolution: {integrity: x}

  cluster@3.0.0:
    resolution: {integrity: x}

  dash@1.2.0:
    resolution: {integrity: x}

snapshots:

  '@kubernetes/client-node@0.10.2': {}

  cluster@3.0.0(react@18.0.0):
    dependencies:
      '@kubernetes/client-node': 0.10.2

  dash@1.2.0(react@18.0.0):
    optionalDependencies:
      cluster: 3.0.0(react@18.0.0)
    transitivePeerDependencies:
      - react
`,
      ['dash 1.2.0 > cluster 3.0.0 > @kubernetes/client-node 0.10.2']
    ],
    [
      'pnpm-lock.yaml 6',
      'pnpm-lock.yaml',
      `lockfileVersion: '6.0'

dependencies:
  dash:
    specifier: ^1.0.0
    version: 1.2.0(react@18.0.0)

packages:

  /@kubernetes/client-node@0.10.2:
    resolution: {integrity: x}
    dev: false

  /dash@1.2.0(react@18.0.0):
    resolution: {integrity: x}
    dependencies:
      client: /@kubernetes/client-node@0.10.2
    dev: false
`,
      ['dash 1.2.0 > @kubernetes/client-node 0.10.2']
    ],
    [
      'pnpm-lock.yaml 5',
      'pnpm-lock.yaml',
      `lockfileVersion: 5.4

specifiers:
  dash: ^1.0.0

dependencies:
  dash: 1.2.0_react@18.0.0

packages:

  /@kubernetes/client-node/0.10.2:
    resolution: {integrity: x}

  /dash/1.2.0_react@18.0.0:
    resolution: {integrity: x}
    dependencies:
      '@kubernetes/client-node': 0.10.2
`,
      ['dash 1.2.0 > @kubernetes/client-node 0.10.2']
    ],
    [
      'poetry.lock: what is needed for an extra alone is no reason while there is another',
      'poetry.lock',
      `[[package]]
name = "a-optional"
version = "1.0"

[package.dependencies]
kubernetes = {version = "*", optional = true}

[[package]]
name = "hub"
version = "4.1.0"

[package.dependencies]
Kube_Spawner = [
  {version = ">=6", markers = "python_version >= '3.9'"},
]

[[package]]
name = "kube-spawner"
version = "6.2.0"

[package.dependencies]
kubernetes = ">=11"

[[package]]
name = "kubernetes"
version = "11.0.0"

[metadata]
lock-version = "2.0"
`,
      ['hub 4.1.0 > kube-spawner 6.2.0 > kubernetes 11.0.0']
    ],
    [
      'uv.lock: groups of the project, extras, several versions of one package',
      'uv.lock',
      `version = 1

[[package]]
name = "app"
version = "0.1.0"
source = { editable = "." }

[package.dev-dependencies]
ops = [{ name = "hub", extra = ["kube"] }]

[[package]]
name = "hub"
version = "4.1.0"
source = { registry = "https://registry.example/simple" }

[package.optional-dependencies]
kube = [
  { name = "kubernetes", version = "11.0.0", source = { registry = "https://registry.example/simple" } },
  { name = "spawner" },
]

[[package]]
name = "kubernetes"
version = "11.0.0"
source = { registry = "https://registry.example/simple" }

[[package]]
name = "kubernetes"
version = "10.0.0"
source = { registry = "https://registry.example/simple" }

[[package]]
name = "spawner"
version = "6.2.0"
source = { registry = "https://registry.example/simple" }
dependencies = [{ name = "kubernetes", version = "10.0.0" }]
`,
      ['hub 4.1.0 > kubernetes 11.0.0', 'hub 4.1.0 > spawner 6.2.0 > kubernetes 10.0.0']
    ],
    [
      'Cargo.lock: references with and without a version',
      'Cargo.lock',
      `version = 3

[[package]]
name = "app"
version = "0.1.0"
dependencies = ["operator"]

[[package]]
name = "kube"
version = "0.70.0"
source = "registry+https://registry.example/index"

[[package]]
name = "kube"
version = "0.60.0"
source = "registry+https://registry.example/index"

[[package]]
name = "operator"
version = "1.0.0"
source = "registry+https://registry.example/index"
dependencies = ["kube 0.70.0", "runtime"]

[[package]]
name = "runtime"
version = "2.0.0"
source = "registry+https://registry.example/index"
dependencies = ["kube 0.60.0 (registry+https://registry.example/index)"]
`,
      ['operator 1.0.0 > kube 0.70.0', 'operator 1.0.0 > runtime 2.0.0 > kube 0.60.0']
    ],
    [
      'Gemfile.lock',
      'Gemfile.lock',
      `GEM
  remote: https://registry.example/
  specs:
    kubeclient (4.6.0)
      http (>= 3.0)
    metadata-filter (2.4.1-x86_64-linux)
      kubeclient (< 5)
    shipper (1.0.0)
      metadata-filter

PLATFORMS
  ruby

DEPENDENCIES
  shipper (~> 1.0)
`,
      ['shipper 1.0.0 > metadata-filter 2.4.1 > kubeclient 4.6.0']
    ],
    [
      'composer.lock: a package that is needed under the name that it provides',
      'composer.lock',
      JSON.stringify(COMPOSER),
      ['acme/deploy v2.1.0 > acme/cluster 1.4.0 > maclof/kubernetes-client 0.17.0']
    ],
    [
      'packages.lock.json: each framework for itself, and a project that is referred to',
      'packages.lock.json',
      JSON.stringify(NUGET),
      ['Acme.Platform 2.0.0 > Acme.Cluster 1.5.0 > KubernetesClient 1.6.8', 'shared > KubernetesClient 1.5.25']
    ]
  ])('%s', async (_, path, text, expected) => {
    expect(await chains(path, text)).toEqual(expected)
  })
})

describe('none is told', () => {
  const LOCK = `[[package]]
name = "hub"
version = "1.0"

[package.dependencies]
kubernetes = "*"

[[package]]
name = "kubernetes"
version = "11.0.0"
`
  test('of what the lockfile calls direct', async () => {
    const packages = { '': { dependencies: { '@kubernetes/client-node': '*' } } }
    const installed = { ...packages, 'node_modules/@kubernetes/client-node': { version: '0.10.2' } }
    expect(await chains('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages: installed }))).toEqual([
      'none'
    ])
  })
  test('of what a manifest asks for', async () => {
    expect(await chains('poetry.lock', LOCK)).toEqual(['hub 1.0 > kubernetes 11.0.0'])
    const { findings } = await report({
      'poetry.lock': LOCK,
      'pyproject.toml': '[tool.poetry.dependencies]\nkubernetes = "*"\nhub = "*"\n'
    })
    expect(findings.map(({ dependency: { chain } }) => chain)).toEqual([undefined, undefined])
  })
  test('of a file that breaks off', async () => {
    const { findings } = await report({ 'poetry.lock': `${LOCK}\n[[package` })
    expect(findings.map(({ dependency: { chain } }) => chain)).toEqual([undefined])
  })
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
    chainsOf(of, [client], ({ name }) => (name === client.name ? client : undefined))
      .get(client)
      ?.join(' > ')

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

describe('files made to take long end soon', () => {
  const MANY = 100_000
  const names = Array.from({ length: MANY }, (_, at) => `p${at}`)
  const needs = Object.fromEntries(names.map(name => [name, '*']))
  const CLIENT = '@kubernetes/client-node'
  const deep = 'node_modules/a/'.repeat(20_000)
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
      `${uv('kubernetes', 'version = "11.0.0"')}${uv('x', 'version = "1"\n[package.dependencies]\nx = "*"\ny = "*"').repeat(2_000)}`
    ],
    [
      'uv.lock',
      `version = 1\n${uv('app', `source = { virtual = "." }\ndependencies = [${'{ name = "x" },'.repeat(20_000)}]`)}${uv('x', 'source = { registry = "r" }\nversion = "1"').repeat(20_000)}${uv('kubernetes', 'source = { registry = "r" }\nversion = "11.0.0"')}`
    ]
  ])('%s', async (path, text) => {
    expect(await chains(path, text)).toEqual(['none'])
  })
})
