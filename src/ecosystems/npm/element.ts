/** What the JSON readers of npm share: the sections of a project, and the members that count. */

import { type Member, members, type TreeNode } from '../../syntax/tree.ts'

/** The keys under which a project, or a workspace in a lockfile, asks for packages. */
export const SECTIONS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const

/** The members of an object as every JSON reader sees them: of duplicate keys the last counts. */
export function effectiveMembers(node: TreeNode | undefined): Iterable<Member> {
  return new Map(members(node).map(member => [member.key, member])).values()
}
