/**
 * `deno.lock`: what Deno chose for `npm:` and `jsr:` specifiers, and the modules of deno.land/x that it fetched.
 * Specification: https://github.com/denoland/deno_lockfile/tree/main/schema, https://docs.deno.com/runtime/fundamentals/modules/#integrity-checking-and-lock-files.
 * Leaves out on purpose: other addresses, and what only repeats the manifests (`workspace`).
 */

import { parseJson } from '../../syntax/json.ts'
import { child, items, type Member, members, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat, Graph } from '../file-format.ts'
import { gapFor, type KnownVersions, requireKnownVersion } from '../gap.ts'
import { graphOf } from '../graph.ts'
import { denoJson, importMap } from './deno-json.ts'
import { denoModule } from './deno-module.ts'
import { effectiveMembers } from './element.ts'
import { packageJson } from './package-json.ts'
import { isExact, readSpecifier, splitPackage } from './specifier.ts'
import { denoUpgrade } from './upgrade.ts'

/** A package in the words of the lockfile, without the peers that it was resolved with. */
interface Locked {
  readonly name: string
  readonly version: string
  /** Where the version begins in the text. */
  readonly offset: number
}

const VERSIONS: KnownVersions = {
  name: 'lockfile version',
  kind: 'text',
  pattern: /^[3-5]$/,
  known: '3, 4 and 5 are'
}
/** The registries that have a list of their own. A package of JSR is told with its registry: npm may have its name too. */
const REGISTRIES = ['npm', 'jsr'] as const
type Registry = (typeof REGISTRIES)[number]
const NPM = 'npm:'
/** What stands between the name that a package gives another one and that one. */
const ALIAS = '@npm:'
/** What a package needs. Peers that it can do without, `optionalPeers`, bring nothing in. */
const NEEDS = ['dependencies', 'optionalDependencies'] as const
/** Lists of what a project asks for; `members` holds more of them by folder. */
const ASKED = [['dependencies'], ['packageJson', 'dependencies']] as const

export const denoLock: FileFormat = {
  name: 'deno.lock',
  role: { kind: 'lockfile', locks: [packageJson, denoJson, importMap], chain: { graph } },
  specification: 'https://github.com/denoland/deno_lockfile/tree/main/schema',
  versions: '3, 4, 5',
  names: { exact: ['deno.lock'] },
  read,
  upgrade: denoUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  if (root.kind !== 'map' && !fault) yield { gap: 'expected an object', text, at: root.at }
  const version = child(root, 'version')
  if (!version && fault) throw fault
  requireKnownVersion(version, VERSIONS, root.at)
  const lists = listsOf(root)
  const asked = askedFor(child(root, 'workspace'))
  const specified = new Set<string>()

  for (const member of effectiveMembers(child(lists, 'specifiers'))) {
    const { key, value } = member
    const registry = REGISTRIES.find(name => key.startsWith(`${name}:`))
    if (!registry) continue
    const { name = '' } = splitPackage(key.slice(registry.length + 1)) ?? {}
    const locked = value.kind === 'text' ? lockedBy(registry, name, value.value) : undefined
    if (value.kind !== 'text' || !locked) yield gapFor(member, 'expected the version of this package')
    else {
      specified.add(`${locked.name}@${locked.version}`)
      yield entryOf(locked, value.at, asked.has(key) ? true : undefined)
    }
  }
  for (const registry of REGISTRIES) {
    for (const member of effectiveMembers(child(lists, registry))) {
      const locked = lockedIn(registry, member.key)
      if (!locked) yield gapFor(member, 'expected a key such as "name@version"')
      // What a specifier leads to stands there already.
      else if (!specified.has(`${locked.name}@${locked.version}`)) yield entryOf(locked, member.keyAt, false)
    }
  }
  yield* modules(child(root, 'remote'))
  if (fault) throw fault
}

/** Every file of a module has an address of its own: the first one speaks for all. */
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

/** What holds `specifiers` and `npm`: in version 3 both stand one level further down. */
function listsOf(root: TreeNode): TreeNode | undefined {
  return textOf(root, 'version')?.value === '3' ? child(root, 'packages') : root
}

function entryOf({ name, version, offset }: Locked, at: number, direct: boolean | undefined): Entry {
  return {
    name,
    requirement: { kind: 'version', text: version },
    at: at + offset,
    ...(direct === undefined ? {} : { direct })
  }
}

/** The value of a specifier: `npm:name@version` in version 3, the version alone later. */
function lockedBy(registry: Registry, name: string, value: string): Locked | undefined {
  const prefix = `${registry}:`
  if (!value.startsWith(prefix)) return lockedAs(registry, name, value, 0)
  const locked = lockedIn(registry, value.slice(prefix.length))
  return locked && { ...locked, offset: locked.offset + prefix.length }
}

/** `name@version`, behind which peers may stand: `react-dom@18.3.1_react@18.3.1`. */
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

/** The specifiers that the project and its members write in their manifests; source code may import more of them. */
function askedFor(workspace: TreeNode | undefined): ReadonlySet<string> {
  const projects = [workspace, ...members(child(workspace, 'members')).map(({ value }: Member) => value)]
  const lists = projects.flatMap(project => ASKED.map(path => child(project, ...path)))
  return new Set(lists.flatMap(list => items(list).map(item => (item.kind === 'text' ? item.value : ''))))
}

/**
 * Which package needs which. A need is the key of a package, or its name alone where the file holds one version of it.
 * Whatever a specifier leads to is asked for by the project, unless only packages from JSR name the specifier.
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
  const asked = askedFor(child(root, 'workspace'))
  const ofOthers = new Set(members(child(lists, 'jsr')).flatMap(({ value }) => needsIn(child(value, 'dependencies'))))
  const roots = members(child(lists, 'specifiers')).flatMap(({ key, value }) => {
    if (!key.startsWith(NPM) || value.kind !== 'text') return []
    const { name = '' } = splitPackage(key.slice(NPM.length)) ?? {}
    if (!asked.has(key) && (ofOthers.has(key) || ofOthers.has(NPM + name))) return []
    return [value.value.startsWith(NPM) ? value.value.slice(NPM.length) : `${name}@${value.value}`]
  })
  return graphOf(packages, roots)
}

/** A list of texts, in version 3 an object. `alias@npm:name@version` names the package behind the alias. */
function needsIn(list: TreeNode | undefined): string[] {
  const texts = [...items(list), ...members(list).map(({ value }) => value)]
  return texts.flatMap(item => (item.kind === 'text' ? [item.value.slice(aliasEnd(item.value))] : []))
}

function aliasEnd(text: string): number {
  const at = text.indexOf(ALIAS, 1)
  return at < 0 ? 0 : at + ALIAS.length
}
