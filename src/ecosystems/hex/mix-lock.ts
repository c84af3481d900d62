/**
 * `mix.lock`: the versions that Mix chose for the `mix.exs` beside it or below it.
 * Specification: none is published; https://hexdocs.pm/mix/Mix.Tasks.Deps.html, and the code that writes it,
 * https://github.com/hexpm/hex/blob/main/lib/hex/utils.ex. Deliberately ignored: checksums, and the repository of a
 * package.
 */

import { defined } from '../../collections.ts'
import { sourceRequirement } from '../../model/dependency.ts'
import { extent, type Group, isMark, onlyText, type Piece, type Token } from '../../syntax/brackets.ts'
import type { Entry, FileFormat, Graph } from '../file-format.ts'
import { entryAt } from '../gap.ts'
import { type CalledPackage, graphOf } from '../graph.ts'
import { readElixir } from './elixir.ts'
import { mixExs } from './mix-exs.ts'
import { lockUpgrade } from './upgrade.ts'

export const mixLock: FileFormat = {
  name: 'mix.lock',
  role: { kind: 'lockfile', locks: [mixExs], chain: { graph, command: () => 'mix deps.tree' } },
  specification: 'https://hexdocs.pm/mix/Mix.Tasks.Deps.html',
  names: { exact: ['mix.lock'] },
  read,
  renew: name => [`mix deps.update ${name}`],
  upgrade: lockUpgrade
}

function* read(text: string): Generator<Entry> {
  const { pieces, fault } = readElixir(text)
  const [mark, map] = pieces
  const isMap = isMark(mark, '%') && map?.kind === 'group' && map.open === '{'
  if (!isMap && !fault) yield { gap: 'expected a map of packages', text, at: mark?.start ?? 0 }
  for (const slot of isMap ? map.slots : []) {
    const found = entry(slot)
    // If the file breaks off, its last package is incomplete: the fault reports that.
    if (!('gap' in found && fault)) yield found
  }
  if (fault) throw fault

  function entry(slot: readonly Piece[]): Entry {
    const [key, ...others] = slot
    const { start, end } = extent(slot)
    const gap = { gap: 'expected a package with a version or a commit', text: text.slice(start, end), at: start }
    // Before Elixir 1.2, a pair was `"name" => {…}`.
    const [value, ...rest] = isMark(others[0], '=>') ? others.slice(1) : others
    if ((key?.kind !== 'label' && key?.kind !== 'text' && key?.kind !== 'atom') || rest.length > 0) return gap
    if (value?.kind !== 'group' || value.open !== '{' || !value.closed) return gap
    return locked(key, value) ?? gap
  }

  /** `{:hex, :name, "version", …}` and `{:git, "url", "commit", options}`. */
  function locked(key: Token, { slots }: Group): Entry | undefined {
    const [kind, second, third, options] = slots
    const [scm] = kind ?? []
    if (scm?.kind !== 'atom') return undefined
    if (scm.value === 'hex') {
      const [name] = second ?? []
      const version = onlyText(third)
      if (name?.kind !== 'atom' || !version) return undefined
      const alias = name.value === key.value ? undefined : key.value
      const requirement = { kind: 'version', text: version.value } as const
      return entryAt(text, defined({ name: name.value, requirement, at: version.at, alias }))
    }
    const [url, commit] = [onlyText(second), onlyText(third)]
    if (scm.value !== 'git' || !url || !commit) return undefined
    const branch = branchOf(options)?.value
    const requirement = sourceRequirement(commit.value, { url: url.value, revision: commit.value, branch })
    return entryAt(text, { name: key.value, requirement, at: commit.at })
  }
}

/** `branch:` among `[branch: "main", …]`. */
function branchOf(options: readonly Piece[] | undefined): Token | undefined {
  const [list] = options ?? []
  if (list?.kind !== 'group') return undefined
  for (const [key, ...value] of list.slots) if (key?.kind === 'label' && key.value === 'branch') return onlyText(value)
  return undefined
}

/**
 * Which package needs which: each from Hex has a list of tuples such as `{:jason, "~> 1.0", [hex: :jason, optional:
 * false]}`. An optional need does not make a parent. The file has neither the needs of packages from git nor the
 * requirements of the project.
 */
function graph(text: string): Graph {
  const [, map] = readElixir(text).pieces
  const packages = (map?.kind === 'group' ? map.slots : []).flatMap((slot): CalledPackage[] => {
    const [key] = slot
    const tuple = slot.at(-1)
    if (key?.kind === 'group' || key === undefined || tuple?.kind !== 'group') return []
    const [kind, second, third, , , needs] = tuple.slots
    const [scm] = kind ?? []
    const [name] = second ?? []
    if (scm?.kind !== 'atom' || scm.value !== 'hex' || name?.kind !== 'atom') return []
    const list = needs?.[0]
    return [
      {
        name: name.value,
        version: onlyText(third)?.value ?? '',
        called: [key.value],
        needs: list?.kind === 'group' ? list.slots.flatMap(needed) : []
      }
    ]
  })
  return graphOf(packages, undefined, { requiredAs: ({ name, alias }) => [alias ?? name] })
}

function needed([tuple]: readonly Piece[]): string[] {
  if (tuple?.kind !== 'group') return []
  const [[name] = [], , [options] = []] = tuple.slots
  const isOptional =
    options?.kind === 'group' &&
    options.slots.some(([key, value]) => {
      return key?.kind === 'label' && key.value === 'optional' && value?.kind === 'name' && value.value === 'true'
    })
  return name?.kind === 'atom' && !isOptional ? [name.value] : []
}
