/**
 * Members of dependency lists, `"name": "requirement"`, as entries. Sections, overrides and catalogs consist of them.
 */

import { defined } from '../../collections.ts'
import { type Member, members, type TextNode, type TreeNode } from '../../syntax/tree.ts'
import type { GapEntry, IgnoredEntry, PackageEntry } from '../file-format.ts'
import { gapFor } from '../gap.ts'
import { readSpecifier } from './specifier.ts'

/** The entry of one member. `name` is the package that its key means. */
export function memberEntry(member: Member, name: string, direct?: boolean): PackageEntry | GapEntry {
  if (member.value.kind !== 'text') return gapFor(member, 'expected a version, a range or a URL')
  return requiredPackage(name, member.value, nameAt(member, name), direct)
}

/**
 * The entry of a package with the requirement `value`. `at` is the offset of its name, for a value without a
 * requirement.
 */
export function requiredPackage(key: string, value: TextNode, at: number, direct?: boolean): PackageEntry {
  const { offset, ...specifier } = readSpecifier(key, value.value)
  return { ...specifier, ...defined({ at: offset === undefined ? at : value.at + offset, direct }) }
}

/** The packages that the project patches, which other keys require. */
export function* patchedMembers(patches: TreeNode | undefined): Generator<IgnoredEntry> {
  for (const { key, keyAt } of members(patches)) yield { ignored: 'a patch', at: keyAt, end: keyAt + key.length }
}

/** The offset of the name in a key such as `parent/name`. */
export function nameAt({ key, keyAt }: Member, name: string): number {
  return keyAt + Math.max(0, key.lastIndexOf(name))
}
