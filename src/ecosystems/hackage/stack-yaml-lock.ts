/**
 * `stack.yaml.lock`: what stack chose for the packages of `stack.yaml`.
 * Specification: https://docs.haskellstack.org/en/stable/topics/lock_files/. Deliberately ignored: `original`, which
 * repeats `stack.yaml`; `snapshots`.
 */

import { child, members, type TreeNode } from '../../syntax/tree.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { cabalFile } from './cabal.ts'
import { packageYaml } from './package-yaml.ts'
import { eachOf, located } from './stack-location.ts'
import { stackYaml } from './stack-yaml.ts'
import { stackUpgrade } from './upgrade.ts'

export const stackYamlLock: FileFormat = {
  name: 'stack.yaml.lock',
  role: { kind: 'lockfile', locks: [stackYaml, cabalFile, packageYaml] },
  specification: 'https://docs.haskellstack.org/en/stable/topics/lock_files/',
  names: { extensions: ['.lock'], pattern: /(?:^|\/)stack(?:-[^/]*)?\.yaml\.lock$/ },
  read,
  renew: () => ['stack build'],
  upgrade: stackUpgrade
}

async function* read(text: string): AsyncGenerator<Entry> {
  const { parseYaml } = await import('../../syntax/yaml.ts')
  const { root, fault } = parseYaml(text)
  for (const { key, value } of members(root)) {
    if (key === 'packages') yield* eachOf(value, locked)
  }
  if (root.kind !== 'map' && !fault) yield gapFor(root, 'expected "packages"')
  if (fault) throw fault
}

function* locked(item: TreeNode): Generator<Entry> {
  const completed = child(item, 'completed')
  if (completed?.kind === 'map') yield* located(completed)
  else yield gapFor(item, 'expected a package under "completed"')
}
