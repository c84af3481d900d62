/** A fix in sentences and commands: every alternative in a block of its own, prose outside of it, the folder in front. */

import { describe, expect, test } from '@jest/globals'
import type { Fix } from '../../src/model/verdict.ts'
import { fixParts } from '../../src/reporters/fix-parts.ts'
import { plainVoice } from '../../src/reporters/plain-voice.ts'
import { at, finding } from '../support/report.ts'

function linesOf(fix: Fix, places: readonly string[] = ['services/a/go.mod:1:1']): string[] {
  const [first = at('go.mod:1:1'), ...others] = places.map(at)
  const found = finding('cannot-reload', { dependency: { place: first }, verdict: { fix } })
  const parts = fixParts([{ ...found, related: others.map(place => ({ role: 'same', place })) }], plainVoice())
  return parts.flatMap(part => (part.kind === 'words' ? [part.text] : part.lines.map(line => `$ ${line}`)))
}

test.each<[string, Fix, string[]]>([
  ['commands', { version: '2', steps: ['a', 'b'] }, ['Use 2 or newer:', '$ a &&', '$ b']],
  [
    'a newer release',
    { version: '2', newest: '2.9', steps: ['a'] },
    ['Use 2 or newer (the newest of its major version seen to reload: 2.9):', '$ a']
  ],
  [
    'a parent and its newer release',
    { version: '2', newest: '2.9', through: { name: 'p', version: '3', newest: '3.5' }, steps: ['a'] },
    [
      'Use p 3 or newer, which brings a client that passes (the newest of its major version seen to reload: 3.5):',
      '$ a'
    ]
  ],
  ['commands in a folder', { version: '2', folder: 's/a', steps: ['a'] }, ['Use 2 or newer:', '$ cd s/a && a']],
  ['an edit', { version: '2', steps: [{ edit: 'in x', text: 'k = 2' }] }, ['Use 2 or newer. In x: k = 2.']],
  [
    'an edit and a command',
    { version: '2', steps: [{ edit: 'in x', text: 'k = 2' }, 'update'] },
    ['Use 2 or newer. In x: k = 2, then:', '$ update']
  ],
  [
    'a command and an edit',
    { version: '2', steps: ['a', { edit: 'look at it' }] },
    ['Use 2 or newer:', '$ a', 'Look at it.']
  ],
  [
    'alternatives',
    {
      version: '2',
      steps: [
        { run: 'a', when: 'if x' },
        { run: 'b', when: 'if y' }
      ]
    },
    ['Use 2 or newer. If x:', '$ a', 'If y:', '$ b']
  ],
  [
    'alternatives of several steps',
    {
      version: '2',
      folder: 'f',
      steps: [
        { edit: 'in w', text: 'o', when: 'with pnpm 10' },
        { run: 'install', when: 'with pnpm 10' },
        { run: 'set', when: 'with pnpm 9' },
        { run: 'install', when: 'with pnpm 9' }
      ]
    },
    [
      'Use 2 or newer. With pnpm 10, in w: o, then:',
      '$ cd f && install',
      'With pnpm 9:',
      '$ cd f &&',
      '$ set &&',
      '$ install'
    ]
  ],
  [
    'a note',
    { version: '2', steps: [{ run: 'a', note: 'for a group, add b' }] },
    ['Use 2 or newer:', '$ a', 'For a group, add b.']
  ],
  [
    'commands in the folders of members',
    { version: '2', folder: '', steps: ['a', { run: 'a', in: 'm/b' }, { run: 'a', in: "it's" }] },
    ['Use 2 or newer:', '$ a', 'Then:', '$ cd m/b && a', 'Then:', "$ cd 'it'\\''s' && a"]
  ],
  ['only advice', { steps: [], advice: 'Take another one.' }, ['Take another one.']],
  ['commands without a version', { steps: ['a'] }, ['Run:', '$ a']],
  ['nothing', { steps: [] }, []]
])('%s', (_, fix, lines) => {
  expect(linesOf(fix)).toEqual(lines)
})

describe('folders', () => {
  test('of the other places, where each has its own', () => {
    const places = ['services/a/go.mod:1:1', 'services/b/go.mod:1:1', 'services/a/go.mod:9:1', 'go.mod:1:1']
    expect(linesOf({ version: '2', folder: 'services/a', steps: ['a'] }, places).at(-1)).toBe(
      'Do the same in services/b and the scanned folder.'
    )
    expect(linesOf({ version: '2', folder: '', steps: ['a'] }, places).at(-1)).toBe('$ a')
  })
  test('one that cannot be shown as it is stands in a sentence', () => {
    expect(linesOf({ version: '2', folder: 'a\nb', steps: ['a'] })).toEqual([
      'Use 2 or newer:',
      '$ a',
      'The folder for that is a\\u{a}b.'
    ])
  })
})
