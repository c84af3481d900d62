/**
 * `composer.lock`: the versions that Composer chose for the `composer.json` beside it.
 * Specification: none is published;
 * https://getcomposer.org/doc/01-basic-usage.md#commit-your-composer-lock-file-to-version-control, and the code that
 * writes it, https://github.com/composer/composer/blob/main/src/Composer/Package/Locker.php. Deliberately ignored: the
 * platform. The file does not mark direct packages.
 */

import { defined } from '../../collections.ts'
import type { SourceRequirement } from '../../model/dependency.ts'
import { parseJson } from '../../syntax/json.ts'
import { child, items, members, type TextNode, type TreeNode, textOf, words } from '../../syntax/tree.ts'
import type {
  Entry,
  FileFormat,
  GapEntry,
  Graph,
  KnownScope,
  PackageEntry,
  PackageKey,
  PlacedRequirement
} from '../file-format.ts'
import { entryAt } from '../gap.ts'
import { composerJson } from './composer-json.ts'
import { readBranch } from './constraint.ts'
import { lockUpgrade } from './upgrade.ts'

/** The lists of packages with their scopes. A package that both need is in the first one. */
const SECTIONS: ReadonlyMap<string, KnownScope> = new Map([
  ['packages', 'runtime'],
  ['packages-dev', 'development']
])

export const composerLock: FileFormat = {
  name: 'composer.lock',
  role: { kind: 'lockfile', locks: [composerJson], chain: { graph } },
  specification: 'https://getcomposer.org/doc/01-basic-usage.md',
  comments: 'none',
  names: { exact: ['composer.lock'] },
  read,
  renew: name => [`composer update ${name} --with-dependencies`],
  upgrade: lockUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  if (!fault && !child(root, 'packages')) yield { gap: 'expected "packages"', text: words(root), at: root.at }
  for (const { key, keyAt, value } of members(root)) {
    const scope = SECTIONS.get(key)
    if (!scope) continue
    // `null` if Composer locked without the packages for development.
    if (value.kind === 'map' || value.kind === 'text')
      yield { gap: 'expected a list of packages', text: words(value), at: keyAt }
    for (const node of items(value)) {
      const folder = folderOf(node)
      if (folder) yield { member: folder.value, apart: true, at: folder.at }
      const found = lockedPackage(text, node)
      // If the file breaks off, its last package is incomplete: the fault reports that.
      if ('name' in found) yield { ...found, scope }
      else if (!fault) yield found
    }
  }
  if (fault) throw fault
}

/** One package, also of `installed.json`. */
export function lockedPackage(text: string, node: TreeNode): PackageEntry | GapEntry {
  const [name, version] = [textOf(node, 'name'), textOf(node, 'version')]
  if (!name || !version) return { gap: 'expected a package with a name and a version', text: words(node), at: node.at }
  const branch = readBranch(version.value)
  // The version of a folder of the project does not matter.
  const folder = folderOf(node)
  if (folder) {
    return entryAt(text, { name: name.value, requirement: { kind: 'source', text: folder.value }, at: folder.at })
  }
  if (!branch) {
    return entryAt(text, { name: name.value, requirement: { kind: 'version', text: version.value }, at: version.at })
  }
  return entryAt(text, { name: name.value, ...locked(node, version, branch) })
}

/** The folder of a package that comes from the disk (https://getcomposer.org/doc/05-repositories.md#path). */
function folderOf(node: TreeNode): TextNode | undefined {
  return textOf(node, 'dist', 'type')?.value === 'path' ? textOf(node, 'dist', 'url') : undefined
}

/** A branch at the commit that was locked. */
function locked(node: TreeNode, version: TextNode, branch: SourceRequirement): PlacedRequirement {
  const commit = textOf(node, 'source', 'reference') ?? textOf(node, 'dist', 'reference')
  const url = textOf(node, 'source', 'url') ?? textOf(node, 'dist', 'url')
  const written = commit && commit.value !== '' ? commit : undefined
  return {
    requirement: {
      ...branch,
      text: (written ?? version).value,
      ...defined({ url: url?.value, revision: written?.value })
    },
    at: (written ?? version).at
  }
}

/** Which package needs which; a package can also be needed by a name that it provides or replaces. */
function graph(text: string): Graph {
  const { root } = parseJson(text)
  const nodes = members(root).flatMap(({ key, value }) => (SECTIONS.has(key) ? items(value) : []))
  const byName = new Map<string, PackageKey>()
  for (const section of ['provide', 'replace']) {
    for (const [key, node] of nodes.entries()) {
      for (const { key: name } of members(child(node, section))) byName.set(name.toLowerCase(), key)
    }
  }
  for (const [key, node] of nodes.entries()) byName.set(textOf(node, 'name')?.value.toLowerCase() ?? '', key)
  return {
    packages: new Map(
      nodes.map((node, key) => [
        key,
        { name: textOf(node, 'name')?.value ?? '', version: textOf(node, 'version')?.value ?? '' }
      ])
    ),
    needsOf: key =>
      members(child(nodes[Number(key)], 'require')).flatMap(need => byName.get(need.key.toLowerCase()) ?? [])
  }
}
