/**
 * `mix.exs`: the requirements of an Elixir project.
 * Specification: https://hexdocs.pm/mix/Mix.Tasks.Deps.html. Deliberately ignored: the project's own name, and
 * conditions. Nothing is run: a computed requirement is a
 * placeholder, unless it is a module attribute with a literal.
 */

import { defined } from '../../collections.ts'
import { sourceRequirement } from '../../model/dependency.ts'
import { extent, type Group, isMark, onlyText, type Piece, type Token } from '../../syntax/brackets.ts'
import type { Entry, FileFormat, KnownScope, PlacedRequirement } from '../file-format.ts'
import { entryAt } from '../gap.ts'
import { readElixir } from './elixir.ts'
import { manifestUpgrade } from './upgrade.ts'

/** The literals of module attributes; undefined for an attribute that is assigned twice. */
type Attributes = Map<string, Token | undefined>

/** The options of a dependency by key. */
type Options = ReadonlyMap<string, readonly Piece[]>

const DEFINITIONS = new Set(['def', 'defp', 'defmacro', 'defmacrop'])
const OF_DEPENDENCIES = /deps|dependenc/i
const OPTIONS = new Set(
  `app branch compile env git github hex in_umbrella manager only optional organization override path ref repo runtime
  sparse submodules tag targets`.split(/\s+/)
)
/** The environment in which programs run. */
const PRODUCTION = 'prod'
const SOURCES = ['git', 'github', 'path', 'in_umbrella'] as const
const BEGINS_AS_REQUIREMENT = /^ *(?:[<>=~!]|\d)/
const EXACT = /^ *(?:== *)?(?<version>\d[^ <>=~!]*) *$/
/** In characters. People write no longer version. */
const LONGEST_EXACT = 1_000

export const mixExs: FileFormat = {
  name: 'mix.exs',
  role: { kind: 'manifest' },
  specification: 'https://hexdocs.pm/mix/Mix.Tasks.Deps.html',
  names: { exact: ['mix.exs'] },
  ownName: /\bapp:[ \t]*:(?<name>\w+)/,
  read,
  prescreen: { members: /\b(?:apps_)?path\b/ },
  upgrade: manifestUpgrade
}

function* read(text: string): Generator<Entry> {
  const { pieces, fault } = readElixir(text)
  yield* new DependencyReader(text, attributesOf(pieces)).entries(pieces)
  yield* membersIn(pieces)
  if (fault) throw fault
}

class DependencyReader {
  private readonly text: string
  private readonly attributes: Attributes

  constructor(text: string, attributes: Attributes) {
    this.text = text
    this.attributes = attributes
  }

  /** `isListed`: inside a function or list of dependencies, where `name: "requirement"` is a dependency too. */
  *entries(row: readonly Piece[], isListed = false): Generator<Entry> {
    let inside = isListed
    for (const [index, piece] of row.entries()) {
      const before = row[index - 1]
      if (piece.kind === 'name' && before?.kind === 'name' && DEFINITIONS.has(before.value)) {
        inside = OF_DEPENDENCIES.test(piece.value)
      }
      if (piece.kind === 'group') yield* this.group(piece, before, inside)
    }
  }

  private *group(group: Group, before: Piece | undefined, isListed: boolean): Generator<Entry> {
    const isTuple = group.open === '{' && group.closed && !isMark(before, '%')
    const found = isTuple ? this.tuple(group.slots, isListed) : undefined
    if (found) {
      yield found
      return
    }
    const isList = isListed || (before?.kind === 'label' && before.value === 'deps')
    for (const slot of group.slots) {
      const pair = isList && group.open === '[' && group.closed ? this.pair(slot) : undefined
      if (pair) yield pair
      else yield* this.entries(slot, isList)
    }
  }

  /** `{:name, "requirement", options}`; undefined for any other tuple. */
  private tuple([first, ...others]: Group['slots'], isListed: boolean): Entry | undefined {
    const name = first?.length === 1 ? first[0] : undefined
    if (name?.kind !== 'atom') return undefined
    const [second] = others
    const requirement = second && !isOptions(second) ? second : undefined
    const options = optionsOf(requirement ? others.slice(1) : others)
    const literal = onlyText(requirement)
    const isRequirement = literal !== undefined && BEGINS_AS_REQUIREMENT.test(literal.value)
    return isListed || hasKnown(options) || isRequirement ? this.entry(name, requirement, options) : undefined
  }

  /** `name: "requirement"` and `name: [git: …]`. */
  private pair([name, ...value]: readonly Piece[]): Entry | undefined {
    if (name?.kind !== 'label') return undefined
    if (isOptions(value)) {
      const options = optionsOf([value])
      return hasKnown(options) ? this.entry(name, undefined, options) : undefined
    }
    return onlyText(value) ? this.entry(name, value, new Map()) : undefined
  }

  private entry(app: Token, requirement: readonly Piece[] | undefined, options: Options): Entry {
    const [written] = options.get('hex') ?? []
    const { value: name, at } = written?.kind === 'atom' || written?.kind === 'text' ? written : app
    const found = this.source(options, app) ?? this.requirement(requirement, at)
    const alias = name === app.value ? undefined : app.value
    const usedAt = found.at < app.at ? app.at : undefined
    const scope = scopeIn(options)
    return entryAt(this.text, defined({ name, direct: true, alias, ...found, usedAt, scope }))
  }

  private requirement(slot: readonly Piece[] | undefined, nameAt: number): PlacedRequirement {
    const [first, second] = slot ?? []
    const none = { requirement: { kind: 'none' }, at: nameAt } as const
    if (!slot || !first || (!second && first.kind === 'name' && first.value === 'nil')) return none
    const literal = this.literal(slot)
    if (literal?.exact) return literal.value.trim() === '' ? none : requirementOf(literal)
    const { value, at } = literal ?? this.written(slot)
    return { requirement: { kind: 'version', text: value }, at }
  }

  /** The source of a package that does not come from a registry. */
  private source(options: Options, app: Token): PlacedRequirement | undefined {
    const key = SOURCES.find(name => options.has(name))
    const value = key && options.get(key)
    if (!key || !value || value.length === 0) return undefined
    // A project beside this one: its name is the name of its folder.
    if (key === 'in_umbrella') return { requirement: sourceRequirement(app.value, {}), at: app.at }
    const literal = this.literal(value)
    const revision = this.option(options, 'ref') ?? this.option(options, 'tag')
    const branch = this.option(options, 'branch')
    const changed = revision ?? branch ?? literal ?? this.written(value)
    const facts = {
      url: literal && urlOf(key, literal.value),
      revision: revision?.value,
      branch: branch?.value
    }
    return { requirement: sourceRequirement(changed.value, facts), at: changed.at }
  }

  private option(options: Options, name: string): Token | undefined {
    const slot = options.get(name)
    return slot && this.literal(slot)
  }

  /** The literal that a slot consists of: a text, or `@name` with the text of that attribute. */
  private literal(slot: readonly Piece[]): Token | undefined {
    const [mark, name] = slot
    const isAttribute = slot.length === 2 && isMark(mark, '@') && name?.kind === 'name'
    return onlyText(slot) ?? (isAttribute ? this.attributes.get(name.value) : undefined)
  }

  /** A slot as the file writes it. */
  private written(slot: readonly Piece[]): Pick<Token, 'value' | 'at'> {
    const { start, end } = extent(slot)
    return { value: this.text.slice(start, end), at: start }
  }
}

/**
 * The scope of a dependency: `only` lists its environments, and Mix runs a program in `:prod`. One with `runtime: false` is there for the
 * compilation and is not in a release. An expression in place of either may be anything.
 */
function scopeIn(options: Options): KnownScope | undefined {
  const [runtime] = options.get('runtime') ?? []
  if (runtime?.kind === 'name' && runtime.value === 'false') return 'development'
  const written = options.get('only') ?? []
  const environments = written.flatMap(piece =>
    piece.kind === 'group' && piece.open === '[' ? piece.slots.flat() : piece
  )
  if (environments.length === 0) return 'runtime'
  const names = environments.flatMap(piece => (piece.kind === 'atom' ? piece.value : []))
  if (names.length < environments.length) return undefined
  return names.includes(PRODUCTION) ? 'runtime' : 'development'
}

/**
 * The folders of an umbrella project, all in `apps_path` or those of its list `apps`, and of dependencies with a `path`
 * (https://hexdocs.pm/mix/Mix.Project.html).
 */
function* membersIn(row: readonly Piece[]): Generator<Entry> {
  for (const piece of row) {
    if (piece.kind !== 'group') continue
    const labelled = (name: string) =>
      piece.slots.find(([key]) => key?.kind === 'label' && key.value === name)?.slice(1)
    const umbrella = onlyText(labelled('apps_path'))
    if (umbrella) yield* appsIn(umbrella, labelled('apps')?.[0])
    const path = onlyText(labelled('path'))
    if (path) yield { member: path.value, apart: true, at: path.at }
    for (const slot of piece.slots) yield* membersIn(slot)
  }
}

function* appsIn({ value: folder, at }: Token, apps: Piece | undefined): Generator<Entry> {
  if (apps?.kind !== 'group') yield { member: `${folder}/*`, as: 'pattern', at }
  else {
    for (const [app] of apps.slots) if (app?.kind === 'atom') yield { member: `${folder}/${app.value}`, at: app.at }
  }
}

/** The requirement of a package from Hex. */
export function requirementOf({ value, at }: Token): PlacedRequirement {
  const version = value.length > LONGEST_EXACT ? undefined : EXACT.exec(value)?.groups?.['version']
  if (version !== undefined) return { requirement: { kind: 'version', text: version }, at: at + value.indexOf(version) }
  const content = value.trim()
  return { requirement: { kind: 'range', text: content }, at: at + value.indexOf(content) }
}

function urlOf(key: (typeof SOURCES)[number], address: string): string | undefined {
  if (key === 'github') return `https://github.com/${address}.git`
  return key === 'git' ? address : undefined
}

/** The attributes `@name "text"` of the file and of all brackets in it. */
function attributesOf(pieces: readonly Piece[], attributes: Attributes = new Map()): Attributes {
  for (const [index, piece] of pieces.entries()) {
    const [name, value] = [pieces[index + 1], pieces[index + 2]]
    if (piece.kind === 'group') for (const slot of piece.slots) attributesOf(slot, attributes)
    else if (isMark(piece, '@') && name?.kind === 'name' && value?.kind === 'text') {
      attributes.set(name.value, attributes.has(name.value) ? undefined : value)
    }
  }
  return attributes
}

function hasKnown(options: Options): boolean {
  return [...options.keys()].some(key => OPTIONS.has(key))
}

/** Whether a slot is `key: value` or `[key: value]`. */
function isOptions(slot: readonly Piece[]): boolean {
  const [first] = slot
  if (first?.kind === 'label') return true
  return slot.length === 1 && first?.kind === 'group' && first.open === '[' && first.slots.every(isOptions)
}

/**
 * The options of a dependency, with or without brackets around them; of duplicate keys the first counts, as in Elixir.
 */
function optionsOf(slots: Group['slots']): Options {
  const options = new Map<string, readonly Piece[]>()
  for (const slot of slots) {
    const [first, ...value] = slot
    if (first?.kind === 'group' && first.open === '[') {
      for (const [key, inner] of optionsOf(first.slots)) if (!options.has(key)) options.set(key, inner)
    } else if (first?.kind === 'label' && !options.has(first.value)) options.set(first.value, value)
  }
  return options
}
