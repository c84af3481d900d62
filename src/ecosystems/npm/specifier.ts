/**
 * The values of dependencies that npm, yarn and pnpm accept: versions, ranges, tags, aliases, addresses, folders.
 * Specification: https://docs.npmjs.com/cli/v11/configuring-npm/package-json#dependencies,
 * https://yarnpkg.com/protocols, https://pnpm.io/package-sources.
 */

import { type Requirement, type SourceRequirement, sourceRequirement } from '../../model/dependency.ts'

/** The meaning of a dependency's key and value together. */
export interface Specifier {
  /** The package that is installed. */
  readonly name: string
  /** The key, if it is not the name of the package. */
  readonly alias?: string
  readonly requirement: Requirement
  /** As in `PackageEntry`. */
  readonly means?: string
  /** As in `PackageEntry`. */
  readonly patched?: true
  /**
   * The offset in the value of the requirement, or of the name of an alias without one. Absent: the key has the name.
   */
  readonly offset?: number
}

/** A requirement, and its offset in the text that was read. */
export interface Located<R extends Requirement = Requirement> {
  readonly requirement: R
  readonly offset: number
}

/** A version or a range. */
type RangeRequirement = Extract<Requirement, { kind: 'version' | 'range' }>

// https://semver.org/#is-there-a-suggested-regular-expression-regex-to-check-a-semver-string
const EXACT =
  /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/
const EXACT_SIGN = /^[=v\s]*/
const PROTOCOL = /^(?<protocol>[A-Za-z][A-Za-z0-9+.-]*):/
const PACKAGE = /^(?<name>@[^/@\s]+\/[^/@\s]+|[^/@\s]+)(?:@(?<rest>.*))?$/s
/** A range or a common tag. After `npm:` in yarn it means the package of the key. */
const RANGE_OR_TAG = /^(?:[~^<>=*\s]|v?\d|[xX](?:\.|$)|latest$|next$)/
const REPOSITORY = /^(?:git(?:\+[a-z]+)?:|ssh:|https?:|git@[^\s/:]+:|(?:github|gitlab|bitbucket|gist):)/
const GITHUB_SHORTHAND = /^[^@\s/:.~][^@\s/:]*\/[^\s/:#]+(?:#.*)?$/
const FOLDER = /^(?:\.{1,2}(?:[/\\]|$)|~?[/\\]|[A-Za-z]:[/\\])/
const ARCHIVE = /\.(?:tgz|tar\.gz|tar)$/i
/** A patch, alone or behind the name of its package. yarn encodes the package that it changes. */
const PATCH = /^(?:(?:@[^/@\s]+\/)?[^/@\s]+@)?patch:(?<inner>[^#]*)/
/** Patches of a patch; yarn itself makes two. */
const MOST_PATCHES = 5
/** What yarn may encode: the characters that a URL reserves. Letters, digits and `-._~` are always verbatim. */
const ENCODED = /%(?:2[0-9a-cf]|3[a-f]|40|5[b-e]|60|7[b-d])/gi
const FILE = /^(?:file|portal):(?<path>.+)$/s
const COMMIT = /^[0-9a-f]{7,64}$/i
// The address of a commit at GitHub, GitLab and Bitbucket. yarn 1 and pnpm lock a dependency on a commit by it.
const ARCHIVE_OF_COMMIT = /\/(?:tar\.gz|tarball|archive|get)\/(?<commit>[0-9a-f]{40})(?:\.tar\.gz)?(?:#.*)?$/i
/** The binding that yarn appends to a locator, https://yarnpkg.com/advanced/lexicon#locator. */
const BINDING = /::.*$/s
/** A word of the fragment of a repository, https://yarnpkg.com/protocol/git. */
const NAMED_REVISION = /^(?<word>commit|tag|branch|head)[=:](?<value>.+)$/s
/** The same, or the folder within the repository that pnpm accepts after a commit. */
const AFTER_REVISION = /(?:::|&).*$/s
// The placeholder of a template language in place of a version.
const PLACEHOLDER = /[$#]\{|\$\(|\{\{|<%|^%[^%]*%$|^@[^@]*@$|^<[^>]*>$/

/** Reads the value of one dependency. A value of unknown form is a range, which the scheme then refuses. */
export function readSpecifier(key: string, value: string): Specifier {
  const blanks = value.length - value.trimStart().length
  const text = value.trim()
  if (text === '') return { name: key, requirement: { kind: 'none' } }
  switch (PROTOCOL.exec(text)?.groups?.['protocol']) {
    case 'npm':
      return readAlias(key, text.slice(4), blanks + 4)
    case 'workspace':
      return named(key, text.slice(10), { requirement: { kind: 'source', text }, offset: blanks })
    case 'patch':
      return readPatch(key, text, blanks)
    case 'catalog':
      // The catalog defines the range; a lockfile settles it like any other.
      return { name: key, requirement: { kind: 'range', text }, offset: blanks }
  }
  const { requirement, offset } = readSource(text) ?? readRange(text)
  return { name: key, requirement, offset: blanks + offset }
}

/**
 * Reads a patch, `patch:name@npm%3A1.0.0#path`: its requirement is that of the package which it changes. A patch of anything but a
 * package of the registry is a source.
 */
function readPatch(key: string, text: string, blanks: number): Specifier {
  const source = { requirement: { kind: 'source', text: text.replace(BINDING, '') }, offset: blanks } as const
  const { name: changed, rest = '' } = splitPackage(patchedPackage(text)) ?? {}
  if (changed === undefined || rest === '') return { name: key, ...source }
  const { name, requirement } = readSpecifier(changed, rest)
  const known = { name, ...(name === key ? {} : { alias: key }), patched: true } as const
  if (requirement.kind !== 'version' && requirement.kind !== 'range') return { ...known, ...source }
  const end = text.indexOf('#')
  for (const written of [requirement.text, encodeURIComponent(requirement.text)]) {
    const offset = text.lastIndexOf(written, end < 0 ? undefined : end - written.length)
    if (offset >= 0) return { ...known, ...meaning(requirement, written), offset: blanks + offset }
  }
  return { ...known, ...source }
}

/** The requirement as it is written, and what it means if that is another text. */
function meaning({ kind, text }: RangeRequirement, written: string): Pick<Specifier, 'requirement' | 'means'> {
  return written === text ? { requirement: { kind, text } } : { requirement: { kind, text: written }, means: text }
}

/** `name@requirement` of the package that a patch changes; of a patch of a patch, that of the innermost. */
export function patchedPackage(text: string): string {
  let found = text
  for (let level = 0; level < MOST_PATCHES; level++) {
    const inner = PATCH.exec(found)?.groups?.['inner']
    if (inner === undefined) return found
    found = inner.replace(ENCODED, decodeURIComponent)
  }
  return found
}

/** The folder whose package is installed with its requirements: `file:` and yarn's `portal:`. Undefined for an archive and all else. */
export function folderIn(text: string): string | undefined {
  const path = FILE.exec(text)?.groups?.['path']
  return path === undefined || ARCHIVE.test(path) ? undefined : path
}

/** Whether the text is exactly one version, as lockfiles write it. */
export function isExact(text: string): boolean {
  return EXACT.test(text)
}

/** Whether the text begins like an address or another protocol, so that an `@` in it does not end a name. */
export function isAddress(text: string): boolean {
  return REPOSITORY.test(text) || PROTOCOL.test(text)
}

/** Splits `name@rest`. The `@` of a scope is part of the name. Undefined for a text without a name. */
export function splitPackage(text: string): { name: string; rest?: string } | undefined {
  const { name, rest } = PACKAGE.exec(text)?.groups ?? {}
  if (name === undefined) return undefined
  return rest === undefined ? { name } : { name, rest }
}

/**
 * Reads an address, a folder or a protocol that is not the registry's; undefined for any other text. The text of the
 * requirement is the part that a person would change: the commit, tag or branch after `#`, else the whole.
 */
export function readSource(text: string): Located<SourceRequirement> | undefined {
  const isShorthand = GITHUB_SHORTHAND.test(text)
  const isRepository = isShorthand || REPOSITORY.test(text)
  const isOther = FOLDER.test(text) || PROTOCOL.test(text) || ARCHIVE.test(text)
  if ((!isRepository && !isOther) || text.startsWith('npm:')) return undefined
  const archive = ARCHIVE_OF_COMMIT.exec(text)
  const commit = archive?.groups?.['commit']
  if (archive && commit !== undefined) {
    const offset = archive.index + archive[0].indexOf(commit)
    return {
      requirement: { kind: 'source', text: commit, url: text.slice(0, archive.index), revision: commit },
      offset
    }
  }
  const hash = text.indexOf('#')
  const address = hash < 0 ? text : text.slice(0, hash)
  if (!isRepository || ARCHIVE.test(address)) {
    // The address of an archive ends before a checksum, in yarn 1, or before the part of a patch that no one edits.
    return {
      requirement: { kind: 'source', text: (ARCHIVE.test(address) ? address : text).replace(BINDING, '') },
      offset: 0
    }
  }
  const url = isShorthand ? `https://github.com/${address}` : address
  if (hash < 0) return { requirement: { kind: 'source', text, url }, offset: 0 }
  const { requirement, offset } = readFragment(text.slice(hash + 1))
  return { requirement: { ...requirement, url }, offset: hash + 1 + offset }
}

/**
 * yarn's `commit=…`, `tag=…`, `branch=…`, alone or beside other words and each also with a colon, or a bare name, which is a revision
 * only if it is a hash.
 */
function readFragment(fragment: string): Located<SourceRequirement> {
  let start = 0
  for (const part of fragment.replace(BINDING, '').split('&')) {
    const { word, value } = NAMED_REVISION.exec(part)?.groups ?? {}
    if (word !== undefined && value !== undefined) {
      const offset = start + part.length - value.length
      const isBranch = word === 'branch' || word === 'head'
      const facts = isBranch ? { branch: value } : { revision: value }
      return { requirement: sourceRequirement(value, facts), offset }
    }
    start += part.length + 1
  }
  const text = fragment.replace(AFTER_REVISION, '')
  return { requirement: sourceRequirement(text, { revision: COMMIT.test(text) ? text : undefined }), offset: 0 }
}

/** The text after `npm:`: another package with or without a version, or in yarn just a range. */
function readAlias(key: string, text: string, start: number): Specifier {
  if (text === '') return { name: key, requirement: { kind: 'none' } }
  const { name, rest } = splitPackage(text) ?? {}
  if (name === undefined || (rest === undefined && RANGE_OR_TAG.test(text))) {
    const { requirement, offset } = readRange(text)
    return { name: key, requirement, offset: start + offset }
  }
  if (rest === undefined || rest.trim() === '')
    return named(key, text, { requirement: { kind: 'none' }, offset: start })
  const { requirement, offset } = readRange(rest)
  return named(key, text, { requirement, offset: start + text.length - rest.length + offset })
}

/** The package before the `@` of `text`, else that of the key. */
function named(key: string, text: string, located: Located): Specifier {
  const { name, rest } = splitPackage(text) ?? {}
  const isNamed = name !== undefined && (rest !== undefined || located.requirement.kind === 'none')
  return isNamed && name !== key ? { name, alias: key, ...located } : { name: key, ...located }
}

/** `=1.2.3` and `v1.2.3` are exact for every package manager: the requirement is the bare version. */
function readRange(value: string): Located {
  const text = value.trim()
  const blanks = value.length - value.trimStart().length
  const sign = EXACT_SIGN.exec(text)?.[0].length ?? 0
  const bare = text.slice(sign)
  if (EXACT.test(bare)) return { requirement: { kind: 'version', text: bare }, offset: blanks + sign }
  return { requirement: { kind: PLACEHOLDER.test(text) ? 'version' : 'range', text }, offset: blanks }
}

/** What a dependency requires, as a text; empty if it requires nothing. */
export function meantIn({ requirement, means }: Specifier): string {
  return means ?? (requirement.kind === 'none' ? '' : requirement.text)
}
