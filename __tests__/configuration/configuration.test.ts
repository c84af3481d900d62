/** The configuration file, through the command line: real files in real folders. */

import { mkdirSync, readFileSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { CLIENT_KEYS } from '../../src/configuration/clients.ts'
import { KEYS, PATH_KEYS } from '../../src/configuration/parse.ts'
import { WAIVER_KEYS } from '../../src/configuration/waivers.ts'
import { SEVERITY } from '../../src/model/rule.ts'
import { rules as catalogue, ruleIds } from '../../src/rules/index.ts'
import { FAIL_ON, MINIMUM_MODES } from '../../src/settings/choices.ts'
import { parseCases } from '../support/cases.ts'
import { commandLine, jsonLines } from '../support/command-line.ts'
import { expectGolden } from '../support/golden.ts'
import { type Files, removeTrees, tree } from '../support/trees.ts'

afterAll(removeTrees)

const FILE = '.github/bound-token-check.yml'
const cases = (name: string) => parseCases(readFileSync(join(import.meta.dirname, `${name}.md`), 'utf8'))
const scan = (configuration: string, files: Files, ...options: string[]) =>
  commandLine(['scan', '.', ...options], { cwd: tree({ [FILE]: configuration, ...files }) })
const exitCodeOf = async (...args: Parameters<typeof scan>) => (await scan(...args)).status
const manifest = (dependencies: Readonly<Record<string, string>>) =>
  `${JSON.stringify({ dependencies }, undefined, 2)}\n`
/** An expected message with all rules and keys, so that a new one changes no case. */
const withLists = (message: string) =>
  message
    .replace('ALL-KEYS', KEYS.join(', '))
    .replace('ALL-RULES', ruleIds().join(', '))
    .replace('WAIVABLE-RULES', ruleIds({ waivable: true }).join(', '))

/** Path, verdict, level and waiver of each finding. */
interface JsonFinding {
  readonly path: string
  readonly level: string
  readonly subject: { readonly verdict: string }
  readonly status: { readonly kind: string }
}

const findingsOf = (stdout: string) =>
  JSON.parse(stdout).findings.map(
    ({ path, level, subject, status }: JsonFinding) =>
      `${path} ${subject.verdict} ${level}${status.kind === 'waived' ? ' waived' : ''}`
  )

describe('invalid: exit code 3, every problem with its line, nothing on standard output', () => {
  test.each(cases('broken'))('$title', async ({ input, expected }) => {
    const { status, stdout, stderr } = await scan(input, {})
    const [count, ...problems] = stderr.trimEnd().split('\n')
    expect(problems).toEqual(expected.map(line => `${FILE}:${withLists(line)}`))
    expect(count).toBe(
      `bound-token-check: the configuration has ${expected.length} ${expected.length === 1 ? 'problem' : 'problems'}:`
    )
    expect([status, stdout]).toEqual([3, ''])
  })

  test('hundreds of problems are counted, and fifty shown', async () => {
    const keys = Array.from({ length: 300 }, (_, index) => `key${index}: 1`)
    const { status, stderr } = await scan(keys.join('\n'), {})
    const lines = stderr.trimEnd().split('\n')
    expect([status, lines.length, lines[0], lines.at(-1)]).toEqual([
      3,
      52,
      'bound-token-check: the configuration has 300 problems:',
      'and 250 more.'
    ])
  })

  test('path patterns that aliases repeat are counted over all waivers', async () => {
    const paths = `&p [${Array.from({ length: 300 }, (_, index) => `"a*b${index}*c"`).join(', ')}]`
    const waiver = (list: string) =>
      `- {rule: client-unknown, package: pkg:npm/kubernetes-client, reason: r, owner: o, until: 2030-01-01, paths: ${list}}`
    const { status, stderr } = await scan(['waivers:', waiver(paths), ...Array(299).fill(waiver('*p'))].join('\n'), {})
    expect(status).toBe(3)
    expect(stderr).toContain('"waivers" have more than 2000 path patterns in total. Use fewer.')
  })

  test('every command that uses the file rejects it', async () => {
    const cwd = tree({ [FILE]: 'minimun: 1\n' })
    const commands = [['scan'], ['list'], ['judge', 'pkg:npm/left-pad'], ['policy'], ['doctor']]
    for (const args of commands) expect([args, (await commandLine(args, { cwd })).status]).toEqual([args, 3])
  })
})

describe('a file that cannot be read is never ignored', () => {
  test.each<[string, (root: string) => void, string]>([
    [
      'a link out of the folder',
      root => symlinkSync('/etc/hostname', join(root, FILE)),
      'a symbolic link to a target outside'
    ],
    ['a link to nothing', root => symlinkSync('nowhere', join(root, FILE)), 'a symbolic link to nothing'],
    ['a folder', root => mkdirSync(join(root, FILE)), 'not a regular file']
  ])('%s', async (_, make, message) => {
    const root = tree({ '.github/other': '' })
    make(root)
    expect(await commandLine([root])).toEqual({
      status: 3,
      stdout: '',
      stderr: expect.stringContaining(`${FILE}: ${message}`)
    })
  })

  test('a file that is not text, or too large', async () => {
    const binary = tree({ [FILE]: Uint8Array.of(0, 1, 2, 0xff) })
    expect((await commandLine([binary])).stderr).toBe(
      `bound-token-check: ${FILE}: not a text file. Replace it with a text file.\n`
    )
    const large = tree({ [FILE]: '' })
    truncateSync(join(large, FILE), 200e6)
    expect(await commandLine([large])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('larger than 64 MiB')
    })
    expect(await scan(`# ${'x'.repeat(300_000)}\n`, {})).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('longer than 262144 characters')
    })
  })

  test('the file extension .yaml', async () => {
    const root = tree({ '.github/bound-token-check.yaml': 'fail-on: never\n' })
    expect(await commandLine([root])).toEqual({
      status: 3,
      stdout: '',
      stderr: `bound-token-check: .github/bound-token-check.yaml is not read. Rename it to ${FILE}.\n`
    })
  })

  test('--config accepts any path, and the file must exist', async () => {
    const cwd = tree({ 'a/go.mod': '', 'own.yml': 'fail-on: sometimes\n', [FILE]: 'minimun: 1\n' })
    symlinkSync(join(cwd, 'own.yml'), join(cwd, 'a', 'link.yml'))
    expect((await commandLine(['a', '--config', 'own.yml'], { cwd })).stderr).toContain(
      '\nown.yml:1:10: "fail-on" cannot be "sometimes"'
    )
    expect((await commandLine(['a', '--config', 'a/link.yml'], { cwd })).stderr).toContain('\na/link.yml:1:10: ')
    expect(await commandLine(['a', '--config', 'none.yml'], { cwd })).toEqual({
      status: 3,
      stdout: '',
      stderr: 'bound-token-check: --config none.yml: cannot be read (ENOENT). Give the path of a file that exists.\n'
    })
  })
})

describe('valid', () => {
  test.each(cases('valid'))('$title', async ({ input, expected }) => {
    const { status, stdout, stderr } = await commandLine(['doctor'], { cwd: tree({ [FILE]: input }) })
    expect(stderr).toBe('')
    const [first, , ...settings] = stdout.trimEnd().split('\n')
    expect(first).toBe(`Configuration: ${FILE}`)
    expect(settings.filter(line => !line.endsWith(' built-in'))).toEqual(expected)
    expect(status).toBe(0)
  })

  test('doctor without a file', async () => {
    const { stdout } = await commandLine(['doctor', '--fail-on', 'never'], { cwd: tree({}) })
    expect(stdout).toContain(`Configuration: none (${FILE} does not exist)\n`)
    expect(stdout).toMatch(/^minimum +documented +built-in$/m)
    expect(stdout).toMatch(/^fail-on +never +input$/m)
  })
})

describe('the schema for editors', () => {
  const folder = join(import.meta.dirname, '..', '..', 'src', 'configuration')
  const schema = JSON.parse(readFileSync(join(folder, 'config.schema.json'), 'utf8'))
  const validate = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(schema)

  test.each(cases('valid'))('accepts: $title', ({ input }) => {
    validate(parse(input))
    expect(validate.errors ?? []).toEqual([])
  })

  test('has the keys of the reader', () => {
    const { properties } = schema
    const keys = (at: { properties: object }) => Object.keys(at.properties)
    expect(keys(schema).toSorted()).toEqual([...KEYS].toSorted())
    expect(keys(properties.paths)).toEqual([...PATH_KEYS])
    expect(keys(properties.clients.items)).toEqual([...CLIENT_KEYS])
    expect(keys(properties.waivers.items)).toEqual([...WAIVER_KEYS])
    expect(keys(properties.rules)).toEqual([...ruleIds()])
  })

  test('has the words of the reader', () => {
    const { minimum, 'fail-on': failOn, rules, waivers } = schema.properties
    expect(minimum.enum).toEqual([...MINIMUM_MODES])
    expect(failOn.enum).toEqual([...FAIL_ON])
    expect(waivers.items.properties.rule.enum).toEqual(ruleIds({ waivable: true }))
    for (const { id: rule, level } of catalogue) {
      const levels: readonly (keyof typeof SEVERITY)[] = rules.properties[rule].enum ?? [rules.properties[rule].const]
      const raised = (['error', 'warning', 'notice'] as const).filter(other => SEVERITY[other] >= SEVERITY[level])
      expect({ rule, levels }).toEqual({ rule, levels: raised })
    }
  })

  test('is named in the README, as is every key', async () => {
    const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8')
    const section = readme.slice(readme.indexOf('\n## Configuration\n'), readme.indexOf('\n## Outputs\n'))
    for (const key of [...KEYS, ...PATH_KEYS, ...CLIENT_KEYS, ...WAIVER_KEYS]) {
      if (key !== 'cluster') expect(section).toContain(key)
    }
    expect(section).toContain('src/configuration/config.schema.json')
    const example = /```yaml\n(?<example>[\s\S]+?)```/.exec(section)?.groups?.['example'] ?? ''
    expect(validate(parse(example))).toBe(true)
    expect(await commandLine(['doctor'], { cwd: tree({ [FILE]: example }) })).toMatchObject({ status: 0, stderr: '' })
  })
})

describe('waivers', () => {
  const WAIVERS = `waivers:
  - rule: client-cannot-reload
    package: pkg:npm/kubernetes-client
    versions: "<=9.0.0"
    paths: ["tools/**"]
    reason: runs outside the cluster
    owner: "@acme/platform"
    until: 2099-03-01
  - rule: client-cannot-reload
    package: pkg:npm/openshift-rest-client
    reason: replaced next quarter
    owner: "@acme/web"
    until: 2024-12-31
  - rule: client-reloads-late
    package: pkg:golang/k8s.io/client-go
    reason: only lists nodes once
    owner: "@acme/batch"
    until: 2099-03-01
`
  const FILES = {
    'tools/package.json': manifest({ 'kubernetes-client': '9.0.0' }),
    'app/package.json': manifest({ 'openshift-rest-client': '9.1.1', '@kubernetes/client-node': '1.4.0' })
  }

  test('one in force, one expired, one unused: the whole report', async () => {
    for (const format of ['text', 'markdown']) {
      const { status, stdout, stderr } = await scan(WAIVERS, FILES, '--format', format)
      expect([status, stderr]).toEqual([1, ''])
      expectGolden(join(import.meta.dirname, 'goldens', `waivers.${format === 'text' ? 'txt' : 'md'}`), stdout)
    }
  })

  test('a waived finding fails nothing, and an expired waiver can fail', async () => {
    const tools = { 'tools/package.json': FILES['tools/package.json'] }
    expect(await scan(WAIVERS, tools)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^The only Kubernetes client is waived; 1 waiver has expired\./)
    })
    expect(await exitCodeOf(WAIVERS, tools, '--fail-on', 'warning')).toBe(1)
    expect(await exitCodeOf(`${WAIVERS}rules: { waiver-expired: error }\n`, tools)).toBe(1)
    expect(await exitCodeOf(`${WAIVERS}rules: { waiver-unused: error }\n`, tools)).toBe(1)
  })

  test('list shows the waiver', async () => {
    const cwd = tree({ [FILE]: WAIVERS, ...FILES })
    const { stdout } = await commandLine(['list'], { cwd })
    expect(jsonLines(stdout).map(({ name, waivedBy }) => [name, waivedBy])).toEqual([
      ['openshift-rest-client', undefined],
      ['@kubernetes/client-node', undefined],
      ['kubernetes-client', { path: FILE, line: 2 }]
    ])
  })
})

/** The text without the ends of its lines, which depend on the width of the terminal. */
function unwrapped(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

describe('clients', () => {
  const NPM = (dependencies: Readonly<Record<string, string>>) => ({ 'package.json': manifest(dependencies) })

  test('same-as: a fork is judged as its original, and the report cites the configuration', async () => {
    const configuration =
      'clients:\n  - package: pkg:golang/github.com/acme/client-go\n    same-as: pkg:golang/k8s.io/client-go\n'
    const { status, stdout } = await scan(configuration, {
      'a/go.mod': 'require github.com/acme/client-go v11.0.0+incompatible\n',
      'b/go.mod': 'require github.com/acme/client-go v0.29.3\n',
      'c/go.mod': 'require k8s.io/client-go v0.29.3\nreplace k8s.io/client-go => github.com/acme/client-go v0.29.3\n',
      'd/go.mod': 'require github.com/other/client-go v0.29.3\n'
    })
    expect(status).toBe(1)
    expect(unwrapped(stdout)).toContain(
      'github.com/acme/client-go v11.0.0+incompatible cannot reload its token. a/go.mod:1:35.'
    )
    expect(unwrapped(stdout)).toContain(
      'The configuration of this repository states that it behaves as k8s.io/client-go. The token file is read once: '
    )
    expect(unwrapped(stdout)).toContain(`stated by this repository itself: ${FILE}:2`)
    expect(stdout).toContain('2 passing')
    expect(stdout).not.toContain('d/go.mod')
  })

  test('reloads-from: a wrapper, also through another one', async () => {
    const configuration = `clients:
  - package: pkg:npm/@acme/wrapper
    same-as: pkg:npm/@acme/kube
  - package: pkg:npm/@acme/kube
    reloads-from: 3.2.0
    evidence: https://github.com/acme/kube/pull/12
`
    const { stdout } = await scan(configuration, NPM({ '@acme/kube': '3.1.9', '@acme/wrapper': '3.2.0' }))
    expect(unwrapped(stdout)).toContain(
      'The configuration of this repository states that only 3.2.0 and newer reload the token'
    )
    expect(stdout).toContain('  Use 3.2.0 or newer:\n    npm install @acme/kube@3.2.0\n')
    expect(unwrapped(stdout)).toMatch(
      /stated by this repository itself: \S+ https:\/\/github\.com\/acme\/kube\/pull\/12/
    )
    expect(stdout).toContain('1 error, 0 warnings, 0 notices, 1 passing')
  })

  test('tighten: a known client from a later version on; a worse verdict remains', async () => {
    const configuration = `clients:
  - package: pkg:pypi/kubernetes
    reloads-from: 29.0.0
    evidence: https://github.com/acme/kube/pull/12
`
    const versions = ['11.0.0', '12.0.0', '28.1.0', '29.0.0', '35.0.0', '36.0.0']
    const files = Object.fromEntries(
      versions.map(version => [`${version}/requirements.txt`, `kubernetes==${version}\n`])
    )
    expect(findingsOf((await scan(configuration, files, '--format', 'json')).stdout)).toEqual([
      '11.0.0/requirements.txt cannot-reload error',
      '12.0.0/requirements.txt cannot-reload error',
      '28.1.0/requirements.txt cannot-reload error',
      '29.0.0/requirements.txt reloads pass',
      '35.0.0/requirements.txt reloads pass',
      '36.0.0/requirements.txt sends-no-token error'
    ])
  })

  test('the verdict unknown cites the configuration as well', async () => {
    const configuration = `clients:
  - package: pkg:npm/@kubernetes/client-node
    reloads-from: 0.22.0
    evidence: https://github.com/acme/kube/pull/12
`
    const { stdout } = await scan(configuration, NPM({ '@kubernetes/client-node': '>=0.10.3' }))
    expect(unwrapped(stdout)).toContain('a lower bound of 0.22.0 or a lockfile settles it')
    expect(unwrapped(stdout)).toMatch(
      /stated by this repository itself: \S+ https:\/\/github\.com\/acme\/kube\/pull\/12/
    )
  })

  test('judge and policy use them', async () => {
    const cwd = tree({
      [FILE]: 'minimum: observed\nclients:\n  - package: pkg:npm/@acme/kube\n    same-as: pkg:npm/kubernetes-client\n'
    })
    const purls = ['pkg:npm/%40acme/kube@9.0.0', 'pkg:golang/k8s.io/client-go@v12.0.0%2Bincompatible']
    const [own, below] = jsonLines((await commandLine(['judge', ...purls], { cwd })).stdout)
    expect(own).toMatchObject({ verdict: 'cannot-reload', evidence: [{ url: `${FILE}:3`, proof: 'stated' }, {}] })
    expect(below).toMatchObject({ verdict: 'below-minimum' })
    expect((await commandLine(['judge', 'pkg:golang/k8s.io/client-go@v12.0.0%2Bincompatible'], { cwd })).status).toBe(0)
    expect((await commandLine(['policy'], { cwd })).stdout).toContain(
      'pkg:npm/@acme/kube (same as kubernetes-client, as the configuration states)\n'
    )
  })
})

describe('settings', () => {
  const BELOW = { 'go.mod': 'require k8s.io/client-go v12.0.0+incompatible\n' }

  test('the option overrides the file, the file the built-in value', async () => {
    expect(await exitCodeOf('', BELOW)).toBe(1)
    expect(await exitCodeOf('minimum: observed\n', BELOW)).toBe(0)
    expect(await exitCodeOf('minimum: observed\n', BELOW, '--minimum', 'documented')).toBe(1)
    expect(await exitCodeOf('fail-on: never\n', BELOW)).toBe(0)
    expect(await exitCodeOf('fail-on: never\n', BELOW, '--fail-on', 'error')).toBe(1)
    expect(await exitCodeOf('minimum: observed\nfail-on: notice\n', BELOW)).toBe(1)
  })

  test('rules: a raised level fails', async () => {
    const open = { 'package.json': manifest({ '@kubernetes/client-node': '>=0.10.0' }) }
    expect(await exitCodeOf('', open)).toBe(0)
    expect(await exitCodeOf('rules: { client-unknown: error }\n', open)).toBe(1)
    expect(await exitCodeOf('minimum: observed\nrules: { client-below-minimum: error }\n', BELOW)).toBe(1)
  })

  test('paths: to exclude everything is an error, not a pass', async () => {
    for (const paths of ['{ exclude: ["**"] }', '{ include: ["nowhere/**"] }'])
      expect(await scan(`paths: ${paths}\n`, BELOW)).toMatchObject({
        status: 3,
        stdout: '',
        stderr: `bound-token-check: ${FILE}:1:1: "paths" excludes all 2 files. Include more, or exclude less.\n`
      })
  })

  test('paths: excluded files are counted, in the coverage and in every report', async () => {
    const bad = manifest({ 'kubernetes-client': '9.0.0' })
    const files = { 'a/package.json': bad, 'a/old/package.json': bad, 'b/package.json': bad }
    const configuration = 'paths: { include: ["a/**"], exclude: ["a/old/**"] }\n'
    const { stdout } = await scan(configuration, files, '--format', 'json')
    expect(findingsOf(stdout)).toEqual(['a/package.json cannot-reload error'])
    expect(JSON.parse(stdout).coverage).toMatchObject({ listed: 1, leftOut: 3, claimed: 1, read: 1 })
    for (const format of ['text', 'markdown'])
      expect(unwrapped((await scan(configuration, files, '--format', format)).stdout)).toContain(
        '3 left out by the configuration'
      )
  })
})
