/**
 * `dotnet-tools.json`: the tools that a repository is worked on with.
 * Specification: https://learn.microsoft.com/dotnet/core/tools/local-tools-how-to-use.
 */

import { SyntaxFault } from '../../syntax/fault.ts'
import { parseJson } from '../../syntax/json.ts'
import { child, members, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { toolUpgrade } from './upgrade.ts'

const DIGITS = /^\d{1,9}$/

export const dotnetTools: FileFormat = {
  name: 'dotnet-tools.json',
  role: { kind: 'manifest' },
  specification: 'https://learn.microsoft.com/dotnet/core/tools/local-tools-how-to-use',
  names: { exact: ['dotnet-tools.json'] },
  read,
  upgrade: toolUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  const version = child(root, 'version')
  if (version && !(version.kind === 'scalar' && version.text === '1')) {
    const number = version.kind === 'scalar' && DIGITS.test(version.text) ? ` ${version.text}` : ''
    throw new SyntaxFault(`version${number} is not known: 1 is`, version.at)
  }
  for (const { key, keyAt, value } of members(child(root, 'tools'))) {
    const stated = textOf(value, 'version')
    if (stated) yield { name: key, requirement: { kind: 'version', text: stated.value }, at: stated.at, direct: true }
    else if (!fault) yield { gap: 'expected the version of this tool', text: key, at: keyAt }
  }
  if (fault) throw fault
}
