/** Why a client is there: the graph of each lockfile, and the shortest way through it. */

import { describe, expect, test } from '@jest/globals'
import type { Graph, PackageKey } from '../../src/ecosystems/file-format.ts'
import type { Report } from '../../src/model/report.ts'
import { linkText } from '../../src/reporters/phrases.ts'
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
  return findings.map(({ dependency: { chain } }) => chain?.map(linkText).join(' > ') ?? 'none')
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

const BUN = {
  lockfileVersion: 1,
  workspaces: {
    '': { name: 'app', dependencies: { dash: '^1.0.0' } },
    'packages/ui': { name: 'ui', dependencies: { tool: '^2.0.0' } }
  },
  packages: {
    '@kubernetes/client-node': ['@kubernetes/client-node@0.10.2', '', {}, 'sha512-AA=='],
    cluster: ['cluster@3.0.0', '', { dependencies: { '@kubernetes/client-node': '^0.10.0' } }, 'sha512-AA=='],
    dash: [
      'dash@1.2.0',
      '',
      { optionalDependencies: { cluster: '3' }, peerDependencies: { maybe: '1' }, optionalPeers: ['maybe'] },
      'sha512-AA=='
    ],
    maybe: ['maybe@1.0.0', '', { dependencies: { '@kubernetes/client-node': '*' } }, 'sha512-AA=='],
    tool: ['tool@github:acme/tool#0123456', { dependencies: { '@acme/mid': '1' } }, 'acme-tool-0123456'],
    ui: ['ui@workspace:packages/ui'],
    '@acme/mid': ['@acme/mid@1.1.0', '', { peerDependencies: { '@kubernetes/client-node': '*' } }, 'sha512-AA=='],
    '@acme/mid/@kubernetes/client-node': ['@kubernetes/client-node@0.8.0', '', {}, 'sha512-AA==']
  }
}

const DENO_5 = {
  version: '5',
  specifiers: {
    'jsr:@acme/x@1': '1.0.0',
    'npm:dash@1': '1.2.0_react@18.0.0',
    'npm:hidden@1': '1.0.0',
    'npm:tool@2': '2.0.0'
  },
  jsr: { '@acme/x@1.0.0': { dependencies: ['npm:hidden'] } },
  npm: {
    '@kubernetes/client-node@0.10.2': {},
    '@kubernetes/client-node@0.8.0': {},
    '@kubernetes/client-node@0.9.0': {},
    'cluster@3.0.0_react@18.0.0': { dependencies: ['kube@npm:@kubernetes/client-node@0.10.2', 'react'] },
    'dash@1.2.0_react@18.0.0': { optionalDependencies: ['cluster'] },
    'hidden@1.0.0': { dependencies: ['@kubernetes/client-node@0.9.0'] },
    'maybe@1.0.0': { dependencies: ['@kubernetes/client-node@0.8.0'] },
    'react@18.0.0': {},
    'tool@2.0.0': { optionalPeers: ['maybe'] }
  },
  workspace: { dependencies: ['npm:dash@1'] }
}

const DENO_3 = {
  version: '3',
  packages: {
    specifiers: { 'npm:dash@1': 'npm:dash@1.2.0' },
    npm: {
      '@kubernetes/client-node@0.10.2': { dependencies: {} },
      'dash@1.2.0': { dependencies: { kube: '@kubernetes/client-node@0.10.2' } }
    }
  }
}

const ASSETS = {
  version: 3,
  targets: {
    'net8.0': {
      'Acme.Platform/2.0.0': { type: 'package', dependencies: { 'acme.Cluster': '1.0.0' } },
      'Acme.Cluster/1.5.0': { type: 'package', dependencies: { KubernetesClient: '[1.6.8, )' } },
      'KubernetesClient/1.6.8': { type: 'package' }
    },
    'net6.0': {
      'Shared/1.0.0': { type: 'project', dependencies: { KubernetesClient: '1.5.25' } },
      'KubernetesClient/1.5.25': { type: 'package' }
    }
  },
  libraries: {
    'KubernetesClient/1.6.8': { type: 'package' },
    'KubernetesClient/1.5.25': { type: 'package' },
    'Shared/1.0.0': { type: 'project' }
  },
  projectFileDependencyGroups: { 'net8.0': ['Acme.Platform >= 2.0.0'], 'net6.0': ['Shared >= 1.0.0'] }
}

const DEPS = {
  targets: {
    '.NETCoreApp,Version=v8.0': {
      'App/1.0.0': { dependencies: { Shared: '1.0.0', 'Acme.Platform': '2.0.0' } },
      'Shared/1.0.0': { dependencies: { 'acme.cluster': '1.5.0' } },
      'Acme.Platform/2.0.0': { dependencies: { KubeClient: '2.3.15' } },
      'Acme.Cluster/1.5.0': { dependencies: { KubernetesClient: '1.6.8' } },
      'KubernetesClient/1.6.8': {},
      'KubeClient/2.3.15': {}
    }
  },
  libraries: {
    'App/1.0.0': { type: 'project' },
    'Shared/1.0.0': { type: 'project' },
    'KubernetesClient/1.6.8': { type: 'package' },
    'KubeClient/2.3.15': { type: 'package' }
  }
}

const BAZEL = {
  artifacts: {
    'g:app': { version: '1.0' },
    'g:mid:jar:tests': { version: '1.1' },
    'io.kubernetes:client-java': { version: '7.0.0' }
  },
  dependencies: {
    'g:app': ['g:mid:jar:tests'],
    'g:mid:jar:tests': ['io.kubernetes:client-java'],
    'g:app:jar:sources': ['g:mid:jar:sources']
  },
  version: '2'
}

const BAZEL_1 = {
  dependency_tree: {
    dependencies: [
      { coord: 'g:app:jar:sources:1.0', directDependencies: ['io.kubernetes:client-java:7.0.0'] },
      {
        coord: 'g:app:1.0',
        dependencies: ['g:mid:1.1', 'io.kubernetes:client-java:7.0.0'],
        directDependencies: ['g:mid:1.1']
      },
      { coord: 'g:mid:1.1', dependencies: ['io.kubernetes:client-java:7.0.0'] },
      { coord: 'io.kubernetes:client-java:7.0.0' }
    ],
    version: '0.1.0'
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
    ],
    [
      'bun.lock: paths, optional dependencies, peers that are needed, a repository, workspaces',
      'bun.lock',
      JSON.stringify(BUN),
      [
        'dash 1.2.0 > cluster 3.0.0 > @kubernetes/client-node 0.10.2',
        'tool 0123456 > @acme/mid 1.1.0 > @kubernetes/client-node 0.8.0'
      ]
    ],
    [
      'deno.lock 5: peers in the keys, names without a version, aliases; what JSR brings in nobody asked for',
      'deno.lock',
      JSON.stringify(DENO_5),
      ['dash 1.2.0 > cluster 3.0.0 > @kubernetes/client-node 0.10.2', 'none', 'none']
    ],
    ['deno.lock 3', 'deno.lock', JSON.stringify(DENO_3), ['dash 1.2.0 > @kubernetes/client-node 0.10.2']],
    [
      'pdm.lock: a package with extras stands twice',
      'pdm.lock',
      `[[package]]
name = "hub"
version = "4.1.0"
dependencies = ["Kube_Spawner[all] >=6 ; python_version > '3'"]

[[package]]
name = "kube-spawner"
version = "6.2.0"

[[package]]
name = "kube-spawner"
version = "6.2.0"
extras = ["all"]
dependencies = ["kube-spawner==6.2.0", "kubernetes>=11"]

[[package]]
name = "kubernetes"
version = "11.0.0"

[metadata]
lock_version = "4.5.0"
`,
      ['hub 4.1.0 > kube-spawner 6.2.0 > kubernetes 11.0.0']
    ],
    [
      'pylock.toml: needs as the specification has them, and as PDM writes them',
      'pylock.toml',
      `lock-version = "1.0"

[[packages]]
name = "hub"
version = "4.1.0"
dependencies = [{ name = "kubernetes", version = "11.0.0" }, { name = "Spawner" }]

[[packages]]
name = "spawner"
version = "6.2.0"

[packages.tool.pdm]
dependencies = ["kubernetes==10.0.0; python_version < '3.9'", "kubernetes_asyncio[x]>=1"]

[[packages]]
name = "kubernetes"
version = "11.0.0"

[[packages]]
name = "kubernetes-asyncio"
version = "12.0.0"
`,
      ['hub 4.1.0 > kubernetes 11.0.0', 'hub 4.1.0 > spawner 6.2.0 > kubernetes-asyncio 12.0.0']
    ],
    [
      'requirements.txt: the comments of pip-compile and of uv pip compile',
      'requirements.txt',
      `hub[all]==4.1.0
    # via -r requirements.in
kube-spawner==6.2.0       # via hub[all], other
kubernetes==11.0.0
    # via
    #   -c constraints.txt
    #   Kube_Spawner
lone==1.0
    # via app (pyproject.toml)
pykube-ng==21.3.0
    # via elsewhere
`,
      ['hub 4.1.0 > kube-spawner 6.2.0 > kubernetes 11.0.0', 'none']
    ],
    [
      'project.assets.json: each framework for itself, and a project that is referred to',
      'obj/project.assets.json',
      JSON.stringify(ASSETS),
      ['Acme.Platform 2.0.0 > Acme.Cluster 1.5.0 > KubernetesClient 1.6.8', 'Shared > KubernetesClient 1.5.25']
    ],
    [
      '*.deps.json: the program itself is no part of a chain, a project that it refers to is',
      'App.deps.json',
      JSON.stringify(DEPS),
      ['Shared > Acme.Cluster 1.5.0 > KubernetesClient 1.6.8', 'Acme.Platform 2.0.0 > KubeClient 2.3.15']
    ],
    [
      'paket.lock: each group for itself',
      'paket.lock',
      `NUGET
  remote: https://registry.example/v3/index.json
    Acme.Cluster (1.5.0)
      KubernetesClient (>= 1.6.8)
    Acme.Platform (2.0.0)
      acme.cluster (>= 1.0)
    KubernetesClient (1.6.8)
GITHUB
  remote: acme/scripts
    run.fsx (0123456789abcdef0123456789abcdef01234567)
      KubernetesClient
GROUP Test
NUGET
  remote: https://registry.example/v3/index.json
    KubernetesClient (1.5.25)
`,
      ['Acme.Platform 2.0.0 > Acme.Cluster 1.5.0 > KubernetesClient 1.6.8', 'none']
    ],
    [
      'maven_install.json 2: with a classifier',
      'maven_install.json',
      JSON.stringify(BAZEL),
      ['g:app 1.0 > g:mid 1.1 > io.kubernetes:client-java 7.0.0']
    ],
    [
      'maven_install.json 3: what is asked for is known',
      'maven_install.json',
      JSON.stringify({ ...BAZEL, __INPUT_ARTIFACTS_HASH: { 'g:mid:jar:tests': 1 }, version: '3' }),
      ['g:mid 1.1 > io.kubernetes:client-java 7.0.0']
    ],
    [
      'maven_install.json 0.1.0: sources beside their artifact bring nothing in',
      'maven_install.json',
      JSON.stringify(BAZEL_1),
      ['g:app 1.0 > g:mid 1.1 > io.kubernetes:client-java 7.0.0']
    ],
    [
      'mix.lock: what a package can do without it does not bring in',
      'mix.lock',
      `%{
  "a_maybe": {:hex, :a_maybe, "1.0.0", "00", [:mix], [{:k8s, "~> 1.0", [hex: :k8s, repo: "hexpm", optional: true]}], "hexpm", "00"},
  "cluster": {:hex, :acme_cluster, "3.0.0", "00", [:mix], [{:k8s, "~> 1.0", [hex: :k8s, repo: "hexpm", optional: false]}], "hexpm", "00"},
  "dash": {:hex, :dash, "1.2.0", "00", [:mix], [{:jason, "~> 1.0", [hex: :jason]}, {:cluster, "~> 3.0", [hex: :acme_cluster]}], "hexpm", "00"},
  "forked": {:git, "https://git.example/forked.git", "0123456789abcdef0123456789abcdef01234567", []},
  "k8s": {:hex, :k8s, "1.0.0", "00", [:mix], [], "hexpm", "00"},
}
`,
      ['dash 1.2.0 > acme_cluster 3.0.0 > k8s 1.0.0']
    ]
  ])('%s', async (_, path, text, expected) => {
    expect(await chains(path, text)).toEqual(expected)
  })
})

describe('what the manifest beside it knows', () => {
  const CLIENT = '@kubernetes/client-node'
  const CLASSIC = `# yarn lockfile v1


"${CLIENT}@^0.10.0":
  version "0.10.2"

dash@^1.0.0:
  version "1.2.0"
  dependencies:
    "${CLIENT}" "^0.10.0"
`
  const manifest = (content: object) => ({ 'yarn.lock': CLASSIC, 'package.json': JSON.stringify(content) })
  async function locked(files: Readonly<Record<string, string>>) {
    const found = (await report(files)).findings.find(({ dependency: { origin } }) => origin === 'lockfile')
    if (!found) throw new Error('nothing is locked')
    const { dependency: known, verdict } = found
    return { direct: known.direct, chain: known.chain?.length, commands: verdict.fix?.commands }
  }
  const RESOLUTION = `npm pkg set "resolutions.${CLIENT}=0.10.3" && yarn install`

  test('what it asks for is direct, and has no other reason to be there', async () => {
    expect(await locked(manifest({ dependencies: { [CLIENT]: '^0.10.0', dash: '1' } }))).toEqual({
      direct: true,
      chain: undefined,
      commands: [
        `yarn up ${CLIENT}@0.10.3  # with yarn 1, in the folder that asks for it: yarn upgrade ${CLIENT}@0.10.3`
      ]
    })
  })
  test('what it does not name is indirect, even where nothing in it is a client', async () => {
    const expected = { direct: false, chain: 2, commands: [RESOLUTION] }
    expect(await locked(manifest({ dependencies: { dash: '^1.0.0' } }))).toEqual(expected)
  })
  test('to say which version others get is to ask for nothing', async () => {
    const content = { dependencies: { dash: '^1.0.0' }, resolutions: { [CLIENT]: '0.10.2' } }
    expect(await locked(manifest(content))).toEqual({ direct: false, chain: 2, commands: [RESOLUTION] })
  })
  test('without one nothing is known', async () => {
    expect(await locked({ 'yarn.lock': CLASSIC, 'other/package.json': '{}' })).toMatchObject({
      direct: undefined,
      chain: 2
    })
  })
})

describe('the command that tells why, where the file does not', () => {
  const why = async (files: Readonly<Record<string, string>>) =>
    (await report(files)).findings.map(({ why: command }) => command)
  const GRADLE = 'io.kubernetes:client-java:9.0.0=runtimeClasspath\n'
  const PIPENV = '{ "default": { "kubernetes": { "version": "==11.0.0" } } }'
  test.each<[string, Readonly<Record<string, string>>, readonly (string | undefined)[]]>([
    [
      'go.mod, of an indirect module alone',
      {
        'go.mod': 'require k8s.io/client-go v0.15.0 // indirect\nrequire github.com/ericchiang/k8s v1.2.0\n'
      },
      ['go mod why -m k8s.io/client-go', undefined]
    ],
    [
      'gradle.lockfile',
      { 'gradle.lockfile': GRADLE },
      ['./gradlew dependencyInsight --configuration runtimeClasspath --dependency io.kubernetes:client-java']
    ],
    [
      'gradle.lockfile beside a script that asks for it',
      {
        'gradle.lockfile': GRADLE,
        'build.gradle': 'dependencies { implementation "io.kubernetes:client-java:9.0.0" }\n'
      },
      [undefined, undefined]
    ],
    ['Pipfile.lock', { 'Pipfile.lock': PIPENV }, ['pipenv graph --reverse']],
    [
      'Pipfile.lock beside a Pipfile that asks for it',
      { 'Pipfile.lock': PIPENV, Pipfile: '[packages]\nkubernetes = "*"\n' },
      [undefined, undefined]
    ],
    [
      'pylock.toml of uv, which holds no needs',
      { 'pylock.toml': 'lock-version = "1.0"\n[[packages]]\nname = "kubernetes"\nversion = "11.0.0"\n' },
      ['uv tree --invert --package kubernetes']
    ]
  ])('%s', async (_, files, expected) => {
    expect(await why(files)).toEqual(expected)
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
      ?.map(linkText)
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
    ],
    [
      'bun.lock',
      JSON.stringify({
        lockfileVersion: 1,
        workspaces: { '': { dependencies: { a: '*' } } },
        packages: {
          a: ['a@1.0.0', '', { peerDependencies: needs, optionalPeers: names }],
          [`${'a/'.repeat(100_000)}b`]: ['b@1.0.0', '', { dependencies: needs }],
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
      `${uv('kubernetes', 'version = "11.0.0"')}${uv('x', 'version = "1"\ndependencies = ["x", "x[y]"]').repeat(20_000)}[metadata]\nlock_version = "4.5.0"\n`
    ],
    ['requirements.txt', `kubernetes==11.0.0\n${'x==1\n  # via x\n'.repeat(20_000)}`],
    [
      'requirements.txt',
      `# uv export\nkubernetes==11.0.0\nx==1\n  # via ${names.join(',')}\n${'y==1\n  # via x\n'.repeat(20_000)}`
    ],
    [
      'project.assets.json',
      JSON.stringify({
        version: 3,
        targets: Object.fromEntries(
          names.slice(0, 20_000).map(name => [name, { 'x/1': { dependencies: { x: '1' } } }])
        ),
        libraries: { 'KubernetesClient/1.6.8': { type: 'package' } },
        projectFileDependencyGroups: { a: names.slice(0, 20_000) }
      })
    ],
    ['paket.lock', `NUGET\n    KubernetesClient (1.6.8)\n${'    x (1)\n      x (1)\n'.repeat(50_000)}`],
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
      `%{"k8s": {:hex, :k8s, "1.0.0", "00", [:mix], [], "hexpm"},\n${'"x": {:hex, :x, "1.0.0", "00", [:mix], [{:x, ">= 0"}, {:k, ">= 0", [optional: true]}], "hexpm"},\n'.repeat(20_000)}}`
    ]
  ])('%s', async (path, text) => {
    expect(await chains(path, text)).toEqual(['none'])
  })
})
