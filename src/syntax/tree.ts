/** The tree that the JSON, TOML and YAML parsers make: values with their offsets. */

import type { SyntaxFault } from './fault.ts'
import type { Placed } from './lines.ts'

/** A string. `at` is the offset of its first character, inside the quotes. */
export interface TextNode {
  readonly kind: 'text'
  readonly value: string
  readonly at: number
}

/** A number, boolean, null or date. `text` is the value as it is written. */
export interface ScalarNode {
  readonly kind: 'scalar'
  readonly text: string
  readonly at: number
}

/** An array or sequence. `at` is the offset of its first character. */
export interface ListNode {
  readonly kind: 'list'
  readonly items: readonly TreeNode[]
  readonly at: number
}

/** An object, table or mapping. All members of duplicate keys are in the list, in the order of the text. */
export interface MapNode {
  readonly kind: 'map'
  readonly members: readonly Member[]
  readonly at: number
}

/** `keyAt` is the offset of the first character of the key, inside its quotes. */
export interface Member {
  readonly key: string
  readonly keyAt: number
  readonly value: TreeNode
}

/** Any value of the tree. */
export type TreeNode = TextNode | ScalarNode | ListNode | MapNode

/** The result of a parser. With a fault, `root` holds everything before it. */
export interface Parsed {
  readonly root: TreeNode
  readonly fault?: SyntaxFault
}

/** The levels of nesting that the parsers accept. No real dependency file has nearly as many. */
export const MAXIMUM_DEPTH = 1_000

/** The members of a map; none for any other node. */
export function members(node: TreeNode | undefined): readonly Member[] {
  return node?.kind === 'map' ? node.members : []
}

/** The items of a list; none for any other node. */
export function items(node: TreeNode | undefined): readonly TreeNode[] {
  return node?.kind === 'list' ? node.items : []
}

/** Follows keys through nested maps; of duplicate keys the last counts. Undefined if a key is missing. */
export function child(node: TreeNode | undefined, ...keys: readonly string[]): TreeNode | undefined {
  let at = node
  for (const key of keys) at = members(at).findLast(member => member.key === key)?.value
  return at
}

/** Follows keys to a string; undefined if a key is missing or the value is not a string. */
export function textOf(node: TreeNode | undefined, ...keys: readonly string[]): TextNode | undefined {
  const at = child(node, ...keys)
  return at?.kind === 'text' ? at : undefined
}

/** Follows keys to a string or a scalar as it is written: YAML reads a commit of digits alone as a number. */
export function textOrScalar(node: TreeNode | undefined, ...keys: readonly string[]): Placed | undefined {
  const at = child(node, ...keys)
  if (at?.kind === 'text') return { text: at.value, at: at.at }
  return at?.kind === 'scalar' && at.text !== '' ? { text: at.text, at: at.at } : undefined
}

/** Every key and value below a node, joined by blanks, to search in. */
export function words(node: TreeNode): string {
  switch (node.kind) {
    case 'text':
      return node.value
    case 'scalar':
      return node.text
    case 'list':
      return node.items.map(words).join(' ')
    case 'map':
      return node.members.map(({ key, value }) => `${key} ${words(value)}`).join(' ')
  }
}
