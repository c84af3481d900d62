/**
 * `package-lock.json` and `npm-shrinkwrap.json`: the packages that npm resolved.
 * Specification: https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json. Deliberately ignored: the old
 * `dependencies` block of version 2, which repeats `packages`. The project's own folders and workspaces are members.
 */

import { defined, groupBy } from '../../collections.ts'
import { parseJson } from '../../syntax/json.ts'
import { child, type Member, members, type TextNode, type TreeNode, textOf } from '../../syntax/tree.ts'
import type {
  Entry,
  FileFormat,
  GapEntry,
  Graph,
  GraphPackage,
  KnownScope,
  PackageEntry,
  PackageKey
} from '../file-format.ts'
import { gapFor, type KnownVersions, requireKnownVersion } from '../gap.ts'
import { effectiveMembers } from './json-members.ts'
import { type NestedPackage, nestedGraph, requiredNames } from './nested-graph.ts'
import { optionalNames } from './optional-names.ts'
import { packageJson, SECTIONS } from './package-json.ts'
import { folderIn, type Located, readSource, readSpecifier } from './specifier.ts'
import { NPM_OVERRIDES, npmUpgrade } from './upgrade.ts'

const FOLDER = 'node_modules/'
const VERSIONS: KnownVersions = {
  name: 'lockfileVersion',
  kind: 'scalar',
  pattern: /^[1-3]$/,
  known: '1, 2 and 3'
}
/** Maximum number of folders above a package in which others are looked up; npm nests a handful. */
const MOST_LEVELS = 50
const HTTP = /^https?:/

export const packageLock: FileFormat = npmLock('package-lock.json')
export const npmShrinkwrap: FileFormat = npmLock('npm-shrinkwrap.json')

function npmLock(name: string): FileFormat {
  return {
    name,
    role: { kind: 'lockfile', locks: [packageJson], chain: { graph } },
    specification: 'https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json',
    versions: 'lockfileVersion 1, 2, 3',
    comments: 'none',
    names: { exact: [name] },
    read,
    renew: () => ['npm install'],
    overrides: NPM_OVERRIDES,
    upgrade: npmUpgrade
  }
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  if (root.kind !== 'map' && !fault) yield gapFor(root, 'expected an object')
  // npm-shrinkwrap.json of npm 4 and older has no version and the layout of version 1.
  const version = child(root, 'lockfileVersion')
  if (version) requireKnownVersion(version, VERSIONS)
  const packages = child(root, 'packages')
  if (packages) yield* readPackages(packages, fault !== undefined)
  else yield* readDependencies(child(root, 'dependencies'), fault !== undefined)
  if (fault) throw fault
}

/** Versions 2 and 3: one object whose keys are the paths of the installed packages. */
function* readPackages(packages: TreeNode, isCut: boolean): Generator<Entry> {
  const byPath = new Map(members(packages).map(member => [member.key, member]))
  const required = groupBy(requirementsIn(byPath), ({ path }) => path)
  const hasWorkspaces = child(byPath.get('')?.value, 'workspaces') !== undefined
  for (const { key, keyAt } of byPath.values()) {
    if (key === '' || key.includes(FOLDER)) continue
    yield { member: key, at: keyAt, ...defined({ apart: hasWorkspaces ? undefined : (true as const) }) }
  }
  for (const member of byPath.values()) {
    const requirements = required.get(member.key) ?? []
    const found = installedPackage(
      member,
      requirements.map(({ specifier }) => specifier),
      byPath.has('')
        ? { direct: requirements.length > 0, settlesFor: requirements.map(({ folder }) => ({ folder })) }
        : {}
    )
    // The last package of a file that is cut off is incomplete: the fault covers it.
    const isIncomplete = found && 'name' in found && found.requirement.kind === 'none'
    if (found && !(isCut && isIncomplete && isLast(packages, member))) yield found
    yield* optionalNames(member.value)
  }
}

/** The package at a path; undefined for the project's own folders. `specifiers` are the requirements that led to it. */
function installedPackage(
  member: Member,
  specifiers: readonly string[],
  more: Pick<PackageEntry, 'direct' | 'settlesFor'>
): PackageEntry | GapEntry | undefined {
  const { key, keyAt, value } = member
  const folderAt = key.lastIndexOf(FOLDER) + FOLDER.length
  if (folderAt < FOLDER.length) return undefined
  const version = child(value, 'version')
  if (value.kind !== 'map' || (version && version.kind !== 'text')) {
    return gapFor(member, 'expected an object')
  }
  const located = isSet(value, 'link') ? linkOf(value, specifiers) : resolutionOf(value, version, specifiers)
  if (!located) return undefined
  const { requirement, offset } = located
  const folder = key.slice(folderAt)
  const name = textOf(value, 'name')
  const at = requirement.kind === 'none' ? (name?.at ?? keyAt + folderAt) : offset
  const alias = name && name.value !== folder ? folder : undefined
  return { name: name?.value ?? folder, requirement, at, scope: scopeOf(value), ...defined({ alias }), ...more }
}

/** A requirement of the project or of a workspace, and the path of the package that it leads to. */
interface Requirement {
  readonly path: string
  readonly specifier: string
  /** That of the workspace; empty for the project. */
  readonly folder: string
}

/** Every requirement of the project and its workspaces. A workspace looks into its own folder first, then into the root's. */
function* requirementsIn(byPath: ReadonlyMap<string, Member>): Generator<Requirement> {
  for (const { key, value } of byPath.values()) {
    if (key.includes(FOLDER)) continue
    for (const { key: name, value: specifier } of SECTIONS.flatMap(section => members(child(value, section)))) {
      const own = `${key}/${FOLDER}${name}`
      const path = byPath.has(own) ? own : `${FOLDER}${name}`
      yield { path, specifier: specifier.kind === 'text' ? specifier.value : '', folder: key }
    }
  }
}

/**
 * What npm marks with `dev` is for development only. `devOptional` packages are also optional ones of the program, and `peer` packages
 * without `dev` are peers of it.
 */
function scopeOf(value: TreeNode): KnownScope {
  return isSet(value, 'dev') ? 'development' : 'runtime'
}

function isSet(value: TreeNode, flag: string): boolean {
  const found = child(value, flag)
  return found?.kind === 'scalar' && found.text === 'true'
}

/** Whether a member is the last one, in which a file may be cut off. */
function isLast(node: TreeNode | undefined, member: Member): boolean {
  return members(node).at(-1) === member
}

/** The source of a link. Undefined for a workspace, which is the project's own: no requirement contains its path. */
function linkOf(value: TreeNode, specifiers: readonly string[]): Located | undefined {
  const resolved = textOf(value, 'resolved')
  if (!resolved || !specifiers.some(specifier => readSource(specifier))) return undefined
  return { requirement: { kind: 'source', text: resolved.value }, offset: resolved.at }
}

/**
 * The version or source of a package, with its offset in the file. An address of the registry only repeats the version.
 */
function resolutionOf(value: TreeNode, version: TextNode | undefined, specifiers: readonly string[]): Located {
  const resolved = textOf(value, 'resolved')
  const source = resolved && readSource(resolved.value)
  if (source) {
    const isArchive = HTTP.test(resolved.value) && source.requirement.revision === undefined
    if (!isArchive || specifiers.some(specifier => readSource(specifier))) {
      return { requirement: source.requirement, offset: resolved.at + source.offset }
    }
  }
  if (!version || version.value === '') return { requirement: { kind: 'none' }, offset: 0 }
  return { requirement: { kind: 'version', text: version.value }, offset: version.at }
}

/**
 * Version 1: packages by name, each with the packages inside it. Read level by level, so that deep nesting costs
 * nothing.
 */
function* readDependencies(dependencies: TreeNode | undefined, isCut: boolean): Generator<Entry> {
  const levels = [dependencies]
  for (const level of levels) {
    for (const member of effectiveMembers(level)) {
      const { key, keyAt, value } = member
      const version = child(value, 'version')
      if (value.kind !== 'map' || (version && version.kind !== 'text')) {
        yield gapFor(member, 'expected an object')
        continue
      }
      const folder = folderIn(version?.value ?? '')
      if (folder !== undefined) yield { member: folder, at: keyAt }
      const { offset, ...specifier } = readSpecifier(key, version?.value ?? '')
      if (version || !isCut || !isLast(level, member)) {
        yield { ...specifier, scope: scopeOf(value), at: version && offset !== undefined ? version.at + offset : keyAt }
      }
      const inner = child(value, 'dependencies')
      if (inner) levels.push(inner)
    }
  }
}

function graph(text: string): Graph {
  const { root } = parseJson(text)
  const packages = child(root, 'packages')
  return packages ? graphOfPackages(packages) : graphOfDependencies(child(root, 'dependencies'))
}

/** Versions 2 and 3: the key of a package is its path. */
function graphOfPackages(packages: TreeNode): Graph {
  const byPath = new Map(members(packages).map(member => [member.key, member]))
  const nested: NestedPackage[] = []
  for (const { key, value } of byPath.values()) {
    const nameAt = key.lastIndexOf(FOLDER) + FOLDER.length
    if (nameAt < FOLDER.length) continue
    const installed = key.slice(nameAt)
    nested.push({
      folder: key.slice(0, nameAt),
      installed,
      name: textOf(value, 'name')?.value ?? installed,
      version: textOf(value, 'version')?.value ?? '',
      needs: () => neededBy(value)
    })
  }
  const roots = new Set(Array.from(requirementsIn(byPath), ({ path }) => path))
  return nestedGraph(nested, { roots }, foldersAbove)
}

/** The folders in which the package at a path finds others, its own first. */
function foldersAbove(path: string): string[] {
  const folders = [`${path}/${FOLDER}`]
  let end = path.lastIndexOf(FOLDER)
  while (end >= 0 && folders.length < MOST_LEVELS) {
    folders.push(path.slice(0, end + FOLDER.length))
    end = end === 0 ? -1 : path.lastIndexOf(FOLDER, end - 1)
  }
  if (folders.at(-1) !== FOLDER) folders.push(FOLDER)
  return folders
}

function neededBy(value: TreeNode): Iterable<string> {
  const optionalPeers = members(child(value, 'peerDependenciesMeta')).flatMap(({ key, value: meta }) =>
    isSet(meta, 'optional') ? [key] : []
  )
  return requiredNames(value, new Set(optionalPeers))
}

/** A package of version 1: the packages inside it, and the package around it. */
interface Nested {
  readonly value?: TreeNode
  readonly inside: Map<string, number>
  readonly around?: Nested
}

/** Version 1 does not contain the project's own requirements. */
function graphOfDependencies(dependencies: TreeNode | undefined): Graph {
  const packages = new Map<PackageKey, GraphPackage>()
  const nested: Nested[] = []
  const levels: (readonly [Nested, TreeNode | undefined])[] = [[{ inside: new Map() }, dependencies]]
  for (const [around, level] of levels) {
    for (const { key, value } of effectiveMembers(level)) {
      const { name, requirement } = readSpecifier(key, textOf(value, 'version')?.value ?? '')
      const one = { value, inside: new Map<string, number>(), around }
      around.inside.set(key, nested.length)
      packages.set(nested.length, { name, version: requirement.kind === 'none' ? '' : requirement.text })
      nested.push(one)
      const inner = child(value, 'dependencies')
      if (inner) levels.push([one, inner])
    }
  }
  return { packages, needsOf }

  function needsOf(key: PackageKey): PackageKey[] {
    const one = nested[Number(key)]
    return members(child(one?.value, 'requires')).flatMap(({ key: name }) => nearest(one, name) ?? [])
  }
}

/** The package of a name inside this one, else inside the nearest one around it. */
function nearest(from: Nested | undefined, name: string): PackageKey | undefined {
  let one = from
  for (let up = 0; one && up < MOST_LEVELS; up++) {
    const found = one.inside.get(name)
    if (found !== undefined) return found
    one = one.around
  }
  return undefined
}
