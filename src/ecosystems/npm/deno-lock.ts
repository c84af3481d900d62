/**
 * `deno.lock`: the packages that Deno resolved for `npm:` and `jsr:` specifiers, and the modules of deno.land/x that it
 * fetched.
 * Specification: https://github.com/denoland/deno_lockfile/tree/main/schema,
 * https://docs.deno.com/runtime/fundamentals/modules/#integrity-checking-and-lock-files.
 * Deliberately ignored: other addresses, and `workspace`, which only repeats the manifests.
 */

import { defined } from '../../collections.ts'
import { parseJson } from '../../syntax/json.ts'
import { child, items, type Member, members, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat, Graph } from '../file-format.ts'
import { gapFor, type KnownVersions, requireKnownVersion } from '../gap.ts'
import { graphOf } from '../graph.ts'
import { denoJson, importMap } from './deno-json.ts'
import { denoModule } from './deno-module.ts'
import { effectiveMembers } from './json-members.ts'
import { packageJson } from './package-json.ts'
import { isExact, readSpecifier, splitPackage } from './specifier.ts'
import { denoUpgrade, NPM_OVERRIDES } from './upgrade.ts'

/** A locked package, without the peers that it was resolved with. */
interface Locked {
  readonly name: string
  readonly version: string
  /** The offset of the version in the text that was read. */
  readonly offset: number
}

const VERSIONS: KnownVersions = {
  name: 'lockfile version',
  kind: 'text',
  pattern: /^[3-5]$/,
  known: '3, 4 and 5'
}
/**
 * The registries with a list of their own. The name of a JSR package keeps the registry: npm may have the same name.
 */
const REGISTRIES = ['npm', 'jsr'] as const
type Registry = (typeof REGISTRIES)[number]
const NPM = 'npm:'
/** Separates an alias from the package. */
const ALIAS = '@npm:'
/** The lists of packages that a package requires. An optional peer (`optionalPeers`) is not installed. */
const NEEDS = ['dependencies', 'optionalDependencies'] as const
/** The lists of specifiers that a project requires. `members` has the same lists for each folder. */
const REQUIRED = [['dependencies'], ['packageJson', 'dependencies']] as const

export const denoLock: FileFormat = {
  name: 'deno.lock',
  role: { kind: 'lockfile', locks: [packageJson, denoJson, importMap], chain: { graph } },
  specification: 'https://github.com/denoland/deno_lockfile/tree/main/schema',
  versions: '3, 4, 5',
  comments: 'none',
  names: { exact: ['deno.lock'] },
  read,
  renew: () => ['deno install'],
  overrides: NPM_OVERRIDES,
  upgrade: denoUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  if (root.kind !== 'map' && !fault) yield { gap: 'expected an object', text, at: root.at }
  const version = child(root, 'version')
  if (!version && fault) throw fault
  requireKnownVersion(version, VERSIONS, root.at)
  const lists = listsOf(root)
  const required = requiredIn(child(root, 'workspace'))
  const specified = new Set<string>()
  for (const { key, keyAt } of members(child(root, 'workspace', 'members'))) yield { member: key, at: keyAt }

  for (const member of effectiveMembers(child(lists, 'specifiers'))) {
    const registry = REGISTRIES.find(name => member.key.startsWith(`${name}:`))
    if (!registry) continue
    const locked = lockedBy(registry, member)
    if (locked) {
      specified.add(`${locked.name}@${locked.version}`)
      yield entryOf(locked, member.value.at, required.has(member.key) ? true : undefined)
    } else yield gapFor(member, 'expected a version')
  }
  for (const { member, locked } of listed(lists)) {
    if (!locked) yield gapFor(member, 'expected a key such as "name@version"')
    // The package of a specifier is an entry already.
    else if (!specified.has(`${locked.name}@${locked.version}`)) yield entryOf(locked, member.keyAt, false)
  }
  yield* modules(child(root, 'remote'))
  if (fault) throw fault
}

/** The packages of all registries, in their lists. */
function* listed(lists: TreeNode | undefined): Generator<{ member: Member; locked: Locked | undefined }> {
  for (const registry of REGISTRIES) {
    for (const member of effectiveMembers(child(lists, registry))) {
      yield { member, locked: lockedIn(registry, member.key) }
    }
  }
}

/** Every file of a module has an address of its own: the first one is reported. */
function* modules(remote: TreeNode | undefined): Generator<Entry> {
  const seen = new Set<string>()
  for (const { key, keyAt } of effectiveMembers(remote)) {
    const found = denoModule(key)
    if (!found || seen.has(`${found.name}@${found.range}`)) continue
    seen.add(`${found.name}@${found.range}`)
    const { requirement, offset } = readSpecifier(found.name, found.range)
    yield { name: found.name, requirement, at: keyAt + (offset === undefined ? found.nameAt : found.rangeAt + offset) }
  }
}

/** The node with the lists `specifiers` and `npm`: in version 3 both are one level further down. */
function listsOf(root: TreeNode): TreeNode | undefined {
  return textOf(root, 'version')?.value === '3' ? child(root, 'packages') : root
}

function entryOf({ name, version, offset }: Locked, at: number, direct: boolean | undefined): Entry {
  return { name, requirement: { kind: 'version', text: version }, at: at + offset, ...defined({ direct }) }
}

/** The package of a specifier. Its value is `npm:name@version` in version 3, later the version alone. */
function lockedBy(registry: Registry, { key, value }: Member): Locked | undefined {
  if (value.kind !== 'text') return undefined
  const prefix = `${registry}:`
  const { name = '' } = splitPackage(key.slice(prefix.length)) ?? {}
  if (!value.value.startsWith(prefix)) return lockedAs(registry, name, value.value, 0)
  const locked = lockedIn(registry, value.value.slice(prefix.length))
  return locked && { ...locked, offset: locked.offset + prefix.length }
}

/** `name@version`, with or without peers after it: `react-dom@18.3.1_react@18.3.1`. */
function lockedIn(registry: Registry, text: string): Locked | undefined {
  const { name = '', rest = '' } = splitPackage(text) ?? {}
  return lockedAs(registry, name, rest, name.length + 1)
}

function lockedAs(registry: Registry, name: string, text: string, offset: number): Locked | undefined {
  const peers = text.indexOf('_')
  const version = peers < 0 ? text : text.slice(0, peers)
  if (name === '' || !isExact(version)) return undefined
  return { name: registry === 'npm' ? name : `${registry}:${name}`, version, offset }
}

/** The specifiers in the manifests of the project and its members. Source code may import more. */
function requiredIn(workspace: TreeNode | undefined): ReadonlySet<string> {
  const projects = [workspace, ...members(child(workspace, 'members')).map(({ value }: Member) => value)]
  const lists = projects.flatMap(project => REQUIRED.map(path => child(project, ...path)))
  return new Set(lists.flatMap(list => items(list).map(item => (item.kind === 'text' ? item.value : ''))))
}

/**
 * Which package requires which. The text of a requirement is the key of a package, or its name alone if the file has
 * one version of it. The project requires the package of every specifier, except one that only packages of JSR contain.
 */
function graph(text: string): Graph {
  const { root } = parseJson(text)
  const lists = listsOf(root)
  const packages = members(child(lists, 'npm')).flatMap(({ key, value }) => {
    const locked = lockedIn('npm', key)
    if (!locked) return []
    const needs = NEEDS.flatMap(list => needsIn(child(value, list)))
    return [{ name: locked.name, version: locked.version, called: [key, locked.name], needs }]
  })
  const required = requiredIn(child(root, 'workspace'))
  const ofOthers = new Set(members(child(lists, 'jsr')).flatMap(({ value }) => needsIn(child(value, 'dependencies'))))
  const roots = members(child(lists, 'specifiers')).flatMap(({ key, value }) => {
    if (!key.startsWith(NPM) || value.kind !== 'text') return []
    const { name = '' } = splitPackage(key.slice(NPM.length)) ?? {}
    if (!required.has(key) && (ofOthers.has(key) || ofOthers.has(NPM + name))) return []
    return [value.value.startsWith(NPM) ? value.value.slice(NPM.length) : `${name}@${value.value}`]
  })
  return graphOf(packages, roots, { requiredAs: ({ name }) => [name] })
}

/** The texts of a list, which is an object in version 3. In `alias@npm:name@version` the package follows the alias. */
function needsIn(list: TreeNode | undefined): string[] {
  const texts = [...items(list), ...members(list).map(({ value }) => value)]
  return texts.flatMap(item => (item.kind === 'text' ? [item.value.slice(aliasEnd(item.value))] : []))
}

function aliasEnd(text: string): number {
  const at = text.indexOf(ALIAS, 1)
  return at < 0 ? 0 : at + ALIAS.length
}
