/** Haskell against the laws, and what a case file cannot hold. */

import { describe, expect, test } from '@jest/globals'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { cabalFile } from '../../../src/ecosystems/hackage/cabal.ts'
import { hackage } from '../../../src/ecosystems/hackage/index.ts'
import { hackageVersions } from '../../../src/ecosystems/hackage/version.ts'
import { collect } from '../../support/cases.ts'
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

holdsTheLaws(hackage)

describe('paths', () => {
  test.each([
    ['*.cabal', 'app.cabal', true],
    ['*.cabal', 'packages/a-b/a-b.cabal', true],
    ['*.cabal', '.cabal', false],
    ['*.cabal', 'app.cabal/file', false],
    ['*.cabal', 'app.cabal.txt', false],
    ['package.yaml', 'a/package.yaml', true],
    ['stack.yaml', 'stack.yaml', true],
    ['stack.yaml', 'stack.yaml.lock', false],
    ['stack.yaml', 'a/stack-8.10.7.yaml', true],
    ['stack.yaml', 'haystack.yaml', false],
    ['stack.yaml', 'stack8.yaml', false],
    ['stack.yaml.lock', 'stack-8.10.7.yaml.lock', true],
    ['stack.yaml.lock', 'stack-8.10.7.yaml', false],
    ['cabal.project', 'a/cabal.project.local', true],
    ['stack.yaml.lock', 'a/stack.yaml.lock', true],
    ['cabal.project', 'cabal.project', true],
    ['cabal.project', 'cabal.project.freeze', false],
    ['cabal.project.freeze', 'cabal.project.freeze', true]
  ])('%s claims %s: %s', (name, path, claimed) => {
    const format = hackage.formats.find(candidate => candidate.name === name)
    expect(format && matches(format.names, path)).toBe(claimed)
  })
})

describe('upgrades', () => {
  const upgrade = (format: string) =>
    upgradeLines(
      hackage.formats.find(({ name }) => name === format),
      'kubernetes-client',
      '0.3.0.0',
      {}
    )

  test('put a bound where the package is named', () => {
    expect(upgrade('*.cabal')[0]).toBe('# in the .cabal file: build-depends: kubernetes-client >=0.3.0.0')
    expect(upgrade('cabal.project')[0]).toBe('# in cabal.project: constraints: kubernetes-client >=0.3.0.0')
    expect(upgrade('package.yaml')[0]).toBe('# in package.yaml, under dependencies: - kubernetes-client >=0.3.0.0')
  })

  test('move the generated package along where versions are exact', () => {
    expect(upgrade('stack.yaml')).toEqual([
      '# in stack.yaml, under extra-deps, in place of the current entry: - kubernetes-client-0.3.0.0',
      '# in stack.yaml, under extra-deps, in place of the current entry: - kubernetes-client-core-0.3.0.0',
      'stack build'
    ])
    expect(upgrade('stack.yaml.lock')).toEqual(upgrade('stack.yaml'))
    expect(upgrade('cabal.project.freeze')).toEqual([
      '# delete the constraints on kubernetes-client and kubernetes-client-core from cabal.project.freeze',
      'cabal update',
      "cabal freeze --constraint='kubernetes-client >=0.3.0.0'"
    ])
  })
})

describe('a range over several lines', () => {
  const range = '>=0.2\n    -- the loader came with 0.3, see "docs"\n    && <0.4'
  const text = `library\n  build-depends:\n    kubernetes-client ${range},\n    base\n`

  test('is one requirement, as written', async () => {
    const { entries } = await collect(cabalFile, text)
    const use = { direct: true, scope: 'runtime' }
    expect(entries).toEqual([
      { name: 'kubernetes-client', requirement: { kind: 'range', text: range }, at: text.indexOf('>='), ...use },
      { name: 'base', requirement: { kind: 'none' }, at: text.indexOf('base'), ...use }
    ])
  })

  test('is understood, comments and all', () => {
    expect(hackageVersions.span(range)?.intervals).toEqual([
      { from: { version: [0, 2], inclusive: true }, to: { version: [0, 4], inclusive: false } }
    ])
  })
})

test('every alternative of a range that lies apart is an interval of its own, and those that meet are one', () => {
  const intervals = (range: string) => hackageVersions.span(range)?.intervals.length
  expect(intervals('<1 || >=2')).toBe(2)
  expect(intervals('<1 || ==1.* || >=2')).toBe(1)
  expect(intervals('(<1 || >2) && (<3 || >4) && (<5 || >6)')).toBe(4)
  expect(intervals('-none')).toBe(0)
  expect(intervals('>1 && <1')).toBe(0)
  expect(intervals('>=1 && <=1')).toBe(1)
  expect(intervals('>1 && <=1')).toBe(0)
})

describe('hostile texts', () => {
  readsWithinBudget(byName(hackage.formats), [
    [
      'blanks',
      `build-depends: a${long(' ')}b`,
      { '*.cabal': '1 gap "expected a version range after the package name"' }
    ],
    ['blank lines', `build-depends: a${long('\n')}`, { '*.cabal': '1 package' }],
    ['comment lines in a field', `build-depends: a\n${' -- x\n'.repeat(MANY)} , b`, { '*.cabal': '2 packages' }],
    ['dependencies', `build-depends: ${'a ^>=1.0,'.repeat(MANY)}`, { '*.cabal': `${MANY} packages` }],
    ['sections', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}if x`).join('\n'), { '*.cabal': 'nothing' }],
    ['braces', 'if x {'.repeat(MANY), { '*.cabal': 'fault "the file ends before "}""' }],
    ['closing braces', long('}'), { '*.cabal': '1 gap "unexpected "}""' }],
    ['hyphens', `build-depends: ${long('a-')}`, { '*.cabal': '1 package' }],
    ['opened quotes', `library ${'"'.repeat(LONG + 1)}`, { '*.cabal': 'nothing' }],
    ['opened parentheses', `build-depends: a ${long('(')}`, { '*.cabal': '1 package' }],
    ['constraints', `constraints: ${'any.a ==1.0,\n '.repeat(MANY)}`, { 'cabal.project.freeze': `${MANY} packages` }],
    [
      'colons',
      `constraints: ${long('a:')}`,
      { 'cabal.project.freeze': '1 gap "expected a version range after the package name"' }
    ],
    [
      'repositories',
      'source-repository-package\n  location: x\n'.repeat(MANY),
      { 'cabal.project': `${MANY} packages` }
    ],
    [
      'folders',
      `source-repository-package\n  location: x\n  subdir: ${long('a ')}`,
      { 'cabal.project': `${LONG / 2} packages` }
    ],
    ['extra-deps', `extra-deps:\n${'- a-1.0\n'.repeat(MANY)}`, { 'stack.yaml': `${MANY} packages` }],
    ['slashes', `extra-deps:\n- ${long('/')}`, { 'stack.yaml': '1 package' }],
    [
      'nested conditions',
      `${'{when: '.repeat(500)}x${'}'.repeat(500)}`,
      { 'package.yaml': 'fault "nested too deeply"' }
    ]
  ])
  readsHugeTexts(byName(hackage.formats), [
    ['a huge section header', `library ${'x '.repeat(HUGE / 2)}`, { '*.cabal': 'nothing' }],
    ['a huge line', `build-depends: ${'x'.repeat(HUGE)}`, { '*.cabal': '1 package' }],
    ['a huge line of commas', `build-depends: ${','.repeat(HUGE)}`, { '*.cabal': 'nothing' }]
  ])

  test.each([
    ['alternatives', `(${'<1 || >2) && ('.repeat(600)}>3)`],
    ['nesting', `${'('.repeat(4000)}>1${')'.repeat(4000)}`],
    ['length', '>1 && '.repeat(1_000_000)],
    ['blanks', ' '.repeat(9_000)],
    ['hyphens', '-'.repeat(9_000)]
  ])('a range with much %s is refused', async (_, range) => {
    expect(await withinBudget(range.length, 70, () => hackageVersions.span(range))).toBeUndefined()
  })
})
