/** The command line on real folders: exit codes, messages and output of every command. */

import { readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from '@jest/globals'
import { main } from '../src/commands.ts'
import { rules } from '../src/rules/index.ts'
import { commandLine, jsonLines } from './support/command-line.ts'
import { expectClean } from './support/process.ts'
import { commit, type Files, git, removeTrees, repository, tree, write } from './support/trees.ts'

afterAll(removeTrees)

const GO = (version: string) => `require k8s.io/client-go ${version}\n`
const BAD = GO('v11.0.0+incompatible')
const GOOD = GO('v0.29.3')

describe('--base', () => {
  const options = ['--scope', 'introduced', '--format', 'json']

  /** A repository whose branch `topic` leaves `main` after the first commit; `main` moves on. */
  function branched(onMain: Files, onTopic: Files): { root: string; base: string } {
    const root = repository({ 'old/go.mod': BAD, 'README.md': '' })
    const base = git(root, 'rev-parse', 'HEAD').trim()
    write(root, onMain)
    commit(root)
    git(root, 'checkout', '--quiet', '-b', 'topic', base)
    write(root, onTopic)
    commit(root)
    return { root, base }
  }

  test('compares with the merge base of a branch', async () => {
    const { root, base } = branched({ 'main/go.mod': BAD }, { 'README.md': 'changed' })
    const { status, stdout } = await commandLine([root, '--base', 'main', ...options])
    expect(status).toBe(0)
    expect(JSON.parse(stdout).comparison).toMatchObject({ base: { id: base, kind: 'named' } })
  })

  test('fails for what was introduced since, also in a folder of the repository', async () => {
    const { root, base } = branched({}, { 'new/go.mod': BAD })
    expect((await commandLine([root, '--base', 'main', ...options])).status).toBe(1)
    expect((await commandLine([join(root, 'new'), '--base', 'main', ...options])).status).toBe(1)
    expect((await commandLine([join(root, 'old'), '--base', base, ...options])).status).toBe(0)
  })

  test('compares with the commit itself where nothing is in common', async () => {
    const root = repository({ 'go.mod': BAD })
    const other = git(root, 'rev-parse', 'HEAD').trim()
    git(root, 'checkout', '--quiet', '--orphan', 'new')
    commit(root)
    const { status, stdout } = await commandLine([root, '--base', 'main', ...options])
    expect([status, JSON.parse(stdout).comparison.base.id]).toEqual([0, other])
  })

  test.each<[string, () => string, string, string]>([
    ['a name that is none', () => repository({}), 'none', 'has no such commit'],
    ['an option in its place', () => repository({}), '--all', 'has no such commit'],
    ['a folder without a repository', () => tree({}), 'main', 'in no git repository'],
    ['a clone without its folders', () => treeless(), 'HEAD~1', 'does not have the folders']
  ])('%s is wrong use', async (_, root, ref, message) => {
    const ended = await commandLine([root(), `--base=${ref}`])
    expectClean(ended)
    expect(ended.status).toBe(3)
    expect(ended.stderr).toContain(message)
  })

  /** A clone that has the commit before HEAD, but not its folders. */
  function treeless(): string {
    const root = repository({ 'go.mod': BAD })
    write(root, { 'go.mod': GOOD })
    commit(root)
    git(root, 'config', 'uploadpack.allowFilter', 'true')
    const clone = tree({})
    git(clone, 'clone', '--quiet', '--filter=tree:0', pathToFileURL(root).href, '.')
    return clone
  }
})

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
  ])('%s', async (_, files, options, code) => {
    const ended = await commandLine(['scan', tree(files), ...options])
    expectClean(ended)
    expect(ended.status).toBe(code)
  })

  test('scan is the default command, and . the default folder', async () => {
    const root = tree({ 'go.mod': BAD })
    expect((await commandLine([root])).status).toBe(1)
    expect((await commandLine([], { cwd: root })).status).toBe(1)
  })
})

describe('wrong use: exit code 3, one line with the remedy', () => {
  const file = join(tree({ 'go.mod': GOOD }), 'go.mod')
  test.each([
    [['--fail-on', 'sometimes'], '--fail-on sometimes: unknown value. Allowed values: error, warning, notice, never.'],
    [['--minimum', '12'], '--minimum 12: unknown value. Allowed values: documented, observed.'],
    [['list', '--format', 'sarif'], '--format sarif: unknown value. Allowed values: json, text.'],
    [['judge', 'pkg:npm/a@1', '--format', 'markdown'], '--format markdown: unknown value. Allowed values: json, text.'],
    [['explain', '--format', 'markdown'], '--format markdown: unknown value. Allowed values: text, json.'],
    [['doctor', '--format', 'markdown'], '--format markdown: unknown value. Allowed values: text, json.'],
    [['scan', 'a', 'b'], 'takes one folder, but got 2: a b'],
    [['scan', 'no-such-folder'], 'no-such-folder: does not exist, or is a broken symbolic link'],
    [['./no-such-folder'], './no-such-folder: does not exist, or is a broken symbolic link'],
    [['scan', file], 'this is a file, not a folder. Give the path of its folder.'],
    [['judge'], 'no package URL was given'],
    [['judge', 'client-go'], 'not a package URL'],
    [['policy', 'kopf', 'kube'], 'takes one client, but got kopf kube'],
    [['policy', 'kopff'], 'no client is called kopff. Did you mean kopf?'],
    [['policy', 'left-pad'], 'no client is called left-pad. `policy` prints every client.'],
    [['explain', 'reloads'], 'explain reloads: unknown value. Allowed values: client-cannot-reload, '],
    [['explain', 'a', 'b'], 'takes one rule, but got a b'],
    [['scan', dirname(file), '--output', join(file, 'x')], 'cannot be written']
  ])('%j', async (args, message) => {
    const ended = await commandLine(args)
    expectClean(ended)
    expect(ended).toEqual({ status: 3, stdout: '', stderr: expect.stringContaining(message) })
    expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('a folder in a repository: as for the Action', () => {
  const root = repository({
    'services/api/go.mod': BAD,
    '.github/bound-token-check.yml': 'fail-on: never\n',
    'other/go.mod': BAD
  })

  test('paths begin at the root of the repository', async () => {
    const found = async (folder: string, cwd: string) => {
      const { stdout } = await commandLine(['list', folder], { cwd })
      return jsonLines(stdout).map(({ path }) => path)
    }
    expect(await found('services', root)).toEqual(['services/api/go.mod'])
    expect(await found('.', join(root, 'services/api'))).toEqual(['services/api/go.mod'])
    expect(await found('.', root)).toEqual(['other/go.mod', 'services/api/go.mod'])
  })

  test('the configuration is that of the repository', async () => {
    expect((await commandLine(['services'], { cwd: root })).status).toBe(0)
    const { stdout } = await commandLine(['doctor', 'services'], { cwd: root })
    expect(stdout).toMatch(/^fail-on +never +\.github\/bound-token-check\.yml:1:1$/m)
  })

  test('a comparison has the same paths in both states', async () => {
    const { stdout } = await commandLine(['services', '--base', 'HEAD', '--format', 'json'], { cwd: root })
    expect(JSON.parse(stdout)).toMatchObject({
      findings: [{ change: { kind: 'existing', before: { path: 'services/api/go.mod' } } }]
    })
  })

  test('a repository around it that does not track it is another one', async () => {
    write(root, { 'untracked/go.mod': BAD })
    const { status, stdout } = await commandLine(['list', 'untracked'], { cwd: root })
    expect([status, jsonLines(stdout)[0].path]).toEqual([0, 'go.mod'])
    expect((await commandLine(['untracked'], { cwd: root })).status).toBe(1)
  })
})

describe('bad input', () => {
  test('a broken lockfile is reported with file and line, and the rest is scanned', async () => {
    const root = tree({
      'package-lock.json': '{\n  "lockfileVersion": 3,\n  "packages": {\n    "node_modules/@kubernetes/client-node": {',
      'b/go.mod': BAD
    })
    const ended = await commandLine([root])
    expectClean(ended)
    expect(ended.stdout).toContain('package-lock.json:4')
    expect(ended.stdout).toContain('b/go.mod:1:26')
    expect(ended.status).toBe(1)
  })

  test('a file of 200 MB is reported, and the rest is scanned', async () => {
    const root = tree({ 'package-lock.json': '', 'go.mod': GOOD })
    truncateSync(join(root, 'package-lock.json'), 200e6)
    const ended = await commandLine([root])
    expectClean(ended)
    expect(ended).toMatchObject({ status: 2, stdout: expect.stringMatching(/package-lock\.json.*\n?.*64 MiB/) })
  })

  test('a link to nothing is reported, fails nothing, and the rest is scanned', async () => {
    const root = tree({ 'b/go.mod': GOOD })
    symlinkSync('nowhere', join(root, 'go.mod'))
    const ended = await commandLine([root])
    expectClean(ended)
    expect(ended).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('absent file, a symbolic link to nothing')
    })
  })

  test.each([
    ['repository', () => repository({})],
    ['folder', () => tree({})]
  ])('an empty %s is wrong use, as for the Action: to call it clean would be a false pass', async (_, root) => {
    const ended = await commandLine([root()])
    expectClean(ended)
    expect(ended).toMatchObject({ status: 3, stdout: '', stderr: expect.stringContaining('holds no files') })
  })

  test('names cannot write to the terminal', async () => {
    const name = 'a\u001b[31m\r\n::error::b\u202ec'
    const root = repository({
      [`${name}/go.mod`]: BAD,
      [`${name}/package.json`]: '{"dependencies": {"\u001b]0;x": "npm:@kubernetes/client-node@\\u001b[2J"}}'
    })
    for (const args of [[root], ['list', root], [root, '--format', 'markdown'], [root, '--format', 'json']]) {
      const ended = await commandLine(args)
      expectClean(ended)
      expect(ended.stdout).not.toMatch(/^\s*::/m)
    }
  })
})

describe('commands', () => {
  test('--help begins with the exit codes', async () => {
    const { status, stdout } = await commandLine(['--help'])
    expect(status).toBe(0)
    expect(stdout.indexOf('Exit codes')).toBeLessThan(stdout.indexOf('Commands'))
    for (const code of [0, 1, 2, 3]) expect(stdout).toMatch(new RegExp(`^ {2}${code} {2}\\S`, 'm'))
  })

  test('--version prints the version', async () => {
    expect((await commandLine(['--version'])).stdout).toBe(
      `${JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')).version}\n`
    )
  })

  test('list prints every dependency and gap, one object a line, in order', async () => {
    const root = tree({
      'b/go.mod': GOOD,
      'a/go.mod': BAD,
      'a/package.json': '{"dependencies": {"@kubernetes/client-node": 1'
    })
    const { status, stdout } = await commandLine(['list', root])
    expect(status).toBe(2)
    const lines = jsonLines(stdout)
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
      scope: 'runtime',
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

  test('judge prints one object per package URL', async () => {
    const { status, stdout } = await commandLine([
      'judge',
      'pkg:golang/k8s.io/client-go@v11.0.0+incompatible',
      'pkg:npm/%40kubernetes/client-node@1.4.0'
    ])
    const lines = jsonLines(stdout)
    expect(status).toBe(1)
    expect(lines.map(({ purl, verdict }) => [purl, verdict])).toEqual([
      ['pkg:golang/k8s.io/client-go@v11.0.0+incompatible', 'cannot-reload'],
      ['pkg:npm/%40kubernetes/client-node@1.4.0', 'reloads']
    ])
    expect(lines[0]).toMatchObject({ minimum: 'v0.15.7', fix: { version: 'v0.15.7' } })
    expect(lines[0].evidence[0]).toEqual({
      text: expect.any(String),
      url: expect.stringMatching(/^https:/),
      proof: 'executed'
    })
  })

  describe('judge tells a package that is no known client from a client that cannot be judged', () => {
    test.each<[string, readonly string[], number, string]>([
      ['a client that reloads', ['pkg:pypi/kubernetes@31.0.0'], 0, ''],
      ['a client without a version', ['pkg:pypi/kubernetes'], 0, ''],
      ['the same where a warning fails', ['pkg:pypi/kubernetes', '--fail-on', 'warning'], 1, ''],
      [
        'a misspelt client',
        ['pkg:pypi/kubernets@1'],
        3,
        'no client is called pkg:pypi/kubernets. Did you mean pkg:pypi/kubernetes?'
      ],
      [
        'another package',
        ['pkg:npm/left-pad@1.3.0'],
        3,
        'no client is called pkg:npm/left-pad. `policy` prints every client.'
      ],
      [
        'two others',
        ['pkg:npm/a@1', 'pkg:npm/b@1'],
        3,
        '2 of the packages are no known clients, the first is pkg:npm/a@1.'
      ]
    ])('%s', async (_, args, status, message) => {
      const ended = await commandLine(['judge', ...args])
      expect([ended.status, ended.stderr]).toEqual([
        status,
        message === '' ? '' : `bound-token-check: judge: ${message}\n`
      ])
      for (const { purl } of jsonLines(ended.stdout)) expect(args).toContain(purl)
    })
  })

  test('judge reads package URLs from standard input, one on each line', async () => {
    const purls = ['pkg:pypi/kubernetes@31.0.0', 'pkg:golang/k8s.io/client-go@v11.0.0+incompatible']
    const named = await commandLine(['judge', ...purls])
    expect(named.status).toBe(1)
    expect(await commandLine(['judge', '-'], { input: `\n${purls.join('\r\n\n')}\n` })).toEqual(named)
    expect(await commandLine(['judge', purls[0] ?? '', '-'], { input: purls[1] ?? '' })).toEqual(named)
    expect(await commandLine(['judge', '-'], { input: '\n' })).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('no package URL was given')
    })
  })

  test('explain takes a rule, a verdict that breaks it or a statement, and lists all statements without one', async () => {
    const { status, stdout } = await commandLine(['explain', 'client-cannot-reload'])
    expect([status, stdout]).toEqual([0, (await commandLine(['explain', 'cannot-reload'])).stdout])
    expect(stdout).toMatch(/^client-cannot-reload\n\nWhat it means\n/)
    const all = (await commandLine(['explain'])).stdout
    for (const { id, meaning } of rules) expect(all).toMatch(new RegExp(`^  ${id} +${meaning.slice(0, 10)}`, 'm'))
    const { stdout: one } = await commandLine(['explain', 'addon-minimum'])
    expect(one).toMatch(/^addon-minimum\n {2}The add-on /)
    expect(one.match(/^ {2}[a-z]+(?:-[a-z]+)+(?= )/gm)).toEqual(['  cce-addon-prometheus', '  cce-addon-npd'])
  })

  test('explain and doctor print JSON for programs', async () => {
    const explained = await commandLine(['explain', 'cannot-reload', '--format', 'json'])
    expect(JSON.parse(explained.stdout).rules).toMatchObject([
      { id: 'client-cannot-reload', level: 'error', waivable: true }
    ])
    const all = await commandLine(['explain', '--format', 'json'])
    const { rules: listed, statements } = JSON.parse(all.stdout)
    expect(listed.map(({ id }: { id: string }) => id).sort()).toEqual(rules.map(({ id }) => id).sort())
    expect(statements).toContainEqual({
      id: 'bound-by-default',
      text: expect.any(String),
      documents: [expect.anything(), expect.anything()],
      rules: ['bound-token-feature-disabled']
    })
    const effective = await commandLine(['doctor', tree({}), '--format', 'json', '--fail-on', 'notice'])
    expect(JSON.parse(effective.stdout).settings).toContainEqual({ name: 'fail-on', value: 'notice', source: 'input' })
  })

  test.each([
    ['list', ['list', tree({ 'go.mod': GOOD })]],
    ['judge', ['judge', 'pkg:golang/k8s.io/client-go@v0.29.3', 'pkg:pypi/kubernetes@31.0.0']],
    ['explain', ['explain', 'unknown']],
    ['doctor', ['doctor', tree({})]]
  ])('%s writes its output to a file', async (_, args) => {
    const output = join(tree({}), 'out')
    const printed = await commandLine(args)
    const written = await commandLine([...args, '--output', output])
    expect([written.status, written.stdout]).toEqual([printed.status, ''])
    expect(readFileSync(output, 'utf8')).toBe(printed.stdout)
  })

  test.each([
    ['kopf', 'pkg:pypi/kopf'],
    ['pkg:npm/@kubernetes/client-node@0.10.0', 'pkg:npm/@kubernetes/client-node'],
    ['io.kubernetes:client-java', 'pkg:maven/io.kubernetes/client-java'],
    ['KubernetesClient', 'pkg:nuget/KubernetesClient'],
    ['cluster-autoscaler', 'pkg:docker/autoscaling/cluster-autoscaler']
  ])('policy %s prints this client alone', async (name, purl) => {
    const { status, stdout } = await commandLine(['policy', name, '--format', 'json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout).clients.map((row: { package: string }) => row.package)).toEqual([purl])
  })

  test.each(['text', 'markdown', 'json'])('policy --format %s names every official client', async format => {
    const { status, stdout } = await commandLine(['policy', '--format', format])
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

  test('list and judge print text for a person', async () => {
    const root = tree({ 'a/go.mod': BAD, 'b/go.mod': 'require k8s.io/client-go\n' })
    const { stdout } = await commandLine(['list', root, '--format', 'text'])
    expect(stdout).toMatch(
      /^a\/go\.mod:1: k8s\.io\/client-go v11\.0\.0\+incompatible cannot reload its token\nb\/go\.mod:1: /
    )
    const judged = await commandLine(['judge', 'pkg:npm/%40kubernetes/client-node@0.10.2', '--format', 'text'])
    expect(judged.stdout).toMatch(/^pkg:npm\/%40kubernetes\/client-node@0\.10\.2 \S/)
    expect(judged.stdout).toContain('\n    npm install\n')
  })

  test('--output writes the report and leaves the headline', async () => {
    const root = tree({ 'go.mod': BAD })
    const output = join(root, 'report.json')
    const ended = await commandLine([root, '--format', 'json', '--output', output])
    expect(ended.stdout.trimEnd().split('\n')).toHaveLength(1)
    expect(JSON.parse(readFileSync(output, 'utf8'))).toMatchObject({ schema: 2, conclusion: { verdict: 'failed' } })
  })
})

test('a bug is exit code 3, with its stack and the request to report it', async () => {
  let errors = ''
  const terminal = {
    out: () => {
      throw new Error('no room left')
    },
    error: (text: string) => {
      errors += text
    },
    colour: false,
    watched: false,
    now: () => 0,
    today: () => '2025-06-15',
    input: () => Readable.from([])
  }
  expect(await main(['--help'], '1.0.0', terminal)).toBe(3)
  expect(errors).toMatch(
    /^bound-token-check failed because of a bug of its own; please report it:\nError: no room left\n\s+at /
  )
})

test('the report is the same on every run', async () => {
  const root = tree({ 'a/go.mod': BAD, 'b/go.mod': GOOD })
  writeFileSync(join(root, 'requirements.txt'), 'kubernetes==36.0.0\n')
  const args = [root, '--format', 'json']
  expect(await commandLine(args)).toEqual(await commandLine(args))
})
