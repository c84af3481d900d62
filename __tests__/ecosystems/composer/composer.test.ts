/** PHP against the laws, alternatives in a constraint, the commands that are suggested, and texts made to be slow. */

import { describe, expect, test } from '@jest/globals'
import { composer } from '../../../src/ecosystems/composer/index.ts'
import { composerVersions } from '../../../src/ecosystems/composer/version.ts'
import type { UpgradeContext } from '../../../src/ecosystems/file-format.ts'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { admits } from '../../../src/policy/span.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'
import { byName, long, readsWithinBudget } from '../../support/hostile.ts'
import { upgradeLines } from '../../support/upgrades.ts'

holdsTheLaws(composer)

const format = (name: string) =>
  composer.formats.find(candidate => candidate.name === name) as (typeof composer.formats)[number]

test.each([
  ['composer.json', 'composer.json'],
  ['apps/web/composer.json', 'composer.json'],
  ['composer.lock', 'composer.lock'],
  ['a/vendor/composer/installed.json', 'vendor/composer/installed.json'],
  ['composer/installed.json', undefined],
  ['my-composer.json', undefined],
  ['composer.lock.bak', undefined]
])('%s is read as %s', (path, name) => {
  expect(composer.formats.find(({ names }) => matches(names, path))?.name).toBe(name)
})

test('names are compared in lower case', () => {
  expect(composer.canonicalName('Maclof/Kubernetes-Client')).toBe('maclof/kubernetes-client')
})

// The list of ranges is cut at the bar that stands between alternatives.
test.each<[string, readonly string[], readonly string[]]>([
  ['^0.2.5||^0.3', ['0.2.5', '0.3.1'], ['0.2.4', '0.4']],
  ['^0.2.5 | ^0.3', ['0.2.5', '0.3.1'], ['0.2.4', '0.4']],
  ['<0.2 || >=0.3 <0.4', ['0.1', '0.3'], ['0.2', '0.4']]
])('%s', (range, allowed, refused) => {
  const span = composerVersions.span(range)
  if (!span) throw new Error(`${range} is refused`)
  const allows = (text: string) => {
    const version = composerVersions.parse(text)
    return version !== undefined && admits(composerVersions, span, version)
  }
  expect(allowed.filter(text => !allows(text))).toEqual([])
  expect(refused.filter(allows)).toEqual([])
})

test.each(['||', '1.0 ||', '1.0 || dev-main'])('%s is not a range', range => {
  expect(composerVersions.span(range)).toBeUndefined()
})

describe('commands', () => {
  test.each<[string, UpgradeContext, readonly string[]]>([
    ['composer.json', { direct: true }, ["composer require 'acme/client:^0.2.5' --update-with-dependencies"]],
    [
      'composer.json',
      { direct: true, requirement: { kind: 'version', text: '0.2.4' } },
      ["composer require 'acme/client:0.2.5' --update-with-dependencies"]
    ],
    [
      'composer.lock',
      {},
      [
        "composer require 'acme/client:^0.2.5' --update-with-dependencies  # if composer.json requires it",
        "composer update acme/client --with 'acme/client:>=0.2.5' --with-dependencies  # if another package requires it"
      ]
    ],
    ['composer.lock', { direct: true }, ["composer require 'acme/client:^0.2.5' --update-with-dependencies"]],
    [
      'composer.lock',
      { direct: false },
      ["composer update acme/client --with 'acme/client:>=0.2.5' --with-dependencies"]
    ]
  ])('%s %j', (name, present, commands) => {
    expect(upgradeLines(format(name), 'acme/client', '0.2.5', present)).toEqual(commands)
  })
})

describe('hostile texts', () => {
  const required = (constraint: string) => JSON.stringify({ require: { 'a/b': constraint } })
  readsWithinBudget(byName(composer.formats), [
    ['blanks', long(' '), { '*': 'fault "the file ends in the middle of a JSON value"' }],
    ['opening brackets', long('['), { '*': 'fault "nested deeper than 1000 levels"' }],
    ['a long version', required(long('1')), { 'composer.json': '1 package' }],
    ['blanks in a constraint', required(`1${long(' ')}as`), { 'composer.json': '1 package' }],
    ['blanks and an operator', required(`>${' '.repeat(1_000)}`), { 'composer.json': '1 package' }],
    ['a long branch', required(`dev-${long('a#')}`), { 'composer.json': '1 package' }],
    ['a long numbered branch', required(`1${long('.x')}`), { 'composer.json': '1 package' }],
    ['a long placeholder', required(long('<')), { 'composer.json': '1 package' }],
    [
      'a long locked version',
      JSON.stringify({ packages: [{ name: 'a/b', version: long('1.') }] }),
      { 'composer.lock': '1 package' }
    ]
  ])

  test('long versions and constraints end', () => {
    expect(composerVersions.parse(`1.0-beta${'1'.repeat(500_000)}`)).toBeUndefined()
    expect(composerVersions.parse(`1.0-beta${'1'.repeat(200)}x`)).toBeUndefined()
    expect(composerVersions.parse(`2010${'01'.repeat(100)}x`)).toBeUndefined()
    expect(composerVersions.span('1|'.repeat(500_000))).toBeUndefined()
    expect(composerVersions.span(`${' '.repeat(1_000)}x y`)).toBeUndefined()
    expect(composerVersions.span(Array(200).fill('!=1').join(' '))?.intervals).toHaveLength(2)
  })
})
