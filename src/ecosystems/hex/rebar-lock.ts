/**
 * `rebar.lock`: the versions that rebar3 chose for an Erlang project.
 * Specification: https://rebar3.org/docs/workflow/lock_files/. Deliberately ignored: `pkg_hash` and `pkg_hash_ext`. The file records how
 * far a package is from the project, but not which package needs which.
 */

import { defined } from '../../collections.ts'
import { type Group, onlyText, type Piece } from '../../syntax/brackets.ts'
import type { Entry, FileFormat } from '../file-format.ts'
import { entryAt } from '../gap.ts'
import { onlyGroup, onlyName, readErlang } from './erlang.ts'
import { rebarConfig } from './rebar-config.ts'
import { rebarSource } from './rebar-source.ts'

export const rebarLock: FileFormat = {
  name: 'rebar.lock',
  role: { kind: 'lockfile', locks: [rebarConfig], chain: { command: () => 'rebar3 tree' } },
  specification: 'https://rebar3.org/docs/workflow/lock_files/',
  versions: 'without a number, 1.1.0, 1.2.0',
  comments: 'percents',
  names: { exact: ['rebar.lock'] },
  // Rebar3 locks what the default profile requires, without the profiles for tests.
  scopeOf: () => 'runtime',
  // The applications of a project, in `apps` and `lib`, share its lockfile.
  settlesBelow: () => true,
  read,
  renew: name => [`rebar3 upgrade ${name}`],
  upgrade: (name, version) => [{ edit: 'in rebar.config', text: `{${name}, "${version}"}` }, `rebar3 upgrade ${name}`]
}

function* read(text: string): Generator<Entry> {
  const { pieces, fault } = readErlang(text)
  // `{"1.2.0", [packages]}.` or `[packages].`
  const [first] = pieces
  const list = first?.kind === 'group' && first.open === '{' ? first.slots[1]?.[0] : first
  if (list?.kind === 'group' && list.open === '[') {
    for (const slot of list.slots) {
      const found = entry(text, slot)
      // If the file breaks off, its last package is incomplete: the fault reports that.
      if (!('gap' in found && fault)) yield found
    }
  } else if (!fault) yield { gap: 'expected a list of packages', text, at: first?.start ?? 0 }
  if (fault) throw fault
}

/** `{<<"name">>, {pkg, <<"name">>, <<"1.0.0">>}, 0}`. */
function entry(text: string, slot: readonly Piece[]): Entry {
  const { start = 0, end = start } = slot[0] ?? {}
  const gap = { gap: 'expected a package with a version or a commit', text: text.slice(start, end), at: start }
  const [key, from, level] = onlyGroup(slot)?.slots ?? []
  const [app, origin] = [onlyText(key), onlyGroup(from)]
  if (!app || !origin) return gap
  const direct = onlyName(level)?.value === '0'
  const source = rebarSource(origin)
  if (source) return entryAt(text, { name: app.value, ...source, direct })
  const found = published(origin)
  if (!found) return gap
  const alias = found.name === app.value ? undefined : app.value
  return entryAt(text, defined({ ...found, alias, direct }))
}

function published({ slots }: Group) {
  const [name, version] = [onlyText(slots[1]), onlyText(slots[2])]
  if (onlyName(slots[0])?.value !== 'pkg' || !name || !version) return undefined
  return { name: name.value, requirement: { kind: 'version', text: version.value } as const, at: version.at }
}
