/** Lists repositories with the tree of their default branch: a hundred in one query of GraphQL. */

import { property } from './payload.ts'

/** A repository as GitHub lists it. All texts are hostile. */
export interface ListedRepository {
  /** GitHub's own number, which stays when the repository is renamed. */
  readonly id: number
  /** `owner/name`. */
  readonly name: string
  readonly isArchived: boolean
  readonly isFork: boolean
  readonly isPrivate: boolean
  readonly topics: readonly string[]
  /** The last commit of the default branch and its tree; absent if the repository is empty or disabled. */
  readonly head?: { readonly commit: string; readonly tree: string; readonly branch: string }
}

/** A repository of a list that GitHub does not show. */
export interface UnlistedRepository {
  readonly name: string
  readonly because: string
}

/** Sends a query and returns its data, also if it came with errors. */
export type Query = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>

/** GitHub gives at most this many on one page. */
export const PAGE_SIZE = 100
/** The most pages of one owner, so that an answer that names further pages without end does not go on for ever. */
const MOST_PAGES = 1_000
/** The most topics of a repository: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/classifying-your-repository-with-topics */
const MOST_TOPICS = 20

const FIELDS = `fragment fields on Repository { databaseId nameWithOwner isArchived isFork isPrivate isDisabled repositoryTopics(first: ${MOST_TOPICS}) { nodes { topic { name } } } defaultBranchRef { name target { oid ... on Commit { tree { oid } } } } }`
const BY_OWNER = `query($login: String!, $after: String) { repositoryOwner(login: $login) { repositories(first: ${PAGE_SIZE}, after: $after, ownerAffiliations: OWNER) { pageInfo { hasNextPage endCursor } nodes { ...fields } } } } ${FIELDS}`

/** The repositories of an organisation or a person. Undefined if GitHub shows no such owner. */
export async function repositoriesOf(owner: string, query: Query): Promise<readonly ListedRepository[] | undefined> {
  const found: ListedRepository[] = []
  let after: unknown = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const data = await query(BY_OWNER, { login: owner, after })
    const repositories = property(data, 'repositoryOwner', 'repositories')
    const nodes = property(repositories, 'nodes')
    if (!Array.isArray(nodes)) return undefined
    found.push(...nodes.flatMap(node => repositoryIn(node) ?? []))
    after = property(repositories, 'pageInfo', 'endCursor')
    if (property(repositories, 'pageInfo', 'hasNextPage') !== true || typeof after !== 'string') break
  }
  return found
}

/** The repositories of a list, in its order, `owner/name` each. */
export async function repositoriesNamed(
  names: readonly string[],
  query: Query
): Promise<readonly (ListedRepository | UnlistedRepository)[]> {
  const found: (ListedRepository | UnlistedRepository)[] = []
  for (let from = 0; from < names.length; from += PAGE_SIZE) {
    const batch = names.slice(from, from + PAGE_SIZE)
    const asked = batch.map((name, index) => {
      const [owner = '', repository = ''] = name.split('/')
      return `r${index}: repository(owner: ${JSON.stringify(owner)}, name: ${JSON.stringify(repository)}) { ...fields }`
    })
    const data = await query(`query { ${asked.join(' ')} } ${FIELDS}`, {})
    found.push(
      ...batch.map((name, index) => {
        const because = 'GitHub shows no such repository: it is gone, or the token may not see it'
        return repositoryIn(property(data, `r${index}`)) ?? { name, because }
      })
    )
  }
  return found
}

function repositoryIn(node: unknown): ListedRepository | undefined {
  const [id, name] = [property(node, 'databaseId'), property(node, 'nameWithOwner')]
  if (typeof id !== 'number' || typeof name !== 'string') return undefined
  const branch = property(node, 'defaultBranchRef')
  const [commit, tree] = [property(branch, 'target', 'oid'), property(branch, 'target', 'tree', 'oid')]
  const branchName = property(branch, 'name')
  const topics = property(node, 'repositoryTopics', 'nodes')
  const has = (flag: string) => property(node, flag) === true
  const isThere = isId(commit) && isId(tree) && !has('isDisabled')
  return {
    id,
    name,
    isArchived: has('isArchived'),
    isFork: has('isFork'),
    isPrivate: has('isPrivate'),
    topics: Array.isArray(topics)
      ? topics.map(each => property(each, 'topic', 'name')).filter(each => typeof each === 'string')
      : [],
    ...(isThere ? { head: { commit, tree, branch: typeof branchName === 'string' ? branchName : '' } } : {})
  }
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value)
}
