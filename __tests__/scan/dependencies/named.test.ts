/** Clients that a file names in a place that its reader does not know. */

import { describe, expect, test } from '@jest/globals'
import { conclude } from '../../../src/policy/conclude.ts'
import { gapLines, scanned } from '../../support/findings.ts'
import { withinBudget } from '../../support/hostile.ts'

/** The gaps of one file: `PATH:LINE KIND DETAIL`, without the detail. */
async function gaps(path: string, text: string): Promise<string[]> {
  return gapLines((await scanned({ [path]: text })).gaps).map(line => line.split(' ').slice(0, 4).join(' '))
}

describe('a name in a place that the reader does not know is shown with its line', () => {
  test.each([
    ['pyproject.toml', '[tool.unknown.dependencies]\nkubernetes = "11.0.0"\n', 'pyproject.toml:2'],
    ['pyproject.toml', '[tool.unknown]\nrequires = ["kubernetes==11.0.0"]\n', 'pyproject.toml:2'],
    ['package.json', '{"unknown": {\n"@kubernetes/client-node": "0.10.2"}}', 'package.json:2'],
    [
      'yarn.lock',
      '{\n  "__metadata": { "version": 9 },\n  "unknown": { "@kubernetes/client-node@npm:^0.10.0": "0.10.2" }\n}\n',
      'yarn.lock:3'
    ],
    ['crd.yaml', "x:\n  description: 'The image'\n  y: registry.example/coredns:1.6.2\n", 'crd.yaml:3'],
    ['Gemfile', "unknown 'kubeclient', '4.9.3'\n", 'Gemfile:1']
  ])('%s %j', async (path, text, line) => {
    expect(await gaps(path, text)).toEqual([expect.stringMatching(`^${line} not-understood names `)])
  })
})

describe('a name that requires nothing is no gap', () => {
  test.each([
    ['a comment', 'pyproject.toml', '# kubernetes==11.0.0\n[tool.unknown]\nx = 1 # "kubernetes"\n'],
    [
      'a comment of several lines',
      'build.gradle',
      '/* io.fabric8:kubernetes-client:4.6.4\n io.fabric8:kubernetes-client */\n'
    ],
    ['keywords', 'setup.py', 'setup(\n  keywords=[\n    "kubernetes",\n    "operator"\n  ])\n'],
    ['a description', 'pyproject.toml', '[project]\ndescription = "kubernetes"\n'],
    ['the name of the project', 'pyproject.toml', '[project]\nname = "kubernetes"\n'],
    ['the name of a module', 'go.mod', 'module k8s.io/client-go\n'],
    ['a word of a sentence', 'pyproject.toml', '[tool.unknown]\ntext = "a kubernetes operator"\n'],
    ['the names of extras', 'uv.lock', 'version = 1\n[package.metadata]\nprovides-extras = ["k8s"]\n'],
    ['a feature', 'Cargo.toml', '[features]\nkube = ["dep:x"]\n'],
    [
      'a description on several lines',
      'crd.yaml',
      "x:\n  description: 'The image to use:\n    registry.example/coredns:1.6.2'\n"
    ],
    ['a script', 'setup.py', "setup(entry_points='''\n  [x]\n  kubernetes=dask_kubernetes.cli:main\n''')\n"],
    ['the beginning of other names', 'setup.cfg', '[versioneer]\nparentdir_prefix = dask-kubernetes-\n'],
    ['an entry', 'requirements.txt', 'kubernetes==11.0.0\n'],
    ['the port of a service', 'app.yaml', "hosts:\n  - 'kube-state-metrics:8080'\n  - coredns:53\n"],
    ['images on a node', 'app.yaml', 'status:\n  images:\n  - names:\n    - "kube-proxy:v1.14.0"\n'],
    ['an image without a tag', 'app.yaml', 'kind: Service\nmetadata:\n  name: coredns\n']
  ])('%s', async (_, path, text) => {
    expect((await gaps(path, text)).filter(line => line.includes('not-understood'))).toEqual([])
  })
})

test('it is shown, and fails nothing', async () => {
  const { whole } = await scanned({ 'package.json': '{"unknown": {"@kubernetes/client-node": "0.10.2"}}' })
  expect(whole.gaps).toHaveLength(1)
  expect(conclude(whole, { failOn: 'notice', allowIncomplete: false })).toMatchObject({
    verdict: 'passed',
    exitCode: 0
  })
})

test.each([
  ['names', '"kubernetes" '.repeat(700)],
  ['one long word', `kubernetes${'.x'.repeat(5_000)}`],
  ['brackets', `keywords = ${'['.repeat(8_000)} kubernetes`],
  ['lines', 'x = ["kubernetes"]\n'.repeat(500)]
])('many %s are searched in linear time', async (_, text) => {
  const files = { 'pyproject.toml': `[tool.unknown]\n${text}` }
  const { gaps: found } = await withinBudget(text.length, 400, () => scanned(files))
  expect(found.length).toBeLessThanOrEqual(20)
})

describe('the name of a peer, an optional package or an extra that is not installed is none', () => {
  test.each([
    [
      'package-lock.json',
      '{ "lockfileVersion": 3, "packages": { "": {"dependencies": {"a": "1"}},\n "node_modules/a": { "version": "1.0.0",\n  "peerDependencies": {\n   "@kubernetes/client-node": "*"\n  },\n  "peerDependenciesMeta": { "@kubernetes/client-node": { "optional": true } },\n  "optionalDependencies": {\n   "kubernetes-client": "9"\n  } } } }\n'
    ],
    [
      'yarn.lock',
      '__metadata:\n  version: 8\n\n"a@npm:1":\n  version: 1.0.0\n  resolution: "a@npm:1.0.0"\n  peerDependencies:\n    "@kubernetes/client-node": "*"\n  peerDependenciesMeta:\n    "@kubernetes/client-node":\n      optional: true\n\n"x@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "x@workspace:."\n'
    ],
    [
      'yarn.lock',
      '{\n  "__metadata": {\n    "version": 9\n  },\n  "entries": {\n    "a@npm:1": {\n      "checksum": null,\n      "resolution": {\n        "resolution": "a@npm:1.0.0",\n        "version": "1.0.0",\n        "peerDependencies": {\n          "@kubernetes/client-node": "*"\n        },\n        "optionalPeerDependencies": [\n          "@kubernetes/client-node"\n        ]\n      }\n    }\n  }\n}\n'
    ],
    [
      'pnpm-lock.yaml',
      "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      a:\n        specifier: '1'\n        version: 1.0.0\n\npackages:\n\n  a@1.0.0:\n    resolution: {integrity: sha512-a==}\n    peerDependencies:\n      '@kubernetes/client-node': '*'\n    peerDependenciesMeta:\n      '@kubernetes/client-node':\n        optional: true\n\nsnapshots:\n\n  a@1.0.0: {}\n"
    ],
    [
      'bun.lock',
      '{\n  "lockfileVersion": 1,\n  "workspaces": { "": { "dependencies": { "a": "1" } } },\n  "packages": {\n    "a": ["a@1.0.0", "", { "peerDependencies": {\n      "@kubernetes/client-node": "*" }, "optionalPeers": ["@kubernetes/client-node"] }, "sha512-AA=="]\n  }\n}\n'
    ],
    [
      'poetry.lock',
      '[[package]]\nname = "celery"\nversion = "5.3.0"\n\n[package.dependencies]\nkubernetes = {version = ">=8", optional = true, markers = "extra == \\"k8s\\""}\nclick = ">=8"\n\n[package.extras]\nk8s = ["kubernetes (>=8)"]\nlightkube = ["lightkube"]\nkr8s = ["kr8s>=1"]\n\n[metadata]\nlock-version = "2.0"\n'
    ]
  ])('%s %j', async (path, text) => {
    expect(await gaps(path, text)).toEqual([])
  })
})

describe('the name of an extra is none', () => {
  test.each([
    ['setup.cfg', '[options.extras_require]\nk8s = pytest\n'],
    ['setup.py', "setup(extras_require={'k8s': ['pytest']})\n"],
    ['requirements.txt', 'pytest ; extra == "k8s"\n'],
    [
      'uv.lock',
      'version = 1\n[[package]]\nname = "a"\nversion = "1"\nsource = { virtual = "." }\ndependencies = [\n{ name = "b", extra = ["k8s"] }]\n'
    ]
  ])('%s %j', async (path, text) => {
    expect(await gaps(path, text)).toEqual([])
  })
})
