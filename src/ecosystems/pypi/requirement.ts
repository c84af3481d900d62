/**
 * One requirement as pip and `pyproject.toml` write it: `name[extra]>=1,<2; marker`, `name @ url`, a URL or a path.
 * Specification: https://packaging.python.org/en/latest/specifications/dependency-specifiers/ (PEP 508) and, for URLs and
 * paths without a name, https://pip.pypa.io/en/stable/topics/vcs-support/. Leaves out on purpose: markers, for a
 * requirement that only some systems need is needed, and extras.
 */

import type { Requirement } from '../../model/dependency.ts'
import type { PlacedRequirement } from '../file-format.ts'

/** What one text asks for; the offsets count from the beginning of that text. */
export interface PackageRequirement {
  readonly name: string
  readonly requirement: Requirement
  /** Where the text of the requirement stands; the name where there is none. */
  readonly at: number
}

// Each part is a run of characters that the next part does not begin with, so none of these can be slow.
const NAME = /\s*(?<name>[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*/y
const EXTRAS = /\[[^\]]*\]\s*/y
const DIRECT_REFERENCE = /@\s*(?<url>\S+)/y
const PARENTHESES = /^\((?<inner>[^()]*)\)$/
const EXACT = /^={2,3}\s*(?<version>[^\s<>=!~,*;()]+|\{\{[^{}]*\}\}|\$\([^()]*\))$/
const CLAUSE = /^(?:~=|={2,3}|!=|<=?|>=?)\s*[^\s<>=!~,;()]+$/

const URL_LIKE = /^(?:(?:git|hg|svn|bzr)\+|[A-Za-z][A-Za-z0-9+.-]*:\/\/|file:)/
const VERSION_CONTROL = /^(?:git|hg|svn|bzr)\+/
const PATH_LIKE = /^(?:\.{1,2}(?:$|\[)|\.{0,2}[/\\]|~[/\\]|[A-Za-z]:[/\\]|[^\s@;=<>!~[(]*[/\\])/
const PROJECT_ITSELF = /^[./\\]+(?:\[[^[\]]*\])?$/
const ARCHIVE = /\.(?:whl|zip|tar\.gz|tgz|tar\.bz2|tar\.xz|egg)$/i
const EGG = /[#&]egg=(?<name>[\w.-]+)/
const VERSION_IN_EGG = /-\d[\w.]*$/
const HOSTED = /^(?:[^/]*\/\/[^/]*\/|[^/:]*:)(?<owner>[^/]+)\/(?<project>[^/]+)/
/** What GitHub, GitLab and others make of a commit; the file is named after the commit, not after the package. */
const SNAPSHOT = /\/(?:archive|zipball|tarball)\//
const GIT_SUFFIX = /\.git$/
const PATH_SEPARATOR = /[/\\]/
const FOLDER_NAME = /^[A-Za-z0-9][\w.-]*$/
const WHEEL_NAME_END = /-/
const ARCHIVE_NAME_END = /-\d/
const EXTRAS_AT_END = /\[[^[\]]*\]$/

/** Longer than any requirement; what is longer is hostile. */
const LONGEST = 10_000

/** Repositories that are not called like the package they hold. */
const PACKAGE_OF_REPOSITORY: ReadonlyMap<string, string> = new Map([['kubernetes-client/python', 'kubernetes']])

/** Reads one requirement. Undefined when it is none, or when nothing tells which package it asks for. */
export function readRequirement(text: string): PackageRequirement | undefined {
  if (text.length > LONGEST) return undefined
  const first = text.length - text.trimStart().length
  const token = firstRun(text, first)
  if (isProjectItself(token)) return undefined
  if (URL_LIKE.test(token) || (ARCHIVE.test(token) && !token.includes('@'))) return readSource(token, first)
  return named(text) ?? (PATH_LIKE.test(token) ? readSource(token, first) : undefined)
}

/** Reads a URL or path that stands where a package's name could stand; `offset` is added to the offsets. */
export function readSource(address: string, offset: number): PackageRequirement | undefined {
  const name = address.length > LONGEST ? undefined : nameInAddress(address)
  if (name === undefined) return undefined
  const source = sourceOf(address)
  return { name, requirement: source.requirement, at: offset + source.at }
}

/** Whether the text is this project itself or a folder above it: `.`, `..`, perhaps with extras. Such a path has no name. */
export function isProjectItself(text: string): boolean {
  return PROJECT_ITSELF.test(text)
}

function named(text: string): PackageRequirement | undefined {
  NAME.lastIndex = 0
  const match = NAME.exec(text)
  const name = match?.groups?.['name']
  if (!match || name === undefined) return undefined
  const nameAt = match[0].length - match[0].trimStart().length
  let position = match[0].length
  EXTRAS.lastIndex = position
  position += EXTRAS.exec(text)?.[0].length ?? 0
  if (text[position] === '@') {
    DIRECT_REFERENCE.lastIndex = position
    const url = DIRECT_REFERENCE.exec(text)?.groups?.['url']
    if (url === undefined) return undefined
    const source = sourceOf(url)
    return { name, requirement: source.requirement, at: DIRECT_REFERENCE.lastIndex - url.length + source.at }
  }

  const marker = text.indexOf(';', position)
  let specifiers = text.slice(position, marker < 0 ? text.length : marker)
  position += specifiers.length - specifiers.trimStart().length
  specifiers = specifiers.trim()
  const inner = PARENTHESES.exec(specifiers)?.groups?.['inner']
  if (inner !== undefined) {
    position += 1 + inner.length - inner.trimStart().length
    specifiers = inner.trim()
  }
  if (specifiers === '') return { name, requirement: { kind: 'none' }, at: nameAt }
  const version = EXACT.exec(specifiers)?.groups?.['version']
  if (version !== undefined) {
    const at = position + specifiers.length - version.length
    return { name, requirement: { kind: 'version', text: version }, at }
  }
  const clauses = specifiers.split(',').map(clause => clause.trim())
  if (clauses.at(-1) === '') clauses.pop()
  if (clauses.length === 0 || !clauses.every(clause => CLAUSE.test(clause))) return undefined
  return { name, requirement: { kind: 'range', text: specifiers }, at: position }
}

/** `git+https://host/owner/project.git@revision#egg=name`: the revision, or the address where there is none. */
function sourceOf(text: string): PlacedRequirement {
  const { address, revision } = parts(text)
  const url = address.replace(VERSION_CONTROL, '')
  if (revision !== '') return { requirement: { kind: 'source', text: revision, url, revision }, at: address.length + 1 }
  const isUrl = url !== address || URL_LIKE.test(address)
  return { requirement: { kind: 'source', text: address, ...(isUrl ? { url } : {}) }, at: 0 }
}

/** The address without fragment and revision; only addresses of version control have a revision after `@`. */
function parts(text: string): { address: string; revision: string } {
  const hash = text.indexOf('#')
  const address = hash < 0 ? text : text.slice(0, hash)
  const prefix = VERSION_CONTROL.exec(address)?.[0].length ?? 0
  if (prefix === 0) return { address, revision: '' }
  const slashes = address.indexOf('://')
  const path = address.indexOf('/', slashes < 0 ? prefix : slashes + 3)
  const mark = address.lastIndexOf('@')
  if (path < 0 || mark < path) return { address, revision: '' }
  return { address: address.slice(0, mark), revision: address.slice(mark + 1) }
}

/** What a URL or path says of its package's name: `#egg=`, the name of the archive, the repository or the folder. */
function nameInAddress(text: string): string | undefined {
  const egg = EGG.exec(text)?.groups?.['name']
  if (egg !== undefined) return egg.replace(VERSION_IN_EGG, '')
  const address = parts(text).address.replace(EXTRAS_AT_END, '')
  const { owner, project } = HOSTED.exec(address)?.groups ?? {}
  const repository = project?.replace(GIT_SUFFIX, '')
  const known = PACKAGE_OF_REPOSITORY.get(`${owner}/${repository}`)
  if (known !== undefined) return known
  const file = address.split(PATH_SEPARATOR).findLast(part => part !== '') ?? ''
  if (!ARCHIVE.test(file)) {
    const name = file.replace(GIT_SUFFIX, '')
    return FOLDER_NAME.test(name) ? name : undefined
  }
  // Wheels write the name with `_`, so it ends at the first `-`; in other archives it ends where the version begins.
  const end = file.search(file.toLowerCase().endsWith('.whl') ? WHEEL_NAME_END : ARCHIVE_NAME_END)
  if (end > 0) return file.slice(0, end)
  return SNAPSHOT.test(address) ? repository : file.replace(ARCHIVE, '')
}

function firstRun(text: string, from: number): string {
  const end = text.slice(from).search(/\s/)
  return end < 0 ? text.slice(from) : text.slice(from, from + end)
}
