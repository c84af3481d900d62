/**
 * `paket.lock`: what Paket chose, for each group of dependencies.
 * Specification: https://fsprojects.github.io/Paket/lock-file.html. Leaves out on purpose: the sections of files from git
 * and from addresses, and restrictions to frameworks.
 */

import { SyntaxFault } from '../../syntax/fault.ts'
import { lines } from '../../syntax/lines.ts'
import type { Entry, FileFormat, Graph } from '../file-format.ts'
import { type CalledPackage, graphOf } from '../graph.ts'
import { paketDependencies } from './paket-dependencies.ts'
import { paketUpgrade } from './upgrade.ts'

const SECTION = /^(?<name>[A-Z]+)(?:\s|:|$)/
const LOCKED = /^ {4}(?<name>[^\s()]+) \((?<version>[^\s()]+)\)/
const NEED = /^ {6}(?<name>[^\s()]+)/
const GROUP = /^GROUP (?<name>.*)$/
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/

export const paketLock: FileFormat = {
  name: 'paket.lock',
  role: { kind: 'lockfile', locks: [paketDependencies], chain: { graph } },
  specification: 'https://fsprojects.github.io/Paket/lock-file.html',
  names: { exact: ['paket.lock'] },
  read,
  upgrade: paketUpgrade
}

function* read(text: string): Generator<Entry> {
  let section = ''
  let fault: SyntaxFault | undefined
  for (const line of lines(text)) {
    section = SECTION.exec(line.text)?.groups?.['name'] ?? section
    if (CONFLICT.test(line.text)) fault ??= new SyntaxFault('a merge conflict is not resolved', line.at)
    if (section !== 'NUGET' || !line.text.startsWith('    ') || line.text[4] === ' ') continue
    const { name, version } = LOCKED.exec(line.text)?.groups ?? {}
    if (name === undefined || version === undefined) {
      if (line.text.trim() !== '') yield { gap: 'expected "name (version)"', text: line.text, at: line.at + 4 }
    } else {
      yield { name, requirement: { kind: 'version', text: version }, at: line.at + 4 + name.length + 2 }
    }
  }
  if (fault) throw fault
}

/** Which package needs which, within each group; what the project itself asks for is not in the file. */
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
