/**
 * `mix.exs`: what an Elixir project asks for.
 * Specification: https://hexdocs.pm/mix/Mix.Tasks.Deps.html. Leaves out on purpose: the project's own name, conditions (a
 * package that is asked for in one environment only is asked for), and everything that would have to be run: a computed
 * requirement is a placeholder, unless it is a module attribute with a literal.
 */

import { type Requirement, sourceRequirement } from '../../model/dependency.ts'
import { extent, type Group, isMark, onlyText, type Piece, type Token } from '../../syntax/brackets.ts'
import type { Entry, FileFormat, PackageEntry } from '../file-format.ts'
import { entryAt } from '../gap.ts'
import { readElixir } from './elixir.ts'
import { manifestUpgrade } from './upgrade.ts'

/** What is assigned to a module attribute; undefined where it is more than a literal or assigned twice. */
type Attributes = Map<string, Token | undefined>

const DEFINITIONS = new Set(['def', 'defp', 'defmacro', 'defmacrop'])
const OF_DEPENDENCIES = /deps|dependenc/i
const OPTIONS = new Set(
  'app branch compile env git github hex in_umbrella manager only optional organization override path ref repo runtime sparse submodules tag targets'.split(
    ' '
  )
)
const SOURCES = ['git', 'github', 'path', 'in_umbrella'] as const
const BEGINS_AS_REQUIREMENT = /^ *(?:[<>=~!]|\d)/
const EXACT = /^ *(?:== *)?(?<version>\d[^ <>=~!]*) *$/
/** Longer than anything that a person writes. */
const LONGEST_EXACT = 1_000

export const mixExs: FileFormat = {
  name: 'mix.exs',
  role: { kind: 'manifest' },
  specification: 'https://hexdocs.pm/mix/Mix.Tasks.Deps.html',
  names: { exact: ['mix.exs'] },
  read,
  upgrade: manifestUpgrade
}

function* read(text: string): Generator<Entry> {
  const { pieces, fault } = readElixir(text)
  const attributes: Attributes = new Map()
  collect(pieces, attributes)
  yield* walk(pieces, false)
  if (fault) throw fault

  /** `listed` says whether this is a function or a list of dependencies, where `name: "requirement"` is one too. */
  function* walk(row: readonly Piece[], listed: boolean): Generator<Entry> {
    let inside = listed
    for (const [index, piece] of row.entries()) {
      const before = row[index - 1]
      if (piece.kind === 'name' && before?.kind === 'name' && DEFINITIONS.has(before.value)) {
        inside = OF_DEPENDENCIES.test(piece.value)
      }
      if (piece.kind !== 'group') continue
      const isTuple = piece.open === '{' && piece.closed && !isMark(before, '%')
      const found = isTuple ? dependency(piece.slots, inside) : undefined
      if (found) {
        yield found
        continue
      }
      const list = inside || (before?.kind === 'label' && before.value === 'deps')
      for (const slot of piece.slots) {
        const pair = list && piece.open === '[' && piece.closed ? keyed(slot) : undefined
        if (pair) yield pair
        else yield* walk(slot, list)
      }
    }
  }

  /** `{:name, "requirement", options}`; undefined for a tuple that is something else. */
  function dependency(slots: Group['slots'], listed: boolean): Entry | undefined {
    const [first, second, ...others] = slots
    const name = first?.length === 1 ? first[0] : undefined
    if (name?.kind !== 'atom') return undefined
    const asked = second && !isOptions(second) ? second : undefined
    const options = optionsOf(asked ? others : second ? [second, ...others] : [])
    const literal = onlyText(asked)
    const known = [...options.keys()].some(key => OPTIONS.has(key))
    if (!listed && !known && !(literal && BEGINS_AS_REQUIREMENT.test(literal.value))) return undefined
    return entry(name, asked, options)
  }

  /** `name: "requirement"` and `name: [git: …]`. */
  function keyed(slot: readonly Piece[]): Entry | undefined {
    const [name, ...value] = slot
    if (name?.kind !== 'label') return undefined
    if (isOptions(value)) {
      const options = optionsOf([value])
      return [...options.keys()].some(key => OPTIONS.has(key)) ? entry(name, undefined, options) : undefined
    }
    return onlyText(value) ? entry(name, value, new Map()) : undefined
  }

  function entry(
    app: Token,
    asked: readonly Piece[] | undefined,
    options: ReadonlyMap<string, readonly Piece[]>
  ): Entry {
    const source = sourceOf(options, app)
    const [written] = options.get('hex') ?? []
    const name = written?.kind === 'atom' || written?.kind === 'text' ? written : app
    const common = { name: name.value, direct: true, ...(name.value === app.value ? {} : { alias: app.value }) }
    const found = source ?? requested(asked, name)
    const used = found.at < app.at ? { usedAt: app.at } : {}
    return entryAt(text, { ...common, ...found, ...used })
  }

  function requested(asked: readonly Piece[] | undefined, name: Token): Pick<PackageEntry, 'requirement' | 'at'> {
    const [first] = asked ?? []
    if (!asked || !first || (asked.length === 1 && first.kind === 'name' && first.value === 'nil'))
      return { requirement: { kind: 'none' }, at: name.at }
    const literal = onlyText(asked) ?? attribute(asked)
    if (literal?.exact)
      return literal.value.trim() === '' ? { requirement: { kind: 'none' }, at: name.at } : read(literal)
    const whole = extent(asked)
    return literal
      ? { requirement: { kind: 'version', text: literal.value }, at: literal.at }
      : { requirement: { kind: 'version', text: text.slice(whole.start, whole.end) }, at: whole.start }

    function read({ value, at }: Token): { requirement: Requirement; at: number } {
      const version = value.length > LONGEST_EXACT ? undefined : EXACT.exec(value)?.groups?.['version']
      if (version !== undefined)
        return { requirement: { kind: 'version', text: version }, at: at + value.indexOf(version) }
      const content = value.trim()
      return { requirement: { kind: 'range', text: content }, at: at + value.indexOf(content) }
    }
  }

  /** `@name`, where that is a literal. */
  function attribute(slot: readonly Piece[]): Token | undefined {
    const [mark, name] = slot
    return slot.length === 2 && isMark(mark, '@') && name?.kind === 'name' ? attributes.get(name.value) : undefined
  }

  /** Where a package comes from when that is no registry. */
  function sourceOf(
    options: ReadonlyMap<string, readonly Piece[]>,
    app: Token
  ): Pick<PackageEntry, 'requirement' | 'at'> | undefined {
    const key = SOURCES.find(name => options.has(name))
    const value = key && options.get(key)
    const whole = extent(value ?? [])
    if (!key || !value || whole.end === 0) return undefined
    // A project beside this one: its name is the name of its folder.
    if (key === 'in_umbrella') return { requirement: sourceRequirement(app.value, {}), at: app.at }
    const literal = onlyText(value) ?? attribute(value)
    const address = literal
      ? { value: literal.value, at: literal.at }
      : { value: text.slice(whole.start, whole.end), at: whole.start }
    const url = key === 'github' ? `https://github.com/${address.value}.git` : key === 'git' ? address.value : undefined
    const revision = option('ref') ?? option('tag')
    const branch = option('branch')
    const changed = revision ?? branch ?? address
    return {
      requirement: sourceRequirement(changed.value, {
        url: literal ? url : undefined,
        revision: revision?.value,
        branch: branch?.value
      }),
      at: changed.at
    }

    function option(name: string): Token | undefined {
      const slot = options.get(name)
      return slot && (onlyText(slot) ?? attribute(slot))
    }
  }
}

/** Finds `@name "text"`, wherever it stands. */
function collect(row: readonly Piece[], attributes: Attributes): void {
  for (const [index, piece] of row.entries()) {
    const [name, value] = [row[index + 1], row[index + 2]]
    if (piece.kind === 'group') for (const slot of piece.slots) collect(slot, attributes)
    else if (isMark(piece, '@') && name?.kind === 'name' && value?.kind === 'text') {
      attributes.set(name.value, attributes.has(name.value) ? undefined : value)
    }
  }
}

/** Whether this is `key: value` or `[key: value]`. */
function isOptions(slot: readonly Piece[]): boolean {
  const [first] = slot
  if (first?.kind === 'label') return true
  return slot.length === 1 && first?.kind === 'group' && first.open === '[' && first.slots.every(isOptions)
}

/** The options of a dependency by key, in one list or without; of duplicate keys the first counts, as for Elixir. */
function optionsOf(slots: Group['slots']): Map<string, readonly Piece[]> {
  const options = new Map<string, readonly Piece[]>()
  for (const slot of slots) {
    const [first, ...value] = slot
    if (first?.kind === 'group' && first.open === '[') {
      for (const [key, inner] of optionsOf(first.slots)) if (!options.has(key)) options.set(key, inner)
    } else if (first?.kind === 'label' && !options.has(first.value)) options.set(first.value, value)
  }
  return options
}
