/** Packages whose code is a folder of the scanned repository. */

import { expect, test } from '@jest/globals'
import { linesOf } from '../../support/findings.ts'

const lines = linesOf('line', 'name', 'verdict', 'settledOrLevel')
const GO_MOD = (replacement: string) =>
  `module example.com/m\n\nrequire k8s.io/client-go v0.20.0\n\nreplace k8s.io/client-go => ${replacement}\n`

test.each([
  ['a folder with a manifest', { 'third/client-go/go.mod': 'module k8s.io/client-go\n' }, 'notice'],
  ['a folder without a manifest', {}, 'warning']
])('a Go module that is replaced by %s', async (_, others, level) => {
  const found = await lines({ 'app/go.mod': GO_MOD('../third/client-go'), ...others })
  expect(found).toEqual([`app/go.mod:5 k8s.io/client-go unknown ${level}`])
})

test('a Go module that is replaced by a folder outside of the repository', async () => {
  const found = await lines({ 'go.mod': GO_MOD('../client-go') })
  expect(found).toEqual(['go.mod:5 k8s.io/client-go unknown warning'])
})

test.each(['file:../client', 'link:../client', 'workspace:*'])('an npm package from %s', async specifier => {
  const manifest = { dependencies: { '@kubernetes/client-node': specifier } }
  const found = await lines({ 'app/package.json': JSON.stringify(manifest), 'client/package.json': '{}' })
  expect(found).toEqual(['app/package.json:1 @kubernetes/client-node unknown notice'])
})

test('a git source is not a folder', async () => {
  const manifest = { dependencies: { '@kubernetes/client-node': 'git+https://git.example/client.git' } }
  const found = await lines({ 'app/package.json': JSON.stringify(manifest), 'client/package.json': '{}' })
  expect(found).toEqual(['app/package.json:1 @kubernetes/client-node unknown warning'])
})
