/**
 * `vcpkg.json`: what a C or C++ project depends on.
 * Specification: https://learn.microsoft.com/vcpkg/reference/vcpkg-json. Leaves out on purpose: `builtin-baseline`, a
 * commit of the registry that gives every port a minimum; the project itself, whose features may depend on each other.
 */

import { parseJson } from '../../syntax/json.ts'
import { members, type TextNode, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat, PlacedRequirement } from '../file-format.ts'
import { gapFor } from '../gap.ts'

// https://learn.microsoft.com/vcpkg/reference/vcpkg-json#name
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const VERSION_KEYS = ['version', 'version-semver', 'version-date', 'version-string']

export const vcpkgJson: FileFormat = {
  name: 'vcpkg.json',
  role: { kind: 'manifest' },
  specification: 'https://learn.microsoft.com/vcpkg/reference/vcpkg-json',
  names: { exact: ['vcpkg.json'] },
  read,
  upgrade: (name, version) => [
    `{ "name": "${name}", "version>=": "${version}" }`,
    'vcpkg x-update-baseline --add-initial-baseline',
    'vcpkg install'
  ]
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  const own = textOf(root, 'name')?.value
  const overrides = new Map<string, TextNode>()
  for (const override of values(root, 'overrides').flatMap(elements)) {
    const name = textOf(override, 'name')
    const version = VERSION_KEYS.map(key => textOf(override, key)).find(node => node !== undefined)
    if (name && version) overrides.set(name.value, version)
    else yield gapFor(override, 'expected an override with a name and a version')
  }

  const used = new Set<string>()
  for (const dependency of dependencies(root)) {
    const name = dependency.kind === 'text' ? dependency : textOf(dependency, 'name')
    if (!name || !NAME.test(name.value)) yield gapFor(dependency, 'expected a dependency with its name')
    else if (name.value !== own) {
      const override = overrides.get(name.value)
      // An override decides, wherever the dependency is named.
      if (override && used.has(name.value)) continue
      used.add(name.value)
      const usedAt = override ? { usedAt: name.at } : {}
      yield { name: name.value, ...required(name, override, textOf(dependency, 'version>=')), direct: true, ...usedAt }
    }
  }
  if (root.kind !== 'map' && !fault) yield gapFor(root, 'expected an object')
  for (const [name, version] of overrides) {
    if (!used.has(name)) yield { name, requirement: { kind: 'version', text: version.value }, at: version.at }
  }
  if (fault) throw fault
}

/** The dependencies of the project and of its features. */
function dependencies(root: TreeNode): readonly TreeNode[] {
  const features = values(root, 'features').flatMap(members)
  return [root, ...features.map(({ value }) => value)].flatMap(node => values(node, 'dependencies')).flatMap(elements)
}

/** Every value of a key: one that is there twice is a mistake, but none to hide a client behind. */
function values(node: TreeNode, key: string): readonly TreeNode[] {
  return members(node).flatMap(member => (member.key === key ? [member.value] : []))
}

/** The items of a list; anything else stands for itself, to be found of unexpected shape. */
function elements(node: TreeNode): readonly TreeNode[] {
  return node.kind === 'list' ? node.items : [node]
}

function required(name: TextNode, exact: TextNode | undefined, minimum: TextNode | undefined): PlacedRequirement {
  if (exact) return { requirement: { kind: 'version', text: exact.value }, at: exact.at }
  if (minimum) return { requirement: { kind: 'range', text: minimum.value }, at: minimum.at }
  return { requirement: { kind: 'none' }, at: name.at }
}
