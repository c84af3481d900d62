/**
 * `*.sh`: the packages that a shell script installs by name.
 * Specification: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html. Leaves out on purpose: scripts
 * that only their first line tells, for a format looks at nothing but the path.
 */

import type { Entry, FileFormat } from '../ecosystems/file-format.ts'
import { standing } from '../syntax/assembled.ts'
import { SyntaxFault } from '../syntax/fault.ts'
import { INSTALLER, installedBy, onceEach, tooLong, upgradeInstall, withinLimit } from './install-lines.ts'
import { newBudget, scopeWith } from './scope.ts'

export const shellScript: FileFormat = {
  name: '*.sh',
  role: { kind: 'manifest' },
  specification: 'https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html',
  names: { pattern: /\.(?:sh|bash|ksh|zsh)$/ },
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
