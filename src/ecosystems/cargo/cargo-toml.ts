/**
 * `Cargo.toml`: the crates that a Rust package requires, those of a workspace that its members inherit, and
 * replacements of crates.
 * Specification: https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html and, for `[patch]` and
 * `[replace]`, https://doc.rust-lang.org/cargo/reference/overriding-dependencies.html. Deliberately ignored:
 * features, which only repeat names; patches in Cargo's configuration. A dependency from a folder is a member; one that
 * is only a folder is the project's own code: its manifest is read in. What `[build-dependencies]` lists runs in
 * the build script, before the program, so it counts as for development.
 */

import { defined, groupBy } from '../../collections.ts'
import { parseToml } from '../../syntax/toml.ts'
import { child, type Member, members, type TextNode, type TreeNode, textOf, words } from '../../syntax/tree.ts'
import type { Entry, FileFormat, GapEntry, KnownScope, PlacedRequirement } from '../file-format.ts'
import { entryAt } from '../gap.ts'
import { withoutRepeats } from '../repeats.ts'
import { sourceAt } from './source.ts'
import { manifestUpgrade } from './upgrade.ts'

/** The tables of dependencies, with the spellings from before 2024, and their scopes. */
const SECTIONS: ReadonlyMap<string, KnownScope> = new Map([
  ['dependencies', 'runtime'],
  ['dev-dependencies', 'development'],
  ['dev_dependencies', 'development'],
  ['build-dependencies', 'development'],
  ['build_dependencies', 'development']
])
const REGISTRY = 'crates-io'
/** The address of the registry, which `[patch]` accepts in place of its name. */
const REGISTRY_ADDRESS = /\/crates\.io-index\/?$/
// `=1.2.3` is one version; `=1.2` and a bare `1.2.3` are several.
const EXACT = /^= *(?<version>\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?)$/
const UPWARDS = /(?:^|[\\/])\.\.(?:[\\/]|$)/
// The placeholder of a template in place of a version.
const PLACEHOLDER = /\{\{|\$\{|^@[^@]*@$|^%[^%]*%$|^<[^>\d][^>]*>$/
/**
 * The name in a key of `[replace]`: before the colon in `kube:0.87.1`, or after the `#` or the last `/` of an address.
 */
const REPLACED = /^(?:.*[#/])?(?<name>[^#/:@]+)(?:[:@][^#/:@]*)?$/s

export const cargoToml: FileFormat = {
  name: 'Cargo.toml',
  // A member of a workspace writes `workspace = true`, and the manifest above it has the version.
  role: {
    kind: 'manifest',
    get settles() {
      return [cargoToml]
    }
  },
  specification: 'https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html',
  names: { exact: ['Cargo.toml'] },
  ownName: /^\[package\][^[]*?^name[ \t]*=[ \t]*["'](?<name>[\w-]+)["']/m,
  // A patch is an entry once, however often its package is required.
  read: text => withoutRepeats(read(text)),
  prescreen: { members: /["'/\\]\.\.["'/\\]|\\[ux]/i },
  upgrade: manifestUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseToml(text)
  const own = textOf(root, 'package', 'name') ?? textOf(root, 'project', 'name')
  if (own) yield { module: own.value, imports: [], at: own.at }
  const workspaces = valuesAt(root, 'workspace', 'dependencies')
  const ofWorkspace = new Set(workspaces.flatMap(members).map(({ key }) => key))
  const requirer = textOf(root, 'package', 'name')?.value
  const manifest: Manifest = { text, patches: patchesOf(root), isCut: fault !== undefined, requirer }
  /** The packages that inherit from the workspace in the same file: an entry once, at the version. */
  const inherited = new Map<string, KnownScope>()

  for (const table of sectionsOf(root)) {
    const scope = SECTIONS.get(table.key)
    if (table.value.kind !== 'map') yield gapAt(table.keyAt, 'expected a table of packages', table.value)
    for (const member of members(table.value)) {
      yield* folderOf(member)
      if (!inherits(member.value) || !ofWorkspace.has(member.key)) yield* dependency(manifest, member, scope)
      else if (scope && inherited.get(member.key) !== 'runtime') inherited.set(member.key, scope)
    }
  }
  const shared: Manifest = { ...manifest, requirer: undefined }
  for (const member of workspaces.flatMap(members)) {
    yield* folderOf(member)
    yield* dependency(shared, member, inherited.get(member.key))
  }
  for (const { member, used } of Array.from(manifest.patches.values()).flat()) {
    if (!used) yield replacement(text, member, nameOf(member).value)
  }
  for (const member of valuesAt(root, 'replace').flatMap(members)) {
    yield replacement(text, member, REPLACED.exec(member.key)?.groups?.['name'] ?? member.key)
  }
  if (fault) throw fault
}

/** The parts of a file that all of its dependencies depend on. */
interface Manifest {
  readonly text: string
  readonly patches: ReadonlyMap<string, readonly Patch[]>
  /** The name of the package. */
  readonly requirer: string | undefined
  /** Whether the file is cut off. */
  readonly isCut: boolean
}

/** The tables of dependencies of the package, for all targets first and then for each of them. */
function sectionsOf(root: TreeNode): readonly Member[] {
  const targets = valuesAt(root, 'target')
    .flatMap(members)
    .map(({ value }) => value)
  return [root, ...targets].flatMap(members).filter(({ key }) => SECTIONS.has(key))
}

/**
 * The entries of a dependency: its patches in the same file, or the dependency itself. A folder is read in. Without a scope, the
 * package of the file does not require it.
 */
function* dependency(
  { text, patches, isCut, requirer }: Manifest,
  member: Member,
  scope: KnownScope | undefined
): Generator<Entry> {
  const { key, value } = member
  const name = nameOf(member)
  const isInherited = inherits(value)
  const found = isInherited ? { requirement: { kind: 'none' as const }, at: name.at } : locate(member)
  if ('gap' in found) {
    yield found
    return
  }
  const { requirement, at } = found
  // The last table of a file that is cut off is incomplete: the fault covers it.
  if (isCut && requirement.kind === 'none' && !isInherited) return
  const path = textOf(value, 'path')
  if (requirement.kind === 'source' && path?.at === at) {
    yield { include: `${slashed(path.value)}/Cargo.toml`, at }
    return
  }
  const alias = name.value === key ? undefined : key
  const common = { name: name.value, ...defined({ alias, direct: scope && true, scope, requirer }) }
  const instead = patches.get(patchKey(originOf(value), name.value)) ?? []
  for (const patch of instead) {
    patch.used = true
    const located = locate(patch.member)
    yield 'gap' in located ? located : entryAt(text, { ...common, ...located, usedAt: at })
  }
  if (instead.length === 0) yield entryAt(text, { ...common, ...found })
}

/** The folder that a dependency comes from. The lockfile names the packages in folders below; it does not say where others are. */
function* folderOf({ value }: Member): Generator<Entry> {
  const path = textOf(value, 'path')
  if (path && UPWARDS.test(path.value)) yield { member: slashed(path.value), apart: true, at: path.at }
}

/** A path with slashes, and none at its end. */
function slashed(path: string): string {
  const text = path.replaceAll('\\', '/')
  let end = text.length
  while (text[end - 1] === '/') end--
  return text.slice(0, end)
}

/** The entry of a patch or replacement that no dependency of the same file uses. */
function replacement(text: string, member: Member, name: string): Entry {
  const found = locate(member)
  return 'gap' in found ? found : entryAt(text, { name, ...found })
}

/** The version, range or source of a dependency. It is a folder only if it has none of the others. */
function locate(member: Member): PlacedRequirement | GapEntry {
  const { value } = member
  if (value.kind !== 'text' && value.kind !== 'map') {
    return gapAt(member.keyAt, 'expected a version or a table', value, member.key)
  }
  const version = value.kind === 'text' ? value : child(value, 'version')
  const git = gitSource(value)
  if (git) return git
  if (version) {
    const written = version.kind === 'text' ? versionIn(version) : undefined
    return written ?? gapAt(version.at, 'expected a version requirement', value, member.key)
  }
  const path = textOf(value, 'path')
  return path ? sourceAt(path) : { requirement: { kind: 'none' }, at: nameOf(member).at }
}

function gitSource(value: TreeNode): PlacedRequirement | undefined {
  const git = textOf(value, 'git')
  if (!git) return undefined
  const [revision, branch] = [textOf(value, 'rev') ?? textOf(value, 'tag'), textOf(value, 'branch')]
  return sourceAt(revision ?? branch ?? git, { url: git.value, revision: revision?.value, branch: branch?.value })
}

/** A patch of a crate. */
interface Patch {
  readonly member: Member
  /** The key of the crate that it replaces. */
  readonly replaces: string
  /** Whether a dependency of the same file is that crate. */
  used: boolean
}

/** The patches by the key of the crate that they replace. */
function patchesOf(root: TreeNode): ReadonlyMap<string, readonly Patch[]> {
  const patches = valuesAt(root, 'patch')
    .flatMap(members)
    .flatMap(({ key, value }) => {
      const origin = REGISTRY_ADDRESS.test(key) ? REGISTRY : key
      return members(value).map(
        (member): Patch => ({ member, replaces: patchKey(origin, nameOf(member).value), used: false })
      )
    })
  return groupBy(patches, ({ replaces }) => replaces)
}

function patchKey(origin: string, name: string): string {
  return JSON.stringify([origin, name])
}

/** The origin by which a patch identifies a dependency: its git address, its registry, or the default registry. */
function originOf(node: TreeNode): string {
  return (textOf(node, 'git') ?? textOf(node, 'registry'))?.value ?? REGISTRY
}

/** The name of the crate: `package` if the key is an alias. */
function nameOf({ key, keyAt, value }: Member): Pick<TextNode, 'value' | 'at'> {
  return textOf(value, 'package') ?? { value: key, at: keyAt }
}

function inherits(node: TreeNode): boolean {
  const workspace = child(node, 'workspace')
  return workspace?.kind === 'scalar' && workspace.text === 'true'
}

/** The requirement of a version as written; undefined for an empty text, which Cargo refuses. */
export function versionIn({ value, at }: TextNode): PlacedRequirement | undefined {
  const text = value.trim()
  if (text === '') return undefined
  const offset = at + value.indexOf(text)
  const exact = EXACT.exec(text)?.groups?.['version']
  if (exact !== undefined)
    return { requirement: { kind: 'version', text: exact }, at: offset + text.length - exact.length }
  return { requirement: { kind: PLACEHOLDER.test(text) ? 'version' : 'range', text }, at: offset }
}

/** Every value at a path of keys. A duplicate key is a mistake, but must not hide a client. */
function valuesAt(node: TreeNode, ...path: readonly string[]): readonly TreeNode[] {
  let nodes: readonly TreeNode[] = [node]
  for (const key of path) {
    nodes = nodes.flatMap(members).flatMap(member => (member.key === key ? [member.value] : []))
  }
  return nodes
}

/** A gap with all words of the node, and of its key if it is given. */
function gapAt(at: number, gap: string, node: TreeNode, key?: string): GapEntry {
  return { gap, text: key === undefined ? words(node) : `${key} ${words(node)}`, at }
}
