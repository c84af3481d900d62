/** The go commands that bring a module to a version that reloads. */

import type { Present } from '../ecosystem.ts'

/** Modules that are released together with client-go and must move with it. */
const SIBLINGS: Readonly<Record<string, readonly string[]>> = {
  'k8s.io/client-go': ['k8s.io/api', 'k8s.io/apimachinery']
}

/**
 * `go get` for the module and its siblings. Where a `replace` decides, `go get` changes nothing, and without the `replace`
 * the requirement is often a version that never existed, such as v0.0.0: so the replacements are pointed elsewhere, those
 * of the siblings too. https://go.dev/ref/mod#go-mod-edit
 */
export function goUpgrade(name: string, version: string, { replacement, usedAt }: Present): readonly string[] {
  const modules = [name, ...(SIBLINGS[name] ?? [])]
  const isReplaced = replacement !== undefined || usedAt !== undefined
  return [
    isReplaced
      ? `go mod edit ${modules.map(module => `-replace=${module}=${module}@${version}`).join(' ')}`
      : `go get ${modules.map(module => `${module}@${version}`).join(' ')}`,
    'go mod tidy'
  ]
}
