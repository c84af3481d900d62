/**
 * `package-lock.json` and `npm-shrinkwrap.json`: what npm chose.
 * Specification: https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json. Leaves out on purpose: the old
 * `dependencies` block of version 2, which repeats `packages`, and the project's own folders and workspaces.
 */

import { parseJson } from '../../syntax/json.ts'
import { child, type Member, members, type TextNode, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat, Graph, GraphPackage, PackageKey } from '../file-format.ts'
import { gapFor, type KnownVersions, requireKnownVersion } from '../gap.ts'
import { effectiveMembers, SECTIONS } from './element.ts'
import { type NestedPackage, nestedGraph } from './nested.ts'
import { packageJson } from './package-json.ts'
import { type Located, readSource, readSpecifier } from './specifier.ts'
import { npmUpgrade } from './upgrade.ts'

const FOLDER = 'node_modules/'
const VERSIONS: KnownVersions = {
  name: 'lockfileVersion',
  kind: 'scalar',
  pattern: /^[1-3]$/,
  known: '1, 2 and 3 are'
}
/** How many folders upwards a package is looked for; npm nests a handful. */
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
    names: { exact: [name] },
    read,
    upgrade: npmUpgrade
  }
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  if (root.kind !== 'map' && !fault) yield gapFor(root, 'expected an object')
  // npm-shrinkwrap.json of npm 4 and older names no version and is built like version 1.
  const version = child(root, 'lockfileVersion')
  if (version) requireKnownVersion(version, VERSIONS)
  const packages = child(root, 'packages')
  if (packages) yield* readPackages(packages, fault !== undefined)
  else yield* readDependencies(child(root, 'dependencies'), fault !== undefined)
  if (fault) throw fault
}

/** Versions 2 and 3: one object, its keys the paths of the installed packages. */
function* readPackages(packages: TreeNode, isCut: boolean): Generator<Entry> {
  const byPath = new Map(members(packages).map(member => [member.key, member]))
  const asked = askedByPath(byPath)
  for (const member of byPath.values()) {
    const { key, keyAt, value } = member
    const folderAt = key.lastIndexOf(FOLDER) + FOLDER.length
    if (folderAt < FOLDER.length) continue
    const version = child(value, 'version')
    if (value.kind !== 'map' || (version && version.kind !== 'text')) {
      yield gapFor(member, 'expected an object that describes the package')
      continue
    }
    const specifiers = asked.get(key) ?? []
    const located = isLink(value) ? linkOf(value, specifiers) : resolutionOf(value, version, specifiers)
    if (!located || (isCut && isLast(packages, member) && located.requirement.kind === 'none')) continue
    const folder = key.slice(folderAt)
    const name = textOf(value, 'name')
    yield {
      name: name?.value ?? folder,
      ...(name && name.value !== folder ? { alias: folder } : {}),
      requirement: located.requirement,
      at: located.requirement.kind === 'none' ? (name?.at ?? keyAt + folderAt) : located.offset,
      ...(byPath.has('') ? { direct: specifiers.length > 0 } : {})
    }
  }
}

/**
 * What the project and its workspaces ask for, by the path where each finds it: a workspace looks into its own folder
 * first, then into the root's.
 */
function askedByPath(byPath: ReadonlyMap<string, Member>): ReadonlyMap<string, readonly string[]> {
  const asked = new Map<string, string[]>()
  for (const { key, value } of byPath.values()) {
    if (key.includes(FOLDER)) continue
    for (const section of SECTIONS) {
      for (const { key: name, value: specifier } of members(child(value, section))) {
        const own = `${key}/${FOLDER}${name}`
        const path = byPath.has(own) ? own : `${FOLDER}${name}`
        const text = specifier.kind === 'text' ? specifier.value : ''
        const specifiers = asked.get(path)
        if (specifiers) specifiers.push(text)
        else asked.set(path, [text])
      }
    }
  }
  return asked
}

function isLink(value: TreeNode): boolean {
  const link = child(value, 'link')
  return link?.kind === 'scalar' && link.text === 'true'
}

/** Whether a file that is cut off may have been cut off within this member. */
function isLast(node: TreeNode | undefined, member: Member): boolean {
  return members(node).at(-1) === member
}

/** A link is a workspace, the project's own, unless somebody asks for a folder by its path. */
function linkOf(value: TreeNode, specifiers: readonly string[]): Located | undefined {
  const resolved = textOf(value, 'resolved')
  if (!resolved || !specifiers.some(specifier => readSource(specifier))) return undefined
  return { requirement: { kind: 'source', text: resolved.value }, offset: resolved.at }
}

/** `offset` is one in the whole file here. An address of the registry says nothing that the version does not say. */
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

/** Version 1: packages by name, each with the packages that lie inside it. Level by level, so that depth costs nothing. */
function* readDependencies(dependencies: TreeNode | undefined, isCut: boolean): Generator<Entry> {
  const levels = [dependencies]
  for (const level of levels) {
    for (const member of effectiveMembers(level)) {
      const { key, keyAt, value } = member
      const version = child(value, 'version')
      if (value.kind !== 'map' || (version && version.kind !== 'text')) {
        yield gapFor(member, 'expected an object that describes the package')
        continue
      }
      const { offset, ...specifier } = readSpecifier(key, version?.value ?? '')
      if (version || !isCut || !isLast(level, member)) {
        yield { ...specifier, at: version && offset !== undefined ? version.at + offset : keyAt }
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

/** Versions 2 and 3: each package stands at its path. */
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
  return nestedGraph(nested, askedByPath(byPath).keys(), foldersAbove)
}

/** The folders in which the package at a path finds what it needs, its own first. */
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

/** The names that a package needs. A peer that it can do without brings nothing in. */
function* neededBy(value: TreeNode | undefined): Generator<string> {
  const dispensable = new Set<string>()
  for (const { key, value: meta } of members(child(value, 'peerDependenciesMeta'))) {
    const optional = child(meta, 'optional')
    if (optional?.kind === 'scalar' && optional.text === 'true') dispensable.add(key)
  }
  for (const { key } of members(child(value, 'dependencies'))) yield key
  for (const { key } of members(child(value, 'optionalDependencies'))) yield key
  for (const { key } of members(child(value, 'peerDependencies'))) if (!dispensable.has(key)) yield key
}

/** A package of version 1: what lies inside it, and the package inside which it lies itself. */
interface Nested {
  readonly value?: TreeNode
  readonly inside: Map<string, number>
  readonly above?: Nested
}

/** Version 1 does not say what the project asks for. */
function graphOfDependencies(dependencies: TreeNode | undefined): Graph {
  const packages = new Map<PackageKey, GraphPackage>()
  const nested: Nested[] = []
  const levels: (readonly [Nested, TreeNode | undefined])[] = [[{ inside: new Map() }, dependencies]]
  for (const [above, level] of levels) {
    for (const { key, value } of effectiveMembers(level)) {
      const { name, requirement } = readSpecifier(key, textOf(value, 'version')?.value ?? '')
      const one = { value, inside: new Map<string, number>(), above }
      above.inside.set(key, nested.length)
      packages.set(nested.length, { name, version: requirement.kind === 'none' ? '' : requirement.text })
      nested.push(one)
      const inner = child(value, 'dependencies')
      if (inner) levels.push([one, inner])
    }
  }
  return { packages, needsOf }

  function* needsOf(key: PackageKey): Generator<PackageKey> {
    const one = nested[Number(key)]
    for (const { key: name } of members(child(one?.value, 'requires'))) {
      let level = one
      for (let up = 0; level && up < MOST_LEVELS; up++) {
        const need = level.inside.get(name)
        if (need !== undefined) {
          yield need
          break
        }
        level = level.above
      }
    }
  }
}
