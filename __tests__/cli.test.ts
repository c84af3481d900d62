/** The command line as it is shipped: the bundle, as a process, on real folders. */

import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { bundle, cli, type Ended, NODE } from './support/process.ts'
import { removeTrees, repository, tree } from './support/trees.ts'

afterAll(removeTrees)

const GO = (version: string) => `require k8s.io/client-go ${version}\n`
const BAD = GO('v11.0.0+incompatible')
const GOOD = GO('v0.29.3')

/** What bad input must never bring: a stack, or a control character that was not there before. */
function clean({ stdout, stderr }: Ended): void {
  expect(stdout + stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(stdout + stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\u200b-\u200f]/)
}

describe('exit codes', () => {
  test.each([
    ['0: every client reloads', { 'go.mod': GOOD }, [], 0],
    ['0: nothing to scan', { 'README.md': '' }, [], 0],
    ['1: a client cannot reload', { 'go.mod': BAD }, [], 1],
    ['0: --fail-on never', { 'go.mod': BAD }, ['--fail-on', 'never'], 0],
    ['1: a warning with --fail-on warning', { 'go.mod': GO('v0.0.0') }, ['--fail-on', 'warning'], 1],
    ['0: a warning', { 'go.mod': GO('v0.0.0') }, [], 0],
    ['1: below the documented minimum', { 'go.mod': GO('v12.0.0+incompatible') }, [], 1],
    ['0: the same with --minimum observed', { 'go.mod': GO('v12.0.0+incompatible') }, ['--minimum', 'observed'], 0],
    ['2: incomplete', { 'go.mod': 'require k8s.io/client-go\n' }, [], 2],
    ['0: incomplete and allowed', { 'go.mod': 'require k8s.io/client-go\n' }, ['--allow-incomplete'], 0]
  ])('%s', (_, files, options, code) => {
    const ended = cli(['scan', tree(files), ...options])
    clean(ended)
    expect(ended.status).toBe(code)
  })

  test('scan is the default command, and . the default folder', () => {
    const root = tree({ 'go.mod': BAD })
    expect(cli([root]).status).toBe(1)
    expect(cli([], { cwd: root }).status).toBe(1)
  })
})

describe('wrong use is exit code 3, one line, what to do', () => {
  const file = join(tree({ 'go.mod': GOOD }), 'go.mod')
  test.each([
    [['--colour'], "Unknown option '--colour'. See bound-token-check --help."],
    [['--fail-on', 'sometimes'], '--fail-on sometimes: not one of error, warning, notice, never.'],
    [['--minimum', '12'], '--minimum 12: not one of documented, observed.'],
    [['scan', '--format', 'html'], '--format html: not one of text, markdown, json.'],
    [['scan', 'a', 'b'], 'one folder at a time'],
    [['no-such-folder'], 'no-such-folder: does not exist here'],
    [['scan', file], 'this is a file. Give the path of the folder that holds it.'],
    [['judge'], 'no package URL given'],
    [['judge', 'client-go'], 'no package URL'],
    [['policy', 'npm'], 'takes no operands'],
    [['explain', 'reloads'], 'explain reloads: not one of client-cannot-reload, '],
    [['explain', 'a', 'b'], 'one rule at a time'],
    [['scan', dirname(file), '--output', join(file, 'x')], 'cannot be written']
  ])('%j', (args, message) => {
    const ended = cli(args)
    clean(ended)
    expect(ended).toEqual({ status: 3, stdout: '', stderr: expect.stringContaining(message) })
    expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('bad input', () => {
  test('a broken lockfile is told with file and line, and the rest is scanned', () => {
    const root = tree({
      'package-lock.json': '{\n  "lockfileVersion": 3,\n  "packages": {\n    "node_modules/@kubernetes/client-node": {',
      'b/go.mod': BAD
    })
    const ended = cli([root])
    clean(ended)
    expect(ended.stdout).toContain('package-lock.json:4')
    expect(ended.stdout).toContain('b/go.mod:1:26')
    expect(ended.status).toBe(1)
  })

  test('a file of 200 MB is told, and the rest is scanned', () => {
    const root = tree({ 'package-lock.json': '', 'go.mod': GOOD })
    truncateSync(join(root, 'package-lock.json'), 200e6)
    const ended = cli([root])
    clean(ended)
    expect(ended).toMatchObject({ status: 2, stdout: expect.stringMatching(/package-lock\.json.*\n?.*64 MiB/) })
  })

  test('a dangling link is told, and the rest is scanned', () => {
    const root = tree({ 'b/go.mod': GOOD })
    symlinkSync('nowhere', join(root, 'go.mod'))
    const ended = cli([root])
    clean(ended)
    expect(ended).toMatchObject({ status: 2, stdout: expect.stringContaining('symbolic link to nothing') })
  })

  test('a folder without read permission is told, and the rest is scanned', () => {
    const root = tree({ 'b/go.mod': BAD })
    mkdirSync(join(root, 'secret'))
    chmodSync(join(root, 'secret'), 0o000)
    chmodSync(root, 0o755)
    try {
      // The superuser may read everything: the scan then runs as nobody.
      const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
      const ended = cli([root], { ...nobody, cwd: root })
      clean(ended)
      expect(ended.stdout).toContain('secret')
      expect(ended.stdout).toContain('no permission to read it')
      expect(ended.stdout).toContain('b/go.mod:1:26')
      expect(ended.status).toBe(1)
    } finally {
      chmodSync(join(root, 'secret'), 0o755)
    }
  })

  test('an empty repository says that there was nothing to scan', () => {
    const ended = cli([repository({})])
    clean(ended)
    expect(ended).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Nothing to scan: no file was found\./) })
  })

  test('names cannot write to the terminal', () => {
    const name = 'a\u001b[31m\r\n::error::b\u202ec'
    const root = repository({
      [`${name}/go.mod`]: BAD,
      [`${name}/package.json`]: '{"dependencies": {"\u001b]0;x": "npm:@kubernetes/client-node@\\u001b[2J"}}'
    })
    for (const args of [[root], ['list', root], [root, '--format', 'markdown'], [root, '--format', 'json']]) {
      const ended = cli(args)
      clean(ended)
      expect(ended.stdout).not.toMatch(/^\s*::/m)
    }
  })
})

describe('commands', () => {
  test('--help tells the exit codes first', () => {
    const { status, stdout } = cli(['--help'])
    expect(status).toBe(0)
    expect(stdout.indexOf('Exit codes')).toBeLessThan(stdout.indexOf('Commands'))
    for (const code of [0, 1, 2, 3]) expect(stdout).toMatch(new RegExp(`^ {2}${code} {2}\\S`, 'm'))
  })

  test('--version prints the version', () => {
    expect(cli(['--version']).stdout).toBe(
      `${JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')).version}\n`
    )
  })

  test('list prints every dependency and gap, one object a line, in order', () => {
    const root = tree({
      'b/go.mod': GOOD,
      'a/go.mod': BAD,
      'a/package.json': '{"dependencies": {"@kubernetes/client-node": 1'
    })
    const { status, stdout } = cli(['list', root])
    expect(status).toBe(2)
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines.map(({ path }) => path)).toEqual(
      ['a/go.mod', 'a/package.json', 'a/package.json', 'b/go.mod'].slice(-lines.length)
    )
    expect(lines[0]).toEqual({
      path: 'a/go.mod',
      line: 1,
      column: 26,
      ecosystem: 'golang',
      format: 'go.mod',
      name: 'k8s.io/client-go',
      requirement: 'v11.0.0+incompatible',
      kind: 'version',
      origin: 'manifest',
      direct: true,
      verdict: 'cannot-reload',
      because: expect.stringContaining('regression')
    })
    expect(lines.find(line => 'gap' in line)).toEqual({
      gap: expect.any(String),
      path: 'a/package.json',
      line: 1,
      detail: expect.any(String)
    })
  })

  test('judge prints one object per package URL', () => {
    const { status, stdout } = cli([
      'judge',
      'pkg:golang/k8s.io/client-go@v11.0.0+incompatible',
      'pkg:npm/%40kubernetes/client-node@1.4.0',
      'pkg:npm/left-pad@1.3.0'
    ])
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(status).toBe(1)
    expect(lines.map(({ purl, verdict }) => [purl, verdict])).toEqual([
      ['pkg:golang/k8s.io/client-go@v11.0.0+incompatible', 'cannot-reload'],
      ['pkg:npm/%40kubernetes/client-node@1.4.0', 'reloads'],
      ['pkg:npm/left-pad@1.3.0', 'unknown']
    ])
    expect(lines[0]).toMatchObject({ minimum: 'v0.15.7', fix: { version: 'v0.15.7' } })
    expect(lines[0].evidence[0]).toEqual({
      text: expect.any(String),
      url: expect.stringMatching(/^https:/),
      proof: 'executed'
    })
  })

  test('explain takes a rule or the verdict that breaks it, and lists the rules without one', () => {
    const { status, stdout } = cli(['explain', 'client-cannot-reload'])
    expect([status, stdout]).toEqual([0, cli(['explain', 'cannot-reload']).stdout])
    expect(stdout).toMatch(/^client-cannot-reload\n\nWhat it means\n/)
    expect(cli(['explain']).stdout.trimEnd().split('\n')).toHaveLength(7)
  })

  test.each(['text', 'markdown', 'json'])('policy --format %s names every official client', format => {
    const { status, stdout } = cli(['policy', '--format', format])
    expect(status).toBe(0)
    for (const name of [
      'k8s.io/client-go',
      'pypi/kubernetes',
      'io.kubernetes/client-java',
      '@kubernetes/client-node',
      'kubernetes-io',
      'hackage/kubernetes-client',
      'kubernetesclient'
    ]) {
      expect(stdout.toLowerCase()).toContain(name)
    }
  })

  test('--output writes the report and leaves the headline', () => {
    const root = tree({ 'go.mod': BAD })
    const output = join(root, 'report.json')
    const ended = cli([root, '--format', 'json', '--output', output])
    expect(ended.stdout.trimEnd().split('\n')).toHaveLength(1)
    expect(JSON.parse(readFileSync(output, 'utf8'))).toMatchObject({ schema: 1, conclusion: { verdict: 'failed' } })
  })

  test('a reader that stops early is no error', async () => {
    const root = tree(Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`m${index}/go.mod`, BAD])))
    const child = spawn(NODE, [bundle('cli'), 'list', root], { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.once('data', () => child.stdout.destroy())
    let stderr = ''
    child.stderr.on('data', chunk => {
      stderr += chunk
    })
    await new Promise(resolve => child.on('close', resolve))
    expect(stderr).toBe('')
  })
})

test('the bundle holds nothing of the Actions toolkit', () => {
  expect(readFileSync(bundle('cli'), 'utf8')).not.toMatch(/undici|@actions\/core/)
})

test('the report is the same on every run', () => {
  const root = tree({ 'a/go.mod': BAD, 'b/go.mod': GOOD })
  writeFileSync(join(root, 'requirements.txt'), 'kubernetes==36.0.0\n')
  expect(cli([root, '--format', 'json']).stdout).toBe(cli([root, '--format', 'json']).stdout)
})
