/**
 * `Cargo.toml`: what a Rust package asks for, what a workspace lends to its members, and what replaces a crate.
 * Specification: https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html and, for `[patch]` and `[replace]`,
 * https://doc.rust-lang.org/cargo/reference/overriding-dependencies.html. Leaves out on purpose: the package's own name,
 * features, which only repeat names, and patches in Cargo's configuration. A dependency that is a folder and nothing else
 * is the project's own code: its manifest is read in.
 */

import { parseToml } from '../../syntax/toml.ts'
import { child, type Member, members, type TextNode, type TreeNode, textOf, words } from '../../syntax/tree.ts'
import type { Entry, FileFormat, PackageEntry } from '../file-format.ts'
import { entryAt } from '../gap.ts'
import { sourceAt } from './source.ts'
import { manifestUpgrade } from './upgrade.ts'

/** Where a package comes from and which version of it: what an entry says beyond the name. */
type Located = Pick<PackageEntry, 'requirement' | 'at'>

/** The tables of packages that somebody asks for, with the spellings from before 2024. */
const SECTIONS = new Set([
  'dependencies',
  'dev-dependencies',
  'dev_dependencies',
  'build-dependencies',
  'build_dependencies'
])
const REGISTRY = 'crates-io'
/** The address of that registry, which `[patch]` may use in place of its name. */
const REGISTRY_ADDRESS = /\/crates\.io-index\/?$/
// `=1.2.3` is one version; `=1.2` and a bare `1.2.3` are several.
const EXACT = /^= *(?<version>\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?)$/
// What templates put where a version should stand.
const PLACEHOLDER = /\{\{|\$\{|^@[^@]*@$|^%[^%]*%$|^<[^>\d][^>]*>$/
/** The name in a key of `[replace]`: `kube:0.87.1`, or behind the `#` or the last `/` of an address. */
const REPLACED = /^(?:.*[#/])?(?<name>[^#/:@]+)(?:[:@][^#/:@]*)?$/s
const LAST_SLASHES = /[\\/]{1,100}$/

export const cargoToml: FileFormat = {
  name: 'Cargo.toml',
  // A member of a workspace says `workspace = true`, and the manifest above it says which version.
  role: {
    kind: 'manifest',
    get settles() {
      return [cargoToml]
    }
  },
  specification: 'https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html',
  names: { exact: ['Cargo.toml'] },
  read,
  upgrade: manifestUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseToml(text)
  const patches = patchesOf(root)
  const lent = values(root, 'workspace').flatMap(workspace => values(workspace, 'dependencies'))
  const lentNames = new Set(lent.flatMap(members).map(({ key }) => key))
  /** What the package itself takes from the workspace of the same file: told once, where the version stands. */
  const taken = new Set<string>()

  for (const holder of [
    root,
    ...values(root, 'target')
      .flatMap(members)
      .map(({ value }) => value)
  ]) {
    for (const { key, keyAt, value } of members(holder)) {
      if (!SECTIONS.has(key)) continue
      if (value.kind !== 'map') yield gapAt(keyAt, 'expected a table of packages', value)
      for (const member of members(value)) {
        if (inherits(member.value) && lentNames.has(member.key)) taken.add(member.key)
        else yield* dependency(member, true)
      }
    }
  }
  for (const table of lent) for (const member of members(table)) yield* dependency(member, taken.has(member.key))
  for (const { member, used } of [...patches.values()].flat()) if (!used) yield* replacement(member, nameOf(member))
  for (const member of values(root, 'replace').flatMap(members)) {
    const name = REPLACED.exec(member.key)?.groups?.['name'] ?? member.key
    yield* replacement(member, { value: name })
  }
  if (fault) throw fault

  function* dependency(member: Member, direct: boolean): Generator<Entry> {
    const name = nameOf(member)
    const common = {
      name: name.value,
      ...(name.value === member.key ? {} : { alias: member.key }),
      ...(direct ? { direct } : {})
    }
    const found = inherits(member.value) ? { requirement: { kind: 'none' as const }, at: name.at } : locate(member)
    const path = textOf(member.value, 'path')
    if ('gap' in found) yield found
    // Where the file breaks off, its last table lacks something: the fault says so.
    else if (found.requirement.kind === 'none' && !inherits(member.value) && fault) return
    else if (found.requirement.kind === 'source' && path?.at === found.at) {
      yield { include: `${path.value.replaceAll('\\', '/').replace(LAST_SLASHES, '')}/Cargo.toml`, at: path.at }
    } else {
      const instead = patches.get(patchKey(originOf(member.value), name.value)) ?? []
      for (const patch of instead) {
        patch.used = true
        const located = locate(patch.member)
        yield 'gap' in located ? located : entryAt(text, { ...common, ...located, usedAt: found.at })
      }
      if (instead.length === 0) yield entryAt(text, { ...common, ...found })
    }
  }

  function* replacement(member: Member, name: { readonly value: string }): Generator<Entry> {
    const found = locate(member)
    yield 'gap' in found ? found : entryAt(text, { name: name.value, ...found })
  }

  /** A version, a range or a source; a folder only where nothing else is given. */
  function locate(member: Member): Located | Extract<Entry, { gap: string }> {
    const { value } = member
    if (value.kind !== 'text' && value.kind !== 'map')
      return gapAt(member.keyAt, 'expected a version or a table', value, member)
    const git = textOf(value, 'git')
    if (git) {
      const [revision, branch] = [textOf(value, 'rev') ?? textOf(value, 'tag'), textOf(value, 'branch')]
      return sourceAt(revision ?? branch ?? git, { url: git.value, revision: revision?.value, branch: branch?.value })
    }
    const version = value.kind === 'text' ? value : child(value, 'version')
    if (version) {
      const written = version.kind === 'text' ? versionIn(version) : undefined
      return written ?? gapAt(version.at, 'expected a version requirement', value, member)
    }
    const path = textOf(value, 'path')
    if (path) return sourceAt(path)
    return { requirement: { kind: 'none' }, at: nameOf(member).at }
  }
}

/** A patch of a crate, and whether a dependency of the same file is what it replaces. */
interface Patch {
  readonly member: Member
  used: boolean
}

/** The patches by the origin and the name of the crate that they replace. */
function patchesOf(root: TreeNode): ReadonlyMap<string, readonly Patch[]> {
  const patches = new Map<string, Patch[]>()
  for (const { key, value } of values(root, 'patch').flatMap(members)) {
    const origin = REGISTRY_ADDRESS.test(key) ? REGISTRY : key
    for (const member of members(value)) {
      const at = patchKey(origin, nameOf(member).value)
      const others = patches.get(at)
      if (others) others.push({ member, used: false })
      else patches.set(at, [{ member, used: false }])
    }
  }
  return patches
}

function patchKey(origin: string, name: string): string {
  return JSON.stringify([origin, name])
}

/** What a patch names to replace this dependency: its git address, its registry, or the usual registry. */
function originOf(node: TreeNode): string {
  return (textOf(node, 'git') ?? textOf(node, 'registry'))?.value ?? REGISTRY
}

/** The package that is meant: `package` where the key is a name of the project's own. */
function nameOf({ key, keyAt, value }: Member): { readonly value: string; readonly at: number } {
  return textOf(value, 'package') ?? { value: key, at: keyAt }
}

function inherits(node: TreeNode): boolean {
  const workspace = child(node, 'workspace')
  return workspace?.kind === 'scalar' && workspace.text === 'true'
}

/** Undefined for an empty text, which Cargo refuses. */
function versionIn({ value, at }: TextNode): Located | undefined {
  const text = value.trim()
  if (text === '') return undefined
  const offset = at + value.indexOf(text)
  const exact = EXACT.exec(text)?.groups?.['version']
  if (exact !== undefined)
    return { requirement: { kind: 'version', text: exact }, at: offset + text.length - exact.length }
  return { requirement: { kind: PLACEHOLDER.test(text) ? 'version' : 'range', text }, at: offset }
}

/** Every value of a key: one that is there twice is a mistake, but none to hide a client behind. */
function values(node: TreeNode, key: string): readonly TreeNode[] {
  return members(node).flatMap(member => (member.key === key ? [member.value] : []))
}

function gapAt(at: number, gap: string, node: TreeNode, member?: Member): Extract<Entry, { gap: string }> {
  return { gap, text: member ? `${member.key} ${words(node)}` : words(node), at }
}
