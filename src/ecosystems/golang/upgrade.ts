/** The go commands that bring a module to a version that reloads. */

import type { UpgradeContext } from '../file-format.ts'

/** Modules that are released together with client-go and must move with it. */
const SIBLINGS: Readonly<Record<string, readonly string[]>> = {
  'k8s.io/client-go': ['k8s.io/api', 'k8s.io/apimachinery']
}

/**
 * `go get` for the module and its siblings. Where a `replace` decides, `go get` changes nothing, and without the `replace`
 * the requirement is often a version that never existed, such as v0.0.0: so the replacements are pointed elsewhere, those
 * of the siblings too. https://go.dev/ref/mod#go-mod-edit
 */
export function goUpgrade(name: string, version: string, { replacement, usedAt }: UpgradeContext): readonly string[] {
  const isReplaced = replacement !== undefined || usedAt !== undefined
  return [isReplaced ? `go mod edit ${replaceFlags(name, version)}` : get(name, version), 'go mod tidy']
}

/** Which module brings another one in stands in no file of Go. https://go.dev/ref/mod#go-mod-why */
export function goWhy(name: string): string {
  return `go mod why -m ${name}`
}

/** A workspace holds nothing but replacements: they are pointed elsewhere, for the reason that is given above. */
export function goWorkUpgrade(name: string, version: string): readonly string[] {
  return [`go work edit ${replaceFlags(name, version)}`, 'go work sync']
}

/**
 * The way forward from dep, glide, godep and govendor, none of which is maintained: Go modules. Since Go 1.22 `go mod
 * init` takes nothing over from their files, so the version is asked for by name.
 */
export function moveToModules(name: string, version: string): readonly string[] {
  return ['# make it a module first: go mod init, with the path of this repository', get(name, version), 'go mod tidy']
}

function get(name: string, version: string): string {
  return `go get ${modulesOf(name)
    .map(module => `${module}@${version}`)
    .join(' ')}`
}

function replaceFlags(name: string, version: string): string {
  return modulesOf(name)
    .map(module => `-replace=${module}=${module}@${version}`)
    .join(' ')
}

function modulesOf(name: string): readonly string[] {
  return [name, ...(SIBLINGS[name] ?? [])]
}
