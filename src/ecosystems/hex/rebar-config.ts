/**
 * `rebar.config`: the requirements of an Erlang project.
 * Specification: https://rebar3.org/docs/configuration/dependencies/. Deliberately ignored: `overrides`, which change how packages are
 * built; `rebar.config.script`, which is a program.
 */

import { defined } from '../../collections.ts'
import { type Group, onlyText, type Piece } from '../../syntax/brackets.ts'
import type { Entry, FileFormat, KnownScope } from '../file-format.ts'
import { entryAt } from '../gap.ts'
import { onlyGroup, onlyName, readErlang } from './erlang.ts'
import { requirementOf } from './mix-exs.ts'
import { rebarSource } from './rebar-source.ts'

const PLUGINS = new Set(['plugins', 'project_plugins'])
const DEVELOPMENT = new Set(['test', 'dev', 'docs'])

export const rebarConfig: FileFormat = {
  name: 'rebar.config',
  role: { kind: 'manifest' },
  specification: 'https://rebar3.org/docs/configuration/dependencies/',
  comments: 'percents',
  names: { exact: ['rebar.config'] },
  read,
  upgrade: (name, version) => [{ edit: 'in rebar.config', text: `{${name}, "${version}"}` }, `rebar3 upgrade ${name}`]
}

function* read(text: string): Generator<Entry> {
  const { pieces, fault } = readErlang(text)
  for (const piece of pieces) if (piece.kind === 'group') yield* setting(text, piece, 'runtime')
  if (fault) throw fault
}

/** `{deps, […]}`, `{plugins, […]}`, and the settings of the profiles in `{profiles, [{test, […]}]}`. */
function* setting(text: string, { slots }: Group, scope: KnownScope): Generator<Entry> {
  const name = onlyName(slots[0])?.value ?? ''
  const [list] = slots[1] ?? []
  // What stands behind the list is a mistake that does not hide it.
  if (list?.kind !== 'group') return
  if (name === 'deps' || PLUGINS.has(name)) {
    for (const slot of list.slots) yield entry(text, slot, name === 'deps' ? scope : 'development')
  } else if (name === 'profiles') {
    for (const profile of list.slots) yield* settings(text, profile)
  }
}

/** The settings of one profile. */
function* settings(text: string, profile: readonly Piece[]): Generator<Entry> {
  const [name, list] = onlyGroup(profile)?.slots ?? []
  const scope = DEVELOPMENT.has(onlyName(name)?.value ?? '') ? 'development' : 'runtime'
  for (const slot of onlyGroup(list)?.slots ?? []) {
    const inner = onlyGroup(slot)
    if (inner && onlyName(inner.slots[0])?.value !== 'profiles') yield* setting(text, inner, scope)
  }
}

/** `name`, `{name, "1.0.0"}`, `{name, {git, "url", {tag, "1.0"}}}`, `{name, "1.0.0", {pkg, other}}`. */
function entry(text: string, slot: readonly Piece[], scope: KnownScope): Entry {
  const { start = 0, end = start } = slot[0] ?? {}
  const alone = onlyName(slot)
  const [key, second, third] = onlyGroup(slot)?.slots ?? []
  const app = alone ?? onlyName(key)
  if (!app) return { gap: 'expected a package', text: text.slice(start, end), at: start }
  const version = onlyText(second)
  const origin = onlyGroup(third) ?? onlyGroup(second)
  const published = origin && onlyName(origin.slots[0])?.value === 'pkg' ? onlyName(origin.slots[1]) : undefined
  const name = published ?? app
  const alias = name === app || name.value === app.value ? undefined : app.value
  const source = origin && rebarSource(origin)
  const none = { requirement: { kind: 'none' }, at: name.at } as const
  const found = source ?? (version?.exact ? requirementOf(version) : none)
  return entryAt(text, defined({ name: name.value, direct: true, alias, scope, ...found }))
}
