/**
 * `go get` and `go install`: both take paths of packages, and versions since Go 1.11 and 1.16.
 * Specification: https://go.dev/ref/mod#go-get, https://go.dev/ref/mod#version-queries. Deliberately ignored: folders.
 */

import type { InstallCommand, Installs } from '../ecosystem.ts'
import { repositoryOf } from './repository.ts'

const PACKAGE = /^(?<path>[A-Za-z0-9][\w.~-]*\.[\w.~-]+\/[^@:\s]+?)(?:\/\.\.\.)?(?:@(?<version>.+))?$/s
/** Modules in the repository of a client that have their own versions and whose programs run outside of clusters. */
const MODULES_BESIDE = ['sigs.k8s.io/controller-runtime/tools/']
/** https://go.dev/ref/mod#major-version-suffixes */
const MAJOR = /^.*?\/v(?:[2-9]|[1-9]\d{1,5})(?=\/|$)/s
/** Queries for which the go command chooses the version. */
const QUERY = /^(?:latest|upgrade|patch|[<>].*)$/

const goGet: InstallCommand = {
  words: ['go get'],
  valued: ['-C', '-modfile', '-overlay', '-p', '-tags', '-ldflags', '-gcflags', '-asmflags', '-o', '-mod', '-exec'],
  read: argument => {
    const { path, version } = (argument.length < 1_000 && PACKAGE.exec(argument)?.groups) || {}
    if (path === undefined || version === 'none') return undefined
    const name = MODULES_BESIDE.some(beside => path.startsWith(beside)) ? path : moduleOf(path)
    if (version === undefined) return { name, requirement: { kind: 'none' }, at: 0 }
    const kind = QUERY.test(version) ? 'range' : 'version'
    // The modules of Kubernetes move together, and go.sum with them.
    return { name, requirement: { kind, text: version }, at: argument.length - version.length, sealed: true }
  }
}

/** The module of a package: its path ends with the major version, where one is in it; else it is taken for the repository. */
function moduleOf(path: string): string {
  return MAJOR.exec(path)?.[0] ?? repositoryOf(path)
}

/** `go install` takes a package without a version from the module of its folder, whose go.mod is read. */
const goInstall: InstallCommand = {
  ...goGet,
  words: ['go install'],
  read: argument => {
    const target = goGet.read(argument)
    return target && 'requirement' in target && target.requirement.kind === 'none' ? undefined : target
  }
}

/** The commands of go. */
export const installs: Installs = {
  commands: [goGet, goInstall],
  edit: (name, version) => `go get ${name}@${version}`
}
