/**
 * `vendor/modules.txt`: the modules that `go mod vendor` copied.
 * Specification: https://go.dev/ref/mod#go-mod-vendor; the form is that of cmd/go/internal/modload/vendor.go. Leaves out on
 * purpose: the package lines below each module, and replacements whose module has no packages here.
 */

import { folderName } from '../../paths.ts'
import { type Line, lines } from '../../syntax/lines.ts'
import type { Entry, FileFormat, GapEntry, PackageEntry } from '../file-format.ts'
import { goMod } from './go-mod.ts'
import { goWork } from './go-work.ts'
import { goUpgrade, goWhy } from './upgrade.ts'

// `# module version`, `# module version => path`, `# module version => module version`, `# module => …` (unused replacement).
const MODULE = /^# (?<name>\S+)(?: (?<version>v\S+))?(?: => (?<target>\S+)(?: (?<targetVersion>\S+))?)?$/
/** The first line of what `go work vendor` writes. */
const WORKSPACE = /^## workspace\r?$/m

export const vendorModules: FileFormat = {
  name: 'vendor/modules.txt',
  role: { kind: 'lockfile', locks: [goMod, goWork], chain: { command: goWhy } },
  specification: 'https://go.dev/ref/mod#go-mod-vendor',
  names: { exact: ['vendor/modules.txt'] },
  read,
  folder: path => folderName(folderName(path)),
  upgrade: (name, version, dependency) => [...goUpgrade(name, version, dependency), 'go mod vendor']
}

function* read(text: string): Generator<Entry> {
  const found: { readonly entry: PackageEntry; readonly hasPackages: boolean }[] = []
  const withPackages = new Set<string>()
  // In a workspace the lists of all modules are one.
  const overrides = WORKSPACE.test(text) ? { overrides: true as const } : {}
  let module: { readonly entry: PackageEntry; hasPackages: boolean } | undefined

  for (const line of lines(text)) {
    if (!line.text.startsWith('#') && line.text !== '' && module) {
      module.hasPackages = true
      withPackages.add(module.entry.name)
    }
    if (!line.text.startsWith('# ')) continue
    module = undefined
    const entry = moduleOf(line)
    if (!entry) continue
    if ('gap' in entry) yield entry
    else {
      module = { entry: { ...entry, ...overrides }, hasPackages: false }
      found.push(module)
    }
  }
  // A module without packages beside the same with packages is what some go.mod asks for, and not what was chosen.
  for (const { entry, hasPackages } of found) if (hasPackages || !withPackages.has(entry.name)) yield entry
}

function moduleOf({ text, at: begin }: Line): PackageEntry | GapEntry | undefined {
  const { name, version, target, targetVersion } = MODULE.exec(text)?.groups ?? {}
  if (name === undefined) {
    return { gap: 'expected "# module version", with "=> replacement" where there is one', text, at: begin }
  }
  if (version === undefined) {
    // The list of replacements at the end repeats go.mod's; a module that is vendored stands above with its version.
    return target === undefined ? { gap: 'expected a version after the module', text, at: begin } : undefined
  }
  if (target === undefined)
    return { name, requirement: { kind: 'version', text: version }, at: begin + 3 + name.length }
  const usedAt = begin + 2
  if (targetVersion === undefined) {
    return { name, requirement: { kind: 'source', text: target }, at: begin + text.indexOf(' => ') + 4, usedAt }
  }
  const replacement = target === name ? {} : { replacement: target }
  const at = begin + text.length - targetVersion.length
  return { name, requirement: { kind: 'version', text: targetVersion }, at, ...replacement, usedAt }
}
