/**
 * References of `pnpm-lock.yaml`: the value of a dependency, or the key of a package.
 * Specification: https://pnpm.io/lockfile, and for versions 5 and 6 https://github.com/pnpm/spec/tree/master/lockfile.
 */

import { isAddress, isExact, type Located, readSource, splitPackage } from './specifier.ts'

/** The form of references: `/name/1.0.0_peer` in 5, `/name@1.0.0(peer)` in 6, `name@1.0.0(peer)` in 9. */
export type Major = 5 | 6 | 9

/** A version or source, with the name of its package if the reference contains it. */
export interface Reference extends Located {
  readonly name?: string
}

const PATH_5 = /^[^/@]*\/(?<name>@[^/]+\/[^/]+|[^/]+)\/(?<version>[^/_]+)(?:[/_].*)?$/
const PATH_6 = /^[^/@]*\/(?<name>@[^/@]+\/[^/@]+|[^/@]+)@(?<version>[^/]+)$/
const COMMIT_AT_END = /^(?<url>.*)\/(?<commit>[0-9a-f]{40})(?:[_(].*)?$/

/** Reads a reference without its peers. */
export function readReference(text: string, major: Major): Reference {
  const bare = withoutPeers(text, major)
  if (isExact(bare)) return { requirement: { kind: 'version', text: bare }, offset: 0 }
  const source = major === 5 ? text : bare
  const whole: Reference = { requirement: { kind: 'source', text: source }, offset: 0 }
  if (isAddress(text)) return readSource(source) ?? whole
  return packageIn(text, bare, major) ?? commitAtEnd(text) ?? whole
}

/** The key of the package that a dependency of the project, or of another package, leads to. */
export function keyOf(name: string, reference: string, major: Major): string {
  switch (major) {
    case 5:
      return `/${name}/${reference}`
    case 6:
      return `/${name}@${reference}`
    case 9:
      return `${name}@${reference}`
  }
}

/** A reference with the name of its package. */
function packageIn(text: string, bare: string, major: Major): Reference | undefined {
  const { name, version } = partsOf(text, bare, major)
  if (name === undefined || version === undefined) return undefined
  const start = text.indexOf(version, name.length)
  if (isExact(version)) return { name, requirement: { kind: 'version', text: version }, offset: start }
  const source = major === 9 ? readSource(version) : undefined
  return source && { name, requirement: source.requirement, offset: start + source.offset }
}

function partsOf(text: string, bare: string, major: Major): { name?: string; version?: string } {
  if (major === 5) return PATH_5.exec(text)?.groups ?? {}
  if (major === 6) return PATH_6.exec(bare)?.groups ?? {}
  const { name, rest } = splitPackage(bare) ?? {}
  return name === undefined || rest === undefined ? {} : { name, version: rest }
}

/** Versions 5 and 6 lock a repository as `github.com/owner/name/commit`. */
function commitAtEnd(text: string): Reference | undefined {
  const { url, commit } = COMMIT_AT_END.exec(text)?.groups ?? {}
  if (url === undefined || commit === undefined) return undefined
  return { requirement: { kind: 'source', text: commit, url, revision: commit }, offset: url.length + 1 }
}

function withoutPeers(text: string, major: Major): string {
  const end = text.indexOf(major === 5 ? '_' : '(')
  return end < 0 ? text : text.slice(0, end)
}
