/**
 * `pubspec.yaml` and `pubspec_overrides.yaml`: the requirements of a Dart package.
 * Specification: https://dart.dev/tools/pub/pubspec and https://dart.dev/tools/pub/dependencies. Deliberately ignored: packages of an
 * SDK, which come with it; `environment`; the addresses of other registries.
 */

import { sourceRequirement } from '../../model/dependency.ts'
import { child, items, type Member, members, type TreeNode, textOrScalar } from '../../syntax/tree.ts'
import type { Entry, FileFormat, KnownScope, PackageEntry, PlacedRequirement } from '../file-format.ts'
import { entryAt, gapFor } from '../gap.ts'
import { manifestUpgrade } from './upgrade.ts'

/** The sections, and the scope of what they require; overrides require nothing by themselves. */
const SECTIONS: ReadonlyMap<string, KnownScope | undefined> = new Map([
  ['dependencies', 'runtime'],
  ['dev_dependencies', 'development'],
  ['dependency_overrides', undefined]
])
const VERSION = /^\d+\.\d+\.\d+[0-9A-Za-z.+-]*$/

export const pubspecYaml: FileFormat = {
  name: 'pubspec.yaml',
  role: { kind: 'manifest' },
  specification: 'https://dart.dev/tools/pub/pubspec',
  names: { exact: ['pubspec.yaml', 'pubspec_overrides.yaml'] },
  ownName: /^name:[ \t]+["']?(?<name>\w+)/m,
  read,
  prescreen: { members: /workspace|\\/ },
  upgrade: manifestUpgrade
}

async function* read(text: string): AsyncGenerator<Entry> {
  const { parseYaml } = await import('../../syntax/yaml.ts')
  const { root, fault } = parseYaml(text)
  if (root.kind !== 'map' && !fault) yield gapFor(root, 'expected keys such as "dependencies"')
  for (const section of members(root)) {
    if (section.key === 'workspace') yield* folders(section.value)
    if (!SECTIONS.has(section.key)) continue
    if (section.value.kind !== 'map' && !isNothing(section.value))
      yield gapFor(section, 'expected a mapping of names and constraints')
    for (const member of members(section.value)) {
      const found = entryOf(text, member, SECTIONS.get(section.key))
      // If the file breaks off, its last package is incomplete: the fault reports that.
      if (found && !(fault && 'gap' in found)) yield found
    }
  }
  if (fault) throw fault
}

/** The folders of a workspace, patterns in newer releases. */
function* folders(list: TreeNode): Generator<Entry> {
  for (const item of items(list)) if (item.kind === 'text') yield { member: item.value, as: 'pattern', at: item.at }
}

/** A package and its constraint; undefined for one of an SDK. */
function entryOf(text: string, member: Member, scope: KnownScope | undefined): Entry | undefined {
  const { key: name, value } = member
  if (child(value, 'sdk')) return undefined
  const placed = required(member)
  if (!placed) return gapFor(member, 'expected a constraint, or where the package comes from')
  const own: Pick<PackageEntry, 'direct' | 'scope' | 'overrides'> = scope
    ? { direct: true, scope }
    : { direct: false, overrides: {} }
  return entryAt(text, { name, ...placed, ...own })
}

function required({ keyAt, value }: Member): PlacedRequirement | undefined {
  const path = textOrScalar(value, 'path')
  const git = child(value, 'git')
  const url = textOrScalar(git) ?? textOrScalar(git, 'url')
  if (url) {
    const revision = textOrScalar(git, 'ref')
    const { text, at } = revision ?? url
    return { requirement: sourceRequirement(text, { url: url.text, revision: revision?.text }), at }
  }
  if (path) return { requirement: { kind: 'source', text: path.text }, at: path.at }
  const constraint = value.kind === 'map' ? textOrScalar(value, 'version') : textOrScalar(value)
  if (value.kind === 'list' || (value.kind === 'map' && !constraint && !child(value, 'hosted'))) return undefined
  const written = constraint?.text.trim() ?? ''
  if (!constraint || written === '' || written === '~' || written === 'null')
    return { requirement: { kind: 'none' }, at: keyAt }
  const at = constraint.at + constraint.text.indexOf(written)
  return { requirement: { kind: VERSION.test(written) ? 'version' : 'range', text: written }, at }
}

function isNothing(node: TreeNode): boolean {
  return node.kind === 'scalar' && /^(?:null|~)?$/.test(node.text)
}
