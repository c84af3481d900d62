/**
 * `vendor/modules.txt`: the modules that `go mod vendor` copied.
 * Specification: https://go.dev/ref/mod#go-mod-vendor, and in code cmd/go/internal/modload/vendor.go. Deliberately
 * ignored: the names of the packages of each module, and replacements whose module has no packages here.
 */

import { defined } from '../../collections.ts'
import { folderName } from '../../paths.ts'
import { type Line, lines } from '../../syntax/lines.ts'
import type { Entry, FileFormat, GapEntry, IgnoredEntry, PackageEntry } from '../file-format.ts'
import { goMod } from './go-mod.ts'
import { goWork } from './go-work.ts'
import { goUpgrade, goWhy } from './upgrade.ts'

/** A module with its version, whether packages of it are listed, and whether a line `## …` stands below its own. */
interface Module {
  readonly entry: PackageEntry
  readonly line: Line
  hasPackages: boolean
  isMarked: boolean
}

// `# module version`, `# module version => path`,
// `# module version => module version`, `# module => …` (unused replacement).
const MODULE = /^# (?<name>\S+)(?: (?<version>v\S+))?(?: => (?<target>\S+)(?: (?<targetVersion>\S+))?)?$/
/** Below each module that a go.mod requires, since Go 1.14. */
const MARKER = /^## explicit/m
/** The first line of a file that `go work vendor` writes. */
const WORKSPACE = /^## workspace\r?$/m

export const vendorModules: FileFormat = {
  name: 'vendor/modules.txt',
  role: { kind: 'lockfile', locks: [goMod, goWork], chain: { command: goWhy } },
  specification: 'https://go.dev/ref/mod#go-mod-vendor',
  comments: 'none',
  names: { exact: ['vendor/modules.txt'] },
  scopeOf: () => 'runtime',
  read,
  folder: path => folderName(folderName(path)),
  upgrade: (name, version, dependency) => [...goUpgrade(name, version, dependency), 'go mod vendor']
}

function* read(text: string): Generator<Entry> {
  // In a workspace, one list has the modules of all its members.
  const overrides = WORKSPACE.test(text) ? ({ ofMembers: true } as const) : undefined
  const found: Module[] = []
  for (const module of modulesIn(text)) {
    if ('entry' in module) found.push(module)
    else yield module
  }
  const hasMarkers = MARKER.test(text)
  const withPackages = new Set(found.filter(({ hasPackages }) => hasPackages).map(({ entry }) => entry.name))
  // A module without packages that is listed with packages too is the requirement of some go.mod, and was not chosen.
  for (const { entry, line, hasPackages, isMarked } of found) {
    if (entry.usedAt !== undefined && hasMarkers && !hasPackages && !isMarked) yield unused(line)
    else if (hasPackages || !withPackages.has(entry.name)) yield { ...entry, ...defined({ overrides }) }
  }
}

/** The modules, each complete once the next one is yielded: the lines of its packages follow its own. */
function* modulesIn(text: string): Generator<Module | GapEntry | IgnoredEntry> {
  let module: Module | undefined
  for (const line of lines(text)) {
    const isPackage = line.text !== '' && !line.text.startsWith('#')
    if (isPackage && module) module.hasPackages = true
    if (line.text.startsWith('## ') && module) module.isMarked = true
    if (!line.text.startsWith('# ')) continue
    const entry = moduleOf(line)
    module = 'name' in entry ? { entry, line, hasPackages: false, isMarked: false } : undefined
    if (module) yield module
    else if (!('name' in entry)) yield entry
  }
}

/** The line of a replacement whose module has no packages here. Go writes these at the end. */
function unused({ text, at }: Line): IgnoredEntry {
  return { ignored: 'replacement of a module without packages', at, end: at + text.length }
}

function moduleOf(line: Line): PackageEntry | GapEntry | IgnoredEntry {
  const { text, at: begin } = line
  const { name, version, target, targetVersion } = MODULE.exec(text)?.groups ?? {}
  if (name === undefined) {
    return { gap: 'expected "# module version" or "# module version => replacement"', text, at: begin }
  }
  if (version === undefined) {
    // The replacements at the end repeat those of go.mod; a module that is vendored is listed above with its version.
    return target === undefined ? { gap: 'expected a version after the module', text, at: begin } : unused(line)
  }
  const usedAt = begin + 2
  if (target === undefined) {
    return { name, requirement: { kind: 'version', text: version }, at: usedAt + name.length + 1 }
  }
  if (targetVersion === undefined) {
    return { name, requirement: { kind: 'source', text: target }, at: begin + text.indexOf(' => ') + 4, usedAt }
  }
  const replacement = target === name ? undefined : target
  const requirement = { kind: 'version', text: targetVersion } as const
  return defined({ name, requirement, at: begin + text.length - targetVersion.length, replacement, usedAt })
}
