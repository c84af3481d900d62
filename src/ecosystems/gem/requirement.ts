/** What the arguments of `gem` and `add_dependency` say of a gem's version. */

import type { Requirement } from '../../model/dependency.ts'
import type { PackageEntry, PlacedRequirement } from '../file-format.ts'
import { literal, type RubyArgument } from './ruby.ts'
import type { RubyToken } from './ruby-lexer.ts'

/** The texts that variables of the file hold; undefined for one that is assigned more than once or from an expression. */
export type Variables = Map<string, RubyToken | undefined>

// "4.9.2" and "= 4.9.2" are one exact version; any other operator makes a range.
const EXACT = /^(?:=\s*)?(?<version>[^\s=!<>~][^\s]*)$/

/** Notes an assignment. A second one makes the variable unknown, since conditions are not followed. */
export function assign(variables: Variables, name: string, text: RubyToken | undefined): void {
  variables.set(name, variables.has(name) ? undefined : text)
}

/** The literal an argument stands for: itself, or what its variable holds. */
export function resolved(value: readonly RubyToken[], variables: Variables): RubyToken | undefined {
  const [first] = value
  return literal(value) ?? (value.length === 1 && first?.kind === 'name' ? variables.get(first.value) : undefined)
}

/** The entry of a gem by its requirements: all arguments after the name that have no key. */
export function versioned(
  text: string,
  name: RubyToken,
  requirements: readonly RubyArgument[],
  variables: Variables
): PackageEntry {
  const values = requirements.flatMap(({ value }) => itemsOf(value))
  const texts = values.flatMap(value => resolved(value, variables) ?? [])
  const [first] = texts
  const last = texts.at(-1)
  const inline = texts.every(({ at }) => at > name.at)
  const start = values[0]?.[0]?.start
  // Beside a literal requirement anything else is options in a variable; alone, it is the requirement.
  if (start !== undefined && (!first || (texts.length > 1 && !inline))) {
    return entry({ kind: 'version', text: text.slice(start, values.at(-1)?.at(-1)?.end) }, start)
  }
  if (!first || !last) return entry({ kind: 'none' }, name.at)
  if (first === last) {
    const { requirement, at } = requirementIn(first)
    return requirement.kind === 'none' ? entry(requirement, name.at) : entry(requirement, at)
  }
  return entry({ kind: 'range', text: text.slice(first.at, last.at + last.value.length) }, first.at)

  function entry(requirement: Requirement, at: number): PackageEntry {
    return { name: name.value, requirement, at, ...(at < name.at ? { usedAt: name.at } : {}) }
  }
}

/** What one requirement asks for; nothing if it is empty. */
export function requirementIn({
  value,
  at: start
}: {
  readonly value: string
  readonly at: number
}): PlacedRequirement {
  const content = value.trim()
  const at = start + value.indexOf(content)
  if (content === '') return { requirement: { kind: 'none' }, at }
  const exact = EXACT.exec(content)?.groups?.['version']
  if (exact === undefined) return { requirement: { kind: 'range', text: content }, at }
  return { requirement: { kind: 'version', text: exact }, at: at + content.length - exact.length }
}

/** The items of `['>= 4', '< 5']`; anything else is its own only item. */
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
