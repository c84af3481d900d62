/** A workspace with other texts for some files. */

import { expect, test } from '@jest/globals'
import { overlaid } from '../../src/workspaces/overlay.ts'
import type { Workspace } from '../../src/workspaces/workspace.ts'
import { memoryWorkspace } from '../support/memory-workspace.ts'

const inner = memoryWorkspace({ a: '1', b: '2' })
const withIds: Workspace = {
  ...inner,
  list: async () => ({
    ...(await inner.list()),
    files: [
      { path: 'a', id: 'x', size: 1 },
      { path: 'b', id: 'y' }
    ]
  })
}

test('a file with another text has neither the old text nor its id; the others stay', async () => {
  const workspace = overlaid(
    withIds,
    new Map([
      ['a', '3'],
      ['c', '4']
    ])
  )
  expect((await workspace.list()).files).toEqual([{ path: 'a' }, { path: 'b', id: 'y' }])
  expect(await workspace.read('a')).toEqual({ text: '3' })
  expect(await workspace.read('b')).toEqual({ text: '2' })
})

test('without other texts it is the workspace itself', () => {
  expect(overlaid(withIds, new Map())).toBe(withIds)
})
