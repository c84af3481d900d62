/**
 * One dependency as in Cabal's `build-depends`: a name, optional libraries, a version range.
 * Specification: https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html (build-depends).
 * Deliberately ignored: the libraries of the package, which are released together.
 */

import type { Placed } from '../../syntax/lines.ts'
import type { Entry, PlacedRequirement } from '../file-format.ts'

// A name is words of letters and digits, joined by hyphens. Its end is searched: a pattern that matches the whole name
// keeps every position of it to come back to, for which the engine has no memory in a name of many megabytes.
const NAME_END = /^-|-(?![\p{L}\p{N}])|[^\p{L}\p{N}-]/u
// `:library` or `:{one, two}`; the executable in `build-tool-depends` has the same syntax.
const LIBRARIES = /:(?:\s*\{[^{}]*\}|[\p{L}\p{N}_.-]+)/uy
const BEGINS_RANGE = /^[<>=^(-]/
const EXACT = /^==\s*(?<version>\d[\d.]*)$/

/**
 * The elements of a list with commas; commas inside braces and parentheses do not count, empty elements are skipped.
 */
export function* listed(content: string, at: number): Generator<Placed> {
  let depth = 0
  let from = 0
  for (const { 0: mark, index } of content.matchAll(/[,(){}]/g)) {
    if (mark === '(' || mark === '{') depth++
    else if (mark !== ',') depth = Math.max(0, depth - 1)
    else if (depth === 0) {
      yield* element(content, from, index, at)
      from = index + 1
    }
  }
  yield* element(content, from, content.length, at)
}

function* element(content: string, from: number, to: number, at: number): Generator<Placed> {
  const raw = content.slice(from, to)
  const text = raw.trim()
  if (text !== '') yield { text, at: at + from + raw.indexOf(text) }
}

/** The entry of one dependency such as `foo:{a,b} >=1.0 && <2`. */
export function dependency({ text, at }: Placed): Entry {
  const nameEnd = text.search(NAME_END)
  const name = nameEnd < 0 ? text : text.slice(0, nameEnd)
  if (name === '') return { gap: 'expected a package name', text, at }
  LIBRARIES.lastIndex = name.length
  const end = name.length + (LIBRARIES.exec(text)?.[0].length ?? 0)
  const rest = text.slice(end)
  const range = rest.trim()
  if (range === '') return { name, requirement: { kind: 'none' }, at }
  if (!BEGINS_RANGE.test(range)) return { gap: 'expected a version range after the package name', text, at }
  return { name, ...ranged({ text: range, at: at + end + rest.indexOf(range) }) }
}

/** The requirement of a version range: one exact version if it is `==` and a version, else the range as written. */
export function ranged({ text, at }: Placed): PlacedRequirement {
  const version = EXACT.exec(text)?.groups?.['version']
  if (version === undefined) return { requirement: { kind: 'range', text }, at }
  return { requirement: { kind: 'version', text: version }, at: at + text.length - version.length }
}
