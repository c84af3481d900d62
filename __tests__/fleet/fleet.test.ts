/** The three commands over many repositories, against a stand-in for GitHub. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Fleet, Plan } from '../../src/fleet/fleet.ts'
import { fleetIn, planIn, resultIn } from '../../src/fleet/forms.ts'
import { commitOf, FleetStandIn } from '../support/api/fleet.ts'
import { commandLine } from '../support/command-line.ts'
import { removeTrees, tree } from '../support/trees.ts'

afterAll(removeTrees)

const BAD = { 'go.mod': 'require k8s.io/client-go v11.0.0+incompatible\n' }
const GOOD = { 'go.mod': 'require k8s.io/client-go v0.29.3\n' }

let api: FleetStandIn
let cwd: string

beforeEach(async () => {
  cwd = tree({})
  api = await new FleetStandIn([
    { name: 'acme/bad', id: 1, files: { ...BAD, '.github/CODEOWNERS': '* @acme/one\n' } },
    { name: 'acme/good', id: 2, files: { ...GOOD, CODEOWNERS: '*.md @acme/docs\n* @acme/two @acme/three # all\n' } },
    { name: 'acme/none', id: 3, files: { 'README.md': '' } },
    { name: 'acme/empty', id: 4 },
    { name: 'acme/broken', id: 5, files: GOOD, fault: 451 },
    { name: 'acme/old', id: 6, files: BAD, isArchived: true },
    { name: 'acme/fork', id: 7, files: BAD, isFork: true },
    { name: 'acme/wrong', id: 8, files: { ...GOOD, '.github/bound-token-check.yml': 'fail-onn: error\n' } }
  ]).listen()
})

afterEach(async () => {
  await api.close()
  expect(api.violations).toEqual([])
})

const fleet = (...args: readonly string[]) => commandLine(['fleet', ...args], { cwd, environment: api.environment })
const file = (name: string) => JSON.parse(readFileSync(join(cwd, name), 'utf8'))
const planned = (): Plan => {
  const plan = planIn(file('plan.json'))
  if (!plan) throw new Error('no plan')
  return plan
}
/** The state, as it was written: every later run must be able to read it. */
const merged = (): Fleet => {
  if (!fleetIn(file('fleet.json'))) throw new Error('no state')
  return file('fleet.json')
}
const stateOf = (name: string) => merged().repositories.find(repository => repository.name === name)?.state
const read = () => api.requests.filter(request => !request.includes('repositoryOwner'))

/** A whole run; the exit code of the scan. */
async function run(...options: readonly string[]): Promise<number | null> {
  expect(await fleet('plan', 'acme', '--quiet', '--state', 'fleet.json', ...options)).toMatchObject({ status: 0 })
  const { status } = await fleet('scan', '--quiet')
  expect(await fleet('merge', '--state', 'fleet.json', '--page', 'page.html')).toMatchObject({ status: 0, stderr: '' })
  return status
}

describe('a first run', () => {
  test('has every repository once, each with what is known of it', async () => {
    expect(await run()).toBe(0)
    const found = merged().repositories.map(({ name, state, team }) => [name, state, team])
    expect(found).toEqual([
      ['acme/bad', 'failed', '@acme/one'],
      ['acme/broken', 'not-read', undefined],
      ['acme/empty', 'empty', undefined],
      ['acme/good', 'passed', '@acme/two'],
      ['acme/none', 'passed', undefined],
      ['acme/wrong', 'not-read', undefined]
    ])
    const [bad, broken] = merged().repositories
    expect(bad).toMatchObject({
      counts: { error: 1 },
      hasClients: true,
      findings: [
        {
          rule: 'client-cannot-reload',
          level: 'error',
          subject: 'pkg:golang/k8s.io/client-go@v11.0.0%2Bincompatible',
          path: 'go.mod',
          line: 1,
          fix: expect.any(String)
        }
      ]
    })
    expect(broken?.because).toMatch(/GitHub answered 451: the next run tries it again$/)
    expect(merged().repositories.at(-1)?.because).toMatch(/^its configuration is wrong: .*fail-onn/)
    expect(planned().leftOut).toEqual({ archived: 1, fork: 1 })
  })

  test('asks for the list once, and at most three times for each repository', async () => {
    await run()
    expect(api.requests.filter(request => request.includes('repositoryOwner'))).toHaveLength(1)
    for (const name of ['bad', 'good'])
      expect(read().filter(request => request.includes(`acme/${name}/`))).toHaveLength(1)
    expect(read().filter(request => request.includes('acme/none/'))).toHaveLength(1)
    expect(read().length).toBeLessThan(12)
  })

  test('writes results and a page that name them', async () => {
    await run()
    expect(resultIn(file('results/1.json'))).toMatchObject({ name: 'acme/bad', state: 'failed' })
    const page = readFileSync(join(cwd, 'page.html'), 'utf8')
    for (const name of ['acme/bad', 'acme/broken', 'acme/empty']) expect(page).toContain(name)
  })
})

describe('a later run', () => {
  test('reads again what changed and what was not read, and nothing else', async () => {
    await run()
    api.requests.length = 0
    const good = api.repositories.find(({ name }) => name === 'acme/good')
    const broken = api.repositories.find(({ name }) => name === 'acme/broken')
    const bad = api.repositories.find(({ name }) => name === 'acme/bad')
    if (!good || !broken || !bad) throw new Error('not served')
    good.files = { ...good.files, ...BAD }
    delete broken.fault
    await run()
    const trees = read().filter(request => request.includes('/git/trees/'))
    expect(trees.map(request => request.split('/')[3])).toEqual(['broken', 'good', 'wrong'])
    expect(merged().changes).toEqual([
      { name: 'acme/good', kind: 'fails', subjects: ['pkg:golang/k8s.io/client-go@v11.0.0%2Bincompatible'] }
    ])
    expect([stateOf('acme/broken'), stateOf('acme/bad')]).toEqual(['passed', 'failed'])
    expect(merged().history).toHaveLength(1)
  })

  test('reads everything again under other options', async () => {
    await run()
    api.requests.length = 0
    await run('--fail-on', 'never')
    expect(read().filter(request => request.includes('/git/trees/'))).toHaveLength(5)
    expect(stateOf('acme/bad')).toBe('passed')
  })

  test('keeps what it has not read with its day, and takes the oldest first', async () => {
    await run('--most', '2')
    expect(planned().repositories.filter(({ state }) => state === 'waiting')).toHaveLength(3)
    expect(merged().repositories.filter(({ state }) => state === 'waiting')).toHaveLength(3)
    await run('--most', '3')
    expect(merged().repositories.filter(({ state }) => state === 'waiting')).toEqual([])
  })

  test('names what is gone', async () => {
    await run()
    api.repositories.splice(0, 1)
    await run()
    expect(merged().changes).toEqual([{ name: 'acme/bad', kind: 'gone', subjects: [] }])
  })
})

describe('a shard', () => {
  test('that was ended goes on where it was, and a half-written file counts for nothing', async () => {
    await fleet('plan', 'acme', '--quiet')
    await fleet('scan', '--quiet')
    const whole = file('results/1.json')
    writeFileSync(join(cwd, 'results/1.json'), JSON.stringify(whole).slice(0, 40))
    api.requests.length = 0
    const ended = await fleet('scan')
    expect(ended).toMatchObject({ status: 0, stdout: expect.stringMatching(/^1 scanned, 2 were there already, 2 /) })
    expect(read().some(request => request.includes('acme/good/'))).toBe(false)
    expect(file('results/1.json')).toEqual(whole)
  })

  test('ends before the rate limit is used up, and says how many are waiting', async () => {
    await fleet('plan', 'acme', '--quiet')
    api.limits.core.remaining = 1_002
    const ended = await fleet('scan', '--quiet')
    expect(ended.status).toBe(2)
    expect(ended.stdout).toMatch(
      / 3 are waiting: 1000 of 5000 requests \(core\) are left, and .* in (?:60|59) minutes\.\n$/
    )
    await fleet('merge')
    expect(merged().repositories.filter(({ state }) => state === 'waiting')).toHaveLength(3)
  })

  test('takes a repository for waiting, not for unreadable, if the limit ends while it is read', async () => {
    await fleet('plan', 'acme', '--quiet')
    api.limits.core.remaining = 0
    const ended = await fleet('scan', '--quiet')
    expect([ended.status, ended.stdout]).toEqual([2, expect.stringContaining('5 are waiting')])
    expect(() => file('results/1.json')).toThrow('ENOENT')
  })

  test('must be one of the plan', async () => {
    await fleet('plan', 'acme', '--quiet')
    expect(await fleet('scan', '--shard', '2')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('the plan has 1 shards')
    })
  })
})

describe('a plan', () => {
  test('prints the matrix of its shards', async () => {
    expect(await fleet('plan', 'acme')).toEqual({
      status: 0,
      stdout: '{"shard":[1]}\n',
      stderr:
        '6 repositories: 5 to scan in 1 shard, 0 unchanged, 1 empty, 0 not shown by GitHub, 0 waiting, 1 left out (archived), 1 left out (fork)\n'
    })
  })

  test('takes a list with teams, and names what GitHub does not show', async () => {
    writeFileSync(join(cwd, 'list.txt'), '# ours\nacme/good @acme/ours\n\nacme/secret\n')
    await fleet('plan', '--list', 'list.txt', '--quiet')
    await fleet('scan', '--quiet')
    await fleet('merge')
    expect(merged().repositories.map(({ name, state, team }) => [name, state, team])).toEqual([
      ['acme/good', 'passed', '@acme/ours'],
      ['acme/secret', 'not-read', undefined]
    ])
    writeFileSync(join(cwd, 'list.txt'), 'acme/good\nnot one\n')
    expect((await fleet('plan', '--list', 'list.txt')).stderr).toContain('list.txt:2: no repository')
  })

  test.each<[readonly string[], string]>([
    [[], 'no repositories were named'],
    [['nobody'], 'no organisation or person called nobody']
  ])('%j is wrong use', async (args, message) => {
    expect(await fleet('plan', ...args)).toMatchObject({ status: 3, stderr: expect.stringContaining(message) })
  })

  test('needs a token, and an address that is one', async () => {
    const without = await commandLine(['fleet', 'plan', 'acme'], { cwd, environment: {} })
    expect(without).toMatchObject({ status: 3, stderr: expect.stringContaining('Set GITHUB_TOKEN') })
    const environment = { ...api.environment, GITHUB_API_URL: 'nowhere' }
    const elsewhere = await commandLine(['fleet', 'plan', 'acme'], { cwd, environment })
    expect(elsewhere).toMatchObject({ status: 3, stderr: expect.stringContaining('which is no address') })
  })

  test('estimates a run without a token and without a request', async () => {
    const ended = await commandLine(['fleet', 'plan', '--simulate', '50000'], { cwd, environment: {} })
    expect(ended).toMatchObject({ status: 0, stdout: expect.stringMatching(/^50000 repositories, .* 200 shards\n/) })
    expect(api.requests).toEqual([])
  })

  test('lists more than a page', async () => {
    api.repositories.push(
      ...Array.from({ length: 230 }, (_, index) => ({ name: `acme/r${index}`, id: 100 + index, files: GOOD }))
    )
    await fleet('plan', 'acme', '--quiet')
    expect(planned().repositories).toHaveLength(236)
    expect(api.requests).toHaveLength(3)
  })
})

describe('what the configurations of repositories extend', () => {
  const CONFIGURATION = '.github/bound-token-check.yml'
  const policy = { name: 'org/policy', id: 90, files: { [CONFIGURATION]: 'fail-on: notice\n' } }
  const NOTICE = { 'go.mod': 'require k8s.io/client-go v0.29.3\nreplace k8s.io/client-go => ../fork\n' }

  /** Serves only repositories that extend the policy at a commit. */
  function serve(count: number, commit: string): void {
    const files = { ...NOTICE, [CONFIGURATION]: `extends: org/policy@${commit}\n` }
    const own = Array.from({ length: count }, (_, index) => ({ name: `acme/r${index}`, id: 100 + index, files }))
    api.repositories.splice(0, Number.POSITIVE_INFINITY, policy, ...own)
  }

  test('is read once for all of them, and its requests are counted', async () => {
    serve(5, commitOf(policy))
    expect(await run()).toBe(0)
    expect(merged().repositories.map(({ state }) => state)).toEqual(Array(5).fill('failed'))
    expect(read().filter(request => request.includes('org/policy/'))).toHaveLength(1)
    // The tree, the configuration and the other files of each; the first one has paid for the tree and the file of the policy.
    expect(merged().repositories.map(({ requests }) => requests)).toEqual([5, 3, 3, 3, 3])
  })

  test('that cannot be read leaves a repository unread, and is tried again', async () => {
    serve(1, commitOf(policy))
    Object.assign(api.repositories[0] ?? {}, { fault: 404 })
    expect(await run()).toBe(0)
    expect(merged().repositories).toMatchObject([
      { state: 'not-read', because: expect.stringContaining('the configuration extends org/policy/') }
    ])
    delete api.repositories[0]?.fault
    await run()
    expect(stateOf('acme/r0')).toBe('failed')
  })

  test('leaves the repository waiting if the rate limit ends meanwhile', async () => {
    serve(1, commitOf(policy))
    await fleet('plan', 'acme', '--quiet')
    api.limits.graphql.remaining = 0
    api.limits.core.remaining = 1
    const ended = await fleet('scan', '--quiet')
    expect([ended.status, ended.stdout]).toEqual([2, expect.stringContaining('1 are waiting')])
    expect(() => file('results/100.json')).toThrow('ENOENT')
  })
})

test('a renamed repository is followed, and keeps its history', async () => {
  await run()
  const [bad] = api.repositories
  if (!bad) throw new Error('not served')
  api.repositories[0] = { ...bad, name: 'acme/renamed', oldNames: ['acme/bad'] }
  await run()
  expect(merged().repositories.find(({ id }) => id === 1)).toMatchObject({ name: 'acme/renamed', state: 'failed' })
  expect(merged().changes).toEqual([])
})
