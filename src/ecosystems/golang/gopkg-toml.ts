/**
 * `Gopkg.toml`: the projects that a project with dep requires.
 * Specification: https://golang.github.io/dep/docs/Gopkg.toml.html. Deliberately ignored: `ignored`, `noverify`,
 * `prune` and `metadata`, which require nothing, and constraints of projects that have an override too.
 */

import { defined } from '../../collections.ts'
import { sourceRequirement } from '../../model/dependency.ts'
import { parseToml } from '../../syntax/toml.ts'
import { child, items, members, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat, PlacedRequirement } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { rangeIn } from './dep-version.ts'
import { replacementBy, repositoryOf } from './repository.ts'
import { moveToModules } from './upgrade.ts'

const RULES = new Set(['constraint', 'override'])

export const gopkgToml: FileFormat = {
  name: 'Gopkg.toml',
  role: { kind: 'manifest' },
  specification: 'https://golang.github.io/dep/docs/Gopkg.toml.html',
  names: { exact: ['Gopkg.toml'] },
  scopeOf: () => 'runtime',
  read,
  sealed: true,
  upgrade: moveToModules
}

function* read(source: string): Generator<Entry> {
  const { root, fault } = parseToml(source)
  const rules = members(root).filter(({ key }) => RULES.has(key))
  const overridden = new Set(items(child(root, 'override')).flatMap(node => textOf(node, 'name')?.value ?? []))
  const named = new Set<string>()
  for (const rule of rules) {
    if (rule.value.kind !== 'list') yield gapFor(rule, 'expected a list of tables')
    for (const node of items(rule.value)) {
      const name = textOf(node, 'name')?.value ?? ''
      if (name !== '') named.add(name)
      if (rule.key === 'constraint' && overridden.has(name)) continue
      const entry = ruleOf(node, rule.key, fault !== undefined)
      if (entry) yield entry
    }
  }
  yield* required(root, named)
  if (fault) throw fault
}

/** The entry of a rule. In a file that is cut off, undefined for a rule without a name or version. */
function ruleOf(node: TreeNode, key: string, isCut: boolean): Entry | undefined {
  const name = textOf(node, 'name')
  if (!name || name.value === '') return isCut ? undefined : gapFor(node, 'expected a rule with a project name')
  const stated = requirementOf(node)
  if (stated === 'unexpected') return gapFor(node, 'expected a version in quotes')
  if (!stated && isCut) return undefined
  const placed: PlacedRequirement = stated ?? { requirement: { kind: 'none' }, at: name.at }
  const replacement = replacementBy(textOf(node, 'source')?.value, name.value)
  // An override applies to direct and indirect packages.
  const direct = key === 'constraint' || undefined
  return { name: name.value, ...placed, ...defined({ direct, replacement }) }
}

/** The packages in `required` whose projects no rule names. */
function* required(root: TreeNode, named: Set<string>): Generator<Entry> {
  for (const node of items(child(root, 'required'))) {
    const name = node.kind === 'text' ? repositoryOf(node.value) : ''
    if (name === '') yield gapFor(node, 'expected the import path of a package')
    else if (!named.has(name)) yield { name, requirement: { kind: 'none' }, at: node.at, direct: true }
    named.add(name)
  }
}

function requirementOf(rule: TreeNode): PlacedRequirement | 'unexpected' | undefined {
  for (const key of ['version', 'branch', 'revision'] as const) {
    const node = child(rule, key)
    if (!node) continue
    if (node.kind !== 'text') return 'unexpected'
    const { value, at } = node
    if (value === '') continue
    if (key === 'version') return rangeIn({ text: value, at }) ?? { requirement: { kind: 'version', text: value }, at }
    return { requirement: sourceRequirement(value, { [key]: value }), at }
  }
  return undefined
}
