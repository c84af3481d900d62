/** Go against the laws, and the commands of its formats. */

import { describe, expect, test } from '@jest/globals'
import { golang } from '../../../src/ecosystems/golang/index.ts'
import { collect } from '../../support/cases.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'

holdsTheLaws(golang)

describe('commands', () => {
  const REPLACE =
    'go mod edit -replace=k8s.io/client-go=k8s.io/client-go@v0.15.7 -replace=k8s.io/api=k8s.io/api@v0.15.7 -replace=k8s.io/apimachinery=k8s.io/apimachinery@v0.15.7'
  const GET = 'go get k8s.io/client-go@v0.15.7 k8s.io/api@v0.15.7 k8s.io/apimachinery@v0.15.7'
  const OLD = 'v0.0.0-20190409021438-1a26190bd76a'
  test.each([
    ['go.mod', 'require k8s.io/client-go v11.0.0+incompatible', [GET, 'go mod tidy']],
    [
      'go.mod',
      `require k8s.io/client-go v12.0.0+incompatible\nreplace k8s.io/client-go => k8s.io/client-go ${OLD}`,
      [REPLACE, 'go mod tidy']
    ],
    ['go.mod', `go 1.16\nreplace k8s.io/client-go => k8s.io/client-go ${OLD}`, [REPLACE, 'go mod tidy']],
    [
      'go.mod',
      'require k8s.io/client-go v0.22.5\nreplace k8s.io/client-go => example.org/client-go v0.22.5',
      [REPLACE, 'go mod tidy']
    ],
    ['vendor/modules.txt', '# k8s.io/client-go v11.0.0+incompatible', [GET, 'go mod tidy', 'go mod vendor']],
    [
      'vendor/modules.txt',
      `# k8s.io/client-go v12.0.0+incompatible => k8s.io/client-go ${OLD}`,
      [REPLACE, 'go mod tidy', 'go mod vendor']
    ]
  ])('%s with %j', async (name, text, commands) => {
    const format = golang.formats.find(candidate => candidate.name === name)
    if (!format) throw new Error(`no format ${name}`)
    const { entries } = await collect(format, `${text}\n`)
    const entry = entries[0]
    if (!entry || !('name' in entry)) throw new Error('no package')
    expect(format.upgrade('k8s.io/client-go', 'v0.15.7', entry)).toEqual(commands)
  })
})
