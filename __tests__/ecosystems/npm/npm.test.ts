/** JavaScript against the laws, against the package that npm itself compares versions with, and against hostile texts. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, describe as suite, test } from '@jest/globals'
import { satisfies } from 'semver'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { npm } from '../../../src/ecosystems/npm/index.ts'
import { denoManifestUpgrade, denoUpgrade } from '../../../src/ecosystems/npm/upgrade.ts'
import { semanticVersions } from '../../../src/ecosystems/semver.ts'
import { stepLine } from '../../../src/model/verdict.ts'
import { admits } from '../../../src/policy/span.ts'
import { prefilter } from '../../../src/scan/prefilter.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'
import {
  byName,
  HUGE,
  LONG,
  long,
  MANY,
  readsHugeTexts,
  readsWithinBudget,
  withinBudget
} from '../../support/hostile.ts'
import { upgradeLines } from '../../support/upgrades.ts'

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
    const parsed = (versions ?? []).flatMap(text => {
      const version = semanticVersions.parse(text)
      return version ? [[text, version] as const] : []
    })
    for (const range of ranges) {
      const span = semanticVersions.span(range)
      if (!span) throw new Error(`${range} is refused`)
      for (const [text, version] of parsed) {
        const [here, there] = [admits(semanticVersions, span, version), satisfies(text, range)]
        const isBeyond = span.prereleases && semanticVersions.isPrerelease(version)
        if (there ? !here : here && !isBeyond) wrong.push(`${range} and ${text}: ${here} here, ${there} there`)
      }
    }
    expect(wrong).toEqual([])
  })
})

suite('the names in a bun.lockb', () => {
  const pass = prefilter(['pepr', 'client-node', 'kube'])
  const field = (name: string) => name.padEnd(8, '\0')
  const FILE = '#!/usr/bin/env bun\nbun-lockfile-format-v0\n'.padEnd(48, '\0')
  const bunLockb = npm.formats.find(({ name }) => name === 'bun.lockb')

  test.each([
    ['nothing of them', `${field('ws')}jest-get-typews-stream`, false],
    ['a short name across two long ones', 'jest-get-typepretty-format', false],
    ['a short name inside of a full field', 'peprfile', false],
    ['a short name in its field', `${field('pepr')}jest-get-type`, true],
    ['a short name behind a full field', `minimist${field('pepr')}`, true],
    ['a long name between others', 'isomorphic-ws@kubernetes/client-nodejest-get-type', true],
    ['a short last part of a long name', 'isomorphic-ws@acme/kubejest-get-type', true],
    ['a long name behind a short one across two', 'jest-get-typepretty-format@kubernetes/client-node', true]
  ])('%s', (_, bytes, isNamed) => {
    expect(bunLockb?.namesInBytes?.(FILE + bytes, fragment => pass(fragment))).toBe(isNamed)
  })

  test('are found in linear time', async () => {
    for (const bytes of [long('pepr'), long('a'), long('\0'), long('pepr\0')]) {
      await withinBudget(bytes.length, 200, () => bunLockb?.namesInBytes?.(bytes, fragment => pass(fragment)))
    }
  })
})

suite('commands', () => {
  const asked = (format: string, dependency: { direct?: boolean; alias?: string }) =>
    upgradeLines(
      npm.formats.find(({ name }) => name === format),
      '@kubernetes/client-node',
      '0.10.3',
      dependency
    )

  test.each([
    ['jsr:@acme/kube', 'jsr:@acme/kube@1.2.0', ['deno add jsr:@acme/kube@1.2.0']],
    [
      'deno.land/x/kube',
      'https://deno.land/x/kube@1.2.0',
      ['# change the import to: "https://deno.land/x/kube@1.2.0"', 'deno install']
    ]
  ])('Deno asks for %s as %s', (name, specifier, commands) => {
    expect(denoUpgrade(name, '1.2.0', { direct: true }).map(stepLine)).toEqual(commands)
    expect(denoManifestUpgrade(name, '1.2.0').map(stepLine)).toEqual([
      `# change the import to: "${specifier}"`,
      'deno install'
    ])
  })

  test.each<
    [string, { direct?: boolean; alias?: string; alsoRequired?: boolean; isOverridden?: true }, readonly string[]]
  >([
    ['package.json', { direct: true }, ['npm install @kubernetes/client-node@0.10.3']],
    ['package.json', {}, ['# in package.json, set the override of @kubernetes/client-node to 0.10.3', 'npm install']],
    [
      'package.json',
      { direct: true, alias: 'kube' },
      [
        '# in package.json, change "npm:@kubernetes/client-node@..." to "npm:@kubernetes/client-node@0.10.3"',
        'npm install'
      ]
    ],
    ['package-lock.json', { direct: true }, ['npm install @kubernetes/client-node@0.10.3']],
    [
      'package-lock.json',
      { direct: false },
      [
        'npm pkg set "overrides.@kubernetes/client-node=0.10.3" && npm install',
        "npm pkg set 'overrides.@kubernetes/client-node=$@kubernetes/client-node' && npm install  # if package.json requires it too"
      ]
    ],
    [
      'package-lock.json',
      { direct: false, alsoRequired: false },
      ['npm pkg set "overrides.@kubernetes/client-node=0.10.3" && npm install']
    ],
    [
      'package-lock.json',
      { direct: false, alsoRequired: true },
      ["npm pkg set 'overrides.@kubernetes/client-node=$@kubernetes/client-node' && npm install"]
    ],
    [
      'npm-shrinkwrap.json',
      {},
      [
        'npm install @kubernetes/client-node@0.10.3  # if package.json requires it',
        'npm pkg set "overrides.@kubernetes/client-node=0.10.3" && npm install  # if another package requires it'
      ]
    ],
    [
      'yarn.lock',
      { direct: true },
      [
        'yarn up @kubernetes/client-node@0.10.3  # with yarn 2 or newer',
        'yarn upgrade @kubernetes/client-node@0.10.3  # with yarn 1, in the folder that requires it'
      ]
    ],
    ['yarn.lock', { direct: false }, ['npm pkg set "resolutions.@kubernetes/client-node=0.10.3" && yarn install']],
    [
      'yarn.lock',
      {},
      [
        'yarn add @kubernetes/client-node@0.10.3  # if package.json requires it',
        'npm pkg set "resolutions.@kubernetes/client-node=0.10.3" && yarn install  # if another package requires it'
      ]
    ],
    ['pnpm-lock.yaml', { direct: true }, ['pnpm update -r @kubernetes/client-node@0.10.3']],
    ['bun.lock', { direct: true }, ['bun add @kubernetes/client-node@0.10.3']],
    ['bun.lock', { direct: false }, ['npm pkg set "overrides.@kubernetes/client-node=0.10.3" && bun install']],
    ['deno.lock', { direct: true }, ['deno add npm:@kubernetes/client-node@0.10.3']],
    [
      'deno.lock',
      { direct: false },
      [
        'npm pkg set "overrides.@kubernetes/client-node=0.10.3" && deno install  # if the project has a package.json',
        '# if it has none: update the package that requires @kubernetes/client-node until deno.lock has 0.10.3 or newer'
      ]
    ],
    [
      'deno.lock',
      { direct: true, isOverridden: true },
      ['npm pkg set "overrides.@kubernetes/client-node=0.10.3"', 'deno add npm:@kubernetes/client-node@0.10.3']
    ],
    ['deno.json', { direct: true }, ['# change the import to: "npm:@kubernetes/client-node@0.10.3"', 'deno install']],
    [
      'pnpm-workspace.yaml',
      {},
      ['# in pnpm-workspace.yaml, set the entry of @kubernetes/client-node to 0.10.3', 'pnpm install']
    ],
    [
      'pnpm-lock.yaml',
      { direct: false },
      [
        '# with pnpm 10 or newer: in pnpm-workspace.yaml: overrides: { "@kubernetes/client-node": "0.10.3" }',
        'pnpm install  # with pnpm 10 or newer',
        'npm pkg set "pnpm.overrides.@kubernetes/client-node=0.10.3"  # with pnpm 9 or older',
        'pnpm install  # with pnpm 9 or older'
      ]
    ]
  ])('%s %j', (format, dependency, commands) => {
    expect(asked(format, dependency)).toEqual(commands)
  })

  test('an alias never stands in a command: it is a text of the repository', () => {
    for (const { upgrade } of npm.formats) {
      for (const direct of [true, false]) {
        const dependency: { direct?: boolean } = Object.assign({ direct }, { alias: '$(touch x)' })
        expect(JSON.stringify(upgrade('@kubernetes/client-node', '0.10.3', dependency))).not.toContain('touch')
      }
    }
  })
})

test('a version in a catalog is changed there', () => {
  const commands = (name: string) =>
    upgradeLines(
      npm.formats.find(format => format.name === name),
      'a',
      '1.0.0',
      { direct: true, usedAt: 1 }
    )
  expect(commands('pnpm-workspace.yaml')[0]).toBe('# in pnpm-workspace.yaml, set the catalog entry of a to 1.0.0')
  expect(commands('.yarnrc.yml')[0]).toBe('# in .yarnrc.yml, set the catalog entry of a to 1.0.0')
  expect(commands('package.json')[0]).toBe('# in package.json, set the catalog entry of a to 1.0.0')
})

suite('hostile texts', () => {
  const deep = (depth: number, open: string, close: string) => `${open.repeat(depth)}${close.repeat(depth)}`
  const below = (make: (index: number) => string) => Array.from({ length: MANY }, (_, index) => make(index)).join()
  const LOCKS = 'package-lock.json, npm-shrinkwrap.json'
  const workspace = `{"dependencies":{${Array.from({ length: 20 }, (_, i) => `"d${i}":"1"`).join()}}}`
  readsWithinBudget(byName(npm.formats), [
    [
      'blanks',
      long(' '),
      {
        'package.json, package-lock.json, npm-shrinkwrap.json, bun.lock, deno.json, import_map.json, deno.lock':
          'fault "the file ends in the middle of a JSON value"',
        'yarn.lock, .yarnrc.yml, pnpm-lock.yaml, pnpm-workspace.yaml': 'nothing',
        'bun.lockb':
          'fault "not a binary bun lockfile: run `bun install --save-text-lockfile --frozen-lockfile --lockfile-only` and commit bun.lock in its place"'
      }
    ],
    [
      'blanks in a line',
      `a${long(' ')}b`,
      {
        'package.json, package-lock.json, npm-shrinkwrap.json, bun.lock, deno.json, import_map.json, deno.lock':
          'fault "expected a JSON value"',
        'yarn.lock': '1 gap "expected a key of yarn.lock"',
        '.yarnrc.yml, pnpm-workspace.yaml': 'nothing',
        'pnpm-lock.yaml': 'fault "expected "lockfileVersion""',
        'bun.lockb':
          'fault "not a binary bun lockfile: run `bun install --save-text-lockfile --frozen-lockfile --lockfile-only` and commit bun.lock in its place"'
      }
    ],
    [
      'a blank after every colon',
      long('a: '),
      {
        'package.json, package-lock.json, npm-shrinkwrap.json, bun.lock, deno.json, import_map.json, deno.lock':
          'fault "expected a JSON value"',
        'yarn.lock': '1 gap "expected a package with a version"',
        '.yarnrc.yml, pnpm-workspace.yaml': 'fault "a nested mapping or list must start on its own line"',
        'pnpm-lock.yaml': 'fault "expected "lockfileVersion""',
        'bun.lockb':
          'fault "not a binary bun lockfile: run `bun install --save-text-lockfile --frozen-lockfile --lockfile-only` and commit bun.lock in its place"'
      }
    ],
    [
      'one long line',
      long('x'),
      {
        'package.json, package-lock.json, npm-shrinkwrap.json, bun.lock, deno.json, import_map.json, deno.lock':
          'fault "expected a JSON value"',
        'yarn.lock': '1 gap "expected a key of yarn.lock"',
        '.yarnrc.yml, pnpm-workspace.yaml': 'nothing',
        'pnpm-lock.yaml': 'fault "expected "lockfileVersion""',
        'bun.lockb':
          'fault "not a binary bun lockfile: run `bun install --save-text-lockfile --frozen-lockfile --lockfile-only` and commit bun.lock in its place"'
      }
    ],
    [
      'one long quoted line',
      `"${long('@')}`,
      {
        'package.json, package-lock.json, npm-shrinkwrap.json, bun.lock, deno.json, import_map.json, deno.lock':
          'fault "unterminated string"',
        'yarn.lock': '1 gap "expected a key of yarn.lock"',
        '.yarnrc.yml, pnpm-workspace.yaml': 'fault "missing quote, bracket, comma or colon"',
        'pnpm-lock.yaml': 'fault "expected "lockfileVersion""',
        'bun.lockb':
          'fault "not a binary bun lockfile: run `bun install --save-text-lockfile --frozen-lockfile --lockfile-only` and commit bun.lock in its place"'
      }
    ],
    [
      'nested arrays',
      deep(LONG, '[', ']'),
      {
        'package.json, package-lock.json, npm-shrinkwrap.json, bun.lock, deno.json, import_map.json, deno.lock':
          'fault "nested deeper than 1000 levels"',
        'yarn.lock': '1 gap "expected a key of yarn.lock"',
        '.yarnrc.yml, pnpm-workspace.yaml': 'fault "nested too deeply"',
        'pnpm-lock.yaml': 'fault "expected "lockfileVersion""',
        'bun.lockb':
          'fault "not a binary bun lockfile: run `bun install --save-text-lockfile --frozen-lockfile --lockfile-only` and commit bun.lock in its place"'
      }
    ],
    [
      'one long key',
      `__metadata:\n  version: 8\n"${'a@npm:1, '.repeat(MANY)}":\n  version: 1`,
      { 'yarn.lock': '1 gap "expected a package with a resolution"' }
    ],
    [
      'one long value',
      `lockfileVersion: '9.0'\npackages:\n  '${'a@1(b@2)'.repeat(MANY)}':`,
      { 'pnpm-lock.yaml': '1 gap "expected a key with a package name"' }
    ],
    [
      'nested dependencies',
      `{"lockfileVersion":1,${deep(MANY, '"dependencies":{"a":{', '}}')}}`,
      { [LOCKS]: 'fault "nested deeper than 1000 levels"' }
    ],
    [
      '400 nested dependencies with many below',
      `{"lockfileVersion":1,${'"dependencies":{"a":{'.repeat(400)}"dependencies":{${below(i => `"b${i}":{"version":"1"}`)}}${'}}'.repeat(400)}}`,
      { [LOCKS]: `${MANY + 400} packages` }
    ],
    [
      '900 nested overrides with many below',
      `{"overrides":${'{"a":'.repeat(900)}{${below(i => `"b${i}":"1"`)}}${'}'.repeat(900)}}`,
      { 'package.json': `${MANY} packages` }
    ],
    ['duplicate keys', `{"dependencies":{${'"a":"1.0.0",'.repeat(MANY)}}}`, { 'package.json': '1 package' }],
    ['aliases of aliases', `{"dependencies":{"a":"${long('npm:a@')}"}}`, { 'package.json': '1 package' }],
    ['a long range', `{"dependencies":{"a":"${long('1 || ')}"}}`, { 'package.json': '1 package' }],
    [
      'a long address',
      `{"dependencies":{"a":"https://${'a/tar.gz/'.repeat(MANY)}#${long(':')}"}}`,
      { 'package.json': '1 package' }
    ],
    [
      'a long path',
      `{"resolutions":{"${'a/**/@b/'.repeat(MANY)}":"1"},"pnpm":{"overrides":{"${long('a>')}":"1"}}}`,
      { 'package.json': '2 packages' }
    ],
    ['escapes in a key', `# yarn lockfile v1\n"${long('\\"')}:\n  version "1.0.0"`, { 'yarn.lock': '1 package' }],
    [
      'quotes',
      `# yarn lockfile v1\n${long('"')}:\n  version "1.0.0"`,
      { 'yarn.lock': '1 gap "expected a package with a version"' }
    ],
    [
      'packages of bun',
      `{"lockfileVersion":1,"workspaces":{"":{"dependencies":{"a":"1"}}},"packages":{${'"a/b":["b@1.0.0"],'.repeat(MANY)}}}`,
      { 'bun.lock': '1 package' }
    ],
    [
      'a long key of bun',
      `{"lockfileVersion":1,"packages":{"${long('@a/')}":["${long('@')}"]}}`,
      { 'bun.lock': '1 gap "expected a list that begins with "name@version""' }
    ],
    [
      'specifiers of Deno',
      `{"version":"5","specifiers":{${'"npm:a@1":"1.0.0_b@1",'.repeat(MANY)}}}`,
      { 'deno.lock': '1 package' }
    ],
    [
      'a long import',
      `{"imports":{"a":"npm:${long('a/')}@","b":"npm:@${long('@')}"}}`,
      { 'deno.json, import_map.json': '1 package, 1 gap "expected "npm:name@version""' }
    ],
    [
      'a long catalog',
      `catalog:\n${'  a: 1.0.0\n'.repeat(MANY)}`,
      { 'pnpm-workspace.yaml, .yarnrc.yml': '1 definition' }
    ],
    ['lines without a key', '  version "1.0.0"\n'.repeat(MANY), { 'yarn.lock': 'nothing' }],
    ['blocks of one name', '"a@1":\n  version "1.0.0"\n'.repeat(MANY), { 'yarn.lock': `${MANY} packages` }],
    ['versions of the format', "lockfileVersion: '9.0'\n".repeat(MANY), { 'pnpm-lock.yaml': 'nothing' }],
    [
      'a long version of the format',
      `lockfileVersion: ${long('9')}`,
      { 'pnpm-lock.yaml': 'fault "unsupported lockfileVersion; supported: 5.0 to 5.4, 6.0, 6.1 and 9.0"' }
    ],
    [
      'workspaces that ask for 20 packages',
      `{"lockfileVersion":3,"packages":{${below(i => `"p${i}":${workspace}`)},"node_modules/d1":{"version":"1.0.0"}}}`,
      { [LOCKS]: '2000 members, 1 package' }
    ]
  ])
  readsHugeTexts(byName(npm.formats), [
    [
      'a huge line',
      'x'.repeat(HUGE),
      {
        'yarn.lock': '1 gap "expected a key of yarn.lock"',
        'pnpm-lock.yaml': 'fault "expected "lockfileVersion""'
      }
    ],
    ['a huge quoted line', `"${'@'.repeat(HUGE)}`, { 'yarn.lock': '1 gap "expected a key of yarn.lock"' }],
    [
      'a huge key',
      `__metadata:\n  version: 8\n"${'a@npm:1, '.repeat(HUGE / 10)}":\n  version: 1`,
      { 'yarn.lock': '1 gap "expected a package with a resolution"' }
    ],
    [
      'a huge value',
      `lockfileVersion: '9.0'\npackages:\n  '${'a@1(b@2)'.repeat(HUGE / 8)}':`,
      { 'pnpm-lock.yaml': '1 gap "expected a key with a package name"' }
    ]
  ])
})
