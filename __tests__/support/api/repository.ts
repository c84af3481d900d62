/**
 * The git data of the stand-in: trees, blobs, commits and comparisons of a real repository on disk, with GitHub's limits.
 * Where its description is silent, the answers follow https://docs.github.com/en/rest/git/trees and
 * https://docs.github.com/en/rest/commits/commits#compare-two-commits.
 */

import { execFileSync } from 'node:child_process'
import { example } from './contract.ts'

/** An answer; `bytes` instead of a body in JSON. */
export interface GitReply {
  readonly status: number
  readonly body?: unknown
  readonly bytes?: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
  /** Set if the answer differs from GitHub's description on purpose. */
  readonly isOdd?: boolean
}

/** A request as far as it matters here. */
export interface GitCall {
  readonly id: string
  readonly values: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly accept: string
  /** The address of the request without its query. */
  readonly url: string
}

/** A pull request of the list. */
export interface ServedPullRequest {
  readonly number: number
  readonly state?: 'open' | 'closed'
  readonly head: { readonly owner: string; readonly branch: string; readonly sha: string; readonly repository: number }
  readonly base: { readonly branch: string; readonly sha: string; readonly repository: number }
}

/** What is served, and where GitHub's limits are lower than usual. */
export interface ServedOptions {
  readonly pullRequests?: readonly ServedPullRequest[]
  /** The most entries of a tree: 100,000 at GitHub. */
  readonly treeLimit?: number
  /** The objects that GraphQL returns before it reports a limit of its own. */
  readonly objectLimit?: number
  /** The pages of a comparison that do not name the merge base. */
  readonly pagesWithoutMergeBase?: readonly number[]
  /** Ids of blobs whose content is replaced by another one. */
  readonly forged?: ReadonlySet<string>
}

/** GitHub cuts texts of GraphQL there: https://github.com/sveltia/sveltia-cms/issues/950. */
const TEXT_LIMIT = 512_000
const FRAGMENT = 'fragment blob on Blob { isBinary isTruncated text }'
const QUERY =
  /^query\(\$owner: String!, \$repo: String!\) \{ repository\(owner: \$owner, name: \$repo\) \{ (?<objects>.+) \} \} (?<fragment>.+)$/
const OBJECT = /^(?<alias>b\d+): object\(oid: "(?<id>[0-9a-f]{40}|[0-9a-f]{64})"\) \{ \.\.\.blob \}$/
const ENTRY = /^(?<mode>\d{6}) (?<type>\w+) (?<sha>[0-9a-f]+) +(?<size>\d+|-)\t(?<path>[\s\S]+)$/

/** A repository on disk as GitHub shows it. */
export class ServedRepository {
  readonly #root: string
  readonly #options: ServedOptions

  constructor(root: string, options: ServedOptions = {}) {
    this.#root = root
    this.#options = options
  }

  /** The answer to an operation about git data or the list of pull requests; undefined for others. */
  answer(call: GitCall): GitReply | undefined {
    switch (call.id) {
      case 'git/get-tree':
        return this.#tree(call)
      case 'git/get-blob':
        return this.#blob(call)
      case 'repos/get-commit':
        return this.#commit(call)
      case 'repos/compare-commits':
        return this.#comparison(call)
      case 'pulls/list':
        return this.#pullRequests(call)
      default:
        return undefined
    }
  }

  /** The answer to a query for objects; undefined for others. */
  graphql(query: unknown): GitReply | undefined {
    const { objects, fragment } = QUERY.exec(String(query))?.groups ?? {}
    if (objects === undefined || fragment !== FRAGMENT) return undefined
    const asked = objects.split(/ (?=b\d+:)/).map(object => OBJECT.exec(object)?.groups)
    const limit = this.#options.objectLimit ?? Number.POSITIVE_INFINITY
    const blobs = this.#blobs(asked.flatMap(object => object?.['id'] ?? []))
    const shown: Record<string, unknown> = {}
    for (const [index, object] of asked.entries()) {
      if (!object?.['alias'] || !object['id']) return undefined
      const bytes = blobs.get(object['id'])
      shown[object['alias']] = index < limit && bytes ? shownBlob(bytes) : null
    }
    const errors = asked.length > limit ? { errors: [{ type: 'RESOURCE_LIMITS_EXCEEDED', message: 'Too much' }] } : {}
    return { status: 200, body: { data: { repository: shown }, ...errors } }
  }

  #tree({ values, query, url }: GitCall): GitReply {
    const recursive = query.has('recursive') ? ['-r', '-t'] : []
    const id = values['tree_sha'] ?? ''
    const listed = this.#git('ls-tree', '-z', '--long', '--full-tree', ...recursive, '--end-of-options', id)
    if (listed === undefined) return notFound()
    const lines = listed.toString('utf8').split('\0').slice(0, -1)
    const { treeLimit = 100_000 } = this.#options
    const tree = lines.slice(0, treeLimit).map(line => {
      const { size, ...entry } = ENTRY.exec(line)?.groups ?? {}
      return { ...entry, ...(size === '-' ? {} : { size: Number(size) }) }
    })
    const sha = this.#id(`${id}^{tree}`)
    return { status: 200, body: { sha, url, tree, truncated: lines.length > treeLimit } }
  }

  #blob({ values, accept, url }: GitCall): GitReply {
    const id = values['file_sha'] ?? ''
    const bytes = this.#blobs([id]).get(id)
    if (!bytes) return notFound()
    if (accept === 'application/vnd.github.raw+json') {
      return { status: 200, bytes, headers: { 'content-type': `${accept}; charset=utf-8` } }
    }
    const content = Buffer.from(bytes).toString('base64')
    return { status: 200, body: { sha: id, node_id: id, url, size: bytes.length, encoding: 'base64', content } }
  }

  /** The contents of those objects that are blobs. */
  #blobs(ids: readonly string[]): ReadonlyMap<string, Uint8Array> {
    const output = execFileSync('git', ['-C', this.#root, 'cat-file', '--batch'], {
      input: ids.map(id => `${id}\n`).join(''),
      maxBuffer: 1 << 28
    })
    const blobs = new Map<string, Uint8Array>()
    for (let at = 0; at < output.length; ) {
      const end = output.indexOf('\n', at)
      const [id = '', type, size] = output.toString('latin1', at, end).split(' ')
      const [from, to] = [end + 1, end + 1 + Number(size)]
      // A missing object has no content.
      at = type === 'missing' ? from : to + 1
      if (type === 'blob') blobs.set(id, this.#shown(id, output.subarray(from, to)))
    }
    return blobs
  }

  #shown(id: string, bytes: Uint8Array): Uint8Array {
    return this.#options.forged?.has(id) ? Buffer.concat([bytes, Buffer.from('# forged\n')]) : bytes
  }

  #commit({ values }: GitCall): GitReply {
    const id = this.#id(`${values['ref']}^{commit}`)
    return id === undefined ? notFound() : { status: 200, body: this.#shownCommit(id) }
  }

  #shownCommit(id: string): Readonly<Record<string, unknown>> {
    const shown = example('commit')
    const [tree, parents = '', message] = String(this.#git('show', '--no-patch', '--format=%T%n%P%n%B', id)).split(
      /\n([^\n]*)\n([\s\S]*)/
    )
    const commit = shown['commit'] as { readonly tree: object }
    return {
      ...shown,
      // The files of GitHub's example lack what its own description requires.
      files: [],
      sha: id,
      commit: { ...commit, message, tree: { ...commit.tree, sha: tree } },
      parents: parents
        .split(' ')
        .filter(parent => parent !== '')
        .map(sha => ({ sha, url: shown['url'], html_url: shown['html_url'] }))
    }
  }

  #comparison({ values, query }: GitCall): GitReply {
    const [base, head] = [values['base'], values['head']].map(name => this.#id(`${name}^{commit}`))
    const mergeBase = base && head && this.#git('merge-base', base, head)?.toString().trim()
    if (!base || !head || !mergeBase) return notFound()
    const size = Math.min(100, Number(query.get('per_page') ?? 30))
    const page = Number(query.get('page') ?? 1)
    const ids = (range: string) =>
      String(this.#git('rev-list', '--reverse', range))
        .split('\n')
        .slice(0, -1)
    const [ahead, behind] = [ids(`${base}..${head}`), ids(`${head}..${base}`)]
    const names = String(this.#git('diff', '--name-only', '-z', mergeBase, head))
      .split('\0')
      .slice(0, -1)
    const shown = example('commit-comparison')
    const isOdd = this.#options.pagesWithoutMergeBase?.includes(page) === true
    const file = (shown['files'] as object[])[0]
    return {
      status: 200,
      isOdd,
      body: {
        ...shown,
        base_commit: this.#shownCommit(base),
        merge_base_commit: isOdd ? null : this.#shownCommit(mergeBase),
        status: statusOf(ahead.length, behind.length),
        ahead_by: ahead.length,
        behind_by: behind.length,
        total_commits: ahead.length,
        commits: ahead.slice((page - 1) * size, page * size).map(id => this.#shownCommit(id)),
        // GitHub lists the files on the first page alone.
        files: page > 1 ? [] : names.slice(0, 300).map(filename => ({ ...file, filename, status: 'modified' }))
      }
    }
  }

  #pullRequests({ query, url }: GitCall): GitReply {
    const [state, head, base] = [query.get('state') ?? 'open', query.get('head'), query.get('base')]
    const found = (this.#options.pullRequests ?? []).filter(
      pull =>
        (state === 'all' || state === (pull.state ?? 'open')) &&
        (head === null || head === `${pull.head.owner}:${pull.head.branch}`) &&
        (base === null || base === pull.base.branch)
    )
    const size = Math.min(100, Number(query.get('per_page') ?? 30))
    const page = Number(query.get('page') ?? 1)
    const next = new URL(url)
    next.search = new URLSearchParams({ ...Object.fromEntries(query), page: String(page + 1) }).toString()
    return {
      status: 200,
      body: found.slice((page - 1) * size, page * size).map(shownPullRequest),
      ...(found.length > page * size ? { headers: { link: `<${next}>; rel="next"` } } : {})
    }
  }

  #id(name: string): string | undefined {
    return this.#git('rev-parse', '--verify', '--quiet', '--end-of-options', name)?.toString().trim()
  }

  /** The output of git; undefined if it fails. */
  #git(...args: string[]): Buffer | undefined {
    try {
      return execFileSync('git', ['-C', this.#root, ...args], {
        maxBuffer: 1 << 28,
        stdio: ['ignore', 'pipe', 'ignore']
      })
    } catch {
      return undefined
    }
  }
}

function shownBlob(bytes: Uint8Array): unknown {
  const isBinary = bytes.includes(0)
  const text = new TextDecoder().decode(bytes.subarray(0, TEXT_LIMIT))
  return { isBinary, isTruncated: bytes.length > TEXT_LIMIT, text: isBinary ? null : text }
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0 && behind > 0) return 'diverged'
  if (ahead > 0) return 'ahead'
  return behind > 0 ? 'behind' : 'identical'
}

function shownPullRequest({ number, state = 'open', head, base }: ServedPullRequest): unknown {
  const shown = (example('pull-request-simple-items') as unknown as Record<string, unknown>[])[0] ?? {}
  const [shownHead, shownBase] = [shown['head'], shown['base']] as { readonly repo: object; readonly user: object }[]
  return {
    ...shown,
    number,
    state,
    // GitHub's example lacks the type of a team, which its own description requires.
    requested_teams: [],
    head: {
      ...shownHead,
      label: `${head.owner}:${head.branch}`,
      ref: head.branch,
      sha: head.sha,
      user: { ...shownHead?.user, login: head.owner },
      repo: { ...shownHead?.repo, id: head.repository }
    },
    base: { ...shownBase, ref: base.branch, sha: base.sha, repo: { ...shownBase?.repo, id: base.repository } }
  }
}

function notFound(): GitReply {
  return {
    status: 404,
    body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' }
  }
}
