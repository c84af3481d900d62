/** Commits read from the objects of real clones: whole, shallow, sparse, partial and damaged ones. None of them changes. */

import { createHash } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openRepository } from '../../src/workspaces/git-objects.ts'
import type { Workspace } from '../../src/workspaces/workspace.ts'
import { opened } from '../support/adapters.ts'
import { commit, type Files, git, removeTrees, repository, tree, write } from '../support/trees.ts'

afterAll(removeTrees)

/** The clones of the running test, with their states before it used them. */
const watched = new Map<string, Readonly<Record<string, string>>>()

beforeEach(() => watched.clear())
afterEach(() => {
  for (const [root, before] of watched) expect(stateOf(root)).toEqual(before)
})

/** A clone that must stay as it is. */
function untouched(root: string): string {
  watched.set(root, stateOf(root))
  return root
}

/** The content, mode and time of everything below a folder, `.git` included. */
function stateOf(root: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true }).map(entry => {
      const path = join(entry.parentPath, entry.name)
      const { mode, mtimeMs } = lstatSync(path)
      const content = entry.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : ''
      return [relative(root, path), `${mode} ${mtimeMs} ${content}`]
    })
  )
}

/** A repository with two commits: a base, and a head with these files changed. */
function history(base: Files, head: Files): { root: string; base: string; head: string } {
  const root = repository(base)
  const first = git(root, 'rev-parse', 'HEAD').trim()
  write(root, head)
  return { root, base: first, head: commit(root) }
}

/** A clone over the protocol of git, which serves parts of a repository too. */
function cloned(root: string, ...options: string[]): string {
  git(root, 'config', 'uploadpack.allowFilter', 'true')
  git(root, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  const clone = tree({})
  git(clone, 'clone', '--quiet', ...options, pathToFileURL(root).href, '.')
  return clone
}

async function texts(workspace: Workspace | undefined): Promise<Record<string, unknown>> {
  if (!workspace) throw new Error('no workspace')
  const { files } = await workspace.list()
  const read: Record<string, unknown> = {}
  for (const { path } of files) {
    const reading = await workspace.read(path)
    read[path] = 'text' in reading ? reading.text : reading
  }
  return read
}

const FILES = { 'go.mod': 'module base', 'sub/deep/go.mod': 'module deep', 'same.txt': 'same' }

describe.each(['sha1', 'sha256'])('a repository with %s', format => {
  function made(): { root: string; base: string; head: string } {
    const root = tree({})
    git(root, 'init', '--quiet', '--initial-branch=main', `--object-format=${format}`)
    write(root, FILES)
    const base = commit(root)
    write(root, { 'go.mod': 'module head' })
    return { root, base, head: commit(root, 'second\n\nwith more') }
  }

  test('has the files of any commit, without a work tree', async () => {
    const { root, base } = made()
    write(root, { 'go.mod': 'module changed', 'untracked/go.mod': '' })
    const clone = await opened(untouched(root))
    expect(await texts(await clone.workspaceAt(base))).toEqual(FILES)
    expect(await texts(await clone.workspaceAt('main'))).toEqual({ ...FILES, 'go.mod': 'module head' })
  })

  test('has ids and sizes', async () => {
    const { root, base } = made()
    const listing = await (await (await opened(untouched(root))).workspaceAt(base))?.list()
    const id = git(root, 'rev-parse', `${base}:go.mod`).trim()
    expect(listing?.files).toContainEqual({ path: 'go.mod', id, size: 11 })
    expect(listing?.source).toBe('git-objects')
  })

  test('has commits with all that they say', async () => {
    const { root, base, head } = made()
    const clone = await opened(untouched(root))
    expect(await clone.resolve('main')).toBe(head)
    const id = git(root, 'rev-parse', 'HEAD^{tree}').trim()
    expect(await clone.commit('HEAD')).toEqual({
      id: head,
      tree: id,
      parents: [base],
      message: 'second\n\nwith more\n'
    })
    expect((await clone.commit(base))?.parents).toEqual([])
  })
})

test('names of commits that do not exist, or are none', async () => {
  const { root, base } = history(FILES, { 'go.mod': '' })
  git(root, 'tag', '--annotate', '--message', 'a tag', 'v1', base)
  const clone = await opened(untouched(root))
  expect(await clone.resolve('v1')).toBe(base)
  expect(await clone.resolve('HEAD~1')).toBe(base)
  const hostile = [
    'none',
    '',
    '-h',
    '--all',
    '--output=x',
    'HEAD:go.mod',
    'HEAD\0x',
    'a b',
    '$(touch x)',
    '^HEAD',
    'HEAD..'
  ]
  for (const ref of [...hostile, '0'.repeat(40), git(root, 'rev-parse', 'HEAD:go.mod').trim()]) {
    expect([ref, await clone.resolve(ref), await clone.commit(ref)]).toEqual([ref, undefined, undefined])
  }
  expect(await clone.workspaceAt('0'.repeat(40))).toBeUndefined()
})

test('the merge base of two branches, and none without a common commit', async () => {
  const { root, base } = history(FILES, { 'go.mod': 'module main' })
  git(root, 'checkout', '--quiet', '-b', 'topic', base)
  write(root, { 'other.txt': '' })
  const topic = commit(root)
  git(root, 'checkout', '--quiet', '--orphan', 'other')
  const other = commit(root)
  const clone = await opened(untouched(root))
  expect(await clone.mergeBase('main', topic)).toBe(base)
  expect(await clone.mergeBase(topic, topic)).toBe(topic)
  expect(await clone.mergeBase(topic, other)).toBeUndefined()
})

test('a folder of the repository, and a folder in it', async () => {
  const { root } = history(FILES, {})
  const clone = await opened(untouched(join(root, 'sub')))
  expect(clone.folder).toBe('sub')
  expect(await texts(await clone.workspaceAt('HEAD', clone))).toEqual({ 'deep/go.mod': 'module deep' })
  expect(await texts(await clone.workspaceAt('HEAD', { folder: 'none' }))).toEqual({})
  expect((await opened(root)).folder).toBe('')
})

test('a shallow clone has its own commit with all parents, and no merge base', async () => {
  const { root, base, head } = history(FILES, { 'go.mod': 'module head' })
  git(root, 'checkout', '--quiet', '-b', 'topic', base)
  write(root, { 'topic.txt': '' })
  const topic = commit(root)
  git(root, 'checkout', '--quiet', 'main')
  git(root, 'merge', '--quiet', '--no-ff', '--message', `Merge ${topic} into ${head}`, 'topic')
  const clone = await opened(untouched(cloned(root, '--depth=1')))
  expect(await clone.commit('HEAD')).toMatchObject({ parents: [head, topic], message: `Merge ${topic} into ${head}\n` })
  expect(await clone.resolve('HEAD^1')).toBeUndefined()
  expect(await clone.workspaceAt(head)).toBeUndefined()
  expect(await clone.mergeBase('HEAD', topic)).toBeUndefined()
  expect(await texts(await clone.workspaceAt('HEAD'))).toEqual({ ...FILES, 'go.mod': 'module head', 'topic.txt': '' })
})

test('with two commits the parents of a merge are there', async () => {
  const { root, base } = history(FILES, { 'go.mod': 'module head' })
  const clone = await opened(untouched(cloned(root, '--depth=2')))
  expect(await texts(await clone.workspaceAt(base))).toEqual(FILES)
})

test('a sparse clone without the blobs of the base has no workspace, or one that tells what it lacks', async () => {
  const { root, base } = history(FILES, { 'go.mod': 'module head' })
  const sparse = cloned(root, '--filter=blob:none', '--sparse')
  git(sparse, 'sparse-checkout', 'set', 'sub')
  const clone = await opened(untouched(sparse))
  expect(await clone.workspaceAt(base)).toBeUndefined()
  const unread = { unreadable: expect.stringContaining('not in this clone'), isUnread: true }
  const partial = await clone.workspaceAt(base, { partial: true })
  expect(await texts(partial)).toEqual({ ...FILES, 'go.mod': unread })
  // Reading goes on after a blob that is missing.
  expect(await partial?.read('same.txt')).toEqual({ text: 'same' })
})

test('a clone without trees has no workspace', async () => {
  const { root, base } = history(FILES, { 'sub/x': '' })
  const treeless = untouched(cloned(root, '--filter=tree:0', '--no-checkout'))
  expect(await (await opened(treeless)).workspaceAt(base, { partial: true })).toBeUndefined()
})

test('nothing is fetched, whatever the clone configures', async () => {
  const { root, base } = history(FILES, { 'go.mod': 'module head' })
  const clone = cloned(root, '--filter=blob:none', '--sparse')
  const trace = join(tree({}), 'was-run')
  const command = join(tree({}), 'fetch.sh')
  writeFileSync(command, `#!/bin/sh\ntouch ${trace}\n`)
  chmodSync(command, 0o755)
  git(clone, 'config', 'remote.origin.url', `ext::${command} %S`)
  git(clone, 'config', 'protocol.ext.allow', 'always')
  git(clone, 'config', 'core.fsmonitor', command)
  git(clone, 'config', 'core.sshCommand', command)
  git(clone, 'config', 'filter.x.clean', command)
  git(clone, 'config', 'filter.x.smudge', command)
  writeFileSync(join(clone, '.git/info/attributes'), '* filter=x diff=x\n')
  const { workspaceAt, commit: commitAt, mergeBase } = await opened(untouched(clone))
  await texts(await workspaceAt(base, { partial: true }))
  await commitAt('HEAD')
  await mergeBase('HEAD', base)
  expect(existsSync(trace)).toBe(false)
})

test('an object that another one replaces is read as it was', async () => {
  const { root, base, head } = history({ 'go.mod': 'module base' }, { 'go.mod': 'module head' })
  git(root, 'replace', base, head)
  const clone = await opened(untouched(root))
  expect(await texts(await clone.workspaceAt(base))).toEqual({ 'go.mod': 'module base' })
})

test('a blob that is damaged is an unread file, as are all after it', async () => {
  const root = repository({ 'a/go.mod': 'module a', 'b/go.mod': 'module b' })
  const id = git(root, 'rev-parse', 'HEAD:a/go.mod').trim()
  const workspace = await (await opened(root)).workspaceAt('HEAD')
  const object = join(root, '.git/objects', id.slice(0, 2), id.slice(2))
  chmodSync(object, 0o644)
  writeFileSync(object, 'no object')
  const unread = { unreadable: 'git could not read it from the clone', isUnread: true }
  expect(await texts(workspace)).toEqual({ 'a/go.mod': unread, 'b/go.mod': unread })
})

test('a clone from which objects are missing has no workspace', async () => {
  const root = repository(FILES)
  const id = git(root, 'rev-parse', 'HEAD:sub').trim()
  rmSync(join(root, '.git/objects', id.slice(0, 2), id.slice(2)))
  expect(await (await opened(root)).workspaceAt('HEAD')).toBeUndefined()
})

test('git that never answers ends with the time limit', async () => {
  const root = repository(FILES)
  const folder = tree({ git: `#!/bin/sh\ncase "$*" in *--batch*) exec sleep 600;; *) exec ${gitPath()} "$@";; esac\n` })
  chmodSync(join(folder, 'git'), 0o755)
  const before = process.env['PATH']
  process.env['PATH'] = [folder, before].join(delimiter)
  try {
    const clone = await openRepository(root, { patience: 2_000 })
    if ('withoutGit' in clone) throw new Error(clone.withoutGit)
    const unread = { unreadable: 'git could not read it from the clone', isUnread: true }
    const workspace = await clone.workspaceAt('HEAD')
    expect(await texts(workspace)).toEqual({ 'go.mod': unread, 'sub/deep/go.mod': unread, 'same.txt': unread })
  } finally {
    process.env['PATH'] = before
  }
})

test('reads that overlap do not mix', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 50 }, (_, n) => [`${n}/go.mod`, `module ${n}`.repeat(n * 1_000)])
  )
  const workspace = await (await opened(repository(files))).workspaceAt('HEAD')
  const readings = await Promise.all(Object.keys(files).map(path => workspace?.read(path)))
  expect(readings).toEqual(Object.values(files).map(text => ({ text })))
})

test('a folder without a repository, and one that git cannot read', async () => {
  expect(await openRepository(tree({ 'go.mod': '' }))).toEqual({ withoutGit: 'no-work-tree' })
  const root = repository({ 'go.mod': '' })
  rmSync(join(root, '.git/HEAD'))
  expect(await openRepository(root)).toEqual({ withoutGit: 'git-failed' })
})

function gitPath(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return join(folders.find(folder => existsSync(join(folder, 'git'))) ?? '', 'git')
}
