/** Dart against the laws, its commands, and hostile texts. */

import { describe, expect, test } from '@jest/globals'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { pub } from '../../../src/ecosystems/pub/index.ts'
import { pubspecLock } from '../../../src/ecosystems/pub/pubspec-lock.ts'
import { pubspecYaml } from '../../../src/ecosystems/pub/pubspec-yaml.ts'
import { pubVersions } from '../../../src/ecosystems/pub/version.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'
import { linesOf } from '../../support/findings.ts'
import { byName, long, MANY, readsWithinBudget, withinBudget } from '../../support/hostile.ts'
import { upgradeLines } from '../../support/upgrades.ts'

holdsTheLaws(pub)

test.each([
  ['pubspec.yaml', 'pubspec.yaml'],
  ['packages/a/pubspec.yaml', 'pubspec.yaml'],
  ['pubspec_overrides.yaml', 'pubspec.yaml'],
  ['pubspec.lock', 'pubspec.lock'],
  ['pubspec.yml', undefined],
  ['my-pubspec.lock', undefined]
])('%s is read as %s', (path, name) => {
  expect(pub.formats.find(({ names }) => matches(names, path))?.name).toBe(name)
})

describe('commands', () => {
  test('for pubspec.yaml', () => {
    const asked = (kind: 'version' | 'range', text: string) => ({ requirement: { kind, text } })
    expect(upgradeLines(pubspecYaml, 'k8s', '1.28.0', asked('range', '^1.27.0'))).toEqual([
      '# in pubspec.yaml: k8s: ^1.28.0',
      'dart pub get'
    ])
    expect(upgradeLines(pubspecYaml, 'k8s', '1.28.0', asked('version', '1.27.0'))[0]).toBe(
      '# in pubspec.yaml: k8s: 1.28.0'
    )
  })
  test('for pubspec.lock: what another package requires is overridden', () => {
    expect(upgradeLines(pubspecLock, 'k8s', '1.28.0', { direct: false })).toEqual([
      '# in pubspec.yaml, below dependency_overrides: k8s: ^1.28.0',
      'dart pub get'
    ])
    expect(pubspecLock.role.chain?.command?.('k8s')).toBe('dart pub deps')
  })
})

describe('a project', () => {
  const told = linesOf('line', 'requirement', 'settledOrLevel')
  const manifest = (constraint: string, more = '') => `name: a\n${more}dependencies:\n  k8s: ${constraint}\n`
  const locked =
    'packages:\n  k8s:\n    dependency: "direct main"\n    description:\n      name: k8s\n    source: hosted\n    version: "1.27.0+dev.2"\n'

  test('is settled by its lockfile, and so are the members of its workspace', async () => {
    const root = 'name: root\nworkspace: [packages/a]\n'
    expect(
      await told({
        'pubspec.yaml': root,
        'packages/a/pubspec.yaml': manifest('^1.27.0'),
        'tools/pubspec.yaml': manifest('^1.27.0'),
        'pubspec.lock': locked
      })
    ).toEqual([
      'packages/a/pubspec.yaml:3 ^1.27.0 settled by pubspec.lock:7',
      'pubspec.lock:7 1.27.0+dev.2 error',
      'tools/pubspec.yaml:3 ^1.27.0 error'
    ])
  })
})

describe('hostile texts', () => {
  readsWithinBudget(byName(pub.formats), [
    ['blanks', long(' '), { 'pubspec.yaml': '1 gap "expected keys such as "dependencies""' }],
    [
      'packages',
      `dependencies:\n${Array.from({ length: MANY }, (_, i) => `  a${i}: ^1.0.0\n`).join('')}`,
      { 'pubspec.yaml': `${MANY} packages` }
    ],
    ['open lists', `packages: ${long('[')}`, { 'pubspec.lock': 'fault "nested too deeply"' }]
  ])
})

test.each([
  ['one part, repeated', '>=1.0.0 '.repeat(400), undefined],
  ['a long version', `>=1.0.0-${'a.'.repeat(2_000)}`, undefined],
  ['blanks', ' '.repeat(100_000), undefined],
  ['one constraint', '>=1.0.0 <2.0.0', 1]
])('a hostile constraint costs little: %s', async (_, range, intervals) => {
  expect((await withinBudget(range.length, 70, () => pubVersions.span(range)))?.intervals.length).toBe(intervals)
})
