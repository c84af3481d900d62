/** The go commands that raise a module to a version that reloads. */

import type { FixStep } from '../../model/verdict.ts'
import type { UpgradeContext } from '../file-format.ts'

/** Modules that are released together with client-go and must be upgraded with it. */
const SIBLINGS: Readonly<Record<string, readonly string[]>> = {
  'k8s.io/client-go': ['k8s.io/api', 'k8s.io/apimachinery']
}

/**
 * `go get` for the module and its siblings. Where a `replace` settles the version, `go get` has no effect,
 * and without the `replace` the requirement is often a version that never existed, such as v0.0.0: so the
 * replacements are changed, those of the siblings too. https://go.dev/ref/mod#go-mod-edit
 */
export function goUpgrade(
  name: string,
  version: string,
  { replacement, usedAt, together = [] }: UpgradeContext
): readonly FixStep[] {
  const isReplaced = replacement !== undefined || usedAt !== undefined
  const others = together.map(other => `${other.name}@${other.version}`)
  // All in one command: each by itself would throw out what does not fit it.
  const get = [...others, ...atVersion(name, version)].join(' ')
  const edit = [replaceFlags(name, version), ...others.map(other => `-require=${other}`)].join(' ')
  return [isReplaced ? `go mod edit ${edit}` : `go get ${get}`, 'go mod tidy']
}

/** The command that shows the parents of a module, which no file of Go records. https://go.dev/ref/mod#go-mod-why */
export function goWhy(name: string): string {
  return `go mod why -m ${name}`
}

/** Versions in a workspace are in its replacements: these are changed, for the reason above. */
export function goWorkUpgrade(name: string, version: string): readonly FixStep[] {
  return [`go work edit ${replaceFlags(name, version)}`, 'go work sync']
}

/**
 * The upgrade for dep, glide, godep, govendor, vndr, trash, gvt and gb, which are no longer maintained: Go modules.
 * Since Go 1.22 `go mod init` does not import their files, so `go get` names the version.
 */
export function moveToModules(name: string, version: string): readonly FixStep[] {
  return [
    { edit: 'make it a module first: go mod init, with the path of this repository' },
    `go get ${atVersion(name, version).join(' ')}`,
    'go mod tidy'
  ]
}

function atVersion(name: string, version: string): readonly string[] {
  return modulesOf(name).map(module => `${module}@${version}`)
}

function replaceFlags(name: string, version: string): string {
  return modulesOf(name)
    .map(module => `-replace=${module}=${module}@${version}`)
    .join(' ')
}

function modulesOf(name: string): readonly string[] {
  return [name, ...(SIBLINGS[name] ?? [])]
}
