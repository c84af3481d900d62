/**
 * `*.sh`: the packages that a shell script installs by name.
 * Specification: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html. Leaves out on purpose: scripts
 * that only their first line tells, for a format looks at nothing but the path.
 */

import { baseName, type Entry, type FileFormat } from '../ecosystems/ecosystem.ts'
import { standing } from '../syntax/assembled.ts'
import { SyntaxFault } from '../syntax/fault.ts'
import { INSTALLER, installedBy, onceEach, tooLong, upgradeInstall, withinLimit } from './install-lines.ts'
import { newBudget, scopeWith } from './scope.ts'

const NAME = /\.(?:sh|bash|ksh|zsh)$/

export const shellScript: FileFormat = {
  name: '*.sh',
  origin: 'manifest',
  specification: 'https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html',
  claims: path => NAME.test(baseName(path)),
  read: text => onceEach(read(text)),
  upgrade: upgradeInstall
}

function* read(whole: string): Generator<Entry> {
  if (!INSTALLER.test(whole)) return
  const text = withinLimit(whole)
  const fault = tooLong(whole)
  try {
    yield* installedBy(standing(text, 0), scopeWith(new Map(), newBudget()), text)
  } catch (error) {
    // Behind a fault only a program that installs could have said something.
    if (!(error instanceof SyntaxFault) || INSTALLER.test(whole.slice(error.at))) throw error
  }
  if (fault) throw fault
}
