/**
 * `poetry.lock`: the packages that Poetry resolved for the `pyproject.toml` beside it. The file contains neither the
 * project itself nor which packages are direct.
 * Specification: none is published; https://python-poetry.org/docs/basic-usage/#installing-with-poetrylock, and the
 * code that writes it, https://github.com/python-poetry/poetry/blob/main/src/poetry/packages/locker.py.
 */

import { parseToml } from '../../syntax/toml.ts'
import { child, items, members, type TextNode, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat, Graph, IgnoredEntry } from '../file-format.ts'
import { entryAt, gapFor, type KnownVersions } from '../gap.ts'
import { graphOf } from '../graph.ts'
import { canonicalName } from './name.ts'
import { pyproject } from './pyproject.ts'
import { sourceAt } from './source.ts'
import { nameAndVersion, packagesIn, readTomlLock } from './toml-lock.ts'

/**
 * The minor part of a lock version is for additions that older readers may ignore. Before 1.0 the file had no version.
 */
const VERSIONS: KnownVersions = {
  name: 'lock-version',
  kind: 'text',
  pattern: /^[12]\.\d+$/,
  known: '1.x and 2.x'
}
const LIST = 'package'
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
    direct === false ? `poetry update ${name}` : `poetry add '${name}>=${version}'  # for a group, add --group NAME`
  ]
}

function read(text: string): Iterable<Entry> {
  return readTomlLock(text, {
    versions: VERSIONS,
    versionAt: ['metadata', 'lock-version'],
    list: LIST,
    entry: node => entry(node, text),
    path: folderOf,
    others: optionalNames
  })
}

/** The extras of a package, and what they require: a package that is installed for one is a package of the lockfile. */
function* optionalNames(node: TreeNode): Generator<IgnoredEntry> {
  for (const { key, keyAt, value } of members(child(node, 'extras'))) {
    yield ignored(key, keyAt)
    for (const item of items(value)) if (item.kind === 'text') yield ignored(item.value, item.at)
  }
  for (const { key, keyAt, value } of members(child(node, 'dependencies'))) {
    if (isOptional(value)) yield ignored(key, keyAt)
  }
}

function ignored(text: string, at: number): IgnoredEntry {
  return { ignored: 'an extra', at, end: at + text.length }
}

function folderOf(node: TreeNode): TextNode | undefined {
  return textOf(node, 'source', 'type')?.value === 'directory' ? textOf(node, 'source', 'url') : undefined
}

function entry(node: TreeNode, text: string): Entry {
  const name = textOf(node, 'name')?.value
  if (name === undefined) return gapFor(node, 'expected a package with a name')
  const source = child(node, 'source')
  const type = textOf(source, 'type')?.value
  if (type !== undefined && !REGISTRIES.has(type)) {
    const url = textOf(source, 'url')
    const revision = textOf(source, 'resolved_reference') ?? textOf(source, 'reference')
    const found = sourceAt([revision, url], { url: url?.value, revision: revision?.value })
    return found ? entryAt(text, { name, ...found }) : gapFor(node, 'expected the URL of the source')
  }
  const version = textOf(node, 'version')
  if (!version) return gapFor(node, 'expected a package with a version')
  return entryAt(text, { name, requirement: { kind: 'version', text: version.value }, at: version.at })
}

/**
 * Which package requires which. The file does not contain the extras in use: a requirement of an extra counts only if
 * no package has the same requirement without an extra.
 */
function graph(text: string): Graph {
  const nodes = packagesIn(parseToml(text).root, LIST)
  const needed = new Set(nodes.flatMap(node => needsOf(node).flatMap(({ name, optional }) => (optional ? [] : [name]))))
  return graphOf(
    nodes.map(node => {
      const described = nameAndVersion(node)
      const needs = needsOf(node).filter(({ name, optional }) => !optional || !needed.has(name))
      return { ...described, called: [canonicalName(described.name)], needs: needs.map(({ name }) => name) }
    })
  )
}

function needsOf(node: TreeNode): readonly { readonly name: string; readonly optional: boolean }[] {
  return members(child(node, 'dependencies')).map(({ key, value }) => ({
    name: canonicalName(key),
    optional: isOptional(value)
  }))
}

/** Whether a requirement is only for an extra. One that differs between environments is a list. */
function isOptional(need: TreeNode): boolean {
  if (need.kind === 'list') return need.items.length > 0 && need.items.every(isOptional)
  const optional = child(need, 'optional')
  return optional?.kind === 'scalar' && optional.text === 'true'
}
