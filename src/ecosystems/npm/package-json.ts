/**
 * `package.json`: the packages that a project requires, and its overrides for the packages that others require.
 * Specification: https://docs.npmjs.com/cli/v11/configuring-npm/package-json, for `resolutions`
 * https://yarnpkg.com/configuration/manifest#resolutions, for `pnpm.overrides` https://pnpm.io/settings#overrides,
 * for the catalogs of bun https://bun.com/docs/pm/catalogs.
 * Deliberately ignored: `bundleDependencies`, `peerDependenciesMeta` and `patchedDependencies`, which only repeat names, and `name`
 * and `version`, which are the project's own.
 */

import { defined } from '../../collections.ts'
import { parseJson } from '../../syntax/json.ts'
import { child, items, type Member, type TextNode, type TreeNode, textOf } from '../../syntax/tree.ts'
import type { Entry, FileFormat, GapEntry, Overridden, PackageEntry } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { catalogReference, readCatalogs } from './catalogs.ts'
import { memberEntry, nameAt, patchedMembers, requiredPackage } from './dependency-members.ts'
import { effectiveMembers } from './json-members.ts'
import { keyOfEarlierPnpm, keyOfNpm, keyOfResolutions, type OverrideKey } from './override-keys.ts'
import { manifestUpgrade } from './upgrade.ts'

/** The keys under which a project, or a workspace in a lockfile, lists the packages it requires. */
export const SECTIONS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const

/** Whether the packages of a section are for development only. */
export function isForDevelopment(section: string): boolean {
  return section === 'devDependencies'
}

/** The most keys above an override that are kept: one that is needed at all is below one key. */
const LONGEST_PATH = 10
/** An override without a requirement: `$name`, or pnpm's `-`. */
const REFERENCE_OR_REMOVAL = /^(?:\$|-$)/

const PNPM = /^pnpm@(?<major>\d{1,9})\./
/** From this major version on pnpm reads no settings in package.json: https://pnpm.io/settings. */
const FIRST_WITHOUT_OVERRIDES = 11

export const packageJson: FileFormat = {
  name: 'package.json',
  role: { kind: 'manifest' },
  specification: 'https://docs.npmjs.com/cli/v11/configuring-npm/package-json',
  comments: 'none',
  names: { exact: ['package.json'] },
  ownName: /^\s*\{(?:\s*"[^"]*"\s*:\s*(?:"[^"]*"|true|false)\s*,)*\s*"name"\s*:\s*"(?<name>[^"]+)"/,
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
  const requirer = textOf(root, 'name')?.value
  const overrides = [...overridesIn(root)]
  yield* unreadOverrides(root)
  const repeated = new Map(overrides.filter(refersToItself).map(override => [override.name, override.overrides]))

  for (const section of effectiveMembers(root)) {
    if (!SECTIONS.some(name => name === section.key)) continue
    if (section.value.kind !== 'map') yield gapFor(section, 'expected an object of names and versions')
    for (const member of effectiveMembers(section.value)) {
      if (member.value.kind === 'text') required.set(member.key, member.value)
      const entry = memberEntry(member, member.key, true)
      yield inSection(entry, section.key, defined({ requirer, overrides: repeated.get(member.key) }))
    }
  }
  for (const override of overrides) yield* readOverride(override, required)
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

/** The entry of a dependency section; a gap stays as it is. */
function inSection(
  entry: PackageEntry | GapEntry,
  section: string,
  more: Pick<PackageEntry, 'requirer' | 'overrides'>
): Entry {
  if ('gap' in entry) return entry
  return { ...entry, scope: isForDevelopment(section) ? 'development' : 'runtime', ...more }
}

/** A member of an override list, and the package whose version it sets. */
interface Override extends OverrideKey {
  readonly member: Member
}

/** The overrides of npm, yarn and pnpm, those of each in the order of the file. */
function* overridesIn(root: TreeNode): Generator<Override> {
  yield* [...npmOverrides(child(root, 'overrides'))].toSorted((a, b) => a.member.keyAt - b.member.keyAt)
  const resolutions = [...effectiveMembers(child(root, 'resolutions'))]
  const texts = resolutions.map(({ key, value }) => [key, value.kind === 'text' ? value.value : undefined] as const)
  if (leavesOverrides(root)) return
  const keyOf = keyOfResolutions(texts, namesPnpm(root))
  for (const member of resolutions) yield inOrder(member, keyOf(member.key))
  for (const member of effectiveMembers(child(root, 'pnpm', 'overrides')))
    yield inOrder(member, keyOfEarlierPnpm(member.key))
}

function inOrder(member: Member, { name, overrides }: OverrideKey): Override {
  return { member, name, overrides: { ...overrides, order: member.keyAt } }
}

function namesPnpm(root: TreeNode): boolean {
  return child(root, 'pnpm') !== undefined || textOf(root, 'packageManager')?.value.startsWith('pnpm@') === true
}

/** The overrides that the named release of pnpm does not read. */
function* unreadOverrides(root: TreeNode): Generator<Entry> {
  if (!leavesOverrides(root)) return
  for (const list of [child(root, 'resolutions'), child(root, 'pnpm', 'overrides')]) {
    for (const { key, keyAt, value } of effectiveMembers(list)) {
      const end = value.kind === 'text' ? value.at + value.value.length : keyAt + key.length
      yield { ignored: 'an override that pnpm 11 and later do not read here', at: keyAt, end }
    }
  }
}

/** Whether the project names a release of pnpm that reads overrides in `pnpm-workspace.yaml` alone. */
function leavesOverrides(root: TreeNode): boolean {
  const major = PNPM.exec(textOf(root, 'packageManager')?.value ?? '')?.groups?.['major']
  return major !== undefined && Number(major) >= FIRST_WITHOUT_OVERRIDES
}

/** Whether an override is the requirement of the same package in this file. */
function refersToItself({ member: { value }, name }: Override): boolean {
  return value.kind === 'text' && value.value === `$${name}`
}

/** A level of npm's overrides: the keys above it, the last one as it is written. */
interface Level {
  readonly node: TreeNode | undefined
  readonly through: readonly string[]
  readonly above?: string
}

/**
 * The overrides of npm. A key is a package, with or without a range; `.` is the package of the key above. Read level by
 * level, so that deep nesting costs nothing.
 */
function* npmOverrides(overrides: TreeNode | undefined): Generator<Override> {
  const levels: Level[] = [{ node: overrides, through: [] }]
  for (const { node, through, above } of levels) {
    for (const member of effectiveMembers(node)) {
      const isAbove = member.key === '.' && above !== undefined
      const key = keyOfNpm(isAbove ? above : member.key, isAbove ? through.slice(0, -1) : through)
      if (member.value.kind !== 'map') yield { member, ...key }
      else {
        const longer = through.length < LONGEST_PATH ? [...through, key.name] : through
        levels.push({ node: member.value, through: longer, above: isAbove ? above : member.key })
      }
    }
  }
}

/**
 * The entry of an override. It is not direct: it sets the version that others get and requires nothing. `$name` is the
 * requirement of `name` in a dependency section of this file (`required`); pnpm's `-` removes the package.
 */
function* readOverride(
  { member, name, overrides }: Override,
  required: ReadonlyMap<string, TextNode>
): Generator<Entry> {
  const { value } = member
  if (value.kind !== 'text' || !REFERENCE_OR_REMOVAL.test(value.value)) {
    yield overriding(memberEntry(member, name, false), overrides)
    return
  }
  if (value.value === '-') {
    yield removed(member)
    return
  }
  const referred = value.value.slice(1)
  const target = required.get(referred)
  if (!target)
    yield { name, requirement: { kind: 'version', text: value.value }, at: value.at, direct: false, overrides }
  // The requirement of the same package is an entry already.
  else if (referred !== name) {
    yield { ...requiredPackage(name, target, nameAt(member, name), false), usedAt: value.at, overrides }
  }
}

/** A package that pnpm leaves out, whoever requires it. */
export function removed({ key, keyAt }: Member): Entry {
  return { ignored: 'a package that is removed', at: keyAt, end: keyAt + key.length }
}

/** The entry of an override; a gap overrides nothing. */
export function overriding(entry: PackageEntry | GapEntry, overrides: Overridden): Entry {
  return 'gap' in entry ? entry : { ...entry, overrides }
}
