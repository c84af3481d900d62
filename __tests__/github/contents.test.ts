/** The requests for trees and blobs, and their limit, against a stand-in that serves a real repository. */

import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { openClient } from '../../src/github/client.ts'
import { MOST_REQUESTS } from '../../src/github/contents.ts'
import { contentsOf, eventFor } from '../support/api/contents.ts'
import { type ServedOptions, ServedRepository } from '../support/api/repository.ts'
import { type StandIn, type StandInOptions, startApi } from '../support/api/server.ts'
import { commit, git, removeTrees, repository, write } from '../support/trees.ts'

afterAll(removeTrees)

const started: StandIn[] = []

afterEach(async () => {
  const all = started.splice(0)
  for (const api of all) await api.close()
  expect(all.flatMap(({ violations }) => violations)).toEqual([])
})

async function served(root: string, options: ServedOptions & StandInOptions = {}): Promise<StandIn> {
  const api = await startApi({ repository: new ServedRepository(root, options), ...options })
  started.push(api)
  return api
}

const idOf = (root: string, name: string) => git(root, 'rev-parse', name).trim()

test('a tree with its folders, and all that is in them', async () => {
  const root = repository({ 'a/b/go.mod': 'module a', 'go.mod': 'module root' })
  const contents = await contentsOf(await served(root))
  const [head, folder, file] = [idOf(root, 'HEAD'), idOf(root, 'HEAD:a'), idOf(root, 'HEAD:go.mod')]
  expect(await contents.tree(head, { recursive: false })).toEqual({
    isTruncated: false,
    entries: [
      { path: 'a', mode: '040000', id: folder },
      { path: 'go.mod', mode: '100644', id: file, size: 11 }
    ]
  })
  const whole = await contents.tree(head, { recursive: true })
  expect('entries' in whole && whole.entries.map(({ path }) => path)).toEqual(['a', 'a/b', 'a/b/go.mod', 'go.mod'])
})

test('a blob as it is, and texts without those that are binary', async () => {
  const root = repository({ a: 'é', b: Buffer.from([0, 255]), c: Buffer.from([0xef, 0xbb, 0xbf, 0xff]) })
  const contents = await contentsOf(await served(root))
  const [a, b, c] = ['a', 'b', 'c'].map(name => idOf(root, `HEAD:${name}`))
  if (!a || !b || !c) throw new Error('no blobs')
  expect(await contents.texts([a, b])).toEqual(new Map([[a, Buffer.from('é')]]))
  expect(await contents.blob(b)).toEqual(new Uint8Array([0, 255]))
  expect(await contents.blob(c)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf, 0xff]))
  expect(await contents.blob('1'.repeat(40))).toEqual({ failed: expect.stringContaining('(404)') })
})

test('each attempt counts, and none is sent beyond the limit', async () => {
  const api = await served(repository({}))
  api.fail('git/get-blob', { status: 502 })
  const contents = await contentsOf(api)
  const answers = []
  for (let count = 0; count < MOST_REQUESTS; count++) answers.push(await contents.blob('1'.repeat(40)))
  expect(api.requests).toHaveLength(MOST_REQUESTS)
  expect(answers.at(0)).toEqual({ failed: 'not read from GitHub: GitHub failed (502): run the job again' })
  expect(answers.at(-1)).toEqual({ failed: 'not read: more than 100 requests to GitHub would be necessary' })
})

test('a private repository shows nothing to a token without the permission', async () => {
  const root = repository({ 'go.mod': '' })
  const api = await served(root, { private: true, permissions: {} })
  expect(await (await contentsOf(api)).tree(idOf(root, 'HEAD'), { recursive: true })).toEqual({
    failed: expect.stringContaining('or the token may not see it without the permission `contents: read`')
  })
})

test.each(['/api/v3', ''])('GitHub Enterprise Server is asked at its own address: %s', async prefix => {
  const root = repository({ 'go.mod': 'module a' })
  const api = await served(root, { prefix })
  const id = idOf(root, 'HEAD:go.mod')
  expect(await (await contentsOf(api)).texts([id])).toEqual(new Map([[id, Buffer.from('module a')]]))
})

describe('the stand-in answers as GitHub describes it', () => {
  const repo = { owner: 'acme', repo: 'shop' }

  test('comparisons have a merge base on every page, and files on the first', async () => {
    const root = repository({ 'go.mod': 'module a' })
    const base = idOf(root, 'HEAD')
    write(root, { 'go.mod': 'module b' })
    const main = commit(root)
    git(root, 'checkout', '--quiet', '-b', 'topic', base)
    write(root, { 'x.txt': '' })
    commit(root)
    write(root, { 'y.txt': '' })
    const head = commit(root)
    const api = await served(root)
    const { rest } = await openClient(api.token, eventFor(api))
    const compare = async (page: number) =>
      (await rest.repos.compareCommits({ ...repo, base: main, head, per_page: 1, page })).data
    const first = await compare(1)
    expect(first).toMatchObject({ status: 'diverged', ahead_by: 2, behind_by: 1, total_commits: 2 })
    expect(first.merge_base_commit.sha).toBe(base)
    expect(first.files?.map(({ filename }) => filename)).toEqual(['x.txt', 'y.txt'])
    const second = await compare(2)
    expect([second.merge_base_commit.commit.tree.sha, second.commits[0]?.sha, second.files]).toEqual([
      idOf(root, `${base}^{tree}`),
      head,
      []
    ])
    await expect(compare(3)).resolves.toMatchObject({ commits: [] })
    await expect(rest.repos.compareCommits({ ...repo, base: main, head: '1'.repeat(40) })).rejects.toMatchObject({
      status: 404
    })
  })

  test('commits have their parents and messages', async () => {
    const root = repository({})
    const base = idOf(root, 'HEAD')
    const head = commit(root, 'a subject\n\nand a body')
    const api = await served(root)
    const { rest } = await openClient(api.token, eventFor(api))
    const { data } = await rest.repos.getCommit({ ...repo, ref: 'main' })
    expect([data.sha, data.parents.map(({ sha }) => sha), data.commit.message.trim()]).toEqual([
      head,
      [base],
      'a subject\n\nand a body'
    ])
  })

  test('pull requests are found by their head', async () => {
    const head = { owner: 'mallory', branch: 'topic', sha: '1'.repeat(40), repository: 2 }
    const base = { branch: 'main', sha: '2'.repeat(40), repository: 1 }
    const pullRequests = [
      { number: 7, head, base },
      { number: 8, head: { ...head, branch: 'other' }, base },
      { number: 9, head, base, state: 'closed' as const },
      { number: 10, head, base: { ...base, branch: 'release' } }
    ]
    const api = await served(repository({}), { pullRequests })
    const { rest } = await openClient(api.token, eventFor(api))
    const list = async (more: object) =>
      (await rest.pulls.list({ ...repo, head: 'mallory:topic', ...more })).data.map(({ number }) => number)
    expect(await list({})).toEqual([7, 10])
    expect(await list({ state: 'all', base: 'main' })).toEqual([7, 9])
    expect(await list({ per_page: 1, page: 2 })).toEqual([10])
  })
})
