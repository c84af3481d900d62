/**
 * `poetry.lock`: what Poetry resolved for the `pyproject.toml` beside it.
 * Specification: none is published; https://python-poetry.org/docs/basic-usage/#installing-with-poetrylock, and the code
 * that writes it, https://github.com/python-poetry/poetry/blob/main/src/poetry/packages/locker.py. Leaves out on purpose:
 * the project itself and what is direct, neither of which the file says.
 */

import { unknownVersion } from '../../syntax/fault.ts'
import { parseToml } from '../../syntax/toml.ts'
import { child, items, members, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat, Graph, PackageKey } from '../file-format.ts'
import { entryAt, gapFor } from '../gap.ts'
import { sourceAt } from './entry.ts'
import { canonicalName } from './name.ts'
import { pyproject } from './pyproject.ts'

/** A lock version has a minor part for additions that older readers may ignore. Before 1.0 the file had none. */
const KNOWN_VERSION = /^[12]\.\d+$/
/** Sources that are package registries. */
const REGISTRIES = new Set(['legacy', 'pypi'])

export const poetryLock: FileFormat = {
  name: 'poetry.lock',
  role: { kind: 'lockfile', locks: [pyproject], chain: { graph } },
  specification: 'https://github.com/python-poetry/poetry/blob/main/src/poetry/packages/locker.py',
  versions: '1.x, 2.x',
  names: { exact: ['poetry.lock'] },
  read,
  upgrade: (name, version, { direct }) => [
    direct === false ? `poetry update ${name}` : `poetry add '${name}>=${version}'  # in a group add --group NAME`
  ]
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseToml(text)
  const version = child(root, 'metadata', 'lock-version')
  const written = version?.kind === 'text' ? version.value : undefined
  if (version && !(written !== undefined && KNOWN_VERSION.test(written))) {
    throw unknownVersion('lock-version', written, '1.x and 2.x are', version.at)
  }
  for (const member of members(root)) {
    if (member.key !== 'package') continue
    if (member.value.kind !== 'list') yield gapFor(member, 'expected a list of packages')
    for (const node of items(member.value)) {
      const found = entry(node, text)
      // Where the file breaks off, its last package lacks something: the fault says so.
      if (!('gap' in found && fault)) yield found
    }
  }
  if (fault) throw fault
}

function entry(node: TreeNode, text: string): Entry {
  const name = textOf(node, 'name')?.value
  if (name === undefined) return gapFor(node, 'expected a package with its name')
  const source = child(node, 'source')
  const type = textOf(source, 'type')?.value
  if (type !== undefined && !REGISTRIES.has(type)) {
    const url = textOf(source, 'url')
    const revision = textOf(source, 'resolved_reference') ?? textOf(source, 'reference')
    const found = sourceAt([revision, url], { url: url?.value, revision: revision?.value })
    return found ? entryAt(text, { name, ...found }) : gapFor(node, 'expected an address of the source')
  }
  const version = textOf(node, 'version')
  if (!version) return gapFor(node, 'expected a package with its version')
  return entryAt(text, { name, requirement: { kind: 'version', text: version.value }, at: version.at })
}

/**
 * Which package needs which. The file does not say which extras are in use: what a package needs only for one counts
 * where no other package needs it outright.
 */
function graph(text: string): Graph {
  const { root } = parseToml(text)
  const nodes = members(root).flatMap(({ key, value }) => (key === 'package' ? items(value) : []))
  const byName = new Map<string, PackageKey[]>()
  const needed = new Set<string>()
  for (const [key, node] of nodes.entries()) {
    const name = canonicalName(textOf(node, 'name')?.value ?? '')
    const keys = byName.get(name)
    if (keys) keys.push(key)
    else byName.set(name, [key])
    for (const need of members(child(node, 'dependencies'))) {
      if (!isOptional(need.value)) needed.add(canonicalName(need.key))
    }
  }
  return {
    packages: new Map(
      nodes.map((node, key) => [
        key,
        { name: textOf(node, 'name')?.value ?? '', version: textOf(node, 'version')?.value ?? '' }
      ])
    ),
    *needsOf(key) {
      for (const need of members(child(nodes[Number(key)], 'dependencies'))) {
        const name = canonicalName(need.key)
        if (!isOptional(need.value) || !needed.has(name)) yield* byName.get(name) ?? []
      }
    }
  }
}

/** Whether a package needs something only for an extra; one that several environments ask for differently is a list. */
function isOptional(need: TreeNode): boolean {
  if (need.kind === 'list') return need.items.length > 0 && need.items.every(isOptional)
  const optional = child(need, 'optional')
  return optional?.kind === 'scalar' && optional.text === 'true'
}
