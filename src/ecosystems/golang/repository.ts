/** The repositories of Go import paths and git addresses: the unit of the tools before Go modules. */

/** How many parts of an import path are the repository, by host; three on other hosts. */
const PARTS: ReadonlyMap<string, number> = new Map([
  ['k8s.io', 2],
  ['sigs.k8s.io', 2],
  ['google.golang.org', 2],
  ['cloud.google.com', 2],
  ['go.uber.org', 2],
  ['go.etcd.io', 2],
  ['gopkg.in', 2],
  ['go4.org', 1]
])
/** Where hosts that only name repositories keep them. */
const KEPT_AT: ReadonlyMap<string, string> = new Map([
  ['k8s.io', 'github.com/kubernetes'],
  ['sigs.k8s.io', 'github.com/kubernetes-sigs']
])
const GOPKG_VERSION = /\.v\d+$/

/** `k8s.io/client-go/kubernetes` → `k8s.io/client-go`. */
export function repositoryOf(importPath: string): string {
  const parts = importPath.split('/', 4)
  const [host = '', project = ''] = parts
  // gopkg.in/yaml.v2 is a repository, gopkg.in/owner/name.v1 has an owner.
  const count = host === 'gopkg.in' && !GOPKG_VERSION.test(project) ? 3 : (PARTS.get(host) ?? 3)
  return parts.slice(0, count).join('/')
}

/** `https://github.com/owner/name.git` → `github.com/owner/name`, the form of an import path. */
export function modulePath(address: string): string {
  return address
    .replace(/^(?:https?|ssh|git):\/\//, '')
    .replace(/^(?:[^@/]+@)/, '')
    .replace(/^([^/:]+):/, '$1/')
    .replace(/\.git$/, '')
}

/**
 * The module that is used instead of a package because of an address; undefined for the address of the package itself.
 */
export function replacementBy(address: string | undefined, name: string): string | undefined {
  if (address === undefined || address === '') return undefined
  const replacement = modulePath(address)
  const [host = '', project = ''] = name.split('/', 2)
  const owner = KEPT_AT.get(host)
  const isItself = replacement === name || (owner !== undefined && replacement === `${owner}/${project}`)
  return isItself ? undefined : replacement
}
