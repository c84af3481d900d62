/**
 * `paket.lock`: the packages that Paket chose, for each group of dependencies.
 * Specification: https://fsprojects.github.io/Paket/lock-file.html. Deliberately ignored:
 * the sections of files from git and from addresses, and restrictions to frameworks.
 */

import type { SyntaxFault } from '../../syntax/fault.ts'
import { conflictIn, type Line, lines } from '../../syntax/lines.ts'
import type { Entry, FileFormat, Graph } from '../file-format.ts'
import { type CalledPackage, graphOf } from '../graph.ts'
import { paketDependencies } from './paket-dependencies.ts'
import { paketUpgrade } from './upgrade.ts'

const SECTION = /^(?<name>[A-Z]+)(?:\s|:|$)/
/** A line of the level on which packages are, not only of blanks. */
const PACKAGE_LINE = /^ {4}(?! )\s*\S/
const LOCKED = /^ {4}(?<name>[^\s()]+) \((?<version>[^\s()]+)\)/
const NEED = /^ {6}(?<name>[^\s()]+)/
const GROUP = /^GROUP (?<name>.*)$/

export const paketLock: FileFormat = {
  name: 'paket.lock',
  role: { kind: 'lockfile', locks: [paketDependencies], chain: { graph } },
  specification: 'https://fsprojects.github.io/Paket/lock-file.html',
  names: { exact: ['paket.lock'] },
  read,
  renew: () => ['dotnet paket install'],
  upgrade: paketUpgrade
}

function* read(text: string): Generator<Entry> {
  let section = ''
  let fault: SyntaxFault | undefined
  for (const line of lines(text)) {
    section = SECTION.exec(line.text)?.groups?.['name'] ?? section
    fault ??= conflictIn(line)
    if (section === 'NUGET' && PACKAGE_LINE.test(line.text)) yield entryOf(line)
  }
  if (fault) throw fault
}

function entryOf({ text, at }: Line): Entry {
  const { name, version } = LOCKED.exec(text)?.groups ?? {}
  if (name === undefined || version === undefined) return { gap: 'expected "name (version)"', text, at: at + 4 }
  return { name, requirement: { kind: 'version', text: version }, at: at + 4 + name.length + 2 }
}

/** The needs of each package, within each group. The file does not list what the project itself requires. */
function graph(text: string): Graph {
  const packages: CalledPackage[] = []
  let needs: string[] = []
  let section = ''
  let group = ''
  for (const line of lines(text)) {
    section = SECTION.exec(line.text)?.groups?.['name'] ?? section
    group = GROUP.exec(line.text)?.groups?.['name'] ?? group
    if (section !== 'NUGET') continue
    const { name, version } = LOCKED.exec(line.text)?.groups ?? {}
    if (name !== undefined && version !== undefined) {
      needs = []
      packages.push({ name, version, called: [calledAs(group, name)], needs })
    }
    const need = NEED.exec(line.text)?.groups?.['name']
    if (need !== undefined) needs.push(calledAs(group, need))
  }
  return graphOf(packages)
}

function calledAs(group: string, name: string): string {
  return JSON.stringify([group, name.toLowerCase()])
}
