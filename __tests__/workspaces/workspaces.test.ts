/** A commit reads the same on disk, from the objects of the clone, and from GitHub. */

import { afterAll, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { scan } from '../../src/scan/scan.ts'
import { excluding } from '../../src/workspaces/excluding.ts'
import type { Workspace } from '../../src/workspaces/workspace.ts'
import { perAdapter } from '../support/adapters.ts'
import { projects } from '../support/projects.ts'
import { removeTrees, repository } from '../support/trees.ts'

afterAll(removeTrees)

/** What a scan finds, without the name of the adapter. */
async function reportOf(workspace: Workspace): Promise<Report> {
  const report = await scan(excluding(workspace), { minimum: 'documented' })
  return { ...report, coverage: { ...report.coverage, source: '' } }
}

test.each(Object.entries(projects()))('%s', async (_, files) => {
  const { disk, objects, github } = await perAdapter(repository(files), reportOf)
  expect(disk.coverage.claimed).toBeGreaterThan(0)
  expect(objects).toEqual(disk)
  expect(github).toEqual(disk)
})
