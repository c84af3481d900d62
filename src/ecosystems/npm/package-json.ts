/**
 * `package.json`: the packages that a project requires, and its overrides for the packages that others require.
 * Specification: https://docs.npmjs.com/cli/v11/configuring-npm/package-json, for `resolutions`
 * https://yarnpkg.com/configuration/manifest#resolutions, for `pnpm.overrides` https://pnpm.io/settings#overrides,
 * for the catalogs of bun https://bun.com/docs/pm/catalogs.
 * Deliberately ignored: `bundleDependencies`, `peerDependenciesMeta` and `patchedDependencies`, which only repeat names, and `name`
 * and `version`, which are the project's own.
 */

import { parseJson } from '../../syntax/json.ts'
import { child, items, type Member, type TextNode, type TreeNode } from '../../syntax/tree.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { catalogReference, readCatalogs } from './catalogs.ts'
import { memberEntry, nameAt, patchedMembers, requiredPackage } from './dependency-members.ts'
import { effectiveMembers } from './json-members.ts'
import { overriddenByPnpm, withoutSelector } from './override-keys.ts'
import { manifestUpgrade } from './upgrade.ts'

/** The keys under which a project, or a workspace in a lockfile, lists the packages it requires. */
export const SECTIONS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const

/** Whether the packages of a section are for development only. */
export function isForDevelopment(section: string): boolean {
  return section === 'devDependencies'
}

/** The descriptor that yarn accepts after a name, unless it is a range. It may contain slashes. */
const YARN_DESCRIPTION = /@(?!npm:)[a-z][a-z0-9+]*:.*$/
const YARN_LAST_NAME = /(?:^|\/)(?<name>@[^/@]+\/[^/@]+|[^/@]+)(?:@[^/]*)?$/
/** An override without a requirement: `$name`, or pnpm's `-`. */
const REFERENCE_OR_REMOVAL = /^(?:\$|-$)/

export const packageJson: FileFormat = {
  name: 'package.json',
  role: { kind: 'manifest' },
  specification: 'https://docs.npmjs.com/cli/v11/configuring-npm/package-json',
  comments: 'none',
  names: { exact: ['package.json'] },
  read,
  prescreen: { members: /"workspaces"|\\u/ },
  references: catalogReference,
  definitions: {
    get for() {
      return [packageJson]
    },
    reach: 'below'
  },
  upgrade: manifestUpgrade
}

function* read(text: string): Generator<Entry> {
  const { root, fault } = parseJson(text)
  if (root.kind !== 'map' && !fault) yield gapFor(root, 'expected an object')
  const required = new Map<string, TextNode>()

  for (const section of effectiveMembers(root)) {
    if (!SECTIONS.some(name => name === section.key)) continue
    if (section.value.kind !== 'map') yield gapFor(section, 'expected an object of names and versions')
    for (const member of effectiveMembers(section.value)) {
      if (member.value.kind === 'text') required.set(member.key, member.value)
      yield scoped(memberEntry(member, member.key, true), section.key)
    }
  }
  for (const { member, name } of npmOverrides(child(root, 'overrides'))) yield* readOverride(member, name, required)
  for (const member of effectiveMembers(child(root, 'resolutions'))) {
    const path = member.key.replace(YARN_DESCRIPTION, '')
    yield memberEntry(member, YARN_LAST_NAME.exec(path)?.groups?.['name'] ?? member.key, false)
  }
  for (const member of effectiveMembers(child(root, 'pnpm', 'overrides'))) {
    yield* readOverride(member, overriddenByPnpm(member.key), required)
  }
  // pnpm has them below its own key, bun at the top.
  yield* patchedMembers(child(root, 'pnpm', 'patchedDependencies'))
  yield* patchedMembers(child(root, 'patchedDependencies'))
  yield* readCatalogs(root)
  yield* readCatalogs(child(root, 'workspaces'))
  yield* workspacesIn(root)
  if (fault) throw fault
}

/**
 * The folders of the workspaces: a list of patterns, or an object with one. Only the lockfile of yarn 1 does not list them, so they
 * are read as yarn 1 reads them: `!` excludes nothing.
 */
function* workspacesIn(root: TreeNode): Generator<Entry> {
  const stated = child(root, 'workspaces')
  for (const item of items(child(stated, 'packages') ?? stated)) {
    if (item.kind === 'text') yield { member: item.value, as: 'pattern', at: item.at }
  }
}

/** The entry with the scope of its dependency section; a gap has none. */
function scoped(entry: Entry, section: string): Entry {
  return 'name' in entry ? { ...entry, scope: isForDevelopment(section) ? 'development' : 'runtime' } : entry
}

/** A member of an override list, and the package whose version it sets. */
interface Override {
  readonly member: Member
  readonly name: string
}

/**
 * The overrides of npm. A key is a package, with or without a range; `.` is the package of the key above. Read level by
 * level, so that deep nesting costs nothing.
 */
function* npmOverrides(overrides: TreeNode | undefined): Generator<Override> {
  const levels: { readonly node: TreeNode | undefined; readonly above?: string }[] = [{ node: overrides }]
  for (const { node, above } of levels) {
    for (const member of effectiveMembers(node)) {
      const name = member.key === '.' && above !== undefined ? above : withoutSelector(member.key)
      if (member.value.kind === 'map') levels.push({ node: member.value, above: name })
      else yield { member, name }
    }
  }
}

/**
 * The entry of an override. It is not direct: it sets the version that others get and requires nothing. `$name` is the
 * requirement of `name` in a dependency section of this file (`required`); pnpm's `-` removes the package.
 */
function* readOverride(member: Member, name: string, required: ReadonlyMap<string, TextNode>): Generator<Entry> {
  const { value } = member
  if (value.kind !== 'text' || !REFERENCE_OR_REMOVAL.test(value.value)) {
    yield memberEntry(member, name, false)
    return
  }
  if (value.value === '-') return
  const referred = value.value.slice(1)
  const target = required.get(referred)
  if (!target) yield { name, requirement: { kind: 'version', text: value.value }, at: value.at, direct: false }
  // The same package with the same requirement is an entry already.
  else if (referred !== name) {
    yield { ...requiredPackage(name, target, nameAt(member, name), false), usedAt: value.at }
  }
}
