/** Commits read through the real client from a stand-in for GitHub: what is asked for, and what is made of the answers. */

import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { scan } from '../../src/scan/scan.ts'
import { blobsOnDisk } from '../../src/workspaces/at-hand.ts'
import { type FromGithub, githubWorkspace } from '../../src/workspaces/github-tree.ts'
import type { Workspace } from '../../src/workspaces/workspace.ts'
import { contentsOf } from '../support/api/contents.ts'
import { type ServedOptions, ServedRepository } from '../support/api/repository.ts'
import { type StandIn, startApi } from '../support/api/server.ts'
import { commit, type Files, git, removeTrees, repository, write } from '../support/trees.ts'

afterAll(removeTrees)

const started: StandIn[] = []

afterEach(async () => {
  const all = started.splice(0)
  for (const api of all) await api.close()
  expect(all.flatMap(({ violations }) => violations)).toEqual([])
})

/** A stand-in that serves a repository, and the workspace of a commit from it. */
async function served(root: string, commit = 'HEAD', options: FromGithub & ServedOptions = {}) {
  const api = await startApi({ repository: new ServedRepository(root, options) })
  started.push(api)
  const id = git(root, 'rev-parse', commit).trim()
  const workspace = await githubWorkspace(await contentsOf(api), id, options)
  if ('failed' in workspace) throw new Error(workspace.failed)
  return { api, workspace }
}

/** Announces files and reads them. */
async function texts(workspace: Workspace, paths?: readonly string[]): Promise<Record<string, unknown>> {
  const wanted = paths ?? (await workspace.list()).files.map(({ path }) => path)
  await workspace.prepare?.(wanted)
  const read: Record<string, unknown> = {}
  for (const path of wanted) {
    const reading = await workspace.read(path)
    read[path] = 'text' in reading ? reading.text : reading
  }
  return read
}

/** How often each operation was requested. */
function counted({ requests }: StandIn): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { operation } of requests) counts[operation] = (counts[operation] ?? 0) + 1
  return counts
}

/** This many manifests, each with its number. */
function modules(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`m${n}/go.mod`, `module m${n}\n`]))
}

describe('what is asked for', () => {
  test('the tree, and fifty texts at once', async () => {
    const files = modules(120)
    const { api, workspace } = await served(repository(files))
    expect(await texts(workspace)).toEqual(files)
    expect(counted(api)).toEqual({ 'git/get-tree': 1, graphql: 3 })
  })

  test('nothing but the announced files, and equal ones once', async () => {
    const { api, workspace } = await served(repository({ ...modules(10), 'a/go.mod': 'same', 'b/go.mod': 'same' }))
    await texts(workspace, ['a/go.mod', 'b/go.mod', 'm1/go.mod'])
    await texts(workspace, ['a/go.mod', 'b/go.mod', 'm1/go.mod'])
    expect(counted(api)).toEqual({ 'git/get-tree': 1, graphql: 1 })
    const [, query] = api.requests.map(({ body }) => String((body as { query?: string } | undefined)?.query))
    expect(query?.match(/object\(/g)).toHaveLength(2)
  })

  test('large files, binary files and those that a text does not keep, one by one', async () => {
    const large = `module large\n${'x'.repeat(520_000)}`
    const files: Files = {
      'a/go.mod': large,
      'b/go.mod': Buffer.from([1, 0]),
      'c/go.mod': '\uFEFFmodule c',
      'd/go.mod': Buffer.from('module é', 'latin1'),
      'e/go.mod': 'module e'
    }
    const { api, workspace } = await served(repository(files))
    expect(await texts(workspace)).toEqual({
      'a/go.mod': large,
      'b/go.mod': { unreadable: 'not a text file', fragments: '\u0001\0' },
      'c/go.mod': 'module c',
      'd/go.mod': 'module é',
      'e/go.mod': 'module e'
    })
    expect(counted(api)).toEqual({ 'git/get-tree': 1, graphql: 1, 'git/get-blob': 4 })
  })

  test('texts of one request stay under five megabytes together', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 25 }, (_, n) => [`m${n}/go.mod`, `module m${n}\n${'x'.repeat(450_000)}`])
    )
    const { api, workspace } = await served(repository(files))
    expect(await texts(workspace)).toEqual(files)
    expect(counted(api)).toEqual({ 'git/get-tree': 1, graphql: 3 })
  })

  test('a folder alone', async () => {
    const { workspace } = await served(repository({ 'go.mod': 'a', 'sub/go.mod': 'b' }), 'HEAD', { folder: 'sub' })
    expect(await texts(workspace)).toEqual({ 'go.mod': 'b' })
  })

  test('for a usual pull request at most ten requests', async () => {
    const root = repository({ ...modules(300), 'README.md': 'text' })
    write(root, { 'm7/go.mod': 'module changed', 'm99/go.mod': 'module changed', 'm250/go.mod': 'module changed' })
    commit(root)
    const { api, workspace } = await served(root, 'HEAD~1', { atHand: await blobsOnDisk(root) })
    const { coverage } = await scan(workspace, { minimum: 'documented' })
    expect(coverage).toMatchObject({ source: 'github', claimed: 300, failed: 0 })
    expect(counted(api)).toEqual({ 'git/get-tree': 1, graphql: 1 })
    expect(api.requests.length).toBeLessThanOrEqual(10)
  })
})

describe('answers that are not what was asked for', () => {
  test('another content is not read', async () => {
    const root = repository({ 'a/go.mod': 'module a', 'b/go.mod': 'module b' })
    const forged = new Set([git(root, 'rev-parse', 'HEAD:a/go.mod').trim()])
    const { workspace } = await served(root, 'HEAD', { forged })
    expect(await texts(workspace)).toEqual({
      'a/go.mod': { unreadable: expect.stringContaining('another content'), isUnread: true },
      'b/go.mod': 'module b'
    })
  })

  test('texts that GitHub leaves out are asked for one by one', async () => {
    const files = modules(5)
    const { api, workspace } = await served(repository(files), 'HEAD', { objectLimit: 3 })
    expect(await texts(workspace)).toEqual(files)
    expect(counted(api)).toEqual({ 'git/get-tree': 1, graphql: 1, 'git/get-blob': 2 })
  })

  test.each(['answer', 'page', 'hang-up'] as const)('where GraphQL fails (%s) all are', async way => {
    const files = modules(3)
    const { api, workspace } = await served(repository(files))
    api.fail('graphql', { way, status: 403 })
    expect(await texts(workspace)).toEqual(files)
    expect(counted(api)).toMatchObject({ 'git/get-blob': 3 })
  })

  test('a blob that cannot be had is an unread file, with the reason', async () => {
    const { api, workspace } = await served(repository({ 'go.mod': '\uFEFFmodule a' }))
    api.fail('git/get-blob', { status: 403, message: 'Resource not accessible by integration' })
    expect(await workspace.read('go.mod')).toEqual({
      unreadable: expect.stringContaining('the token lacks the permission `contents: read` (403)'),
      isUnread: true
    })
  })

  test.each([
    ['answer', 404, 'it is gone, or the token may not see it without the permission `contents: read`'],
    ['answer', 403, 'the token lacks the permission `contents: read` (403)'],
    ['answer', 500, 'GitHub failed (500)'],
    ['page', 200, "none of GitHub's API"],
    ['hang-up', 0, 'cannot be reached']
  ] as const)('no tree (%s %s) is no workspace', async (way, status, reason) => {
    const root = repository({ 'go.mod': '' })
    const api = await startApi({ repository: new ServedRepository(root) })
    started.push(api)
    api.fail('git/get-tree', { way, status })
    expect(await githubWorkspace(await contentsOf(api), '1'.repeat(40))).toEqual({
      failed: expect.stringContaining(reason)
    })
  })
})

describe('a tree that GitHub truncates', () => {
  test('is listed folder after folder', async () => {
    const files = {
      'go.mod': 'root',
      ...modules(5),
      'deep/a/go.mod': 'a',
      'deep/b/c/go.mod': 'c',
      'deep/d/e/go.mod': 'd'
    }
    const { api, workspace } = await served(repository(files), 'HEAD', { treeLimit: 8 })
    expect(await texts(workspace)).toEqual(files)
    expect((await workspace.list()).gaps).toEqual([])
    expect(counted(api)['git/get-tree']).toBe(2 + 6)
  })

  test('down to the folder that is too large itself', async () => {
    const files = { 'deep/a/b/go.mod': 'b', 'deep/a/c/go.mod': 'c', 'deep/d/go.mod': 'd' }
    const { workspace } = await served(repository(files), 'HEAD', { treeLimit: 2 })
    expect(await texts(workspace)).toEqual(files)
  })

  test('leaves a gap for each folder that was not listed', async () => {
    const wide = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`f${n}/go.mod`, 'module a']))
    const { api, workspace } = await served(repository(wide), 'HEAD', { treeLimit: 61 })
    const { files, gaps } = await workspace.list()
    expect(counted(api)['git/get-tree']).toBe(50)
    expect(files).toHaveLength(48)
    expect(gaps).toHaveLength(12)
    expect(gaps[0]).toMatchObject({ kind: 'unreadable-file', detail: expect.stringContaining('did not list all') })
  })

  test('leaves a gap for a folder that alone has too many files', async () => {
    const files = { 'a/go.mod': 'a', 'b/go.mod': 'b', 'b/x': '', 'b/y': '', 'b/z': '' }
    const { workspace } = await served(repository(files), 'HEAD', { treeLimit: 3 })
    expect((await workspace.list()).gaps.map(({ path }) => path)).toEqual(['b'])
    expect(await workspace.read('a/go.mod')).toEqual({ text: 'a' })
  })
})

test('after a hundred requests, what is left is unread, and the report says how much', async () => {
  const files = Object.fromEntries(Array.from({ length: 130 }, (_, n) => [`m${n}/go.mod`, `\uFEFFmodule m${n}`]))
  const { api, workspace } = await served(repository({ ...files, 'x/a.py': '\uFEFF# a', 'x/b.py': '\uFEFF# b' }))
  const { coverage, gaps } = await scan(workspace, { minimum: 'documented' })
  expect(api.requests).toHaveLength(100)
  const asked = counted(api)['git/get-blob'] ?? 0
  expect(coverage.failed).toBe(132 - asked)
  expect(gaps).toEqual([
    {
      kind: 'unreadable-file',
      place: expect.objectContaining({ line: 1 }),
      detail: `not read: more than 100 requests to GitHub would be necessary (this file and ${131 - asked} more)`
    }
  ])
})

describe('blobs at hand', () => {
  const base: Files = { 'go.mod': 'module a\n', 'moved/go.mod': 'module moved\n', 'win/go.mod': 'module win\nx\n' }

  test('are read from the folder, also where they moved or have other line ends', async () => {
    const root = repository(base)
    git(root, 'mv', 'moved', 'elsewhere')
    commit(root)
    write(root, { 'win/go.mod': 'module win\r\nx\r\n' })
    const { api, workspace } = await served(root, 'HEAD~1', { atHand: await blobsOnDisk(root) })
    expect(await texts(workspace)).toEqual(base)
    expect(counted(api)).toEqual({ 'git/get-tree': 1 })
  })

  test('are not taken from a file that an earlier step rewrote, or that the index does not name', async () => {
    const root = repository(base)
    write(root, { 'go.mod': 'module rewritten\n' })
    git(root, 'rm', '--quiet', '-r', '--cached', 'moved')
    const { api, workspace } = await served(root, 'HEAD', { atHand: await blobsOnDisk(root) })
    expect(await texts(workspace)).toEqual(base)
    expect(counted(api)).toEqual({ 'git/get-tree': 1, graphql: 1 })
  })

  test('may be the targets of links', async () => {
    const root = repository(base)
    symlinkSync('moved/go.mod', join(root, 'link.mod'))
    mkdirSync(join(root, 'b'))
    symlinkSync('../link.mod', join(root, 'b/go.mod'))
    commit(root)
    const { api, workspace } = await served(root, 'HEAD', { atHand: await blobsOnDisk(root) })
    expect(await texts(workspace)).toEqual({ ...base, 'b/go.mod': 'module moved\n', 'link.mod': 'module moved\n' })
    expect(counted(api)).toEqual({ 'git/get-tree': 1 })
  })

  test('are found by their paths in a folder without git', async () => {
    const root = repository(base)
    const copy = repository(base)
    git(copy, 'rm', '--quiet', '-r', '--cached', '.')
    const { api, workspace } = await served(root, 'HEAD', { atHand: await blobsOnDisk(copy) })
    expect(await texts(workspace)).toEqual(base)
    expect(counted(api)).toEqual({ 'git/get-tree': 1 })
  })
})
