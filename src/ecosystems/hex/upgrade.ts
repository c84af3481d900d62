/** The edits and commands that raise a package to a version with Mix. None contains an alias, which is hostile text. */

import { defined } from '../../collections.ts'
import type { FixStep } from '../../model/verdict.ts'
import type { UpgradeContext } from '../file-format.ts'

/** For a `mix.exs`, which no command of Mix changes. */
export function manifestUpgrade(
  name: string,
  version: string,
  { requirement, alias }: UpgradeContext
): readonly FixStep[] {
  const written = requirement?.kind === 'version' ? version : `>= ${version}`
  if (alias !== undefined)
    return [{ edit: `in mix.exs, beside hex: :${name}`, text: `"${written}"` }, 'mix deps.update --all']
  return [{ edit: 'in mix.exs', text: `{:${name}, "${written}"}` }, `mix deps.update ${name}`]
}

/** For a `mix.lock`, which does not mark direct packages. */
export function lockUpgrade(name: string, version: string, present: UpgradeContext): readonly FixStep[] {
  return manifestUpgrade(name, version, defined({ alias: present.alias }))
}
