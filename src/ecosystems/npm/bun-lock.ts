/**
 * `bun.lock`: the packages that bun resolved. JSON with trailing commas; a package is a list that begins with its name
 * and version.
 * Specification: https://bun.com/docs/pm/lockfile, and in code
 * https://github.com/oven-sh/bun/blob/main/src/install/lockfile/bun.lock.zig.
 * Deliberately ignored: the packages of the project's own workspaces, which are members, and keys that only repeat the manifests (`overrides`, `catalog`,
 * `catalogs`).
 */

import { defined, groupBy } from '../../collections.ts'
import { SyntaxFault } from '../../syntax/fault.ts'
import { parseJson } from '../../syntax/json.ts'
import { child, items, type Member, members, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat, Graph, LockedRequirement } from '../file-format.ts'
import { gapFor, type KnownVersions, requireKnownVersion } from '../gap.ts'
import { effectiveMembers } from './json-members.ts'
import { type NestedPackage, nestedGraph, requiredNames } from './nested-graph.ts'
import { optionalNames } from './optional-names.ts'
import { isForDevelopment, packageJson, SECTIONS } from './package-json.ts'
import { folderIn, readSpecifier, splitPackage } from './specifier.ts'
import { bunUpgrade, NPM_OVERRIDES } from './upgrade.ts'

const VERSIONS: KnownVersions = {
  name: 'lockfileVersion',
  kind: 'scalar',
  pattern: /^[0-2]$/,
  known: '0, 1 and 2'
}
/** Maximum number of folders above a package in which others are looked up; bun nests a handful. */
const MOST_LEVELS = 50
const FOR_DEVELOPMENT = SECTIONS.filter(isForDevelopment)
const FOR_RUNTIME = SECTIONS.filter(section => !isForDevelopment(section))
/** The project's own packages. */
const OWN = /^(?:workspace|root):/

export const bunLock: FileFormat = {
  name: 'bun.lock',
  role: { kind: 'lockfile', locks: [packageJson], chain: { graph } },
  specification: 'https://bun.com/docs/pm/lockfile',
  versions: 'lockfileVersion 0, 1, 2',
  comments: 'none',
  names: { exact: ['bun.lock'] },
  read,
  renew: () => ['bun install'],
  overrides: NPM_OVERRIDES,
  upgrade: bunUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  if (root.kind !== 'map' && !fault) yield { gap: 'expected an object', text, at: root.at }
  const version = child(root, 'lockfileVersion')
  if (version) requireKnownVersion(version, VERSIONS)
  else if (!fault) throw new SyntaxFault('expected "lockfileVersion"', root.at)
  const packages = new Map(members(child(root, 'packages')).map(member => [member.key, member]))
  const workspaces = child(root, 'workspaces')
  for (const { key, keyAt } of members(workspaces)) if (key !== '') yield { member: key, at: keyAt }
  for (const override of members(child(root, 'overrides'))) yield repeatedOverride(override)
  const required = workspaces && groupBy(requiredBy(workspaces, packages, SECTIONS), ({ path }) => path)
  const patches = new Set(members(child(root, 'patchedDependencies')).map(({ key }) => key))
  for (const member of packages.values()) {
    const locked = lockedIn(member)
    if (locked && locked.rest !== '') {
      yield* optionalNames(factsOf(member.value))
      const patched = patches.has(`${locked.name}@${locked.rest}`) || undefined
      const settlesFor = required && (required.get(member.key) ?? []).map(({ folder }) => ({ folder }))
      if (!OWN.test(locked.rest)) yield { ...entryOf(locked, settlesFor), ...defined({ patched }) }
      const folder = folderIn(locked.rest)
      if (folder !== undefined) yield { member: folder, apart: true, at: locked.at }
      continue
    }
    // The last list of a file that is cut off may have lost its first item.
    const isCut = fault !== undefined && member.value.kind === 'list' && member.value.items.length === 0
    if (!isCut) yield gapFor(member, 'expected a list that begins with "name@version"')
  }
  if (fault) throw fault
}

/** An override that the manifest states. The lockfile need not have its package. */
function repeatedOverride({ keyAt, key, value }: Member): Entry {
  const end = value.kind === 'text' ? value.at + value.value.length : keyAt + key.length
  return { ignored: 'an override of the manifest', at: keyAt, end }
}

/** A package of the lockfile: the first item of its list, in its two parts, and its path. */
interface LockedPackage {
  readonly name: string
  /** The version or the source; may be empty. */
  readonly rest: string
  readonly at: number
  /** The folders around it, and the name under which it is installed there. */
  readonly folder: string
  readonly installed: string
}

/** Undefined for a list that does not begin with `name@`. */
function lockedIn({ key, value }: Member): LockedPackage | undefined {
  const [first] = items(value)
  if (first?.kind !== 'text') return undefined
  const { name, rest } = splitPackage(first.value) ?? {}
  if (name === undefined || rest === undefined) return undefined
  const installed = lastName(key)
  return { name, rest, at: first.at, folder: key.slice(0, key.length - installed.length), installed }
}

function entryOf(
  { name, rest, at, installed }: LockedPackage,
  settlesFor: readonly LockedRequirement[] | undefined
): Entry {
  const { requirement, offset = 0 } = readSpecifier(name, rest)
  const alias = installed === name ? undefined : installed
  return {
    name,
    requirement,
    at: at + name.length + 1 + offset,
    ...defined({ alias, direct: settlesFor && settlesFor.length > 0, settlesFor })
  }
}

/** The keys of the packages that each workspace requires: below its own name if there is one, else at the top. */
function* requiredBy(
  workspaces: TreeNode,
  packages: ReadonlyMap<string, Member>,
  sections: readonly string[]
): Generator<{ readonly path: string; readonly folder: string }> {
  for (const { key: folder, value } of effectiveMembers(workspaces)) {
    const own = textOf(value, 'name')?.value
    for (const { key } of sections.flatMap(section => members(child(value, section)))) {
      const below = `${own}/${key}`
      yield { path: packages.has(below) ? below : key, folder }
    }
  }
}

/** The last name of a key. A key is a path of names, each with or without a scope: `a/@scope/b`. */
function lastName(key: string): string {
  const slash = key.lastIndexOf('/')
  const before = slash < 1 ? -1 : key.lastIndexOf('/', slash - 1)
  return key.slice((slash > 0 && key[before + 1] === '@' ? before : slash) + 1)
}

/**
 * Which package requires which. A key is the path of an installed package, without `node_modules` between the names.
 */
function graph(text: string): Graph {
  const { root } = parseJson(text)
  const packages = new Map(members(child(root, 'packages')).map(member => [member.key, member]))
  const nested = Array.from(packages.values()).flatMap((member): NestedPackage[] => {
    const locked = lockedIn(member)
    if (!locked || OWN.test(locked.rest)) return []
    const { name, rest, folder, installed } = locked
    const { requirement } = readSpecifier(name, rest)
    const version = requirement.kind === 'none' ? '' : requirement.text
    return [{ folder, installed, name, version, needs: () => neededBy(member.value) }]
  })
  const workspaces = child(root, 'workspaces')
  const pathsIn = (sections: readonly string[]) =>
    workspaces && Array.from(requiredBy(workspaces, packages, sections), ({ path }) => path)
  const required = defined({ roots: pathsIn(FOR_RUNTIME), developmentRoots: pathsIn(FOR_DEVELOPMENT) })
  return nestedGraph(nested, required, foldersAbove)
}

function factsOf(value: TreeNode): TreeNode | undefined {
  return items(value).find(item => item.kind === 'map')
}

/** The names that a package requires, from the object in its list. */
function neededBy(value: TreeNode): Iterable<string> {
  const facts = factsOf(value)
  const optionalPeers = items(child(facts, 'optionalPeers')).flatMap(item => (item.kind === 'text' ? [item.value] : []))
  return requiredNames(facts, new Set(optionalPeers))
}

/**
 * The folders in which the package of a key finds others, its own first: `a/b/`, `a/` and the outermost, `` (empty).
 */
function foldersAbove(key: string): string[] {
  const folders: string[] = []
  let path = key
  while (path !== '' && folders.length < MOST_LEVELS) {
    folders.push(`${path}/`)
    path = path.slice(0, Math.max(0, path.length - lastName(path).length - 1))
  }
  folders.push('')
  return folders
}
