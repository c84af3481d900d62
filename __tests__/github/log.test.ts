/** The log of the job: annotations as workflow commands, and names that look like such commands. */

import { afterEach, describe, expect, test } from '@jest/globals'
import {
  annotationsOf,
  check,
  closeGitHub,
  ours,
  requirement,
  staleVersions,
  startGitHub
} from '../support/pull-request.ts'
import type { Files } from '../support/trees.ts'

afterEach(closeGitHub)

describe('the verdict', () => {
  // Defect 8: https://github.com/reviewdog/reviewdog/pull/2260; what is dropped is told: /issues/147.
  test.each([1, 9, 10, 11, 1000])('is the same for %d findings of one level', async count => {
    const api = await startGitHub({ permissions: {} })
    const outcome = await check(api, { 'requirements.txt': staleVersions(count) })
    expect([outcome.exitCode, outcome.outputs['verdict'], outcome.outputs['errors']]).toEqual([
      1,
      'failed',
      String(count)
    ])
    // The headline comes first: as the eleventh error the runner would drop it.
    const [first, ...annotations] = outcome.commands.filter(({ name }) => name === 'error')
    expect([first?.message, first?.properties]).toEqual([expect.stringMatching(/stops? working when/), {}])
    expect(annotations).toHaveLength(Math.min(count, 9))
    if (count > 9) expect(annotations[8]?.properties['title']).toBe(`${count - 8} more errors`)
  })
})

describe('hostile names', () => {
  // Defect 3: https://github.com/google/osv-scanner/blob/v2.5.0/internal/output/githubannotation.go
  const names = [
    'line\n::error::one',
    'return\r::error::two',
    '##[error]three',
    '::set-output name=verdict::passed',
    'percent%0A::warning::four',
    'comma,colon:equals=',
    '\u001b[2Jfive',
    'six\u2028::error::',
    '</details><!-- bound-token-check: --> @octocat #1 ![x](x.png)'
  ]
  const tree: Files = Object.fromEntries(names.map((name, index) => [`${name}/go.mod`, requirement(`v0.1.${index}`)]))

  test.each([
    ['with a check run', { checks: 'write', 'pull-requests': 'write' } as const],
    ['with workflow commands', { 'pull-requests': 'write' } as const]
  ])('of folders never become a workflow command, %s', async (_, permissions) => {
    const api = await startGitHub({ permissions })
    const outcome = await check(api, tree)
    const paths = Object.keys(tree).toSorted()
    const shown =
      'checks' in permissions
        ? api.checkRuns[0]?.annotations.map(({ path }) => path)
        : annotationsOf(outcome, 'error').map(({ properties }) => properties['file'])
    expect(shown?.map(String).toSorted()).toEqual(paths)
    expect(outcome.commands.map(({ name }) => name)).toEqual([
      'add-mask',
      'error',
      ...('checks' in permissions ? [] : names.map(() => 'error'))
    ])
    expect(outcome.outputs['verdict']).toBe('failed')
    expect(outcome.leaked).toBe('')
    // The marker and the line of the run.
    expect(ours(api)[0]?.body.split('<!--')).toHaveLength(3)
  })

  test('with a line end, as characters or in percent signs, give one command each', async () => {
    const api = await startGitHub({ permissions: {} })
    const outcome = await check(api, { 'a%0Ab/go.mod': requirement('v0.1.0'), 'c\nd/go.mod': requirement('v0.1.1') })
    expect(annotationsOf(outcome, 'error').map(({ properties }) => properties['file'])).toEqual([
      'a%0Ab/go.mod',
      'c\nd/go.mod'
    ])
    expect(outcome.commands.filter(({ name }) => name === 'error')).toHaveLength(3)
  })

  test('in versions never become a workflow command', async () => {
    const api = await startGitHub({ permissions: {} })
    const outcome = await check(api, { 'go.mod': requirement('v1%0A::error::x,y:z') })
    expect(annotationsOf(outcome, 'warning')).toHaveLength(1)
    expect(outcome.commands.filter(({ name }) => name === 'error')).toEqual([])
  })
})
