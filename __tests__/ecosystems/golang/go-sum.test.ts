/** go.sum has hashes of what nothing uses: alone it tells only that its go.mod is missing. */

import { expect, test } from '@jest/globals'
import { scan } from '../../../src/scan/scan.ts'
import { memoryWorkspace } from '../../support/memory-workspace.ts'

const SUMS = [
  'github.com/davecgh/go-spew v1.1.1 h1:vj9j/u1bqnvCEfJOwUhtlOARqs3+rkHYY13jYWTU97c=',
  'k8s.io/client-go v0.15.6 h1:nwCRWEbnYm5WtG1Rls8Ej1dXyBMLtSTr2FJGXPVMvAM=',
  ''
].join('\n')
const told = async (files: Readonly<Record<string, string>>) => {
  const { findings, gaps } = await scan(memoryWorkspace(files), { minimum: 'documented' })
  return [findings.length, gaps.map(({ kind, place, detail }) => `${kind} ${place.path}:${place.line} ${detail}`)]
}

test('a go.sum that names a client, without its go.mod, is told and fails nothing', async () => {
  expect(await told({ 'a/go.sum': SUMS, 'go.mod': 'module m\ngo 1.22\n' })).toEqual([
    0,
    ['absent-file a/go.sum:2 names a client, but the go.mod that states its version is not among the scanned files']
  ])
})

test('beside its go.mod, and without a client, it tells nothing', async () => {
  expect(await told({ 'go.sum': SUMS, 'go.mod': 'module m\ngo 1.22\n' })).toEqual([0, []])
  expect(await told({ 'go.sum': SUMS.split('\n', 1).join('') })).toEqual([0, []])
})
