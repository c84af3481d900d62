/**
 * `conanfile.py`: the requirements of a C or C++ project, in a program that is read without running it.
 * Specification: https://docs.conan.io/2/reference/conanfile.html. Deliberately ignored: `python_requires`, which extend the program;
 * conditions: a conditional requirement counts like any other; user, channel and revision of a recipe.
 */

import { defined } from '../../collections.ts'
import type { Placed } from '../../syntax/lines.ts'
import type { Entry, FileFormat, KnownScope } from '../file-format.ts'
import { readReference } from './reference.ts'

/** A word, a text in quotes or a sign. Of a text in quotes, `text` is its content and `at` the offset of the content. */
interface Token extends Placed {
  readonly kind: 'word' | 'text' | 'sign' | 'line-end'
}

// Linear: the branches differ in their first characters, and a text in simple quotes ends with its line at the latest.
const TOKEN =
  /#[^\n]*|[bfruBFRU]{0,2}(?:"""(?<long>[\s\S]*?)"""|'''(?<single>[\s\S]*?)'''|"(?<double>(?:[^"\\\r\n]|\\.)*)"?|'(?<plain>(?:[^'\\\r\n]|\\.)*)'?)|\w+|\n|[()[\]{}=,:+]/g
const WORD = /^\w/
const OPENING = new Set(['(', '[', '{'])
const CLOSING = new Set([')', ']', '}'])
/** What requires packages, as an attribute or as a method; the value is the scope of the packages. */
const LISTS: ReadonlyMap<string, KnownScope> = new Map([
  ['requires', 'runtime'],
  ['tool_requires', 'development'],
  ['build_requires', 'development'],
  ['test_requires', 'development']
])
const COMPUTED = 'the reference is an expression'

export const conanfilePy: FileFormat = {
  name: 'conanfile.py',
  role: { kind: 'manifest' },
  specification: 'https://docs.conan.io/2/reference/conanfile.html',
  names: { exact: ['conanfile.py'] },
  read,
  upgrade: (name, version) => [{ edit: 'on this line', text: `${name}/${version}` }, 'conan install . --build=missing']
}

function* read(text: string): Generator<Entry> {
  const all = [...tokens(text)]
  const others = new Set<string>()
  let computed: Token | undefined
  for (let index = 0; index < all.length; index++) {
    const token = all[index]
    if (token?.kind === 'text') others.add(token.text)
    const scope = token?.kind === 'word' ? LISTS.get(token.text) : undefined
    if (!token || scope === undefined) continue
    const found = referencesFrom(all, index + 1)
    if (!found) continue
    for (const reference of found.texts) yield entry(reference, scope)
    if (found.texts.length === 0 && !found.isEmpty) computed ??= token
    index = found.last
  }
  // The name may be that of any other text.
  if (computed) {
    const names = new Set(Array.from(others, other => readReference(other, 0)?.name ?? other))
    for (const name of names) yield { gap: COMPUTED, text: name, at: computed.at, whole: true }
  }
}

function entry({ text, at }: Token, scope: KnownScope): Entry {
  const found = readReference(text, at)
  return found ? defined({ ...found, direct: true, scope }) : { gap: 'expected "name/version"', text, at }
}

/** The references behind such a word, and the index of the last token of the statement; undefined if it states none. */
function referencesFrom(all: readonly Token[], start: number) {
  const isCall = isSign(all[start], '(')
  const value = isSign(all[start], '+') ? start + 2 : start + 1
  if (!isCall && !isSign(all[value - 1], '=')) return undefined
  // `requires == x` compares.
  if (isSign(all[value], '=')) return undefined
  const texts: Token[] = []
  let depth = isCall ? 1 : 0
  let last = value
  let isEmpty = true
  for (; last < all.length; last++) {
    const token = all[last]
    if (!token || (token.kind === 'line-end' && depth === 0)) break
    if (token.kind === 'sign') {
      if (OPENING.has(token.text)) depth++
      else if (CLOSING.has(token.text)) depth--
      if (isCall && depth === 0) break
    } else if (token.kind !== 'line-end') isEmpty = false
    // The first argument of a call is the reference; a text without a slash is an option such as `"override"`.
    if (token.kind === 'text' && token.text.includes('/') && !(isCall && texts.length > 0)) texts.push(token)
  }
  return { texts, last, isEmpty }
}

function* tokens(text: string): Generator<Token> {
  for (const match of text.matchAll(TOKEN)) {
    const { 0: raw, index, groups = {} } = match
    if (raw.startsWith('#')) continue
    const content = groups['long'] ?? groups['single'] ?? groups['double'] ?? groups['plain']
    if (content !== undefined) yield { kind: 'text', text: content, at: index + raw.lastIndexOf(content, raw.length) }
    else if (raw === '\n') yield { kind: 'line-end', text: raw, at: index }
    else yield { kind: WORD.test(raw) ? 'word' : 'sign', text: raw, at: index }
  }
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text
}
