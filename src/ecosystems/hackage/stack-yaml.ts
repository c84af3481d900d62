/**
 * `stack.yaml`: the packages of a project that are not from its snapshot.
 * Specification: https://docs.haskellstack.org/en/stable/configure/yaml/project/#extra-deps. Deliberately ignored: the
 * snapshot (`resolver`), whose packages are known to a server alone. The folders in `packages` are its members.
 */

import { items, members, type TreeNode } from '../../syntax/tree.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { cabalFile } from './cabal.ts'
import { packageYaml } from './package-yaml.ts'
import { eachOf, located } from './stack-location.ts'
import { stackUpgrade } from './upgrade.ts'

export const stackYaml: FileFormat = {
  name: 'stack.yaml',
  role: { kind: 'manifest', settles: [cabalFile, packageYaml], pinsVersions: true },
  specification: 'https://docs.haskellstack.org/en/stable/configure/yaml/project/#extra-deps',
  names: { extensions: ['.yaml'], pattern: /(?:^|\/)stack(?:-[^/]*)?\.yaml$/ },
  read,
  settlesBelow: () => false,
  prescreen: { members: /\bpackages\b|\\[ux]/ },
  upgrade: stackUpgrade
}

async function* read(text: string): AsyncGenerator<Entry> {
  const { parseYaml } = await import('../../syntax/yaml.ts')
  const { root, fault } = parseYaml(text)
  for (const { key, value } of members(root)) {
    if (key === 'extra-deps') yield* eachOf(value, located)
    if (key === 'packages') yield* packages(value)
  }
  if (root.kind !== 'map' && !fault) yield gapFor(root, 'expected keys such as "extra-deps"')
  if (fault) throw fault
}

/** Until stack 1, `packages` had dependencies too: with a `location`, or as the address of an archive. */
function* packages(list: TreeNode): Generator<Entry> {
  for (const item of items(list)) {
    if (item.kind === 'map' || (item.kind === 'text' && item.value.includes('://'))) yield* located(item)
    else if (item.kind === 'text') yield { member: item.value, at: item.at }
  }
}
