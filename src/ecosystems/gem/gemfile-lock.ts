/**
 * `Gemfile.lock`: the gems that Bundler chose, each below its source.
 * Specification: https://bundler.io/man/bundle-lock.1.html; the format is what Bundler::LockfileParser reads.
 * The gems of PATH sections are folders of the project itself, and members. Deliberately ignored: `PLATFORMS`,
 * `CHECKSUMS`, `RUBY VERSION` and `BUNDLED WITH`, which repeat the versions of `specs:` or have none.
 */

import { defined } from '../../collections.ts'
import { sourceRequirement } from '../../model/dependency.ts'
import type { SyntaxFault } from '../../syntax/fault.ts'
import { conflictIn, type Line, lines, type Placed } from '../../syntax/lines.ts'
import type { Entry, FileFormat, GapEntry, Graph, GraphPackage, PackageEntry, PackageKey } from '../file-format.ts'
import { gemfile } from './gemfile.ts'
import { gemspec } from './gemspec.ts'
import { lockfileUpgrade } from './upgrade.ts'

const DEPENDENCIES = 'DEPENDENCIES'
const SOURCES = new Set(['GEM', 'GIT', 'PATH', 'PLUGIN SOURCE'])
const OTHERS = new Set(['PLATFORMS', 'CHECKSUMS', 'RUBY VERSION', 'BUNDLED WITH'])
const HEADER = /^\S/
const OPTION = /^ {2}(?<key>[A-Za-z_]+):(?: (?<value>.*))?$/
// A version has no hyphen here: the platform follows the first one, as in `1.15.0-x86_64-linux`.
const SPECIFICATION = /^ {4}(?<name>[^\s()]+) \((?<version>[^\s()-]+)(?:-[^()]*)?\)!?$/
const NEED = /^ {6}(?<name>[^\s()!]+)(?: \([^()]*\))?!?$/
const DEPENDENCY = /^ {2}(?<name>[^\s()!]+)(?: \([^()]*\))?!?$/

export const gemfileLock: FileFormat = {
  name: 'Gemfile.lock',
  role: { kind: 'lockfile', locks: [gemfile, gemspec], chain: { graph } },
  specification: 'https://bundler.io/man/bundle-lock.1.html',
  names: {
    exact: ['gems.locked'],
    extensions: ['.lock'],
    pattern: /(?:^|\/)(?:Gemfile(?:\.[^/]+)?\.lock|[^/]+\.gemfile\.lock)$/
  },
  read: text => new LockfileReader(text).read(),
  renew: name => [`bundle update ${name} --conservative`],
  upgrade: lockfileUpgrade
}

class LockfileReader {
  private readonly text: string
  private readonly packages: PackageEntry[] = []
  /** The gems that the project requires, by `DEPENDENCIES` or as needs of its own folders. */
  private readonly required = new Set<string>()
  private hasDependencies = false
  private section: string | undefined
  /** The header of the present section, if it is unknown. */
  private unknown: Line | undefined
  /** The options of the present source. */
  private options = new Map<string, Placed>()

  constructor(text: string) {
    this.text = text
  }

  *read(): Generator<Entry> {
    let fault: SyntaxFault | undefined
    for (const line of lines(this.text)) {
      const content = line.text.trimEnd()
      if (content === '') continue
      const conflict = conflictIn(line)
      if (conflict) fault ??= conflict
      else if (HEADER.test(content)) yield* this.header(content, line)
      else yield* this.line(content, line.at)
    }
    yield* this.unknownSection(this.text.length)
    for (const { name, requirement, at } of this.packages) {
      const direct = this.hasDependencies ? this.required.has(name) : undefined
      yield defined({ name, requirement, at, direct })
    }
    if (fault) throw fault
  }

  private *header(content: string, line: Line): Generator<GapEntry> {
    yield* this.unknownSection(line.at)
    this.section = content
    this.options = new Map()
    if (content === DEPENDENCIES) this.hasDependencies = true
    this.unknown = content === DEPENDENCIES || SOURCES.has(content) || OTHERS.has(content) ? undefined : line
  }

  /** The gap of an unknown section that ends at an offset. */
  private *unknownSection(end: number): Generator<GapEntry> {
    if (!this.unknown) return
    const { at } = this.unknown
    yield { gap: 'unknown section', text: this.text.slice(at, end), at }
  }

  private *line(content: string, at: number): Generator<Entry> {
    const { section } = this
    if (section === undefined) yield { gap: 'line outside any section', text: content, at }
    else if (section === DEPENDENCIES) {
      const name = DEPENDENCY.exec(content)?.groups?.['name']
      if (name !== undefined) this.required.add(name)
      else yield { gap: 'expected "name (requirements)" under DEPENDENCIES', text: content, at }
    } else if (SOURCES.has(section)) yield* this.sourceLine(section, content, at)
  }

  /** One line of a source's section: an option of the source, a gem, or a need of that gem. */
  private *sourceLine(kind: string, content: string, at: number): Generator<Entry> {
    const option = OPTION.exec(content)?.groups
    if (option) {
      const value = option['value'] ?? ''
      this.options.set(option['key'] ?? '', { text: value, at: at + content.length - value.length })
      return
    }
    const need = NEED.exec(content)?.groups?.['name']
    if (need !== undefined) {
      // The needs of a folder of the project are requirements of the project itself.
      if (kind === 'PATH') this.required.add(need)
      return
    }
    const { name, version } = SPECIFICATION.exec(content)?.groups ?? {}
    if (name === undefined || version === undefined) {
      yield { gap: `expected "name (version)" under ${kind}`, text: content, at }
    } else if (kind === 'GEM') {
      this.packages.push({ name, requirement: { kind: 'version', text: version }, at: at + content.indexOf('(') + 1 })
    } else if (kind === 'PATH') yield* this.gemspecs(name, at + content.indexOf(name))
    else this.packages.push(this.fromSource(name, at + content.indexOf(name)))
  }

  /** Where Bundler finds the gemspec of a gem from a folder, by its usual name: in the folder or up to two levels below. */
  private *gemspecs(name: string, at: number): Generator<Entry> {
    const remote = this.options.get('remote')?.text ?? '.'
    for (const levels of ['', '*/', '*/*/']) {
      yield { member: `${remote}/${levels}${name}.gemspec`, as: 'pattern', apart: true, at }
    }
  }

  /** A gem from a git address, or from a source that a plugin of Bundler reads. */
  private fromSource(name: string, nameAt: number): PackageEntry {
    const url = this.options.get('remote')
    const revision = this.options.get('revision')
    const branch = this.options.get('branch')
    const changed = revision ?? url ?? { text: name, at: nameAt }
    const facts = { url: url?.text, revision: revision?.text, branch: branch?.text }
    return { name, requirement: sourceRequirement(changed.text, facts), at: changed.at }
  }
}

/** Which gem needs which. The roots are `DEPENDENCIES` and the needs of the project's folders. */
function graph(text: string): Graph {
  const packages = new Map<PackageKey, GraphPackage>()
  const needs = new Map<PackageKey, PackageKey[]>()
  const roots: PackageKey[] = []
  let section = ''
  let current: PackageKey[] = []
  for (const line of lines(text)) {
    const content = line.text.trimEnd()
    const { name: dependency } = (section === DEPENDENCIES && DEPENDENCY.exec(content)?.groups) || {}
    if (HEADER.test(content)) section = content
    else if (dependency !== undefined) roots.push(dependency)
    else if (SOURCES.has(section)) {
      const need = NEED.exec(content)?.groups?.['name']
      if (need !== undefined) (section === 'PATH' ? roots : current).push(need)
      const { name, version } = SPECIFICATION.exec(content)?.groups ?? {}
      if (name === undefined || version === undefined || section === 'PATH') continue
      // A gem is listed once for each platform.
      current = needs.get(name) ?? []
      needs.set(name, current)
      packages.set(name, { name, version })
    }
  }
  return { packages, roots, resolve: ({ name }) => [name], needsOf: key => needs.get(key) ?? [] }
}
