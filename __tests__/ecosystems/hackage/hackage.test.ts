/** Haskell against the laws, and what a case file cannot hold. */

import { describe, expect, test } from '@jest/globals'
import type { FileFormat } from '../../../src/ecosystems/file-format.ts'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { cabalFile } from '../../../src/ecosystems/hackage/cabal.ts'
import { cabalProject } from '../../../src/ecosystems/hackage/cabal-project.ts'
import { cabalProjectFreeze } from '../../../src/ecosystems/hackage/cabal-project-freeze.ts'
import { hackage } from '../../../src/ecosystems/hackage/index.ts'
import { packageYaml } from '../../../src/ecosystems/hackage/package-yaml.ts'
import { stackYaml } from '../../../src/ecosystems/hackage/stack-yaml.ts'
import { hackageVersions } from '../../../src/ecosystems/hackage/version.ts'
import { collect } from '../../support/cases.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'

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
    hackage.formats.find(({ name }) => name === format)?.upgrade('kubernetes-client', '0.3.0.0', {})

  test('put a bound where the package is named', () => {
    expect(upgrade('*.cabal')?.[0]).toBe('build-depends: kubernetes-client >=0.3.0.0')
    expect(upgrade('cabal.project')?.[0]).toBe('constraints: kubernetes-client >=0.3.0.0')
    expect(upgrade('package.yaml')?.[0]).toBe('- kubernetes-client >=0.3.0.0 # under dependencies in package.yaml')
  })

  test('move the generated package along where versions are exact', () => {
    expect(upgrade('stack.yaml')).toEqual([
      '- kubernetes-client-0.3.0.0 # under extra-deps in stack.yaml, instead of the present entry',
      '- kubernetes-client-core-0.3.0.0 # under extra-deps in stack.yaml, instead of the present entry',
      'stack build'
    ])
    expect(upgrade('stack.yaml.lock')).toEqual(upgrade('stack.yaml'))
    expect(upgrade('cabal.project.freeze')).toEqual([
      '# delete what is said of kubernetes-client and kubernetes-client-core in cabal.project.freeze, then:',
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
    expect(entries).toEqual([
      { name: 'kubernetes-client', requirement: { kind: 'range', text: range }, at: text.indexOf('>='), direct: true },
      { name: 'base', requirement: { kind: 'none' }, at: text.indexOf('base'), direct: true }
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

describe('hostile texts end soon', () => {
  const cases: readonly (readonly [string, FileFormat, string])[] = [
    ['500 kB of blanks', cabalFile, `build-depends: a${' '.repeat(500_000)}b`],
    ['500 kB of blank lines', cabalFile, `build-depends: a${'\n'.repeat(500_000)}`],
    ['100,000 comment lines in a field', cabalFile, `build-depends: a\n${' -- x\n'.repeat(100_000)} , b`],
    ['100,000 dependencies', cabalFile, `build-depends: ${'a ^>=1.0,'.repeat(100_000)}`],
    ['100,000 sections', cabalFile, Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}if x`).join('\n')],
    ['100,000 braces', cabalFile, 'if x {'.repeat(100_000)],
    ['100,000 closing braces', cabalFile, '}'.repeat(100_000)],
    ['500 kB of hyphens', cabalFile, `build-depends: ${'a-'.repeat(250_000)}`],
    ['500 kB of opened quotes', cabalFile, `library ${'"'.repeat(500_001)}`],
    ['a section header of 50 MB', cabalFile, `library ${'x '.repeat(25_000_000)}`],
    ['500 kB of opened parentheses', cabalFile, `build-depends: a ${'('.repeat(500_000)}`],
    ['a line of 50 MB', cabalFile, `build-depends: ${'x'.repeat(50_000_000)}`],
    ['50 MB of commas', cabalFile, `build-depends: ${','.repeat(50_000_000)}`],
    ['100,000 constraints', cabalProjectFreeze, `constraints: ${'any.a ==1.0,\n '.repeat(100_000)}`],
    ['500 kB of colons', cabalProjectFreeze, `constraints: ${'a:'.repeat(250_000)}`],
    ['100,000 repositories', cabalProject, 'source-repository-package\n  location: x\n'.repeat(100_000)],
    ['500 kB of folders', cabalProject, `source-repository-package\n  location: x\n  subdir: ${'a '.repeat(250_000)}`],
    ['10,000 extra-deps', stackYaml, `extra-deps:\n${'- a-1.0\n'.repeat(10_000)}`],
    ['500 kB of slashes', stackYaml, `extra-deps:\n- ${'/'.repeat(500_000)}`],
    ['nested conditions', packageYaml, `${'{when: '.repeat(500)}x${'}'.repeat(500)}`]
  ]
  test.each(cases)('%s', async (_, format, text) => {
    await expect(collect(format, text)).resolves.toHaveProperty('entries')
  })

  test.each([
    ['alternatives', `(${'<1 || >2) && ('.repeat(600)}>3)`],
    ['nesting', `${'('.repeat(4000)}>1${')'.repeat(4000)}`],
    ['length', '>1 && '.repeat(1_000_000)],
    ['blanks', ' '.repeat(9_000)],
    ['hyphens', '-'.repeat(9_000)]
  ])('a range with much %s', (_, range) => {
    hackageVersions.span(range)
  })
})
