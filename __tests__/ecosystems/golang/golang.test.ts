/** Go against the laws, and what case files cannot say: claims, commands, long and hostile texts. */

import { describe, expect, test } from '@jest/globals'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { golang } from '../../../src/ecosystems/golang/index.ts'
import { repositoryOf } from '../../../src/ecosystems/golang/repository.ts'
import { goVersions } from '../../../src/ecosystems/golang/version.ts'
import { collect } from '../../support/cases.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'
import { byName, type HostileRow, long, MANY, type Reader, readsWithinBudget } from '../../support/hostile.ts'
import { upgradeLines } from '../../support/upgrades.ts'

holdsTheLaws(golang)

function format(name: string) {
  const found = golang.formats.find(candidate => candidate.name === name)
  if (!found) throw new Error(`no format ${name}`)
  return found
}

describe('which files are read', () => {
  test.each([
    ['go.mod', 'go.mod'],
    ['modules/go.work', 'go.work'],
    ['a/vendor/modules.txt', 'vendor/modules.txt'],
    ['go.tool.mod', '*.mod'],
    ['.bingo/controller-gen.mod', '*.mod'],
    ['deps.bzl', 'MODULE.bazel'],
    ['a/go.sum', 'go.sum'],
    ['vendor/vendor.json', 'vendor/vendor.json'],
    ['a/vendor/vendor.json', 'vendor/vendor.json'],
    ['a/vendor.conf', 'vendor.conf'],
    ['trash.conf', 'vendor.conf'],
    ['a/vendor/manifest', 'vendor/manifest'],
    ['Godeps/Godeps.json', 'Godeps/Godeps.json'],
    ['a/Gopkg.toml', 'Gopkg.toml'],
    ['a/Gopkg.lock', 'Gopkg.lock'],
    ['glide.yaml', 'glide.yaml'],
    ['a/glide.lock', 'glide.lock']
  ])('%s is %s', (path, name) => {
    expect(golang.formats.filter(candidate => matches(candidate.names, path)).map(candidate => candidate.name)).toEqual(
      [name]
    )
  })

  test.each([
    'go.work.sum',
    'vendor.json',
    'Godeps.json',
    'myvendor/vendor.json',
    'modules.txt',
    'glide.yml',
    'manifest',
    'a.vendor.conf'
  ])('%s is none of them', path => {
    expect(golang.formats.filter(candidate => matches(candidate.names, path))).toEqual([])
  })

  test('a file in a folder of copies speaks for the folder above', () => {
    expect(format('vendor/vendor.json').folder?.('a/vendor/vendor.json')).toBe('a')
    expect(format('vendor/manifest').folder?.('vendor/manifest')).toBe('')
    expect(format('Godeps/Godeps.json').folder?.('Godeps/Godeps.json')).toBe('')
  })
})

test.each([
  ['k8s.io/client-go/kubernetes', 'k8s.io/client-go'],
  ['k8s.io/client-go', 'k8s.io/client-go'],
  ['github.com/ericchiang/k8s/apis/core/v1', 'github.com/ericchiang/k8s'],
  ['gopkg.in/yaml.v2', 'gopkg.in/yaml.v2'],
  ['gopkg.in/square/go-jose.v1/cipher', 'gopkg.in/square/go-jose.v1'],
  ['golang.org/x/net/context', 'golang.org/x/net'],
  ['cloud.google.com/go/compute/metadata', 'cloud.google.com/go'],
  ['appengine', 'appengine']
])('%s is of the repository %s', (path, repository) => {
  expect(repositoryOf(path)).toBe(repository)
})

describe('commands', () => {
  const REPLACE =
    'go mod edit -replace=k8s.io/client-go=k8s.io/client-go@v0.15.7 -replace=k8s.io/api=k8s.io/api@v0.15.7 -replace=k8s.io/apimachinery=k8s.io/apimachinery@v0.15.7'
  const GET = 'go get k8s.io/client-go@v0.15.7 k8s.io/api@v0.15.7 k8s.io/apimachinery@v0.15.7'
  const OLD = 'v0.0.0-20190409021438-1a26190bd76a'
  test.each([
    ['go.mod', 'require k8s.io/client-go v11.0.0+incompatible', [GET, 'go mod tidy']],
    [
      'go.mod',
      `require k8s.io/client-go v12.0.0+incompatible\nreplace k8s.io/client-go => k8s.io/client-go ${OLD}`,
      [REPLACE, 'go mod tidy']
    ],
    ['go.mod', `go 1.16\nreplace k8s.io/client-go => k8s.io/client-go ${OLD}`, [REPLACE, 'go mod tidy']],
    [
      'go.mod',
      'require k8s.io/client-go v0.22.5\nreplace k8s.io/client-go => example.org/client-go v0.22.5',
      [REPLACE, 'go mod tidy']
    ],
    ['go.mod', 'require k8s.io/client-go v12.0.0+incompatible // indirect', [GET, 'go mod tidy']],
    ['vendor/modules.txt', '# k8s.io/client-go v11.0.0+incompatible', [GET, 'go mod tidy', 'go mod vendor']],
    [
      'vendor/modules.txt',
      `# k8s.io/client-go v12.0.0+incompatible => k8s.io/client-go ${OLD}`,
      [REPLACE, 'go mod tidy', 'go mod vendor']
    ],
    [
      'go.work',
      `replace k8s.io/client-go => k8s.io/client-go ${OLD}`,
      [REPLACE.replace('go mod', 'go work'), 'go work sync']
    ]
  ])('%s with %j', async (name, text, commands) => {
    const { entries } = await collect(format(name), `${text}\n`)
    const entry = entries[0]
    if (!entry || !('name' in entry)) throw new Error('no package')
    expect(upgradeLines(format(name), 'k8s.io/client-go', 'v0.15.7', entry)).toEqual(commands)
  })

  test.each(['go.mod', 'vendor/modules.txt'])('%s does not tell what brings a module in: a command does', name => {
    expect(format(name).role.chain?.command?.('k8s.io/client-go')).toBe('go mod why -m k8s.io/client-go')
  })

  test.each([
    ...['Gopkg.toml', 'Gopkg.lock', 'glide.yaml', 'glide.lock', 'Godeps/Godeps.json', 'vendor/vendor.json'],
    ...['vendor.conf', 'vendor/manifest']
  ])('%s leads to Go modules', name => {
    const init = '# make it a module first: go mod init, with the path of this repository'
    expect(upgradeLines(format(name), 'k8s.io/client-go', 'v0.15.7', {})).toEqual([init, GET, 'go mod tidy'])
  })
})

describe('hostile texts end', () => {
  readsWithinBudget(byName(golang.formats), [
    ['blanks', long(' '), { 'go.mod, go.work': 'nothing' }],
    ['a name and blanks', `replace k8s.io/client-go =>${long(' ')}x`, { 'go.mod, go.work': '1 package' }],
    ['slashes', long('/'), { 'go.mod, go.work': 'nothing' }],
    [
      'quotes',
      long('"'),
      {
        'go.mod': '1 gap "unknown go.mod directive"',
        'go.work': '1 gap "unknown go.work directive"'
      }
    ],
    [
      'escaped quotes, each of which may begin a string',
      long('\\"'),
      {
        'go.mod': '1 gap "unknown go.mod directive"',
        'go.work': '1 gap "unknown go.work directive"'
      }
    ],
    [
      'arrows',
      long(' =>'),
      {
        'go.mod': '1 gap "unknown go.mod directive"',
        'go.work': '1 gap "unknown go.work directive"'
      }
    ],
    [
      'brackets',
      'replace (\n'.repeat(MANY),
      { 'go.mod, go.work': `${MANY - 1} gaps "expected "module [version] => module version" or "=> path""` }
    ]
  ])
  const everywhere: Readonly<Record<string, Reader>> = {
    'Gopkg.toml': [
      format('Gopkg.toml'),
      value =>
        `required = ["${value}"]\n[[constraint]]\nname = "k8s.io/client-go"\nsource = "${value}"\nversion = "${value}"\n`
    ],
    'glide.yaml': [
      format('glide.yaml'),
      value => `import:\n- package: "${value}"\n  repo: "${value}"\n  version: "${value}"\n`
    ],
    'glide.lock': [
      format('glide.lock'),
      value => `updated: "${value}"\nimports:\n- name: "${value}"\n  repo: "${value}"\n  version: "${value}"\n`
    ],
    'Godeps/Godeps.json': [
      format('Godeps/Godeps.json'),
      value => JSON.stringify({ Deps: [{ ImportPath: value, Comment: value, Rev: value }] })
    ],
    'vendor/vendor.json': [
      format('vendor/vendor.json'),
      value =>
        JSON.stringify({
          package: [{ path: 'k8s.io/client-go/rest', origin: value, revision: value, revisionTime: value }]
        })
    ],
    'vendor.conf': [format('vendor.conf'), value => `k8s.io/client-go ${value} ${value}\n`],
    'vendor/manifest': [
      format('vendor/manifest'),
      value =>
        JSON.stringify({
          dependencies: [{ importpath: 'k8s.io/client-go', repository: value, revision: value, branch: value }]
        })
    ]
  }
  const values: readonly HostileRow[] = [
    [
      'at signs',
      long('a@'),
      {
        'Gopkg.toml': '2 packages',
        'glide.yaml, glide.lock, Godeps/Godeps.json, vendor/vendor.json, vendor.conf, vendor/manifest': '1 package'
      }
    ],
    [
      'colons',
      long('a:'),
      {
        'Gopkg.toml': '2 packages',
        'glide.yaml, glide.lock, Godeps/Godeps.json, vendor/vendor.json, vendor.conf, vendor/manifest': '1 package'
      }
    ],
    [
      'dashes',
      `v1.0.0-${long('0-')}g`,
      {
        'Gopkg.toml': '2 packages',
        'glide.yaml, glide.lock, Godeps/Godeps.json, vendor/vendor.json, vendor.conf, vendor/manifest': '1 package'
      }
    ],
    [
      'letters and dashes',
      long('a-1.2.'),
      {
        'Gopkg.toml': '2 packages',
        'glide.yaml, glide.lock, Godeps/Godeps.json, vendor/vendor.json, vendor.conf, vendor/manifest': '1 package'
      }
    ],
    [
      'digits',
      long('1'),
      {
        'Gopkg.toml': '2 packages',
        'glide.yaml, glide.lock, Godeps/Godeps.json, vendor/vendor.json, vendor.conf, vendor/manifest': '1 package'
      }
    ],
    [
      'dots',
      long('1.'),
      {
        'Gopkg.toml': '2 packages',
        'glide.yaml, glide.lock, Godeps/Godeps.json, vendor/vendor.json, vendor.conf, vendor/manifest': '1 package'
      }
    ],
    [
      'commas',
      long('>=1.0,'),
      {
        'Gopkg.toml': '2 packages',
        'glide.yaml, glide.lock, Godeps/Godeps.json, vendor/vendor.json, vendor.conf, vendor/manifest': '1 package'
      }
    ],
    [
      'alternatives',
      long('||'),
      {
        'Gopkg.toml': '2 packages',
        'glide.yaml, glide.lock, Godeps/Godeps.json, vendor/vendor.json, vendor.conf, vendor/manifest': '1 package'
      }
    ],
    [
      'slashes in a path',
      long('a/'),
      {
        'Gopkg.toml': '2 packages',
        'glide.yaml, glide.lock, Godeps/Godeps.json, vendor/vendor.json, vendor.conf, vendor/manifest': '1 package'
      }
    ],
    [
      'vendor folders',
      long('/vendor/'),
      {
        'Gopkg.toml': '2 packages',
        'glide.yaml, glide.lock, Godeps/Godeps.json, vendor/vendor.json, vendor.conf, vendor/manifest': '1 package'
      }
    ]
  ]
  readsWithinBudget(everywhere, values)
  test.each(values)('no version and no range: %s', (_title, value) => {
    expect(goVersions.parse(value)).toBeUndefined()
    expect(goVersions.span(value)).toBeUndefined()
  })
  test('many packages of one repository', async () => {
    const Deps = Array.from({ length: MANY }, (_, index) => ({
      ImportPath: `k8s.io/client-go/p${index}`,
      Rev: 'abc'
    }))
    const { entries } = await collect(format('Godeps/Godeps.json'), JSON.stringify({ Deps }))
    expect(entries).toHaveLength(1)
  })
  test('many alternatives and exclusions', () => {
    expect(goVersions.span(Array.from({ length: 150 }, (_, index) => `!=${index}`).join(','))?.intervals).toHaveLength(
      151
    )
  })
})
