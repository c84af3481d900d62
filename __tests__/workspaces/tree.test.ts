/** A tree of git reads as the folder on disk that it was checked out to: real repositories, through every adapter. */

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { excluding } from '../../src/workspaces/excluding.ts'
import { under } from '../../src/workspaces/subfolder.ts'
import { type Blobs, type TreeEntry, treeWorkspace } from '../../src/workspaces/tree.ts'
import type { Reading, Workspace } from '../../src/workspaces/workspace.ts'
import { perAdapter } from '../support/adapters.ts'
import { commit, type Files, git, removeTrees, repository } from '../support/trees.ts'

afterAll(removeTrees)

/** A repository with files and symbolic links (path → target). */
function linked(files: Files, links: Readonly<Record<string, string>>): string {
  const root = repository(files)
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    symlinkSync(target, join(root, path))
  }
  commit(root)
  return root
}

/** What a workspace lists and reads, in order of the paths. */
async function look(workspace: Workspace) {
  const { files, gaps } = await workspace.list()
  const paths = files.map(({ path }) => path).sort()
  await workspace.prepare?.(paths)
  const readings: Record<string, Reading> = {}
  for (const path of paths) readings[path] = await workspace.read(path)
  return { readings, gaps }
}

/** What every adapter lists and reads; throws if one differs. */
async function read(root: string, folder = '') {
  const { disk, objects, github } = await perAdapter(root, look, folder)
  expect(objects).toEqual(disk)
  expect(github).toEqual(disk)
  return disk
}

describe('symbolic links', () => {
  test.each<[string, string, Reading]>([
    ['a file', 'real/go.mod', { text: 'module a' }],
    ['a file by way of other parts', './real/../real//go.mod', { text: 'module a' }],
    ['a file by way of a linked folder', 'folder/go.mod', { text: 'module a' }],
    ['another link', 'chain', { text: 'module a' }],
    ['a folder', 'real', { unreadable: 'not a regular file' }],
    ['a linked folder', 'folder', { unreadable: 'not a regular file' }],
    ['the root', '.', { unreadable: 'not a regular file' }],
    ['itself', 'link', { unreadable: 'a symbolic link to itself' }],
    ['below a file', 'real/go.mod/x', { unreadable: 'a part of the path is not a folder' }],
    ['a file as a folder', 'real/go.mod/', { unreadable: 'a part of the path is not a folder' }],
    ['nothing', 'nowhere/go.mod', { absent: 'a symbolic link to nothing', isLink: true }],
    ['nothing by way of a linked folder', 'folder/none', { absent: 'a symbolic link to nothing', isLink: true }],
    ['a link to nothing', 'broken', { absent: 'a symbolic link to nothing', isLink: true }],
    ['an absolute path', '/etc/passwd', { unreadable: expect.stringContaining('outside the scanned folder') as never }],
    ['above the root', '../..', { unreadable: expect.stringContaining('outside the scanned folder') as never }]
  ])('to %s', async (_, target, expected) => {
    const links = { link: target, folder: 'real', chain: 'folder/go.mod', broken: 'nowhere' }
    const { readings } = await read(linked({ 'real/go.mod': 'module a' }, links))
    expect(readings['link']).toEqual(expected)
  })

  test('with the same target in two folders lead to two texts', async () => {
    const root = linked({ 'a/go.mod': 'module a', 'b/go.mod': 'module b' }, { 'a/x': 'go.mod', 'b/x': 'go.mod' })
    const ids = await perAdapter(root, async workspace => (await workspace.list()).files.filter(({ id }) => id))
    expect(ids.objects.map(({ path }) => path)).toEqual(['a/go.mod', 'b/go.mod'])
    expect(ids.github).toEqual(ids.objects)
    const { readings } = await read(root)
    expect([readings['a/x'], readings['b/x']]).toEqual([{ text: 'module a' }, { text: 'module b' }])
  })

  test('out of the scanned folder are not followed, although the repository has their targets', async () => {
    const links = { 'sub/file': '../go.mod', 'sub/folder': '../other', 'sub/none': '../none', 'sub/in': '../sub/own' }
    const root = linked({ 'go.mod': 'module a', 'other/x': '', 'sub/own': 'module own', 'subway/x': '' }, links)
    const { readings } = await read(root, 'sub')
    expect(readings).toEqual({
      file: { unreadable: expect.stringContaining('outside the scanned folder') },
      folder: { unreadable: expect.stringContaining('outside the scanned folder') },
      in: { text: 'module own' },
      none: { absent: 'a symbolic link to nothing', isLink: true },
      own: { text: 'module own' }
    })
  })

  test('more than a file system follows are one to itself', async () => {
    const chain = (length: number) =>
      linked(
        { go: 'module a' },
        Object.fromEntries(Array.from({ length }, (_, n) => [`l${n}`, n === 0 ? 'go' : `l${n - 1}`]))
      )
    expect((await read(chain(40))).readings['l39']).toEqual({ text: 'module a' })
    expect((await read(chain(41))).readings['l40']).toEqual({ unreadable: 'a symbolic link to itself' })
  })

  test('whose target is longer than a path are not followed', async () => {
    const entry: TreeEntry = { path: 'go.mod', mode: '120000', id: '1'.repeat(40) }
    const blobs: Blobs = { read: async () => ({ bytes: Buffer.from('a/'.repeat(5_000)) }) }
    for (const size of [undefined, 10_000]) {
      const entries = [size === undefined ? entry : { ...entry, size }]
      const workspace = treeWorkspace({ source: 'x', entries, gaps: [] }, blobs)
      expect(await workspace.read('go.mod')).toEqual({ unreadable: 'the path is too long for this system' })
    }
  })
})

test.each<[string, string | Uint8Array]>([
  ['a text', 'module é\r\n'],
  ['an empty file', ''],
  ['a byte-order mark', '\uFEFFmodule a'],
  ['UTF-16', Buffer.from('\uFEFFmodule a', 'utf16le')],
  ['Latin-1', Buffer.from('module é', 'latin1')],
  ['a binary file', Buffer.from([1, 0, 2, 0])],
  ['a pointer of Git LFS', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n'],
  ['a text that GraphQL cuts', `module a\n${'x'.repeat(600_000)}`]
])('%s', async (_, content) => {
  await read(repository({ 'go.mod': content, 'other/go.mod': 'module b' }))
})

test('a file over the maximum size is not read', async () => {
  const { readings } = await read(repository({ 'go.mod': Buffer.alloc(65 * 1024 * 1024), 'a/go.mod': 'module a' }))
  expect(readings).toEqual({
    'a/go.mod': { text: 'module a' },
    'go.mod': { unreadable: 'larger than 64 MiB (65 MiB): not read' }
  })
})

test('names that git would quote, and one that is not UTF-8', async () => {
  const names = ['a "quoted" name', 'líne', 'new\nline', 'tab\there', ' ', '-x', 'ends with ']
  const root = repository(Object.fromEntries(names.map(name => [`${name}/go.mod`, name])))
  writeFileSync(Buffer.concat([Buffer.from(`${root}/requirements-`), Buffer.of(0xff), Buffer.from('.txt')]), '')
  commit(root)
  const { readings } = await read(root)
  expect(Object.keys(readings)).toHaveLength(names.length + 1)
  expect(readings['requirements-\ufffd.txt']).toEqual({ unreadable: 'its path is not UTF-8: not read' })
})

test('a submodule is a gap, and a link into it one to nothing', async () => {
  const inner = repository({ 'go.mod': 'module inner' })
  const root = linked({ 'a.txt': '' }, { link: 'libs/inner/go.mod', folder: 'libs/inner' })
  git(root, 'submodule', '--quiet', 'add', inner, 'libs/inner')
  commit(root)
  git(root, 'submodule', '--quiet', 'deinit', '--force', 'libs/inner')
  const { readings, gaps } = await read(root)
  expect(gaps).toEqual([{ kind: 'absent-file', path: 'libs/inner', detail: 'a submodule that is not checked out' }])
  expect(readings).toMatchObject({
    link: { absent: 'a symbolic link to nothing' },
    folder: { unreadable: 'not a regular file' }
  })
  expect((await read(root, 'libs')).gaps.map(({ path }) => path)).toEqual(['inner'])
})

test('a path that the commit does not have is absent, whatever it looks like', async () => {
  const root = repository({ 'sub/go.mod': 'module a', 'go.mod': 'module root' })
  const { disk, objects } = await perAdapter(
    root,
    async workspace => {
      const paths = ['none', 'none/go.mod', './go.mod', 'go.mod/x', '', '.git/config-none']
      return Promise.all(paths.map(async path => Object.entries(await workspace.read(path))[0]?.[0]))
    },
    'sub'
  )
  expect(objects).toEqual(disk)
})

test('the wrappers of a workspace pass its announcements on', async () => {
  const announced: string[] = []
  const workspace: Workspace = {
    list: async () => ({ source: 'x', files: [], excluded: {}, gaps: [] }),
    prepare: async paths => {
      announced.push(...paths)
    },
    read: async () => ({ text: '' })
  }
  await under('sub/', excluding(workspace)).prepare?.(['sub/go.mod'])
  expect(announced).toEqual(['go.mod'])
})
