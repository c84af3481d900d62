/** Clients that a file names in a place that its reader does not know. */

import { describe, expect, test } from '@jest/globals'
import { conclude } from '../../../src/policy/conclude.ts'
import { gapLines, scanned } from '../../support/findings.ts'
import { withinBudget } from '../../support/hostile.ts'

/** The gaps of one file: `PATH:LINE KIND DETAIL`, without the detail. */
async function gaps(path: string, text: string): Promise<string[]> {
  return gapLines((await scanned({ [path]: text })).gaps).map(line => line.split(' ').slice(0, 4).join(' '))
}

describe('a name in a place that the reader does not know is shown with its line', () => {
  test.each([
    ['pyproject.toml', '[tool.unknown.dependencies]\nkubernetes = "11.0.0"\n', 'pyproject.toml:2'],
    ['pyproject.toml', '[tool.unknown]\nrequires = ["kubernetes==11.0.0"]\n', 'pyproject.toml:2'],
    ['package.json', '{"unknown": {\n"@kubernetes/client-node": "0.10.2"}}', 'package.json:2'],
    [
      'yarn.lock',
      '{\n  "entries": {\n    "@kubernetes/client-node@npm:^0.10.0": {\n      "version": "0.10.2"\n    }\n  }\n}\n',
      'yarn.lock:3'
    ],
    ['Gemfile', "unknown 'kubeclient', '4.9.3'\n", 'Gemfile:1']
  ])('%s %j', async (path, text, line) => {
    expect(await gaps(path, text)).toEqual([expect.stringMatching(`^${line} not-understood names `)])
  })
})

describe('a name that requires nothing is no gap', () => {
  test.each([
    ['a comment', 'pyproject.toml', '# kubernetes==11.0.0\n[tool.unknown]\nx = 1 # "kubernetes"\n'],
    [
      'a comment of several lines',
      'build.gradle',
      '/* io.fabric8:kubernetes-client:4.6.4\n io.fabric8:kubernetes-client */\n'
    ],
    ['keywords', 'setup.py', 'setup(\n  keywords=[\n    "kubernetes",\n    "operator"\n  ])\n'],
    ['a description', 'pyproject.toml', '[project]\ndescription = "kubernetes"\n'],
    ['the name of the project', 'pyproject.toml', '[project]\nname = "kubernetes"\n'],
    ['the name of a module', 'go.mod', 'module k8s.io/client-go\n'],
    ['a word of a sentence', 'pyproject.toml', '[tool.unknown]\ntext = "a kubernetes operator"\n'],
    ['the names of extras', 'uv.lock', 'version = 1\n[package.metadata]\nprovides-extras = ["k8s"]\n'],
    ['a feature', 'Cargo.toml', '[features]\nkube = ["dep:x"]\n'],
    ['an entry', 'requirements.txt', 'kubernetes==11.0.0\n'],
    ['an image without a tag', 'app.yaml', 'kind: Service\nmetadata:\n  name: coredns\n']
  ])('%s', async (_, path, text) => {
    expect((await gaps(path, text)).filter(line => line.includes('not-understood'))).toEqual([])
  })
})

test('it is shown, and fails nothing', async () => {
  const { whole } = await scanned({ 'package.json': '{"unknown": {"@kubernetes/client-node": "0.10.2"}}' })
  expect(whole.gaps).toHaveLength(1)
  expect(conclude(whole, { failOn: 'notice', allowIncomplete: false })).toMatchObject({
    verdict: 'passed',
    exitCode: 0
  })
})

test.each([
  ['names', '"kubernetes" '.repeat(700)],
  ['one long word', `kubernetes${'.x'.repeat(5_000)}`],
  ['brackets', `keywords = ${'['.repeat(8_000)} kubernetes`],
  ['lines', 'x = ["kubernetes"]\n'.repeat(500)]
])('many %s are searched in linear time', async (_, text) => {
  const files = { 'pyproject.toml': `[tool.unknown]\n${text}` }
  const { gaps: found } = await withinBudget(text.length, 400, () => scanned(files))
  expect(found.length).toBeLessThanOrEqual(20)
})
