/**
 * `dotnet-tools.json`: the .NET tools that the developers of a repository use.
 * Specification: https://learn.microsoft.com/dotnet/core/tools/local-tools-how-to-use.
 */

import { parseJson } from '../../syntax/json.ts'
import { child, members, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { type KnownVersions, requireKnownVersion } from '../gap.ts'
import { toolUpgrade } from './upgrade.ts'

const VERSIONS: KnownVersions = { name: 'version', kind: 'scalar', pattern: /^1$/, known: '1' }

export const dotnetTools: FileFormat = {
  name: 'dotnet-tools.json',
  role: { kind: 'manifest' },
  specification: 'https://learn.microsoft.com/dotnet/core/tools/local-tools-how-to-use',
  comments: 'none',
  names: { exact: ['dotnet-tools.json'] },
  read,
  upgrade: toolUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  const version = child(root, 'version')
  if (version) requireKnownVersion(version, VERSIONS)
  for (const { key, keyAt, value } of members(child(root, 'tools'))) {
    const stated = textOf(value, 'version')
    if (stated) yield { name: key, requirement: { kind: 'version', text: stated.value }, at: stated.at, direct: true }
    else if (!fault) yield { gap: 'expected a version', text: key, at: keyAt }
  }
  if (fault) throw fault
}
