/**
 * `Gopkg.toml`: what a project that uses dep asks for.
 * Specification: https://golang.github.io/dep/docs/Gopkg.toml.html. Leaves out on purpose: `ignored`, `noverify`, `prune`
 * and `metadata`, which ask for nothing, and a constraint that an override of the same project makes moot.
 */

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
  read,
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
      const name = textOf(node, 'name')
      if (!name || name.value === '') {
        // What a fault cuts short is told by the fault.
        if (!fault) yield gapFor(node, 'expected a rule with the name of a project')
        continue
      }
      named.add(name.value)
      if (rule.key === 'constraint' && overridden.has(name.value)) continue
      const said = requirementOf(node)
      if (said === 'unexpected') yield gapFor(node, 'expected a version in quotes')
      else if (said || !fault) {
        const replacement = replacementBy(textOf(node, 'source')?.value, name.value)
        // An override speaks of packages that somebody asks for and of those that others bring alike.
        const direct = rule.key === 'constraint' ? { direct: true } : {}
        const found: PlacedRequirement = said ?? { requirement: { kind: 'none' }, at: name.at }
        yield { name: name.value, ...found, ...direct, ...replacement }
      }
    }
  }
  for (const node of items(child(root, 'required'))) {
    const name = node.kind === 'text' ? repositoryOf(node.value) : ''
    if (name === '') yield gapFor(node, 'expected the import path of a package')
    else if (!named.has(name)) yield { name, requirement: { kind: 'none' }, at: node.at, direct: true }
    named.add(name)
  }
  if (fault) throw fault
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
