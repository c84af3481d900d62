/** A run of the Action: its exit code and verdict, wrong use, the configuration, and its end after a bug. */

import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { fail } from '../../src/github/run.ts'
import { ConfigError } from '../../src/model/config-error.ts'
import type { Step } from '../support/action.ts'
import { ServedRepository } from '../support/api/repository.ts'
import {
  BELOW_MINIMUM,
  check,
  closeGitHub,
  FINE,
  FORK,
  ours,
  payload,
  requirement,
  STALE,
  startGitHub,
  UNREADABLE,
  workTree
} from '../support/pull-request.ts'
import { commandsOf } from '../support/runner-log.ts'
import { type Files, tree } from '../support/trees.ts'
import { checkOut, upstream } from '../support/upstream.ts'

afterEach(() => {
  process.exitCode = undefined
  return closeGitHub()
})

const pom = (version: string) =>
  `<project>\n  <modelVersion>4.0.0</modelVersion>\n  <groupId>org.example</groupId>\n  <artifactId>shop</artifactId>\n  <version>1</version>\n  <dependencies>\n    <dependency>\n      <groupId>io.kubernetes</groupId>\n      <artifactId>client-java</artifactId>\n      <version>${version}</version>\n    </dependency>\n  </dependencies>\n</project>\n`
const packageLock = (version: string) =>
  `${JSON.stringify({ name: 'shop', lockfileVersion: 3, requires: true, packages: { '': { dependencies: { '@kubernetes/client-node': version } }, 'node_modules/@kubernetes/client-node': { version } } }, undefined, 2)}\n`
const project = (version: string) =>
  `<Project Sdk="Microsoft.NET.Sdk">\n  <ItemGroup>\n    <PackageReference Include="KubernetesClient" Version="${version}" />\n  </ItemGroup>\n</Project>\n`

describe('the verdict', () => {
  test.each<[string, Files, Record<string, string>, number, string]>([
    ['no dependency file', { 'README.md': '# k8s.io/client-go\n' }, {}, 0, 'passed'],
    ['a client that reloads', { 'go.mod': FINE }, {}, 0, 'passed'],
    ['a client that cannot reload', { 'go.mod': STALE }, {}, 1, 'failed'],
    ['one bad among good ones', { 'a/go.mod': FINE, 'b/go.mod': STALE, 'c/go.mod': FINE }, {}, 1, 'failed'],
    ['below the documented minimum', { 'go.mod': BELOW_MINIMUM }, {}, 1, 'failed'],
    ['the same with minimum: observed', { 'go.mod': BELOW_MINIMUM }, { minimum: 'observed' }, 0, 'passed'],
    [
      'the same as a notice that fails',
      { 'go.mod': BELOW_MINIMUM },
      { minimum: 'observed', 'fail-on': 'notice' },
      1,
      'failed'
    ],
    ['a warning', { 'go.mod': FORK }, {}, 0, 'passed'],
    ['a warning that fails', { 'go.mod': FORK }, { 'fail-on': 'warning' }, 1, 'failed'],
    ['an error that fails nothing', { 'go.mod': STALE }, { 'fail-on': 'never' }, 0, 'passed'],
    ['a gap', { 'go.mod': UNREADABLE }, {}, 2, 'incomplete'],
    ['a gap where nothing fails', { 'go.mod': UNREADABLE }, { 'fail-on': 'never' }, 2, 'incomplete'],
    ['a gap that is allowed', { 'go.mod': UNREADABLE }, { 'allow-incomplete': 'true' }, 0, 'passed'],
    [
      'an error beside a gap that is allowed',
      { 'a/go.mod': UNREADABLE, 'b/go.mod': STALE },
      { 'allow-incomplete': 'true' },
      1,
      'failed'
    ]
  ])('for %s', async (_, tree, inputs, exitCode, verdict) => {
    const api = await startGitHub({ permissions: { checks: 'write' } })
    const outcome = await check(api, tree, { inputs: { comment: 'never', ...inputs } })
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([exitCode, verdict])
    // Neutral and skipped satisfy a required check, so that only these are used. https://github.com/openai/openai-python/issues/3755
    const conclusions = { passed: 'success', failed: 'failure', incomplete: 'action_required' }
    expect(api.checkRuns).toMatchObject([{ conclusion: conclusions[verdict as keyof typeof conclusions] }])
    expect(outcome.commands.some(({ name, properties }) => name === 'error' && properties['file'] === undefined)).toBe(
      exitCode !== 0
    )
  })

  // The clients of the vendor documents, below and at their minimum.
  const gemfileLock = (source: string) =>
    `${source}\nPLATFORMS\n  ruby\n\nDEPENDENCIES\n  kubernetes-io!\n\nBUNDLED WITH\n   2.5.6\n`
  const languages: [string, string, string, string][] = [
    ['Go', 'go.mod', STALE, requirement('v0.15.7')],
    ['Python', 'requirements.txt', 'kubernetes==11.0.0\n', 'kubernetes==12.0.0\n'],
    ['Python that sends no token', 'requirements.txt', 'kubernetes==36.0.0\n', 'kubernetes==36.0.1\n'],
    ['Java', 'pom.xml', pom('8.0.2'), pom('9.0.0')],
    ['JavaScript', 'package-lock.json', packageLock('0.10.2'), packageLock('0.10.3')],
    [
      'Ruby',
      'Gemfile.lock',
      gemfileLock('GEM\n  remote: https://registry.example/\n  specs:\n    kubernetes-io (1.0.0.pre.alpha2)\n'),
      gemfileLock(
        'GIT\n  remote: https://github.com/kubernetes-client/ruby.git\n  revision: 33861097e2eab9954b3f07f6898e5e8199199731\n  branch: master\n  specs:\n    kubernetes-io (1.0.0.pre.alpha2)\n'
      )
    ],
    [
      'Haskell',
      'cabal.project.freeze',
      'constraints: any.kubernetes-client ==0.1.0.1\n',
      'constraints: any.kubernetes-client ==0.3.0.0\n'
    ],
    ['C#', 'shop.csproj', project('7.0.4'), project('7.0.5')]
  ]
  test.each(languages)('fails and passes for %s', async (_, path, bad, good) => {
    const api = await startGitHub()
    const inputs = { comment: 'never' }
    expect((await check(api, { [path]: bad }, { inputs })).exitCode).toBe(1)
    const outcome = await check(api, { [path]: good }, { inputs })
    expect([outcome.exitCode, outcome.outputs['clients']]).toEqual([0, '1'])
  })
})

describe('wrong use', () => {
  const missing = '/nowhere/event.json'
  test.each<[string, Partial<Step>, RegExp]>([
    [
      'a value that an input does not allow',
      { inputs: { minimum: 'loose' } },
      /Input "minimum" is "loose"\. Allowed: "documented", "observed"/
    ],
    [
      'a payload that is missing',
      { environment: { GITHUB_EVENT_PATH: missing } },
      /cannot be read: "\/nowhere\/event\.json"/
    ],
    ['a payload without a pull request', { payload: { action: 'opened' } }, /names no pull request/],
    ['no repository', { environment: { GITHUB_REPOSITORY: undefined } }, /GITHUB_REPOSITORY is not set/]
  ])('%s: one message, no stack, never green', async (_, step, message) => {
    const api = await startGitHub()
    const outcome = await check(api, { 'go.mod': FINE }, step)
    expect(outcome.exitCode).toBe(3)
    const errors = outcome.commands.filter(({ name }) => name === 'error')
    expect(errors).toHaveLength(1)
    expect(errors[0]?.message).toMatch(message)
    expect(outcome.log).not.toMatch(/^\s+at /m)
    expect(api.requests).toEqual([])
    expect(outcome.outputs).toEqual({})
  })

  test.each<[string, Partial<Step>, RegExp]>([
    [
      'a folder outside the workspace',
      { inputs: { path: '..' } },
      /Input "path" is "\.\.", which leads out of the workspace/
    ],
    [
      'a folder that does not exist',
      { inputs: { path: 'nowhere' } },
      /Input "path" is "nowhere", and there is no such folder/
    ],
    ['a file in place of a folder', { inputs: { path: 'go.mod' } }, /this is a file/],
    ['no workspace', { environment: { GITHUB_WORKSPACE: undefined } }, /GITHUB_WORKSPACE is not set/]
  ])('%s: the same, and the pull request is told', async (_, step, message) => {
    const api = await startGitHub()
    const outcome = await check(api, { 'go.mod': FINE }, step)
    expect(outcome.exitCode).toBe(3)
    const errors = outcome.commands.filter(({ name }) => name === 'error')
    expect(errors).toHaveLength(1)
    expect(errors[0]?.message).toMatch(message)
    expect(outcome.log).not.toMatch(/^\s+at /m)
    expect(api.checkRuns).toMatchObject([{ conclusion: 'action_required' }])
    expect(ours(api)).toHaveLength(1)
  })

  // https://github.com/google/osv-scanner/issues/1221: nothing found because nothing was there.
  test('a workspace without a checkout does not pass', async () => {
    const outcome = await check(await startGitHub(), tree({}))
    expect(outcome.exitCode).toBe(3)
    expect(outcome.commands.filter(({ name }) => name === 'error')).toMatchObject([
      { message: expect.stringContaining('actions/checkout') }
    ])
  })
})

// That of a pull request: events.test.ts.
describe('the configuration', () => {
  const FILE = '.github/bound-token-check.yml'
  const scheduled = { event: 'schedule', payload: {} }

  test('an input overrides the file, the file the built-in value', async () => {
    const api = await startGitHub()
    const run = async (configuration: string, inputs: Readonly<Record<string, string>>) =>
      (await check(api, { 'go.mod': BELOW_MINIMUM, [FILE]: configuration }, { ...scheduled, inputs })).exitCode
    expect([
      await run('', {}),
      await run('minimum: observed\n', {}),
      await run('minimum: observed\n', { minimum: 'documented' }),
      await run('fail-on: never\n', {}),
      await run('fail-on: never\n', { 'fail-on': 'error' })
    ]).toEqual([1, 0, 1, 0, 1])
  })

  test('is in the root of the repository, independent of the scanned folder, and has whole paths', async () => {
    const api = await startGitHub()
    const workspace = workTree({
      'services/api/go.mod': STALE,
      'services/old/go.mod': STALE,
      [FILE]: 'paths: { exclude: ["services/old/**"] }\n'
    })
    const outcome = await check(api, workspace, { ...scheduled, inputs: { path: 'services' } })
    expect(outcome.log).toContain(`Configuration: ${FILE}`)
    expect(outcome.outputs).toMatchObject({ errors: '1' })
    expect(outcome.summary).toContain('1 left out by the configuration')
  })

  test('problems: red, one message with all of them, each also at its line', async () => {
    const api = await startGitHub()
    const files = { 'go.mod': FINE, [FILE]: 'minimun: observed\nfail-on: "::error::x"\n' }
    const outcome = await check(api, files, scheduled)
    expect(outcome.exitCode).toBe(3)
    const errors = outcome.commands.filter(({ name }) => name === 'error')
    expect(errors.map(({ properties }) => [properties['file'], properties['line'], properties['col']])).toEqual([
      [undefined, undefined, undefined],
      [FILE, '1', '1'],
      [FILE, '2', '11']
    ])
    expect(errors[0]?.message.split('\n')).toHaveLength(3)
    expect(outcome.summary).toContain(`${FILE}:2`)
    expect(api.comments).toEqual([])
  })

  test.each([
    ['2099-01-01', 0, ['The only Kubernetes client is waived', 'trust me']],
    ['2024-01-01', 1, ['1 waiver has expired']]
  ])('with a waiver until %s: the comment shows it', async (until, exitCode, said) => {
    const waiver = `waivers:\n  - rule: client-cannot-reload\n    package: pkg:golang/k8s.io/client-go\n    reason: trust me @octocat\n    owner: "@acme/web"\n    until: ${until}\n`
    const served = upstream({ fork: { 'go.mod': STALE, [FILE]: waiver }, head: { 'README.md': '# Shop\n' } })
    const api = await startGitHub({
      pullRequest: { number: 7, headSha: served.head },
      repository: new ServedRepository(served.root)
    })
    const outcome = await check(api, checkOut(served, served.merge), { payload: payload({ headSha: served.head }) })
    expect(outcome.exitCode).toBe(exitCode)
    expect(ours(api)).toHaveLength(1)
    for (const text of said) expect(ours(api)[0]?.body).toContain(text)
  })
})

describe('a run that throws', () => {
  function endOf(error: unknown): { log: string; exitCode: unknown } {
    let log = ''
    jest.spyOn(process.stdout, 'write').mockImplementation(chunk => {
      log += String(chunk)
      return true
    })
    fail(error)
    jest.restoreAllMocks()
    return { log, exitCode: process.exitCode }
  }

  test('for wrong use: red, the message alone', () => {
    const { log, exitCode } = endOf(new ConfigError('Input "x" is bad.'))
    expect([exitCode, log]).toEqual([3, '::error::Input "x" is bad.\n'])
  })

  test.each([new Error('a\n::set-output name=verdict::passed'), '##[error]x', undefined])(
    'for a bug: red, with a stack that gives no command: %p',
    error => {
      const { log, exitCode } = endOf(error)
      expect(exitCode).toBe(3)
      expect(commandsOf(log)).toMatchObject([{ name: 'error', message: expect.stringContaining('please report it') }])
    }
  )
})
