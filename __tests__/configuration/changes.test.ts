/** What a pull request changes in the configuration, line by line. */

import { expect, test } from '@jest/globals'
import { configurationEdits } from '../../src/configuration/changes.ts'
import { type Configuration, NO_CONFIGURATION } from '../../src/configuration/configuration.ts'
import { parseConfiguration } from '../../src/configuration/parse.ts'

const parsed = (text: string) => parseConfiguration(text, { path: 'c.yml' })

async function edits(base: string | undefined, head: string | undefined): Promise<string[]> {
  const configurationOf = async (text: string | undefined): Promise<Configuration> =>
    text === undefined ? NO_CONFIGURATION : parsed(text)
  return configurationEdits(await configurationOf(base), await configurationOf(head)).map(
    ({ place, text }) => `${place.path}:${place.line}:${place.column} ${text}`
  )
}

function waiver(facts: Readonly<Record<string, string>>, name = 'kubernetes'): string {
  const all = { reason: 'slow', owner: 'Ann', until: '2026-03-01', ...facts }
  const lines = Object.entries(all).map(([key, value]) => `    ${key}: ${value}`)
  return [`  - rule: client-cannot-reload`, `    package: pkg:pypi/${name}`, ...lines].join('\n')
}

test.each<[string, string | undefined, string | undefined, readonly string[]]>([
  ['no file', undefined, undefined, []],
  ['a file with comments alone', '# a', '# b', []],
  [
    'the order of keys, quotes and aliases',
    'fail-on: error\nminimum: observed',
    'minimum: "observed"\nfail-on: error',
    []
  ],
  [
    'a new file',
    undefined,
    'fail-on: never',
    ['c.yml:1:1 adds the file', 'c.yml:1:1 changes fail-on from error to never']
  ],
  [
    'a removed file',
    '# mine\nfail-on: warning',
    undefined,
    ['c.yml:1:1 removes the file', 'c.yml:2:1 changes fail-on from warning to error']
  ],
  [
    'a setting',
    '# mine\nfail-on: error',
    'minimum: documented\nfail-on: never',
    ['c.yml:2:1 changes fail-on from error to never']
  ],
  [
    'a list',
    'fail-on-scopes: [runtime, unknown]',
    'fail-on-scopes: [runtime]',
    ['c.yml:1:1 changes fail-on-scopes from runtime, unknown to runtime']
  ],
  [
    'rules',
    'rules: { client-unknown: error }',
    'rules: { waiver-unused: error }',
    [
      'c.yml:1:10 changes the level of client-unknown from error to its own level',
      'c.yml:1:10 changes the level of waiver-unused from its own level to error'
    ]
  ],
  [
    'paths',
    'paths: { exclude: [a, b] }',
    'paths: { include: [src], exclude: [b, c] }',
    [
      'c.yml:1:1 adds src to include of paths',
      'c.yml:1:1 adds c to exclude of paths',
      'c.yml:1:1 removes a from exclude of paths'
    ]
  ],
  [
    'clients',
    'clients:\n  - { package: pkg:npm/a, same-as: pkg:npm/kubernetes-client }\n  - { package: pkg:npm/b, same-as: pkg:npm/kubernetes-client }',
    'clients:\n  - { package: pkg:npm/a, reloads-from: 2.0.0, evidence: "https://example.com" }\n  - { package: pkg:npm/c, same-as: pkg:npm/a }',
    [
      'c.yml:2:5 alters the client pkg:npm/a: same-as from pkg:npm/kubernetes-client to nothing, reloads-from from nothing to 2.0.0, evidence from nothing to https://example.com',
      'c.yml:3:5 removes the client pkg:npm/b: same-as pkg:npm/kubernetes-client',
      'c.yml:3:5 adds the client pkg:npm/c: same-as pkg:npm/a'
    ]
  ],
  [
    'a waiver that is added',
    undefined,
    `waivers:\n${waiver({ versions: '11.0.0', paths: '[a, b]' })}`,
    [
      'c.yml:1:1 adds the file',
      'c.yml:2:5 adds a waiver of client-cannot-reload for pkg:pypi/kubernetes: versions 11.0.0, paths a, b, reason slow, owner Ann, until 2026-03-01'
    ]
  ],
  [
    'a waiver that is prolonged',
    `waivers:\n${waiver({})}`,
    `waivers:\n${waiver({ until: '2099-01-01' })}`,
    ['c.yml:2:5 alters a waiver of client-cannot-reload for pkg:pypi/kubernetes: until from 2026-03-01 to 2099-01-01']
  ],
  [
    'a waiver that is removed, beside one that stays',
    `waivers:\n${waiver({})}\n${waiver({ paths: '[a]' })}`,
    `waivers:\n${waiver({ paths: '[a]' })}`,
    [
      'c.yml:2:5 removes a waiver of client-cannot-reload for pkg:pypi/kubernetes: reason slow, owner Ann, until 2026-03-01'
    ]
  ],
  [
    'waivers in another order',
    `waivers:\n${waiver({})}\n${waiver({}, 'kopf')}`,
    `waivers:\n${waiver({}, 'kopf')}\n${waiver({})}`,
    []
  ]
])('%s', async (_, base, head, expected) => {
  expect(await edits(base, head)).toEqual(expected)
})
