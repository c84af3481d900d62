/** The outputs of the Action and the JSON report. */

import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from '@jest/globals'
import { metadata } from '../support/action-yml.ts'
import { check, closeGitHub, FINE, HEAD, ours, STALE, startGitHub, workTree } from '../support/pull-request.ts'
import { faultsOfSarif } from '../support/sarif.ts'
import { tree } from '../support/trees.ts'

afterEach(closeGitHub)

describe('outputs', () => {
  // Defect 4: https://github.com/google/osv-scanner-action/blob/v2.5.0/.github/workflows/osv-scanner-reusable.yml
  test('are exactly those that action.yml declares, all with a value', async () => {
    const api = await startGitHub()
    const { outputs } = await check(api, { 'go.mod': STALE })
    expect(outputs['comment-body']).toBe(readFileSync(outputs['comment-file'] ?? '', 'utf8').trimEnd())
    // Without the hidden lines: who posts it elsewhere does not make it one of ours.
    expect(ours(api)[0]?.body.split('\n').slice(2).join('\n').trimEnd()).toBe(outputs['comment-body'])
    expect(Object.keys(outputs).toSorted()).toEqual(Object.keys(metadata.outputs).toSorted())
    expect(Object.entries(outputs).filter(([, value]) => value === '')).toEqual([])
    const report = JSON.parse(readFileSync(outputs['report-json'] ?? '', 'utf8'))
    expect(report).toMatchObject({
      schema: 2,
      findings: [{ path: 'go.mod', line: 5, subject: { verdict: 'cannot-reload' } }]
    })
  })

  test('name a SARIF file of the whole result for code scanning, without what is waived', async () => {
    const api = await startGitHub()
    const waivers =
      'waivers:\n  - { rule: client-cannot-reload, package: pkg:golang/k8s.io/client-go, paths: [b/**], reason: old, owner: me, until: 2999-01-01 }\n'
    const files = { 'a/go.mod': STALE, 'b/go.mod': STALE, '.github/bound-token-check.yml': waivers }
    const { outputs } = await check(api, files, { inputs: { 'comment-key': 'night' } })
    const text = readFileSync(outputs['report-sarif'] ?? '', 'utf8')
    expect(faultsOfSarif(text)).toEqual([])
    expect(JSON.parse(text).runs).toMatchObject([
      {
        automationDetails: { id: 'bound-token-check/night/' },
        versionControlProvenance: [{ repositoryUri: 'https://github.com/acme/shop', revisionId: HEAD }],
        results: [{ locations: [{ physicalLocation: { artifactLocation: { uri: 'a/go.mod' } } }] }]
      }
    ])
  })

  test('have the comment also where none is posted', async () => {
    const api = await startGitHub()
    for (const files of [{ 'go.mod': STALE }, { 'go.mod': FINE }]) {
      const { outputs } = await check(api, files, { inputs: { comment: 'never' }, event: 'schedule' })
      expect(outputs['comment-body']).toMatch(/^### /)
      expect(outputs['comment-url']).toBe('')
    }
  })

  // https://github.com/aquasecurity/trivy-action/pull/454, /issues/438
  test('of two runs in one job are separate, and nothing leaks into later steps', async () => {
    const api = await startGitHub()
    const temp = tree({})
    const workspace = workTree({ 'a/go.mod': STALE, 'b/go.mod': FINE })
    const environment = { RUNNER_TEMP: temp }
    const first = await check(api, workspace, { environment, inputs: { path: 'a' } })
    const second = await check(api, workspace, { environment, inputs: { path: 'b' } })
    expect([first.exitCode, second.exitCode]).toEqual([1, 0])
    expect(first.leaked + second.leaked).toBe('')
    expect(first.outputs['report-json']).not.toBe(second.outputs['report-json'])
    expect(readFileSync(first.outputs['report-json'] ?? '', 'utf8')).toContain('cannot-reload')
    expect(readFileSync(second.outputs['report-json'] ?? '', 'utf8')).not.toContain('cannot-reload')
  })

  test('are set even when no file can be written and there is no summary', async () => {
    const api = await startGitHub()
    const outcome = await check(
      api,
      { 'go.mod': STALE },
      { environment: { RUNNER_TEMP: '/nowhere', GITHUB_STEP_SUMMARY: undefined } }
    )
    expect(outcome.exitCode).toBe(1)
    expect(outcome.outputs).toMatchObject({ verdict: 'failed', 'report-json': '', 'report-sarif': '' })
    expect(outcome.commands).toContainEqual(
      expect.objectContaining({ name: 'warning', message: expect.stringContaining('files failed') })
    )
    expect(outcome.log).toContain('job summary skipped')
  })
})
