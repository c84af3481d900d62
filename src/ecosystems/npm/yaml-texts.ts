/** Numbers of YAML that are meant as texts: `react: 18` asks for the range 18. */

import type { TreeNode } from '../../syntax/tree.ts'

const NUMBER = /^\d/

/** The tree with every number as the text it is written as. Aliases may make a tree large, never deep. */
export function writtenAsText(node: TreeNode): TreeNode {
  switch (node.kind) {
    case 'text':
      return node
    case 'scalar':
      return NUMBER.test(node.text) ? { kind: 'text', value: node.text, at: node.at } : node
    case 'list':
      return { ...node, items: node.items.map(writtenAsText) }
    case 'map':
      return { ...node, members: node.members.map(member => ({ ...member, value: writtenAsText(member.value) })) }
  }
}
