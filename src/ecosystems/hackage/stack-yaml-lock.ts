/**
 * `stack.yaml.lock`: what stack chose for the packages of `stack.yaml`.
 * Specification: https://docs.haskellstack.org/en/stable/topics/lock_files/. Leaves out on purpose: `original`, which
 * repeats `stack.yaml`; `snapshots`.
 */

import { child, items, members, type TreeNode } from '../../syntax/tree.ts'
import { baseName, type Entry, type FileFormat } from '../ecosystem.ts'
import { gapFor } from '../gap.ts'
import { located } from './stack-location.ts'
import { stackUpgrade } from './upgrade.ts'

const NAME = /^stack(?:-[^/]*)?\.yaml\.lock$/

export const stackYamlLock: FileFormat = {
  name: 'stack.yaml.lock',
  origin: 'lockfile',
  specification: 'https://docs.haskellstack.org/en/stable/topics/lock_files/',
  claims: path => NAME.test(baseName(path)),
  read,
  answers: ['stack.yaml', '*.cabal', 'package.yaml'],
  upgrade: stackUpgrade
}

async function* read(text: string): AsyncGenerator<Entry> {
  const { parseYaml } = await import('../../syntax/yaml.ts')
  const { root, fault } = parseYaml(text)
  for (const { key, value } of members(root)) {
    if (key === 'packages') yield* packages(value)
  }
  if (root.kind !== 'map' && !fault) yield gapFor(root, 'expected the key "packages"')
  if (fault) throw fault
}

function* packages(list: TreeNode): Generator<Entry> {
  for (const item of items(list)) {
    const completed = child(item, 'completed')
    if (completed?.kind === 'map') yield* located(completed)
    else yield gapFor(item, 'expected the package under "completed"')
  }
  if (list.kind === 'text' || (list.kind === 'map' && list.members.length > 0)) yield gapFor(list, 'expected a list')
}
