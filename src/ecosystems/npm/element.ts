/** What the JSON readers of npm share: the sections of a project, the members that count, and the text of an element that has no known shape. */

import { items, type Member, members, type TreeNode } from '../../syntax/tree.ts'
import type { GapEntry } from '../ecosystem.ts'

/** The keys under which a project, or a workspace in a lockfile, asks for packages. */
export const SECTIONS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const

/** The members of an object as every JSON reader sees them: of duplicate keys the last counts. */
export function effectiveMembers(node: TreeNode | undefined): Iterable<Member> {
  return new Map(members(node).map(member => [member.key, member])).values()
}

/** The gap for a member whose value has an unexpected shape. */
export function memberGap(text: string, { keyAt, value }: Member, gap: string): GapEntry {
  return { gap, text: text.slice(keyAt, endOf(value)), at: keyAt }
}

/** Where a value ends, without its closing quote or brackets. */
function endOf(node: TreeNode): number {
  switch (node.kind) {
    case 'text':
      return node.at + node.value.length
    case 'scalar':
      return node.at + node.text.length
    case 'list':
    case 'map': {
      const last = items(node).at(-1) ?? members(node).at(-1)?.value
      return last ? endOf(last) : node.at + 1
    }
  }
}
