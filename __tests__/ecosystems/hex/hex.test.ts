/** Elixir against the laws, its commands, and hostile texts. */

import { describe, expect, test } from '@jest/globals'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { hex } from '../../../src/ecosystems/hex/index.ts'
import { mixExs } from '../../../src/ecosystems/hex/mix-exs.ts'
import { mixLock } from '../../../src/ecosystems/hex/mix-lock.ts'
import { elixirVersions } from '../../../src/ecosystems/hex/version.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'
import { byName, long, MANY, readsWithinBudget } from '../../support/hostile.ts'
import { upgradeLines } from '../../support/upgrades.ts'

holdsTheLaws(hex)

test.each([
  ['mix.exs', 'mix.exs'],
  ['apps/web/mix.exs', 'mix.exs'],
  ['mix.lock', 'mix.lock'],
  ['a/mix.lock', 'mix.lock'],
  ['a/rebar.config', 'rebar.config'],
  ['rebar.lock', 'rebar.lock'],
  ['rebar.config.script', undefined],
  ['mix.exs.eex', undefined],
  ['remix.exs', undefined],
  ['mix.lock/x', undefined]
])('%s is read as %s', (path, name) => {
  expect(hex.formats.find(({ names }) => matches(names, path))?.name).toBe(name)
})

describe('commands', () => {
  test('for mix.exs', () => {
    expect(upgradeLines(mixExs, 'libcluster', '2.5.0', { requirement: { kind: 'range', text: '~> 2.0' } })).toEqual([
      '# in mix.exs: {:libcluster, ">= 2.5.0"}',
      'mix deps.update libcluster'
    ])
    expect(upgradeLines(mixExs, 'libcluster', '2.5.0', { requirement: { kind: 'version', text: '2.0.0' } })[0]).toBe(
      '# in mix.exs: {:libcluster, "2.5.0"}'
    )
  })
  test('an alias is a text of the repository and stands in none', () => {
    for (const format of hex.formats)
      expect(upgradeLines(format, 'k8s', '2.6.0', { alias: '`rm -rf /`' }).join('\n')).not.toContain('rm')
  })
  test('for rebar3', () => {
    for (const name of ['rebar.config', 'rebar.lock'])
      expect(
        upgradeLines(
          hex.formats.find(format => format.name === name),
          'libcluster',
          '2.5.0',
          {}
        )
      ).toEqual(['# in rebar.config: {libcluster, "2.5.0"}', 'rebar3 upgrade libcluster'])
  })
  test('for mix.lock', () => {
    expect(upgradeLines(mixLock, 'libcluster', '2.5.0', {})).toHaveLength(2)
    expect(mixLock.role.chain?.command?.('libcluster')).toBe('mix deps.tree')
  })
})

describe('hostile texts', () => {
  readsWithinBudget(byName(hex.formats), [
    ['blanks', long(' '), { 'mix.exs': 'nothing', 'mix.lock': '1 gap "expected a map of packages"' }],
    ['open braces', long('{'), { '*': 'fault "nested deeper than 1000 levels"' }],
    ['closing brackets', `${'('.repeat(900)}${long(']')}`, { '*': 'fault "mismatched closing bracket"' }, 200],
    [
      'strings in strings',
      long('"#{'),
      {
        'mix.exs, mix.lock': 'fault "nested deeper than 1000 levels"',
        'rebar.config, rebar.lock': 'fault "unclosed bracket"'
      }
    ],
    ['code in a string', `"#{${long('{')}`, { '*': 'fault "unterminated string"' }],
    ['unclosed string', `"${long('a')}`, { '*': 'fault "unterminated string"' }],
    [
      'sigils that end nowhere',
      '~s('.repeat(MANY),
      {
        'mix.exs, mix.lock': 'fault "unterminated string"',
        'rebar.config, rebar.lock': 'fault "nested deeper than 1000 levels"'
      }
    ],
    [
      'packages of rebar3',
      `{deps, [${'{k8s, "1.0.0"},'.repeat(MANY)}]}.`,
      {
        'rebar.config': `${MANY} packages`,
        'rebar.lock': `${MANY} gaps "expected a package with a version or a commit"`
      }
    ],
    ['signs of binaries', `[${long('<')}`, { 'rebar.config, rebar.lock': 'fault "unclosed bracket"' }],
    ['comments of Erlang', '% k8s\n'.repeat(MANY), { 'rebar.config': 'nothing' }],
    ['question marks', long('?'), { 'mix.exs': 'nothing', 'mix.lock': '1 gap "expected a map of packages"' }],
    ['colons', long(':'), { 'mix.exs': 'nothing', 'mix.lock': '1 gap "expected a map of packages"' }],
    [
      'one line of tuples',
      `[${'{:k8s, "~> 1.0"},'.repeat(MANY)}`,
      { 'mix.exs': `${MANY} packages, fault "unclosed bracket"`, 'mix.lock': 'fault "unclosed bracket"' }
    ],
    [
      'one line of attributes',
      '@k8s "1" '.repeat(MANY),
      { 'mix.exs': 'nothing', 'mix.lock': '1 gap "expected a map of packages"' }
    ],
    [
      'blanks in a requirement',
      `[{:k8s, "${long(' ')}"}, {:k8s, "${long('1 ')}"}]`,
      { 'mix.exs': '1 package', 'mix.lock': '1 gap "expected a map of packages"' }
    ],
    [
      'a long map',
      `%{${'"k8s": {:hex, :k8s, "1.0.0"},\n'.repeat(MANY)}`,
      { 'mix.exs': 'fault "unclosed bracket"', 'mix.lock': `${MANY} packages, fault "unclosed bracket"` }
    ]
  ])
  const many = 500_000
  test('long versions and requirements are refused', () => {
    expect(elixirVersions.parse(`1.0.${'1'.repeat(many)}`)).toBeUndefined()
    expect(elixirVersions.span('> 1.0.0 or '.repeat(many))).toBeUndefined()
    expect(elixirVersions.span(`${'!= 1.0.0 and '.repeat(300)}!= 1.0.1`)).toBeUndefined()
  })
})
