/** Folders in commands: a real shell goes where the command says, and nowhere else. */

import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { blockOf, changeTo } from '../../src/reporters/shell.ts'
import { wholeNumbers } from '../support/numbers.ts'
import { HOSTILE } from '../support/report.ts'
import { brokenNames, hostileName } from '../support/shell-words.ts'
import { tree } from '../support/trees.ts'

test.each([
  ['services/a', 'cd services/a'],
  ['@acme/kube_1.0', 'cd @acme/kube_1.0'],
  ['a b', "cd 'a b'"],
  ["it's", "cd 'it'\\''s'"],
  ['-x', "cd './-x'"],
  ['$(touch x)', "cd '$(touch x)'"],
  ['~', "cd '~'"]
])('%s', (folder, command) => {
  expect(changeTo(folder)).toBe(command)
})

test.each(['', '.', 'a\nb', 'a\u202eb', 'x'.repeat(301)])('no command for %j', folder => {
  expect(changeTo(folder)).toBeUndefined()
})

test.each(HOSTILE.filter(name => changeTo(name) !== undefined && Buffer.byteLength(name) < 200))(
  'sh goes to a folder called %j',
  name => {
    const root = realpathSync(tree({}))
    const folder = join(root, name)
    mkdirSync(folder, { recursive: true })
    const run = spawnSync('sh', ['-c', `${changeTo(name)} && pwd -P`], { cwd: root, encoding: 'utf8' })
    expect(run).toMatchObject({ status: 0, stdout: `${realpathSync(folder)}\n` })
  }
)

test.each<[string, readonly string[], readonly string[]]>([
  ['', ['a'], ['a']],
  ['', ['a', 'b'], ['a &&', 'b']],
  ['f', ['a'], ['cd f && a']],
  ['f', ['a', 'b'], ['cd f &&', 'a &&', 'b']],
  ['a\nb', ['a', 'b'], ['a &&', 'b']]
])('a block in %j', (folder, commands, lines) => {
  expect(blockOf(folder, commands)).toEqual(lines)
})

test('a command that fails ends its block', () => {
  const root = tree({})
  const script = blockOf('none', ['touch a', 'touch b']).join('\n')
  expect(spawnSync('sh', ['-c', script], { cwd: root }).status).not.toBe(0)
  expect(readdirSync(root)).toEqual([])
})

// `scripts/quoting.mjs` tries a hundred thousand.
test.each([1, 2, 3])('no generated name leaves its quotes, seed %i', seed => {
  const next = wholeNumbers(seed)
  expect(brokenNames(Array.from({ length: 300 }, () => hostileName(next)))).toEqual([])
})

test('the check of quotes finds a name that leaves them', () => {
  // Without quotes the shell would take two words.
  expect(brokenNames(['a b', 'c'])).toEqual([])
  const script = 'cd() { printf "%s\\0" "$#"; }\ncd a b'
  expect(spawnSync('sh', ['-c', script], { encoding: 'utf8' }).stdout).toBe('2\0')
})
