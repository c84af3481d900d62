/** The go commands that bring a module to a version that reloads. */

import type { Present } from '../ecosystem.ts'

/** Modules that are released together with client-go and must move with it. */
const SIBLINGS: Readonly<Record<string, readonly string[]>> = {
  'k8s.io/client-go': ['k8s.io/api', 'k8s.io/apimachinery']
}

/**
 * `go get` for the module and its siblings. Where a `replace` decides, `go get` alone would change nothing, so the
 * replacement is dropped first.
 */
export function goUpgrade(name: string, version: string, { replacement }: Present): readonly string[] {
  const modules = [name, ...(SIBLINGS[name] ?? [])]
  return [
    ...(replacement === undefined ? [] : [`go mod edit -dropreplace=${name}`]),
    `go get ${modules.map(module => `${module}@${version}`).join(' ')}`,
    'go mod tidy'
  ]
}
