/** What the scan asks of a workspace, and what becomes of files that it does not return. */

import { expect, test } from '@jest/globals'
import { scan } from '../../src/scan/scan.ts'
import type { Reading, Workspace } from '../../src/workspaces/workspace.ts'
import { memoryWorkspace } from '../support/memory-workspace.ts'

/** Scans files, and returns what the workspace heard, in its order. */
async function heard(files: Readonly<Record<string, string | Reading>>) {
  const heard: string[] = []
  const memory = memoryWorkspace(files)
  const workspace: Workspace = {
    ...memory,
    prepare: async paths => {
      heard.push(`announced ${paths.join(' ')}`)
    },
    read: path => {
      heard.push(path)
      return memory.read(path)
    }
  }
  return { report: await scan(workspace, { minimum: 'documented' }), heard }
}

test('claimed files are announced before they are read, those that a file includes as soon as it was read', async () => {
  const files = {
    'go.mod': 'module a',
    'requirements.txt': '-r more.lst\nkubernetes==11.0.0',
    'more.lst': '',
    'x.png': ''
  }
  expect((await heard(files)).heard).toEqual([
    'announced go.mod requirements.txt',
    'go.mod',
    'requirements.txt',
    'announced more.lst',
    'more.lst'
  ])
})

test('files that the workspace did not return are one gap for each reason, and all of them are counted', async () => {
  const [limit, gone]: Reading[] = ['a limit', 'gone'].map(unreadable => ({ unreadable, isUnread: true }))
  if (!limit || !gone) throw new Error('no readings')
  const { report } = await heard({
    'a/go.mod': limit,
    'b.py': limit,
    'c.json': limit,
    'd/go.mod': gone,
    'e/go.mod': ''
  })
  expect(report.gaps).toEqual([
    {
      kind: 'unreadable-file',
      place: { path: 'a/go.mod', line: 1, column: 1 },
      detail: 'a limit (this file and 2 more)'
    },
    { kind: 'unreadable-file', place: { path: 'd/go.mod', line: 1, column: 1 }, detail: 'gone' }
  ])
  expect(report.coverage).toMatchObject({ claimed: 5, failed: 4, unmentioned: 1 })
})
