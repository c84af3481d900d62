/**
 * `pyproject.toml`: what a Python project asks for, in the standard tables and in those of Poetry, uv, PDM and Hatch.
 * Specification: https://packaging.python.org/en/latest/specifications/pyproject-toml/ (PEP 621, with the strings of
 * PEP 508), https://packaging.python.org/en/latest/specifications/dependency-groups/ (PEP 735),
 * https://python-poetry.org/docs/pyproject/, https://docs.astral.sh/uv/reference/settings/. Leaves out on purpose: the
 * tables of other tools, and the overrides of Hatch's environments.
 */

import { parseToml } from '../../syntax/toml.ts'
import { child, items, type Member, members, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat, PlacedRequirement } from '../file-format.ts'
import { entryAt, gapFor } from '../gap.ts'
import { canonicalName } from './name.ts'
import { poetryRequirement } from './poetry-requirement.ts'
import { readRequirement, readSource } from './requirement.ts'
import { requirements } from './requirements-txt.ts'
import { sourceAt } from './source.ts'

/** A place in the tree; `*` stands for any key. */
type Path = readonly string[]

/** Lists of PEP 508 strings, and whether somebody asks for what they name (the others only say which version). */
type Lists = readonly { readonly path: Path; readonly direct: boolean }[]

const LISTS: Lists = [
  { path: ['build-system', 'requires'], direct: true },
  { path: ['project', 'dependencies'], direct: true },
  { path: ['project', 'optional-dependencies', '*'], direct: true },
  { path: ['dependency-groups', '*'], direct: true },
  { path: ['tool', 'uv', 'dev-dependencies'], direct: true },
  { path: ['tool', 'uv', 'constraint-dependencies'], direct: false },
  { path: ['tool', 'uv', 'override-dependencies'], direct: false },
  { path: ['tool', 'uv', 'build-constraint-dependencies'], direct: false },
  { path: ['tool', 'pdm', 'dev-dependencies', '*'], direct: true },
  { path: ['tool', 'hatch', 'envs', '*', 'dependencies'], direct: true },
  { path: ['tool', 'hatch', 'envs', '*', 'extra-dependencies'], direct: true },
  { path: ['tool', 'hatch', 'build', 'hooks', '*', 'dependencies'], direct: true }
]
/** Where the files stand of which the lists are made: setuptools' own way, and a plug-in's for Hatch. */
const FILES: readonly Path[] = [
  ['tool', 'setuptools', 'dynamic', 'dependencies', 'file'],
  ['tool', 'setuptools', 'dynamic', 'optional-dependencies', '*', 'file'],
  ['tool', 'hatch', 'metadata', 'hooks', 'requirements_txt', 'files']
]
/** Tables with a package in each key, in Poetry's own form. */
const TABLES: readonly Path[] = [
  ['tool', 'poetry', 'dependencies'],
  ['tool', 'poetry', 'dev-dependencies'],
  ['tool', 'poetry', 'group', '*', 'dependencies'],
  ['tool', 'poetry', 'requires-plugins']
]

const EDITABLE = /^(?:-e|--editable)\s+/

export const pyproject: FileFormat = {
  name: 'pyproject.toml',
  role: { kind: 'manifest' },
  specification: 'https://packaging.python.org/en/latest/specifications/pyproject-toml/',
  names: { exact: ['pyproject.toml'] },
  read: text => readRequirements(text, LISTS),
  prescreen: { always: /^[ \t]*\[tool\.(?:setuptools\.dynamic|hatch\.metadata\.hooks\.requirements_txt)\b/m },
  // Such a file names packages elsewhere; the others are read only if they name a client.
  upgrade: (name, version, { requirement }) => [
    `# in pyproject.toml: ${name} ${requirement?.kind === 'version' ? '==' : '>='}${version}`,
    '# then lock again: uv lock, poetry lock, pdm lock, whichever the project uses'
  ]
}

/** The packages that these lists and the tables of Poetry name. */
export function* readRequirements(text: string, lists: Lists): Generator<Entry> {
  const { root, fault } = parseToml(text)
  const own = new Set(
    [textOf(root, 'project', 'name'), textOf(root, 'tool', 'poetry', 'name')].flatMap(name =>
      name ? [canonicalName(name.value)] : []
    )
  )
  const sources = uvSources(root)
  /**
   * What the lists name. A source of uv is told once, however often its package is required; a Poetry table without a
   * version only adds to a requirement of a list.
   */
  const named = new Set<string>()

  for (const { path, direct } of lists) {
    for (const list of find(root, path)) {
      if (list.value.kind !== 'list') yield gapFor(list, 'expected a list of requirements')
      for (const item of items(list.value)) yield* fromString(item, direct)
    }
  }
  for (const path of FILES) {
    for (const { value } of find(root, path)) {
      for (const file of value.kind === 'list' ? value.items : [value]) {
        if (file.kind === 'text') yield { include: file.value, as: requirements, at: file.at }
      }
    }
  }
  for (const path of TABLES) {
    for (const table of find(root, path)) {
      if (table.value.kind !== 'map') yield gapFor(table, 'expected a table of packages')
      for (const member of members(table.value)) yield* fromPoetry(member)
    }
  }
  if (fault) throw fault

  function* fromString(node: TreeNode, direct: boolean): Generator<Entry> {
    if (node.kind === 'map' && child(node, 'include-group')) return
    if (node.kind !== 'text') {
      yield gapFor(node, 'expected a requirement in quotes')
      return
    }
    const option = EDITABLE.exec(node.value)?.[0].length ?? 0
    const found = option > 0 ? readSource(node.value.slice(option), option) : readRequirement(node.value)
    if (!found) {
      yield gapFor(node, 'expected a requirement such as "name>=1.0"')
      return
    }
    const name = canonicalName(found.name)
    if (own.has(name)) return
    const instead = sources.get(name)
    for (const source of named.has(name) ? [] : (instead?.entries ?? [])) {
      yield entryAt(text, { name: found.name, ...source, direct: true, usedAt: node.at + found.at })
    }
    named.add(name)
    if (instead?.always) return
    const entry = { name: found.name, requirement: found.requirement, at: node.at + found.at }
    yield entryAt(text, direct ? { ...entry, direct } : entry)
  }

  function* fromPoetry({ key, keyAt, value }: Member): Generator<Entry> {
    const name = canonicalName(key)
    if (name === 'python' || own.has(name)) return
    for (const node of value.kind === 'list' ? value.items : [value]) {
      const version = node.kind === 'text' ? node : child(node, 'version')
      if (node.kind === 'scalar' || node.kind === 'list' || (version && version.kind !== 'text')) {
        yield gapFor({ key, keyAt, value }, 'expected a version or a table')
        continue
      }
      const found = sourceIn(node) ?? (version && poetryRequirement(version))
      if (found) yield entryAt(text, { name: key, ...found, direct: true })
      else if (!named.has(name))
        yield entryAt(text, { name: key, requirement: { kind: 'none' }, at: keyAt, direct: true })
    }
  }
}

/** `{ git = … }`, `{ path = … }`, `{ url = … }`, `{ file = … }`: Poetry and uv write them alike. */
function sourceIn(table: TreeNode): PlacedRequirement | undefined {
  const git = textOf(table, 'git')
  if (git) {
    const revision = textOf(table, 'rev') ?? textOf(table, 'tag')
    const branch = textOf(table, 'branch')
    return sourceAt([revision, branch, git], { url: git.value, revision: revision?.value, branch: branch?.value })
  }
  const url = textOf(table, 'url')
  return sourceAt([textOf(table, 'path'), textOf(table, 'file'), url], { url: url?.value })
}

interface UvSource {
  readonly entries: readonly PlacedRequirement[]
  /** Whether the package never comes from a registry: none of the sources is an index. */
  readonly always: boolean
}

/** `[tool.uv.sources]` says for a package that is required elsewhere that it comes from git, a folder or a URL. */
function uvSources(root: TreeNode): ReadonlyMap<string, UvSource> {
  const sources = new Map<string, UvSource>()
  for (const { key, value } of find(root, ['tool', 'uv', 'sources', '*'])) {
    const tables = value.kind === 'list' ? value.items : [value]
    const entries = tables.flatMap(table => sourceIn(table) ?? workspaceIn(table) ?? [])
    if (entries.length > 0) sources.set(canonicalName(key), { entries, always: entries.length === tables.length })
  }
  return sources
}

function workspaceIn(table: TreeNode): PlacedRequirement | undefined {
  const member = members(table).find(({ key }) => key === 'workspace')
  return member && { requirement: { kind: 'source', text: member.key }, at: member.keyAt }
}

/** Every member at a path; of keys that come twice, each. */
function* find(node: TreeNode, [key, ...rest]: Path): Generator<Member> {
  for (const member of members(node)) {
    if (key !== '*' && member.key !== key) continue
    if (rest.length === 0) yield member
    else yield* find(member.value, rest)
  }
}
