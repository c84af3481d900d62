/**
 * `libs.versions.toml`: Gradle's catalog of the libraries that build scripts name by alias.
 * Specification: https://docs.gradle.org/current/userguide/version_catalogs.html. Leaves out on purpose: `[plugins]` and
 * `[bundles]`, which name no libraries of their own, and the versions that `reject` and `rejectAll` rule out.
 */

import { folderName } from '../../paths.ts'
import { parseToml } from '../../syntax/toml.ts'
import { child, members, type TextNode, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { requirementOf, type Stated, withoutRepeats } from './requirement.ts'

/** What a library says of itself; `artifact` is the offset of the artifact in its name. */
interface Library {
  readonly name: string
  readonly artifact: number
  readonly version?: Version
}

interface Version extends Stated {
  /** Where the library refers to it, when it stands in `[versions]`. */
  readonly usedAt?: number
}

const COORDINATES = /^(?<group>[^:\s]+):(?<artifact>[^:\s]+)(?::(?<version>.*))?$/
const SEPARATOR = /[-_]/g
const CATALOG_FOLDER = /(?:^|\/)gradle$/

export const versionCatalog: FileFormat = {
  name: 'libs.versions.toml',
  role: { kind: 'manifest', pinsVersions: true },
  specification: 'https://docs.gradle.org/current/userguide/version_catalogs.html',
  names: { endings: ['.versions.toml'] },
  read: text => withoutRepeats(read(text)),
  folder: path => folderName(path).replace(CATALOG_FOLDER, ''),
  upgrade: (name, version, { usedAt }) => [
    usedAt === undefined ? `{ module = "${name}", version = "${version}" }` : `the version on this line: "${version}"`
  ]
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseToml(text)
  const versions = new Map<string, TreeNode>()
  for (const { key, value } of members(child(root, 'versions'))) versions.set(normalized(key), value)
  for (const member of members(child(root, 'libraries'))) {
    const library = libraryOf(member.value, versions)
    if (!library) {
      yield gapFor(member, 'expected "group:artifact:version", or a module, or a group and a name')
      continue
    }
    const { name, artifact, version } = library
    if (!version) yield { name, requirement: { kind: 'none' }, at: artifact }
    else {
      const usedAt = version.usedAt === undefined ? {} : { usedAt: version.usedAt }
      yield { name, ...requirementOf(version), ...usedAt }
    }
  }
  if (fault) throw fault
}

function libraryOf(node: TreeNode, versions: ReadonlyMap<string, TreeNode>): Library | undefined {
  if (node.kind === 'text') return inNotation(node)
  const [group, artifact] = [textOf(node, 'group'), textOf(node, 'name')]
  const module = textOf(node, 'module')
  const named =
    group && artifact
      ? { name: `${group.value}:${artifact.value}`, artifact: artifact.at }
      : module && inNotation(module)
  if (!named || named.version) return undefined
  const version = versionOf(child(node, 'version'), versions)
  return version ? { ...named, version } : named
}

/** `group:artifact`, with or without `:version`. */
function inNotation({ value, at }: TextNode): Library | undefined {
  const { group, artifact, version } = COORDINATES.exec(value)?.groups ?? {}
  if (group === undefined || artifact === undefined) return undefined
  const artifactAt = at + group.length + 1
  const named = { name: `${group}:${artifact}`, artifact: artifactAt }
  return version ? { ...named, version: { value: version, at: artifactAt + artifact.length + 1 } } : named
}

/** A version as written, in a table of `strictly`, `require` and `prefer`, or by reference to `[versions]`. */
function versionOf(node: TreeNode | undefined, versions: ReadonlyMap<string, TreeNode>): Version | undefined {
  const ref = textOf(node, 'ref')
  if (!ref) return literalOf(node)
  const target = versions.get(normalized(ref.value))
  // A reference to nothing is a placeholder: its own text, which is no version.
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

/** Gradle takes `-`, `_` and `.` in aliases for the same. */
function normalized(alias: string): string {
  return alias.replace(SEPARATOR, '.')
}
