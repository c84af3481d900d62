/**
 * The tables of pixi, in `pixi.toml` and below `tool.pixi` of `pyproject.toml`: packages of conda and of PyPI.
 * Specification: https://pixi.sh/latest/reference/pixi_manifest/. Deliberately ignored: channels and builds, and packages of conda
 * that are other packages than those of PyPI with the same name (`conda-package.ts`).
 */

import { defined } from '../../collections.ts'
import { child, type Member, members, type TreeNode, textOf } from '../../syntax/tree.ts'
import { isDevelopmentName } from '../development-names.ts'
import type { Entry, KnownScope, PackageEntry, PlacedRequirement } from '../file-format.ts'
import { entryAt, gapFor } from '../gap.ts'
import { condaRequirement, nameInPypi } from './conda-package.ts'
import { isProjectItself, readRequirement } from './requirement.ts'
import { sourceIn } from './source.ts'

/** What a table says of its packages. */
interface Meaning {
  readonly from: 'conda' | 'pypi'
  /** False if it only constrains versions. */
  readonly direct: boolean
  readonly scope?: KnownScope
}

const RUN: Meaning = { from: 'conda', direct: true, scope: 'runtime' }
const BUILD: Meaning = { from: 'conda', direct: true, scope: 'development' }
const CONSTRAINT: Meaning = { from: 'conda', direct: false }
const TABLES: ReadonlyMap<string, Meaning> = new Map([
  ['dependencies', RUN],
  ['run-dependencies', RUN],
  ['host-dependencies', BUILD],
  ['build-dependencies', BUILD],
  ['constraints', CONSTRAINT],
  ['run-constraints', CONSTRAINT],
  ['pypi-dependencies', { ...RUN, from: 'pypi' }]
])
const OVERRIDES: Meaning = { from: 'pypi', direct: false }
const ANY = '*'
const EXPECTED = 'expected a version or a table'

/** The requirements below the root of pixi's tables. The name of a feature or an extra says whether it is for development. */
export function* pixiEntries(text: string, root: TreeNode | undefined): Generator<Entry> {
  const [workspace, packaged] = [child(root, 'workspace'), child(root, 'package')]
  yield* entriesOfLayer(text, root)
  for (const { key, value } of members(child(root, 'feature'))) yield* entriesOfLayer(text, value, key)
  yield* entriesOfLayer(text, packaged)
  for (const { key, value } of members(child(packaged, 'extra-dependencies'))) {
    yield* entriesOfTable(text, value, namedAs(RUN, key))
  }
  yield* entriesOfTable(text, child(workspace, 'dependencies'), CONSTRAINT)
}

/** The tables of the workspace, a feature or a package, and those for one platform. */
function* entriesOfLayer(text: string, layer: TreeNode | undefined, feature = ''): Generator<Entry> {
  const targets = members(child(layer, 'target')).map(({ value }) => value)
  for (const node of [layer, ...targets]) {
    for (const { key, value } of members(node)) {
      const meaning = TABLES.get(key)
      if (meaning) yield* entriesOfTable(text, value, namedAs(meaning, feature))
    }
    yield* entriesOfTable(text, child(node, 'pypi-options', 'dependency-overrides'), OVERRIDES)
  }
}

/** What a table says of its packages in a feature or an extra with a name. */
function namedAs(meaning: Meaning, name: string): Meaning {
  return meaning.scope && isDevelopmentName(name) ? { ...meaning, scope: 'development' } : meaning
}

function* entriesOfTable(text: string, table: TreeNode | undefined, meaning: Meaning): Generator<Entry> {
  if (table && table.kind !== 'map') yield gapFor(table, 'expected a table of packages')
  for (const member of members(table)) {
    const entry = meaning.from === 'conda' ? fromConda(member) : fromPypi(member)
    if (!entry) continue
    if (!('name' in entry)) yield entry
    else yield entryAt(text, { ...entry, ...defined({ direct: meaning.direct || undefined, scope: meaning.scope }) })
  }
}

/** Undefined for a package that the workspace states. */
function fromConda(member: Member): Entry | undefined {
  const { key, keyAt, value } = member
  const own = nameInPypi(key)
  if (!own) return { ignored: 'another package of conda', at: keyAt, end: keyAt + key.length }
  if (child(value, 'workspace')) return undefined
  const named = { name: own.text, requirement: { kind: 'none' }, at: keyAt + own.at } as const
  const version = value.kind === 'text' ? value : textOf(value, 'version')
  const source = sourceIn(value)
  if (source) return { name: own.text, ...source }
  if (!version) return value.kind === 'map' ? named : gapFor(member, EXPECTED)
  const written = version.value.trim()
  const found = condaRequirement(written)
  if (!found) return gapFor(member, 'expected a version of conda such as ">=1.0"')
  return found.requirement.kind === 'none'
    ? named
    : placed(own.text, found, version.at + version.value.indexOf(written))
}

/** Undefined for the project itself. */
function fromPypi(member: Member): Entry | undefined {
  const { key, keyAt, value } = member
  const named = { name: key, requirement: { kind: 'none' }, at: keyAt } as const
  const version = value.kind === 'text' ? value : textOf(value, 'version')
  const source = sourceIn(value)
  if (source) return isProjectItself(textOf(value, 'path')?.value ?? '') ? undefined : { name: key, ...source }
  if (!version) return value.kind === 'map' ? named : gapFor(member, EXPECTED)
  if (version.value.trim() === ANY) return named
  const found = readRequirement(`${key} ${version.value}`)
  if (!found || found.requirement.kind === 'source') return gapFor(member, EXPECTED)
  return found.requirement.kind === 'none' ? named : placed(key, found, version.at - key.length - 1)
}

function placed(name: string, { requirement, at }: PlacedRequirement, start: number): PackageEntry {
  return { name, requirement, at: start + at }
}
