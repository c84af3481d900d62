/** Overrides that are added to a file: in its own notation, and without a change of anything else. */

import { describe, expect, test } from '@jest/globals'
import { hasTable, withOverride } from '../../src/fix/new-override.ts'
import type { OverridePlace } from '../../src/model/finding.ts'

const NPM: OverridePlace = { path: 'p', syntax: 'json', keys: ['overrides'], entry: { key: '@a/b', value: '2.0.0' } }
const OLD_PNPM: OverridePlace = { ...NPM, keys: ['pnpm', 'overrides'] }
const PNPM: OverridePlace = { ...NPM, syntax: 'yaml' }
const UV: OverridePlace = {
  path: 'p',
  syntax: 'toml',
  keys: ['tool', 'uv', 'override-dependencies'],
  entry: { value: 'b>=2' }
}
const PDM: OverridePlace = {
  path: 'p',
  syntax: 'toml',
  keys: ['tool', 'pdm', 'resolution', 'overrides'],
  entry: { key: 'b', value: '>=2' }
}

const windows = (text: string) => text.replaceAll('\n', '\r\n')

describe('an override is added', () => {
  test.each<[string, OverridePlace, string, string]>([
    [
      'to a manifest that has none, at its end',
      NPM,
      '{\n  "name": "x",\n  "files": ["}"]\n}\n',
      '{\n  "name": "x",\n  "files": ["}"],\n  "overrides": {\n    "@a/b": "2.0.0"\n  }\n}\n'
    ],
    [
      'to one in the indentation of it',
      NPM,
      '{\n\t"name": "x"\n}',
      '{\n\t"name": "x",\n\t"overrides": {\n\t\t"@a/b": "2.0.0"\n\t}\n}'
    ],
    [
      'to one with line ends of Windows',
      NPM,
      windows('{\n  "a": 1\n}\n'),
      windows('{\n  "a": 1,\n  "overrides": {\n    "@a/b": "2.0.0"\n  }\n}\n')
    ],
    ['to one in one line', NPM, '{"name":"x"}', '{"name":"x", "overrides": { "@a/b": "2.0.0" }}'],
    ['to one without anything', NPM, '{}', '{\n  "overrides": {\n    "@a/b": "2.0.0"\n  }\n}'],
    [
      'to a table, as its first member',
      NPM,
      '{\n  "overrides": {\n    "c": "1"\n  },\n  "name": "x"\n}\n',
      '{\n  "overrides": {\n    "@a/b": "2.0.0",\n    "c": "1"\n  },\n  "name": "x"\n}\n'
    ],
    [
      'to a table in one line',
      NPM,
      '{\n  "overrides": { "c": "1" }\n}',
      '{\n  "overrides": { "@a/b": "2.0.0", "c": "1" }\n}'
    ],
    ['to an empty table', NPM, '{\n  "overrides": {}\n}', '{\n  "overrides": {\n    "@a/b": "2.0.0"\n  }\n}'],
    [
      'to a table in a table that is there',
      OLD_PNPM,
      '{\n  "pnpm": {\n    "patched": {}\n  }\n}',
      '{\n  "pnpm": {\n    "overrides": {\n      "@a/b": "2.0.0"\n    },\n    "patched": {}\n  }\n}'
    ],
    [
      'to two tables that are not there',
      OLD_PNPM,
      '{\n  "a": 1\n}',
      '{\n  "a": 1,\n  "pnpm": {\n    "overrides": {\n      "@a/b": "2.0.0"\n    }\n  }\n}'
    ],
    ['to YAML that has none', PNPM, 'packages:\n  - a\n', "packages:\n  - a\noverrides:\n  '@a/b': 2.0.0\n"],
    ['to YAML without a line end', PNPM, 'packages: [a]', "packages: [a]\noverrides:\n  '@a/b': 2.0.0\n"],
    [
      'to a mapping, in its indentation',
      PNPM,
      'overrides:\n    # why\n    c: 1\npackages: [a]\n',
      "overrides:\n    '@a/b': 2.0.0\n    # why\n    c: 1\npackages: [a]\n"
    ],
    [
      'to TOML that has none',
      UV,
      '[project]\nname = "x"\n',
      '[project]\nname = "x"\n\n[tool.uv]\noverride-dependencies = ["b>=2"]\n'
    ],
    [
      'to the table of a tool',
      UV,
      '[tool.uv]  # uv\ndev = true\n[x]\n',
      '[tool.uv]  # uv\noverride-dependencies = ["b>=2"]\ndev = true\n[x]\n'
    ],
    [
      'to a list',
      UV,
      '[tool.uv]\noverride-dependencies = ["c"]\n',
      '[tool.uv]\noverride-dependencies = ["b>=2", "c"]\n'
    ],
    [
      'to an empty list',
      UV,
      '[tool.uv]\noverride-dependencies = []\n',
      '[tool.uv]\noverride-dependencies = ["b>=2"]\n'
    ],
    [
      'to a list of several lines',
      UV,
      '[tool.uv]\noverride-dependencies = [\n    "c",\n]\n',
      '[tool.uv]\noverride-dependencies = [\n    "b>=2",\n    "c",\n]\n'
    ],
    [
      'beside a table inside of that of the tool',
      UV,
      '[tool.uv.sources]\nc = { path = "c" }\n',
      '[tool.uv.sources]\nc = { path = "c" }\n\n[tool.uv]\noverride-dependencies = ["b>=2"]\n'
    ],
    [
      'to a table of TOML',
      PDM,
      '[tool.pdm.resolution.overrides]\n"c" = "1"',
      '[tool.pdm.resolution.overrides]\n"b" = ">=2"\n"c" = "1"'
    ],
    ['to a file without anything', UV, '', '[tool.uv]\noverride-dependencies = ["b>=2"]\n']
  ])('%s', (_, place, text, expected) => {
    const { text: after, edit } = withOverride(text, place) ?? { text: '' }
    expect(after).toBe(expected)
    // Nothing else changes, and the place is where the insertion begins.
    const lines = text.split('\n')
    const at =
      lines.slice(0, (edit?.line ?? 0) - 1).join('\n').length + (edit?.line === 1 ? -1 : 0) + (edit?.column ?? 0)
    expect(after).toBe(text.slice(0, at) + (edit?.new ?? '') + text.slice(at))
  })
})

test.each<[string, OverridePlace, string]>([
  ['a text that is no JSON', NPM, '{"a": '],
  ['a list', NPM, '[]'],
  ['a table that is none', NPM, '{"overrides": "x"}'],
  ['a table that has the package', NPM, '{"overrides": {"@a/b": {"c": "1"}}}'],
  ['a mapping in braces', PNPM, 'overrides: { c: 1 }\n'],
  ['an alias', PNPM, 'overrides: *x\n'],
  ['a text that is no TOML', UV, '[tool'],
  ['a list that is none', UV, '[tool.uv]\noverride-dependencies = "x"\n']
])('no override is added to %s', (_, place, text) => expect(withOverride(text, place)).toBeUndefined())

test.each<[OverridePlace, string, boolean]>([
  [NPM, '{"overrides":{}}', true],
  [OLD_PNPM, '{"pnpm":{}}', false],
  [PNPM, '"overrides":\n  a: 1\n', true],
  [PNPM, 'a:\n  overrides: 1\n', false],
  [UV, 'tool.uv.override-dependencies = []', true],
  [UV, '', false]
])('%j has its table in %j: %s', (place, text, expected) => expect(hasTable(text, place)).toBe(expected))
