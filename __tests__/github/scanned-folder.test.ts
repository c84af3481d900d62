/** The folder that is scanned, and the paths of its files. */

import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { scannedFolder } from '../../src/github/scanned-folder.ts'
import { under } from '../../src/workspaces/subfolder.ts'
import type { Workspace } from '../../src/workspaces/workspace.ts'
import { annotationsOf, check, closeGitHub, HEAD, STALE, startGitHub, workTree } from '../support/pull-request.ts'
import { tree, write } from '../support/trees.ts'

afterEach(closeGitHub)

describe('the scanned folder', () => {
  test.each([
    ['.', '.git/HEAD', '', ''],
    ['./a/b/', '.git/HEAD', 'a/b/', 'a/b'],
    ['a/b', 'a/.git/HEAD', 'b/', 'a/b'],
    ['a/b', 'a/b/.git/HEAD', '', 'a/b'],
    ['a/b', 'a/.git', 'b/', 'a/b'],
    ['a/b', 'nothing', 'a/b/', 'a/b'],
    ['a/../a', '.git/HEAD', 'a/', 'a']
  ])('%s with %s: paths begin with "%s", the key is "%s"', async (path, repository, prefix, name) => {
    const workspace = tree({})
    write(workspace, { 'a/b/go.mod': '', [repository]: '' })
    expect(await scannedFolder({ GITHUB_WORKSPACE: workspace }, path)).toMatchObject({ prefix, name })
  })

  test('an absolute path inside the workspace, and a workspace that is a symbolic link', async () => {
    const workspace = tree({})
    write(workspace, { 'real/a/go.mod': '', 'real/.git/HEAD': '' })
    symlinkSync(join(workspace, 'real'), join(workspace, 'link'))
    const link = join(workspace, 'link')
    expect(await scannedFolder({ GITHUB_WORKSPACE: link }, join(link, 'a'))).toMatchObject({
      prefix: 'a/',
      root: join(workspace, 'real', 'a')
    })
  })

  test('the only thing in the workspace, where the input "path" of actions/checkout put it', async () => {
    const workspace = tree({})
    write(workspace, { 'src/app/.git/HEAD': '', 'src/app/go.mod': '' })
    const root = join(workspace, 'src', 'app')
    expect(await scannedFolder({ GITHUB_WORKSPACE: workspace }, '.')).toEqual({
      root,
      repository: root,
      prefix: '',
      name: ''
    })
    write(workspace, { 'other/.git/HEAD': '' })
    expect(await scannedFolder({ GITHUB_WORKSPACE: workspace }, '.')).toMatchObject({ root: workspace, prefix: '' })
  })

  test('a path out of the workspace is rejected: dots, an absolute path, a symbolic link, a folder with the same prefix', async () => {
    const outer = tree({})
    const workspace = join(outer, 'work')
    mkdirSync(join(outer, 'work-other'), { recursive: true })
    mkdirSync(workspace)
    symlinkSync(outer, join(workspace, 'out'))
    for (const path of ['..', '../work-other', outer, join(outer, 'work-other'), 'out', 'out/work-other']) {
      await expect(scannedFolder({ GITHUB_WORKSPACE: workspace }, path)).rejects.toThrow(/leads out of the workspace/)
    }
  })

  test('a folder whose name begins with dots is inside', async () => {
    const workspace = tree({})
    write(workspace, { '..a/go.mod': '' })
    expect(await scannedFolder({ GITHUB_WORKSPACE: workspace }, '..a')).toMatchObject({ prefix: '..a/' })
  })
})

test('under a prefix: the same files by longer names', async () => {
  const workspace: Workspace = {
    list: async () => ({
      source: 'walk',
      files: [{ path: 'go.mod' }],
      excluded: {},
      gaps: [{ kind: 'unreadable-file', path: 'x', detail: 'd' }]
    }),
    read: async path => ({ text: path })
  }
  const below = under('a/b/', workspace)
  expect(await below.list()).toMatchObject({ files: [{ path: 'a/b/go.mod' }], gaps: [{ path: 'a/b/x' }] })
  expect(await below.read('a/b/go.mod')).toEqual({ text: 'go.mod' })
  expect(under('', workspace)).toBe(workspace)
})

describe('the folder', () => {
  // https://github.com/reviewdog/reviewdog/pull/1903, /2481: every path is relative to the repository's root.
  test('below the repository: annotations, links and the report have whole paths', async () => {
    const api = await startGitHub({ permissions: {} })
    const workspace = workTree({ 'services/api/go.mod': STALE, 'go.mod': STALE })
    const outcome = await check(api, workspace, { inputs: { path: './services/' } })
    expect(annotationsOf(outcome, 'error').map(({ properties }) => properties['file'])).toEqual(['services/api/go.mod'])
    expect(outcome.summary).toContain(`/blob/${HEAD}/services/api/go.mod#L5`)
    expect(readFileSync(outcome.outputs['report-json'] ?? '', 'utf8')).toContain('"services/api/go.mod"')
  })

  test('of the checkout, when it is not the workspace: paths begin there', async () => {
    const api = await startGitHub({ permissions: {} })
    const workspace = tree({})
    write(workspace, { 'checkout/.git/HEAD': 'ref: refs/heads/main\n', 'checkout/services/go.mod': STALE })
    const outcome = await check(api, workspace, { inputs: { path: 'checkout/services' } })
    expect(annotationsOf(outcome, 'error').map(({ properties }) => properties['file'])).toEqual(['services/go.mod'])
  })

  test('of the checkout, when it is not the workspace and no input names it: links lead to the file', async () => {
    const api = await startGitHub({ permissions: {} })
    const workspace = tree({})
    write(workspace, { 'checkout/.git/HEAD': 'ref: refs/heads/main\n', 'checkout/services/go.mod': STALE })
    const outcome = await check(api, workspace)
    expect(outcome.summary).toContain(`/blob/${HEAD}/services/go.mod#L5`)
  })
})
