/** Reads typed values from a document. A missing, wrong or unknown value becomes a problem at its place. */

import type { Place } from '../model/place.ts'
import { items, type Member, members, type TreeNode } from '../syntax/tree.ts'
import { visible } from '../visible.ts'
import { closest } from './closest.ts'

/** Adds a problem at an offset of the document. */
export type AddProblem = (at: number, message: string) => void

/** The document that is read: where its offsets are, and where its problems go. */
export interface ConfigDocument {
  placeAt(at: number): Place
  readonly addProblem: AddProblem
}

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
  addProblem: AddProblem
): ReadonlyMap<string, Member> {
  const fields = new Map<string, Member>()
  if (node.kind !== 'map') {
    addProblem(
      node.at,
      `${what} must be a mapping with the keys ${keys.join(', ')}, but this is ${shapeOf(node)}. Write "key: value" lines.`
    )
    return fields
  }
  for (const member of members(node)) {
    const { key, keyAt } = member
    if (!keys.includes(key))
      addProblem(keyAt, `unknown key ${quote(key)} in ${what}${suggestion(key, keys, 'Remove it. Allowed keys')}`)
    else if (fields.has(key)) addProblem(keyAt, `the key ${quote(key)} is repeated. Keep one of them.`)
    else fields.set(key, member)
  }
  return fields
}

/** Maximum items of a list. Each is matched with every finding or file, so their number multiplies the time. */
const MOST_ITEMS = 500

/** The items of a list. It is a problem if the value is not a list, is empty or is too long. */
export function listOf({ key, value }: Member, addProblem: AddProblem): readonly TreeNode[] {
  if (value.kind !== 'list')
    addProblem(
      value.at,
      `${quote(key)} must be a list, but this is ${shapeOf(value)}. Write each item on a line that begins with "- ".`
    )
  else if (value.items.length === 0) addProblem(value.at, `${quote(key)} is an empty list. Remove it.`)
  else if (value.items.length > MOST_ITEMS)
    addProblem(value.at, `${quote(key)} has more than ${MOST_ITEMS} items. Use fewer.`)
  return items(value).slice(0, MOST_ITEMS)
}

/** The texts of a list. */
export function textsOf(member: Member, addProblem: AddProblem): readonly Stated[] {
  return listOf(member, addProblem).flatMap(item => textOf(item, `an item of ${quote(member.key)}`, addProblem) ?? [])
}

/** A required text. `what` names the mapping, which is at `at`. */
export function requiredText(
  fields: ReadonlyMap<string, Member>,
  key: string,
  { what, at }: { readonly what: string; readonly at: number },
  addProblem: AddProblem
): Stated | undefined {
  const member = fields.get(key)
  if (member) return textOf(member.value, quote(key), addProblem)
  addProblem(at, `${what} has no ${quote(key)}. Add it.`)
  return undefined
}

/** A text that is not required. */
export function optionalText(
  fields: ReadonlyMap<string, Member>,
  key: string,
  addProblem: AddProblem
): Stated | undefined {
  const member = fields.get(key)
  return member && textOf(member.value, quote(key), addProblem)
}

/** One of a few words. */
export function wordOf<Word extends string>(
  { key, value }: Member,
  words: readonly Word[],
  addProblem: AddProblem
): Word | undefined {
  const stated = textOf(value, quote(key), addProblem)
  if (!stated) return undefined
  const word = words.find(candidate => candidate === stated.text)
  if (word === undefined)
    addProblem(stated.at, `${quote(key)} cannot be ${quote(stated.text)}${suggestion(stated.text, words)}`)
  return word
}

/** A string, or a number as it is written: `3.10` is a version, not a fraction. */
function textOf(node: TreeNode, what: string, addProblem: AddProblem): Stated | undefined {
  const text = writtenIn(node)
  if (text === undefined) addProblem(node.at, `${what} must be a text, but this is ${shapeOf(node)}. Write one text.`)
  else if (text.trim() === '' || isNothing(node)) addProblem(node.at, `${what} is empty. Write a value, or remove it.`)
  else return { text, at: node.at }
  return undefined
}

function writtenIn(node: TreeNode): string | undefined {
  if (node.kind === 'text') return node.value
  return node.kind === 'scalar' ? node.text : undefined
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
