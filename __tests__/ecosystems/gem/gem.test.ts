import { describe, expect, test } from '@jest/globals'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { gem } from '../../../src/ecosystems/gem/index.ts'
import { collect } from '../../support/cases.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'
import { byName, LONG, long, MANY, readsWithinBudget } from '../../support/hostile.ts'
import { upgradeLines } from '../../support/upgrades.ts'

holdsTheLaws(gem)

const [gemfile, gemspec, gemfileLock] = gem.formats as [
  (typeof gem.formats)[number],
  (typeof gem.formats)[number],
  (typeof gem.formats)[number]
]

describe('which files are read', () => {
  test.each([
    ['Gemfile', gemfile],
    ['app/gems.rb', gemfile],
    ['gemfiles/rails_7.gemfile', gemfile],
    ['Gemfile.next', gemfile],
    ['Gemfile.rails-6.1', gemfile],
    ['ci/Gemfile_old', gemfile],
    ['fluent-plugin-example.gemspec', gemspec],
    ['Gemfile.lock', gemfileLock],
    ['app/gems.locked', gemfileLock],
    ['Gemfile.next.lock', gemfileLock],
    ['gemfiles/rails_7.gemfile.lock', gemfileLock]
  ])('%s', (path, format) => {
    expect(gem.formats.filter(({ names }) => matches(names, path))).toEqual([format])
  })
  test.each(['gemfile', 'Gemfile.md', 'Gemfile.example', 'Gemfile.lock.orig', 'x.gemspec.erb', 'Gemfile/x', 'lock'])(
    'not %s',
    path => {
      expect(gem.formats.filter(({ names }) => matches(names, path))).toEqual([])
    }
  )
})

test('a range over several lines is the text between its outer quotes, and its scheme reads it', async () => {
  const input = "gem 'kubeclient',\n  '>= 4.0',\n  '< 4.10'\n"
  const { entries } = await collect(gemfile, input)
  const requirement = { kind: 'range', text: ">= 4.0',\n  '< 4.10" }
  expect(entries).toEqual([
    {
      name: 'kubeclient',
      requirement,
      means: '>= 4.0, < 4.10',
      at: input.indexOf('>= 4.0'),
      scope: 'runtime'
    }
  ])
  expect((await gem.versions()).span(requirement.text)).toEqual((await gem.versions()).span('>= 4.0, < 4.10'))
})

test('the gap of a computed name holds the texts that the name may be, and no others', async () => {
  const input = "names = %w[kubeclient one]\nnames.each { |name| gem name }\ngem 'k8s-ruby', '0.16.0'\n"
  const { entries } = await collect(gemfile, input)
  expect(entries.filter(entry => 'gap' in entry)).toMatchObject([
    { text: 'kubeclient', whole: true },
    { text: 'one', whole: true }
  ])
})

test('a section that is not known is a gap with all its lines', async () => {
  const { entries } = await collect(
    gemfileLock,
    'GEM\n\nOTHER\n  a\n    kubeclient (4.9.2)\n\nDEPENDENCIES\n  kubeclient\n'
  )
  expect(entries).toEqual([{ gap: 'unknown section', text: 'OTHER\n  a\n    kubeclient (4.9.2)\n\n', at: 5 }])
})

test('how a gem is brought to a version depends on who asks for it', () => {
  expect(upgradeLines(gemfileLock, 'kubeclient', '4.10.1', { direct: false })).toEqual([
    "bundle add kubeclient --version '>= 4.10.1'"
  ])
  expect(upgradeLines(gemfileLock, 'kubeclient', '4.10.1', { direct: true })).toEqual(
    upgradeLines(gemfile, 'kubeclient', '4.10.1', {})
  )
  expect(upgradeLines(gemspec, 'kubeclient', '4.10.1', {})[0]).toContain('add_dependency')
})

describe('hostile texts', () => {
  readsWithinBudget(byName(gem.formats), [
    ['blanks', long(' '), { '*': 'nothing' }],
    [
      'a long line',
      `gem 'kubeclient', '${long(' ')}'`,
      { Gemfile: '1 package', '*.gemspec': 'nothing', 'Gemfile.lock': '1 gap "unknown section"' }
    ],
    [
      'slashes that end nowhere',
      long('\\/'),
      { 'Gemfile, *.gemspec': 'nothing', 'Gemfile.lock': '1 gap "unknown section"' }
    ],
    [
      'strings in strings',
      long('"#{'),
      {
        'Gemfile, *.gemspec': 'fault "nested deeper than 1000 levels"',
        'Gemfile.lock': '1 gap "unknown section"'
      }
    ],
    [
      'open braces',
      long('{'),
      {
        'Gemfile, *.gemspec': 'fault "nested deeper than 1000 levels"',
        'Gemfile.lock': '1 gap "unknown section"'
      }
    ],
    [
      'a call without an end',
      `gem 'kubeclient', ${"'1', ".repeat(10_001)}`,
      {
        Gemfile: 'fault "call with more than 10000 tokens"',
        '*.gemspec': 'nothing',
        'Gemfile.lock': '1 gap "unknown section"'
      }
    ],
    [
      'computed names',
      'gem x\n'.repeat(MANY),
      {
        'Gemfile, *.gemspec': 'nothing',
        'Gemfile.lock': `${MANY} gaps "unknown section"`
      }
    ],
    [
      'here-documents',
      'x <<A\nA\n'.repeat(MANY),
      { 'Gemfile, *.gemspec': 'nothing', 'Gemfile.lock': `${2 * MANY} gaps "unknown section"` }
    ],
    [
      'one lockfile line',
      `GEM\n    ${long('a')} (${long('1')}`,
      { 'Gemfile, *.gemspec': 'nothing', 'Gemfile.lock': '1 gap "expected "name (version)" under GEM"' }
    ],
    [
      'unknown sections',
      long('X\n'),
      { 'Gemfile, *.gemspec': 'nothing', 'Gemfile.lock': `${LONG / 2} gaps "unknown section"` }
    ]
  ])
  test('long versions and ranges are refused', async () => {
    const scheme = await gem.versions()
    expect(scheme.parse('1'.repeat(300))).toBeUndefined()
    expect(scheme.span('!= 1, '.repeat(500_000))).toBeUndefined()
    expect(scheme.span(Array.from({ length: 100 }, (_, i) => `!= ${i}`).join(', '))?.intervals).toHaveLength(101)
  })
})
