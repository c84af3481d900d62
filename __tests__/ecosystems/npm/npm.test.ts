/** JavaScript against the laws, against the package that npm itself compares versions with, and against hostile texts. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, describe as suite, test } from '@jest/globals'
import { satisfies } from 'semver'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { npm } from '../../../src/ecosystems/npm/index.ts'
import { denoManifestUpgrade, denoUpgrade } from '../../../src/ecosystems/npm/upgrade.ts'
import { semanticVersions } from '../../../src/ecosystems/semver.ts'
import { admits } from '../../../src/policy/span.ts'
import { collect } from '../../support/cases.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'

holdsTheLaws(npm)

suite('names', () => {
  test.each([
    ['@kubernetes/client-node', 'client-node'],
    ['kubernetes-client', 'kubernetes-client']
  ])('the needle of %s is %s', (name, needle) => {
    expect(npm.needle(npm.canonicalName(name))).toBe(needle)
  })

  test.each([
    ['package.json', 'package.json'],
    ['a/b/package.json', 'package.json'],
    ['package-lock.json', 'package-lock.json'],
    ['a/npm-shrinkwrap.json', 'npm-shrinkwrap.json'],
    ['a/yarn.lock', 'yarn.lock'],
    ['pnpm-lock.yaml', 'pnpm-lock.yaml'],
    ['pnpm-workspace.yaml', 'pnpm-workspace.yaml'],
    ['a/.yarnrc.yml', '.yarnrc.yml'],
    ['bun.lock', 'bun.lock'],
    ['a/bun.lockb', 'bun.lockb'],
    ['deno.json', 'deno.json'],
    ['a/deno.jsonc', 'deno.json'],
    ['import_map.json', 'import_map.json'],
    ['a/importMap.json', 'import_map.json'],
    ['deno.lock', 'deno.lock'],
    ['tsconfig.json', undefined],
    ['my-package.json', undefined],
    ['package.json5', undefined],
    ['package.json/readme', undefined],
    ['.yarn.lock', undefined],
    ['Yarn.lock', undefined]
  ])('%s is read as %s', (path, format) => {
    expect(npm.formats.find(candidate => matches(candidate.names, path))?.name).toBe(format)
  })
})

suite('ranges', () => {
  test.each(['', ' ', '*', ' * ', 'x', '>=0', '>=0.0.0', '* || 1.0.0'])('%j allows every release', range => {
    expect(semanticVersions.span(range)).toEqual({ intervals: expect.arrayContaining([{}]), prereleases: false })
  })

  test.each([' '.repeat(100_000), '1||'.repeat(100_000), '1.'.repeat(3000), `^${'9'.repeat(4000)}`])(
    'a range that no person writes is none',
    range => {
      expect(semanticVersions.span(range)).toBeUndefined()
    }
  )

  // `satisfies` is the oracle: what it lets in is let in here, and what is let in beyond it are pre-releases of a range
  // that names a pre-release.
  const comparators = [
    '0.10.2',
    '0.10.3',
    '0.10.3-rc.1',
    '1.0.0-rc3',
    '1.0.0-0',
    '1.0.0',
    '2.0.0-0',
    '2.0.0',
    '1',
    '0.10',
    '1.x'
  ]
  const operators = ['', '^', '~', '>=', '>', '<=', '<', '=']
  const simple = operators.flatMap(operator => comparators.map(comparator => `${operator}${comparator}`))
  const ranges = [
    ...simple,
    ...simple.flatMap((left, i) => simple.filter((_, j) => (i * 31 + j) % 7 === 0).map(right => `${left} ${right}`)),
    ...simple.flatMap((left, i) =>
      simple.filter((_, j) => (i * 17 + j) % 11 === 0).map(right => `${left} || ${right}`)
    ),
    ...comparators.flatMap(left => comparators.map(right => `${left} - ${right}`))
  ]
  const versions = readFileSync(join(import.meta.dirname, 'versions.txt'), 'utf8')
    .split('\n---')[0]
    ?.split(/\s+/)
    .filter(text => semanticVersions.parse(text) !== undefined)

  test(`${ranges.length} ranges against ${versions?.length} versions: as satisfies() answers`, () => {
    const wrong: string[] = []
    for (const range of ranges) {
      const span = semanticVersions.span(range)
      if (!span) throw new Error(`${range} is refused`)
      for (const text of versions ?? []) {
        const version = semanticVersions.parse(text)
        if (!version) continue
        const [here, there] = [admits(semanticVersions, span, version), satisfies(text, range)]
        const isBeyond = span.prereleases && semanticVersions.isPrerelease(version)
        if (there ? !here : here && !isBeyond) wrong.push(`${range} and ${text}: ${here} here, ${there} there`)
      }
    }
    expect(wrong).toEqual([])
  })
})

suite('commands', () => {
  const asked = (format: string, dependency: { direct?: boolean; alias?: string }) =>
    npm.formats.find(({ name }) => name === format)?.upgrade('@kubernetes/client-node', '0.10.3', dependency)

  test.each([
    ['jsr:@acme/kube', 'jsr:@acme/kube@1.2.0', ['deno add jsr:@acme/kube@1.2.0']],
    [
      'deno.land/x/kube',
      'https://deno.land/x/kube@1.2.0',
      ['change the import to "https://deno.land/x/kube@1.2.0"', 'deno install']
    ]
  ])('Deno asks for %s as %s', (name, specifier, commands) => {
    expect(denoUpgrade(name, '1.2.0', { direct: true })).toEqual(commands)
    expect(denoManifestUpgrade(name, '1.2.0')).toEqual([`change the import to "${specifier}"`, 'deno install'])
  })

  test.each<[string, { direct?: boolean; alias?: string }, readonly string[]]>([
    ['package.json', { direct: true }, ['npm install @kubernetes/client-node@0.10.3']],
    ['package.json', {}, ['in package.json, set the override of @kubernetes/client-node to 0.10.3', 'npm install']],
    [
      'package.json',
      { direct: true, alias: 'kube' },
      [
        'in package.json, change "npm:@kubernetes/client-node@..." to "npm:@kubernetes/client-node@0.10.3"',
        'npm install'
      ]
    ],
    ['package-lock.json', { direct: true }, ['npm install @kubernetes/client-node@0.10.3']],
    [
      'package-lock.json',
      { direct: false },
      [
        'npm pkg set "overrides.@kubernetes/client-node=0.10.3" && npm install',
        "npm pkg set 'overrides.@kubernetes/client-node=$@kubernetes/client-node' && npm install  # if package.json names it too"
      ]
    ],
    [
      'npm-shrinkwrap.json',
      {},
      [
        'npm install @kubernetes/client-node@0.10.3  # if package.json names it',
        'npm pkg set "overrides.@kubernetes/client-node=0.10.3" && npm install  # if another package brings it'
      ]
    ],
    [
      'yarn.lock',
      { direct: true },
      [
        'yarn up @kubernetes/client-node@0.10.3  # with yarn 1, in the folder that asks for it: yarn upgrade @kubernetes/client-node@0.10.3'
      ]
    ],
    ['yarn.lock', { direct: false }, ['npm pkg set "resolutions.@kubernetes/client-node=0.10.3" && yarn install']],
    [
      'yarn.lock',
      {},
      [
        'yarn add @kubernetes/client-node@0.10.3  # if package.json names it',
        'npm pkg set "resolutions.@kubernetes/client-node=0.10.3" && yarn install  # if another package brings it'
      ]
    ],
    ['pnpm-lock.yaml', { direct: true }, ['pnpm update -r @kubernetes/client-node@0.10.3']],
    ['bun.lock', { direct: true }, ['bun add @kubernetes/client-node@0.10.3']],
    ['bun.lock', { direct: false }, ['npm pkg set "overrides.@kubernetes/client-node=0.10.3" && bun install']],
    ['deno.lock', { direct: true }, ['deno add npm:@kubernetes/client-node@0.10.3']],
    [
      'deno.lock',
      { direct: false },
      ['update the package that brings @kubernetes/client-node, until deno.lock has 0.10.3 or newer']
    ],
    ['deno.json', { direct: true }, ['change the import to "npm:@kubernetes/client-node@0.10.3"', 'deno install']],
    [
      'pnpm-workspace.yaml',
      {},
      ['in pnpm-workspace.yaml, set the entry of @kubernetes/client-node to 0.10.3', 'pnpm install']
    ],
    [
      'pnpm-lock.yaml',
      { direct: false },
      [
        'in pnpm-workspace.yaml, pnpm 10 and later: overrides: { "@kubernetes/client-node": "0.10.3" }',
        'npm pkg set "pnpm.overrides.@kubernetes/client-node=0.10.3"  # pnpm 9 and earlier',
        'pnpm install'
      ]
    ]
  ])('%s %j', (format, dependency, commands) => {
    expect(asked(format, dependency)).toEqual(commands)
  })

  test('an alias never stands in a command: it is a text of the repository', () => {
    for (const { upgrade } of npm.formats) {
      for (const direct of [true, false]) {
        const dependency: { direct?: boolean } = Object.assign({ direct }, { alias: '$(touch x)' })
        expect(upgrade('@kubernetes/client-node', '0.10.3', dependency).join()).not.toContain('touch')
      }
    }
  })
})

test('a version in a catalog is changed there', () => {
  const commands = (name: string) =>
    npm.formats.find(format => format.name === name)?.upgrade('a', '1.0.0', { direct: true, usedAt: 1 })
  expect(commands('pnpm-workspace.yaml')?.[0]).toBe('in pnpm-workspace.yaml, set the catalog entry of a to 1.0.0')
  expect(commands('.yarnrc.yml')?.[0]).toBe('in .yarnrc.yml, set the catalog entry of a to 1.0.0')
  expect(commands('package.json')?.[0]).toBe('in package.json, set the catalog entry of a to 1.0.0')
})

suite('hostile texts end, with entries, gaps or a fault', () => {
  const deep = (depth: number, open: string, close: string) => `${open.repeat(depth)}${close.repeat(depth)}`
  const texts: Readonly<Record<string, () => string>> = {
    '500 kB of blanks': () => ' '.repeat(500_000),
    'blanks in a line': () => `a${' '.repeat(500_000)}b`,
    'a blank after every colon': () => 'a: '.repeat(200_000),
    'one line of 50 MB': () => 'x'.repeat(50_000_000),
    'one quoted line of 50 MB': () => `"${'@'.repeat(50_000_000)}`,
    'one key of 10 MB': () => `__metadata:\n  version: 8\n"${'a@npm:1, '.repeat(1_100_000)}":\n  version: 1`,
    'one value of 50 MB': () => `lockfileVersion: '9.0'\npackages:\n  '${'a@1(b@2)'.repeat(6_000_000)}':`,
    '100,000 nested arrays': () => deep(100_000, '[', ']'),
    '100,000 nested dependencies': () => `{"lockfileVersion":1,${deep(100_000, '"dependencies":{"a":{', '}}')}}`,
    '400 nested dependencies with 50,000 below': () =>
      `{"lockfileVersion":1,${'"dependencies":{"a":{'.repeat(400)}"dependencies":{${Array.from({ length: 50_000 }, (_, i) => `"b${i}":{"version":"1"}`).join()}}${'}}'.repeat(400)}}`,
    '900 nested overrides with 50,000 below': () =>
      `{"overrides":${'{"a":'.repeat(900)}{${Array.from({ length: 50_000 }, (_, i) => `"b${i}":"1"`).join()}}${'}'.repeat(900)}}`,
    '200,000 duplicate keys': () => `{"dependencies":{${'"a":"1.0.0",'.repeat(200_000)}}}`,
    '100,000 aliases of aliases': () => `{"dependencies":{"a":"${'npm:a@'.repeat(100_000)}"}}`,
    'a range of 1 MB': () => `{"dependencies":{"a":"${'1 || '.repeat(200_000)}"}}`,
    'an address of 1 MB': () =>
      `{"dependencies":{"a":"https://${'a/tar.gz/'.repeat(100_000)}#${':'.repeat(100_000)}"}}`,
    'a path of 1 MB': () =>
      `{"resolutions":{"${'a/**/@b/'.repeat(100_000)}":"1"},"pnpm":{"overrides":{"${'a>'.repeat(100_000)}":"1"}}}`,
    '100,000 escapes in a key': () => `# yarn lockfile v1\n"${'\\"'.repeat(100_000)}:\n  version "1.0.0"`,
    '200,000 quotes': () => `# yarn lockfile v1\n${'"'.repeat(200_000)}:\n  version "1.0.0"`,
    '100,000 packages of bun': () =>
      `{"lockfileVersion":1,"workspaces":{"":{"dependencies":{"a":"1"}}},"packages":{${'"a/b":["b@1.0.0"],'.repeat(100_000)}}}`,
    'a key of bun of 1 MB': () =>
      `{"lockfileVersion":1,"packages":{"${'@a/'.repeat(300_000)}":["${'@'.repeat(100_000)}"]}}`,
    '100,000 specifiers of Deno': () => `{"version":"5","specifiers":{${'"npm:a@1":"1.0.0_b@1",'.repeat(100_000)}}}`,
    'an import of 1 MB': () => `{"imports":{"a":"npm:${'a/'.repeat(300_000)}@","b":"npm:@${'@'.repeat(300_000)}"}}`,
    'a catalog of 20,000 entries': () => `catalog:\n${'  a: 1.0.0\n'.repeat(20_000)}`,
    '100,000 lines without a key': () => '  version "1.0.0"\n'.repeat(100_000),
    '100,000 blocks of one name': () => '"a@1":\n  version "1.0.0"\n'.repeat(100_000),
    '100,000 versions of the format': () => "lockfileVersion: '9.0'\n".repeat(100_000),
    'a version of the format of 1 MB': () => `lockfileVersion: ${'9'.repeat(1_000_000)}`,
    '20,000 workspaces that ask for 20 packages': () =>
      `{"lockfileVersion":3,"packages":{${Array.from({ length: 20_000 }, (_, i) => `"p${i}":{"dependencies":{${Array.from({ length: 20 }, (_, j) => `"d${j}":"1"`).join()}}}`).join()},"node_modules/d1":{"version":"1.0.0"}}}`
  }
  test.each(Object.entries(texts))('%s', async (_title, text) => {
    const input = text()
    for (const format of npm.formats) {
      // Anything but entries, gaps and a fault goes through as a bug; what does not end is stopped by the test's own limit.
      expect((await collect(format, input)).entries).toBeDefined()
    }
  })
})
