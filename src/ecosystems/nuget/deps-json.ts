/**
 * `*.deps.json`: the packages that a built .NET program runs with.
 * Specification: https://github.com/dotnet/sdk/blob/main/documentation/specs/runtime-configuration-file.md.
 * Deliberately ignored: the files of the packages, which `targets` lists.
 */

import { parseJson } from '../../syntax/json.ts'
import { child, members } from '../../syntax/tree.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { graphOfTargets, packagesIn } from './libraries.ts'
import { projectUpgrade } from './upgrade.ts'

export const depsJson: FileFormat = {
  name: '*.deps.json',
  role: { kind: 'lockfile', locks: [], chain: { graph: text => graphOfTargets(parseJson(text).root) } },
  specification: 'https://github.com/dotnet/sdk/blob/main/documentation/specs/runtime-configuration-file.md',
  comments: 'none',
  names: { endings: ['.deps.json'] },
  read,
  upgrade: projectUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  if (root.kind !== 'map' && !fault) yield { gap: 'expected an object', text, at: root.at }
  for (const entry of packagesIn(members(child(root, 'libraries')))) if (!(fault && 'gap' in entry)) yield entry
  if (fault) throw fault
}
