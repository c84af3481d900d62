/**
 * `conan.lock`: the versions that Conan chose.
 * Specification: https://docs.conan.io/2/tutorial/versioning/lockfiles.html, and of version 0.4, which Conan 1 wrote,
 * https://docs.conan.io/1/versioning/lockfiles/introduction.html. Deliberately ignored: user, channel, revision and
 * time of a recipe; `overrides` and `alias`, which repeat entries of other lists.
 */

import { SyntaxFault, unknownVersion } from '../../syntax/fault.ts'
import { parseJson } from '../../syntax/json.ts'
import {
  child,
  items,
  type Member,
  members,
  type TextNode,
  type TreeNode,
  textOf,
  textOrScalar,
  words
} from '../../syntax/tree.ts'
import type { Entry, FileFormat, KnownScope, PackageEntry } from '../file-format.ts'
import { entryAt, gapFor } from '../gap.ts'
import { conanfilePy } from './conanfile-py.ts'
import { conanfileTxt } from './conanfile-txt.ts'
import { readReference } from './reference.ts'

/** The lists of version 0.5 with their scopes: tools, recipes in Python and settings are used only to build. */
const LISTS: ReadonlyMap<string, KnownScope> = new Map([
  ['requires', 'runtime'],
  ['build_requires', 'development'],
  ['python_requires', 'development'],
  ['config_requires', 'development']
])
const PYTHON = new Set(['python_requires', 'py_requires'])
/** The version of the format with a graph; the other has lists. */
const GRAPH = '0.4'
const VERSIONS = new Set([GRAPH, '0.5'])

export const conanLock: FileFormat = {
  name: 'conan.lock',
  role: { kind: 'lockfile', locks: [conanfileTxt, conanfilePy], chain: { command: () => 'conan graph info .' } },
  specification: 'https://docs.conan.io/2/tutorial/versioning/lockfiles.html',
  versions: '0.4, 0.5',
  comments: 'none',
  names: { exact: ['conan.lock'] },
  read,
  renew: () => ['conan lock create . --lockfile=""'],
  upgrade: (name, version) => [
    { edit: 'in the conanfile', text: `${name}/${version}` },
    'conan lock create . --lockfile=""'
  ]
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  const version = textOrScalar(root, 'version')
  if (version && !VERSIONS.has(version.text))
    throw unknownVersion('conan.lock version', version.text, '0.4 and 0.5', version.at)
  if (!fault && !version) throw new SyntaxFault('expected "version"', root.at)
  const nodes = child(root, 'graph_lock', 'nodes')
  if (!fault && version?.text === GRAPH && nodes?.kind !== 'map')
    yield { gap: 'expected the nodes of a graph', text: words(root), at: (nodes ?? root).at }
  for (const found of nodes ? graph(text, nodes) : flat(text, root)) {
    // If the file breaks off, its last reference may be incomplete: the fault reports that.
    if (!('gap' in found && fault)) yield found
  }
  if (fault) throw fault
}

/** Version 0.5: lists of references. */
function* flat(text: string, root: TreeNode): Generator<Entry> {
  for (const member of members(root)) {
    const scope = LISTS.get(member.key)
    if (!scope) continue
    if (member.value.kind !== 'list') yield gapFor(member, 'expected a list of references')
    for (const item of items(member.value)) yield reference(text, item, { scope })
  }
}

/** Version 0.4: the nodes of a graph. A node with a folder is the project itself, and its requirements are direct. */
function* graph(text: string, nodes: TreeNode): Generator<Entry> {
  const folders = members(nodes).filter(isFolder)
  const needs = folders.flatMap(({ value }) => [
    ...items(child(value, 'requires')),
    ...items(child(value, 'build_requires'))
  ])
  const direct = new Set(needs.flatMap(need => (need.kind === 'text' ? [need.value] : [])))
  for (const member of members(nodes)) {
    for (const { key, value } of members(member.value)) {
      if (PYTHON.has(key)) for (const item of items(value)) yield reference(text, item, { scope: 'development' })
    }
    if (isFolder(member)) continue
    const ref = textOf(member.value, 'ref')
    if (!ref) yield gapFor(member, 'expected a node with a reference')
    else {
      const scope = textOf(member.value, 'context')?.value === 'build' ? 'development' : 'runtime'
      yield reference(text, ref, { scope, ...(folders.length === 0 ? {} : { direct: direct.has(member.key) }) })
    }
  }
}

function isFolder({ value }: Member): boolean {
  return textOf(value, 'path') !== undefined
}

function reference(text: string, node: TreeNode | TextNode, use: Pick<PackageEntry, 'direct' | 'scope'>): Entry {
  const entry = node.kind === 'text' ? readReference(node.value, node.at) : undefined
  if (!entry) return gapFor(node, 'expected "name/version"')
  return entryAt(text, { ...entry, ...use })
}
