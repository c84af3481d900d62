/** Folders in commands: a real shell goes where the command says, and nowhere else. */

import { spawnSync } from 'node:child_process'
import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { changeTo } from '../../src/reporters/shell.ts'
import { HOSTILE } from '../support/report.ts'
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
