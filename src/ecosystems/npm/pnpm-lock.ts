/**
 * `pnpm-lock.yaml`: the packages that pnpm resolved. YAML with a very regular layout, read line by line; a file may
 * hold two documents.
 * Specification: https://pnpm.io/lockfile, and for versions 5 and 6 https://github.com/pnpm/spec/tree/master/lockfile.
 * Deliberately ignored: keys that only repeat the manifests (`specifiers`, `specifier`, `catalogs`, `overrides`), and
 * `snapshots`, which repeats `packages`.
 */

import { defined } from '../../collections.ts'
import { SyntaxFault, unknownVersion } from '../../syntax/fault.ts'
import { conflictIn, type Placed } from '../../syntax/lines.ts'
import { type ContentLine, contentLines, type Field, fieldOf } from '../../syntax/yaml-lines.ts'
import type { Entry, FileFormat, Graph, GraphPackage, PackageEntry, PackageKey } from '../file-format.ts'
import { OPTIONAL_SECTIONS, optionalName } from './optional-names.ts'
import { packageJson } from './package-json.ts'
import { keyOf, type Major, readReference } from './pnpm-reference.ts'
import { pnpmWorkspace } from './pnpm-workspace.ts'
import { folderIn } from './specifier.ts'
import { PNPM_OVERRIDES, pnpmUpgrade } from './upgrade.ts'

const LOCKFILE_VERSION = /^lockfileVersion:[ ]*(?<value>\S*)/gm
const QUOTES = /['"]/g
const KNOWN_VERSION = /^(?:(?<major5>5)(?:\.[0-4](?:-inlineSpecifiers)?)?|(?<major6>6)\.[01]|(?<major9>9)\.0)$/
/** A value that continues on the next lines, or one in braces: pnpm writes neither for a reference. */
const NO_REFERENCE = /^(?:[|>][-+\d]*$|[{[&*])/
/** The value of a section without content. */
const EMPTY = '{}'
const PACKAGES = 'packages'
/** The packages that the project patches: each a name, with or without a version. */
const PATCHES = 'patchedDependencies'
const OVERRIDES = 'overrides'
/** In the reference of such a package, from version 6 on. */
const PATCHED = '(patch_hash='
const IMPORTERS = 'importers'
/** The lists of packages that a project requires. The last two are pnpm's own, from version 11 on. */
const LISTS: ReadonlySet<string> = new Set([
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'configDependencies',
  'packageManagerDependencies'
])

/** The lists of what does not belong to the program: pnpm itself needs the last two. */
const FOR_DEVELOPMENT: ReadonlySet<string> = new Set([
  'devDependencies',
  'configDependencies',
  'packageManagerDependencies'
])

export const pnpmLock: FileFormat = {
  name: 'pnpm-lock.yaml',
  role: { kind: 'lockfile', locks: [packageJson, pnpmWorkspace], repeatsOverrides: true, chain: { graph } },
  specification: 'https://pnpm.io/lockfile',
  versions: 'lockfileVersion 5.0 to 5.4, 6.0, 6.1, 9.0',
  names: { exact: ['pnpm-lock.yaml'] },
  read,
  // In CI pnpm leaves an outdated lockfile as it is: https://pnpm.io/cli/install#--frozen-lockfile.
  renew: () => ['pnpm install --no-frozen-lockfile'],
  overrides: PNPM_OVERRIDES,
  upgrade: pnpmUpgrade
}

function* read(text: string): Generator<Entry> {
  if (text.trim() === '') return
  const reader = new LockReader(majorOf(text))
  let fault: SyntaxFault | undefined
  for (const line of contentLines(text)) {
    const conflict = conflictIn(line)
    if (conflict) fault ??= conflict
    else reader.line(line)
  }
  yield* reader.finish()
  if (fault) throw fault
}

/** Reads the lines of a file one after the other, and remembers its position in the file. */
class LockReader {
  private readonly major: Major
  private readonly entries: Entry[] = []
  /** The packages of the project's own requirements, and the texts of those with a source. */
  private readonly required = new Set<string>()
  private readonly requiredSources = new Set<string>()
  private readonly patches = new Set<string>()
  /** The packages of the section `packages`, each with its key and its fields. */
  private readonly packages: [Field, ...Field[]][] = []
  /** The key at the margin, and the current list of requirements below it, such as `devDependencies`. */
  private section = ''
  private list = ''
  /** The folder whose requirements are being read. */
  private importer = ''
  /** The name in that list whose reference is on one of the following lines. */
  private name: Placed | undefined
  /** Whether the name has a reference. A merge conflict has several. */
  private hasReference = false

  constructor(major: Major) {
    this.major = major
  }

  line(line: ContentLine): void {
    if (line.level === 0) this.sectionAt(line)
    else if (this.section === PACKAGES) this.packageAt(line)
    else if (this.section === PATCHES) this.patchAt(line)
    else if (this.section === OVERRIDES) this.overrideAt(line)
    // Without workspaces the lists of versions 5 and 6 are at the margin.
    else if (this.section === IMPORTERS) this.importerAt(line)
    else if (LISTS.has(this.section)) this.requirementAt(line, line.level)
  }

  /** Ends the file and returns all of its entries. */
  finish(): readonly Entry[] {
    this.endOfName()
    for (const [head, ...fields] of this.packages) this.locked(head, fields)
    return this.entries.map(entry => ('name' in entry && this.hasPatch(entry) ? { ...entry, patched: true } : entry))
  }

  private patchAt(line: ContentLine): void {
    const field = line.level === 1 ? fieldOf(line) : undefined
    if (field) this.patches.add(field.key.text)
  }

  /** An override that a manifest states. The lockfile need not have its package. */
  private overrideAt(line: ContentLine): void {
    const field = fieldOf(line)
    if (!field) return
    const { text, at } = field.value ?? field.key
    this.entries.push({ ignored: 'an override of the manifest', at: field.key.at, end: at + text.length })
  }

  private hasPatch({ name, requirement }: PackageEntry): boolean {
    if (this.patches.has(name)) return true
    return requirement.kind === 'version' && this.patches.has(`${name}@${requirement.text}`)
  }

  private sectionAt(line: ContentLine): void {
    this.endOfName()
    this.section = ''
    if (line.text.startsWith('---')) return
    const field = fieldOf(line)
    this.section = field?.key.text ?? ''
    this.list = this.section
    if (!field) this.gap('expected a section of pnpm-lock.yaml', line)
    else if (field.value && isRead(this.section) && field.value.text !== EMPTY) {
      this.gap('expected the section to begin on the next line', line)
    }
  }

  private packageAt(line: ContentLine): void {
    if (line.level > 3) return
    const field = fieldOf(line)
    if (line.level > 2) {
      const section = this.packages.at(-1)?.at(-1)?.key.text ?? ''
      if (field && OPTIONAL_SECTIONS.has(section)) this.entries.push(optionalName(field.key.text, field.key.at))
    } else if (line.level !== 1) {
      if (field) this.packages.at(-1)?.push(field)
    } else if (field) this.packages.push([field])
    else this.gap('expected a package key', { text: line.text.trimStart(), at: line.at + line.indent })
  }

  private importerAt(line: ContentLine): void {
    if (line.level === 1) this.importer = fieldOf(line)?.key.text ?? ''
    this.requirementAt(line, line.level - 2)
  }

  /** A line of the project's requirements. `depth` is 0 for a list, 1 for a name, 2 for a field of the name. */
  private requirementAt(line: ContentLine, depth: number): void {
    if (depth > 2) return
    if (depth < 2) this.endOfName()
    const field = fieldOf(line)
    if (depth === -1 && field && field.key.text !== '.') this.entries.push({ member: field.key.text, at: field.key.at })
    if (depth <= 0) this.list = depth === 0 && field ? field.key.text : ''
    else if (LISTS.has(this.list)) {
      if (!field) this.gap('expected a name', { text: line.text, at: line.at + line.indent })
      else if (depth === 1) this.nameAt(field)
      else if (field.key.text === 'version') this.versionAt(field)
    }
  }

  /** Before version 6 the reference is on the line of the name. */
  private nameAt({ key, value }: Field): void {
    if (value) this.direct(key, value)
    else {
      this.name = key
      this.hasReference = false
    }
  }

  private versionAt({ value }: Field): void {
    if (!this.name || !value) return
    this.direct(this.name, value)
    this.hasReference = true
  }

  private endOfName(): void {
    if (this.name && !this.hasReference) this.gap('expected a version', this.name)
    this.name = undefined
  }

  private direct(key: Placed, value: Placed): void {
    if (NO_REFERENCE.test(value.text) || key.text.includes('\\')) {
      this.gap('expected a version on this line', { text: key.text, at: value.at })
      return
    }
    const { name = key.text, requirement, offset } = readReference(value.text, this.major)
    const alias = name === key.text ? undefined : key.text
    const patched = value.text.includes(PATCHED) || undefined
    const entry = {
      name,
      requirement,
      at: value.at + offset,
      direct: true,
      settlesFor: [{ folder: this.importer }],
      ...defined({ alias, patched })
    } as const
    this.required.add(identity(entry))
    if (requirement.kind === 'source') this.requiredSources.add(requirement.text)
    this.entries.push(entry)
  }

  /**
   * A package of the section `packages`. One that the project requires is an entry already, at the line of the project.
   */
  private locked({ key }: Field, fields: readonly Field[]): void {
    if (key.text.includes('\\')) {
      this.gap('the key contains an escape sequence', key)
      return
    }
    const { name: named, requirement, offset } = readReference(key.text, this.major)
    const name = named ?? fields.find(field => field.key.text === 'name')?.value?.text
    if (name === undefined) {
      this.gap('expected a key with a package name', key)
      return
    }
    const folder = requirement.kind === 'source' ? folderIn(requirement.text) : undefined
    if (folder !== undefined) this.entries.push({ member: folder, apart: true, at: key.at })
    const entry = { name, requirement, at: key.at + offset }
    if (this.required.has(identity(entry))) return
    // If the reference has no name, the project's line has the name that the project gave to the package.
    const isSource = named === undefined && requirement.kind === 'source'
    this.entries.push({ ...entry, direct: isSource && this.requiredSources.has(requirement.text) })
  }

  private gap(gap: string, { text, at }: Placed): void {
    this.entries.push({ gap, text, at })
  }
}

function isRead(section: string): boolean {
  return section === PACKAGES || section === IMPORTERS || LISTS.has(section)
}

function majorOf(text: string): Major {
  let major: Major | undefined
  for (const match of text.matchAll(LOCKFILE_VERSION)) {
    const written = match.groups?.['value'] ?? ''
    const version = written.replace(QUOTES, '')
    const found = majorIn(version)
    if (found === undefined) {
      const at = match.index + match[0].length - written.length
      throw unknownVersion('lockfileVersion', version, '5.0 to 5.4, 6.0, 6.1 and 9.0', at)
    }
    major ??= found
  }
  if (major === undefined) throw new SyntaxFault('expected "lockfileVersion"', 0)
  return major
}

function majorIn(version: string): Major | undefined {
  const { major5, major6, major9 } = KNOWN_VERSION.exec(version)?.groups ?? {}
  if (major5 !== undefined) return 5
  if (major6 !== undefined) return 6
  return major9 === undefined ? undefined : 9
}

function identity({ name, requirement }: PackageEntry): string {
  return `${name} ${requirement.kind === 'none' ? '' : requirement.text}`
}

/** Which package requires which. A key of the graph is the key of a package in the file. */
function graph(text: string): Graph {
  const reader = new GraphReader(majorOf(text))
  for (const line of contentLines(text)) reader.line(line)
  const { packages, roots, developmentRoots, needs } = reader
  return { packages, roots, developmentRoots, needsOf: key => needs.get(key) ?? [] }
}

/** Reads the lines of a file for its graph, and remembers its position in the file. */
class GraphReader {
  readonly packages = new Map<PackageKey, GraphPackage>()
  readonly roots: PackageKey[] = []
  readonly developmentRoots: PackageKey[] = []
  readonly needs = new Map<PackageKey, PackageKey[]>()
  private readonly major: Major
  /**
   * Version 9 has the requirements in `snapshots`, one for each choice of peers; the others have them in `packages`.
   */
  private readonly snapshots: string
  private section = ''
  private list = ''
  private name = ''
  private needsOfCurrent: PackageKey[] = []

  constructor(major: Major) {
    this.major = major
    this.snapshots = major === 9 ? 'snapshots' : PACKAGES
  }

  line(line: ContentLine): void {
    const field = fieldOf(line)
    if (line.level === 0) {
      this.section = field?.key.text ?? ''
      this.list = this.section
    } else if (!field) return
    else if (this.section === this.snapshots) this.snapshotAt(field, line.level)
    else if (this.section === IMPORTERS) this.requirementAt(field, line.level - 2)
    else if (LISTS.has(this.section)) this.requirementAt(field, line.level)
  }

  /** A line of a package. `level` is 1 for its key, 2 for a list, 3 for a requirement. */
  private snapshotAt({ key, value }: Field, level: number): void {
    if (level === 1) {
      const { name = key.text, requirement } = readReference(key.text, this.major)
      this.packages.set(key.text, { name, version: requirement.kind === 'none' ? '' : requirement.text })
      this.needsOfCurrent = []
      this.needs.set(key.text, this.needsOfCurrent)
      this.list = ''
    } else if (level === 2) this.list = key.text
    else if (level === 3 && LISTS.has(this.list) && value) {
      this.needsOfCurrent.push(...this.keysOf(key.text, value.text))
    }
  }

  /** A line of the project's requirements. `depth` is 0 for a list, 1 for a name, 2 for a field of the name. */
  private requirementAt({ key, value }: Field, depth: number): void {
    if (depth <= 0) this.list = depth === 0 ? key.text : ''
    else if (depth === 1) this.name = key.text
    if (depth < 1 || depth > 2 || !LISTS.has(this.list) || !value) return
    // Before version 6 the reference is on the line of the name.
    if (depth !== 1 && key.text !== 'version') return
    const roots = FOR_DEVELOPMENT.has(this.list) ? this.developmentRoots : this.roots
    roots.push(...this.keysOf(this.name, value.text))
  }

  /** A reference is the key of a package or its end, after the name. Any other text leads nowhere. */
  private keysOf(name: string, reference: string): PackageKey[] {
    return [keyOf(name, reference, this.major), reference]
  }
}
