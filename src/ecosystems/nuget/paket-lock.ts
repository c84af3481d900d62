/**
 * `paket.lock`: what Paket chose, for each group of dependencies.
 * Specification: https://fsprojects.github.io/Paket/lock-file.html. Leaves out on purpose: the sections of files from git
 * and from addresses, the deeper lines that say what a package asks for, and restrictions to frameworks.
 */

import { SyntaxFault } from '../../syntax/fault.ts'
import { lines } from '../../syntax/lines.ts'
import { baseName, type Entry, type FileFormat } from '../ecosystem.ts'
import { paketUpgrade } from './upgrade.ts'

const SECTION = /^(?<name>[A-Z]+)(?:\s|:|$)/
const LOCKED = /^ {4}(?<name>[^\s()]+) \((?<version>[^\s()]+)\)/
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/

export const paketLock: FileFormat = {
  name: 'paket.lock',
  origin: 'lockfile',
  specification: 'https://fsprojects.github.io/Paket/lock-file.html',
  claims: path => baseName(path) === 'paket.lock',
  read,
  answers: ['paket.dependencies'],
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
