/**
 * `Cargo.lock`: what Cargo resolved for a package or a workspace.
 * Specification: https://doc.rust-lang.org/cargo/guide/cargo-toml-vs-cargo-lock.html, and the code that writes it,
 * https://github.com/rust-lang/cargo/blob/master/src/cargo/core/resolver/encode.rs. Leaves out on purpose: packages
 * without a `source`, which are folders of the project; checksums; `[[patch.unused]]`, which nothing uses.
 */

import { parseToml } from '../../syntax/toml.ts'
import { child, items, members, type TextNode, type TreeNode, textOf, words } from '../../syntax/tree.ts'
import type { Entry, FileFormat, Graph, PackageKey } from '../file-format.ts'
import { entryAt, type KnownVersions, requireKnownVersion } from '../gap.ts'
import { cargoToml } from './cargo-toml.ts'
import { sourceAt } from './source.ts'
import { lockUpgrade } from './upgrade.ts'

/** Files in versions 1 and 2 do not write their number, and Cargo refuses a file that does. */
const VERSIONS: KnownVersions = {
  name: 'Cargo.lock version',
  kind: 'scalar',
  pattern: /^[34]$/,
  known: '; 3, 4 and those before it are'
}
const REGISTRY = /^(?:registry|sparse|local-registry|directory)\+/
// git+ADDRESS, then `?branch=`, `?tag=` or `?rev=`, then `#` and the commit.
const GIT = /^git\+(?<url>[^?#]*)(?:\?(?<query>[^#]*))?(?:#(?<revision>.*))?$/s
const BRANCH = /(?:^|&)branch=(?<branch>[^&]*)/
// `kube`, `kube 0.87.1` where the name alone is ambiguous, `kube 0.87.1 (SOURCE)` where the version is; version 1 always
// writes the last form.
const REFERENCE = /^(?<name>[^ ]+)(?: (?<version>[^ ]+)(?: \((?<source>.*)\))?)?$/s

export const cargoLock: FileFormat = {
  name: 'Cargo.lock',
  role: { kind: 'lockfile', locks: [cargoToml], chain: { graph } },
  specification: 'https://doc.rust-lang.org/cargo/guide/cargo-toml-vs-cargo-lock.html',
  versions: '1, 2, 3, 4',
  names: { exact: ['Cargo.lock'] },
  read,
  upgrade: lockUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseToml(text)
  const version = child(root, 'version')
  if (version) requireKnownVersion(version, VERSIONS)
  const packages = packagesOf(root)
  const roots = rootsOf(root, packages)
  const asked = new Set(roots.flatMap(dependenciesOf))

  for (const node of packages) {
    const source = child(node, 'source')
    // A package that `[replace]` replaces is not used; what is used instead stands beside it, unless it is a folder.
    const replacement = textOf(node, 'replace')
    if (!source || replacement?.value.endsWith(')')) continue
    const found = entry(node, source, replacement)
    // Where the file breaks off, its last package lacks something: the fault says so.
    if (!('gap' in found && fault)) yield found
  }
  if (fault) throw fault

  function entry(node: TreeNode, source: TreeNode, replacement: TextNode | undefined): Entry {
    const [name, version] = [textOf(node, 'name'), textOf(node, 'version')]
    const gap = { gap: 'expected a package with name, version and source', text: words(node), at: node.at }
    if (!name || !version || source.kind !== 'text') return gap
    const written = referencesTo(name.value, version.value, source.value)
    // Of a file that breaks off nobody knows what else was asked for.
    const direct = roots.length === 0 || fault ? {} : { direct: written.some(reference => asked.has(reference)) }
    const common = { name: name.value, ...direct }
    if (replacement) return entryAt(text, { ...common, ...sourceAt(replacement) })
    if (!REGISTRY.test(source.value)) return entryAt(text, { ...common, ...sourceOf(source) })
    return entryAt(text, { ...common, requirement: { kind: 'version', text: version.value }, at: version.at })
  }
}

/** Which package needs which, from what the project's own packages need. */
function graph(text: string): Graph {
  const { root } = parseToml(text)
  const nodes = packagesOf(root)
  const roots = rootsOf(root, nodes)
  const byReference = new Map<string, PackageKey>()
  const packages = new Map<PackageKey, { name: string; version: string }>()
  for (const [key, node] of nodes.entries()) {
    const [name, version, source] = [textOf(node, 'name'), textOf(node, 'version'), textOf(node, 'source')]
    if (!name || !version || !source) continue
    packages.set(key, { name: name.value, version: version.value })
    for (const reference of referencesTo(name.value, version.value, source.value)) byReference.set(reference, key)
  }
  return {
    packages,
    ...(roots.length === 0 ? {} : { roots: roots.flatMap(keysOf) }),
    needsOf: key => keysOf(nodes[Number(key)])
  }

  function keysOf(node: TreeNode | undefined): PackageKey[] {
    return node ? dependenciesOf(node).flatMap(reference => byReference.get(reference) ?? []) : []
  }
}

function packagesOf(root: TreeNode): readonly TreeNode[] {
  return members(root).flatMap(({ key, value }) => (key === 'package' ? items(value) : []))
}

/** The packages of the project, which have no source. The project itself stood apart before 2017. */
function rootsOf(root: TreeNode, packages: readonly TreeNode[]): readonly TreeNode[] {
  return [child(root, 'root'), ...packages.filter(node => !child(node, 'source'))].filter(node => node !== undefined)
}

/** Every form in which another package may name this one. */
function referencesTo(name: string, version: string, source: string): readonly string[] {
  return [name, `${name} ${version}`, referenceOf(name, version, source)]
}

/** What a package asks for, each as the file writes it, the commit of a git address left out. */
function dependenciesOf(node: TreeNode): string[] {
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

/** A git address with its commit, or whatever else is no registry. */
function sourceOf(source: TextNode): ReturnType<typeof sourceAt> {
  const { url, query = '', revision = '' } = GIT.exec(source.value)?.groups ?? {}
  if (url === undefined) return sourceAt(source)
  const branch = BRANCH.exec(query)?.groups?.['branch']
  const text = revision === '' ? source : { value: revision, at: source.at + source.value.length - revision.length }
  return sourceAt(text, { url, branch, ...(revision === '' ? {} : { revision }) })
}
