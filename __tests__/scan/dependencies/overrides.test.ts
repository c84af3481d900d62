/** Which word counts in a Go workspace: what each line is settled by. `go list -m` says the same; __tests__/locked/go-work.md. */

import { expect, test } from '@jest/globals'
import { linesOf } from '../../support/findings.ts'

const told = linesOf('line', 'requirement', 'level', 'settled')

const asks = (version: string, ...more: readonly string[]) =>
  ['module m', 'go 1.22', `require k8s.io/client-go ${version}`, ...more, ''].join('\n')
const replaces = (target: string) => `replace k8s.io/client-go => k8s.io/client-go ${target}`
const BAD = 'v0.15.6'
const GOOD = 'v0.28.0'
const work = (...lines: readonly string[]) => ['go 1.22', ...lines, ''].join('\n')

test('a replacement in go.work settles the modules in use, and no other', async () => {
  expect(
    await told({
      'go.work': work('use (', './api', './operator/', ')', replaces(GOOD)),
      'api/go.mod': asks(BAD),
      'api/nested/go.mod': asks(BAD),
      'operator/go.mod': asks('v0.16.0', 'replace k8s.io/client-go => ../fork')
    })
  ).toEqual([
    `api/go.mod:3 ${BAD} error settled by go.work:6`,
    `api/nested/go.mod:3 ${BAD} error`,
    `go.work:6 ${GOOD} pass`,
    'operator/go.mod:4 ../fork warning settled by go.work:6'
  ])
})

test('a bad one is told at its own line, however good the modules', async () => {
  expect(await told({ 'go.work': work('use .', replaces(BAD)), 'go.mod': asks(GOOD) })).toEqual([
    `go.mod:3 ${GOOD} pass settled by go.work:3`,
    `go.work:3 ${BAD} error`
  ])
})

test('folders outside the workspace file are in use too', async () => {
  expect(
    await told({ 'tools/go.work': work('use ../api', replaces(GOOD)), 'api/go.mod': asks(BAD), 'go.mod': asks(BAD) })
  ).toEqual([
    `api/go.mod:3 ${BAD} error settled by tools/go.work:3`,
    `go.mod:3 ${BAD} error`,
    `tools/go.work:3 ${GOOD} pass`
  ])
})

test('the replacement of one module holds for the others, unless go.work says something of the package', async () => {
  const modules = { 'a/go.mod': asks('v0.17.0', replaces(GOOD)), 'b/go.mod': asks(BAD), 'c/go.mod': asks(BAD) }
  expect(await told({ 'go.work': work('use ./a', 'use ./b'), ...modules })).toEqual([
    `a/go.mod:4 ${GOOD} pass`,
    `b/go.mod:3 ${BAD} error settled by a/go.mod:4`,
    `c/go.mod:3 ${BAD} error`
  ])
  const oneVersion = `replace k8s.io/client-go ${BAD} => k8s.io/client-go v0.20.0`
  expect(await told({ 'go.work': work('use ./a', 'use ./b', oneVersion), ...modules })).toEqual([
    `a/go.mod:4 ${GOOD} pass`,
    `b/go.mod:3 ${BAD} error settled by go.work:4`,
    `c/go.mod:3 ${BAD} error`,
    'go.work:4 v0.20.0 pass'
  ])
})

test('a replacement of one version replaces that one, wherever a module lists it', async () => {
  const ofBad = `replace k8s.io/client-go ${BAD} => k8s.io/client-go ${GOOD}`
  const modules = { 'a/go.mod': asks(BAD), 'b/go.mod': asks('v0.17.0') }
  expect(await told({ 'go.work': work('use ./a', 'use ./b', ofBad, replaces('v0.20.0')), ...modules })).toEqual([
    `a/go.mod:3 ${BAD} error settled by go.work:4`,
    'b/go.mod:3 v0.17.0 pass settled by go.work:5',
    `go.work:4 ${GOOD} pass`,
    'go.work:5 v0.20.0 pass'
  ])
  expect(
    await told({ 'go.work': work('use ./a', 'use ./b'), 'a/go.mod': asks(BAD, ofBad), 'b/go.mod': asks(BAD) })
  ).toEqual([`a/go.mod:4 ${GOOD} pass`, `b/go.mod:3 ${BAD} error settled by a/go.mod:4`])
})

test('a replacement of a module that no module of the workspace lists is no finding', async () => {
  const empty = 'module m\ngo 1.22\n'
  for (const old of ['k8s.io/client-go', `k8s.io/client-go ${GOOD}`]) {
    const replace = `replace ${old} => k8s.io/client-go ${BAD}`
    expect(await told({ 'go.work': work('use .', replace), 'go.mod': empty })).toEqual([])
    expect(await told({ 'go.mod': `${empty}${replace}\n` })).toEqual([])
    expect(await told({ 'go.mod': `module m\n${replace}\n` })).toEqual([])
  }
  const other = `replace k8s.io/client-go v0.20.0 => k8s.io/client-go ${BAD}`
  expect(await told({ 'go.work': work('use .', other), 'go.mod': asks(GOOD) })).toEqual([`go.mod:3 ${GOOD} pass`])
})

test('a module before Go 1.17 may use a replacement of its workspace without listing it', async () => {
  const older = (go: string) => `module m\n${go}require example.com/dash v1.0.0\n`
  const files = (go: string, ...more: readonly string[]) => ({
    'go.work': work('use ./a', 'use ./b', ...more),
    'a/go.mod': older(go),
    'b/go.mod': older('go 1.22\n')
  })
  for (const go of ['go 1.16\n', 'go 1.9\n', '']) {
    expect(await told(files(go, replaces(BAD)))).toEqual([`go.work:4 ${BAD} error`])
    const byMember = { ...files(go), 'b/go.mod': `${older('go 1.22\n')}${replaces(BAD)}\n` }
    expect(await told(byMember)).toEqual([`b/go.mod:4 ${BAD} error`])
  }
  expect(await told(files('go 1.17\n', replaces(BAD)))).toEqual([])
  // Neither one outside the workspace, nor one that requires nothing, nor one that lists the package in another version.
  expect(await told({ ...files('go 1.22\n', replaces(BAD)), 'c/go.mod': older('') })).toEqual([])
  expect(await told({ ...files('go 1.22\n', replaces(BAD)), 'a/go.mod': 'module m\ngo 1.16\n' })).toEqual([])
  const other = `replace k8s.io/client-go v0.20.0 => k8s.io/client-go ${BAD}`
  expect(await told({ 'go.work': work('use .', other), 'go.mod': asks(GOOD).replace('1.22', '1.16') })).toEqual([
    `go.mod:3 ${GOOD} pass`
  ])
})

test('two modules that replace alike leave one finding each', async () => {
  expect(
    await told({
      'go.work': work('use ./a', 'use ./b'),
      'a/go.mod': asks(GOOD, replaces(BAD)),
      'b/go.mod': asks(GOOD, replaces(BAD))
    })
  ).toEqual([`a/go.mod:4 ${BAD} error`, `b/go.mod:4 ${BAD} error`])
})

test('without a replacement each module speaks for itself', async () => {
  expect(await told({ 'go.work': work('use ./a', 'use ./b'), 'a/go.mod': asks(BAD), 'b/go.mod': asks(GOOD) })).toEqual([
    `a/go.mod:3 ${BAD} error`,
    `b/go.mod:3 ${GOOD} pass`
  ])
})

test('what go work vendor wrote answers all of them, what go mod vendor wrote only what it says itself', async () => {
  const modules = {
    'go.work': work('use ./a', 'use ./b'),
    'a/go.mod': asks(BAD),
    'b/go.mod': asks(GOOD),
    'c/go.mod': asks(BAD)
  }
  const list = `# k8s.io/client-go ${BAD}\n## explicit\n# k8s.io/client-go ${GOOD}\n## explicit\nk8s.io/client-go/rest\n`
  expect(await told({ ...modules, 'vendor/modules.txt': `## workspace\n${list}` })).toEqual([
    `a/go.mod:3 ${BAD} error settled by vendor/modules.txt:4`,
    `b/go.mod:3 ${GOOD} pass settled by vendor/modules.txt:4`,
    `c/go.mod:3 ${BAD} error`,
    `vendor/modules.txt:4 ${GOOD} pass`
  ])
  expect((await told({ ...modules, 'vendor/modules.txt': list }))[0]).toBe(`a/go.mod:3 ${BAD} error`)
})
