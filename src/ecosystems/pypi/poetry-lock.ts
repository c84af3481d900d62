/**
 * `poetry.lock`: the packages that Poetry resolved for the `pyproject.toml` beside it. The file contains neither the
 * project itself nor which packages are direct.
 * Specification: none is published; https://python-poetry.org/docs/basic-usage/#installing-with-poetrylock, and the
 * code that writes it, https://github.com/python-poetry/poetry/blob/main/src/poetry/packages/locker.py.
 */

import { defined } from '../../collections.ts'
import { parseToml } from '../../syntax/toml.ts'
import { child, items, members, type TextNode, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat, Graph, IgnoredEntry, KnownScope } from '../file-format.ts'
import { entryAt, gapFor, type KnownVersions } from '../gap.ts'
import { type CalledPackage, graphOf } from '../graph.ts'
import { canonicalName } from './name.ts'
import { pyproject } from './pyproject.ts'
import { requirementParts } from './requirement.ts'
import { sourceAt } from './source.ts'
import { nameAndVersion, packagesIn, readTomlLock } from './toml-lock.ts'
import { requirementsFor } from './upgrade.ts'

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
/** The group and the category of what is not for development only. */
const MAIN = 'main'
/** Sources that are package registries. */
const REGISTRIES = new Set(['legacy', 'pypi'])

export const poetryLock: FileFormat = {
  name: 'poetry.lock',
  role: { kind: 'lockfile', locks: [pyproject], chain: { graph } },
  specification: 'https://github.com/python-poetry/poetry/blob/main/src/poetry/packages/locker.py',
  versions: '1.x, 2.x',
  names: { exact: ['poetry.lock'] },
  read,
  renew: () => ['poetry lock'],
  upgrade: (name, version, present) => [
    present.direct === false
      ? `poetry update ${name}`
      : { run: `poetry add ${requirementsFor(name, version, present)}`, note: 'for a group, add --group NAME' }
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
  const scope = defined({ scope: scopeIn(node) })
  const source = child(node, 'source')
  const type = textOf(source, 'type')?.value
  if (type !== undefined && !REGISTRIES.has(type)) {
    const url = textOf(source, 'url')
    const revision = textOf(source, 'resolved_reference') ?? textOf(source, 'reference')
    const found = sourceAt([revision, url], { url: url?.value, revision: revision?.value })
    return found ? entryAt(text, { name, ...found, ...scope }) : gapFor(node, 'expected the URL of the source')
  }
  const version = textOf(node, 'version')
  if (!version) return gapFor(node, 'expected a package with a version')
  return entryAt(text, { name, requirement: { kind: 'version', text: version.value }, at: version.at, ...scope })
}

/** The scope of a package by its groups, or before Poetry 1.5 its category; absent in the files between, which have neither. */
function scopeIn(node: TreeNode): KnownScope | undefined {
  const category = textOf(node, 'category')?.value
  const groups = textsOf(child(node, 'groups'))
  const names = category === undefined ? groups : [category]
  if (names.length === 0) return undefined
  return names.includes(MAIN) ? 'runtime' : 'development'
}

/**
 * Which package requires which. A package is there once more for each of its extras, with what the extra adds. The file does not
 * contain the extras that the project itself uses: one that no package requires counts as such if nothing else needs a package of it.
 */
function graph(text: string): Graph {
  const nodes = packagesIn(parseToml(text).root, LIST)
  const needed = new Set(nodes.flatMap(node => needsOf(node).flatMap(({ name, optional }) => (optional ? [] : [name]))))
  const packages = nodes.flatMap(node => lockedIn(node, needed))
  const required = new Set(packages.flatMap(({ needs }) => needs))
  const roots = packages.filter(
    ({ called, needs, isExtra }) =>
      !called.some(name => required.has(name)) && (!isExtra || needs.some(name => !needed.has(name)))
  )
  return graphOf(
    packages,
    roots.flatMap(({ called }) => called),
    { requiredAs: ({ name, extras = [] }) => calledAs(name, extras) }
  )
}

/** A package of the graph, or one of its extras. */
interface LockedPackage extends CalledPackage {
  readonly needs: readonly string[]
  readonly isExtra: boolean
}

/**
 * A package and its extras. Poetry lists all extras, but the requirements of those alone that are in use. An optional requirement that
 * no extra lists counts if no package has it without being optional.
 */
function lockedIn(node: TreeNode, needed: ReadonlySet<string>): readonly LockedPackage[] {
  const described = nameAndVersion(node)
  const inUse = new Set(needsOf(node).map(({ name }) => name))
  const extras = members(child(node, 'extras')).map(({ key, value }) => ({
    called: calledAs(described.name, [key]).slice(1),
    needs: textsOf(value).flatMap(requirement => calledIn(requirement, inUse))
  }))
  const listed = new Set(extras.flatMap(({ needs }) => needs))
  const needs = needsOf(node)
    .filter(({ name, optional }) => !optional || !(listed.has(name) || needed.has(name)))
    .flatMap(({ name, extras: used }) => calledAs(name, used))
  return [
    { ...described, called: calledAs(described.name, []), needs, isExtra: false },
    ...extras.map(extra => ({ ...described, ...extra, isExtra: true }))
  ]
}

/** The names by which a requirement identifies packages: that of the package, and one for each of its extras. */
function calledAs(name: string, extras: readonly string[]): string[] {
  const own = canonicalName(name)
  return [own, ...extras.map(extra => `${own}[${canonicalName(extra)}]`)]
}

/** The same for a requirement as the tables of extras write it, `name[extra] (>=1)`; nothing for one that is not in use. */
function calledIn(requirement: string, inUse: ReadonlySet<string>): string[] {
  const { name = '', extras } = requirementParts(requirement)
  return inUse.has(canonicalName(name)) ? calledAs(name, extras) : []
}

interface Need {
  readonly name: string
  readonly optional: boolean
  readonly extras: readonly string[]
}

function needsOf(node: TreeNode): readonly Need[] {
  return members(child(node, 'dependencies')).map(({ key, value }) => ({
    name: canonicalName(key),
    optional: isOptional(value),
    extras: (value.kind === 'list' ? value.items : [value]).flatMap(one => textsOf(child(one, 'extras')))
  }))
}

/** Whether a requirement is only for an extra. One that differs between environments is a list. */
function isOptional(need: TreeNode): boolean {
  if (need.kind === 'list') return need.items.length > 0 && need.items.every(isOptional)
  const optional = child(need, 'optional')
  return optional?.kind === 'scalar' && optional.text === 'true'
}

function textsOf(list: TreeNode | undefined): string[] {
  return items(list).flatMap(item => (item.kind === 'text' ? [item.value] : []))
}
