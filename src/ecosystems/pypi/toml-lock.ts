/** Parts that `poetry.lock`, `pdm.lock` and `pylock.toml` share: a version, then a list of packages in TOML. */

import { parseToml } from '../../syntax/toml.ts'
import { child, items, members, type TextNode, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, GraphPackage } from '../file-format.ts'
import { gapFor, type KnownVersions, requireKnownVersion } from '../gap.ts'
import { isArchive } from './requirement.ts'

/** The folder of the lockfile. */
const ITSELF = /^\.?\/?$/

/** The layout of one lockfile format, and the reader of its packages. */
export interface TomlLock {
  readonly versions: KnownVersions
  /** The keys that lead to the version of the file. */
  readonly versionAt: readonly string[]
  /** The key of the list of packages. */
  readonly list: string
  /** Reads one package; undefined for one that is not reported. */
  readonly entry: (node: TreeNode) => Entry | undefined
  /** The folder or archive of a package that comes from the disk. */
  readonly path: (node: TreeNode) => TextNode | undefined
  /** Reads what else is known of a package. */
  readonly others?: (node: TreeNode) => Iterable<Entry>
}

/** Reads the packages of a lockfile. A file without a version is read as well. */
export function* readTomlLock(
  text: string,
  { versions, versionAt, list, entry, path, others }: TomlLock
): Generator<Entry> {
  const { root, fault } = parseToml(text)
  const version = child(root, ...versionAt)
  if (version) requireKnownVersion(version, versions)
  for (const member of members(root)) {
    if (member.key !== list) continue
    if (member.value.kind !== 'list') yield gapFor(member, 'expected a list of packages')
    for (const node of items(member.value)) {
      yield* folderMember(path(node))
      const found = entry(node)
      // The last package of a file that is cut off is incomplete: the fault covers it.
      if (found && !(fault && isIncomplete(found))) yield found
      if (others) yield* others(node)
    }
  }
  if (fault) throw fault
}

/** The member that a package from a folder is. An archive and the project itself are none. */
export function* folderMember(path: TextNode | undefined, isOfWorkspace = false): Generator<Entry> {
  if (!path || ITSELF.test(path.value) || isArchive(path.value)) return
  yield { member: path.value, at: path.at, ...(isOfWorkspace ? {} : { apart: true }) }
}

/** Whether an entry lacks the text of a version or source. */
export function isIncomplete(entry: Entry): boolean {
  return 'gap' in entry || ('name' in entry && entry.requirement.kind === 'none')
}

/** The packages of a lockfile, from all of its lists with this key. */
export function packagesIn(root: TreeNode, list: string): readonly TreeNode[] {
  return members(root).flatMap(({ key, value }) => (key === list ? items(value) : []))
}

/** Name and version of a locked package, each empty if the file has none. */
export function nameAndVersion(node: TreeNode): GraphPackage {
  return { name: textOf(node, 'name')?.value ?? '', version: textOf(node, 'version')?.value ?? '' }
}
