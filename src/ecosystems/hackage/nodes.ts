/** What the readers of YAML files ask of a node: the text it holds, and a gap for one of unexpected shape. */

import { type TreeNode, words } from '../../syntax/tree.ts'
import type { GapEntry } from '../ecosystem.ts'
import type { Piece } from './dependency.ts'

/** A text or a number: a commit of digits only is a number to YAML. */
export function word(node: TreeNode | undefined): Piece | undefined {
  if (node?.kind === 'text') return { text: node.value, at: node.at }
  return node?.kind === 'scalar' && node.text !== '' ? { text: node.text, at: node.at } : undefined
}

/** A gap for a node, with all the words in it as its text. */
export function gap(message: string, node: TreeNode): GapEntry {
  return { gap: message, text: words(node), at: node.at }
}
