/**
 * `libs.versions.toml`: Gradle's catalog of the libraries that build scripts name by alias.
 * Specification: https://docs.gradle.org/current/userguide/version_catalogs.html. Deliberately ignored: `[plugins]`,
 * which are not libraries, and the versions that `reject` and `rejectAll` exclude.
 */

import { defined } from '../../collections.ts'
import { folderName } from '../../paths.ts'
import { parseToml } from '../../syntax/toml.ts'
import { child, items, members, type TextNode, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { withoutRepeats } from '../repeats.ts'
import { buildGradle, buildGradleKts, buildSrc } from './build-gradle.ts'
import { catalogVersionName, normalizedAlias } from './gradle-reference.ts'
import { requirementOf, type Stated } from './requirement.ts'

/** A library as the catalog defines it; `artifact` is the offset of the artifact in its name. */
interface Library {
  readonly name: string
  readonly artifact: number
  readonly version?: Version
}

interface Version extends Stated {
  /** Where the library refers to it, if it is defined in `[versions]`. */
  readonly usedAt?: number
}

const COORDINATES = /^(?<group>[^:\s]+):(?<artifact>[^:\s]+)(?::(?<version>.*))?$/
const CATALOG_FOLDER = /(?:^|\/)gradle$/

export const versionCatalog: FileFormat = {
  name: 'libs.versions.toml',
  role: { kind: 'manifest', pinsVersions: true },
  specification: 'https://docs.gradle.org/current/userguide/version_catalogs.html',
  names: { endings: ['.versions.toml'] },
  read: text => withoutRepeats(read(text)),
  folder: path => folderName(path).replace(CATALOG_FOLDER, ''),
  prescreen: { always: /versions/ },
  definitions: { for: [buildGradle, buildGradleKts, buildSrc], reach: 'below' },
  upgrade: (name, version, { usedAt }) => [
    usedAt === undefined
      ? { edit: 'in this file', text: `{ module = "${name}", version = "${version}" }` }
      : { edit: 'set the version on this line to', text: `"${version}"` }
  ]
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseToml(text)
  const versions = new Map<string, TreeNode>()
  for (const { key, value } of members(child(root, 'versions'))) versions.set(normalizedAlias(key), value)
  for (const [alias, node] of versions) {
    const version = literalOf(node)
    if (version) yield { defines: catalogVersionName(alias), ...requirementOf(version) }
  }
  const bundles = bundlesIn(root)
  for (const member of members(child(root, 'libraries'))) {
    const library = libraryOf(member.value, versions)
    if (!library) {
      yield gapFor(member, 'expected "group:artifact:version", or a module, or a group and a name')
      continue
    }
    const { name, artifact, version } = library
    const alias = normalizedAlias(member.key)
    const accessors = [alias, ...(bundles.get(alias) ?? [])]
    if (!version) yield { name, requirement: { kind: 'none' }, at: artifact, accessors }
    else yield { name, ...requirementOf(version), accessors, ...defined({ usedAt: version.usedAt }) }
  }
  if (fault) throw fault
}

/** The accessors of the bundles that have a library, by its alias. */
function bundlesIn(root: TreeNode): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { key, value } of members(child(root, 'bundles'))) {
    for (const node of items(value)) {
      const alias = node.kind === 'text' ? normalizedAlias(node.value) : undefined
      if (alias !== undefined) found.set(alias, [...(found.get(alias) ?? []), `bundles.${normalizedAlias(key)}`])
    }
  }
  return found
}

function libraryOf(node: TreeNode, versions: ReadonlyMap<string, TreeNode>): Library | undefined {
  if (node.kind === 'text') return inNotation(node)
  const named = nameIn(node)
  if (!named || named.version) return undefined
  return defined({ ...named, version: versionOf(child(node, 'version'), versions) })
}

/** The name in `group` and `name`, or in `module`. */
function nameIn(node: TreeNode): Library | undefined {
  const [group, artifact] = [textOf(node, 'group'), textOf(node, 'name')]
  if (group && artifact) return { name: `${group.value}:${artifact.value}`, artifact: artifact.at }
  const module = textOf(node, 'module')
  return module && inNotation(module)
}

/** `group:artifact`, with or without `:version`. */
function inNotation({ value, at }: TextNode): Library | undefined {
  const { group, artifact, version } = COORDINATES.exec(value)?.groups ?? {}
  if (group === undefined || artifact === undefined) return undefined
  const name = `${group}:${artifact}`
  const stated = version ? { value: version, at: at + name.length + 1 } : undefined
  return defined({ name, artifact: at + group.length + 1, version: stated })
}

/** A version: a text, a table of `strictly`, `require` and `prefer`, or a reference to `[versions]`. */
function versionOf(node: TreeNode | undefined, versions: ReadonlyMap<string, TreeNode>): Version | undefined {
  const ref = textOf(node, 'ref')
  if (!ref) return literalOf(node)
  const target = versions.get(normalizedAlias(ref.value))
  // A reference to nothing is a placeholder: its own text, which is not a version.
  if (!target) return { value: ref.value, at: ref.at }
  const carrier = literalOf(target)
  return carrier && { ...carrier, usedAt: ref.at }
}

/** https://docs.gradle.org/current/userguide/dependency_versions.html#sec:rich-version-constraints */
function literalOf(node: TreeNode | undefined): Stated | undefined {
  const literal =
    node?.kind === 'text' ? node : (textOf(node, 'strictly') ?? textOf(node, 'require') ?? textOf(node, 'prefer'))
  return literal?.value ? { value: literal.value, at: literal.at } : undefined
}
