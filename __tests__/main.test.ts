/** The built Action, run as the runner does, against a stand-in for GitHub. Links name the thread in which users of another tool met the fault. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { metadata, type Outcome, runAction, type Step } from './support/action.ts'
import { type OperationId, type StandIn, type StandInOptions, startApi } from './support/api/server.ts'
import { commit, type Files, removeTrees, repository, tree, write } from './support/trees.ts'

jest.setTimeout(120_000)

const HEAD = '1'.repeat(40)
const NEXT = '2'.repeat(40)
const MERGE = 'c'.repeat(40)

const requirement = (version: string, more = '') =>
  `module example.org/shop\n\ngo 1.20\n\nrequire k8s.io/client-go ${version}\n${more}`
const STALE = requirement('v11.0.0+incompatible')
const FINE = requirement('v0.29.3')
const FORK = requirement('v0.29.3', '\nreplace k8s.io/client-go => ../fork\n')
const BELOW_MINIMUM = requirement('v12.0.0+incompatible')
const UNREADABLE = 'module example.org/shop\n\nrequire k8s.io/client-go\n'

const pom = (version: string) =>
  `<project>\n  <modelVersion>4.0.0</modelVersion>\n  <groupId>org.example</groupId>\n  <artifactId>shop</artifactId>\n  <version>1</version>\n  <dependencies>\n    <dependency>\n      <groupId>io.kubernetes</groupId>\n      <artifactId>client-java</artifactId>\n      <version>${version}</version>\n    </dependency>\n  </dependencies>\n</project>\n`
const packageLock = (version: string) =>
  `${JSON.stringify({ name: 'shop', lockfileVersion: 3, requires: true, packages: { '': { dependencies: { '@kubernetes/client-node': version } }, 'node_modules/@kubernetes/client-node': { version } } }, undefined, 2)}\n`
const project = (version: string) =>
  `<Project Sdk="Microsoft.NET.Sdk">\n  <ItemGroup>\n    <PackageReference Include="KubernetesClient" Version="${version}" />\n  </ItemGroup>\n</Project>\n`

const apis: StandIn[] = []

afterEach(async () => {
  const violations = apis.flatMap(api => [...api.violations])
  await Promise.all(apis.splice(0).map(api => api.close()))
  removeTrees()
  expect(violations).toEqual([])
})

async function startGitHub(options: StandInOptions = {}): Promise<StandIn> {
  const api = await startApi({ pullRequest: { number: 7, headSha: HEAD }, ...options })
  apis.push(api)
  return api
}

/** `from`: the repository of the pull request's branch; `''` when that is gone. */
function payload({ headSha = HEAD, from = 'acme/shop', sender = 'octocat' } = {}): unknown {
  return {
    action: 'synchronize',
    number: 7,
    pull_request: {
      number: 7,
      head: { sha: headSha, repo: from === '' ? null : { full_name: from } },
      base: { sha: '0'.repeat(40), repo: { full_name: 'acme/shop' } }
    },
    sender: { login: sender }
  }
}

/** A run for the pull request of the stand-in. */
function check(api: StandIn, files: Files | string, step: Partial<Step> = {}): Promise<Outcome> {
  const workspace = typeof files === 'string' ? files : repository(files)
  return runAction({ workspace, token: api.token, apiUrl: api.url, payload: payload(), ...step })
}

function stale(count: number): Files {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`service-${String(index).padStart(4, '0')}/go.mod`, STALE])
  )
}

/** Writes files and commits everything; returns the commit. */
function commitAll(root: string, files: Files): string {
  write(root, files)
  return commit(root)
}

const operations = (api: StandIn) => api.requests.map(({ operation }) => operation)
const ours = (api: StandIn) => api.comments.filter(({ author }) => author === 'github-actions[bot]')
const annotationsOf = ({ commands }: Outcome, level: string) =>
  commands.filter(({ name, properties }) => name === level && properties['file'] !== undefined)

describe('the comment', () => {
  // https://github.com/actions/dependency-review-action/issues/647, /628, /1127; https://github.com/OGKevin/cadmus/pull/987
  test('is created, updated in place, left alone when nothing changed, and resolved on a passing run', async () => {
    const api = await startGitHub()
    const workspace = repository({ 'go.mod': STALE })
    const first = await check(api, workspace)
    expect(first.exitCode).toBe(1)
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body).toContain('v11.0.0+incompatible')
    expect(first.outputs['comment-url']).toContain(`#issuecomment-${ours(api)[0]?.id}`)

    const same = await check(api, workspace)
    expect(operations(api)).not.toContain('issues/update-comment')
    expect(same.outputs['comment-url']).toBe(first.outputs['comment-url'])

    commitAll(workspace, { 'more/go.mod': STALE })
    api.push(NEXT)
    await check(api, workspace, { payload: payload({ headSha: NEXT }) })
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body).toContain(`/blob/${NEXT}/more/go.mod#L5`)

    commitAll(workspace, { 'go.mod': FINE, 'more/go.mod': FINE })
    const last = await check(api, workspace, { payload: payload({ headSha: NEXT }) })
    expect(last.exitCode).toBe(0)
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body).not.toContain('v11.0.0')
    expect(last.outputs['comment-url']).toBe(first.outputs['comment-url'])
  })

  test('is not created when there is nothing to tell', async () => {
    const api = await startGitHub()
    const { outputs, log } = await check(api, { 'go.mod': FINE })
    expect(api.comments).toEqual([])
    expect(outputs['comment-url']).toBe('')
    expect(log).not.toContain('pull request comment')
  })

  // https://github.com/actions/dependency-review-action/issues/817: to report must not depend on to fail.
  test.each([
    ['findings that fail nothing', { 'go.mod': STALE }, { 'fail-on': 'never' }, 0],
    ['warnings', { 'go.mod': FORK }, {}, 0],
    ['gaps', { 'go.mod': UNREADABLE }, {}, 2],
    ['gaps that are allowed', { 'go.mod': UNREADABLE }, { 'allow-incomplete': 'true' }, 0]
  ])('is created for %s', async (_, tree, inputs, exitCode) => {
    const api = await startGitHub()
    expect((await check(api, tree, { inputs })).exitCode).toBe(exitCode)
    expect(ours(api)).toHaveLength(1)
  })

  // https://github.com/changesets/action and https://github.com/py-cov-action/python-coverage-comment-action read one page.
  test.each([31, 100, 101, 250])('is found behind %d comments of others', async count => {
    const api = await startGitHub()
    api.plant(
      'octocat',
      Array.from({ length: count }, (_, index) => `comment ${index}`)
    )
    await check(api, { 'go.mod': STALE })
    expect(ours(api)).toHaveLength(1)
    api.push(NEXT)
    await check(api, { 'go.mod': STALE }, { payload: payload({ headSha: NEXT }) })
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body).toContain(NEXT)
  })

  // Defect 7: the marker alone is no proof. https://github.com/danger/danger-js/blob/main/source/platforms/github/GitHubAPI.ts
  test.each(['mallory', 'github-actions', 'other-app[bot]'])(
    'of %s that carries our marker is left alone',
    async author => {
      const api = await startGitHub()
      api.plant(author, ['<!-- bound-token-check: -->\nAll is well.'])
      await check(api, { 'go.mod': STALE })
      expect(api.comments[0]).toMatchObject({ author, body: '<!-- bound-token-check: -->\nAll is well.' })
      expect(ours(api)).toHaveLength(1)
    }
  )

  test('is ours only when it begins with the marker', async () => {
    const api = await startGitHub()
    const quoting = 'Title: <!-- bound-token-check: -->'
    api.plant('github-actions[bot]', [quoting])
    await check(api, { 'go.mod': STALE })
    expect(api.comments.map(({ body }) => body === quoting)).toEqual([true, false])
  })

  test.each([
    ['the suffix', 'ghs_standIn', 'my-app[bot]', 'my-app[bot]'],
    ['no suffix for an App', 'ghs_standIn', 'my-app[bot]', 'my-app'],
    ['the login of a person', 'ghp_standIn', 'alice', 'alice']
  ])('is found when GraphQL tells %s', async (_, token, login, viewer) => {
    const api = await startGitHub({ token, login, viewer })
    await check(api, { 'go.mod': STALE })
    api.push(NEXT)
    await check(api, { 'go.mod': STALE }, { payload: payload({ headSha: NEXT }) })
    expect(api.comments).toHaveLength(1)
    expect(api.comments[0]?.body).toContain(NEXT)
  })

  test('is found when GraphQL does not tell who we are', async () => {
    const api = await startGitHub({ viewer: undefined })
    await check(api, { 'go.mod': STALE })
    await check(api, { 'go.mod': FINE })
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body).not.toContain('v11.0.0')
  })

  // https://github.com/marocchino/sticky-pull-request-comment/issues/990
  test('that somebody hid is found, updated and shown again', async () => {
    const api = await startGitHub()
    await check(api, { 'go.mod': STALE })
    api.minimize(ours(api)[0]?.id ?? 0)
    await check(api, { 'go.mod': STALE, 'more/go.mod': STALE })
    expect(ours(api)).toMatchObject([{ minimized: false }])
    api.minimize(ours(api)[0]?.id ?? 0)
    await check(api, { 'go.mod': FINE })
    expect(ours(api)).toMatchObject([{ minimized: true }])
  })

  test('stands alone after two runs started at the same moment', async () => {
    const api = await startGitHub()
    api.plant('github-actions[bot]', ['<!-- bound-token-check: -->\none', '<!-- bound-token-check: -->\ntwo'])
    const first = api.comments[0]?.id
    await check(api, { 'go.mod': STALE })
    expect(api.comments.map(({ id }) => id)).toEqual([first])
  })

  // Only EnricoMi/publish-unit-test-result-action guards against an older run that overwrites a newer one.
  test('of a newer commit is not overwritten by a slow run', async () => {
    const api = await startGitHub()
    await check(api, { 'go.mod': STALE })
    const before = ours(api)[0]?.body
    api.push(NEXT)
    const { exitCode, log, summary } = await check(api, { 'go.mod': FINE })
    expect(exitCode).toBe(0)
    expect(ours(api)[0]?.body).toBe(before)
    expect(log).toContain('the pull request has moved on from 1111111 to 2222222')
    expect(summary).toContain('moved on')
  })

  // https://github.com/tylerbutler/beryl/pull/316, https://github.com/CodeBoarding/CodeBoarding-action/pull/66
  test('has one sibling per key, and per folder where no key is given', async () => {
    const api = await startGitHub()
    const workspace = repository({ 'a/go.mod': STALE, 'b/go.mod': STALE })
    await check(api, workspace, { inputs: { path: 'a' } })
    await check(api, workspace, { inputs: { path: 'b' } })
    await check(api, workspace, { inputs: { path: 'b', 'comment-key': 'nightly/1.2' } })
    await check(api, workspace, { inputs: { path: 'a' } })
    expect(ours(api)).toHaveLength(3)
    expect(api.checkRuns.map(({ name }) => name)).toEqual([
      'Bound Token Check (a)',
      'Bound Token Check (b)',
      'Bound Token Check (nightly/1.2)',
      'Bound Token Check (a)'
    ])
  })

  test('is left out when the workflow says never', async () => {
    const api = await startGitHub()
    expect((await check(api, { 'go.mod': STALE }, { inputs: { comment: 'never' } })).exitCode).toBe(1)
    expect(operations(api)).toEqual(['checks/create'])
  })

  test('is written on a closed pull request too', async () => {
    const api = await startGitHub({ pullRequest: { number: 7, headSha: HEAD, state: 'closed' } })
    await check(api, { 'go.mod': STALE })
    expect(ours(api)).toHaveLength(1)
  })

  test('that GitHub created without answering is not created twice', async () => {
    const api = await startGitHub()
    api.fail('issues/create-comment', { way: 'afterwards', status: 502, times: 1 })
    const { outputs } = await check(api, { 'go.mod': STALE })
    expect(ours(api)).toHaveLength(1)
    expect(outputs['comment-url']).not.toBe('')
  })
})

describe('the verdict', () => {
  test.each<[string, Files, Record<string, string>, number, string]>([
    ['no file of ours', { 'README.md': '# k8s.io/client-go\n' }, {}, 0, 'passed'],
    ['a client that reloads', { 'go.mod': FINE }, {}, 0, 'passed'],
    ['a client that cannot reload', { 'go.mod': STALE }, {}, 1, 'failed'],
    ['one bad among good ones', { 'a/go.mod': FINE, 'b/go.mod': STALE, 'c/go.mod': FINE }, {}, 1, 'failed'],
    ['below the documented minimum', { 'go.mod': BELOW_MINIMUM }, {}, 1, 'failed'],
    ['the same where observation counts', { 'go.mod': BELOW_MINIMUM }, { minimum: 'observed' }, 0, 'passed'],
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
    // Neutral and skipped satisfy a required check, so that only these two are used. https://github.com/openai/openai-python/issues/3755
    expect(api.checkRuns).toMatchObject([{ conclusion: exitCode === 0 ? 'success' : 'failure' }])
    expect(outcome.commands.some(({ name, properties }) => name === 'error' && properties['file'] === undefined)).toBe(
      exitCode !== 0
    )
  })

  // The clients of the vendor documents, on both sides of the line.
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

  // Defect 8: https://github.com/reviewdog/reviewdog/pull/2260
  test.each([1, 9, 10, 11, 1000])('is the same for %d findings of one level', async count => {
    const api = await startGitHub({ permissions: {} })
    const outcome = await check(api, stale(count))
    expect([outcome.exitCode, outcome.outputs['verdict'], outcome.outputs['errors']]).toEqual([
      1,
      'failed',
      String(count)
    ])
    const annotations = annotationsOf(outcome, 'error')
    expect(annotations).toHaveLength(Math.min(count, 10))
    if (count > 10) expect(annotations[9]?.properties['title']).toBe(`${count - 9} more errors`)
  })

  // Defect 1: https://github.com/actions/dependency-review-action/issues/734, /824, /706
  test('comes after every class of finding was looked at, and every channel shows all of them', async () => {
    const api = await startGitHub()
    const tree = {
      'a/go.mod': STALE,
      'b/go.mod': FORK,
      'c/go.mod': BELOW_MINIMUM,
      'd/go.mod': UNREADABLE,
      'e/go.mod': FINE
    }
    const outcome = await check(api, tree, { inputs: { minimum: 'observed' } })
    expect(outcome.outputs).toMatchObject({
      verdict: 'failed',
      errors: '1',
      warnings: '1',
      notices: '1',
      clients: '4',
      gaps: '1'
    })
    const paths = ['a/go.mod', 'b/go.mod', 'c/go.mod', 'd/go.mod']
    expect(api.checkRuns[0]?.annotations.map(({ path }) => path).toSorted()).toEqual(paths)
    for (const path of paths) {
      expect(outcome.log).toContain(`${path}:`)
      expect(outcome.summary).toContain(`${path}:`)
      expect(ours(api)[0]?.body).toContain(`${path}:`)
    }
  })

  const failures: [OperationId, number][] = [
    ['checks/create', 403],
    ['checks/create', 404],
    ['checks/create', 422],
    ['issues/list-comments', 401],
    ['issues/list-comments', 410],
    ['issues/create-comment', 403],
    ['issues/create-comment', 404],
    ['issues/create-comment', 422],
    ['pulls/get', 404]
  ]
  // https://github.com/marocchino/sticky-pull-request-comment/issues/227, https://github.com/google/osv-scanner/issues/701
  test.each(failures)('does not change when %s answers %d, and no other channel suffers', async (operation, status) => {
    const api = await startGitHub()
    api.fail(operation, { status, message: 'No' })
    const outcome = await check(api, { 'go.mod': STALE })
    expect([outcome.exitCode, outcome.outputs['verdict'], outcome.outputs['errors']]).toEqual([1, 'failed', '1'])
    expect(outcome.summary).toContain('What could not be posted')
    const checkRunFails = operation === 'checks/create'
    expect(api.checkRuns).toHaveLength(checkRunFails ? 0 : 1)
    expect(annotationsOf(outcome, 'error')).toHaveLength(checkRunFails ? 1 : 0)
    expect(ours(api)).toHaveLength(checkRunFails ? 1 : 0)
  })

  test('does not change when GitHub cannot be reached at all', async () => {
    const outcome = await check(await startGitHub(), { 'go.mod': STALE }, { apiUrl: 'http://127.0.0.1:9' })
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([1, 'failed'])
    expect(annotationsOf(outcome, 'error')).toHaveLength(1)
    expect(outcome.log).toContain('http://127.0.0.1:9 cannot be reached')
  })

  test('does not change when a proxy answers with a page', async () => {
    const api = await startGitHub()
    api.fail('checks/create', { way: 'page' })
    api.fail('issues/list-comments', { way: 'page' })
    const outcome = await check(api, { 'go.mod': FINE })
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([0, 'passed'])
    expect(outcome.summary).toContain('an unexpected answer')
  })

  test('waits as long as GitHub asks and then goes on', async () => {
    const api = await startGitHub()
    const message = 'You have exceeded a secondary rate limit.'
    api.fail('issues/create-comment', { status: 403, message, headers: { 'retry-after': '1' }, times: 1 })
    api.fail('checks/create', { status: 429, message, headers: { 'retry-after': '3600' } })
    const outcome = await check(api, { 'go.mod': STALE })
    expect(ours(api)).toHaveLength(1)
    expect(outcome.log).toContain("GitHub's rate limit is used up (429): run the job again in 3600 seconds")
    expect(annotationsOf(outcome, 'error')).toHaveLength(1)
  })
})

describe('permissions', () => {
  test('"contents: read" alone gives verdict, annotations, summary, outputs and the file', async () => {
    const api = await startGitHub({ permissions: {}, private: true })
    const outcome = await check(api, { 'go.mod': STALE })
    expect(outcome.exitCode).toBe(1)
    expect(annotationsOf(outcome, 'error')).toMatchObject([{ properties: { file: 'go.mod', line: '5', col: '26' } }])
    expect(outcome.summary).toContain('`go.mod:5`')
    expect(outcome.summary).toContain('`checks: write`')
    expect(outcome.summary).toContain('`pull-requests: write`')
    expect(existsSync(outcome.outputs['report-json'] ?? '')).toBe(true)
    expect(outcome.outputs['comment-url']).toBe('')
  })

  // https://github.com/marocchino/sticky-pull-request-comment/issues/930: name the permission and the kind of run.
  // https://github.com/reviewdog/reviewdog/issues/1210: try, do not predict.
  test.each([
    ['a fork', payload({ from: 'mallory/shop' }), 'runs for pull requests from forks get a read-only token'],
    ['a fork that is gone', payload({ from: '' }), 'runs for pull requests from forks get a read-only token'],
    ['Dependabot', payload({ sender: 'dependabot[bot]' }), 'runs that Dependabot causes get a read-only token'],
    ['the same repository', payload(), 'under "permissions:" of the job']
  ])('that lack are named with the kind of run: %s', async (_, event, words) => {
    const api = await startGitHub({ permissions: {} })
    const { log, exitCode } = await check(api, { 'go.mod': STALE }, { payload: event })
    expect(exitCode).toBe(1)
    const line = log.split('\n').find(text => text.includes('pull-requests: write')) ?? ''
    expect(line).toContain(words)
  })

  test('of a fork whose owner sends write tokens are used', async () => {
    const api = await startGitHub()
    await check(api, { 'go.mod': STALE }, { payload: payload({ from: 'mallory/shop' }) })
    expect(ours(api)).toHaveLength(1)
    expect(api.checkRuns).toHaveLength(1)
  })

  test('that lack are no warning when there is nothing to tell', async () => {
    const api = await startGitHub({ permissions: {}, private: true })
    const outcome = await check(api, { 'go.mod': FINE })
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([0, 'passed'])
    expect(outcome.commands.map(({ name }) => name)).toEqual(['add-mask'])
    expect(outcome.log).toContain('pull request comment skipped (nothing to tell, and the token lacks')
  })

  test('no token: nothing is asked of GitHub', async () => {
    const api = await startGitHub()
    const outcome = await check(api, { 'go.mod': STALE }, { inputs: { token: '' } })
    expect(outcome.exitCode).toBe(1)
    expect(api.requests).toEqual([])
    expect(annotationsOf(outcome, 'error')).toHaveLength(1)
  })

  test('a token of a person may not make check runs: the annotations come from the job', async () => {
    const api = await startGitHub({ token: 'ghp_person', login: 'alice' })
    api.fail('checks/create', { status: 403, message: 'You must authenticate via a GitHub App.' })
    const outcome = await check(api, { 'go.mod': STALE })
    expect(annotationsOf(outcome, 'error')).toHaveLength(1)
    expect(outcome.log).toContain('only tokens of GitHub Apps may do this')
  })

  test('a locked conversation is called that', async () => {
    const api = await startGitHub()
    api.fail('issues/create-comment', { status: 403, message: 'Unable to create comment because issue is locked.' })
    expect((await check(api, { 'go.mod': STALE })).log).toContain('the conversation is locked')
  })

  test('the token is masked before anything else is printed', async () => {
    const api = await startGitHub()
    const { log } = await check(api, { 'go.mod': STALE })
    expect(log.split('\n')[0]).toBe(`::add-mask::${api.token}`)
    expect(log.split(api.token)).toHaveLength(2)
  })
})

describe('the check run', () => {
  // Defect 5: https://github.com/mikepenz/action-junit-report/blob/v6.4.2/src/annotator.ts drops what is beyond 50.
  test.each([0, 1, 50, 51, 100, 101])('takes %d annotations whole, on the head commit', async count => {
    const api = await startGitHub()
    const outcome = await check(api, { ...stale(count), 'go.mod': FINE })
    const requests = api.requests.filter(({ operation }) => operation.startsWith('checks/'))
    expect(requests).toHaveLength(Math.max(1, Math.ceil(count / 50)))
    expect(api.checkRuns).toMatchObject([
      { name: 'Bound Token Check', headSha: HEAD, conclusion: count === 0 ? 'success' : 'failure' }
    ])
    expect(new Set(api.checkRuns[0]?.annotations.map(({ path }) => path)).size).toBe(count)
    expect(outcome.commands.filter(({ properties }) => properties['file'] !== undefined)).toEqual([])
  })

  test('that breaks off leaves the other annotations to the job', async () => {
    const api = await startGitHub()
    api.fail('checks/update', { status: 403, message: 'No' })
    const outcome = await check(api, stale(55))
    expect(api.checkRuns[0]?.annotations).toHaveLength(50)
    expect(annotationsOf(outcome, 'error')).toHaveLength(5)
    expect(outcome.log).toContain('50 of 55 annotations were taken')
  })

  test('of many findings shows the most important and says so', async () => {
    const api = await startGitHub()
    const { log } = await check(api, { ...stale(1001), 'zzz/go.mod': FORK })
    expect(api.checkRuns[0]?.annotations).toHaveLength(1000)
    expect(log).toContain('shows the 1000 most important of 1002 annotations')
  })
})

describe('limits', () => {
  // https://github.com/actions/dependency-review-action/issues/867, /786, /774 and /779, /730;
  // https://github.com/peter-evans/create-or-update-comment/issues/181: the stand-in answers 422 above each limit.
  test('of comment, summary and check run hold for a very large report, when created and when updated', async () => {
    const api = await startGitHub()
    const long = 'ä'.repeat(60)
    const tree = Object.fromEntries(
      Array.from({ length: 1500 }, (_, index) => [`${long}/${long}/${index}/go.mod`, STALE])
    )
    const workspace = repository(tree)
    const outcome = await check(api, workspace)
    expect(outcome.exitCode).toBe(1)
    expect(Buffer.byteLength(outcome.summary)).toBeLessThanOrEqual(1024 * 1024)
    api.push(NEXT)
    await check(api, workspace, { payload: payload({ headSha: NEXT }) })
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body).toContain(NEXT)
    expect(ours(api)[0]?.body.length).toBeLessThanOrEqual(65_536)
    expect(ours(api)[0]?.body).toContain('[the job summary](https://github.com/acme/shop/actions/runs/4711)')
  })

  test('of the summary count what is in the file already', async () => {
    const api = await startGitHub()
    const folder = tree({})
    const file = join(folder, 'summary.md')
    writeFileSync(file, 'x'.repeat(1024 * 1024 - 5000))
    await check(api, stale(200), { environment: { GITHUB_STEP_SUMMARY: file } })
    const size = readFileSync(file).length
    expect(size).toBeGreaterThan(1024 * 1024 - 5000)
    expect(size).toBeLessThanOrEqual(1024 * 1024)
  })
})

describe('hostile names', () => {
  // Defect 3: https://github.com/google/osv-scanner/blob/v2.5.0/internal/output/githubannotation.go
  const names = [
    'line\n::error::one',
    'return\r::error::two',
    '##[error]three',
    '::set-output name=verdict::passed',
    'percent%0A::warning::four',
    'comma,colon:equals=',
    '\u001b[2Jfive',
    'six\u2028::error::',
    '</details><!-- bound-token-check: --> @octocat #1 ![x](x.png)'
  ]
  const tree: Files = Object.fromEntries(names.map(name => [`${name}/go.mod`, STALE]))

  test.each([
    ['with a check run', { checks: 'write', 'pull-requests': 'write' } as const],
    ['with workflow commands', { 'pull-requests': 'write' } as const]
  ])('of folders give no workflow command of their own, %s', async (_, permissions) => {
    const api = await startGitHub({ permissions })
    const outcome = await check(api, tree)
    const paths = Object.keys(tree).toSorted()
    const told =
      'checks' in permissions
        ? api.checkRuns[0]?.annotations.map(({ path }) => path)
        : annotationsOf(outcome, 'error').map(({ properties }) => properties['file'])
    expect(told?.map(String).toSorted()).toEqual(paths)
    expect(outcome.commands.map(({ name }) => name)).toEqual([
      'add-mask',
      ...('checks' in permissions ? [] : names.map(() => 'error')),
      'error'
    ])
    expect(outcome.outputs['verdict']).toBe('failed')
    expect(outcome.leaked).toBe('')
    expect(ours(api)[0]?.body.split('<!--')).toHaveLength(2)
  })

  test('in versions give no workflow command of their own', async () => {
    const api = await startGitHub({ permissions: {} })
    const outcome = await check(api, { 'go.mod': requirement('v1%0A::error::x,y:z') })
    expect(annotationsOf(outcome, 'warning')).toHaveLength(1)
    expect(outcome.commands.filter(({ name }) => name === 'error')).toEqual([])
  })
})

describe('events', () => {
  test.each(['push', 'merge_group', 'schedule', 'workflow_dispatch'])(
    '%s: the whole tree is scanned, without a comment',
    async event => {
      const api = await startGitHub()
      const outcome = await check(api, { 'go.mod': STALE }, { event, payload: {} })
      expect(outcome.exitCode).toBe(1)
      expect(api.comments).toEqual([])
      expect(api.checkRuns).toMatchObject([{ headSha: MERGE }])
      expect(outcome.summary).toContain(`/blob/${MERGE}/go.mod#L5`)
      expect(outcome.commands.filter(({ name }) => name === 'notice')).toEqual([])
    }
  )

  test.each(['issue_comment', 'release', 'pull_request_review'])('%s: the same, with a notice', async event => {
    const api = await startGitHub()
    const outcome = await check(api, { 'go.mod': STALE }, { event })
    expect(outcome.exitCode).toBe(1)
    expect(api.comments).toEqual([])
    expect(outcome.commands.filter(({ name }) => name === 'notice')).toMatchObject([
      { message: expect.stringContaining(`"${event}"`) }
    ])
  })

  // https://github.com/google/osv-scanner-action/issues/71: a green check for the wrong tree is worse than none.
  test.each(['pull_request_target', 'workflow_run'])(
    '%s: refused, because the checkout is not the pull request',
    async event => {
      const api = await startGitHub()
      const outcome = await check(api, { 'go.mod': FINE }, { event })
      expect(outcome.exitCode).toBe(3)
      expect(outcome.commands.at(-1)).toMatchObject({
        name: 'error',
        message: expect.stringContaining('on: pull_request')
      })
      expect(api.requests).toEqual([])
    }
  )

  test('pull_request: the checkout may be the merge commit or the head; links and check run go to the head', async () => {
    const api = await startGitHub()
    const workspace = repository({ 'go.mod': STALE })
    const head = commitAll(workspace, { 'go.mod': STALE })
    api.push(head)
    for (const sha of [MERGE, head]) {
      const outcome = await check(api, workspace, {
        payload: payload({ headSha: head }),
        environment: { GITHUB_SHA: sha }
      })
      expect(outcome.summary).toContain(`/blob/${head}/go.mod#L5`)
      expect(outcome.summary).not.toContain(MERGE)
    }
    expect(api.checkRuns.map(({ headSha }) => headSha)).toEqual([head, head])
  })

  test('GitHub Enterprise Server: its own addresses', async () => {
    const api = await startGitHub({ prefix: '/api/v3' })
    const environment = { GITHUB_SERVER_URL: 'https://ghe.example' }
    await check(api, { 'go.mod': STALE }, { environment })
    await check(api, { 'go.mod': STALE, 'b/go.mod': STALE }, { environment })
    expect(operations(api)).toContain('graphql')
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body).toContain(`https://ghe.example/acme/shop/blob/${HEAD}/b/go.mod#L5`)
    expect(ours(api)[0]?.body).not.toContain('https://github.com/acme')
  })
})

describe('wrong use', () => {
  const missing = '/nowhere/event.json'
  test.each<[string, Partial<Step>, RegExp]>([
    [
      'a word that an input does not know',
      { inputs: { minimum: 'loose' } },
      /Input "minimum" is "loose"\. Allowed: "documented", "observed"/
    ],
    [
      'a folder outside the workspace',
      { inputs: { path: '..' } },
      /Input "path" is "\.\.", which leads out of the workspace/
    ],
    [
      'a folder that is not there',
      { inputs: { path: 'nowhere' } },
      /Input "path" is "nowhere", and there is no such folder/
    ],
    ['a file in place of a folder', { inputs: { path: 'go.mod' } }, /this is a file/],
    [
      'a payload that is missing',
      { environment: { GITHUB_EVENT_PATH: missing } },
      /cannot be read: "\/nowhere\/event\.json"/
    ],
    ['a payload without a pull request', { payload: { action: 'opened' } }, /names no pull request/],
    ['no workspace', { environment: { GITHUB_WORKSPACE: undefined } }, /GITHUB_WORKSPACE is not set/],
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

  test('a payload that is no JSON', async () => {
    const path = join(tree({}), 'event.json')
    writeFileSync(path, '{"pull_request":')
    for (const event of ['pull_request', 'schedule']) {
      const outcome = await check(
        await startGitHub(),
        { 'go.mod': FINE },
        { event, environment: { GITHUB_EVENT_PATH: path } }
      )
      expect(outcome.exitCode).toBe(3)
      expect(outcome.commands.at(-1)?.message).toContain('is not JSON')
    }
  })

  // https://github.com/google/osv-scanner/issues/1221: nothing found because nothing was there.
  test('a workspace without a checkout is not called clean', async () => {
    const outcome = await check(await startGitHub(), tree({}))
    expect(outcome.exitCode).toBe(3)
    expect(outcome.commands.at(-1)?.message).toContain('actions/checkout')
  })
})

describe('the configuration', () => {
  const FILE = '.github/bound-token-check.yml'

  test('an input wins over the file, the file over the built-in value', async () => {
    const api = await startGitHub()
    const run = async (configuration: string, inputs: Readonly<Record<string, string>>) =>
      (await check(api, { 'go.mod': BELOW_MINIMUM, [FILE]: configuration }, { inputs })).exitCode
    expect([
      await run('', {}),
      await run('minimum: observed\n', {}),
      await run('minimum: observed\n', { minimum: 'documented' }),
      await run('fail-on: never\n', {}),
      await run('fail-on: never\n', { 'fail-on': 'error' })
    ]).toEqual([1, 0, 1, 0, 1])
  })

  test('lies in the root of the repository, whatever folder is scanned, and names whole paths', async () => {
    const api = await startGitHub()
    const workspace = repository({
      'services/api/go.mod': STALE,
      'services/old/go.mod': STALE,
      [FILE]: 'paths: { exclude: ["services/old/**"] }\n'
    })
    const outcome = await check(api, workspace, { inputs: { path: 'services' } })
    expect(outcome.log).toContain(`Configuration: ${FILE}`)
    expect(outcome.outputs).toMatchObject({ errors: '1' })
    expect(outcome.summary).toContain('1 left out by the configuration')
  })

  test('mistakes: red, one message with all of them, each also on its line', async () => {
    const api = await startGitHub()
    const outcome = await check(api, { 'go.mod': FINE, [FILE]: 'minimun: observed\nfail-on: "::error::x"\n' })
    expect(outcome.exitCode).toBe(3)
    const errors = outcome.commands.filter(({ name }) => name === 'error')
    expect(errors.map(({ properties }) => [properties['file'], properties['line'], properties['col']])).toEqual([
      [undefined, undefined, undefined],
      [FILE, '1', '1'],
      [FILE, '2', '11']
    ])
    expect(errors[0]?.message.split('\n')).toHaveLength(3)
    expect([api.requests, outcome.outputs]).toEqual([[], {}])
  })

  test('a pull request that waives its own finding is green, and says so in a comment', async () => {
    const api = await startGitHub()
    const waiver = (until: string) =>
      `waivers:\n  - rule: client-cannot-reload\n    package: pkg:golang/k8s.io/client-go\n    reason: trust me @octocat\n    owner: "@acme/web"\n    until: ${until}\n`
    const workspace = repository({ 'go.mod': STALE, [FILE]: waiver('2099-01-01') })
    const green = await check(api, workspace)
    expect(green.exitCode).toBe(0)
    expect(ours(api)).toHaveLength(1)
    expect(ours(api)[0]?.body).toContain('The only Kubernetes client is waived')
    expect(ours(api)[0]?.body).toContain('`@acme/web` | `trust me @octocat`')
    expect(green.commands.filter(({ properties }) => properties['file'] !== undefined)).toEqual([])

    commitAll(workspace, { [FILE]: waiver('2024-01-01') })
    const red = await check(api, workspace)
    expect(red.exitCode).toBe(1)
    expect(api.checkRuns.at(-1)?.annotations.map(({ path, start_line }) => `${path}:${start_line}`)).toEqual([
      'go.mod:5',
      `${FILE}:2`
    ])
    expect(ours(api)[0]?.body).toContain('1 waiver has expired')
  })
})

describe('outputs', () => {
  // Defect 4: https://github.com/google/osv-scanner-action/blob/v2.5.0/.github/workflows/osv-scanner-reusable.yml
  test('are exactly those that action.yml declares, and none is empty when it should not be', async () => {
    const api = await startGitHub()
    const { outputs } = await check(api, { 'go.mod': STALE })
    expect(Object.keys(outputs).toSorted()).toEqual(Object.keys(metadata.outputs).toSorted())
    expect(Object.entries(outputs).filter(([, value]) => value === '')).toEqual([])
    const report = JSON.parse(readFileSync(outputs['report-json'] ?? '', 'utf8'))
    expect(report).toMatchObject({ schema: 1, findings: [{ path: 'go.mod', line: 5, verdict: 'cannot-reload' }] })
  })

  // https://github.com/aquasecurity/trivy-action/pull/454, /issues/438
  test('of two runs in one job stand apart, and nothing leaks into later steps', async () => {
    const api = await startGitHub()
    const temp = tree({})
    const workspace = repository({ 'a/go.mod': STALE, 'b/go.mod': FINE })
    const environment = { RUNNER_TEMP: temp }
    const first = await check(api, workspace, { environment, inputs: { path: 'a' } })
    const second = await check(api, workspace, { environment, inputs: { path: 'b' } })
    expect([first.exitCode, second.exitCode]).toEqual([1, 0])
    expect(first.leaked + second.leaked).toBe('')
    expect(first.outputs['report-json']).not.toBe(second.outputs['report-json'])
    expect(readFileSync(first.outputs['report-json'] ?? '', 'utf8')).toContain('cannot-reload')
    expect(readFileSync(second.outputs['report-json'] ?? '', 'utf8')).not.toContain('cannot-reload')
  })

  test('are told even when no file can be written and there is no summary', async () => {
    const api = await startGitHub()
    const outcome = await check(
      api,
      { 'go.mod': STALE },
      { environment: { RUNNER_TEMP: '/nowhere', GITHUB_STEP_SUMMARY: undefined } }
    )
    expect(outcome.exitCode).toBe(1)
    expect(outcome.outputs).toMatchObject({ verdict: 'failed', 'report-json': '' })
    expect(outcome.commands).toContainEqual(
      expect.objectContaining({ name: 'warning', message: expect.stringContaining('JSON report failed') })
    )
    expect(outcome.log).toContain('job summary skipped')
  })
})

describe('the folder', () => {
  // https://github.com/reviewdog/reviewdog/pull/1903, /2481: every path is relative to the repository's root.
  test('below the repository: annotations, links and the file name whole paths', async () => {
    const api = await startGitHub({ permissions: {} })
    const workspace = repository({ 'services/api/go.mod': STALE, 'go.mod': STALE })
    const outcome = await check(api, workspace, { inputs: { path: './services/' } })
    expect(annotationsOf(outcome, 'error').map(({ properties }) => properties['file'])).toEqual(['services/api/go.mod'])
    expect(outcome.summary).toContain(`/blob/${HEAD}/services/api/go.mod#L5`)
    expect(readFileSync(outcome.outputs['report-json'] ?? '', 'utf8')).toContain('"services/api/go.mod"')
  })

  test('into which actions/checkout put the repository: paths begin there', async () => {
    const api = await startGitHub({ permissions: {} })
    const workspace = tree({})
    write(workspace, { 'checkout/.git/HEAD': 'ref: refs/heads/main\n', 'checkout/services/go.mod': STALE })
    const outcome = await check(api, workspace, { inputs: { path: 'checkout/services' } })
    expect(annotationsOf(outcome, 'error').map(({ properties }) => properties['file'])).toEqual(['services/go.mod'])
  })
})
