/** The folder that a command names: its place in the repository that tracks it. */

import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { folderOnDisk } from '../../src/workspaces/folder-on-disk.ts'
import { removeTrees, repository, tree, write } from '../support/trees.ts'

afterAll(removeTrees)

const listed = async (path: string) => {
  const { scanned, whole, prefix } = await folderOnDisk(path)
  const paths = (await scanned.list()).files.map(file => file.path)
  return { prefix, paths, whole: (await whole.list()).files.length, text: await scanned.read(paths[0] ?? '') }
}

test('a folder of a repository has the paths of the repository', async () => {
  const root = repository({ 'a/b/c.txt': 'c', 'd.txt': 'd' })
  const below = { prefix: 'a/b/', paths: ['a/b/c.txt'], whole: 2, text: { text: 'c' } }
  expect(await listed(join(root, 'a', 'b'))).toEqual(below)
  symlinkSync(join(root, 'a', 'b'), join(root, 'link'))
  expect(await listed(join(root, 'link'))).toEqual(below)
  expect(await listed(root)).toMatchObject({ prefix: '', whole: 2 })
})

test('a folder that no repository tracks has its own paths', async () => {
  const own = { prefix: '', paths: ['a.txt'], whole: 1, text: { text: 'a' } }
  expect(await listed(tree({ 'a.txt': 'a' }))).toEqual(own)
  const root = repository({ 'd.txt': 'd' })
  write(root, { 'not-tracked/a.txt': 'a' })
  expect(await listed(join(root, 'not-tracked'))).toEqual(own)
})

test('an empty folder of a repository has no files', async () => {
  const root = repository({ 'd.txt': 'd' })
  mkdirSync(join(root, 'empty'))
  expect(await listed(join(root, 'empty'))).toMatchObject({ prefix: '', paths: [] })
})

test('a folder that does not exist is wrong use', async () => {
  await expect(folderOnDisk(join(tree({}), 'none'))).rejects.toThrow('does not exist')
})
