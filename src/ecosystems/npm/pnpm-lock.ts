/**
 * `pnpm-lock.yaml`: what pnpm chose. YAML of a very regular build, read line by line; it may hold two documents.
 * Specification: https://pnpm.io/lockfile, and for versions 5 and 6 https://github.com/pnpm/spec/tree/master/lockfile.
 * Leaves out on purpose: what only repeats the manifests (`specifiers`, `specifier`, `catalogs`, `overrides`) and
 * `snapshots`, which repeats `packages`.
 */

import { SyntaxFault, unknownVersion } from '../../syntax/fault.ts'
import { conflictIn, type Line, lines, type Placed } from '../../syntax/lines.ts'
import type { Entry, FileFormat, Graph, GraphPackage, PackageEntry, PackageKey } from '../file-format.ts'
import { packageJson } from './package-json.ts'
import { pnpmWorkspace } from './pnpm-workspace.ts'
import { isAddress, isExact, type Located, readSource, splitPackage } from './specifier.ts'
import { pnpmUpgrade } from './upgrade.ts'

/** The name that the following lines tell of. */
interface Dependency extends Placed {
  /** Whether its reference was met; a merge conflict has several. */
  readonly isRead?: boolean
}

/** A line `key: value`, both inside their quotes; without a value, deeper lines follow. */
interface Field {
  readonly key: Placed
  readonly value?: Placed
}

/** How a reference is built: `/name/1.0.0_peer` in 5, `/name@1.0.0(peer)` in 6, `name@1.0.0(peer)` in 9. */
type Major = 5 | 6 | 9

/** A reference in the form of the registry's packages, or else what stands there instead. */
interface Reference extends Located {
  readonly name?: string
}

const LOCKFILE_VERSION = /^lockfileVersion:[ ]*(?<value>\S*)/gm
const QUOTES = /['"]/g
const KNOWN_VERSION = /^(?:(?<major5>5)(?:\.[0-4](?:-inlineSpecifiers)?)?|(?<major6>6)\.[01]|(?<major9>9)\.0)$/
const SINGLE_QUOTED = /'(?<text>[^']*(?:''[^']*)*)'/y
const DOUBLE_QUOTED = /"(?<text>[^"\\]*(?:\\.[^"\\]*)*)"/y
/** A value that goes on below, or one in braces: pnpm writes neither for a reference. */
const NO_REFERENCE = /^(?:[|>][-+\d]*$|[{[&*])/
const COMMENT = /\s#.*$/
const PATH_5 = /^[^/@]*\/(?<name>@[^/]+\/[^/]+|[^/]+)\/(?<version>[^/_]+)(?:[/_].*)?$/
const PATH_6 = /^[^/@]*\/(?<name>@[^/@]+\/[^/@]+|[^/@]+)@(?<version>[^/]+)$/
const COMMIT_AT_END = /^(?<url>.*)\/(?<commit>[0-9a-f]{40})(?:[_(].*)?$/
/** What a section with nothing in it says. */
const EMPTY = '{}'
/** The lists of what a project asks for. The last two are pnpm's own, from version 11 on. */
const SECTIONS: ReadonlySet<string> = new Set([
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'configDependencies',
  'packageManagerDependencies'
])

export const pnpmLock: FileFormat = {
  name: 'pnpm-lock.yaml',
  role: { kind: 'lockfile', locks: [packageJson, pnpmWorkspace], chain: { graph } },
  specification: 'https://pnpm.io/lockfile',
  versions: 'lockfileVersion 5.0 to 5.4, 6.0, 6.1, 9.0',
  names: { exact: ['pnpm-lock.yaml'] },
  read,
  upgrade: pnpmUpgrade
}

function* read(text: string): Generator<Entry> {
  if (text.trim() === '') return
  const major = majorOf(text)
  const asked = new Set<string>()
  const askedSources = new Set<string>()
  const packages: Field[][] = []
  let fault: SyntaxFault | undefined
  /** The key at the margin, and within it the list of what a project asks for, such as `devDependencies`. */
  let section = ''
  let list = ''
  let dependency: Dependency | undefined
  /** How many blanks one level has: two, unless another program has written the file anew. */
  let unit = 0

  for (const line of lines(text)) {
    const content = line.text.trimStart()
    if (content === '' || content.startsWith('#')) continue
    const conflict = conflictIn(line)
    if (conflict) {
      fault ??= conflict
      continue
    }
    // Below a key in the long form, `? key`, the first field follows its colon.
    const indent = line.text.length - content.length + (content.startsWith(': ') ? 2 : 0)
    if (indent === 0) {
      yield* withoutReference()
      section = ''
      if (content.startsWith('---')) continue
      const field = fieldOf(line, indent)
      if (field) section = field.key.text
      if (field?.value && isRead(section) && field.value.text !== EMPTY)
        yield { gap: 'expected the section to begin on the next line', text: line.text, at: line.at }
      else if (!field) yield { gap: 'no section of pnpm-lock.yaml begins this line', text: line.text, at: line.at }
      list = section
      continue
    }
    unit ||= indent
    const level = indent / unit
    if (section === 'packages') {
      if (level > 2) continue
      const field = fieldOf(line, indent)
      if (level === 1) {
        if (field) packages.push([field])
        else yield { gap: 'expected the key of a package', text: content, at: line.at + indent }
      } else if (field) packages.at(-1)?.push(field)
    } else if (section === 'importers' || SECTIONS.has(section)) {
      // Without workspaces the lists of versions 5 and 6 stand at the margin.
      yield* importer(line, section === 'importers' ? level - 2 : level, indent)
    }
  }
  yield* withoutReference()
  for (const fields of packages) yield* locked(fields)
  if (fault) throw fault

  /** A line of what a project asks for; `depth` is 0 for a list of it, 1 for a name, 2 for what is said of the name. */
  function* importer(line: Line, depth: number, indent: number): Generator<Entry> {
    if (depth > 2) return
    if (depth < 2) yield* withoutReference()
    const field = fieldOf(line, indent)
    if (depth <= 0) {
      list = depth === 0 && field ? field.key.text : ''
      return
    }
    if (!SECTIONS.has(list)) return
    if (!field) yield { gap: 'expected a name', text: line.text, at: line.at + indent }
    else if (depth === 1) {
      // Before version 6 the reference stands on the line of the name.
      if (field.value) yield* direct(field.key, field.value)
      else dependency = field.key
    } else if (dependency && field.key.text === 'version') {
      if (field.value) yield* direct(dependency, field.value)
      dependency = field.value ? { ...dependency, isRead: true } : dependency
    }
  }

  function* withoutReference(): Generator<Entry> {
    if (dependency && !dependency.isRead) yield { gap: 'expected a version', text: dependency.text, at: dependency.at }
    dependency = undefined
  }

  function* direct(key: Placed, value: Placed): Generator<Entry> {
    if (NO_REFERENCE.test(value.text) || key.text.includes('\\')) {
      yield { gap: 'expected the version on this line', text: key.text, at: value.at }
      return
    }
    const { name = key.text, requirement, offset } = readReference(value.text, major)
    const entry = {
      name,
      ...(name === key.text ? {} : { alias: key.text }),
      requirement,
      at: value.at + offset,
      direct: true
    }
    asked.add(identity(entry))
    if (requirement.kind === 'source') askedSources.add(requirement.text)
    yield entry
  }

  /** An entry of `packages`, unless the project asks for it: then the line of the project stands for it. */
  function* locked([head, ...fields]: readonly Field[]): Generator<Entry> {
    if (!head) return
    if (head.key.text.includes('\\')) {
      yield { gap: 'the key is written with escapes', text: head.key.text, at: head.key.at }
      return
    }
    const { name: found, requirement, offset } = readReference(head.key.text, major)
    const name = found ?? fields.find(({ key }) => key.text === 'name')?.value?.text
    if (name === undefined) {
      yield { gap: 'the key names no package', text: head.key.text, at: head.key.at }
      return
    }
    const entry = { name, requirement, at: head.key.at + offset }
    if (asked.has(identity(entry))) return
    // Where the reference names no package, the project's line bears the name that the project gave it.
    yield {
      ...entry,
      direct: found === undefined && requirement.kind === 'source' && askedSources.has(requirement.text)
    }
  }
}

function isRead(section: string): boolean {
  return section === 'packages' || section === 'importers' || SECTIONS.has(section)
}

function majorOf(text: string): Major {
  let major: Major | undefined
  for (const match of text.matchAll(LOCKFILE_VERSION)) {
    const version = (match.groups?.['value'] ?? '').replace(QUOTES, '')
    const { major5, major6, major9 } = KNOWN_VERSION.exec(version)?.groups ?? {}
    if (!major5 && !major6 && !major9) {
      const at = match.index + match[0].length - (match.groups?.['value'] ?? '').length
      throw unknownVersion('lockfileVersion', version, '5.0 to 5.4, 6.0, 6.1 and 9.0 are', at)
    }
    major ??= major5 ? 5 : major6 ? 6 : 9
  }
  if (major === undefined) throw new SyntaxFault('no lockfileVersion is given', 0)
  return major
}

function identity({ name, requirement }: PackageEntry): string {
  return `${name} ${requirement.kind === 'none' ? '' : requirement.text}`
}

/** Reads what stands at a dependency of the project, or as the key of a package. */
function readReference(text: string, major: Major): Reference {
  const bare = withoutPeers(text, major)
  if (isExact(bare)) return { requirement: { kind: 'version', text: bare }, offset: 0 }
  const whole: Reference = { requirement: { kind: 'source', text: major === 5 ? text : bare }, offset: 0 }
  if (isAddress(text)) return readSource(major === 5 ? text : bare) ?? whole

  const { name, version } = pathOf(bare, text, major)
  if (name !== undefined && version !== undefined) {
    const start = text.indexOf(version, name.length)
    if (isExact(version)) return { name, requirement: { kind: 'version', text: version }, offset: start }
    const source = major === 9 ? readSource(version) : undefined
    if (source) return { name, requirement: source.requirement, offset: start + source.offset }
  }
  // Versions 5 and 6 lock a repository as `github.com/owner/name/commit`.
  const { url, commit } = COMMIT_AT_END.exec(text)?.groups ?? {}
  if (url === undefined || commit === undefined) return whole
  return { requirement: { kind: 'source', text: commit, url, revision: commit }, offset: url.length + 1 }
}

function pathOf(bare: string, text: string, major: Major): { name?: string; version?: string } {
  if (major === 9) {
    const { name, rest } = splitPackage(bare) ?? {}
    return name === undefined || rest === undefined ? {} : { name, version: rest }
  }
  const { name, version } = (major === 5 ? PATH_5.exec(text) : PATH_6.exec(bare))?.groups ?? {}
  return name === undefined || version === undefined ? {} : { name, version }
}

function withoutPeers(text: string, major: Major): string {
  const end = text.indexOf(major === 5 ? '_' : '(')
  return end < 0 ? text : text.slice(0, end)
}

/** Reads `key: value`, `key:`, and `? key`, which begin at `indent`. Undefined for items of lists and anything else. */
function fieldOf({ text, at }: Line, indent: number): Field | undefined {
  const isLong = text.startsWith('? ', indent)
  const start = isLong ? indent + 2 : indent
  const quoted = quotedAt(text, start)
  const end = quoted?.end ?? (isLong ? text.trimEnd().length : colonAfter(text, start))
  if (!isLong && text[end] !== ':') return undefined
  const key = quoted ? { text: quoted.text, at: at + start + 1 } : { text: text.slice(start, end), at: at + start }
  const value = isLong ? undefined : valueAt(text, at, end + 1)
  return { key, ...(value ? { value } : {}) }
}

/** The colon that ends a plain key: before a blank, or the last character. */
function colonAfter(text: string, start: number): number {
  const colon = text.indexOf(': ', start)
  if (colon >= 0) return colon
  const end = text.trimEnd().length - 1
  return text[end] === ':' ? end : -1
}

function valueAt(text: string, at: number, from: number): Placed | undefined {
  const rest = text.slice(from)
  const start = from + rest.length - rest.trimStart().length
  if (start === text.length) return undefined
  const quoted = quotedAt(text, start)
  if (quoted) return { text: quoted.text, at: at + start + 1 }
  return { text: text.slice(start).replace(COMMENT, '').trimEnd(), at: at + start }
}

function quotedAt(text: string, start: number): { text: string; end: number } | undefined {
  const form = text[start] === "'" ? SINGLE_QUOTED : text[start] === '"' ? DOUBLE_QUOTED : undefined
  if (!form) return undefined
  form.lastIndex = start
  const match = form.exec(text)
  if (!match) return undefined
  return { text: (match.groups?.['text'] ?? '').replaceAll("''", "'"), end: form.lastIndex }
}

/**
 * Which package needs which. Version 9 has that in `snapshots`, one for each choice of peers, the others in `packages`.
 * A reference is the key of a package, or what follows the name in that key: the one of the two that is none leads nowhere.
 */
function graph(text: string): Graph {
  const major = majorOf(text)
  const snapshots = major === 9 ? 'snapshots' : 'packages'
  const packages = new Map<PackageKey, GraphPackage>()
  const needs = new Map<PackageKey, PackageKey[]>()
  const roots: PackageKey[] = []
  let needsOfCurrent: PackageKey[] = []
  let section = ''
  let list = ''
  let name = ''
  let unit = 0

  for (const line of lines(text)) {
    const content = line.text.trimStart()
    if (content === '' || content.startsWith('#')) continue
    const indent = line.text.length - content.length + (content.startsWith(': ') ? 2 : 0)
    unit ||= indent
    const level = indent === 0 ? 0 : indent / unit
    const field = fieldOf(line, indent)
    if (level === 0) section = list = field?.key.text ?? ''
    else if (field) inSection(field, section === 'importers' ? level - 2 : level)
  }
  return { packages, roots, needsOf: key => needs.get(key) ?? [] }

  /** A line below the key at the margin. Of an importer, `level` 0 is a list; of a package, 1 is its key and 2 a list. */
  function inSection({ key, value }: Field, level: number): void {
    if (section === snapshots) {
      if (level === 1) {
        const { name: found = key.text, requirement } = readReference(key.text, major)
        packages.set(key.text, { name: found, version: requirement.kind === 'none' ? '' : requirement.text })
        needsOfCurrent = []
        needs.set(key.text, needsOfCurrent)
        list = ''
      } else if (level === 2) list = key.text
      else if (level === 3 && SECTIONS.has(list) && value) needsOfCurrent.push(...keysOf(key.text, value.text))
    } else if (section === 'importers' || SECTIONS.has(section)) {
      if (level <= 0) list = level === 0 ? key.text : ''
      else if (level === 1) name = key.text
      if (level < 1 || level > 2 || !SECTIONS.has(list) || !value) return
      // Before version 6 the reference stands on the line of the name.
      if (level === 1 || key.text === 'version') roots.push(...keysOf(name, value.text))
    }
  }

  function keysOf(name: string, reference: string): PackageKey[] {
    const own = major === 9 ? `${name}@${reference}` : major === 6 ? `/${name}@${reference}` : `/${name}/${reference}`
    return [own, reference]
  }
}
