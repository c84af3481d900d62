/** Configurations that extend another one: the Action and the command line, against stand-ins for GitHub. */

import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { Outcome, Step } from '../support/action.ts'
import { commitOf, FleetStandIn, type ServedFleetRepository } from '../support/api/fleet.ts'
import { ServedRepository } from '../support/api/repository.ts'
import type { StandIn, StandInOptions } from '../support/api/server.ts'
import { commandLine } from '../support/command-line.ts'
import { FORK as FORK_REPOSITORY, pullRequest, push } from '../support/payloads.ts'
import { check, closeGitHub, FINE, FORK, ours, STALE, startGitHub } from '../support/pull-request.ts'
import { type Files, git, repository, tree } from '../support/trees.ts'
import { checkOut, type Upstream, upstream } from '../support/upstream.ts'

const FILE = '.github/bound-token-check.yml'
const MISSING = 'd'.repeat(40)
/** A configuration with a waiver that fails the job since its last day. */
const EXPIRED = `rules: { waiver-expired: error }
waivers:
  - { rule: client-cannot-reload, package: "pkg:golang/k8s.io/client-go", reason: r, owner: o, until: 2020-01-01 }
`

let fleet: FleetStandIn | undefined
afterEach(async () => {
  await fleet?.close()
  expect(fleet?.violations ?? []).toEqual([])
  fleet = undefined
  await closeGitHub()
})

/** The repository `acme/policy` with one commit. */
function policy(files: Files): { readonly served: ServedRepository; readonly commit: string } {
  const root = repository(files)
  return { served: new ServedRepository(root), commit: git(root, 'rev-parse', 'HEAD').trim() }
}

/** Checks the pull request of a repository beside `acme/policy`. */
async function run(
  of: Upstream,
  elsewhere: ServedRepository | undefined,
  {
    from = {},
    api: options = {},
    ...step
  }: Partial<Step> & {
    readonly from?: Partial<Parameters<typeof pullRequest>[0]>
    readonly api?: Partial<StandInOptions>
  } = {}
): Promise<{ readonly api: StandIn; readonly outcome: Outcome }> {
  const api = await startGitHub({
    pullRequest: { number: 7, headSha: of.head },
    repository: new ServedRepository(of.root),
    ...(elsewhere ? { others: { 'acme/policy': elsewhere } } : {}),
    ...options
  })
  const payload = pullRequest({ head: of.head, base: of.fork, ...from })
  return { api, outcome: await check(api, checkOut(of, of.merge), { payload, ...step }) }
}

const changeIn = ({ outputs }: Outcome) =>
  JSON.parse(readFileSync(outputs['report-json'] ?? '', 'utf8')).configurationChange
const readIn = (api: StandIn) => api.requests.filter(({ path }) => path.startsWith('/repos/acme/policy/'))

describe('the Action', () => {
  test('judges by both: what is extended, at its commit, makes a warning fail', async () => {
    const { served, commit } = policy({ [FILE]: 'fail-on: warning\n' })
    const files = { 'go.mod': FORK, [FILE]: `extends: acme/policy@${commit}\n` }
    const of = upstream({ fork: files, head: { 'README.md': '' } })
    const { api, outcome } = await run(of, served)
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([1, 'failed'])
    expect(changeIn(outcome)).toBeUndefined()
    expect(readIn(api).map(({ path }) => path)).toEqual([`/repos/acme/policy/git/trees/${commit}`])
  })

  test('under pull_request_target too, where nothing is checked out', async () => {
    const { served, commit } = policy({ 'strict/base.yml': 'fail-on: warning\n' })
    const files = { 'go.mod': FORK, [FILE]: `extends: acme/policy/strict/base.yml@${commit}\n` }
    const of = upstream({ fork: files, head: { 'README.md': '' } })
    const { outcome } = await run(of, served, { event: 'pull_request_target' })
    expect(outcome.exitCode).toBe(1)
  })

  test('shows a pull request that removes it, which that of the base still judges', async () => {
    const { served, commit } = policy({ [FILE]: 'fail-on: warning\n' })
    const files = { 'go.mod': FORK, [FILE]: `extends: acme/policy@${commit}\n` }
    const of = upstream({ fork: files, head: { [FILE]: 'minimum: documented\n' } })
    const { outcome } = await run(of, served)
    expect(outcome.exitCode).toBe(1)
    expect(changeIn(outcome).edits.map(({ text }: { readonly text: string }) => text)).toEqual([
      `no longer extends acme/policy@${commit}`,
      'changes fail-on from warning to error'
    ])
    expect(outcome.summary).toContain('no longer extends')
    // What stands in another repository has no address in this one.
    expect(outcome.summary).not.toMatch(/blob\/\w+\/acme\/policy/)
  })

  test('shows a pull request that changes a file of its own repository which its configuration extends', async () => {
    const own = { 'ci/base.yml': 'fail-on: warning\n', [FILE]: 'extends: ./ci/base.yml\n' }
    const of = upstream({ fork: { 'go.mod': FORK, ...own }, head: { 'ci/base.yml': 'fail-on: never\n' } })
    const { outcome } = await run(of, undefined)
    expect(outcome.exitCode).toBe(1)
    expect(changeIn(outcome).edits.map(({ text }: { readonly text: string }) => text)).toEqual([
      'changes fail-on from warning to never'
    ])
  })

  test('annotates the line that extends it where a waiver of it has expired', async () => {
    const { served, commit } = policy({ [FILE]: EXPIRED })
    const files = { 'go.mod': STALE, [FILE]: `# ours\nextends: acme/policy@${commit}\n` }
    const { api, outcome } = await run(upstream({ fork: files, head: { 'README.md': '' } }), served)
    expect(outcome.exitCode).toBe(1)
    expect(api.checkRuns[0]?.annotations).toContainEqual(
      expect.objectContaining({
        path: FILE,
        start_line: 2,
        annotation_level: 'failure',
        message: expect.stringContaining(`It is written in acme/policy/${FILE}@${commit.slice(0, 7)}:3`)
      })
    )
  })

  test('fails a pull request that would loosen it, at the line', async () => {
    const { served, commit } = policy({ [FILE]: 'fail-on: warning\n' })
    const extending = `extends: acme/policy@${commit}\n`
    const of = upstream({
      fork: { 'go.mod': FINE, [FILE]: extending },
      head: { [FILE]: `${extending}fail-on: never\n` }
    })
    const { outcome } = await run(of, served)
    expect(outcome.exitCode).toBe(3)
    expect(outcome.commands).toContainEqual(
      expect.objectContaining({
        name: 'error',
        properties: expect.objectContaining({ file: FILE, line: '2', col: '1' }),
        message: expect.stringContaining('"never" would be less strict')
      })
    )
  })

  test('tells what is wrong in the other file with its place there, which is no line of this repository', async () => {
    const { served, commit } = policy({ [FILE]: 'fail-onn: warning\n' })
    const of = upstream({
      fork: { 'go.mod': FINE, [FILE]: `extends: acme/policy@${commit}\n` },
      head: { 'README.md': '' }
    })
    const { api, outcome } = await run(of, served)
    expect(outcome.exitCode).toBe(3)
    const place = `acme/policy/${FILE}@${commit.slice(0, 7)}:1`
    expect(outcome.log).toContain(`${place}:1: unknown key "fail-onn"`)
    expect(outcome.commands.filter(({ name, properties }) => name === 'error' && properties['file'])).toEqual([])
    expect(ours(api)[0]?.body).toContain(`\`${place}\`: unknown key`)
    expect(ours(api)[0]?.body).not.toContain(`](https://github.com/acme/shop/blob/`)
  })

  test.each<[string, Partial<StandInOptions>, string, Readonly<Record<string, string>>]>([
    ['that the token does not see', { others: {} }, 'give another one in the input "token"', {}],
    ['whose commit is not there', {}, 'it is gone, or the token may not see it', {}],
    ['without a token', {}, 'the input "token" is empty', { token: '' }]
  ])('is incomplete over a repository %s, whatever is allowed', async (_, api, because, inputs) => {
    const { served } = policy({ [FILE]: 'fail-on: warning\n' })
    const of = upstream({
      fork: { 'go.mod': FINE, [FILE]: `extends: acme/policy@${MISSING}\n` },
      head: { 'README.md': '' }
    })
    const payload = push({ before: of.fork, after: of.merge })
    const step = { event: 'push', payload, environment: { GITHUB_SHA: of.merge } }
    const { outcome } = await run(of, served, { ...step, api, inputs: { 'allow-incomplete': 'true', ...inputs } })
    expect(outcome.exitCode).toBe(2)
    expect(['passed', 'failed']).not.toContain(outcome.outputs['verdict'])
    expect(outcome.log).toContain(because)
    expect(outcome.summary).toContain('the configuration extends one that could not be read')
  })

  test('judges by the base, and is red, where a pull request extends what cannot be read', async () => {
    const { served } = policy({ [FILE]: '' })
    const of = upstream({ fork: { 'go.mod': FINE }, head: { [FILE]: `extends: acme/policy@${MISSING}\n` } })
    const { outcome } = await run(of, served)
    expect(outcome.exitCode).toBe(2)
    expect(changeIn(outcome).effect.problem).toContain('could not be read')
  })

  test('reads nothing elsewhere because a pull request from a fork says so', async () => {
    const { served, commit } = policy({ [FILE]: 'secret-key: 1\n' })
    const of = upstream({ fork: { 'go.mod': FINE }, head: { [FILE]: `extends: acme/policy@${commit}\n` } })
    const { api, outcome } = await run(of, served, { from: { from: FORK_REPOSITORY } })
    expect(outcome.exitCode).toBe(0)
    expect(readIn(api)).toEqual([])
    expect(changeIn(outcome).effect.problem).toContain('from a fork only what the base extends is read')
    expect(`${outcome.log}${outcome.summary}`).not.toContain('secret-key')
  })

  test('compares what a pull request from a fork writes with what the base extends', async () => {
    const { served, commit } = policy({ [FILE]: 'fail-on: warning\n' })
    const extending = `extends: acme/policy@${commit}\n`
    const of = upstream({
      fork: { 'go.mod': FINE, [FILE]: extending },
      head: { [FILE]: `${extending}fail-on: notice\n` }
    })
    const { api, outcome } = await run(of, served, { from: { from: FORK_REPOSITORY } })
    expect(outcome.exitCode).toBe(0)
    expect(changeIn(outcome).effect.conclusion.failOn).toBe('notice')
    expect(readIn(api)).toHaveLength(1)
  })
})

describe('the command line', () => {
  const WARNING = { 'go.mod': FORK }

  /** Serves `acme/policy`, and runs in a folder that extends it. */
  async function scan(
    served: Partial<ServedFleetRepository>,
    {
      args = ['scan'],
      configuration = (commit: string) => `extends: acme/policy@${commit}\n`,
      files = WARNING as Files,
      isAnonymous = false
    } = {}
  ) {
    const own: ServedFleetRepository = { name: 'acme/policy', id: 1, ...served }
    fleet = await new FleetStandIn([own]).listen()
    fleet.isAnonymous = isAnonymous
    const cwd = tree({ [FILE]: configuration(commitOf(own)), ...files })
    return commandLine(args, { cwd, environment: fleet.environment })
  }

  test.each([true, false])('reads it, without a token (%s) too, and once for each run', async isAnonymous => {
    const ended = await scan({ files: { [FILE]: 'fail-on: warning\n' } }, { isAnonymous })
    expect(ended).toMatchObject({ status: 1, stderr: '' })
    expect(fleet?.requests).toHaveLength(2)
  })

  test('doctor names the file of every value', async () => {
    const base = `fail-on: warning\nrules: { client-unknown: error }\nwaivers:\n  - { rule: client-unknown, package: "pkg:npm/kubernetes-client", reason: r, owner: o, until: 2099-01-01 }\n`
    const own = `minimum: documented\nwaivers:\n  - { rule: client-unknown, package: "pkg:npm/openshift-rest-client", reason: r, owner: o, until: 2099-01-01 }\n`
    let commit = ''
    const ended = await scan(
      { files: { [FILE]: base } },
      {
        args: ['doctor'],
        configuration: id => {
          commit = id
          return `extends: acme/policy@${id}\n${own}`
        }
      }
    )
    const name = `acme/policy/${FILE}@${commit.slice(0, 7)}`
    const lines = ended.stdout.split('\n').map(line => line.replaceAll(/ +/g, ' '))
    expect(lines).toEqual(
      expect.arrayContaining([
        `Configuration: ${FILE}`,
        `extends acme/policy@${commit} ${FILE}:1:1`,
        `minimum documented ${FILE}:2:1`,
        `fail-on warning ${name}:1:1`,
        `client-unknown error ${name}:2:10`,
        `waivers 2 in force, 0 expired ${FILE}:3:1, ${name}:3:1`
      ])
    )
  })

  test('fix, list, judge and policy use it too', async () => {
    const base = 'clients:\n  - { package: "pkg:npm/@acme/kube", same-as: "pkg:npm/kubernetes-client" }\n'
    const args = ['judge', 'pkg:npm/%40acme/kube@9.0.0']
    const ended = await scan({ files: { [FILE]: base } }, { args })
    expect([ended.status, JSON.parse(ended.stdout).verdict]).toEqual([1, 'cannot-reload'])
    expect(ended.stdout).toContain('The configuration that this repository extends states')
  })

  test('a waiver that covers nothing here is no finding; one that does is shown with its file', async () => {
    const waiver = (name: string) =>
      `  - { rule: client-cannot-reload, package: "pkg:${name}", reason: r, owner: o, until: 2099-01-01 }\n`
    const base = `waivers:\n${waiver('npm/kubernetes-client')}${waiver('golang/k8s.io/client-go')}`
    const ended = await scan(
      { files: { [FILE]: base } },
      { args: ['scan', '--format', 'json'], files: { 'go.mod': STALE } }
    )
    const { waivers, findings } = JSON.parse(ended.stdout)
    expect(ended.status).toBe(0)
    expect(waivers).toMatchObject([{ state: 'in-force', path: expect.stringContaining('acme/policy/') }])
    expect(findings).toMatchObject([{ status: { kind: 'waived' } }])
  })

  test.each(['sarif', 'gitlab', 'junit'])('%s shows its expired waiver at the line that extends it', async format => {
    const ended = await scan(
      { files: { [FILE]: EXPIRED } },
      { args: ['scan', '--format', format], files: { 'go.mod': STALE } }
    )
    expect(ended.status).toBe(1)
    expect(ended.stdout).toMatch(/waiver-expired/)
    expect(ended.stdout).toMatch(/It is written in [^.]*acme\/policy\/\.github\/bound-token-check\.yml@\w{7}:3/)
    expect(ended.stdout).toContain(FILE)
  })

  test('a comment excuses nothing where waivers are refused, and is told', async () => {
    const files = {
      'requirements.txt':
        'kubernetes==11.0.0 # bound-token-check: ignore[client-cannot-reload] runs outside, until 2099-01-01\n'
    }
    const free = await scan({ files: { [FILE]: '' } }, { files })
    expect(free.status).toBe(0)
    await fleet?.close()
    const refused = await scan({ files: { [FILE]: 'other-waivers: refused\n' } }, { files })
    expect(refused.status).toBe(1)
    expect(refused.stdout.replaceAll(/\s+/g, ' ')).toContain(
      'it covers nothing, because the configuration has "other-waivers: refused"'
    )
  })

  test.each<[string, Partial<ServedFleetRepository>, number, RegExp]>([
    [
      'a repository that is not there',
      { name: 'acme/other' },
      2,
      /^bound-token-check: nothing was judged: .* set GITHUB_TOKEN to a token that may read that repository\.\n$/
    ],
    ['a repository that may not be read', { fault: 403 }, 2, /the token lacks the permission .*set GITHUB_TOKEN/],
    ['a repository that GitHub withholds', { fault: 451 }, 2, /GitHub answered 451/],
    [
      'no such file',
      { files: { 'README.md': '' } },
      3,
      /extends acme\/policy\/\S+@\w{7}: acme\/policy has no such file at this commit\. /
    ],
    ['a link', { files: { [FILE]: 'README.md' }, links: [FILE] }, 3, /: a symbolic link\. /],
    [
      'a file that is too long',
      { files: { [FILE]: `# ${'x'.repeat(300_000)}\n` } },
      3,
      /longer than 262144 characters/
    ],
    [
      'a file that is much too long',
      { files: { [FILE]: `# ${'x'.repeat(900_000)}\n` } },
      3,
      /longer than 262144 characters/
    ],
    ['a chain', { files: { [FILE]: 'extends: ./other.yml\n' } }, 3, /cannot extend a third one/]
  ])('%s: nothing is judged', async (_, served, status, message) => {
    const ended = await scan({ files: { [FILE]: 'fail-on: never\n' }, ...served })
    expect(ended).toEqual({ status, stdout: '', stderr: expect.stringMatching(message) })
  })

  test('no network: nothing is judged', async () => {
    const cwd = tree({ [FILE]: `extends: acme/policy@${MISSING}\n`, ...WARNING })
    const ended = await commandLine(['scan'], { cwd, environment: { GITHUB_API_URL: 'http://127.0.0.1:1' } })
    expect(ended).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('cannot be reached') })
  }, 30_000)

  test.each(['main', 'v1', '0123456'])('the name %s is asked of nobody', async name => {
    const ended = await scan({ files: {} }, { configuration: () => `extends: acme/policy@${name}\n` })
    expect(ended).toMatchObject({
      status: 3,
      stderr: expect.stringContaining(`${FILE}:1:10: "extends": "${name}" is not`)
    })
    expect(fleet?.requests).toEqual([])
  })
})

describe('a file of the same repository', () => {
  const scan = (files: Files, ...args: string[]) => commandLine(['scan', ...args], { cwd: tree(files) })

  test('counts, also for --config and from its own folder', async () => {
    const files = { 'go.mod': FORK, 'ci/base.yml': 'fail-on: warning\n', [FILE]: 'extends: ./ci/base.yml\n' }
    expect((await scan(files)).status).toBe(1)
    const config = { 'go.mod': FORK, 'ci/base.yml': 'fail-on: warning\n', 'ci/own.yml': 'extends: ./ci/base.yml\n' }
    expect((await scan(config, '--config', 'ci/own.yml')).status).toBe(1)
  })

  test.each([
    ['that is not there', './ci/none.yml', /extends ci\/none\.yml: .*\. Give the path of a file that exists\./],
    ['that is the configuration itself', `./${FILE}`, /cannot extend a third one/],
    ['outside', './../base.yml', /no path of a file below the root/]
  ])('%s is a problem', async (_, path, message) => {
    const ended = await scan({ 'go.mod': FORK, [FILE]: `extends: ${path}\n` })
    expect(ended).toMatchObject({ status: 3, stdout: '', stderr: expect.stringMatching(message) })
  })
})
