/** The requirements of a gem in the arguments of `gem` and `add_dependency`. */

import { defined } from '../../collections.ts'
import type { Requirement } from '../../model/dependency.ts'
import type { PackageEntry, PlacedRequirement } from '../file-format.ts'
import type { Literals } from './gem-calls.ts'
import type { RubyArgument } from './ruby.ts'
import type { RubyToken } from './ruby-lexer.ts'

// "4.9.2" and "= 4.9.2" are one exact version; with any other operator it is a range.
const EXACT = /^(?:=\s*)?(?<version>[^\s=!<>~][^\s]*)$/

/** The entry of a gem. Its requirements are all arguments after the name that have no key; `text` is the whole file. */
export function versioned(
  text: string,
  name: RubyToken,
  requirements: readonly RubyArgument[],
  literals: Literals
): PackageEntry {
  const values = requirements.flatMap(({ value }) => itemsOf(value))
  const texts = values.flatMap(value => literals.resolved(value) ?? [])
  const [first] = texts
  const last = texts.at(-1)
  const inline = texts.every(({ at }) => at > name.at)
  const start = values[0]?.[0]?.start
  // An argument without a literal is the requirement if it is the only one; else it is a variable with options.
  if (start !== undefined && (!first || (texts.length > 1 && !inline))) {
    return entry({ kind: 'version', text: text.slice(start, values.at(-1)?.at(-1)?.end) }, start)
  }
  if (!first || !last) return entry({ kind: 'none' }, name.at)
  if (first === last) {
    const { requirement, at } = requirementIn(first)
    return requirement.kind === 'none' ? entry(requirement, name.at) : entry(requirement, at)
  }
  const means = texts.map(({ value }) => value.trim()).join(', ')
  return { ...entry({ kind: 'range', text: text.slice(first.at, last.at + last.value.length) }, first.at), means }

  function entry(requirement: Requirement, at: number): PackageEntry {
    return defined({ name: name.value, requirement, at, usedAt: at < name.at ? name.at : undefined })
  }
}

/** Reads one requirement; `none` for an empty one. */
export function requirementIn({ value, at: start }: Pick<RubyToken, 'value' | 'at'>): PlacedRequirement {
  const content = value.trim()
  const at = start + value.indexOf(content)
  if (content === '') return { requirement: { kind: 'none' }, at }
  const exact = EXACT.exec(content)?.groups?.['version']
  if (exact === undefined) return { requirement: { kind: 'range', text: content }, at }
  return { requirement: { kind: 'version', text: exact }, at: at + content.length - exact.length }
}

/** The items of `['>= 4', '< 5']`; any other value is the only item. */
function itemsOf(value: readonly RubyToken[]): readonly (readonly RubyToken[])[] {
  const isList = value[0]?.kind === 'mark' && value[0].value === '[' && value.at(-1)?.value === ']'
  if (!isList) return [value]
  const items: RubyToken[][] = [[]]
  for (const token of value.slice(1, -1)) {
    if (token.kind === 'mark' && token.value === ',') items.push([])
    else items.at(-1)?.push(token)
  }
  return items.filter(item => item.length > 0)
}
