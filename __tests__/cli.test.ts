/** The command line as it is shipped: the bundle as a process, with its exit code and its streams. */

import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { commandLine } from './support/command-line.ts'
import { bundle, cli, expectClean, NODE } from './support/process.ts'
import { removeTrees, tree } from './support/trees.ts'

afterAll(removeTrees)

const BAD = 'require k8s.io/client-go v11.0.0+incompatible\n'
const GOOD = 'require k8s.io/client-go v0.29.3\n'

describe('exit codes', () => {
  test.each([
    ['0: every client reloads', { 'go.mod': GOOD }, 0],
    ['1: a client cannot reload', { 'go.mod': BAD }, 1],
    ['2: incomplete', { 'go.mod': 'require k8s.io/client-go\n' }, 2]
  ])('%s', (_, files, code) => {
    const ended = cli([], { cwd: tree(files) })
    expectClean(ended)
    expect(ended).toMatchObject({ status: code, stdout: expect.stringContaining('Kubernetes client'), stderr: '' })
  })

  test('3: wrong configuration, on standard error alone', () => {
    const cwd = tree({ '.github/bound-token-check.yml': 'minimun: 1\nfail-on: sometimes\n' })
    const ended = cli(['scan'], { cwd })
    expectClean(ended)
    expect(ended).toMatchObject({ status: 3, stdout: '' })
    expect(ended.stderr).toMatch(/^bound-token-check: the configuration has 2 problems:\n.*:1:1: .*\n.*:2:10: .*\n$/)
  })

  test('3: an unknown option, in one line', () => {
    const ended = cli(['--colour'])
    expectClean(ended)
    const stderr = 'bound-token-check: --colour: unknown option. Did you mean --color?\n'
    expect(ended).toEqual({ status: 3, stdout: '', stderr })
  })
})

test('an output that cannot be written is no finding: 3, and a sentence on standard error', () => {
  const root = tree({ 'go.mod': BAD, 'output.txt': '' })
  const readOnly = openSync(join(root, 'output.txt'), 'r')
  const { status, stderr } = spawnSync(NODE, [bundle('cli'), 'scan', root], {
    stdio: ['ignore', readOnly, 'pipe'],
    encoding: 'utf8'
  })
  closeSync(readOnly)
  expect({ status, stderr }).toEqual({
    status: 3,
    stderr:
      'bound-token-check: standard output cannot be written (EBADF). Write to a file or a terminal that takes it.\n'
  })
})

describe('the bundle prints what the sources print', () => {
  const cwd = join(import.meta.dirname, '..', 'example')
  // Each command loads other parts of the bundle on demand.
  test.each([
    [['--version']],
    [['-V']],
    [['help', 'scan']],
    [['completion', 'bash']],
    [['scan', '--format', 'json']],
    [['judge', 'pkg:npm/%40kubernetes/client-node@0.10.2']],
    [['policy']],
    [['explain', 'cannot-reload']],
    [['doctor']]
  ])('%j', async args => {
    const ended = cli(args, { cwd })
    expect(ended).toEqual(await commandLine(args, { cwd }))
    expect(ended.stdout).not.toBe('')
  })
})

test('a folder without read permission is reported, and the rest is scanned', () => {
  const root = tree({ 'b/go.mod': BAD })
  mkdirSync(join(root, 'secret'))
  chmodSync(join(root, 'secret'), 0o000)
  chmodSync(root, 0o755)
  try {
    // The superuser may read everything, so the scan runs as nobody then.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
    const ended = cli([root], { ...nobody, cwd: root })
    expectClean(ended)
    expect(ended.stdout).toContain('secret')
    expect(ended.stdout).toContain('no permission to read it')
    expect(ended.stdout).toContain('b/go.mod:1:26')
    expect(ended.status).toBe(1)
  } finally {
    chmodSync(join(root, 'secret'), 0o755)
  }
})

test('a reader that stops early is no error', async () => {
  // More than a pipe holds.
  const child = spawn(NODE, [bundle('cli'), 'policy', '--format', 'json'], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.once('data', () => child.stdout.destroy())
  let stderr = ''
  child.stderr.on('data', chunk => {
    stderr += chunk
  })
  await new Promise(resolve => child.on('close', resolve))
  expect(stderr).toBe('')
})

test('the bundle holds nothing of the Actions toolkit', () => {
  expect(readFileSync(bundle('cli'), 'utf8')).not.toMatch(/undici|@actions\/core/)
})
