/** The folder that is scanned, and the end of a run that threw. */

import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { fail } from '../../src/github/run.ts'
import { scannedFolder, under } from '../../src/github/scanned-folder.ts'
import { ConfigError } from '../../src/model/config-error.ts'
import type { Workspace } from '../../src/workspaces/workspace.ts'
import { commandsOf } from '../support/action.ts'
import { removeTrees, tree, write } from '../support/trees.ts'

afterEach(() => {
  removeTrees()
  process.exitCode = undefined
})

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

  test('a way out is refused: dots, an absolute path, a symbolic link, a folder whose name begins alike', async () => {
    const outer = tree({})
    const workspace = join(outer, 'work')
    mkdirSync(join(outer, 'work-other'), { recursive: true })
    mkdirSync(workspace)
    symlinkSync(outer, join(workspace, 'out'))
    for (const path of ['..', '../work-other', outer, join(outer, 'work-other'), 'out', 'out/work-other']) {
      await expect(scannedFolder({ GITHUB_WORKSPACE: workspace }, path)).rejects.toThrow(/leads out of the workspace/)
    }
  })

  test('a folder whose name begins with dots is no way out', async () => {
    const workspace = tree({})
    write(workspace, { '..a/go.mod': '' })
    expect(await scannedFolder({ GITHUB_WORKSPACE: workspace }, '..a')).toMatchObject({ prefix: '..a/' })
  })
})

test('under a prefix: the same files by longer names', async () => {
  const workspace: Workspace = {
    list: async () => ({
      source: 'walk',
      paths: ['go.mod'],
      excluded: {},
      gaps: [{ kind: 'unreadable-file', path: 'x', detail: 'd' }]
    }),
    read: async path => ({ text: path })
  }
  const below = under('a/b/', workspace)
  expect(await below.list()).toMatchObject({ paths: ['a/b/go.mod'], gaps: [{ path: 'a/b/x' }] })
  expect(await below.read('a/b/go.mod')).toEqual({ text: 'go.mod' })
  expect(under('', workspace)).toBe(workspace)
})

describe('a run that threw', () => {
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
