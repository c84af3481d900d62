/** Runs the Action on pull request 7 of acme/shop against a stand-in for GitHub, and has files for each verdict. */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { type Outcome, runAction, type Step } from './action.ts'
import { type StandIn, type StandInOptions, startApi } from './api/server.ts'
import { commit, type Files, removeTrees, tree, write } from './trees.ts'

/** The head of the pull request, the next one, and the commit that the runner checks out. */
export const HEAD = '1'.repeat(40)
export const NEXT = '2'.repeat(40)
export const MERGE = 'c'.repeat(40)

/** A go.mod that requires client-go. */
export const requirement = (version: string, more = '') =>
  `module example.org/shop\n\ngo 1.20\n\nrequire k8s.io/client-go ${version}\n${more}`
/** An error, nothing, a warning, an error by the documented minimum alone, and a gap. */
export const STALE = requirement('v11.0.0+incompatible')
export const FINE = requirement('v0.29.3')
export const FORK = requirement('v0.29.3', '\nreplace k8s.io/client-go => ../fork\n')
export const BELOW_MINIMUM = requirement('v12.0.0+incompatible')
export const UNREADABLE = 'module example.org/shop\n\nrequire k8s.io/client-go\n'

const apis: StandIn[] = []

/** Ends every stand-in and expects that all requests were valid by GitHub's description; for `afterEach`. */
export async function closeGitHub(): Promise<void> {
  const violations = apis.flatMap(api => [...api.violations])
  await Promise.all(apis.splice(0).map(api => api.close()))
  removeTrees()
  expect(violations).toEqual([])
}

/** Starts a stand-in with the pull request; `closeGitHub` ends it. */
export async function startGitHub(options: StandInOptions = {}): Promise<StandIn> {
  const api = await startApi({ pullRequest: { number: 7, headSha: HEAD }, ...options })
  apis.push(api)
  return api
}

/** The payload of the event. `from`: the repository of the pull request's branch; `''` when it was deleted. */
export function payload({ headSha = HEAD, from = 'acme/shop', sender = 'octocat' } = {}): unknown {
  return {
    action: 'synchronize',
    number: 7,
    pull_request: {
      number: 7,
      head: { sha: headSha, repo: from === '' ? null : { full_name: from } },
      base: { sha: '0'.repeat(40), repo: { full_name: 'acme/shop' } }
    },
    sender: { login: sender }
  }
}

/** A new work tree of git with these files, none of them tracked: made without running git. */
export function workTree(files: Files): string {
  const root = tree({ '.git/HEAD': 'ref: refs/heads/main\n', ...files })
  for (const folder of ['objects', 'refs']) mkdirSync(join(root, '.git', folder))
  return root
}

/** The step that checks the pull request: its files, or the folder that has them. */
export function stepOf(api: StandIn, files: Files | string, step: Partial<Step> = {}): Step {
  const workspace = typeof files === 'string' ? files : workTree(files)
  return { workspace, token: api.token, apiUrl: api.url, payload: payload(), ...step }
}

/** Runs the step inside the test. */
export function check(api: StandIn, files: Files | string, step: Partial<Step> = {}): Promise<Outcome> {
  return runAction(stepOf(api, files, step))
}

/** Many files with the same error each, all in one folder: a folder each takes longer to make. */
export function stale(count: number): Files {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `requirements-${String(index).padStart(4, '0')}.txt`,
      // Each another version: findings that say the same are folded into one.
      `kubernetes==10.0.${index}\n`
    ])
  )
}

/** A requirements.txt with many errors, each of another version: equal ones would share one row of a table. */
export function staleVersions(count: number): string {
  return Array.from({ length: count }, (_, index) => `kubernetes==10.0.${index}\n`).join('')
}

/** Writes files and commits everything; returns the commit. */
export function commitAll(root: string, files: Files): string {
  write(root, files)
  return commit(root)
}

/** The operations of all requests, in their order. */
export const operations = (api: StandIn) => api.requests.map(({ operation }) => operation)
/** The comments of the Action. */
export const ours = (api: StandIn) => api.comments.filter(({ author }) => author === 'github-actions[bot]')
/** The annotations of this level in the log. */
export const annotationsOf = ({ commands }: Outcome, level: string) =>
  commands.filter(({ name, properties }) => name === level && properties['file'] !== undefined)
