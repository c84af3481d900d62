/**
 * `uv.lock`: the packages that uv resolved for a project or a workspace.
 * Specification: none is published; https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile, and the code that
 * writes it, https://github.com/astral-sh/uv/tree/main/crates/uv-resolver/src/lock. Deliberately ignored: the project
 * itself and, as packages, the members of its workspace, and the requirements that the lock repeats.
 */

import { defined } from '../../collections.ts'
import { sourceRequirement } from '../../model/dependency.ts'
import { parseToml } from '../../syntax/toml.ts'
import { child, items, members, type TextNode, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat, GapEntry, Graph, KnownScope, PlacedRequirement } from '../file-format.ts'
import { entryAt, gapFor, type KnownVersions, requireKnownVersion } from '../gap.ts'
import { type CalledPackage, graphOf } from '../graph.ts'
import { canonicalName } from './name.ts'
import { pyproject, scopeOfExtra } from './pyproject.ts'
import { setupCfg } from './setup-cfg.ts'
import { setupPy } from './setup-py.ts'
import { sourceAt } from './source.ts'
import { folderMember, nameAndVersion } from './toml-lock.ts'
import { requirementsFor } from './upgrade.ts'

interface LockedPackage {
  readonly node: TreeNode
  readonly name: string
  readonly isMember: boolean
}

/** A list of requirements of the project. */
interface RequiredList {
  readonly list: TreeNode | undefined
  readonly scope: KnownScope
}

/** Revisions of a version only add what older readers may ignore, so they do not count. */
const VERSIONS: KnownVersions = { name: 'uv.lock version', kind: 'scalar', pattern: /^1$/, known: '1' }
/** Until August 2024 uv wrote `[[distribution]]`, and sources as texts. */
const PACKAGES = new Set(['package', 'distribution'])
const OLD_REGISTRY = 'registry+'
const OLD_FOLDER = /^(?:editable|virtual|directory)\+/
const FOLDER_SOURCES = ['editable', 'virtual', 'directory'] as const
// The address, `?branch=` and the like, `#` and the commit.
const GIT = /^(?<url>[^?#]*)(?:\?(?<query>[^#]*))?(?:#(?<revision>.*))?$/
const BRANCH = /(?:^|&)branch=(?<branch>[^&]*)/

export const uvLock: FileFormat = {
  name: 'uv.lock',
  role: { kind: 'lockfile', locks: [pyproject, setupPy, setupCfg], chain: { graph: uvGraph } },
  specification: 'https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile',
  versions: '1',
  names: { exact: ['uv.lock'] },
  read: uvPackages,
  renew: () => ['uv lock'],
  // https://docs.astral.sh/uv/reference/settings/#override-dependencies; constraints only narrow what a parent forbids.
  overrides: [
    {
      file: 'pyproject.toml',
      syntax: 'toml',
      keys: ['tool', 'uv', 'override-dependencies'],
      entry: (name, version) => ({ value: `${name}>=${version}` })
    }
  ],
  // With the bound, uv reports the package that prevents the upgrade; without it, uv silently keeps the old version.
  upgrade: (name, version, present) => {
    const { direct, asked, isOverridden } = present
    if (isOverridden)
      return [{ edit: 'in override-dependencies of pyproject.toml', text: `${name}>=${version}` }, 'uv lock']
    if (direct === false) {
      const when = 'if a package forbids that version'
      return [
        `uv lock --upgrade-package '${name}>=${version}'`,
        { edit: 'in [tool.uv] of pyproject.toml', text: `override-dependencies = ["${name}>=${version}"]`, when },
        { run: 'uv lock', when }
      ]
    }
    const add = {
      run: `uv add ${requirementsFor(name, version, present)}`,
      note: 'for a group, add --group NAME; for an extra, add --optional NAME'
    }
    // In the root uv would add it to the root.
    return asked ? [...(asked.beside ? [add] : []), ...asked.below.map(folder => ({ ...add, in: folder }))] : [add]
  }
}

/** Reads the packages. One that a member, a group or a script requires is direct. */
export function* uvPackages(text: string): Generator<Entry> {
  const { root, fault } = parseToml(text)
  const version = child(root, 'version')
  if (version) requireKnownVersion(version, VERSIONS)
  const { packages, gaps } = packagesOf(root)
  const own = packages.filter(({ isMember }) => isMember)
  const roots = [...own.flatMap(({ node }) => requirementsOf(node)), ...rootLists(root)]
  const required = new Set(roots.flatMap(namesIn))
  const workspace = workspaceOf(root)
  for (const { node, name, isMember } of packages) {
    yield* folderMember(folderOf(child(node, 'source')), workspace.has(canonicalName(name)))
    if (isMember) continue
    const found = located(node)
    const direct = roots.length === 0 ? undefined : required.has(canonicalName(name))
    if (found) yield entryAt(text, { name, ...found, ...defined({ direct }) })
    else gaps.push(gapFor(node, 'expected a version or a known source'))
  }
  // The last package of a file that is cut off is incomplete: the fault covers it.
  if (fault) throw fault
  yield* gaps
}

function packagesOf(root: TreeNode): { packages: readonly LockedPackage[]; gaps: GapEntry[] } {
  const workspace = workspaceOf(root)
  const packages: LockedPackage[] = []
  const gaps: GapEntry[] = []
  for (const member of members(root)) {
    if (!PACKAGES.has(member.key)) continue
    if (member.value.kind !== 'list') gaps.push(gapFor(member, 'expected a list of packages'))
    for (const node of items(member.value)) {
      const name = textOf(node, 'name')?.value
      if (name === undefined) gaps.push(gapFor(node, 'expected a package with a name'))
      else packages.push({ node, name, isMember: isMember(node, workspace.has(canonicalName(name))) })
    }
  }
  return { packages, gaps }
}

/**
 * Which package requires which. The roots are the requirements of the members of the workspace, of its groups, and of a script; those
 * of groups are for development. A package that is required with extras is there once more for each of them. A requirement has a
 * version only if several are locked.
 */
export function uvGraph(text: string): Graph {
  const { root } = parseToml(text)
  const workspace = workspaceOf(root)
  const nodes = members(root).flatMap(({ key, value }) => (PACKAGES.has(key) ? items(value) : []))
  const isOwn = (node: TreeNode) => isMember(node, workspace.has(canonicalName(nameAndVersion(node).name)))
  const roots = [...nodes.filter(isOwn).flatMap(requirementsOf), ...rootLists(root)]
  const packages = nodes.filter(node => !isOwn(node)).flatMap(lockedIn)
  if (roots.length === 0) return graphOf(packages)
  const calledBy = (wanted: KnownScope) => roots.flatMap(({ list, scope }) => (scope === wanted ? calledIn(list) : []))
  return graphOf(packages, calledBy('runtime'), { developmentRoots: calledBy('development') })
}

/** A package, and the same once more for each of its extras, with what that adds. */
function lockedIn(node: TreeNode): readonly CalledPackage[] {
  const described = nameAndVersion(node)
  const called = [undefined, textOf(node, 'version')?.value].map(version => calledAs(described.name, version))
  const extras = members(child(node, 'optional-dependencies')).map(({ key, value }) => ({
    ...described,
    called: called.map(name => withExtra(name, key)),
    needs: calledIn(value)
  }))
  return [{ ...described, called, needs: calledIn(child(node, 'dependencies')) }, ...extras]
}

/** The texts by which a list requires packages: a name, with its version if several are locked, and the same with each extra. */
function calledIn(list: TreeNode | undefined): string[] {
  return items(list).flatMap(need => {
    const name = calledAs(textOf(need, 'name')?.value ?? '', textOf(need, 'version')?.value)
    const extras = items(child(need, 'extra')).flatMap(extra =>
      extra.kind === 'text' ? [withExtra(name, extra.value)] : []
    )
    return [name, ...extras]
  })
}

function calledAs(name: string, version: string | undefined): string {
  return version === undefined ? canonicalName(name) : `${canonicalName(name)} ${version}`
}

function withExtra(called: string, extra: string): string {
  return `${called}[${canonicalName(extra)}]`
}

/** The lists of requirements of a member, with their scopes. */
function requirementsOf(node: TreeNode): readonly RequiredList[] {
  const [extras, groups] = ['optional-dependencies', 'dev-dependencies'].map(key => members(child(node, key)))
  return [
    { list: child(node, 'dependencies'), scope: 'runtime' },
    ...(extras ?? []).map(({ key, value }) => ({ list: value, scope: scopeOfExtra(key) })),
    ...(groups ?? []).map(({ value }) => ({ list: value, scope: 'development' as const }))
  ]
}

function workspaceOf(root: TreeNode): ReadonlySet<string> {
  return new Set(
    items(child(root, 'manifest', 'members')).flatMap(node => (node.kind === 'text' ? [canonicalName(node.value)] : []))
  )
}

function isMember(node: TreeNode, inManifest: boolean): boolean {
  const source = child(node, 'source')
  // Only members are virtual packages, which are never built or installed.
  if (textOf(source, 'virtual') || (source?.kind === 'text' && OLD_FOLDER.test(source.value))) return true
  const folder = folderOf(source)
  return folder !== undefined && (inManifest || folder.value === '.')
}

function folderOf(source: TreeNode | undefined): TextNode | undefined {
  const old = source?.kind === 'text' ? OLD_FOLDER.exec(source.value)?.[0] : undefined
  if (source?.kind === 'text' && old !== undefined) return { ...source, value: source.value.slice(old.length) }
  for (const key of FOLDER_SOURCES) {
    const folder = textOf(source, key)
    if (folder) return folder
  }
  return undefined
}

/** The names in a list of requirements. */
function namesIn({ list }: RequiredList): string[] {
  return items(list)
    .flatMap(item => textOf(item, 'name')?.value ?? [])
    .map(canonicalName)
}

/** The requirements that belong to no member: those of a script, and the groups of a workspace without a package at its root. */
function rootLists(root: TreeNode): readonly RequiredList[] {
  const list = child(root, 'manifest', 'requirements')
  const groups = members(child(root, 'manifest', 'dependency-groups'))
  return [
    ...(list ? [{ list, scope: 'runtime' as const }] : []),
    ...groups.map(({ value }) => ({ list: value, scope: 'development' as const }))
  ]
}

/** Undefined if the package has neither a version from a registry nor another source. */
function located(node: TreeNode): PlacedRequirement | undefined {
  const source = child(node, 'source')
  const git = textOf(source, 'git')
  if (git) return gitSource(git)
  const url = textOf(source, 'url')
  const elsewhere = sourceAt([folderOf(source), textOf(source, 'path'), url], { url: url?.value })
  if (elsewhere) return elsewhere
  if (!textOf(source, 'registry') && !(source?.kind === 'text' && source.value.startsWith(OLD_REGISTRY)))
    return undefined
  const version = textOf(node, 'version')
  return version && { requirement: { kind: 'version', text: version.value }, at: version.at }
}

function gitSource({ value, at }: TextNode): PlacedRequirement | undefined {
  const { url = value, query = '', revision = '' } = GIT.exec(value)?.groups ?? {}
  const branch = BRANCH.exec(query)?.groups?.['branch']
  const text = revision === '' ? value : revision
  return {
    requirement: sourceRequirement(text, { url, revision: revision === '' ? undefined : revision, branch }),
    at: at + value.length - text.length
  }
}
