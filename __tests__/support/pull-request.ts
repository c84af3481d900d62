/** Runs the Action on pull request 7 of acme/shop against a stand-in for GitHub, and has files for each verdict. */

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect } from '@jest/globals'
import { property } from '../../src/github/payload.ts'
import { type Outcome, runAction, type Step } from './action.ts'
import { type GitCall, type GitReply, ServedRepository } from './api/repository.ts'
import { type StandIn, type StandInOptions, startApi } from './api/server.ts'
import { commit, type Files, removeTrees, tree, write } from './trees.ts'

/** The head of the pull request, the next one, the commit that the runner checks out, and the first parent of that one. */
export const HEAD = '1'.repeat(40)
export const NEXT = '2'.repeat(40)
export const MERGE = 'c'.repeat(40)
export const BASE = 'b'.repeat(40)

/** A go.mod that requires client-go. */
export const requirement = (version: string, more = '') =>
  `module example.org/shop\n\ngo 1.20\n\nrequire k8s.io/client-go ${version}\n${more}`
/** An error, nothing, a warning, an error by the documented minimum alone, and a gap. */
export const STALE = requirement('v11.0.0+incompatible')
export const FINE = requirement('v0.29.3')
export const FORK = requirement('v0.29.3', '\nreplace k8s.io/client-go => ../fork\n')
export const BELOW_MINIMUM = requirement('v12.0.0+incompatible')
export const UNREADABLE = 'module example.org/shop\n\nrequire k8s.io/client-go\n'

/** The file that the base of every step has too, if its files have it. */
const CONFIGURATION = '.github/bound-token-check.yml'

/** A repository whose commits have no files but the configuration, so that everything else at the head is new. */
class BaseRepository extends ServedRepository {
  configuration: string | undefined

  override answer(call: GitCall): GitReply | undefined {
    if (call.id !== 'git/get-tree') return super.answer(call)
    const sha = idOf('tree', '')
    return { status: 200, body: { sha, url: call.url, tree: this.#entries(), truncated: false } }
  }

  #entries(): object[] {
    if (this.configuration === undefined) return []
    const [sha, size] = [idOf('blob', this.configuration), Buffer.byteLength(this.configuration)]
    return [{ path: CONFIGURATION, mode: '100644', type: 'blob', sha, size }]
  }
}

const apis: StandIn[] = []
const bases = new WeakMap<StandIn, BaseRepository>()
/** The clones whose HEAD is a test merge of ours. */
const merged = new Set<string>()

/** Ends every stand-in, expects that all requests were valid by GitHub's description, and deletes all trees; for `afterEach`. */
export async function closeGitHub(): Promise<void> {
  removeTrees()
  await closeStandIns()
}

/** The same without deleting trees. */
export async function closeStandIns(): Promise<void> {
  const violations = apis.flatMap(api => [...api.violations, ...api.reviews.violations])
  await Promise.all(apis.splice(0).map(api => api.close()))
  expect(violations).toEqual([])
}

/** Starts a stand-in with the pull request, whose base has no files; `closeGitHub` ends it. */
export async function startGitHub(options: StandInOptions = {}): Promise<StandIn> {
  const repository = new BaseRepository('')
  const api = await startApi({ pullRequest: { number: 7, headSha: HEAD }, repository, ...options })
  apis.push(api)
  bases.set(api, repository)
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
      base: { sha: BASE, repo: { full_name: 'acme/shop' } }
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

/**
 * The step that checks the pull request: its files, or the folder that has them. Files, and a clone with a branch, are taken to
 * be those of its test merge. The base has the configuration of these files, and nothing else.
 */
export function stepOf(api: StandIn, files: Files | string, step: Partial<Step> = {}): Step {
  const workspace = typeof files === 'string' ? files : workTree(files)
  const whole = { workspace, token: api.token, apiUrl: api.url, payload: payload(), ...step }
  const configuration = typeof files === 'string' ? undefined : files[CONFIGURATION]?.toString()
  const base = bases.get(api)
  if (base) base.configuration = configuration
  const head = property(whole.payload, 'pull_request', 'head', 'sha')
  if (typeof head === 'string' && isOnBranch(workspace)) checkOutMerge(workspace, head, configuration)
  return whole
}

/** Whether the folder is a clone in which no test has checked out a commit. */
function isOnBranch(root: string): boolean {
  const file = join(root, '.git', 'HEAD')
  return existsSync(file) && (readFileSync(file, 'utf8').startsWith('ref:') || merged.has(root))
}

/** Makes the clone's HEAD a test merge, without its parents and with the configuration alone. The files on disk stay. */
function checkOutMerge(root: string, head: string, configuration: string | undefined): void {
  const author = 'GitHub <noreply@github.com> 1700000000 +0000'
  const text = [
    `tree ${configuration === undefined ? writeObject(root, 'tree', '') : writeConfiguration(root, configuration)}`,
    ...[`parent ${BASE}`, `parent ${head}`, `author ${author}`, `committer ${author}`],
    `\nMerge ${head} into ${BASE}\n`
  ].join('\n')
  writeFileSync(join(root, '.git', 'HEAD'), `${writeObject(root, 'commit', text)}\n`)
  merged.add(root)
}

/** Writes the tree that has the configuration; returns its id. */
function writeConfiguration(root: string, text: string): string {
  const entry = (mode: string, name: string, id: string) =>
    Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')])
  const [folder = '', name = ''] = CONFIGURATION.split('/')
  const inside = writeObject(root, 'tree', entry('100644', name, writeObject(root, 'blob', text)))
  return writeObject(root, 'tree', entry('40000', folder, inside))
}

/** Writes an object as git does: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects#_object_storage. */
function writeObject(root: string, type: string, content: string | Buffer): string {
  const id = idOf(type, content)
  const folder = join(root, '.git', 'objects', id.slice(0, 2))
  mkdirSync(folder, { recursive: true })
  const file = join(folder, id.slice(2))
  if (!existsSync(file)) writeFileSync(file, deflateSync(objectOf(type, content)))
  return id
}

function idOf(type: string, content: string | Buffer): string {
  return createHash('sha1').update(objectOf(type, content)).digest('hex')
}

function objectOf(type: string, content: string | Buffer): Buffer {
  const bytes = Buffer.from(content)
  return Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes])
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

/** A requirements.txt with many errors, each of another version: equal ones would be one finding. */
export function staleVersions(count: number): string {
  return Array.from({ length: count }, (_, index) => `kubernetes==10.0.${index}\n`).join('')
}

/** A package.json with many errors, each under another name: what has one name and one fix shares a block. */
export function staleAliases(count: number): string {
  const dependencies = Array.from({ length: count }, (_, index) => [`kube-${index}`, 'npm:kubernetes-client@9.0.0'])
  return JSON.stringify({ dependencies: Object.fromEntries(dependencies) }, undefined, 2)
}

/** Writes files and commits everything; returns the commit. */
export function commitAll(root: string, files: Files): string {
  write(root, files)
  return commit(root)
}

/** The operations that find and read the base. */
export const BASE_REQUEST = /^(?:git|repos)\/|^pulls\/list$/
/** The operations of all requests, in their order, without those for the base. */
export const operations = (api: StandIn) =>
  api.requests.map(({ operation }) => operation).filter(operation => !BASE_REQUEST.test(operation))
/** The comments of the Action. */
export const ours = (api: StandIn) => api.comments.filter(({ author }) => author === 'github-actions[bot]')
/** The annotations of this level in the log. */
export const annotationsOf = ({ commands }: Outcome, level: string) =>
  commands.filter(({ name, properties }) => name === level && properties['file'] !== undefined)
