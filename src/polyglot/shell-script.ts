/**
 * `*.sh`: the packages that a shell script installs by name.
 * Specification: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html. Deliberately ignored:
 * scripts without such an extension, because a format claims a file by its path alone.
 */

import type { Entry, FileFormat } from '../ecosystems/file-format.ts'
import { standing } from '../syntax/assembled.ts'
import { SyntaxFault } from '../syntax/fault.ts'
import { INSTALLER } from './install-commands.ts'
import { installReader, ScriptReader, upgradeInstall } from './install-lines.ts'
import { newBudget, scopeWith } from './scope.ts'

export const shellScript: FileFormat = {
  name: '*.sh',
  role: { kind: 'manifest' },
  specification: 'https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html',
  names: { extensions: ['.sh', '.bash', '.ksh', '.zsh'], pattern: /\.(?:sh|bash|ksh|zsh)$/ },
  read: installReader(read),
  prescreen: { joins: true },
  upgrade: upgradeInstall
}

function* read(text: string, whole: string): Generator<Entry> {
  try {
    yield* new ScriptReader(text, scopeWith(new Map(), newBudget())).script(standing(text, 0))
  } catch (error) {
    // Without an installer after it, a fault hides no package. What is beyond the limit is looked at by itself.
    const isCut = text.length < whole.length
    if (!(error instanceof SyntaxFault) || INSTALLER.test((isCut ? text : whole).slice(error.at))) throw error
  }
}
