/**
 * `vendor/modules.txt`: the modules that `go mod vendor` copied.
 * Specification: https://go.dev/ref/mod#go-mod-vendor; the form is that of cmd/go/internal/modload/vendor.go. Leaves out on
 * purpose: the package lines below each module, and replacements whose module has no packages here.
 */

import { lines } from '../../syntax/lines.ts'
import { type Entry, type FileFormat, folderName } from '../ecosystem.ts'
import { goUpgrade, goWhy } from './upgrade.ts'

// `# module version`, `# module version => path`, `# module version => module version`, `# module => …` (unused replacement).
const MODULE = /^# (?<name>\S+)(?: (?<version>v\S+))?(?: => (?<target>\S+)(?: (?<targetVersion>\S+))?)?$/

export const vendorModules: FileFormat = {
  name: 'vendor/modules.txt',
  origin: 'lockfile',
  specification: 'https://go.dev/ref/mod#go-mod-vendor',
  claims: path => path === 'vendor/modules.txt' || path.endsWith('/vendor/modules.txt'),
  read,
  why: goWhy,
  answers: ['go.mod'],
  folder: path => folderName(folderName(path)),
  upgrade: (name, version, dependency) => [...goUpgrade(name, version, dependency), 'go mod vendor']
}

function* read(text: string): Generator<Entry> {
  for (const line of lines(text)) {
    if (!line.text.startsWith('# ')) continue
    const { name, version, target, targetVersion } = MODULE.exec(line.text)?.groups ?? {}
    if (name === undefined) {
      yield {
        gap: 'expected "# module version", with "=> replacement" where there is one',
        text: line.text,
        at: line.at
      }
    } else if (version === undefined) {
      // The list of replacements at the end repeats go.mod's; a module that is vendored stands above with its version.
      if (target === undefined) yield { gap: 'expected a version after the module', text: line.text, at: line.at }
    } else if (target === undefined) {
      yield { name, requirement: { kind: 'version', text: version }, at: line.at + 3 + name.length }
    } else {
      const usedAt = line.at + 2
      if (targetVersion === undefined) {
        const at = line.at + line.text.indexOf(' => ') + 4
        yield { name, requirement: { kind: 'source', text: target }, at, usedAt }
      } else {
        const at = line.at + line.text.length - targetVersion.length
        const replacement = target === name ? {} : { replacement: target }
        yield { name, requirement: { kind: 'version', text: targetVersion }, at, ...replacement, usedAt }
      }
    }
  }
}
