/**
 * `vcpkg.json`: the dependencies of a C or C++ project.
 * Specification: https://learn.microsoft.com/vcpkg/reference/vcpkg-json. Deliberately ignored: `builtin-baseline`, a
 * commit of the registry with a minimum for every port; the project itself, whose features may depend on each other.
 */

import { defined } from '../../collections.ts'
import { parseJson } from '../../syntax/json.ts'
import { child, members, type TextNode, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat, PlacedRequirement } from '../file-format.ts'
import { gapFor } from '../gap.ts'

// https://learn.microsoft.com/vcpkg/reference/vcpkg-json#name
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const VERSION_KEYS = ['version', 'version-semver', 'version-date', 'version-string']

export const vcpkgJson: FileFormat = {
  name: 'vcpkg.json',
  role: { kind: 'manifest' },
  specification: 'https://learn.microsoft.com/vcpkg/reference/vcpkg-json',
  comments: 'none',
  names: { exact: ['vcpkg.json'] },
  read,
  upgrade: (name, version) => [
    { edit: 'in vcpkg.json', text: `{ "name": "${name}", "version>=": "${version}" }` },
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
  const atRuntime = new Set(
    dependencies(root)
      .filter(one => !isHost(one))
      .map(nameIn)
      .map(name => name?.value)
  )
  for (const dependency of dependencies(root)) {
    const name = nameIn(dependency)
    if (!name || !NAME.test(name.value)) {
      yield gapFor(dependency, 'expected a dependency with a name')
      continue
    }
    const override = overrides.get(name.value)
    // An override settles every dependency of its name, so that it is one entry.
    if (name.value === own || (override && used.has(name.value))) continue
    used.add(name.value)
    const found = required(name, override, textOf(dependency, 'version>='))
    const scope = atRuntime.has(name.value) ? 'runtime' : 'development'
    yield defined({ name: name.value, ...found, direct: true, usedAt: override && name.at, scope } as const)
  }
  if (root.kind !== 'map' && !fault) yield gapFor(root, 'expected an object')
  for (const [name, version] of overrides) {
    if (!used.has(name)) yield { name, requirement: { kind: 'version', text: version.value }, at: version.at }
  }
  if (fault) throw fault
}

function nameIn(dependency: TreeNode): TextNode | undefined {
  return dependency.kind === 'text' ? dependency : textOf(dependency, 'name')
}

/** Whether a dependency is a tool of the build, which runs on the machine that builds. */
function isHost(dependency: TreeNode): boolean {
  const host = child(dependency, 'host')
  return host?.kind === 'scalar' && host.text === 'true'
}

/** The dependencies of the project and of its features. */
function dependencies(root: TreeNode): readonly TreeNode[] {
  const features = values(root, 'features').flatMap(members)
  return [root, ...features.map(({ value }) => value)].flatMap(node => values(node, 'dependencies')).flatMap(elements)
}

/** Every value of a key. A duplicate key is an error, but must not hide a client. */
function values(node: TreeNode, key: string): readonly TreeNode[] {
  return members(node).flatMap(member => (member.key === key ? [member.value] : []))
}

/** The items of a list; any other value is the only item, and becomes a gap there. */
function elements(node: TreeNode): readonly TreeNode[] {
  return node.kind === 'list' ? node.items : [node]
}

function required(name: TextNode, exact: TextNode | undefined, minimum: TextNode | undefined): PlacedRequirement {
  if (exact) return { requirement: { kind: 'version', text: exact.value }, at: exact.at }
  if (minimum) return { requirement: { kind: 'range', text: minimum.value }, at: minimum.at }
  return { requirement: { kind: 'none' }, at: name.at }
}
