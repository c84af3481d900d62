/** Packages whose code is a folder of the scanned repository. */

import { expect, test } from '@jest/globals'
import { linesOf, scanned } from '../../support/findings.ts'

const lines = linesOf('line', 'name', 'verdict', 'settledOrLevel')
const GO_MOD = (replacement: string) =>
  `module example.com/m\n\nrequire k8s.io/client-go v0.20.0\n\nreplace k8s.io/client-go => ${replacement}\n`

test.each([
  ['a folder with a manifest', { 'third/client-go/go.mod': 'module k8s.io/client-go\n' }, 'notice'],
  ['a folder without a manifest', {}, 'warning']
])('a Go module that is replaced by %s', async (_, others, level) => {
  const found = await lines({ 'app/go.mod': GO_MOD('../third/client-go'), ...others })
  expect(found).toEqual([`app/go.mod:5 k8s.io/client-go unknown ${level}`])
})

test('a Go module that is replaced by a folder outside of the repository', async () => {
  const found = await lines({ 'go.mod': GO_MOD('../client-go') })
  expect(found).toEqual(['go.mod:5 k8s.io/client-go unknown warning'])
})

test.each(['file:../client', 'link:../client', 'workspace:*'])('an npm package from %s', async specifier => {
  const manifest = { dependencies: { '@kubernetes/client-node': specifier } }
  const found = await lines({ 'app/package.json': JSON.stringify(manifest), 'client/package.json': '{}' })
  expect(found).toEqual(['app/package.json:1 @kubernetes/client-node unknown notice'])
})

test('a git source is not a folder', async () => {
  const manifest = { dependencies: { '@kubernetes/client-node': 'git+https://git.example/client.git' } }
  const found = await lines({ 'app/package.json': JSON.stringify(manifest), 'client/package.json': '{}' })
  expect(found).toEqual(['app/package.json:1 @kubernetes/client-node unknown warning'])
})

const NAMED: readonly (readonly [file: string, own: (name: string) => string, user: string, requires: string])[] = [
  ['go.mod', name => `module ${name}\n`, 'x/go.mod', 'module x.example/y\nrequire k8s.io/client-go master\n'],
  ['pyproject.toml', name => `[project]\nname = "${name}"\n`, 'docs/requirements.txt', 'kubernetes_asyncio>=1\n'],
  ['pyproject.toml', name => `[tool.poetry]\nname = '${name}'\n`, 'docs/requirements.txt', 'kubernetes-asyncio\n'],
  ['setup.py', name => `setup(\n    name='${name}',\n)\n`, 'docs/requirements.txt', 'kubernetes-asyncio\n'],
  ['setup.cfg', name => `[metadata]\nname = ${name}\n`, 'docs/requirements.txt', 'kubernetes-asyncio\n'],
  [
    'package.json',
    name => `{ "private": true, "name": "${name}" }`,
    'x/package.json',
    '{"dependencies":{"godaddy":"*","kubernetes-client":">=1"}}'
  ],
  ['Cargo.toml', name => `[package]\nname = "${name}"\n`, 'x/Cargo.toml', '[dependencies]\nkube = "*"\n'],
  [
    'x.gemspec',
    name => `Gem::Specification.new do |s|\n  s.name = '${name}'\nend\n`,
    'x/Gemfile',
    "gem 'kubeclient'\n"
  ],
  ['mix.exs', name => `def project, do: [app: :${name}]\n`, 'x/mix.exs', 'defp deps do\n  [{:k8s, ">= 0.1.0"}]\nend\n']
]
const OWN: Readonly<Record<string, string>> = {
  'go.mod': 'k8s.io/client-go',
  'package.json': 'kubernetes-client',
  'Cargo.toml': 'kube',
  'x.gemspec': 'kubeclient',
  'mix.exs': 'k8s'
}

test.each(NAMED)(
  'a package of the name in %s is the project itself, whatever release is allowed',
  async (file, own, user, requires) => {
    const name = OWN[file] ?? 'kubernetes-asyncio'
    const levelsOf = async (project: string) => {
      const found = await lines({ [file]: own(project), [user]: requires })
      return found.filter(line => line.startsWith(user)).map(line => line.split(' ').at(-1))
    }
    expect(await levelsOf(name)).toEqual(['notice'])
    expect(await levelsOf('other')).toEqual([expect.stringMatching(/warning|error/)])
  }
)

test('a release of the project itself is judged like any other', async () => {
  const found = await lines({
    'setup.py': "setup(name='kubernetes')\n",
    'docs/requirements.txt': 'kubernetes==11.0.0\n'
  })
  expect(found).toEqual(['docs/requirements.txt:1 kubernetes cannot-reload error'])
})

test('a file may name its own project anywhere', async () => {
  const { gaps } = await scanned({
    'setup.py': "setup(\n  name='kopf',\n  entry_points={'console_scripts': ['kopf = kopf.cli:main']},\n)\n",
    'pyproject.toml': '[project]\nname = "kopf"\n[project.scripts]\nkopf = "kopf.cli:main"\n',
    'Godeps/Godeps.json': '{ "ImportPath": "k8s.io/client-go", "Deps": [] }'
  })
  expect(gaps).toEqual([])
})

test('a client whose token the project itself handles is a notice in the file of the project', async () => {
  const KOPF = (name: string) => `[project]\nname = "${name}"\ndependencies = ["kubernetes==11.0.0", "pykube-ng"]\n`
  const examples = { 'examples/requirements.txt': 'pykube-ng\n' }
  expect(await lines({ 'pyproject.toml': KOPF('kopf'), ...examples })).toEqual([
    'examples/requirements.txt:1 pykube-ng cannot-reload error',
    'pyproject.toml:3 kubernetes cannot-reload notice',
    'pyproject.toml:3 pykube-ng cannot-reload notice'
  ])
  expect(await lines({ 'pyproject.toml': KOPF('other') })).toEqual([
    'pyproject.toml:3 kubernetes cannot-reload error',
    'pyproject.toml:3 pykube-ng cannot-reload error'
  ])
})
