/**
 * `Cargo.lock`: the crates that Cargo resolved for a package or a workspace.
 * Specification: https://doc.rust-lang.org/cargo/guide/cargo-toml-vs-cargo-lock.html, and the code that writes it,
 * https://github.com/rust-lang/cargo/blob/master/src/cargo/core/resolver/encode.rs. Packages
 * without a `source` are folders of the project: its members, by name. Deliberately ignored: checksums; `[[patch.unused]]`, which nothing uses.
 */

import { defined, groupBy } from '../../collections.ts'
import { parseToml } from '../../syntax/toml.ts'
import { child, items, members, type TextNode, type TreeNode, textOf } from '../../syntax/tree.ts'
import type {
  Entry,
  FileFormat,
  GapEntry,
  Graph,
  GraphPackage,
  PackageEntry,
  PackageKey,
  PlacedRequirement
} from '../file-format.ts'
import { entryAt, gapFor, type KnownVersions, requireKnownVersion } from '../gap.ts'
import { cargoToml } from './cargo-toml.ts'
import { sourceAt } from './source.ts'
import { lockUpgrade } from './upgrade.ts'

/** Files in versions 1 and 2 do not write their number, and Cargo refuses a file that does. */
const VERSIONS: KnownVersions = {
  name: 'Cargo.lock version',
  kind: 'scalar',
  pattern: /^[34]$/,
  known: '3, 4 and files without a version'
}
const REGISTRY = /^(?:registry|sparse|local-registry|directory)\+/
// `git+` and the address, then `?branch=`, `?tag=` or `?rev=`, then `#` and the commit.
const GIT = /^git\+(?<url>[^?#]*)(?:\?(?<query>[^#]*))?(?:#(?<revision>.*))?$/s
const BRANCH = /(?:^|&)branch=(?<branch>[^&]*)/
// `kube`; `kube 0.87.1` if the name alone is ambiguous; `kube 0.87.1 (SOURCE)` if the version is as well. Version 1
// always writes the last form.
const REFERENCE = /^(?<name>[^ ]+)(?: (?<version>[^ ]+)(?: \((?<source>.*)\))?)?$/s

export const cargoLock: FileFormat = {
  name: 'Cargo.lock',
  role: { kind: 'lockfile', locks: [cargoToml], chain: { graph } },
  specification: 'https://doc.rust-lang.org/cargo/guide/cargo-toml-vs-cargo-lock.html',
  versions: '1, 2, 3, 4',
  names: { exact: ['Cargo.lock'] },
  read,
  // Leaves alone what the workspace does not require itself.
  renew: () => ['cargo update --workspace'],
  upgrade: lockUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseToml(text)
  const version = child(root, 'version')
  if (version) requireKnownVersion(version, VERSIONS)
  const packages = packagesOf(root)
  const roots = rootsOf(root, packages)
  const required = groupBy(roots.flatMap(requirementsOf), ({ reference }) => reference)
  for (const node of roots) {
    const name = textOf(node, 'name')
    if (name) yield { member: name.value, as: 'name', at: name.at }
  }
  // In a file that is cut off, requirements of the project may be missing.
  const requirersOf = (references: readonly string[]) =>
    roots.length === 0 || fault ? undefined : references.flatMap(reference => required.get(reference) ?? [])
  const own = new Set(roots.flatMap(node => textOf(node, 'name')?.value ?? []))
  for (const node of packages) yield* ownIn(node, own)

  for (const node of packages) {
    const source = child(node, 'source')
    // A package that `[replace]` replaces is not used. Its replacement is a package of the list, unless it is a folder.
    if (!source || textOf(node, 'replace')?.value.endsWith(')')) continue
    const locked = lockedPackage(node, source, requirersOf)
    const found = 'gap' in locked ? locked : entryAt(text, locked)
    // The last package of a file that is cut off is incomplete: the fault covers it.
    if (!('gap' in found && fault)) yield found
  }
  if (fault) throw fault
}

/** The names of packages in folders of the project: one may take the place of a crate, which the manifests state. */
function* ownIn(node: TreeNode, own: ReadonlySet<string>): Generator<Entry> {
  const name = child(node, 'source') ? undefined : textOf(node, 'name')
  for (const text of [name, ...items(child(node, 'dependencies'))]) {
    if (text?.kind !== 'text' || !own.has(text.value)) continue
    yield { ignored: 'a package in a folder of the project', at: text.at, end: text.at + text.value.length }
  }
}

/** What a package of the project requires. */
function requirementsOf(node: TreeNode): readonly { readonly reference: string; readonly requirer: string }[] {
  const requirer = textOf(node, 'name')?.value ?? ''
  return dependenciesOf(node).map(reference => ({ reference, requirer }))
}

/** One package. `requirersOf` returns what in the project requires a package with these references. */
function lockedPackage(
  node: TreeNode,
  source: TreeNode,
  requirersOf: (references: readonly string[]) => readonly { readonly requirer: string }[] | undefined
): PackageEntry | GapEntry {
  const [name, version] = [textOf(node, 'name'), textOf(node, 'version')]
  if (!name || !version || source.kind !== 'text')
    return gapFor(node, 'expected a package with a name, a version and a source')
  const requirers = requirersOf(referencesTo(name.value, version.value, source.value))
  const known = requirers && {
    direct: requirers.length > 0,
    settlesFor: requirers.map(({ requirer }) => ({ requirer }))
  }
  return { name: name.value, ...requirementOf(node, version, source), ...known }
}

function requirementOf(node: TreeNode, version: TextNode, source: TextNode): PlacedRequirement {
  const replacement = textOf(node, 'replace')
  if (replacement) return sourceAt(replacement)
  if (!REGISTRY.test(source.value)) return sourceOf(source)
  return { requirement: { kind: 'version', text: version.value }, at: version.at }
}

/** Which package requires which. The roots are the requirements of the project's own packages. */
function graph(text: string): Graph {
  const { root } = parseToml(text)
  const nodes = packagesOf(root)
  const roots = rootsOf(root, nodes)
  const byReference = new Map<string, PackageKey>()
  const packages = new Map<PackageKey, GraphPackage>()
  const byName = new Map<string, PackageKey[]>()
  for (const [key, node] of nodes.entries()) {
    const [name, version, source] = [textOf(node, 'name'), textOf(node, 'version'), textOf(node, 'source')]
    if (!name || !version || !source) continue
    packages.set(key, { name: name.value, version: version.value })
    const same = byName.get(name.value)
    if (same) same.push(key)
    else byName.set(name.value, [key])
    for (const reference of referencesTo(name.value, version.value, source.value)) byReference.set(reference, key)
  }
  return defined({
    packages,
    roots: roots.length === 0 ? undefined : roots.flatMap(keysOf),
    resolve: ({ name }: PackageEntry) => byName.get(name) ?? [],
    needsOf: (key: PackageKey) => keysOf(nodes[Number(key)])
  })

  function keysOf(node: TreeNode | undefined): PackageKey[] {
    return dependenciesOf(node).flatMap(reference => byReference.get(reference) ?? [])
  }
}

function packagesOf(root: TreeNode): readonly TreeNode[] {
  return members(root).flatMap(({ key, value }) => (key === 'package' ? items(value) : []))
}

/** The packages of the project, which have no source. Before 2017 the project itself was in a table of its own. */
function rootsOf(root: TreeNode, packages: readonly TreeNode[]): readonly TreeNode[] {
  return [child(root, 'root'), ...packages.filter(node => !child(node, 'source'))].filter(node => node !== undefined)
}

/** Every reference by which another package may require this one. */
function referencesTo(name: string, version: string, source: string): readonly string[] {
  return [name, `${name} ${version}`, referenceOf(name, version, source)]
}

/** The references in the requirements of a package, without the commits of git addresses. */
function dependenciesOf(node: TreeNode | undefined): string[] {
  return items(child(node, 'dependencies')).flatMap(item => {
    const { name, version, source } = (item.kind === 'text' && REFERENCE.exec(item.value)?.groups) || {}
    if (name === undefined) return []
    if (version === undefined) return [name]
    return [source === undefined ? `${name} ${version}` : referenceOf(name, version, source)]
  })
}

function referenceOf(name: string, version: string, source: string): string {
  const hash = source.indexOf('#')
  return `${name} ${version} (${hash < 0 ? source : source.slice(0, hash)})`
}

/** A git address with its commit, or any other source except a registry. */
function sourceOf(source: TextNode): PlacedRequirement {
  const { url, query = '', revision = '' } = GIT.exec(source.value)?.groups ?? {}
  if (url === undefined) return sourceAt(source)
  const branch = BRANCH.exec(query)?.groups?.['branch']
  if (revision === '') return sourceAt(source, { url, branch })
  return sourceAt({ value: revision, at: source.at + source.value.length - revision.length }, { url, branch, revision })
}
