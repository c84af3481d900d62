/** Reads typed values from a document. What is missing, wrong or unknown becomes a problem at its place. */

import { items, type Member, members, type TreeNode } from '../syntax/tree.ts'
import { visible } from '../visible.ts'
import { closest } from './closest.ts'

/** Notes a problem at an offset of the document. */
export type Complain = (at: number, message: string) => void

/** A text and the offset of its first character. */
export interface Stated {
  readonly text: string
  readonly at: number
}

/** The members of a mapping by their keys. `what` names it, as in "a waiver". */
export function fieldsOf(
  node: TreeNode,
  what: string,
  keys: readonly string[],
  complain: Complain
): ReadonlyMap<string, Member> {
  const fields = new Map<string, Member>()
  if (node.kind !== 'map') {
    complain(
      node.at,
      `${what} must be a mapping with the keys ${keys.join(', ')}, but this is ${shapeOf(node)}. Write "key: value" lines.`
    )
    return fields
  }
  for (const member of members(node)) {
    const { key, keyAt } = member
    if (!keys.includes(key))
      complain(keyAt, `unknown key ${quote(key)} in ${what}${suggestion(key, keys, 'Remove it. Allowed keys')}`)
    else if (fields.has(key)) complain(keyAt, `the key ${quote(key)} is repeated. Keep one of them.`)
    else fields.set(key, member)
  }
  return fields
}

/** The most items of a list. Each is matched with every finding or file, so that their number multiplies the time. */
const MOST_ITEMS = 500

/** The items of a list. It is a problem if the value is no list, or an empty or a very long one. */
export function listOf({ key, value }: Member, complain: Complain): readonly TreeNode[] {
  if (value.kind !== 'list')
    complain(
      value.at,
      `${quote(key)} must be a list, but this is ${shapeOf(value)}. Write each item on a line that begins with "- ".`
    )
  else if (value.items.length === 0) complain(value.at, `${quote(key)} is an empty list. Remove it.`)
  else if (value.items.length > MOST_ITEMS)
    complain(value.at, `${quote(key)} has more than ${MOST_ITEMS} items. Use fewer.`)
  return items(value).slice(0, MOST_ITEMS)
}

/** The texts of a list. */
export function textsOf(member: Member, complain: Complain): readonly Stated[] {
  return listOf(member, complain).flatMap(item => textOf(item, `an item of ${quote(member.key)}`, complain) ?? [])
}

/** A required text. `what` names the mapping, which is at `at`. */
export function requiredText(
  fields: ReadonlyMap<string, Member>,
  key: string,
  { what, at }: { readonly what: string; readonly at: number },
  complain: Complain
): Stated | undefined {
  const member = fields.get(key)
  if (member) return textOf(member.value, quote(key), complain)
  complain(at, `${what} has no ${quote(key)}. Add it.`)
  return undefined
}

/** A text that is not required. */
export function optionalText(fields: ReadonlyMap<string, Member>, key: string, complain: Complain): Stated | undefined {
  const member = fields.get(key)
  return member && textOf(member.value, quote(key), complain)
}

/** One of a few words. */
export function wordOf<Word extends string>(
  { key, value }: Member,
  words: readonly Word[],
  complain: Complain
): Word | undefined {
  const stated = textOf(value, quote(key), complain)
  if (!stated) return undefined
  const word = words.find(candidate => candidate === stated.text)
  if (word === undefined)
    complain(stated.at, `${quote(key)} cannot be ${quote(stated.text)}${suggestion(stated.text, words)}`)
  return word
}

/** A string, or a number as it is written: `3.10` is a version, not a fraction. */
function textOf(node: TreeNode, what: string, complain: Complain): Stated | undefined {
  const text = node.kind === 'text' ? node.value : node.kind === 'scalar' ? node.text : undefined
  if (text === undefined) complain(node.at, `${what} must be a text, but this is ${shapeOf(node)}. Write one text.`)
  else if (text.trim() === '' || isNothing(node)) complain(node.at, `${what} is empty. Write a value, or remove it.`)
  else return { text, at: node.at }
  return undefined
}

function isNothing(node: TreeNode): boolean {
  return node.kind === 'scalar' && /^(?:null|Null|NULL|~)?$/.test(node.text)
}

function shapeOf(node: TreeNode): string {
  if (isNothing(node)) return 'empty'
  return { text: 'a text', scalar: 'a number or a word', list: 'a list', map: 'a mapping' }[node.kind]
}

/** The end of a message about an unknown word: the closest allowed word, else `label` and all allowed words. */
export function suggestion(word: string, words: readonly string[], label = 'Allowed values'): string {
  const meant = closest(word, words)
  return meant === undefined ? `. ${label}: ${words.join(', ')}.` : `: did you mean ${quote(meant)}?`
}

/** Quotes a text of the file for a message: control characters are made visible, a long text is cut. */
export function quote(text: string): string {
  return `"${visible(text, 80)}"`
}
