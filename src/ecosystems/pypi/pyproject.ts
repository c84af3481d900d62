/**
 * `pyproject.toml`: the packages that a Python project requires, in the standard tables and those of Poetry, uv, PDM,
 * Hatch, Flit, Rye and pixi.
 * Specification: https://packaging.python.org/en/latest/specifications/pyproject-toml/ (PEP 621, with the strings of
 * PEP 508), https://packaging.python.org/en/latest/specifications/dependency-groups/ (PEP 735),
 * https://python-poetry.org/docs/pyproject/, https://docs.astral.sh/uv/reference/settings/,
 * https://pdm-project.org/en/latest/reference/pep621/, https://rye.astral.sh/guide/pyproject/, and for Flit before PEP 621
 * https://flit.pypa.io/en/stable/pyproject_toml.html#old-style-metadata. Deliberately ignored: the tables of other tools, and the
 * packages that uv and Rye must never install.
 */

import { defined } from '../../collections.ts'
import { parseToml } from '../../syntax/toml.ts'
import { child, items, type Member, members, type TreeNode, textOf, words } from '../../syntax/tree.ts'
import { isDevelopmentName } from '../development-names.ts'
import type { Entry, FileFormat, KnownScope, PlacedRequirement } from '../file-format.ts'
import { entryAt, gapFor } from '../gap.ts'
import { withoutRepeats } from '../repeats.ts'
import { canonicalName } from './name.ts'
import { pixiEntries } from './pixi-tables.ts'
import { poetryRequirement } from './poetry-requirement.ts'
import { EXPECTED_REQUIREMENT, readRequirement, readSource, requirementParts } from './requirement.ts'
import { requirements } from './requirements-txt.ts'
import { sourceIn } from './source.ts'
import { operatorOf } from './upgrade.ts'

/** The keys that lead to a node; `*` matches any key. */
type Path = readonly string[]

/** The scope of the packages of a list or table; `by-name`: it depends on the name of the extra. */
type For = KnownScope | 'by-name'

/** A place of requirements. One without a scope only constrains versions; the project requires the packages of the others. */
interface Spot {
  readonly path: Path
  readonly scope?: For
  /** Set if it replaces what the projects of a workspace require. */
  readonly overrides?: true
}

/** Where a file of TOML has requirements. */
export interface Layout {
  /** Lists of PEP 508 strings. */
  readonly lists: readonly Spot[]
  /** The files that contain such lists. */
  readonly files?: readonly Path[]
  /** Tables in Poetry's form: each key is a package. */
  readonly tables?: readonly Spot[]
  /** Lists of packages that are never installed. */
  readonly excluded?: readonly Path[]
}

/** The tables of Hatch, in a file of its own and below `tool.hatch`. */
export const HATCH: Layout = {
  lists: [
    ['env', 'requires'],
    ['envs', '*', 'dependencies'],
    ['envs', '*', 'extra-dependencies'],
    ...['dependencies', 'extra-dependencies', 'set-dependencies', 'set-extra-dependencies'].map(option => [
      ...['envs', '*', 'overrides', '*', '*'],
      option
    ]),
    ['build', 'dependencies'],
    ['build', 'hooks', '*', 'dependencies'],
    ['build', 'targets', '*', 'dependencies'],
    ['build', 'targets', '*', 'hooks', '*', 'dependencies']
  ].map(path => ({ path, scope: 'development' })),
  // A plug-in reads them.
  files: [['metadata', 'hooks', 'requirements_txt', 'files']]
}

const PYPROJECT: Layout = {
  lists: [
    { path: ['build-system', 'requires'], scope: 'development' },
    { path: ['project', 'dependencies'], scope: 'runtime' },
    { path: ['project', 'optional-dependencies', '*'], scope: 'by-name' },
    { path: ['dependency-groups', '*'], scope: 'development' },
    { path: ['tool', 'uv', 'dev-dependencies'], scope: 'development' },
    { path: ['tool', 'uv', 'constraint-dependencies'] },
    { path: ['tool', 'uv', 'override-dependencies'], overrides: true },
    { path: ['tool', 'uv', 'build-constraint-dependencies'] },
    { path: ['tool', 'uv', 'extra-build-dependencies', '*'], scope: 'development' },
    { path: ['tool', 'pdm', 'dev-dependencies', '*'], scope: 'development' },
    { path: ['tool', 'rye', 'dev-dependencies'], scope: 'development' },
    { path: ['tool', 'flit', 'metadata', 'requires'], scope: 'runtime' },
    { path: ['tool', 'flit', 'metadata', 'dev-requires'], scope: 'development' },
    { path: ['tool', 'flit', 'metadata', 'requires-extra', '*'], scope: 'by-name' },
    ...HATCH.lists.map(list => ({ ...list, path: belowHatch(list.path) }))
  ],
  files: [
    ['tool', 'setuptools', 'dynamic', 'dependencies', 'file'],
    ['tool', 'setuptools', 'dynamic', 'optional-dependencies', '*', 'file'],
    ...(HATCH.files ?? []).map(belowHatch)
  ],
  tables: [
    { path: ['tool', 'poetry', 'dependencies'], scope: 'runtime' },
    { path: ['tool', 'poetry', 'dev-dependencies'], scope: 'development' },
    { path: ['tool', 'poetry', 'group', '*', 'dependencies'], scope: 'development' },
    { path: ['tool', 'poetry', 'requires-plugins'], scope: 'development' }
  ],
  excluded: [
    ['tool', 'rye', 'excluded-dependencies'],
    ['tool', 'uv', 'exclude-dependencies']
  ]
}

/** How a range begins, and a version without an operator. */
const RANGE = /^\s*[<>=!~]/
const VERSION = /^\s*[\w!+.*-]+\s*$/
const EDITABLE = /^(?:-e|--editable)\s+/

export const pyproject: FileFormat = {
  name: 'pyproject.toml',
  role: { kind: 'manifest', compiledInto: [requirements] },
  specification: 'https://packaging.python.org/en/latest/specifications/pyproject-toml/',
  names: { exact: ['pyproject.toml'] },
  ownName: /^\[(?:project|tool\.poetry)\][^[]*?^name[ \t]*=[ \t]*["'](?<name>[\w.-]+)["']/m,
  read: text => readRequirements(text, PYPROJECT, root => otherEntries(text, root)),
  // Such a file includes others; any other one is read only if it names a client.
  prescreen: { always: /\bdynamic\b|\brequirements_txt\b|\\[xu]/i },
  upgrade: (name, version, { requirement }) => [
    { edit: 'in pyproject.toml', text: `${name} ${operatorOf(requirement)}${version}` },
    { edit: 'lock again: uv lock, poetry lock, pdm lock, pixi lock, whichever the project uses' }
  ]
}

/** The requirements at the places of a layout, and those that another reader finds in the same file. */
export function readRequirements(
  text: string,
  layout: Layout,
  others?: (root: TreeNode) => Iterable<Entry>
): Generator<Entry> {
  return withoutRepeats(requirementsIn(text, layout, others))
}

function* requirementsIn(text: string, layout: Layout, others?: (root: TreeNode) => Iterable<Entry>): Generator<Entry> {
  const { root, fault } = parseToml(text)
  const project = projectOf(text, root)
  for (const { path, scope, ...more } of layout.lists) {
    for (const list of find(root, path)) {
      if (list.value.kind !== 'list') yield gapFor(list, 'expected a list of requirements')
      const stated = { ...more, scope: scopeOf(list, scope) }
      for (const item of items(list.value)) yield* fromString(project, item, stated)
    }
  }
  for (const { value } of findAll(root, layout.files)) {
    for (const file of listOf(value)) {
      if (file.kind === 'text') yield { include: file.value, as: requirements, at: file.at }
    }
  }
  yield* fromPoetryTables(project, root, layout.tables ?? [])
  for (const { value } of findAll(root, layout.excluded)) {
    for (const item of items(value))
      yield { ignored: 'never installed', at: item.at, end: item.at + words(item).length }
  }
  if (others) yield* others(root)
  if (fault) throw fault
}

function belowHatch(path: Path): Path {
  return ['tool', 'hatch', ...path]
}

/** The packages of tables in Poetry's form. */
function* fromPoetryTables(project: Project, root: TreeNode, tables: readonly Spot[]): Generator<Entry> {
  const extras = poetryExtras(root)
  for (const { path, scope } of tables) {
    for (const table of find(root, path)) {
      if (table.value.kind !== 'map') yield gapFor(table, 'expected a table of packages')
      const ofTable = scopeOf(table, scope)
      for (const member of members(table.value)) {
        const own = isOptional(member.value) ? extras.get(canonicalName(member.key)) : undefined
        yield* fromPoetry(project, member, ofTable && (own ?? ofTable))
      }
    }
  }
}

/** The scope of a list or table. */
function scopeOf({ key }: Member, scope: For | undefined): KnownScope | undefined {
  return scope === 'by-name' ? scopeOfExtra(key) : scope
}

/**
 * The scope of the packages of an extra. People who install the project choose its extras, so they are for run time, unless the name is
 * one of those for development.
 */
export function scopeOfExtra(name: string): KnownScope {
  return isDevelopmentName(name) ? 'development' : 'runtime'
}

/** Whether Poetry installs a package for an extra only. */
function isOptional(value: TreeNode): boolean {
  return listOf(value).some(node => {
    const optional = child(node, 'optional')
    return optional?.kind === 'scalar' && optional.text === 'true'
  })
}

/** The scopes of optional packages that Poetry's extras list. The packages of its table have no other mark. */
function poetryExtras(root: TreeNode): ReadonlyMap<string, KnownScope> {
  const scopes = new Map<string, KnownScope>()
  for (const { key, value } of find(root, ['tool', 'poetry', 'extras', '*'])) {
    for (const item of items(value)) {
      const name = item.kind === 'text' ? canonicalName(item.value) : ''
      if (scopes.get(name) !== 'runtime') scopes.set(name, scopeOfExtra(key))
    }
  }
  return scopes
}

/** What is not written as in PEP 508 or Poetry's tables. */
function* otherEntries(text: string, root: TreeNode): Generator<Entry> {
  for (const member of find(root, ['tool', 'pdm', 'resolution', 'overrides', '*'])) yield pdmOverride(text, member)
  yield* pixiEntries(text, child(root, 'tool', 'pixi'))
}

/** An override of PDM: a name with a version, a range or an address. */
function pdmOverride(text: string, { key, value, ...member }: Member): Entry {
  if (value.kind !== 'text') return gapFor({ key, value, ...member }, 'expected a version, a range or a URL')
  const separator = separatorBefore(value.value)
  const found = readRequirement(`${key}${separator}${value.value}`)
  const common = { name: key, direct: false, overrides: {} }
  if (!found || found.requirement.kind === 'none') {
    return entryAt(text, { ...common, requirement: { kind: 'none' }, at: member.keyAt })
  }
  const at = value.at + Math.max(0, found.at - key.length - separator.length)
  return entryAt(text, { ...common, requirement: found.requirement, at })
}

/** The text between a name and a version, a range or an address. */
function separatorBefore(written: string): string {
  if (RANGE.test(written)) return ''
  return VERSION.test(written) ? '==' : ' @ '
}

/** The parts of a file that all of its requirements depend on. */
interface Project {
  readonly text: string
  /** The project's own names. */
  readonly own: ReadonlySet<string>
  readonly sources: ReadonlyMap<string, UvSource>
  /**
   * The packages in the lists so far, each with its widest scope. A source of uv is an entry once, however often its package is
   * required; a Poetry table without a version only adds to a requirement of a list.
   */
  readonly listed: Map<string, KnownScope | undefined>
}

function projectOf(text: string, root: TreeNode): Project {
  const names = [textOf(root, 'project', 'name'), textOf(root, 'tool', 'poetry', 'name')]
  const own = new Set(names.flatMap(name => (name ? [canonicalName(name.value)] : [])))
  return { text, own, sources: uvSources(root), listed: new Map() }
}

/** A requirement of a list: a PEP 508 string. */
function* fromString(
  { text, own, sources, listed }: Project,
  item: TreeNode,
  { scope, overrides }: { readonly scope: KnownScope | undefined; readonly overrides?: true }
): Generator<Entry> {
  if (child(item, 'include-group')) return
  // Hatch writes an override with its condition, `{ value = "name", if = […] }`.
  const node = textOf(item, 'value') ?? item
  if (node.kind !== 'text') {
    yield gapFor(node, 'expected a requirement in quotes')
    return
  }
  const option = EDITABLE.exec(node.value)?.[0].length ?? 0
  const found = option > 0 ? readSource(node.value.slice(option), option) : readRequirement(node.value)
  if (!found) {
    yield gapFor(node, EXPECTED_REQUIREMENT)
    return
  }
  const name = canonicalName(found.name)
  if (own.has(name)) return
  const instead = sources.get(name)
  const at = node.at + found.at
  const { extras } = requirementParts(node.value)
  const required = defined({ scope, extras: extras.length > 0 ? extras : undefined })
  const isWider = !listed.has(name) || (scope === 'runtime' && listed.get(name) !== 'runtime')
  for (const source of isWider ? (instead?.entries ?? []) : []) {
    yield entryAt(text, { name: found.name, ...source, direct: true, usedAt: at, ...required })
  }
  if (isWider) listed.set(name, scope)
  if (instead?.always) return
  const overriding = defined({ overrides: overrides && {} })
  yield entryAt(text, { ...found, at, direct: scope !== undefined, ...required, ...overriding })
}

/** A member of a Poetry table: the name of a package with its constraints. */
function* fromPoetry({ text, own, listed }: Project, member: Member, scope: KnownScope | undefined): Generator<Entry> {
  const direct = defined({ direct: scope && true })
  const { key, keyAt } = member
  const name = canonicalName(key)
  if (name === 'python' || own.has(name)) return
  for (const node of listOf(member.value)) {
    const version = node.kind === 'text' ? node : child(node, 'version')
    if (node.kind === 'scalar' || node.kind === 'list' || (version && version.kind !== 'text')) {
      yield gapFor(member, 'expected a version or a table')
      continue
    }
    const found = sourceIn(node) ?? (version && poetryRequirement(version))
    const extras = items(child(node, 'extras')).flatMap(extra => (extra.kind === 'text' ? extra.value : []))
    const required = { name: key, ...direct, ...defined({ scope, extras: extras.length > 0 ? extras : undefined }) }
    if (found) yield entryAt(text, { ...required, ...found })
    else if (!listed.has(name)) {
      yield entryAt(text, { ...required, requirement: { kind: 'none' }, at: keyAt })
    }
  }
}

/** The items of a list, or the one value in place of a list. */
function listOf(value: TreeNode): readonly TreeNode[] {
  return value.kind === 'list' ? value.items : [value]
}

interface UvSource {
  readonly entries: readonly PlacedRequirement[]
  /** Whether none of the sources is an index, so that the package never comes from a registry. */
  readonly always: boolean
}

/** The sources in `[tool.uv.sources]` of packages that are required elsewhere: git, a folder or a URL. */
function uvSources(root: TreeNode): ReadonlyMap<string, UvSource> {
  const sources = new Map<string, UvSource>()
  for (const { key, value } of find(root, ['tool', 'uv', 'sources', '*'])) {
    const tables = listOf(value)
    const entries = tables.flatMap(table => sourceIn(table) ?? workspaceIn(table) ?? [])
    if (entries.length > 0) sources.set(canonicalName(key), { entries, always: entries.length === tables.length })
  }
  return sources
}

function workspaceIn(table: TreeNode): PlacedRequirement | undefined {
  const member = members(table).find(({ key }) => key === 'workspace')
  return member && { requirement: { kind: 'source', text: member.key }, at: member.keyAt }
}

function findAll(root: TreeNode, paths: readonly Path[] = []): readonly Member[] {
  return paths.flatMap(path => [...find(root, path)])
}

/** Every member at a path, duplicate keys included. */
function* find(node: TreeNode, [key, ...rest]: Path): Generator<Member> {
  for (const member of members(node)) {
    if (key !== '*' && member.key !== key) continue
    if (rest.length === 0) yield member
    else yield* find(member.value, rest)
  }
}
