/**
 * `bun.lock`: what bun chose. JSON with trailing commas; a package is a list whose first item is its name and version.
 * Specification: https://bun.com/docs/pm/lockfile, and in code https://github.com/oven-sh/bun/blob/main/src/install/lockfile/bun.lock.zig.
 * Leaves out on purpose: the project's own workspaces, and what only repeats the manifests (`overrides`, `catalog`, `catalogs`).
 */

import { SyntaxFault } from '../../syntax/fault.ts'
import { parseJson } from '../../syntax/json.ts'
import { child, items, type Member, members, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat, Graph } from '../file-format.ts'
import { gapFor, type KnownVersions, requireKnownVersion } from '../gap.ts'
import { effectiveMembers, SECTIONS } from './element.ts'
import { type NestedPackage, nestedGraph } from './nested.ts'
import { packageJson } from './package-json.ts'
import { readSpecifier, splitPackage } from './specifier.ts'
import { bunUpgrade } from './upgrade.ts'

const VERSIONS: KnownVersions = {
  name: 'lockfileVersion',
  kind: 'scalar',
  pattern: /^[0-2]$/,
  known: '0, 1 and 2 are'
}
/** How many folders upwards a package is looked for; bun nests a handful. */
const MOST_LEVELS = 50
/** The project's own packages. */
const OWN = /^(?:workspace|root):/

export const bunLock: FileFormat = {
  name: 'bun.lock',
  role: { kind: 'lockfile', locks: [packageJson], chain: { graph } },
  specification: 'https://bun.com/docs/pm/lockfile',
  versions: 'lockfileVersion 0, 1, 2',
  names: { exact: ['bun.lock'] },
  read,
  upgrade: bunUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  if (root.kind !== 'map' && !fault) yield { gap: 'expected an object', text, at: root.at }
  const version = child(root, 'lockfileVersion')
  if (version) requireKnownVersion(version, VERSIONS)
  else if (!fault) throw new SyntaxFault('no lockfileVersion is given', root.at)
  const packages = new Map(members(child(root, 'packages')).map(member => [member.key, member]))
  const workspaces = child(root, 'workspaces')
  const asked = workspaces && askedPaths(workspaces, packages)
  for (const member of packages.values()) {
    const { key, value } = member
    const first = items(value)[0]
    const { name, rest } = splitPackage(first?.kind === 'text' ? first.value : '') ?? {}
    if (first?.kind !== 'text' || name === undefined || rest === undefined || rest === '') {
      // Where the file is cut off, the last list may have lost its first item.
      if (!fault || value.kind !== 'list' || first) {
        yield gapFor(member, 'expected a list that begins with "name@version"')
      }
      continue
    }
    if (OWN.test(rest)) continue
    const { requirement, offset = 0 } = readSpecifier(name, rest)
    const folder = lastName(key)
    yield {
      name,
      ...(folder === name ? {} : { alias: folder }),
      requirement,
      at: first.at + name.length + 1 + offset,
      ...(asked ? { direct: asked.has(key) } : {})
    }
  }
  if (fault) throw fault
}

/** The keys of the packages that a workspace asks for: below its own name where there is one, else at the top. */
function askedPaths(workspaces: TreeNode, packages: ReadonlyMap<string, Member>): ReadonlySet<string> {
  const asked = new Set<string>()
  for (const { value } of effectiveMembers(workspaces)) {
    const own = textOf(value, 'name')?.value
    for (const section of SECTIONS) {
      for (const { key } of members(child(value, section))) {
        const below = `${own}/${key}`
        asked.add(packages.has(below) ? below : key)
      }
    }
  }
  return asked
}

/** A key is a path of names, of which each may have a scope: `a/@scope/b`. */
function lastName(key: string): string {
  const slash = key.lastIndexOf('/')
  const before = slash < 1 ? -1 : key.lastIndexOf('/', slash - 1)
  return key.slice((slash > 0 && key[before + 1] === '@' ? before : slash) + 1)
}

/** Which package needs which. Keys are the paths at which packages are installed, without `node_modules` between them. */
function graph(text: string): Graph {
  const { root } = parseJson(text)
  const byKey = new Map(members(child(root, 'packages')).map(member => [member.key, member]))
  const nested: NestedPackage[] = []
  for (const { key, value } of byKey.values()) {
    const first = items(value)[0]
    const { name, rest } = splitPackage(first?.kind === 'text' ? first.value : '') ?? {}
    if (name === undefined || rest === undefined || OWN.test(rest)) continue
    const installed = lastName(key)
    const folder = key.slice(0, key.length - installed.length)
    const { requirement } = readSpecifier(name, rest)
    const version = requirement.kind === 'none' ? '' : requirement.text
    nested.push({ folder, installed, name, version, needs: () => neededBy(value) })
  }
  const workspaces = child(root, 'workspaces')
  return nestedGraph(nested, workspaces && askedPaths(workspaces, byKey), foldersAbove)
}

/** The names that a package needs, from the object in its list. A peer that it can do without brings nothing in. */
function* neededBy(value: TreeNode): Generator<string> {
  const facts = items(value).find(item => item.kind === 'map')
  const dispensable = new Set(
    items(child(facts, 'optionalPeers')).flatMap(item => (item.kind === 'text' ? [item.value] : []))
  )
  for (const { key } of members(child(facts, 'dependencies'))) yield key
  for (const { key } of members(child(facts, 'optionalDependencies'))) yield key
  for (const { key } of members(child(facts, 'peerDependencies'))) if (!dispensable.has(key)) yield key
}

/** The folders in which the package at a key finds what it needs, its own first: `a/b/`, `a/` and the outermost, ``. */
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
