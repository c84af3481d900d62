/**
 * One requirement as pip and `pyproject.toml` write it: `name[extra]>=1,<2; marker`, `name @ url`, a URL or a path.
 * Specification: https://packaging.python.org/en/latest/specifications/dependency-specifiers/ (PEP 508) and, for URLs
 * and paths without a name, https://pip.pypa.io/en/stable/topics/vcs-support/. Deliberately ignored: extras, and
 * markers, because a package that only some systems require is required.
 */

import { sourceRequirement } from '../../model/dependency.ts'
import type { PackageEntry, PlacedRequirement } from '../file-format.ts'

/** The package of one text, with its requirement. `at` is an offset in that text. */
export type PackageRequirement = Pick<PackageEntry, 'name' | 'requirement' | 'at'>

/** The gap of a text that is not a requirement. */
export const EXPECTED_REQUIREMENT = 'expected a requirement such as "name>=1.0"'

// Each part is a run of characters with which the next part cannot begin, so that all of these are linear.
/** The name and the extras of a requirement. */
const PARTS = /^\s*(?<name>[A-Za-z0-9][\w.-]{0,200})\s*(?:\[(?<extras>[^\]]{0,1000})\])?/
const NAME = /\s*(?<name>[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*/y
const EXTRAS = /\[[^\]]*\]\s*/y
const DIRECT_REFERENCE = /@\s*(?<url>\S+)/y
const PARENTHESES = /^\((?<inner>[^()]*)\)$/
const EXACT = /^={2,3}\s*(?<version>[^\s<>=!~,*;()]+|\{\{[^{}]*\}\}|\$\([^()]*\))$/
const CLAUSE = /^(?:~=|={2,3}|!=|<=?|>=?)\s*[^\s<>=!~,;()]+$/

const URL_LIKE = /^(?:(?:git|hg|svn|bzr)\+|[A-Za-z][A-Za-z0-9+.-]*:\/\/|file:)/
const VERSION_CONTROL = /^(?:git|hg|svn|bzr)\+/
const PATH_LIKE = /^(?:\.{1,2}(?:$|\[)|\.{0,2}[/\\]|~[/\\]|[A-Za-z]:[/\\]|[^\s@;=<>!~[(]*[/\\])/
const PROJECT_ITSELF = /^(?:file:)?[./\\]+(?:\[[^[\]]*\])?$/
const ARCHIVE = /\.(?:whl|zip|tar\.gz|tgz|tar\.bz2|tar\.xz|egg)$/i
const FILE = /^file:/
const EGG = /[#&]egg=(?<name>[\w.-]+)/
const VERSION_IN_EGG = /-\d[\w.]*$/
const HOSTED = /^(?:[^/]*\/\/[^/]*\/|[^/:]*:)(?<owner>[^/]+)\/(?<project>[^/]+)/
/** The archive of a commit at GitHub, GitLab and others. Its file is named after the commit, not after the package. */
const SNAPSHOT = /\/(?:archive|zipball|tarball)\//
const GIT_SUFFIX = /\.git$/
const PATH_SEPARATOR = /[/\\]/
const FOLDER_NAME = /^[A-Za-z0-9][\w.-]*$/
const WHEEL_NAME_END = /-/
const ARCHIVE_NAME_END = /-\d/
const EXTRAS_AT_END = /\[[^[\]]*\]$/

/** Where a comment begins in a requirement of setuptools, and in a list of tox. */
export const REQUIREMENT_COMMENT = /\s#/

/** In characters. A longer text is hostile: no requirement comes near it. */
const LONGEST = 10_000

/** Repositories with another name than their package. */
const PACKAGE_OF_REPOSITORY: ReadonlyMap<string, string> = new Map([['kubernetes-client/python', 'kubernetes']])

/** Reads one requirement. Undefined for any other text, and for an address without the name of a package. */
export function readRequirement(text: string): PackageRequirement | undefined {
  if (text.length > LONGEST) return undefined
  const first = text.length - text.trimStart().length
  const token = firstRun(text, first)
  if (isProjectItself(token)) return undefined
  if (URL_LIKE.test(token) || (ARCHIVE.test(token) && !token.includes('@'))) return readSource(token, first)
  return named(text) ?? (PATH_LIKE.test(token) ? readSource(token, first) : undefined)
}

/** Whether a path is that of an archive instead of a folder. */
export function isArchive(path: string): boolean {
  return ARCHIVE.test(path)
}

/** Reads a URL or path in place of a package's name. `offset` is added to the result's offset. */
export function readSource(address: string, offset: number): PackageRequirement | undefined {
  const name = address.length > LONGEST ? undefined : nameInAddress(address)
  if (name === undefined) return undefined
  const { requirement, at } = sourceOf(address)
  return { name, requirement, at: offset + at }
}

/**
 * Whether the text is this project or a folder above it: `.`, `..`, with or without extras. Such a path has no name.
 */
export function isProjectItself(text: string): boolean {
  return PROJECT_ITSELF.test(text)
}

/** A requirement that begins with the name of its package. */
function named(text: string): PackageRequirement | undefined {
  NAME.lastIndex = 0
  const match = NAME.exec(text)
  const name = match?.groups?.['name']
  if (!match || name === undefined) return undefined
  EXTRAS.lastIndex = match[0].length
  const position = match[0].length + (EXTRAS.exec(text)?.[0].length ?? 0)
  const found = text[position] === '@' ? directReference(text, position) : specifiersAt(text, position)
  if (!found) return undefined
  const nameAt = match[0].length - match[0].trimStart().length
  return { name, requirement: found.requirement, at: found.requirement.kind === 'none' ? nameAt : found.at }
}

/** `@ url`. */
function directReference(text: string, position: number): PlacedRequirement | undefined {
  DIRECT_REFERENCE.lastIndex = position
  const url = DIRECT_REFERENCE.exec(text)?.groups?.['url']
  if (url === undefined) return undefined
  const { requirement, at } = sourceOf(url)
  return { requirement, at: DIRECT_REFERENCE.lastIndex - url.length + at }
}

/** `>=1,<2`, with or without parentheses, up to the marker. */
function specifiersAt(text: string, position: number): PlacedRequirement | undefined {
  const marker = text.indexOf(';', position)
  const written = text.slice(position, marker < 0 ? text.length : marker)
  let at = position + written.length - written.trimStart().length
  let specifiers = written.trim()
  const inner = PARENTHESES.exec(specifiers)?.groups?.['inner']
  if (inner !== undefined) {
    at += 1 + inner.length - inner.trimStart().length
    specifiers = inner.trim()
  }
  if (specifiers === '') return { requirement: { kind: 'none' }, at }
  const version = EXACT.exec(specifiers)?.groups?.['version']
  if (version !== undefined) {
    return { requirement: { kind: 'version', text: version }, at: at + specifiers.length - version.length }
  }
  const clauses = specifiers.split(',').map(clause => clause.trim())
  if (clauses.at(-1) === '') clauses.pop()
  if (clauses.length === 0 || !clauses.every(clause => CLAUSE.test(clause))) return undefined
  return { requirement: { kind: 'range', text: specifiers }, at }
}

/** The revision in `git+https://host/owner/project.git@revision#egg=name`, else the address. */
function sourceOf(text: string): PlacedRequirement {
  const { address, revision } = parts(text)
  const url = address.replace(VERSION_CONTROL, '')
  if (revision !== '') return { requirement: sourceRequirement(revision, { url, revision }), at: address.length + 1 }
  const isUrl = url !== address || URL_LIKE.test(address)
  return { requirement: sourceRequirement(address, { url: isUrl ? url : undefined }), at: 0 }
}

/** The address without its fragment and revision. Only addresses of version control have a revision, after `@`. */
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

/** The name of the package of a URL or path: from `#egg=`, the archive, the repository or the folder. */
function nameInAddress(text: string): string | undefined {
  const egg = EGG.exec(text)?.groups?.['name']
  if (egg !== undefined) return egg.replace(VERSION_IN_EGG, '')
  const address = parts(text).address.replace(EXTRAS_AT_END, '')
  const { owner, project } = HOSTED.exec(address)?.groups ?? {}
  const repository = project?.replace(GIT_SUFFIX, '')
  const known = PACKAGE_OF_REPOSITORY.get(`${owner}/${repository}`)
  if (known !== undefined) return known
  const file =
    address
      .replace(FILE, '')
      .split(PATH_SEPARATOR)
      .findLast(part => part !== '') ?? ''
  if (!ARCHIVE.test(file)) {
    const name = file.replace(GIT_SUFFIX, '')
    return FOLDER_NAME.test(name) ? name : undefined
  }
  // Wheels write `_` for each `-` of the name, which ends at the first `-`. In other archives it ends before the
  // version.
  const end = file.search(file.toLowerCase().endsWith('.whl') ? WHEEL_NAME_END : ARCHIVE_NAME_END)
  if (end > 0) return file.slice(0, end)
  return SNAPSHOT.test(address) ? repository : file.replace(ARCHIVE, '')
}

function firstRun(text: string, from: number): string {
  const end = text.slice(from).search(/\s/)
  return end < 0 ? text.slice(from) : text.slice(from, from + end)
}

/** The name and the extras at the beginning of a requirement; no name if it begins with something else. */
export function requirementParts(text: string): { readonly name?: string; readonly extras: readonly string[] } {
  const { name, extras = '' } = PARTS.exec(text)?.groups ?? {}
  return name === undefined
    ? { extras: [] }
    : {
        name,
        extras: extras
          .split(',')
          .map(one => one.trim())
          .filter(one => one !== '')
      }
}
