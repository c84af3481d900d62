/** Members of JSON objects with duplicate keys removed. */

import { type Member, members, type TreeNode } from '../../syntax/tree.ts'

/** The members of an object as JSON parsers return them: the last of several with the same key. */
export function effectiveMembers(node: TreeNode | undefined): Iterable<Member> {
  return new Map(members(node).map(member => [member.key, member])).values()
}
