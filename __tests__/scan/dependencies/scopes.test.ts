/** The scope of a client: by the marks of a file, by its name, by its graph, and by the manifests of a lockfile without marks. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { findingLines, gapLines, type Part, scanned, watching } from '../../support/findings.ts'
import { withinBudget } from '../../support/hostile.ts'
import { parseScenarios } from '../../support/scenarios.ts'

const FOLDER = join(import.meta.dirname, 'scopes')
const PARTS: readonly Part[] = ['line', 'name', 'requirement', 'scope']

describe.each(readdirSync(FOLDER))('%s', document => {
  test.each(parseScenarios(readFileSync(join(FOLDER, document), 'utf8')))('$title', async ({ files, expected }) => {
    const { findings, gaps } = await scanned(files)
    expect([...findingLines(findings, PARTS), ...gapLines(gaps)]).toEqual(expected)
  })
})

describe('the scope of a file by its name', () => {
  const scopeOf = async (path: string) =>
    findingLines((await scanned({ [path]: path.endsWith('.yml') ? CONDA : 'kubernetes==11.0.0\n' })).findings, [
      'scope'
    ])[0]
  const CONDA = 'dependencies: [python-kubernetes=11.0.0]\n'

  test.each([
    'requirements-dev.txt',
    'requirements_test.txt',
    'dev-requirements.in',
    'test-requirements.txt',
    'Requirements-Docs.txt',
    'requirements/tests.txt',
    'a/requirements/lint.in',
    'docs/requirements.txt',
    'environment-dev.yml'
  ])('%s is for development', async path => expect(await scopeOf(path)).toBe('development'))

  test.each([
    'requirements.txt',
    'requirements-prod.txt',
    'requirements/base.in',
    'requirements-latest.txt',
    'requirements/local.txt',
    'contested-requirements.txt',
    'environment.yml'
  ])('%s is for run time', async path => expect(await scopeOf(path)).toBe('runtime'))
})

test('many lockfiles read the manifests of their own projects alone', async () => {
  const many = 300
  const files: Record<string, string> = { 'package.json': '{"devDependencies": {"kube": "1"}}' }
  for (let at = 0; at < many; at++) {
    files[`p${at}/package.json`] = '{"devDependencies": {"a": "1"}}'
    files[`p${at}/yarn.lock`] =
      `"a@1":\n  version "1"\n  dependencies:\n    "@kubernetes/client-node" "0.10.2"\n\n"@kubernetes/client-node@0.10.2":\n  version "0.10.2"\n# ${at}\n`
  }
  const length = Object.values(files).join('').length
  const policy = watching('@kubernetes/client-node')
  const { findings } = await withinBudget(length, 400, () => scanned(files, policy))
  expect(new Set(findings.map(({ dependency }) => dependency.scope))).toEqual(new Set(['development']))
  expect(findings).toHaveLength(many)
})
