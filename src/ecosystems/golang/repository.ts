/** Which repository a Go import path or a git address stands for: the tools before Go modules knew nothing smaller. */

/** How many parts of an import path name the repository, by host; three on hosts that are not listed. */
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
const GOPKG_VERSION = /\.v\d+$/

/** `k8s.io/client-go/kubernetes` → `k8s.io/client-go`. */
export function repositoryOf(importPath: string): string {
  const parts = importPath.split('/', 4)
  const [host = '', project = ''] = parts
  // gopkg.in/yaml.v2 is a repository of its own, gopkg.in/owner/name.v1 has an owner.
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

/** The replacement that an address makes of a package; none where it is the package's own. */
export function replacementBy(address: string | undefined, name: string): { replacement?: string } {
  if (address === undefined || address === '') return {}
  const replacement = modulePath(address)
  return replacement === name ? {} : { replacement }
}
