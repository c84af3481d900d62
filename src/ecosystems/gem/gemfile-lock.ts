/**
 * `Gemfile.lock`: the gems that Bundler chose, each below the source it comes from.
 * Specification: https://bundler.io/man/bundle-lock.1.html; the format is what Bundler::LockfileParser reads. Leaves out
 * on purpose: the gems of PATH sections, which are folders of the project itself, and `PLATFORMS`, `CHECKSUMS`, `RUBY
 * VERSION` and `BUNDLED WITH`, which name no versions of gems that `specs:` does not name.
 */

import { sourceRequirement } from '../../model/dependency.ts'
import type { SyntaxFault } from '../../syntax/fault.ts'
import { conflictIn, lines, type Placed } from '../../syntax/lines.ts'
import type { Entry, FileFormat, GapEntry, Graph, GraphPackage, PackageEntry, PackageKey } from '../file-format.ts'
import { gemfile } from './gemfile.ts'
import { gemspec } from './gemspec.ts'
import { lockfileUpgrade } from './upgrade.ts'

const SOURCES = new Set(['GEM', 'GIT', 'PATH', 'PLUGIN SOURCE'])
const OTHERS = new Set(['PLATFORMS', 'CHECKSUMS', 'RUBY VERSION', 'BUNDLED WITH'])
const HEADER = /^\S/
const OPTION = /^ {2}(?<key>[A-Za-z_]+):(?: (?<value>.*))?$/
// A version holds no hyphen here: what follows the first one is the platform, as in `1.15.0-x86_64-linux`.
const SPECIFICATION = /^ {4}(?<name>[^\s()]+) \((?<version>[^\s()-]+)(?:-[^()]*)?\)!?$/
const NEED = /^ {6}(?<name>[^\s()!]+)(?: \([^()]*\))?!?$/
const DEPENDENCY = /^ {2}(?<name>[^\s()!]+)(?: \([^()]*\))?!?$/

export const gemfileLock: FileFormat = {
  name: 'Gemfile.lock',
  role: { kind: 'lockfile', locks: [gemfile, gemspec], chain: { graph } },
  specification: 'https://bundler.io/man/bundle-lock.1.html',
  names: { exact: ['gems.locked'], pattern: /(?:^|\/)(?:Gemfile(?:\.[^/]+)?\.lock|[^/]+\.gemfile\.lock)$/ },
  read,
  upgrade: lockfileUpgrade
}

function* read(text: string): Generator<Entry> {
  const packages: PackageEntry[] = []
  const asked = new Set<string>()
  let dependenciesSeen = false
  let section: string | undefined
  let unknownSince: Placed | undefined
  let options = new Map<string, Placed>()
  let fault: SyntaxFault | undefined

  for (const line of lines(text)) {
    const content = line.text.trimEnd()
    if (content === '') continue
    const conflict = conflictIn(line)
    if (conflict) fault ??= conflict
    else if (HEADER.test(content)) {
      if (unknownSince) yield unknownSection(unknownSince, line.at)
      unknownSince = undefined
      section = content
      options = new Map()
      if (section === 'DEPENDENCIES') dependenciesSeen = true
      else if (!SOURCES.has(section) && !OTHERS.has(section)) unknownSince = line
    } else if (unknownSince || section === undefined || OTHERS.has(section)) {
      if (section === undefined) yield { gap: 'this line stands in no section', text: content, at: line.at }
    } else if (section === 'DEPENDENCIES') {
      const name = DEPENDENCY.exec(content)?.groups?.['name']
      if (name === undefined)
        yield { gap: 'expected "name (requirements)" below DEPENDENCIES', text: content, at: line.at }
      else asked.add(name)
    } else yield* source(section, content, line.at)
  }
  if (unknownSince) yield unknownSection(unknownSince, text.length)

  for (const { name, requirement, at } of packages) {
    yield { name, requirement, at, ...(dependenciesSeen ? { direct: asked.has(name) } : {}) }
  }
  if (fault) throw fault

  /** One line of a source's section: an option of the source, a gem, or what that gem needs. */
  function* source(kind: string, content: string, at: number): Generator<Entry> {
    const option = OPTION.exec(content)?.groups
    if (option) {
      const value = option['value'] ?? ''
      options.set(option['key'] ?? '', { text: value, at: at + content.length - value.length })
      return
    }
    const need = NEED.exec(content)?.groups?.['name']
    if (need !== undefined) {
      // What a folder of the project needs, the project itself asks for.
      if (kind === 'PATH') asked.add(need)
      return
    }
    const { name, version } = SPECIFICATION.exec(content)?.groups ?? {}
    if (name === undefined || version === undefined) {
      yield { gap: `expected "name (version)" below ${kind}`, text: content, at }
    } else if (kind === 'GEM') {
      packages.push({ name, requirement: { kind: 'version', text: version }, at: at + content.indexOf('(') + 1 })
    } else if (kind !== 'PATH') {
      packages.push(fromSource(name, at + content.indexOf(name)))
    }
  }

  /** A gem that comes from a git address or from a source that a Bundler plugin reads. */
  function fromSource(name: string, nameAt: number): PackageEntry {
    const url = options.get('remote')
    const revision = options.get('revision')
    const branch = options.get('branch')
    const changed = revision ?? url ?? { text: name, at: nameAt }
    return {
      name,
      requirement: sourceRequirement(changed.text, {
        url: url?.text,
        revision: revision?.text,
        branch: branch?.text
      }),
      at: changed.at
    }
  }

  function unknownSection(header: Placed, end: number): GapEntry {
    return { gap: 'this section is not known', text: text.slice(header.at, end), at: header.at }
  }
}

/** Which gem needs which, from what `DEPENDENCIES` and the folders of the project ask for. */
function graph(text: string): Graph {
  const packages = new Map<PackageKey, GraphPackage>()
  const needs = new Map<PackageKey, PackageKey[]>()
  const roots: PackageKey[] = []
  let section = ''
  let current: PackageKey[] = []
  for (const line of lines(text)) {
    const content = line.text.trimEnd()
    if (HEADER.test(content)) section = content
    else if (section === 'DEPENDENCIES') {
      const name = DEPENDENCY.exec(content)?.groups?.['name']
      if (name !== undefined) roots.push(name)
    } else if (SOURCES.has(section)) {
      const need = NEED.exec(content)?.groups?.['name']
      if (need !== undefined) (section === 'PATH' ? roots : current).push(need)
      const { name, version } = SPECIFICATION.exec(content)?.groups ?? {}
      if (name === undefined || version === undefined || section === 'PATH') continue
      // A gem stands there once for each platform.
      current = needs.get(name) ?? []
      needs.set(name, current)
      packages.set(name, { name, version })
    }
  }
  return { packages, roots, needsOf: key => needs.get(key) ?? [] }
}
