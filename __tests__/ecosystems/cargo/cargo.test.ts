/** Rust against the laws, the commands that are suggested, and texts made to be slow. */

import { describe, expect, test } from '@jest/globals'
import { cargo } from '../../../src/ecosystems/cargo/index.ts'
import { crateVersions } from '../../../src/ecosystems/cargo/version.ts'
import type { UpgradeContext } from '../../../src/ecosystems/file-format.ts'
import { matches } from '../../../src/ecosystems/file-names.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'
import { byName, long, MANY, readsWithinBudget } from '../../support/hostile.ts'
import { upgradeLines } from '../../support/upgrades.ts'

holdsTheLaws(cargo)

const format = (name: string) =>
  cargo.formats.find(candidate => candidate.name === name) as (typeof cargo.formats)[number]

test.each([
  ['Cargo.toml', 'Cargo.toml'],
  ['crates/agent/Cargo.toml', 'Cargo.toml'],
  ['Cargo.lock', 'Cargo.lock'],
  ['cargo.toml', undefined],
  ['MyCargo.toml', undefined],
  ['Cargo.toml.orig', undefined]
])('%s is read as %s', (path, name) => {
  expect(cargo.formats.find(({ names }) => matches(names, path))?.name).toBe(name)
})

describe('commands', () => {
  test.each<[string, UpgradeContext, readonly string[]]>([
    ['Cargo.toml', { direct: true }, ['# in Cargo.toml: kube = "0.69.1"', 'cargo update -p kube']],
    [
      'Cargo.toml',
      { direct: true, requirement: { kind: 'version', text: '0.68.0' } },
      ['# in Cargo.toml: kube = "=0.69.1"', 'cargo update -p kube']
    ],
    [
      'Cargo.toml',
      { direct: true, alias: '`rm -rf /`' },
      ['# in Cargo.toml: { package = "kube", version = "0.69.1" }', 'cargo update -p kube']
    ],
    [
      'Cargo.toml',
      { direct: true, requirement: { kind: 'none' } },
      ['# in the Cargo.toml of the workspace: kube = "0.69.1"', 'cargo update -p kube']
    ],
    ['Cargo.lock', { direct: true }, ['# in Cargo.toml: kube = "0.69.1"', 'cargo update -p kube']],
    [
      'Cargo.lock',
      { direct: false },
      [
        'cargo update -p kube --precise 0.69.1',
        'cargo tree -i kube  # if Cargo, which overrides no release, refuses, this shows the crate to update instead'
      ]
    ]
  ])('%s %j', (name, present, commands) => {
    expect(upgradeLines(format(name), 'kube', '0.69.1', present)).toEqual(commands)
  })
})

describe('hostile texts', () => {
  readsWithinBudget(byName(cargo.formats), [
    ['blanks', long(' '), { '*': 'nothing' }],
    ['opening brackets', long('['), { 'Cargo.toml, Cargo.lock': 'fault "expected a key"', 'MODULE.bazel': 'nothing' }],
    [
      'crates of Bazel',
      'crate.spec(package = "kube", version = "1"'.repeat(MANY),
      { 'MODULE.bazel': 'nothing', 'Cargo.toml, Cargo.lock': 'fault "expected "=" after the key"' }
    ],
    ['a long requirement', `[dependencies]\nkube = "${long('1,')}"`, { 'Cargo.toml': '1 package' }],
    ['blanks in a requirement', `[dependencies]\nkube = "= ${long(' ')}"`, { 'Cargo.toml': '1 package' }],
    ['braces in a requirement', `[dependencies]\nkube = "${long('{')}"`, { 'Cargo.toml': '1 package' }],
    ['a long path', `[dependencies]\nkube = { path = "${long('/')}x" }`, { 'Cargo.toml': '1 include' }, 400],
    ['a long key of [replace]', `[replace]\n"${long('#/')}:" = { path = "x" }`, { 'Cargo.toml': '1 package' }],
    [
      'a long git source',
      `[[package]]\nname = "kube"\nversion = "1"\nsource = "git+${'?branch=#'.repeat(MANY)}"`,
      { 'Cargo.lock': '1 package' }
    ],
    [
      'a long reference',
      `[[package]]\nname = "a"\nversion = "1"\ndependencies = ["${long('a (')}"]`,
      { 'Cargo.lock': '1 member, 1 exclusion' }
    ]
  ])

  test('long versions and requirements are refused', () => {
    expect(crateVersions.parse(`1.0.0-${'a.'.repeat(250_000)}a`)).toBeUndefined()
    expect(crateVersions.parse('1'.repeat(500_000))).toBeUndefined()
    expect(crateVersions.span('1,'.repeat(500_000))).toBeUndefined()
    expect(crateVersions.span(' '.repeat(500_000))).toBeUndefined()
  })
})
